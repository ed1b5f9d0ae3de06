"""Choose the line by which an entry is shown: an exact quotation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from assistant.core.entry import Entry, Passage, Quotation
from assistant.core.span import Span
from assistant.ports import Place, Vault

if TYPE_CHECKING:
    from assistant.ports import Vectors

WORD_SHARE: Final = 0.5
"""What a line that holds all of the question's words counts for beside its cosine: of two near lines, the one with the
very words is the one a person recognises."""

SHOWN_LEAST: Final = 20
"""Code points below which a line says too little to stand for an entry, where there is a longer one."""


_SMALLEST: Final = 1e-12
"""Passages that cancel each other out have no direction together: their mean is near to nothing."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """How near an entry is to a question."""

    places: Sequence[Place]
    """Where its passages stand, in the order of the text; none where nothing was embedded yet."""
    cosines: Sequence[float]
    """How near each of them is."""
    whole: float
    """Cosine of the question and the mean of the passages."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """Passages of some entries, those of one entry beside each other, and their vectors, row by row."""

    places: list[Place]
    vectors: Vectors

    def meanings(self, vector: Vectors) -> dict[int, Meaning]:
        """Return how near each entry is to a `(dimensions,)` unit vector, by its number; one without is left out."""
        import numpy as np

        if not self.places:
            return {}
        entries = [place[0] for place in self.places]
        starts = [0, *(row for row, (one, two) in enumerate(pairwise(entries), 1) if one != two)]
        cosines = cosines_of(self.vectors, vector).tolist()
        sums = np.add.reduceat(self.vectors, starts, axis=0)
        wholes = (cosines_of(sums, vector) / np.maximum(np.linalg.norm(sums, axis=1), _SMALLEST)).tolist()
        return {
            entries[start]: Meaning(self.places[start:end], cosines[start:end], whole)
            for start, end, whole in zip(starts, [*starts[1:], len(entries)], wholes, strict=True)
        }


def cosines_of(rows: Vectors, vector: Vectors) -> Vectors:
    """Return the products of a few hundred rows with a vector, on this thread alone.

    `rows @ vector` would wake the threads of the matrix library for 20 microseconds of work, and those go on spinning
    for longer than a whole search takes, on the processors that evaluate the next question.
    """
    import numpy as np

    products: Vectors = np.einsum("ij,j->i", rows, vector)
    return products


class Lines:
    """The lines of the entries of one vault."""

    def __init__(self, vault: Vault, embedder: str) -> None:
        """Use the vectors of this embedder."""
        self._vault = vault
        self._embedder = embedder

    def embedded(self, entries: Sequence[Entry]) -> Embedded:
        """Return the passages of the entries that have a vector, with their vectors."""
        return Embedded(*self._vault.passages.places_of(self._embedder, entries))

    def best(self, entry: Entry, meaning: Meaning, share: Callable[[str], float]) -> Quotation:
        """Return the line that answers best; `share` says how much of the question a text holds."""
        spans = [Span(start, end) for _entry, start, end in meaning.places]
        lines = list(zip(spans, meaning.cosines, strict=True))
        lines = lines or [(passage.span, 0.0) for passage in self._passages(entry)]
        fitting = [(cosine + WORD_SHARE * share(span.of(entry.text)), span) for span, cosine in lines]
        if not fitting:
            return self.telling(entry)
        return _cut(entry, max(fitting, key=lambda one: (one[0], -one[1].start))[1])

    def telling(self, entry: Entry) -> Quotation:
        """Return the line that stands for the whole entry: the one nearest to the mean of all."""
        passages, vectors = self._vault.passages.vectors_of(self._embedder, [entry.id])
        if passages:
            near = cosines_of(vectors, vectors.mean(axis=0)).tolist()
            long = [len(passage.span) >= SHOWN_LEAST for passage in passages]
            best = max(range(len(passages)), key=lambda place: (long[place], near[place]))
            return _cut(entry, passages[best].span)
        spans = [passage.span for passage in self._passages(entry)]
        return _cut(entry, max(spans, key=len, default=_first_line(entry.text)))

    def _passages(self, entry: Entry) -> list[Passage]:
        return self._vault.passages.passages_of(entry.id)


def _cut(entry: Entry, span: Span) -> Quotation:
    """Cut a line out; the first words of the entry where the span no longer fits its text."""
    inside = span.end <= len(entry.text) and bool(span.of(entry.text).strip())
    return Quotation.cut(entry, span if inside else _first_line(entry.text))


def _first_line(text: str) -> Span:
    """Return the first line that holds words, at most 200 code points of it."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return Span(start, min(end if end >= 0 else len(text), start + 200))
