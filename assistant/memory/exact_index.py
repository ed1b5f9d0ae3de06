"""Find the nearest passages by comparing with every vector of the vault: the truth, the fallback, and the only
search in an encrypted vault."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.core.ids import PassageId
from assistant.memory.rows import Rows
from assistant.ports import Neighbour, PassageStore

if TYPE_CHECKING:
    from assistant.ports import Vectors


class ExactIndex:
    """Every vector in memory. Fills the role `VectorIndex`; it writes nothing anywhere."""

    def __init__(self, passages: PassageStore | None = None, embedder: str = "") -> None:
        """Search the vectors that this store holds for this embedder, read when first needed; or begin empty."""
        self._store = passages
        self._embedder = embedder
        self._rows: Rows | None = None if passages is not None else Rows()

    async def add(self, passages: Sequence[PassageId], vectors: Vectors) -> None:
        """Add or replace rows."""
        if self._rows is not None:  # else they are read with the rest
            self._rows.add(passages, vectors)

    async def remove(self, passages: Sequence[PassageId]) -> None:
        """Take rows out; ids that are not there are passed over."""
        if self._rows is not None:
            self._rows.remove(passages)

    async def nearest(self, vector: Vectors, count: int) -> list[Neighbour]:
        """Return up to `count` neighbours of one `(dimensions,)` unit vector, nearest first."""
        return self._all().nearest(vector, count)

    async def count(self) -> int:
        """Return how many rows there are."""
        return len(self._all())

    async def settle(self) -> None:
        """Take in what another process has added to the vault meanwhile."""
        store, rows = self._store, self._rows
        if store is not None and rows is not None and store.embedded_count(self._embedder) != len(rows):
            self._rows = None

    async def rebuild(self) -> None:
        """Read the vault's vectors anew."""
        if self._store is not None:
            self._rows = None

    async def close(self) -> None:
        """Let go of the vectors."""
        if self._store is not None:
            self._rows = None

    def _all(self) -> Rows:
        if self._rows is None:
            assert self._store is not None
            self._rows = Rows()
            self._rows.take(*self._store.vectors(self._embedder))
        return self._rows
