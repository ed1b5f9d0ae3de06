"""Keep passages and their vectors, and know which wait for one."""

from __future__ import annotations

import hashlib
from collections import defaultdict, deque
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from assistant.core.entry import Entry, Passage
from assistant.core.ids import EntryId, PassageId
from assistant.core.span import Span
from assistant.errors import NotFound
from assistant.ports import Place
from assistant.vault.connection import Database, Row, exact, in_parts
from assistant.vault.entry_rows import COLUMNS, entry_of

if TYPE_CHECKING:
    from assistant.ports import Vectors

_MARK_BYTES: Final = 16
"""128 bits: two of a million passages share a mark by chance once in 10^26 vaults."""


class SqlPassages:
    """The passages of one database. Fills the role `PassageStore`."""

    def __init__(self, database: Database) -> None:
        """Read and write that database."""
        self._database = database

    def unsplit(self, count: int) -> list[Entry]:
        """Return entries whose passages have not been made for their present text, oldest first."""
        query = f"SELECT {COLUMNS} FROM entries WHERE split = 0 ORDER BY moment, sequence LIMIT ?"
        return [entry_of(row) for row in self._database.rows(query, (max(count, 0),))]

    def put_passages(self, entry: EntryId, spans: Sequence[Span]) -> list[Passage]:
        """Replace the entry's passages; passages of the same words keep their ids and vectors. Raises NotFound."""
        with self._database.writing():
            found = self._database.row("SELECT sequence, text, moment FROM entries WHERE id = ?", (entry,))
            if found is None:
                raise NotFound(f"There is no entry {entry!a}.")
            sequence, text, moment = found
            left = self._by_words(sequence)
            made = [self._place(entry, sequence, moment, span, _mark(span.of(text)), left) for span in spans]
            gone = [(identity,) for waiting in left.values() for identity in waiting]
            self._database.run_many("DELETE FROM passages WHERE id = ?", gone)
            self._database.run("UPDATE entries SET split = 1 WHERE sequence = ?", (sequence,))
            return made

    def unembedded(self, embedder: str, count: int) -> list[tuple[Passage, str]]:
        """Return passages without a vector of that embedder, newest entry first, with their words.

        Those of an entry that was changed, and not cut again since, are left out: they lie where other words stood.
        """
        number = self._number(embedder)
        if number is None:
            number = self._register(embedder)
        rows = self._database.rows(
            "SELECT passages.id, entries.id, passages.start, passages.stop, entries.sequence FROM unembedded"
            " JOIN passages ON passages.id = unembedded.passage JOIN entries ON entries.sequence = passages.entry"
            " WHERE unembedded.embedder = ? AND entries.split = 1 ORDER BY unembedded.age, unembedded.passage LIMIT ?",
            (number, max(count, 0)),
        )
        texts = self._texts({row[4] for row in rows})
        found = ((_passage(row), row[4]) for row in rows)
        return [(passage, passage.span.of(texts[sequence])) for passage, sequence in found if sequence in texts]

    def unembedded_count(self, embedder: str) -> int:
        """Return how many passages wait for a vector of that embedder."""
        number = self._number(embedder)
        if number is None:
            number = self._register(embedder)
        return int(self._database.value("SELECT count(*) FROM unembedded WHERE embedder = ?", (number,)))

    def put_vectors(self, embedder: str, passages: Sequence[PassageId], vectors: Vectors) -> None:
        """Keep one vector a passage; a passage that is gone in the meantime is passed over."""
        if len(passages) != len(vectors):
            raise ValueError(f"{len(passages)} passages but {len(vectors)} vectors")
        packed = [row.tobytes() for row in vectors.astype("<f4", copy=False)]
        with self._database.writing():
            number = self._number(embedder)
            if number is None:
                number = self._register(embedder)
            for passage, vector in zip(passages, packed, strict=True):
                self._put_vector(number, passage, vector)

    def vectors(self, embedder: str) -> tuple[list[PassageId], Vectors]:
        """Return all vectors of that embedder, in order of passage id: `(n, dimensions)` float32."""
        import numpy as np

        query = "SELECT passage, vector FROM vectors NOT INDEXED WHERE embedder = ?"
        rows = self._database.rows(query, (self._number(embedder),))
        if not rows:
            return [], np.zeros((0, 0), dtype=np.float32)
        ids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
        packed = np.frombuffer(b"".join(row[1] for row in rows), dtype="<f4").reshape(len(rows), -1)
        order = np.argsort(ids)
        return [PassageId(int(identity)) for identity in ids[order]], packed[order].astype(np.float32, copy=False)

    def vectors_of(self, embedder: str, entries: Sequence[EntryId]) -> tuple[list[Passage], Vectors]:
        """Return those passages of the entries that have a vector, in the order of their texts, and the vectors."""
        number, found = self._number(embedder), list[Row]()
        for some in in_parts([exact(entry) for entry in entries]):
            query = (  # CROSS JOIN: in this order; left to itself SQLite reads the marks of all vectors, 25 ms for 1
                "SELECT passages.id, entries.id, start, stop, vector, sequence FROM entries"
                " CROSS JOIN passages ON entry = sequence CROSS JOIN vectors ON passage = passages.id"
                f" WHERE embedder = ? AND entries.id IN ({', '.join(['CAST(? AS TEXT)'] * len(some))})"
            )
            found += self._database.rows(query, (number, *some))
        found.sort(key=lambda row: (row[5], row[2], row[0]))
        return [_passage(row) for row in found], _unpacked([row[4] for row in found])

    def places_of(self, embedder: str, entries: Sequence[Entry]) -> tuple[list[Place], Vectors]:
        """Return where the same passages stand, entry by entry in the order of arrival, and the vectors.

        Half the time of `vectors_of`: what recall weighs is mostly not shown, so its passages are not made.
        """
        number, found = self._number(embedder), list[Row]()
        for some in in_parts(sorted({entry.sequence for entry in entries})):
            query = (
                "SELECT entry, start, stop, vector FROM passages CROSS JOIN vectors ON passage = passages.id"
                f" WHERE embedder = ? AND entry IN ({', '.join('?' * len(some))}) ORDER BY entry, start, passages.id"
            )
            found += self._database.rows(query, (number, *some))
        return [row[:3] for row in found], _unpacked([row[3] for row in found])

    def entries_of(self, ids: Sequence[PassageId], most: int) -> list[EntryId]:
        """Return the entries of the passages that still exist, each once, in the order of `ids`, up to so many."""
        entry_of_passage: dict[int, int] = {}
        for some in in_parts(ids):
            query = f"SELECT id, entry FROM passages WHERE id IN ({', '.join('?' * len(some))})"
            entry_of_passage.update(self._database.rows(query, some))
        first = list(dict.fromkeys(entry_of_passage[one] for one in ids if one in entry_of_passage))[: max(most, 0)]
        names: dict[int, str] = {}
        for part in in_parts(first):
            query = f"SELECT sequence, id FROM entries WHERE sequence IN ({', '.join('?' * len(part))})"
            names.update(self._database.rows(query, part))
        return [EntryId(names[sequence]) for sequence in first if sequence in names]

    def passages_of(self, entry: EntryId) -> list[Passage]:
        """Return an entry's passages in the order of its text."""
        query = (
            "SELECT passages.id, entries.id, start, stop FROM passages JOIN entries ON sequence = entry"
            " WHERE entries.id = CAST(? AS TEXT) ORDER BY start, stop, passages.id"
        )
        return [_passage(row) for row in self._database.rows(query, (exact(entry),))]

    def embedded_count(self, embedder: str) -> int:
        """Return how many passages have a vector of that embedder."""
        return int(self._database.value("SELECT count(*) FROM vectors WHERE embedder = ?", (self._number(embedder),)))

    def fingerprint(self, embedder: str) -> str:
        """Return a hash over which passages have which vectors; it reads 24 bytes a passage, never a vector."""
        digest = hashlib.blake2b(embedder.encode("utf-8", "surrogatepass"), digest_size=_MARK_BYTES)
        query = "SELECT passage, mark FROM vectors INDEXED BY vectors_by_mark WHERE embedder = ? ORDER BY passage"
        for passage, mark in self._database.rows(query, (self._number(embedder),)):
            digest.update(passage.to_bytes(8, "little") + mark)
        return digest.hexdigest()

    def _by_words(self, sequence: int) -> dict[bytes, deque[int]]:
        left: dict[bytes, deque[int]] = defaultdict(deque)
        query = "SELECT hash, id FROM passages WHERE entry = ? ORDER BY start, id"
        for mark, identity in self._database.rows(query, (sequence,)):
            left[mark].append(identity)
        return left

    def _place(
        self, entry: EntryId, sequence: int, moment: int, span: Span, mark: bytes, left: dict[bytes, deque[int]]
    ) -> Passage:
        """Move a passage of the same words to its new span, or make one, with a vector its words had elsewhere."""
        if left.get(mark):
            identity = left[mark].popleft()
            self._database.run("UPDATE passages SET start = ?, stop = ? WHERE id = ?", (span.start, span.end, identity))
            return Passage(PassageId(identity), entry, span)
        identity = self._database.insert(
            "INSERT INTO passages(entry, start, stop, hash) VALUES (?, ?, ?, ?)", (sequence, span.start, span.end, mark)
        )
        self._database.run("INSERT INTO unembedded SELECT id, ?, ? FROM embedders", (-moment, identity))
        twins = self._database.rows(
            "SELECT embedder, vector FROM vectors WHERE passage ="
            " (SELECT id FROM passages JOIN vectors ON passage = id WHERE hash = ? LIMIT 1)",
            (mark,),
        )
        for embedder, vector in twins:
            self._put_vector(embedder, identity, vector)
        return Passage(PassageId(identity), entry, span)

    def _put_vector(self, embedder: int, passage: int, vector: bytes) -> None:
        mark = hashlib.blake2b(vector, digest_size=_MARK_BYTES).digest()
        self._database.run(
            "INSERT INTO vectors(embedder, passage, mark, vector) SELECT ?, id, ?, ? FROM passages WHERE id = ?"
            " ON CONFLICT(passage, embedder) DO UPDATE SET mark = excluded.mark, vector = excluded.vector",
            (embedder, mark, vector, passage),
        )
        self._database.run("DELETE FROM unembedded WHERE passage = ? AND embedder = ?", (passage, embedder))

    def _number(self, embedder: str) -> int | None:
        found = self._database.value("SELECT id FROM embedders WHERE name = ?", (embedder,))
        return None if found is None else int(found)

    def _register(self, embedder: str) -> int:
        """Take a new embedder in: every passage waits for its vector."""
        with self._database.writing():
            self._database.run("INSERT OR IGNORE INTO embedders(name) VALUES (?)", (embedder,))
            number = self._number(embedder)
            assert number is not None
            self._database.run(
                "INSERT OR IGNORE INTO unembedded SELECT ?, -moment, passages.id FROM passages"
                " JOIN entries ON sequence = entry"
                " WHERE passages.id NOT IN (SELECT passage FROM vectors WHERE embedder = ?)",
                (number, number),
            )
            return number

    def _texts(self, sequences: set[int]) -> dict[int, str]:
        texts: dict[int, str] = {}
        for some in in_parts(sorted(sequences)):
            query = f"SELECT sequence, text FROM entries WHERE sequence IN ({', '.join('?' * len(some))})"
            texts.update(self._database.rows(query, some))
        return texts


def _passage(row: Row) -> Passage:
    return Passage(PassageId(row[0]), EntryId(row[1]), Span(row[2], row[3]))


def _unpacked(vectors: Sequence[bytes]) -> Vectors:
    """Return the rows as they were packed, `(n, dimensions)`."""
    import numpy as np

    rows = np.frombuffer(b"".join(vectors), dtype="<f4").astype(np.float32, copy=False)
    return rows.reshape(len(vectors), -1) if vectors else rows.reshape(0, 0)


def _mark(words: str) -> bytes:
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=_MARK_BYTES).digest()
