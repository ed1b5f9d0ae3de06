"""How fast words are saved."""

from __future__ import annotations

import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

from assistant.bootstrap.bench.invented import writings
from assistant.core.figure import Figure

ENTRIES: Final = 5_000
SINGLE: Final = 50


async def write() -> AsyncIterator[Figure]:
    """Time many entries brought in and single ones saved, beside bare SQLite with the same words and full text."""
    from assistant.vault import create

    with tempfile.TemporaryDirectory(prefix="lodestar-bench-") as folder:
        vault = create(Path(folder) / "vault").vault
        many, single = list(writings(ENTRIES)), list(writings(SINGLE, seed=8))
        started = time.perf_counter()
        saved = sum(1 for _ in vault.entries.add_many(many))
        ours = saved / (time.perf_counter() - started)
        started = time.perf_counter()
        for writing in single:
            vault.entries.add(writing)
        ours_single = (time.perf_counter() - started) / SINGLE
        vault.close()
        raw, raw_single = _bare(Path(folder) / "bare.db", [w.text for w in many], [w.text for w in single])
    yield Figure("write: entries brought in, against bare SQLite", ours, "entries/s", raw)
    yield Figure("write: one entry on disk, against bare SQLite", ours_single * 1000, "ms", raw_single * 1000)


def _bare(path: Path, many: list[str], single: list[str]) -> tuple[float, float]:
    """Return entries a second and seconds a single entry of SQLite with a full-text table."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(path), isolation_level=None)
    for line in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE entries(text TEXT)",
                 "CREATE VIRTUAL TABLE words USING fts5(text, tokenize='porter')"):  # fmt: skip
        connection.execute(line)
    started = time.perf_counter()
    _insert(connection, many)
    rate = len(many) / (time.perf_counter() - started)
    started = time.perf_counter()
    for text in single:
        _insert(connection, [text])
    each = (time.perf_counter() - started) / len(single)
    connection.close()
    return rate, each


def _insert(connection: object, texts: list[str]) -> None:
    run = connection.execute  # type: ignore[attr-defined]
    run("BEGIN IMMEDIATE")
    for text in texts:
        run("INSERT INTO entries VALUES (?)", (text,))
        run("INSERT INTO words VALUES (?)", (text,))
    run("COMMIT")
