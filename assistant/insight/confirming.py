"""Find, one yes or no at a time, the lines that show a belief which the person states.

The search starts from the belief's own words. Every yes pulls it toward that line, every no pushes it away; a line
counts with what stands beside it. Before the first answer, the themes tell how such a belief shows in other people's
days (`themes.py`). What is asked next is the entry that is likeliest to be a yes.

**Source**: Rocchio, "Relevance feedback in information retrieval", in Salton, *The SMART Retrieval System* (1971).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assistant.insight.said import Said
from assistant.insight.themes import Themes
from assistant.insight.wording import Rarity, places_of, terms_said, word_rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    Floats = NDArray[np.float32]

BESIDE: Final = 0.35
"""What the neighbouring sentences of a line count for beside the line itself."""

PULL: Final = 1.0
PUSH: Final = 0.6
"""What the mean of the yeses, and of the noes, counts for beside the statement."""

FULL_AFTER: Final = 3
"""Answers of one kind after which they count in full: one line alone is mostly about its day."""

WORDS: Final = 0.5
"""What shared rare words count for beside meaning."""

ASSUMING: Final = 0.12
"""What a line gains by stating an assumption at all. Without it, and at 0.2, less is found on the journals written for
development (`models/training/journal`)."""

SHOWING: Final = 0.1
"""What a line gains by showing some belief, whichever, as the head of the themes hears it."""

THEMED: Final = 1.0
"""What the lines of the themes count for beside the statement. From 0.6 to 2 it makes no odds; with `SHOWING` and
`ELSEWHERE`, 20 answers find a tenth more of the oblique lines that were put into the development journals."""

ELSEWHERE: Final = 0.2
"""What a line loses by being evidence of another belief already: it may show both, but mostly it does not."""

NOES_MOST: Final = 20
"""Noes in a row, after which no further yes is expected."""

WORTH_LEAST: Final = 0.02
"""Worth of an entry from which it is asked about at all."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """The line to ask about next, by its row, and what it is worth."""

    row: int
    worth: float


class Confirming:
    """One search for one belief. It holds no text but the lines it was given."""

    def __init__(
        self,
        lines: Sequence[Said],
        meaning: Floats,
        rarity: Rarity,
        statement: str,
        stated: Floats,
        themes: Themes | None = None,
        elsewhere: Sequence[int] = (),
    ) -> None:
        """Begin at a statement with its `(dimensions,)` vector; `meaning` has a unit row a line.

        `elsewhere` names the lines that are evidence of other beliefs.
        """
        import numpy as np

        self._lines = lines
        mean = meaning.mean(axis=0) if len(meaning) else stated * 0.0
        self._rows = _unit(_beside(lines, _unit(meaning - mean)))
        self._stated: Floats = _unit((stated - mean)[None, :])[0]
        terms = [*(terms_said(line.quotation.text) for line in lines), terms_said(statement)]
        self._words: csr_array = word_rows(terms, rarity, places_of(terms))
        self._before: Floats = ASSUMING * np.array([line.confidence for line in lines], np.float32)
        if themes is not None and len(meaning):
            self._before += SHOWING * themes.chances(meaning) + THEMED * themes.likeness(stated, self._rows, mean)
        self._before[list(elsewhere)] -= ELSEWHERE
        self._yes: list[int] = []
        self._no: list[int] = []
        self._asked: set[str] = set()
        self._noes_running = 0

    def answer(self, row: int, yes: bool) -> None:
        """Learn from an answer to one line."""
        self._asked.add(self._lines[row].quotation.entry)
        (self._yes if yes else self._no).append(row)
        self._noes_running = 0 if yes else self._noes_running + 1

    def begin_anew(self) -> None:
        """Forget how many noes there were in a row: a new sitting has its own patience."""
        self._noes_running = 0

    def next(self) -> Candidate | None:
        """Return the line to ask about, or None when no further yes is expected."""
        if self._noes_running >= NOES_MOST or not self._lines:
            return None
        worth = self._worth()
        for row in (-worth).argsort(kind="stable").tolist():
            line = self._lines[row]
            if worth[row] < WORTH_LEAST:
                return None
            if line.own and line.quotation.entry not in self._asked:
                return Candidate(row, float(worth[row]))
        return None

    def _worth(self) -> Floats:
        aim = self._stated.copy()
        if self._yes:
            aim = aim + PULL * _weight(self._yes) * self._rows[self._yes].mean(axis=0)
        if self._no:
            aim = aim - PUSH * _weight(self._no) * self._rows[self._no].mean(axis=0)
        near: Floats = self._rows @ _unit(aim[None, :])[0]
        worth: Floats = near + WORDS * self._shared() + self._before
        return worth

    def _shared(self) -> Floats:
        """Return the mean cosine of each line's words with the statement's and with those of every yes."""
        told = [self._words.shape[0] - 1, *self._yes]
        shared: Floats = (self._words[:-1] @ self._words[told].T).toarray().mean(axis=1)
        return shared


def _weight(answered: Sequence[int]) -> float:
    return min(len(answered), FULL_AFTER) / FULL_AFTER


def _beside(lines: Sequence[Said], rows: Floats) -> Floats:
    """Return each line's vector with a share of its neighbours' in the same entry."""
    made = rows.copy()
    for row in range(len(lines) - 1):
        if lines[row].quotation.entry == lines[row + 1].quotation.entry:
            made[row] += BESIDE * rows[row + 1]
            made[row + 1] += BESIDE * rows[row]
    return made


def _unit(rows: Floats) -> Floats:
    import numpy as np

    made: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return made
