"""Bring back what another Lodestar vault held beside the words: earlier texts, records, the coach's replies."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from assistant.core.entry import Entry, Writing
from assistant.core.ids import EntryId
from assistant.core.incoming import Answered, RecordVersion, Revised
from assistant.errors import NotFound
from assistant.ports import Vault

T = TypeVar("T")


class BringBack:
    """Collect records and replies while the entries come in, then save them under the entries' new names."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._names: dict[EntryId, EntryId] = {}
        self._waiting: list[RecordVersion | Answered] = []

    def keep(self, item: RecordVersion | Answered) -> None:
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
        """Save what was kept; what is here already, or newer here, is left alone."""
        for item in self._waiting:
            named = _with_names(item, self._names)
            if isinstance(named, RecordVersion):
                self._put(named)
            else:
                self._answer(named)
        self._waiting.clear()

    def _put(self, version: RecordVersion) -> None:
        try:
            newest = self._vault.records.history(version.record.id)[-1].set_at
        except NotFound:
            newest = None
        if newest is None or version.set_at > newest:
            self._vault.records.put(version.record, version.set_at)

    def _answer(self, answered: Answered) -> None:
        try:
            turns = self._vault.sessions.session(answered.session).turns
        except NotFound:
            turns = ()
        if not any(turn.entry == answered.entry and turn.reply for turn in turns):
            self._vault.sessions.answer(answered.session, answered.entry, answered.reply, answered.at)


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
