"""Bring together what is known of a period: the journal, what insight finds in it, and the person's records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from assistant.core.calendar import moved
from assistant.core.ids import Area
from assistant.core.period import Period, Stretch
from assistant.core.records import ClosedReview, Feedback, Purpose, Reality, Strength, Vision, Worksheet
from assistant.ports import Vault
from assistant.services.beliefs import Beliefs
from assistant.services.commitments import Commitments, HeldCommitment
from assistant.services.compass import area_order, in_force
from assistant.services.drifting import Drifting, HeldDrift
from assistant.services.loops import Loops
from assistant.services.reviewing.gathered import Gathered
from assistant.services.reviewing.plainest import area_shares, plainest
from assistant.services.reviewing.shown import Shown
from assistant.services.told import Telling, Told

if TYPE_CHECKING:
    from assistant.reading.heads import Heads

SURE_LEAST: Final = 0.75
"""How sure the reading must be of a promise that the person has not accepted. Of the 36 of seven journals that reach it
35 are promises; of the 19 that do not, 4."""

QUOTED_MOST: Final = 24
"""Words of a promise that is shown unasked. Of the 41 of nine stretches of seven journals the longest that is one has
20; the three sentences above this are of other things, a "shall" among them."""


async def gather(
    vault: Vault, telling: Telling, told: Told, period: Period, since: date, until: date, heads: Heads | None = None
) -> Gathered:
    """Return everything that a review of the period is made of. Raises EngineStopped, ModelRefused."""
    shown = Shown(vault, told)
    commitments = Commitments(vault, telling)
    drifting = Drifting(vault, telling, commitments)
    empty = not told.lines
    promises = [] if empty else [shown.commitment(held) for held in await commitments.of(told)]
    rounds = [] if empty else [shown.loop(held) for held in await Loops(vault, telling).of(told)]
    records = vault.records
    shares = area_shares(told, heads, period.before().first, until)
    return Gathered(
        period, since, until, told,
        beliefs=[] if empty else [shown.belief(held) for held in Beliefs(vault, telling).of(told)],
        drifts=[] if empty else await _drifts(drifting, told, period, until),
        commitments=[held for held in promises if held and (held.accepted or _tells_by_itself(told, held))],
        loops=[held for held in rounds if held is not None],
        heard={} if empty else await drifting.heard(told, until),
        shares=shares,
        plainest=plainest(told, shares, period.first, until),
        purposes=_purposes(vault, until),
        visions=_visions(vault, until),
        realities=_by_day([one for one in records.current(Reality) if one.observed_on <= until]),
        feedback=[one for one in records.current(Feedback) if one.told_on <= until],
        strengths=_strengths(vault, shown, until),
        worksheets=[shown.worksheet(one) for one in records.current(Worksheet) if one.made_on <= until],
        closed=[shown.closed(one) for one in records.current(ClosedReview)],
    )  # fmt: skip


def _tells_by_itself(told: Told, held: HeldCommitment) -> bool:
    """Say whether a line is surely a promise, and short enough to show which: of a page-long one nobody sees what."""
    line = held.commitment.quotation
    return _sure(told, held) >= SURE_LEAST and line is not None and len(line.text.split()) <= QUOTED_MOST


def _sure(told: Told, held: HeldCommitment) -> float:
    """Return how sure the reading is that a line promises something."""
    line = held.commitment.quotation
    reading = told.readings.get(line.entry) if line else None
    promises = reading.promises if reading else ()
    return max((one.confidence for one in promises if line and one.span.overlaps(line.span)), default=0.0)


async def _drifts(drifting: Drifting, told: Told, period: Period, until: date) -> list[HeldDrift]:
    """Return the drifts as they stood at the end; of a long period also those that stood at the end of each quarter.

    A finding is listed for half a year after it ended, and of each area the clearest one only.
    """
    found: list[HeldDrift] = []
    for day in reversed([*_quarter_ends(period, until), until]):
        for held in await drifting.of(told, day):
            if not any(held.area == had.area and _meet(held, had, day) for had in found):
                found.append(held)
    return found


def _quarter_ends(period: Period, until: date) -> list[date]:
    if period.stretch not in (Stretch.YEAR, Stretch.DAYS):
        return []
    ends = (date(year, month, 1) for year in range(period.first.year, until.year + 1) for month in (1, 4, 7, 10))
    return [moved(day, -1) for day in ends if period.first < day <= until]


def _meet(one: HeldDrift, other: HeldDrift, asof: date) -> bool:
    return one.first <= (other.last or date.max) and other.first <= (one.last or asof)


def _purposes(vault: Vault, until: date) -> list[Purpose]:
    histories = [vault.records.history(current.id) for current in vault.records.current(Purpose)]
    return [one for history in histories for one in in_force(history, Purpose) if one.set_on <= until]


def _visions(vault: Vault, until: date) -> dict[Area, Sequence[Vision]]:
    visions: dict[Area, Sequence[Vision]] = {}
    for current in sorted(vault.records.current(Vision), key=lambda one: area_order(one.area)):
        history = vault.records.history(current.id)
        versions = [one for one in in_force(history, Vision) if one.set_on <= until]
        if versions:
            visions[current.area] = versions
    return visions


def _by_day(observed: list[Reality]) -> list[Reality]:
    return sorted(observed, key=lambda one: (one.observed_on, area_order(one.area)))


def _strengths(vault: Vault, shown: Shown, until: date) -> list[tuple[Strength, date]]:
    found = []
    for strength in vault.records.current(Strength):
        kept = vault.records.history(strength.id)[0].set_at.date()
        if kept <= until:
            found.append((shown.strength(strength), kept))
    return found
