"""Write and read Lodestar's own lines of JSON: entries with what they said before, records, the coach's replies.

Every line has `id`, `date` and `text`, so that any program can read it; `lodestar` says what the line is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final, assert_never, get_args

from assistant.core.dialogue import Reply
from assistant.core.entry import Attachment, EntryKind, Writing
from assistant.core.ids import EntryId, SessionId
from assistant.core.incoming import Answered, EarlierText, Kept, RecordVersion, Refused, Remembered, Revised
from assistant.core.record_words import wording_of
from assistant.core.records import Record
from assistant.exchange.plain_values import from_plain, to_plain

MARK: Final = "lodestar"

RECORD_FORMS: Final[Mapping[str, type[Record]]] = {form.__name__.lower(): form for form in get_args(Record)}
"""Every kind of record under the name that its lines have."""

_ESCAPED: Final = re.compile(
    "[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\x85\u2028\u2029]"
)
"""Lone surrogates, and what some programs take for line ends. Two surrogates that would join when read stay as they
are."""


def is_own(found: Mapping[str, object]) -> bool:
    """Tell whether Lodestar wrote the line."""
    return found.get(MARK) in ("entry", "record", "reply", "refusal", "state")


def line_of(kept: Kept) -> str:
    """Return one thing that a vault holds as a line of JSON, without the line feed."""
    match kept:
        case Revised():
            return as_line({MARK: "entry", **about_entry(kept), "text": kept.writing.text})
        case RecordVersion():
            return as_line(_record(kept))
        case Answered():
            return as_line(_reply(kept))
        case Refused():
            body: dict[str, object] = {"kind": kept.kind, "fingerprint": kept.fingerprint}
            return as_line({MARK: "refusal", "date": kept.at.isoformat(), **body})
        case Remembered():
            return as_line({MARK: "state", "session": kept.session, "name": kept.name, "state": kept.state})
        case _:
            assert_never(kept)


def about_entry(kept: Revised) -> dict[str, object]:
    """Return everything about an entry but its words, as plain values; what is empty is left out."""
    writing = kept.writing
    about: dict[str, object] = {
        "id": kept.entry,
        "date": writing.written_at.isoformat(),
        "title": writing.title,
        "tags": list(writing.tags),
        "kind": writing.kind.value,
        "source": writing.source,
        "source_id": writing.source_id,
        "session": writing.session,
        "attachments": to_plain(writing.attachments),
        "earlier": to_plain(kept.earlier),
    }
    return {key: value for key, value in about.items() if value is not None and value != []}


def _record(version: RecordVersion) -> dict[str, object]:
    record = version.record
    line: dict[str, object] = {
        MARK: "record",
        "id": record.id,
        "date": version.set_at.isoformat(),
        "text": wording_of(record),
        "kind": type(record).__name__.lower(),
        "record": to_plain(record),
    }
    return line | ({"withdrawn": version.withdrawn_at.isoformat()} if version.withdrawn_at else {})


def _reply(answered: Answered) -> dict[str, object]:
    return {
        MARK: "reply",
        "id": f"{answered.entry}-reply",
        "date": answered.at.isoformat(),
        "text": answered.reply.text,
        "session": answered.session,
        "entry": answered.entry,
        "reply": to_plain(answered.reply),
    }


def as_line(value: Mapping[str, object]) -> str:
    """Return JSON on one line; lone surrogates and what some programs take for line ends are escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def read_own(found: Mapping[str, object]) -> Kept:
    """Return what one of Lodestar's own lines holds. Raises ValueError naming what does not fit."""
    match found.get(MARK):
        case "entry":
            return _entry(found)
        case "record":
            kind = found.get("kind")
            form = RECORD_FORMS.get(kind) if isinstance(kind, str) else None
            if form is None:
                raise ValueError(f"there is no record of the kind “{kind}”")
            withdrawn = _moment(found, "withdrawn") if found.get("withdrawn") is not None else None
            return RecordVersion(from_plain(form, found.get("record")), _moment(found, "date"), withdrawn)
        case "refusal":
            return Refused(_text(found, "kind"), _text(found, "fingerprint"), _moment(found, "date"))
        case "state":
            return Remembered(SessionId(_text(found, "session")), _text(found, "name"), _text(found, "state"))
        case _:
            session, entry = SessionId(_text(found, "session")), EntryId(_text(found, "entry"))
            return Answered(session, entry, from_plain(Reply, found.get("reply")), _moment(found, "date"))


def _entry(found: Mapping[str, object]) -> Revised:
    own_id = _text(found, "id")
    session = _optional(found, "session")
    attachments, earlier, tags = (found.get(name, []) for name in ("attachments", "earlier", "tags"))
    if not isinstance(attachments, list) or not isinstance(earlier, list) or not isinstance(tags, list):
        raise ValueError("“attachments”, “earlier” and “tags” must be lists")
    writing = Writing(
        written_at=_moment(found, "date"),
        text=_text(found, "text"),
        kind=EntryKind(_optional(found, "kind") or EntryKind.REFLECTION),
        title=_optional(found, "title"),
        source=_optional(found, "source"),
        source_id=_optional(found, "source_id"),
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
