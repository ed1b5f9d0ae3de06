"""Read the members of a zip archive as streams, within limits that a hostile archive runs into.

**Source** for what to refuse: Fifield, "A better zip bomb", USENIX WOOT 2019; CWE-22 and CWE-409.
"""

from __future__ import annotations

import io
import lzma
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, BinaryIO, Final

from assistant.core.incoming import Failure
from assistant.errors import Unreadable
from assistant.exchange.source import DEPTH, MEMBERS, Member, composed

TOTAL_BYTES: Final = 8 * 1024**3
"""The most that is unpacked of one archive in one reading."""

_MB: Final = 1024 * 1024
LIST_BYTES: Final = 64 * _MB
"""The largest list of members that is read: 250,000 of them with names of 200 bytes."""

RATIO: Final = 200
"""The most that a member may grow on unpacking: JSON and HTML of journals stay under 30, deflate ends at 1032."""

RATIO_FROM_BYTES: Final = 4 * 1024 * 1024
"""Below this size a member may grow as it likes; it cannot hurt."""

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    IndexError,
)
"""What `zipfile` and its decompressors raise on damaged, encrypted or unknown members."""

_SAYS_UTF8: Final = 0x800
_UNSEEN: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Control characters, halves of characters, and separators of lines and paragraphs."""
_TURNING: Final = frozenset("LRE RLE LRO RLO PDF LRI RLI FSI PDI".split())
"""Characters that turn the direction of writing, by which `fdp.exe` is shown as `exe.pdf`."""

_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x06"


def is_archive(path: Path) -> bool:
    """Tell whether the file begins or ends as a zip archive does."""
    try:
        with path.open("rb") as stream:
            return stream.read(4) in (b"PK\x03\x04", _END)
    except OSError:
        return False


class Archive:
    """A zip archive, open until `close`."""

    def __init__(self, path: Path) -> None:
        """Read the list of members. Raises Unreadable where the file is no whole zip archive."""
        _check_count(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except BROKEN as error:
            raise Unreadable(
                f"{path.name} is not a whole zip archive", "Fetch or export it again.", source=path.name
            ) from error
        self._bytes_left = TOTAL_BYTES

    def members(self) -> Iterator[Member | Failure]:
        """Yield the files in the order of their names; what the system put beside them is passed over."""
        for name, about in sorted(((_name_of(one), one) for one in self._zip.infolist()), key=lambda pair: pair[0]):
            if name and (about.is_dir() or _of_a_system(name)):
                continue
            refusal = _refusal(name, about)
            if refusal:
                yield Failure(name.encode("utf8", "replace").decode() or "a file without a name", refusal)
            else:
                yield self._member(name.replace("\\", "/"), about)

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def spend(self, count: int, name: str) -> None:
        """Count unpacked bytes. Raises Unreadable when there were too many."""
        self._bytes_left -= count
        if self._bytes_left < 0:
            raise Unreadable("the archive unpacks to more than is read at once", source=name)

    def _member(self, name: str, about: zipfile.ZipInfo) -> Member:
        try:
            modified = datetime(*about.date_time)  # noqa: DTZ001  the clock of the machine that packed it
        except ValueError:
            modified = None

        def opened() -> BinaryIO:
            try:
                return io.BufferedReader(_Unpacking(self._zip.open(about), name, self))
            except BROKEN as error:
                raise Unreadable(f"it cannot be unpacked: {error}", source=name) from error

        return Member(name, about.file_size, modified, opened)


class _Unpacking(io.RawIOBase):
    """Unpack one member bit by bit; what the decompressors raise, and a spent budget, become Unreadable."""

    def __init__(self, inner: IO[bytes], name: str, archive: Archive) -> None:
        self._inner = inner
        self._name = name
        self._archive = archive

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as the budget goes. Raises Unreadable."""
        try:
            piece = self._inner.read(len(buffer))
        except BROKEN as error:
            raise Unreadable(f"it cannot be unpacked: {error}", source=self._name) from error
        self._archive.spend(len(piece), self._name)
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Let go of the member."""
        if not self.closed:
            self._inner.close()
        super().close()


def meant_name(name: str) -> str:
    """Return a member's name as it was meant: macOS writes UTF-8 without saying so, which is then read as cp437."""
    try:
        return composed(name.encode("cp437").decode("utf8"))
    except UnicodeError:
        return composed(name)


def _name_of(about: zipfile.ZipInfo) -> str:
    return composed(about.filename) if about.flag_bits & _SAYS_UTF8 else meant_name(about.filename)


def _is_shown(character: str) -> bool:
    """Tell whether a character of a name is seen where it stands: none that steers a terminal or turns what follows."""
    return unicodedata.category(character) not in _UNSEEN and unicodedata.bidirectional(character) not in _TURNING


def _refusal(name: str, about: zipfile.ZipInfo) -> str | None:
    """Say why a member is not opened; None where it may be."""
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or (len(name) > 1 and name[1] == ":"):
        return "its name points outside the archive"
    if not name or "\x00" in name or len(name) > 1024 or not all(map(_is_shown, name)):
        return "its name is not a file's"
    if len(parts) > DEPTH:
        return f"it lies more than {DEPTH} folders deep"
    if stat.S_ISLNK(about.external_attr >> 16):
        return "it is a link; links are not followed"
    if about.flag_bits & 1:
        return "it is protected by a password; unpack it first"
    if about.file_size > RATIO_FROM_BYTES and about.file_size > RATIO * max(1, about.compress_size):
        return f"it would grow more than {RATIO} times on unpacking"
    return None


def _of_a_system(name: str) -> bool:
    """Tell whether the system put the member there beside what was packed."""
    parts = name.split("/")
    return "__MACOSX" in parts or any(part.startswith(".") and part not in (".", "..") for part in parts)


def _check_count(path: Path) -> None:
    """Refuse an archive that lists more members than are read, before the list is in memory. Raises Unreadable."""
    try:
        with path.open("rb") as stream:
            size = stream.seek(0, io.SEEK_END)
            stream.seek(max(0, size - 66_000))
            tail = stream.read()
    except OSError as error:
        raise Unreadable(f"{path.name} cannot be read", source=path.name) from error
    count = list_bytes = 0
    at = tail.rfind(_END)
    if at >= 0 and len(tail) >= at + 16:
        count, list_bytes = struct.unpack_from("<HI", tail, at + 10)
    at = tail.rfind(_END_64)
    if at >= 0 and len(tail) >= at + 48:
        count, list_bytes = struct.unpack_from("<QQ", tail, at + 32)
    if min(list_bytes, size) > LIST_BYTES:
        raise Unreadable(f"{path.name} has a list of files larger than {LIST_BYTES // _MB} MB", source=path.name)
    if count > MEMBERS:
        raise Unreadable(f"{path.name} lists more than {MEMBERS} files", source=path.name)
