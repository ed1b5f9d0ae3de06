"""Migrations: each once, each whole, known by name."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant import vault
from assistant.core.entry import Writing
from assistant.errors import LodestarError
from assistant.vault import schema
from assistant.vault.connection import Database

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def add_colour(database: Database) -> None:
    """Add a column, as a later Lodestar would."""
    database.run("ALTER TABLE drafts ADD COLUMN colour TEXT")


def break_down(database: Database) -> None:
    """Change something, then fail."""
    database.run("CREATE TABLE half_made(x)")
    raise RuntimeError("power cut")


def test_a_new_migration_runs_once(vault_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A vault of an older Lodestar is brought up to date at its next opening and keeps its words."""
    with vault.create(vault_folder).vault as made:
        entry = made.entries.add(Writing(NOW, "old words"))
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_colour))
    for _ in range(2):
        with vault.open_vault(vault_folder) as one:
            assert one.entries.get(entry.id) == entry
            names = [name for (name,) in one.database.rows("SELECT name FROM migrations")]
            assert names.count("add_colour") == 1


def test_a_migration_that_fails_leaves_the_old_tables(vault_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a migration is no migration; the vault opens again as it was."""
    vault.create(vault_folder).vault.close()
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, break_down))
        with pytest.raises(RuntimeError):
            vault.open_vault(vault_folder)
    with vault.open_vault(vault_folder) as one:
        assert one.database.rows("SELECT name FROM sqlite_schema WHERE name = 'half_made'") == []


def test_a_newer_vault_is_left_alone(vault_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A vault that knows a migration this program does not is refused by that name, unchanged."""
    vault.create(vault_folder).vault.close()
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_colour))
        vault.open_vault(vault_folder).close()
    with pytest.raises(LodestarError, match=r"newer Lodestar.*add_colour"):
        vault.open_vault(vault_folder)


def test_migrating_needs_the_vault_alone(vault_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While an older program has the vault open, its tables do not change under it."""
    monkeypatch.setattr("assistant.vault.lock.WAIT_SECONDS", 0.1)
    with vault.create(vault_folder).vault:
        monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, add_colour))
        with pytest.raises(LodestarError, match="Another program"):
            vault.open_vault(vault_folder)


def test_a_vault_that_was_half_made_is_finished(vault_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash while a vault is made leaves one that the next opening completes."""
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS[:3], break_down))
        with pytest.raises(RuntimeError):
            vault.create(vault_folder)
    with vault.open_in(vault_folder) as one:
        assert one.entries.add(Writing(NOW, "words")).text == "words"


def test_the_durable_settings_hold(plain: vault.SqlVault) -> None:
    """What makes a saved word outlive a power cut, and a deleted one not, is switched on."""
    wanted = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1, "temp_store": 2}
    assert {name: plain.database.value(f"PRAGMA {name}") for name in wanted} == wanted
    assert plain.database.value("SELECT v FROM words_config WHERE k = 'secure-delete'") == 1
