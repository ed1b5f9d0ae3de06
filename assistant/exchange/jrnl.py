"""Read jrnl: its text journals, encrypted ones, folder journals, and its JSON and XML exports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from assistant.core.display import counted
from assistant.core.entry import EntryKind, Writing
from assistant.core.incoming import Failure, Incoming, Remark
from assistant.errors import Unreadable
from assistant.exchange.dates import read_moment
from assistant.exchange.decoding import beginning_of, decoded, is_blank
from assistant.exchange.glance import Glance
from assistant.exchange.jrnl_secrets import V3, is_encrypted, opened
from assistant.exchange.jrnl_text import entries_in, looks_like_journal
from assistant.exchange.json_files import Value, document, has_key, objects_in, text_at, texts_at
from assistant.exchange.options import Options
from assistant.exchange.source import Member, Source
from assistant.exchange.xml_files import root_of

SOURCE: Final = "jrnl"
ENTRY_BYTES: Final = 1024 * 1024
"""The largest JSON file that is looked at for being a single entry, as jrnl writes them into a folder."""
_FOLDER: Final = re.compile(r"(?:^|/)\d{4}/\d{1,2}/\d{1,2}\.txt$|^/(?:\d{1,2}/)?\d{1,2}\.txt$")
"""How a folder journal names its files, seen from its top, a year or a month; jrnl passes everything else over."""
_JOURNALS: Final = (".journal", ".jrnl")


def fits(glance: Glance) -> bool:
    """Tell whether this is a journal of jrnl, or what it exports."""
    if has_key(glance, "title", "body", "starred"):
        return True
    if glance.is_file:
        head = glance.first_head
        if glance.members[0].suffix in _JOURNALS:
            return True
        if head.startswith((V3.decode(), "gAAAAA")) or looks_like_journal(head):
            return True
        start = head.lstrip("\ufeff \r\n\t")[:2000]
        return "<journal>" in start and "<entries>" in start
    days = [member for member in glance.members if _FOLDER.search(f"/{member.name}")]
    if days:
        return looks_like_journal(glance.head(days[0]))
    return any(member.suffix in _JOURNALS for member in glance.members) and not glance.has_notes()


def read(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield the entries of a journal file, of a folder journal or of an export."""
    is_file = source.path.is_file() and not source.is_archive
    passed_over = 0
    for member in source.members():
        if isinstance(member, Failure):
            yield member
        elif is_file or _FOLDER.search(f"/{member.name}") or member.suffix in (".json", ".xml", *_JOURNALS):
            yield from _file(member, options)
        else:
            passed_over += 1
    if passed_over:
        yield Remark(source.name, f"passed over, not named as jrnl names its days: {counted(passed_over, 'file')}")


def _file(member: Member, options: Options) -> Iterator[Incoming]:
    try:
        head = beginning_of(member, 4096).lstrip()
        if head.startswith(("{", "[\n", "[\r\n", "[{")):
            yield from _json(member, options)
        elif head.startswith("<"):
            yield from _xml(member, options)
        else:
            yield from _text(member, options)
    except Unreadable as error:
        yield Failure(member.name, error.message)
    except ValueError as error:
        yield Failure(member.name, str(error))


def _text(member: Member, options: Options) -> Iterator[Incoming]:
    """Yield the entries of a text. Raises Unreadable, ValueError."""
    content = member.read()
    if is_encrypted(content):
        if options.password is None:
            raise ValueError("it is encrypted: name a file with its password by --password-file")
        content = opened(content, options.password)
    found = decoded(content)
    if found.guessed:
        yield Remark(member.name, f"it is not UTF-8 and was read as {found.guessed}")
    if is_blank(found.text):
        yield Remark(member.name, "it is empty")
    for one in entries_in(found.text, options):
        if isinstance(one, Failure):
            yield Failure(f"{member.name}, {one.source}", one.reason)
        else:
            yield _writing(one.moment, one.text, one.tags, f"{member.name} {one.name}")


def _writing(moment: datetime, text: str, tags: tuple[str, ...], identity: str) -> Writing:
    return Writing(moment, text, EntryKind.NOTE, source=SOURCE, source_id=identity, tags=tags)


def _json(member: Member, options: Options) -> Iterator[Incoming]:
    found = document(member) if member.content_bytes < ENTRY_BYTES else None
    single = [found] if isinstance(found, dict) and "body" in found and "entries" not in found else None
    for number, value in enumerate(single or objects_in(member, "entries"), 1):
        place = f"{member.name}, entry {number}"
        if isinstance(value, Failure):
            yield value
            continue
        try:
            yield _of_json(value, place, options)
        except ValueError as error:
            yield Failure(place, str(error))


def _of_json(value: Value, place: str, options: Options) -> Writing:
    """Return one entry of a JSON export. Raises ValueError."""
    title, body = text_at(value, "title"), value.get("body")
    parts = [title, body if isinstance(body, str) and body.strip() else None]
    text = "\n".join(part.rstrip() for part in parts if part)
    if not text.strip():
        raise ValueError("there are no words in it")
    day, clock = text_at(value, "date"), text_at(value, "time")
    if day is None:
        raise ValueError("it has no “date”")
    moment = read_moment(f"{day} {clock}" if clock else day, options.zone, options.order)
    tags = tuple(tag.removeprefix("@") for tag in texts_at(value, "tags"))
    return _writing(moment, text, tags, text_at(value, "uuid") or place)


def _xml(member: Member, options: Options) -> Iterator[Incoming]:
    """Yield the entries of an XML export. Raises ValueError for what is no XML or no journal."""
    root = root_of(member.read())
    if root.tag == "entry":
        single = {child.tag: child.text or "" for child in root}
        yield _of_json(single, member.name, options)
        return
    if root.tag != "journal":
        raise ValueError("it is not an export of jrnl: the outermost tag is no <journal>")
    for number, element in enumerate(root.iter("entry"), 1):
        place = f"{member.name}, entry {number}"
        text = "".join([element.text or "", *(child.tail or "" for child in element)]).strip("\r\n\t").rstrip()
        try:
            if not text.strip():
                raise ValueError("there are no words in it")
            moment = read_moment(element.get("date") or "", options.zone)
        except ValueError as error:
            yield Failure(place, str(error))
            continue
        names = (child.get("name") or "" for child in element if child.tag == "tag")
        tags = tuple(dict.fromkeys(name.removeprefix("@") for name in names if name))
        yield _writing(moment, text, tags, element.get("uuid") or place)
