"""What speaks for standing on one phrase of a message rather than another: its words, and where the message turns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.coaching.handle import MERELY_TOLD, Handle
from assistant.coaching.matter import names_the_matter
from assistant.coaching.nouns import people, topics
from assistant.coaching.tellings import FRAGMENT
from assistant.coaching.tokens import words_of
from assistant.core.reading import Assumption
from assistant.core.span import Span

_LATER, _DENIES, _OF_THEMSELVES, _NAMES_THE_MATTER = 1.0, 0.4, 0.2, 0.8
"""What draws a coach's finger beside what the words are: how near to its end a message says it, that it says what is
not so, that it is about the writer; and that it names what the message is about. Readers marked where 1,762 messages
turn (`models/training/voice/turns.py`) and chose what 560 are about (`matter.py` beside it): of the first phrases 0.41
are the marked one and 0.82 hold a chosen word; by their charge alone it was 0.35 and 0.77, with half of the first three
and none of the fourth 0.42 and 0.75."""
_ANSWERS_OF_ONESELF, _ANSWERS_OF_ANOTHER, _ADMITS, _LONG_AGO = 0.3, -0.3, 0.6, -0.6
"""What draws it beside that in an answer: it says "I", it is no aside about somebody else, it admits something, it is
not what another did long ago. Of the 792 marked messages that answer a question the first phrase is the marked one in
0.50, without this in 0.46; of the others none of these helps, and what shares its words with the question is no nearer
in either."""
_AFTER_BUT = 0.5
"""What follows a "but" is what the message comes to, and what stands before it is granted: added to the one and taken
from the other. Of 288 marked messages the first phrase is the marked one in 113, without this in 103: 14 were better
for it and 4 worse (0.4: 9 and 2; 0.7: 13 and 7). Words of loss, of an untruth and a "maybe she only"
gained nothing so."""
_FOLLOWS_BUT = re.compile(r"\bbut\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_BEGINS_WITH_BUT = re.compile(r"but\b(?! (?:me|him|her|them|us|for|the)\b)", re.IGNORECASE)
_BEFORE_BUT = re.compile(r"[\s,.;:]*but\b(?! (?:me|him|her|them|us|for)\b)", re.IGNORECASE)
_BEGINS_AS_OWN = re.compile(r"(?:that )?(?:i|i'm|im|i've|ive|i'd|i'll|my|we)\b", re.IGNORECASE)
_SAYS_WHO = re.compile(r"(?:he|she|they|it|hes|shes|its|theyre|his|her|their|the|there)\b", re.IGNORECASE)
_TO_ME = re.compile(r"\b(?:i|me|my|mine|myself)\b", re.IGNORECASE)
_ADMISSION = re.compile(
    r"\b(?:(?:on|by) my ?(?:own|self)|i never|i (?:don'?t|didn'?t|do not|did not) (?:even |really )?want|i was wrong"
    r"|(?:the )?truth is|i can'?t|i cannot|ashamed|i lied|i miss|my (?:own )?fault|i hadn'?t|i haven'?t|i've never"
    r"|i wanted)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:when i was (?:\w+|an? \w+)|years ago|used to|before (?:i|we) (?:were|met|married)|in (?:19|20)\d\d"
    r"|as a (?:child|kid|boy|girl)|back then)(?=\W|$)",
    re.IGNORECASE,
)
_READ_AS_ASSUMPTION = 0.35
"""A handle inside what the reading took for an assumption outweighs any other of its kind."""
_DENYING = frozenset("not never no nothing nobody none without cannot dont didnt cant wont isnt".split())
_OWN = frozenset("i i'm im i've i'd i'll my me mine myself".split())
_TOPIC_WORD = 0.04
_MOST_TOPICS = 6
_NAMES_SOMETHING = 0.18
"""A phrase with somebody or something in it says by itself what the question is about."""


def named_in(text: str) -> list[Span]:
    """Return where a message names whom and what it is about."""
    return [one.span for one in (*people(text), *topics(text)[:_MOST_TOPICS])]


def weighed(
    handle: Handle,
    text: str,
    assumptions: tuple[Assumption, ...],
    matter: Mapping[str, float],
    named: Sequence[Span],
    answering: bool,
) -> Handle:
    """Return the handle with all that speaks for standing on it; another thing does in an answer than at first."""
    read = handle.kind not in MERELY_TOLD and any(assumption.span.overlaps(handle.span) for assumption in assumptions)
    everywhere, words = words_of(text), set(words_of(handle.quote))
    again = sum(everywhere.count(word) > 1 and len(word) > 3 for word in words)
    names = any(span.overlaps(handle.span) for span in named)
    weight = handle.weight + _NAMES_SOMETHING * names + _READ_AS_ASSUMPTION * read + _TOPIC_WORD * min(3, again)
    pull = _pull(handle, words, text, matter) + (_pull_in_an_answer(handle) if answering else 0.0)
    return replace(handle, weight=round(weight, 4), pull=round(pull, 4))


def _pull_in_an_answer(handle: Handle) -> float:
    plain = handle.quote.replace("’", "'")
    another = handle.kind != FRAGMENT and _SAYS_WHO.match(plain) and not _TO_ME.search(plain)
    return (
        _ANSWERS_OF_ONESELF * bool(_BEGINS_AS_OWN.match(plain))
        + _ANSWERS_OF_ANOTHER * bool(another)
        + _ADMITS * bool(_ADMISSION.search(plain))
        + _LONG_AGO * bool(_THEN.search(plain) and not _BEGINS_AS_OWN.match(plain))
    )


def _pull(handle: Handle, words: set[str], text: str, matter: Mapping[str, float]) -> float:
    denies = bool(words & _DENYING) or any(word.endswith("n't") for word in words)
    end = handle.span.end / max(1, len(text.rstrip()))
    pull = _LATER * (end - 0.5) + _DENIES * denies + _OF_THEMSELVES * bool(words & _OWN)
    pull += _AFTER_BUT * _beside_but(handle, text)
    return round(pull + _NAMES_THE_MATTER * names_the_matter(handle.quote, matter), 4)


def _beside_but(handle: Handle, text: str) -> int:
    """Return 1 for what follows a "but", -1 for what stands right before one, else 0."""
    after = _FOLLOWS_BUT.search(text[: handle.span.start]) or _BEGINS_WITH_BUT.match(handle.quote)
    return bool(after) - bool(_BEFORE_BUT.match(text, handle.span.end))
