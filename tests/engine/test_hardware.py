"""A model takes the processors that are free, and refuses what this machine has no memory for."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.engine.fitting import check_fits
from assistant.engine.hardware import Machine, idle_threads, physical_cores
from assistant.engine.model_file import ModelFile
from assistant.errors import ModelRefused

GIB = 1 << 30


@pytest.mark.parametrize(
    ("most", "running", "cpus", "threads"),
    [(2, 0, 2, 2), (2, 1, 2, 1), (2, 18, 2, 1), (8, 3, 16, 8), (8, 12, 16, 4), (1, 0, 64, 1)],
)
def test_threads_that_would_have_to_wait_are_left_out(most: int, running: int, cpus: int, threads: int) -> None:
    """Every processor that others keep busy costs a thread; one always remains."""
    assert idle_threads(most, running, cpus) == threads


def test_this_moment_is_looked_at() -> None:
    """Without numbers given, the system's own are used."""
    assert 1 <= idle_threads(physical_cores()) <= physical_cores()


def test_a_model_that_does_not_fit_is_refused_before_it_is_opened(starter: ModelFile) -> None:
    """The refusal names what it needs and what is free; with room it passes."""
    check_fits(starter.path, 4096, Machine(4 * GIB, 2 * GIB, 2))
    check_fits(starter.path, 4096, Machine(4 * GIB, 0, 2, gpu_bytes=GIB))
    with pytest.raises(ModelRefused, match=r"needs 0\.2 GiB of memory, and 0\.0 GiB are free"):
        check_fits(starter.path, 4096, Machine(4 * GIB, GIB // 2, 2))


def test_what_is_no_model_is_refused_by_the_same_look(tmp_path: Path) -> None:
    """A file that cannot be read needs no memory at all."""
    (tmp_path / "no.gguf").write_bytes(b"no")
    with pytest.raises(ModelRefused):
        check_fits(tmp_path / "no.gguf", 4096, Machine(4 * GIB, 4 * GIB, 2))
