"""Find the lines that came after a promise and may be of it: they are shown beside it, and nothing is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from assistant.core.calendar import moved
from assistant.core.entry import Entry, Quotation
from assistant.core.records import Commitment, Outcome
from assistant.core.span import Span
from assistant.insight.outcomes import AFTER_DUE_DAYS, UNDATED_DAYS, told_outcome
from assistant.insight.wording import terms_said
from assistant.reading.due import due_day, find_due
from assistant.reading.leaning import leans
from assistant.services.commitments import HeldCommitment
from assistant.services.reviewing.areas import close_lines
from assistant.services.reviewing.closeness import OUTCOME_SHARED, promised_words, telling_words_of
from assistant.services.reviewing.gathered import Gathered
from assistant.services.reviewing.written import weighty_lines

SHOWN: Final = 2

ABOUT_DAYS: Final = 3
"""Days before and after the one that was named on which an evening may tell how it went."""

RARE_LINES: Final = 4
"""Lines of the journal that may hold a word, for it alone to tell that two lines are of one thing."""

FEW_WORDS: Final = 3
"""Telling words of a promise up to which one of them is its matter: "Taxes before the 15th" has one."""

BARE_WORDS: Final = 6
BARE_TERMS: Final = 2
"""Words, and telling ones among them, of a first sentence that says only that something is done ("Sent.")."""

_BY_DAY: Final = re.compile(r"\b(?:by|before|until|till) (the \d{1,2}(?:st|nd|rd|th))\b", re.IGNORECASE)
"""A day of the month that stands in no promise of the writer's ("The form goes in by the 9th")."""


def may_tell(gathered: Gathered, held: HeldCommitment) -> tuple[Quotation, ...]:
    """Return lines that may tell what became of a promise: by its words, or by its day.

    Of its words they share two, or a rare one and tell of a deed. Of its day are the lines that the page quotes anyway,
    and one with which an evening begins ("Sent.").
    """
    made = held.commitment
    due = due_of(made)
    first = moved(due, -ABOUT_DAYS) if due is not None else made.made_on
    last = moved(due, AFTER_DUE_DAYS) if due is not None else moved(made.made_on, UNDATED_DAYS)
    found = [*(_by_day(gathered, made, due) if due is not None else ()), *_by_words(gathered, made, first, last)]
    chosen: list[Quotation] = []
    for line in found:
        if len(chosen) < SHOWN and not any(one.entry == line.entry for one in chosen):
            chosen.append(line)
    return tuple(sorted(chosen, key=lambda one: (one.written_at, one.span)))


def may_be_kept(gathered: Gathered, made: Commitment, shown: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Return those of such lines that tell a deed of the day that was named, or of up to three days before.

    On an earlier day than that one they begin their evening with it, or share a word with the promise.
    """
    due, words = due_of(made), promised_words(made)
    if due is None:
        return ()
    kept = []
    for line in shown:
        day = line.written_at.date()
        begun = gathered.told.rows_by_entry.get(line.entry, [])[:1] == gathered.told.rows_of([line])[:1]
        of_it = day == due or begun or bool(terms_said(line.text) & words)
        if moved(due, -ABOUT_DAYS) <= day <= due and of_it and told_outcome(line.text) is Outcome.KEPT:
            kept.append(line)
    return tuple(kept)


def due_of(made: Commitment) -> date | None:
    """Return the day that a promise names, also one that stands beside what is promised."""
    if made.due is not None or made.quotation is None:
        return made.due
    text = made.quotation.text
    named, beside = find_due(text, Span(0, len(text))), _BY_DAY.search(text)
    said = named.of(text) if named is not None else f"on {beside[1]}" if beside is not None else ""
    return due_day(said, made.made_on) if said else None


def _by_words(gathered: Gathered, made: Commitment, first: date, last: date) -> Iterator[Quotation]:
    words, frequency = promised_words(made), gathered.told.rarity.frequency
    own = made.quotation.entry if made.quotation is not None else None
    for row, line in enumerate(gathered.told.lines):
        text = line.quotation.text
        later = made.made_on < line.day and first <= line.day <= min(last, gathered.until)
        if not later or not line.own or line.quotation.entry == own or leans(text):
            continue
        if gathered.promises(line.quotation):
            continue
        shared = terms_said(text) & words
        rare = any(frequency.get(word, 0) <= RARE_LINES for word in shared)
        tells = told_outcome(text, gathered.told.following(row)) is not None
        if rare and (len(shared) >= OUTCOME_SHARED or (tells and len(words) <= FEW_WORDS)):
            yield line.quotation


def _by_day(gathered: Gathered, made: Commitment, due: date) -> list[Quotation]:
    """Return the line of the days about the one that was named, nearest first, that tells of a deed or is quoted."""
    first, last = max(moved(due, -ABOUT_DAYS), moved(made.made_on, 1)), min(moved(due, ABOUT_DAYS), gathered.until)
    days = [one for one in gathered.entries if first <= one.written_at.date() <= last]
    days.sort(key=lambda one: abs((one.written_at.date() - due).days))
    begun = [line for entry in days if (line := _begun(gathered, made, entry)) is not None]
    lines = list(_quoted(gathered)) if days else []
    quoted = [line for entry in days for line in lines if line.entry == entry.id]
    of_one_day = [line for line in quoted if not begun or line.entry == begun[0].entry]
    return [*of_one_day, *begun][:1]


def _begun(gathered: Gathered, made: Commitment, entry: Entry) -> Quotation | None:
    """Return the beginning of an entry that tells of a deed, where it names no other matter than the promise does."""
    rows = gathered.told.rows_by_entry.get(entry.id, [])
    if not rows or told_outcome(gathered.told.lines[rows[0]].quotation.text) is None:
        return None
    line = gathered.told.lines[rows[0]].quotation
    bare = len(line.text.split()) <= BARE_WORDS and len(telling_words_of([line.text])) <= BARE_TERMS
    if not bare and not terms_said(line.text) & promised_words(made):
        return None
    end = gathered.told.lines[rows[1]].quotation.span.end if bare and len(rows) > 1 else line.span.end
    return Quotation.cut(entry, Span(line.span.start, end))


def _quoted(gathered: Gathered) -> Iterator[Quotation]:
    for area in gathered.areas:
        yield from close_lines(gathered, area)
    yield from weighty_lines(gathered)
