"""A message as tokens, with all that is asked on it: what is learned, in a form that another machine can read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Self

ROOT_PLACE = -1
"""What comes before the first token of all."""
GOOD = 2
"""The grade from which on a reader would let a wording stand."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reader thought of a wording: the step from its last token to the end of the turn, and a grade, 0 to 3."""

    step: int
    grade: int

    @property
    def good(self) -> bool:
        """Whether the reader would let it stand."""
        return self.grade >= GOOD


@dataclass(frozen=True, slots=True)
class Pair:
    """A better and a worse answer to one ask, each as the steps that say it."""

    better: list[int]
    worse: list[int]


@dataclass(slots=True)
class Tree:
    """Prompts and their answers as a prefix tree: what two of them share is evaluated once."""

    tokens: list[int] = field(default_factory=list)
    before: list[int] = field(default_factory=list)
    """The place of the token before each token; it is always a smaller one."""
    places: list[int] = field(default_factory=list)
    """A step is a place and the token that may come after it; these are the places of the steps."""
    wanted: list[int] = field(default_factory=list)
    """The token of each step."""
    weights: list[float] = field(default_factory=list)
    """What the likelihood of each step counts for; 0 for what only a verdict or a pair needs."""
    verdicts: list[Verdict] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.tokens)

    def path_to(self, place: int) -> list[int]:
        """Return the tokens from the first to this place."""
        path = []
        while place != ROOT_PLACE:
            path.append(self.tokens[place])
            place = self.before[place]
        return path[::-1]


class Grower:
    """Grows the tree of one message."""

    def __init__(self) -> None:
        self.tree = Tree()
        self._places: dict[tuple[int, int], int] = {}
        self._steps: dict[tuple[int, int], int] = {}

    def answer(self, prompt: Sequence[int], answer: Sequence[int], weight: float = 1.0) -> list[int]:
        """Let an answer to a prompt be learned, each token at this weight; return its steps."""
        place, steps = self._path(prompt), []
        for number, token in enumerate(answer, 1):
            steps.append(self._step(place, token, weight))
            if number < len(answer):  # nothing comes after the last token
                place = self._next(place, token)
        return steps

    def verdict(self, prompt: Sequence[int], answer: Sequence[int], grade: int) -> None:
        """Let it be learned whether an answer, its end with it, is to be left at that."""
        *words, end = answer
        self.tree.verdicts.append(Verdict(self._step(self._path([*prompt, *words]), end, 0.0), grade))

    def pair(self, prompt: Sequence[int], better: Sequence[int], worse: Sequence[int]) -> None:
        """Let one answer to a prompt be preferred to another."""
        self.tree.pairs.append(Pair(self.answer(prompt, better, 0.0), self.answer(prompt, worse, 0.0)))

    def _path(self, tokens: Sequence[int]) -> int:
        """Return the place of the last of these tokens, laid down where they were not."""
        place = ROOT_PLACE
        for token in tokens:
            place = self._next(place, token)
        return place

    def _next(self, place: int, token: int) -> int:
        if (place, token) not in self._places:
            self._places[place, token] = len(self.tree)
            self.tree.tokens.append(token)
            self.tree.before.append(place)
        return self._places[place, token]

    def _step(self, place: int, token: int, weight: float) -> int:
        """Return the number of the step from a place to a token; the weights of what is said twice add up."""
        tree = self.tree
        if (place, token) not in self._steps:
            self._steps[place, token] = len(tree.places)
            tree.places.append(place)
            tree.wanted.append(token)
            tree.weights.append(0.0)
        number = self._steps[place, token]
        tree.weights[number] += weight
        return number


@dataclass(frozen=True, slots=True)
class Lessons:
    """All that one training run learns from and is measured by."""

    refusal: int
    """The token that comes instead of the end of a turn after a wording that is not to be left at that."""
    learned: list[Tree] = field(default_factory=list)
    """A tree for each message: its questions, verdicts on wordings, and pairs of these."""
    held: list[Tree] = field(default_factory=list)
    """Questions on messages of writers never learned from."""
    judged_held: list[Tree] = field(default_factory=list)
    """Verdicts on a model's wordings on them."""
    bank_held: list[Tree] = field(default_factory=list)
    """Verdicts on the bank's wordings on them."""

    def write(self, path: Path) -> None:
        """Keep them, for a machine that has a GPU and no llama.cpp to make tokens with."""
        path.write_text(json.dumps(asdict(self), separators=(",", ":")), "utf-8")

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return what `write` kept."""
        kept = json.loads(path.read_text("utf-8"))
        trees = ("learned", "held", "judged_held", "bank_held")
        return cls(**{**kept, **{name: [_tree(one) for one in kept[name]] for name in trees}})


def _tree(values: dict[str, list]) -> Tree:
    verdicts = [Verdict(**one) for one in values["verdicts"]]
    pairs = [Pair(**one) for one in values["pairs"]]
    return Tree(**{**values, "verdicts": verdicts, "pairs": pairs})
