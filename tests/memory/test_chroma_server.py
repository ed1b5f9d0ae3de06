"""The index on a real Chroma server on the loopback: ids and vectors, a tenant for each vault, never a word."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.core.entry import Writing
from assistant.core.ids import PassageId
from assistant.engine.process import EngineProcess
from assistant.memory.exact_index import ExactIndex
from assistant.memory.index_requests import IndexRequests
from assistant.memory.kept_index import KeptIndex
from assistant.vault import SqlVault

if TYPE_CHECKING:
    from assistant.ports import Vectors

pytestmark = pytest.mark.asyncio(loop_scope="module")

Units = Callable[..., "Vectors"]
Fill = Callable[[SqlVault, "Vectors"], list[PassageId]]

MODEL, DIMENSIONS = "model 1", 24
CANARY = "zugunruhe"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """`chroma run` on the loopback: its address and its folder."""
    folder = tmp_path_factory.mktemp("chroma")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).parent / "chroma"), "run", "--path", str(folder), "--host", "127.0.0.1"]
    process = subprocess.Popen(
        [*command, "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder
    )
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{url}/api/v2/heartbeat", timeout=5).close()
                break
            except (urllib.error.URLError, OSError):
                assert process.poll() is None, "the server ended"
                time.sleep(0.1)
        yield url, folder
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def served(server: tuple[str, Path], vault: SqlVault, memory_process: EngineProcess) -> Callable[..., KeptIndex]:
    """Make an index on the server over the vault: `served(tenant)`."""

    def make(tenant: str, url: str = server[0]) -> KeptIndex:
        requests = IndexRequests(
            memory_process, vault.layout.index / "server", MODEL, DIMENSIONS, url=url, tenant=tenant
        )
        return KeptIndex(requests, vault.passages, MODEL)

    return make


async def test_the_server_answers_as_every_vector_compared(
    vault: SqlVault, served: Callable[..., KeptIndex], units: Units, fill: Fill
) -> None:
    """Neighbours and cosines agree with exact search, at once and after the next start, whatever comes and goes."""
    passages = fill(vault, vectors := units(60, 1))
    index, exact = served("tenant-one"), ExactIndex(vault.passages, MODEL)
    await index.settle()
    assert index.serving
    await index.close()
    again = served("tenant-one")
    for vector in units(5, 2):
        found, wanted = await again.nearest(vector, 8), await exact.nearest(vector, 8)
        assert [one.passage for one in found] == [one.passage for one in wanted]
        assert np.allclose([one.cosine for one in found], [one.cosine for one in wanted], atol=1e-4)
    assert again.serving
    more = fill(vault, fresh := units(5, 3))
    await again.add(more, fresh)
    await again.settle()
    assert await again.count() == len(passages) + len(more)
    assert (await again.nearest(fresh[0], 1))[0].passage == more[0]
    assert (await again.nearest(vectors[0], 1))[0].passage == passages[0]
    await again.close()


async def test_vaults_do_not_see_each_other(
    vault: SqlVault, served: Callable[..., KeptIndex], units: Units, fill: Fill
) -> None:
    """Two tenants on one server hold nothing of each other's."""
    fill(vault, units(10, 1))
    one, two = served("tenant-a"), served("tenant-b")
    await one.settle()
    await two.settle()
    await two.rebuild()
    assert two.serving
    await two.close()
    again = served("tenant-a")
    await again.nearest(units(1, 5)[0], 3)
    assert again.serving
    await again.close()


async def test_no_word_reaches_the_server(
    server: tuple[str, Path], vault: SqlVault, served: Callable[..., KeptIndex], units: Units, fill: Fill
) -> None:
    """The server's files hold the vectors and none of the words; the control finds a word in the vault's own file."""
    vault.entries.add(Writing(datetime(2026, 3, 14, tzinfo=UTC), f"My {CANARY} is back."))
    fill(vault, units(20, 1))
    index = served("tenant-words")
    await index.settle()
    assert index.serving
    await index.close()
    held = b"".join(path.read_bytes() for path in server[1].rglob("*") if path.is_file())
    assert b"tenant-words" in held
    assert CANARY.encode() not in held
    own = b"".join(path.read_bytes() for path in vault.layout.folder.glob("vault.db*"))
    assert CANARY.encode() in own


async def test_a_server_that_is_gone_costs_only_speed(
    vault: SqlVault, served: Callable[..., KeptIndex], units: Units, fill: Fill
) -> None:
    """Where nothing answers, every vector is compared instead."""
    passages = fill(vault, vectors := units(10, 1))
    index = served("tenant-one", "http://127.0.0.1:9")
    assert (await index.nearest(vectors[3], 1))[0].passage == passages[3]
    await index.settle()
    assert not index.serving
    assert (await index.nearest(vectors[4], 1))[0].passage == passages[4]
    await index.close()


async def test_what_was_removed_leaves_the_server(
    vault: SqlVault, served: Callable[..., KeptIndex], units: Units, fill: Fill
) -> None:
    """A rebuild keeps only the collection that holds what the vault holds now."""
    fill(vault, units(10, 1))
    index = served("tenant-removed")
    await index.settle()
    await index.rebuild()
    assert index.serving
    assert await index.count() == 10
    await index.close()
