"""See damage, repair what is derived, and save what is left."""

from __future__ import annotations

import importlib
import os
import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant import vault
from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.entry import Entry, Quotation, Writing
from assistant.core.ids import RecordId, SessionId
from assistant.core.records import Purpose, Strength
from assistant.core.span import Span
from assistant.errors import DiskFull, NoVault, UsageError, VaultDamaged
from assistant.vault import SqlVault, repair
from assistant.vault.connection import PAGE_BYTES, Database
from assistant.vault.keys import Cost

NOW = datetime(2026, 1, 2, tzinfo=UTC)
CHEAP = Cost(1, 8 * 1024 * 1024)
SESSION = SessionId("s")


def failing(one: SqlVault) -> list[str]:
    """Return the names of the checks that fail."""
    return [check.name for check in vault.check(one) if not check.ok]


def filled(one: SqlVault, count: int = 400) -> list[Entry]:
    """Fill a vault with entries of many lengths, records, replies, states, refusals, drafts."""
    entries = [
        entry
        for entry, _ in one.entries.add_many(
            Writing(NOW + timedelta(hours=number), f"{number} " + "word and " * (number * 7 % 900), session=SESSION)
            for number in range(count)
        )
    ]
    one.entries.amend(entries[3].id, "three", NOW)
    entries[3] = one.entries.get(entries[3].id)
    for number in range(30):
        one.records.put(Purpose(RecordId(f"p{number}"), "s" * 300, date(2026, 1, 2)), NOW)
    one.records.put(Strength(RecordId("s"), "x", (Quotation.cut(entries[5], Span(0, 1)),)), NOW)
    one.records.withdraw(RecordId("p7"), NOW)
    one.sessions.answer(SESSION, entries[0].id, Reply("Hm?", Move.OPEN, VoiceName.BANK), NOW)
    one.sessions.remember_state(SESSION, "coach", '{"a": 1}')
    one.records.refuse("belief", "f", NOW)
    one.drafts.keep_draft("chat", "half")
    return entries


def shatter(path: Path, page: int) -> None:
    """Overwrite a page with noise."""
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE_BYTES)
        file.write(random.Random(page).randbytes(PAGE_BYTES))


