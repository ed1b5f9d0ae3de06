"""Read the backups of three note-taking programs: Standard Notes, Simplenote and Google Keep.

**Source**: the fields as github.com/standardnotes/app (its importer), github.com/Automattic/simplenote-electron (its
exporter) and github.com/erikelisath/keep-to-markdown read or write them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath

from assistant.core.display import counted
from assistant.core.entry import Attachment, EntryKind, Writing
from assistant.core.incoming import Failure, Incoming, Remark
from assistant.errors import Unreadable
from assistant.exchange.attachments import Files
from assistant.exchange.dates import from_epoch, in_zone, read_moment
from assistant.exchange.glance import Glance
from assistant.exchange.html_words import words_of_html
from assistant.exchange.json_files import Value, document, has_key, objects_at, objects_in, text_at, texts_at
from assistant.exchange.options import Options
from assistant.exchange.source import Member, Source


def fits_standard_notes(glance: Glance) -> bool:
    """Tell whether there is a backup of Standard Notes."""
    return has_key(glance, "items", "content_type")


def fits_simplenote(glance: Glance) -> bool:
    """Tell whether there is an export of Simplenote."""
    return has_key(glance, "activeNotes")


def fits_keep(glance: Glance) -> bool:
    """Tell whether there are notes of Google Keep."""
    return has_key(glance, "userEditedTimestampUsec")


def read_standard_notes(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield the notes of a decrypted backup."""
    for member in _files_with(source, "items"):
        if isinstance(member, Failure):
            yield member
            continue
        tags: defaultdict[str, list[str]] = defaultdict(list)
        for item in objects_in(member, "items"):
            if not isinstance(item, Failure) and item.get("content_type") == "Tag":
                for reference in objects_at(item, "content", "references"):
                    tags[str(reference.get("uuid"))].append(text_at(item, "content", "title") or "")
        for number, item in enumerate(objects_in(member, "items"), 1):
            if isinstance(item, Failure):
                yield item
            elif item.get("content_type") == "Note":
                named = tuple(filter(None, dict.fromkeys(tags[str(item.get("uuid"))])))
                yield _told(partial(_standard_note, item, named, options), f"{member.name}, item {number}")


def _standard_note(item: Value, tags: tuple[str, ...], options: Options) -> Incoming:
    content = item.get("content")
    if isinstance(content, str):
        raise ValueError("it is encrypted: export a decrypted backup from Standard Notes")
    title, text = text_at(content, "title"), text_at(content, "text") or ""
    if item.get("deleted") or (isinstance(content, dict) and content.get("trashed")):
        return Remark(str(item.get("uuid")), "it lay in the trash and was left there")
    if isinstance(content, dict) and content.get("noteType") == "super" and text.startswith("{"):
        text = _of_super(text)
    if not text.strip() and not title:
        raise ValueError("there are no words in it")
    return Writing(
        written_at=_iso(item.get("created_at") or _in_seconds(item.get("created_at_timestamp")), options),
        text=text if text.strip() else title or "",
        kind=EntryKind.NOTE,
        title=title if text.strip() else None,
        source="standardnotes",
        source_id=text_at(item, "uuid"),
        tags=tags,
    )


def _of_super(text: str) -> str:
    """Return the words of a rich note, which is stored as a tree of JSON nodes: a line for each block."""
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError):
        return text
    lines: list[str] = []
    for block in objects_at(tree, "root", "children"):
        words: list[str] = []
        waiting: list[Value] = [block]
        while waiting:
            node = waiting.pop()
            if isinstance(node.get("text"), str):
                words.append(str(node["text"]))
            if node.get("type") in ("listitem", "linebreak") and words:
                words.append("\n")
            waiting.extend(reversed(objects_at(node, "children")))
        lines.append("".join(words))
    return "\n\n".join(lines)


