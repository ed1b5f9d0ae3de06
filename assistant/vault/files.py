"""Write and replace files so that a power cut leaves the old one or the new one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_PIECE: Final = 1 << 20


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that only its owner can read, and have it on disk on return."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(file, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def keep(path: Path) -> None:
    """Have a file's content on disk on return."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def keep_folder(folder: Path) -> None:
    """Have a folder's names on disk on return; Windows does that by itself."""
    if os.name == "posix":
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


def swap(new: Path, present: Path) -> None:
    """Put a file in the place of another in one step, and have that on disk on return."""
    os.replace(new, present)
    keep_folder(present.parent)


class Remains:
    """The bytes of a file that is about to be replaced, so that they can be overwritten afterwards.

    Overwriting reaches the bytes on an ordinary disk; on a flash drive, in snapshots and in backups it may not.
    """

    def __init__(self, path: Path) -> None:
        """Hold on to the file's bytes; Windows refuses to replace a file that is held, so there nothing is held."""
        self._stream = path.open("rb+", buffering=0) if os.name == "posix" else None

    def overwrite(self) -> None:
        """Write zeros over the bytes and let go of them."""
        if self._stream is None:
            return
        with self._stream as stream:
            left = os.fstat(stream.fileno()).st_size
            while left > 0:
                left -= stream.write(bytes(min(_PIECE, left))) or left
            os.fsync(stream.fileno())

    def close(self) -> None:
        """Let go of the bytes without a change."""
        if self._stream is not None:
            self._stream.close()
