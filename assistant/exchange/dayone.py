"""Read Day One: the JSON export (a zip, its folder or the file), and the packages of Day One Classic.

**Source**: the JSON of Day One's export (metadata.version 1.0) and of github.com/jrnl-org/jrnl's test journals.
"""

from __future__ import annotations

import plistlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Final
from xml.parsers.expat import ExpatError

from assistant.core.display import counted
from assistant.core.entry import Attachment, EntryKind, Writing
from assistant.core.incoming import Failure, Incoming
from assistant.errors import Unreadable
from assistant.exchange.attachments import Files
from assistant.exchange.dates import in_zone, read_moment, zone_named
from assistant.exchange.glance import Glance
from assistant.exchange.json_files import Value, has_key, objects_at, objects_in, parsed, text_at, texts_at
from assistant.exchange.options import Options
from assistant.exchange.source import Member, Source

_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")
_MOMENT: Final = r"!\[[^\[\]\n]{0,300}\]\(dayone-moment:[^()\s]{1,200}\)"
"""Where a text shows one of the entry's media: Day One's words and not the person's."""
_MOMENTS: Final = re.compile(
    rf"(?P<before>\A\s{{0,8}}|\n{{1,3}})[ \t]{{0,8}}{_MOMENT}(?:\s{{0,8}}{_MOMENT})*[ \t]{{0,8}}(?P<after>\n{{1,3}}|\Z)"
)
"""Those that have lines of their own."""
_MOMENT_INSIDE: Final = re.compile(rf"[ \t]?{_MOMENT}")
_MEDIA: Final = ("photos", "videos", "audios", "pdfAttachments")
CLASSIC_BYTES: Final = 16 * 1024 * 1024
"""The largest file of one entry that is read: the promised 10 MB of words, and room."""


CLASSIC_TAGS: Final = 100_000


def fits(glance: Glance) -> bool:
    """Tell whether this is a JSON export of Day One."""
    return any(has_key(glance, "entries", one) for one in ("creationDate", "creationDevice")) or has_key(
        glance, "metadata", "version", "entries"
    )


def fits_classic(glance: Glance) -> bool:
    """Tell whether this is a package of Day One Classic."""
    return ".doentry" in glance.suffixes or (glance.source.name.endswith(".dayone") and not glance.is_file)


