"""Tell the lines by which a diary dates its entries, and the moments they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from assistant.exchange.dates import Order, anchored, is_ambiguous, is_day_in_words, read_moment, zone_named
from assistant.exchange.options import Options

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            *("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july"),
            *("aug august", "sep sept september", "oct october", "nov november", "dec december"),
        ),
        1,
    )
    for name in names.split()
}
_MONTH: Final = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![^\W_])\.?"
_DAY: Final = r"(?P<day>[1-9]|[12]\d|3[01])(?P<ordinal>st|nd|rd|th|d)?(?![^\W_])"
_WEEKDAY: Final = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
_AFTER_WEEKDAY: Final = r"(?:,?\s+\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b\)?)?"
_YEAR: Final = r"(?P<year>1[0-9]\d\d|20\d\d)(?:[-–/](?P<later>\d{1,4}))?(?![\d:])"
_YEAR_BEFORE: Final = r"(?P<year>1[0-9]\d\d|20\d\d)[.,:]?\s+"
_CLOCK: Final = (
    r"(?:[\s,|@–—-]{1,4}(?:at\s+)?"
    r"(?P<clock>\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)"
    r"(?:\s(?P<zone>(?-i:(?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d\d)?)?|[ACEMP][SDE]T|CEST|EEST|BST|IST|JST|AE[SD]T|NZ[SD]T)))?)?"
)
_OPEN: Final = r"^[\s_*#=\-–—\[(~>]{0,12}(?:date::?\s*\[{0,2})?"
_FLAGS: Final = re.IGNORECASE
_YEAR_LINE: Final = re.compile(
    _OPEN + r"(?:the\s+year\s+|chapter\s+[ivxlc]+\.?\s*)?" + _YEAR + r"[\s_*#=\-–—.\])~:]*$", _FLAGS
)
_MONTH_LINE: Final = re.compile(_OPEN + _MONTH + r",?\s*(?:" + _YEAR + r")?[\s_*#=\-–—.\])~:]*$", _FLAGS)
_DAY_FORMS: Final = tuple(
    re.compile(_OPEN + _WEEKDAY + form + _CLOCK, _FLAGS)
    for form in (
        _YEAR_BEFORE + _MONTH + r"[\s_*]*" + _DAY,
        _YEAR_BEFORE + _DAY + r"[\s_*]*(?:of\s+)?" + _MONTH,
        _MONTH + r"[\s_*]*" + _DAY + r"(?:,?\s*" + _YEAR + r")?",
        r"(?:the\s+)?" + _DAY + r"[\s_*]*(?:of\s+)?" + _MONTH + r"(?:,?\s*" + _YEAR + r")?",
        r"(?P<iso>\d{4}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])"
        r"|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)" + _AFTER_WEEKDAY,
        r"(?P<numeric>\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?!\d)" + _AFTER_WEEKDAY,
    )
)
_BARE_DAY: Final = re.compile(
    r"^[\s_*#]{0,8}(?P<weekday>" + _WEEKDAY + r")" + _DAY + r"(?=[.,:;]?[\s_*]*(?:\(|[.,:;—–]|--|$))", _FLAGS
)
_CLOSE: Final = re.compile(r"^[\s_*#=\-–—\])~.,:;]*$")
_AFTER: Final = re.compile(r"^[_*\])]{0,4}[ \t]*(?:[.:;—–,]|--|-\s|\()|^[_*\])]{1,4}\s")
_BETWEEN: Final = re.compile(r"\A[_*\])~=]{0,4}[ \t]*(?:[.:;,|–—-]{1,2}(?=\s|[^\W\d]))?[ \t]*")
"""What stands between a heading's date and its words."""
LONGEST_TITLE: Final = 100
_LABEL: Final = re.compile(r"\tDate:\t\s*")
"""How Day One's export as text begins an entry; the word is English whatever language the day behind it is in."""
_ABBREVIATION: Final = re.compile(r"\s(?P<zone>[A-Z]{2,5})$")
"""The abbreviation of a time zone at the end of a labelled line, where it cannot be a word of the person's."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that begins an entry, or names the year or month of those below it."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    whole: str | None = None
    """A date in numbers, as it stands."""
    clock: str | None = None
    zone: str | None = None
    """The zone that stands after the clock time."""
    rest: str = ""
    """What of an entry's text stands on the line."""
    alone: bool = False
    """The line is a heading, and not the first of a paragraph."""
    title: str | None = None
    order: Order | None = None
    labelled: bool = False
    """Day One wrote it; lines that it labelled as well may follow."""

    @property
    def is_day(self) -> bool:
        """Whether an entry begins here."""
        return self.day is not None or self.whole is not None


