"""Tell a table's rows from those of another table that a page gave up in its name."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Final

from assistant.core.dialogue import Reply
from assistant.core.entry import EntryKind
from assistant.vault.connection import Row
from assistant.vault.links import ORIGIN_BYTES
from assistant.vault.record_json import KINDS, unpacked
from assistant.vault.schema import MIGRATIONS

_ENTRY_ID: Final = re.compile(r"[0-9a-f]{16}")


def is_entry(row: Row) -> bool:
    """Tell a row of the table of entries."""
    sequence, identity, moment, offset, day, kind, *_, tags, attachments, text, kept, mark = row
    return (
        isinstance(sequence, int)
        and isinstance(identity, str)
        and _ENTRY_ID.fullmatch(identity) is not None
        and isinstance(moment, int)
        and isinstance(offset, int)
        and isinstance(day, str)
        and kind in set(EntryKind)
        and isinstance(tags, str)
        and isinstance(attachments, str)
        and isinstance(text, str)
        and isinstance(kept, bytes)
        and isinstance(mark, bytes)
    )


def is_earlier_text(row: Row) -> bool:
    """Tell a row of the table of earlier texts."""
    return all(isinstance(value, int) for value in row[:3]) and isinstance(row[3], str)


def is_record(row: Row) -> bool:
    """Tell a row of the table of records."""
    identity, kind, version, *_, body, _ = row
    return isinstance(identity, str) and isinstance(version, int) and kind in KINDS and _reads(KINDS[kind], body)


def is_reply(row: Row) -> bool:
    """Tell a row of the table of replies."""
    return isinstance(row[0], int) and isinstance(row[1], str) and _reads(Reply, row[-1])


def is_state(row: Row) -> bool:
    """Tell a row of the table of what sessions remember."""
    return all(isinstance(value, str) for value in row) and _is_json(row[2])


def is_draft(row: Row) -> bool:
    """Tell a row of the table of drafts."""
    return all(isinstance(value, str) for value in row) and not _is_migration(row[0])


def is_refusal(row: Row) -> bool:
    """Tell a row of the table of refused proposals."""
    return all(isinstance(value, str) for value in row[:2]) and all(isinstance(value, int) for value in row[2:])


def is_link(row: Row) -> bool:
    """Tell a row of the table of linked folders."""
    return all(isinstance(value, str) for value in row) and _is_moment(row[2])


def is_forgotten(row: Row) -> bool:
    """Tell a row of the table of what is not to come back; the hash of something else among them does no harm."""
    return isinstance(row[0], bytes) and len(row[0]) == ORIGIN_BYTES


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_migration(name: str) -> bool:
    return name in {migration.__name__ for migration in MIGRATIONS}


def _reads(kind: type[object], body: object) -> bool:
    try:
        unpacked(kind, str(body))
    except ValueError:
        return False
    return True


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
