"""Keep reading folders in which the person goes on writing elsewhere; nothing is ever written to them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.core.entry import Writing
from assistant.core.incoming import Incoming, Revised
from assistant.ports import Clock, LinkedFolder, Vault
from assistant.services.bring_in import BringIn, Imported

ReadFolder = Callable[[LinkedFolder, Callable[[str, str], bool]], Iterable[Incoming]]
"""Read a folder in its format, only the files for which the function says yes to their name and their stamp."""


@dataclass(frozen=True, slots=True)
class LinkRead:
    """What one reading of a folder brought."""

    folder: str
    imported: Imported
    left_out: int
    """Entries that were forgotten here and stay so."""


class Links:
    """The linked folders of a vault."""

    def __init__(self, vault: Vault, now: Clock, read: ReadFolder) -> None:
        """Read folders with `read`."""
        self._vault = vault
        self._now = now
        self._read = read

    def add(self, folder: Path, format_name: str) -> LinkRead:
        """Link a folder and read it."""
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
        before, after = self._vault.links.stamps(place.folder), dict[bytes, str]()
        left_out = 0

        def is_new(name: str, stamp: str) -> bool:
            mark = hashlib.blake2b(name.encode("utf8", "surrogatepass"), digest_size=16).digest()
            if before.get(mark) == stamp:
                return False
            after[mark] = stamp
            return True

        def wanted(items: Iterable[Incoming]) -> Iterator[Incoming]:
            nonlocal left_out
            for item in items:
                writing = item.writing if isinstance(item, Revised) else item
                if isinstance(writing, Writing) and self._vault.links.is_forgotten(writing.source, writing.source_id):
                    left_out += 1
                else:
                    yield item

        done = BringIn(self._vault, self._now).run(wanted(self._read(place, is_new)))
        self._vault.links.stamp(place.folder, after)
        return LinkRead(place.folder, done, left_out)
