"""Teach the starter to ask: LoRA on SmolLM2-135M-Instruct, written as the GGUF adapter that Lodestar ships.

    pip install torch transformers peft gguf         # for training only
    python models/training/voice/train.py OUT.gguf   # from the root of the repository; under two hours on two cores

The starter's own GGUF file is dequantized and frozen; what is learned is the adapter. Loss is taken on the answer
alone. Writers held out are only measured. `--share` and `--passes` shorten the run; seeds make it the same each time.

**Source**: Hu et al. 2021, LoRA; Loshchilov and Hutter 2019, AdamW; llama.cpp's `convert_lora_to_gguf.py`.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from peft import LoraConfig, get_peft_model
from peft.tuners.lora import LoraLayer
from safetensors.torch import save_file
from torch.nn import functional
from transformers import AutoModelForCausalLM

sys.path.insert(0, str(Path(__file__).parent))

from adapter_file import write_adapter
from examples import Batch, batch_of, batches
from starter import ROOT, starter_file
from trees import Lessons, Tree

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
WARM, SPEED_KNOWN = 10, 40
"""Steps between which the time of one is measured."""
END = 2
"""The starter's token that ends a turn."""
EVERY_LINEAR = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what comes out."""

    rank: int = 16
    targets: tuple[str, ...] = EVERY_LINEAR
    passes: float = 1.0
    rate: float = 1e-3
    batch_tokens: int = 2000
    dropout: float = 0.0
    seed: int = 7
    minutes: float = 0.0
    """Shorten the passes to so many; 0 for as long as they take."""
    share: float = 1.0
    """Of the messages to learn from."""
    manner: str = "plain"
    precision: str = "float32"
    """Of the frozen weights. bfloat16 is half as fast again on a processor that knows it, and far slower on others."""


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


def gains_of(model: torch.nn.Module, batch: Batch) -> torch.Tensor:
    """Return the log-likelihood of each step of a batch, `(steps,)` float32 in nats."""
    return -functional.cross_entropy(logits_of(model, batch), batch.wanted, reduction="none")


def logits_of(model: torch.nn.Module, batch: Batch) -> torch.Tensor:
    """Return the scores before each step, `(steps, vocabulary)` float32."""
    inner = model.get_base_model() if hasattr(model, "get_base_model") else model
    with torch.autocast(DEVICE, torch.bfloat16, enabled=inner.dtype == torch.bfloat16):
        hidden = inner.model(
            input_ids=batch.tokens,
            attention_mask=batch.mask.to(inner.dtype),
            position_ids=batch.positions,
            use_cache=False,
        ).last_hidden_state
        return inner.lm_head(hidden.flatten(0, 1)[batch.places]).float()


def loss_of(model: torch.nn.Module, trees: Sequence[Tree]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the summed loss of the steps in nats, each at its weight, and the sum of the weights."""
    batch = batch_of(trees).on(DEVICE)
    return -(gains_of(model, batch) * batch.weights).sum(), batch.weights.sum()


@torch.no_grad()
def held_out_loss(model: torch.nn.Module, trees: list[Tree]) -> float:
    """Return the mean loss of a token of writers never learned from, in nats."""
    model.eval()
    total, count = 0.0, 0.0
    for group in batches(trees, 2000, random.Random(0)):
        loss, weight = loss_of(model, group)
        total, count = total + float(loss), count + float(weight)
    model.train()
    return total / max(1.0, count)


@torch.no_grad()
def judgement(model: torch.nn.Module, trees: list[Tree]) -> float:
    """Return how often a wording that a reader found good is given a likelier end than one found poor (AUC)."""
    model.eval()
    good, poor = [], []
    for group in batches(trees, 4000, random.Random(0)) if trees else []:
        batch = batch_of(group).on(DEVICE)
        ends = torch.log_softmax(logits_of(model, batch), -1)[:, END]
        good += ends[batch.wanted == END].tolist()
        poor += ends[batch.wanted != END].tolist()
    model.train()
    won = sum((g > p) + 0.5 * (g == p) for g in good for p in poor)
    return won / max(1, len(good) * len(poor))


