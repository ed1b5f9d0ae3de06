"""Several processes write at once, as the shell does while the screen is open."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant import vault
from assistant.core.entry import Writing
from assistant.errors import VaultInUse
from assistant.vault.connection import Database

Start = Callable[..., subprocess.Popen[bytes]]
NOW = datetime(2026, 1, 1, tzinfo=UTC)
WRITES = """
with vault.open_vault(folder) as one:
    for number in range(60):
        one.entries.add(writing({name!r}, number))
    for entry, _ in one.entries.add_many(writing({name!r}, n) for n in range(60, 1200)):
        pass
"""


def test_all_words_of_all_writers_are_kept(start: Start, vault_folder: Path) -> None:
    """Three processes write while this one writes and lists: every word of each is there, in order."""
    with vault.create(vault_folder).vault as one:
        others = [start(WRITES.format(name=name), vault_folder) for name in ("a", "b", "c")]
        mine, seen = 0, 0
        while any(process.poll() is None for process in others):
            one.entries.add(Writing(NOW, f"mine {mine}"))
            mine += 1
            listed = sum(1 for _ in one.entries.between())
            assert listed >= seen
            seen = listed
        for process in others:
            _, said = process.communicate()
            assert process.returncode == 0, said.decode()
        for name in ("a", "b", "c"):
            numbers = [entry.source_id for entry in one.entries.between() if entry.source == name]
            assert numbers == [str(number) for number in range(1200)]
        assert one.entries.count() == 3600 + mine
        assert [check.name for check in vault.check(one) if not check.ok] == []


def test_two_imports_of_one_source_bring_it_once(start: Start, vault_folder: Path) -> None:
    """Two processes that bring in the same notes at once end with one of each."""
    with vault.create(vault_folder).vault as one:
        others = [start(WRITES.format(name="same"), vault_folder) for _ in range(2)]
        for process in others:
            _, said = process.communicate()
            assert process.returncode == 0, said.decode()
        assert one.entries.count() == 1200


def test_a_writer_that_never_ends_is_named(vault_folder: Path) -> None:
    """Who waits too long for another's write is told that the vault is in use, and may try again."""
    with vault.create(vault_folder).vault as one:
        impatient = Database(vault_folder / "vault.db", busy_seconds=0.1)
        try:
            with one.database.writing(), pytest.raises(VaultInUse):
                impatient.run("INSERT INTO drafts VALUES ('chat', 'x')")
            impatient.run("INSERT INTO drafts VALUES ('chat', 'x')")
        finally:
            impatient.close()
        assert one.drafts.draft("chat") == "x"
