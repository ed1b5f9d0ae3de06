"""The person's writing: what is saved first, and never changed behind their back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from assistant.core.ids import EntryId, PassageId, SessionId
from assistant.core.span import Span


class EntryKind(StrEnum):
    """How a piece of writing came to be."""

    REFLECTION = "reflection"
    """Typed here to be kept, outside a conversation."""
    NOTE = "note"
    """Brought in from another program."""
    MESSAGE = "message"
    """Said to the coach within a session."""


def content_hash(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 bytes as hexadecimal.

    Lone surrogates, which a broken file can hold, are hashed as they stand.
    """
    return hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to an entry and is not text: listed, linked, never lost in silence."""

    name: str
    media_type: str | None = None
    content_bytes: int | None = None
    location: str | None = None
    """Where the file lies: a path, or `archive.zip!/member`; None where it was not found."""


@dataclass(frozen=True, slots=True)
class Writing:
    """Words that the vault has not taken in yet."""

    written_at: datetime
    text: str
    kind: EntryKind = EntryKind.REFLECTION
    title: str | None = None
    source: str | None = None
    """The format it came from (`jsonl`, `dayone`, …); None for words typed here."""
    source_id: str | None = None
    """What the source calls it; together with `source` it makes a second import harmless."""
    session: SessionId | None = None
    tags: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    def __post_init__(self) -> None:
        if self.written_at.tzinfo is None:
            raise ValueError("written_at must carry its offset")

    def __repr__(self) -> str:
        return f"Writing({self.kind.value}, {self.written_at.date()}, {len(self.text)} code points)"


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated piece of the person's writing, as the vault holds it."""

    id: EntryId
    written_at: datetime
    text: str
    kind: EntryKind = EntryKind.REFLECTION
    title: str | None = None
    source: str | None = None
    source_id: str | None = None
    session: SessionId | None = None
    tags: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    sequence: int = 0
    """Order of arrival; settles which of two entries of one moment came first."""

    def __repr__(self) -> str:
        return f"Entry({self.id}, {self.written_at.date()}, {len(self.text)} code points)"


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of an entry, about a sentence to a short paragraph, that is embedded and searched."""

    id: PassageId
    entry: EntryId
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """The person's own words, exact to the character, with where and when they wrote them."""

    entry: EntryId
    written_at: datetime
    span: Span
    text: str
    source_id: str | None = None

    @classmethod
    def cut(cls, entry: Entry, span: Span) -> Quotation:
        """Cut the span out of its entry. Raises ValueError where it covers no words."""
        text = span.of(entry.text)
        if len(text) != len(span) or not text.strip():
            raise ValueError(f"no words at [{span.start}, {span.end}) of entry {entry.id}")
        return cls(entry.id, entry.written_at, span, text, entry.source_id)

    def anew(self, entry: Entry) -> Quotation | None:
        """Return the same words as their entry holds them now, with its date; None where it no longer does."""
        start = self.span.start if self.span.of(entry.text) == self.text else entry.text.find(self.text)
        span = Span(max(start, 0), max(start, 0) + len(self.text))
        return None if start < 0 else replace(self, written_at=entry.written_at, span=span, source_id=entry.source_id)

    def __repr__(self) -> str:
        return f"Quotation({self.entry}, [{self.span.start}, {self.span.end}))"
