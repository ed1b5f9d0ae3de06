"""The words by which a person says the same thing again: stems with the small words that carry a belief.

Searching throws "no", "always", "myself" and "should" away; a belief is made of them. What is thrown away here is only
what stands in every kind of sentence.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from assistant.reading.features import plain
from assistant.reading.stemming import stem

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_LIGHT: Final = frozenset(
    """
    a an the and or but if of to in on at for with by from as is are was were be been am being it its s that this these
    those i you he she we they me my your his her our their them us him so just then there here have has had do does did
    will would can could now not when what which who how really very quite about into up out over off than some one got
    get go goes going went hed shed wed theyd youd itd id ive ill knew know said says when while because though although
    also even still much more most any all own
    """.split()
)
"""Words of every kind of sentence; "no", "never", "always", "too", "say", "myself", "should" and "nobody" stay."""


SHORT_DAMPING: Final = 15.0
"""Added to a line's squared weight: one rare word in common makes two short lines no more alike than a long line is to
another that shares two. Without it half of what a diary of twelve years suggested hung on one word ("too", "world")."""


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return stem(word)


def terms_said(text: str) -> frozenset[str]:
    """Return the stems of a sentence that can make it the same as another."""
    words = [word for word in plain(text).split() if word.isalpha() or "-" in word]
    stems = [_stem(word) for word in words]
    telling = [stemmed for word, stemmed in zip(words, stems, strict=True) if word not in _LIGHT and len(word) > 1]
    return frozenset(telling)


@dataclass(frozen=True)
class Rarity:
    """How rare each term is in one journal."""

    sentences: int
    frequency: Mapping[str, int]

    @classmethod
    def of(cls, terms: Iterable[frozenset[str]]) -> Rarity:
        """Count the terms of every sentence."""
        counted: Counter[str] = Counter()
        sentences = 0
        for some in terms:
            counted.update(some)
            sentences += 1
        return cls(sentences, counted)

    def weight(self, term: str) -> float:
        """Return the term's weight: the rarer, the heavier, and never 0."""
        return math.log((self.sentences + 1.0) / (self.frequency.get(term, 0) + 0.5))


def word_rows(terms: Sequence[frozenset[str]], rarity: Rarity, places: Mapping[str, int]) -> csr_array:
    """Return `(lines, terms)` rows of length below 1, weighed by rarity; without a known term a row of zeros."""
    import numpy as np
    from scipy.sparse import csr_array

    data: list[float] = []
    columns: list[int] = []
    starts = [0]
    for some in terms:
        known = sorted(places[term] for term in some if term in places)
        weights = {places[term]: rarity.weight(term) for term in some if term in places}
        length = math.sqrt(sum(weight * weight for weight in weights.values()) + SHORT_DAMPING)
        columns.extend(known)
        data.extend(weights[place] / length for place in known)
        starts.append(len(columns))
    shape = (len(terms), max(len(places), 1))
    return csr_array((np.array(data, np.float32), np.array(columns, np.int32), np.array(starts, np.int32)), shape=shape)


def places_of(terms: Iterable[frozenset[str]]) -> dict[str, int]:
    """Return a column for every term, in the order of their first use within sorted lines."""
    places: dict[str, int] = {}
    for some in terms:
        for term in sorted(some):
            places.setdefault(term, len(places))
    return places
