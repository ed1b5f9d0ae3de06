"""Drift: dated by what was written, told apart by kind, silent where nothing stands out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from assistant.core.ids import Area
from assistant.insight.drift import Drift, DriftKind, Moved, find_drift
from assistant.insight.excuses import gives_reason
from assistant.insight.signs import Course

START = date(2025, 1, 6)
HEALTH = Area("health")


def day(week: int) -> date:
    """Return a day of a week."""
    return START + timedelta(weeks=week, days=1)


WRITTEN = [day(week) for week in range(26)]
LAST = day(25)


def moves(**weeks: list[int]) -> list[Moved]:
    """Return one line a week for each course."""
    return [
        Moved(row + 100 * place, f"e{week}", day(week), Course(course), 0.8)
        for place, (course, numbers) in enumerate(weeks.items())
        for row, week in enumerate(numbers)
    ]


def found(made: list[Moved], asof: date = LAST, **more: list[date]) -> Drift | None:
    """Find the drift of one area in half a year of weekly entries."""
    return find_drift(HEALTH, made, WRITTEN, asof, **more)  # type: ignore[arg-type]


def test_days_that_move_away_are_a_contradiction_with_its_dates() -> None:
    """The stretch runs from the first line away to the day before the days move toward the vision again."""
    drift = found(moves(toward=[0, 1, 2, 3, 16, 18, 20, 22, 24], away=[8, 9, 11, 13, 14]))
    assert drift is not None
    assert drift.kind is DriftKind.CONTRADICTION
    assert drift.first == day(8)
    assert day(14) <= drift.last < day(16)  # type: ignore[operator]
    assert len(drift.evidence) == 5
    assert drift.counter_evidence == ()


def test_lines_that_say_it_did_not_happen_are_neglect() -> None:
    """Absence, not opposition."""
    drift = found(moves(toward=[0, 1, 2, 3, 20, 21, 22], absent=[7, 9, 12, 15], away=[8]))
    assert drift is not None
    assert drift.kind is DriftKind.NEGLECT


def test_a_goal_that_is_lowered_twice_erodes() -> None:
    """Two steps down, weeks apart, need no count to bear them out."""
    drift = found(moves(toward=[0, 1, 2], lowered=[10, 15], absent=[17]))
    assert drift is not None
    assert drift.kind is DriftKind.ERODING_GOAL
    assert drift.first == day(10)


def test_commitments_that_slip_are_named_as_that() -> None:
    """Two slipped commitments among the evidence."""
    drift = find_drift(
        HEALTH, moves(toward=[0, 1, 2, 3, 4], away=[10, 12]), WRITTEN, day(25), [(day(11), 500), (day(14), 501)]
    )
    assert drift is not None
    assert drift.kind is DriftKind.COMMITMENT_SLIP
    assert {500, 501} <= set(drift.evidence)


def test_what_is_going_on_has_no_end() -> None:
    """The last sign lies within a month of the day that is asked about, and nothing moved back."""
    drift = found(moves(toward=[0, 1, 2, 3, 4, 5], away=[15, 18, 21, 24]))
    assert drift is not None
    assert drift.last is None


@pytest.mark.parametrize(
    "made",
    [
        moves(),
        moves(toward=list(range(0, 26, 2))),
        moves(toward=list(range(0, 26, 2)), away=[5, 15, 25]),
        moves(toward=[0, 2, 4], away=[10, 11]),
        moves(toward=[9, 10, 11, 12], away=[9, 10, 11, 12]),
    ],
    ids=["nothing written", "kept", "kept with lapses", "two bad weeks", "as much the one as the other"],
)
def test_a_vision_that_is_kept_gives_no_drift(made: list[Moved]) -> None:
    """Nothing worth saying is said."""
    assert found(made, mentioned=[day(week) for week in range(26)]) is None


def test_silence_about_an_area_that_was_written_of_is_neglect() -> None:
    """Half a year of entries, the area in each of the first weeks and then no more."""
    drift = found([], mentioned=[day(week) for week in range(10)])
    assert drift is not None
    assert drift.kind is DriftKind.NEGLECT
    assert drift.weeks_mentioned == 0
    assert drift.last is None


def test_silence_with_a_stated_reason_is_no_drift() -> None:
    """A reason given as it began excuses it."""
    mentioned = [day(week) for week in range(10)]
    assert found([], mentioned=mentioned, excused=[day(9)]) is None


def test_an_area_seldom_written_of_is_not_missed() -> None:
    """Silence says something only where there was a habit of speaking."""
    assert found([], mentioned=[day(1), day(6)]) is None


def test_silence_before_the_first_word_about_an_area_is_none() -> None:
    """Who begins to write of an area in the tenth week has not fallen silent about it in the first nine."""
    assert found([], mentioned=[day(week) for week in range(9, 26)]) is None
    fell_silent = found([], mentioned=[day(week) for week in range(8, 18)])
    assert fell_silent is not None
    assert fell_silent.first > day(17)


def test_every_week_that_speaks_of_the_area_is_counted() -> None:
    """A line that only mentions the area says nothing for or against it, and was written about it all the same."""
    made = moves(toward=[0, 1, 2, 3, 20, 21, 22], absent=[7, 9, 12, 15])
    drift = found(made, mentioned=[day(week) for week in (7, 8, 9, 11, 12, 15, 20)])
    assert drift is not None
    assert drift.first == day(7)
    assert drift.last is not None
    assert drift.last < day(20)
    assert drift.weeks_mentioned == 6


def test_a_gap_in_all_writing_is_no_neglect() -> None:
    """Weeks without any entry do not count."""
    written = [day(week) for week in range(8)] + [day(24), day(25)]
    assert find_drift(HEALTH, [], written, day(25), mentioned=[day(week) for week in range(8)]) is None


def test_nothing_after_the_day_that_is_asked_about_counts() -> None:
    """As things stood in week nine, nothing had happened yet."""
    assert found(moves(toward=[0, 1, 2, 3, 20, 21], away=[10, 12, 14, 16]), asof=day(9)) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("They are shutting the hall until March for the roof.", True),
        ("Sprained wrist, so no guitar till it is off the splint.", True),
        ("Choir is off, Lena has the flu.", True),
        ("Could not be bothered again.", False),
        ("Too much on this week.", False),
    ],
)
def test_a_reason_comes_from_outside_the_will(text: str, reason: bool) -> None:
    """Illness and closed doors are reasons, a full week is none."""
    assert gives_reason(text) is reason


def test_what_ended_long_ago_only_sets_the_scale() -> None:
    """A clear stretch of the past does not hide the one that is going on, and is not told again."""
    made = moves(toward=[0, 1, 5, 6, 7, 8, 9, 10], away=[2, 3, 4, 18, 20, 22, 24])
    drift = found(made, not_ended_before=day(15))  # type: ignore[arg-type]
    assert drift is not None
    assert drift.first == day(18)
    assert drift.last is None
