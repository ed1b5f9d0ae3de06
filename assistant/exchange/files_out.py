"""Write files for people to keep: whole or not at all, readable by nobody else, never over what is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from assistant.errors import DiskFull, UsageError, VaultReadOnly


@contextmanager
def whole_file(path: Path, *, replace: bool = False, sync: bool = True) -> Iterator[BinaryIO]:
    """Yield a file that takes its place once it is complete and, with `sync`, on disk.

    Raises UsageError where something is there and may not be replaced, DiskFull, VaultReadOnly.
    """
    if not replace and os.path.lexists(path):
        raise UsageError(f"{path} is there already", "Name another file, or move that one away.")
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    with translated(path):
        try:
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                yield stream
                if sync:
                    stream.flush()
                    os.fsync(stream.fileno())
            os.replace(beside, path)
            if sync:
                sync_folder(path.parent)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise


def write_lines(path: Path, lines: Iterable[str], *, replace: bool = False) -> None:
    """Write lines of text, each ended by a line feed."""
    with whole_file(path, replace=replace) as stream:
        for line in lines:
            stream.write(line.encode("utf8", "surrogatepass") + b"\n")


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the system says about writing into our own errors."""
    import errno

    try:
        yield
    except OSError as error:
        told = (error.strerror or str(error)).lower()
        if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
            raise DiskFull(f"there is no room for {path}", "Make room and try again.") from error
        raise VaultReadOnly(f"{path} cannot be written: {told}", "Name another place.") from error


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Yield a folder beside `path` that takes its place once everything in it is on disk.

    Raises UsageError where something lies in it, DiskFull, VaultReadOnly.
    """
    with translated(path):
        if os.path.lexists(path) and (not path.is_dir() or any(path.iterdir())):
            raise UsageError(f"{path} is not empty", "Name a folder that is not there yet.")
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{os.getpid()}.part")
        beside.mkdir(mode=0o700)
        try:
            yield beside
            sync_all()
            if path.is_dir():
                path.rmdir()
            os.replace(beside, path)
            sync_folder(path.parent)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise


def sync_all() -> None:
    """Have everything written so far on disk: once for a folder of ten thousand notes, not once for each."""
    if hasattr(os, "sync"):
        os.sync()


def sync_folder(folder: Path) -> None:
    """Have the system note a new name in a folder on disk, where it can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
