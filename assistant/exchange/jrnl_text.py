"""Take the text of a jrnl journal apart: entries that begin with a date, in brackets or, before 2.0, without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from assistant.core.incoming import Failure
from assistant.exchange.dates import LONGEST_DATE, Order, order_of, read_moment
from assistant.exchange.decoding import in_lines
from assistant.exchange.options import Options

_BRACKETED: Final = re.compile(r"\[(?P<date>[^\[\]{}\n]{1,80})\][ \t]?(?P<rest>.*)", re.DOTALL)
_BARE: Final = re.compile(
    r"(?P<date>\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[ T]\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?)"
    r"(?:[ \t]+(?P<rest>.*)|\s*$)",
    re.DOTALL,
)
_DATE_LIKE: Final = re.compile(r"\d{4}-\d|^\d{8}\b|\d{1,4}[./-]\d{1,2}[./-]\d|\d{1,2}:\d{2}")
ENTRIES: Final = 150_000
"""The most entries of one file; ten a day for forty years."""
_TAG: Final = re.compile(r"(?<!\S)@([-+*#/\w]{1,100})")


@dataclass(frozen=True, slots=True)
class Found:
    """One entry of a journal's text, where it begins, and its number among those of its moment."""

    moment: datetime
    text: str
    tags: tuple[str, ...]
    line: int
    number: int

    @property
    def name(self) -> str:
        """What to call it: its moment as the text has it, and a number from the second one on."""
        stamp = f"{self.moment:%Y-%m-%d %H:%M}"
        return stamp if self.number == 1 else f"{stamp} #{self.number}"


def looks_like_journal(text: str) -> bool:
    """Tell whether a text begins as a jrnl journal does."""
    first = next((line for line in text.lstrip("\ufeff").splitlines() if line.strip()), "")
    bracketed = _BRACKETED.match(first)
    return bool(bracketed and _DATE_LIKE.search(bracketed["date"])) or bool(_BARE.match(first))


def entries_in(text: str, options: Options) -> Iterator[Found | Failure]:
    """Yield the entries of a journal in order, and a failure for each whose date cannot be read."""
    lines = in_lines(text)
    first = next((line for line in lines if line.strip()), "")
    pattern = _BRACKETED if first.startswith("[") else _BARE
    starts = [(at, found) for at, line in enumerate(lines) if (found := pattern.match(line))]
    if len(starts) > ENTRIES:
        raise ValueError(f"it has more than {ENTRIES:,} entries")
    order = options.order or order_of(found["date"] for _, found in starts)
    waiting: tuple[int, datetime, list[str]] | None = None
    dropping = True
    numbers: dict[datetime, int] = {}
    at_start = dict(starts)
    for at, line in enumerate(lines):
        found = at_start.get(at)
        begun = _begun(found, options, order) if found else None
        if found and isinstance(begun, datetime):
            yield from _finished(waiting, numbers)
            waiting, dropping = (at + 1, begun, [found["rest"] or ""]), False
        elif found and isinstance(begun, str) and _is_entry(found["date"], lines, at, waiting is None):
            yield from _finished(waiting, numbers)
            waiting, dropping = None, True
            yield Failure(f"line {at + 1}", begun)
        elif waiting:
            waiting[2].append(line)
        elif dropping and line.strip() and not starts:
            yield Failure(f"line {at + 1}", "no line begins with a date as jrnl writes it")
            return
    yield from _finished(waiting, numbers)


def _is_entry(date: str, lines: list[str], at: int, none_open: bool) -> bool:
    """Tell whether a bracketed line that is no date was meant to begin an entry, rather than part of the one above."""
    after_blank = at == 0 or not lines[at - 1].strip()
    return after_blank and (none_open or bool(_DATE_LIKE.search(date)))


def _begun(found: re.Match[str], options: Options, order: Order | None) -> datetime | str:
    """Return the moment that a line begins with, or why there is none."""
    if len(found["date"]) > LONGEST_DATE:
        return "its date is too long"
    try:
        return read_moment(found["date"], options.zone, order)
    except ValueError as error:
        return f"{error}; the entry under it was left out"


def _finished(
    waiting: tuple[int, datetime, list[str]] | None, numbers: dict[datetime, int]
) -> Iterator[Found | Failure]:
    if waiting is None:
        return
    line, moment, lines = waiting
    title = lines[0].rstrip()
    if title.endswith((" *", "\t*")):
        lines[0] = title[:-1].rstrip()
    text = "\n".join(lines).strip("\r\n").rstrip()
    if not text.strip():
        yield Failure(f"line {line}", "there are no words in it")
        return
    key = moment.replace(second=0)
    numbers[key] = numbers.get(key, 0) + 1
    tags = tuple(dict.fromkeys(tag.rstrip(".,;:!?*") for tag in _TAG.findall(text)))
    yield Found(moment, text, tuple(tag for tag in tags if tag), line, numbers[key])
