"""Ask one question of one sentence: by a head where there is one, else by the weights of its marks alone."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assistant.core.span import Span
from assistant.reading.features import Marks, loudness, marks_of, plain, words_of
from assistant.reading.rule_weights import RULES

if TYPE_CHECKING:
    from assistant.reading.heads import Floats, Heads


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text, in the forms that are weighed."""

    span: Span
    words: str
    """Its plain form, see `features.plain`."""
    vector: Floats | None = None

    def __repr__(self) -> str:
        return f"Sentence([{self.span.start}, {self.span.end}))"

    @classmethod
    def of(cls, text: str, span: Span, vector: Floats | None = None) -> Sentence:
        """Prepare the sentence that the span covers."""
        return cls(span, plain(span.of(text)), vector)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a question's answer is worth, and the marks that spoke."""

    chance: float
    threshold: float
    marks: tuple[str, ...]

    @property
    def heard(self) -> bool:
        """Say whether the answer is yes."""
        return self.chance >= self.threshold


def weigh(name: str, sentence: Sentence, marks: Marks, heads: Heads | None) -> Weighed:
    """Answer the yes-or-no question `name` of a sentence."""
    borne = tuple(marks_of(sentence.words, marks))
    if heads is None:
        bias, threshold, weights = RULES[name]
        return Weighed(_chance(bias, weights, borne, loudness(sentence.words)), threshold, borne)
    with_vector = sentence.vector is not None
    head = heads.best(name, with_vector=with_vector)
    features = [*words_of(sentence.words), *(f"#{mark}" for mark in borne)]
    chance = head.chances(features, loudness(sentence.words), sentence.vector)[0]
    return Weighed(chance, heads.threshold(name, with_vector=with_vector), borne)


def choose(name: str, sentence: Sentence, borne: Sequence[str], heads: Heads) -> dict[str, float]:
    """Return the chance of every class of the question `name`."""
    head = heads.best(name, with_vector=sentence.vector is not None)
    features = [*words_of(sentence.words), *(f"#{mark}" for mark in borne)]
    return dict(zip(head.classes, head.chances(features, loudness(sentence.words), sentence.vector), strict=True))


def _chance(bias: float, weights: Mapping[str, float], borne: Sequence[str], loud: float) -> float:
    total = bias + loud * sum(weights.get(mark, 0.0) for mark in borne)
    return 1.0 / (1.0 + math.exp(-total))


EVEN: Final = 0.5
"""The confidence of an answer that just reaches its threshold."""


def confidence(weighed: Weighed) -> float:
    """Return the chance, moved so that the threshold reads as an even one half and 1 stays 1."""
    if weighed.chance >= weighed.threshold:
        return EVEN + EVEN * (weighed.chance - weighed.threshold) / max(1.0 - weighed.threshold, 1e-9)
    return EVEN * weighed.chance / weighed.threshold
