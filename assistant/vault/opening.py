"""Make a vault, open one, and say what is there."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from assistant.errors import UsageError, WrongPassphrase
from assistant.vault.connection import Database
from assistant.vault.failures import database_missing, no_vault, translated
from assistant.vault.files import keep, keep_folder, swap, write_whole
from assistant.vault.forget import finish
from assistant.vault.keys import COST, Cost, KeyFile, NewKey, draw_key, read_key_file
from assistant.vault.layout import Layout
from assistant.vault.lock import VaultLock
from assistant.vault.presence import exists, is_encrypted
from assistant.vault.rekey import settle
from assistant.vault.schema import migrate, pending
from assistant.vault.sql_vault import SqlVault

_PRIVATE: Final = 0o077


@dataclass(frozen=True, slots=True)
class Created:
    """A vault just made; the recovery code of an encrypted one is told once and kept nowhere."""

    vault: SqlVault
    recovery_code: str | None = field(default=None, repr=False)


def create(folder: Path, *, passphrase: str | None = None, cost: Cost = COST) -> Created:
    """Make a vault in that folder and open it.

    Raises UsageError where there is one, HeaderDamaged where all but its database is there, VaultReadOnly, DiskFull.
    """
    os.umask(_PRIVATE)
    layout = Layout(folder)
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder.chmod(0o700)
        lock = VaultLock(layout.lock, alone=True)
    try:
        if layout.exists():
            raise UsageError(f"There is a vault at {folder} already.", "Name another folder with --vault.")
        drawn = None if passphrase is None else draw_key(passphrase, cost)
        with translated(folder):
            clear_place(layout)
        database = _first_database(layout, drawn, lock)
        try:
            with translated(folder):
                keep_folder(folder)
            lock.share()
        except BaseException:
            database.close()
            raise
    except BaseException:
        lock.close()
        raise
    vault = SqlVault(layout, database, lock, encrypted=drawn is not None)
    return Created(vault, drawn.recovery_code if drawn else None)


def _first_database(layout: Layout, drawn: NewKey | None, lock: VaultLock) -> Database:
    """Make the database of a new vault, then give its key its name; where that fails early, nothing stays of it."""
    database: Database | None = None
    try:
        if drawn is None:
            return _open_database(layout, None, lock)
        with translated(layout.folder):
            write_whole(layout.new_key, drawn.file.dump())
            database = _open_database(layout, drawn.key, lock)
            swap(layout.new_key, layout.key)
        return database
    except BaseException:
        if database is not None:
            database.close()
        abandon_place(layout)
        raise


def open_vault(folder: Path, *, passphrase: Callable[[], str] | None = None) -> SqlVault:
    """Open the vault in that folder. `passphrase` is asked for only where it is encrypted.

    Raises NoVault, VaultInUse, WrongPassphrase, HeaderDamaged, VaultDamaged.
    """

    def unwrap(file: KeyFile) -> bytes:
        if passphrase is None:
            raise WrongPassphrase("This vault is encrypted, and no passphrase was given.", "Give its passphrase.")
        return file.unwrap(passphrase())

    return _open(folder, unwrap)


def open_with_recovery(folder: Path, code: str) -> SqlVault:
    """Open an encrypted vault with its recovery code. Raises what `open_vault` raises."""
    return _open(folder, lambda file: file.unwrap_with_recovery(code))


def open_in(folder: Path) -> SqlVault:
    """Open the plain vault in that folder, or make it there: what a test or a demonstration needs."""
    return open_vault(folder) if exists(folder) else create(folder).vault


def _open(folder: Path, unwrap: Callable[[KeyFile], bytes]) -> SqlVault:
    os.umask(_PRIVATE)
    layout = Layout(folder)
    if not layout.exists():
        raise no_vault(folder)
    with translated(folder):
        settle(layout)
    lock = VaultLock(layout.lock)
    try:
        key = unwrap(read_key_file(layout.key)) if is_encrypted(folder) else None
        database = _open_database(layout, key, lock)
    except BaseException:
        lock.close()
        raise
    vault = SqlVault(layout, database, lock, encrypted=key is not None)
    try:
        finish(vault)
    except BaseException:
        vault.close()
        raise
    return vault


def _open_database(layout: Layout, key: bytes | None, lock: VaultLock) -> Database:
    """Open the database and bring its tables up to date, which needs the vault alone."""
    database = Database(layout.database, key)
    try:
        if pending(database):
            lock.take_alone()
            try:
                migrate(database)
            finally:
                lock.share()
    except BaseException:
        database.close()
        raise
    return database


def take_place(layout: Layout) -> None:
    """Put a database that was made, written out and closed beside the vault's place into it, and then its key.

    Cut short in between, it is finished when the vault is opened next: a key that lies alone is always that of a
    database which was there before.
    """
    keep(layout.new_database)
    for log in layout.beside(layout.new_database):
        log.unlink(missing_ok=True)
    swap(layout.new_database, layout.database)
    if layout.new_key.exists():
        swap(layout.new_key, layout.key)


def clear_place(layout: Layout) -> None:
    """Remove what an earlier attempt to make this vault has left: an empty database, and what was beside its place.

    Raises HeaderDamaged for a key or a log that may be all that is left of a vault: nobody could make it anew.
    """
    left = layout.orphans()
    if left:
        raise database_missing(layout.folder, [path.name for path in left])
    abandon_place(layout)


def abandon_place(layout: Layout) -> None:
    """Remove what was begun in a place that was clear before, unless the vault is there by now."""
    if layout.exists():
        return
    databases = (layout.database, layout.new_database)
    logs = (log for database in databases for log in layout.beside(database))
    for path in (*databases, *logs, layout.key, layout.new_key):
        path.unlink(missing_ok=True)
