"""Read a JSON file that lists entries, as many small journals export them: a list, or an object that holds one.

**Source**: what public descriptions of such exports have in common; docs/formats.md says which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from assistant.core.entry import EntryKind, Writing
from assistant.core.incoming import Failure, Incoming
from assistant.errors import Unreadable
from assistant.exchange.decoding import beginning_of
from assistant.exchange.glance import Glance
from assistant.exchange.html_words import looks_like_html, words_of_html
from assistant.exchange.json_files import Value, document, has_key, objects_in, text_at
from assistant.exchange.jsonl import identity_of, moment_of, tags_of
from assistant.exchange.options import Options
from assistant.exchange.source import Member, Source
from assistant.exchange.usual_names import USUAL, by_usual_names

LISTS: Final = ("entries", "journal", "journals", "journalEntries", "journal_entries", "items", "notes", "data")
"""What such files call the list of their entries."""
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def fits(glance: Glance) -> bool:
    """Tell whether a JSON file, with no notes beside it, names a day and words as entries usually do."""
    if not glance.is_file and glance.has_notes():
        return False
    dates, texts = ([name for name in USUAL[field] if name.isidentifier()] for field in ("date", "text"))
    spelled = {"createdAt": "createdat", "entryDate": "entrydate", "dateCreated": "datecreated"}
    return any(has_key(glance, date, text) for date in (*dates, *spelled) for text in texts) or has_key(
        glance, "entries", "text"
    )


def read(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield the entries of every JSON file."""
    is_file = not source.is_archive and source.path.is_file()
    for member in source.members():
        if isinstance(member, Failure):
            yield member
        elif is_file or member.suffix == ".json":
            try:
                yield from _file(member, options)
            except Unreadable as error:
                yield Failure(member.name, error.message)


def _file(member: Member, options: Options) -> Iterator[Incoming]:
    """Yield the entries of one file. Raises Unreadable."""
    for number, value in enumerate(_objects(member), 1):
        if isinstance(value, Failure):
            yield value
            continue
        place = f"{member.name}, entry {number}"
        try:
            yield _writing(by_usual_names(value), place, options)
        except ValueError as error:
            yield Failure(place, str(error))


def _objects(member: Member) -> Iterator[Value | Failure]:
    """Yield the objects that a file lists, under one of the usual keys or under their days. Raises Unreadable."""
    if beginning_of(member, 256).lstrip().startswith("["):
        yield from objects_in(member)
        return
    whole = document(member)
    for key in LISTS:
        found = whole.get(key) if isinstance(whole, Mapping) else None
        if isinstance(found, list):
            yield from objects_in(member, key)
            return
        if isinstance(found, Mapping) and any(_DAY.match(day) for day in found):
            yield from ({"date": day, **one} for day, one in found.items() if isinstance(one, dict))
            return
    if isinstance(whole, dict):
        yield whole
    else:
        yield Failure(member.name, "it is neither a list nor an object")


def _writing(fields: Mapping[str, object], place: str, options: Options) -> Writing:
    """Return one entry. Raises ValueError."""
    text, title = _words(fields.get("text")), text_at(fields, "title")
    if not text.strip():
        text, title = title or "", None
    if not text.strip():
        raise ValueError("there are no words in it")
    return Writing(
        written_at=moment_of(fields.get("date"), options),
        text=text,
        kind=EntryKind.NOTE,
        title=title,
        source="json",
        source_id=identity_of(fields.get("id")) or place,
        tags=tags_of(fields.get("tags")),
    )


def _words(value: object) -> str:
    """Return words as they stand; of HTML as Markdown; of a conversation a paragraph for each who speaks."""
    if isinstance(value, str):
        return words_of_html(value) if looks_like_html(value) else value
    if not isinstance(value, list):
        return ""
    said = []
    for one in value:
        if isinstance(one, Mapping):
            words = text_at(one, "content") or text_at(one, "text") or text_at(one, "answer")
            who = text_at(one, "role") or text_at(one, "speaker") or text_at(one, "question") or text_at(one, "prompt")
            said.append(f"**{who}:** {words}" if who and words else words or "")
        elif isinstance(one, str):
            said.append(one)
    return "\n\n".join(filter(None, said))
