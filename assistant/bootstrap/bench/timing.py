"""Take the middle of several runs, and run raw libraries in processes of their own."""

from __future__ import annotations

import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from assistant.errors import EngineStopped


async def middle(work: Callable[[str], Awaitable[object]], texts: Sequence[str]) -> float:
    """Return the median seconds that `work` takes for a text."""
    taken = []
    for text in texts:
        started = time.perf_counter()
        await work(text)
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


async def side_by_side(ours: Sequence[str], raw: Sequence[str], runs: int) -> tuple[float, float]:
    """Return the median seconds of two commands run in turn, so that both meet the same machine."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for command, into in zip((ours, raw), taken, strict=True):
            into.append(await asyncio.to_thread(_seconds_of, command))
    return statistics.median(taken[0]), statistics.median(taken[1])


async def raw(name: str, values: Mapping[str, object]) -> dict[str, Any]:
    """Run one function of `raw.py` in a process of its own and return what it measured. Raises EngineStopped."""
    command = [sys.executable, "-m", "assistant.bootstrap.bench.raw", name, json.dumps(values)]
    done = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, encoding="utf8")
    if done.returncode:
        raise EngineStopped(f"The raw measurement “{name}” failed.", done.stderr.strip().splitlines()[-1:][0])
    measured: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _seconds_of(command: Sequence[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started
