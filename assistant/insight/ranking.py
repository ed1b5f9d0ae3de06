"""Weigh how well an entry answers a question: by its words, by its meaning and by its days.

No one measure is best for every question. Words decide where the question's own rare words stand in the entry;
vectors decide where it is asked in other words. So the measures are normalised by what the question could reach at
most, and mixed with weights that were fitted once (see `models/training/recall/`).
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, cast

from assistant.core.span import Span
from assistant.reading.terms import STOP_WORDS, plain_words, terms_of

if TYPE_CHECKING:
    from assistant.ports import Vectors

SATURATION: Final = 1.2
LENGTH_WEIGHT: Final = 0.75
"""The two constants of BM25, k1 and b.

**Source**: Robertson and Zaragoza, *The Probabilistic Relevance Framework* (2009).
"""

COMMON_SHARE: Final = 0.5
"""A name in more than this share of the entries says nothing, and bends the question's vector: on conversations of two
people, leaving their names out of the question took vectors alone from 0.77 to 0.86 (any@5)."""

BARE_WEIGHT: Final = 1.0
"""What the vector of a question's bare words counts for beside that of the question itself: "What happened when" and
"did I ever" draw toward lines that tell nothing. Any@5 on the texts it is fitted on: 0.862 without, 0.878 with it."""


_UNBROKEN: Final = re.compile(r"\S+")


class EntryWords:
    """The words of one entry, counted when a question first asks for them."""

    def __init__(self, text: str) -> None:
        self.terms = terms_of(text)
        self.length = len(self.terms)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each term stands there."""
        return Counter(self.terms)

    def shared_pairs(self, pairs: frozenset[tuple[str, str]]) -> int:
        """Return how many of these pairs of terms are neighbours here."""
        return len(pairs.intersection(itertools.pairwise(self.terms))) if pairs else 0


@dataclass(frozen=True)
class Question:
    """What is asked, in terms, with how rare each is in this vault."""

    text: str
    rarity: Mapping[str, float]
    """Inverse document frequency of each term, in the order of the question."""
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, text: str, frequency: Mapping[str, int], entries: int) -> Question:
        """Read a question; `frequency` says in how many of the `entries` each of its terms occurs."""
        terms = terms_of(text)
        rarity = {term: inverse_frequency(frequency.get(term, 0), entries) for term in terms}
        return cls(text, rarity, frozenset(itertools.pairwise(terms)))

    @cached_property
    def rarity_in_all(self) -> float:
        """The sum over all terms; never 0."""
        return sum(self.rarity.values()) or 1.0


def inverse_frequency(found_in: int, entries: int) -> float:
    """Return how rare a term is: 0 for one in every entry, and never less."""
    return math.log(1.0 + (max(entries - found_in, 0) + 0.5) / (found_in + 0.5))


def name_words(text: str) -> list[str]:
    """Return the words that may be names, by how they are written."""
    return [word for word in text.split() if word[:1].isupper()]


def without_common_names(text: str, frequency: Mapping[str, int], entries: int) -> str:
    """Return the question without names that stand in most entries, for its vector; whole if little is left."""

    def common(word: str) -> bool:
        terms = terms_of(word) if word[:1].isupper() else []
        return bool(terms) and all(frequency.get(term, 0) > COMMON_SHARE * entries for term in terms)

    kept = [word for word in text.split() if not common(word)]
    return " ".join(kept) if terms_of(" ".join(kept)) else text


def bare_words(text: str) -> list[Span]:
    """Return where the words of a question stand that carry meaning, in their order, with what is written onto them."""
    return [
        Span(*match.span())
        for match in _UNBROKEN.finditer(text)
        if any(word not in STOP_WORDS for word in plain_words(match[0]))
    ]


def blended(question: Vectors, bare: Vectors) -> Vectors:
    """Return the unit vector, `(dimensions,)`, that a question and its bare words are searched by."""
    both = question + BARE_WEIGHT * bare
    return cast("Vectors", both / math.sqrt(float(both @ both) or 1.0))


@dataclass(frozen=True, slots=True)
class Measures:
    """How one entry meets a question, each measure independent of the others; the weights have the same fields."""

    words: float
    """BM25 as a share of what the question's terms could reach at most."""
    pairs: float
    """Share of the question's pairs of neighbouring terms that are neighbours in the entry."""
    passage: float
    """Cosine of the question and the entry's nearest passage."""
    whole: float
    """Cosine of the question and the mean of the entry's passages."""
    days: float
    """1 within the days the question names, less soon after them, 0 elsewhere."""


def measure(
    question: Question, entry: EntryWords, usual_length: float, cosines: Sequence[float], whole: float, days: float
) -> Measures:
    """Measure one entry: `cosines` are those of its passages, `whole` that of their mean."""
    most = question.rarity_in_all * (SATURATION + 1.0)
    damping = SATURATION * (1.0 - LENGTH_WEIGHT + LENGTH_WEIGHT * entry.length / max(usual_length, 1.0))
    words, counts = 0.0, entry.counts
    for term, rarity in question.rarity.items():
        if count := counts.get(term):
            words += rarity * count * (SATURATION + 1.0) / (count + damping)
    return Measures(
        words / most,
        entry.shared_pairs(question.pairs) / max(len(question.pairs), 1) if words else 0.0,
        max(cosines, default=0.0),
        whole,
        days,
    )


@dataclass(frozen=True, slots=True)
class Mix:
    """The fitted weights, and the line from their sum to a probability."""

    weights: Measures
    slope: float
    level: float

    def weigh(self, measures: Measures) -> float:
        """Return the weighted sum, by which entries are ordered."""
        weights = self.weights
        return (
            weights.words * measures.words
            + weights.pairs * measures.pairs
            + weights.passage * measures.passage
            + weights.whole * measures.whole
            + weights.days * measures.days
        )

    def score(self, weighed: float) -> float:
        """Return the probability that an entry of that sum answers the question."""
        return 1.0 / (1.0 + math.exp(-min(max(self.slope * (weighed - self.level), -60.0), 60.0)))


def share_of(question: Question, text: str) -> float:
    """Return the share of the question's rarity that a line of text holds."""
    held = set(terms_of(text))
    return sum(rarity for term, rarity in question.rarity.items() if term in held) / question.rarity_in_all


def frequency_words(text: str) -> dict[str, str]:
    """Return, for each term of a question, a word that full text can be asked for."""
    found: dict[str, str] = {}
    for word in plain_words(text):
        for term in terms_of(word):
            found.setdefault(term, word)
    return found
