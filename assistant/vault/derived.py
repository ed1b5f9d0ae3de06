"""Keep computed values that can be thrown away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from assistant.vault.connection import Database

_AT_ONCE: Final = 500


class SqlDerived:
    """The computed values of one database. Fills the role `DerivedStore`."""

    def __init__(self, database: Database) -> None:
        """Read and write that database."""
        self._database = database

    def derive(self, kind: str, key: str, value: bytes) -> None:
        """Keep a computed value."""
        self._database.run("INSERT OR REPLACE INTO derived VALUES (?, ?, ?)", (kind, key, value))

    def derived(self, kind: str, keys: Sequence[str]) -> Mapping[str, bytes]:
        """Return those of the values that are there."""
        found: dict[str, bytes] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            query = f"SELECT key, value FROM derived WHERE kind = ? AND key IN ({', '.join('?' * len(some))})"
            found |= {key: bytes(value) for key, value in self._database.rows(query, (kind, *some))}
        return found

    def drop_derived(self, kind: str | None = None) -> None:
        """Throw computed values away: of one kind, or all."""
        if kind is None:
            self._database.run("DELETE FROM derived")
        else:
            self._database.run("DELETE FROM derived WHERE kind = ?", (kind,))
