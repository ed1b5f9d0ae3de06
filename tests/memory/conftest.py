"""A vault with passages and vectors, and the real memory process."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import pytest_asyncio

from assistant.core.entry import Writing
from assistant.core.ids import PassageId
from assistant.core.span import Span
from assistant.engine.process import EngineProcess, python_module
from assistant.memory.index_requests import IndexRequests
from assistant.memory.kept_index import KeptIndex
from assistant.vault import SqlVault, create

if TYPE_CHECKING:
    from assistant.ports import Vectors

MODEL = "model 1"
DIMENSIONS = 24
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def _units(count: int, seed: int) -> Vectors:
    rows = np.random.default_rng(seed).normal(size=(count, DIMENSIONS)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


@pytest.fixture
def units() -> Callable[..., Vectors]:
    """Make random rows of length 1: `units(count, seed)`."""
    return _units


@pytest.fixture
def vault(vault_folder: Path) -> Iterator[SqlVault]:
    """An empty vault."""
    made = create(vault_folder).vault
    yield made
    made.close()


def _fill(vault: SqlVault, vectors: Vectors) -> list[PassageId]:
    made, first = [], vault.entries.count()
    with vault.together():
        for number in range(first, first + len(vectors)):
            entry = vault.entries.add(Writing(NOON + timedelta(minutes=number), f"number {number}"))
            made.append(vault.passages.put_passages(entry.id, [Span(0, len(entry.text))])[0].id)
        vault.passages.put_vectors(MODEL, made, vectors)
    return made


@pytest.fixture
def fill() -> Callable[[SqlVault, Vectors], list[PassageId]]:
    """Save one entry of one passage a row: `fill(vault, vectors)`."""
    return _fill


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def memory_process() -> AsyncIterator[EngineProcess]:
    """The real memory process, one for all tests of a module."""
    process = EngineProcess(lambda: python_module("assistant.bootstrap.memory_child"), cancel_seconds=None)
    yield process
    await process.close()


@pytest.fixture
def kept(vault: SqlVault, memory_process: EngineProcess) -> Callable[[], KeptIndex]:
    """Make an index over the vault, as each start of the program does."""

    def make() -> KeptIndex:
        requests = IndexRequests(memory_process, vault.layout.index, MODEL, DIMENSIONS)
        return KeptIndex(requests, vault.passages, MODEL)

    return make
