"""Lay prompts and their answers out for training, several questions sharing one message."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

import torch
from torch import Tensor
from trees import Tree

IGNORED = -100


@dataclass(frozen=True, slots=True)
class Batch:
    """Trees side by side: `(trees, tokens)`; the mask is added to the attention's scores."""

    tokens: Tensor
    positions: Tensor
    mask: Tensor
    """`(trees, 1, tokens, tokens)` float32: 0 where a token may look, a very negative number where not."""
    wanted: Tensor
    """The next token where it is learned, else `IGNORED`."""
    weights: Tensor
    """`(trees, tokens)` float32: what each learned token counts for."""

    def on(self, device: str) -> Batch:
        """Return the same batch where the model is."""
        return Batch(*(getattr(self, one.name).to(device) for one in fields(self)))


def batch_of(trees: Sequence[Tree]) -> Batch:
    """Lay trees out so that no branch sees another."""
    width = max(map(len, trees))
    tokens = torch.zeros(len(trees), width, dtype=torch.long)
    positions = torch.zeros_like(tokens)
    wanted = torch.full_like(tokens, IGNORED)
    weights = torch.tensor([tree.weight for tree in trees]).unsqueeze(1).expand(len(trees), width)
    seen = torch.zeros(len(trees), width, width, dtype=torch.bool)
    for row, tree in enumerate(trees):
        trunk = len(tree.trunk)
        tokens[row, :trunk] = torch.tensor(tree.trunk)
        positions[row, :trunk] = torch.arange(trunk)
        seen[row, :trunk, :trunk] = torch.ones(trunk, trunk, dtype=torch.bool).tril()
        start = trunk
        for prompt, answer in tree.branches:
            whole = [*prompt, *answer]
            end = start + len(whole)
            tokens[row, start:end] = torch.tensor(whole)
            positions[row, start:end] = torch.arange(trunk, trunk + len(whole))
            seen[row, start:end, :trunk] = True
            seen[row, start:end, start:end] = torch.ones(len(whole), len(whole), dtype=torch.bool).tril()
            first = start + len(prompt) - 1
            wanted[row, first : first + len(answer)] = torch.tensor(answer)
            start = end
        seen[row, range(width), range(width)] = True  # padding looks at itself: a row of nothing has no softmax
    mask = torch.zeros(len(trees), 1, width, width)
    mask.masked_fill_(~seen.unsqueeze(1), -1e30)
    return Batch(tokens, positions, mask, wanted, weights)


def batches(trees: Iterable[Tree], most_tokens: int, chance: random.Random) -> list[list[Tree]]:
    """Group trees of about one length, at most so many tokens with their padding, in an order of chance."""
    ordered = sorted(trees, key=lambda tree: len(tree) + chance.uniform(0, 24))
    made: list[list[Tree]] = [[]]
    for tree in ordered:
        if made[-1] and (len(made[-1]) + 1) * max(len(tree), *map(len, made[-1])) > most_tokens:
            made.append([])
        made[-1].append(tree)
    chance.shuffle(made)
    return made
