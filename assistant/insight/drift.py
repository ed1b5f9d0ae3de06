"""Find where the days drift from a vision: dated, with what speaks for and against it, and never by eye.

For each area the lines that move toward the vision and away from it are counted inside and outside every stretch of
time. The stretch in which "away" is least likely to be that frequent by chance is the finding (Fisher's exact test).
An area that was written of and then falls silent, while writing goes on and no reason is given, is neglect (binomial
test).

**Source**: Fisher, *Statistical Methods for Research Workers* (1934), section 21.02; scanning over stretches after
Kulldorff, "A spatial scan statistic", Communications in Statistics 26 (1997); drifting goals after Senge, *The Fifth
Discipline* (1990), appendix 2.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import dropwhile
from typing import Final

from assistant.core.ids import Area
from assistant.insight.signs import Course
from assistant.insight.trend import weeks_of


class DriftKind(StrEnum):
    """In what way the days have left the vision."""

    NEGLECT = "neglect"
    CONTRADICTION = "contradiction"
    COMMITMENT_SLIP = "commitment_slip"
    ERODING_GOAL = "eroding_goal"


@dataclass(frozen=True, slots=True)
class Moved:
    """A line that bears on one area, with its day."""

    row: int
    entry: str
    day: date
    course: Course
    fit: float

    @property
    def away(self) -> bool:
        """Whether it moves away from the vision, in any way."""
        return self.course is not Course.TOWARD


@dataclass(frozen=True, slots=True)
class Drift:
    """A finding, to be asked about and never pronounced."""

    area: Area
    kind: DriftKind
    first: date
    last: date | None
    """None while it is still going on."""
    chance: float
    """How likely such a stretch is where nothing drifts."""
    evidence: tuple[int, ...]
    counter_evidence: tuple[int, ...]
    weeks_written: int
    weeks_mentioned: int

    @property
    def strength(self) -> float:
        """In [0, 1): how unlikely chance is, and how much was said."""
        said = len(self.evidence) or self.weeks_written / 2.0
        return (1.0 - self.chance) * said / (said + 3.0)


AWAY_LEAST: Final = 3
"""Days on which a line moves away, before it may be called a drift."""

DAYS_LEAST: Final = 21
"""From the first of them to the last: three bad days of one week are a bad week."""

CHANCE_MOST: Final = 0.05
"""A stretch less surprising than this is not spoken of."""

AGAINST_MOST: Final = 0.6
"""Days toward the vision within the stretch, as a share of the days away from it, up to which it is a drift."""

LOWERED_LEAST: Final = 2
"""Lines that lower the goal, from which it erodes; one alone is a change of plan."""

SLIPS_LEAST: Final = 2
"""Commitments of one area that slipped within a stretch."""

SLIPS_SHARE: Final = 0.2
"""Share of the evidence that slipped commitments make up, from which they are what the drift consists of."""

SILENT_WEEKS_LEAST: Final = 6
"""Weeks with entries and none about the area, before silence is spoken of."""

SILENT_CHANCE: Final = 0.005

OFTEN: Final = 0.4
"""Share of the weeks with entries in which the area was written of, before it fell silent and in all the others."""

GOING_ON_DAYS: Final = 28
"""A stretch whose last sign lies so close to the day that is asked about has not ended."""


def find_drift(
    area: Area,
    moves: Sequence[Moved],
    written: Sequence[date],
    asof: date,
    slips: Sequence[tuple[date, int]] = (),
    mentioned: Sequence[date] = (),
    excused: Sequence[date] = (),
    not_ended_before: date = date.min,
) -> Drift | None:
    """Return the clearest drift of one area up to `asof`, or None where nothing is worth saying.

    What ended before `not_ended_before` is only what the rest is set against.

    `written` holds the days with entries since the vision was set, `slips` the day and the row of each commitment of
    the area that slipped, `mentioned` the days that speak of the area at all, `excused` the
    days on which a reason was given for not writing or doing.
    """
    ordered = sorted((one for one in moves if one.day <= asof), key=lambda one: (one.day, one.row))
    stretch = _eroded(ordered, not_ended_before) or _clearest(ordered, slips, not_ended_before)
    if stretch is not None:
        return _finding(area, ordered, written, asof, slips, stretch, mentioned)
    return _silence(area, mentioned, written, asof, excused, not_ended_before)


@dataclass(frozen=True, slots=True)
class _Stretch:
    first: date
    last: date
    chance: float


def _eroded(moves: Sequence[Moved], not_before: date) -> _Stretch | None:
    """Return the stretch in which a goal was lowered step by step: words that say so need no count to bear them out."""
    lowered = sorted({one.day for one in moves if one.course is Course.LOWERED})
    if len(lowered) < LOWERED_LEAST or (lowered[-1] - lowered[0]).days < DAYS_LEAST:
        return None
    if lowered[-1] < not_before:
        return None
    away = {one.day for one in moves if one.away and one.day >= lowered[0]}
    toward = {one.day for one in moves if not one.away and lowered[0] <= one.day <= max(away)} - away
    return _Stretch(lowered[0], max(away), 0.0) if len(toward) <= len(away) else None


def _clearest(moves: Sequence[Moved], slips: Sequence[tuple[date, int]], not_before: date) -> _Stretch | None:
    """Return the stretch, from a day away to a day away, that chance explains least."""
    from scipy.stats import hypergeom

    away = sorted({one.day for one in moves if one.away} | {day for day, _row in slips})
    toward = sorted({one.day for one in moves if not one.away} - set(away))
    ends = range(bisect_left(away, not_before), len(away))
    best: _Stretch | None = None
    for start, end in ((one, two) for two in ends for one in range(two - AWAY_LEAST + 2)):
        first, last, inside_away = away[start], away[end], end - start + 1
        inside_toward = bisect_right(toward, last) - bisect_left(toward, first)
        if (last - first).days < DAYS_LEAST or inside_toward > AGAINST_MOST * inside_away:
            continue
        total = len(away) + len(toward)
        chance = float(hypergeom.sf(inside_away - 1, total, len(away), inside_away + inside_toward))
        made = _Stretch(first, last, chance)
        if best is None or (chance, made.first - made.last) < (best.chance, best.first - best.last):
            best = made
    return best if best is not None and best.chance <= CHANCE_MOST else None


def _finding(
    area: Area,
    moves: Sequence[Moved],
    written: Sequence[date],
    asof: date,
    slips: Sequence[tuple[date, int]],
    stretch: _Stretch,
    mentioned: Sequence[date],
) -> Drift:
    inside = [one for one in moves if stretch.first <= one.day <= stretch.last]
    evidence = [one for one in inside if one.away]
    slipped = [row for day, row in slips if stretch.first <= day <= stretch.last]
    back = next((one.day for one in moves if one.day > stretch.last and not one.away), None)
    going_on = back is None and (asof - stretch.last).days <= GOING_ON_DAYS
    last = None if going_on else _end(stretch.last, back)
    kind = _kind(evidence, slipped)
    return _made(
        area,
        kind,
        stretch.first,
        last,
        stretch.chance,
        inside,
        [*(one.row for one in evidence), *slipped],
        written,
        [*mentioned, *(one.day for one in inside), *(day for day, _row in slips if day <= stretch.last)],
        asof,
    )


def _made(
    area: Area, kind: DriftKind, first: date, last: date | None, chance: float, inside: Sequence[Moved],
    evidence: Sequence[int], written: Sequence[date], mentioned: Sequence[date], asof: date,
) -> Drift:  # fmt: skip
    until = last or asof
    return Drift(
        area, kind, first, last, chance, tuple(dict.fromkeys(evidence)),
        tuple(one.row for one in inside if not one.away),
        len(weeks_of([day for day in written if first <= day <= until])),
        len(weeks_of([day for day in mentioned if first <= day <= until])),
    )  # fmt: skip


def _end(last_sign: date, back: date | None) -> date:
    """Return the day on which a stretch ended: before the first line that moves toward again, within a month."""
    if back is None or (back - last_sign).days > GOING_ON_DAYS:
        return last_sign
    return max(last_sign, back - timedelta(days=1))


def _kind(evidence: Sequence[Moved], slipped: Sequence[int]) -> DriftKind:
    counted = {course: len({one.day for one in evidence if one.course is course}) for course in Course}
    if counted[Course.LOWERED] >= LOWERED_LEAST:
        return DriftKind.ERODING_GOAL
    if len(slipped) >= SLIPS_LEAST and len(slipped) >= SLIPS_SHARE * (len(evidence) + len(slipped)):
        return DriftKind.COMMITMENT_SLIP
    return DriftKind.NEGLECT if counted[Course.ABSENT] >= counted[Course.AWAY] else DriftKind.CONTRADICTION


def _silence(
    area: Area,
    mentioned: Sequence[date],
    written: Sequence[date],
    asof: date,
    excused: Sequence[date],
    not_before: date,
) -> Drift | None:
    """Return the longest silence about an area that used to be written of, where no reason was given."""
    from scipy.stats import binomtest

    weeks = sorted(weeks_of([day for day in written if day <= asof]))
    spoken = weeks_of(mentioned)
    run = _longest_silent(weeks, spoken, not_before)
    if len(run) < SILENT_WEEKS_LEAST:
        return None
    before = [week for week in weeks if week < run[0]]
    outside = [week for week in weeks if week not in run]
    often = min(sum(week in spoken for week in some) / len(some) for some in (before, outside))
    chance = float(binomtest(0, len(run), often, alternative="less").pvalue)
    first, last = _monday(run[0]), _monday(run[-1]) + timedelta(days=6)
    given = any(first - timedelta(days=14) <= day <= last for day in excused)
    if often < OFTEN or chance > SILENT_CHANCE or given:
        return None
    ended = None if last >= asof - timedelta(days=7) else last
    return _made(area, DriftKind.NEGLECT, first, ended, chance, [], [], written, [], asof)


def _longest_silent(weeks: Sequence[int], spoken: set[int], not_before: date) -> list[int]:
    """Return the longest run of weeks without a mention that had not ended before a day; none before the first one."""
    best: list[int] = []
    run: list[int] = []
    begun = dropwhile(lambda week: week not in spoken, weeks)
    for week in begun:
        run = [] if week in spoken else [*run, week]
        if len(run) > len(best) and _monday(week) >= not_before:
            best = run
    return best


def _monday(week: int) -> date:
    return date.fromordinal(week * 7 + 1)
