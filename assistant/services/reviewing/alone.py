"""Choose how a line is quoted by itself: without the "And" that joined it to another, and once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from assistant.core.entry import Entry, Quotation
from assistant.core.ids import EntryId
from assistant.core.review import Fact, Section
from assistant.core.span import Span

_JOINED: Final = re.compile(r"and,? +(?!yet\b|for\b|that\b)(?=\w)", re.IGNORECASE)
"""A joining word at the beginning of a sentence. Never a "But": without it, half of what is said is the whole of it."""

HANGING: Final = re.compile(r"^[\W_]*(?:only|but|yet|so|in this|nor|which)\b", re.IGNORECASE)
"""The beginning of a sentence that hangs on the one before it."""


SHORT_WORDS: Final = 15

_IT = (
    r"it(?! (?:(?:had|has|is|was) (?:been )?|just |still |only )*"
    r"(?:rain|snow|pour|hail|drizzl|thunder|freez|froze)\w*)"
)
_THAT = (
    r"th(?:is|at|ose)(?=[.,;:!?]|$| (?:is|was|were|are|had|has|would|will|did|does|with|and|to|in|at|on|for|by|before"
    r"|after|again|too|all|alone|then|now|there|made|took|went|came|so|away|from|off|up|down|out|back|either|enough"
    r"|just|never|not|better|only|really|of|as|when|because|if|or|but|one|much|very|more)\b)"
)
_THERE = r"there(?! (?:is|was|are|were|has|had|will|would|may|might|must|came|be|isn|wasn|aren|weren)\b)"
_POINTS: Final = re.compile(rf"(?<![\w'’])(?:them|{_IT}|{_THAT}|{_THERE})(?![\w'’])", re.IGNORECASE)
"""Words that stand for something said before: "that man" names it, "it rained" and "there is" stand for nothing."""
_AFTER_THAT: Final = re.compile(
    r"(?<!\w)(?:after|before|since|until|till|besides) (?:that|this|it)(?= (?:with|and|i|we)\b|[.,;]|$)", re.IGNORECASE
)
_GOES_ON: Final = re.compile(r"^[\W_]*(?:\w+\W+){0,2}(?:also|thence)\b", re.IGNORECASE)
_NOUN: Final = re.compile(
    r"(?<![\w'’])(?:(?:the|a|an|my|our|your|their|his|her|some|any|every|each|no|two|three|four|five|six|of|in|on|at"
    r"|for|to|"
    r"from|with|about|into|over)\s+(?!(?:them|it|this|that|those|there)\b)\w|\w+(?:ing|ness|tion)\b)"
    r"|(?<=\s)(?!I\b)[A-Z]\w",
)
"""Words that begin what a later "it" may stand for: a noun behind its article or its preposition, or a name."""


def points(text: str) -> bool:
    """Say whether a line points at what it does not name: "I went also and had them entered", "after that".

    A short one has no "it", "them" or "that" before which nothing is named; a long one mostly says what it is of.
    """
    if _GOES_ON.match(text) or _AFTER_THAT.search(text):
        return True
    found = _POINTS.search(text) if len(text.split()) < SHORT_WORDS else None
    return found is not None and _NOUN.search(text[: found.start()]) is None


def alone(line: Quotation, entry: Entry) -> Quotation:
    """Return a line that is quoted by itself without the word that joined it to the one before."""
    joined = _JOINED.match(line.text)
    if joined is None:
        return line
    return Quotation.cut(entry, Span(line.span.start + joined.end(), line.span.end))


def each_alone(section: Section, entries: Mapping[EntryId, Entry]) -> Section:
    """Return a section with each of its lines as it is quoted by itself; one of an older entry stays as it is."""
    blocks = tuple(
        replace(block, facts=tuple(_alone(fact, entries) for fact in block.facts)) for block in section.blocks
    )
    return replace(section, blocks=blocks)


def _alone(fact: Fact, entries: Mapping[EntryId, Entry]) -> Fact:
    lines = (alone(one, entries[one.entry]) if one.entry in entries else one for one in fact.lines)
    return replace(fact, lines=tuple(lines))


def shares_with(line: Quotation, others: Iterable[Quotation]) -> bool:
    """Say whether some of the same words are quoted already."""
    return any(one.entry == line.entry and one.span.overlaps(line.span) for one in others)
