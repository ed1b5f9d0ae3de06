"""Say a day as a person says it, the same on every machine."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def long_day(day: date) -> str:
    """Return `Monday, 3 February 2025`."""
    return f"{DAYS[day.weekday()]}, {short_day(day)}"


def short_day(day: date) -> str:
    """Return `3 February 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_name(day: date) -> str:
    """Return `February 2025`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def clock_time(moment: datetime) -> str:
    """Return `21:05`."""
    return f"{moment:%H:%M}"
