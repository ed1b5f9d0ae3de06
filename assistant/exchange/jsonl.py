"""Read a JSON object a line: `{"id", "date", "text"}`, and what `lodestar export jsonl` adds to it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from assistant.core.entry import EntryKind, Writing
from assistant.core.incoming import Failure, Incoming, Remark
from assistant.errors import Unreadable
from assistant.exchange import usual_names
from assistant.exchange.dates import from_epoch, read_moment
from assistant.exchange.decoding import Line, lines_of
from assistant.exchange.json_files import has_too_many_parts
from assistant.exchange.options import Options
from assistant.exchange.own_lines import is_own, read_own
from assistant.exchange.source import Member, Source
from assistant.exchange.usual_names import by_usual_names

KNOWN: Final = frozenset({"id", "date", "text", "title", "tags"})
SUFFIXES: Final = frozenset({".jsonl", ".ndjson", ".json", ".txt", ""})


def read(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield a writing for each line, in order; a line that cannot be read is named and the next one is read."""
    for member in source.members():
        if isinstance(member, Failure):
            yield member
        elif member.suffix in SUFFIXES or (not source.is_archive and member.path.name == source.name):
            yield from read_lines(member, options)


def read_lines(member: Member, options: Options) -> Iterator[Incoming]:
    """Yield what one file of lines holds."""
    unknown: set[str] = set()
    try:
        for line in lines_of(member):
            if line.refusal is None and not line.text.strip():
                continue
            yield _item(line, member.name, options, unknown)
    except Unreadable as error:
        yield Failure(member.name, error.message)
    if unknown:
        yield Remark(member.name, f"these keys were passed over: {', '.join(sorted(unknown)[:12])}")


def _item(line: Line, name: str, options: Options, unknown: set[str]) -> Incoming:
    place = f"{name}, line {line.number}"
    if line.refusal:
        return Failure(place, line.refusal)
    try:
        found = json_object(line.text)
        if is_own(found):
            return read_own(found)
        if not {"date", "text"} <= found.keys():
            passed_over = {key for key in found if key.casefold() not in usual_names.KNOWN}
            found = {**by_usual_names(found), **found}
        else:
            passed_over = found.keys() - KNOWN
        unknown.update(key[:40] for key in passed_over)
        return _writing(found, options)
    except ValueError as error:
        return Failure(place, str(error))


def json_object(text: str) -> Mapping[str, object]:
    """Return the JSON object that a text holds. Raises ValueError with a reason in plain words."""
    if has_too_many_parts(text):
        raise ValueError("it has more parts than an entry")
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not JSON: {error.msg.lower()} at column {error.colno}") from error
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    except ValueError as error:
        raise ValueError("it holds a number with thousands of digits") from error
    if not isinstance(found, dict):
        raise ValueError("it is not a JSON object")
    return found


def _writing(found: Mapping[str, object], options: Options) -> Writing:
    text = found.get("text")
    if not isinstance(text, str):
        raise ValueError("it has no “text”" if text is None else "its “text” is not text")
    if not text.strip():
        raise ValueError("its “text” holds no words")
    title = found.get("title")
    return Writing(
        written_at=moment_of(found.get("date"), options),
        text=text,
        title=title if isinstance(title, str) and title.strip() else None,
        kind=EntryKind.NOTE,
        source="jsonl",
        source_id=identity_of(found.get("id")),
        tags=tags_of(found.get("tags")),
    )


def moment_of(value: object, options: Options) -> datetime:
    """Return the moment of a JSON date: text, or seconds or milliseconds since 1970. Raises ValueError."""
    if isinstance(value, str):
        return read_moment(value, options.zone, options.order)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return from_epoch(value, options.zone)
    raise ValueError("it has no “date”" if value is None else "its “date” is not a date")


def identity_of(value: object) -> str | None:
    """Return what the source calls the entry; None where it has no name. Raises ValueError where it is no name."""
    if value is None or value == "":
        return None
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    raise ValueError("its “id” is neither text nor a number")


def tags_of(value: object) -> tuple[str, ...]:
    """Return the tags of a JSON list, or of one text with commas; anything else in it is passed over."""
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list):
        return ()
    return tuple(dict.fromkeys(tag.strip() for tag in value if isinstance(tag, str) and tag.strip()))
