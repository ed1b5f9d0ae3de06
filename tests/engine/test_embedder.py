"""The shipped embedding model agrees with the float32 weights it was made from."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest

from assistant.bootstrap.models import embedding_file
from assistant.engine.embedder import DIMENSIONS, TEXTS_A_REQUEST, LlamaEmbedder
from assistant.engine.process import EngineProcess, python_module
from assistant.errors import EngineStopped

HERE = Path(__file__).parent
TEXTS: list[str] = json.loads((HERE / "reference_texts.json").read_text(encoding="utf8"))
REFERENCE = np.load(HERE / "reference_vectors.npy")

WORDS_LEAST = 4
AGREES = 0.999
AGREES_SHORT = 0.998
"""Of one word or none there is little to average over: measured 0.9982 and 0.9984."""


@pytest.fixture
async def embedder() -> AsyncIterator[LlamaEmbedder]:
    """The real embedding model in its process."""
    process = EngineProcess(lambda: python_module("assistant.engine.embedder_child"))
    embedder = LlamaEmbedder(process, embedding_file())
    yield embedder
    await embedder.close()


async def test_vectors_agree_with_the_float32_weights(embedder: LlamaEmbedder) -> None:
    """Against vectors computed in numpy from the original weights (`models/training/embedding/reference.py`)."""
    vectors = await embedder.embed(TEXTS)
    cosines = (vectors * REFERENCE).sum(1)
    for text, cosine in zip(TEXTS, cosines, strict=True):
        assert cosine >= (AGREES if len(text.split()) >= WORDS_LEAST else AGREES_SHORT)


async def test_rows_have_length_one_and_their_texts_order(embedder: LlamaEmbedder) -> None:
    """More texts than fit one request come back in order, each the same as alone."""
    texts = [f"{number} herons by the canal" for number in range(2 * TEXTS_A_REQUEST + 3)]
    told: list[int] = []
    rows = await embedder.embed(texts, told.append)
    assert rows.shape == (len(texts), DIMENSIONS)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
    assert told[-1] == len(texts)
    alone = await embedder.embed([texts[11]])
    assert np.allclose(rows[11], alone[0], atol=1e-5)


async def test_nothing_to_embed_is_no_rows(embedder: LlamaEmbedder) -> None:
    """No text, no row; and the model need not even start."""
    assert (await embedder.embed([])).shape == (0, DIMENSIONS)


async def test_a_long_text_is_cut_not_refused(embedder: LlamaEmbedder) -> None:
    """A text beyond the model's reach is read as far as it goes; markers that are typed stay words."""
    long = "the canal at night " * 2000
    rows = await embedder.embed([long, long + "and a thought at the very end", "[SEP]"])
    assert np.allclose(rows[0], rows[1], atol=1e-4)
    assert np.linalg.norm(rows[2]) == pytest.approx(1.0, abs=1e-4)


async def test_a_model_of_another_shape_is_noticed(embedder: LlamaEmbedder) -> None:
    """Vectors of another length than promised never reach the vault."""
    process = EngineProcess(lambda: python_module("assistant.engine.embedder_child"))
    other = LlamaEmbedder(process, embedding_file(), dimensions=768)
    with pytest.raises(EngineStopped, match="length"):
        await other.embed(["a"])
    await other.close()
