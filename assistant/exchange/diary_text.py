"""Read a plain text diary whose entries begin with a date: in headings, or at the start of a paragraph.

The layout of printed diaries is understood as well (Project Gutenberg's among them): a line with the year or with
month and year, and under it days such as “Jan. 3rd.” or “3rd (Lord's day).”
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice, takewhile
from typing import Final

from assistant.core.display import counted
from assistant.core.entry import EntryKind, Writing
from assistant.core.incoming import Failure, Incoming, Remark
from assistant.errors import Unreadable
from assistant.exchange.dates import order_of
from assistant.exchange.decoding import in_lines, text_of
from assistant.exchange.diary_headings import Context, Heading, heading_of
from assistant.exchange.front_matter import parted
from assistant.exchange.glance import Glance
from assistant.exchange.options import Options
from assistant.exchange.source import Member, Source

_BEGIN: Final = re.compile(r"^\*\*\* ?START OF TH[^\n]*\*\*\*[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
"""A year in a file's name stands above all its days, until a line says otherwise."""
_END: Final = re.compile(r"^\*\*\* ?END OF TH[^\n]*\*\*\*", re.MULTILINE | re.IGNORECASE)
ALONE_ENOUGH: Final = 3
"""With this many dates on lines of their own, a date in front of running words is taken for part of the text."""
FIRST_LINES: Final = 4
"""Lines of words under which a note's date may stand: a title, a place, a line of tags."""
DAYS: Final = 100_000
"""The most days of one file: 270 years."""
LOOKED_AT_LINES: Final = 4_000
_LABELLED: Final = re.compile(r"\t(?P<label>[^\W\d_][^:\t]{0,20}):\t(?P<value>.*)")
"""A line that Day One's export as text has under a day: the weather, the place, the tags."""


@dataclass(frozen=True, slots=True)
class _Section:
    heading: Heading
    line: int
    lines: list[str]


def fits(glance: Glance) -> bool:
    """Tell whether this is one text file with dates in it; a note with front matter is one of Markdown."""
    if not glance.is_file or glance.members[0].suffix not in (".txt", ".text", ".md", ".markdown", ""):
        return False
    if parted(glance.first_head).front:
        return False
    lines = glance.first_head.splitlines()[:LOOKED_AT_LINES]
    dated, has_month = 0, False
    for _, heading in _headings(lines, None):
        has_month = has_month or heading.month is not None or heading.whole is not None
        dated += has_month or not heading.is_day
    return dated >= 2


