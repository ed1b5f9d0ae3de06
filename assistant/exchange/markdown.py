"""Read a folder or archive of notes: Obsidian, Logseq, Bear, or any Markdown or plain text with a date to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final

from assistant.core.entry import EntryKind, Writing
from assistant.core.incoming import Failure, Incoming, Remark
from assistant.errors import Unreadable
from assistant.exchange.attachments import Files
from assistant.exchange.dates import Order, anchored, in_zone, order_of
from assistant.exchange.decoding import is_blank, text_of
from assistant.exchange.diary_headings import heading_of
from assistant.exchange.diary_text import entries_of
from assistant.exchange.front_matter import Parted, line_of, parted, words_of
from assistant.exchange.jrnl_text import Found, entries_in, looks_like_journal
from assistant.exchange.note_dates import (
    DAY_NAMES,
    HEADING,
    MADE_NAMES,
    heading_words,
    in_front,
    in_heading,
    in_name,
)
from assistant.exchange.options import Options
from assistant.exchange.own_folder import OwnFolder
from assistant.exchange.source import Member, Source

NOTES: Final = frozenset({".md", ".markdown", ".mdown", ".mkd", ".txt"})
DAYS: Final = 50_000
"""The most dated headings of one note: 137 years."""
DIARY: Final = 8_000_000
"""Code points of a note that may be a diary in plain lines, twice Pepys's; it is held a second time while it is cut."""
_WORD: Final = re.compile(r"\S")
LONGEST_TITLE: Final = 200
"""Code points of a dated heading beyond which it is no title but the first line of what is under it."""
_OF_PROGRAMS: Final = frozenset({"logseq", "templates", "_templates", "template"})
"""Folders at the top that hold no notes of the person's: Logseq's settings and backups, and templates."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A note, or the part of one that has a day of its own."""

    moment: datetime
    title: str
    text: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cut:
    """A heading where a section of a note begins; one that names a year or a month alone has no moment."""

    start: int
    end: int
    level: int
    moment: datetime | None
    words: str


