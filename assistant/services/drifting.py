"""Where the days drift from the vision, area by area, against the version that was in force at the time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from assistant.core.entry import Quotation
from assistant.core.ids import Area
from assistant.core.records import Outcome, Vision
from assistant.errors import NotFound
from assistant.insight.drift import Drift, DriftKind, Moved, find_drift
from assistant.insight.excuses import gives_reason
from assistant.insight.signs import Sign, bearings, fits, mentions, without_names, yardstick
from assistant.ports import Vault
from assistant.services.commitments import Commitments
from assistant.services.compass import area_order, in_force
from assistant.services.told import Progress, Telling, Told

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

REFUSED: Final = "drift"
"""Under this kind the findings are remembered that the person said are not so."""

LISTED_WEEKS: Final = 26
"""Findings that ended within so many weeks stay listed."""

LOOKED_AT_WEEKS: Final = 260
"""Lines are weighed from so long before the day that is asked about: five years, so that what has fallen silent is set
against the time when it was written of."""


@dataclass(frozen=True, slots=True)
class HeldDrift:
    """A finding with its lines, for a question."""

    id: str
    area: Area
    kind: DriftKind
    first: date
    last: date | None
    strength: float
    chance: float
    evidence: tuple[Quotation, ...]
    counter_evidence: tuple[Quotation, ...]
    weeks_written: int
    weeks_mentioned: int
    vision: str
    """The statement that was in force when it began."""


@dataclass(frozen=True, slots=True)
class _Epoch:
    """A stretch of time in which the same vision was in force."""

    first: date
    last: date
    visions: tuple[Vision, ...]


@dataclass(slots=True)
class Heard:
    """What the lines tell about one area."""

    moves: list[Moved] = field(default_factory=list)
    mentioned: list[date] = field(default_factory=list)
    spoken: list[int] = field(default_factory=list)
    """The rows of the lines that speak of it at all."""
    excused: list[date] = field(default_factory=list)
    slips: list[tuple[date, int]] = field(default_factory=list)


class Drifting:
    """Find drifts, and remember which the person said are not so."""

    def __init__(self, vault: Vault, telling: Telling, commitments: Commitments) -> None:
        """Prepare; nothing is read yet."""
        self._vault = vault
        self._telling = telling
        self._commitments = commitments

    async def all(self, asof: date, progress: Progress | None = None) -> list[HeldDrift]:
        """Return what stands out up to a day, the strongest first. Raises EngineStopped, ModelRefused."""
        visions = self._versions()
        if not visions:
            return []
        since = asof - timedelta(weeks=LOOKED_AT_WEEKS)
        return await self.of(await self._telling.all(progress, since, asof), asof)

    async def of(self, told: Told, asof: date) -> list[HeldDrift]:
        """Return the same from a journal that is put together already."""
        epochs = list(_epochs(self._versions(), asof))
        heard = await self.heard(told, asof)
        refused = self._vault.records.refused(REFUSED)
        found = []
        for area in sorted({vision.area for epoch in epochs for vision in epoch.visions}, key=area_order):
            began = min(epoch.first for epoch in epochs if any(one.area == area for one in epoch.visions))
            days = [day for day in told.days() if began <= day <= asof]
            own = heard.get(area, Heard())
            ended = asof - timedelta(weeks=LISTED_WEEKS)
            drift = find_drift(area, own.moves, days, asof, own.slips, own.mentioned, own.excused, ended)
            if drift is not None and _listed(drift, asof):
                held = _held(told, drift, epochs)
                if held.id not in refused:
                    found.append(held)
        return sorted(found, key=lambda one: (-one.strength, one.id))

    async def heard(self, told: Told, asof: date) -> dict[Area, Heard]:
        """Return what the lines of a journal tell about each area, against the vision that was in force at the time."""
        heard: dict[Area, Heard] = {}
        slipped = await self._slipped(told)
        for epoch in _epochs(self._versions(), asof):
            slipped = await self._weigh(told, epoch, slipped, heard)
        return heard

    async def not_so(self, identity: str, asof: date, at: datetime) -> HeldDrift:
        """Remember that a finding is not so. Raises NotFound."""
        for held in await self.all(asof):
            if held.id == identity:
                self._vault.records.refuse(REFUSED, identity, at)
                return held
        raise NotFound(f"There is no drift {identity!a}.", "See: lodestar drift --json")

    # ------------------------------------------------------------------------------------------- within

    def _versions(self) -> list[Vision]:
        """Return every version of every area's vision that was in force, in the order in which they were set."""
        records = self._vault.records
        histories = [records.history(current.id) for current in records.current(Vision)]
        versions = [one for history in histories for one in in_force(history, Vision)]
        return sorted(versions, key=lambda one: one.set_on)

    async def _slipped(self, told: Told) -> list[tuple[date, int, int]]:
        """Return the day on which each commitment was seen to slip, with the rows of its promise and of that line."""
        found = []
        for held in await self._commitments.of(told):
            record = held.commitment
            if record.outcome is Outcome.SLIPPED and record.quotation and held.shown:
                promise, shown = told.rows_of([record.quotation]), told.rows_of([held.shown])
                if promise and shown:
                    found.append((held.shown.written_at.date(), promise[0], shown[0]))
        return found

    async def _weigh(
        self, told: Told, epoch: _Epoch, slipped: Sequence[tuple[date, int, int]], heard: dict[Area, Heard]
    ) -> list[tuple[date, int, int]]:
        """Hold the lines of one epoch against the vision that was in force; return what slipped of no area in it.

        A promise and the line that shows it slipped may lie in two epochs: it slipped once, of the first that has it.
        """
        rows = [row for row, line in enumerate(told.lines) if epoch.first <= line.day <= epoch.last]
        if not rows:
            return list(slipped)
        texts = [told.lines[row].quotation.text for row in rows]
        entries = [told.lines[row].quotation.entry for row in rows]
        written = "\n".join(texts)
        signs = [
            Sign(one.area, one.of, without_names(one.text, written), one.stated) for one in yardstick(epoch.visions)
        ]
        sign_meaning = await self._telling.vectors.embed([one.text for one in signs])
        fit = fits(texts, told.singles(rows), signs, sign_meaning, told.rarity)
        for vision in epoch.visions:
            own = heard.setdefault(vision.area, Heard())
            for bearing in bearings(texts, entries, fit, signs, vision.area):
                line = told.lines[rows[bearing.row]]
                if not line.own:
                    continue  # what somebody else did or says shows nothing of the person's own days
                own.moves.append(Moved(rows[bearing.row], line.quotation.entry, line.day, bearing.course, bearing.fit))
            for place in mentions(texts, fit, signs, vision.area):
                own.mentioned.append(told.lines[rows[place]].day)
                own.spoken.append(rows[place])
                if gives_reason(texts[place]):
                    own.excused.append(told.lines[rows[place]].day)
        places = {row: place for place, row in enumerate(rows)}
        left: list[tuple[date, int, int]] = []
        for day, promise, shown in slipped:
            area = _area_of(fit, signs, [places[row] for row in (promise, shown) if row in places])
            if area is not None:
                heard[area].slips.append((day, shown))
            else:
                left.append((day, promise, shown))
        return left


