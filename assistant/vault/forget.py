"""Forget entries for good: the words, whatever was derived from them, and the bytes they lay in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from assistant.core.entry import Entry, Quotation
from assistant.core.ids import EntryId
from assistant.core.record_words import quoted_entries
from assistant.core.records import (
    Belief,
    ClosedReview,
    Commitment,
    Loop,
    Record,
    ReviewAnswer,
    Strength,
    Weakness,
    Worksheet,
    WorksheetLine,
)
from assistant.errors import DiskFull, VaultDamaged, VaultInUse, VaultReadOnly
from assistant.vault.connection import exact
from assistant.vault.echoes import Echo, rare_candidates
from assistant.vault.layout import Layout
from assistant.vault.links import note_forgotten
from assistant.vault.record_json import KINDS, packed, unpacked
from assistant.vault.rekey import Step, drop_index, go_on
from assistant.vault.sql_vault import SqlVault
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


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten, and how many of its words a byte search of the vault's folder still found."""

    forgotten: int
    traces_left: int
    with_it: Dependants

    @property
    def count(self) -> int:
        """How many entries were forgotten."""
        return self.forgotten


class _Preview(Exception):
    """End a transaction without keeping it."""


def depend_on(vault: SqlVault, entries: Sequence[EntryId]) -> Dependants:
    """Return what `forget` would take along, and change nothing. Raises NotFound."""
    found: list[Dependants] = []
    try:
        with vault.database.writing():
            found.append(_Forgetting(vault, entries).run())
            raise _Preview
    except _Preview:
        return found[0]


