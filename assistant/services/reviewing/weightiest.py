"""Find what the person gave most room to or set apart from all else: by length and by their own words, unread.

What is wanted, promised or believed is not all that a stretch of days was about. Nothing here is weighed but what the
writer shows: on which days they wrote most, which sentence there is the longest of their own, what they call the first
or the most of its kind, what they say is no longer so, and which day got one sentence where others got a page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import lru_cache, partial
from statistics import median
from typing import Final

from assistant.core.entry import Entry, Quotation
from assistant.core.ids import EntryId
from assistant.insight.said import Said
from assistant.reading.features import plain
from assistant.reading.leaning import leans
from assistant.services.reviewing.alone import HANGING, points, shares_with
from assistant.services.reviewing.gathered import Gathered

FELT_LEAST: Final = 0.5
"""Strength from which a feeling is shown and gives a line weight: "sad" and "proud", not "glad to hear" and "tired"."""

LONG_SHOWN: Final = 3
LONG_EVERY: Final = 9
"""Entries of which one is shown as among the longest: of a thin quarter one or two."""

LONG_LEAST: Final = 1.4
"""How many times as long as most an entry must be. In five quarters the longest entries are a wedding, a street feast,
an interview, a concert, a holiday, a taking stock; what is hardly longer than most is any day."""

LINE_WORDS: Final = (10, 44)
"""Words of such a line. Of the 12 shown in five quarters 8 are what the evening was of."""

EDGED_LEAST: Final = 5
"""Sentences of an entry from which its first and last, a greeting and the night's last words, are seldom its matter."""

APART_SHOWN: Final = 3
APART_WORDS: Final = (5, 40)

APART_SELDOM: Final = 0.02
"""Share of a writer's lines that may hold a form, before it says nothing: some call every dinner the best ever."""

TERSE_SHOWN: Final = 3
TERSE_WORDS: Final = 12
TERSE_SHORTER: Final = 5
"""How many times shorter than most an entry must be to have been kept short on purpose."""

TERSE_SHARE: Final = 0.2
"""Share of the entries that may be so short, before shortness is that writer's habit."""

_OWN: Final = re.compile(r"(?<![\w'’])(?:I|i|my|My|me|Me|myself|we|We|us|our)(?!\w)")

_OF_SELF: Final = (
    r"(?:feel|felt|love|miss|mind|want|need|hate|wish)\w*|(?:am|was) (?:\w+ )?(?:sorry|wrong|afraid|lonely|proud|"
    r"ashamed)|(?:can|could) not"
)
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        r" (?:\w\w+est|best|worst|most|least|never|ever|as any) (?:\S+ ){0,8}?(?:in|of) (?:all )?my "
        r"(?:whole |own )?life ",
        r" (?:\w\w+est|best|worst|most) (?:\S+ ){0,5}?ever (?!so |since )",
        r" (?:than|as|that) (?:i )?ever i? ?(?:did|had|have|saw|heard|knew|felt|been|was) ",
        r" for the first time | first time (?:in|since|ever) | never (?:\S+ ){0,6}?before | i had never ",
        r" (?:i|we) (?:have |am |are )?(?:never|no longer|do not|no more) (?:\S+ ){1,6}?(?:now|any ?more) | no longer ",
        r" now that (?:i|we) | living (?:now|alone) | from now on ",
        rf" i (?:told|admitted to|confessed to|said to) (?:\S+ ){{1,3}}?(?:that )?i (?:{_OF_SELF}) ",
        r" i said (?:that )?i (?:was|am) (?:\w+ )?(?:sorry|wrong|afraid|lonely|proud|ashamed) ",
    )
)
"""The most or first of its kind, in the writer's own life; what is no longer so; what one told somebody of oneself."""

_SO: Final = re.compile(r"[\W_]*So\b")
"""At the beginning of a sentence it mostly says how much ("So tired of the bench")."""

_SUPERLATIVE: Final = 3
"""The first so many forms may be of anything; in them the writer must name a feeling."""


