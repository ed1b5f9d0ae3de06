"""Keep a folder of Markdown in line with the vault: what changed is written, what is gone is removed, no more."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from assistant.core.incoming import Kept
from assistant.errors import UsageError
from assistant.exchange.export_markdown import MarkdownFolder
from assistant.exchange.files_out import sync_all, translated, whole_file

LIST: Final = "mirror.json"
"""In the mirror: which files are Lodestar's own. Anything else in the folder is never touched."""
LIST_BYTES: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Mirrored:
    """What an update did."""

    folder: Path
    entries: int
    removed: int
    missing: tuple[str, ...] = ()
    """Attachments that no longer lie where they were found."""
    trouble: str = ""
    """Why it could not be brought in line."""


def update(folder: Path, kept: Iterable[Kept], vault: Path, *, begin: bool = True) -> Mirrored:
    """Bring the mirror of a vault in line; `begin` makes it where there is none yet.

    Raises UsageError for another vault's mirror and for a folder with other things in it, DiskFull, VaultReadOnly.
    """
    before = _own_files(folder, vault, begin)
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    writer = MarkdownFolder(folder, replace=True)
    for one in kept:
        writer.add(one)
    written = writer.finish()
    sync_all()
    gone = sorted(before - set(written.files))
    for name in gone:
        _remove(folder, name)
    with whole_file(folder / LIST, replace=True) as stream:
        listed = {"vault": str(vault.resolve()), "files": sorted(written.files)}
        stream.write(json.dumps(listed, indent=0).encode("utf8"))
    return Mirrored(folder, written.entries, len(gone), tuple(written.missing))


def owner_of(folder: Path) -> Path | None:
    """Return the folder of the vault that a mirror keeps in step with; None where there is no mirror that says it."""
    try:
        owner = (_listed(folder) or {}).get("vault")
    except UsageError:
        return None
    return Path(owner) if isinstance(owner, str) else None


def _own_files(folder: Path, vault: Path, begin: bool) -> set[str]:
    """Return the files that an earlier update for that vault wrote."""
    listed = _listed(folder)
    if listed is None:
        if not begin:
            raise UsageError(f"there is no mirror in {folder}", "`lodestar mirror DIR` begins one.")
        if folder.is_dir() and any(folder.iterdir()):
            raise UsageError(f"{folder} holds other things", "Name a folder of its own for the mirror.")
        return set()
    owner = listed.get("vault")
    if owner != str(vault.resolve()):
        whose = f"of the vault at {owner}" if owner else "of an older Lodestar, and does not say of which vault"
        raise UsageError(
            f"{folder} holds the mirror {whose}", "Name another folder, or delete that one, and run it with DIR again."
        )
    return {name for name in listed["files"] if isinstance(name, str) and _is_within(name)}


def _listed(folder: Path) -> dict[str, Any] | None:
    """Return what the list of a mirror says, None where there is none. Raises UsageError for one that is spoiled."""
    path = folder / LIST
    try:
        with path.open("rb") as stream:
            listed = json.loads(stream.read(LIST_BYTES))
        if not isinstance(listed["files"], list):
            raise TypeError("files")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} is no list of a mirror", "Move it away, with the folder.") from error
    return dict(listed)


def _is_within(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and bool(path.parts)


def _remove(folder: Path, name: str) -> None:
    """Remove a file, and the folders that are empty without it."""
    with translated(folder):
        path = folder / name
        path.unlink(missing_ok=True)
        for parent in path.relative_to(folder).parents:
            if parent != Path():
                with suppress(OSError):
                    (folder / parent).rmdir()
