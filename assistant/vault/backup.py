"""Seal a whole vault in one file that any age tool opens with the passphrase, and make a vault of it again.

Inside is a zip archive: a page that says what it is, and the rows of the vault as lines of JSON. What can be made
anew (vectors, index, full text) is left out. Nothing is on disk in clear at any moment.

**Source** of the sealed form: age-encryption.org/v1, a passphrase stanza (scrypt).
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Final

from assistant.errors import LodestarError, Unreadable, UsageError, VaultDamaged, WrongPassphrase
from assistant.vault.backup_place import demand_folder
from assistant.vault.connection import Database
from assistant.vault.dump import LINE_CODE_POINTS, dump, load, steps_of
from assistant.vault.failures import translated, translated_outside
from assistant.vault.files import swap, write_whole
from assistant.vault.keys import COST, Cost, NewKey, draw_key
from assistant.vault.layout import Layout
from assistant.vault.lock import VaultLock
from assistant.vault.opening import abandon_place, clear_place, take_place
from assistant.vault.rekey import Step, go_on
from assistant.vault.sql_vault import SqlVault

_FORMAT: Final = "lodestar backup"
_VERSION: Final = 1
_ABOUT: Final = "about.json"
_ROWS: Final = "rows.jsonl"
BACKUP_BYTES: Final = 4 * 1024**3
"""The largest backup that is opened; a lifetime of writing seals to under 100 MB."""
_BENT: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError),
    *(ValueError, LookupError, TypeError),
)
"""What reading an archive raises that is not as it should be, and reading a page in it that is not."""
_READ_ME: Final = """This is a backup of a Lodestar vault. `lodestar restore FILE` makes a vault of it.

rows.jsonl has one JSON object a line: {"table": ..., "row": {...}}. Entries are in the table "entries": their words
are "text", their moment is "moment" (microseconds since 1970 in UTC), "day" is the calendar day.
"""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was written and read back."""

    file: Path
    entries: int
    content_bytes: int


@dataclass(frozen=True, slots=True)
class Restored:
    """A vault made from a backup; the recovery code of an encrypted one is told once."""

    folder: Path
    entries: int
    made_at: str
    encrypted: bool
    recovery_code: str | None = field(default=None, repr=False)


def back_up(vault: SqlVault, file: Path, passphrase: str, now: datetime, *, at_step: Step = go_on) -> BackedUp:
    """Write a backup, read it back, then put it in its place. Raises UsageError, DiskFull, VaultReadOnly."""
    from pyrage import passphrase as age

    if not passphrase:
        raise UsageError("a backup needs a passphrase", "It goes where you may lose sight of it.")
    demand_folder(file.parent)
    if os.path.lexists(file):
        raise UsageError(f"{file} is there already", "Name another file; an old backup is never written over.")
    content, counts = _packed(vault.database, now, vault.encrypted)
    sealed = age.encrypt(content, passphrase)
    del content
    beside = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with translated_outside(file):
            write_whole(beside, sealed)
            at_step("written")
            _verify(beside, passphrase, counts)
            at_step("read back")
            swap(beside, file)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    return BackedUp(file, counts.get("entries", 0), len(sealed))


def restore(
    file: Path,
    into: Path,
    passphrase: str,
    *,
    encrypt: bool | None = None,
    cost: Cost = COST,
    at_step: Step = go_on,
) -> Restored:
    """Make a vault at `into` from a backup, whole or not at all. Raises UsageError where there is a vault already.

    `encrypt` puts it under the backup's passphrase; None does so where the vault was encrypted before. Raises
    WrongPassphrase, Unreadable, DiskFull, VaultReadOnly.
    """
    archive, about = _opened(file, passphrase)
    protected = bool(about["encrypted"]) if encrypt is None else encrypt
    layout = Layout(into)
    with translated(into):
        into.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = VaultLock(layout.lock, alone=True)
    try:
        if layout.exists():
            raise UsageError(f"There is a vault at {into} already.", "Name a folder that holds none.")
        with translated(into):
            into.chmod(0o700)
            clear_place(layout)
            return _made(layout, archive, about, draw_key(passphrase, cost) if protected else None, at_step)
    finally:
        lock.close()


