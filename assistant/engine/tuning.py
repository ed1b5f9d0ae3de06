"""Find out how a model runs best on this machine: ten seconds of measuring, once, and the answer is remembered."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final, cast

from pydantic import TypeAdapter, ValidationError

from assistant.engine.hardware import physical_cores
from assistant.engine.process import EngineProcess, python_module

SECONDS: Final = 10.0
"""No new trial begins after that: a large model gets few, a small one all."""

BETTER_BY: Final = 1.05
"""A way that is not this much faster is left alone: measurements of a second vary by a few hundredths."""

NEW_TOKENS, DRAWN_TOKENS = 180, 60
"""What a turn evaluates and draws: the two rates are weighed by them."""

KEPT_MOST: Final = 32

ALL_LAYERS: Final = 1 << 30
"""More layers than any model has: put everything on a GPU where the build offers one."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way to run a model."""

    threads: int
    batch_tokens: int = 128
    """Prompt tokens evaluated at once, between two looks at a cancel."""
    flash_attention: int = -1
    """1 with, 0 without, -1 as llama.cpp likes."""
    gpu_layers: int = ALL_LAYERS


@dataclass(frozen=True, slots=True)
class Measured:
    """How fast a model ran in one way."""

    way: Way
    prefill_rate: float
    """Prompt tokens a second."""
    decode_rate: float
    """Tokens drawn a second."""
    gpu_bytes: int = 0
    """Memory that a GPU had free then."""

    def turn_seconds(self) -> float:
        """Return how long a turn takes this way."""
        if self.prefill_rate <= 0 or self.decode_rate <= 0:
            return float("inf")
        return NEW_TOKENS / self.prefill_rate + DRAWN_TOKENS / self.decode_rate


_MEASURED: Final = TypeAdapter(dict[str, Measured])


def usual(threads: int = 0) -> Way:
    """Return how a model runs that was not measured: all physical cores, everything on a GPU."""
    return Way(threads or physical_cores())


def ways(cpus: int, cores: int, *, gpu: bool) -> list[Way]:
    """Return what is tried, the usual way first; each differs from it in one thing."""
    first = Way(cores)
    tried = [first]
    if cpus > cores:
        tried.append(replace(first, threads=cpus))
    if cores >= 4:
        tried.append(replace(first, threads=cores - 1))
    tried += [replace(first, flash_attention=0), replace(first, batch_tokens=256)]
    if gpu:
        tried.append(replace(first, gpu_layers=0))
    return tried


def fastest(measured: Sequence[Measured]) -> Measured:
    """Return the way to run, from the usual one and whatever was clearly faster; gains of several are not added."""
    first, best = measured[0], min(measured, key=Measured.turn_seconds)
    return best if first.turn_seconds() > best.turn_seconds() * BETTER_BY else first


async def gpu_free_bytes() -> int:
    """Return the free memory of a GPU that llama.cpp can use, 0 where there is none. Raises EngineStopped."""
    process = EngineProcess(lambda: python_module("assistant.engine.voice_child"))
    try:
        return cast(int, (await process.request("devices", {})).values["gpu_bytes"])
    finally:
        await process.close()


async def measure(spec: Mapping[str, object], *, seconds: float = SECONDS) -> Measured | None:
    """Measure a model in a process of its own; None where not even the usual way was done. Raises ModelRefused.

    `spec` is the VoiceSpec of the model as the voice process is given it.
    """
    process = EngineProcess(lambda: python_module("assistant.engine.voice_child"))
    try:
        gpu_bytes = cast(int, (await process.request("devices", {})).values["gpu_bytes"])
        tried = ways(os.cpu_count() or 1, physical_cores(), gpu=gpu_bytes > 0)
        values = {"model": dict(spec), "ways": [asdict(way) for way in tried], "seconds": seconds}
        answer = await process.request("measure", values)
    finally:
        await process.close()
    rates = cast(Sequence[Sequence[float]], answer.values["rates"])
    found = [Measured(way, rate[0], rate[1], gpu_bytes) for way, rate in zip(tried, rates, strict=False)]
    return fastest(found) if found else None


def library_version() -> str:
    """Return the version of llama-cpp-python, on which states on disk and measurements depend."""
    from importlib.metadata import version

    return version("llama-cpp-python")


class TuningMemory:
    """Remember by model, machine and library how it ran best."""

    def __init__(self, file: Path) -> None:
        """Look at a JSON file when first asked."""
        self._file = file

    def of(self, sha256: str) -> Measured | None:
        """Return what was measured on this machine; None where nothing was."""
        return self._read().get(self._key(sha256))

    def keep(self, sha256: str, measured: Measured) -> None:
        """Write it down in one atomic step. Raises OSError."""
        held = self._read() | {self._key(sha256): measured}
        held = dict(list(held.items())[-KEPT_MOST:])
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, beside = tempfile.mkstemp(dir=self._file.parent, suffix=".part")
        with os.fdopen(descriptor, "w", encoding="utf8") as file:
            json.dump({key: asdict(value) for key, value in held.items()}, file)
        os.replace(beside, self._file)

    def _key(self, sha256: str) -> str:
        return f"{sha256} {physical_cores()} {os.cpu_count()} {library_version()}"

    def _read(self) -> dict[str, Measured]:
        try:
            return _MEASURED.validate_json(self._file.read_bytes())
        except (OSError, ValidationError):
            return {}
