"""Read JSON files whole where they are small, piece by piece where they are large or break off."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO, Final

from assistant.core.display import counted
from assistant.core.incoming import Failure
from assistant.errors import Unreadable
from assistant.exchange.decoding import text_of
from assistant.exchange.source import MEMBER_BYTES, Member

if TYPE_CHECKING:
    from assistant.exchange.glance import Glance

CONTAINERS: Final = 400_000
VALUES: Final = 1_500_000
"""The most of one JSON text that is read at once: about 100 MB of memory. Larger lists are read piece by piece."""
STREAM_BYTES: Final = 512 * 1024 * 1024
"""The largest list of entries that is read piece by piece: ten times the longest lifetime's."""

Value = Mapping[str, object]


def document(member: Member) -> object:
    """Return what a whole JSON file holds. Raises Unreadable with a reason in plain words."""
    return parsed(text_of(member).text, member.name)


def parsed(text: str, name: str) -> object:
    """Return what a JSON text holds. Raises Unreadable with a reason in plain words."""
    if has_too_many_parts(text):
        raise Unreadable("it has more parts than a journal", source=name)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Unreadable(f"it is not whole JSON: {error.msg.lower()} at {place}", source=name) from error
    except RecursionError as error:
        raise Unreadable("it is nested too deeply", source=name) from error
    except ValueError as error:
        raise Unreadable("it holds a number with thousands of digits", source=name) from error


def has_too_many_parts(text: str) -> bool:
    """Tell whether a text would make more lists, objects and values than fit the memory that reading may take."""
    return text.count("[") + text.count("{") > CONTAINERS or text.count(",") > VALUES


def objects_in(member: Member, *keys: str) -> Iterator[Value | Failure]:
    """Yield the JSON objects of the list under `keys` (of a top-level list, without keys).

    A file that breaks off gives the objects before the break, and a failure that says where it ends.
    """
    if member.content_bytes > STREAM_BYTES:
        yield Failure(member.name, f"it is larger than {STREAM_BYTES // (1024 * 1024)} MB")
        return
    if member.content_bytes > MEMBER_BYTES:
        yield from _piece_by_piece(member, keys)
        return
    try:
        found = document(member)
    except Unreadable:
        yield from _piece_by_piece(member, keys)
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


def _piece_by_piece(member: Member, keys: tuple[str, ...]) -> Iterator[Value | Failure]:
    """Yield the objects one by one as they are read, none of them with more parts than a whole file may have."""
    import ijson

    number = 0
    place = ".".join((*keys, "item"))
    try:
        with member.open() as stream:
            builder, parts = None, 0
            for prefix, event, value in ijson.parse(_Guarded(stream), use_float=True):
                if prefix == place and event in ("start_map", "start_array") and builder is None:
                    builder, parts = ijson.ObjectBuilder(), 0
                elif prefix == place and builder is None and event not in ("end_array", "end_map"):
                    number += 1
                    yield Failure(f"{member.name}, entry {number}", "it is not a JSON object")
                if builder is None:
                    continue
                parts += 1
                if parts > CONTAINERS:
                    raise ValueError("one entry has more parts than a journal")
                builder.event(event, value)
                if prefix == place and event in ("end_map", "end_array"):
                    number += 1
                    whole, builder = builder.value, None
                    if isinstance(whole, dict):
                        yield whole
                    else:
                        yield Failure(f"{member.name}, entry {number}", "it is not a JSON object")
    except (ijson.JSONError, ValueError, UnicodeError, RecursionError) as error:
        yield Failure(member.name, f"it is not whole JSON: {_told(error)}{_after(number)}")
    except Unreadable as error:
        yield Failure(member.name, f"{error.message}{_after(number)}")


def _told(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:120]


def _after(number: int) -> str:
    return f"; read before that: {counted(number, 'entry', 'entries')}" if number else ""


class _Guarded:
    """A stream in which no single text may be longer than what is held of a whole file."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._unbroken = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next piece. Raises Unreadable."""
        piece = self._stream.read(size)
        last = piece.rfind(b'"')
        self._unbroken = self._unbroken + len(piece) if last < 0 else len(piece) - last
        if self._unbroken > MEMBER_BYTES:
            raise Unreadable(f"it holds a text longer than {MEMBER_BYTES // (1024 * 1024)} MB")
        return piece


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
