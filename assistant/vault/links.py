"""Keep which folders are read again and again, how their files stood, and what is not to come back from them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from assistant.core.entry import Entry
from assistant.ports import LinkedFolder
from assistant.vault.connection import Database, exact

ORIGIN_BYTES: Final = 16


class SqlLinks:
    """The linked folders of one database. Fills the role `LinkStore`."""

    def __init__(self, database: Database) -> None:
        """Read and write that database."""
        self._database = database

    def link(self, folder: str, format_name: str, at: datetime) -> None:
        """Remember a folder; one that is linked already gets another format."""
        self._database.run(
            "INSERT INTO links VALUES (CAST(? AS TEXT), ?, ?)"
            " ON CONFLICT(folder) DO UPDATE SET format = excluded.format",
            (exact(folder), format_name, at.isoformat(timespec="seconds")),
        )

    def unlink(self, folder: str) -> bool:
        """Stop reading a folder; what came from it stays. Return whether it was linked."""
        return self._database.run("DELETE FROM links WHERE folder = CAST(? AS TEXT)", (exact(folder),)) > 0

    def linked(self) -> list[LinkedFolder]:
        """Return the folders, oldest link first."""
        rows = self._database.rows("SELECT folder, format FROM links ORDER BY linked_at, folder")
        return [LinkedFolder(folder, format_name) for folder, format_name in rows]

    def stamps(self, folder: str) -> Mapping[bytes, str]:
        """Return how each file stood when it was read last, under the hash of its name."""
        query = "SELECT name, stamp FROM linked_files WHERE folder = CAST(? AS TEXT)"
        return {bytes(name): stamp for name, stamp in self._database.rows(query, (exact(folder),))}

    def stamp(self, folder: str, stamps: Mapping[bytes, str]) -> None:
        """Remember how files stood."""
        self._database.run_many(
            "INSERT OR REPLACE INTO linked_files VALUES (CAST(? AS TEXT), ?, ?)",
            [(exact(folder), name, stamp) for name, stamp in stamps.items()],
        )

    def is_forgotten(self, source: str | None, source_id: str | None) -> bool:
        """Tell whether an entry of that origin was forgotten."""
        mark = origin_mark(source, source_id)
        return mark is not None and self._database.row("SELECT 1 FROM forgotten WHERE origin = ?", (mark,)) is not None


def origin_mark(source: str | None, source_id: str | None) -> bytes | None:
    """Return a hash of where an entry came from; None for one that no source names."""
    if source is None or source_id is None:
        return None
    named = f"{source}\0{source_id}".encode("utf8", "surrogatepass")
    return hashlib.blake2b(named, digest_size=ORIGIN_BYTES).digest()


def note_forgotten(database: Database, entries: Iterable[Entry]) -> None:
    """Remember the origins of entries that are being forgotten, so that a linked folder does not bring them back."""
    marks = (origin_mark(entry.source, entry.source_id) for entry in entries)
    database.run_many("INSERT OR IGNORE INTO forgotten VALUES (?)", [(mark,) for mark in marks if mark])
