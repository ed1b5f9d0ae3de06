"""Embed each sentence once: what was embedded before is taken from the vault, by the words alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from assistant.core.span import Span
from assistant.ports import DerivedStore, Embedder, Vault

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.ports import Vectors

KIND: Final = "sentence vector"

AT_ONCE: Final = 128
"""Sentences embedded between two writes: a kill costs at most 1.2 s of work."""

Progress = Callable[[int, int], None]


class KeptVectors:
    """An embedder that remembers, in half precision: cosines move by less than 0.001. Fills the role `Embedder`."""

    def __init__(self, embedder: Embedder, vault: Vault) -> None:
        """Remember the vectors of this embedder in this vault."""
        self._embedder = embedder
        self._vault = vault
        self.progress: Progress | None = None
        """Told how many sentences of how many are embedded."""

    @property
    def name(self) -> str:
        """Identity of the embedder within."""
        return self._embedder.name

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._embedder.dimensions

    async def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row a text. Raises EngineStopped, ModelRefused where a new text must be embedded."""
        import numpy as np

        made: Vectors = (await self.halves(texts)).astype(np.float32)
        return made

    async def embed_within(self, text: str, words: Sequence[Span]) -> Vectors:
        """Return the rows of a text and of some of its words, made anew: a question is asked once."""
        return await self._embedder.embed_within(text, words)

    async def halves(self, texts: Sequence[str]) -> NDArray[np.float16]:
        """Return the same rows in half precision: a lifetime of sentences takes half the memory."""
        import numpy as np

        keys = [self._key(text) for text in texts]
        rows = np.zeros((len(texts), self.dimensions), np.float16)
        missing = self._fill(rows, keys)
        await self._make(list(missing), {key: texts[places[0]] for key, places in missing.items()})
        if missing:
            self._fill(rows, keys, only=missing)
        return rows

    async def close(self) -> None:
        """End whatever runs within."""
        await self._embedder.close()

    def _fill(
        self, rows: NDArray[np.float16], keys: Sequence[str], only: dict[str, list[int]] | None = None
    ) -> dict[str, list[int]]:
        """Write the vectors that are kept into their rows; return those that are not, with their places."""
        import numpy as np

        places: dict[str, list[int]] = only or {}
        if only is None:
            for place, key in enumerate(keys):
                places.setdefault(key, []).append(place)
        missing = dict(places)
        wanted = list(places)
        for start in range(0, len(wanted), 4 * AT_ONCE):
            kept = self._derived.derived(KIND, wanted[start : start + 4 * AT_ONCE])
            for key, value in kept.items():
                if len(value) == 2 * self.dimensions:
                    rows[missing.pop(key)] = np.frombuffer(value, "<f2")
        return missing

    async def _make(self, keys: Sequence[str], texts: dict[str, str]) -> None:
        for start in range(0, len(keys), AT_ONCE):
            some = keys[start : start + AT_ONCE]
            vectors = await self._embedder.embed([texts[key] for key in some])
            with self._vault.together():
                for key, vector in zip(some, vectors, strict=True):
                    self._derived.derive(KIND, key, vector.astype("<f2").tobytes())
            if self.progress is not None:
                self.progress(min(start + AT_ONCE, len(keys)), len(keys))

    @property
    def _derived(self) -> DerivedStore:
        return self._vault.derived

    def _key(self, text: str) -> str:
        told = f"{self.name}\0{text}".encode("utf8", "surrogatepass")
        return hashlib.sha256(told).hexdigest()[:32]
