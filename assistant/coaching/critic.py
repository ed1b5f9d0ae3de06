"""Judge a reply before it is shown: pure rules, each with its name, so that a refusal can be explained.

A reply that fails any rule is never shown. The rules are stricter than the floors they must keep.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from assistant.coaching.critic_rules import (
    ADVICE,
    CLOSED_OPENING,
    HUMAN,
    IMPERATIVE,
    LEADING,
    LECTURE,
    OPEN,
    PRAISE,
    SIDE,
    STOCK,
    VEILED_ADVICE,
    VERDICT,
    WORRY_AS_FACT,
)
from assistant.coaching.lexicon import BASE_OF, FUNCTION_WORDS
from assistant.coaching.subclause import subclause
from assistant.coaching.tokens import sentences, words_of
from assistant.core.display import without_controls

MOST_WORDS = 60
_QUOTED = re.compile(r"“([^”]*)”")
_ANY_QUOTE = re.compile(r"[“\"«‘]([^”\"»’]{3,})[”\"»’]")
_MARK = re.compile(r"[\[\]<>{}`*#|\\~^_@]|https?:|www\.")
_SENTENCE_BREAK = re.compile(r"(?<=[.!?])\s+|(?<=…)\s+(?=[A-Z])")
"""An ellipsis stands for a quotation too, and then the sentence goes on in small letters."""
_NEAR = 0.8
"""Two questions that share this part of their words are one question asked twice."""
_DENIED: Final = re.compile(r"\b(?:not|never|forget|stop|\w+n['’]t|(?:d[io]d?|does|was|ha[sd])nt)\b", re.IGNORECASE)
"""I did not shake his hand; forget the hand: whoever says so does not come back to it."""
_TAKES_BACK: Final = re.compile(
    r"\W*(?:no|nope|nah|wrong)\b|\W*(?:that['’]?s|it['’]?s|that is) not what i (?:said|wrote|meant)\b", re.IGNORECASE
)
"""After this what the last question said is not said again, whichever of its words the correction has."""
_LIGHT: Final = frozenset("be do get go have happen hear know let make mean say see take tell think want".split())
"""Verbs by which alone one clause is not known from another: "when he said so"."""


_ALL, _OURS, _STATED = "all", "ours", "stated"
_MANNERS: Final = {
    "stock_opener": (STOCK, _ALL),
    "leading": (LEADING, _ALL),
    "verdict": (VERDICT, _OURS),
    "worry_as_fact": (WORRY_AS_FACT, _ALL),
    "veiled_advice": (VEILED_ADVICE, _OURS),
    "advice": (ADVICE, _STATED),
    "praise": (PRAISE, _OURS),
    "claims_to_be_human": (HUMAN, _OURS),
    "takes_a_side": (SIDE, _OURS),
    "lecture": (LECTURE, _OURS),
}
"""Rules of manner. A question may ask what someone would have to give up; a statement that they have to is advice. Some
rules do not read the person's own words, turned and put after "when your sister says"."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a reply."""

    rule: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a reply may rest on."""

    message: str
    earlier: tuple[str, ...] = ()
    """What else the person said in this session, oldest first."""
    asked: tuple[str, ...] = ()
    """Questions already asked."""
    said_back: tuple[str, ...] = ()
    """Their words within the reply that are turned and not quoted; they are not judged as ours."""
    cited: tuple[str, ...] = ()
    """What else may be quoted: a step or a memory of another day, to the character."""
    must_ask: bool = True
    about_their_words: bool = True


def faults_of(text: str, ground: Ground) -> list[Fault]:
    """Return everything that is wrong with a reply; none means it may be shown."""
    plain = _ANY_QUOTE.sub("…", text)
    statements, question = _parted(plain)
    said = "\n".join([*ground.earlier, *ground.cited, ground.message])
    return [
        *_form(text, plain, question, ground.must_ask),
        *_manner(plain, statements, ground.said_back),
        *_quotations(text, said),
        *_theirs(text, ground, said),
        *_repetition(text, ground),
    ]


def passes(text: str, ground: Ground) -> bool:
    """Say whether a reply may be shown."""
    return not faults_of(text, ground)


def _parted(plain: str) -> tuple[str, str]:
    """Split a reply into its statements and its (last) question."""
    parts = _SENTENCE_BREAK.split(plain.strip())
    question = next((part for part in reversed(parts) if "?" in part), "")
    return " ".join(part for part in parts if part is not question), question


def _form(text: str, plain: str, question: str, must_ask: bool) -> Iterable[Fault]:
    asked = plain.count("?")
    if text != without_controls(text) or not text.strip() or "\n" in text or "\t" in text:
        yield Fault("control_characters")
    if _MARK.search(plain):
        yield Fault("markup")
    if len(text.split()) > MOST_WORDS:
        yield Fault("too_long", str(len(text.split())))
    if asked > 1:
        yield Fault("more_than_one_question", str(asked))
    if must_ask and asked != 1:
        yield Fault("asks_nothing")
    if asked == 1 and not plain.rstrip().endswith("?"):
        yield Fault("goes_on_after_the_question")
    if asked == 1 and (not OPEN.search(question) or CLOSED_OPENING.search(question)):
        yield Fault("closed_question", question)


def _manner(plain: str, statements: str, said_back: tuple[str, ...]) -> Iterable[Fault]:
    ours = plain
    for words in said_back:
        if " " in words:
            ours = re.sub(rf"\b{re.escape(words)}\b", "…", ours)
    texts = {_ALL: plain, _OURS: ours, _STATED: statements}
    for name, (rule, read) in _MANNERS.items():
        match = rule.search(texts[read])
        if match:
            yield Fault(name, match.group().strip())
    commanded = IMPERATIVE.search(statements)
    if commanded:
        yield Fault("command", commanded.group().strip())


def _quotations(text: str, said: str) -> Iterable[Fault]:
    if text.count("“") != text.count("”") or '"' in text or "«" in text or "‘" in text:
        yield Fault("quotation_marks")
    for quotation in _QUOTED.findall(text):
        if not quotation.strip() or quotation not in said:
            yield Fault("invented_quotation", quotation)


def content_stems(text: str) -> set[str]:
    """Return what a text is about: the first five letters of its content words."""
    return {word[:5] for word in words_of(text) if word not in FUNCTION_WORDS and len(word) > 2}


def base_forms(words: Iterable[str]) -> set[str]:
    """Return content words without their endings: "looked" and "looks" are "look"; other words by five letters."""
    return {BASE_OF.get(word) or word.removesuffix("'s")[:5] for word in words if word not in FUNCTION_WORDS}


def _theirs(text: str, ground: Ground, said: str) -> Iterable[Fault]:
    cited = any(quotation in said for quotation in _QUOTED.findall(text) if quotation.strip())
    turned_back = any(" " in words and words in text for words in ground.said_back)
    if not ground.about_their_words or cited or turned_back or content_stems(text) & content_stems(said):
        return
    if not base_forms(words_of(text)) & base_forms(words_of(said)):
        yield Fault("not_about_their_words")


def _repetition(text: str, ground: Ground) -> Iterable[Fault]:
    words, moment = set(words_of(text)), _moment(text)
    said_again = base_forms(
        word for one in sentences(ground.message) for word in _unless_denied(one.of(ground.message))
    )
    corrected = ground.asked[-1] if ground.asked and _TAKES_BACK.match(ground.message) else None
    for before in ground.asked:
        if moment and moment == _moment(before) and (before == corrected or not moment <= said_again):
            yield Fault("asked_before", before)
            return
        earlier = set(words_of(before))
        shared = len(words & earlier) / max(1, min(len(words), len(earlier)))
        if shared >= _NEAR:
            yield Fault("asked_before", before)
            return


def _unless_denied(sentence: str) -> list[str]:
    """Return the words of a sentence; none of one that says it was not so, or is to be left."""
    return [] if _DENIED.search(sentence) else words_of(sentence)


def _moment(text: str) -> set[str]:
    """Return what the when, if or that clause of a question is about, whoever does it; nothing where it is not told."""
    clause = subclause(_ANY_QUOTE.sub("…", text))
    about = base_forms(clause.words) if clause else set()
    return about if about - _LIGHT else set()
