"""How fast passages are embedded and found again."""

from __future__ import annotations

import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.bootstrap.bench.invented import SENTENCES, sentences, writings
from assistant.bootstrap.bench.timing import middle, raw
from assistant.core.figure import Figure
from assistant.core.span import Span

if TYPE_CHECKING:
    from assistant.bootstrap.assembly import Assembly

EMBEDDED: Final = 300
QUERIES: Final = 15
SEED: Final = 11
WRITTEN_AT_ONCE: Final = 5_000


async def embed() -> AsyncIterator[Figure]:
    """Embed passages through the memory process, beside llama.cpp called directly with the same texts."""
    from assistant.bootstrap.assembly import Assembly
    from assistant.bootstrap.models import embedding_file

    async with Assembly.without_vault() as parts:
        texts = sentences(EMBEDDED)
        await parts.embedder.embed(texts[:8])
        started = time.perf_counter()
        await parts.embedder.embed(texts)
        ours = EMBEDDED / (time.perf_counter() - started)
    bare = await raw("embed", {"path": str(embedding_file().path), "texts": texts})
    yield Figure("embed: passages, against raw llama.cpp", ours, "passages/s", bare["rate"])


async def recall_1k() -> AsyncIterator[Figure]:
    """Recall among a thousand passages."""
    yield await _recall(1_000)


async def recall_10k() -> AsyncIterator[Figure]:
    """Recall among ten thousand passages."""
    yield await _recall(10_000)


async def recall_100k() -> AsyncIterator[Figure]:
    """Recall among a hundred thousand passages."""
    yield await _recall(100_000)


async def _recall(passages: int) -> Figure:
    """Time whole searches, beside one query embedding and one raw Chroma query over the same vectors."""
    from assistant.bootstrap.assembly import Assembly
    from assistant.services.recall import NEIGHBOURS
    from assistant.settings import load_settings

    asked = sentences(QUERIES + 2, seed=5)
    with tempfile.TemporaryDirectory(prefix="lodestar-bench-") as folder:
        parts = Assembly(load_settings(), Path(folder) / "vault", make=True)
        async with parts:
            fill(parts, passages)
            await parts.index.settle()
            await middle(parts.recall.search, asked[QUERIES:])
            ours = await middle(parts.recall.search, asked[:QUERIES])
            embedding = await middle(lambda query: parts.embedder.embed([query]), asked[:QUERIES])
        values = {"passages": passages, "seed": SEED, "queries": QUERIES, "neighbours": NEIGHBOURS, "folder": folder}
        bare = await raw("chroma", values)
    against = embedding + bare["query"]
    name = f"recall: {passages:,} passages, against one embedding and one Chroma query"
    return Figure(name, ours * 1000, "ms", against * 1000)


def fill(parts: Assembly, passages: int) -> None:
    """Write invented entries with made-up vectors: embedding a hundred thousand would take a quarter of an hour."""
    from assistant.bootstrap.bench.raw import unit_rows

    store, embedder = parts.vault.passages, parts.embedder
    rows = unit_rows(passages, embedder.dimensions, SEED)
    done = 0
    with parts.vault.together():
        for entry, _new in list(parts.vault.entries.add_many(writings(passages // SENTENCES))):
            made = store.put_passages(entry.id, _sentences(entry.text))
            store.put_vectors(embedder.name, [passage.id for passage in made], rows[done : done + len(made)])
            done += len(made)


def _sentences(text: str) -> list[Span]:
    """Cut an invented entry into its sentences."""
    ends = [place + 1 for place, letter in enumerate(text) if letter == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True)]
