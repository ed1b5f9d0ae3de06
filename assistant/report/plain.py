"""Say a sentence of a review as plain text."""

from __future__ import annotations

from assistant.core.entry import Quotation
from assistant.core.period import Period, day_words
from assistant.core.review import Dated, Part, Stated


def plain(parts: tuple[Part, ...], period: Period) -> str:
    """Return a sentence as plain text."""
    return "".join(_plain(part, period) for part in parts)


def _plain(part: Part, period: Period) -> str:
    match part:
        case Dated():
            return day_words(part.day, period)
        case Quotation() | Stated():
            return f"“{part.text}”"
        case _:
            return part
