"""Quarters, months, years and other days: their names, their ends, and what came before."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.calendar import moved
from assistant.core.period import Period, Stretch, day_words, period_between, period_named

NAMES = st.builds(
    lambda year, part: f"{year:04}{part}",
    st.integers(2, 9998),
    st.sampled_from(["", *(f"-Q{n}" for n in range(1, 5)), *(f"-{n:02}" for n in range(1, 13))]),
)


@pytest.mark.parametrize(
    ("name", "stretch", "first", "last"),
    [
        ("2026-Q1", Stretch.QUARTER, date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-q4", Stretch.QUARTER, date(2026, 10, 1), date(2026, 12, 31)),
        ("2024-02", Stretch.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("1665", Stretch.YEAR, date(1665, 1, 1), date(1665, 12, 31)),
    ],
)
def test_a_name_means_these_days(name: str, stretch: Stretch, first: date, last: date) -> None:
    """Both ends are included."""
    found = period_named(name)
    assert (found.stretch, found.first, found.last) == (stretch, first, last)


@pytest.mark.parametrize(
    "name", ["", "2026-Q0", "2026-Q5", "2026-13", "2026-00", "26", "2026-1", "0000", "2026-Q1 ", "Q1-2026"]
)
def test_another_name_is_refused(name: str) -> None:
    """What is no quarter, month or year is not guessed at."""
    with pytest.raises(ValueError, match=r"."):
        period_named(name)


@given(NAMES)
def test_the_period_before_ends_the_day_before(name: str) -> None:
    """Of the same kind, without a gap, and named by its own name."""
    period = period_named(name)
    before = period.before()
    assert before.last == moved(period.first, -1)
    assert before.stretch == period.stretch
    assert period_named(before.name) == before


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.integers(0, 900))
def test_other_days_have_as_many_before_them(first: date, length: int) -> None:
    """A stretch of any days is set beside one as long."""
    period = period_between(first, moved(first, length))
    assert len(period.before().days) == len(period.days)


@given(NAMES)
def test_each_day_lies_in_one_week_of_its_period(name: str) -> None:
    """Mondays, a week apart, from the week of the first day to that of the last."""
    period = period_named(name)
    weeks = period.weeks()
    assert all(monday.weekday() == 0 for monday in weeks)
    assert weeks[0] <= period.first <= moved(weeks[0], 6)
    assert weeks[-1] <= period.last <= moved(weeks[-1], 6)
    assert len(weeks) == (weeks[-1] - weeks[0]).days // 7 + 1


def test_days_the_wrong_way_round_are_refused() -> None:
    """The first day comes first."""
    with pytest.raises(ValueError, match="not a stretch"):
        period_between(date(2026, 2, 1), date(2026, 1, 1))


def test_a_day_has_its_year_only_outside_the_periods_own() -> None:
    """As people say it."""
    period: Period = period_named("2026-Q1")
    assert day_words(date(2026, 5, 3), period) == "3 May"
    assert day_words(date(2025, 12, 31), period) == "31 December 2025"
