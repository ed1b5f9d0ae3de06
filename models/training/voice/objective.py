"""What the voice is taught by: to ask, to judge what was asked, and rather to ask the one thing than the other.

**Source**: for `ranking_loss` RankNet, Burges et al. 2005, Learning to Rank using Gradient Descent; for
`preference_loss` Meng et al. 2024, SimPO: Simple Preference Optimization with a Reference-Free Reward, and for its
likelihood term Pang et al. 2024, Iterative Reasoning Preference Optimization.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from examples import Batch, batch_of
from torch import Tensor
from torch.nn import functional
from trees import Lessons, Tree, Verdict

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
END_TARGETS = (0.02, 0.1, 0.85, 0.95)
"""How likely the end is to come after a wording of each grade, 0 to 3: soft labels, the first and last the surest."""


@dataclass(frozen=True, slots=True)
class LossWeights:
    """What each part counts for beside a mean token of a written question. What was tried: docs/voice.md."""

    verdict: float = 2.0
    """Of a mean verdict, which is one token where a question has a dozen."""
    ranking: float = 1.0
    """Of a mean comparison of a good wording with a poor one."""
    preference: float = 0.6
    """Of a mean pair."""
    likelihood: float = 0.5
    """Of a mean token of the better wording of a mean pair."""
    beta: float = 2.0
    """SimPO's: what a nat of mean log-likelihood between the two of a pair is worth."""
    gamma: float = 0.5
    """SimPO's: from which such worth on a pair hardly pulls any more."""


@dataclass(frozen=True, slots=True)
class LogLikelihoods:
    """What the model thinks of a batch, in nats."""

    steps: Tensor
    """`(steps,)` float32: of the token of each step."""
    ends: Tensor
    """`(verdicts,)` float32: of the end after each judged wording."""
    refusals: Tensor
    """`(verdicts,)` float32: of a refusal there."""


def log_likelihoods(model: torch.nn.Module, trees: Sequence[Tree], refusal: int) -> LogLikelihoods:
    """Return what the model thinks of some trees; `refusal` is the token that stands for one."""
    batch = batch_of(trees).on(DEVICE)
    logits = _logits(model, batch)
    steps = -functional.cross_entropy(logits, batch.wanted, reduction="none")
    judged = [start + verdict.step for start, tree in _starts(trees) for verdict in tree.verdicts]
    at = torch.tensor(judged, dtype=torch.long, device=DEVICE)
    ends = steps[at]  # the token of a verdict's step is the end
    return LogLikelihoods(steps, ends, ends + logits[at, refusal] - logits[at, batch.wanted[at]])


def losses(
    model: torch.nn.Module, trees: Sequence[Tree], lessons: Lessons, weights: LossWeights, most: int
) -> Iterator[Tensor]:
    """Yield the loss of a batch in micro-batches of at most so many tokens.

    They add up to the loss of the whole, but for the ranking: wordings of one micro-batch are compared with each other.
    """
    micro = list(_micro_batches(trees, most))
    total = sum(sum(tree.weights) + weights.verdict * len(tree.verdicts) for tree in trees)
    pairs = sum(len(tree.pairs) for tree in trees)
    compared = sum(map(_comparisons, micro))
    for part in micro:
        known = log_likelihoods(model, part, lessons.refusal)
        asked = torch.tensor([weight for tree in part for weight in tree.weights], device=DEVICE)
        verdicts = [verdict for tree in part for verdict in tree.verdicts]
        loss = (weights.verdict * verdict_loss(known, verdicts) - (known.steps * asked).sum()) / max(1.0, total)
        if _comparisons(part):
            loss = loss + weights.ranking * ranking_loss(known, verdicts) / compared
        if any(tree.pairs for tree in part):
            loss = loss + preference_loss(known, part, weights) / pairs
        yield loss


def verdict_loss(known: LogLikelihoods, verdicts: Sequence[Verdict]) -> Tensor:
    """Return the summed cross-entropy, in nats, of the end and the refusal with what each grade asks for."""
    ends = torch.tensor([END_TARGETS[verdict.grade] for verdict in verdicts], device=known.ends.device)
    return -(ends * known.ends + (1 - ends) * known.refusals).sum()


def ranking_loss(known: LogLikelihoods, verdicts: Sequence[Verdict]) -> Tensor:
    """Return the summed loss, in nats, of every good wording beside every poor one: which is rather left at that."""
    good = torch.tensor([verdict.good for verdict in verdicts], dtype=torch.bool, device=known.ends.device)
    assent = known.ends - known.refusals
    return functional.softplus(assent[~good] - assent[good].unsqueeze(1)).sum()


def preference_loss(known: LogLikelihoods, trees: Sequence[Tree], weights: LossWeights) -> Tensor:
    """Return the summed loss, in nats, of the pairs: which of two wordings of one ask is likelier, a token of each."""
    rows = list[Tensor]()
    for start, tree in _starts(trees):
        for pair in tree.pairs:
            better, worse = (known.steps[[start + step for step in one]].mean() for one in (pair.better, pair.worse))
            preferred = functional.logsigmoid(weights.beta * (better - worse) - weights.gamma)
            rows.append(-weights.preference * preferred - weights.likelihood * better)
    return torch.stack(rows).sum()


def _comparisons(trees: Sequence[Tree]) -> int:
    good = [verdict.good for tree in trees for verdict in tree.verdicts]
    return sum(good) * (len(good) - sum(good))


def _starts(trees: Sequence[Tree]) -> Iterator[tuple[int, Tree]]:
    """Yield each tree with the number of its first step among those of all of them in a row."""
    start = 0
    for tree in trees:
        yield start, tree
        start += len(tree.places)


def _micro_batches(trees: Sequence[Tree], most: int) -> Iterator[Sequence[Tree]]:
    each = max(1, most // max(map(len, trees)))
    for start in range(0, len(trees), each):
        yield trees[start : start + each]


def _logits(model: torch.nn.Module, batch: Batch) -> Tensor:
    """Return the logits before each step, `(steps, vocabulary)` float32."""
    inner = model.get_base_model() if hasattr(model, "get_base_model") else model
    with torch.autocast(DEVICE, torch.bfloat16, enabled=inner.dtype == torch.bfloat16):
        hidden = inner.model(
            input_ids=batch.tokens,
            attention_mask=batch.mask.to(inner.dtype),
            position_ids=batch.positions,
            use_cache=False,
        ).last_hidden_state
        return inner.lm_head(hidden.flatten(0, 1)[batch.places]).float()
