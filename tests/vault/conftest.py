"""Vaults to test on: real SQLite in a temporary folder, plain and encrypted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.vault import SqlVault, create
from assistant.vault.keys import Cost


@pytest.fixture(params=["plain", "encrypted"])
def vault(request: pytest.FixtureRequest, vault_folder: Path) -> Iterator[SqlVault]:
    """An empty vault: every test that asks for it runs on a plain and on an encrypted one."""
    passphrase = "correct horse" if request.param == "encrypted" else None
    with create(vault_folder, passphrase=passphrase, cost=Cost(1, 8 * 1024 * 1024)).vault as made:
        yield made


@pytest.fixture
def plain(vault_folder: Path) -> Iterator[SqlVault]:
    """An empty plain vault."""
    with create(vault_folder).vault as made:
        yield made
