"""Read Diaro: its backup, an XML of tables, in the zip beside the media or alone.

**Source**: the tables diaro_entries, diaro_folders, diaro_tags and diaro_attachments as public converters read them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from assistant.core.entry import Attachment, EntryKind, Writing
from assistant.core.incoming import Failure, Incoming
from assistant.errors import Unreadable
from assistant.exchange.attachments import Files
from assistant.exchange.dates import from_epoch, zone_named
from assistant.exchange.glance import Glance
from assistant.exchange.options import Options
from assistant.exchange.source import Member, Source
from assistant.exchange.xml_files import root_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Row = dict[str, str]


def fits(glance: Glance) -> bool:
    """Tell whether there is a backup of Diaro."""
    return any("diaro_entries" in glance.head(member) for member in list(glance.ending(".xml"))[:3])


def read(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield the entries of a backup."""
    members = list(source.members())
    yield from (member for member in members if isinstance(member, Failure))
    found = [member for member in members if isinstance(member, Member)]
    tables = [member for member in found if member.suffix == ".xml"]
    files = Files(source, [member for member in found if member.suffix != ".xml"])
    if not tables:
        yield Failure(source.name, "there is no DiaroBackup.xml in it")
    for member in tables:
        try:
            yield from _entries(root_of(member.read()), member.name, files, options)
        except Unreadable as error:
            yield Failure(member.name, error.message)
        except ValueError as error:
            yield Failure(member.name, str(error))
    yield from files.loose()


def _rows(root: Element, table: str) -> Iterator[Row]:
    for element in root.iter("table"):
        if element.get("name") == table:
            for row in element.iter("r"):
                yield {str(field.tag): field.text or "" for field in row}


def _entries(root: Element, name: str, files: Files, options: Options) -> Iterator[Incoming]:
    folders = {row.get("uid", ""): row.get("title", "").strip() for row in _rows(root, "diaro_folders")}
    tags = {row.get("uid", ""): row.get("title", "").strip() for row in _rows(root, "diaro_tags")}
    media: defaultdict[str, list[str]] = defaultdict(list)
    for row in _rows(root, "diaro_attachments"):
        media[row.get("entry_uid", "")].append(row.get("filename", "").strip())
    for number, row in enumerate(_rows(root, "diaro_entries"), 1):
        place = f"{name}, entry {number}"
        named = [tags.get(uid.strip(), "") for uid in row.get("tags", "").split(",")]
        named.append(folders.get(row.get("folder_uid", ""), ""))
        attached = _attachments(media[row.get("uid", "")], files)
        try:
            yield _writing(row, tuple(dict.fromkeys(filter(None, named))), attached, options)
        except ValueError as error:
            yield Failure(place, str(error))


def _attachments(names: list[str], files: Files) -> tuple[Attachment, ...]:
    found = (files.named(name, PurePosixPath(".")) for name in names if name)
    return tuple(one for one in found if one)


def _writing(row: Row, tags: tuple[str, ...], attachments: tuple[Attachment, ...], options: Options) -> Writing:
    """Return one entry. Raises ValueError."""
    title, text = row.get("title", "").strip(), row.get("text", "")
    if not text.strip() and not title:
        raise ValueError("there are no words in it")
    try:
        when = int(row.get("date", ""))
    except ValueError as error:
        raise ValueError("its “date” is not a number") from error
    zone = zone_named(row.get("tz_offset", "")) or options.zone
    return Writing(
        written_at=from_epoch(when, zone, in_milliseconds=True),
        text=text if text.strip() else title,
        kind=EntryKind.NOTE,
        title=title or None if text.strip() else None,
        source="diaro",
        source_id=row.get("uid") or None,
        tags=tags,
        attachments=attachments,
    )
