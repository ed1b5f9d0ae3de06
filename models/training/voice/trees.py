"""A message as tokens, with the questions on it: what is learned, in a form that another machine can read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tree:
    """A message and the questions on it: a trunk of tokens that the branches share."""

    trunk: list[int]
    branches: list[tuple[list[int], list[int]]]
    """Of each branch the rest of the prompt, and the answer that is learned."""
    weight: float = 1.0
    """What one of its learned tokens counts for."""

    def __len__(self) -> int:
        return len(self.trunk) + sum(len(prompt) + len(answer) for prompt, answer in self.branches)


@dataclass(frozen=True, slots=True)
class Lessons:
    """All that one training run learns from and is measured by."""

    learned: list[Tree] = field(default_factory=list)
    held: list[Tree] = field(default_factory=list)
    """Of writers never learned from."""
    judged: list[Tree] = field(default_factory=list)
    """Wordings of the model's own, and the token after each: the end where a reader found it good, else a refusal."""
    judged_held: list[Tree] = field(default_factory=list)
    pairs: list[Tree] = field(default_factory=list)
    """Trees of two branches: the better question, the worse one."""

    def write(self, path: Path) -> None:
        """Keep them, for a machine that has a GPU and no llama.cpp to make tokens with."""
        path.write_text(json.dumps(asdict(self), separators=(",", ":")), "utf-8")

    @classmethod
    def read(cls, path: Path) -> Lessons:
        """Return what `write` kept."""
        kept = json.loads(path.read_text("utf-8"))
        return cls(**{name: [_tree(values) for values in trees] for name, trees in kept.items()})


def _tree(values: dict[str, object]) -> Tree:
    branches = [(prompt, answer) for prompt, answer in values["branches"]]  # type: ignore[attr-defined]
    return Tree(values["trunk"], branches, values["weight"])  # type: ignore[arg-type]


def joined(leaves: Sequence[tuple[list[int], list[int]]], weight: float = 1.0) -> Tree:
    """Return prompts and their answers with the beginning that all prompts share as trunk."""
    prompts = [prompt for prompt, _ in leaves]
    shortest = min(map(len, prompts))
    same = next((n for n in range(shortest) if len({prompt[n] for prompt in prompts}) > 1), shortest)
    same = min(same, shortest - 1)
    return Tree(prompts[0][:same], [(prompt[same:], answer) for prompt, answer in leaves], weight)
