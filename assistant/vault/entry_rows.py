"""Turn rows of the entries table into entries."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Final

from assistant.core.entry import Attachment, Entry, EntryKind
from assistant.core.ids import EntryId, SessionId
from assistant.vault.connection import Row
from assistant.vault.moments import moment_of

COLUMNS: Final = (
    "entries.sequence, entries.id, entries.moment, entries.utc_offset, entries.kind, entries.title, entries.source,"
    " entries.source_id, entries.session, entries.tags, entries.attachments, entries.text"
)
"""What `entry_of` reads, in its order."""


def entry_of(row: Row) -> Entry:
    """Return the entry of a row that was selected by `COLUMNS`."""
    sequence, identity, moment, offset, kind, title, source, source_id, session, tags, attachments, text = row
    return Entry(
        id=EntryId(identity),
        written_at=moment_of(moment, offset),
        text=text,
        kind=EntryKind(kind),
        title=title,
        source=source,
        source_id=source_id,
        session=None if session is None else SessionId(session),
        tags=() if tags == "[]" else tuple(json.loads(tags)),
        attachments=() if attachments == "[]" else tuple(Attachment(**one) for one in json.loads(attachments)),
        sequence=sequence,
    )


def packed_tags(tags: tuple[str, ...]) -> str:
    """Return the tags as JSON."""
    return json.dumps(tags)


def packed_attachments(attachments: tuple[Attachment, ...]) -> str:
    """Return the attachments as JSON."""
    return json.dumps([asdict(attachment) for attachment in attachments])
