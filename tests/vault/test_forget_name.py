"""A name is blotted out of everything, for good, and the rest stays as it was."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import numpy as np
import pytest

from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.entry import Attachment, Entry, EntryKind, Quotation, Writing
from assistant.core.ids import Area, RecordId, SessionId
from assistant.core.reading import AssumptionKind
from assistant.core.records import Belief, BeliefStatus, Feedback
from assistant.core.span import Span
from assistant.errors import UsageError
from assistant.vault import SqlVault, check, forget_name, mentions
from assistant.vault.forget_name import BLOCK, name_pattern

NOW = datetime(2026, 6, 1, 20, tzinfo=UTC)
SESSION = SessionId("evening")


def everything(vault: SqlVault) -> Entry:
    """Put a name wherever words go."""
    entry = vault.entries.add(
        Writing(
            NOW,
            "Then Zyzzyva's mother said ZYZZYVA must rest, and zyzzyva slept. Zyzzyvan is no name.",
            EntryKind.MESSAGE,
            title="With Zyzzyva",
            source="markdown",
            source_id="people/Zyzzyva.md",
            session=SESSION,
            tags=("Zyzzyva", "home"),
            attachments=(Attachment("Zyzzyva.jpg", location="/pictures/Zyzzyva.jpg"),),
        )
    )
    vault.entries.amend(entry.id, entry.text + " She did.", NOW)
    passages = vault.passages.put_passages(entry.id, [Span(0, 20)])
    vault.passages.put_vectors("m", [passages[0].id], np.eye(1, 2, dtype=np.float32))
    quotation = Quotation.cut(vault.entries.get(entry.id), Span(5, 29))
    vault.records.put(
        Belief(RecordId("b"), "Zyzzyva must rest", AssumptionKind.SHOULD, BeliefStatus.OWNED, (quotation,)), NOW
    )
    vault.records.put(Feedback(RecordId("f"), Area("home"), "Zyzzyva", "You are kind", date(2026, 1, 1)), NOW)
    vault.sessions.answer(
        SESSION, entry.id, Reply("What of Zyzzyva?", Move.CLARIFY, VoiceName.BANK, memory=quotation), NOW
    )
    vault.sessions.remember_state(SESSION, "coach", json.dumps({"handle": "Zyzzyva é"}))
    vault.drafts.keep_draft("chat", "and Zyzzyva")
    vault.derived.derive("reading", entry.id, b"Zyzzyva")
    vault.records.refuse("belief", "Zyzzyva never", NOW)
    vault.entries.add(Writing(NOW, "Nothing of that here", EntryKind.REFLECTION))
    return entry


def bytes_of(vault: SqlVault) -> bytes:
    """Return every byte of the folder and of every row, folded to lower case, what is no name taken out."""
    vault.database.checkpoint()
    files = b"".join(path.read_bytes() for path in vault.layout.folder.rglob("*") if path.is_file())
    tables = vault.database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRT%'")
    rows = [row for (table,) in tables for row in vault.database.rows(f'SELECT * FROM "{table}"')]
    told = [
        value if isinstance(value, bytes) else str(value).encode("utf8", "surrogatepass")
        for row in rows
        for value in row
    ]
    return (files + b"\n".join(told)).lower().replace(b"zyzzyvan", b"")


def test_a_name_is_gone_from_everywhere(vault: SqlVault) -> None:
    """Words, history, title, tags, records, replies, states, drafts, refusals, derived; the control finds it before."""
    entry = everything(vault)
    assert b"zyzzyva" in bytes_of(vault)
    before = mentions(vault, "Zyzzyva")
    assert b"zyzzyva" in bytes_of(vault)
    done = forget_name(vault, "zyzzyva")
    assert done.traces_left == 0
    assert (done.entries, done.records, done.replies) == (before.entries, before.records, before.replies) == (1, 2, 1)
    assert b"zyzzyva" not in bytes_of(vault)
    assert [one.name for one in check(vault) if not one.ok] == []
    text = vault.entries.get(entry.id).text
    assert text.startswith(f"Then {BLOCK * 7}'s mother said {BLOCK * 7} must rest")
    assert "Zyzzyvan is no name" in text


def test_every_quotation_still_stands_where_its_span_says(vault: SqlVault) -> None:
    """Blocks take the place of letters one by one, so that spans hold; passages are made anew."""
    entry = everything(vault)
    forget_name(vault, "Zyzzyva")
    text = vault.entries.get(entry.id).text
    (belief,) = vault.records.current(Belief)
    (turn,) = vault.sessions.session(vault.entries.get(entry.id).session or SESSION).turns
    assert turn.reply is not None
    assert turn.reply.memory is not None
    for quotation in (*belief.evidence, turn.reply.memory):
        assert quotation.span.of(text) == quotation.text
    assert entry.id in [one.id for one in vault.passages.unsplit(9)]
    assert vault.passages.vectors("m")[0] == []


@pytest.mark.parametrize(
    ("name", "found", "passed_over"),
    [
        ("Anna", ["Anna", "ANNA", "anna"], ["Annabel", "Joanna"]),
        ("Anna Berg", ["Anna Berg", "Anna\n Berg"], ["Anna", "Berg"]),
        ("Hope", ["Hope", "HOPE"], ["hope"]),
        ("rose", ["Rose"], ["rose"]),
        ("Zoë", ["Zoë", "zoë"], ["Zoe"]),
        ("美咲", ["美咲", "と美咲が"], ["美"]),
        ("O'Neil", ["O'Neil"], ["Neil"]),
    ],
)
def test_what_counts_as_the_name(name: str, found: list[str], passed_over: list[str]) -> None:
    """Whole words in any case; an everyday word only where it is written as a name."""
    pattern = name_pattern(name)
    assert all(pattern.search(text) for text in found)
    assert not any(pattern.search(text) for text in passed_over)


@pytest.mark.parametrize("name", ["", "A", "7", "--", " "])
def test_what_is_no_name_is_refused(vault: SqlVault, name: str) -> None:
    """One letter would blot out half a language."""
    with pytest.raises(UsageError):
        forget_name(vault, name)


def test_a_name_that_stands_nowhere_changes_nothing(vault: SqlVault) -> None:
    """And says so."""
    everything(vault)
    done = forget_name(vault, "Quorra")
    assert (done.entries, done.records, done.replies, done.others, done.traces_left) == (0, 0, 0, 0, 0)


def test_the_source_does_not_bring_the_name_back(plain: SqlVault) -> None:
    """What the source said is known still: importing the same file again changes nothing."""
    said = Writing(NOW, "With Zyzzyva", EntryKind.NOTE, source="jsonl", source_id="1")
    list(plain.entries.add_many([said]))
    forget_name(plain, "Zyzzyva")
    assert [new for _, new in plain.entries.add_many([said])] == [False]
    assert [entry.text for entry in plain.entries.between()] == [f"With {BLOCK * 7}"]
