"""The commitments of one vault: found in what was written, or kept as records, each with what became of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from assistant.core.entry import Quotation
from assistant.core.ids import RecordId
from assistant.core.reading import Promise
from assistant.core.records import Commitment, Outcome
from assistant.errors import NotFound, UsageError
from assistant.insight.outcomes import UNDATED_DAYS, Later, Shown, outcome_of
from assistant.insight.promised import binds
from assistant.ports import Vault
from assistant.services.reviewing.shown import Shown as MayShow
from assistant.services.told import Progress, Telling, Told

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Halves = NDArray[np.float16]

REFUSED: Final = "commitment"
"""Under this kind the marks of lines are remembered that are no commitment."""

PREFIX: Final = "commitment-"


@dataclass(frozen=True, slots=True)
class HeldCommitment:
    """A commitment with the line that shows its outcome."""

    commitment: Commitment
    accepted: bool
    shown: Quotation | None
    """The words that tell what became of it."""


class Commitments:
    """List, accept, reword and reject commitments."""

    def __init__(self, vault: Vault, telling: Telling) -> None:
        """Prepare; nothing is read yet."""
        self._vault = vault
        self._telling = telling

    async def all(self, progress: Progress | None = None) -> list[HeldCommitment]:
        """Return every commitment, oldest first. Raises EngineStopped, ModelRefused."""
        told = await self._telling.all(progress)
        shown = MayShow(self._vault, told)
        return [held for held in await self.of(told) if shown.may_list([held.commitment.quotation])]

    async def of(self, told: Told) -> list[HeldCommitment]:
        """Return the same from a journal that is put together already."""
        refused = self._vault.records.refused(REFUSED)
        kept = {record.id: record for record in self._vault.records.current(Commitment)}
        found = [
            self._found(told, row, promise) for row, promise in _promises(told) if told.lines[row].mark not in refused
        ]
        held = [one for one in found if one.commitment.id not in kept]
        for record in kept.values():
            held.append(await self._recorded(told, record))
        return sorted(held, key=lambda one: (one.commitment.made_on, one.commitment.id))

    # ------------------------------------------------------------------------------------- what the person decides

    async def accept(self, identity: RecordId, at: datetime, what: str | None = None) -> HeldCommitment:
        """Keep a commitment as a record, in the person's words where `what` holds some. Raises NotFound."""
        held = await self._find(identity)
        record = replace(held.commitment, what=(what or held.commitment.what).strip())
        if not record.what:
            raise UsageError("a commitment needs words", "Say what you will do.")
        self._vault.records.put(record, at)
        return replace(held, commitment=record, accepted=True)

    async def reword(self, identity: RecordId, what: str, at: datetime) -> HeldCommitment:
        """Keep a commitment in other words. Raises NotFound, UsageError."""
        if not what.strip():
            raise UsageError("a commitment needs words", "Say what you will do.")
        return await self.accept(identity, at, what)

    async def reject(self, identity: RecordId, at: datetime) -> HeldCommitment:
        """Say that something is no commitment; it is not listed again. Raises NotFound."""
        held = await self._find(identity)
        with self._vault.together():
            self._vault.records.refuse(REFUSED, str(identity).removeprefix(PREFIX), at)
            if held.accepted:
                self._vault.records.withdraw(identity, at)
        return held

    async def _find(self, identity: RecordId) -> HeldCommitment:
        for held in await self.all():
            if held.commitment.id == identity:
                return held
        raise NotFound(f"There is no commitment {identity!a}.", "See: lodestar commitments")

    # ------------------------------------------------------------------------------------------- within

    def _found(self, told: Told, row: int, promise: Promise) -> HeldCommitment:
        line = told.lines[row]
        shown = _outcome(told, promise.what, line.day, promise.due, told.halves[row])
        entry = told.entries[line.quotation.entry]
        made = Commitment(
            RecordId(f"{PREFIX}{line.mark}"), promise.what, line.day, promise.due,
            outcome=shown.outcome, quotation=Quotation.cut(entry, promise.span),
            outcome_entry=None if shown.row is None else told.lines[shown.row].quotation.entry,
        )  # fmt: skip
        return HeldCommitment(made, False, _quoted(told, shown))

    async def _recorded(self, told: Told, record: Commitment) -> HeldCommitment:
        """Look for the outcome of a record that is still open; what the person said about it stands."""
        if record.outcome is not Outcome.OPEN:
            return HeldCommitment(record, True, None)
        vector = (await self._telling.vectors.halves([record.quotation.text if record.quotation else record.what]))[0]
        shown = _outcome(told, record.what, record.made_on, record.due, vector)
        if shown.row is None:
            return HeldCommitment(record, True, None)
        entry = told.lines[shown.row].quotation.entry
        return HeldCommitment(replace(record, outcome=shown.outcome, outcome_entry=entry), True, _quoted(told, shown))


def _promises(told: Told) -> Sequence[tuple[int, Promise]]:
    """Return the promises that bind, each with its line; one a line."""
    found: list[tuple[int, Promise]] = []
    for entry, reading in told.readings.items():
        for row in told.rows_by_entry.get(entry, ()):
            line = told.lines[row]
            own = [one for one in reading.promises if one.span.overlaps(line.quotation.span)]
            best = max(own, key=lambda one: one.confidence, default=None)
            if best is not None and line.own and binds(best, line.quotation.text, told.entries[entry].text):
                found.append((row, best))
    return found


def _outcome(told: Told, what: str, made_on: date, due: date | None, vector: Halves) -> Shown:
    import numpy as np

    until = (due or made_on) + timedelta(days=UNDATED_DAYS)
    start = bisect_right(told.lines, made_on, key=lambda line: line.day)
    end = bisect_right(told.lines, until, key=lambda line: line.day)
    rows = [row for row in range(start, end) if told.lines[row].own]
    later = [Later(row, told.lines[row].day, told.lines[row].quotation.text, told.following(row)) for row in rows]
    cosines = told.halves[rows].astype(np.float32) @ vector.astype(np.float32)
    return outcome_of(what, made_on, due, later, cosines, told.rarity, told.last_day)


def _quoted(told: Told, shown: Shown) -> Quotation | None:
    return None if shown.row is None else told.lines[shown.row].quotation
