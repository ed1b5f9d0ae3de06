"""Name the files of a vault's folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

PLAIN_HEADER: Final = b"SQLite format 3\x00"
"""The first 16 bytes of a database that is not encrypted. Source: sqlite.org/fileformat.html, section 1.3."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything of one vault lies."""

    folder: Path

    @property
    def database(self) -> Path:
        """The one database: words, records, vectors, full text."""
        return self.folder / "vault.db"

    @property
    def key(self) -> Path:
        """The wrapped key of an encrypted vault; absent from a plain one."""
        return self.folder / "key.json"

    @property
    def lock(self) -> Path:
        """The file whose lock says who has the vault open; it is always empty."""
        return self.folder / "vault.lock"

    @property
    def index(self) -> Path:
        """The memory room's vector index: disposable, rebuilt from the database."""
        return self.folder / "index"

    @property
    def new_database(self) -> Path:
        """A database being made to take the place of the present one."""
        return self.folder / "vault.db.new"

    @property
    def new_key(self) -> Path:
        """A key file being made to take the place of the present one."""
        return self.folder / "key.json.new"

    def beside(self, database: Path) -> tuple[Path, Path]:
        """Return the write-ahead log and the shared memory that SQLite keeps beside a database."""
        return database.with_name(database.name + "-wal"), database.with_name(database.name + "-shm")

    def exists(self) -> bool:
        """Say whether there is a vault here: a database with anything in it."""
        return _holds_anything(self.database)

    def orphans(self) -> list[Path]:
        """Return what belongs to a database that is not here: its key, a log that was not yet taken up into it.

        Neither can be made anew, and without the key nobody opens that database again.
        """
        if self.exists():
            return []
        return [path for path in (self.key, self.beside(self.database)[0]) if _holds_anything(path)]

    def lacks_key(self) -> bool:
        """Say whether an encrypted database is here without its key."""
        return self.exists() and not self.has_plain_header() and not self.key.exists()

    def has_plain_header(self) -> bool:
        """Say whether the database begins as an unencrypted one does."""
        with self.database.open("rb") as file:
            return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER


def _holds_anything(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False
