"""What the voice is taught by: to ask, to judge what was asked, and to rather ask the one thing than the other.

**Source**: Burges et al. 2005, Learning to Rank using Gradient Descent (`ranked`); Meng et al. 2024, SimPO: Simple
Preference Optimization with a Reference-Free Reward (`preferred`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from examples import Batch, batch_of
from torch import Tensor
from torch.nn import functional
from trees import Lessons, Tree

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
LEFT_AT_THAT = torch.tensor([0.02, 0.1, 0.85, 0.95])
"""How likely a wording of each grade, 0 to 3, is to be left at that: readers agree more on the ends."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each part counts for, beside a mean token of a written question."""

    verdict: float = 4.0
    """Of the mean verdict's token: it is one where a question has a dozen."""
    ranked: float = 1.5
    """Of the mean comparison of a good and a poor wording."""
    preferred: float = 0.3
    """Of the mean pair."""
    sharpness: float = 2.0
    margin: float = 0.5
    """How steeply a pair pulls, a nat of mean likelihood apart, and how far apart is far enough."""
    likelihood: float = 0.5
    """Of a mean token of the better wordings of the pairs."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the model thinks of a batch."""

    steps: Tensor
    """`(steps,)` float32: the log-likelihood of each step, in nats."""
    ends: Tensor
    """`(verdicts,)` float32: the log-likelihood that a judged wording is left at that."""
    refusals: Tensor
    """`(verdicts,)` float32: the log-likelihood that it is not."""


def heard(model: torch.nn.Module, trees: Sequence[Tree], lessons: Lessons) -> Heard:
    """Return what the model thinks of some trees."""
    batch = batch_of(trees).on(DEVICE)
    scores = _scores(model, batch)
    steps = -functional.cross_entropy(scores, batch.wanted, reduction="none")
    judged = torch.tensor([step for step, _ in _verdicts(trees)], dtype=torch.long, device=DEVICE)
    ends = steps[judged]  # what a verdict's step wants is the end
    return Heard(steps, ends, ends + scores[judged, lessons.refusal] - scores[judged, lessons.end])


def losses(model: torch.nn.Module, trees: Sequence[Tree], lessons: Lessons, of: Weights, most: int) -> Iterator[Tensor]:
    """Yield the loss of a batch in parts of at most so many tokens, for memory's sake; they add up."""
    words = sum(sum(tree.weights) for tree in trees) + of.verdict * sum(len(tree.verdicts) for tree in trees)
    pairs = sum(len(tree.pairs) for tree in trees)
    parts = list(_parts(trees, most))
    compared = sum(_comparisons(part) for part in parts)
    for part in parts:
        known = heard(model, part, lessons)
        weights = torch.tensor([weight for tree in part for weight in tree.weights], device=DEVICE)
        loss = (of.verdict * _judged(known, part) - (known.steps * weights).sum()) / max(1.0, words)
        if _comparisons(part):
            loss = loss + of.ranked * ranked(known, part) / compared
        if any(tree.pairs for tree in part):
            loss = loss + preferred(known, part, of) / pairs
        yield loss


def ranked(known: Heard, trees: Sequence[Tree]) -> Tensor:
    """Return the summed loss, in nats, of every good wording beside every poor one: which is rather left at that."""
    assent, good = known.ends - known.refusals, _good(trees)
    return functional.softplus(assent[~good] - assent[good].unsqueeze(1)).sum()


def preferred(known: Heard, trees: Sequence[Tree], of: Weights) -> Tensor:
    """Return the summed loss, in nats, of the pairs: which of two wordings of one ask is likelier, a token of each."""
    rows, start = list[Tensor](), 0
    for tree in trees:
        for pair in tree.pairs:
            one, other = (known.steps[[start + n for n in steps]].mean() for steps in (pair.better, pair.worse))
            pulled = functional.logsigmoid(of.sharpness * (one - other) - of.margin)
            rows.append(-of.preferred * pulled - of.likelihood * one)
        start += len(tree.places)
    return torch.stack(rows).sum()


def _judged(known: Heard, trees: Sequence[Tree]) -> Tensor:
    likely = LEFT_AT_THAT.to(DEVICE)[[grade for _, grade in _verdicts(trees)]]
    return -(likely * known.ends + (1 - likely) * known.refusals).sum()


def _good(trees: Sequence[Tree]) -> Tensor:
    return torch.tensor([verdict.good for tree in trees for verdict in tree.verdicts], dtype=torch.bool, device=DEVICE)


def _comparisons(trees: Sequence[Tree]) -> int:
    good = _good(trees)
    return int(good.sum()) * int((~good).sum())


def _verdicts(trees: Sequence[Tree]) -> Iterator[tuple[int, int]]:
    """Yield each verdict's step among all of the trees in a row, and its grade."""
    start = 0
    for tree in trees:
        for verdict in tree.verdicts:
            yield start + verdict.step, verdict.grade
        start += len(tree.places)


def _parts(trees: Sequence[Tree], most: int) -> Iterator[Sequence[Tree]]:
    width = max(map(len, trees))
    each = max(1, most // width)
    for start in range(0, len(trees), each):
        yield trees[start : start + each]


def _scores(model: torch.nn.Module, batch: Batch) -> Tensor:
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
