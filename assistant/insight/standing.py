"""Where one area stands, by the numbers that the person and others gave: the gap, where it goes, what others see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.core.ids import Area
from assistant.core.records import Feedback, Reality, Vision
from assistant.insight.trend import Trend

FULL: Final = 10
"""The rating that means: the way I want it."""

LOOKED_AT: Final = 13
"""Ratings whose course is told: as many as a quarter has weeks."""

COURSE_LEAST: Final = 2
"""Points between the older and the newer half of the ratings, from which the course goes somewhere."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one area stands. Nothing in it is a verdict: every number was given by somebody."""

    area: Area
    wanted: str | None
    """The vision's statement, where there is one."""
    gap: int | None
    """From 0 to 10: how far the newest own rating is from the way they want it; None without a vision or a rating."""
    course: Trend
    heard: int | None
    """The newest rating that somebody else gave, less the newest own one; None where either is missing."""


def standing_of(
    area: Area, vision: Vision | None, observed: Sequence[Reality], feedback: Sequence[Feedback] = ()
) -> Standing:
    """Return where an area stands. Observations and feedback may come in any order and from any area.

    **Source**: Senge, The Fifth Discipline (1990), chapter 9, creative tension.
    """
    here = sorted((one for one in observed if one.area == area), key=lambda one: one.observed_on)
    own = [one.rating for one in here if one.told_by is None]
    told = [(one.observed_on, one.rating) for one in here if one.told_by is not None]
    told += [(one.told_on, one.rating) for one in feedback if one.area == area and one.rating is not None]
    gap = FULL - own[-1] if own and vision else None
    heard = max(told)[1] - own[-1] if told and own else None
    return Standing(area, vision.statement if vision else None, gap, course_of(own[-LOOKED_AT:]), heard)


def course_of(ratings: Sequence[int]) -> Trend:
    """Return where ratings go, oldest first: the mean of the newer half against that of the older."""
    half = len(ratings) // 2
    if not half:
        return Trend.STEADY
    older, newer = ratings[:half], ratings[-half:]
    change = sum(newer) / half - sum(older) / half
    if abs(change) < COURSE_LEAST:
        return Trend.STEADY
    return Trend.RISING if change > 0 else Trend.FALLING
