"""Write records and replies as JSON and read them back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, TypeVar

from assistant.core.dialogue import Reply
from assistant.core.records import RECORD_KINDS, Record

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
