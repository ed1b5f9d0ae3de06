"""One preference step on a trained adapter: of two wordings of one ask, the one that a reader graded higher.

    python models/training/voice/prefer.py TRAINED.safetensors OUT.gguf

The pairs are of the model's own wordings under `judged/` (`draw.py` draws them, readers grade them). The written
questions and the judgements on the same messages are learned on beside them: else the step forgets them.

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
from torch import Tensor
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parent))

from adapter_file import write_adapter
from examples import batch_of, batches
from starter import ROOT, starter_file
from train import (
    DEVICE,
    Recipe,
    gains_of,
    held_out_loss,
    judgement,
    learned_weights,
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
    rate: float = 3e-4
    passes: int = 1
    batch_tokens: int = 2000
    seed: int = 7


def pair_gains(gains: Tensor, trees: Sequence[Tree]) -> Tensor:
    """Return the log-likelihood of each answer of each pair from that of its steps, `(pairs, 2)` in nats."""
    rows, start = list[Tensor](), 0
    for tree in trees:
        for pair in tree.pairs:
            rows.append(torch.stack([gains[[start + n for n in steps]].sum() for steps in (pair.better, pair.worse)]))
        start += len(tree.places)
    return torch.stack(rows) if rows else gains.new_zeros(0, 2)


@torch.no_grad()
def referred(model: torch.nn.Module, trees: Sequence[Tree], step: Step) -> dict[int, Tensor]:
    """Return what `pair_gains` tells of each tree before anything is preferred, by the tree's identity."""
    model.eval()
    parts = {id(part): (part, id(tree)) for tree in trees if tree.pairs for part in [tree.for_pairs()]}
    known = {}
    for group in batches((part for part, _ in parts.values()), 2 * step.batch_tokens, random.Random(step.seed)):
        rows = pair_gains(gains_of(model, batch_of(group).on(DEVICE)), group)
        for part, own in zip(group, rows.split([len(part.pairs) for part in group]), strict=True):
            known[parts[id(part)][1]] = own
    model.train()
    return known


def prefer(model: torch.nn.Module, lessons: Lessons, step: Step) -> None:
    """Take the passes over the messages: what is learned on each, and which of its wordings are preferred."""
    chance, known = random.Random(step.seed), referred(model, lessons.learned, step)
    plan = [group for _ in range(step.passes) for group in batches(lessons.learned, step.batch_tokens, chance)]
    learned = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=step.rate, betas=(0.9, 0.98))
    started, right = time.monotonic(), 0.5
    for number, group in enumerate(plan, 1):
        for row in optimizer.param_groups:
            row["lr"] = step.rate * min(1.0, number / 20, (len(plan) - number + 1) / len(plan) + 0.1)
        batch = batch_of(group).on(DEVICE)
        gains = gains_of(model, batch)
        loss = -(gains * batch.weights).sum() / batch.weights.sum()
        now = pair_gains(gains, group)
        if len(now):
            gained = now - torch.cat([known[id(tree)] for tree in group if tree.pairs])
            margin = step.beta * (gained[:, 0] - gained[:, 1])
            words = torch.tensor([len(pair.better) for tree in group for pair in tree.pairs], device=DEVICE)
            loss = loss - functional.logsigmoid(margin).mean() - step.likelihood * (now[:, 0] / words).mean()
            right = 0.95 * right + 0.05 * float((margin > 0).float().mean())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
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
    parser.add_argument("--batch-tokens", type=int, default=usual.batch_tokens)
    given = parser.parse_args()
    torch.manual_seed(usual.seed)
    starter = given.starter or starter_file()
    if given.lessons:
        learned = Lessons.read(given.lessons)
    else:
        from lessons import lessons  # a machine that is given the lessons has no llama.cpp

        learned = lessons(given.text, starter)
    step = Step(beta=given.beta, rate=given.rate, passes=given.passes, batch_tokens=given.batch_tokens)
    recipe = Recipe(precision=given.precision)
    model = with_adapter(open_starter(starter, recipe.precision), recipe)
    model.load_state_dict(load_file(given.trained), strict=False)
    print(f"{learned.pairs} pairs; before: {_measured(model, learned)}", flush=True)
    prefer(model, learned, step)
    print(f"after: {_measured(model, learned)}", flush=True)
    write_adapter(model, given.out, recipe.rank)
    save_file(learned_weights(model), given.out.with_suffix(".safetensors"))


def _measured(model: torch.nn.Module, lessons: Lessons) -> str:
    return f"held out {held_out_loss(model, lessons.held):.4f} nats, judges {judgement(model, lessons.judged_held):.3f}"


if __name__ == "__main__":
    main()
