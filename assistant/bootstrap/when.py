"""Tell the time, and read the dates of the command line."""

from __future__ import annotations

from datetime import date, datetime

from assistant.errors import UsageError

_EXAMPLE = "ISO 8601, for example 2026-03-12 or 2026-03-12T21:30."


def now() -> datetime:
    """Return the time now with this machine's offset."""
    return datetime.now().astimezone()


def as_moment(written: str | None) -> datetime:
    """Return the moment that an ISO 8601 text names, in this machine's offset where it names none; now for None.

    Raises UsageError.
    """
    if written is None:
        return now()
    try:
        moment = datetime.fromisoformat(written.strip())
        return moment if moment.tzinfo else _here(moment)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"“{written}” is no date", _EXAMPLE) from error


def _here(moment: datetime) -> datetime:
    """Give a moment this machine's offset then; Windows knows none before 1970, and today's stands in for it."""
    try:
        return moment.astimezone()
    except OSError:
        return moment.replace(tzinfo=now().tzinfo)


def as_day(written: str | None) -> date | None:
    """Return the day that an ISO 8601 text names, None for None. Raises UsageError."""
    return None if written is None else as_moment(written).date()
