"""Say what a record says: its wording in one line, and the rest of it part by part, as somebody would read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Final

from assistant.core.entry import Quotation
from assistant.core.ids import AREAS, EntryId
from assistant.core.records import Commitment, Loop, Record, Worksheet

_WORDINGS: Final = ("statement", "what", "text", "wanted", "title", "period")
"""Where the different kinds of record say what they say."""

_SAID_ALREADY: Final = frozenset({"id", "statement", "text", "what", "set_on"})
"""What a record's wording and its versions say before its details."""

_NO_WORDS: Final = frozenset({"id", "title", "practice", "step", "period", "archetype", "outcome_entry"})
"""Fields of a record that name things of the program: its practices and their steps, other records and entries."""


def wording_of(record: Record) -> str:
    """Return what a record says, in the words it holds."""
    if isinstance(record, Loop):
        return " → ".join([*(link.cause for link in record.links), *(link.cause for link in record.links[:1])])
    return next((str(getattr(record, name)) for name in _WORDINGS if hasattr(record, name)), "")


def details_of(record: Record) -> Iterator[tuple[str, str]]:
    """Yield what a record says beside its wording, each part with its name: a practice by its steps, tests by days."""
    if isinstance(record, Worksheet):
        yield from ((line.title, line.text) for line in record.lines)
        return
    for part in fields(record):
        value = getattr(record, part.name)
        if part.name in _SAID_ALREADY or value is None or value == () or value == "":
            continue
        name = part.name.replace("_", " ")
        yield from ((name, _plainly(one)) for one in (value if isinstance(value, tuple) else (value,)))


def _plainly(value: object) -> str:
    """Return a field's value as somebody would read it; a part of its own as its parts, joined."""
    if isinstance(value, Quotation):
        return f"{value.written_at:%Y-%m-%d}, “{value.text}”"
    if is_dataclass(value) and not isinstance(value, type):
        told = ((part.name.replace("_", " "), getattr(value, part.name)) for part in fields(value))
        return " · ".join(f"{name}: {_plainly(said)}" for name, said in told if said is not None)
    return value.value if isinstance(value, Enum) else str(value)


def own_words(value: object) -> Iterator[str]:
    """Yield the person's own words in a record or a part of one; what it quotes of an entry is not among them."""
    if isinstance(value, tuple):
        for one in value:
            yield from own_words(one)
    elif is_dataclass(value) and not isinstance(value, type | Quotation):
        for field in fields(value):
            if field.name not in _NO_WORDS:
                yield from own_words(getattr(value, field.name))
    elif isinstance(value, str) and not isinstance(value, Enum) and value not in AREAS:
        yield value


def quoted_entries(value: object) -> Iterator[EntryId]:
    """Yield every entry that a record or reply quotes or points at."""
    if isinstance(value, Quotation):
        yield value.entry
    elif isinstance(value, tuple):
        for one in value:
            yield from quoted_entries(one)
    elif is_dataclass(value) and not isinstance(value, type):
        if isinstance(value, Commitment) and value.outcome_entry:
            yield value.outcome_entry
        for field in fields(value):
            yield from quoted_entries(getattr(value, field.name))
