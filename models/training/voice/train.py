"""Teach the starter to ask: LoRA on SmolLM2-135M-Instruct, written as the GGUF adapter that Lodestar ships.

    pip install torch transformers peft gguf         # for training only
    python models/training/voice/train.py OUT.gguf --precision bfloat16   # from the root of the repository

The starter's own GGUF file is dequantized and frozen; what is learned is the adapter: to ask, to judge what was asked,
and what rather to ask (`objective.py`), all in one go. Writers held out are only measured. `--share` and `--passes`
shorten the run; seeds make it the same each time.

**Source**: Hu et al. 2021, LoRA; Loshchilov and Hutter 2019, AdamW; llama.cpp's `convert_lora_to_gguf.py`.
"""

from __future__ import annotations

import argparse
import json
import math
import operator
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
from peft import LoraConfig, get_peft_model
from peft.tuners.lora import LoraLayer
from safetensors.torch import save_file
from transformers import AutoModelForCausalLM

sys.path.insert(0, str(Path(__file__).parent))

from adapter_file import write_adapter
from examples import batches
from objective import DEVICE, LossWeights, log_likelihoods, losses
from starter import ROOT, starter_file
from trees import Lessons, Tree

MEASURED_TOKENS = 2000
EVERY_LINEAR = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what comes out."""

    rank: int = 16
    targets: tuple[str, ...] = EVERY_LINEAR
    passes: float = 1.25
    rate: float = 1e-3
    batch_tokens: int = 3000
    micro_batch_tokens: int = 3000
    """Evaluated at once. Half as many take less memory than its 8 to 16 GB, are as fast, and compare fewer wordings."""
    dropout: float = 0.0
    seed: int = 7
    share: float = 1.0
    """Of the messages to learn from."""
    manner: str = "plain"
    precision: str = "float32"
    """Of the frozen weights. bfloat16 is half as fast again on a processor that knows it, and far slower on others."""
    weights: LossWeights = field(default_factory=LossWeights)


def open_starter(path: Path, precision: str = "float32") -> torch.nn.Module:
    """Return the starter with its weights dequantized."""
    model = AutoModelForCausalLM.from_pretrained(
        str(path.parent), gguf_file=path.name, dtype=torch.float32, attn_implementation="eager"
    )  # a mask of one's own and short texts: the fused attention of processors is three times slower
    return model.to(device=DEVICE, dtype=getattr(torch, precision))


def with_adapter(model: torch.nn.Module, recipe: Recipe) -> torch.nn.Module:
    """Freeze the model and put an adapter of nothing on it, float32 whatever the precision of the rest."""
    config = LoraConfig(
        r=recipe.rank, lora_alpha=2 * recipe.rank, target_modules=list(recipe.targets), lora_dropout=recipe.dropout
    )
    adapted = get_peft_model(model, config)
    for part in adapted.modules():
        if isinstance(part, LoraLayer):  # its small weights are turned for each step, not all that goes through them
            part.cast_input_dtype_enabled = False
    return adapted


@dataclass(frozen=True, slots=True)
class Seen:
    """What was measured on writers never learned from."""

    perplexity: float
    """Of a token of their written questions."""
    judges: float
    judges_bank: float
    """How often a good wording, a model's or the bank's, is likelier left at that than a poor one: the area under the
    receiver operating characteristic."""


@torch.no_grad()
def measured(model: torch.nn.Module, lessons: Lessons) -> Seen:
    """Measure the model on the writers held out."""
    model.eval()
    total = count = 0.0
    for group in batches(lessons.held, MEASURED_TOKENS, random.Random(0)):
        steps = log_likelihoods(model, group, lessons.refusal).steps.tolist()
        weights = [weight for tree in group for weight in tree.weights]
        total -= sum(map(operator.mul, steps, weights))
        count += sum(weights)
    return Seen(
        math.exp(total / max(1.0, count)),
        judges=_auc(model, lessons.judged_held, lessons.refusal),
        judges_bank=_auc(model, lessons.bank_held, lessons.refusal),
    )


def _auc(model: torch.nn.Module, trees: Sequence[Tree], refusal: int) -> float:
    """Return how often a good wording is likelier left at that than a poor one; 0.5 where there are none."""
    found: dict[bool, list[float]] = {True: [], False: []}
    for group in batches(trees, MEASURED_TOKENS, random.Random(0)):
        ends = log_likelihoods(model, group, refusal).ends.tolist()
        for verdict, end in zip((one for tree in group for one in tree.verdicts), ends, strict=True):
            found[verdict.good].append(end)
    good, poor = torch.tensor(found[True]).unsqueeze(1), torch.tensor(found[False])
    return float(((good > poor).float() + (good == poor).float() / 2).mean()) if good.numel() * poor.numel() else 0.5


def train(model: torch.nn.Module, lessons: Lessons, recipe: Recipe) -> None:
    """Teach the adapter, and say how far it is."""
    model.train()
    chance = random.Random(recipe.seed)
    adapter = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(adapter, lr=recipe.rate, betas=(0.9, 0.98), weight_decay=0.01)
    passes = (batches(lessons.learned, recipe.batch_tokens, chance) for _ in range(math.ceil(recipe.passes)))
    whole = [group for one in passes for group in one]
    plan = whole[: max(1, int(len(whole) * recipe.passes / math.ceil(recipe.passes)))]
    warm = max(1, len(plan) // 25)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, 0.5 * (1 + math.cos(math.pi * step / len(plan))))
    )
    started, done, running = time.monotonic(), 0, 0.0
    for step, group in enumerate(plan, 1):
        now = 0.0
        for loss in losses(model, group, lessons, recipe.weights, recipe.micro_batch_tokens):
            loss.backward()
            now += float(loss.detach())
        torch.nn.utils.clip_grad_norm_(adapter, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        schedule.step()
        done += sum(map(len, group))
        running = 0.95 * running + 0.05 * now if step > 1 else now
        if step % 25 == 0 or step == len(plan):
            took = time.monotonic() - started
            speed = f"{done / took:.0f} tokens/s, {took / 60:.1f} min"
            print(f"step {step}/{len(plan)}: loss {running:.3f}, {speed}", flush=True)


def learned_weights(model: torch.nn.Module) -> dict[str, torch.Tensor]:
    """Return the adapter alone, by name."""
    return {name: weight.detach().clone() for name, weight in model.named_parameters() if weight.requires_grad}


def main() -> None:
    """Train, write, and say what came of it."""
    usual = Recipe()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--starter", type=Path, default=None, help="the starter's GGUF file")
    parser.add_argument("--rank", type=int, default=usual.rank)
    parser.add_argument("--targets", nargs="+", default=list(usual.targets))
    parser.add_argument("--passes", type=float, default=usual.passes)
    parser.add_argument("--rate", type=float, default=usual.rate)
    parser.add_argument("--share", type=float, default=usual.share)
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument(
        "--text", type=Path, default=ROOT / "models" / "training" / "voice" / "text", help="the folder of written text"
    )
    parser.add_argument("--manner", choices=("plain", "fine", "both"), default=usual.manner)
    parser.add_argument(
        "--lessons", type=Path, help="what lessons.py wrote elsewhere, in place of --text, --manner and --share"
    )
    parser.add_argument("--precision", choices=("float32", "bfloat16"), default=usual.precision)
    parser.add_argument("--dropout", type=float, default=usual.dropout)
    parser.add_argument("--batch-tokens", type=int, default=usual.batch_tokens)
    parser.add_argument("--micro-batch-tokens", type=int, default=usual.micro_batch_tokens)
    given = parser.parse_args()
    recipe = Recipe(
        rank=given.rank, targets=tuple(given.targets), passes=given.passes, rate=given.rate, share=given.share,
        seed=given.seed, dropout=given.dropout, precision=given.precision, manner=given.manner,
        batch_tokens=given.batch_tokens, micro_batch_tokens=given.micro_batch_tokens,
    )  # fmt: skip
    torch.manual_seed(recipe.seed)
    random.seed(recipe.seed)
    starter = given.starter or starter_file()
    if given.lessons:
        lessons = Lessons.read(given.lessons)
    else:
        from lessons import lessons_of  # a machine that is given the lessons has no llama.cpp

        lessons = lessons_of(given.text, starter, recipe.manner, recipe.share, recipe.seed)
    tokens, verdicts = sum(map(len, lessons.learned)), sum(len(tree.verdicts) for tree in lessons.learned)
    pairs = sum(len(tree.pairs) for tree in lessons.learned)
    print(f"{len(lessons.learned)} messages, {tokens} tokens a pass, {verdicts} verdicts, {pairs} pairs", flush=True)
    model = with_adapter(open_starter(starter, recipe.precision), recipe)
    train(model, lessons, recipe)
    write_adapter(model, given.out, recipe.rank)
    save_file(learned_weights(model), given.out.with_suffix(".safetensors"))
    seen = measured(model, lessons)
    print(json.dumps({"recipe": asdict(recipe), "seen": asdict(seen), "bytes": given.out.stat().st_size}))


if __name__ == "__main__":
    main()
