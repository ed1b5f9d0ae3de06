"""Find the day of a note: in its front matter, its file's name or path, or its headings."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final

from assistant.exchange.dates import from_epoch, is_day_in_words, read_moment
from assistant.exchange.front_matter import Value, line_of
from assistant.exchange.options import Options

DAY_NAMES: Final = (
    *("date", "datetime", "day", "journal-date", "journal date", "journal_date"),
    *("entry-date", "entry date", "entry_date"),
)
"""What front matter calls the day that a note is about, in Jekyll, Hugo, Obsidian, Logseq and Day One exporters."""
MADE_NAMES: Final = (
    *("created", "created_at", "created at", "createdat", "creation date", "creation_date"),
    *("creation-date", "created-at", "date created", "date_created", "date-created", "created date", "timestamp"),
)
"""What it calls the moment the file was made: it gives way to a day in the file's name."""

_CLOCK: Final = (
    r"(?:[ T_@-]*(?:at )?(?P<hour>[01]\d|2[0-3])[.:h_-]?(?P<minute>[0-5]\d)(?:[.:_-]?(?P<second>[0-5]\d))?(?![\d]))?"
)
_YEAR_FIRST: Final = re.compile(
    r"(?<!\d)(?P<year>\d{4})(?P<gap>[-_. ]?)(?P<month>0[1-9]|1[0-2])(?P=gap)(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?=\D|$|\d{4}(?:\d{2})?(?!\d))" + _CLOCK
)
_YEAR_LAST: Final = re.compile(r"(?<!\d)\d{1,2}[-_.]\d{1,2}[-_.]\d{4}(?!\d)")
_SPELLED: Final = re.compile(
    r"(?<!\w)(?:[^\W\d_]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
    r"|\d{1,2}(?:st|nd|rd|th|\.)?\s(?:de\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s)?\d{4})(?!\d)",
    re.IGNORECASE,
)
"""A day with its month in letters, whichever language; whether those letters are a month shows in reading it."""
_FOLDERS: Final = re.compile(r"(?:^|/)(\d{4})(?:/(?:\d{4}-)?|-)(\d{1,2})(?:[-_ ][^/]*)?/(\d{1,2})(?:[-_ .][^/]*)?$")
HEADING: Final = re.compile(r"^(?P<marks>#{1,6})[ \t]{1,20}(?P<words>[^\s][^\n]*)$", re.MULTILINE)
"""A heading of any length; `heading_words` takes off what closes it."""
_WEEKDAY: Final = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)


def in_front(front: dict[str, Value], names: tuple[str, ...], options: Options) -> datetime | None:
    """Return the moment that front matter names; None where it names none. Raises ValueError for a bad one."""
    named = line_of(front, *names)
    if named is None:
        return None
    wiki = named.strip("[]\"' ")
    if re.fullmatch(r"\d{9,13}", wiki):
        return from_epoch(int(wiki), options.zone)
    clock = line_of(front, "time")
    if clock and re.fullmatch(r"\d{1,2}:\d{2}(:\d{2})?(\s?[AaPp]\.?[Mm]\.?)?", clock) and ":" not in wiki:
        wiki = f"{wiki} {clock}"
    return read_moment(wiki, options.zone, options.order)


def in_name(path: PurePosixPath, options: Options) -> tuple[datetime, str] | None:
    """Return the moment in a file's name or path, and the words of the name beside it.

    None where there is no date. Raises ValueError where day and month could be swapped.
    """
    stem = path.stem
    found = _YEAR_FIRST.search(stem)
    if found:
        clock = f" {found['hour']}:{found['minute']}:{found['second'] or '00'}" if found["hour"] else ""
        try:
            moment = read_moment(f"{found['year']}-{found['month']}-{found['day']}{clock}", options.zone)
        except ValueError:
            return None
        return moment, _beside(stem, found)
    found = _SPELLED.search(stem)
    if found:
        with suppress(ValueError):
            return read_moment(_plain_day(found[0]), options.zone), _beside(stem, found)
    found = _YEAR_LAST.search(stem)
    if found:
        return read_moment(_plain_day(found[0]), options.zone, options.order), _beside(stem, found)
    folders = _FOLDERS.search(str(path.with_suffix("")))
    if folders:
        try:
            return read_moment("-".join((folders[1], folders[2].zfill(2), folders[3].zfill(2))), options.zone), ""
        except ValueError:
            return None
    return None


def heading_words(found: re.Match[str]) -> str:
    """Return the words of a HEADING without the marks that may close it."""
    words = found["words"].rstrip()
    inner = words.rstrip("#")
    return inner.rstrip() if inner != words and not inner[-1:].strip() else words


def in_heading(words: str, options: Options) -> tuple[datetime, str] | None:
    """Return the moment that begins a heading, and the rest of it; None where it begins with no date.

    Brackets and stars around a whole heading come off it, those that stand within its words stay.
    """
    bare = words.strip()
    inner = bare.lstrip("[*_ \t")
    closing = "" if inner == bare else "]*_"
    bare = _WEEKDAY.sub("", inner.rstrip(f"{closing} \t"))
    for pattern in (_YEAR_FIRST, _SPELLED, _YEAR_LAST):
        found = pattern.match(bare)
        if not found:
            continue
        text, rest = found[0], bare[found.end() :]
        clock = re.match(r",?\s+(?:at )?(\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?\b)?)", rest)
        if clock:
            text, rest = f"{_plain_day(text)} {clock[1]}", rest[clock.end() :]
        try:
            moment = read_moment(_plain_day(text), options.zone, options.order)
        except ValueError:
            return None
        return moment, rest.lstrip(f" \t—–:|,-{closing}").rstrip()
    whole = words.strip()
    return (read_moment(whole, options.zone), "") if is_day_in_words(whole) else None


def _plain_day(text: str) -> str:
    """Return a day without what only readers need: ordinals; underscores become dashes."""
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text.replace("_", "-").replace("  ", " "), flags=re.IGNORECASE)


def _beside(stem: str, found: re.Match[str]) -> str:
    rest = f"{stem[: found.start()].strip(' _-.,—–')} {stem[found.end() :].strip(' _-.,—–')}".strip()
    return _WEEKDAY.sub("", f"{rest} ").strip()
