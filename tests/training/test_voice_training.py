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


def test_micro_batches_add_up(tmp_path: Path) -> None:
    """A batch that is too large for the memory is learned from as if it were not, but for the comparisons."""
    objective = load("objective")
    lessons = load("lessons").lessons_of(_text(tmp_path), _starter())
    trees = [*lessons.learned, *lessons.held, *lessons.learned]
    model = load("train").open_starter(_starter())
    weights = objective.LossWeights(ranking=0.0)
    with torch.no_grad():
        whole = list(objective.losses(model, trees, lessons, weights, 10_000))
        apart = list(objective.losses(model, trees, lessons, weights, 100))
        known = objective.log_likelihoods(model, trees, lessons.refusal)
    assert (len(whole), len(apart)) == (1, 3)
    assert float(sum(apart)) == pytest.approx(float(whole[0]), rel=1e-4)

    first, at = lessons.learned[0], lessons.learned[0].verdicts[1]
    path = first.path_to(first.places[at.step])
    with torch.no_grad():
        told = torch.log_softmax(model(input_ids=torch.tensor([path])).logits[0, -1].float(), -1)
    again = len(first.verdicts) + 1  # the same message stands last too
    for place in (1, again):
        assert float(known.refusals[place]) == pytest.approx(float(told[lessons.refusal]), abs=1e-3)
        assert float(known.ends[place]) == pytest.approx(float(told[first.wanted[at.step]]), abs=1e-3)


def _known(ends: list[float], refusals: list[float], steps: list[float] | None = None) -> object:
    values = (steps or [], ends, refusals)
    return load("objective").LogLikelihoods(*(torch.tensor(one) for one in values))


def test_a_good_wording_is_to_be_left_at_that_rather_than_a_poor_one() -> None:
    """The loss is that of every good one beside every poor one, and falls as they come apart."""
    objective, verdict = load("objective"), load("trees").Verdict
    verdicts = [verdict(0, grade) for grade in (3, 0, 2)]
    loss = objective.ranking_loss(_known([-1.0, -2.0, -3.0], [-3.0, -1.0, -1.0]), verdicts)
    assents = [2.0, -1.0, -2.0]
    assert float(loss) == pytest.approx(sum(math.log1p(math.exp(assents[1] - assents[n])) for n in (0, 2)))
    assert float(objective.ranking_loss(_known([-1.0, -9.0, -3.0], [-3.0, -1.0, -1.0]), verdicts)) < float(loss)


def test_the_end_after_a_wording_is_as_likely_as_its_grade() -> None:
    """Each grade has its own target between the end and the refusal."""
    objective, verdict = load("objective"), load("trees").Verdict
    known = _known([-1.0, -2.0], [-3.0, -0.5])
    loss = objective.verdict_loss(known, [verdict(0, 3), verdict(0, 1)])
    assert float(loss) == pytest.approx(0.95 * 1 + 0.05 * 3 + 0.1 * 2 + 0.9 * 0.5)


def test_of_a_pair_the_better_is_to_be_likelier_a_token() -> None:
    """SimPO by hand, on a pair of the second of two trees; a longer answer is not the less likely for its length."""
    objective, trees = load("objective"), load("trees")
    grower, other = trees.Grower(), trees.Grower()
    other.answer([1], [2, 3])
    grower.pair([1], [2, 3], [4])
    weights = objective.LossWeights(preference=1.0, likelihood=0.5, beta=2.0, gamma=0.5)
    loss = objective.preference_loss(
        _known([], [], steps=[-9.0, -9.0, -1.0, -2.0, -3.0]), [other.tree, grower.tree], weights
    )
    assert float(loss) == pytest.approx(math.log1p(math.exp(-(2 * (-1.5 + 3) - 0.5))) + 0.5 * 1.5)


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