def train(model: torch.nn.Module, lessons: Lessons, recipe: Recipe, say=print) -> list[dict]:
    """Teach the adapter; return what was seen on the way."""
    chance, trees = random.Random(recipe.seed), lessons.learned
    learned = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=recipe.rate, betas=(0.9, 0.98), weight_decay=0.01)
    plan = [group for _ in range(math.ceil(recipe.passes)) for group in batches(trees, recipe.batch_tokens, chance)]
    plan = plan[: max(1, int(len(plan) * recipe.passes / math.ceil(recipe.passes)))]
    warm = max(1, len(plan) // 25)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min((step + 1) / warm, 0.5 * (1 + math.cos(math.pi * min(1.0, step / len(plan))))),
    )
    started = warmed = time.monotonic()
    seen, done = [], 0
    running = 0.0
    step = 0
    while step < len(plan):
        step, group = step + 1, plan[step]
        loss, count = loss_of(model, group)
        (loss / count).backward()
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        schedule.step()
        done += sum(map(len, group))
        now = float(loss.detach() / count)
        running = 0.95 * running + 0.05 * now if step > 1 else now
        if step == WARM:
            warmed = time.monotonic()
        if step == SPEED_KNOWN and recipe.minutes:
            each = (time.monotonic() - warmed) / (SPEED_KNOWN - WARM)
            plan = plan[: step + max(1, int((60 * recipe.minutes - time.monotonic() + started) / each))]
        if step % 25 == 0 or step == len(plan):
            took = time.monotonic() - started
            say(
                f"step {step}/{len(plan)} loss {running:.3f} {done / took:.0f} tokens/s {took / 60:.1f} min", flush=True
            )
        if step % max(1, len(plan) // max(1, round(recipe.passes))) == 0 or step == len(plan):
            loss_now, judged = held_out_loss(model, lessons.held), judgement(model, lessons.judged_held)
            seen.append({"step": step, "of": len(plan), "learned": running, "held_out": loss_now, "judges": judged})
            say(
                f"  held out: {loss_now:.4f} nats, perplexity {math.exp(loss_now):.2f}; judges {judged:.3f}", flush=True
            )
    return seen


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
    parser.add_argument("--minutes", type=float, default=usual.minutes, help="shorten the passes to so many")
    parser.add_argument("--share", type=float, default=usual.share)
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument(
        "--text", type=Path, default=ROOT / "models" / "training" / "voice" / "text", help="the folder of written text"
    )
    parser.add_argument("--manner", choices=("plain", "fine", "both"), default=usual.manner)
    parser.add_argument("--lessons", type=Path, help="what lessons.py wrote elsewhere, in place of the text")
    parser.add_argument("--precision", choices=("float32", "bfloat16"), default=usual.precision)
    parser.add_argument("--dropout", type=float, default=usual.dropout)
    parser.add_argument("--batch-tokens", type=int, default=usual.batch_tokens)
    given = parser.parse_args()
    recipe = Recipe(
        rank=given.rank, targets=tuple(given.targets), passes=given.passes, rate=given.rate, minutes=given.minutes,
        share=given.share, seed=given.seed, dropout=given.dropout, precision=given.precision, manner=given.manner,
        batch_tokens=given.batch_tokens,
    )  # fmt: skip
    torch.manual_seed(recipe.seed)
    random.seed(recipe.seed)
    starter = given.starter or starter_file()
    if given.lessons:
        learned = Lessons.read(given.lessons)
    else:
        from lessons import lessons  # a machine that is given the lessons has no llama.cpp

        learned = lessons(given.text, starter, recipe.manner, recipe.share, recipe.seed)
    print(
        f"{len(learned.learned)} messages, {sum(map(len, learned.learned))} tokens a pass, {learned.pairs} pairs; "
        f"held out {len(learned.held)} messages",
        flush=True,
    )
    model = open_starter(starter, recipe.precision)
    print(f"  before: held out {held_out_loss(model, learned.held):.4f} nats", flush=True)
    model = with_adapter(model, recipe)
    seen = train(model, learned, recipe)
    write_adapter(model, given.out, recipe.rank)
    save_file(learned_weights(model), given.out.with_suffix(".safetensors"))
    print(json.dumps({"recipe": asdict(recipe), "seen": seen, "bytes": given.out.stat().st_size}))


if __name__ == "__main__":
    main()
