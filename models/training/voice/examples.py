"""Lay the trees of several messages out side by side for training."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import torch
from torch import Tensor
from trees import ROOT_PLACE, Tree


@dataclass(frozen=True, slots=True)
class Batch:
    """Trees side by side: `(trees, tokens)`; the mask is added to the attention's scores."""

    tokens: Tensor
    positions: Tensor
    mask: Tensor
    """`(trees, 1, tokens, tokens)` float32: 0 where a token may look, a very negative number where not."""
    places: Tensor
    """`(steps,)`: where each step starts, among all tokens of the batch in a row."""
    wanted: Tensor
    """`(steps,)`: the token that comes next."""

    def on(self, device: str) -> Batch:
        """Return the same batch where the model is."""
        return Batch(*(getattr(self, one.name).to(device) for one in fields(self)))


def batch_of(trees: Sequence[Tree]) -> Batch:
    """Lay trees out so that each token sees only the tokens that lead to it."""
    width = max(map(len, trees))
    tokens = torch.zeros(len(trees), width, dtype=torch.long)
    positions = torch.zeros_like(tokens)
    seen = torch.zeros(len(trees), width, width, dtype=torch.bool)
    seen[:, range(width), range(width)] = True  # padding looks at itself: a row of nothing has no softmax
    for row, tree in enumerate(trees):
        tokens[row, : len(tree)] = torch.tensor(tree.tokens)
        for place, before in enumerate(tree.before):
            if before != ROOT_PLACE:
                seen[row, place] |= seen[row, before]
        positions[row, : len(tree)] = seen[row, : len(tree)].sum(-1) - 1
    mask = torch.zeros(len(trees), 1, width, width)
    mask.masked_fill_(~seen.unsqueeze(1), -1e30)
    return Batch(
        tokens,
        positions,
        mask,
        torch.tensor([row * width + at for row, tree in enumerate(trees) for at in tree.places], dtype=torch.long),
        torch.tensor([token for tree in trees for token in tree.wanted], dtype=torch.long),
    )


def batches(trees: Iterable[Tree], most_tokens: int, chance: random.Random) -> list[list[Tree]]:
    """Group trees of about one length, at most so many tokens with their padding, in an order of chance."""
    ordered = sorted(trees, key=lambda tree: len(tree) + chance.uniform(0, 24))
    made: list[list[Tree]] = []
    for tree in ordered:
        if not made or (len(made[-1]) + 1) * max(len(tree), *map(len, made[-1])) > most_tokens:
            made.append([])
        made[-1].append(tree)
    chance.shuffle(made)
    return made
