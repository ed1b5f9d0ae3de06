"""Say a day as people do, with its year where it is another than the review's."""

from __future__ import annotations

from datetime import date

from assistant.core.entry import Quotation
from assistant.core.period import Period
from assistant.core.review import Dated, Part, Stated


def day_words(day: date, period: Period) -> str:
    """Return "3 May", or "3 May 2025" outside the year that the period ends in."""
    return f"{day.day} {day:%B}" if day.year == period.last.year else whole_day(day)


def whole_day(day: date) -> str:
    """Return "3 May 2025"."""
    return f"{day.day} {day:%B} {day.year}"


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
