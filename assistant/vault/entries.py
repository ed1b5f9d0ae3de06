"""Keep the person's words: save, amend, list and find them by their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Final

from assistant.core.entry import Entry, Writing
from assistant.core.ids import EntryId
from assistant.errors import NotFound
from assistant.ports import WordHit
from assistant.vault.arrivals import Arrivals, replace_text
from assistant.vault.connection import Database, exact, in_parts
from assistant.vault.entry_rows import COLUMNS, entry_of
from assistant.vault.moments import DAY_MICROS, midnight_micros, moment_of, utc_micros

BATCH: Final = 500
"""Writings in one transaction of an import: one fsync for 500, and at most that many to do again after a crash."""
COUNTED_MOST: Final = 4_000
"""Words whose counts are remembered: a few hundred questions."""
_PAGE: Final = 256
_FIRST_PAGE: Final = 1
"""Rows read first: who only asks for the oldest entry, or whether there is any, does not wait for 256."""
_FIRST: Final = -(2**63)


class SqlEntries:
    """The entries of one database. Fills the role `EntryStore`."""

    def __init__(self, database: Database) -> None:
        """Read and write that database."""
        self._database = database
        self._counted: dict[str, int] = {}
        self._counted_at = (0, 0, 0)

    def add(self, writing: Writing) -> Entry:
        """Save one writing; on return it is on disk. One that is there already is returned as it is."""
        with self._database.writing():
            return Arrivals(self._database).add(writing)

    def add_many(self, writings: Iterable[Writing]) -> Iterator[tuple[Entry, bool]]:
        """Save in batches; yield each entry once it is on disk, and whether it is new or was changed by its source.

        A source that says something else under the same id, at the same moment or in the same words, amends the
        entry; the text that was there is kept. Within one run an id never replaces what that run brought in.
        """
        arrivals = Arrivals(self._database)
        waiting = iter(writings)
        while batch := list(islice(waiting, BATCH)):
            with self._database.writing():
                taken = [arrivals.take(writing) for writing in batch]
            yield from taken

    def get(self, entry: EntryId) -> Entry:
        """Return one entry. Raises NotFound."""
        row = self._database.row(f"SELECT {COLUMNS} FROM entries WHERE id = CAST(? AS TEXT)", (exact(entry),))
        if row is None:
            raise NotFound(f"There is no entry {entry!a}.", "`lodestar search` lists the ids of what it finds.")
        return entry_of(row)

    def get_many(self, entries: Sequence[EntryId]) -> list[Entry]:
        """Return those of the entries that are there, in the order in which they are named."""
        found: dict[str, Entry] = {}
        for some in in_parts([exact(entry) for entry in entries]):
            named = ", ".join(["CAST(? AS TEXT)"] * len(some))
            rows = self._database.rows(f"SELECT {COLUMNS} FROM entries WHERE id IN ({named})", some)
            found |= {entry.id: entry for entry in map(entry_of, rows)}
        return [found[entry] for entry in entries if entry in found]

    def amend(self, entry: EntryId, text: str, at: datetime) -> Entry:
        """Replace an entry's text on the person's behalf and keep the text that was there. Raises NotFound."""
        with self._database.writing():
            present = self.get(entry)
            if present.text != text:
                replace_text(self._database, present, text, at)
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
        page = _FIRST_PAGE
        while rows := self._database.rows(query, (*after, last, *days, page)):
            found = [entry_of(row) for row in rows]
            yield from found
            page = _PAGE
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
        """Return in how many entries each term (stemmed as the index does) occurs.

        Counts are remembered until the vault changes: a common word takes a millisecond at 25,000 entries.
        """
        if not terms:
            return {}
        state = self._database.state()
        if state != self._counted_at or len(self._counted) > COUNTED_MOST:
            self._counted = {}
        self._counted_at = state
        counted = self._counted
        for term in terms:
            if term not in counted:
                counted[term] = self._matching(_quoted(term))
        return {term: counted[term] for term in terms}

    def _matching(self, quoted: str) -> int:
        query = "SELECT count(*) FROM words WHERE words MATCH CAST(? AS TEXT)"
        return int(self._database.value(query, (exact(quoted),))) if quoted else 0


def _quoted(term: str) -> str:
    """Return the term as a string of the query language, so nothing in it is syntax; empty where it has no word."""
    if not any(character.isalnum() for character in term):
        return ""
    return '"' + term.replace('"', '""').replace("\0", " ") + '"'
