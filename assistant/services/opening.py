"""What an empty page may bring back unasked: this day in other years, and a question that was left open.

Each is one line, exact and dated, and only ever the person's own words or a question that they were asked. What was
written in a crisis or in care never comes back here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from assistant.core.dialogue import Move, Turn
from assistant.core.entry import Entry, Quotation
from assistant.core.span import Span
from assistant.ports import Vault
from assistant.reading.sentences import split_sentences

YEARS_BACK: Final = 120
LINES_MOST: Final = 2
"""Years that are shown: the newest ones. A page full of the past leaves no room for tonight."""

FEWEST_WORDS, MOST_WORDS = 4, 30
"""A line that says something by itself, and is no page."""

OPEN_DAYS: Final = 14
"""A question older than this is let go."""

Withholds = Callable[[Entry], bool]
"""Say whether an entry is never brought up unasked."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above an empty page."""

    on_this_day: tuple[Quotation, ...] = ()
    open_question: str | None = None
    asked_on: date | None = None


def opening_of(vault: Vault, today: date, withholds: Withholds) -> Opening:
    """Return what an empty page brings back tonight."""
    question = _left_open(vault, today, withholds)
    lines = tuple(_on_this_day(vault, today, withholds))[:LINES_MOST]
    return Opening(lines, *question) if question else Opening(lines)


def _on_this_day(vault: Vault, today: date, withholds: Withholds) -> Iterator[Quotation]:
    """Yield a line from this day of each earlier year in which something was written, newest year first."""
    oldest = next(iter(vault.entries.between()), None)
    if oldest is None:
        return
    for year in range(today.year - 1, max(oldest.written_at.year, today.year - YEARS_BACK) - 1, -1):
        day = _same_day(today, year)
        for entry in vault.entries.between(day, day) if day else ():
            line = None if withholds(entry) else telling_line(entry)
            if line is not None:
                yield line
                break


def _same_day(today: date, year: int) -> date | None:
    """Return this day in another year; the 29th of February has none in most."""
    try:
        return today.replace(year=year)
    except ValueError:
        return None


def telling_line(entry: Entry) -> Quotation | None:
    """Return the first sentence of an entry that says something by itself."""
    for span in split_sentences(entry.text):
        words = len(span.of(entry.text).split())
        if FEWEST_WORDS <= words <= MOST_WORDS:
            return Quotation.cut(entry, Span(span.start, span.end))
    return None


def _left_open(vault: Vault, today: date, withholds: Withholds) -> tuple[str, date] | None:
    """Return the question with which the newest conversation before today was left, and its day."""
    for session in vault.sessions.sessions(1):
        last: Turn = session.turns[-1]
        asked_on = last.said_at.date()
        recent = 0 < (today - asked_on).days <= OPEN_DAYS
        reply = last.reply
        if reply is None or not recent or reply.question is None or reply.move in (Move.CARE, Move.CLOSE, Move.ASIDE):
            return None
        if withholds(vault.entries.get(last.entry)):
            return None
        return reply.question, asked_on
    return None
