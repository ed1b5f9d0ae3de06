"""Read JSON files whole where they are small, piece by piece where they are large or break off."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from assistant.core.incoming import Failure
from assistant.errors import Unreadable
from assistant.exchange.decoding import text_of
from assistant.exchange.source import MEMBER_BYTES, Member

if TYPE_CHECKING:
    from assistant.exchange.glance import Glance

DEEPEST: Final = 200
"""Lists and objects within each other; exports of journals stay under 10."""

Value = Mapping[str, object]


def document(member: Member) -> object:
    """Return what a whole JSON file holds. Raises Unreadable with a reason in plain words."""
    return parsed(text_of(member).text, member.name)


def parsed(text: str, name: str) -> object:
    """Return what a JSON text holds. Raises Unreadable with a reason in plain words."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Unreadable(f"it is not whole JSON: {error.msg.lower()} at {place}", source=name) from error
    except RecursionError as error:
        raise Unreadable("it is nested too deeply", source=name) from error
    except ValueError as error:
        raise Unreadable("it holds a number with thousands of digits", source=name) from error


def objects_in(member: Member, *keys: str) -> Iterator[Value | Failure]:
    """Yield the JSON objects of the list under `keys` (of a top-level list, without keys).

    A file that breaks off gives the objects before the break, and a failure that says where it ends.
    """
    if member.content_bytes > MEMBER_BYTES:
        yield from _piece_by_piece(member, keys, None)
        return
    try:
        found = document(member)
    except Unreadable as error:
        yield from _piece_by_piece(member, keys, error.message)
        return
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    if not isinstance(found, list):
        yield Failure(member.name, f"it has no list “{'.'.join(keys)}”" if keys else "it is not a list")
        return
    for number, value in enumerate(found, 1):
        if isinstance(value, dict):
            yield value
        else:
            yield Failure(f"{member.name}, entry {number}", "it is not a JSON object")


def _piece_by_piece(member: Member, keys: tuple[str, ...], trouble: str | None) -> Iterator[Value | Failure]:
    import ijson

    number = 0
    try:
        with member.open() as stream:
            for number, value in enumerate(ijson.items(stream, ".".join((*keys, "item")), use_float=True), 1):
                if isinstance(value, dict):
                    yield value
                else:
                    yield Failure(f"{member.name}, entry {number}", "it is not a JSON object")
    except (ijson.JSONError, ValueError, UnicodeError, RecursionError) as error:
        trouble = trouble or f"it is not whole JSON: {str(error).splitlines()[0]}"
    except Unreadable as error:
        trouble = error.message
    if trouble:
        yield Failure(member.name, f"{trouble}; {number} entries before that were read" if number else trouble)


def text_at(value: object, *keys: str) -> str | None:
    """Return the text under nested keys; None where there is no text or only blanks."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value if isinstance(value, str) and value.strip() else None


def texts_at(value: object, *keys: str) -> tuple[str, ...]:
    """Return the texts of a list under nested keys, each once."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    if not isinstance(value, list):
        return ()
    return tuple(dict.fromkeys(one.strip() for one in value if isinstance(one, str) and one.strip()))


def objects_at(value: object, *keys: str) -> list[Value]:
    """Return the objects of a list under nested keys."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def has_key(glance: Glance, *needles: str) -> bool:
    """Tell whether one of the first JSON files begins with text that holds all of `needles` as quoted keys."""
    for number, member in enumerate(glance.members if glance.is_file else glance.ending(".json", ".txt", "")):
        head = glance.head(member) if number < 5 else ""
        if head.lstrip("\ufeff \r\n\t")[:1] in ("{", "[") and all(f'"{needle}"' in head for needle in needles):
            return True
    return False
