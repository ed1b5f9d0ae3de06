"""Say how near an entry's day is to the days a question names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from assistant.core.calendar import Days
from assistant.reading.calendar import AskedDays

TOLD_LATER_DAYS: Final = 14
"""How long after it happened a thing is usually written of; a question names the day it happened."""

TOLD_LATER: Final = 0.6
"""What the day after counts for, against 1 for the days themselves; it falls to 0 at the end of that time."""


def meant(asked: AskedDays, written: Iterable[date]) -> Days | None:
    """Return the likeliest of the stretches within which anything was written, else one soon after which it was."""
    days = list(written)
    for later in (0, TOLD_LATER_DAYS - 1):
        for choice in asked.choices:
            told = choice.widened(0, later)
            if any(day in told for day in days):
                return choice
    return None


def nearness_to(days: Days, day: date) -> float:
    """Return 1 within the days, less after them the later it is, 0 before."""
    if day in days:
        return 1.0
    late = (day - days.last).days
    return TOLD_LATER * (1.0 - late / TOLD_LATER_DAYS) if 0 < late < TOLD_LATER_DAYS else 0.0


def nearness(asked: AskedDays, day: date, written: Iterable[date]) -> float:
    """Return the same for the stretch that is meant; 0 where nothing was written in any of them."""
    days = meant(asked, written)
    return 0.0 if days is None else nearness_to(days, day)
