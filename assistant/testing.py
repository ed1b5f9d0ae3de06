"""Fakes that fill the ports in tests and demonstrations; each keeps its port's contract suite."""

from __future__ import annotations

import hashlib
import math
import re
from collections import deque
from collections.abc import AsyncGenerator, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from assistant.core.span import Span
from assistant.errors import EngineStopped
from assistant.ports import Ask, AskFinished, CandidateMade, TokenDrawn, VoiceEvent, VoiceFacts

if TYPE_CHECKING:
    from assistant.ports import Vectors


# ------------------------------------------------------------------------------------------- language model


class ScriptedVoice:
    """Say what it was told to say, in turn, and remember what it was asked. Fills the role `ChatModel`.

    Each candidate takes the next line of the script; when the script has run out, the last line is said again.
    """

    def __init__(self, replies: Iterable[str] = (), *, name: str = "scripted") -> None:
        """Begin with these lines."""
        self._waiting = deque(replies)
        self._last = "What makes you say that?"
        self._name = name
        self._stops = 0
        self.asks: list[Ask] = []
        """Every ask so far."""

    def enqueue(self, *replies: str) -> None:
        """Add lines to the script."""
        self._waiting.extend(replies)

    def stop_next(self, times: int = 1) -> None:
        """Raise EngineStopped in the middle of the next asks, as a dying model process does."""
        self._stops += times

    async def facts(self) -> VoiceFacts:
        """Describe itself."""
        digest = hashlib.sha256(self._name.encode()).hexdigest()
        return VoiceFacts(self._name, digest, context_tokens=2048, parameters=0, adapted=True)

    async def ask(self, ask: Ask) -> AsyncGenerator[VoiceEvent, None]:
        """Say the next lines, word by word."""
        self.asks.append(ask)
        drawn = 0
        for number in range(ask.candidates):
            text = self._next(ask.opening)
            for piece in re.findall(r"\s*\S+", text.removeprefix(ask.opening)):
                drawn += 1
                yield TokenDrawn(number, piece)
                if self._stops:
                    self._stops -= 1
                    raise EngineStopped("The model process stopped.", "It starts again with the next request.")
            yield CandidateMade(number, text)
        prompt = sum(len(turn.text.split()) for turn in ask.turns)
        yield AskFinished(prompt, prompt, drawn, prefill_seconds=0.0, decode_seconds=0.0)

    async def close(self) -> None:
        """Do nothing: nothing runs."""

    def _next(self, opening: str) -> str:
        if self._waiting:
            self._last = self._waiting.popleft()
        return self._last if self._last.startswith(opening) else f"{opening} {self._last}"


# ------------------------------------------------------------------------------------------- memory

_HASHED_DIMENSIONS: Final = 64


class HashEmbedder:
    """Hash each word to a direction: texts that share words are near each other. Fills the role `Embedder`."""

    def __init__(self, dimensions: int = _HASHED_DIMENSIONS) -> None:
        """Make vectors of that length."""
        self._dimensions = dimensions
        self.embedded: list[str] = []
        """Every text so far, so that a test can tell what was embedded again."""

    @property
    def name(self) -> str:
        """Identity of this fake and its dimensions."""
        return f"hash {self._dimensions}"

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._dimensions

    async def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row a text; an empty text points along the first axis."""
        import numpy as np

        self.embedded.extend(texts)
        rows = [self._row(text) for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), self._dimensions)

    async def embed_within(self, text: str, words: Sequence[Span]) -> Vectors:
        """Return the rows of the text and of those of its words."""
        return await self.embed([text, " ".join(span.of(text) for span in words) or text])

    async def close(self) -> None:
        """Do nothing: nothing runs."""

    def _row(self, text: str) -> list[float]:
        row = [0.0] * self._dimensions
        for word in text.lower().split():
            digest = hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest()
            row[int.from_bytes(digest[:4]) % self._dimensions] += 1.0 if digest[4] & 1 else -1.0
        length = math.sqrt(sum(value * value for value in row))
        if length == 0.0:
            return [1.0, *row[1:]]
        return [value / length for value in row]