def read(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield what each note holds, in the order of the names; then word of files that belong to none."""
    notes, others = [], []
    for member in source.members():
        if isinstance(member, Failure):
            yield member
        elif member.suffix in NOTES and member.path.parts[0].lower() not in _OF_PROGRAMS:
            notes.append(member)
        else:
            others.append(member)
    own = OwnFolder(source, others)
    yield from own.read_lines(options)
    files = Files(source, [member for member in others if not own.is_ours(member)])
    order = options.order or _order_of_names(notes)
    reader = _Notes(files, replace(options, order=order), own)
    for member in notes:
        try:
            yield from reader.of(member)
        except Unreadable as error:
            yield Failure(member.name, error.message)
    yield from files.loose()


def _order_of_names(notes: list[Member]) -> Order | None:
    return order_of(member.path.stem.replace("_", "-") for member in notes)


class _Notes:
    """Turns files into writings, one file at a time."""

    def __init__(self, files: Files, options: Options, own: OwnFolder) -> None:
        self._files = files
        self._options = options
        self._own = own

    def of(self, member: Member) -> Iterator[Incoming]:
        """Yield the writings of one file. Raises Unreadable."""
        decoded = text_of(member)
        if is_blank(decoded.text):
            yield Remark(member.name, "it is empty")
            return
        parts, guessed = parted(decoded.text), decoded.guessed
        del decoded  # its text is held a second time as the body
        if self._own.is_ours_by(parts):
            yield from self._own.read_note(parts, member)
            return
        if guessed:
            yield Remark(member.name, f"it is not UTF-8 and was read as {guessed}")
        if parts.refusal:
            yield Remark(member.name, f"{parts.refusal}; it was kept as part of the text")
        try:
            yield from self._dated(parts, member)
        except ValueError as error:
            yield Failure(member.name, str(error))

    def _dated(self, parts: Parted, member: Member) -> Iterator[Incoming]:
        """Yield the writings of a file by the first date that is found. Raises ValueError where none is to be had."""
        refusals: list[str] = []
        moment, words = self._told(parts, member, refusals)
        if moment is None:
            sections = _sections(parts.body, self._options) or _of_diary(parts.body, member, self._options)
            if sections:
                yield from self._of_sections(member, parts, sections)
                return
            if refusals:
                raise ValueError(refusals[0])
            if member.modified is None:
                raise ValueError("it has no date: none in front matter, file name or heading")
            moment = in_zone(anchored(member.modified, self._options.zone), self._options.zone)
            yield Remark(member.name, f"no date in it or its name; the file's own, {moment:%Y-%m-%d}, was taken")
        elif refusals:
            yield Remark(member.name, f"{refusals[0]}; {moment:%Y-%m-%d} was taken from elsewhere in it")
        section = _of_jrnl(parts, moment, self._options) or _Section(moment, words, parts.body)
        yield self._writing(member, parts, section)

    def _told(self, parts: Parted, member: Member, refusals: list[str]) -> tuple[datetime | None, str]:
        """Return the moment that front matter or name tell, and the words of the name beside its date."""
        path = _named(member)
        named = None
        try:
            named = in_name(path, self._options)
        except ValueError as error:
            refusals.append(str(error))
        words = named[1] if named else path.stem
        for names in (DAY_NAMES, MADE_NAMES):
            try:
                told = in_front(parts.front, names, self._options)
            except ValueError as error:
                refusals.append(str(error))
                told = None
            if told is not None and (names == DAY_NAMES or named is None):
                refusals.clear()
                return told, words
            if named and names == DAY_NAMES:
                return named[0], words
        return None, words

    def _of_sections(self, member: Member, parts: Parted, sections: list[_Section]) -> Iterator[Writing]:
        numbers: dict[str, int] = {}
        for section in sections:
            day = section.moment.date().isoformat()
            numbers[day] = numbers.get(day, 0) + 1
            place = day if numbers[day] == 1 else f"{day} {numbers[day]}"
            yield self._writing(member, parts, section, None if len(sections) == 1 else place)

    def _writing(self, member: Member, parts: Parted, section: _Section, place: str | None = None) -> Writing:
        body = section.text
        title = (line_of(parts.front, "title") if place is None else None) or section.title.strip() or None
        if is_blank(body):
            body = line_of(parts.front, "body") or (title if "body" in parts.front else None) or ""
        if is_blank(body):
            raise ValueError("there are no words in it beside its front matter or heading")
        is_said = title in (body, _first_heading(body))
        if title and (is_said or (place is None and not re.search(r"[^\W\d_]", title))):
            title = None
        tags = (*words_of(parts.front.get("tags") or parts.front.get("tag")), *section.tags)
        return Writing(
            written_at=section.moment,
            text=body,
            title=title,
            kind=EntryKind.NOTE,
            source="markdown",
            source_id=member.name if place is None else f"{member.name}#{place}",
            tags=tuple(dict.fromkeys(tags)),
            attachments=self._files.of_text(body, member.path),
        )


def _of_jrnl(parts: Parted, moment: datetime, options: Options) -> _Section | None:
    """Return the one entry of a note that jrnl wrote and named for its day: `[2024-05-01 09:30] …`; else None."""
    if parts.front or not parts.body.startswith("[") or not looks_like_journal(parts.body):
        return None
    match list(entries_in(parts.body, options)):
        case [Found() as one] if one.moment.date() == moment.date():
            return _Section(one.moment, "", one.text, one.tags)
    return None


def _of_diary(body: str, member: Member, options: Options) -> list[_Section]:
    """Return the sections of a note whose dates stand in plain lines, as in a text diary or a journal of jrnl."""
    if len(body) > DIARY:
        return []
    if looks_like_journal(body):
        found = list(entries_in(body, options))
        sections = [_Section(one.moment, "", one.text, one.tags) for one in found if isinstance(one, Found)]
        return sections if len(sections) == len(found) else []
    entries = entries_of(body, member.name, options)
    otherwise = _named(member).stem if len(entries) == 1 else ""
    return [_Section(one.written_at, one.title or otherwise, one.text, one.tags) for one in entries]


def _named(member: Member) -> PurePosixPath:
    """Return the path whose name is the note's: of Bear's bundles, the bundle and not the file within."""
    parent = member.path.parent
    return parent if parent.suffix.lower() == ".textbundle" and member.path.stem == "text" else member.path


def _first_heading(body: str) -> str | None:
    found = HEADING.search(body)
    return heading_words(found) if found else None


def _sections(body: str, options: Options) -> list[_Section]:
    """Cut a text at its headings that begin with a date, of the level of the first of them.

    The rest of a heading is the title; of one too long for that, the first line; with nothing under it, the text. What
    comes before the first heading joins it.
    """
    cuts = _cuts(body, options)
    if not cuts:
        return []
    before = body[: cuts[0].start].strip()
    sections = []
    for cut, stop in zip(cuts, [*(cut.start for cut in cuts[1:]), len(body)], strict=True):
        if cut.moment is None:
            continue
        words, text = cut.words, body[cut.end : stop].strip("\r\n")
        if is_blank(text) or len(words) > LONGEST_TITLE:
            words, text = "", f"{words}{body[cut.end : stop].rstrip()}".strip("\r\n")
        if before or text.strip():
            sections.append(_Section(cut.moment, words, f"{before}\n\n{text}" if before else text))
        before = ""
    return sections


def _cuts(body: str, options: Options) -> list[_Cut]:
    """Return where a text is cut: at its dated headings, and at those of a year or month that stand above them."""
    cuts: list[_Cut] = []
    level = 0
    for found in HEADING.finditer(body):
        depth = len(found["marks"])
        dated = in_heading(heading_words(found), options)
        if len(cuts) > DAYS:
            raise ValueError(f"it has more than {DAYS:,} dated headings")
        if dated and level in (0, depth):
            level = depth
            cuts.append(_Cut(found.start(), found.end(), depth, *dated))
        elif dated is None and _names_year_or_month(found[0]):
            cuts.append(_Cut(found.start(), found.end(), depth, None, ""))
    kept: list[_Cut] = []
    stop = len(body)
    for cut in reversed(cuts):
        word = _WORD.search(body, cut.end, stop)
        if cut.moment or (cut.level < level and word is None):
            kept.append(cut)
            stop = cut.start
    return kept[::-1] if level else []


def _names_year_or_month(line: str) -> bool:
    heading = heading_of(line, None, after_blank=True)
    return heading is not None and not heading.is_day
