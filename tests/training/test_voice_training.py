"""A short run of the training: what comes out is an adapter that llama.cpp lays over the starter.

Needs what only training needs: `pip install torch transformers peft gguf safetensors`.
"""

from __future__ import annotations

import json
import math
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

torch = pytest.importorskip("torch", reason="torch is installed for training only")
pytest.importorskip("peft", reason="peft is installed for training only")
pytest.importorskip("transformers", reason="transformers is installed for training only")

ASKED = "Which blue is the kettle?"
LEARNED_BY_HEART = """# A: one who repeats themselves.
> The kettle is blue and I like it.
clar | blue | Which blue is the kettle?
"""

JUDGED = """clar | blue | The kettle is blue and I like it.
3 | Which blue is the kettle?
0 | What is the kettle when you like?
0 | Who likes the kettle that you said?
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


def _voice(starter: Path, adapter: str) -> OpenVoice:
    return OpenVoice(
        VoiceSpec(
            path=str(starter), sha256="", chat_format="chatml", context_tokens=512, threads=2, adapter_path=adapter
        )
    )


def _said(starter: Path, adapter: str, grammar: str | None = None, candidates: int = 1) -> list[dict[str, object]]:
    """Return what is answered to the message, each wording with the model's assent where several are drawn."""
    form = load_prompt_form(shipped("prompts") / "templates" / "coach.toml")
    turns = form.taught_turns("The kettle is blue and I like it.", "blue", QuestionType.CLARIFICATION)
    said: list[dict[str, object]] = []
    _voice(starter, adapter).word(
        Ask(turns, grammar=grammar, candidates=candidates, max_tokens=16, temperature=0.0),
        lambda event: said.append(dict(event)) if "text" in event else None,
        lambda: False,
    )
    return said


def _assent(starter: Path, adapter: str, text: str) -> float:
    """Return how gladly the model leaves it at a wording that the grammar forces on it: a log-likelihood in nats."""
    return float(str(_said(starter, adapter, f'root ::= "{text}"', candidates=2)[0]["assent"]))


def test_a_short_run_teaches_what_was_written(tmp_path: Path) -> None:
    """One message learned by heart is answered as it was written, and a good wording is told from a poor one."""
    starter, text = _starter(), _text(tmp_path)
    out = tmp_path / "short.gguf"
    told = _ran("train.py", str(out), *_on(text, starter), "--passes", "40", "--rate", "3e-3")
    assert "3 verdicts, 1 pairs" in told.splitlines()[0]
    seen = json.loads(told.splitlines()[-1])
    assert seen["bytes"] == out.stat().st_size < 12_000_000
    assert _said(starter, "")[0]["text"] != ASKED
    assert _said(starter, str(out))[0]["text"] == ASKED
    good, *poor = (line.split(" | ")[1] for line in JUDGED.splitlines()[1:])
    assents = [_assent(starter, str(out), one) for one in (good, *poor)]
    assert assents[0] > math.log(0.5) > max(assents[1:])


def test_what_is_evaluated_in_parts_adds_up(tmp_path: Path) -> None:
    """A batch that is too large for the memory is learned from as if it were not."""
    train, objective = load("train"), load("objective")
    lessons = load("lessons").lessons(_text(tmp_path), _starter())
    trees = [*lessons.learned, *lessons.held, *lessons.learned]
    model = train.open_starter(_starter())
    weights = objective.Weights(ranked=0.0)  # wordings are compared within a part alone
    with torch.no_grad():
        whole, apart = (
            sum(map(float, objective.losses(model, trees, lessons, weights, most))) for most in (10_000, 100)
        )
    assert apart == pytest.approx(whole, rel=1e-4)
    assert len(list(objective.losses(model, trees, lessons, weights, 100))) == len(trees)


def _on(text: Path, starter: Path) -> list[str]:
    return ["--text", str(text), "--starter", str(starter)]


def _text(folder: Path) -> Path:
    """Write one message to learn, one held out, and three judged wordings."""
    for name in ("text", "judged"):
        (folder / name).mkdir()
    (folder / "text" / "01-one.txt").write_text(LEARNED_BY_HEART + HELD_OUT.format(name=_writer_held_out()), "utf-8")
    (folder / "judged" / "01-one.txt").write_text(JUDGED, "utf-8")
    return folder / "text"


def _writer_held_out() -> str:
    """Return a writer whose name the split holds out."""
    message = load("written").Message
    names = (f"N{number}: never learned from." for number in range(200))
    return next(name for name in names if message(f"01-one {name}", "").held_out)


def _starter() -> Path:
    path = find_starter()
    assert path is not None, "the starter is not installed: make test installs it"
    return path
