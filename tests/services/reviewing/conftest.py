"""The real embedding model, one process for all reviews here."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import pytest_asyncio

from assistant.bootstrap.models import embedding_file
from assistant.core.review import Review
from assistant.core.span import Span
from assistant.engine.embedder import LlamaEmbedder
from assistant.engine.process import EngineProcess, python_module
from assistant.ports import Embedder
from tests.services.reviewing.review_room import Ines

if TYPE_CHECKING:
    from assistant.ports import Vectors


@pytest_asyncio.fixture(loop_scope="package", scope="package")
async def embedder() -> AsyncIterator[Embedder]:
    """The embedding model that ships."""
    process = EngineProcess(lambda: python_module("assistant.engine.embedder_child"))
    embedder = LlamaEmbedder(process, embedding_file())
    yield EachOnce(embedder)
    await embedder.close()


class EachOnce:
    """Embed each text once for all the vaults of these tests. Fills the role `Embedder`."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._rows: dict[str, Vectors] = {}
        self.name, self.dimensions = embedder.name, embedder.dimensions

    async def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row a text."""
        new = list(dict.fromkeys(text for text in texts if text not in self._rows))
        if new:
            self._rows.update(zip(new, await self._embedder.embed(new), strict=True))
        made: Vectors = np.array([self._rows[text] for text in texts], np.float32).reshape(len(texts), self.dimensions)
        return made

    async def embed_within(self, text: str, words: Sequence[Span]) -> Vectors:
        """Return the rows of a text and of some of its words."""
        return await self._embedder.embed_within(text, words)

    async def close(self) -> None:
        """End what runs within."""
        await self._embedder.close()


@pytest_asyncio.fixture(loop_scope="package", scope="package")
async def ines(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Ines]:
    """Her half year; tests that change it make their own."""
    person = Ines(tmp_path_factory.mktemp("ines") / "vault", embedder)
    person.writes_everything()
    yield person
    person.vault.close()


@pytest_asyncio.fixture(loop_scope="package", scope="package")
async def review(ines: Ines) -> Review:
    """The review of her second quarter."""
    return await ines.review()


@pytest.fixture
def another(embedder: Embedder, tmp_path: Path) -> Iterator[Callable[[], Ines]]:
    """Make a person with an empty vault."""
    made: list[Ines] = []

    def make() -> Ines:
        made.append(Ines(tmp_path / f"vault-{len(made)}", embedder))
        return made[-1]

    yield make
    for person in made:
        person.vault.close()
