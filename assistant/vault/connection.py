"""Hold one connection to the vault's database: the only module that speaks to sqlcipher3."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlcipher3 import dbapi2

from assistant.errors import LodestarError, VaultDamaged
from assistant.vault.failures import at_opening, of_database, translated

Parameter = TypeVar("Parameter")

Row = tuple[Any, ...]
"""One row as the database gives it; the stores make values of it and let nothing of it out."""

BUSY_SECONDS: Final = 10.0
"""How long to wait for another process's write. An import commits every few hundred milliseconds, so ten seconds
mean that something is stuck."""
PAGE_BYTES: Final = 8192
"""A vector of 384 float32 takes 1,536 bytes: five fit a page of 8 KiB, but only two a page of 4 KiB."""
CACHE_KIB: Final = 32_768
AT_ONCE: Final = 500
"""Ids in one query; far below SQLite's limit of 250,000 parameters."""
_DECODE_ERRORS: Final = "surrogatepass"


def exact(text: str | None) -> bytes | None:
    """Return a text as bytes to be bound to `CAST(? AS TEXT)`: NUL and lone surrogates come back as they went in."""
    return None if text is None else text.encode("utf-8", _DECODE_ERRORS)


def decode(raw: bytes) -> str:
    """Return stored bytes as text; where damage has made them no text, what is still legible of it."""
    try:
        return raw.decode("utf-8", _DECODE_ERRORS)
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace")


def in_parts(parameters: Iterable[Parameter]) -> Iterator[list[Parameter]]:
    """Yield as many parameters at a time as one query takes."""
    waiting = iter(parameters)
    while part := list(islice(waiting, AT_ONCE)):
        yield part


