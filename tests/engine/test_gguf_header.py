"""What a model file says of itself is read without trusting it: nothing hostile hangs, fills memory or crashes."""

from __future__ import annotations

import contextlib
import resource
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.engine.finding import find_starter
from assistant.engine.gguf_header import read_header
from assistant.errors import ModelRefused

MakeGguf = Callable[..., bytes]
MEMORY_MOST = 64 << 20


@pytest.fixture
def refused(tmp_path: Path) -> Callable[[bytes], str]:
    """Write bytes to a file and return why it is refused."""

    def why(content: bytes) -> str:
        path = tmp_path / "model.gguf"
        path.write_bytes(content)
        with pytest.raises(ModelRefused) as caught:
            read_header(path)
        return caught.value.message

    return why


def test_the_starter_describes_itself() -> None:
    """Name, size, context, layers and what a token of context takes are read from the real starter."""
    path = find_starter()
    assert path is not None
    header = read_header(path)
    assert (header.architecture, header.quantization, header.context_tokens) == ("llama", "Q4_1", 8192)
    assert (header.parameters, header.layers) == (134_515_008, 30)
    assert header.cache_bytes_a_token == 2 * 2 * 30 * 3 * 64
    assert "<|im_start|>" in header.chat_template
    assert header.file_bytes == path.stat().st_size


def test_a_small_file_is_read_whole(tmp_path: Path, gguf: MakeGguf) -> None:
    """A file of our own making is read back as it was written."""
    path = tmp_path / "tiny.gguf"
    path.write_bytes(gguf({"general.name": "Ünï 语"}))
    header = read_header(path)
    assert (header.name, header.licence, header.parameters) == ("Ünï 语", "apache-2.0", 64)
    assert header.memory_bytes(1000) > header.file_bytes + 1000 * header.cache_bytes_a_token


def test_a_model_without_a_name_is_called_by_its_file(tmp_path: Path, gguf: MakeGguf) -> None:
    """An empty name gives way to the file's."""
    path = tmp_path / "mine-7b.gguf"
    path.write_bytes(gguf({"general.name": ""}))
    assert read_header(path).name == "mine-7b"


def test_every_cut_is_noticed(refused: Callable[[bytes], str], gguf: MakeGguf) -> None:
    """A file cut at any byte is refused, the weights included."""
    whole = gguf()
    for end in [*range(0, len(whole) - 256, 7), *range(len(whole) - 256, len(whole))]:
        assert refused(whole[:end])


HUGE = 1 << 62
HOSTILE = {
    "another format": b"PK\x03\x04" + bytes(100),
    "an empty file": b"",
    "a version from the future": b"GGUF" + struct.pack("<IQQ", 9, 0, 0),
    "big-endian": b"GGUF" + struct.pack(">IQQ", 3, 1, 1),
    "more values than any model": b"GGUF" + struct.pack("<IQQ", 3, 0, HUGE),
    "more tensors than any model": b"GGUF" + struct.pack("<IQQ", 3, HUGE, 0),
    "a key longer than the file": b"GGUF" + struct.pack("<IQQQ", 3, 0, 1, HUGE),
    "a list of a quintillion numbers": b"GGUF"
    + struct.pack("<IQQQ", 3, 0, 1, 1)
    + b"k"
    + struct.pack("<IIQ", 9, 4, HUGE),
    "a list of lists": b"GGUF" + struct.pack("<IQQQ", 3, 0, 1, 1) + b"k" + struct.pack("<IIQ", 9, 9, 1),
    "a value of no kind": b"GGUF" + struct.pack("<IQQQ", 3, 0, 1, 1) + b"k" + struct.pack("<I", 99),
    "no architecture": b"GGUF" + struct.pack("<IQQ", 3, 0, 0),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_are_refused_with_a_reason(kind: str, refused: Callable[[bytes], str]) -> None:
    """Each says in a sentence what is wrong with it."""
    assert refused(HOSTILE[kind]).startswith("The model file ")


def test_an_unbelievable_tensor_is_refused(refused: Callable[[bytes], str], gguf: MakeGguf) -> None:
    """Weights said to be larger than the file are noticed before anything is reserved for them."""
    whole = gguf()
    at = whole.index(b"token_embd.weight") + len(b"token_embd.weight") + 4
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert "cut short" in refused(whole[:at] + struct.pack("<Q", HUGE) + whole[at + 8 :])
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < MEMORY_MOST


def test_odd_numbers_do_not_divide_by_zero(tmp_path: Path, gguf: MakeGguf) -> None:
    """No heads, a negative alignment or a wrong kind of value falls back to what cannot hurt."""
    path = tmp_path / "odd.gguf"
    path.write_bytes(gguf({"llama.attention.head_count": 0, "general.alignment": 0, "llama.block_count": "many"}))
    header = read_header(path)
    assert (header.layers, header.cache_bytes_a_token) == (0, 0)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A folder and a missing path are named, not crashed on."""
    for path in (tmp_path, tmp_path / "missing.gguf"):
        with pytest.raises(ModelRefused, match="cannot be opened"):
            read_header(path)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 700), garbage=st.binary(min_size=1, max_size=12))
def test_a_damaged_header_is_read_or_refused(at: int, garbage: bytes, tmp_path: Path, gguf: MakeGguf) -> None:
    """Bytes overwritten anywhere either still describe a model or are refused; nothing else is raised."""
    whole = bytearray(gguf())
    whole[at : at + len(garbage)] = garbage
    path = tmp_path / "damaged.gguf"
    path.write_bytes(whole)
    with contextlib.suppress(ModelRefused):
        read_header(path)
