"""Read phrases built on a stretch of days: a part of it, the days before or after it, a count of days ago."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from assistant.core.calendar import (
    SEASONS,
    Days,
    month_of,
    moved,
    season_of,
    week_of,
    weekend_of,
    year_of,
)
from assistant.reading.calendar_dates import Found, Stretch, read_date
from assistant.reading.calendar_words import (
    COUNT,
    MONTHS,
    ORDER,
    ORDERS,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    any_of,
    compiled,
    count_of,
    leading,
)

_PART: Final = leading(
    r"(?:the\s+)?(?:(?P<early>early(?:\s+(?:in|on\s+in))?|(?:beginning|start)\s+of|first\s+part\s+of)|(?P<half>(?:first|second|latter)\s+half\s+of)"
    r"|(?P<mid>mid(?:dle\s+of|dle\s+part\s+of)?|halfway\s+through)"
    r"|(?P<late>late(?:r)?(?:\s+in)?|(?:end|tail\s+end|close|back\s+end)\s+of))[\s-]+"
)
_PLACE: Final = leading(rf"(?:the\s+)?(?:very\s+)?{ORDER}\s+(?:{COUNT}\s+)?(?:{UNIT}|{WEEKDAY})\s+(?:of|in)\s+")
_BESIDE: Final = leading(
    rf"(?:the\s+)?(?:last\s+)?(?:(?:{COUNT}\s+)?{UNIT}|{WEEKDAY}|morning|evening|night)\s+"
    r"(?:(?P<before>before|leading\s+up\s+to|running\s+up\s+to|prior\s+to)|(?P<after>after|following)|of)\s+"
)
_AROUND: Final = leading(r"(?:round\s+about|around|circa|near|close\s+to)\s+")
_AGO: Final = compiled(rf"(?:about\s+|around\s+|roughly\s+)?{COUNT}\s+{UNIT}\s+(?:ago|back|earlier)")
_PAST: Final = compiled(rf"(?:the\s+|these\s+|this\s+)?(?:past|last|previous)\s+{COUNT}\s+{UNIT}")
_LAST: Final = compiled(
    rf"(?:the\s+)?(?P<which>last|this|previous|past|the\s+past)\s+(?:{UNIT}|{WEEKDAY}|night|(?P<season>{any_of(SEASONS)})"
    rf"|(?P<month>{any_of(MONTHS)}))"
)
_EARLIER: Final = compiled(r"(?P<end>earlier|later)\s+(?:this|that)\s+(?P<unit>week|month|year)")
_SAME_TIME: Final = compiled(r"this\s+(?:time|day|week|month)\s+last\s+(?P<unit>year|month|week)")
_NAMED: Final = compiled(
    r"(?:(?P<today>today|this\s+(?:morning|afternoon|evening)|tonight)|(?P<before>the\s+day\s+before\s+yesterday)"
    r"|(?P<yesterday>yesterday(?:\s+(?:morning|afternoon|evening|night))?)|(?P<lately>recently|lately|these\s+days|the\s+other\s+day))"
)
_WEEKDAY_ONLY: Final = compiled(rf"{WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?")

LATELY_DAYS: Final = 21
"""How far "lately" reaches back: nobody says it of last month."""

SEVERAL: Final = 3
"""How many "the weeks before" are, where no number is said."""

NEAR_DAYS: Final = 4
"""How far "around" reaches to either side of a day."""


def read_stretch(text: str, at: int, today: date) -> Found | None:
    """Read the phrase that begins at a place of a text in lower case; None where none does."""
    for read in (_read_around, _read_part, _read_place, _read_beside, _read_relative, read_date, _read_weekday):
        if found := read(text, at, today):
            return found
    return None


def _read_around(text: str, at: int, today: date) -> Found | None:
    match = _AROUND.match(text, at)
    inner = read_stretch(text, match.end(), today) if match else None
    if inner is None:
        return None
    stretch, end = inner
    return stretch.changed(lambda days: days.widened(NEAR_DAYS, NEAR_DAYS) if len(days) < 8 else days), end


def _read_part(text: str, at: int, today: date) -> Found | None:
    """Read a third of a month, season or year: its first ten days, the ten about its middle, its last."""
    match = _PART.match(text, at)
    inner = (_read_relative(text, match.end(), today) or read_date(text, match.end(), today)) if match else None
    if match is None or inner is None or not inner[0].coarse:
        return None
    stretch, end = inner

    def part(days: Days) -> Days:
        third = len(days) // 3
        if match["half"]:
            return Days(days.first, days.middle) if match["half"][0] == "f" else Days(moved(days.middle, 1), days.last)
        if match["early"]:
            return Days(days.first, moved(days.first, third - 1))
        if match["late"]:
            return Days(moved(days.last, -third), days.last)
        return Days(moved(days.first, third), moved(days.last, -third - (len(days) - 3 * third)))

    return stretch.changed(part), end


def _read_place(text: str, at: int, today: date) -> Found | None:
    """Read the first, second, … or last week, weekend, day or weekday of a month, season or year."""
    match = _PLACE.match(text, at)
    inner = (_read_relative(text, match.end(), today) or read_date(text, match.end(), today)) if match else None
    if match is None or inner is None or not inner[0].coarse:
        return None
    stretch, end = inner
    number, unit = ORDERS[match["order"]], match["unit"] or "weekday"

    def placed(days: Days) -> Days | None:
        if match["weekday"]:
            first = weekday_after(moved(days.first, -1), WEEKDAYS[match["weekday"]])
            last = weekday_before(moved(days.last, 1), WEEKDAYS[match["weekday"]])
            day = last if number < 0 else moved(first, 7 * (number - 1))
            return Days(day, day)
        if unit == "weekend":
            first = weekday_after(moved(days.first, -1), 5)
            day = weekday_before(moved(days.last, 1), 5) if number < 0 else moved(first, 7 * (number - 1))
            return Days(day, moved(day, 1))
        several = count_of(match["count"]) if match["count"] else 1
        length = several * {"day": 1, "fortnight": 14, "month": 30}.get(unit, 7)
        if number < 0:
            return Days(moved(days.last, 1 - length), days.last)
        first = moved(days.first, length * (number - 1))
        return Days(first, moved(first, length - 1))

    return stretch.changed(placed), end


def _read_beside(text: str, at: int, today: date) -> Found | None:
    """Read the week before a feast, the Monday after a date, two days before it, the weekend of it."""
    match = _BESIDE.match(text, at)
    inner = read_stretch(text, match.end(), today) if match else None
    if match is None or inner is None:
        return None
    stretch, end = inner
    several = match["unit"] is not None and match[0].split(match["unit"])[1].startswith("s")
    count = count_of(match["count"]) if match["count"] else SEVERAL if several else 1
    return stretch.changed(_beside(match, count)), end


def _beside(match: re.Match[str], count: int) -> Callable[[Days], Days]:
    unit, weekday = match["unit"] or "day", match["weekday"]
    length = {"week": 7, "fortnight": 14, "month": 30, "year": 365}.get(unit, 1)

    def before(days: Days) -> Days:
        if weekday:
            day = weekday_before(days.first, WEEKDAYS[weekday])
            return Days(day, day)
        if unit == "weekend":
            saturday = weekday_before(days.first, 5)
            return Days(saturday, moved(saturday, 1))
        if unit == "day" and count > 1 and match["before"] and "up" not in match["before"]:
            return Days(moved(days.first, -count), moved(days.first, -count))
        return Days(moved(days.first, -length * count), moved(days.first, -1))

    def after(days: Days) -> Days:
        if weekday:
            day = weekday_after(days.last, WEEKDAYS[weekday])
            return Days(day, day)
        if unit == "weekend":
            saturday = weekday_after(days.last, 5)
            return Days(saturday, moved(saturday, 1))
        if unit == "day" and count > 1:
            return Days(moved(days.last, count), moved(days.last, count))
        return Days(moved(days.last, 1), moved(days.last, length * count))

    def of(days: Days) -> Days:
        if weekday:
            day = moved(week_of(days.first).first, WEEKDAYS[weekday])
            return Days(day, day)
        if unit == "weekend" and len(days) <= 7:
            return weekend_of(days.first)
        return Days(week_of(days.first).first, week_of(days.last).last) if unit == "week" else days

    return before if match["before"] else after if match["after"] else of


def _read_relative(text: str, at: int, today: date) -> Found | None:
    """Read what is said from where today stands: yesterday, last summer, three weeks ago, the past month."""
    for pattern, meaning in (
        (_AGO, _ago), (_PAST, _past), (_LAST, _last), (_EARLIER, _earlier), (_SAME_TIME, _same_time), (_NAMED, _named),
    ):  # fmt: skip
        if match := pattern.match(text, at):
            days, coarse = meaning(match, today)
            stretch = Stretch.of(days, coarse=coarse)
            vague = pattern is _NAMED and bool(match["lately"])
            return (replace(stretch, vague=vague), match.end()) if stretch else None
    return None


Meant = tuple[Days | None, bool]


def _ago(match: re.Match[str], today: date) -> Meant:
    unit, count = match["unit"], count_of(match["count"])
    day = back(unit, count, today)
    if unit == "day":
        return Days(day, day).widened(*((0, 0) if count < 7 else (1, 1))), False
    if unit in ("week", "fortnight"):
        return Days(day, day).widened(3, 3), False
    return whole(unit, day), True


def _past(match: re.Match[str], today: date) -> Meant:
    return Days(back(match["unit"], count_of(match["count"]), today), today), False


def _last(match: re.Match[str], today: date) -> Meant:
    this = match["which"] == "this"
    if weekday := match["weekday"]:
        day = moved(week_of(today).first, WEEKDAYS[weekday]) if this else weekday_before(today, WEEKDAYS[weekday])
        return Days(day, day), False
    if season := match["season"]:
        return _latest(lambda year: season_of(year, season), today, this), True
    if match["month"]:
        number = MONTHS[match["month"]]
        return _latest(lambda year: month_of(year, number), today, this), True
    unit = match["unit"] or "night"
    if unit == "night":
        return Days(moved(today, -1), today), False
    if unit == "weekend":
        return _latest_weekend(today, this), False
    return whole(unit, today if this else back(unit, 1, today)), True


def _latest(in_year: Callable[[int], Days | None], today: date, this: bool) -> Days | None:
    """Return the latest such stretch that is over, or, for "this", that has begun."""
    for year in range(today.year + 1, today.year - 2, -1):
        days = in_year(year)
        if days is not None and (days.first <= today if this else days.last < today):
            return days
    return None


def _latest_weekend(today: date, this: bool) -> Days:
    weekend = weekend_of(today)
    return weekend if this and weekend.first <= today else weekend_of(moved(today, -7))


def _earlier(match: re.Match[str], today: date) -> Meant:
    days = whole(match["unit"], today)
    return (Days(days.first, today) if match["end"] == "earlier" else days), False


def _same_time(match: re.Match[str], today: date) -> Meant:
    return Days(back(match["unit"], 1, today), back(match["unit"], 1, today)).widened(NEAR_DAYS, NEAR_DAYS), False


def _named(match: re.Match[str], today: date) -> Meant:
    if match["lately"]:
        return Days(moved(today, -LATELY_DAYS), today), False
    day = moved(today, -2 if match["before"] else -1 if match["yesterday"] else 0)
    return Days(day, day), False


def _read_weekday(text: str, at: int, today: date) -> Found | None:
    match = _WEEKDAY_ONLY.match(text, at)
    if match is None:
        return None
    day = weekday_before(moved(today, 1), WEEKDAYS[match["weekday"]])
    stretch = Stretch.of(Days(day, day))
    return (stretch, match.end()) if stretch else None


def weekday_before(day: date, weekday: int) -> date:
    """Return the last such weekday before the day."""
    return moved(day, -((day.weekday() - weekday - 1) % 7 + 1))


def weekday_after(day: date, weekday: int) -> date:
    """Return the first such weekday after the day."""
    return moved(day, (weekday - day.weekday() - 1) % 7 + 1)


def whole(unit: str, day: date) -> Days:
    """Return the day, week, weekend, month or year that holds the day."""
    match unit:
        case "day" | "night":
            return Days(day, day)
        case "week":
            return week_of(day)
        case "weekend":
            return weekend_of(day)
        case "month":
            return month_of(day.year, day.month)
        case _:
            return year_of(day.year)


def back(unit: str, count: int, day: date) -> date:
    """Return the day so many days, weeks, fortnights, months or years before."""
    match unit:
        case "day":
            return moved(day, -count)
        case "week" | "weekend":
            return moved(day, -7 * count)
        case "fortnight":
            return moved(day, -14 * count)
    months = max(day.year * 12 + day.month - 1 - count * (12 if unit == "year" else 1), 12)
    found = month_of(months // 12, months % 12 + 1)
    return min(moved(found.first, day.day - 1), found.last)
