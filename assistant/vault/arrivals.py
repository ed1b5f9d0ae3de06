"""Take writings in: recognise what is there, follow what its source changed, save what is new."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import astuple
from datetime import UTC, datetime
from typing import Final

from assistant.core.entry import Entry, Writing, content_hash
from assistant.core.ids import EntryId
from assistant.vault.connection import Database, exact
from assistant.vault.entry_rows import COLUMNS, entry_of, packed_attachments, packed_tags
from assistant.vault.moments import offset_seconds, utc_micros

_MARK_BYTES: Final = 16
SHARED_WORDS: Final = 0.5
"""An entry of the same name and moment of which at least this share of words is still there was edited; else it is
another one (two folders may both hold a `2024-05-01.md`), and replacing one by the other would hide words."""
_SAME_ORIGIN: Final = "source_id IS CAST(? AS TEXT) AND source IS CAST(? AS TEXT)"
_INSERT: Final = """INSERT INTO entries(id, moment, utc_offset, day, kind, title, source, source_id, session,
    tags, attachments, text, hash, source_mark)
    VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),
    ?, ?, CAST(? AS TEXT), ?, ?)"""
_UPDATE: Final = """UPDATE entries SET moment = ?, utc_offset = ?, day = ?, title = CAST(? AS TEXT), tags = ?,
    attachments = ?, source_mark = ? WHERE sequence = ?"""


class Arrivals:
    """What one run brings into the database, within the caller's transactions.

    A writing is known by its mark, a hash of all that its source says: what the person amended since stays so. A new
    word under a known id, at the same moment and with much of the text as it was, or in the same words, is a change;
    else it is another entry (two diaries may both count from 1, or both have a file for that day), and so it is when
    this very run brought the id in before. The same words at the same moment under another id are the entry that is
    there: a journal that was moved or renamed comes in once.
    """

    def __init__(self, database: Database) -> None:
        """Begin a run."""
        self._database = database
        self._brought: set[int] = set()

    def add(self, writing: Writing) -> Entry:
        """Save a writing, or return what is there under its source and id, or else under source, moment and text."""
        mark = source_mark(writing)
        there = self._known(writing, mark) or next(iter(self._candidates(writing)), None)
        return there or self._insert(writing, mark)

    def take(self, writing: Writing) -> tuple[Entry, bool]:
        """Save, update or recognise a writing; return its entry, and whether anything is new about it."""
        mark = source_mark(writing)
        taken = self._known(writing, mark) or self._moved(writing, mark)
        new = taken is None
        if taken is None:
            there = self._changed(writing)
            taken = self._insert(writing, mark) if there is None else self._update(there, writing, mark)
        self._brought.add(taken.sequence)
        return taken, new

    def _known(self, writing: Writing, mark: bytes) -> Entry | None:
        row = self._database.row(
            f"SELECT {COLUMNS} FROM entries WHERE source_mark = ? AND {_SAME_ORIGIN} AND session IS CAST(? AS TEXT)"
            " ORDER BY sequence",
            (mark, exact(writing.source_id), exact(writing.source), exact(writing.session)),
        )
        return entry_of(row) if row else None

    def _moved(self, writing: Writing, mark: bytes) -> Entry | None:
        """Return the entry that a source with ids gives under another id now, all else being as it was."""
        if writing.source_id is None:
            return None
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM entries WHERE source_mark = ? AND source IS CAST(? AS TEXT)"
            " AND session IS CAST(? AS TEXT) ORDER BY sequence",
            (mark, exact(writing.source), exact(writing.session)),
        )
        return next((one for one in map(entry_of, rows) if one.sequence not in self._brought), None)

    def _changed(self, writing: Writing) -> Entry | None:
        """Return the entry that its source has changed."""
        candidates = [one for one in self._candidates(writing) if one.sequence not in self._brought]
        of_moment = (
            one for one in candidates if one.written_at == writing.written_at and is_edited(one.text, writing.text)
        )
        of_text = (one for one in candidates if one.text == writing.text)
        return next(of_moment, None) or next(of_text, None)

    def _candidates(self, writing: Writing) -> list[Entry]:
        """Return the entries of that source and id, or without an id those of that source, moment and text."""
        if writing.source_id is not None:
            rows = self._database.rows(
                f"SELECT {COLUMNS} FROM entries WHERE source_id = CAST(? AS TEXT) AND source IS CAST(? AS TEXT)"
                " ORDER BY sequence",
                (exact(writing.source_id), exact(writing.source)),
            )
        else:
            rows = self._database.rows(
                f"SELECT {COLUMNS} FROM entries WHERE moment = ? AND hash = ? AND {_SAME_ORIGIN}"
                " AND session IS CAST(? AS TEXT) ORDER BY sequence",
                (utc_micros(writing.written_at), _hash(writing), None, exact(writing.source), exact(writing.session)),
            )
        return [entry_of(row) for row in rows]

    def _insert(self, writing: Writing, mark: bytes) -> Entry:
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
                _hash(writing),
                mark,
            ),
        )
        fields = {name: getattr(writing, name) for name in Writing.__slots__}
        return Entry(id=identity, sequence=sequence, **fields)

    def _update(self, present: Entry, writing: Writing, mark: bytes) -> Entry:
        if present.text != writing.text:
            replace_text(self._database, present, writing.text, datetime.now(UTC))
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
                mark,
                present.sequence,
            ),
        )
        row = self._database.row(f"SELECT {COLUMNS} FROM entries WHERE sequence = ?", (present.sequence,))
        return present if row is None else entry_of(row)


def is_edited(before: str, after: str) -> bool:
    """Tell whether `after` is `before` with changes: many of its words are still there, or only lines are gone."""
    if set(after.splitlines()) <= set(before.splitlines()):
        return True
    old = set(before.casefold().split())
    return not old or len(old & set(after.casefold().split())) >= SHARED_WORDS * len(old)


def replace_text(database: Database, present: Entry, text: str, at: datetime) -> None:
    """Put other words into an entry, keep those that were there, and let its passages be made anew."""
    database.run(
        "INSERT INTO earlier_texts VALUES (?, ?, ?, CAST(? AS TEXT))",
        (present.sequence, utc_micros(at), offset_seconds(at), exact(present.text)),
    )
    database.run(
        "UPDATE entries SET text = CAST(? AS TEXT), hash = ?, split = 0 WHERE sequence = ?",
        (exact(text), bytes.fromhex(content_hash(text)), present.sequence),
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
    return hashlib.blake2b(json.dumps(said).encode("ascii"), digest_size=_MARK_BYTES).digest()


def _hash(writing: Writing) -> bytes:
    return bytes.fromhex(content_hash(writing.text))
