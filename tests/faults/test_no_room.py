"""A full disk: a clear message, nothing lost, and saving goes on once there is room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant import vault
from assistant.core.entry import Writing
from assistant.errors import DiskFull
from assistant.vault import SqlVault

Run = Callable[..., tuple[int, list[str]]]
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_a_full_database_says_so_and_loses_nothing(vault_folder: Path) -> None:
    """When the database may not grow, the words are refused with DiskFull; with room they are saved."""
    with vault.create(vault_folder).vault as one:
        kept = one.entries.add(Writing(NOW, "saved before"))
        pages = int(one.database.value("PRAGMA page_count"))
        one.database.rows(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DiskFull) as caught:
            one.entries.add(Writing(NOW, "too much " * 10_000))
        assert "room" in caught.value.message
        assert list(one.entries.between()) == [kept]
        one.database.rows("PRAGMA max_page_count = 1000000")
        one.entries.add(Writing(NOW, "too much " * 10_000))
        assert one.entries.count() == 2
        assert [check.name for check in vault.check(one) if not check.ok] == []


LIMIT = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
"""


def limited(code: str, limit: int) -> str:
    """Return a program whose files may not grow past a size: what the system says then is what a quota says."""
    return LIMIT.format(limit=limit).strip() + "\n" + code


def test_the_system_has_no_room_for_a_save(run: Run, vault_folder: Path) -> None:
    """Every word acknowledged before the disk filled up is there; the one that did not fit raised DiskFull."""
    pytest.importorskip("resource")
    vault.create(vault_folder).vault.close()
    code = """
with vault.open_vault(folder) as one:
    for number in range(100000):
        one.entries.add(writing("diary", number))
        say(number)
"""
    status, said = run(limited(code, 600_000), vault_folder)
    assert (status, said[-1]) == (3, "error DiskFull")
    with vault.open_vault(vault_folder) as one:
        assert [entry.source_id for entry in one.entries.between()] == said[:-1]
        assert [check.name for check in vault.check(one) if not check.ok] == []


def test_the_system_has_no_room_for_a_copy(run: Run, vault_folder: Path) -> None:
    """An encryption that does not fit leaves the plain vault as it was, and no half-made copy."""
    pytest.importorskip("resource")
    with vault.create(vault_folder).vault as one:
        one.entries.add(Writing(NOW, "word " * 200_000))
    before = (vault_folder / "vault.db").read_bytes()
    status, said = run(limited("vault.encrypt(folder, 'secret', cost=CHEAP)", 300_000), vault_folder)
    assert (status, said) == (3, ["error DiskFull"])
    assert (vault_folder / "vault.db").read_bytes() == before
    assert {path.name for path in vault_folder.iterdir()} == {"vault.db", "vault.lock"}


def test_forgetting_without_room_is_finished_later(run: Run, vault_folder: Path) -> None:
    """The words are gone from the vault at once; their bytes follow when there is room again."""
    pytest.importorskip("resource")
    with vault.create(vault_folder).vault as one:
        one.entries.add(Writing(NOW, "Zyzzyva " * 10))
        for number in range(200):
            one.entries.add(Writing(NOW, f"{number} word " * 1000))
    code = """
one = vault.open_vault(folder)
vault.forget(one, [next(iter(one.entries.between())).id])
"""
    status, said = run(limited(code, 1_000_000), vault_folder)
    assert (status, said) == (3, ["error DiskFull"])
    with vault.open_vault(vault_folder) as again:
        assert again.entries.count() == 200
        assert _bytes(again).count(b"Zyzzyva") == 0


def _bytes(one: SqlVault) -> bytes:
    return b"".join(path.read_bytes() for path in one.layout.folder.iterdir() if path.is_file())
