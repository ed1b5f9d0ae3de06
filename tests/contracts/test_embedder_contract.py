"""What every embedder promises: the fake that hashes words, and the real model in its process."""

from __future__ import annotations

from collections.abc import AsyncIterator

import numpy as np
import pytest
import pytest_asyncio

from assistant.bootstrap.models import embedding_file
from assistant.core.span import Span
from assistant.engine.embedder import LlamaEmbedder
from assistant.engine.process import EngineProcess, python_module
from assistant.ports import Embedder
from assistant.testing import HashEmbedder

pytestmark = pytest.mark.asyncio(loop_scope="module")

AWKWARD = ["", " ", "\x00", "\udc80", "[/x]\x1b]52;c;aGk=\x07", "🙂" * 300, "word " * 3000, "今日は雨。"]


@pytest_asyncio.fixture(loop_scope="module", scope="module", params=["hashed", "real"])
async def embedder(request: pytest.FixtureRequest) -> AsyncIterator[Embedder]:
    """Each embedder in turn."""
    if request.param == "hashed":
        yield HashEmbedder()
        return
    process = EngineProcess(lambda: python_module("assistant.engine.embedder_child"))
    real = LlamaEmbedder(process, embedding_file())
    yield real
    await real.close()


async def test_one_unit_row_a_text(embedder: Embedder) -> None:
    """float32, as many columns as it says, each of length 1, in the order of the texts."""
    texts = ["the heron by the canal", "bread and soap", "the heron by the canal"]
    rows = await embedder.embed(texts)
    assert rows.shape == (3, embedder.dimensions)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-4)
    assert np.allclose(rows[0], rows[2], atol=1e-4)


async def test_texts_that_share_words_are_nearer(embedder: Embedder) -> None:
    """What searching by meaning stands on."""
    question, near, far = await embedder.embed(
        ["the heron by the canal", "a heron by the canal again", "invoices from the timber yard"]
    )
    assert question @ near > question @ far


async def test_any_text_has_a_row(embedder: Embedder) -> None:
    """Empty, blank, broken, very long: a finite unit row each."""
    rows = await embedder.embed(AWKWARD)
    assert rows.shape == (len(AWKWARD), embedder.dimensions)
    assert np.isfinite(rows).all()
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-3)


async def test_words_within_a_text_have_a_row_of_their_own(embedder: Embedder) -> None:
    """Each nearer to what it names; the text's own row is the one it has alone."""
    text = "the heron by the canal and the tax on cider"
    alone, heron, tax = await embedder.embed([text, "heron by the canal", "tax on cider"])
    whole, first = await embedder.embed_within(text, [Span(4, 22)])
    again, last = await embedder.embed_within(text, [Span(31, 43)])
    assert np.allclose([whole, again], alone, atol=1e-3)
    assert first @ heron > last @ heron
    assert last @ tax > first @ tax


@pytest.mark.parametrize("text", AWKWARD)
async def test_any_text_has_a_row_for_its_words(embedder: Embedder, text: str) -> None:
    """Two finite unit rows, whichever words are named: none, some, or what lies beyond the text."""
    for words in ([], [Span(0, len(text))], [Span(1, 2)], [Span(len(text) + 5, len(text) + 9)]):
        rows = await embedder.embed_within(text, words)
        assert rows.shape == (2, embedder.dimensions)
        assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-3)


async def test_no_texts_are_no_rows(embedder: Embedder) -> None:
    """The shape still says how long a row would be."""
    assert (await embedder.embed([])).shape == (0, embedder.dimensions)


async def test_its_name_is_its_identity(embedder: Embedder) -> None:
    """The same at every asking, and never empty."""
    assert embedder.name == embedder.name != ""


async def test_it_can_be_closed_and_asked_again(embedder: Embedder) -> None:
    """Closing ends what runs; the next call starts it again with the same rows."""
    (before,) = await embedder.embed(["the heron"])
    await embedder.close()
    (after,) = await embedder.embed(["the heron"])
    assert np.allclose(before, after, atol=1e-4)
