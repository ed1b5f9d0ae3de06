"""Suggest the beliefs that a person keeps stating: lines of three entries and three days that say the same thing.

A suggestion is a question, never a verdict: it is shown with its lines and waits for the person's yes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from assistant.core.reading import AssumptionKind
from assistant.insight.against import speaks_against
from assistant.insight.groups import ALIKE, Likeness, group
from assistant.insight.one_thing import (
    ENTRIES_LEAST,
    closeness,
    one_thing,
    said_for_this,
    sample,
    shared_phrases,
)
from assistant.insight.said import Said
from assistant.insight.wording import Rarity, terms_said

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CANDIDATE_LEAST: Final = 0.1
"""Chance of an assumption from which a line may help to form a group: below it, nine in ten lines of a journal are
left out, and of the planted lines that recur in the same words none that their group would not take in later."""

CONFIDENCE_LEAST: Final = 0.5
"""Mean chance of an assumption, over the entries of a group, from which it is offered. On the development journals the
planted beliefs have 0.47 to 0.92; groups of the same place, person or pastime have 0.1 to 0.55 and few shared words."""

STEADY: Final = 0.40
"""Likeness within a group from which a mean chance of `CONFIDENCE_STEADY` will do: the very same words each time."""

CONFIDENCE_STEADY: Final = 0.4

SURE: Final = 0.75
"""At least one line of a group must be as sure as this to be an assumption."""

STRENGTH_LEAST: Final = 0.35
"""Strength from which a suggestion is offered. Planted beliefs have 0.38 and more; what is alike by chance among the
lines of eighty strangers, 0.27 to 0.33."""

WORDS_LEAST: Final = 5
"""Words of a line, below which it states nothing ("Shop.", "It is too late.")."""

SURER: Final = 0.28
"""How much surer than the journal's lines are on the mean a group must be, up to `SURE`. Most diaries have a mean of
0.1 to 0.2, and `CONFIDENCE_LEAST` decides; in one that reads like essays (0.38) "eye" and "God" have 0.65."""

SAME_LINES: Final = 0.5
"""Share of its lines that a stronger suggestion has too, from which the weaker one is left out."""

NEAR_MOST: Final = 3_000
"""Lines looked at for one group, those first that share most of its words."""

HELD_MOST: Final = 1_000
"""Lines that may hold a word by which others are looked for: it keeps the work of a lifetime's diary linear."""

ENTRIES_COUNTED: Final = 8
"""Entries up to which a belief grows stronger by being said again: beyond, the commonest word would come first."""

SUGGESTED_MOST: Final = 12
"""Suggestions at a time. More is a chore, and of a lifetime's diary the strongest are asked about first."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Lines that say the same thing, and why they are thought to."""

    lines: tuple[int, ...]
    """Rows of the lines that say it, in order of time."""
    against: tuple[int, ...]
    """Rows of the lines that tell it was otherwise."""
    name: int
    """The row of the line that says it best."""
    kind: AssumptionKind
    strength: float
    """In [0, 1): for the order of the list."""
    cohesion: float
    """Mean likeness of its lines."""
    confidence: float
    """Mean chance, over its entries, that they state an assumption."""
    phrases: tuple[str, ...]
    """The stems that its lines share, the most telling first."""


def suggest(
    lines: Sequence[Said],
    meaning: NDArray[np.float32 | np.float16],
    rarity: Rarity,
    refused: frozenset[str] = frozenset(),
) -> list[Suggestion]:
    """Return the suggestions, strongest first; `meaning` has a unit row a line, `refused` holds marks of lines."""
    likeness = Likeness.of(lines, meaning, rarity)
    able = [row for row, line in enumerate(lines) if can_state(line) and line.mark not in refused]
    seeds = [row for row in able if lines[row].confidence >= CANDIDATE_LEAST]
    found = [[seeds[place] for place in places] for places in group(likeness.only(seeds))]
    holding = rows_by_term(lines, able)
    surer = min(sum(lines[row].confidence for row in able) / max(len(able), 1) + SURER, SURE)
    sure = [rows for rows in found if max(lines[row].confidence for row in rows) >= SURE]
    otherwise = cache(partial(is_against, lines))  # a line of a long diary is near to many groups
    made = [_weighed(lines, likeness, rows, holding, rarity, otherwise) for rows in sure]
    strong = [one for one in made if one is not None and one.strength >= STRENGTH_LEAST and one.confidence >= surer]
    kept = sorted(strong, key=lambda one: (-one.strength, one.lines))
    return _each_once(kept)[:SUGGESTED_MOST]


