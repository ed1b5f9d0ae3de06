"""What keeps being said: beliefs that the person owns, new, weakened and tested, and lines that say something alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from assistant.core.entry import Quotation
from assistant.core.reading import AssumptionKind
from assistant.core.records import Belief, BeliefTest
from assistant.core.review import Block, Dated, Fact, Section, Stated, Topic
from assistant.insight.said import Said
from assistant.reading.leaning import leans
from assistant.services.beliefs import HeldBelief, Why
from assistant.services.reviewing.alone import shares_with
from assistant.services.reviewing.gathered import Gathered
from assistant.services.reviewing.since import said_since
from assistant.services.reviewing.words import ReviewWords
from assistant.services.reviewing.written import day_of, section, weighty_lines

OWNED_SHOWN: Final = 6
ALIKE_SHOWN: Final = 3
LINES_SHOWN: Final = 3
AGAINST_SHOWN: Final = 2

TAKEN_SURE: Final = 0.94
"""How sure the reading must be that a line takes something for granted, before it is shown by itself. Of 27 such lines
in six journals 24 say how things are; of the 14 next surer ones 8."""

TAKEN_WORDS: Final = (6, 24)
TAKEN_SHOWN: Final = 4
TAKEN_EVERY: Final = 15
"""Sentences of an entry of which one is shown: a long letter to oneself says more than one thing."""

ENTRY_MOST: Final = 2
"""Lines of one entry that are chosen for a page; of those that a belief stands on one counts. Of one evening's taking
stock four of four make a quarter of it."""

TAKEN_KINDS: Final = frozenset(AssumptionKind) - {
    AssumptionKind.OTHER,
    AssumptionKind.PREDICTION,
    AssumptionKind.CAUSAL,
}
"""The kinds that speak of how things are, and not of one day to come or of one cause."""

_OF_ANOTHER: Final = re.compile(r"(?<![\w'’])(?:he|she|him|her|his)(?!\w)", re.IGNORECASE)
"""Of one other person: what is so of them is news of a day; what one takes them to think of oneself is a belief."""

_OF_ALL: Final = re.compile(
    r"(?<![\w'’])(?:i|a (?:man|woman|person|child|boy|girl)|whoever|(?:any|every)(?:one|body))(?!\w)",
    re.IGNORECASE,
)
"""Whom a line speaks of that a "he" or "her" behind it does not make news of another: oneself, or anyone at all."""

ALIKE_DAYS_LEAST: Final = 2
"""Days of the period on which lines must say something alike, before they are shown as a belief that may be one."""

AGAIN_DAYS_LEAST: Final = 3
"""Days on which lines must say something alike, before one of the period is set beside the earlier ones."""

ALIKE_LIKENESS_LEAST: Final = 0.38
ALIKE_SHARED_LEAST: Final = 2
"""Mean likeness of such lines, and words that they share: below it a reader sees a topic in common and no statement. Of
the groups found in seven journals the 6 that reach it all say one thing; of the 21 that do not, 6."""


def beliefs(gathered: Gathered, words: ReviewWords) -> Section | None:
    """Say which beliefs were said, which were not any more, what stands against them, and what was tried."""
    blocks = [Block((_statement(held, gathered),), facts) for held, facts in _owned(gathered, words)]
    blocks += [Block((), facts) for _held, facts in _alike(gathered, words)]
    told = {line for block in blocks for fact in block.facts for line in fact.lines}
    if lines := tuple(one for one in taken_for_granted(gathered) if not shares_with(one, told)):
        name = "taken" if len(lines) > 1 else "taken_once"
        blocks.append(Block((), (words.fact(name, lines=lines),)))
    return section(Topic.BELIEFS, words, blocks) if blocks else None


def taken_for_granted(gathered: Gathered, kinds: frozenset[AssumptionKind] = TAKEN_KINDS) -> tuple[Quotation, ...]:
    """Return the sentences of the period that state most surely how things are, few an entry, in the order of time."""
    chosen: list[Said] = []
    quoted = Counter(one.entry for one in weighty_lines(gathered))
    for line in sorted(filter(_takes, gathered.told.lines), key=lambda one: (-one.confidence, one.day)):
        had = sum(one.quotation.entry == line.quotation.entry for one in chosen)
        room = 1 + len(gathered.told.rows_by_entry[line.quotation.entry]) // TAKEN_EVERY
        room = min(room, max(1, ENTRY_MOST - quoted[line.quotation.entry]))
        if gathered.within(line.day) and line.kind in kinds and had < room and len(chosen) < TAKEN_SHOWN:
            chosen.append(line)
    lines = (gathered.alone(line.quotation) for line in chosen)
    return tuple(sorted(lines, key=lambda one: (one.written_at, one.span)))


def _takes(line: Said) -> bool:
    least, most = TAKEN_WORDS
    text = line.quotation.text
    spoken = any(mark in text for mark in '“”"«»‘')
    sure = line.own and line.confidence >= TAKEN_SURE
    news = line.kind is not AssumptionKind.MIND_READING and is_of_another(text)
    return sure and not spoken and not news and not leans(text) and least <= len(text.split()) <= most


def is_of_another(text: str) -> bool:
    """Say whether a line tells what is so of one other person, and not a rule of one's own or of everyone.

    "I always let her down." is a rule of the self that names another; "A man is what he does." is one of everyone.
    """
    other = _OF_ANOTHER.search(text)
    return other is not None and _OF_ALL.search(text, 0, other.start()) is None


def owned_said(gathered: Gathered) -> list[HeldBelief]:
    """Return the person's own beliefs that were said in the period, the most often said first."""
    own = [held for held in gathered.beliefs if held.accepted and gathered.inside(held.belief.evidence)]
    return sorted(own, key=lambda held: (-len(gathered.inside(held.belief.evidence)), held.belief.id))