def longest_told(gathered: Gathered, had: Sequence[Quotation] = ()) -> tuple[Quotation, ...]:
    """Return a line from each of the days with most words, in the order of time: the longest of the writer's own."""
    entries = gathered.entries
    if not entries:
        return ()
    usual = median(map(_length, entries))
    most = min(LONG_SHOWN, max(1, len(entries) // LONG_EVERY))
    days: dict[date, list[Entry]] = {}
    for entry in entries:
        days.setdefault(entry.written_at.date(), []).append(entry)
    lines: list[Quotation] = []
    for day in sorted(days, key=lambda one: (-sum(map(_length, days[one])), one)):
        if len(lines) == most or sum(map(_length, days[day])) < LONG_LEAST * usual:
            break
        of_the_day = (_longest_line(gathered, entry, had) for entry in sorted(days[day], key=_length, reverse=True))
        lines += next((found for found in of_the_day if found), [])
    return tuple(sorted(lines, key=lambda one: one.written_at))


def _longest_line(gathered: Gathered, entry: Entry, had: Sequence[Quotation]) -> list[Quotation]:
    """Return the longest line that stands by itself; one that sets apart or names a feeling goes first."""
    rows = gathered.told.rows_by_entry.get(entry.id, [])
    inner = rows[1:-1] if len(rows) >= EDGED_LEAST else rows
    lines = [gathered.told.lines[row] for row in inner]
    fitting = [one.quotation for one in lines if stands_alone(gathered, one, LINE_WORDS)]
    best = max((one for one in fitting if not shares_with(one, had)), key=partial(_weight, gathered), default=None)
    return [gathered.alone(best)] if best is not None else []


def _weight(gathered: Gathered, line: Quotation) -> tuple[bool, bool, int]:
    return bool(_forms(line.text)), _felt(gathered, line) >= FELT_LEAST, len(line.text.split())


def _felt(gathered: Gathered, line: Quotation) -> float:
    feelings = gathered.told.readings[line.entry].feelings
    return max((one.strength for one in feelings if one.span.overlaps(line.span)), default=0.0)


def set_apart(gathered: Gathered, had: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Return the lines that the writer sets apart from all others, one an entry that is not among those had."""
    common = _common(gathered)
    had_entries = {one.entry for one in had}
    found: list[tuple[float, Quotation]] = []
    for line in gathered.told.lines:
        told = [place for place in _forms(line.quotation.text) if place not in common]
        within = gathered.within(line.day) and line.quotation.entry not in had_entries
        if told and within and stands_alone(gathered, line, APART_WORDS):
            felt = _felt(gathered, line.quotation)
            if felt or max(told) >= _SUPERLATIVE:
                found.append((len(told) + felt, line.quotation))
    chosen: dict[EntryId, Quotation] = {}
    for _weight, line_said in sorted(found, key=lambda one: (-one[0], one[1].written_at)):
        if len(chosen) < APART_SHOWN:
            chosen.setdefault(line_said.entry, gathered.alone(line_said))
    return tuple(sorted(chosen.values(), key=lambda one: one.written_at))


def terse(gathered: Gathered) -> tuple[Quotation, ...]:
    """Return whole entries of one short sentence, of a writer who otherwise writes much."""
    lengths = [_length(one) for one in gathered.entries]
    short = [one for one in gathered.entries if 0 < _length(one) <= min(TERSE_WORDS, median(lengths) / TERSE_SHORTER)]
    if not short or len(short) > TERSE_SHARE * len(lengths):
        return ()
    rows = (gathered.told.rows_by_entry.get(one.id, []) for one in short)
    lines = [gathered.told.lines[one[0]].quotation for one in rows if len(one) == 1]
    return tuple(line for line in lines if not leans(line.text))[:TERSE_SHOWN]


def stands_alone(gathered: Gathered, line: Said, words: tuple[int, int]) -> bool:
    """Say whether a line is the writer's own, of fitting length, and needs neither the one before nor the one after."""
    text = line.quotation.text
    fits = words[0] <= len(text.split()) <= words[1] and _OWN.search(text) is not None
    spoken = any(mark in text for mark in '“”"«»')
    by_itself = not leans(text) and not points(text) and not hangs(gathered, line.quotation)
    return line.own and fits and not spoken and by_itself


def hangs(gathered: Gathered, line: Quotation) -> bool:
    """Say whether a line is cut off from its matter: it begins with a word that joins, or the next turns against it."""
    if HANGING.match(line.text) and not _SO.match(line.text):
        return True
    row = next(iter(gathered.told.rows_of([line])), None)
    return row is not None and re.match(r"(?:but|yet|only)\b", gathered.told.following(row), re.IGNORECASE) is not None


@lru_cache(maxsize=20_000)
def _forms(text: str) -> tuple[int, ...]:
    said = f"{plain(text)} "
    return tuple(place for place, form in enumerate(_FORMS) if form.search(said))


def _common(gathered: Gathered) -> frozenset[int]:
    """Return the forms that this writer uses so often that they set nothing apart."""
    counted: Counter[int] = Counter()
    for line in gathered.told.lines:
        counted.update(_forms(line.quotation.text))
    most = APART_SELDOM * len(gathered.told.lines)
    return frozenset(place for place, count in counted.items() if count > max(most, APART_SHOWN))


def _length(entry: Entry) -> int:
    return len(entry.text.split())