def _each_once(suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """Leave out what a stronger suggestion says already: groups that took in the same lines."""
    kept: list[Suggestion] = []
    for one in suggestions:
        if all(len({*one.lines} & {*had.lines}) < SAME_LINES * len(one.lines) for had in kept):
            kept.append(one)
    return kept


def rows_by_term(lines: Sequence[Said], rows: Sequence[int]) -> dict[str, list[int]]:
    """Return the rows of the lines that hold each term."""
    holding: dict[str, list[int]] = {}
    for row in rows:
        for term in terms_said(lines[row].quotation.text):
            holding.setdefault(term, []).append(row)
    return holding


def more_alike(
    likeness: Likeness, lines: Sequence[Said], seeds: Sequence[int], holding: dict[str, list[int]]
) -> list[int]:
    """Return the lines, however sure the reading is of them, that are as like some lines as those are to each other.

    Only lines that share a word which two of the seeds have are looked at, and no word that thousands hold.
    """
    counted = Counter(term for row in seeds for term in terms_said(lines[row].quotation.text))
    shared = [term for term, count in counted.items() if count > 1 or len(seeds) == 1]
    shared = [term for term in shared if len(holding.get(term, ())) <= HELD_MOST] or shared
    held = Counter(row for term in shared for row in holding.get(term, ()))
    near = sorted(sorted(held, key=lambda row: (-held[row], row))[:NEAR_MOST])
    if not near:
        return []
    mean = likeness.between(near, sample(list(seeds))).mean(axis=1)
    return [row for row, alike in zip(near, mean.tolist(), strict=True) if alike >= ALIKE]


def can_state(line: Said) -> bool:
    """Say whether a line may be evidence of a belief: the person's own words, and enough of them."""
    return line.own and len(line.quotation.text.split()) >= WORDS_LEAST


def _recurs(lines: Sequence[Said], rows: Sequence[int]) -> bool:
    entries = {lines[row].quotation.entry for row in rows}
    return len(entries) >= ENTRIES_LEAST and len({lines[row].day for row in rows}) >= ENTRIES_LEAST


def _weighed(
    lines: Sequence[Said],
    likeness: Likeness,
    seeds: list[int],
    holding: dict[str, list[int]],
    rarity: Rarity,
    otherwise: Callable[[int], bool],
) -> Suggestion | None:
    """Take in what else says the same, part it from what speaks against it, and weigh what is left."""
    rows = sorted({*seeds, *more_alike(likeness, lines, seeds, holding)})
    against = [row for row in rows if otherwise(row)]
    rows = [row for row in rows if not otherwise(row)]
    if not _recurs(lines, rows):
        return None
    likely = sorted(_best_by_entry(lines, rows), reverse=True)
    confidence = sum(likely) / len(likely)
    close = closeness(likeness, sample(rows))
    phrases = shared_phrases([lines[row] for row in rows], rarity)
    enough = CONFIDENCE_STEADY if close.likeness >= STEADY else CONFIDENCE_LEAST
    if confidence < enough or likely[0] < SURE or not one_thing(close, phrases, confidence, len(likely)):
        return None
    if not said_for_this(lines, rows, phrases, holding):
        return None
    ordered = sorted(rows, key=lambda row: (lines[row].quotation.written_at, row))
    weight = sum(likely[:ENTRIES_COUNTED]) * (close.likeness + close.meaning)
    name = best_said(lines, likeness, sample(rows), phrases)
    strength = weight / (weight + ENTRIES_LEAST)
    kind = _kind(lines, rows)
    return Suggestion(tuple(ordered), tuple(against), name, kind, strength, close.likeness, confidence, phrases)


def is_against(lines: Sequence[Said], row: int) -> bool:
    """Say whether a line like a belief tells that it was otherwise, itself or through the line after it."""
    line = lines[row]
    after = lines[row + 1].quotation if row + 1 < len(lines) else None
    same = after is not None and after.entry == line.quotation.entry
    return speaks_against(line.quotation.text, after.text if after and same else "", line.confidence)


def _best_by_entry(lines: Sequence[Said], rows: Sequence[int]) -> list[float]:
    best: dict[str, float] = {}
    for row in rows:
        entry = lines[row].quotation.entry
        best[entry] = max(best.get(entry, 0.0), lines[row].confidence)
    return list(best.values())


def best_said(lines: Sequence[Said], likeness: Likeness, rows: list[int], phrases: Sequence[str]) -> int:
    """Return the line that stands for all: like the others, in their words, surely an assumption, not long."""
    alike = likeness.between(rows, rows).mean(axis=1).tolist()

    def worth(place: int) -> tuple[float, int]:
        line = lines[rows[place]]
        text = name_in(line, phrases)
        share = _share(text, phrases)
        return (alike[place] + 0.2 * line.confidence + 0.2 * share - 0.02 * max(len(text.split()) - 8, 0), -rows[place])

    return rows[max(range(len(rows)), key=worth)]


def name_in(line: Said, phrases: Sequence[str]) -> str:
    """Return the words of a line that name a belief: its assumption alone where that holds the shared words."""
    if line.assumption is None or _share(line.assumption.text, phrases) < _share(line.shown.text, phrases):
        return line.shown.text
    return line.assumption.text


def _share(text: str, phrases: Sequence[str]) -> float:
    held = terms_said(text)
    return sum(phrase in held for phrase in phrases) / max(len(phrases), 1)


def _kind(lines: Sequence[Said], rows: Sequence[int]) -> AssumptionKind:
    votes: Counter[AssumptionKind] = Counter()
    for row in rows:
        votes[lines[row].kind] += lines[row].confidence  # type: ignore[assignment]
    return max(votes, key=lambda kind: (votes[kind], kind.value))
