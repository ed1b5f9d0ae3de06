"""Hear which areas of life a text is about: the seven that everyone starts with, and the person's own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from assistant.core.ids import Area
from assistant.core.reading import AreaScore
from assistant.reading.area_words import AREA_STEMS
from assistant.reading.stemming import stem
from assistant.reading.weighing import Sentence, choose

if TYPE_CHECKING:
    from assistant.reading.heads import Heads

OwnAreas = Sequence[tuple[Area, frozenset[str]]]
"""Areas that the person added, each with the stems of the words that speak of it."""

LEAST_SHARE: Final = 0.25
"""Below this a sentence does not speak of an area: a fair guess among four."""

LEAST_SCORE: Final = 0.3
"""Below this a text is not about an area."""

MOST: Final = 0.95
"""One sentence never settles what a text is about."""

NO_AREA: Final = "none"

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def hear_areas(sentences: Sequence[Sentence], heads: Heads | None = None, own: OwnAreas = ()) -> tuple[AreaScore, ...]:
    """Return the areas that a text is about, the clearest first."""
    silent: dict[Area, float] = defaultdict(lambda: 1.0)
    for sentence in sentences:
        for area, share in areas_of(sentence, heads, own).items():
            silent[area] *= 1.0 - min(share, MOST)
    scores = [AreaScore(area, 1.0 - rest) for area, rest in silent.items() if 1.0 - rest >= LEAST_SCORE]
    return tuple(sorted(scores, key=lambda one: (-one.score, one.area)))


def areas_of(sentence: Sentence, heads: Heads | None = None, own: OwnAreas = ()) -> dict[Area, float]:
    """Return how much one sentence speaks of each area, in [0, 1]; areas below `LEAST_SHARE` are left out."""
    stems = _stems(sentence.words)
    if heads is None:
        told = _by_words(stems)
    else:
        shares = choose("area", sentence, area_marks(sentence.words), heads)
        told = {Area(name): share for name, share in shares.items() if name != NO_AREA}
    for area, words in own:
        if shared := len(stems & words):
            told[area] = 1.0 - 0.5**shared
    return {area: share for area, share in told.items() if share >= LEAST_SHARE}


def area_marks(sentence: str) -> list[str]:
    """Return the areas that words of a plain sentence speak of, in the order of their names."""
    return sorted({area for word in _stems(sentence) for area in AREA_STEMS.get(word, ())})


def _stems(sentence: str) -> set[str]:
    return {stem(word) for word in _WORD.findall(sentence)}


def _by_words(stems: set[str]) -> dict[Area, float]:
    """Weigh the words that speak of an area; a word of two areas counts half for each."""
    told: dict[Area, float] = defaultdict(float)
    for word in stems:
        areas = AREA_STEMS.get(word, frozenset())
        for area in areas:
            told[area] += 1.0 / len(areas)
    return {area: 1.0 - 0.5**weight for area, weight in told.items()}
