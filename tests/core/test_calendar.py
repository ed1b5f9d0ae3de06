"""Days, seasons and feasts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.calendar import FEASTS, Days, easter, feast_weekend, month_of, moved, season_of, week_of


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1818, "1818-03-22"), (1943, "1943-04-25"), (1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"),
        (2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25"),
    ],
)  # fmt: skip
def test_easter_falls_where_almanacs_say(year: int, day: str) -> None:
    """The earliest and latest possible Easters and those of our years, checked against printed tables."""
    assert easter(year) == date.fromisoformat(day)


@given(st.sampled_from(sorted(FEASTS)), st.integers(2, 9998))
def test_every_feast_has_days_in_every_year(name: str, year: int) -> None:
    """No feast fails or wanders into another year by more than New Year's Eve."""
    days = FEASTS[name](year)
    assert days.first.year in (year - 1, year)
    assert 1 <= len(days) <= 46


@given(st.sampled_from(sorted(FEASTS)), st.integers(1900, 2100))
def test_the_weekend_of_a_feast_holds_a_saturday_and_the_feast(name: str, year: int) -> None:
    """Whatever day it falls on, there is a weekend in it, and it begins or ends within a week of the feast."""
    days = FEASTS[name](year)
    weekend = feast_weekend(days)
    assert any(moved(weekend.first, step).weekday() == 5 for step in range(len(weekend)))
    assert days.first in weekend
    assert days.last in weekend
    assert len(weekend) <= max(len(days) + 7, 9)


def test_a_feast_in_the_middle_of_the_week_means_the_weekends_on_both_sides() -> None:
    """Valentine's Day of 2024 was a Wednesday; midsummer of 2022 lay between two Saturdays."""
    assert feast_weekend(FEASTS["valentine's day"](2024)) == Days(date(2024, 2, 10), date(2024, 2, 18))
    assert feast_weekend(FEASTS["midsummer"](2022)) == Days(date(2022, 6, 18), date(2022, 6, 24))


@given(st.dates(), st.integers(-5_000_000, 5_000_000))
def test_moving_never_leaves_the_calendar(day: date, days: int) -> None:
    """The first and last day of the calendar are walls."""
    assert date.min <= moved(day, days) <= date.max


def test_a_stretch_runs_forward() -> None:
    """One that ends before it begins is refused."""
    with pytest.raises(ValueError, match="not a stretch"):
        Days(date(2025, 2, 1), date(2025, 1, 1))


def test_weeks_run_from_monday_and_winters_end_in_their_year() -> None:
    """As in Europe; a leap February counts."""
    assert week_of(date(2025, 8, 20)) == Days(date(2025, 8, 18), date(2025, 8, 24))
    assert season_of(2024, "winter") == Days(date(2023, 12, 1), date(2024, 2, 29))
    assert season_of(1, "winter") is None
    assert len(month_of(2024, 2)) == 29
