"""Hear which days a question asks about: "What was I doing in March?", "the week before Easter", "two weeks ago"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from assistant.core.calendar import Days, moved
from assistant.core.span import Span
from assistant.reading.calendar_dates import Stretch
from assistant.reading.calendar_phrases import read_stretch
from assistant.reading.calendar_words import WEEKDAY, leading


@dataclass(frozen=True, slots=True)
class AskedDays:
    """The days that a question names."""

    choices: tuple[Days, ...]
    """The stretches it may mean, the likeliest first: a month without a year is the latest one, or one before it."""
    span: Span
    """Where the question names them, the preposition included."""
    rest: str
    """The question without them."""
    alone: bool
    """It asks about the days and about nothing else."""


_LEAD: Final = leading(
    r"(?:(?:back|way\s+back|all|just|only|right|sometime|some\s+time|again)\s+)?"
    r"(?:in|on|at|over|during|within|for|from|of|through|throughout|across|dated)\s+"
)
_FROM_TO: Final = leading(r"(?:from|between)\s+")
_TO: Final = re.compile(r"(?:\s+(?:to|and|until|till|through|up\s+to)\s+|\s*[–—-]\s*)(?=\w)")
_OPEN: Final = leading(
    r"(?:(?P<since>since|ever\s+since)|(?P<after>after)|(?P<before>before|until|till|up\s+to|by))\s+"
)
_SAYS_WHEN: Final = re.compile(
    r"(?:(?:back|way|all|just|only|right|sometime|some|again)\s+)*(?:in|on|at|over|during|within|from|between|since|after"
    r"|before|until|till|by|through|throughout|around|round|early|mid|late|the|last|first)\b|.*\d"
)
"""How a phrase begins that says when; "Christmas presents" and "Sunday dinner" name a topic."""

_AMBIGUOUS: Final = re.compile(r"(?:may|march|mar|august|sun|sat|fall|spring|second|new year|june|april|jan)\b")
"""Words that are also verbs, nouns or names: alone they count only after a preposition, or with a day or year."""
_CERTAIN: Final = re.compile(r"\d|\b(?:of|in|early|mid|late|last|this|first|week|weekend|around)\b")

_WEEKDAY: Final = re.compile(
    rf"{WEEKDAY}\s+(?!(?:morning|afternoon|evening|night|with|at|in|on|by|for|to|and|or|when|after|before|about)\b)\w"
)
"""A bare weekday with a noun after it, as in "Sunday dinner"."""

_TOPIC: Final = re.compile(r"(?:\b(?:about|my|your|his|her|their|our|than|like|called|named)|['’]s)\s+$")
"""Words after which the name of a day or feast is what is talked of, not when."""

_TOPIC_LOOKS_BACK: Final = 16

_FILLER_WORDS: Final = """
    a about all along an and any anything around at back be been busy by can could day days did do does doing done
    during ever everything exactly feel feeling feelings felt find for from generally get getting give go going gone got
    had happen happened happening happens has have having how i in is it journal journals keep kept know let life like
    list look main mainly me mind mood most mostly my myself note notes occupied of off on our out over page pages
    past please read record remember remind say said show so some something spend spending spent still stuff summarise
    summarize summary talk talked talking tell that the then there thing things think thinking thought thoughts through
    time to together up us was we went were what whats when where which who with write writing written wrote entry
    entries diary