def _made(
    layout: Layout, archive: zipfile.ZipFile, about: dict[str, Any], drawn: NewKey | None, at_step: Step
) -> Restored:
    try:
        if drawn is not None:
            write_whole(layout.new_key, drawn.file.dump())
            at_step("key written")
        database = Database(layout.new_database, drawn.key if drawn else None)
        try:
            with archive.open(_ROWS) as stream:
                counts = load(_lines(stream), database, about["steps"])
            if counts != about["rows"] or database.rows("PRAGMA integrity_check") != [("ok",)]:
                raise VaultDamaged("The backup is not whole.", "Try an older one.")
            database.checkpoint()
        finally:
            database.close()
        at_step("rows loaded")
        take_place(layout)
        at_step("in place")
    except BaseException:
        abandon_place(layout)
        raise
    code = drawn.recovery_code if drawn else None
    return Restored(layout.folder, counts.get("entries", 0), str(about["made"]), drawn is not None, code)


def _packed(database: Database, now: datetime, encrypted: bool) -> tuple[bytes, dict[str, int]]:
    """Return the archive to be sealed, and how many rows of each table are in it."""
    packed = io.BytesIO()
    counts: dict[str, int] = {}
    digest = hashlib.sha256()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("READ ME.txt", _READ_ME)
        with archive.open(_ROWS, "w", force_zip64=True) as stream:
            for table, line in dump(database):
                counts[table] = counts.get(table, 0) + 1
                content = line.encode("ascii") + b"\n"
                digest.update(content)
                stream.write(content)
        about = {
            "format": _FORMAT,
            "version": _VERSION,
            "made": now.isoformat(timespec="seconds"),
            "encrypted": encrypted,
            "steps": steps_of(database),
            "rows": counts,
            "sha256": digest.hexdigest(),
        }
        archive.writestr(_ABOUT, json.dumps(about, indent=1))
    return packed.getvalue(), counts


def _opened(file: Path, passphrase: str) -> tuple[zipfile.ZipFile, dict[str, Any]]:
    """Unseal a backup and check that it is whole. Raises WrongPassphrase, Unreadable."""
    from pyrage import DecryptError
    from pyrage import passphrase as age

    try:
        if file.stat().st_size > BACKUP_BYTES:
            raise Unreadable(f"{file} is larger than any backup", source=str(file))
        sealed = file.read_bytes()
    except OSError as error:
        raise Unreadable(
            f"{file}: {(error.strerror or str(error)).lower()}", "Check the path.", source=str(file)
        ) from error
    if not sealed.startswith((b"age-encryption.org/", b"-----BEGIN AGE")):
        raise Unreadable(f"{file} is no backup", "A backup was written by `lodestar backup`.", source=str(file))
    try:
        content = age.decrypt(sealed, passphrase)
    except DecryptError as error:
        raise _not_opened(file, error) from error
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        about = json.loads(archive.read(_ABOUT))
        if about["format"] != _FORMAT or about["version"] != _VERSION:
            raise LodestarError(
                "This backup was made by a newer Lodestar.", "Install the newest Lodestar, then try again."
            )
        with archive.open(_ROWS) as stream:
            digest = hashlib.sha256()
            while piece := stream.read(1 << 20):
                digest.update(piece)
        if digest.hexdigest() != about["sha256"] or not _is_whole(about):
            raise ValueError("altered")
    except _BENT as error:
        raise Unreadable(f"{file} opens, but holds no whole backup", "Try an older one.", source=str(file)) from error
    return archive, about


def _is_whole(about: dict[str, Any]) -> bool:
    """Say whether the page about a backup says everything that is needed, each as `_packed` writes it."""
    told, steps = isinstance(about["encrypted"], bool) and isinstance(about["made"], str), about["steps"]
    named = isinstance(steps, list) and all(isinstance(step, str) for step in steps)
    return told and named and isinstance(about["rows"], dict)


def _not_opened(file: Path, error: Exception) -> LodestarError:
    """Tell a wrong passphrase from damage: age tries the passphrase on the head, then opens the content by pieces."""
    if str(error).lower() == "decryption failed":
        return WrongPassphrase(f"That passphrase does not open {file}.", "It is the one the backup was made with.")
    return Unreadable(f"{file} is damaged: {error}", "Try an older backup.", source=str(file))


def _verify(file: Path, passphrase: str, counts: dict[str, int]) -> None:
    """Raise VaultDamaged unless the file opens again and every row in it can be read into an empty database."""
    archive, about = _opened(file, passphrase)
    read: dict[str, int] = {}
    with archive.open(_ROWS) as stream:
        for line in _lines(stream):
            table = str(json.loads(line)["table"])
            read[table] = read.get(table, 0) + 1
    if read != counts or about["rows"] != counts:
        raise VaultDamaged(f"The backup {file} does not read back as it was written.", "Try again, on another disk.")


def _lines(stream: IO[bytes]) -> Iterator[str]:
    while content := stream.readline(LINE_CODE_POINTS):
        yield content.decode("ascii")
