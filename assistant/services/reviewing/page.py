"""Keep one evening from taking a page: few lines of one entry, and each quotation once.

Every section chooses by itself, so the longest and strongest evening would be in all of them. What a promise, a drift
or a belief stands on stays; of the lines that are shown as one of several, those beyond go, and the sentence above them
is said of as many as are left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from assistant.core.entry import Quotation
from assistant.core.ids import EntryId
from assistant.core.review import Block, Fact, Part, Section, Topic
from assistant.services.reviewing.alone import shares_with
from assistant.services.reviewing.beliefs import ENTRY_MOST
from assistant.services.reviewing.words import ReviewWords

Ranks = dict[tuple[Part, ...], int]

_SPARE: Final = (
    ("felt_once", "felt"),
    ("beside", "beside"),
    ("apart_once", "apart"),
    ("taken_once", "taken"),
    ("drift_after_once", "drift_after"),
    ("reckoned", "reckoned"),
    ("longest_once", "longest"),
    ("near_once", "near"),
    ("about", "about"),
    ("done_once", "done"),
    ("quoted_line", "quoted_line"),
)
"""Sentences above one line and above several of which some may go, what weighs most first."""

_OF_ALL: Final = {"longest": "longest_some", "longest_once": "longest_some_once"}
"""Sentences that speak of all there are, and how they read where a line is gone."""


def sparing(sections: Sequence[Section], words: ReviewWords) -> tuple[Section, ...]:
    """Return the sections with at most so many lines of one entry, each once; what is left without a line goes."""
    ranks = {words.parts(name): rank for rank, names in enumerate(_SPARE) for name in names}
    had = _fixed(sections, ranks)
    counts = _counted(sections, ranks)
    kept: dict[int, tuple[Quotation, ...]] = {}
    spare = [fact for fact in _facts(sections) if fact.parts in ranks]
    for fact in sorted(spare, key=lambda one: ranks[one.parts]):
        lines: list[Quotation] = []
        for line in fact.lines:
            if counts[line.entry] < ENTRY_MOST and not shares_with(line, had):
                lines.append(line)
                had.append(line)
                counts[line.entry] += 1
        kept[id(fact)] = tuple(lines)
    made = (_left(one, kept, ranks, words) for one in sections)
    return tuple(one for one in made if one.blocks or one.table is not None)


def settled(sections: Sequence[Section], words: ReviewWords) -> tuple[Quotation, ...]:
    """Return the quotations of some sections that nothing may take the place of."""
    ranks = {words.parts(name): rank for rank, names in enumerate(_SPARE) for name in names}
    after = {words.parts(name) for name in ("drift_after_once", "drift_after")}
    later = [line for fact in _facts(sections) if fact.parts in after for line in fact.lines]
    return (*_fixed(sections, ranks), *later)


def room_left(sections: Sequence[Section]) -> Callable[[Quotation], bool]:
    """Return whether a line may be asked about: it stands on the page, or its entry has lines left there."""
    lines = [one for fact in _facts(sections) for one in fact.quotations()]
    counts = Counter(one.entry for one in lines)
    return lambda line: counts[line.entry] < ENTRY_MOST or shares_with(line, lines)


def _facts(sections: Iterable[Section]) -> list[Fact]:
    return [fact for section in sections for block in section.blocks for fact in block.facts]


def _fixed(sections: Sequence[Section], ranks: Ranks) -> list[Quotation]:
    """Return the quotations that stay."""
    return [one for fact in _facts(sections) if fact.parts not in ranks for one in fact.quotations()]


def _counted(sections: Sequence[Section], ranks: Ranks) -> Counter[EntryId]:
    counts: Counter[EntryId] = Counter()
    for section in sections:
        lines = _fixed([section], ranks)
        counts.update({one.entry for one in lines} if section.topic is Topic.BELIEFS else [one.entry for one in lines])
    return counts


def _left(
    section: Section,
    kept: dict[int, tuple[Quotation, ...]],
    ranks: Ranks,
    words: ReviewWords,
) -> Section:
    blocks: list[Block] = []
    for block in section.blocks:
        facts = []
        for fact in block.facts:
            lines = kept.get(id(fact), fact.lines)
            if lines == fact.lines:
                facts.append(fact)
            elif lines:
                name = _SPARE[ranks[fact.parts]][len(lines) > 1]
                facts.append(replace(fact, parts=words.parts(_OF_ALL.get(name, name)), lines=lines))
        if facts:
            blocks.append(replace(block, facts=tuple(facts)))
    return replace(section, blocks=tuple(blocks))
