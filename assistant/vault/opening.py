"""Make a vault, open one, and say what is there."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from assistant.errors import UsageError
from assistant.vault.connection import Database
from assistant.vault.failures import header_damaged, no_vault, translated
from assistant.vault.layout import Layout
from assistant.vault.lock import VaultLock
from assistant.vault.schema import migrate, pending
from assistant.vault.sql_vault import SqlVault

_PRIVATE: Final = 0o077


@dataclass(frozen=True, slots=True)
class Created:
    """A vault just made; the recovery code of an encrypted one is told once and kept nowhere."""

    vault: SqlVault
    recovery_code: str | None = field(default=None, repr=False)


def exists(folder: Path) -> bool:
    """Say whether there is a vault in that folder."""
    return Layout(folder).exists()


def is_encrypted(folder: Path) -> bool:
    """Say whether the vault in that folder is encrypted. Raises NoVault, HeaderDamaged."""
    layout = Layout(folder)
    if not layout.exists():
        raise no_vault(folder)
    with translated(folder):
        if layout.has_plain_header():
            return False
    if not layout.key.exists():
        raise header_damaged(folder)
    return True


def create(folder: Path, *, passphrase: str | None = None) -> Created:
    """Make a vault in that folder and open it. Raises UsageError where there is one, VaultReadOnly, DiskFull."""
    os.umask(_PRIVATE)
    layout = Layout(folder)
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = VaultLock(layout.lock, alone=True)
    try:
        if layout.exists():
            raise UsageError(f"There is a vault at {folder} already.", "Name another folder with --vault.")
        key, code = None, None
        if passphrase is not None:
            raise NotImplementedError
        database = Database(layout.database, key)
        try:
            migrate(database)
        except BaseException:
            database.close()
            raise
        lock.share()
    except BaseException:
        lock.close()
        raise
    return Created(SqlVault(layout, database, lock, encrypted=key is not None), code)


def open_vault(folder: Path, *, passphrase: Callable[[], str] | None = None) -> SqlVault:
    """Open the vault in that folder. `passphrase` is asked for only where it is encrypted.

    Raises NoVault, VaultInUse, WrongPassphrase, HeaderDamaged, VaultDamaged.
    """
    os.umask(_PRIVATE)
    layout = Layout(folder)
    if not layout.exists():
        raise no_vault(folder)
    lock = VaultLock(layout.lock)
    try:
        key = None
        database = Database(layout.database, key)
        try:
            _bring_up_to_date(database, lock)
        except BaseException:
            database.close()
            raise
    except BaseException:
        lock.close()
        raise
    return SqlVault(layout, database, lock, encrypted=key is not None)


def open_in(folder: Path) -> SqlVault:
    """Open the plain vault in that folder, or make it there: what a test or a demonstration needs."""
    return open_vault(folder) if exists(folder) else create(folder).vault


def _bring_up_to_date(database: Database, lock: VaultLock) -> None:
    if pending(database):
        lock.take_alone()
        try:
            migrate(database)
        finally:
            lock.share()
