"""How fast texts are read, beyond the embedding of their sentences."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from datetime import date
from typing import Final

from assistant.bootstrap.bench.invented import SENTENCES, sentences
from assistant.core.figure import Figure

READ: Final = 600
"""Sentences, four to an entry as in a short diary."""

LEAST: Final = 200.0
"""Passages a second that reading must reach beyond embedding, so that it never is what a person waits for."""

SEED: Final = 5


async def reading() -> AsyncIterator[Figure]:
    """Read entries whose sentences have vectors already, beside the least that is asked for."""
    import numpy as np

    from assistant.reading.heads import open_heads
    from assistant.reading.read import read_text
    from assistant.reading.sentences import split_sentences
    from assistant.shipped import shipped

    heads = open_heads(shipped("models"))
    lines = sentences(READ)
    texts = [" ".join(lines[start : start + SENTENCES]) for start in range(0, READ, SENTENCES)]
    counts = [len(split_sentences(text)) for text in texts]
    drawn = np.random.default_rng(SEED).normal(size=(max(counts), 384)).astype(np.float32)
    rows = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    written_on = date(2016, 1, 1)
    read_text(texts[0], rows[: counts[0]], heads=heads, written_on=written_on)
    started = time.perf_counter()
    for text, count in zip(texts, counts, strict=True):
        read_text(text, rows[:count], heads=heads, written_on=written_on)
    rate = sum(counts) / (time.perf_counter() - started)
    yield Figure("reading: sentences beyond embedding, against the least asked for", rate, "sentences/s", LEAST)
