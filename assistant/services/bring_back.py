"""Bring back what another Lodestar vault held beside the words: earlier texts, records, the coach's replies."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import TypeVar, assert_never

from assistant.core.entry import Entry, Writing
from assistant.core.ids import EntryId, RecordId
from assistant.core.incoming import Answered, RecordVersion, Refused, Remembered, Revised
from assistant.core.records import Record
from assistant.errors import NotFound
from assistant.ports import Vault

T = TypeVar("T")

Beside = RecordVersion | Answered | Refused | Remembered
"""What speaks of entries and waits until they are here."""


class BringBack:
    """Collect records and replies while the entries come in, then save them under the entries' new names."""

    def __init__(self, vault: Vault) -> None:
        """Bring back to this vault."""
        self._vault = vault
        self._names: dict[EntryId, EntryId] = {}
        self._waiting: list[Beside] = []
        self._there: dict[RecordId, list[tuple[Record, datetime]]] = {}
        self._before: dict[RecordId, tuple[Record, datetime]] = {}

    def keep(self, item: Beside) -> None:
        """Keep an item until the entries it speaks of are here."""
        self._waiting.append(item)

    def first_text(self, item: Revised) -> Writing:
        """Return the writing as it was first said; `learn` replays its changes."""
        if not item.earlier:
            return item.writing
        return replace(item.writing, text=item.earlier[0].text)

    def learn(self, item: Revised, entry: Entry, is_new: bool) -> None:
        """Remember what the entry is called here, and replay the changes of one that is new or was cut short."""
        self._names[item.entry] = entry.id
        if not item.earlier:
            return
        done = 0 if is_new else len(self._vault.entries.earlier_texts(entry.id))
        texts = [*(earlier.text for earlier in item.earlier[1:]), item.writing.text]
        for earlier, text in list(zip(item.earlier, texts, strict=True))[done:]:
            self._vault.entries.amend(entry.id, text, earlier.replaced_at)

    def finish(self) -> None:
        """Save what was kept, all of it or nothing; what is here already, or newer here, is left alone."""
        with self._vault.together():
            for item in self._waiting:
                self._save(_with_names(item, self._names))
        self._waiting.clear()

    def _save(self, item: Beside) -> None:
        match item:
            case RecordVersion():
                self._put(item)
            case Answered():
                self._answer(item)
            case Refused():
                self._vault.records.refuse(item.kind, item.fingerprint, item.at)
            case Remembered():
                if self._vault.sessions.state(item.session, item.name) is None:
                    self._vault.sessions.remember_state(item.session, item.name, item.state)
            case _:
                assert_never(item)

    def _put(self, version: RecordVersion) -> None:
        """Put a version that is not here and not older than the newest one here.

        One that came after the newest one here is not older, though a clock was put back in between.
        """
        identity = version.record.id
        if identity not in self._there:
            try:
                here = self._vault.records.history(identity)
            except NotFound:
                here = []
            self._there[identity] = [(one.record, one.set_at) for one in here]
        there, one = self._there[identity], (version.record, version.set_at)
        before, self._before[identity] = self._before.get(identity), one
        if one in there:
            return
        if not there or version.set_at >= there[-1][1] or before == there[-1]:
            self._vault.records.put(version.record, version.set_at)
            there.append(one)
            if version.withdrawn_at:
                self._vault.records.withdraw(identity, version.withdrawn_at)

    def _answer(self, answered: Answered) -> None:
        try:
            turns = self._vault.sessions.session(answered.session).turns
        except NotFound:
            turns = ()
        if any(turn.entry == answered.entry and turn.reply for turn in turns):
            return
        try:
            self._vault.sessions.answer(answered.session, answered.entry, answered.reply, answered.at)
        except NotFound:
            return  # its message did not come in; an answer to nothing says nothing


def _with_names(value: T, names: dict[EntryId, EntryId]) -> T:
    """Return a value with every entry id within it as this vault calls that entry."""
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, object] = {}
    for field in fields(value):
        inner = getattr(value, field.name)
        if field.name in ("entry", "outcome_entry") and isinstance(inner, str):
            changes[field.name] = names.get(EntryId(inner), EntryId(inner))
        elif isinstance(inner, tuple):
            changes[field.name] = tuple(_with_names(one, names) for one in inner)
        elif is_dataclass(inner):
            changes[field.name] = _with_names(inner, names)
    return replace(value, **changes)
