"""Turn texts into vectors: the parent's side of embedding."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from assistant.core.span import Span
from assistant.engine.embedding import EmbedderSpec
from assistant.engine.hardware import physical_cores
from assistant.engine.model_file import ModelFile
from assistant.errors import EngineStopped, ModelRefused
from assistant.ports import Answer, ChildProcess

if TYPE_CHECKING:
    from assistant.ports import Vectors

TEXTS_A_REQUEST: Final = 8
"""Texts in one request, about 80 ms: a question asked meanwhile waits no longer than two of these."""

TOKENS_MOST: Final = 256
"""Where all-MiniLM-L6-v2 was made to stop reading (`max_seq_length` of sentence-transformers)."""

DIMENSIONS: Final = 384
"""Length of a vector of all-MiniLM-L6-v2."""

Progress = Callable[[int], None]
"""Told how many texts are done."""


class LlamaEmbedder:
    """An embedding model in a child process, run by llama.cpp. Fills the role `Embedder`."""

    def __init__(
        self,
        process: ChildProcess,
        model: ModelFile,
        *,
        dimensions: int = DIMENSIONS,
        tokens_most: int = TOKENS_MOST,
        threads: int = 0,
    ) -> None:
        """Prepare; the model is loaded with the first text."""
        self._process = process
        self._dimensions = dimensions
        self._name = f"{model.name} {model.sha256} {tokens_most}"
        self._model = asdict(EmbedderSpec(str(model.path), threads or physical_cores(), tokens_most))

    @property
    def name(self) -> str:
        """Identity of model and version: vectors of two names never mix."""
        return self._name

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._dimensions

    async def embed(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Return one unit row a text. An empty text has a row too. Raises EngineStopped, ModelRefused.

        Two requests are under way at a time, so that the child never waits for the parent.
        """
        import numpy as np

        parts = [list(texts[start : start + TEXTS_A_REQUEST]) for start in range(0, len(texts), TEXTS_A_REQUEST)]
        rows = [np.zeros((0, self._dimensions), dtype=np.float32)]
        under_way: deque[asyncio.Task[Vectors]] = deque()
        try:
            for place in range(len(parts) + 1):
                if place < len(parts):
                    under_way.append(asyncio.create_task(self._request(parts[place])))
                if place > 0:
                    rows.append(await under_way[0])
                    under_way.popleft()
                    if progress is not None:
                        progress(sum(map(len, parts[:place])))
        finally:
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)
        return np.concatenate(rows)

    async def _request(self, texts: list[str]) -> Vectors:
        answer = await self._process.request("embed", {"model": self._model, "texts": texts})
        return self._rows(answer, len(texts))

    async def embed_within(self, text: str, words: Sequence[Span]) -> Vectors:
        """Return two unit rows: the text's, and that of the words at those spans as the text means them.

        Raises EngineStopped, ModelRefused.
        """
        places = [(span.start, span.end) for span in words]
        answer = await self._process.request("embed_within", {"model": self._model, "text": text, "words": places})
        return self._rows(answer, 2)

    def _rows(self, answer: Answer, rows: int) -> Vectors:
        import numpy as np

        dimensions = answer.values.get("dimensions")
        if dimensions != self._dimensions or len(answer.blobs[0]) != 4 * self._dimensions * rows:
            raise EngineStopped("The embedding model makes vectors of another length than expected.")
        return np.frombuffer(answer.blobs[0], np.float32).reshape(rows, self._dimensions)

    async def close(self) -> None:
        """End whatever runs; a later call starts it again."""
        await self._process.close()


class RefusedEmbedder:
    """Stand in for an embedding model that may not be opened, and say why. Fills the role `Embedder`.

    Words are still saved and found; what could not be embedded waits.
    """

    def __init__(self, refused: ModelRefused, *, dimensions: int = DIMENSIONS) -> None:
        """Keep the reason."""
        self._refused = refused
        self._dimensions = dimensions

    @property
    def name(self) -> str:
        """No model: no vector is ever kept under this name."""
        return "refused"

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._dimensions

    async def embed(self, texts: Sequence[str]) -> Vectors:
        """Raise the ModelRefused that was kept."""
        raise self._refused

    async def embed_within(self, text: str, words: Sequence[Span]) -> Vectors:
        """Raise the ModelRefused that was kept."""
        raise self._refused

    async def close(self) -> None:
        """Do nothing: nothing runs."""
