"""Days, seasons and feasts: the calendar as people speak of it."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A stretch of whole days, both ends included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"not a stretch of days: {self.first} to {self.last}")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> date:
        """The day half way, the earlier one of two."""
        return self.first + (self.last - self.first) // 2

    def widened(self, before: int, after: int) -> Days:
        """Return the stretch with so many days more at either end, as far as the calendar goes."""
        return Days(moved(self.first, -before), moved(self.last, after))


def moved(day: date, days: int) -> date:
    """Return the day so many days later or earlier, or the calendar's first or last day."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def day_of(year: int, month: int, day: int) -> Days | None:
    """Return one day as a stretch; None where there is no such day."""
    try:
        only = date(year, month, day)
    except ValueError:
        return None
    return Days(only, only)


def month_of(year: int, month: int) -> Days:
    """Return a whole month."""
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def year_of(year: int) -> Days:
    """Return a whole year."""
    return Days(date(year, 1, 1), date(year, 12, 31))


def week_of(day: date) -> Days:
    """Return the week from Monday to Sunday that holds the day."""
    monday = moved(day, -day.weekday())
    return Days(monday, moved(monday, 6))


def weekend_of(day: date) -> Days:
    """Return Saturday and Sunday of the week that holds the day."""
    week = week_of(day)
    return Days(moved(week.first, 5), week.last)


SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each season of three months, as in the north."""


def season_of(year: int, name: str) -> Days | None:
    """Return a season; the winter of a year ends in it. None for the winter of the calendar's first year."""
    start = SEASONS[name]
    if name != "winter":
        return Days(date(year, start, 1), month_of(year, start + 2).last)
    return Days(date(year - 1, 12, 1), month_of(year, 2).last) if year > 1 else None


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar.

    **Source**: the anonymous algorithm in Meeus, *Astronomical Algorithms* (1991), chapter 8.
    """
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """Return the number-th weekday (0 is Monday) of a month; number -1 is the last one."""
    whole = month_of(year, month)
    if number > 0:
        return moved(whole.first, (weekday - whole.first.weekday()) % 7 + 7 * (number - 1))
    return moved(whole.last, -((whole.last.weekday() - weekday) % 7) + 7 * (number + 1))


Feast = Callable[[int], Days]


def _fixed(month: int, day: int, days: int = 1) -> Feast:
    return lambda year: Days(date(year, month, day), date(year, month, day) + timedelta(days - 1))


def _from_easter(shift: int, days: int = 1) -> Feast:
    def feast(year: int) -> Days:
        first = easter(year) + timedelta(shift)
        return Days(first, first + timedelta(days - 1))

    return feast


def _nth(month: int, weekday: int, number: int, days: int = 1, shift: int = 0) -> Feast:
    def feast(year: int) -> Days:
        first = nth_weekday(year, month, weekday, number) + timedelta(shift)
        return Days(first, first + timedelta(days - 1))

    return feast


FEASTS: Final[dict[str, Feast]] = {
    "easter weekend": _from_easter(-2, 4),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter day": _from_easter(0),
    "easter": _from_easter(-2, 4),
    "good friday": _from_easter(-2),
    "holy week": _from_easter(-7, 7),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "mothering sunday": _from_easter(-21),
    "ash wednesday": _from_easter(-46),
    "shrove tuesday": _from_easter(-47),
    "pancake day": _from_easter(-47),
    "mardi gras": _from_easter(-47),
    "lent": _from_easter(-46, 46),
    "ascension day": _from_easter(39),
    "pentecost": _from_easter(49, 2),
    "whitsun": _from_easter(48, 3),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas weekend": lambda year: weekend_of(date(year, 12, 25)).widened(1, 1),
    "christmas": _fixed(12, 24, 3),
    "xmas": _fixed(12, 24, 3),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "new year's": lambda year: Days(date(year - 1, 12, 31), date(year, 1, 1)),
    "new year": lambda year: Days(date(year - 1, 12, 31), date(year, 1, 1)),
    "epiphany": _fixed(1, 6),
    "burns night": _fixed(1, 25),
    "australia day": _fixed(1, 26),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "valentine's": _fixed(2, 14),
    "leap day": lambda year: Days(moved(date(year, 3, 1), -1), moved(date(year, 3, 1), -1)),
    "st patrick's day": _fixed(3, 17),
    "saint patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "april fool's day": _fixed(4, 1),
    "april fools": _fixed(4, 1),
    "st george's day": _fixed(4, 23),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "cinco de mayo": _fixed(5, 5),
    "juneteenth": _fixed(6, 19),
    "midsummer": _fixed(6, 21, 4),
    "canada day": _fixed(7, 1),
    "fourth of july": _fixed(7, 4),
    "4th of july": _fixed(7, 4),
    "july fourth": _fixed(7, 4),
    "independence day": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "halloween": _fixed(10, 31),
    "hallowe'en": _fixed(10, 31),
    "all saints": _fixed(11, 1),
    "bonfire night": _fixed(11, 5),
    "guy fawkes": _fixed(11, 5),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "remembrance day": _fixed(11, 11),
    "remembrance sunday": _nth(11, 6, 2),
    "martin luther king day": _nth(1, 0, 3),
    "mlk day": _nth(1, 0, 3),
    "presidents day": _nth(2, 0, 3),
    "presidents' day": _nth(2, 0, 3),
    "super bowl sunday": _nth(2, 6, 2),
    "mother's day": _nth(5, 6, 2),
    "father's day": _nth(6, 6, 3),
    "memorial day": _nth(5, 0, -1),
    "labor day": _nth(9, 0, 1),
    "labour day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "thanksgiving": _nth(11, 3, 4),
    "thanksgiving day": _nth(11, 3, 4),
    "black friday": _nth(11, 3, 4, shift=1),
    "bank holiday": _nth(8, 0, -1),
    "may bank holiday": _nth(5, 0, 1),
    "early may bank holiday": _nth(5, 0, 1),
    "first bank holiday in may": _nth(5, 0, 1),
    "first may bank holiday": _nth(5, 0, 1),
    "second bank holiday in may": _nth(5, 0, -1),
    "second may bank holiday": _nth(5, 0, -1),
    "late may bank holiday": _nth(5, 0, -1),
    "spring bank holiday": _nth(5, 0, -1),
    "summer bank holiday": _nth(8, 0, -1),
    "august bank holiday": _nth(8, 0, -1),
}
"""Feasts with a name: each year's days. `easter` alone means Good Friday to Easter Monday, `christmas` three days."""


def feast_weekend(days: Days) -> Days:
    """Return the long weekend that goes with a feast: from Saturday to a Monday, or the weekend next to it.

    It always holds a Saturday. A feast on a Wednesday lies between two weekends, and both are meant.
    """
    weekday = days.first.weekday()
    if len(days) >= 3 and moved(days.first, (5 - weekday) % 7) in days:
        return days
    if weekday <= 1:  # Monday, Tuesday: the weekend before it
        return Days(moved(days.first, -2 - weekday), days.last)
    if weekday >= 3:  # Thursday to Sunday: on to the Sunday
        first = min(days.first, weekend_of(days.first).first)
        return Days(first, max(days.last, weekend_of(days.first).last))
    return Days(weekend_of(moved(days.first, -7)).first, weekend_of(days.first).last)
