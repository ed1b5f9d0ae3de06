"""Read the rows of a table page by page, when the tree that leads to them is damaged.

SQLite finds the rows of a table from its root page. On a scratch copy each page in turn is made the root: a page that
holds rows gives them up, whatever became of the pages above it; any other page is an error, which is passed over.
It works through SQLCipher as well, which decrypts every page by itself.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path

from sqlcipher3 import dbapi2

from assistant.vault.connection import Row, decode, unlock

Genuine = Callable[[Row], bool]
"""Tell whether a row is one of the table's: a page of another table gives rows too, of another shape."""


class ScratchCopy:
    """A copy of a damaged database that may be read in any way."""

    def __init__(self, database: Path, log: Path, scratch: Path, key: bytes | None) -> None:
        """Copy the database with its log to `scratch`; remove it again with `close`."""
        self._file = scratch
        self._key = key
        shutil.copyfile(database, scratch)
        self._log = scratch.with_name(scratch.name + "-wal")
        if log.exists():
            shutil.copyfile(log, self._log)
        self._connection = self._connect()

    def rows(self, table: str, columns: Sequence[str], genuine: Genuine) -> Iterator[Row]:
        """Yield every row of the table that can still be read, some of them twice."""
        query = f"SELECT {', '.join(columns)} FROM {table} NOT INDEXED"
        whole = yield from self._walk(query, genuine)
        if whole:
            return
        root = self._root(table)
        if root is None:
            return  # a vault older than the table
        for page in range(2, self._pages() + 1):
            if self._plant(table, page):
                yield from self._walk(query, genuine)
        self._plant(table, root)

    def counted(self, table: str, index: str) -> int | None:
        """Return how many rows an index says the table has, None where the index is damaged too."""
        try:
            found = self._connection.execute(f"SELECT count(*) FROM {table} INDEXED BY {index}").fetchone()
        except dbapi2.DatabaseError:
            self._reconnect()
            return None
        return int(found[0])

    def close(self) -> None:
        """Remove the copy."""
        self._connection.close()
        for suffix in ("", "-wal", "-shm", "-journal"):
            self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)

    def _connect(self) -> dbapi2.Connection:
        connection = dbapi2.connect(self._file, isolation_level=None)
        connection.text_factory = decode
        if self._key is not None:
            unlock(connection, self._key)
        for pragma in ("temp_store = MEMORY", "synchronous = OFF", "secure_delete = ON", "writable_schema = ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        return connection

    def _reconnect(self) -> None:
        """Begin again after an error: SQLCipher answers nothing more once a page failed its seal."""
        self._connection.close()
        self._connection = self._connect()

    def _walk(self, query: str, genuine: Genuine) -> Generator[Row, None, bool]:
        """Yield genuine rows until the end or an error; return whether the end was reached."""
        try:
            for row in self._connection.execute(query):
                if genuine(row):
                    yield row
        except dbapi2.Error:
            self._reconnect()
            return False
        return True

    def _root(self, table: str) -> int | None:
        found = self._connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        return None if found is None else int(found[0])

    def _pages(self) -> int:
        return int(self._connection.execute("PRAGMA page_count").fetchone()[0])

    def _plant(self, table: str, page: int) -> bool:
        """Make a page the root of the table; False where even that cannot be written."""
        try:
            self._connection.execute("UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", (page, table))
            self._connection.execute("PRAGMA writable_schema = RESET").fetchall()
            self._connection.execute("PRAGMA writable_schema = ON").fetchall()
        except dbapi2.Error:
            self._reconnect()
            return False
        return True
