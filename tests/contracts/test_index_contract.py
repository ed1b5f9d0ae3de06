"""What every vector index promises: compared row by row in memory, over a vault, and kept on disk by Chroma."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import pytest_asyncio

from assistant.core.entry import Writing
from assistant.core.ids import EntryId, PassageId
from assistant.core.span import Span
from assistant.engine.process import EngineProcess, python_module
from assistant.memory.exact_index import ExactIndex
from assistant.memory.index_requests import IndexRequests
from assistant.memory.kept_index import KeptIndex
from assistant.ports import VectorIndex
from assistant.vault import SqlVault, create

if TYPE_CHECKING:
    from assistant.ports import Vectors

pytestmark = pytest.mark.asyncio(loop_scope="module")

MODEL = "model 1"
DIMENSIONS = 24
NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


def units(count: int, seed: int = 1) -> Vectors:
    """Return so many random rows of length 1."""
    rows = np.random.default_rng(seed).normal(size=(count, DIMENSIONS)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


class Subject:
    """An index and the vault whose vectors it searches."""

    def __init__(self, index: VectorIndex, vault: SqlVault) -> None:
        self.index = index
        self._vault = vault
        self._entries: dict[PassageId, EntryId] = {}

    async def put(self, vectors: Vectors) -> list[PassageId]:
        """Save an entry for each row, one passage long, and add the rows as `Remember` does."""
        made = []
        with self._vault.together():
            for _row in vectors:
                entry = self._vault.entries.add(Writing(NOON, f"number {len(self._entries)}"))
                passage = self._vault.passages.put_passages(entry.id, [Span(0, len(entry.text))])[0]
                self._entries[passage.id] = entry.id
                made.append(passage.id)
            self._vault.passages.put_vectors(MODEL, made, vectors)
        await self.index.add(made, vectors)
        return made

    async def replace(self, passages: list[PassageId], vectors: Vectors) -> None:
        """Give passages other vectors."""
        self._vault.passages.put_vectors(MODEL, passages, vectors)
        await self.index.add(passages, vectors)

    async def drop(self, passages: list[PassageId]) -> None:
        """Take passages out of the vault and the index."""
        for passage in passages:
            self._vault.passages.put_passages(self._entries[passage], [])
        await self.index.remove(passages)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def memory_process() -> AsyncIterator[EngineProcess]:
    """The real memory process, one for all tests here."""
    process = EngineProcess(lambda: python_module("assistant.bootstrap.memory_child"), cancel_seconds=None)
    yield process
    await process.close()


@pytest.fixture
def vault(vault_folder: Path) -> Iterator[SqlVault]:
    """An empty vault."""
    made = create(vault_folder).vault
    yield made
    made.close()


@pytest_asyncio.fixture(loop_scope="module", params=["exact alone", "exact over a vault", "kept by Chroma"])
async def subject(
    request: pytest.FixtureRequest, vault: SqlVault, memory_process: EngineProcess
) -> AsyncIterator[Subject]:
    """Each index in turn, empty."""
    if request.param == "exact alone":
        index: VectorIndex = ExactIndex()
    elif request.param == "exact over a vault":
        index = ExactIndex(vault.passages, MODEL)
    else:
        requests = IndexRequests(memory_process, vault.layout.index, MODEL, DIMENSIONS)
        index = KeptIndex(requests, vault.passages, MODEL)
    yield Subject(index, vault)
    await index.close()


async def test_an_empty_index_finds_nothing(subject: Subject) -> None:
    """Searching, settling and rebuilding nothing is no error."""
    await subject.index.settle()
    await subject.index.rebuild()
    assert await subject.index.nearest(units(1)[0], 5) == []
    assert await subject.index.count() == 0


async def test_the_nearest_come_first_with_their_cosines(subject: Subject) -> None:
    """Neighbours are ordered by the cosine that the two vectors truly have."""
    vectors, question = units(40), units(1, seed=9)[0]
    passages = await subject.put(vectors)
    await subject.index.settle()
    found = await subject.index.nearest(question, 10)
    cosines = dict(zip(passages, (vectors @ question).tolist(), strict=True))
    assert [one.passage for one in found] == sorted(passages, key=lambda passage: -cosines[passage])[:10]
    assert all(abs(one.cosine - cosines[one.passage]) < 1e-4 for one in found)


async def test_what_is_added_is_found_before_it_is_settled(subject: Subject) -> None:
    """A person who has just written finds it at once, after an earlier settling too."""
    await subject.put(units(5))
    await subject.index.settle()
    late = units(1, seed=7)
    (passage,) = await subject.put(late)
    assert (await subject.index.nearest(late[0], 1))[0].passage == passage
    assert await subject.index.count() == 6


async def test_what_is_removed_is_found_no_more(subject: Subject) -> None:
    """Before settling and after it; passages that were never there are passed over."""
    vectors = units(6)
    passages = await subject.put(vectors)
    await subject.index.settle()
    await subject.drop(passages[:2])
    await subject.index.remove([PassageId(99_999)])
    assert passages[0] not in [one.passage for one in await subject.index.nearest(vectors[0], 6)]
    await subject.index.settle()
    assert {one.passage for one in await subject.index.nearest(vectors[0], 6)} == set(passages[2:])
    assert await subject.index.count() == 4


async def test_a_row_can_be_replaced(subject: Subject) -> None:
    """A passage with a new vector is found by that one, once."""
    vectors = units(4)
    passages = await subject.put(vectors[:3])
    await subject.index.settle()
    await subject.replace(passages[:1], vectors[3:])
    for _settled in range(2):
        found = await subject.index.nearest(vectors[3], 3)
        assert found[0].passage == passages[0]
        assert found[0].cosine == pytest.approx(1.0, abs=1e-4)
        assert sorted(one.passage for one in found) == passages
        await subject.index.settle()


async def test_rebuilding_changes_no_answer(subject: Subject) -> None:
    """Everything can be made anew from the vault."""
    vectors = units(20)
    passages = await subject.put(vectors)
    await subject.drop(passages[10:12])
    before = await subject.index.nearest(vectors[3], 20)
    await subject.index.rebuild()
    after = await subject.index.nearest(vectors[3], 20)
    assert [one.passage for one in after] == [one.passage for one in before]


@pytest.mark.parametrize("count", [0, -1])
async def test_no_neighbours_asked_for_is_none_given(subject: Subject, count: int) -> None:
    """A count of nothing is no error."""
    await subject.put(units(3))
    assert await subject.index.nearest(units(1)[0], count) == []


async def test_more_neighbours_than_rows_are_all_rows(subject: Subject) -> None:
    """Asking for a thousand of three gives three."""
    passages = await subject.put(units(3))
    await subject.index.settle()
    assert sorted(one.passage for one in await subject.index.nearest(units(1)[0], 1000)) == passages


async def test_a_closed_index_can_be_asked_again(subject: Subject) -> None:
    """Closing lets go of files; what a vault holds is there when asked again."""
    vectors = units(3)
    passages = await subject.put(vectors)
    await subject.index.settle()
    await subject.index.close()
    assert (await subject.index.nearest(vectors[1], 1))[0].passage == passages[1]
