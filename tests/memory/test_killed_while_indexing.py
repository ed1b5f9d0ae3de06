"""kill -9 of the memory process while it builds or changes the index: every later answer is right."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from assistant.core.ids import PassageId
from assistant.engine.process import EngineProcess
from assistant.memory.chroma_index import SEALED_FROM
from assistant.memory.kept_index import KeptIndex
from assistant.vault import SqlVault

if TYPE_CHECKING:
    from assistant.ports import Vectors

pytestmark = pytest.mark.asyncio(loop_scope="module")

SAMPLE = 4
WHOLE = 40
LONGEST_SECONDS = 0.6
"""A generation of a thousand rows is built in about this time, the opening of Chroma included."""


async def prove(
    vault: SqlVault,
    process: EngineProcess,
    kept: Callable[[], KeptIndex],
    fill: Callable[[SqlVault, Vectors], list[PassageId]],
    units: Callable[..., Vectors],
    rounds: int,
) -> None:
    """Kill again and again while the index is brought in line; look for random passages after each kill."""
    chance = random.Random(rounds)
    vectors = units(SEALED_FROM + 8 * rounds, 3)
    passages = fill(vault, vectors[:SEALED_FROM])
    for number in range(rounds):
        passages += fill(vault, vectors[len(passages) : len(passages) + 8])
        index = kept()
        settling = asyncio.create_task(index.settle())
        await asyncio.sleep(chance.uniform(0.0, LONGEST_SECONDS))
        if process.pid is not None:
            os.kill(process.pid, 9)
        await settling
        await right(index, passages, vectors, chance)
        await index.close()
        if number % 4 == 3:  # now and then one is whole, so that the next round changes it
            whole = kept()
            await whole.settle()
            assert whole.serving
            await right(whole, passages, vectors, chance)
            await whole.close()
    last = kept()
    await last.settle()
    assert last.serving
    await right(last, passages, vectors, chance)
    await last.close()


async def right(index: KeptIndex, passages: list[PassageId], vectors: Vectors, chance: random.Random) -> None:
    """Assert that some passages, the newest among them, are each nearest to their own vector."""
    for place in [*chance.sample(range(len(passages)), 20), len(passages) - 1]:
        assert (await index.nearest(vectors[place], 1))[0].passage == passages[place]


async def test_a_kill_at_any_moment_costs_no_answer(
    vault: SqlVault,
    memory_process: EngineProcess,
    kept: Callable[[], KeptIndex],
    fill: Callable[[SqlVault, Vectors], list[PassageId]],
    units: Callable[..., Vectors],
) -> None:
    """A seeded sample."""
    await prove(vault, memory_process, kept, fill, units, SAMPLE)


@pytest.mark.prove
async def test_forty_kills_cost_no_answer(
    vault: SqlVault,
    memory_process: EngineProcess,
    kept: Callable[[], KeptIndex],
    fill: Callable[[SqlVault, Vectors], list[PassageId]],
    units: Callable[..., Vectors],
    figure: Callable[[str, object], None],
) -> None:
    """The whole proof."""
    await prove(vault, memory_process, kept, fill, units, WHOLE)
    figure("kill -9 of the memory process while it indexes", f"{WHOLE} kills, 0 wrong answers")