def pages_of(one: SqlVault, table: str) -> list[int]:
    """Return the root page of a table and a page in its middle."""
    root = int(one.database.value("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)))
    return [root, int(one.database.value("PRAGMA page_count")) // 3]


def test_a_sound_vault_passes(vault: SqlVault) -> None:
    """Every check of a used vault is well, on a plain and on an encrypted one."""
    filled(vault)
    assert failing(vault) == []


def test_an_altered_word_is_noticed(plain: SqlVault) -> None:
    """A text that no longer matches its hash is named by its id."""
    entry = filled(plain)[9]
    plain.database.run("UPDATE entries SET text = 'altered' WHERE id = ?", (entry.id,))
    (check,) = [check for check in vault.check(plain) if not check.ok]
    assert check.name == "entries"
    assert entry.id in check.detail
    assert check.exit_code == 14


def test_an_unreadable_record_is_noticed(plain: SqlVault) -> None:
    """A record that is no record any more is counted."""
    filled(plain)
    plain.database.run("UPDATE records SET body = '{}' WHERE id = 'p3'")
    assert failing(plain) == ["records"]


def test_a_loose_reference_is_noticed(plain: SqlVault) -> None:
    """A row that points at nothing is counted."""
    filled(plain)
    plain.database.run("PRAGMA foreign_keys = OFF")
    plain.database.run("INSERT INTO passages(entry, start, stop, hash) VALUES (99999, 0, 1, x'00')")
    assert failing(plain) == ["references"]


def test_full_text_is_repaired(vault: SqlVault) -> None:
    """A full-text index that lost its way is noticed and rebuilt from the words."""
    entry = filled(vault)[3]
    vault.database.run(
        "INSERT INTO words(words, rowid, title, text) VALUES ('delete', ?, NULL, 'three')", (entry.sequence,)
    )
    assert "full text" in failing(vault)
    assert [check.name for check in repair(vault) if not check.ok] == []
    assert [hit.entry for hit in vault.entries.search_words(["three"], 3)] == [entry.id]


def test_permissions_are_repaired(plain: SqlVault) -> None:
    """A folder that others may read is noticed and closed."""
    os.chmod(plain.layout.folder, 0o755)
    os.chmod(plain.layout.database, 0o644)
    deep = plain.layout.index / "3f9c" / "chroma.sqlite3"
    deep.parent.mkdir(parents=True)
    deep.touch()
    os.chmod(deep, 0o640)
    (plain.layout.folder / "elsewhere").symlink_to("/nowhere")
    assert failing(plain) == ["permissions"]
    assert [check for check in repair(plain) if not check.ok] == []


@pytest.mark.parametrize("which", ["root", "leaf"])
@pytest.mark.parametrize("passphrase", [None, "open sesame"])
def test_a_damaged_page_costs_no_other_page(
    vault_folder: Path, tmp_path: Path, passphrase: str | None, which: str
) -> None:
    """Everything but the damaged page comes over into a new vault, even when the page led to all others."""
    with vault.create(vault_folder, passphrase=passphrase, cost=CHEAP).vault as made:
        entries = filled(made)
        root, leaf = pages_of(made, "entries")
    damaged = vault_folder / "vault.db"
    shatter(damaged, root if which == "root" else leaf)
    before = damaged.read_bytes()
    with vault.open_vault(vault_folder, passphrase=lambda: "open sesame") as one:
        assert "structure" in failing(one)
        with pytest.raises(VaultDamaged):
            list(one.entries.between())
    into = tmp_path / "new"
    saved = vault.salvage(vault_folder, into, passphrase=lambda: "open sesame")
    assert damaged.read_bytes() == before
    assert {path.name for path in into.iterdir()} - {"key.json", "vault.lock"} == {"vault.db"}
    with vault.open_vault(into, passphrase=lambda: "open sesame") as one:
        assert one.encrypted == (passphrase is not None)
        assert failing(one) == []
        kept = {entry.id: entry for entry in one.entries.between()}
        lost = [entry for entry in entries if entry.id not in kept]
        assert saved.entries == len(kept)
        assert saved.lost == len(lost)
        assert sum(kept[entry.id] != entry for entry in entries if entry.id in kept) == saved.altered <= 3
        assert len(lost) == 0 if which == "root" else len(lost) < 30
        assert len(one.records.current(Purpose)) == 29
        assert one.records.refused("belief") == {"f"}
        assert (one.drafts.draft("chat"), one.sessions.state(SESSION, "coach")) == ("half", '{"a": 1}')
        assert len(one.passages.unsplit(1000)) == len(kept)


def test_damaged_records_are_found_page_by_page(vault_folder: Path, tmp_path: Path) -> None:
    """The root of the records gone, every record still comes over, with its history and what it quotes."""
    with vault.create(vault_folder).vault as made:
        entries = filled(made)
        root, _ = pages_of(made, "records")
    shatter(vault_folder / "vault.db", root)
    vault.salvage(vault_folder, tmp_path / "new")
    with vault.open_vault(tmp_path / "new") as one:
        assert len(one.records.current(Purpose)) == 29
        assert vault.depend_on(one, [entries[5].id]).records_removed == 1


def test_an_altered_entry_comes_over_and_is_counted(vault_folder: Path, tmp_path: Path) -> None:
    """Words that were damaged in place are kept as they are now, and the person is told how many."""
    with vault.create(vault_folder).vault as made:
        filled(made, 20)
        made.database.run("UPDATE entries SET text = CAST(x'61ff62' AS TEXT) WHERE sequence = 4")
    saved = vault.salvage(vault_folder, tmp_path / "new")
    assert (saved.entries, saved.altered, saved.lost) == (20, 1, 0)
    with vault.open_vault(tmp_path / "new") as one:
        assert "a\ufffdb" in [entry.text for entry in one.entries.between()]


def test_salvage_overwrites_nothing(vault_folder: Path, tmp_path: Path) -> None:
    """It needs a vault to read and an empty place to write to."""
    with pytest.raises(NoVault):
        vault.salvage(tmp_path / "nowhere", tmp_path / "new")
    vault.create(vault_folder).vault.close()
    with pytest.raises(UsageError):
        vault.salvage(vault_folder, vault_folder)


@pytest.mark.parametrize("older", [False, True], ids=["present", "made before folders could be linked"])
def test_what_was_forgotten_stays_so_in_a_salvaged_vault(vault_folder: Path, tmp_path: Path, older: bool) -> None:
    """Linked folders come over, and so does what is not to come back from them; an older vault has neither."""
    with vault.create(vault_folder).vault as made:
        (entry, _), *_ = made.entries.add_many([Writing(NOW, "not again", source="markdown", source_id="a.md")])
        made.links.link("/home/me/notes", "markdown", NOW)
        vault.forget(made, [entry.id])
        if older:
            for table in ("linked_files", "links", "forgotten"):
                made.database.run(f"DROP TABLE {table}")
            made.database.run("DELETE FROM migrations WHERE name = 'links'")
    vault.salvage(vault_folder, tmp_path / "new")
    with vault.open_vault(tmp_path / "new") as one:
        assert [place.folder for place in one.links.linked()] == ([] if older else ["/home/me/notes"])
        assert one.links.is_forgotten("markdown", "a.md") is not older
        assert failing(one) == []


def test_a_damaged_page_keeps_nobody_out_whose_forgetting_was_cut_short(vault_folder: Path) -> None:
    """What a crash left to be wiped cannot be wiped on a damaged page; the words are read and written all the same."""
    with vault.create(vault_folder).vault as made:
        entries = filled(made)
        root, _ = pages_of(made, "session_states")
        made.database.run("INSERT INTO unfinished VALUES ('wipe')")
    shatter(vault_folder / "vault.db", root)
    with vault.open_vault(vault_folder) as one:
        assert one.entries.get(entries[7].id) == entries[7]
        one.entries.add(Writing(NOW, "still here"))
        assert one.database.value("SELECT count(*) FROM unfinished") == 1


def test_a_salvage_that_is_cut_short_leaves_nothing_that_looks_like_a_vault(
    vault_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fills up half way leaves an empty place, and the next try carries everything."""
    with vault.create(vault_folder, passphrase="open sesame", cost=CHEAP).vault as made:
        entries = filled(made, 40)

    def full(database: Database) -> None:
        raise DiskFull("There is no room.")

    with monkeypatch.context() as patched:
        patched.setattr(importlib.import_module("assistant.vault.salvage"), "_quote_again", full)
        with pytest.raises(DiskFull):
            vault.salvage(vault_folder, tmp_path / "new", passphrase=lambda: "open sesame")
    assert list((tmp_path / "new").iterdir()) == []
    assert vault.salvage(vault_folder, tmp_path / "new", passphrase=lambda: "open sesame").entries == len(entries)
    with vault.open_vault(tmp_path / "new", passphrase=lambda: "open sesame") as one:
        assert failing(one) == []
