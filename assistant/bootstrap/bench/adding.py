"""What one more entry costs insight, in a large journal beside a small one."""

from __future__ import annotations

import secrets
import statistics
import tempfile
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.bootstrap.bench.invented import writings
from assistant.core.figure import Figure

if TYPE_CHECKING:
    from assistant.bootstrap.assembly import Assembly

SMALL: Final = 100
LARGE: Final = 10_000
SENTENCES_AN_ENTRY: Final = 6
ADDED: Final = 15


async def adding() -> AsyncIterator[Figure]:
    """Save, read and embed new entries in a vault of ten thousand, beside the same in a vault of a hundred."""
    large, small = await _milliseconds(LARGE), await _milliseconds(SMALL)
    yield Figure(f"adding an entry at {LARGE}, against at {SMALL}", large, "ms", small)


async def _milliseconds(entries: int) -> float:
    """Return what one more entry takes, in the middle of a few, where so many are there with all that is derived."""
    from assistant.bootstrap.assembly import Assembly
    from assistant.settings import Settings

    with tempfile.TemporaryDirectory(prefix="lodestar-bench-") as folder:
        async with Assembly(Settings(), Path(folder) / "vault", make=True) as parts:
            _fill(parts, entries)
            taken = []
            for writing in list(writings(entries + ADDED + 1))[entries:]:
                started = time.perf_counter()
                await parts.insight.telling.take_in([parts.vault.entries.add(writing)])
                taken.append(1000 * (time.perf_counter() - started))
            return statistics.median(taken[1:])  # the first one starts the model


def _fill(parts: Assembly, entries: int) -> None:
    """Put in entries, and as many rows of derived values as reading and embedding them leaves behind."""
    from assistant.services import hearing, kept_vectors

    for _entry in parts.vault.entries.add_many(writings(entries)):
        pass
    with parts.vault.together():
        for _number in range(entries):
            parts.vault.derived.derive(hearing.KIND, secrets.token_hex(32), secrets.token_bytes(300))
            for _sentence in range(SENTENCES_AN_ENTRY):
                parts.vault.derived.derive(kept_vectors.KIND, secrets.token_hex(16), secrets.token_bytes(768))
