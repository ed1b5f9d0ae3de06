"""One preference step on a trained adapter: of two wordings of one ask, the one that a reader graded higher.

    python models/training/voice/prefer.py TRAINED.safetensors OUT.gguf

The pairs are the model's own wordings under `judged/` (`draw.py` draws them, readers grade them). The better ones go on
being learned, and so do a share of the written questions and all judgements: else the step forgets them.

**Source**: Rafailov et al. 2023, Direct Preference Optimization; the added likelihood term after Pang et al. 2024,
Iterative Reasoning Preference Optimization.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parent))

from adapter_file import write_adapter
from examples import IGNORED, batch_of
from starter import ROOT, starter_file
from train import (
    DEVICE,
    Recipe,
    held_out_loss,
    judgement,
    learned_weights,
    logits_of,
    loss_of,
    open_starter,
    with_adapter,
)
from trees import Lessons, Tree


@dataclass(frozen=True, slots=True)
class Step:
    """What decides how hard the pairs pull."""

    beta: float = 0.1
    likelihood: float = 0.3
    """Weight of going on to learn the better wording itself."""
    rate: float = 1.5e-4
    passes: int = 1
    pairs_abreast: int = 8
    others_abreast: int = 4
    """Written questions and judgements that are learned beside each group of pairs."""
    seed: int = 7


def likelihoods(model: torch.nn.Module, pairs: Sequence[Tree]) -> torch.Tensor:
    """Return the log-likelihood of each branch's answer, `(pairs, 2)` in nats."""
    batch = batch_of(pairs).on(DEVICE)
    wanted = batch.wanted[batch.wanted != IGNORED]
    each = -functional.cross_entropy(logits_of(model, batch), wanted, reduction="none")
    lengths = [len(answer) for pair in pairs for _, answer in pair.branches]
    return torch.stack([part.sum() for part in each.split(lengths)]).view(len(pairs), 2)


def groups_of(trees: Sequence[Tree], abreast: int, chance: random.Random) -> list[list[Tree]]:
    """Group trees of about one length, in an order of chance."""
    ordered = sorted(trees, key=lambda tree: len(tree) + chance.uniform(0, 24))
    groups = [ordered[n : n + abreast] for n in range(0, len(ordered), abreast)]
    chance.shuffle(groups)
    return groups


def prefer(model: torch.nn.Module, lessons: Lessons, step: Step) -> None:
    """Take the passes over the pairs."""
    chance = random.Random(step.seed)
    with torch.no_grad():
        model.eval()
        referred = {
            id(tree): row
            for group in groups_of(lessons.pairs, 4 * step.pairs_abreast, chance)
            for tree, row in zip(group, likelihoods(model, group), strict=True)
        }
        model.train()
    plan = [group for _ in range(step.passes) for group in groups_of(lessons.pairs, step.pairs_abreast, chance)]
    beside = groups_of([*lessons.learned, *lessons.judged, *lessons.judged], step.others_abreast, chance)
    learned = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=step.rate, betas=(0.9, 0.98))
    started, right = time.monotonic(), 0.5
    for number, group in enumerate(plan, 1):
        for row in optimizer.param_groups:
            row["lr"] = step.rate * min(1.0, number / 20, (len(plan) - number + 1) / len(plan) + 0.1)
        now = likelihoods(model, group)
        gained = now - torch.stack([referred[id(tree)] for tree in group])
        margin = step.beta * (gained[:, 0] - gained[:, 1])
        words = torch.tensor([len(tree.branches[0][1]) for tree in group], device=DEVICE)
        also, weight = loss_of(model, beside[number % len(beside)])
        loss = -functional.logsigmoid(margin).mean() - step.likelihood * (now[:, 0] / words).mean() + also / weight
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        right = 0.95 * right + 0.05 * float((margin > 0).float().mean())
        if number % 25 == 0 or number == len(plan):
            took = (time.monotonic() - started) / 60
            print(
                f"step {number}/{len(plan)} loss {float(loss.detach()):.3f} right {right:.2f} {took:.1f} min",
                flush=True,
            )


def main() -> None:
    """Load the trained adapter, take the step, write it."""
    usual = Step()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trained", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--starter", type=Path, default=None, help="the starter's GGUF file")
    parser.add_argument("--text", type=Path, default=ROOT / "models" / "training" / "voice" / "text")
    parser.add_argument("--lessons", type=Path, help="what lessons.py wrote elsewhere, in place of the text")
    parser.add_argument("--precision", choices=("float32", "bfloat16"), default="float32")
    parser.add_argument("--beta", type=float, default=usual.beta)
    parser.add_argument("--rate", type=float, default=usual.rate)
    parser.add_argument("--passes", type=int, default=usual.passes)
    parser.add_argument("--abreast", type=int, default=usual.pairs_abreast, help="pairs a step; half as many others")
    given = parser.parse_args()
    torch.manual_seed(usual.seed)
    starter = given.starter or starter_file()
    if given.lessons:
        learned = Lessons.read(given.lessons)
    else:
        from lessons import lessons  # a machine that is given the lessons has no llama.cpp

        learned = lessons(given.text, starter)
    step = Step(
        beta=given.beta, rate=given.rate, passes=given.passes,
        pairs_abreast=given.abreast, others_abreast=max(1, given.abreast // 2),
    )  # fmt: skip
    recipe = Recipe(precision=given.precision)
    model = with_adapter(open_starter(starter, recipe.precision), recipe)
    model.load_state_dict(load_file(given.trained), strict=False)
    print(f"{len(learned.pairs)} pairs; before: {_measured(model, learned)}", flush=True)
    prefer(model, learned, step)
    print(f"after: {_measured(model, learned)}", flush=True)
    write_adapter(model, given.out, recipe.rank)
    save_file(learned_weights(model), given.out.with_suffix(".safetensors"))


def _measured(model: torch.nn.Module, lessons: Lessons) -> str:
    return f"held out {held_out_loss(model, lessons.held):.4f} nats, judges {judgement(model, lessons.judged_held):.3f}"


if __name__ == "__main__":
    main()
