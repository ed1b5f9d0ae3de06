"""Choose how a line is quoted by itself: without the "But" that joined it to another, and once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from assistant.core.entry import Entry, Quotation
from assistant.core.span import Span

_JOINED: Final = re.compile(r"(?:but|and)(?: yet)?,? +(?!for\b|that\b)(?=\w)", re.IGNORECASE)
"""A joining word at the beginning of a sentence. "But for the rain" joins nothing, and "So tired" says how tired."""


def alone(line: Quotation, entry: Entry) -> Quotation:
    """Return a line that is quoted by itself without the word that joined it to the one before."""
    joined = _JOINED.match(line.text)
    if joined is None:
        return line
    return Quotation.cut(entry, Span(line.span.start + joined.end(), line.span.end))


def shares_with(line: Quotation, others: Iterable[Quotation]) -> bool:
    """Say whether some of the same words are quoted already."""
    return any(one.entry == line.entry and one.span.overlaps(line.span) for one in others)
