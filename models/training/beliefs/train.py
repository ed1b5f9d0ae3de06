"""Make `models/belief-themes.npz`: the vectors of the themes, and the head that hears whether a line shows any belief.

    pip install scikit-learn                         # for training only
    python models/training/beliefs/train.py          # from the root of the repository; minutes on two cores

Writes the file, its SHA-256 and its card. Figures are of journals held out: a journal is never on both sides.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

ROOT: Final = Path(__file__).resolve().parents[3]
TRAINING: Final = ROOT / "models" / "training"
sys.path[:0] = [str(ROOT), str(TRAINING / "reading"), str(TRAINING / "journal")]

from arrays_file import write_arrays  # noqa: E402
from keyed import read_journal  # noqa: E402
from vectors import Vectors  # noqa: E402
from written import KINDS, read_lines  # noqa: E402

from assistant.insight.themes import FILE, SUM_FILE  # noqa: E402
from assistant.reading.sentences import split_sentences  # noqa: E402

JOURNALS: Final = ("hanne", "dez", "ged", "runa")

SHOWN, STATED, DAY, OTHER = 1.0, 0.3, 1.0, 0.4
"""What a line counts for that shows a belief, that states one plainly, that is an ordinary line of a journal, and that
is a line of the reading's text which states nothing. Other weights of this order move the figures by 0.02."""

STRENGTH: Final = 0.3
"""Inverse of the ridge (scikit-learn's `C`); from 0.05 to 1 nothing moves by more than 0.02."""

SCALE: Final = 4.0
WORDS_LEAST: Final = 3


@dataclass(frozen=True)
class Theme:
    """A belief that many hold: its plain sentences, and the lines that show it."""

    names: tuple[str, ...]
    lines: tuple[str, ...]


def read_themes(path: Path = Path(__file__).parent / "themes.txt") -> list[Theme]:
    """Return the themes of a file in which `=` begins one."""
    themes: list[Theme] = []
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("="):
            themes.append(Theme(tuple(name.strip() for name in line[1:].split("|")), ()))
        elif line.strip() and not line.startswith("#"):
            themes[-1] = Theme(themes[-1].names, (*themes[-1].lines, line.strip()))
    return themes


def journal_lines(name: str) -> tuple[list[str], np.ndarray]:
    """Return the sentences of a development journal, and which of them are evidence of a belief."""
    entries, key = read_journal(name)
    shown = [(line["id"], line["quote"]) for belief in key["mental_models"] for line in belief["evidence"]]
    texts, marks = [], []
    for entry in entries:
        for span in split_sentences(entry["text"]):
            text = span.of(entry["text"])
            texts.append(text)
            marks.append(any(entry["id"] == one and (text in quote or quote in text) for one, quote in shown))
    return texts, np.array(marks)


class Lines:
    """Lines with their vectors, what they are, and what they count for."""

    def __init__(self, vectors: Vectors) -> None:
        self._vectors = vectors
        self.rows: list[np.ndarray] = []
        self.answers: list[np.ndarray] = []
        self.weights: list[np.ndarray] = []

    def add(self, texts: list[str], shows: bool, weight: float) -> None:
        """Add lines of one kind."""
        self.rows.append(self._vectors.of(texts))
        self.answers.append(np.full(len(texts), shows))
        self.weights.append(np.full(len(texts), weight))

    def fitted(self) -> LogisticRegression:
        """Fit the head on all of them."""
        rows, answers, weights = (np.concatenate(some) for some in (self.rows, self.answers, self.weights))
        return LogisticRegression(C=STRENGTH, max_iter=3000).fit(rows * SCALE, answers, weights)


def head_without(journal: str, vectors: Vectors, themes: list[Theme]) -> LogisticRegression:
    """Fit the head on everything but one journal; "" leaves none out."""
    lines = Lines(vectors)
    lines.add([text for theme in themes for text in theme.lines], True, SHOWN)
    lines.add(
        [text for theme in read_themes(TRAINING / "journal" / "oblique.txt") for text in theme.lines], True, SHOWN
    )
    written = read_lines()
    lines.add([line.text for line in written if line.mark in KINDS], True, STATED)
    lines.add([line.text for line in written if line.mark in "-TAN~+"], False, OTHER)
    for name in JOURNALS:
        if name != journal:
            texts, shown = journal_lines(name)
            ordinary = [text for text, yes in zip(texts, shown, strict=True) if not yes]
            lines.add([text for text, yes in zip(texts, shown, strict=True) if yes], True, SHOWN)
            lines.add([text for text in ordinary if len(text.split()) >= WORDS_LEAST], False, DAY)
    return lines.fitted()


def figures(vectors: Vectors, themes: list[Theme]) -> str:
    """Return a row of the card for each journal held out."""
    rows = []
    for name in JOURNALS:
        texts, shown = journal_lines(name)
        chances = head_without(name, vectors, themes).predict_proba(vectors.of(texts) * SCALE)[:, 1]
        rows.append(f"| {name} | {shown.sum()} + {(~shown).sum()} | {roc_auc_score(shown, chances):.2f} |")
    return "\n".join(rows)


def main() -> None:
    """Fit, report and write."""
    parser = argparse.ArgumentParser(description="Make the themes of beliefs.")
    parser.add_argument("--vectors", type=Path, help="a file to keep vectors in between runs")
    vectors, themes = Vectors(parser.parse_args().vectors), read_themes()
    head = head_without("", vectors, themes)
    of_name = [place for place, theme in enumerate(themes) for _name in theme.names]
    of_line = [place for place, theme in enumerate(themes) for _line in theme.lines]
    digest = write_arrays(
        {
            "names": vectors.of([name for theme in themes for name in theme.names]).astype(np.float16),
            "of_name": np.array(of_name, np.int16),
            "lines": vectors.of([line for theme in themes for line in theme.lines]).astype(np.float16),
            "of_line": np.array(of_line, np.int16),
            "weights": (head.coef_[0] * SCALE).astype(np.float32),
            "bias": head.intercept_.astype(np.float32)[0],
        },
        ROOT / "models" / FILE,
        ROOT / "models" / SUM_FILE,
    )
    card = (Path(__file__).parent / "card.md").read_text(encoding="utf8")
    card = card.replace("{sha256}", digest).replace("{figures}", figures(vectors, themes))
    told = card.replace("{themes}", str(len(themes))).replace("{lines}", str(len(of_line)))
    (ROOT / "models" / "belief-themes.md").write_text(told, encoding="utf8")
    print(told)


if __name__ == "__main__":
    main()
