"""Choose of a drift what anyone can see it in: its lines, the findings that such lines show, and what came after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.core.entry import Quotation
from assistant.core.ids import Area
from assistant.core.span import Span
from assistant.insight.drift import DriftKind, Moved
from assistant.insight.signs import Course
from assistant.insight.wording import terms_said
from assistant.services.drifting import HeldDrift
from assistant.services.reviewing.closeness import (
    SHARED_LEAST,
    is_the_thing,
    says_undone,
    stated_words,
    telling_words,
)
from assistant.services.reviewing.gathered import Gathered


def drifts_within(gathered: Gathered) -> list[HeldDrift]:
    """Return the findings that touch the period, the strongest first; one no clear line of it shows is left out."""
    return [
        held
        for held in gathered.drifts
        if held.first <= gathered.until
        and (held.last is None or held.last >= gathered.period.first)
        and (not held.evidence or _of_the_matter(gathered, held.area, gathered.inside(_seen(gathered, held))))
    ]


def showing(gathered: Gathered, held: HeldDrift) -> list[Quotation]:
    """Return the lines of a finding that anyone can see it in, oldest first: no other is counted or shown.

    Of a goal that grew smaller these are the lines that make it so, where one is of the period.
    """
    seen = _seen(gathered, held)
    lowering = _lowering(gathered, held, seen)
    return lowering if gathered.inside(lowering) else seen


def _seen(gathered: Gathered, held: HeldDrift) -> list[Quotation]:
    """Return the lines that are clear enough.

    A line that is plainly the wanted thing, in its words and without a denial, shows no drift from it. One that denies
    the wanted thing by name shows it however short it is.
    """
    versions = gathered.visions.get(held.area, ())
    stated, clear = stated_words(versions), gathered.clear(held.area, held.evidence)
    undone = [one for one in held.evidence if says_undone(one.text, stated) and not gathered.promises(one)]
    return [one for one in gathered.known({*clear, *undone}) if not is_the_thing(one.text, versions)]


def _lowering(gathered: Gathered, held: HeldDrift, seen: Sequence[Quotation]) -> list[Quotation]:
    """Return those of a goal that grew smaller which lower it: one that only did not happen says something else."""
    if held.kind is not DriftKind.ERODING_GOAL or held.area not in gathered.heard:
        return []
    moves = gathered.heard[held.area].moves
    lowered = {gathered.told.lines[one.row].quotation for one in moves if one.course is Course.LOWERED}
    return [one for one in seen if one in lowered]


def with_its_matter(gathered: Gathered, area: Area, line: Quotation) -> Quotation:
    """Return a line together with the sentence before it, where only that one names what is wanted.

    "I have let go of all that" says nothing by itself; behind "The allotment, the beans, Sunday digging" it does.
    """
    stated = stated_words(gathered.visions.get(area, ()))
    row = next((row for row in gathered.told.rows_of([line]) if gathered.told.lines[row].quotation == line), 0)
    before = gathered.told.lines[row - 1].quotation if row else None
    if before is None or before.entry != line.entry or terms_said(line.text) & stated:
        return line
    if len(terms_said(before.text) & stated) < SHARED_LEAST:
        return line
    return Quotation.cut(gathered.told.entries[line.entry], Span(before.span.start, line.span.end))


def afterwards(gathered: Gathered, area: Area, last: date) -> list[Moved]:
    """Return the lines after a day that are near what is wanted, hold a word of it, and deny nothing."""
    heard, lines = gathered.heard.get(area), gathered.told.lines
    wanted = telling_words(gathered.visions.get(area, ()))
    moves = heard.moves if heard else []
    later = [one for one in moves if last < one.day <= gathered.until and not one.away]
    spoken = [one for one in later if terms_said(lines[one.row].quotation.text) & wanted]
    kept = [one for one in spoken if not gathered.promises(lines[one.row].quotation)]
    return [one for one in kept if not gathered.denied(one.row, wanted)]


def _of_the_matter(gathered: Gathered, area: Area, shown: Sequence[Quotation]) -> bool:
    """Say whether one of the lines holds a word of the matter, or tells what became of a promise.

    "I have let go of all that." borrows its matter from the line beside it, and shows nobody what it is of.
    """
    wanted, heard = telling_words(gathered.visions.get(area, ())), gathered.heard.get(area)
    near = {gathered.told.lines[one.row].quotation for one in heard.moves} if heard else set()
    told = {one: with_its_matter(gathered, area, one).text for one in shown}
    return any(one not in near or bool(terms_said(text) & wanted) for one, text in told.items())
