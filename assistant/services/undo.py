"""Take back what the person did last to their own records and entries.

A step holds ids, version numbers and marks, never words: what is put back is read from the vault's own history at the
moment of putting back. So nothing that was forgotten in between can return, and nothing is lost by undoing either: the
version that is taken back stays in the history.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from assistant.core.ids import EntryId, RecordId
from assistant.core.records import Belief, Commitment, Loop, Purpose, Reality, Record, Vision
from assistant.errors import LodestarError, NotFound, UsageError
from assistant.ports import Clock, Vault, Version

KINDS: Final = (Belief, Commitment, Loop, Purpose, Vision, Reality)
"""What the keys of a screen change."""

STEPS_MOST: Final = 20
"""So many steps are kept, until the program ends: enough for an evening of sorting a list."""

_GONE: Final = "What it was about was forgotten since; it does not come back."
_CHANGED: Final = "It was changed in another way since; nothing was undone."
_HISTORY: Final = "Its history holds every version: lodestar history."


@dataclass(frozen=True, slots=True)
class _Change:
    """What became of one record: the version that stood before and the one that stands since; None for none."""

    record: RecordId
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class _Edit:
    """That an entry's text was replaced, and how many earlier texts it had then."""

    entry: EntryId
    earlier: int


@dataclass(frozen=True, slots=True)
class _Step:
    """One deed of the person's, by its name for them."""

    name: str
    changes: tuple[_Change, ...] = ()
    refused: frozenset[tuple[str, str]] = frozenset()
    edit: _Edit | None = None


class Undo:
    """The last deeds on one vault, newest last."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        """Prepare; nothing is remembered yet."""
        self._vault, self._clock = vault, clock
        self._steps: list[_Step] = []

    @property
    def newest(self) -> str | None:
        """The name of the step that would be taken back; None where there is none."""
        return self._steps[-1].name if self._steps else None

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Remember what is done to records within, even where it fails after it changed some."""
        records, refused = self._standing(), self._refused()
        try:
            yield
        except LodestarError:
            self._note(name, records, refused)
            raise
        self._note(name, records, refused)

    def _note(self, name: str, records: Mapping[RecordId, Record], refused: frozenset[tuple[str, str]]) -> None:
        """Keep what differs from how records stood and what was refused; where nothing does, keep nothing."""
        changes = tuple(self._changes(records, self._standing()))
        marks = self._refused() - refused
        if changes or marks:
            self._keep(_Step(name, changes, marks))

    @contextmanager
    def editing(self, name: str, entry: EntryId) -> Iterator[None]:
        """Remember that the text of an entry is replaced within."""
        earlier = len(self._vault.entries.earlier_texts(entry))
        yield
        since = len(self._vault.entries.earlier_texts(entry))
        if since > earlier:
            self._keep(_Step(name, edit=_Edit(entry, since)))

    def undo(self) -> str:
        """Take the last step back and return its name. Raises UsageError, NotFound; the step is spent in any case."""
        if not self._steps:
            raise UsageError("There is nothing to undo.", "What an earlier evening changed stands in its history.")
        step = self._steps.pop()
        with self._vault.together():
            for change in step.changes:
                self._put_back(change)
            for kind, mark in step.refused:
                self._vault.records.allow(kind, mark)
            if step.edit is not None:
                self._put_text_back(step.edit)
        return step.name

    # ------------------------------------------------------------------------------------------- within

    def _keep(self, step: _Step) -> None:
        self._steps = [*self._steps, step][-STEPS_MOST:]

    def _standing(self) -> dict[RecordId, Record]:
        return {record.id: record for kind in KINDS for record in self._vault.records.current(kind)}

    def _refused(self) -> frozenset[tuple[str, str]]:
        return frozenset((one.kind, one.fingerprint) for one in self._vault.records.refusals())

    def _changes(self, before: Mapping[RecordId, Record], after: Mapping[RecordId, Record]) -> Iterator[_Change]:
        for identity in dict.fromkeys((*before, *after)):
            had, has = before.get(identity), after.get(identity)
            if had != has:
                history = self._vault.records.history(identity)
                yield _Change(identity, _number(history, had), _number(history, has))

    def _put_back(self, change: _Change) -> None:
        """Put back what stood before. Raises NotFound where it is no longer there, UsageError where it changed."""
        versions = {version.number: version for version in self._history(change.record)}
        newest = versions[max(versions)]
        stands = newest.record if newest.withdrawn_at is None else None
        if stands != (None if change.after is None else _named(versions, change.after)):
            raise UsageError(_CHANGED, _HISTORY)
        if change.before is None:
            self._vault.records.withdraw(change.record, self._clock())
        else:
            self._vault.records.put(_named(versions, change.before), self._clock())

    def _history(self, record: RecordId) -> list[Version]:
        try:
            return self._vault.records.history(record)
        except NotFound:
            raise NotFound(_GONE) from None

    def _put_text_back(self, edit: _Edit) -> None:
        """Give an entry the text that it had before; the text that goes is kept as the others are."""
        try:
            self._vault.entries.get(edit.entry)
        except NotFound:
            raise NotFound(_GONE) from None
        earlier = self._vault.entries.earlier_texts(edit.entry)
        if len(earlier) != edit.earlier:
            raise UsageError(_CHANGED, "The entry holds what it said before: H shows it.")
        self._vault.entries.amend(edit.entry, earlier[-1][1], self._clock())


def _number(history: list[Version], record: Record | None) -> int | None:
    """Return the number of the newest version that says just this."""
    return None if record is None else max(one.number for one in history if one.record == record)


def _named(versions: Mapping[int, Version], number: int) -> Record:
    if number not in versions:
        raise NotFound(_GONE)
    return versions[number].record
