"""Group the lines that say the same thing, by their meaning and by the person's own words.

The likeness of two lines is the mean of two cosines: of their vectors, and of their words weighed by how rare they are
in this journal. Groups grow by average linkage down to a likeness. That needs no table of all pairs: two lines of one
group are joined by a chain of likenesses, so each connected part of the graph of likely pairs is grouped by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assistant.insight.said import Said
from assistant.insight.wording import Rarity, places_of, terms_said, word_rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    Floats = NDArray[np.float32]

ALIKE: Final = 0.26
"""Mean likeness down to which lines are one group. On the development journals the planted beliefs come whole at 0.22
to 0.28; above they fall apart, below 0.22 topics ("module two") and single words ("nobody") group too."""

ROWS_AT_ONCE: Final = 1_024
"""Lines compared with as many others at a time: 4 MB of likenesses, and as much for the words."""

PART_MOST: Final = 1_000
"""Lines of one connected part that are grouped at once: 8 MB of distances. A larger part is cut at a higher likeness
first, as happens only in journals of thousands of entries."""

_STEP: Final = 0.04


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like each other the lines of one journal are, without a table of all pairs."""

    meaning: NDArray[np.float32 | np.float16]
    """`(lines, dimensions)`, rows of length 1; half precision will do, and is taken out in single."""
    words: csr_array
    """`(lines, terms)`, rows of length 1 or 0."""

    @classmethod
    def of(cls, lines: Sequence[Said], meaning: NDArray[np.float32 | np.float16], rarity: Rarity) -> Likeness:
        """Prepare the likenesses; `rarity` counts the whole journal, `meaning` has a row a line."""
        terms = [terms_said(line.quotation.text) for line in lines]
        return cls(meaning, word_rows(terms, rarity, places_of(terms)))

    def between(self, rows: Sequence[int], others: Sequence[int]) -> Floats:
        """Return `(rows, others)` likenesses."""
        import numpy as np

        words = (self.words[list(rows)] @ self.words[list(others)].T).toarray()
        first, second = self.meaning[list(rows)].astype(np.float32), self.meaning[list(others)].astype(np.float32)
        made: Floats = 0.5 * (first @ second.T) + 0.5 * words
        return made

    def only(self, rows: Sequence[int]) -> Likeness:
        """Return the likenesses of some of the lines, which take new places."""
        return Likeness(self.meaning[list(rows)], self.words[list(rows)])

    def count(self) -> int:
        """Return how many lines there are."""
        return len(self.meaning)


def group(likeness: Likeness, alike: float = ALIKE) -> list[list[int]]:
    """Return groups of two and more lines (rows of the likeness), each in order; largest first."""
    found: list[list[int]] = []
    for part in _parts(likeness, list(range(likeness.count())), alike):
        found.extend(_linked(likeness, part, alike))
    return sorted(found, key=lambda rows: (-len(rows), rows))


def _parts(likeness: Likeness, rows: list[int], alike: float) -> list[list[int]]:
    """Return the connected parts of two and more lines, none larger than can be grouped at once."""
    import numpy as np

    if not rows:
        return []
    labels = _labels(likeness, rows, alike)
    order = np.argsort(labels, kind="stable")
    cuts = np.flatnonzero(np.diff(labels[order])) + 1
    parts = [[rows[place] for place in part.tolist()] for part in np.split(order, cuts) if len(part) > 1]
    whole = [part for part in parts if len(part) <= PART_MOST]
    for part in parts:
        if len(part) > PART_MOST:
            whole.extend(_parts(likeness, part, alike + _STEP))
    return whole


def _labels(likeness: Likeness, rows: list[int], alike: float) -> NDArray[np.int32]:
    """Return the connected part of each line; the pairs are let go block by block, for there may be millions."""
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    count = len(rows)
    labels = np.arange(count, dtype=np.int32)
    blocks = ((start, other) for start in range(0, count, ROWS_AT_ONCE) for other in range(start, count, ROWS_AT_ONCE))
    for start, other in blocks:
        near = likeness.between(rows[start : start + ROWS_AT_ONCE], rows[other : other + ROWS_AT_ONCE]) >= alike
        first, second = np.nonzero(near)
        left, right = labels[first + start], labels[second + other]
        apart = left != right
        joined = np.ones(int(apart.sum()), np.int8)
        if len(joined):
            graph = coo_array((joined, (left[apart], right[apart])), shape=(count, count))
            labels = connected_components(graph, directed=False)[1].astype(np.int32)[labels]
    return labels


def _linked(likeness: Likeness, rows: list[int], alike: float) -> list[list[int]]:
    """Group one connected part by average linkage."""
    import numpy as np
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    apart = np.clip(1.0 - likeness.between(rows, rows), 0.0, 2.0).astype(np.float64)
    apart = (apart + apart.T) / 2.0
    np.fill_diagonal(apart, 0.0)
    labels = fcluster(linkage(squareform(apart, checks=False), "average"), 1.0 - alike, "distance")
    groups: dict[int, list[int]] = {}
    for row, label in zip(rows, labels.tolist(), strict=True):
        groups.setdefault(label, []).append(row)
    return [members for members in groups.values() if len(members) > 1]