def alike_said(gathered: Gathered) -> list[HeldBelief]:
    """Return what may be a belief and was said on days enough of the period, the strongest first."""
    return [
        held
        for held in gathered.beliefs
        if not held.accepted and (held.why is None or _says_one_thing(held.why)) and _often(gathered, held)
    ][:ALIKE_SHOWN]


def _says_one_thing(why: Why) -> bool:
    return why.likeness >= ALIKE_LIKENESS_LEAST and len(why.shared) >= ALIKE_SHARED_LEAST


def _often(gathered: Gathered, held: HeldBelief) -> bool:
    """Say whether lines of the period say it often enough, or one does and earlier lines did."""
    inside, known = (
        len({one.written_at.date() for one in some})
        for some in (gathered.inside(held.belief.evidence), gathered.known(held.belief.evidence))
    )
    return inside >= ALIKE_DAYS_LEAST or (inside > 0 and known >= AGAIN_DAYS_LEAST)


def _owned(gathered: Gathered, words: ReviewWords) -> Iterator[tuple[HeldBelief, tuple[Fact, ...]]]:
    said = owned_said(gathered)
    rest = [held for held in gathered.beliefs if held.accepted and held not in said]
    for held in [*said, *rest][:OWNED_SHOWN]:
        facts = (*_said(gathered, words, held), *_against(gathered, words, held), *_tests(gathered, words, held))
        if facts:
            yield held, facts


def _alike(gathered: Gathered, words: ReviewWords) -> Iterator[tuple[HeldBelief, tuple[Fact, ...]]]:
    for held in alike_said(gathered):
        inside, known = gathered.inside(held.belief.evidence), gathered.known(held.belief.evidence)
        own = {one.written_at.date() for one in inside}
        days = len({one.written_at.date() for one in known})
        first, last = day_of(known[0]), day_of(known[-1])
        shown = spread(inside if len(own) >= ALIKE_DAYS_LEAST else known, LINES_SHOWN)
        among, lately = words.among(len(shown), days), str(len(own))
        said = words.count("day", days)
        name = "alike" if days == len(own) else "alike_before"
        fact = words.fact(name, lines=shown, days=said, first=first, last=last, lately=lately, among=among)
        yield held, (fact, *_against(gathered, words, held))


