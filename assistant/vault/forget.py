"""Forget entries for good: the words, whatever was derived from them, and the bytes they lay in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass

from assistant.core.dialogue import Reply
from assistant.core.entry import Entry
from assistant.core.ids import EntryId, RecordId
from assistant.core.record_words import own_words, quoted_entries
from assistant.core.records import Record
from assistant.errors import DiskFull, VaultDamaged, VaultInUse, VaultReadOnly
from assistant.vault.connection import exact
from assistant.vault.echoes import Echo, rare_candidates, said_in
from assistant.vault.layout import Layout
from assistant.vault.links import note_forgotten
from assistant.vault.record_json import KINDS, packed, unpacked
from assistant.vault.rekey import Step, drop_index, go_on
from assistant.vault.sql_vault import SqlVault
from assistant.vault.stripping import Stripping
from assistant.vault.traces import Needles, count_traces, wipe_pages


@dataclass(frozen=True, slots=True)
class Dependants:
    """How much would go, or went, with some entries."""

    entries: int
    passages: int
    replies: int
    records_removed: int
    records_changed: int
    drafts: int
    records_saying: tuple[RecordId, ...] = ()
    """Records that stay, being the person's own, and say some of the same words in one of their versions."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten, and how many of its words a byte search of the vault's folder still found.

    Words that stand in what the person keeps are no traces: other entries, and `with_it.records_saying`.
    """

    forgotten: int
    traces_left: int
    with_it: Dependants

    @property
    def count(self) -> int:
        """How many entries and records that were named are forgotten."""
        return self.forgotten


class _Preview(Exception):
    """End a transaction without keeping it."""


def depend_on(vault: SqlVault, entries: Sequence[EntryId], records: Sequence[RecordId] = ()) -> Dependants:
    """Return what `forget` would take along, and change nothing. Raises NotFound."""
    found: list[Dependants] = []
    try:
        with vault.database.writing():
            found.append(_Forgetting(vault, entries, records).run())
            raise _Preview
    except _Preview:
        return found[0]


def forget(
    vault: SqlVault,
    entries: Sequence[EntryId],
    *,
    records: Sequence[RecordId] = (),
    marks: Collection[str] = (),
    clear_index: Callable[[Layout], None] = drop_index,
    at_step: Step = go_on,
) -> Forgotten:
    """Forget entries, and whole records, for good. Raises NotFound before anything is changed, VaultInUse, DiskFull.

    Derived values and the vector index are dropped whole; they are made anew from the words that stay. Refusals of the
    lines whose `marks` are given go too. Cut short, it is finished when the vault is opened next.
    """
    with vault.alone():
        with vault.database.writing():
            forgetting = _Forgetting(vault, entries, records, frozenset(marks))
            gone = forgetting.run()
            vault.database.run("INSERT OR IGNORE INTO unfinished VALUES ('wipe')")
        at_step("rows gone")
        needles = Needles.of(forgetting.texts, forgetting.rare)
        clear_index(vault.layout)
        at_step("index gone")
        _wipe(vault, at_step)
        left = count_traces(vault.layout, vault.database, needles)
        return Forgotten(gone.entries + len(set(records)), left, gone)


def finish(vault: SqlVault) -> None:
    """Finish a forgetting that was cut short, if nobody else has the vault open just now.

    What keeps it from being finished keeps nobody from reading and writing: it is tried again at the next opening.
    """
    if not vault.database.value("SELECT count(*) FROM unfinished"):
        return
    with suppress(VaultInUse, VaultReadOnly, DiskFull, VaultDamaged), vault.alone(wait_seconds=0.0):
        drop_index(vault.layout)
        _wipe(vault, go_on)


def _wipe(vault: SqlVault, at_step: Step) -> None:
    wipe_pages(vault.database)
    at_step("pages wiped")
    vault.database.run("DELETE FROM unfinished")
    vault.database.checkpoint()


class _Forgetting:
    """One run of forgetting, within a transaction."""

    def __init__(
        self,
        vault: SqlVault,
        entries: Sequence[EntryId],
        records: Sequence[RecordId],
        marks: frozenset[str] = frozenset(),
    ) -> None:
        self._marks = marks
        self._named = list(dict.fromkeys(records))
        self._database = vault.database
        self._entries: list[Entry] = [vault.entries.get(entry) for entry in dict.fromkeys(entries)]
        self._ids = frozenset(entry.id for entry in self._entries)
        self._sessions = {entry.session for entry in self._entries if entry.session}
        self.texts = [text for entry in self._entries for text in _texts_of(vault, entry)]
        versions = (version for record in self._named for version in vault.records.history(record))
        self.texts += [words for version in versions for words in own_words(version.record)]
        self.rare: list[str] = []
        self._vault = vault

    def run(self) -> Dependants:
        """Take entries and records out with all that quotes or echoes them."""
        passages = sum(self._count("passages", entry) for entry in self._entries)
        replies = sum(self._count("replies", entry) for entry in self._entries)
        note_forgotten(self._database, self._entries)
        self._database.run_many(
            "DELETE FROM entries WHERE sequence = ?", [(entry.sequence,) for entry in self._entries]
        )
        for record in self._named:
            self._drop(record)
        candidates = rare_candidates(self.texts)
        frequency = self._vault.entries.document_frequency(candidates)
        self.rare = [word for word in candidates if not frequency[word]]
        echo = Echo(self.texts, self.rare)
        stripping = Stripping(self._ids, echo)
        removed, changed = self._records(stripping)
        replies += self._replies(echo)
        self._states(echo)
        drafts = self._drafts(echo)
        self._database.run_many(
            "DELETE FROM refusals WHERE fingerprint = ?",
            [
                (mark,)
                for (mark,) in self._database.rows("SELECT fingerprint FROM refusals")
                if mark in self._marks or echo.in_passing(mark)
            ],
        )
        self._database.run("DELETE FROM derived")
        saying = self._still_saying(stripping)
        return Dependants(
            len(self._entries), passages, replies, removed + len(self._named), changed, drafts, tuple(saying)
        )

    def _count(self, table: str, entry: Entry) -> int:
        return int(self._database.value(f"SELECT count(*) FROM {table} WHERE entry = ?", (entry.sequence,)))

    def _records(self, stripping: Stripping) -> tuple[int, int]:
        """Strip the quotations out of every version; a record that stands on nothing else goes."""
        removed = changed = 0
        quoting = {
            identity
            for entry in self._ids
            for (identity,) in self._database.rows(
                "SELECT id FROM records JOIN quotes ON record = number WHERE entry = ?", (entry,)
            )
        }
        for identity in quoting:
            query = "SELECT number, kind, body FROM records WHERE id = CAST(? AS TEXT)"
            versions = self._database.rows(query, (exact(identity),))
            stripped = [(number, stripping.left_of(unpacked(KINDS[kind], body))) for number, kind, body in versions]
            if any(record is None for _, record in stripped):
                self._drop(identity)
                removed += 1
                continue
            for number, record in stripped:
                assert record is not None
                self._rewrite(number, record)
            changed += 1
        return removed, changed

    def _drop(self, identity: str) -> None:
        """Take a record out with every version; what it quoted is noted no more."""
        self._database.run("DELETE FROM records WHERE id = CAST(? AS TEXT)", (exact(identity),))

    def _still_saying(self, stripping: Stripping) -> list[RecordId]:
        """Return the records that stay and say some of the forgotten words, oldest first."""
        rows = self._database.rows("SELECT id, kind, body FROM records ORDER BY number")
        saying = (
            RecordId(identity) for identity, kind, body in rows if stripping.still_says(unpacked(KINDS[kind], body))
        )
        return list(dict.fromkeys(saying))

    def _rewrite(self, number: int, record: Record) -> None:
        self._database.run("UPDATE records SET body = ? WHERE number = ?", (packed(record), number))
        self._database.run("DELETE FROM quotes WHERE record = ?", (number,))
        kept = [(number, entry) for entry in set(quoted_entries(record))]
        self._database.run_many("INSERT INTO quotes(record, entry) VALUES (?, ?)", kept)

    def _replies(self, echo: Echo) -> int:
        """Drop replies that quote a forgotten entry or repeat its words; closer in the same conversation."""
        gone = [
            (entry,)
            for entry, session, quoted, body in self._database.rows("SELECT entry, session, quoted, body FROM replies")
            if quoted in self._ids or (echo.closely if session in self._sessions else echo.in_passing)(_worded(body))
        ]
        self._database.run_many("DELETE FROM replies WHERE entry = ?", gone)
        return len(gone)

    def _states(self, echo: Echo) -> None:
        """Drop what sessions remember in those words, and all of it for a session that is gone whole.

        A session that has only begun, and has no entry yet, is left alone.
        """
        heard = [
            (number,)
            for number, state in self._database.rows("SELECT rowid, state FROM session_states")
            if echo.closely(said_in(state))
        ]
        self._database.run_many("DELETE FROM session_states WHERE rowid = ?", heard)
        self._database.run_many(
            "DELETE FROM session_states WHERE session = CAST(? AS TEXT)"
            " AND NOT EXISTS (SELECT 1 FROM entries WHERE session = session_states.session)",
            [(exact(session),) for session in self._sessions],
        )

    def _drafts(self, echo: Echo) -> int:
        """Drop drafts that say those words, and those of a change to a forgotten entry, which lie under its id."""
        rows = self._database.rows("SELECT rowid, place, text FROM drafts")
        gone = [(number,) for number, place, text in rows if place in self._ids or echo.closely(text)]
        self._database.run_many("DELETE FROM drafts WHERE rowid = ?", gone)
        return len(gone)


def _worded(body: str) -> str:
    """Return what a reply says and shows; a move that is called like a forgotten word does not give it away."""
    reply = unpacked(Reply, body)
    return f"{reply.text} {reply.memory.text}" if reply.memory else reply.text


def _texts_of(vault: SqlVault, entry: Entry) -> list[str]:
    named = [name for attachment in entry.attachments for name in (attachment.name, attachment.location) if name]
    texts = [entry.text, entry.title or "", *entry.tags, *named]
    return [text for text in (*texts, *(text for _, text in vault.entries.earlier_texts(entry.id))) if text]
