"""Keep generations of an index in a folder: which one is whole, and who may touch it.

    index/
      lock                 held by the one process that owns the index
      3f9c…/manifest.json  what this generation holds; `settled` is false while it is being changed
      3f9c…/chroma.sqlite3, …

A generation whose manifest is missing, unreadable, unsettled or says something unexpected is never opened: it is
deleted, and a new one is built from the vault.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

_MANIFEST: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds."""

    fingerprint: str
    """The vault's hash over which passages have which vectors, when this generation was last settled."""
    embedder: str
    dimensions: int
    version: str
    """Version of the library that wrote the files."""
    rows: int
    sealed: int
    """Rows in the files that open at once; the others are replayed from the log at each opening."""
    settled: bool


_MANIFESTS: Final = TypeAdapter(Manifest)


class Generations:
    """The generations in one folder, and the lock on them."""

    def __init__(self, folder: Path) -> None:
        """Look at a folder; nothing is made yet."""
        self.folder = folder
        self._lock: int | None = None

    def take(self) -> bool:
        """Become the one owner, making the folder; say whether nobody else is."""
        if self._lock is not None and not (self.folder / "lock").exists():
            self.release()  # the folder was deleted under us: that lock excludes nobody
        if self._lock is None:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
            if not _hold(file):
                os.close(file)
                return False
            self._lock = file
        return True

    def release(self) -> None:
        """Let others own it."""
        if self._lock is not None:
            file, self._lock = self._lock, None
            os.close(file)

    def newest(self) -> tuple[Path, Manifest] | None:
        """Return the generation that was settled last; None where none is whole."""
        whole = [(path, manifest) for path in self._paths() if (manifest := read_manifest(path)) and manifest.settled]
        return max(whole, key=lambda found: (found[0] / _MANIFEST).stat().st_mtime_ns, default=None)

    def make(self) -> Path:
        """Make the folder of a new generation."""
        path = self.folder / secrets.token_hex(8)
        path.mkdir(mode=0o700)
        return path

    def keep_only(self, kept: Path | None) -> None:
        """Delete every other generation."""
        for path in self._paths():
            if path != kept:
                shutil.rmtree(path, ignore_errors=True)

    def _paths(self) -> list[Path]:
        return [path for path in self.folder.iterdir() if path.is_dir()] if self.folder.is_dir() else []


def read_manifest(generation: Path) -> Manifest | None:
    """Return what a generation says of itself; None where that cannot be read."""
    try:
        return _MANIFESTS.validate_json((generation / _MANIFEST).read_bytes())
    except (OSError, ValidationError):
        return None


def write_manifest(generation: Path, manifest: Manifest) -> None:
    """Replace the manifest in one step, on disk before this returns."""
    new = generation / f"{_MANIFEST}.new"
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "w", encoding="utf8") as file:
        json.dump(asdict(manifest), file)
        file.flush()
        os.fsync(file.fileno())
    new.replace(generation / _MANIFEST)


if sys.platform == "win32":
    import msvcrt

    def _hold(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _hold(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