def forget(
    vault: SqlVault,
    entries: Sequence[EntryId],
    *,
    marks: Collection[str] = (),
    clear_index: Callable[[Layout], None] = drop_index,
    at_step: Step = go_on,
) -> Forgotten:
    """Forget entries for good. Raises NotFound before anything is changed, VaultInUse, DiskFull.

    Derived values and the vector index are dropped whole; they are made anew from the words that stay. Refusals of the
    lines whose `marks` are given go too. Cut short, it is finished when the vault is opened next.
    """
    with vault.alone():
        with vault.database.writing():
            forgetting = _Forgetting(vault, entries, frozenset(marks))
            gone = forgetting.run()
            vault.database.run("INSERT OR IGNORE INTO unfinished VALUES ('wipe')")
        at_step("rows gone")
        needles = Needles.of(forgetting.texts, forgetting.rare)
        clear_index(vault.layout)
        at_step("index gone")
        _wipe(vault, at_step)
        return Forgotten(gone.entries, count_traces(vault.layout, vault.database, needles), gone)


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

    def __init__(self, vault: SqlVault, entries: Sequence[EntryId], marks: frozenset[str] = frozenset()) -> None:
        self._marks = marks
        self._database = vault.database
        self._entries: list[Entry] = [vault.entries.get(entry) for entry in dict.fromkeys(entries)]
        self._ids = frozenset(entry.id for entry in self._entries)
        self._sessions = {entry.session for entry in self._entries if entry.session}
        self.texts = [text for entry in self._entries for text in _texts_of(vault, entry)]
        self.rare: list[str] = []
        self._vault = vault

    def run(self) -> Dependants:
        """Take the entries out with all that quotes or echoes them."""
        passages = sum(self._count("passages", entry) for entry in self._entries)
        replies = sum(self._count("replies", entry) for entry in self._entries)
        note_forgotten(self._database, self._entries)
        self._database.run_many(
            "DELETE FROM entries WHERE sequence = ?", [(entry.sequence,) for entry in self._entries]
        )
        candidates = rare_candidates(self.texts)
        frequency = self._vault.entries.document_frequency(candidates)
        self.rare = [word for word in candidates if not frequency[word]]
        echo = Echo(self.texts, self.rare)
        removed, changed = self._records(echo)
        replies += self._replies(echo)
        self._states(echo)
        drafts = self._sweep("SELECT rowid, text FROM drafts", "DELETE FROM drafts WHERE rowid = ?", echo)
        self._database.run_many(
            "DELETE FROM refusals WHERE fingerprint = ?",
            [
                (mark,)
                for (mark,) in self._database.rows("SELECT fingerprint FROM refusals")
                if mark in self._marks or echo.in_passing(mark)
            ],
        )
        self._database.run("DELETE FROM derived")
        return Dependants(len(self._entries), passages, replies, removed, changed, drafts)

    def _count(self, table: str, entry: Entry) -> int:
        return int(self._database.value(f"SELECT count(*) FROM {table} WHERE entry = ?", (entry.sequence,)))

    def _records(self, echo: Echo) -> tuple[int, int]:
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
            stripped = [(number, self._without(unpacked(KINDS[kind], body), echo)) for number, kind, body in versions]
            if any(record is None for _, record in stripped):
                self._database.run("DELETE FROM records WHERE id = CAST(? AS TEXT)", (exact(identity),))
                removed += 1
                continue
            for number, record in stripped:
                assert record is not None
                self._rewrite(number, record)
            changed += 1
        return removed, changed

    def _rewrite(self, number: int, record: Record) -> None:
        self._database.run("UPDATE records SET body = ? WHERE number = ?", (packed(record), number))
        self._database.run("DELETE FROM quotes WHERE record = ?", (number,))
        kept = [(number, entry) for entry in set(quoted_entries(record))]
        self._database.run_many("INSERT INTO quotes(record, entry) VALUES (?, ?)", kept)

    def _without(self, record: Record, echo: Echo) -> Record | None:
        """Return the record without the forgotten words, or None where nothing of it would stand."""
        match record:
            case Belief():
                evidence, counter = self._kept(record.evidence), self._kept(record.counter_evidence)
                stands = (evidence or not record.evidence) and not echo.closely(record.statement)
                return replace(record, evidence=evidence, counter_evidence=counter) if stands else None
            case Strength() | Weakness():
                evidence = self._kept(record.evidence)
                stands = (evidence or not record.evidence) and not echo.closely(record.statement)
                return replace(record, evidence=evidence) if stands else None
            case Commitment():
                if record.quotation is not None and record.quotation.entry in self._ids:
                    return None
                outcome = None if record.outcome_entry in self._ids else record.outcome_entry
                return replace(record, outcome_entry=outcome)
            case Worksheet():
                lines = tuple(line for line in record.lines if not self._says(line, echo))
                return replace(record, lines=lines) if lines else None
            case ClosedReview():
                answers = tuple(answer for answer in record.answers if not self._answers_with(answer, echo))
                return replace(record, answers=answers) if answers else None
            case Loop():
                if any(link.quotation.entry in self._ids for link in record.links):
                    return None
                left = tuple(link for link in record.beside if link.quotation.entry not in self._ids)
                return record if left == record.beside else replace(record, beside=left, archetype=None)
            case _:
                return record

    def _says(self, line: WorksheetLine, echo: Echo) -> bool:
        return (line.quotation is not None and line.quotation.entry in self._ids) or echo.closely(line.text)

    def _answers_with(self, answer: ReviewAnswer, echo: Echo) -> bool:
        quoted = {one.entry for one in (answer.quotation, answer.about) if one is not None}
        return bool(quoted & self._ids) or echo.closely(answer.question)

    def _kept(self, quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
        return tuple(quotation for quotation in quotations if quotation.entry not in self._ids)

    def _replies(self, echo: Echo) -> int:
        """Drop replies that quote a forgotten entry or repeat its words; closer in the same conversation."""
        gone = [
            (entry,)
            for entry, session, quoted, body in self._database.rows("SELECT entry, session, quoted, body FROM replies")
            if quoted in self._ids or (echo.closely if session in self._sessions else echo.in_passing)(_plain(body))
        ]
        self._database.run_many("DELETE FROM replies WHERE entry = ?", gone)
        return len(gone)

    def _states(self, echo: Echo) -> None:
        """Drop what sessions remember in those words, and all of it for a session that is gone whole.

        A session that has only begun, and has no entry yet, is left alone.
        """
        self._sweep("SELECT rowid, state FROM session_states", "DELETE FROM session_states WHERE rowid = ?", echo)
        self._database.run_many(
            "DELETE FROM session_states WHERE session = CAST(? AS TEXT)"
            " AND NOT EXISTS (SELECT 1 FROM entries WHERE session = session_states.session)",
            [(exact(session),) for session in self._sessions],
        )

    def _sweep(self, query: str, delete: str, echo: Echo) -> int:
        gone = [(number,) for number, text in self._database.rows(query) if echo.closely(_plain(text))]
        self._database.run_many(delete, gone)
        return len(gone)


def _texts_of(vault: SqlVault, entry: Entry) -> list[str]:
    named = [name for attachment in entry.attachments for name in (attachment.name, attachment.location) if name]
    texts = [entry.text, entry.title or "", *entry.tags, *named]
    return [text for text in (*texts, *(text for _, text in vault.entries.earlier_texts(entry.id))) if text]


def _plain(body: str) -> str:
    """Return JSON with its escapes undone as far as comparing words needs it; other text stays as it is."""
    if "\\" not in body:
        return body
    return body.replace("\\n", " ").replace("\\t", " ").encode("ascii", "backslashreplace").decode("unicode_escape")