def read(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield the entries of every text file."""
    for member in source.members():
        if isinstance(member, Failure):
            yield member
            continue
        if not member.content_bytes:
            yield Remark(member.name, "it is empty")
            continue
        try:
            yield from _file(member, options)
        except Unreadable as error:
            yield Failure(member.name, error.message)


def _file(member: Member, options: Options) -> Iterator[Incoming]:
    found = text_of(member)
    if found.guessed:
        yield Remark(member.name, f"it is not UTF-8 and was read as {found.guessed}")
    text = found.text
    del found
    begin, end = _BEGIN.search(text), _END.search(text)
    skipped = text.count("\n", 0, begin.end()) if begin else 0
    try:
        text = text[begin.end() if begin else 0 : end.start() if end else len(text)]
        lines = in_lines(text)
        sections, before = _sections(lines, options)
    except ValueError as error:
        yield Failure(member.name, str(error))
        return
    if not sections:
        yield Failure(member.name, "no line in it begins with a date")
        return
    if before:
        yield Remark(member.name, f"before the first date, and so of no day: {counted(before, 'line')}, passed over")
    yield from _writings(sections, member.name, skipped, options)


def _headings(lines: list[str], options: Options | None) -> Iterator[tuple[int, Heading]]:
    """Yield every line that could begin an entry or set year and month, with its place."""
    order = (options.order if options else None) or order_of(line if len(line) < 60 else line[:12] for line in lines)
    first = heading_of(next((line for line in lines if line.strip()), ""), order, after_blank=True)
    flowing = first is not None and first.whole is not None and not first.alone
    blank = True
    for at, line in enumerate(lines):
        heading = heading_of(line, order, after_blank=blank) if line.strip() else None
        if heading and (blank or heading.alone or (flowing and heading.whole)):
            yield at, heading
        blank = not line.strip() or (heading is not None and heading.alone)


def entries_of(text: str, name: str, options: Options) -> list[Writing]:
    """Return each entry of a note that is a diary from its first lines on.

    There are none where a word of it would belong to no day: such a note is to be kept in one piece.
    """
    lines = in_lines(text)
    sections, before = _sections(lines, options)
    first = next((section.heading for section in sections if section.heading.is_day), None)
    if first is None or before > FIRST_LINES or (before and not first.alone):
        return []
    if first.alone:
        sections, before = _sections(lines, options, only_alone=True)
    top = "\n".join(lines[: sections[0].line - 1]).strip() if before else ""
    sections = [one for one in sections if not one.heading.labelled or _has_words(one)]
    found = list(_writings(sections, name, 0, options))
    made = [one for one in found if isinstance(one, Writing)]
    if len(made) < len(found):
        return []
    if top and made:
        made[0] = replace(made[0], text=f"{top}\n\n{made[0].text}")
    return made


def _sections(lines: list[str], options: Options, *, only_alone: bool = False) -> tuple[list[_Section], int]:
    """Cut the lines into entries; return them and how many lines with words stand before the first."""
    found = list(islice(_headings(lines, options), DAYS + 1))
    if len(found) > DAYS:
        raise ValueError(f"it has more than {DAYS:,} days")
    days = [heading for _, heading in found if heading.is_day]
    alone = sum(heading.alone for heading in days)
    only_alone = only_alone or (alone >= ALONE_ENOUGH and alone >= len(days) - alone)
    starts = {at: heading for at, heading in found if heading.alone or not only_alone}
    sections: list[_Section] = []
    before = 0
    for at, line in enumerate(lines):
        heading = starts.get(at)
        if heading and heading.is_day:
            sections.append(_Section(heading, at + 1, [heading.rest] if heading.rest else []))
        elif heading:
            sections.append(_Section(heading, at + 1, []))
        elif sections:
            sections[-1].lines.append(line)
        else:
            before += bool(line.strip())
    return (sections, before) if days else ([], before)


def _writings(sections: list[_Section], name: str, skipped: int, options: Options) -> Iterator[Incoming]:
    year = _YEAR.search(name)
    context = Context(int(year[0])) if year else Context()
    numbers: dict[str, int] = {}
    for section in sections:
        place = f"{name}, line {section.line + skipped}"
        if not section.heading.is_day:
            context = context.at(section.heading)
            if any(line.strip() for line in section.lines):
                yield Remark(place, "words under a year or month, before its first day, belong to no day")
            continue
        try:
            moment, context = context.moment(section.heading, options)
        except ValueError as error:
            yield Failure(place, str(error))
            continue
        yield _writing(section, moment, name, numbers, place)


def _writing(section: _Section, moment: datetime, name: str, numbers: dict[str, int], place: str) -> Writing | Failure:
    """Return an entry; where there are no words under its heading, those in the heading are its text."""
    heading = section.heading
    tags, lines = _told(section.lines) if heading.labelled else ((), section.lines)
    under = "\n".join(lines).strip("\n").rstrip()
    text = under or heading.title
    if not text:
        return Failure(place, "there are no words under this date")
    begins_above = heading.alone and (not under or bool(heading.rest))
    day = moment.date().isoformat()
    identity = _numbered(f"{day} heading" if begins_above else day, numbers)
    return Writing(
        moment,
        text,
        EntryKind.NOTE,
        source="text",
        source_id=f"{name}#{identity}",
        title=heading.title if under else None,
        tags=tags,
    )


def _has_words(section: _Section) -> bool:
    return any(line.strip() for line in _told(section.lines)[1])


def _numbered(day: str, numbers: dict[str, int]) -> str:
    """Return what to call an entry of a day; one whose words stand in its heading moves no other's number."""
    numbers[day] = numbers.get(day, 0) + 1
    return day if numbers[day] == 1 else f"{day} {numbers[day]}"


def _told(lines: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """Return the tags that Day One lists under a day, and the lines of words below its labels."""
    labels = [found for found in takewhile(bool, map(_LABELLED.fullmatch, lines)) if found]
    listed = (tag.strip() for found in labels if found["label"] == "Tags" for tag in found["value"].split(","))
    return tuple(dict.fromkeys(filter(None, listed))), lines[len(labels) :]
