"""A file of random weights in a model's shape is a model that llama.cpp opens, evaluates and draws from."""

from __future__ import annotations

from pathlib import Path

from assistant.bootstrap.bench.shapes import Form, write_random
from assistant.engine.gguf_header import read_header
from assistant.engine.model_file import ModelFile
from assistant.engine.voice import LlamaVoice
from assistant.ports import Ask, AskFinished, PromptTurn


async def test_a_made_up_model_runs(tmp_path: Path) -> None:
    """Header, weights and vocabulary fit together, and a prompt is answered with noise."""
    path = tmp_path / "tiny.gguf"
    write_random(path, Form("tiny", 1, 256, 4, 2, 512))
    header = read_header(path)
    assert (header.layers, header.architecture, header.quantization) == (1, "llama", "Q4_K_M")
    voice = LlamaVoice(ModelFile(path, "tiny", "0" * 64, 512, "chatml"), context_tokens=256)
    events = [event async for event in voice.ask(Ask((PromptTurn("user", "Late again."),), max_tokens=3))]
    await voice.close()
    assert isinstance(events[-1], AskFinished)
    assert events[-1].drawn_tokens > 0
