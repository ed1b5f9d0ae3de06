"""Read Journey (journey.cloud): a zip or folder with one JSON file an entry.

**Source**: the JSON that github.com/andi0b/journey-markdown-converter and other converters read; see docs/formats.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePosixPath

from assistant.core.display import counted
from assistant.core.entry import Attachment, EntryKind, Writing
from assistant.core.incoming import Failure, Incoming, Remark
from assistant.errors import Unreadable
from assistant.exchange.attachments import Files
from assistant.exchange.dates import from_epoch, in_zone, read_moment, zone_named
from assistant.exchange.glance import Glance
from assistant.exchange.html_words import looks_like_html, words_of_html
from assistant.exchange.json_files import Value, document, has_key, objects_at, text_at, texts_at
from assistant.exchange.options import Options
from assistant.exchange.source import Member, Source


def fits(glance: Glance) -> bool:
    """Tell whether this is an export of Journey."""
    return has_key(glance, "date_journal") or has_key(glance, "dateOfJournal")


def read(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield the entries, one a JSON file."""
    others: list[Member] = []
    entries: list[Member] = []
    for member in source.members():
        if isinstance(member, Failure):
            yield member
        else:
            (entries if member.suffix == ".json" or member.path.name == source.name else others).append(member)
    files = Files(source, others)
    for member in entries:
        try:
            yield from _entry(member, files, options)
        except Unreadable as error:
            yield Failure(member.name, error.message)
        except ValueError as error:
            yield Failure(member.name, str(error))
    yield from files.loose()


def _entry(member: Member, files: Files, options: Options) -> Iterator[Incoming]:
    """Yield what one file holds. Raises Unreadable, ValueError."""
    value = document(member)
    if not isinstance(value, dict) or not {"date_journal", "dateOfJournal"} & value.keys():
        yield Remark(member.name, "it is no entry of Journey and was passed over")
        return
    text = text_at(value, "text") or ""
    if value.get("type") == "html" or looks_like_html(text):
        text = words_of_html(text)
    attachments = tuple(_media(value, files, member.path))
    if not text.strip():
        raise ValueError(
            f"there are no words in it; it has {counted(len(attachments), 'attachment')}"
            if attachments
            else "there are no words in it"
        )
    yield Writing(
        written_at=_moment(value, options),
        text=text,
        kind=EntryKind.NOTE,
        source="journey",
        source_id=text_at(value, "id") or member.path.stem,
        title=text_at(value, "title"),
        tags=texts_at(value, "tags"),
        attachments=attachments,
    )


def _moment(value: Value, options: Options) -> datetime:
    zone = zone_named(text_at(value, "timezone") or "") or options.zone
    when = value.get("date_journal", value.get("dateOfJournal"))
    if isinstance(when, bool) or not isinstance(when, int | float | str):
        raise ValueError("its date is neither a number nor text")
    if isinstance(when, str):
        return in_zone(read_moment(when, zone), zone)
    return from_epoch(when, zone, in_milliseconds=True)


def _media(value: Value, files: Files, beside: PurePosixPath) -> Iterator[Attachment]:
    """Yield the files of an entry; the cloud's export lists them as names, others as objects that hold one."""
    names = [
        *texts_at(value, "photos"),
        *texts_at(value, "attachments"),
        *(text_at(one, "filename") or "" for one in objects_at(value, "attachments")),
    ]
    for name in dict.fromkeys(filter(None, names)):
        found = files.named(name, beside)
        if found:
            yield found
