"""Turn texts into vectors inside a child process."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from assistant.engine.hardware import idle_threads
from assistant.ports import Answer, Cancelled, Emit, Handler

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CONTEXT_TOKENS: Final = 512
"""The longest text all-MiniLM-L6-v2 has positions for."""


OPEN_MOST: Final = 2
"""Models open at a time: the one that search uses, and the shipped one, whose vectors the reading heads know."""


LOOK_EVERY_SECONDS: Final = 1.0
"""How often it is looked which processors are free."""


@dataclass(frozen=True, slots=True)
class EmbedderSpec:
    """Which model the memory process opens to embed, and how."""

    path: str
    threads: int
    tokens_most: int
    """A longer text is cut to this many tokens, the model's own first and last included."""


class OpenEmbedder:
    """An embedding model in memory."""

    def __init__(self, spec: EmbedderSpec) -> None:
        """Load the model. Raises ModelRefused."""
        from assistant.engine.llama_library import Context, Shape, Weights

        self.spec = spec
        self._weights = Weights(spec.path)
        shape = Shape(CONTEXT_TOKENS, CONTEXT_TOKENS, spec.threads, embeds=True)
        self._context = Context(self._weights, shape)

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._weights.dimensions

    def use_threads(self, threads: int) -> None:
        """Embed with so many threads from now on."""
        self._context.use_threads(threads)

    def vector(self, text: str) -> NDArray[np.float32]:
        """Embed one text alone, to length 1: several to a context measured 43 passages/s against 105."""
        import numpy as np

        tokens = self._weights.tokens(text, ends=True)
        if len(tokens) > self.spec.tokens_most:
            tokens = [*tokens[: self.spec.tokens_most - 1], tokens[-1]]
        vector = self._context.embed(tokens)
        length = np.linalg.norm(vector)
        return vector / length if length > 0 else vector


class EmbeddingHandlers:
    """Answer `embed`; a model is opened with the first request that names it."""

    def __init__(self) -> None:
        self._open: dict[EmbedderSpec, OpenEmbedder] = {}
        self._looked = float("-inf")

    def embed(self, values: Mapping[str, object], _blobs: Sequence[bytes], _emit: Emit, cancelled: Cancelled) -> Answer:
        """Embed `texts`; the blob is `(n, dimensions)` float32 of length 1, one row a text."""
        import numpy as np

        embedder = self._opened(EmbedderSpec(**cast(dict[str, str], values["model"])))  # type: ignore[arg-type]
        if time.monotonic() - self._looked > LOOK_EVERY_SECONDS:
            embedder.use_threads(idle_threads(embedder.spec.threads))
            self._looked = time.monotonic()
        texts = cast(Sequence[str], values["texts"])
        rows = np.zeros((len(texts), embedder.dimensions), dtype=np.float32)
        for place, text in enumerate(texts):
            if cancelled():
                break
            rows[place] = embedder.vector(text)
        return Answer({"dimensions": embedder.dimensions}, (rows.tobytes(),))

    def _opened(self, spec: EmbedderSpec) -> OpenEmbedder:
        from assistant.engine.llama_library import start_library

        if not self._open:
            start_library()
        if spec not in self._open:
            while len(self._open) >= OPEN_MOST:
                del self._open[next(iter(self._open))]
            self._open[spec] = OpenEmbedder(spec)
        return self._open[spec]


def embedding_handlers() -> dict[str, Handler]:
    """Return the handlers that embed, by name, for the process that hosts them."""
    return {"embed": EmbeddingHandlers().embed}