def heading_of(line: str, order: Order | None, *, after_blank: bool) -> Heading | None:
    """Return what a line says about dates; None for a line of text."""
    bare = line.rstrip()
    label = _LABEL.match(bare)
    if label:
        return _labelled(bare[label.end() :], order)
    if len(bare) < 80:
        for form in (_YEAR_LINE, _MONTH_LINE):
            found = form.match(bare)
            if found and after_blank:
                return Heading(month=_month(found), year=_year(found), alone=True)
    for form in _DAY_FORMS:
        found = form.match(bare)
        if found:
            return _day_heading(found, bare, order)
    found = _BARE_DAY.match(bare) if after_blank else None
    if found and (found["ordinal"] or found["weekday"]):
        alone = bare.startswith("#") and bool(_CLOSE.match(bare[found.end() :]))
        return Heading(day=int(found["day"]), rest="" if alone else bare.strip(), alone=alone)
    words = bare.strip(" \t_*#=-–—~.:")
    if after_blank and is_day_in_words(words):
        return Heading(whole=words, alone=True, order=order)
    return None


def _labelled(told: str, order: Order | None) -> Heading:
    """Return what stands behind Day One's label: a day in any language, with any zone; what is none is told later."""
    zone = _ABBREVIATION.search(told)
    if zone is None or is_day_in_words(told):
        return _alone(told, order)
    heading = _alone(told[: zone.start()], order)
    return replace(heading, zone=heading.zone or zone["zone"])


def _alone(told: str, order: Order | None) -> Heading:
    heading = heading_of(told, order, after_blank=True)
    if heading is None or not heading.alone or not heading.is_day or heading.title:
        heading = Heading(whole=told, alone=True, order=order)
    return replace(heading, labelled=True)


def _day_heading(found: re.Match[str], line: str, order: Order | None) -> Heading | None:
    groups = found.groupdict()
    rest = line[found.end() :]
    alone = bool(_CLOSE.match(rest))
    is_heading = line.lstrip().startswith(("#", "="))
    if not alone and not _AFTER.match(rest) and not (groups.get("month") and line[: found.end()].endswith(".")):
        marked = line.lstrip().startswith(("**", "[")) and len(line) <= LONGEST_TITLE
        if not is_heading and not marked:
            return None
    words = "" if alone else _beside(rest, line) if is_heading else line.strip()
    is_title = is_heading and len(line) <= LONGEST_TITLE
    return Heading(
        day=int(groups["day"]) if groups.get("day") else None,
        month=_month(found) if groups.get("month") else None,
        year=_year(found) if groups.get("year") else None,
        whole=groups.get("iso") or groups.get("numeric"),
        clock=groups.get("clock"),
        zone=groups.get("zone"),
        rest="" if is_title else words,
        alone=alone or is_heading,
        title=words or None if is_title else None,
        order=order,
    )


def _beside(rest: str, line: str) -> str:
    """Return the words of a heading; of what closes it only that which was opened before its date."""
    opened = line[: len(line) - len(line.lstrip(" \t_*#=-–—[(~>"))]
    return _BETWEEN.sub("", rest).rstrip(" \t" + opened.translate(str.maketrans("[(", "])")))


def _month(found: re.Match[str]) -> int | None:
    named = found.groupdict().get("month")
    return MONTHS[named.lower()] if named else None


def _year(found: re.Match[str]) -> int | None:
    """Return the year; of two (“1659-60”, as dates before 1752 are printed) the later, in which the day truly lay."""
    if not found.groupdict().get("year"):
        return None
    year, later = found["year"], found.groupdict().get("later")
    return int(year[: 4 - len(later)] + later) if later and len(later) <= 4 else int(year)


@dataclass(frozen=True, slots=True)
class Context:
    """Year and month that the lines above have set."""

    year: int | None = None
    month: int | None = None
    last: date | None = None

    def at(self, heading: Heading) -> Context:
        """Return what a year or month line makes of it."""
        if heading.year is not None:
            return Context(heading.year, heading.month)
        turned = (
            self.year is not None
            and self.month is not None
            and heading.month is not None
            and heading.month < self.month
        )
        return Context(self.year + 1 if turned and self.year is not None else self.year, heading.month, self.last)

    def moment(self, heading: Heading, options: Options) -> tuple[datetime, Context]:
        """Return the moment of an entry and the context after it. Raises ValueError where something is missing."""
        clock = re.sub(r"(?<=\d)\.(?=\d)", ":", heading.clock or "")
        zone = zone_named(heading.zone or "") or options.zone
        if heading.whole:
            if is_ambiguous(heading.whole) and heading.order is None and options.order is None:
                raise ValueError(f"“{heading.whole}” could be two days; --dates says which number is the day")
            order = options.order or heading.order
            moment = read_moment(f"{heading.whole} {clock}", zone, order)
            return moment, Context(moment.year, moment.month, moment.date())
        month, day = heading.month or self.month, heading.day
        year = heading.year or self.year
        if month is None or year is None or day is None:
            raise ValueError(f"its date lacks the {'year' if month else 'month'}, and no line above names it")
        if not heading.year and heading.month and self.month and heading.month < self.month and self.last:
            year += self.last.month - heading.month > 6
        try:
            written = datetime(year, month, day)  # noqa: DTZ001  the person's zone is added below
        except ValueError as error:
            raise ValueError(f"there is no day {day} in month {month} of {year}") from error
        if clock:
            written = read_moment(f"{written:%Y-%m-%d} {clock}", zone).replace(tzinfo=None)
        return anchored(written, zone), replace(self, year=year, month=month, last=written.date())
