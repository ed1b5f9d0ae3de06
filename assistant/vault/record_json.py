"""Write records and replies as JSON and read them back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from assistant.core.dialogue import Reply
from assistant.core.entry import Quotation
from assistant.core.ids import EntryId
from assistant.core.records import RECORD_KINDS, Commitment, Record

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")

KINDS: Final = RECORD_KINDS
"""Every kind of record under the name it has in the database."""


def kind_name(kind: type[object]) -> str:
    """Return the name of a kind of record in the database."""
    return kind.__name__.lower()


_adapters: dict[object, TypeAdapter[Any]] = {}


def _adapter(kind: type[object]) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def packed(value: Record | Reply) -> str:
    """Return a record or a reply as JSON; anything outside ASCII is escaped, lone surrogates too."""
    return json.dumps(_adapter(type(value)).dump_python(value, mode="json"))


def unpacked(kind: type[T], body: str) -> T:
    """Return what `packed` wrote."""
    value: T = _adapter(kind).validate_python(json.loads(body))
    return value


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
