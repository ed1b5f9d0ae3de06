"""Turn texts into vectors inside a child process."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from assistant.core.span import Span
from assistant.engine.hardware import idle_threads
from assistant.ports import Answer, Cancelled, Emit, Handler

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.engine.llama_library import Context

Values = Mapping[str, object]

CONTEXT_TOKENS: Final = 512
"""The longest text all-MiniLM-L6-v2 has positions for."""

_UNBROKEN: Final = re.compile(r"\S+")

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
        self._threads = spec.threads
        self._each: Context | None = None

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._weights.dimensions

    def use_threads(self, threads: int) -> None:
        """Embed with so many threads from now on."""
        self._threads = threads
        self._context.use_threads(threads)
        if self._each is not None:
            self._each.use_threads(threads)

    def vector(self, text: str) -> NDArray[np.float32]:
        """Embed one text alone, to length 1: several to a context measured 43 passages/s against 105."""
        return _unit(self._context.embed(self._tokens(text)))

    def vectors_within(self, text: str, words: Sequence[Span]) -> NDArray[np.float32]:
        """Return the unit rows of a text and of the words at those spans, out of one evaluation: `(2, dimensions)`.

        The second is the mean of those words' own tokens, so it is the text's again for a model that does not make its
        vectors by taking the mean, and for one whose tokens reach over the white space between words.
        """
        import numpy as np

        tokens = self._tokens(text)
        marked = self._marked(text, words, tokens) if self._context.takes_mean else None
        if marked is None or not any(marked):
            return np.stack([self.vector(text)] * 2)
        each = self._each_token().embed_each(tokens)
        return np.stack([_unit(each.mean(axis=0)), _unit(each[np.array(marked)].mean(axis=0))])

    def _tokens(self, text: str) -> list[int]:
        tokens = self._weights.tokens(text, ends=True)
        if len(tokens) > self.spec.tokens_most:
            return [*tokens[: self.spec.tokens_most - 1], tokens[-1]]
        return tokens

    def _marked(self, text: str, words: Sequence[Span], tokens: Sequence[int]) -> list[bool] | None:
        """Return which tokens belong to words at those spans; None where the text is not cut at its white space."""
        cut, marked = list[int](), list[bool]()
        for match in _UNBROKEN.finditer(text):
            some = self._weights.tokens(match[0])
            cut += some
            marked += [any(span.start < match.end() and match.start() < span.end for span in words)] * len(some)
            if len(cut) >= len(tokens):
                break
        inner = tokens[1:-1]
        return [False, *marked[: len(inner)], False] if cut[: len(inner)] == inner else None

    def _each_token(self) -> Context:
        from assistant.engine.llama_library import Context, Shape

        if self._each is None:
            shape = Shape(CONTEXT_TOKENS, CONTEXT_TOKENS, self._threads, embeds=True, pools=False)
            self._each = Context(self._weights, shape)
        return self._each


class EmbeddingHandlers:
    """Answer `embed`; a model is opened with the first request that names it."""

    def __init__(self) -> None:
        self._open: dict[EmbedderSpec, OpenEmbedder] = {}
        self._looked = float("-inf")

    def embed(self, values: Values, _blobs: Sequence[bytes], _emit: Emit, cancelled: Cancelled) -> Answer:
        """Embed `texts`; the blob is `(n, dimensions)` float32 of length 1, one row a text."""
        import numpy as np

        embedder = self._ready(values)
        texts = cast(Sequence[str], values["texts"])
        rows = np.zeros((len(texts), embedder.dimensions), dtype=np.float32)
        for place, text in enumerate(texts):
            if cancelled():
                break
            rows[place] = embedder.vector(text)
        return Answer({"dimensions": embedder.dimensions}, (rows.tobytes(),))

    def embed_within(self, values: Values, _blobs: Sequence[bytes], _emit: Emit, _cancelled: Cancelled) -> Answer:
        """Embed `text` and, as it means them, its `words`; the blob is `(2, dimensions)` float32 of length 1."""
        embedder = self._ready(values)
        words = [Span(start, end) for start, end in cast(Sequence[tuple[int, int]], values["words"])]
        rows = embedder.vectors_within(str(values["text"]), words)
        return Answer({"dimensions": embedder.dimensions}, (rows.tobytes(),))

    def _ready(self, values: Values) -> OpenEmbedder:
        """Return the model that a request names, with as many threads as find a processor free."""
        embedder = self._opened(EmbedderSpec(**cast(dict[str, str], values["model"])))  # type: ignore[arg-type]
        if time.monotonic() - self._looked > LOOK_EVERY_SECONDS:
            embedder.use_threads(idle_threads(embedder.spec.threads))
            self._looked = time.monotonic()
        return embedder

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
    handlers = EmbeddingHandlers()
    return {"embed": handlers.embed, "embed_within": handlers.embed_within}


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    length = np.linalg.norm(vector)
    return vector / length if length > 0 else vector
