"""How long a review takes: the first of a quarter, made again, and taken from what is kept."""

from __future__ import annotations

import tempfile
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.bootstrap.bench.invented import SENTENCES, sentences, writings
from assistant.bootstrap.bench.timing import raw
from assistant.core.figure import Figure

if TYPE_CHECKING:
    from assistant.bootstrap.assembly import Assembly

QUARTER: Final = "2025-Q2"
LAST_EVENING: Final = datetime(2025, 6, 30, 21, 0, tzinfo=UTC)
SEEN_ENTRIES: Final = 455
"""Entries that a review of that quarter knows of, one a day: the quarter's own and those of the year before."""
SAMPLE: Final = 300
"""Sentences that the raw library embeds, to say what all of them would have taken it."""


async def review_100() -> AsyncIterator[Figure]:
    """Review a quarter in a vault of a hundred entries."""
    async for figure in _review(100):
        yield figure


async def review_1k() -> AsyncIterator[Figure]:
    """Review a quarter in a vault of a thousand entries."""
    async for figure in _review(1_000):
        yield figure


async def review_10k() -> AsyncIterator[Figure]:
    """Review a quarter in a vault of ten thousand entries, one a day for 27 years."""
    async for figure in _review(10_000):
        yield figure


async def _review(entries: int) -> AsyncIterator[Figure]:
    """Time the first review beside the bare embedding of its sentences, and the later ones beside the first."""
    from assistant.bootstrap.models import embedding_file

    with tempfile.TemporaryDirectory(prefix="lodestar-bench-") as folder:
        vault = Path(folder) / "vault"
        async with _parts(vault) as parts:
            _fill(parts, entries)
            first = await _seconds(parts)
        async with _parts(vault) as parts:
            parts.vault.derived.drop_derived("review")
            again = await _seconds(parts)
        async with _parts(vault) as parts:
            kept = await _seconds(parts)
        values = {"path": str(embedding_file().path), "texts": sentences(SAMPLE)}
        rate = (await raw("embed", values))["rate"]
    bare = SENTENCES * min(entries, SEEN_ENTRIES) / rate
    yield Figure(f"review: first of {entries:,} entries, against embedding its sentences bare", first, "s", bare)
    yield Figure(f"review: made again of {entries:,} entries, against the first", again, "s", first)
    yield Figure(f"review: unchanged, {entries:,} entries, against the first", kept, "s", first)


def _parts(vault: Path) -> Assembly:
    from assistant.bootstrap.assembly import Assembly
    from assistant.settings import load_settings

    return Assembly(load_settings(), vault, make=True)


async def _seconds(parts: Assembly) -> float:
    from assistant.core.period import period_named

    started = time.perf_counter()
    await parts.reviews.review(period_named(QUARTER))
    return time.perf_counter() - started


def _fill(parts: Assembly, entries: int) -> None:
    """Write one entry a day up to the end of the quarter, and a vision to hold them against."""
    from assistant.core.ids import Area
    from assistant.services.compass import VisionLine

    start = LAST_EVENING - timedelta(days=entries - 1)
    daily = (replace(one, written_at=start + timedelta(days=at)) for at, one in enumerate(writings(entries)))
    for _ in parts.vault.entries.add_many(daily):
        pass
    signs = ("repaired the piano", "sang with the choir"), ("stayed late again", "lost the old coat")
    wanted = VisionLine(Area("recreation"), "I play the old piano and sing with the choir.", start.date(), *signs)
    parts.compass.state("Keep what can be mended.", [wanted], start)