"""
_FILLER: Final = frozenset(_FILLER_WORDS.split())
"""Words that a question about some days may hold without asking about anything else."""

BESIDE_DAYS: Final = 28
"""How many days "before Christmas" or "after Easter" covers, where nothing says how many."""


QUESTION_MOST: Final = 500
"""Code points in which days are looked for: what is longer was pasted, and is no question about days."""


def hear_days(question: str, today: date, oldest: date, newest: date) -> AskedDays | None:
    """Return the days a question names; None where it names none.

    `oldest` and `newest` are the days of the first and last entry: only years that have entries are offered.
    """
    text = question[:QUESTION_MOST].lower()
    vague = None
    for start in _starts(text):
        found = _read(text, start, today)
        if found is None:
            continue
        stretch, end = found
        rest = f"{question[:start]} {question[end:]}".strip()
        words = re.findall(r"[^\W_]+", rest.lower().replace("’", "'").replace("'", ""))
        alone = all(word in _FILLER for word in words)
        if not alone and (not stretch.dated or _WEEKDAY.match(text, start)) and not _SAYS_WHEN.match(text[start:]):
            continue
        choices = tuple(dict.fromkeys(_choices(stretch, today, oldest, newest)))
        if choices:
            asked = AskedDays(choices, Span(start, end), rest, alone)
            if not stretch.vague:
                return asked
            vague = vague or asked
    return vague


def _starts(text: str) -> Iterator[int]:
    """Yield where a word begins that may begin a date; "about Christmas" and "my birthday in May" are topics."""
    for match in re.finditer(r"(?<![\w-])\w", text):
        if not _TOPIC.search(text, max(match.start() - _TOPIC_LOOKS_BACK, 0), match.start()):
            yield match.start()


def _read(text: str, at: int, today: date) -> tuple[Stretch, int] | None:
    """Read a preposition, where there is one, and the stretch that follows it."""
    if (match := _FROM_TO.match(text, at)) and (found := _read_from_to(text, match.end(), today)):
        return found
    if match := _OPEN.match(text, at):
        return _read_open(match, text, today)
    lead = _LEAD.match(text, at)
    begin = lead.end() if lead else at
    while again := _LEAD.match(text, begin):
        begin = again.end()
    found = read_stretch(text, begin, today) or (read_stretch(text, at, today) if begin != at else None)
    if found and begin == at and _AMBIGUOUS.match(text, at) and not _CERTAIN.search(text[at : found[1]]):
        return None
    return found


def _read_from_to(text: str, at: int, today: date) -> tuple[Stretch, int] | None:
    first = read_stretch(text, at, today)
    to = _TO.match(text, first[1]) if first else None
    last = read_stretch(text, to.end(), today) if to else None
    if first is None or last is None:
        return None
    start, end = first[0], last[0]

    def both(year: int) -> Days | None:
        later = end.in_year(year)
        earlier = start.in_year(later.last.year if later else year)
        if later is None or earlier is None:
            return None
        if earlier.first > later.last:
            earlier = start.in_year(later.last.year - 1) or earlier
        return Days(earlier.first, later.last) if earlier.first <= later.last else None

    return Stretch(both, dated=start.dated and end.dated), last[1]


def _read_open(match: re.Match[str], text: str, today: date) -> tuple[Stretch, int] | None:
    found = read_stretch(text, match.end(), today)
    if found is None:
        return None
    stretch, end = found
    if match["since"]:
        return stretch.changed(lambda days: Days(days.first, max(days.first, today))), end
    if match["after"]:
        return stretch.changed(lambda days: Days(moved(days.last, 1), moved(days.last, BESIDE_DAYS))), end
    return stretch.changed(lambda days: Days(moved(days.first, -BESIDE_DAYS), moved(days.first, -1))), end


def _choices(stretch: Stretch, today: date, oldest: date, newest: date) -> Iterator[Days]:
    """Yield the stretch in each year that may have entries: the latest that has begun first, what lies ahead last."""
    if stretch.dated:
        days = stretch.in_year(today.year)
        if days is not None:
            yield days
        return
    ahead, empty = [], 0
    for year in range(max(today.year, newest.year) + 1, oldest.year - 1, -1):
        days = stretch.in_year(year) if 1 < year < date.max.year else None
        if days is None or days.last < oldest or days.first > max(today, newest):
            continue
        if days.first > today:
            ahead.append(days)
            continue
        empty += days.first > newest
        if empty <= 1 or days.first <= newest:  # of the years after the last entry only the latest can be meant
            yield days
    yield from reversed(ahead)
