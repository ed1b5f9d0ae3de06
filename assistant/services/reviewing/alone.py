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
