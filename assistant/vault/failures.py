"""Translate what SQLite, SQLCipher and the system say into Lodestar's own errors."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from assistant.errors import (
    DiskFull,
    HeaderDamaged,
    LodestarError,
    NoVault,
    UsageError,
    VaultDamaged,
    VaultInUse,
    VaultReadOnly,
)
from assistant.vault.layout import Layout

_PERM, _BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _TOOBIG, _NOTADB = (
    *(3, 5, 6, 8, 10, 11, 13, 14, 18, 26),
)
"""Primary result codes. Source: sqlite.org/rescode.html."""
_PRIMARY_MASK: Final = 0xFF
_SAID: Final = {
    "database or disk is full": _FULL,
    "disk I/O error": _IOERR,
    "database disk image is malformed": _CORRUPT,
    "file is not a database": _NOTADB,
}
"""What a failure inside `sqlcipher_export` says: it comes with the code of a faulty statement."""
_PROBE_BYTES: Final = 1 << 20
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_WRITING: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_NO_PLACE: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP})


def in_use(place: Path) -> VaultInUse:
    """Return the error for a vault that another process holds."""
    return VaultInUse(
        f"Another program holds the vault at {place}.", "Close the other Lodestar window, or try again in a moment."
    )


def damaged(place: Path) -> VaultDamaged:
    """Return the error for a page that cannot be read."""
    return VaultDamaged(
        f"Part of the vault at {place} is damaged and cannot be read.",
        "Run `lodestar doctor` to see what is whole; it can bring everything that is readable into a new vault.",
    )


def header_damaged(place: Path) -> HeaderDamaged:
    """Return the error for a first page or a key file that is broken."""
    return HeaderDamaged(
        f"The beginning of the vault at {place} is damaged: it is not a database any more.",
        "Put back vault.db and key.json from a backup of this vault; do not run `init` here.",
    )


def read_only(place: Path) -> VaultReadOnly:
    """Return the error for a place that takes no writes."""
    return VaultReadOnly(
        f"Nothing can be written to the vault at {place}.",
        "Check who owns the folder and whether its disk is read-only.",
    )


def disk_full(place: Path) -> DiskFull:
    """Return the error for a full disk."""
    return DiskFull(
        f"There is no room to save to the vault at {place}.", "Free some space on that disk, then save again."
    )


def no_vault(place: Path) -> NoVault | HeaderDamaged:
    """Return the error for a folder without a vault, or with what is left of one whose database is gone."""
    left = [path.name for path in Layout(place).orphans()]
    if left:
        return database_missing(place, left)
    return NoVault(f"There is no vault at {place}.", "Make one with `lodestar init`, or name another with --vault.")


def database_missing(place: Path, left: Sequence[str]) -> HeaderDamaged:
    """Return the error for a place where a vault's key or log lies, and no database."""
    return HeaderDamaged(
        f"vault.db is missing from {place}, and {' and '.join(left)} of that vault is still there.",
        "Put vault.db back beside it. Lost for good? Move what is left away, then begin anew or restore a backup.",
    )


def _code(error: dbapi2.Error) -> int:
    return _SAID.get(str(error), int(getattr(error, "sqlite_errorcode", 0) or 0) & _PRIMARY_MASK)


def of_database(error: dbapi2.Error, place: Path) -> LodestarError:
    """Return Lodestar's error for one that the database raised."""
    if isinstance(error, dbapi2.ProgrammingError):
        return LodestarError("The vault is closed.", "Open it again.")
    match _code(error):
        case primary if primary in (_BUSY, _LOCKED):
            return in_use(place)
        case primary if primary == _FULL:
            return disk_full(place)
        case primary if primary == _IOERR:
            return _of_probe(place)
        case primary if primary in (_READONLY, _PERM):
            return read_only(place)
        case primary if primary == _NOTADB:
            return header_damaged(place)
        case primary if primary == _CORRUPT:
            return damaged(place)
        case primary if primary == _CANTOPEN:
            return read_only(place) if place.exists() else no_vault(place)
        case primary if primary == _TOOBIG:
            return LodestarError("That text is longer than a vault can hold (1 GB).", "Split it into parts.")
        case _:
            return VaultDamaged(
                f"The vault at {place} answered in a way it never should ({error}).", "Run `lodestar doctor`."
            )


def _of_probe(place: Path) -> LodestarError:
    """Return the error behind a failed read or write, which sqlcipher3 does not tell apart: try to write a little.

    Only "no space left" has a code of its own; a quota or a limit on file sizes looks as a failing disk does.
    """
    try:
        with tempfile.TemporaryFile(dir=place) as probe:
            probe.write(bytes(_PROBE_BYTES))
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as error:
        return of_system(error, place)
    return VaultDamaged(
        f"The disk that holds the vault at {place} failed to read or write.",
        "Try again; if it fails again, copy the folder to another disk and run `lodestar doctor` there.",
    )


def at_opening(error: dbapi2.Error, place: Path) -> LodestarError:
    """Return Lodestar's error for one at the opening: damage that shows so early lies at the file's beginning."""
    return header_damaged(place) if _code(error) == _CORRUPT else of_database(error, place)


def of_system(error: OSError, place: Path) -> LodestarError:
    """Return Lodestar's error for one that the operating system raised."""
    if error.errno in _NO_ROOM:
        return disk_full(place)
    if error.errno in _NO_WRITING:
        return read_only(place)
    if error.errno in _NO_PLACE:
        return UsageError(f"{place} is no place for a vault: {_reason(error)}.", "Check the path, or name another.")
    return damaged(place)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


@contextmanager
def translated(place: Path) -> Iterator[None]:
    """Raise Lodestar's errors for those of the database and of the system."""
    try:
        yield
    except dbapi2.Error as error:
        raise of_database(error, place) from error
    except OSError as error:
        raise of_system(error, place) from error


@contextmanager
def translated_outside(file: Path) -> Iterator[None]:
    """Raise Lodestar's errors for those of the system about a file that is none of the vault's own."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull(f"There is no room for {file}.", "Free some space there, or name another place.") from error
        raise VaultReadOnly(f"{file} cannot be written: {_reason(error)}.", "Name another place.") from error
