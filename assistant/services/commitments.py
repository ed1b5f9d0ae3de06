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
    """The words by which the code takes an outcome to be; None where the person said it, or nobody knows."""


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
        return [_listed(shown, held) for held in await self._listable(told)]

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
        told = await self._telling.all()
        made = _without_guess(await self._find(told, identity))
        record = replace(made, what=(what or made.what).strip())
        if not record.what:
            raise UsageError("a commitment needs words", "Say what you will do.")
        return await self._kept(told, record, at)

    async def reword(self, identity: RecordId, what: str, at: datetime) -> HeldCommitment:
        """Keep a commitment in other words. Raises NotFound, UsageError."""
        if not what.strip():
            raise UsageError("a commitment needs words", "Say what you will do.")
        return await self.accept(identity, at, what)

    async def settle(self, identity: RecordId, outcome: Outcome, at: datetime) -> HeldCommitment:
        """Keep what the person says became of a commitment, whatever a line was taken to tell. Raises NotFound."""
        told = await self._telling.all()
        made = _without_guess(await self._find(told, identity))
        if made.outcome is not outcome:
            made = replace(made, outcome=outcome, outcome_entry=None)
        return await self._kept(told, made, at)

    async def reject(self, identity: RecordId, at: datetime) -> HeldCommitment:
        """Say that something is no commitment; it is not listed again. Raises NotFound."""
        told = await self._telling.all()
        held = await self._find(told, identity)
        with self._vault.together():
            self._vault.records.refuse(REFUSED, str(identity).removeprefix(PREFIX), at)
            if held.accepted:
                self._vault.records.withdraw(identity, at)
        return _listed(MayShow(self._vault, told), held)

    # ------------------------------------------------------------------------------------------- within

    async def _find(self, told: Told, identity: RecordId) -> HeldCommitment:
        for held in await self._listable(told):
            if held.commitment.id == identity:
                return held
        raise NotFound(f"There is no commitment {identity!a}.", "See: lodestar commitments")

    async def _listable(self, told: Told) -> list[HeldCommitment]:
        shown = MayShow(self._vault, told)
        return [held for held in await self.of(told) if shown.may_list([held.commitment.quotation])]

    async def _kept(self, told: Told, record: Commitment, at: datetime) -> HeldCommitment:
        self._vault.records.put(record, at)
        return _listed(MayShow(self._vault, told), await self._recorded(told, record))

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
        if record.quotation is not None:
            record = replace(record, quotation=told.anew(record.quotation))
        if record.outcome is not Outcome.OPEN:
            return HeldCommitment(record, True, None)
        shown = _outcome(told, record.what, record.made_on, record.due, await self._vector(told, record))
        if shown.row is None:
            return HeldCommitment(record, True, None)
        entry = told.lines[shown.row].quotation.entry
        return HeldCommitment(replace(record, outcome=shown.outcome, outcome_entry=entry), True, _quoted(told, shown))

    async def _vector(self, told: Told, record: Commitment) -> Halves:
        """Return the vector of the line that promised it, by which it was found, or else of what was promised."""
        said = record.quotation
        rows = [row for row in told.rows_of([said]) if said.text in told.lines[row].quotation.text] if said else []
        if rows:
            found: Halves = told.halves[rows[0]]
            return found
        made: Halves = (await self._telling.vectors.halves([said.text if said else record.what]))[0]
        return made


def _without_guess(held: HeldCommitment) -> Commitment:
    """Return a commitment as the person made it: an outcome that was read from a line is no word of theirs."""
    made = held.commitment
    return made if held.shown is None else replace(made, outcome=Outcome.OPEN, outcome_entry=None)


def _listed(shown: MayShow, held: HeldCommitment) -> HeldCommitment:
    """Return a commitment without its quotation where the entry no longer says it: it can still be rejected."""
    return shown.commitment(held) or replace(held, commitment=replace(held.commitment, quotation=None))


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
