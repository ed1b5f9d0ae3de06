"""Read a table (CSV): a column of dates, a column of words, and what else the person names."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from assistant.core.display import counted
from assistant.core.entry import EntryKind, Writing
from assistant.core.incoming import Failure, Incoming, Remark
from assistant.errors import Unreadable
from assistant.exchange.dates import from_epoch, order_of, read_moment
from assistant.exchange.decoding import text_of
from assistant.exchange.glance import Glance
from assistant.exchange.jsonl import tags_of
from assistant.exchange.options import Options
from assistant.exchange.source import Member, Source
from assistant.exchange.usual_names import USUAL

SUFFIXES: Final = frozenset({".csv", ".tsv"})
FIELD_CODE_POINTS: Final = 16 * 1024 * 1024
DELIMITERS: Final = (",", ";", "\t", "|")
_SEPARATOR: Final = re.compile(r"sep=([,;|\t])", re.IGNORECASE)
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_COUNT: Final = re.compile(r"\d{9,13}")


def fits(glance: Glance) -> bool:
    """Tell whether this is a table: one file by its ending, among others by columns that can be guessed."""
    first = next(glance.ending(*SUFFIXES), None)
    if first is None or glance.has_markdown():
        return False
    text, delimiter = _table_of(glance.head(first))
    columns = _columns(next(_rows(text, delimiter), []), {})
    return glance.is_file or ("date" in columns and "text" in columns)


def read(source: Source, options: Options) -> Iterator[Incoming]:
    """Yield an entry a row."""
    is_file = not source.is_archive and source.path.is_file()
    for member in source.members():
        if isinstance(member, Failure):
            yield member
        elif is_file or member.suffix in SUFFIXES:
            try:
                yield from _table(member, options)
            except Unreadable as error:
                yield Failure(member.name, error.message)
            except ValueError as error:
                yield Failure(member.name, str(error))


def _table(member: Member, options: Options) -> Iterator[Incoming]:
    """Yield the entries of one table. Raises Unreadable, ValueError."""
    found = text_of(member)
    if found.guessed:
        yield Remark(member.name, f"it is not UTF-8 and was read as {found.guessed}")
    text, delimiter = _table_of(found.text)
    rows = _rows(text, delimiter)
    header = next(rows, [])
    columns = _columns(header, options.columns)
    for needed in ("date", "text"):
        if needed not in columns:
            there = ", ".join(name for name in header[:12] if name) or "none"
            raise ValueError(f"no column for the {needed}; name it by --columns {needed}=NAME. Columns: {there}")
    order = options.order or order_of(
        row[columns["date"]] for row in _rows(text, delimiter) if len(row) > columns["date"]
    )
    empty = 0
    for number, row in enumerate(rows, 2):
        place = f"{member.name}, row {number}"
        try:
            made = _writing(row, columns, Options(options.zone, order=order), f"{member.name} row {number}")
        except ValueError as error:
            yield Failure(place, str(error))
            continue
        if made is None:
            empty += 1
        else:
            yield made
    if empty:
        yield Remark(member.name, f"without words, and passed over: {counted(empty, 'row')}")


def _writing(row: Sequence[str], columns: Mapping[str, int], options: Options, name: str) -> Writing | None:
    """Return a row's entry; None for a row without words. Raises ValueError."""
    cells = {field: row[at] for field, at in columns.items() if at < len(row)}
    text = cells.get("text", "")
    title = cells.get("title", "").strip()
    if not text.strip():
        text, title = title, ""
    if not text.strip():
        return None
    when = cells.get("date", "").strip()
    clock = cells.get("time", "").strip()
    return Writing(
        written_at=_moment(when, clock, options),
        text=text,
        kind=EntryKind.NOTE,
        title=title or None,
        source="csv",
        source_id=cells.get("id", "").strip() or name,
        tags=tags_of(cells.get("tags", "").replace(" | ", ",")),
    )


def _moment(when: str, clock: str, options: Options) -> datetime:
    """Return the moment of a row: a date, with the clock of another column, or a count since 1970."""
    if _COUNT.fullmatch(when):
        return from_epoch(int(when), options.zone)
    return read_moment(f"{when} {clock}" if clock and ":" not in when else when, options.zone, options.order)


def _columns(header: Sequence[str], named: Mapping[str, str]) -> dict[str, int]:
    """Return where each field stands. Raises ValueError for a column that is not there."""
    places = {name.strip().lstrip("\ufeff").casefold(): at for at, name in reversed(list(enumerate(header)))}
    columns: dict[str, int] = {}
    for field, column in named.items():
        if field not in USUAL:
            raise ValueError(f"“{field}” is no field of an entry; fields: {', '.join(USUAL)}")
        if column.casefold() not in places:
            raise ValueError(f"there is no column “{column}”; columns: {', '.join(header[:12])}")
        columns[field] = places[column.casefold()]
    for field, usual in USUAL.items():
        there = next((places[name] for name in usual if name in places), None)
        if field not in columns and there is not None and there not in columns.values():
            columns[field] = there
    return columns


def _table_of(text: str) -> tuple[str, str]:
    """Return a table and what stands between its cells, as its first line tells, or one above it for Excel."""
    first = next(_lines(text), "")
    told = _SEPARATOR.fullmatch(first.strip("\ufeff\r\n "))
    return (text[len(first) :], told[1]) if told else (text, max(DELIMITERS, key=first.count))


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends, old Macintosh's too, one at a time: a table is not held a second time."""
    return (found[0] for found in _LINE.finditer(text))


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the rows that hold anything. Raises ValueError where the table breaks its own rules."""
    csv.field_size_limit(FIELD_CODE_POINTS)
    try:
        for row in csv.reader(_lines(text), delimiter=delimiter):
            if any(cell.strip() for cell in row):
                yield row
    except csv.Error as error:
        raise ValueError(f"the table breaks off: {error}") from error
