"""What a lifetime of entries costs: bringing it in, its size, opening, a word search, a check, forgetting one."""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.bootstrap.bench.invented import writings
from assistant.core.figure import Figure

if TYPE_CHECKING:
    from assistant.vault import SqlVault

TERMS: Final = ("piano", "lisbon", "neighbour", "timetable", "supervisor")
RUNS: Final = 5
_MB: Final = 1024 * 1024
_TABLES: Final = (
    "CREATE TABLE entries(moment TEXT, text TEXT)",
    "CREATE VIRTUAL TABLE words USING fts5(text, tokenize='porter')",
)


async def lifetime_10k() -> AsyncIterator[Figure]:
    """Time everything for ten thousand entries."""
    async for figure in _lifetime(10_000):
        yield figure


async def lifetime_100k() -> AsyncIterator[Figure]:
    """Time everything for a hundred thousand entries: one a day for 270 years."""
    async for figure in _lifetime(100_000):
        yield figure


async def _lifetime(count: int) -> AsyncIterator[Figure]:
    """Bring invented entries in from a file as a person would, then use the vault, beside bare SQLite."""
    from assistant import vault as room

    name = f"lifetime-{count // 1000}k"
    with tempfile.TemporaryDirectory(prefix="lodestar-bench-") as place:
        folder = Path(place)
        text_bytes = _write_lines(folder / "a.jsonl", count)
        made = room.create(folder / "vault").vault
        seconds = _timed(lambda: _bring_in(made, folder / "a.jsonl"))
        again = _timed(lambda: _bring_in(made, folder / "a.jsonl"))
        made.close()
        bare = _Bare(folder / "bare.db")
        bare_seconds = _timed(lambda: bare.fill(count))
        yield Figure(
            f"{name}: import from a file, against bare SQLite", count / seconds, "entries/s", count / bare_seconds
        )
        yield Figure(f"{name}: a second import, against the first", again, "s", seconds)
        size, bare_size = (path.stat().st_size / _MB for path in (folder / "vault/vault.db", folder / "bare.db"))
        yield Figure(f"{name}: vault, against its text alone", size, "MB", text_bytes / _MB)
        yield Figure(f"{name}: vault, against bare SQLite", size, "MB", bare_size)
        opening = _middle(lambda: room.open_vault(folder / "vault").close())
        yield Figure(f"{name}: opening, against bare SQLite", opening * 1000, "ms", _middle(bare.opened) * 1000)
        with room.open_vault(folder / "vault") as one:
            searching = _middle(lambda: [one.entries.search_words([term], 10) for term in TERMS]) / len(TERMS)
            yield Figure(
                f"{name}: word search, against bare FTS5", searching * 1000, "ms", _middle(bare.searched) * 1000
            )
            checking = _timed(lambda: room.check(one))
            yield Figure(
                f"{name}: doctor's look at the vault, against integrity_check", checking, "s", _timed(bare.checked)
            )
            (newest,) = one.entries.latest(1)
            forgetting = _timed(lambda: room.forget(one, [newest.id]))
            yield Figure(f"{name}: forgetting one entry, against VACUUM", forgetting, "s", _timed(bare.vacuumed))
        bare.close()


def _write_lines(path: Path, count: int) -> int:
    """Write invented entries as lines of JSON; return how many bytes their texts have."""
    size = 0
    with path.open("w", encoding="utf8") as stream:
        for writing in writings(count):
            size += len(writing.text.encode())
            line = {"id": writing.source_id, "date": writing.written_at.isoformat(), "text": writing.text}
            stream.write(f"{json.dumps(line)}\n")
    return size


def _bring_in(vault: SqlVault, path: Path) -> None:
    from assistant.bootstrap.when import now
    from assistant.exchange import jsonl
    from assistant.exchange.options import Options
    from assistant.exchange.source import open_source
    from assistant.services.bring_in import BringIn

    with open_source(path) as source:
        BringIn(vault, now).run(jsonl.read(source, Options()))


class _Bare:
    """Bare SQLite with the same words and a full-text table."""

    def __init__(self, path: Path) -> None:
        from sqlcipher3 import dbapi2

        self._path, self._connect = path, dbapi2.connect
        self._connection = self._connect(str(path), isolation_level=None)

    def fill(self, count: int) -> None:
        """Insert everything in batches of 500."""
        run = self._connection.execute
        for line in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", *_TABLES):
            run(line)
        for number, writing in enumerate(writings(count)):
            if number % 500 == 0:
                run("COMMIT") if number else None
                run("BEGIN IMMEDIATE")
            run("INSERT INTO entries VALUES (?, ?)", (writing.written_at.isoformat(), writing.text))
            run("INSERT INTO words VALUES (?)", (writing.text,))
        run("COMMIT")
        run("PRAGMA wal_checkpoint(TRUNCATE)")

    def opened(self) -> None:
        """Open the file once more."""
        connection = self._connect(str(self._path))
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        connection.close()

    def searched(self) -> None:
        """Search one word, best ten first."""
        query = "SELECT rowid, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10"
        self._connection.execute(query, (TERMS[0],)).fetchall()

    def checked(self) -> None:
        """Run SQLite's own check."""
        self._connection.execute("PRAGMA integrity_check").fetchall()

    def vacuumed(self) -> None:
        """Write every page anew."""
        self._connection.execute("VACUUM")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _middle(work: Callable[[], object]) -> float:
    return statistics.median(_timed(work) for _ in range(RUNS))
