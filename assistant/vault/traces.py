"""Take forgotten words out of the pages they lay in, and prove it by a search of every byte."""

from __future__ import annotations

import json
import mmap
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice, zip_longest
from pathlib import Path
from typing import Final

from assistant.vault.connection import Database, exact
from assistant.vault.layout import Layout

_MOST: Final = 64
"""Needles in one search: each is a pass over the folder, about 0.1 s in a vault of 100 MB."""
_RUN: Final = re.compile(rb"\S+(?:\s+\S+){3}")
_KEPT: Final = {
    "entries": ("text", "title", "tags", "attachments", "source", "source_id", "session", "kind"),
    "earlier_texts": ("text",),
    "records": ("body", "kind", "id"),
    "drafts": ("text", "place"),
    "replies": ("body",),
    "session_states": ("state", "session", "name"),
    "refusals": ("kind", "fingerprint"),
    "embedders": ("name",),
    "migrations": ("name",),
    "unfinished": ("work",),
    "words_config": ("k",),
    "sqlite_schema": ("sql",),
}
"""Where a needle may stay: what the person wrote elsewhere is theirs, and "draft" is the name of a table.

A state, a reply or a refusal that is still there was heard through before and has no echo of the forgotten texts.
"""


@dataclass(frozen=True, slots=True, repr=False)
class Needles:
    """Byte strings that only the forgotten texts gave the vault."""

    words: tuple[str, ...]
    """Words that no kept entry holds."""
    pieces: tuple[bytes, ...]
    """Those words and runs of four words, as UTF-8 and as JSON writes them."""

    @classmethod
    def of(cls, texts: Sequence[str], rare: Sequence[str]) -> Needles:
        """Choose what to look for: rare words first, then runs, in turn from every text."""
        runs = (_RUN.finditer(text.encode("utf-8", "surrogatepass")) for text in texts)
        in_turn = (found.group() for turn in zip_longest(*runs) for found in turn if found)
        spelled = _as_written(rare, texts)
        chosen = [*islice(spelled, _MOST // 2), *islice((run for run in in_turn if len(run) < 200), _MOST // 2)]
        return cls(tuple(rare[:_MOST]), tuple(dict.fromkeys(form for piece in chosen for form in _forms(piece))))


def wipe_pages(database: Database) -> None:
    """Write every page anew and empty the log, so that no byte of a deleted row is left in either."""
    if _stale_borders(database):
        database.run("INSERT INTO words(words) VALUES ('optimize')")
        if _stale_borders(database):  # an index of one piece is not written anew by that
            database.run("INSERT INTO words(words) VALUES ('rebuild')")
    database.checkpoint()
    database.run("VACUUM")
    database.checkpoint()


def count_traces(layout: Layout, database: Database, needles: Needles) -> int:
    """Return how many of the needles are left: in any file of the folder, in any derived row, in the full-text index.

    Rows are searched as well because the file of an encrypted vault shows nothing to a byte search.
    """
    found = {piece for path in _files(layout) for piece in _in_file(path, needles.pieces)}
    found |= set(_in_rows(database, needles.pieces))
    found -= set(_kept_elsewhere(database, found))
    return len(found) + len(set(_in_full_text(database, needles))) + len(_stale_borders(database))


def _as_written(rare: Sequence[str], texts: Sequence[str]) -> Iterator[bytes]:
    """Yield rare words as the texts spell them."""
    wanted = set(rare)
    for text in texts:
        for found in re.finditer(r"\w+(?:['’]\w+)*", text):
            if found.group().casefold() in wanted:
                yield found.group().encode("utf-8", "surrogatepass")


def _forms(piece: bytes) -> Iterator[bytes]:
    yield piece
    yield json.dumps(piece.decode("utf-8", "surrogatepass"))[1:-1].encode("ascii")


def _files(layout: Layout) -> Iterator[Path]:
    """Yield every file of the folder but the key file, which holds random bytes and the names of its fields."""
    for path in sorted(layout.folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and path != layout.key:
            yield path


def _in_file(path: Path, pieces: Sequence[bytes]) -> Iterator[bytes]:
    with path.open("rb") as file:
        if file.seek(0, 2) == 0:
            return
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            yield from (piece for piece in pieces if content.find(piece) >= 0)


def _in_rows(database: Database, pieces: Sequence[bytes]) -> Iterator[bytes]:
    tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    for (table,) in database.rows(tables):
        if table not in (*_KEPT, "vectors", "passages", "unembedded"):
            for row in database.each(f'SELECT * FROM "{table}"'):
                yield from _in_values(row, pieces)


def _in_values(row: Sequence[object], pieces: Sequence[bytes]) -> Iterator[bytes]:
    for value in row:
        raw = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
        if isinstance(raw, bytes):
            yield from (piece for piece in pieces if piece in raw)


def _kept_elsewhere(database: Database, pieces: Iterable[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        for table, columns in _KEPT.items():
            holds = " OR ".join(f"instr(CAST({column} AS BLOB), ?)" for column in columns)
            if database.row(f"SELECT 1 FROM {table} WHERE {holds} LIMIT 1", [piece] * len(columns)):
                yield piece
                break


def _in_full_text(database: Database, needles: Needles) -> Iterator[str]:
    """Yield rare words that the full-text index still finds."""
    for word in needles.words:
        quoted = '"' + word.replace('"', " ").replace("\0", " ") + '"'
        if database.row("SELECT 1 FROM words WHERE words MATCH CAST(? AS TEXT) LIMIT 1", (exact(quoted),)):
            yield word


def _stale_borders(database: Database) -> list[bytes]:
    """Return the beginnings of words by which the full-text index parts its pages and that begin no word it holds.

    FTS5 deletes a word from its pages (`secure-delete`) but not from the list of what each page begins with:
    measured on 3,000 entries, all 6 of 6 deleted words that began a page were still readable there.
    """
    database.run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, words, row)")
    held = sorted(bytes(term) for (term,) in database.rows("SELECT CAST(term AS BLOB) FROM temp.vocabulary"))
    borders = (bytes(term)[1:] for (term,) in database.rows("SELECT CAST(term AS BLOB) FROM words_idx"))
    return [border for border in borders if not _begins_one(border, held)]


def _begins_one(beginning: bytes, terms: Sequence[bytes]) -> bool:
    place = bisect_left(terms, beginning)
    return not beginning or (place < len(terms) and terms[place].startswith(beginning))


def wipe_and_count_name(layout: Layout, database: Database, pattern: re.Pattern[str], spellings: Iterable[str]) -> int:
    """Write every page anew, then return how many traces of a name are left: in any file, in any row, in full text.

    The name is looked for as a whole word, in the spellings that were found; in a file also as JSON writes it.
    """
    wipe_pages(database)
    edge = rb"(?<![0-9A-Za-z_\x80-\xff])(?:%s)(?![0-9A-Za-z_\x80-\xff])"
    forms = {form for spelling in spellings for form in _forms(spelling.encode("utf-8", "surrogatepass"))}
    raw = re.compile(edge % b"|".join(sorted(map(re.escape, forms)))) if forms else None
    found = 0
    for path in _files(layout):
        with path.open("rb") as file:
            if raw is not None and file.seek(0, 2):
                with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                    found += raw.search(content) is not None
    tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    for (table,) in database.rows(tables):
        if table in ("vectors", "passages", "unembedded") or table.startswith("words_"):
            continue
        for row in database.each(f'SELECT * FROM "{table}"'):
            found += any(isinstance(value, str) and pattern.search(_readable(value)) for value in row)
    database.run("INSERT INTO words(words, rank) VALUES ('integrity-check', 1)")
    return found + len(_stale_borders(database))


def _readable(value: str) -> str:
    """Return JSON as the text it stands for, anything else as it is."""
    if value[:1] in ("{", "["):
        with suppress(ValueError):
            return json.dumps(json.loads(value), ensure_ascii=False)
    return value
