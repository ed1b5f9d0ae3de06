"""The stretch of time that a review is about: a quarter, a month, a year, or any other days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from assistant.core.calendar import Days, month_of, moved, week_of, year_of


class Stretch(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DAYS = "days"
    """Any other stretch."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a review is about."""

    name: str
    """`2026-Q3`, `2026-09`, `2026`, or `2026-01-05..2026-02-10`."""
    stretch: Stretch
    first: date
    last: date

    @property
    def days(self) -> Days:
        """The same as a stretch of days."""
        return Days(self.first, self.last)

    def before(self) -> Period:
        """Return the period of the same kind before this one."""
        if self.stretch is Stretch.DAYS:
            return period_between(moved(self.first, -len(self.days)), moved(self.first, -1))
        earlier = moved(self.first, -1)
        if self.stretch is Stretch.YEAR:
            return period_named(f"{earlier.year:04}")
        if self.stretch is Stretch.MONTH:
            return period_named(f"{earlier.year:04}-{earlier.month:02}")
        return period_named(f"{earlier.year:04}-Q{(earlier.month + 2) // 3}")

    def weeks(self) -> list[date]:
        """Return the Mondays of the weeks that hold a day of the period."""
        first, last = week_of(self.first).first, week_of(self.last).first
        return [moved(first, 7 * number) for number in range((last - first).days // 7 + 1)]


_QUARTER: Final = re.compile(r"(\d{4})-[Qq]([1-4])")
_MONTH: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_YEAR: Final = re.compile(r"\d{4}")


def period_named(name: str) -> Period:
    """Return the quarter, month or year of that name. Raises ValueError."""
    if found := _QUARTER.fullmatch(name):
        year, quarter = int(found[1]), int(found[2])
        return Period(
            f"{year:04}-Q{quarter}",
            Stretch.QUARTER,
            month_of(year, 3 * quarter - 2).first,
            month_of(year, 3 * quarter).last,
        )
    if found := _MONTH.fullmatch(name):
        month = month_of(int(found[1]), int(found[2]))
        return Period(name, Stretch.MONTH, month.first, month.last)
    if _YEAR.fullmatch(name):
        year_whole = year_of(int(name))
        return Period(name, Stretch.YEAR, year_whole.first, year_whole.last)
    raise ValueError(f"no period is named {name!a}")


def period_between(first: date, last: date) -> Period:
    """Return the period between two days, both included. Raises ValueError where they stand the wrong way round."""
    Days(first, last)
    return Period(f"{first}..{last}", Stretch.DAYS, first, last)


def day_words(day: date, period: Period) -> str:
    """Return "3 May", or "3 May 2025" outside the year that the period ends in."""
    return f"{day.day} {day:%B}" if day.year == period.last.year else whole_day(day)


def whole_day(day: date) -> str:
    """Return "3 May 2025"."""
    return f"{day.day} {day:%B} {day.year}"
