"""What a small model gets wrong and the bank never does: checked beside the critic, of its wordings alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from assistant.coaching.critic import Fault, Ground, base_forms
from assistant.coaching.fitting import misfits
from assistant.coaching.sense import senseless, worn_out
from assistant.coaching.subclause import subclause
from assistant.coaching.tokens import words_of
from assistant.coaching.turning import TURNED

_WORN: Final = re.compile(
    r"\bwhat (?:does|do|did) .{0,60}\bmean\b|\bhow (?:does|did|do) .{0,30}\bmake you feel\b"
    r"|\bwhat is it that makes you\b|\bwhat do(?:es)? .{0,30}\blook like\?",
    re.IGNORECASE,
)
"""What a small model asks when it has nothing to ask: it fits any message and is about none. With a when, if or that
clause of theirs it is about that: of 37 such questions readers let 12 stand, twice as many as of the others."""

_SPOILED: Final = re.compile(
    r"^(?:who (?:decided|says)|what had|what makes (?:it|a|an|you think)|which part|what was the|when did|how did you|"
    r"what tells you|what else|what do you know|what made you think)\b",
    re.IGNORECASE,
)
"""Openings that ask for more sense than a small model has: of 1,631 such wordings of the starter's, readers let one in
sixteen stand, of 5,083 others one in seven."""

_VERBS: Final = (
    {"say", "said", "says", "saying"},
    {"see", "saw", "seen", "sees"},
    {"think", "thought", "thinks"},
    {"want", "wanted", "wants"},
    {"hear", "heard", "hears"},
    {"ask", "asked", "asks"},
    {"tell", "told", "tells"},
    {"notice", "noticed"},
    {"feel", "felt", "feels"},
    {"believe", "believed"},
    {"know", "knew", "known"},
)
_PRONOUNS: Final = ({"he", "him", "his"}, {"she", "her", "hers"}, {"they", "them", "their"})
_SOMEBODY: Final = re.compile(
    r"(?<=[a-z,;] )[A-Z][a-z]+|(?i:\b(?:mum|mom|mother|dad|father|brother|sister|son|daughter|wife|husband|partner|"
    r"boss|manager|friend|friends|everyone|everybody|people|someone|somebody|nobody|lads?|girls?|boys?|man|woman|"
    r"kids?|child(?:ren)?|team|neighbou?rs?|teacher|doctor|colleagues?|aunt\w*|uncle|gran\w*|nan|family|parents?)\b)"
)
_OF_ONESELF: Final = re.compile(
    r"\bi(?:['’]?m| am| was)\s+(?:(?:just|so|such|an?|not|really|already|always|basically)\s+)*([a-z]{3,})",
    re.IGNORECASE,
)
"""What they call themselves."""
_HABIT: Final = re.compile(
    r"\b(?:always|never|every|again|usually|often|sometimes|keeps?|used to|can(?:'|no)?t|whenever|each|still|"
    r"any ?more)\b",
    re.IGNORECASE,
)
"""What may have happened before."""
_LAST_TIME: Final = re.compile(r"^when did \w+ last\b|^when was the last\b", re.IGNORECASE)
_CIRCLES: Final = re.compile(r"^what did you (?:see|notice|do|hear|say) when you\b", re.IGNORECASE)
"""What did you see when you ate the soup. Of 31 read blind beside the bank's, 8 were preferred."""
_SENSES: Final = re.compile(r"\b(?:see|saw|hear|heard|notice|noticed)\b", re.IGNORECASE)
_NO_EVENT: Final = re.compile(
    r"\b(?:nobody|no one|nothing|never|not|\w+n['’]?t|thought|felt|wanted|believed|hoped|wished|wondered|would)\b",
    re.IGNORECASE,
)
_ITS_VERB_WITHIN: Final = 4
"""Further on stands what was said or asked: "when she asked if you would", and that could be heard."""
_OPENING_WORDS, _LATELY = 4, 3
"""A question does not open as one of the last three did, in these words."""
_ASKING: Final = frozenset("do does did would will might could has have had is are was were".split())
_NOT: Final = re.compile(r"(?:not|never|\w+n['’]?t)$")
_BESIDE_A_NOT: Final = frozenset("even really just yet ever actually".split())
_TAKEN_AS_DONE: Final = re.compile(r"\b(?:made|makes|led|let|got|brought|moved|pushed) you (?:to )?(.+)", re.IGNORECASE)
"""What made you do it: the doing is taken for granted, as it is in a when clause and is not in an if."""
_TWICE: Final = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)


