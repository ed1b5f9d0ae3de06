"""Choose the lines that name a feeling of the writer's most strongly: of a time with both sides, a line from each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from assistant.core.entry import Quotation
from assistant.core.reading import Feeling
from assistant.insight.wording import terms_said
from assistant.reading.came_off import came_off
from assistant.reading.features import plain
from assistant.reading.leaning import leans
from assistant.services.reviewing.alone import shares_with
from assistant.services.reviewing.gathered import Gathered
from assistant.services.reviewing.weightiest import FELT_LEAST, hangs

SIDE_LEAST: Final = 0.4
"""And from which it is shown for the lesser side, where nothing stronger is: "glad" and "low" are."""

SIDE_SHARE: Final = 0.1
"""Share of the days with a feeling from which the lesser side is shown too: a small gladness beside a grief is not."""

FELT_SHOWN: Final = 4
FELT_WORDS: Final = (5, 36)

FELT_TERMS: Final = 2
"""Telling words of such a line: the feeling, and one of what it was about. "I am terrified of the scan." has no third,
and "I hate it, I hate it." has one."""

_GLAD: Final = frozenset(
    "ecstatic elated overjoyed euphoric thrilled proud happy excited relieved joyful grateful hopeful delighted "
    "touched moved pleased calm content glad peaceful amused cheerful relief joy".split()
)
HELD_WORDS: Final = (4, 30)

_HELD_OUT: Final = re.compile(
    r" i (?:will not|would not|did not|do not|shall not|refuse to|am not going to) "
    r"(?:give (?:in|up|way)|be beaten|yield|despair) "
    r"| i (?:conquer|carry on|carried on|keep going|kept going|hold out|held out|bear up|bore up)\b"
    r"| i am (?:\w+ ){0,3}still (?:working|living|alive|here|standing|at it|going)\b"
)
"""Plain forms of holding out, beside those by which a strength is heard."""

_ME: Final = re.compile(r"(?<![\w'’])(?:i|me|my|myself|im)(?!\w)", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[,;:—–]")
WORDS_BEFORE: Final = 4
"""Words before a feeling with which a sentence begins: "So very sad about it" has the writer for its subject."""

Found = tuple[float, bool, Quotation]


def felt_lines(gathered: Gathered) -> tuple[Quotation, ...]:
    """Return the sentences that name a feeling most strongly, one an entry, in the order of time."""
    found = sorted(_found(gathered), key=lambda one: (-one[0], one[2].written_at, one[2].span))
    strong = [one for one in found if one[0] >= FELT_LEAST]
    chosen: dict[str, Quotation] = {}
    for _strength, _glad, whole in [*_lesser(found), *strong]:
        if len(chosen) < FELT_SHOWN:
            chosen.setdefault(whole.entry, whole)
    return tuple(sorted(map(gathered.alone, chosen.values()), key=lambda one: (one.written_at, one.span)))


def held_beside(gathered: Gathered, felt: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """Return, for each heavy line, the sentence of the same entry that holds out or tells of a good thing.

    The plainest and nearest one of the person's own; one that is shown already stands there.
    """
    found = []
    for heavy in felt:
        rows = gathered.told.rows_by_entry.get(heavy.entry, [])
        lines = [gathered.told.lines[row] for row in rows]
        if _is_glad(gathered, heavy):
            continue
        held = [one.quotation for one in lines if one.own and _holds_out(one.quotation.text)]
        fitting = [one for one in held if not shares_with(one, felt)]
        near = heavy.span.start
        fitting.sort(key=lambda one: (_HELD_OUT.search(plain(one.text)) is None, abs(one.span.start - near)))
        found += fitting[:1]
    return tuple(found)


def _holds_out(text: str) -> bool:
    """Say whether a sentence holds out in short, plain words: of a long one nobody sees which half is meant."""
    least, most = HELD_WORDS
    return least <= len(text.split()) <= most and (_HELD_OUT.search(plain(text)) is not None or came_off(text))


def _is_glad(gathered: Gathered, line: Quotation) -> bool:
    feelings = [one for one in gathered.told.readings[line.entry].feelings if one.span.overlaps(line.span)]
    best = max(feelings, key=lambda one: one.strength, default=None)
    return best is not None and best.word.lower() in _GLAD


def _lesser(found: list[Found]) -> list[Found]:
    """Return the strongest line of each side, where both are felt on days enough."""
    days = {glad: {line.written_at.date() for _, side, line in found if side is glad} for glad in (True, False)}
    every = len(days[True] | days[False])
    if min(len(days[True]), len(days[False])) <= SIDE_SHARE * every:
        return []
    return [next(one for one in found if one[1] is glad) for glad in (True, False)]


def _found(gathered: Gathered) -> list[Found]:
    least, most = FELT_WORDS
    found: list[Found] = []
    for line in gathered.told.lines:
        whole = line.quotation
        fits = least <= len(whole.text.split()) <= most and not leans(whole.text)
        if not (line.own and gathered.within(line.day) and fits and len(terms_said(whole.text)) >= FELT_TERMS):
            continue
        feelings = [
            one
            for one in gathered.told.readings[whole.entry].feelings
            if one.span.overlaps(whole.span) and _of_me(whole, one)
        ]
        best = max(feelings, key=lambda one: one.strength, default=None)
        if best is not None and best.strength >= SIDE_LEAST and not hangs(gathered, whole):
            found.append((best.strength, best.word.lower() in _GLAD, whole))
    return found


def _of_me(line: Quotation, feeling: Feeling) -> bool:
    """Say whether the writer stands in the clause of a feeling: nobody does in "the dread puts an edge on it"."""
    at = feeling.span.start - line.span.start
    before, after = line.text[: max(at, 0)], line.text[max(at, 0) :]
    clause = _CLAUSE.split(before)[-1] + _CLAUSE.split(after)[0]
    return _ME.search(clause) is not None or len(before.split()) < WORDS_BEFORE
