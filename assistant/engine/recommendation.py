"""Say which model suits this machine: the largest that fits its memory and answers within a breath.

The time of a turn is estimated from what a model is, before it is fetched; `tuning` measures it afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.engine.catalogue import Catalogue
from assistant.engine.finding import FoundModel
from assistant.engine.hardware import Machine

TURN_SECONDS_MOST: Final = 15.0
"""Longer than this and a person looks elsewhere while they wait."""

NEW_TOKENS: Final = 180
"""Prompt tokens of a turn that are new: a message of 120 words and what the plan adds; the rest is kept evaluated."""

DRAWN_TOKENS: Final = 60
"""Tokens drawn for a large model's two candidates, abreast."""

PREFILL_WEIGHTS_A_SECOND: Final = 30e9
"""Weights times tokens that a core evaluates in a second: half of what Q4_K shapes of 1 B (60e9) and 8 B (76e9) reached
on a core with AVX-512, since most have less. The starter's small layers reach 23e9."""

BYTES_A_SECOND: Final = 10e9
"""Bytes of weights that a core reads in a second while it draws: 13e9 were measured at the 1 B shape. Memory itself
gives up to `MEMORY_BYTES_A_SECOND`, whatever the number of cores."""

MEMORY_BYTES_A_SECOND: Final = 40e9
"""Two channels of ordinary memory."""

GPU_TIMES: Final = 10.0
"""How many times faster a GPU that holds the whole model is, at the least."""

PARAMETERS_LEAST: Final = 400_000_000
"""Smaller models are the starter's class: nothing is gained by changing to one."""


@dataclass(frozen=True, slots=True)
class Option:
    """A model that could be used: here already, or to be fetched."""

    name: str
    title: str
    parameters: int
    memory_bytes: int
    file_bytes: int
    path: Path | None
    """Where it is; None where it has to be fetched."""
    where: str = ""

    def turn_seconds(self, machine: Machine) -> float:
        """Estimate how long a turn takes."""
        faster = GPU_TIMES if 0 < self.memory_bytes <= machine.gpu_bytes else 1.0
        prefill = NEW_TOKENS * self.parameters / (PREFILL_WEIGHTS_A_SECOND * machine.cores)
        read = min(BYTES_A_SECOND * machine.cores, MEMORY_BYTES_A_SECOND)
        return (prefill + DRAWN_TOKENS / 2 * self.file_bytes / read) / faster


def options(found: Iterable[FoundModel], catalogue: Catalogue, context_tokens: int) -> list[Option]:
    """Return the chat models that are here and those that could be fetched."""
    here = [
        Option(
            one.name,
            one.header.name,
            one.header.parameters,
            one.header.memory_bytes(min(context_tokens, one.header.context_tokens or context_tokens)),
            one.header.file_bytes,
            one.path,
            str(one.origin),
        )
        for one in found
        if one.speaks and one.header is not None
    ]
    names = {option.path.name for option in here if option.path}
    for model in catalogue.for_role("chat"):
        if model.repository and model.file not in names:
            size = model.estimated_bytes
            here.append(Option(model.name, model.title, model.parameters, int(size * 1.2), size, None))
    return here


def best(offered: Sequence[Option], machine: Machine) -> Option | None:
    """Return the largest model that fits and keeps up; among equals one that is here already."""
    room = machine.room_bytes()
    fit = [
        option
        for option in offered
        if option.parameters >= PARAMETERS_LEAST
        and option.memory_bytes <= room
        and option.turn_seconds(machine) <= TURN_SECONDS_MOST
    ]
    return max(
        fit, key=lambda option: (_class(option.parameters), option.path is not None, option.parameters), default=None
    )


def _class(parameters: int) -> int:
    """Put models of about the same size together: one that is here beats one a fifth larger that is not."""
    bounds = (1_000_000_000, 2_500_000_000, 6_000_000_000, 10_000_000_000)
    return sum(parameters >= bound for bound in bounds)


def sentence(option: Option | None, machine: Machine) -> str:
    """Say the recommendation in one sentence."""
    cores = f"{machine.cores} core{'s' if machine.cores > 1 else ''}"
    has = f"This machine has {machine.memory_bytes / 2**30:.0f} GiB of memory and {cores}"
    if machine.gpu_bytes:
        has += f", and a GPU with {machine.gpu_bytes / 2**30:.0f} GiB"
    if option is None:
        return f"{has}: the starter suits it best."
    seconds = max(1, round(option.turn_seconds(machine)))
    answer = f"would answer in about {seconds} second{'s' if seconds > 1 else ''}"
    if option.path is not None:
        return f"{has}: {option.title}, already here ({option.where}), {answer}. lodestar llm use {option.name}"
    size = f"{option.file_bytes / 1e9:.1f} GB"
    return f"{has}: {option.title} {answer}. lodestar llm get {option.name} ({size})"
