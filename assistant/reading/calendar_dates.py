"""Read a stretch of days that has a name of its own: a date, a month, a season, a feast, a year.

A stretch without a year stands for one in every year; which one is meant is decided where it is known when the
person wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from assistant.core.calendar import (
    FEASTS,
    SEASONS,
    Days,
    day_of,
    feast_weekend,
    month_of,
    moved,
    season_of,
    year_of,
)
from assistant.reading.calendar_words import MONTH, MONTHS, OF_YEAR, ORDER, ORDERS, YEAR, any_of, compiled

Yearly = Callable[[int], Days | None]
"""The stretch in a given year, None where that year has none."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a phrase means: its days in each year, or the same days whatever the year."""

    in_year: Yearly
    dated: bool = False
    """The days are known without being told a year."""
    coarse: bool = False
    """A month, season or year, of which a part can be named."""
    vague: bool = False
    """"Lately" and its like: any other days that a question names are what it means."""

    @classmethod
    def of(cls, days: Days | None, *, coarse: bool = False) -> Stretch | None:
        """Return a stretch that is known; None where there are no such days."""
        return None if days is None else cls(lambda _year: days, dated=True, coarse=coarse)

    def changed(self, change: Callable[[Days], Days | None], *, coarse: bool = False) -> Stretch:
        """Return the stretch that `change` makes of this one in every year."""

        def in_year(year: int) -> Days | None:
            days = self.in_year(year)
            return None if days is None else change(days)

        return Stretch(in_year, self.dated, coarse)


Found = tuple[Stretch, int]
"""A stretch, and where its words end."""

_ISO: Final = compiled(r"(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?")
_DAY_MONTH: Final = compiled(rf"(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}{OF_YEAR}")
_MONTH_DAY: Final = compiled(rf"{MONTH}\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){OF_YEAR}")
_DAY_ONLY: Final = compiled(r"the\s+(?P<day>\d{1,2})(?:st|nd|rd|th)")
_MONTH_ONLY: Final = compiled(rf"(?:the\s+month\s+of\s+)?{MONTH}{OF_YEAR}")
_SEASON: Final = compiled(rf"(?:the\s+)?(?P<season>{any_of(SEASONS)})(?:time)?{OF_YEAR}")
_FEAST: Final = compiled(
    rf"(?:the\s+)?(?P<feast>{any_of(FEASTS)})(?P<around>\s+(?:long\s+)?weekend|\s+holidays?)?{OF_YEAR}"
)
_FEAST_IN_MAY: Final = compiled(
    rf"(?:the\s+)?{ORDER}\s+bank\s+holiday(?P<around>\s+weekend)?\s+(?:in|of)\s+may{OF_YEAR}"
)
_YEAR_ONLY: Final = compiled(rf"(?:the\s+year\s+)?{YEAR}")
_FEAST_NAMES: Final = {re.sub(r"['’]", "", name): feast for name, feast in FEASTS.items()}


def _year_of(match: re.Match[str]) -> int | None:
    year = match.group("year")
    return int(year) if year else None


def _yearly(in_year: Yearly, year: int | None, *, coarse: bool = False) -> Stretch | None:
    return Stretch(in_year, coarse=coarse) if year is None else Stretch.of(in_year(year), coarse=coarse)


def read_date(text: str, at: int, today: date) -> Found | None:
    """Read a stretch that has a name of its own: a date, month, season, feast or year."""
    if match := _ISO.match(text, at):
        year, month, day = int(match["year"]), int(match["month"]), match["day"]
        if not (1 <= month <= 12 and year):
            return None
        stretch = Stretch.of(day_of(year, month, int(day)) if day else month_of(year, month), coarse=not day)
        return (stretch, match.end()) if stretch else None
    if found := _read_feast(text, at):
        return found
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        if match := pattern.match(text, at):
            month, number = MONTHS[match["month"]], int(match["day"])
            stretch = _yearly(partial(day_of, month=month, day=number), _year_of(match))
            if stretch and 1 <= number <= 31:
                return stretch, match.end()
    if match := _DAY_ONLY.match(text, at):
        stretch = Stretch.of(_latest_day(int(match["day"]), today))
        return (stretch, match.end()) if stretch else None
    return _read_coarse(text, at)


def _read_coarse(text: str, at: int) -> Found | None:
    if match := _MONTH_ONLY.match(text, at):
        month = MONTHS[match["month"]]
        stretch = _yearly(lambda year: month_of(year, month), _year_of(match), coarse=True)
    elif match := _SEASON.match(text, at):
        name = match["season"]
        stretch = _yearly(lambda year: season_of(year, name), _year_of(match), coarse=True)
    elif match := _YEAR_ONLY.match(text, at):
        stretch = Stretch.of(year_of(int(match["year"])), coarse=True)
    else:
        return None
    return (stretch, match.end()) if stretch else None


def _read_feast(text: str, at: int) -> Found | None:
    if match := _FEAST_IN_MAY.match(text, at):
        feast = FEASTS["may bank holiday" if ORDERS[match["order"]] == 1 else "late may bank holiday"]
    elif match := _FEAST.match(text, at):
        feast = _FEAST_NAMES[re.sub(r"['’]", "", re.sub(r"\s+", " ", match["feast"]))]
    else:
        return None
    around = match["around"] or ""
    if around.endswith("weekend"):
        stretch = _yearly(lambda year: feast_weekend(feast(year)), _year_of(match))
    elif around:
        stretch = _yearly(lambda year: feast(year).widened(4, 7), _year_of(match))
    else:
        stretch = _yearly(feast, _year_of(match))
    return (stretch, match.end()) if stretch else None


def _latest_day(number: int, today: date) -> Days | None:
    """Return the latest day of that number that is not in the future."""
    for back in range(62):
        day = moved(today, -back)
        if day.day == number:
            return Days(day, day)
    return None
