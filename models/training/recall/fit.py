"""Fit the mix of measures by which recall orders entries, and write it to `assistant/insight/recall_mix.py`.

    python models/training/recall/fit.py            # from the root of the repository; about two minutes on two cores

The texts and questions beside this script were invented for it. Nothing of what recall is scored on is read here. The
weights maximise the likelihood of the answering entry among all entries (a softmax per question, with a small ridge);
slope and level then turn the weighted sum into the probability that an entry answers.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import astuple, fields
from datetime import date
from pathlib import Path

import numpy as np
from collections_of_text import Asked, Collection, all_collections, unanswerable

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from assistant.engine.embedding import EmbedderSpec, OpenEmbedder  # noqa: E402
from assistant.engine.llama_library import start_library  # noqa: E402
from assistant.insight.ranking import (  # noqa: E402
    EntryWords,
    Measures,
    Question,
    bare_words,
    blended,
    measure,
    without_common_names,
)
from assistant.reading.calendar import hear_days  # noqa: E402
from assistant.reading.passages import split_passages  # noqa: E402
from assistant.services.nearness import nearness  # noqa: E402

RIDGE = 0.5
TODAY = date(2025, 1, 1)
NEGATIVES = 5
"""How many of the best wrong entries of each question the probability is fitted against."""


class Vectors:
    """Vectors of texts, each made once."""

    def __init__(self) -> None:
        start_library()
        model = next((ROOT / "models").glob("*minilm*.gguf"))
        self._embedder = OpenEmbedder(EmbedderSpec(str(model), 2, 256))
        self._made: dict[str, np.ndarray] = {}

    def of(self, text: str) -> np.ndarray:
        """Return the vector of a text."""
        if text not in self._made:
            self._made[text] = self._embedder.vector(text)
        return self._made[text]

    def of_question(self, text: str) -> np.ndarray:
        """Return the vector that a question is searched by."""
        return blended(*self._embedder.vectors_within(text, bare_words(text)))


class Measured:
    """One collection with everything measured."""

    def __init__(self, collection: Collection, questions: tuple[Asked, ...], vectors: Vectors) -> None:
        self.name = collection.name
        self.days = [day for day, _text in collection.entries]
        self.words = [EntryWords(text) for _day, text in collection.entries]
        self.frequency = Counter(term for words in self.words for term in words.counts)
        self.usual = float(np.mean([words.length for words in self.words]))
        self.rows = [
            np.array([vectors.of(span.of(text)) for span in split_passages(text)]) for _day, text in collection.entries
        ]
        means = [rows.mean(0) for rows in self.rows]
        self.means = np.array([mean / np.linalg.norm(mean) for mean in means])
        self.asked = [(asked, self._table(asked, vectors)) for asked in questions]

    def _table(self, asked: Asked, vectors: Vectors) -> np.ndarray:
        """Return `(entries, measures)` of one question."""
        entries = len(self.words)
        heard = hear_days(asked.text, TODAY, min(self.days), max(self.days))
        question = Question.of(heard.rest if heard else asked.text, self.frequency, entries)
        text = without_common_names(question.text, self.frequency, entries)
        vector = vectors.of_question(text)
        wholes = self.means @ vector
        return np.array([
            astuple(
                measure(
                    question, self.words[place], self.usual, (self.rows[place] @ vector).tolist(), float(wholes[place]),
                    nearness(heard, self.days[place], self.days) if heard else 0.0,
                )
            )
            for place in range(entries)
        ])  # fmt: skip


def fit_weights(all_measured: list[Measured]) -> np.ndarray:
    """Return the weights that make the answers likeliest, by Newton's method with halved steps."""
    tables = [
        (table, np.isin(np.arange(len(table)), list(asked.answers)))
        for one in all_measured for asked, table in one.asked if asked.answers
    ]  # fmt: skip
    spread = np.concatenate([table for table, _right in tables]).std(0)
    scaled = [(table / spread, right) for table, right in tables]
    weights = np.zeros(len(spread))
    cost, slope, curve = unlikeliness(scaled, weights)
    for _round in range(40):
        step = np.linalg.solve(curve, slope)
        while (tried := unlikeliness(scaled, weights - step))[0] > cost and np.abs(step).max() > 1e-9:
            step = step / 2.0
        weights, (cost, slope, curve) = weights - step, tried
    return weights / spread


