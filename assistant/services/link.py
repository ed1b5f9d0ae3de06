"""Keep reading folders in which the person goes on writing elsewhere; nothing is ever written to them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.core.entry import Writing
from assistant.core.incoming import Failure, Incoming, Revised
from assistant.ports import Clock, LinkedFolder, Vault
from assistant.services.bring_in import BringIn, Imported

ReadFolder = Callable[[LinkedFolder, Callable[[str, str], bool]], Iterable[Incoming]]
"""Read a folder in its format, only the files for which the function says yes to their name and their stamp.

What cannot be read is a Failure: of a file under its name, of the whole folder under the folder's own path.
"""

FAILED: Final = "failed "
"""Begins the stamp of what could not be read: it is read again the next time, and told of once."""


@dataclass(frozen=True, slots=True)
class LinkRead:
    """What one reading of a folder brought."""

    folder: str
    imported: Imported
    left_out: int
    """Entries that were forgotten here and stay so."""
    news: tuple[Failure, ...] = ()
    """What could not be read and was not so the last time; a folder as a whole is always among them."""

    @property
    def trouble(self) -> str:
        """Say in one line what the news are; empty where there are none."""
        if not self.news:
            return ""
        first = self.news[0]
        place = "" if first.source == self.folder else f"{self.folder}: "
        more = f" So with {len(self.news) - 1:,} more: `lodestar link` names them." if self.news[1:] else ""
        return f"{place}{first.source} could not be read: {first.reason}.{more}"


class Links:
    """The linked folders of a vault."""

    def __init__(self, vault: Vault, now: Clock, read: ReadFolder) -> None:
        """Read folders with `read`."""
        self._vault = vault
        self._now = now
        self._read = read

    def add(self, folder: Path, format_name: str) -> LinkRead:
        """Link a folder and read it, in a format by its own name."""
        place = LinkedFolder(str(folder.resolve()), format_name)
        self._vault.links.link(place.folder, place.format, self._now())
        return self.read_one(place)

    def remove(self, folder: Path) -> bool:
        """Stop reading a folder; what came from it stays."""
        return self._vault.links.unlink(str(folder.resolve())) or self._vault.links.unlink(str(folder))

    def read_all(self) -> list[LinkRead]:
        """Read what is new in every folder that is there just now."""
        return [self.read_one(place) for place in self._vault.links.linked() if Path(place.folder).is_dir()]

    def read_one(self, place: LinkedFolder) -> LinkRead:
        """Read the files of a folder that are new or were changed since last time."""
        stamps = _Stamps(place.folder, self._vault.links.stamps(place.folder))
        left_out = 0

        def wanted(items: Iterable[Incoming]) -> Iterator[Incoming]:
            nonlocal left_out
            for item in items:
                if isinstance(item, Failure):
                    stamps.fail(item)
                writing = item.writing if isinstance(item, Revised) else item
                if isinstance(writing, Writing) and self._vault.links.is_forgotten(writing.source, writing.source_id):
                    left_out += 1
                else:
                    yield item

        done = BringIn(self._vault, self._now).run(wanted(self._read(place, stamps.is_new)))
        self._vault.links.stamp(place.folder, stamps.after)
        return LinkRead(place.folder, done, left_out, tuple(stamps.news))


class _Stamps:
    """How the files of a folder stood the last time, and how they stand after this reading, each under a hash."""

    def __init__(self, folder: str, before: Mapping[bytes, str]) -> None:
        self._folder, self._before = folder, before
        self.after: dict[bytes, str] = {}
        self.news: list[Failure] = []

    def is_new(self, name: str, stamp: str) -> bool:
        """Say whether a file is to be read; once it is, this is how it stood."""
        mark = _mark(name)
        if self._before.get(mark) == stamp:
            return False
        self.after[mark] = stamp
        return True

    def fail(self, failure: Failure) -> None:
        """Let what could not be read be read again."""
        mark, stamp = _mark(failure.source), FAILED + _mark(failure.reason).hex()
        if failure.source == self._folder:
            self.after.clear()  # it broke off: what was asked for may not have been read
        else:
            self.after[mark] = stamp
        if self._before.get(mark) != stamp:
            self.news.append(failure)


def _mark(text: str) -> bytes:
    """Return a hash, so that no word of a file or its name is kept beside what was forgotten."""
    return hashlib.blake2b(text.encode("utf8", "surrogatepass"), digest_size=16).digest()
