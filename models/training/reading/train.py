"""Fit the heads that help to read, and write them with their figures: reproduces the shipped files.

    pip install scikit-learn                         # for training only
    python models/training/reading/train.py          # from the root of the repository; minutes on two cores

Writes `models/reading-heads.npz`, its SHA-256 beside it, and `assistant/reading/rule_weights.py`, by which the same
questions are answered where there is no vector and no file. Every figure it prints is of writers held out: the lines of
one writer are never on both sides. Nothing of what reading is scored on is read here.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from arrays_file import write_arrays  # noqa: E402
from card import Card  # noqa: E402
from examples import Examples, area_examples, examples_of  # noqa: E402
from vectors import Vectors  # noqa: E402
from written import read_lines  # noqa: E402

from assistant.reading.heads import FILE, SUM_FILE  # noqa: E402

FOLDS = 6
LEAST_WRITERS = 4
"""A word counts only where so many writers used it: what one person says of their own life is no form of speech."""

WORD_SCALE, MARK_SCALE, VECTOR_SCALE = 1.0, 1.2, 4.0
"""How loud words, marks and meaning are before the ridge; measured on held-out writers."""

STRENGTH = 0.2
"""Inverse of the ridge (scikit-learn's `C`)."""

AREA_STRENGTH = 0.7
"""The same for areas: few lines, plainly told apart."""

NOS_A_YES = 1.0
"""Sentences that are none to one that is, for the threshold. The hard ones count, so it is stricter than it looks: in a
diary most sentences are far from it; what is left over costs a question beside the point, never a claim."""

LEAST_RECALL = 0.92
"""Of the assumptions of held-out writers so many must be heard: nine in ten is what was promised, and a little is lost
to the vetoes. The thresholds of the other heads are where F1 is best."""

DECIMALS = 3


class Design:
    """The table that a head is fitted on: words and marks that enough writers used, and the vectors."""

    def __init__(
        self, examples: Examples, vectors: np.ndarray | None, *, words: bool, strength: float = STRENGTH
    ) -> None:
        self.examples, self.vectors, self.strength = examples, vectors, strength
        used = defaultdict(set)
        for row, writer in zip(examples.words, examples.writers, strict=True):
            for word in row:
                used[word].add(writer)
        marks = [f"#{mark}" for mark in examples.marks]
        kept = sorted(word for word, who in used.items() if len(who) >= LEAST_WRITERS and not word.startswith("#"))
        self.words = [*(kept if words else ()), *marks]
        self.scales = np.array([MARK_SCALE if word.startswith("#") else WORD_SCALE for word in self.words])
        self.places = {word: place for place, word in enumerate(self.words)}
        self.table = self._table()

    def _table(self) -> sparse.csr_matrix:
        rows, columns, values = [], [], []
        for row, words in enumerate(self.examples.words):
            for word in dict.fromkeys(words):
                if word in self.places:
                    rows.append(row)
                    columns.append(self.places[word])
                    values.append(self.scales[self.places[word]] * self.examples.loudness[row])
        counted = sparse.csr_matrix((values, (rows, columns)), shape=(len(self.examples.texts), len(self.words)))
        if self.vectors is None:
            return counted
        return sparse.hstack([counted, sparse.csr_matrix(self.vectors * VECTOR_SCALE)]).tocsr()


def fitted(design: Design, rows: np.ndarray) -> LogisticRegression:
    """Fit on those rows."""
    answers, weights = np.array(design.examples.answers)[rows], np.array(design.examples.weights)[rows]
    strength = design.strength
    return LogisticRegression(C=strength, max_iter=2000, tol=1e-4).fit(design.table[rows], answers, weights)


def held_out(design: Design) -> np.ndarray:
    """Return for every example the chances that a head gives which never saw its writer."""
    examples = design.examples
    classes = sorted(set(examples.answers))
    chances = np.zeros((len(examples.texts), len(classes)))
    folds = GroupKFold(FOLDS).split(examples.texts, examples.answers, examples.writers)
    for learned, asked in folds:
        model = fitted(design, learned)
        chances[np.ix_(asked, [classes.index(name) for name in model.classes_])] = model.predict_proba(
            design.table[asked]
        )
    return chances


def threshold_for(right: np.ndarray, hard: np.ndarray, chances: np.ndarray) -> float:
    """Return the chance at which F1 is best among yeses and `NOS_A_YES` as many sentences written to be mistaken."""
    wrong_weight = NOS_A_YES * right.sum() / max(hard.sum(), 1)

    def balanced(threshold: float) -> float:
        said = chances >= threshold
        hits, alarms = (right & said).sum(), (hard & said).sum() * wrong_weight
        return float(2 * hits / (hits + alarms + right.sum()))

    tried = np.round(np.arange(0.15, 0.75, 0.01), 2)
    values = np.array([balanced(threshold) for threshold in tried])
    smooth = np.convolve(np.pad(values, 3, mode="edge"), np.ones(7) / 7, mode="valid")
    return float(tried[int(smooth.argmax())])


def report(name: str, design: Design, chances: np.ndarray, card: Card) -> float:
    """Put on the card what a head reaches on writers it never saw; return its threshold."""
    answers = np.array(design.examples.answers)
    classes = sorted(set(design.examples.answers))
    if len(classes) > 2:
        card.choice(name, float(np.mean(np.array(classes)[chances.argmax(1)] == answers)), len(answers))
        return 0.0
    yes = classes[-1]
    right, chance = answers == yes, chances[:, -1]
    hard = np.array(design.examples.hard) & ~right
    threshold = threshold_for(right, hard if hard.any() else ~right, chance)
    if name == "assumption":
        threshold = round(float(np.quantile(chance[right], 1.0 - LEAST_RECALL)), 3)
    card.yes_or_no(name, threshold, right, chance >= threshold, design.examples.writers)
    return threshold


def arrays_of(name: str, design: Design, model: LogisticRegression, threshold: float) -> dict[str, np.ndarray]:
    """Return a fitted head as named arrays, its scales multiplied in."""
    binary = len(model.classes_) == 2
    weights = model.coef_.T
    counted = weights[: len(design.words)] * design.scales[:, None]
    told = np.abs(counted).max(1) >= 10.0**-DECIMALS
    return {
        f"{name}.classes": np.array([model.classes_[-1]] if binary else list(model.classes_)),
        f"{name}.words": np.array([word for word, keep in zip(design.words, told, strict=True) if keep]),
        f"{name}.weights": counted[told].round(DECIMALS).astype(np.float16),
        f"{name}.vector_weights": (weights[len(design.words) :] * VECTOR_SCALE).astype(np.float16),
        f"{name}.bias": model.intercept_.round(DECIMALS).astype(np.float32),
        f"{name}.threshold": np.float32(threshold),
    }


def write_rules(rules: dict[str, tuple[Design, LogisticRegression, float]]) -> None:
    """Write the module that holds the weights of marks alone."""
    lines = [
        '"""Hold the weights of marks alone, fitted by `models/training/reading/train.py`; never edited by hand."""\n',
        "from typing import Final\n",
        "RULES: Final[dict[str, tuple[float, float, dict[str, float]]]] = {",
    ]
    for name, (design, model, threshold) in rules.items():
        lines.append(f'    "{name}": (\n        {model.intercept_[0]:.3f},\n        {threshold:.2f},\n        {{')
        pairs = zip(design.words, model.coef_[0] * design.scales, strict=True)
        lines += [f'            "{word[1:]}": {weight:.3f},' for word, weight in pairs if abs(weight) >= 0.005]
        lines.append("        },\n    ),")
    text = "\n".join(
        [*lines, "}", '"""Of each question: the bias, the chance from which it says yes, and the marks\' weights."""']
    )
    (ROOT / "assistant/reading/rule_weights.py").write_text(text + "\n", encoding="utf8")


def main() -> None:
    """Fit, report and write."""
    parser = argparse.ArgumentParser(description="Fit the heads that help to read.")
    parser.add_argument("--vectors", type=Path, help="a file to keep vectors in between runs")
    options = parser.parse_args()
    vectors, card = Vectors(options.vectors), Card()
    arrays: dict[str, np.ndarray] = {}
    rules = {}
    for name, examples in {**examples_of(read_lines()), "area": area_examples()}.items():
        meaning = vectors.of(examples.texts)
        every = np.arange(len(examples.texts))
        strength = AREA_STRENGTH if name == "area" else STRENGTH
        for suffix, design in (
            ("", Design(examples, meaning, words=True, strength=strength)),
            ("_by_words", Design(examples, None, words=True, strength=strength)),
            ("_by_rules", Design(examples, None, words=False)),
        ):
            if name in ("kind", "sign", "area") and suffix == "_by_rules":
                continue
            threshold = report(name + suffix, design, held_out(design), card)
            model = fitted(design, every)
            if suffix == "_by_rules":
                rules[name] = (design, model, threshold)
            else:
                arrays |= arrays_of(name + suffix, design, model, threshold)
    arrays["heads"] = np.array(sorted({key.rpartition(".")[0] for key in arrays}))
    card.write(write_arrays(arrays, ROOT / "models" / FILE, ROOT / "models" / SUM_FILE))
    write_rules(rules)


if __name__ == "__main__":
    main()