def _said(gathered: Gathered, words: ReviewWords, held: HeldBelief) -> Iterator[Fact]:
    inside = gathered.inside(held.belief.evidence)
    earlier = [one for one in held.belief.evidence if one.written_at.date() < gathered.period.first]
    if not inside:
        if earlier:
            newest = max(earlier, key=lambda one: one.written_at)
            since, until = Dated(gathered.period.first), Dated(gathered.until)
            yield words.fact("said_not", since=since, until=until, last=day_of(newest))
        return
    days = {one.written_at.date() for one in inside}
    shown = spread(inside, LINES_SHOWN)
    if len(days) == 1:
        yield words.fact("said_once", lines=shown, first=day_of(inside[0]))
    else:
        first, last = day_of(inside[0]), day_of(inside[-1])
        among = words.among(len(shown), len(days))
        said = words.count("day", len(days))
        yield words.fact("said", lines=shown, days=said, first=first, last=last, among=among)
    before = [one for one in earlier if one.written_at.date() >= gathered.before.first]
    if not earlier:
        known = max(gathered.since, min(gathered.told.days(), default=gathered.since))
        yield words.fact("said_first", since=Dated(known), first=day_of(inside[0]))
    elif before:
        days_before = words.count("day", len({one.written_at.date() for one in before}))
        began, ended = Dated(gathered.before.first), Dated(gathered.before.last)
        yield words.fact("said_before", first=began, last=ended, days=days_before)


def _against(gathered: Gathered, words: ReviewWords, held: HeldBelief) -> Iterator[Fact]:
    """Tell what stands against a belief, and what came after where nothing does that is newer than the belief."""
    against, said = gathered.inside(held.belief.counter_evidence), gathered.known(held.belief.evidence)
    shown = spread(against, AGAINST_SHOWN)
    newest = said[-1].written_at if said else None
    older = newest is not None and all(one.written_at < newest for one in against)
    if against:
        yield words.fact("said_against_before" if older else "said_against", lines=shown, against=True)
    if older and (since := said_since(gathered, held)):
        yield words.fact("said_since" if len(since) > 1 else "said_since_once", lines=since, against=True)


def _tests(gathered: Gathered, words: ReviewWords, held: HeldBelief) -> Iterator[Fact]:
    for test in held.belief.tests:
        if not _concerns(gathered, test):
            continue
        what = _stated(gathered, held.belief, test, test.what)
        if test.due is not None:
            yield words.fact("test_by", due=Dated(test.due), what=what)
        else:
            yield words.fact("test", what=what)
        if test.expected:
            yield words.fact("test_expected", expected=_stated(gathered, held.belief, test, test.expected))
        if test.result and test.result_on:
            result = _stated(gathered, held.belief, test, test.result)
            yield words.fact("test_result", day=Dated(test.result_on), result=result)


def _statement(held: HeldBelief, gathered: Gathered) -> Stated:
    return Stated(held.belief.statement, held.last or gathered.until, held.belief.id)


def _concerns(gathered: Gathered, test: BeliefTest) -> bool:
    """Say whether a test was due in the period, had its result then, or is still open."""
    days = [day for day in (test.due, test.result_on) if day is not None]
    return any(gathered.within(day) for day in days) or (test.result is None and not days)


def _stated(gathered: Gathered, belief: Belief, test: BeliefTest, text: str) -> Stated:
    return Stated(text, test.result_on or test.due or gathered.until, belief.id)


def spread(quotations: Sequence[Quotation], most: int) -> tuple[Quotation, ...]:
    """Return at most so many of some quotations, one a day: the first, the last, and what lies evenly between."""
    days: dict[object, Quotation] = {}
    for one in quotations:
        days.setdefault(one.written_at.date(), one)
    every = list(days.values())
    if len(every) <= most:
        return tuple(every)
    if most == 1:
        return (every[-1],)
    places = sorted({round(number * (len(every) - 1) / (most - 1)) for number in range(most)})
    return tuple(every[place] for place in places)
