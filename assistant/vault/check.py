"""Look the vault over: structure, every hash, full text, references, records, who may read it."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from assistant.core.check import Check
from assistant.core.dialogue import Reply
from assistant.core.entry import content_hash
from assistant.errors import LodestarError, VaultDamaged
from assistant.vault.keys import read_key_file
from assistant.vault.record_json import KINDS, unpacked
from assistant.vault.sql_vault import SqlVault

_DAMAGED: Final = VaultDamaged.exit_code
_OTHERS: Final = 0o077
_NAMED: Final = 5


def check(vault: SqlVault) -> list[Check]:
    """Look everything over and change nothing."""
    looks: list[tuple[str, Callable[[SqlVault], Check]]] = [
        ("structure", _structure),
        ("entries", _entries),
        ("records", _records),
        ("references", _references),
        ("full text", _full_text),
        ("permissions", _permissions),
    ]
    if vault.encrypted:
        looks.append(("key", _key))
    return [_looked(name, look, vault) for name, look in looks]


def repair(vault: SqlVault) -> list[Check]:
    """Make anew what is derived from the words: indexes, full text, permissions; then look again."""
    with vault.alone():
        vault.database.run("REINDEX")
        vault.database.run("INSERT INTO words(words) VALUES ('rebuild')")
        if os.name == "posix":
            for path, mode in _open_to_others(vault.layout.folder):
                with suppress(FileNotFoundError):
                    path.chmod(mode & ~_OTHERS)
    return check(vault)


def _looked(name: str, look: Callable[[SqlVault], Check], vault: SqlVault) -> Check:
    try:
        return look(vault)
    except LodestarError as error:
        return Check(name, False, error.message, _DAMAGED, repairable=name == "full text")


def _structure(vault: SqlVault) -> Check:
    # The seal of every encrypted page first: after one broken seal SQLite sees faults everywhere.
    found = [str(row[0]) for row in vault.database.rows("PRAGMA cipher_integrity_check")] if vault.encrypted else []
    if not found:
        rows = vault.database.rows("PRAGMA integrity_check(20)")
        found = [line for row in rows for line in str(row[0]).splitlines() if line != "ok" and "***" not in line]
    only_index = bool(found) and all("index" in line and "row" in line for line in found)
    pages = vault.database.value("PRAGMA page_count")
    detail = "; ".join(found[:_NAMED]) or f"{pages} pages are sound"
    return Check("structure", not found, detail, _DAMAGED, repairable=only_index)


def _entries(vault: SqlVault) -> Check:
    wrong, total = [], 0
    for identity, text, kept in vault.database.each("SELECT id, text, hash FROM entries NOT INDEXED"):
        total += 1
        if bytes.fromhex(content_hash(text)) != kept:
            wrong.append(str(identity))
    if wrong:
        return Check("entries", False, f"{len(wrong)} of {total} were altered: {', '.join(wrong[:_NAMED])}", _DAMAGED)
    return Check("entries", True, f"{total} are as they were written")


def _records(vault: SqlVault) -> Check:
    unreadable, total = 0, 0
    for kind, body in vault.database.each("SELECT kind, body FROM records UNION ALL SELECT NULL, body FROM replies"):
        total += 1
        try:
            unpacked(Reply if kind is None else KINDS[kind], body)
        except (ValueError, KeyError):
            unreadable += 1
    detail = f"{unreadable} of {total} cannot be read" if unreadable else f"{total} records and replies can be read"
    return Check("records", not unreadable, detail, _DAMAGED)


def _references(vault: SqlVault) -> Check:
    loose = len(vault.database.rows("PRAGMA foreign_key_check"))
    return Check("references", not loose, f"{loose} rows point at nothing" if loose else "all hold", _DAMAGED)


def _full_text(vault: SqlVault) -> Check:
    try:
        vault.database.run("INSERT INTO words(words, rank) VALUES ('integrity-check', 1)")
    except VaultDamaged:
        return Check("full text", False, "the full-text index does not match the words", repairable=True)
    return Check("full text", True, "it matches the words")


def _permissions(vault: SqlVault) -> Check:
    if os.name != "posix":
        return Check("permissions", True, "the system keeps other people out of your own folders")
    open_to_others = [path.name for path, _ in _open_to_others(vault.layout.folder)]
    detail = f"others may read: {', '.join(sorted(open_to_others)[:_NAMED])}" if open_to_others else "only you can read"
    return Check("permissions", not open_to_others, detail, repairable=True)


def _open_to_others(folder: Path) -> Iterator[tuple[Path, int]]:
    """Yield what other people may read, with its mode; a link says nothing of its own. Files may go meanwhile."""
    names = (os.path.join(place, name) for place, within, files in os.walk(folder) for name in (*within, *files))
    for path in (folder, *map(Path, names)):
        with suppress(FileNotFoundError):
            mode = path.lstat().st_mode
            if not stat.S_ISLNK(mode) and stat.S_IMODE(mode) & _OTHERS:
                yield path, stat.S_IMODE(mode)


def _key(vault: SqlVault) -> Check:
    read_key_file(vault.layout.key)
    return Check("key", True, "the key file is whole")
