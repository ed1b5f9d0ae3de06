"""The file of the heads: opened only when it is the one that ships, and named in words a person can act on."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import ModelRefused
from assistant.reading.heads import FILE, SUM_FILE, open_heads
from assistant.shipped import shipped


def folder_with(folder: Path, content: bytes, digest: str | None = None) -> Path:
    """Make a folder of models that holds this content, with its SHA-256 or another."""
    (folder / FILE).write_bytes(content)
    (folder / SUM_FILE).write_text(f"{digest or hashlib.sha256(content).hexdigest()}  {FILE}\n", encoding="utf8")
    return folder


def test_the_shipped_heads_answer_every_question() -> None:
    """Every head is there with and without meaning, and a yes-or-no head answers a chance."""
    heads = open_heads(shipped("models"))
    for name in ("assumption", "kind", "promise", "link", "sign", "area"):
        assert heads.best(name, with_vector=True).needs_vector
        assert not heads.best(name, with_vector=False).needs_vector
    assert 0.0 < heads.threshold("assumption", with_vector=True) < 1.0
    (chance,) = heads.best("promise", with_vector=False).chances(["i", "will"], 1.0)
    assert 0.0 < chance < 1.0


def test_an_altered_file_is_refused(tmp_path: Path) -> None:
    """One flipped bit, and the file is not opened; the message says so and what to do."""
    content = bytearray((shipped("models") / FILE).read_bytes())
    digest = hashlib.sha256(content).hexdigest()
    content[len(content) // 2] ^= 1
    with pytest.raises(ModelRefused, match="not the one that ships") as refused:
        open_heads(folder_with(tmp_path, bytes(content), digest))
    assert "rules alone" in refused.value.hint


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """No file, or no sum beside it, and the message says which file is missing."""
    with pytest.raises(ModelRefused, match="missing"):
        open_heads(tmp_path)
    (tmp_path / FILE).write_bytes(b"x")
    with pytest.raises(ModelRefused, match="missing"):
        open_heads(tmp_path)


def other_arrays() -> bytes:
    """Return an archive of arrays that are no heads."""
    packed = io.BytesIO()
    np.savez(packed, something=np.zeros(3))
    return packed.getvalue()


def pickled() -> bytes:
    """Return an archive that would run code if pickles were opened."""
    packed = io.BytesIO()
    np.savez(packed, heads=np.array([{"a": 1}], dtype=object))
    return packed.getvalue()


@pytest.mark.parametrize(
    "content", [b"", b"not an archive", other_arrays(), pickled()], ids=["empty", "text", "other", "pickle"]
)
def test_a_file_that_is_no_heads_is_refused(tmp_path: Path, content: bytes) -> None:
    """Even with the right sum, what cannot be read as heads raises ModelRefused and nothing else."""
    with pytest.raises(ModelRefused, match="cannot be read"):
        open_heads(folder_with(tmp_path, content))
