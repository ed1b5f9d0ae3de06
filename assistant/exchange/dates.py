"""Read the dates that other programs write, without guessing what they leave out.

Values are read by `datetime.fromisoformat`, dateutil and, for month names of other languages, dateparser. What
those would fill in from today's calendar counts as missing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import StrEnum
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

LONGEST_DATE: Final = 80
"""Code points; the longest spelled-out date and time with a zone name stays under it."""

MILLISECONDS_FROM: Final = 100_000_000_000
"""Numbers from here on count milliseconds: as seconds this would be the year 5138."""

FIRST_YEAR: Final = 2
LAST_YEAR: Final = 9998
"""A day's room at both ends of the calendar, so that any offset can be applied."""

_UNREADABLE = (ValueError, OverflowError, TypeError, IndexError, KeyError, AttributeError, ArithmeticError)
"""What dateutil and dateparser are known to raise on text that is not a date."""


class Order(StrEnum):
    """In which order a purely numeric date with the year at its end names day and month."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


def local_zone() -> tzinfo:
    """Return this machine's time zone."""
    from tzlocal import get_localzone

    return get_localzone()


def anchored(moment: datetime, zone: tzinfo) -> datetime:
    """Return the moment with a fixed offset in whole minutes; `zone` is used where it carries none.

    Raises ValueError outside the years that every offset can be applied to.
    """
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"the year {moment.year} is not a diary's")
    placed = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    offset = placed.utcoffset() or timedelta(0)
    minutes = round(offset.total_seconds() / 60)
    return placed.replace(tzinfo=timezone(timedelta(minutes=minutes)), fold=0)


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """Return the same instant on the clock of `zone`, with a fixed offset."""
    return anchored(moment.astimezone(zone), zone)


def from_epoch(number: float, zone: tzinfo, *, in_milliseconds: bool | None = None) -> datetime:
    """Return the moment that many seconds, or milliseconds when it is large, after 1970 began in UTC.

    Raises ValueError when that lies outside the calendar.
    """
    thousandths = abs(number) >= MILLISECONDS_FROM if in_milliseconds is None else in_milliseconds
    try:
        return in_zone(
            datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=number / 1000 if thousandths else number),
            zone,
        )
    except (OverflowError, ValueError) as error:
        raise ValueError(f"{number} is not a moment of the calendar") from error


@lru_cache(maxsize=256)
def zone_named(name: str) -> tzinfo | None:
    """Return the zone of an IANA name or an offset such as `GMT+0200`; None where there is no such zone."""
    offset = re.fullmatch(r"(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?", name.strip())
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        return timezone(timedelta(minutes=minutes if offset[1] == "+" else -minutes)) if minutes < 24 * 60 else None
    try:
        return ZoneInfo(name.strip())
    except (ValueError, OSError, KeyError):
        return None


def read_moment(text: str, zone: tzinfo, order: Order | None = None) -> datetime:
    """Return the moment that `text` names, with its offset; a day alone begins at midnight.

    Raises ValueError with a reason where no whole date is named, or where day and month could be swapped and
    `order` does not settle it.
    """
    stripped = text.strip()
    if not stripped or len(stripped) > LONGEST_DATE or not any(c.isdigit() for c in stripped):
        raise ValueError(f"{_shown(text)} is not a date")
    try:
        return anchored(datetime.fromisoformat(stripped), zone)
    except ValueError:
        pass
    if order is None and order_of([stripped]) is None and is_ambiguous(stripped):
        raise ValueError(f"{_shown(text)} could be two days; --dates says which number is the day")
    return anchored(_spelled_out(stripped, order or order_of([stripped])), zone)


_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})(?!\d)")
_TWO_EACH: Final = re.compile(r"(?<!\d)(?P<first>\d\d)-(?P<month>\d\d)-(?P<last>\d\d)(?![-\d])")
"""Two digits each, with dashes: the year may stand first, as ISO 8601 would have it, or last."""


def _hides_its_year(text: str) -> bool:
    """Tell whether it cannot be seen at which end of a date the year stands (“21-03-04”)."""
    found = _TWO_EACH.search(text)
    return bool(found) and found is not None and 12 < int(found["first"]) <= 31 and 1 <= int(found["last"]) <= 31