def oddities_of(text: str, ground: Ground, *, trusted: bool = False) -> list[Fault]:
    """Return what is odd about a model's wording; of a model that an examination trusts only what is plainly wrong."""
    found = [*_meaningless(text), *_nobody(text, ground), *_labels(text, ground), *_no_event(text, ground)]
    found += _not_done(text, ground)
    found += [*senseless(text, ground), *_asked_the_same_way(text, ground.asked), *misfits(text, ground)]
    if not trusted:
        found += worn_out(text, ground)
    if not trusted and _WORN.search(text) and not _on_a_clause(text, ground):
        found.append(Fault("fits_any_message"))
    if not trusted and _SPOILED.search(text):
        found.append(Fault("spoiled_opening"))
    return found


def _on_a_clause(text: str, ground: Ground) -> bool:
    clause = subclause(text)
    return clause is not None and bool(base_forms(clause.words) & base_forms(words_of(ground.message)))


def _meaningless(text: str) -> Iterator[Fault]:
    """What did you say when you said it: the answer stands in the question. When he said it, it does not."""
    clause = subclause(text)
    by_another = (
        set(clause.words) if clause and "you" in clause.head and not clause.words[0].startswith("you") else set()
    )
    for verb in _VERBS:
        if sum(word in verb for word in words_of(text)) > 1 and not verb & by_another:
            yield Fault("answers_itself", min(verb))
    if _TWICE.search(text):
        yield Fault("word_twice")


def _not_done(text: str, ground: Ground) -> Iterator[Fault]:
    """What made you put yourself forward, of "I've not put myself forward": what they denied, taken for done.

    Of 128 such wordings of the model's readers found no sense in 0.77, of 39,615 in 0.50.
    """
    clause, made = subclause(text), _TAKEN_AS_DONE.search(text)
    supposed = (
        words_of(made[1]) if made else list(clause.words) if clause and clause.opens not in ("if", "that") else []
    )
    if any(map(_NOT.match, supposed)):
        return
    said = [word for word in words_of(ground.message) if word not in _BESIDE_A_NOT]
    pairs = list(pairwise(said))
    denied = {pairs[at + 1] for at in range(len(pairs) - 1) if _NOT.match(said[at])}
    for done, what in pairwise(supposed):
        alike = [pair for pair in pairs if _same_deed(pair, (done, what))]
        if alike and all(pair in denied for pair in alike):
            yield Fault("not_done", f"{done} {what}")
            return


def _same_deed(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Say whether two verbs with what follows are the same, whoever speaks: "put myself", "put yourself"."""
    forms = base_forms(one[:1])
    return (
        bool(forms) and forms == base_forms(other[:1]) and TURNED.get(one[1], one[1]) == TURNED.get(other[1], other[1])
    )


def _asked_the_same_way(text: str, asked: tuple[str, ...]) -> Iterator[Fault]:
    """What would it give you, after what does it give you: asked so twice running is a form to fill in."""
    if _opening(text) in [_opening(before) for before in asked[-_LATELY:]]:
        yield Fault("asked_the_same_way", _opening(text))


def _opening(text: str) -> str:
    words = words_of(text)[:_OPENING_WORDS]
    return " ".join("did" if word in _ASKING else word for word in words)


def _nobody(text: str, ground: Ground) -> Iterator[Fault]:
    """A he, she or they whom nobody named."""
    said = " ".join([ground.message, *ground.earlier, *ground.asked[-1:]])
    named, words = set(words_of(said)), set(words_of(text))
    for pronouns in _PRONOUNS:
        if words & pronouns and not named & pronouns and not _SOMEBODY.search(said):
            yield Fault("who_is_that", min(words & pronouns))


def _labels(text: str, ground: Ground) -> Iterator[Fault]:
    """What makes you hopeless: what they call themselves, taken for true."""
    for label in _OF_ONESELF.findall(ground.message):
        if re.search(rf"\bma(?:kes?|de) you (?:so |such |an? )*{re.escape(label)}\b", text, re.IGNORECASE):
            yield Fault("worry_as_fact", label)


def _no_event(text: str, ground: Ground) -> Iterator[Fault]:
    """When did you last, of what happened once; what did you see, of what was thought or did not happen."""
    if _LAST_TIME.search(text) and not _HABIT.search(ground.message):
        yield Fault("happened_once")
    if _CIRCLES.search(text):
        yield Fault("circles")
    head, _, rest = text.partition(" when ")
    if rest and _SENSES.search(head) and _NO_EVENT.search(" ".join(rest.split()[:_ITS_VERB_WITHIN])):
        yield Fault("nothing_to_see")