class Database:
    """One open database. Threads take turns; a write waits for the writes of other processes."""

    def __init__(self, file: Path, key: bytes | None = None, *, busy_seconds: float = BUSY_SECONDS) -> None:
        """Open the file, or make it. Raises the vault's errors."""
        self.file = file
        self._turn = threading.RLock()
        self._depth = 0
        self._begun_anew = 0
        self._key = key
        self._busy_seconds = busy_seconds
        with translated(file.parent):
            self._connection = self._connect()

    def _connect(self) -> dbapi2.Connection:
        self._begun_anew += 1
        connection = dbapi2.connect(
            _address(self.file), uri=True, timeout=self._busy_seconds, isolation_level=None, check_same_thread=False
        )
        try:
            connection.text_factory = decode
            self._set_up(connection)
        except dbapi2.DatabaseError as error:
            connection.close()
            raise at_opening(error, self.file.parent) from error
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_up(self, connection: dbapi2.Connection) -> None:
        if self._key is not None:
            unlock(connection, self._key)
        else:
            connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = FULL")  # an acknowledged word outlives a power cut
        connection.execute("PRAGMA temp_store = MEMORY")  # nothing in clear beside an encrypted vault
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if not _is_immutable(self.file):
            connection.execute("PRAGMA journal_mode = WAL")

    def _trouble(self, error: dbapi2.Error) -> LodestarError:
        """Return our error for the database's; begin anew after damage.

        SQLCipher answers nothing more on a connection that met a damaged page, so that one bad page of an encrypted
        vault would keep the person from writing.
        """
        found = of_database(error, self.file.parent)
        if isinstance(found, VaultDamaged) and self._key is not None and not self._depth:
            self._connection.close()
            self._connection = self._connect()
        return found

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return every row of a query."""
        with self._turn:
            try:
                return list(self._connection.execute(sql, parameters))
            except dbapi2.Error as error:
                raise self._trouble(error) from error

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with self._turn:
            try:
                found: Row | None = self._connection.execute(sql, parameters).fetchone()
                return found
            except dbapi2.Error as error:
                raise self._trouble(error) from error

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:
        """Return the first column of the first row, or None."""
        found = self.row(sql, parameters)
        return None if found is None else found[0]

    def each(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """Yield the rows of a query without holding them all; only for one who holds the vault alone."""
        with self._turn:
            try:
                yield from self._connection.execute(sql, parameters)
            except dbapi2.Error as error:
                raise self._trouble(error) from error

    def run(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Run one statement and return how many rows it changed."""
        with self._turn:
            try:
                return int(self._connection.execute(sql, parameters).rowcount)
            except dbapi2.Error as error:
                raise self._trouble(error) from error

    def insert(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Insert one row and return its number."""
        with self._turn:
            try:
                return int(self._connection.execute(sql, parameters).lastrowid or 0)
            except dbapi2.Error as error:
                raise self._trouble(error) from error

    def run_many(self, sql: str, many: Iterable[Sequence[object]]) -> None:
        """Run one statement once for each row of parameters."""
        with self._turn:
            try:
                self._connection.executemany(sql, many)
            except dbapi2.Error as error:
                raise self._trouble(error) from error

    def state(self) -> tuple[int, int, int]:
        """Return what is another after every change, be it this connection's, taken back, or another process's."""
        with self._turn:
            return self._begun_anew, int(self.value("PRAGMA data_version")), self._connection.total_changes

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make everything within one transaction: on disk afterwards, or not at all. One within another joins it."""
        with self._turn:
            if self._depth:
                yield
                return
            self.run("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                self.run("COMMIT")
            except BaseException:
                self._undo()
                raise
            finally:
                self._depth -= 1

    def _undo(self) -> None:
        """Roll back; where even that fails, a new connection leaves the transaction behind."""
        self._begun_anew += 1
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except dbapi2.Error:
            self._connection.close()
            with translated(self.file.parent):
                self._connection = self._connect()

    def beside(self) -> Database:
        """Return another connection to the same file; what one has committed the other sees."""
        return Database(self.file, self._key, busy_seconds=self._busy_seconds)

    def checkpoint(self) -> None:
        """Move the write-ahead log into the database and leave the log empty, as far as other readers allow."""
        with self._turn:
            try:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            except dbapi2.Error as error:
                raise self._trouble(error) from error

    def close(self) -> None:
        """Empty the log where that is possible and let go of the file."""
        with self._turn:
            try:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            except dbapi2.Error:
                pass  # read-only, or a reader elsewhere: the log is taken up at the next opening
            finally:
                self._connection.close()


def export(database: Database, target: Path, key: bytes | None) -> None:
    """Write a whole copy of an open database to a new file, under that key or in clear. It is not synced yet."""
    target.touch(mode=0o600)
    secret = "''" if key is None else f"\"x'{key.hex()}'\""
    place = target.absolute().as_uri()  # a path as text could not hold a name of any bytes
    database.run(f"ATTACH DATABASE ? AS copy KEY {secret}", (place,))
    try:
        size = "page_size" if key is None else "cipher_page_size"
        for pragma in (f"{size} = {PAGE_BYTES}", "synchronous = OFF", "journal_mode = OFF", "secure_delete = ON"):
            database.rows(f"PRAGMA copy.{pragma}")
        database.rows("SELECT sqlcipher_export('copy')")
    finally:
        database.run("DETACH DATABASE copy")


def unlock(connection: dbapi2.Connection, key: bytes) -> None:
    """Hand SQLCipher a raw 32-byte key, which it does not derive again, and keep it from writing to the terminal."""
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA cipher_page_size = {PAGE_BYTES}")


def _is_immutable(file: Path) -> bool:
    """Say whether the database lies where nothing can be written and has no log to take up."""
    if not file.exists() or os.access(file.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        return False
    log = file.with_name(file.name + "-wal")
    return not log.exists() or log.stat().st_size == 0


def _address(file: Path) -> str:
    """Return the file as a URI; one that cannot change is read without the files that sharing needs."""
    return file.absolute().as_uri() + ("?mode=ro&immutable=1" if _is_immutable(file) else "")
