"""Say where a backup goes, and which older ones in a folder make room for it."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import Final

from assistant.errors import UsageError

_TAG_BYTES: Final = 4
"""Enough to tell the vaults of one household apart in a folder that they share."""
_WHEN: Final = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]-[0-9][0-9][0-9][0-9][0-9][0-9]"


def place_for(file: Path, vault_folder: Path, now: datetime, *, in_folder: bool = False) -> Path:
    """Return the file that a backup is to be: the one named, or a new one in the folder named.

    Raises UsageError where its folder is not there: a disk that is not plugged in is no reason to write elsewhere.
    """
    folder = file if in_folder or file.is_dir() else file.parent
    demand_folder(folder)
    return folder / f"lodestar-{now:%Y-%m-%d-%H%M%S}-{_tag(vault_folder)}.age" if folder == file else file


def demand_folder(folder: Path) -> None:
    """Raise UsageError where there is no such folder."""
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}", "Make it first, plug its disk in, or name another place.")


def make_room(newest: Path, vault_folder: Path, keep: int) -> None:
    """Remove the older backups of a vault beside its newest, but for `keep` in all. Raises OSError.

    The newest is the one just made, whatever the clock said then or says now. Other files stay, those of other vaults
    and those with no vault's tag in the name among them.
    """
    beside = newest.parent.glob(f"lodestar-{_WHEN}-{_tag(vault_folder)}.age")
    older = sorted(one for one in beside if one.name != newest.name)
    for old in older[: max(len(older) - keep + 1, 0)]:
        old.unlink()


def _tag(vault_folder: Path) -> str:
    """Return a few letters that stand for a vault, by the place where it lies."""
    place = str(vault_folder.resolve()).encode("utf8", "surrogateescape")
    return hashlib.blake2b(place, digest_size=_TAG_BYTES).hexdigest()
