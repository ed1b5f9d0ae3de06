"""Where the days left the vision, and what goes round: findings with their lines and what stands against them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from assistant.core.entry import Quotation
from assistant.core.ids import Area
from assistant.core.records import LoopType, Vision
from assistant.core.review import Block, Dated, Fact, Section, Stated, Topic
from assistant.insight.drift import GOING_ON_DAYS, Moved
from assistant.insight.wording import terms_said
from assistant.services.drifting import HeldDrift
from assistant.services.loops import HeldLoop
from assistant.services.reviewing.areas import best_lines
from assistant.services.reviewing.beliefs import spread
from assistant.services.reviewing.closeness import telling_words_of
from assistant.services.reviewing.drifted import afterwards, drifts_within, showing, with_its_matter
from assistant.services.reviewing.gathered import Gathered
from assistant.services.reviewing.words import ReviewWords, named
from assistant.services.reviewing.written import section

DRIFTS_SHOWN: Final = 4
LINES_SHOWN: Final = 3
AGAINST_SHOWN: Final = 2
LOOPS_SHOWN: Final = 3

PARTS_LEAST: Final = 2
PART_TERMS: Final = 2
"""Telling words of each part of a want of several; "Rob and I" is no part."""

_PARTED: Final = re.compile(r"\s*[,;]\s+(?:and\s+|but\s+|so\s+)?|\s+(?:and|but)\s+")

JOINTS_LEAST: Final = 0.5
"""Weakest joint of a loop that the person has not confirmed: below it the links meet in a word and not in a thing."""


def drift(gathered: Gathered, words: ReviewWords) -> Section | None:
    """Tell of each drift that touches the period."""
    found = drifts_within(gathered)[:DRIFTS_SHOWN]
    blocks = [Block((named(held.area),), tuple(_told(gathered, words, held))) for held in found]
    return section(Topic.DRIFT, words, blocks) if blocks else None


def _told(gathered: Gathered, words: ReviewWords, held: HeldDrift) -> Iterator[Fact]:
    want = _in_force(gathered, held)
    if want is not None:
        statement = Stated(want.statement, want.set_on, want.id)
        yield words.fact("drift_want", day=Dated(want.set_on), statement=statement)
    evidence = showing(gathered, held)
    if evidence:
        yield _shown(gathered, words, held, evidence)
    else:
        written = words.count("week", held.weeks_written)
        began, ended = Dated(held.first), Dated(held.last or gathered.until)
        yield words.fact("drift_silence", mentioned=str(held.weeks_mentioned), written=written, first=began, last=ended)
    last, later = _since(gathered, held, evidence)
    long = timedelta(days=GOING_ON_DAYS)
    going_on = held.last is None and gathered.until - held.first > long
    if going_on and not later and (last is None or gathered.until - last <= long):
        yield words.fact("drift_going_on", until=Dated(gathered.until))
    first = evidence[0].written_at.date() if evidence else held.first
    told = {one.entry for one in evidence}  # what stands beside such a line on the same evening is mostly more of it
    counter = [
        one
        for one in gathered.clear(held.area, held.counter_evidence)
        if one.entry not in told and one.written_at.date() >= first
    ]
    against = sorted(counter, key=lambda one: (one.written_at, one.span))
    if against:
        yield words.fact("drift_against", lines=spread(against, AGAINST_SHOWN), against=True)
    if after := _against(gathered, held.area, later):
        yield words.fact("drift_after" if len(after) > 1 else "drift_after_once", lines=after, against=True)


def turned(gathered: Gathered, held: HeldDrift) -> tuple[Quotation, ...]:
    """Return the lines of the period that stand against a drift after its last line."""
    return _against(gathered, held.area, _since(gathered, held, showing(gathered, held))[1])


def _since(gathered: Gathered, held: HeldDrift, evidence: Sequence[Quotation]) -> tuple[date | None, list[Moved]]:
    """Return the day of the last line of a drift, None where it goes on in silence, and the moves towards after it."""
    last = evidence[-1].written_at.date() if evidence else held.last
    return last, afterwards(gathered, held.area, last) if last is not None else []


def _against(gathered: Gathered, area: Area, later: Sequence[Moved]) -> tuple[Quotation, ...]:
    near = {one.row for one in gathered.near(area)}
    return best_lines(gathered, [one for one in later if one.row in near], AGAINST_SHOWN)


def _shown(gathered: Gathered, words: ReviewWords, held: HeldDrift, evidence: list[Quotation]) -> Fact:
    """Count the days of the lines that show a drift, and quote the first one with those of the period."""
    plain = gathered.plain_first(evidence)
    inside = spread(gathered.inside(plain) or gathered.inside(evidence), LINES_SHOWN)
    lines = inside if plain[0] in inside else (plain[0], *inside)
    days = sorted({one.written_at.date() for one in (*plain, *lines)})
    lines = tuple(with_its_matter(gathered, held.area, one) for one in lines)
    name, first = f"drift_{held.kind.value}", Dated(days[0])
    of = _part(gathered, held, lines) or words.words.nouns["it"][0]
    if len(days) == 1:
        return words.fact(f"{name}_once" if len(lines) == 1 else f"{name}_day", lines=lines, first=first, of=of)
    among = words.among(len(lines), len(days))
    return words.fact(name, lines=lines, first=first, last=Dated(days[-1]), among=among, of=of)


def _part(gathered: Gathered, held: HeldDrift, lines: Sequence[Quotation]) -> Stated | None:
    """Return the part of what is wanted that every line shares a word with, where no line shares one with another."""
    want = _in_force(gathered, held)
    parts = parts_of(want.statement) if want is not None else []
    told = [telling_words_of([part]) for part in parts]
    met = {place for line in lines for place, words in enumerate(told) if terms_said(line.text) & words}
    all_of_it = len(met) == 1 and all(terms_said(line.text) & told[min(met)] for line in lines)
    if want is None or len(parts) < PARTS_LEAST or not all_of_it:
        return None
    return Stated(parts[min(met)], want.set_on, want.id)


def parts_of(statement: str) -> list[str]:
    """Return the parts of a want that each say a thing by themselves: split at commas, "and" and "but"."""
    parts = [part.strip().rstrip(".!") for part in _PARTED.split(statement)]
    whole = all(len(telling_words_of([part])) >= PART_TERMS for part in parts)
    return parts if whole else [statement]


def _in_force(gathered: Gathered, held: HeldDrift) -> Vision | None:
    return next((one for one in gathered.visions.get(held.area, ()) if one.statement == held.vision), None)


# ------------------------------------------------------------------------------------------- loops


def loops(gathered: Gathered, words: ReviewWords) -> Section | None:
    """Tell of each loop that a line of the period belongs to."""
    blocks = []
    for held in loops_within(gathered)[:LOOPS_SHOWN]:
        lines = tuple(link.quotation for link in held.loop.links)
        days = sorted(line.written_at.date() for line in lines)
        name = "loop_feeds" if held.loop.type is LoopType.REINFORCING else "loop_steadies"
        if days[0] == days[-1]:
            tells = words.fact(f"{name}_once", lines=lines, first=Dated(days[0]))
        else:
            tells = words.fact(name, lines=lines, first=Dated(days[0]), last=Dated(days[-1]))
        blocks.append(Block((), (tells, words.fact("loop_yours" if held.loop.confirmed else "loop_offered"))))
    return section(Topic.LOOPS, words, blocks) if blocks else None


def loops_within(gathered: Gathered) -> list[HeldLoop]:
    """Return the loops that a line of the period belongs to, those that the person confirmed first."""
    return [
        held
        for held in gathered.loops
        if (held.joints is None or held.joints >= JOINTS_LEAST)
        and any(gathered.within(link.quotation.written_at.date()) for link in held.loop.links)
    ]