def read(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield the entries of every journal in a JSON export."""
    members = list(source.members())
    yield from (member for member in members if isinstance(member, Failure))
    found = [member for member in members if isinstance(member, Member)]
    journals = [member for member in found if member.suffix == ".json"]
    files = Files(source, [member for member in found if member.suffix != ".json"])
    if not journals:
        yield Failure(source.name, "there is no journal in it: a Day One export holds a .json file")
    for journal in journals:
        for number, value in enumerate(objects_in(journal, "entries"), 1):
            yield (
                value
                if isinstance(value, Failure)
                else _entry(value, f"{journal.name}, entry {number}", files, options)
            )
    yield from files.loose()


def _entry(value: Value, place: str, files: Files, options: Options) -> Incoming:
    attachments = tuple(
        attachment for kind in _MEDIA for one in objects_at(value, kind) if (attachment := _medium(one, kind, files))
    )
    text = _without_media(text_at(value, "text") or "") or _of_rich(value)
    if text is None:
        beside = f"; it has {counted(len(attachments), 'attachment')}" if attachments else ""
        return Failure(f"{place} ({text_at(value, 'uuid') or 'no id'})", f"there are no words in it{beside}")
    try:
        moment = read_moment(text_at(value, "creationDate") or "", UTC)
    except ValueError as error:
        return Failure(place, f"its creationDate: {error}")
    named = text_at(value, "timeZone") or text_at(value, "location", "timeZoneName")
    zone = zone_named(named or "") or options.zone
    return Writing(
        written_at=in_zone(moment, zone),
        text=_ESCAPED.sub(r"\1", text),
        kind=EntryKind.NOTE,
        source="dayone",
        source_id=text_at(value, "uuid"),
        tags=texts_at(value, "tags"),
        attachments=attachments,
    )


def _without_media(text: str) -> str:
    """Return the words of a text without the places of its media; paragraphs stay as far apart as they were."""
    if "dayone-moment:" not in text:
        return text
    alone = _MOMENTS.sub(lambda found: max(found["before"], found["after"], key=len) if _is_within(found) else "", text)
    words = _MOMENT_INSIDE.sub("", alone)
    return words if words.strip() else ""


def _is_within(found: re.Match[str]) -> bool:
    return found.start() > 0 and found.end() < len(found.string)


def _of_rich(value: Value) -> str | None:
    """Return the words of an entry that has them in its rich text alone, as some versions of Day One wrote them."""
    try:
        rich = parsed(text_at(value, "richText") or "{}", "richText")
    except Unreadable:
        return None
    words = "".join(str(piece.get("text") or "") for piece in objects_at(rich, "contents"))
    return words.strip("\n") if words.strip() else None


def _medium(about: Value, kind: str, files: Files) -> Attachment | None:
    """Return a photograph or other file: it lies under its MD5 hash in a folder named for its kind.

    Of audio the journal names the codec (`aac`) where the file has its container's ending (`.m4a`).
    """
    digest, ending = text_at(about, "md5"), text_at(about, "type") or text_at(about, "format")
    folder = "pdfs" if kind == "pdfAttachments" else kind
    ending = "pdf" if kind == "pdfAttachments" else ending
    name = text_at(about, "filename") or f"{digest or text_at(about, 'identifier') or kind}.{ending or 'bin'}"
    if digest:
        found = files.named(f"{folder}/{digest}.{ending}", PurePosixPath("."))
        if found is None or not found.location:
            found = files.by_stem(digest)
        if found and found.location:
            return Attachment(name if text_at(about, "filename") else found.name, *_facts(found))
    return Attachment(name)


def _facts(found: Attachment) -> tuple[str | None, int | None, str | None]:
    return found.media_type, found.content_bytes, found.location


def read_classic(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield the entries of a Day One Classic package: a property list each."""
    others: list[Member] = []
    entries: list[Member] = []
    for member in source.members():
        if isinstance(member, Failure):
            yield member
        else:
            (entries if member.suffix == ".doentry" else others).append(member)
    files = Files(source, others)
    for member in entries:
        try:
            yield _classic(member, files, options)
        except Unreadable as error:
            yield Failure(member.name, error.message)
        except ValueError as error:
            yield Failure(member.name, str(error))
    yield from files.loose()


def _clean(content: bytes) -> bytes:
    """Return XML without what XML cannot hold, which Day One Classic wrote all the same, and nothing after its end."""
    end = content.rfind(b"</plist>")
    whole = content if end < 0 else content[: end + len(b"</plist>")]
    return whole.translate(None, bytes({*range(32)} - {9, 10, 13}))


def _classic(member: Member, files: Files, options: Options) -> Incoming:
    """Return one entry. Raises Unreadable, ValueError."""
    content = _clean(member.read(CLASSIC_BYTES))
    if content.count(b"<") > CLASSIC_TAGS:
        raise ValueError("it has more parts than an entry")
    try:
        about = plistlib.loads(content, fmt=plistlib.FMT_XML)
    except (plistlib.InvalidFileException, ExpatError, AttributeError, LookupError, TypeError) as error:
        raise ValueError("it is not a whole property list") from error
    except (ValueError, OverflowError, RecursionError) as error:
        raise ValueError(f"it is not a whole property list: {error}") from error
    if not isinstance(about, dict):
        raise ValueError("it is not an entry of Day One")
    text, when = about.get("Entry Text"), about.get("Creation Date")
    if not isinstance(when, datetime):
        raise ValueError("it has no “Creation Date”")
    if not isinstance(text, str) or not text.strip():
        raise ValueError("there are no words in it")
    zone = about.get("Time Zone")
    own_zone = zone_named(zone) if isinstance(zone, str) else None
    identity = about.get("UUID")
    photos = (
        files.named(f"photos/{member.path.stem}{ending}", member.path.parent) for ending in (".jpg", ".jpeg", ".png")
    )
    return Writing(
        written_at=in_zone(when.replace(tzinfo=UTC), own_zone or options.zone),
        text=text,
        kind=EntryKind.NOTE,
        source="dayone",
        source_id=identity if isinstance(identity, str) else member.path.stem,
        tags=texts_at(about, "Tags"),
        attachments=tuple(photo for photo in photos if photo and photo.location),
    )
