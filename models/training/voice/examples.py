"""Turn written messages into the tokens that the coach asks with at run time, several questions sharing one message."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from written import Message

from assistant.coaching.prompt import PromptForm, shown
from assistant.engine.chat_format import ChatFormat, defused, format_named, render
from assistant.engine.llama_library import Weights
from assistant.ports import PromptTurn

IGNORED = -100

PLAIN, FINE, BOTH = MANNERS = ("plain", "fine", "both")
"""Which of the written questions are learned."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A message and the questions on it: a trunk of tokens that the branches share."""

    trunk: list[int]
    branches: list[tuple[list[int], list[int]]]
    """Of each branch the rest of the prompt, and the answer that is learned."""

    def __len__(self) -> int:
        return len(self.trunk) + sum(len(prompt) + len(answer) for prompt, answer in self.branches)


class Tokens:
    """The starter's own tokenizer and chat format, as the voice process uses them."""

    def __init__(self, model: Path, chat_format: str = "chatml") -> None:
        """Open the vocabulary of a GGUF file."""
        self._weights = Weights(str(model))
        self._format: ChatFormat = format_named(chat_format)
        self._end = self._weights.tokens("<|im_end|>", markers=True)

    def prompt(self, turns: Sequence[PromptTurn]) -> list[int]:
        """Return what is evaluated before an answer."""
        tokens = self._weights.first_tokens()
        for segment in render(self._format, turns):
            if segment.marker:
                tokens += self._weights.tokens(segment.text, markers=True)
            else:
                tokens += [t for piece in defused(segment.text, self._format) for t in self._weights.tokens(piece)]
        return tokens

    def answer(self, text: str) -> list[int]:
        """Return an answer and the end of its turn."""
        return [*self._weights.tokens(text), *self._end]


def tree_of(message: Message, form: PromptForm, tokens: Tokens, manner: str = PLAIN, *, most: int = 6) -> Tree:
    """Return the message with its good questions: plain, fine, or both."""
    leaves: list[tuple[list[int], list[int]]] = []
    for asked in message.good[:most]:
        said = shown(message.text, message.text.index(asked.phrase))
        turns = form.taught_turns(said, asked.phrase, asked.kind, message.answers)
        prompt = tokens.prompt(turns)
        if manner != FINE and asked.plain:
            leaves.append((prompt, tokens.answer(asked.plain)))
        if manner != PLAIN or not asked.plain:
            leaves.append((prompt, tokens.answer(asked.question)))
    return joined(leaves)


def joined(leaves: list[tuple[list[int], list[int]]]) -> Tree:
    """Return prompts and their answers with the beginning that all prompts share as trunk."""
    prompts = [prompt for prompt, _ in leaves]
    shortest = min(map(len, prompts))
    same = next((n for n in range(shortest) if len({prompt[n] for prompt in prompts}) > 1), shortest)
    same = min(same, shortest - 1)
    return Tree(prompts[0][:same], [(prompt[same:], answer) for prompt, answer in leaves])


@dataclass(frozen=True, slots=True)
class Batch:
    """Trees side by side: `(trees, tokens)`; the mask is added to the attention's scores."""

    tokens: Tensor
    positions: Tensor
    mask: Tensor
    """`(trees, 1, tokens, tokens)` float32: 0 where a token may look, a very negative number where not."""
    wanted: Tensor
    """The next token where it is learned, else `IGNORED`."""


def batch_of(trees: Sequence[Tree]) -> Batch:
    """Lay trees out so that no branch sees another."""
    width = max(map(len, trees))
    tokens = torch.zeros(len(trees), width, dtype=torch.long)
    positions = torch.zeros_like(tokens)
    wanted = torch.full_like(tokens, IGNORED)
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
    return Batch(tokens, positions, mask, wanted)


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
