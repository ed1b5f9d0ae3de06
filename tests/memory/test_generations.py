"""Generations of an index: the whole ones are found, the doubtful ones never opened, one process owns them."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.memory.generations import Generations, Manifest, read_manifest, write_manifest

WHOLE = Manifest("f" * 32, "model 1", 24, "1.5.9", 3, 0, settled=True)


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    """A folder that is owned."""
    made = Generations(tmp_path / "index")
    assert made.take()
    return made


def test_a_manifest_comes_back_as_written(generations: Generations) -> None:
    """Every field, and nothing is left beside it."""
    path = generations.make()
    write_manifest(path, WHOLE)
    assert read_manifest(path) == WHOLE
    assert [file.name for file in path.iterdir()] == ["manifest.json"]


def test_the_generation_settled_last_is_the_newest(generations: Generations) -> None:
    """Not the one made last."""
    first, second = generations.make(), generations.make()
    for path, seconds in ((second, 10), (first, 20)):
        write_manifest(path, WHOLE)
        os.utime(path / "manifest.json", (seconds, seconds))
    newest = generations.newest()
    assert newest is not None
    assert newest[0] == first


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\x00" * 100, b"[]", b"{}", json.dumps({"fingerprint": "x", "rows": "many"}).encode()],
    ids=["empty", "cut", "zeros", "list", "no fields", "wrong types"],
)
def test_a_manifest_that_cannot_be_read_is_no_generation(generations: Generations, content: bytes) -> None:
    """Half a write, a flipped block: the generation is not opened."""
    path = generations.make()
    (path / "manifest.json").write_bytes(content)
    assert generations.newest() is None


def test_an_unsettled_generation_is_never_opened(generations: Generations) -> None:
    """It was being changed when its process ended."""
    write_manifest(generations.make(), replace(WHOLE, settled=False))
    generations.make()
    assert generations.newest() is None


def test_others_are_deleted_and_the_one_is_kept(generations: Generations) -> None:
    """Folders of earlier generations go; the lock stays."""
    kept, other = generations.make(), generations.make()
    generations.keep_only(kept)
    assert kept.is_dir()
    assert not other.exists()
    assert (generations.folder / "lock").exists()


def test_only_one_may_own_the_folder(generations: Generations) -> None:
    """A second owner is refused until the first lets go."""
    second = Generations(generations.folder)
    assert not second.take()
    generations.release()
    assert second.take()
    second.release()


def test_a_folder_deleted_under_its_owner_can_be_taken_anew(generations: Generations) -> None:
    """Forgetting deletes the whole folder; the lock on a file that is gone excludes nobody."""
    (generations.folder / "lock").unlink()
    generations.folder.rmdir()
    assert generations.take()
    assert not Generations(generations.folder).take()


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX")
def test_nobody_else_may_read_an_index(generations: Generations) -> None:
    """Folders have mode 0700, files 0600."""
    path = generations.make()
    write_manifest(path, WHOLE)
    modes = [stat.S_IMODE(one.stat().st_mode) for one in (generations.folder, path, path / "manifest.json")]
    assert modes == [0o700, 0o700, 0o600]
