"""Hear which areas of life a text is about: the seven that everyone starts with, and the person's own."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from assistant.core.ids import Area
from assistant.core.reading import AreaScore
from assistant.reading.area_words import AREA_STEMS
from assistant.reading.stemming import stem
from assistant.reading.weighing import Sentence

if TYPE_CHECKING:
    from assistant.reading.heads import Heads

OwnAreas = Sequence[tuple[Area, frozenset[str]]]
"""Areas that the person added, each with the stems of the words that speak of it."""

LEAST_SCORE: Final = 0.2
"""Below this an area is not named."""

HALF: Final = 1.0
"""Words of an area in a text that make it half sure."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def hear_areas(sentences: Sequence[Sentence], heads: Heads | None = None, own: OwnAreas = ()) -> tuple[AreaScore, ...]:
    """Return the areas that a text is about, the clearest first."""
    told: dict[Area, float] = defaultdict(float)
    for sentence in sentences:
        for area, weight in areas_of(sentence, heads, own).items():
            told[area] += weight
    scores = [AreaScore(area, 1.0 - math.exp(-weight / HALF * math.log(2.0))) for area, weight in told.items()]
    kept = [score for score in scores if score.score >= LEAST_SCORE]
    return tuple(sorted(kept, key=lambda one: (-one.score, one.area)))


def areas_of(sentence: Sentence, heads: Heads | None = None, own: OwnAreas = ()) -> dict[Area, float]:
    """Return how much one sentence speaks of each area; a word of two areas counts half for each."""
    told: dict[Area, float] = defaultdict(float)
    stems = {stem(word) for word in _WORD.findall(sentence.words)}
    for word in stems:
        areas = AREA_STEMS.get(word, frozenset())
        for area in areas:
            told[area] += 1.0 / len(areas)
    for area, words in own:
        if shared := len(stems & words):
            told[area] += shared
    return dict(told)
