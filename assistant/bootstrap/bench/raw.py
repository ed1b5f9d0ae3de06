"""The raw libraries doing the same work, each in a process of its own: `python -m … NAME VALUES`, both JSON.

Nothing of Lodestar is called here but the code that makes the same made-up vectors.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.ports import Vectors

Values = dict[str, Any]


def unit_rows(count: int, dimensions: int, seed: int) -> Vectors:
    """Return made-up vectors, `(count, dimensions)` float32, rows of length 1."""
    import numpy as np

    rows = np.random.default_rng(seed).standard_normal((count, dimensions), dtype=np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return rows


def embed(values: Values) -> Values:
    """Embed each text by itself with llama-cpp-python."""
    from llama_cpp import LLAMA_POOLING_TYPE_MEAN, Llama

    model = Llama(
        values["path"], embedding=True, n_ctx=512, n_batch=512, n_ubatch=512, verbose=False,
        n_threads=_cores(), n_threads_batch=_cores(), pooling_type=LLAMA_POOLING_TYPE_MEAN,
    )  # fmt: skip
    texts = values["texts"]
    model.embed(texts[0])
    started = time.perf_counter()
    for text in texts:
        model.embed(text, normalize=True)
    return {"rate": len(texts) / (time.perf_counter() - started)}


def chroma(values: Values) -> Values:
    """Query a Chroma collection of the same made-up vectors."""
    import chromadb
    from chromadb.config import Settings

    rows = unit_rows(values["passages"], 384, values["seed"])
    client = chromadb.PersistentClient(values["folder"] + "/raw", Settings(anonymized_telemetry=False))
    found = client.create_collection("raw", embedding_function=None, metadata={"hnsw:space": "cosine"})
    for start in range(0, len(rows), 5_000):
        some = rows[start : start + 5_000]
        found.add(ids=[str(start + place) for place in range(len(some))], embeddings=some)
    asked = unit_rows(values["queries"] + 3, 384, values["seed"] + 1)
    taken = []
    for row in asked:
        started = time.perf_counter()
        found.query(query_embeddings=row.reshape(1, -1), n_results=values["neighbours"], include=["distances"])
        taken.append(time.perf_counter() - started)
    return {"query": statistics.median(taken[3:])}


def decode(values: Values) -> Values:
    """Load a model, evaluate a prompt, draw tokens: seconds to load and to the first token, tokens a second."""
    from llama_cpp import Llama

    started = time.perf_counter()
    model = Llama(
        values["path"], n_ctx=values["context_tokens"], n_batch=values["batch_tokens"], verbose=False,
        n_threads=_cores(), n_threads_batch=_cores(), n_gpu_layers=-1,
    )  # fmt: skip
    tokens = model.tokenize(values["text"].encode(), special=True)
    while len(tokens) < values["prompt_tokens"]:
        tokens += tokens
    tokens = tokens[: values["prompt_tokens"]]
    model.eval(tokens)
    model.sample(temp=values["temperature"])
    cold = time.perf_counter() - started
    warm = []
    for _ in range(values["runs"]):
        model.n_tokens = len(tokens) - values["new_tokens"]
        model._ctx.kv_cache_seq_rm(0, model.n_tokens, -1)
        started = time.perf_counter()
        model.eval(tokens[-values["new_tokens"] :])
        model.sample(temp=values["temperature"])
        warm.append(time.perf_counter() - started)
    started = time.perf_counter()
    for token in tokens[: values["drawn_tokens"]]:  # evaluation alone: what drawing a token costs is on our side
        model.eval([token])
    rate = values["drawn_tokens"] / (time.perf_counter() - started)
    return {"cold": cold, "warm": statistics.median(warm), "rate": rate}


def rates(values: Values) -> Values:
    """Evaluate a prompt and then tokens one by one: tokens a second of both, and the memory taken."""
    import resource

    from llama_cpp import Llama

    model = Llama(
        values["path"], n_ctx=1024, n_batch=values["batch_tokens"], verbose=False, n_threads=_cores(),
        n_threads_batch=_cores(), n_gpu_layers=-1,
    )  # fmt: skip
    tokens = list(range(300, 300 + values["prompt_tokens"]))
    model.eval(tokens[:8])
    model.reset()  # type: ignore[no-untyped-call]
    started = time.perf_counter()
    model.eval(tokens)
    evaluated = time.perf_counter()
    for token in tokens[: values["drawn_tokens"]]:
        model.eval([token])
    drawn = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    prefill, decode = len(tokens) / (evaluated - started), values["drawn_tokens"] / (drawn - evaluated)
    return {"prefill": prefill, "decode": decode, "memory": memory}


def _cores() -> int:
    from assistant.engine.hardware import physical_cores

    return physical_cores()


if __name__ == "__main__":
    measured = {"embed": embed, "chroma": chroma, "decode": decode, "rates": rates}[sys.argv[1]](
        json.loads(sys.argv[2])
    )
    sys.stdout.write(json.dumps(measured) + "\n")
