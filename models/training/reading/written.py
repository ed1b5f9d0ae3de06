"""Read the training text: what invented people wrote, a line each, marked by its maker.

A file holds writers, each under a line `# name | age | who | manner`. The first letter of a line says what it is:

    s g a m p i c o   an assumption: should, generalization, all_or_nothing, mind_reading, prediction, identity, causal,
                      other
    -                 not an assumption (and no promise unless it is marked so elsewhere)
    +                 a promise: [what is promised] and {by when}
    ~                 not a promise: a wish, the past, somebody else's promise, a maybe
    >                 cause and effect: {cause} and [effect], and at the end |+ or |- for the sign
    x                 no cause and effect about the person's own life
    v                 a vision line; the lines T, A and N after it move toward it, away from it, or do neither
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

TEXTS: Final = Path(__file__).parent / "text"
KINDS: Final = {
    "s": "should",
    "g": "generalization",
    "a": "all_or_nothing",
    "m": "mind_reading",
    "p": "prediction",
    "i": "identity",
    "c": "causal",
    "o": "other",
}
_MARKS: Final = re.compile(r"[\[\]{}]")
_CAUSE: Final = re.compile(r"\{([^}]*)\}")
_EFFECT: Final = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True)
class Line:
    """One line of one writer, without its marks."""

    writer: str
    mark: str
    text: str
    braced: tuple[str, ...] = ()
    bracketed: tuple[str, ...] = ()
    sign: str = ""
    vision: str = ""


def read_lines(folder: Path = TEXTS) -> list[Line]:
    """Return every line of the folder's files, in order. Raises ValueError for a line that cannot be read."""
    return [line for file in sorted(folder.glob("*.txt")) for line in _lines_of(file)]


def _lines_of(file: Path) -> Iterator[Line]:
    writer, vision = "", ""
    for number, raw in enumerate(file.read_text(encoding="utf8").splitlines(), 1):
        if not raw.strip():
            continue
        mark, _, rest = raw.partition(" ")
        if mark == "#":
            writer, vision = rest.split("|")[0].strip(), ""
        elif mark == "v":
            vision = rest.strip()
        elif mark in KINDS or mark in ("-", "+", "~", ">", "x", "T", "A", "N"):
            yield _line(writer, mark, rest.strip(), vision if mark in ("T", "A", "N") else "")
        else:
            raise ValueError(f"{file.name}, line {number}: no known mark: {raw!r}")


def _line(writer: str, mark: str, text: str, vision: str) -> Line:
    sign = ""
    if mark == ">":
        text, _, sign = text.rpartition("|")
        text = text.strip()
    if mark not in ("+", ">"):
        return Line(writer, mark, text, vision=vision)
    return Line(writer, mark, _MARKS.sub("", text), tuple(_CAUSE.findall(text)), tuple(_EFFECT.findall(text)), sign)
