"""Keep a moment with its own offset: the instant orders, the offset says what the clock on the wall showed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - counted in wall-clock time, so that year 1 and year 9999 fit
_MICROSECOND = timedelta(microseconds=1)
DAY_MICROS = 86_400_000_000


def offset_seconds(moment: datetime) -> int:
    """Return the moment's distance from UTC in seconds, east positive. Raises ValueError without an offset."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment must carry its offset")
    return round(offset.total_seconds())


def utc_micros(moment: datetime) -> int:
    """Return microseconds since 1970 in UTC."""
    wall = (moment.replace(tzinfo=None) - _EPOCH) // _MICROSECOND
    return wall - offset_seconds(moment) * 1_000_000


def moment_of(micros: int, offset: int) -> datetime:
    """Return the moment with its offset, as `utc_micros` and `offset_seconds` took it apart."""
    zone = UTC if offset == 0 else timezone(timedelta(seconds=offset))
    return (_EPOCH + timedelta(microseconds=micros + offset * 1_000_000)).replace(tzinfo=zone)


def midnight_micros(day: date) -> int:
    """Return the start of a calendar day in microseconds since 1970, as if its clock ran on UTC."""
    return (day.toordinal() - _EPOCH.toordinal()) * DAY_MICROS
