"""Tell lines that say one thing from lines that share a topic, or a word.

A belief comes back in its own words, and those words are said mostly for it. A topic's words are said for all that
has to do with it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from assistant.insight.groups import Likeness
from assistant.insight.said import Said
from assistant.insight.wording import Rarity, terms_said

ENTRIES_LEAST: Final = 3
"""Entries, and days, on which a thing was said before it is offered as a belief."""

SHARED_LEAST: Final = 0.08
"""Mean cosine of the words within a group: what is near in meaning alone is a topic."""

COHESION_LEAST: Final = 0.28
"""Mean likeness within a group. The planted beliefs of the development journals have 0.32 to 0.43."""

MEANING_LEAST: Final = 0.44
"""Mean cosine of the vectors from which lines that share one word alone are one belief and not one word: "burden" has
0.51, "too", "world" and "always" in a diary of twelve years 0.37 to 0.39."""

MEANING_LEAST_FEW: Final = 0.48
MANY: Final = 5
"""In fewer entries than `MANY` they must be nearer: three strangers' lines on "family" have 0.46."""

GENERIC: Final = frozenset(
    """
    thing someth anyth noth everyth everyon nobodi anybodi somebodi peopl alwai never ever too no onli make made take
    good bad wai dai time life want need give let come feel think like again work
    """.split()
)
"""Stems that many a sentence holds: two of them in common ("always", "thing") make nothing of two strangers' lines."""

CONFIDENCE_ONE_WORD: Final = 0.65
"""Mean chance of an assumption that such lines need. Below it, in the same diary, they were its topics ("journal",
"book", "war"); above it what its writer thought of them ("ambition", "sympathy")."""

COVERED_LEAST: Final = 0.4
"""Share of the lines with its most telling word, or with two of its words, that a group must hold. A belief's words are
said to say it: the planted ones have 0.6 and more, "ambition" and "coward" in a diary of twelve years 0.64 and 1.0. A
topic's words are said for everything else besides: "death" has 0.33, "health" 0.27, "journal" 0.16, "love" 0.04."""

TOGETHER_LEAST: Final = 5.0
"""How many times more often than by chance two words stand in one line, for them to be said together: "sympathy" and
"myself" do ten times, "love" and "passed" twice."""

ONE_WORD_HELD: Final = 0.85
"""Share of its lines that must hold the word in what they state, where they share one alone: the others are only near
in meaning, or say it beside the point."""

COMPARED_MOST: Final = 200
"""Lines of one group that are compared pair by pair: the memory of a group of thousands stays small."""

PHRASES: Final = 4


@dataclass(frozen=True, slots=True)
class Closeness:
    """How near the lines of a group are to each other, pair by pair, on the mean."""

    likeness: float
    meaning: float
    words: float


def one_thing(close: Closeness, phrases: Sequence[str], confidence: float, entries: int) -> bool:
    """Say whether lines that are near each other say one thing, rather than hold one word or share one topic."""
    if close.likeness < COHESION_LEAST or close.words < SHARED_LEAST:
        return False
    telling = [phrase for phrase in phrases if phrase not in GENERIC]
    near = close.meaning >= (MEANING_LEAST if entries >= MANY else MEANING_LEAST_FEW)
    return len(telling) > 1 or (bool(telling) and near and confidence >= CONFIDENCE_ONE_WORD)


def said_for_this(
    lines: Sequence[Said], rows: Sequence[int], phrases: Sequence[str], holding: dict[str, list[int]]
) -> bool:
    """Say whether the shared words are said for this, rather than for all that a topic has to do with."""
    telling = [phrase for phrase in phrases if phrase not in GENERIC]
    if len(telling) == 1:
        held = sum(telling[0] in terms_said(lines[row].shown.text) for row in rows)
        if held < ONE_WORD_HELD * len(rows):
            return False
    said = [{*holding[phrase]} for phrase in telling]
    for one, two in combinations(phrases, 2):
        both, chance = {*holding[one]} & {*holding[two]}, len(holding[one]) * len(holding[two]) / len(lines)
        if {one, two} & {*telling} and len(both) >= TOGETHER_LEAST * chance:
            said.append(both)
    own = {*rows}
    return any(len(every & own) >= ENTRIES_LEAST and len(every & own) >= COVERED_LEAST * len(every) for every in said)


def sample(rows: list[int]) -> list[int]:
    """Return as many of the lines as are compared pair by pair, spread evenly over time."""
    return rows[:: -(-len(rows) // COMPARED_MOST)]


def closeness(likeness: Likeness, rows: list[int]) -> Closeness:
    """Return how near some lines are to each other."""
    import numpy as np

    pairs = len(rows) * (len(rows) - 1)
    whole = likeness.between(rows, rows)
    words = (likeness.words[rows] @ likeness.words[rows].T).toarray()
    mean = float((whole.sum() - np.trace(whole)) / pairs)
    shared = float((words.sum() - np.trace(words)) / pairs)
    return Closeness(mean, 2.0 * mean - shared, shared)


def shared_phrases(lines: Sequence[Said], rarity: Rarity) -> tuple[str, ...]:
    """Return the stems that at least half of the lines share, those first that say most about them."""
    counted: Counter[str] = Counter()
    for line in lines:
        counted.update(terms_said(line.quotation.text))
    common = {term: count * rarity.weight(term) for term, count in counted.items() if count * 2 >= len(lines)}
    return tuple(sorted(common, key=lambda term: (-common[term], term))[:PHRASES])
