"""Keep the person's words: save, amend, list and find them by their words."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from datetime import UTC, date, datetime
from itertools import islice
from typing import Final

from assistant.core.entry import Entry, Writing, content_hash
from assistant.core.ids import EntryId
from assistant.errors import NotFound
from assistant.ports import WordHit
from assistant.vault.connection import Database, exact
from assistant.vault.entry_rows import COLUMNS, entry_of, packed_attachments, packed_tags
from assistant.vault.moments import DAY_MICROS, midnight_micros, moment_of, offset_seconds, utc_micros

BATCH: Final = 500
"""Writings in one transaction of an import: one fsync for 500, and at most that many to do again after a crash."""
_PAGE: Final = 256
_FIRST: Final = -(2**63)

_INSERT: Final = """INSERT INTO entries(id, moment, utc_offset, day, kind, title, source, source_id, session,
    tags, attachments, text, hash, source_mark)
    VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),
    ?, ?, CAST(? AS TEXT), ?, ?)"""
_UPDATE: Final = """UPDATE entries SET moment = ?, utc_offset = ?, day = ?, title = CAST(? AS TEXT), tags = ?,
    attachments = ?, source_mark = ? WHERE sequence = ?"""


class SqlEntries:
    """The entries of one database. Fills the role `EntryStore`."""

    def __init__(self, database: Database) -> None:
        """Read and write that database."""
        self._database = database

    def add(self, writing: Writing) -> Entry:
        """Save one writing; on return it is on disk. One that is there already is returned as it is."""
        with self._database.writing():
            there = self._same(writing)
            return self._insert(writing) if there is None else there

    def add_many(self, writings: Iterable[Writing]) -> Iterator[tuple[Entry, bool]]:
        """Save in batches; yield each entry once it is on disk, and whether it is new or was changed by its source.

        A source that says something else under the same id, at the same moment or in the same words, amends the
        entry; the text that was there is kept. Within one run an id never replaces what that run brought in.
        """
        brought: set[int] = set()
        waiting = iter(writings)
        while batch := list(islice(waiting, BATCH)):
            with self._database.writing():
                taken = [self._take(writing, brought) for writing in batch]
            yield from taken

    def get(self, entry: EntryId) -> Entry:
        """Return one entry. Raises NotFound."""
        row = self._database.row(f"SELECT {COLUMNS} FROM entries WHERE id = CAST(? AS TEXT)", (exact(entry),))
        if row is None:
            raise NotFound(f"There is no entry {entry!a}.", "`lodestar search` lists the ids of what it finds.")
        return entry_of(row)

    def amend(self, entry: EntryId, text: str, at: datetime) -> Entry:
        """Replace an entry's text on the person's behalf and keep the text that was there. Raises NotFound."""
        with self._database.writing():
            present = self.get(entry)
            if present.text != text:
                self._replace_text(present, text, at)
            return self.get(entry)

    def earlier_texts(self, entry: EntryId) -> list[tuple[datetime, str]]:
        """Return what the entry said before each change, oldest first, with when it was replaced. Raises NotFound."""
        rows = self._database.rows(
            "SELECT replaced_at, utc_offset, text FROM earlier_texts WHERE entry = ? ORDER BY rowid",
            (self.get(entry).sequence,),
        )
        return [(moment_of(micros, offset), text) for micros, offset, text in rows]

    def between(self, since: date | None = None, until: date | None = None) -> Iterator[Entry]:
        """Yield entries whose local day lies in `[since, until]`, oldest first; nothing is locked in between."""
        first = midnight_micros(since) - DAY_MICROS if since else _FIRST
        after = (first, -1)
        last = midnight_micros(until) + 2 * DAY_MICROS if until else -_FIRST - 1
        query = (
            f"SELECT {COLUMNS} FROM entries WHERE (moment, sequence) > (?, ?) AND moment <= ?"
            " AND day BETWEEN ? AND ? ORDER BY moment, sequence LIMIT ?"
        )
        days = ((since or date.min).isoformat(), (until or date.max).isoformat())
        while rows := self._database.rows(query, (*after, last, *days, _PAGE)):
            found = [entry_of(row) for row in rows]
            yield from found
            after = (utc_micros(found[-1].written_at), found[-1].sequence)

    def latest(self, count: int) -> list[Entry]:
        """Return the newest entries, newest first."""
        query = f"SELECT {COLUMNS} FROM entries ORDER BY moment DESC, sequence DESC LIMIT ?"
        return [entry_of(row) for row in self._database.rows(query, (max(count, 0),))]

    def count(self) -> int:
        """Return how many entries there are."""
        return int(self._database.value("SELECT count(*) FROM entries"))

    def search_words(self, terms: Sequence[str], count: int) -> list[WordHit]:
        """Return entries that hold any of the terms, best BM25 first; a term is a plain word, never syntax."""
        asked = [quoted for quoted in map(_quoted, dict.fromkeys(terms)) if quoted]
        if not asked or count <= 0:
            return []
        rows = self._database.rows(
            "SELECT entries.id, -found.rank FROM"
            " (SELECT rowid, rank FROM words WHERE words MATCH CAST(? AS TEXT) ORDER BY rank LIMIT ?) AS found"
            " JOIN entries ON entries.sequence = found.rowid ORDER BY found.rank, entries.sequence",
            (exact(" OR ".join(asked)), count),
        )
        return [WordHit(EntryId(entry), score) for entry, score in rows]

    def document_frequency(self, terms: Sequence[str]) -> Mapping[str, int]:
        """Return in how many entries each term (stemmed as the index does) occurs."""
        query = "SELECT count(*) FROM words WHERE words MATCH CAST(? AS TEXT)"
        return {
            term: int(self._database.value(query, (exact(quoted),))) if (quoted := _quoted(term)) else 0
            for term in set(terms)
        }

    def _take(self, writing: Writing, brought: set[int]) -> tuple[Entry, bool]:
        """Save, update or recognise one writing of an import."""
        there = self._same(writing) or self._changed(writing, brought)
        if there is None:
            taken, new = self._insert(writing), True
        elif self._mark(there.sequence) == source_mark(writing):
            taken, new = there, False
        else:
            taken, new = self._update(there, writing), True
        brought.add(taken.sequence)
        return taken, new

    def _same(self, writing: Writing) -> Entry | None:
        """Return the entry that this very writing became: by its source's mark, or by source, moment and text."""
        if writing.source_id is not None:
            for candidate in self._of_source(writing):
                if self._mark(candidate.sequence) == source_mark(writing):
                    return candidate
            return None
        row = self._database.row(
            f"SELECT {COLUMNS} FROM entries WHERE hash = ? AND moment = ? AND source_id IS NULL"
            " AND source IS CAST(? AS TEXT) AND session IS CAST(? AS TEXT) ORDER BY sequence",
            (_hash(writing.text), utc_micros(writing.written_at), exact(writing.source), exact(writing.session)),
        )
        return entry_of(row) if row else None

    def _changed(self, writing: Writing, brought: set[int]) -> Entry | None:
        """Return the entry that its source has changed: the same id, and the same moment or the same text."""
        if writing.source_id is None:
            return None
        candidates = [one for one in self._of_source(writing) if one.sequence not in brought]
        of_moment = (one for one in candidates if one.written_at == writing.written_at)
        of_text = (one for one in candidates if one.text == writing.text)
        return next(of_moment, None) or next(of_text, None)

    def _of_source(self, writing: Writing) -> list[Entry]:
        query = (
            f"SELECT {COLUMNS} FROM entries WHERE source_id = CAST(? AS TEXT) AND source IS CAST(? AS TEXT)"
            " ORDER BY sequence"
        )
        return [entry_of(row) for row in self._database.rows(query, (exact(writing.source_id), exact(writing.source)))]

    def _mark(self, sequence: int) -> bytes:
        return bytes(self._database.value("SELECT source_mark FROM entries WHERE sequence = ?", (sequence,)))

    def _insert(self, writing: Writing) -> Entry:
        identity = EntryId(secrets.token_hex(8))
        sequence = self._database.insert(
            _INSERT,
            (
                identity,
                utc_micros(writing.written_at),
                offset_seconds(writing.written_at),
                writing.written_at.date().isoformat(),
                writing.kind.value,
                exact(writing.title),
                exact(writing.source),
                exact(writing.source_id),
                exact(writing.session),
                packed_tags(writing.tags),
                packed_attachments(writing.attachments),
                exact(writing.text),
                _hash(writing.text),
                source_mark(writing),
            ),
        )
        fields = {name: getattr(writing, name) for name in Writing.__slots__}
        return Entry(id=identity, sequence=sequence, **fields)

    def _update(self, present: Entry, writing: Writing) -> Entry:
        if present.text != writing.text:
            self._replace_text(present, writing.text, datetime.now(UTC))
        moment = writing.written_at
        self._database.run(
            _UPDATE,
            (
                utc_micros(moment),
                offset_seconds(moment),
                moment.date().isoformat(),
                exact(writing.title),
                packed_tags(writing.tags),
                packed_attachments(writing.attachments),
                source_mark(writing),
                present.sequence,
            ),
        )
        return self.get(present.id)

    def _replace_text(self, present: Entry, text: str, at: datetime) -> None:
        self._database.run(
            "INSERT INTO earlier_texts VALUES (?, ?, ?, CAST(? AS TEXT))",
            (present.sequence, utc_micros(at), offset_seconds(at), exact(present.text)),
        )
        self._database.run(
            "UPDATE entries SET text = CAST(? AS TEXT), hash = ?, split = 0 WHERE sequence = ?",
            (exact(text), _hash(text), present.sequence),
        )


def source_mark(writing: Writing) -> bytes:
    """Return a hash of all that a source says about one entry, so that its next word is known as old or new."""
    said = [
        writing.text,
        writing.title,
        utc_micros(writing.written_at),
        offset_seconds(writing.written_at),
        writing.tags,
        [astuple(attachment) for attachment in writing.attachments],
    ]
    return hashlib.sha256(json.dumps(said).encode("ascii")).digest()


def _hash(text: str) -> bytes:
    return bytes.fromhex(content_hash(text))


def _quoted(term: str) -> str:
    """Return the term as a string of the query language, so nothing in it is syntax; empty where it has no word."""
    if not any(character.isalnum() for character in term):
        return ""
    return '"' + term.replace('"', '""').replace("\0", " ") + '"'
