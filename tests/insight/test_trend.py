"""Trend: more often, less often or as before, over the weeks in which anything was written."""

from __future__ import annotations

from datetime import date, timedelta

from assistant.insight.trend import Trend, trend_of, weeks_of

START = date(2025, 1, 6)


def weeks(*numbers: int) -> list[date]:
    """Return a day in each of these weeks."""
    return [START + timedelta(weeks=number, days=2) for number in numbers]


def test_what_comes_more_and_more_often_rises() -> None:
    """Said in the later weeks only, week after week."""
    assert trend_of(weeks(*range(12, 20)), weeks(*range(20))) is Trend.RISING


def test_what_stops_being_said_falls() -> None:
    """Said in the earlier weeks only."""
    assert trend_of(weeks(*range(8)), weeks(*range(20))) is Trend.FALLING


def test_now_and_then_is_steady() -> None:
    """Every fifth week is no trend."""
    assert trend_of(weeks(0, 5, 10, 15), weeks(*range(20))) is Trend.STEADY


def test_a_gap_in_writing_is_no_decline() -> None:
    """Said in every week with entries, and nothing written for a year between."""
    written = weeks(*range(5), *range(60, 65))
    assert trend_of(written, written) is Trend.STEADY


def test_a_few_weeks_show_nothing() -> None:
    """Below the least number of weeks no trend is spoken of."""
    assert trend_of(weeks(3, 4), weeks(*range(5))) is Trend.STEADY


def test_weeks_begin_on_monday() -> None:
    """Sunday and the Monday after it are two weeks."""
    assert len(weeks_of([date(2025, 1, 5), date(2025, 1, 6)])) == 2
    assert len(weeks_of([date(2025, 1, 6), date(2025, 1, 12)])) == 1
