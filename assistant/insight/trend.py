"""Tell whether something is said more often, less often or as often as before, by a test and not by eye."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final


class Trend(StrEnum):
    """How often something is said, over the weeks in which anything was written."""

    RISING = "rising"
    FALLING = "falling"
    STEADY = "steady"


WEEKS_LEAST: Final = 6
"""Weeks with entries, before a trend is spoken of."""

CHANCE_MOST: Final = 0.05


def weeks_of(days: Sequence[date]) -> set[int]:
    """Return the weeks (numbered from Monday to Sunday) that hold one of the days."""
    return {(day.toordinal() - 1) // 7 for day in days}


def trend_of(said: Sequence[date], written: Sequence[date]) -> Trend:
    """Return the trend of the weekly count over the weeks with entries, so that a gap in writing is no decline.

    **Source**: Kendall's tau against time, the test of Mann, "Nonparametric tests against trend",
    Econometrica 13 (1945).
    """
    from scipy.stats import kendalltau

    weeks = sorted(weeks_of(written))
    counts = dict.fromkeys(weeks, 0)
    for day in set(said):
        week = (day.toordinal() - 1) // 7
        counts[week] = counts.get(week, 0) + 1
    values = [counts[week] for week in weeks]
    if len(weeks) < WEEKS_LEAST or len(set(values)) < 2:
        return Trend.STEADY
    tau, chance = kendalltau(range(len(weeks)), values)
    if not chance <= CHANCE_MOST:
        return Trend.STEADY
    return Trend.RISING if tau > 0 else Trend.FALLING