SLIP_FIT: Final = 0.33
"""Fit of a promise, or of the line that shows it slipped, from which it belongs to an area."""


def _area_of(fit: Floats, signs: Sequence[Sign], places: Sequence[int]) -> Area | None:
    """Return the area that a commitment belongs to, by its promise and the line that shows what became of it."""
    if not places:
        return None
    best = fit[places].mean(axis=0)
    place = int(best.argmax())
    return signs[place].area if float(best[place]) >= SLIP_FIT else None


def _epochs(versions: Sequence[Vision], asof: date) -> Iterator[_Epoch]:
    """Yield the stretches of time between changes of the vision, with what was in force in each."""
    starts = sorted({vision.set_on for vision in versions if vision.set_on <= asof})
    for place, first in enumerate(starts):
        last = starts[place + 1] - timedelta(days=1) if place + 1 < len(starts) else asof
        standing: dict[Area, Vision] = {}
        for vision in versions:
            if vision.set_on <= first:
                standing[vision.area] = vision
        yield _Epoch(first, last, tuple(standing.values()))


def _listed(drift: Drift, asof: date) -> bool:
    return drift.last is None or drift.last >= asof - timedelta(weeks=LISTED_WEEKS)


def _held(told: Told, drift: Drift, epochs: Sequence[_Epoch]) -> HeldDrift:
    told_by = f"{drift.area}\0{drift.kind}\0{drift.first.isoformat()[:7]}"
    statement = next(
        (
            vision.statement
            for epoch in reversed(epochs)
            for vision in epoch.visions
            if vision.area == drift.area and epoch.first <= drift.first
        ),
        "",
    )
    return HeldDrift(
        "drift-" + hashlib.sha256(told_by.encode()).hexdigest()[:16],
        drift.area,
        drift.kind,
        drift.first,
        drift.last,
        drift.strength,
        drift.chance,
        tuple(told.lines[row].quotation for row in drift.evidence),
        tuple(told.lines[row].quotation for row in drift.counter_evidence),
        drift.weeks_written,
        drift.weeks_mentioned,
        statement,
    )
