"""See a file, a folder or a zip archive as named members, read within limits and never extracted.

Links are not followed, names that point elsewhere are refused, and nothing is ever written.
"""

from __future__ import annotations

import stat
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final, Self

from assistant.core.incoming import Failure
from assistant.errors import Unreadable

MEMBER_BYTES: Final = 20 * 1024 * 1024
"""The most that is held of one member at once: twice the longest entry that is promised (10 MB). Text with characters
beyond the basic plane takes four bytes each in memory, and a second copy cut into lines: 180 MB at most."""

MEMBERS: Final = 250_000
"""The most members of one source: 100,000 entries with a photograph each, and some."""

DEPTH: Final = 32
"""The most folders within folders; journals on disk stay under ten."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a source."""

    name: str
    """Its path within the source, with forward slashes and its letters composed (NFC): the same in a folder as in an
    archive of it, whichever system packed it."""
    content_bytes: int
    modified: datetime | None
    """When it was last changed; without a zone where the source has the packer's clock alone, as zip archives do."""
    open: Callable[[], BinaryIO] = field(repr=False)
    """Open it for reading. Raises Unreadable."""
    on_disk: Path | None = None
    """Where it lies by its own name; None within an archive."""

    @property
    def path(self) -> PurePosixPath:
        """The name as a path."""
        return PurePosixPath(self.name)

    @property
    def suffix(self) -> str:
        """The name's ending in lower case, with its dot."""
        return self.path.suffix.lower()

    def read(self, limit: int = MEMBER_BYTES) -> bytes:
        """Return the whole content. Raises Unreadable where it is longer than `limit` bytes or broken."""
        with self.open() as stream:
            content = stream.read(limit + 1)
        if len(content) > limit:
            raise Unreadable(f"it is larger than {limit // (1024 * 1024)} MB", source=self.name)
        return content


@dataclass(frozen=True, slots=True)
class Source:
    """What an importer reads: its root's name, and its members in the order of their names. A context manager."""

    name: str
    """Name of the file or folder, without where it lies."""
    path: Path
    is_archive: bool
    _list: Callable[[], Iterator[Member | Failure]] = field(repr=False)
    _close: Callable[[], None] = field(default=lambda: None, repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def members(self) -> Iterator[Member | Failure]:
        """Yield the members; what is refused comes as a Failure with its name. Raises Unreadable."""
        return self._list()

    def files(self) -> dict[str, Member]:
        """Return the members that can be read, by name."""
        return {member.name: member for member in self.members() if isinstance(member, Member)}

    def refused(self) -> Iterator[Failure]:
        """Yield what the source holds and this program does not open."""
        return (member for member in self.members() if isinstance(member, Failure))


def composed(name: str) -> str:
    """Return a file's name with its letters composed: macOS takes “é” apart where others write one character."""
    return unicodedata.normalize("NFC", name)


def open_source(path: Path) -> Source:
    """Return the file, folder or zip archive at `path` as a source. Raises Unreadable."""
    from assistant.exchange.archive import Archive, is_archive

    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise Unreadable(f"{path}: {_told(error)}", "Check the path.", source=str(path)) from error
    if stat.S_ISDIR(mode):
        return Source(composed(path.resolve().name), path, False, lambda: _folder_members(path))
    if not stat.S_ISREG(mode):
        raise Unreadable(f"{path} is neither a file nor a folder", "Check the path.", source=str(path))
    if is_archive(path):
        archive = Archive(path)
        return Source(composed(path.name), path, True, archive.members, archive.close)
    name = composed(path.name)
    return Source(name, path, False, lambda: iter((_file_member(path, name),)))


def _file_member(path: Path, name: str) -> Member:
    try:
        about = path.stat(follow_symlinks=False)
    except OSError as error:
        raise Unreadable(f"{name}: {_told(error)}", source=name) from error
    modified = datetime.fromtimestamp(about.st_mtime, UTC) if 0 <= about.st_mtime < 2**40 else None

    def opened() -> BinaryIO:
        try:
            return path.open("rb")
        except OSError as error:
            raise Unreadable(_told(error), source=name) from error

    return Member(name, about.st_size, modified, opened, path)


def _folder_members(root: Path) -> Iterator[Member | Failure]:
    """Walk a folder in the order of names; hidden files and folders are the work of programs and passed over."""
    count = 0
    waiting = [(root, "", 0)]
    while waiting:
        folder, prefix, depth = waiting.pop()
        try:
            children = sorted(folder.iterdir(), key=lambda child: child.name)
        except OSError as error:
            yield Failure(prefix or root.name, _told(error))
            continue
        folders = []
        for child in children:
            name = f"{prefix}{composed(child.name)}"
            if child.name.startswith("."):
                continue
            count += 1
            if count > MEMBERS:
                yield Failure(root.name, f"it holds more than {MEMBERS} files; the rest was not read")
                return
            item = _child(child, name)
            if isinstance(item, Path) and depth >= DEPTH:
                yield Failure(name, f"it lies more than {DEPTH} folders deep")
            elif isinstance(item, Path):
                folders.append((child, f"{name}/", depth + 1))
            else:
                yield item
        waiting.extend(reversed(folders))


def _child(child: Path, name: str) -> Member | Failure | Path:
    """Return a file as a member, a folder as its path, and anything else as the reason it is not read."""
    try:
        mode = child.lstat().st_mode
    except OSError as error:
        return Failure(name, _told(error))
    if stat.S_ISLNK(mode):
        return Failure(name, "it is a link; links are not followed")
    if stat.S_ISDIR(mode):
        return child
    if not stat.S_ISREG(mode):
        return Failure(name, "it is not a file")
    try:
        name.encode("utf8")
        return _file_member(child, name)
    except UnicodeEncodeError:
        return Failure(name.encode("utf8", "replace").decode(), "its name is not readable text")
    except Unreadable as error:
        return Failure(name, error.message)


def _told(error: OSError) -> str:
    """Say what the system said, without its number."""
    return (error.strerror or str(error)).lower()
