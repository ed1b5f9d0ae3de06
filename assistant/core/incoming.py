"""What comes out of another program's files: writings, and word of what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from assistant.core.dialogue import Reply
from assistant.core.entry import Writing
from assistant.core.ids import EntryId, SessionId
from assistant.core.records import Record


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing in a source that could not be read, named as a person would find it."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a person should know about what did come in, such as a date taken from the file's clock."""

    source: str
    said: str


@dataclass(frozen=True, slots=True)
class EarlierText:
    """What an entry said until it was changed."""

    replaced_at: datetime
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Revised:
    """A writing of another Lodestar vault: what that vault called it, and what it said before."""

    writing: Writing
    entry: EntryId
    earlier: tuple[EarlierText, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordVersion:
    """One version of a record of another Lodestar vault."""

    record: Record
    set_at: datetime
    withdrawn_at: datetime | None = None
    """When the person took it out of what is current; None while it stands."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What the coach replied to an entry of another Lodestar vault."""

    session: SessionId
    entry: EntryId
    reply: Reply
    at: datetime


@dataclass(frozen=True, slots=True)
class Refused:
    """A proposal that the person said no to in another Lodestar vault."""

    kind: str
    fingerprint: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a session of another Lodestar vault remembers about itself, such as the practice that it follows."""

    session: SessionId
    name: str
    state: str = field(repr=False)


Kept = Revised | RecordVersion | Answered | Refused | Remembered
"""Everything that a vault holds which cannot be made anew, as it leaves one vault and comes into another."""

Incoming = Writing | Kept | Failure | Remark
"""Everything an importer yields. Entry ids within it are those of the vault it came from."""
