"""A model file is opened only when its bytes are known or the person said yes to them."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.bootstrap.models import catalogue
from assistant.engine.catalogue import load_catalogue
from assistant.engine.model_file import ModelFile
from assistant.engine.verify import HashMemory, verify
from assistant.errors import ModelRefused, Unreadable

MakeGguf = Callable[..., bytes]

ENTRY = """
[[model]]
name = "tiny"
title = "Tiny"
role = "chat"
file = "tiny.gguf"
sha256 = "{sha256}"
bytes = {size}
licence = "Apache-2.0"
parameters = 64
quantization = "F32"
context_tokens = 4096
chat_format = "chatml"
adapter = "tiny-adapter.gguf"
adapter_sha256 = "{adapter}"
"""


def test_the_starter_is_known(starter: ModelFile) -> None:
    """The installed starter's bytes are those of the catalogue."""
    assert (starter.name, starter.chat_format) == ("smollm2-135m-instruct", "chatml")


def test_one_changed_byte_is_noticed(starter: ModelFile, tmp_path: Path) -> None:
    """A copy under the known name with one bit flipped is refused as altered."""
    copy = tmp_path / starter.path.name
    shutil.copyfile(starter.path, copy)
    with copy.open("r+b") as file:
        file.seek(50_000_000)
        byte = file.read(1)
        file.seek(50_000_000)
        file.write(bytes([byte[0] ^ 1]))
    with pytest.raises(ModelRefused, match="altered"):
        verify(copy, catalogue())


def test_a_stranger_needs_a_yes(tmp_path: Path, gguf: MakeGguf) -> None:
    """An unknown file is refused with the line to type, and opened once its hash is allowed."""
    path = tmp_path / "mine.gguf"
    path.write_bytes(gguf())
    with pytest.raises(ModelRefused) as caught:
        verify(path, catalogue())
    assert "lodestar llm use" in caught.value.hint
    allowed = {hashlib.sha256(path.read_bytes()).hexdigest()}
    model = verify(path, catalogue(), allowed=allowed)
    assert (model.name, model.context_tokens, model.chat_format) == ("Tiny", 4096, "chatml")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A path with nothing there, or a folder, is refused."""
    for path in (tmp_path, tmp_path / "none.gguf"):
        with pytest.raises(ModelRefused, match="no model file"):
            verify(path, catalogue())


def test_an_adapter_is_checked_too(tmp_path: Path, gguf: MakeGguf) -> None:
    """A model whose adapter is missing or altered is refused; a whole one carries it along."""
    path, adapter = tmp_path / "tiny.gguf", tmp_path / "tiny-adapter.gguf"
    path.write_bytes(gguf())
    right = hashlib.sha256(b"adapter").hexdigest()
    known = load_catalogue(
        ENTRY.format(sha256=hashlib.sha256(path.read_bytes()).hexdigest(), size=path.stat().st_size, adapter=right)
    )
    for content in (None, b"another"):
        if content is not None:
            adapter.write_bytes(content)
        with pytest.raises(ModelRefused, match="adapter"):
            verify(path, known, folder=tmp_path)
    adapter.write_bytes(b"adapter")
    assert verify(path, known, folder=tmp_path).adapter == adapter


def test_a_hash_is_remembered_until_the_file_changes(tmp_path: Path) -> None:
    """An unchanged file is not read again; a changed one is, even with its old size and time put back."""
    path, memory = tmp_path / "file", tmp_path / "kept" / "hashes.json"
    path.write_bytes(b"one")
    assert HashMemory(memory).sha256(path) == hashlib.sha256(b"one").hexdigest()
    kept = json.loads(memory.read_text())
    memory.write_text(json.dumps(dict.fromkeys(kept, "0" * 64)))
    assert HashMemory(memory).sha256(path) == "0" * 64
    times = path.stat()
    path.write_bytes(b"two")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert HashMemory(memory).sha256(path) == hashlib.sha256(b"two").hexdigest()


@pytest.mark.parametrize("content", [b"", b"[1]", b"{", b"\xff\xfe", b"[" * 100_000, b'{"a": 1}'])
def test_a_broken_memory_is_begun_again(content: bytes, tmp_path: Path) -> None:
    """Whatever stands in the memory's file, hashing goes on."""
    memory, path = tmp_path / "hashes.json", tmp_path / "file"
    memory.write_bytes(content)
    path.write_bytes(b"one")
    assert HashMemory(memory).sha256(path) == hashlib.sha256(b"one").hexdigest()


def test_the_shipped_catalogue_is_whole() -> None:
    """It loads, the starter comes first, and the embedding model is there."""
    shipped = catalogue()
    assert next(shipped.for_role("chat")).name == "smollm2-135m-instruct"
    assert any(model.dimensions == 384 for model in shipped.for_role("embedding"))


GOOD = ENTRY.format(sha256="a" * 64, size=1, adapter="b" * 64)
BROKEN = {
    "not TOML": "[[model",
    "a hash too short": GOOD.replace("a" * 64, "a" * 63),
    "a path as a file": GOOD.replace('"tiny.gguf"', '"../tiny.gguf"'),
    "an unknown key": GOOD + "colour = 1\n",
    "an unknown format": GOOD.replace("chatml", "esperanto"),
    "a name twice": GOOD + GOOD.replace("a" * 64, "c" * 64),
    "a hash twice": GOOD + GOOD.replace('name = "tiny"', 'name = "other"'),
    "fewer bytes than none": GOOD.replace("bytes = 1", "bytes = -1"),
    "neither hash nor repository": GOOD.replace("a" * 64, ""),
    "a repository with a path": GOOD + 'repository = "../x/y"\n',
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_catalogue_is_refused(kind: str) -> None:
    """Each kind of mistake is refused by name instead of being half believed."""
    assert load_catalogue(GOOD).named("tiny")
    with pytest.raises(Unreadable, match="catalogue"):
        load_catalogue(BROKEN[kind])
