"""One preference step on a trained adapter: written questions above flawed ones, the written ones still learned.

    python models/training/voice/prefer.py TRAINED.safetensors OUT.gguf [--drawn DRAWN.jsonl]

The flawed ones are the `bad` lines of the text and, with `--drawn`, what the trained voice itself said to the same
messages where the critic refused it or it weighed least (`draw.py`).

**Source**: Rafailov et al. 2023, Direct Preference Optimization; the added likelihood term after Pang et al. 2024,
Iterative Reasoning Preference Optimization.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch.nn import functional

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from adapter_file import write_adapter  # noqa: E402
from examples import IGNORED, Batch, Tokens, Tree, batch_of, joined, tree_of  # noqa: E402
from starter import starter_file  # noqa: E402
from train import Recipe, forms, held_out_loss, learned_weights, open_starter, with_adapter  # noqa: E402
from written import TEXT, Message, messages_in  # noqa: E402

from assistant.coaching.prompt import PromptForm, shown  # noqa: E402


@dataclass(frozen=True, slots=True)
class Step:
    """What decides how hard the pairs pull."""

    beta: float = 0.1
    likelihood: float = 0.5
    """Weight of going on to learn the written question itself."""
    rate: float = 1e-4
    pairs_abreast: int = 6
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Pair:
    """A tree of two branches: the written question, then the flawed one."""

    tree: Tree
    reference: tuple[float, float] = (0.0, 0.0)


def pairs_of(
    messages: list[Message], drawn: dict[tuple[str, str], list[str]], form: PromptForm, tokens: Tokens
) -> list[Pair]:
    """Return the pairs: every `bad` line and every refused wording against a written question on the same message."""
    pairs = []
    for message in messages:
        for number, (phrase, flawed) in enumerate(message.bad):
            same = [one for one in message.good if one.phrase == phrase]
            good = (same or message.good)[number % len(same or message.good)]
            pairs.append(_pair(message, good.phrase, good.kind, good.question, flawed, form, tokens))
        for good in message.good:
            pairs += [
                _pair(message, good.phrase, good.kind, good.question, flawed, form, tokens)
                for flawed in drawn.get((message.text, good.question), ())
            ]
    return pairs


def _pair(message, phrase, kind, good, flawed, form, tokens) -> Pair:
    said = shown(message.text, message.text.index(phrase))
    prompt = tokens.prompt(form.taught_turns(said, phrase, kind, message.answers))
    return Pair(joined([(prompt, tokens.answer(good)), (prompt, tokens.answer(flawed))]))


def likelihoods(model: torch.nn.Module, batch: Batch, pairs: list[Pair]) -> torch.Tensor:
    """Return the log-likelihood of each branch's answer, `(pairs, 2)` in nats, and its length in tokens."""
    inner = model.get_base_model()
    hidden = inner.model(
        input_ids=batch.tokens, attention_mask=batch.mask.to(inner.dtype), position_ids=batch.positions, use_cache=False
    ).last_hidden_state
    learned = batch.wanted != IGNORED
    logits = inner.lm_head(hidden[learned]).float()
    each = -functional.cross_entropy(logits, batch.wanted[learned], reduction="none")
    lengths = [len(answer) for pair in pairs for _, answer in pair.tree.branches]
    return torch.stack([part.sum() for part in each.split(lengths)]).view(len(pairs), 2)


def prefer(model: torch.nn.Module, pairs: list[Pair], held: list[Tree], step: Step) -> None:
    """Take one pass over the pairs."""
    chance = random.Random(step.seed)
    pairs = sorted(pairs, key=lambda pair: len(pair.tree) + chance.uniform(0, 24))
    groups = [pairs[n : n + step.pairs_abreast] for n in range(0, len(pairs), step.pairs_abreast)]
    chance.shuffle(groups)
    with torch.no_grad():
        references = [likelihoods(model, batch_of([one.tree for one in group]), group) for group in groups]
    learned = [weight for weight in model.parameters() if weight.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=step.rate, betas=(0.9, 0.98))
    started, right = time.monotonic(), 0.5
    for number, (group, reference) in enumerate(zip(groups, references, strict=True), 1):
        for row in optimizer.param_groups:
            row["lr"] = step.rate * min(1.0, number / 20, (len(groups) - number + 1) / len(groups) + 0.1)
        now = likelihoods(model, batch_of([one.tree for one in group]), group)
        gained = now - reference
        margin = step.beta * (gained[:, 0] - gained[:, 1])
        words = torch.tensor([len(pair.tree.branches[0][1]) for pair in group])
        loss = -functional.logsigmoid(margin).mean() - step.likelihood * (now[:, 0] / words).mean()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learned, 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        right = 0.95 * right + 0.05 * float((margin > 0).float().mean())
        if number % 25 == 0 or number == len(groups):
            took = (time.monotonic() - started) / 60
            print(
                f"step {number}/{len(groups)} loss {float(loss.detach()):.3f} right {right:.2f} {took:.1f} min",
                flush=True,
            )
    print(f"held out: {held_out_loss(model, held):.4f} nats", flush=True)


def read_drawn(path: Path | None) -> dict[tuple[str, str], list[str]]:
    """Read what `draw.py` wrote: message, written question, refused wordings."""
    if path is None:
        return {}
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return {(row["text"], row["question"]): row["refused"] for row in rows}


def main() -> None:
    """Load the trained adapter, take the step, write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trained", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--drawn", type=Path)
    parser.add_argument("--text", type=Path, default=TEXT)
    parser.add_argument("--precision", choices=("float32", "bfloat16"), default="float32")
    parser.add_argument("--most", type=int, default=100_000, help="pairs at most")
    given = parser.parse_args()
    torch.manual_seed(Step().seed)
    recipe, form, tokens = Recipe(precision=given.precision), forms(), Tokens(starter_file())
    messages = [message for message in messages_in(given.text) if message.good]
    learned_from = [message for message in messages if not message.held_out]
    pairs = pairs_of(learned_from, read_drawn(given.drawn), form, tokens)
    random.Random(Step().seed).shuffle(pairs)
    model = with_adapter(open_starter(starter_file(), recipe.precision), recipe)
    model.load_state_dict(load_file(given.trained), strict=False)
    held = [tree_of(message, form, tokens) for message in messages if message.held_out]
    print(f"{len(pairs[: given.most])} pairs; held out before: {held_out_loss(model, held):.4f} nats", flush=True)
    prefer(model, pairs[: given.most], held, Step())
    write_adapter(model, given.out, recipe.rank)
    save_file(learned_weights(model), given.out.with_suffix(".safetensors"))


if __name__ == "__main__":
    main()
