"""Write and read Lodestar's own lines of JSON: entries with what they said before, records, the coach's replies.

Every line has `id`, `date` and `text`, so that any program can read it; `lodestar` says what the line is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Final, get_args

from assistant.core.dialogue import Reply
from assistant.core.entry import Attachment, Entry, EntryKind, Writing
from assistant.core.ids import EntryId, SessionId
from assistant.core.incoming import Answered, EarlierText, RecordVersion, Revised
from assistant.core.records import Loop, Record
from assistant.exchange.plain_values import from_plain, to_plain

MARK: Final = "lodestar"
SOURCE: Final = "lodestar"
"""The `source` of an entry that was typed in another vault; its `source_id` is that vault's name for it."""

RECORD_FORMS: Final[Mapping[str, type[Record]]] = {form.__name__.lower(): form for form in get_args(Record)}
"""Every kind of record under the name that its lines have."""

_WORDINGS: Final = ("statement", "what", "text", "wanted", "title")
"""Where the different kinds of record say what they say."""


def is_own(found: Mapping[str, object]) -> bool:
    """Tell whether Lodestar wrote the line."""
    return found.get(MARK) in ("entry", "record", "reply")


def entry_line(entry: Entry, earlier: tuple[EarlierText, ...] = ()) -> str:
    """Return an entry as one line, without the line feed."""
    line: dict[str, object] = {
        MARK: "entry",
        "id": entry.id,
        "date": entry.written_at.isoformat(),
        "text": entry.text,
        "title": entry.title,
        "tags": list(entry.tags),
        "kind": entry.kind.value,
        "source": entry.source,
        "source_id": entry.source_id,
        "session": entry.session,
        "attachments": to_plain(entry.attachments),
        "earlier": to_plain(earlier),
    }
    kept = {key: value for key, value in line.items() if value not in (None, [])}
    return as_line(kept)


def record_line(version: RecordVersion) -> str:
    """Return one version of a record as a line."""
    record = version.record
    return as_line(
        {
            MARK: "record",
            "id": record.id,
            "date": version.set_at.isoformat(),
            "text": wording_of(record),
            "kind": type(record).__name__.lower(),
            "record": to_plain(record),
        }
    )


def reply_line(answered: Answered) -> str:
    """Return one reply of the coach as a line."""
    return as_line(
        {
            MARK: "reply",
            "id": f"{answered.entry}-reply",
            "date": answered.at.isoformat(),
            "text": answered.reply.text,
            "session": answered.session,
            "entry": answered.entry,
            "reply": to_plain(answered.reply),
        }
    )


def wording_of(record: Record) -> str:
    """Return what a record says, in the words it holds."""
    if isinstance(record, Loop):
        return " → ".join([*(link.cause for link in record.links), *(link.cause for link in record.links[:1])])
    return next((str(getattr(record, name)) for name in _WORDINGS if hasattr(record, name)), "")


def as_line(value: Mapping[str, object]) -> str:
    """Return JSON on one line; a lone surrogate stays as it is."""
    return json.dumps(value, ensure_ascii=False)


def read_own(found: Mapping[str, object]) -> Revised | RecordVersion | Answered:
    """Return what one of Lodestar's own lines holds. Raises ValueError naming what does not fit."""
    match found.get(MARK):
        case "entry":
            return _entry(found)
        case "record":
            kind = found.get("kind")
            form = RECORD_FORMS.get(kind) if isinstance(kind, str) else None
            if form is None:
                raise ValueError(f"there is no record of the kind “{kind}”")
            return RecordVersion(from_plain(form, found.get("record")), _moment(found, "date"))
        case _:
            session, entry = SessionId(_text(found, "session")), EntryId(_text(found, "entry"))
            return Answered(session, entry, from_plain(Reply, found.get("reply")), _moment(found, "date"))


def _entry(found: Mapping[str, object]) -> Revised:
    own_id = _text(found, "id")
    source = _optional(found, "source")
    session = _optional(found, "session")
    attachments, earlier, tags = (found.get(name, []) for name in ("attachments", "earlier", "tags"))
    if not isinstance(attachments, list) or not isinstance(earlier, list) or not isinstance(tags, list):
        raise ValueError("“attachments”, “earlier” and “tags” must be lists")
    writing = Writing(
        written_at=_moment(found, "date"),
        text=_text(found, "text"),
        kind=EntryKind(_optional(found, "kind") or EntryKind.REFLECTION),
        title=_optional(found, "title"),
        source=source or SOURCE,
        source_id=_optional(found, "source_id") if source else own_id,
        session=SessionId(session) if session else None,
        tags=tuple(tag for tag in tags if isinstance(tag, str)),
        attachments=tuple(from_plain(Attachment, one) for one in attachments),
    )
    return Revised(writing, EntryId(own_id), tuple(from_plain(EarlierText, one) for one in earlier))


def _text(found: Mapping[str, object], name: str) -> str:
    value = found.get(name)
    if not isinstance(value, str):
        raise ValueError(f"it has no “{name}”")
    return value


def _optional(found: Mapping[str, object], name: str) -> str | None:
    return _text(found, name) if found.get(name) is not None else None


def _moment(found: Mapping[str, object], name: str) -> datetime:
    moment = datetime.fromisoformat(_text(found, name))
    if moment.tzinfo is None:
        raise ValueError(f"“{name}” must carry its offset")
    return moment
