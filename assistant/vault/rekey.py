"""Turn a vault over, whole or not at all: encrypt it, decrypt it, change its passphrase.

A new file is made, compared with the old one and put in its place in one step. Whether a vault is encrypted is
read from its database alone, so the key file may come before that step and go after it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path

from assistant.errors import LodestarError, UsageError, VaultInUse
from assistant.vault.connection import Database, export
from assistant.vault.failures import damaged, no_vault, translated
from assistant.vault.files import Remains, keep, keep_folder, swap, write_whole
from assistant.vault.keys import COST, Cost, KeyFile, draw_key, read_key_file
from assistant.vault.layout import Layout
from assistant.vault.lock import VaultLock
from assistant.vault.presence import is_encrypted

Step = Callable[[str], None]
"""Told the name of each step once it is done; a test stops the process there."""


def go_on(_step: str) -> None:
    """Do nothing at a step."""


def encrypt(
    folder: Path,
    passphrase: str,
    *,
    cost: Cost = COST,
    at_step: Step = go_on,
    tell: Callable[[str], None] = lambda _code: None,
) -> str:
    """Encrypt a plain vault and return its recovery code. Raises UsageError, VaultInUse, DiskFull, VaultDamaged.

    `tell` is given the code just before the vault is turned over: whatever stops the rest cannot take it along.
    """
    with _held(folder) as layout:
        if is_encrypted(layout.folder):
            raise UsageError("This vault is encrypted already.", "Change its passphrase with `lodestar passphrase`.")
        drawn = draw_key(passphrase, cost)
        _turn_over(layout, None, drawn.key, drawn.file, at_step, lambda: tell(drawn.recovery_code))
        return drawn.recovery_code


def decrypt(folder: Path, passphrase: str, *, at_step: Step = go_on) -> None:
    """Take the encryption off. Raises UsageError, WrongPassphrase, VaultInUse, DiskFull, VaultDamaged."""
    with _held(folder) as layout:
        if not is_encrypted(layout.folder):
            raise UsageError("This vault is not encrypted.", "There is nothing to do.")
        _turn_over(layout, read_key_file(layout.key).unwrap(passphrase), None, None, at_step, lambda: None)


def change_passphrase(folder: Path, old: str, new: str, *, cost: Cost = COST, at_step: Step = go_on) -> None:
    """Put the same key under a new passphrase; the recovery code stays. Raises UsageError, WrongPassphrase."""
    with _held(folder) as layout:
        _rewrap(layout, lambda file: file.unwrap(old), new, cost, at_step)


def reset_passphrase(folder: Path, recovery_code: str, new: str, *, cost: Cost = COST, at_step: Step = go_on) -> None:
    """Set a new passphrase with the recovery code, which stays. Raises UsageError, WrongPassphrase."""
    with _held(folder) as layout:
        _rewrap(layout, lambda file: file.unwrap_with_recovery(recovery_code), new, cost, at_step)


def settle(layout: Layout) -> None:
    """Clear away what a process that died in the middle of turning the vault over has left."""
    if not leftovers(layout):
        return
    try:
        lock = VaultLock(layout.lock, alone=True, wait_seconds=0.0)
    except VaultInUse:
        return  # it has not died: another process is at it, or reads on
    try:
        _clear(layout)
    except OSError:
        return  # nothing can be written here; what is left does no harm
    finally:
        lock.close()


def leftovers(layout: Layout) -> list[Path]:
    """Return the files that do not belong to the vault as its database stands."""
    unfinished = [layout.new_database, *layout.beside(layout.new_database), layout.new_key]
    found = [path for path in unfinished if path.exists()]
    if layout.key.exists() and layout.exists() and layout.has_plain_header():
        found.append(layout.key)
    return found


def _clear(layout: Layout) -> None:
    if layout.lacks_key() and layout.new_key.exists():
        swap(layout.new_key, layout.key)  # the making of this vault was cut short before its last step
    left = leftovers(layout)
    for path in left:
        path.unlink(missing_ok=True)
    if left:
        drop_index(layout)
        keep_folder(layout.folder)


def drop_index(layout: Layout) -> None:
    """Delete the vector index, which the memory room makes anew."""
    shutil.rmtree(layout.index, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[Layout]:
    """Hold the vault alone and cleared of leftovers. Raises NoVault, VaultInUse."""
    layout = Layout(folder)
    if not layout.exists():
        raise no_vault(folder)
    lock = VaultLock(layout.lock, alone=True)
    try:
        with translated(folder):
            _clear(layout)
            yield layout
    finally:
        lock.close()


def _turn_over(
    layout: Layout,
    old: bytes | None,
    new: bytes | None,
    key_file: KeyFile | None,
    at_step: Step,
    before_swap: Callable[[], None],
) -> None:
    try:
        _make_copy(layout, old, new)
        at_step("copied")
        if key_file is not None:
            write_whole(layout.new_key, key_file.dump())
            at_step("key written")
            swap(layout.new_key, layout.key)
            at_step("key placed")
        before_swap()
    except BaseException:
        _clear(layout)
        raise
    remains = Remains(layout.database)
    try:
        swap(layout.new_database, layout.database)
        at_step("swapped")
        drop_index(layout)
        if key_file is None:
            layout.key.unlink()
        at_step("cleared")
        remains.overwrite()
        keep_folder(layout.folder)
    finally:
        remains.close()


def _make_copy(layout: Layout, old: bytes | None, new: bytes | None) -> None:
    """Copy the database under the new key and compare the two. Raises VaultDamaged where they differ."""
    present = Database(layout.database, old)
    try:
        present.checkpoint()
        export(present, layout.new_database, new)
        copy = Database(layout.new_database, new)
        try:
            if not _same(present, copy):
                raise damaged(layout.folder)
        finally:
            copy.close()
    finally:
        present.close()
    keep(layout.new_database)
    for log in (*layout.beside(layout.database), *layout.beside(layout.new_database)):
        if log.exists():
            if log.name.endswith("-wal") and log.stat().st_size:
                raise LodestarError("The vault's log could not be emptied.", "Close Lodestar everywhere and try again.")
            os.unlink(log)


def _same(present: Database, copy: Database) -> bool:
    """Say whether the copy is sound and every table of it holds the same rows."""
    if copy.rows("PRAGMA integrity_check") != [("ok",)]:
        return False
    tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    names = present.rows(tables)
    return names == copy.rows(tables) and all(
        _rows_match(present, copy, f'SELECT * FROM "{name}"') for (name,) in names
    )


def _rows_match(present: Database, copy: Database, query: str) -> bool:
    return all(one == other for one, other in zip_longest(present.each(query), copy.each(query)))


def _rewrap(layout: Layout, unwrap: Callable[[KeyFile], bytes], new: str, cost: Cost, at_step: Step) -> None:
    if not is_encrypted(layout.folder):
        raise UsageError("This vault is not encrypted.", "Encrypt it with `lodestar encrypt`.")
    file = read_key_file(layout.key)
    write_whole(layout.new_key, file.rewrapped(unwrap(file), new, cost).dump())
    at_step("key written")
    swap(layout.new_key, layout.key)
    at_step("key placed")
