"""Say who has a vault open: many processes at once, or one alone."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Final

from assistant.vault.failures import in_use

WAIT_SECONDS = 5.0
"""How long to wait for others to leave: a `lodestar write` is gone within one second."""
_STEP_SECONDS: Final = 0.05
_SLOTS: Final = 64
"""Windows has no shared lock in its C library: each holder locks one of so many bytes, one alone locks them all."""

if sys.platform == "win32":
    import msvcrt

    def _hold(file: int, alone: bool) -> bool:
        _let_go(file)
        for start, length in [(0, _SLOTS)] if alone else [(slot, 1) for slot in range(_SLOTS)]:
            os.lseek(file, start, os.SEEK_SET)
            try:
                msvcrt.locking(file, msvcrt.LK_NBLCK, length)
            except OSError:
                continue
            _held[file] = (start, length)
            return True
        return False

    def _let_go(file: int) -> None:
        if file in _held:
            start, length = _held.pop(file)
            os.lseek(file, start, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_UNLCK, length)

    _held: dict[int, tuple[int, int]] = {}
else:
    import fcntl

    def _hold(file: int, alone: bool) -> bool:
        try:
            fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


class VaultLock:
    """A lock on a vault's lock file, held by this process until closed.

    The system drops it when the process dies, so a crash never locks anyone out.
    """

    def __init__(self, file: Path, *, alone: bool = False, wait_seconds: float | None = None) -> None:
        """Take the lock, shared or alone. Raises VaultInUse."""
        self._path = file
        self._wait = WAIT_SECONDS if wait_seconds is None else wait_seconds
        self._alone = 0
        self._file = _open(file)
        try:
            self._take(alone)
        except BaseException:
            self.close()
            raise
        self._alone = int(alone)

    def take_alone(self, wait_seconds: float | None = None) -> None:
        """Turn a shared lock into one held alone; each call needs its `share`. Raises VaultInUse, still sharing."""
        if not self._alone:
            self._take(alone=True, wait_seconds=wait_seconds)
        self._alone += 1

    def share(self) -> None:
        """Let others in again."""
        self._alone -= 1
        if not self._alone:
            self._take(alone=False)

    def close(self) -> None:
        """Let go."""
        if self._file is not None:
            file, self._file = self._file, None
            _let_go(file)
            os.close(file)

    def _take(self, alone: bool, wait_seconds: float | None = None) -> None:
        if self._file is None:
            return
        until = time.monotonic() + (self._wait if wait_seconds is None else wait_seconds)
        while not _hold(self._file, alone):
            # A failed change may have lost the shared lock: it is taken again before anything else.
            if alone:
                _hold(self._file, alone=False)
            if time.monotonic() >= until:
                raise in_use(self._path.parent)
            time.sleep(_STEP_SECONDS)


def _open(file: Path) -> int | None:
    """Open the lock file; None where it cannot be made, since nobody can write there either."""
    try:
        return os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    except OSError:
        return None
