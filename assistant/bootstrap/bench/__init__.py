"""Measure this machine: every figure stands beside the raw library doing the same work in the same run."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from importlib import import_module
from typing import Final

from assistant.core.figure import Figure
from assistant.errors import UsageError

Measuring = Callable[[], AsyncIterator[Figure]]

BENCHES: Final[dict[str, str]] = {
    "start": "assistant.bootstrap.bench.starting:start",
    "write": "assistant.bootstrap.bench.words:write",
    "embed": "assistant.bootstrap.bench.memory:embed",
    "reading": "assistant.bootstrap.bench.reading:reading",
    "recall-1k": "assistant.bootstrap.bench.memory:recall_1k",
    "recall-10k": "assistant.bootstrap.bench.memory:recall_10k",
    "recall-100k": "assistant.bootstrap.bench.memory:recall_100k",
    "adding": "assistant.bootstrap.bench.adding:adding",
    "review-100": "assistant.bootstrap.bench.reviews:review_100",
    "review-1k": "assistant.bootstrap.bench.reviews:review_1k",
    "review-10k": "assistant.bootstrap.bench.reviews:review_10k",
    "lifetime-10k": "assistant.bootstrap.bench.lifetime:lifetime_10k",
    "lifetime-100k": "assistant.bootstrap.bench.lifetime:lifetime_100k",
    "screen": "assistant.bootstrap.bench.screens:screen",
    "voice": "assistant.bootstrap.bench.voice:voice",
    "voice-1b": "assistant.bootstrap.bench.shapes:voice_1b",
    "voice-8b": "assistant.bootstrap.bench.shapes:voice_8b",
}
"""Each by name, in the order they run: module and function."""

ONLY_NAMED: Final[frozenset[str]] = frozenset({"screen", "review-10k", "lifetime-100k", "voice-1b", "voice-8b"})
"""Those that take minutes: run where they are named, not with the others."""


async def measure(names: Sequence[str]) -> list[Figure]:
    """Run the named measurements, or all but the long ones. Raises UsageError for a name that there is not."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        raise UsageError(f"no such measurement: {', '.join(unknown)}", f"There are: {', '.join(BENCHES)}.")
    chosen = names or [name for name in BENCHES if name not in ONLY_NAMED]
    return [figure for name in chosen async for figure in _measuring(BENCHES[name])()]


def _measuring(place: str) -> Measuring:
    module, _, function = place.partition(":")
    found: Measuring = getattr(import_module(module), function)
    return found
