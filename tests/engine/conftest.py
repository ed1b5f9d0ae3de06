"""Small model files made on the spot, and the real starter where it is installed."""

from __future__ import annotations

import struct
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path

import pytest

from assistant.bootstrap.models import catalogue
from assistant.engine.finding import find_starter
from assistant.engine.model_file import ModelFile
from assistant.engine.verify import verify
from assistant.engine.voice import LlamaVoice

Value = str | int | float | bool | list[str]
MakeGguf = Callable[..., bytes]

CHATML = "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"


def text(words: str) -> bytes:
    """Write a text as GGUF does: its length, then its bytes."""
    raw = words.encode()
    return struct.pack("<Q", len(raw)) + raw


def _value(value: Value) -> bytes:
    match value:
        case bool():
            return struct.pack("<I?", 7, value)
        case str():
            return struct.pack("<I", 8) + text(value)
        case int():
            return struct.pack("<II", 4, value)
        case float():
            return struct.pack("<If", 6, value)
        case list():
            return struct.pack("<IIQ", 9, 8, len(value)) + b"".join(text(one) for one in value)


def make_gguf(
    values: Mapping[str, Value] | None = None, *, elements: int = 64, version: int = 3, weights: bytes | None = None
) -> bytes:
    """Return a whole small GGUF file: one float32 tensor of `elements`, described as a little llama."""
    described: dict[str, Value] = {
        "general.architecture": "llama",
        "general.name": "Tiny",
        "general.license": "apache-2.0",
        "general.file_type": 0,
        "llama.context_length": 4096,
        "llama.block_count": 2,
        "llama.embedding_length": 64,
        "llama.attention.head_count": 4,
        "llama.attention.head_count_kv": 2,
        "tokenizer.chat_template": CHATML,
    }
    described.update(values or {})
    head = b"GGUF" + struct.pack("<IQQ", version, 1, len(described))
    head += b"".join(text(key) + _value(value) for key, value in described.items())
    head += text("token_embd.weight") + struct.pack("<IQIQ", 1, elements, 0, 0)
    head += bytes(-len(head) % 32)
    return head + (bytes(4 * elements) if weights is None else weights)


@pytest.fixture
def gguf() -> MakeGguf:
    """Make small GGUF files."""
    return make_gguf


@pytest.fixture(scope="session")
def starter() -> ModelFile:
    """The starter model, its bytes checked."""
    path = find_starter()
    assert path is not None, "the starter is not installed: make test installs it"
    return verify(path, catalogue())


@pytest.fixture
async def voice(starter: ModelFile) -> AsyncIterator[LlamaVoice]:
    """The real starter in its process."""
    voice = LlamaVoice(starter, context_tokens=1024)
    yield voice
    await voice.close()


def place(folder: Path, name: str, content: bytes) -> Path:
    """Write a file and the folders it lies in."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
