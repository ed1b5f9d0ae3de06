"""How a model runs best is measured once, for as long as that takes at most, and remembered with the machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.engine.model_file import ModelFile
from assistant.engine.tuning import (
    ALL_LAYERS,
    BETTER_BY,
    Measured,
    TuningMemory,
    Way,
    fastest,
    gpu_free_bytes,
    usual,
    ways,
)
from assistant.engine.voice import LlamaVoice


def test_each_way_differs_from_the_usual_one_in_one_thing() -> None:
    """The usual way comes first; a GPU adds the way without it."""
    tried = ways(16, 8, gpu=True)
    assert tried[0] == Way(8)
    assert {way.threads for way in tried} == {7, 8, 16}
    assert [way.gpu_layers for way in tried].count(0) == 1
    assert all(way.gpu_layers == ALL_LAYERS for way in ways(2, 2, gpu=False))
    assert len(set(tried)) == len(tried)


def test_only_what_is_clearly_faster_is_taken() -> None:
    """A difference that measuring cannot tell from chance changes nothing."""
    first = Measured(Way(2), 100.0, 10.0)
    assert fastest([first, Measured(Way(4), 102.0, 10.1)]) == first
    better = Measured(Way(4), 100.0 * 2, 10.0 * 2)
    assert fastest([first, better]) == better
    assert first.turn_seconds() > better.turn_seconds() * BETTER_BY
    assert Measured(Way(1), 0.0, 0.0).turn_seconds() == float("inf")


async def test_the_real_model_is_measured_and_runs_that_way(starter: ModelFile, tmp_path: Path) -> None:
    """The starter has rates; with no time to spare only the usual way is measured; what was found is used."""
    from dataclasses import asdict

    from assistant.engine.tuning import measure

    voice = LlamaVoice(starter, context_tokens=512)
    measured = await measure(asdict(voice._spec), seconds=0.0)
    assert measured is not None
    assert measured.way == usual()
    assert measured.prefill_rate > 1
    assert measured.decode_rate > 0.1
    memory = TuningMemory(tmp_path / "deep" / "tuning.json")
    memory.keep(starter.sha256, measured)
    kept = TuningMemory(tmp_path / "deep" / "tuning.json").of(starter.sha256)
    assert kept == measured
    tuned = LlamaVoice(starter, way=Way(1, batch_tokens=64, flash_attention=0), context_tokens=512)
    assert (await tuned.facts()).name == starter.name
    await tuned.close()


async def test_a_gpu_is_looked_for_in_a_process_of_its_own() -> None:
    """Where this build can use none, none is found; the screen's process loads no native code for it."""
    assert await gpu_free_bytes() >= 0


@pytest.mark.parametrize("held", [b"", b"[]", b"{", b'{"a": 5}', b"\xff", b"[" * 100_000])
def test_a_broken_memory_remembers_nothing(held: bytes, tmp_path: Path) -> None:
    """Whatever stands in the file, the model runs the usual way."""
    (tmp_path / "tuning.json").write_bytes(held)
    memory = TuningMemory(tmp_path / "tuning.json")
    assert memory.of("a" * 64) is None
    memory.keep("a" * 64, Measured(Way(2), 1.0, 1.0))
    assert memory.of("a" * 64) is not None
