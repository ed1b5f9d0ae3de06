"""Where one area stands, from the numbers that somebody gave."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from assistant.core.ids import Area, RecordId
from assistant.core.records import Feedback, Reality, Vision
from assistant.insight.standing import course_of, standing_of
from assistant.insight.trend import Trend

HEALTH = Area("health")
VISION = Vision(RecordId("vision-health"), HEALTH, "I swim twice a week.", date(2026, 1, 1))


def seen(*ratings: int, told_by: str | None = None, area: Area = HEALTH) -> list[Reality]:
    """Observe these ratings, a week apart."""
    return [
        Reality(RecordId(f"{told_by}{week}"), area, rating, "Seen.", date(2026, 1, 5) + timedelta(weeks=week), told_by)
        for week, rating in enumerate(ratings)
    ]


def test_the_gap_is_from_the_newest_own_rating() -> None:
    """Older ratings, other areas and other people do not move it, in whatever order they come."""
    observed = [*seen(4, 6), *seen(1, area=Area("home")), *seen(9, told_by="Ines")]
    assert standing_of(HEALTH, VISION, list(reversed(observed))).gap == 4


def test_without_a_vision_or_a_rating_there_is_no_gap() -> None:
    """A gap has two ends, and both are the person's."""
    assert standing_of(HEALTH, None, seen(4)).gap is None
    assert standing_of(HEALTH, VISION, seen(9, told_by="Ines")).gap is None


def test_what_others_see_is_set_beside_it() -> None:
    """The newest number that somebody else gave counts, whether it came as an observation or as feedback."""
    feedback = [Feedback(RecordId("f"), HEALTH, "Tom", "You look tired.", date(2026, 6, 1), 2)]
    assert standing_of(HEALTH, VISION, [*seen(5), *seen(9, told_by="Ines")]).heard == 4
    assert standing_of(HEALTH, VISION, [*seen(5), *seen(9, told_by="Ines")], feedback).heard == -3
    assert standing_of(HEALTH, VISION, seen(5)).heard is None


@pytest.mark.parametrize(
    ("ratings", "course"),
    [
        ((), Trend.STEADY),
        ((3,), Trend.STEADY),
        ((3, 6), Trend.RISING),
        ((7, 7, 4, 4), Trend.FALLING),
        ((4, 5, 4, 5), Trend.STEADY),
        ((2, 5, 5, 8), Trend.RISING),
    ],
)
def test_a_course_needs_two_points(ratings: tuple[int, ...], course: Trend) -> None:
    """A wobble is no direction."""
    assert course_of(ratings) is course