def is_ambiguous(text: str) -> bool:
    """Tell whether the date is numbers only and could be two days: two of them could be the month, or the year."""
    found = _NUMERIC.search(text)
    if found is None:
        return False
    return (int(found[1]) <= 12 and int(found[2]) <= 12 and found[1] != found[2]) or _hides_its_year(text)


def order_of(texts: Iterable[str]) -> Order | None:
    """Return the order that the numeric dates among `texts` are written in; None where they leave it open.

    A number above 12 settles it. Else dots mean day first: no country writes the month first with dots.
    """
    dotted = False
    for text in texts:
        found = _NUMERIC.search(text)
        if not found or int(found[1]) > 31 or _hides_its_year(text):
            continue
        if int(found[1]) > 12:
            return Order.DAY_FIRST
        if int(found[2]) > 12:
            return Order.MONTH_FIRST
        dotted = dotted or "." in found[0]
    return Order.DAY_FIRST if dotted else None


def _spelled_out(text: str, order: Order | None) -> datetime:
    """Read a date with dateutil, else with dateparser. Raises ValueError where a part is missing."""
    from dateutil import parser

    year_first = bool(re.match(r"\D{0,12}(?:\d{4}|(?:3[2-9]|[4-9]\d)[./-])", text))
    readings: list[datetime] = []
    try:
        for default in (datetime(2001, 3, 5), datetime(2004, 6, 9)):  # noqa: DTZ001  the text may name its zone
            readings.append(
                parser.parse(
                    text.replace("_", " "),
                    default=default,
                    dayfirst=order is Order.DAY_FIRST and not year_first,
                    tzinfos=lambda _name, offset: offset,
                )
            )
    except _UNREADABLE:
        return _other_language(text, order)
    if readings[0] != readings[1]:
        raise ValueError(f"{_shown(text)} is not a whole date: day, month or year is missing")
    return readings[0]


LANGUAGES: Final = (
    *("de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "is", "pl", "cs", "sk", "hu", "ro", "hr", "sl", "el"),
    *("ru", "uk", "bg", "tr", "ja", "zh", "ko", "id", "vi"),
)
"""Languages whose month names are tried; all two hundred that dateparser knows take it two seconds to load."""
_OTHER: Final = re.compile(
    r"(?:[^\W\d_]{2,14}\.?,?\s)?\d{1,2}\s?[.ºª°]?\s?(?:de\s)?[^\W\d_]{3,14}\.?,?\s(?:de\s)?\d{4}(?P<clock>.{0,24})"
    r"|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일].{0,24}"
    r"|(?:[^\W\d_]{2,14},?\s)?[^\W\d_]{3,14}\.?\s\d{1,2},?\s\d{4}.{0,24}"
)
"""Day, month in letters and year, as the languages above write them, with a clock time and its offset behind them
(“ um 08:52:27 GMT+01:00”); nothing else is worth asking about."""


def is_day_in_words(text: str) -> bool:
    """Tell whether a whole line is a day with its month in letters, whichever of the languages above it is in."""
    return len(text) <= LONGEST_DATE and bool(_OTHER.fullmatch(text)) and _in_other_language(text, None) is not None


def _other_language(text: str, order: Order | None) -> datetime:
    """Read a date whose month is named in another language. Raises ValueError."""
    found = _in_other_language(text, order) if _OTHER.fullmatch(text) else None
    if found is None:
        raise ValueError(f"{_shown(text)} is not a date")
    return found


@lru_cache(maxsize=4096)
def _in_other_language(text: str, order: Order | None) -> datetime | None:
    import dateparser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
    if order:
        settings["DATE_ORDER"] = "DMY" if order is Order.DAY_FIRST else "MDY"
    try:
        return dateparser.parse(text, languages=list(LANGUAGES), settings=settings)
    except _UNREADABLE:
        return None


def _shown(text: str) -> str:
    """Return a foreign text short and quoted, for a message."""
    flat = " ".join(text.split())
    return f"“{flat[:40]}…”" if len(flat) > 40 else f"“{flat}”"
