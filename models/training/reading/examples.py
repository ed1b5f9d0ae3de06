"""Turn the lines that invented people wrote into examples for each head."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from written import KINDS, Line

from assistant.core.ids import AREAS as AREAS_OF_LIFE
from assistant.reading import assumption_marks, link_marks, promise_marks
from assistant.reading.areas import area_marks
from assistant.reading.features import Marks, loudness, marks_of, plain, words_of

_ANY = re.compile(r"(?!)")
"""Matches nothing: the marks of areas are found by their stems."""

AREAS = Path(__file__).parent / "areas"

UNSURE = 0.5
"""What a line counts for whose mark says something else, and what is asked only by the way: a wish may also assume."""

PROMISE_FORMS = frozenset({"i will", "i will verb", "going to", "gonna bare", "going doing", "bare doing"})
"""A line marked `-` that has one of these may be a plan as good as a promise: it teaches neither."""

LINK_FORMS = frozenset({"because", "because i", "so i", "the more", "whenever", "makes", "causes", "arrow"})
"""An assumption that has one of these may also state a cause: it teaches neither."""


@dataclass
class Examples:
    """The examples of one head: sentences, right answers, weights, and who wrote each."""

    marks: Marks
    texts: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    writers: list[str] = field(default_factory=list)
    words: list[list[str]] = field(default_factory=list)
    loudness: list[float] = field(default_factory=list)
    hard: list[bool] = field(default_factory=list)
    """Whether it was written to be mistaken: the threshold is set among these and the yeses."""

    def add(self, line: Line, answer: str, weight: float = 1.0, *, hard: bool = False) -> None:
        """Add one sentence with its right answer."""
        sentence = plain(line.text)
        self.texts.append(line.text)
        self.answers.append(answer)
        self.weights.append(weight)
        self.writers.append(line.writer)
        self.loudness.append(loudness(sentence))
        self.hard.append(hard)
        self.words.append([*words_of(sentence), *(f"#{mark}" for mark in marks_of(sentence, self.marks))])


def area_examples(folder: Path = AREAS) -> Examples:
    """Return the sentences on each area of life and on none; each stands for a writer of its own."""
    examples = Examples(dict.fromkeys(AREAS_OF_LIFE, _ANY))
    for file in sorted(folder.glob("*.txt")):
        for number, line in enumerate(file.read_text(encoding="utf8").splitlines()):
            area, _, text = line.partition("\t")
            if text.strip():
                examples.add(Line(f"{file.stem} {number}", area, text.strip()), area)
                examples.words[-1] += [f"#{mark}" for mark in area_marks(plain(text))]
    return examples


def examples_of(lines: Iterable[Line]) -> dict[str, Examples]:
    """Return the examples of every head, by its name."""
    heads = {
        "assumption": Examples(assumption_marks.MARKS), "kind": Examples(assumption_marks.MARKS),
        "promise": Examples(promise_marks.MARKS), "link": Examples(link_marks.MARKS),
        "sign": Examples(link_marks.SIGN_MARKS),
    }  # fmt: skip
    for line in lines:
        _add_assumption(heads, line)
        _add_promise(heads["promise"], line)
        _add_link(heads, line)
    return heads


def _add_assumption(heads: dict[str, Examples], line: Line) -> None:
    if line.mark in KINDS:
        heads["assumption"].add(line, "yes")
        heads["kind"].add(line, KINDS[line.mark])
    elif line.mark in ("-", "+", "x", "~"):
        heads["assumption"].add(line, "no", UNSURE if line.mark == "~" else 1.0, hard=line.mark == "-")


def _add_promise(promise: Examples, line: Line) -> None:
    if line.mark == "+":
        promise.add(line, "yes")
    elif line.mark in ("~", "x", ">", *KINDS) or (
        line.mark == "-" and not PROMISE_FORMS & set(marks_of(plain(line.text), promise.marks))
    ):
        promise.add(line, "no")


def _add_link(heads: dict[str, Examples], line: Line) -> None:
    link = heads["link"]
    if line.mark == ">":
        link.add(line, "yes")
        heads["sign"].add(line, line.sign)
    elif line.mark in ("x", "-", "~", "+"):
        link.add(line, "no", hard=line.mark in ("x", "-"))
    elif line.mark in KINDS and not LINK_FORMS & set(marks_of(plain(line.text), link.marks)):
        link.add(line, "no", UNSURE)