def read_simplenote(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield the notes of an export; what lay in the trash is counted and left there."""
    for member in _files_with(source, "activeNotes"):
        if isinstance(member, Failure):
            yield member
            continue
        for number, item in enumerate(objects_in(member, "activeNotes"), 1):
            place = f"{member.name}, note {number}"
            yield item if isinstance(item, Failure) else _told(partial(_simplenote, item, options), place)
        try:
            trashed = len(objects_at(document(member), "trashedNotes"))
        except Unreadable:
            trashed = 0
        if trashed:
            yield Remark(member.name, f"left in the trash: {counted(trashed, 'note')}")


def _simplenote(item: Value, options: Options) -> Writing:
    text = text_at(item, "content")
    if text is None:
        raise ValueError("there are no words in it")
    return Writing(
        written_at=_iso(item.get("creationDate") or item.get("lastModified"), options),
        text=text,
        kind=EntryKind.NOTE,
        source="simplenote",
        source_id=text_at(item, "id"),
        tags=texts_at(item, "tags"),
    )


def read_keep(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield the notes of a Google Takeout: one JSON file each, with an HTML twin that is passed over."""
    notes: list[Member] = []
    others: list[Member] = []
    for member in source.members():
        if isinstance(member, Failure):
            yield member
        elif member.suffix == ".json":
            notes.append(member)
        elif member.suffix not in (".html", ".txt"):
            others.append(member)
    files = Files(source, others)
    for member in notes:
        try:
            value = document(member)
        except Unreadable as error:
            yield Failure(member.name, error.message)
            continue
        if isinstance(value, dict) and "userEditedTimestampUsec" in value:
            yield _told(partial(_keep, value, member, files, options), member.name)
        else:
            yield Remark(member.name, "it is no note of Keep and was passed over")
    yield from files.loose()


def _keep(value: Value, member: Member, files: Files, options: Options) -> Incoming:
    if value.get("isTrashed") is True:
        return Remark(member.name, "it lay in the trash and was left there")
    lines = [
        f"- [{'x' if item.get('isChecked') is True else ' '}] {item.get('text', '')}"
        for item in objects_at(value, "listContent")
    ]
    links = [f"{text_at(one, 'title') or ''} {one.get('url')}".strip() for one in objects_at(value, "annotations")]
    title, body = text_at(value, "title"), text_at(value, "textContent")
    if body is None and text_at(value, "textContentHtml"):
        body = words_of_html(text_at(value, "textContentHtml") or "")
    text = "\n\n".join(filter(None, [body, "\n".join(lines), "\n".join(link for link in links if link != "None")]))
    attached = tuple(
        _picture(text_at(one, "filePath") or "", member, files) for one in objects_at(value, "attachments")
    )
    if not text.strip() and not title:
        beside = f"; it has {counted(len(attached), 'attachment')}" if attached else ""
        raise ValueError(f"there are no words in it{beside}")
    when = value.get("createdTimestampUsec") or value.get("userEditedTimestampUsec")
    if isinstance(when, str) and when.isascii() and when.isdigit() and len(when) < 20:
        when = int(when)
    if isinstance(when, bool) or not isinstance(when, int | float):
        raise ValueError("its time is not a number")
    return Writing(
        written_at=from_epoch(when / 1_000_000, options.zone, in_milliseconds=False),
        text=text if text.strip() else title or "",
        kind=EntryKind.NOTE,
        title=title if text.strip() else None,
        source="keep",
        source_id=PurePosixPath(member.name).name,
        tags=tuple(filter(None, (text_at(label, "name") for label in objects_at(value, "labels")))),
        attachments=tuple(one for one in attached if one),
    )


def _picture(named: str, member: Member, files: Files) -> Attachment | None:
    """Return a note's file; Takeout names `x.jpg` what it writes as `x.jpeg`."""
    found = files.named(named, member.path)
    return found if found is None or found.location else files.by_stem(PurePosixPath(named).stem) or found


def _told(made: Callable[[], Incoming], place: str) -> Incoming:
    """Return what `made` makes, or why it cannot."""
    try:
        return made()
    except (ValueError, OverflowError) as error:
        return Failure(place, str(error))


def _in_seconds(microseconds: object) -> float | None:
    if isinstance(microseconds, bool) or not isinstance(microseconds, int | float):
        return None
    return microseconds / 1_000_000


def _iso(value: object, options: Options) -> datetime:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return from_epoch(value, options.zone)
    if not isinstance(value, str):
        raise ValueError("it has no date")
    return in_zone(read_moment(value, options.zone), options.zone)


def _files_with(source: Source, key: str) -> Iterator[Member | Failure]:
    """Yield the JSON files that have the key near their beginning; a program's own zip holds text twins beside it."""
    found = False
    for member in source.members():
        if isinstance(member, Failure):
            yield member
        elif member.suffix in (".json", ".txt", "") and f'"{key}"' in Glance(source, (member,)).head(member):
            found = True
            yield member
    if not found:
        yield Failure(source.name, f"no file in it has the “{key}” of such a backup")
