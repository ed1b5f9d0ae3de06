"""A place that takes no writes: reading works, writing says why not."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant import vault
from assistant.core.entry import Writing
from assistant.errors import VaultReadOnly
from assistant.vault.keys import Cost

pytestmark = pytest.mark.skipif(os.name != "posix", reason="folders are made read-only with POSIX modes")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
NOBODY = 65534


@contextmanager
def as_a_reader(folder: Path) -> Iterator[None]:
    """Close a folder for writing; root, whom modes do not stop, becomes somebody else for the time being."""
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may enter, unlike pytest's own."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        Path(name).chmod(0o755)
        yield Path(name) / "vault"


@pytest.mark.parametrize("passphrase", [None, "secret"])
def test_a_read_only_vault_can_be_read(folder: Path, passphrase: str | None) -> None:
    """Entries are listed, found and checked; saving raises VaultReadOnly and changes nothing."""
    with vault.create(folder, passphrase=passphrase, cost=Cost(1, 8 * 1024 * 1024)).vault as made:
        entry = made.entries.add(Writing(NOW, "carved in stone"))
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with as_a_reader(folder):
        with vault.open_vault(folder, passphrase=lambda: "secret") as one:
            assert list(one.entries.between()) == [entry]
            assert [hit.entry for hit in one.entries.search_words(["stone"], 3)] == [entry.id]
            with pytest.raises(VaultReadOnly):
                one.entries.add(Writing(NOW, "more"))
            with pytest.raises(VaultReadOnly):
                one.drafts.keep_draft("chat", "more")
        with pytest.raises(VaultReadOnly):
            vault.change_passphrase(folder, "secret", "x") if passphrase else vault.encrypt(folder, "x")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_vault_cannot_be_made_there(folder: Path) -> None:
    """Making a vault in a folder that takes no writes says so."""
    folder.mkdir()
    with as_a_reader(folder), pytest.raises(VaultReadOnly):
        vault.create(folder / "new")
