"""The tension of one area: how far what is lies from what is wanted, and which way the days move.

**Source**: Senge, *The Fifth Discipline* (1990), chapter 9: the gap between vision and current reality is a source of
energy, so it is shown with its direction and never as a score for a life.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from assistant.core.ids import Area
from assistant.core.records import Feedback, Reality, Vision
from assistant.insight.drift import Moved

LOOKED_AT_DAYS: Final = 91
"""The direction is that of the last thirteen weeks: what a quarter shows."""

MOVES_LEAST: Final = 4
"""Days that bear on an area, before a direction is spoken of."""

CHANCE_MOST: Final = 0.1
"""A direction is a leaning, not a finding: one in ten by chance is let pass, where drift asks for one in twenty."""

FULL_RATING: Final = 10


class Direction(StrEnum):
    """Which way the days move."""

    TOWARD = "toward"
    AWAY = "away"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Tension:
    """Vision and reality of one area beside each other."""

    area: Area
    vision: Vision
    reality: Reality | None
    """What the person last said is true now."""
    feedback: tuple[Feedback | Reality, ...]
    """What others said of it, newest first."""
    gap: int | None
    """From the last rating of their own to a full one, 0 to 10; None where they gave none."""
    gap_seen_by_others: float | None
    """The mean of the same over what others said with a rating."""
    direction: Direction
    toward: int
    away: int
    """Days of the last quarter on which a line moved toward the vision, and away from it."""


def tension_of(
    vision: Vision, realities: Sequence[Reality], feedback: Sequence[Feedback], moves: Sequence[Moved], asof: date
) -> Tension:
    """Return the tension of a vision's area as it stood on a day; `moves` are the lines that bear on the area."""
    known = [one for one in realities if one.area == vision.area and one.observed_on <= asof]
    own = max((one for one in known if one.told_by is None), key=lambda one: one.observed_on, default=None)
    others: list[Feedback | Reality] = [one for one in known if one.told_by is not None]
    others += [one for one in feedback if one.area == vision.area and one.told_on <= asof]
    others.sort(key=lambda one: one.observed_on if isinstance(one, Reality) else one.told_on, reverse=True)
    rated = [FULL_RATING - one.rating for one in others if one.rating is not None]
    recent = [one for one in moves if asof - timedelta(days=LOOKED_AT_DAYS) <= one.day <= asof]
    away = {one.day for one in recent if one.away}
    toward = {one.day for one in recent if not one.away} - away
    return Tension(
        vision.area,
        vision,
        own,
        tuple(others),
        None if own is None else FULL_RATING - own.rating,
        sum(rated) / len(rated) if rated else None,
        _direction(len(toward), len(away)),
        len(toward),
        len(away),
    )


def _direction(toward: int, away: int) -> Direction:
    """Return the direction of the days, by the sign test."""
    from scipy.stats import binomtest

    if toward + away < MOVES_LEAST or binomtest(toward, toward + away).pvalue > CHANCE_MOST:
        return Direction.NEITHER
    return Direction.TOWARD if toward > away else Direction.AWAY
