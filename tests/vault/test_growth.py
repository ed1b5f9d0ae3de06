"""What is done every evening costs the same in a full vault as in an empty one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.entry import EntryKind, Writing
from assistant.core.ids import PassageId, RecordId, SessionId
from assistant.core.records import Purpose
from assistant.core.span import Span
from assistant.vault import SqlVault
from assistant.vault.connection import Database, Row
from assistant.vault.entries import SqlEntries

NOW = datetime(2026, 1, 2, tzinfo=UTC)
SESSION = SessionId("s")
DAY = date(2026, 1, 2)


def statements(database: Database, monkeypatch: pytest.MonkeyPatch, work: Callable[[], object]) -> set[str]:
    """Return the SQL that some work runs."""
    ran: set[str] = set()
    for name in ("rows", "row", "run", "insert"):
        original = getattr(Database, name)

        def spy(
            self: Database, sql: str, parameters: Sequence[object] = (), *, call: Callable[..., object] = original
        ) -> object:
            ran.add(sql)
            return call(self, sql, parameters)

        monkeypatch.setattr(Database, name, spy)
    work()
    monkeypatch.undo()
    return ran


def scans(database: Database, sql: str) -> list[str]:
    """Return the steps of a statement's plan that read a whole growing table or sort what they read."""
    if not sql.lstrip().upper().startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
        return []
    unbound = [None] * sql.count("?")
    plan: list[Row] = database.rows(f"EXPLAIN QUERY PLAN {sql}", unbound)
    growing = ("entries", "passages", "vectors", "replies", "records", "quotes", "unembedded", "derived")
    steps = [str(row[3]) for row in plan]
    return [step for step in steps if step in {f"SCAN {table}" for table in growing}]


def evening(vault: SqlVault) -> None:
    """Do once all that happens on an evening."""
    entry = vault.entries.add(Writing(NOW, "I must write", EntryKind.MESSAGE, session=SESSION))
    note = Writing(NOW, "a note", EntryKind.NOTE, source="jsonl", source_id="1")
    list(vault.entries.add_many([note, Writing(NOW, "a note without an id", EntryKind.NOTE, source="jsonl")]))
    vault.entries.amend(entry.id, "I must write more", NOW + timedelta(hours=1))
    list(vault.entries.between(DAY, DAY))
    vault.entries.latest(5)
    vault.entries.search_words(["write"], 5)
    vault.passages.unsplit(5)
    (passage,) = vault.passages.put_passages(entry.id, [Span(0, 6)])
    vault.passages.unembedded("m", 5)
    vault.passages.put_vectors("m", [passage.id], np.ones((1, 2), dtype=np.float32))
    vault.passages.entries_of([passage.id, PassageId(9)], 5)
    vault.passages.places_of("m", [entry])
    vault.passages.passages_of(entry.id)
    vault.sessions.answer(SESSION, entry.id, Reply("Must?", Move.ASSUMPTION, VoiceName.BANK), NOW)
    vault.sessions.session(SESSION)
    vault.sessions.remember_state(SESSION, "coach", "{}")
    vault.sessions.state(SESSION, "coach")
    vault.drafts.keep_draft("chat", "half")
    vault.records.put(Purpose(RecordId("p"), "x", DAY), NOW)
    vault.records.history(RecordId("p"))
    vault.derived.derive("reading", entry.id, b"1")
    vault.derived.derived("reading", [entry.id])


def test_an_evening_reads_no_table_from_end_to_end(plain: SqlVault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every statement of an evening finds its rows by an index (a new embedder alone looks at every passage once)."""
    plain.passages.unembedded("m", 1)
    ran = statements(plain.database, monkeypatch, lambda: evening(plain))
    assert len(ran) > 20
    assert {sql: found for sql in ran if (found := scans(plain.database, sql))} == {}


def test_the_look_at_plans_sees_a_scan(plain: SqlVault) -> None:
    """The control: a query that no index answers is noticed."""
    assert scans(plain.database, "SELECT id FROM entries WHERE utc_offset = ?") == ["SCAN entries"]


def test_words_that_another_process_wrote_are_counted(plain: SqlVault) -> None:
    """Counts are remembered only as long as nobody, here or elsewhere, changes the vault."""
    other = plain.database.beside()
    try:
        plain.entries.add(Writing(NOW, "by the canal"))
        assert plain.entries.document_frequency(["canal"]) == {"canal": 1}
        SqlEntries(other).add(Writing(NOW, "the canal froze"))
        assert plain.entries.document_frequency(["canal"]) == {"canal": 2}
    finally:
        other.close()
