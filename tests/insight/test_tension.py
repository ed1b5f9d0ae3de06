"""Tension: what is wanted beside what is, as the person and others see it, and which way the days move."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from assistant.core.ids import Area, RecordId
from assistant.core.records import Feedback, Reality, Vision
from assistant.insight.drift import Moved
from assistant.insight.signs import Course
from assistant.insight.tension import Direction, tension_of

ASOF = date(2025, 6, 30)
HOME = Area("home")
VISION = Vision(RecordId("v"), HOME, "The table is clear.", date(2025, 1, 1))


def seen(rating: int, day: int, told_by: str | None = None, area: Area = HOME) -> Reality:
    """Return an observation of so many days before the day that is asked about."""
    return Reality(RecordId(f"r{day}{told_by}"), area, rating, "Plates.", ASOF - timedelta(days=day), told_by)


def moved(toward: int, away: int, days_ago: int = 3) -> list[Moved]:
    """Return so many days that move either way."""
    courses = [Course.TOWARD] * toward + [Course.AWAY] * away
    return [
        Moved(row, f"e{row}", ASOF - timedelta(days=days_ago + row), course, 0.8) for row, course in enumerate(courses)
    ]


def test_the_gap_is_from_the_persons_last_rating() -> None:
    """The newest of their own, of that area, not after the day."""
    later = seen(9, -5)
    found = tension_of(VISION, [seen(2, 90), seen(4, 10), later, seen(1, 1, area=Area("health"))], [], [], ASOF)
    assert found.gap == 6
    assert found.reality == seen(4, 10)


def test_what_others_say_stands_beside_it() -> None:
    """Observations from others and feedback, newest first, and the mean of those with a rating."""
    told = Feedback(RecordId("f"), HOME, "Jo", "Looks fine to me.", ASOF - timedelta(days=2), 8)
    plain = Feedback(RecordId("g"), HOME, "Al", "Hm.", ASOF - timedelta(days=9))
    found = tension_of(VISION, [seen(4, 10), seen(6, 5, "Kim")], [plain, told], [], ASOF)
    assert found.feedback == (told, seen(6, 5, "Kim"), plain)
    assert found.gap_seen_by_others == 3.0
    assert found.gap == 6


def test_without_a_rating_there_is_no_gap() -> None:
    """Nobody rates in the person's place."""
    assert tension_of(VISION, [seen(6, 5, "Kim")], [], [], ASOF).gap is None


@pytest.mark.parametrize(
    ("toward", "away", "direction"),
    [
        (9, 1, Direction.TOWARD),
        (1, 9, Direction.AWAY),
        (5, 5, Direction.NEITHER),
        (3, 0, Direction.NEITHER),
    ],
)
def test_the_direction_needs_days_that_bear_it_out(toward: int, away: int, direction: Direction) -> None:
    """Nearly all of ten days one way; half and half, or three days, say nothing."""
    found = tension_of(VISION, [], [], moved(toward, away), ASOF)
    assert (found.direction, found.toward, found.away) == (direction, toward, away)


def test_last_year_gives_no_direction() -> None:
    """Only the last quarter counts."""
    assert tension_of(VISION, [], [], moved(0, 9, days_ago=120), ASOF).direction is Direction.NEITHER