def unlikeliness(
    tables: list[tuple[np.ndarray, np.ndarray]], weights: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray]:
    """Return the answers' negative log-likelihood with the ridge, its gradient and its (positive) curvature."""
    cost, slope, curve = RIDGE * weights @ weights / 2.0, RIDGE * weights, RIDGE * np.eye(len(weights))
    for table, right in tables:
        sums = table @ weights
        odds = np.exp(sums - sums.max())
        chance = odds / odds.sum()
        given = np.exp(sums - sums[right].max()) * right
        given = given / given.sum()
        mean = chance @ table
        cost -= np.log(max(chance[right].sum(), 1e-300))
        slope = slope + mean - given @ table
        curve = curve + (table * chance[:, None]).T @ table - np.outer(mean, mean)
    return float(cost), slope, curve


def fit_probability(all_measured: list[Measured], weights: np.ndarray) -> tuple[float, float]:
    """Return slope and level of the logistic that tells answers from the best entries that are none."""
    sums, right = [], []
    for one in all_measured:
        for asked, table in one.asked:
            weighed = table @ weights
            answers = sorted(asked.answers)
            wrong = sorted(set(range(len(table))) - asked.answers, key=lambda place: -weighed[place])[:NEGATIVES]
            sums += [weighed[place] for place in (*answers, *wrong)]
            right += [1.0] * len(answers) + [0.0] * len(wrong)
    x, y = np.array(sums), np.array(right)
    both = np.stack([x, np.ones_like(x)], 1)
    line = np.zeros(2)
    for _step in range(50):
        chance = 1.0 / (1.0 + np.exp(-both @ line))
        curve = (both * (chance * (1.0 - chance))[:, None]).T @ both + 1e-6 * np.eye(2)
        line += np.linalg.solve(curve, both.T @ (y - chance))
    return float(line[0]), float(-line[1] / line[0])


def report(all_measured: list[Measured], weights: np.ndarray, slope: float, level: float) -> None:
    """Print how often an answer stands among the first five, and the best scores of questions without an answer."""
    for one in all_measured:
        hits = [
            bool(asked.answers & set(np.argsort(-(table @ weights))[:5].tolist())) for asked, table in one.asked
            if asked.answers
        ]  # fmt: skip
        print(f"{one.name}: any@5 {np.mean(hits):.3f} of {len(hits)}")
    for kind, wanted in (("answered", True), ("unanswerable", False)):
        best = [
            (table @ weights).max() for one in all_measured for asked, table in one.asked
            if bool(asked.answers) is wanted
        ]  # fmt: skip
        scores = 1.0 / (1.0 + np.exp(-slope * (np.array(best) - level)))
        print(kind, "best score, deciles:", np.quantile(scores, np.linspace(0, 1, 11)).round(3))


def write(weights: np.ndarray, slope: float, level: float) -> None:
    """Write the module that holds the mix."""
    named = ", ".join(f"{field.name}={weight:.3f}" for field, weight in zip(fields(Measures), weights, strict=True))
    (ROOT / "assistant/insight/recall_mix.py").write_text(
        '"""Hold the weights of recall, fitted by `models/training/recall/fit.py`; never edited by hand."""\n\n'
        "from typing import Final\n\nfrom assistant.insight.ranking import Measures, Mix\n\n"
        f"RECALL_MIX: Final = Mix(\n    Measures({named}),\n    slope={slope:.3f},\n    level={level:.3f},\n)\n",
        encoding="utf8",
    )


def main() -> None:
    """Fit, report and write."""
    vectors = Vectors()
    all_measured = [Measured(one, (*one.questions, *unanswerable()), vectors) for one in all_collections()]
    weights = fit_weights(all_measured)
    slope, level = fit_probability(all_measured, weights)
    print({field.name: round(float(weight), 2) for field, weight in zip(fields(Measures), weights, strict=True)})
    report(all_measured, weights, slope, level)
    write(weights, slope, level)


if __name__ == "__main__":
    main()
