"""A short run of the training: what comes out is an adapter that llama.cpp lays over the starter.

Needs what only training needs: `pip install torch transformers peft gguf safetensors`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.core.dialogue import QuestionType
from assistant.engine.asks import VoiceSpec
from assistant.engine.finding import find_starter
from assistant.engine.wording import OpenVoice
from assistant.ports import Ask
from assistant.services.coach_words import load_prompt_form
from assistant.shipped import shipped
from tests.training.scripts_of_voice import VOICE, load

pytest.importorskip("torch", reason="torch is installed for training only")
pytest.importorskip("peft", reason="peft is installed for training only")
pytest.importorskip("transformers", reason="transformers is installed for training only")

LEARNED_BY_HEART = """# A: one who repeats themselves.
> The kettle is blue and I like it.
clar | blue | Which blue is the kettle?
"""

HELD_OUT = """
# {name}
> The shelf is up.
clar | shelf | Which shelf is it?
"""


def _ran(script: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(VOICE / script), *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def _said(starter: Path, adapter: str) -> str:
    form = load_prompt_form(shipped("prompts") / "templates" / "coach.toml")
    voice = OpenVoice(
        VoiceSpec(
            path=str(starter), sha256="", chat_format="chatml", context_tokens=512, threads=2, adapter_path=adapter
        )
    )
    turns = form.taught_turns("The kettle is blue and I like it.", "blue", QuestionType.CLARIFICATION)
    said: list[str] = []
    voice.word(
        Ask(turns, max_tokens=16, temperature=0.0),
        lambda event: said.append(str(event["text"])) if "text" in event else None,
        lambda: False,
    )
    return said[0]


def test_a_short_run_teaches_what_was_written(tmp_path: Path) -> None:
    """One message learned over and over is answered as it was written, over the quantized starter."""
    starter, text = _starter(), tmp_path / "text"
    text.mkdir()
    (text / "01-one.txt").write_text(LEARNED_BY_HEART + HELD_OUT.format(name=_writer_held_out()), "utf-8")
    out = tmp_path / "short.gguf"
    told = _ran(
        "train.py",
        str(out),
        "--text",
        str(text),
        "--starter",
        str(starter),
        "--passes",
        "40",
        "--rate",
        "3e-3",
        "--rank",
        "8",
    )
    seen = json.loads(told.splitlines()[-1])
    assert seen["bytes"] == out.stat().st_size < 12_000_000
    assert _said(starter, "") != "Which blue is the kettle?"
    assert _said(starter, str(out)) == "Which blue is the kettle?"


def _writer_held_out() -> str:
    """Return a writer whose name the split holds out."""
    message = load("written").Message
    names = (f"N{number}: never learned from." for number in range(200))
    return next(name for name in names if message(f"01-one {name}", "").held_out)


def _starter() -> Path:
    path = find_starter()
    assert path is not None, "the starter is not installed: make test installs it"
    return path
