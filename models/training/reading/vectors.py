"""Turn the training text into vectors with the embedding model that ships, each text once."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np

from assistant.engine.embedding import EmbedderSpec, OpenEmbedder
from assistant.engine.llama_library import start_library

MODELS = Path(__file__).resolve().parents[3] / "models"


class Vectors:
    """Vectors of texts, each made once; kept in a file between runs where one is named."""

    def __init__(self, kept: Path | None) -> None:
        self._kept = kept
        self._made: dict[str, np.ndarray] = {}
        if kept is not None and kept.exists():
            with np.load(kept, allow_pickle=False) as arrays:
                self._made = dict(zip(arrays["k"].tolist(), arrays["v"], strict=True))

    def of(self, texts: list[str]) -> np.ndarray:
        """Return `(texts, 384)` float32."""
        keys = [hashlib.sha256(text.encode()).hexdigest()[:20] for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._made}
        if missing:
            start_library()
            embedder = OpenEmbedder(EmbedderSpec(str(next(MODELS.glob("*minilm*.gguf"))), 1, 256))
            self._made |= {key: embedder.vector(text) for key, text in missing.items()}
            if self._kept is not None:
                np.savez(self._kept, k=np.array(list(self._made)), v=np.array(list(self._made.values())))
        return np.array([self._made[key] for key in keys], dtype=np.float32)
