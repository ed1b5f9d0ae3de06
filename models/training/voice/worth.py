"""Fit how often readers let each question of the bank stand, whatever phrase it was put to.

    python models/training/voice/worth.py [--write]

`judged/04-bank.tsv` has a line for each grade: 0 for no sense, 1 poor, 2 good, 3 very good; the question's template,
the wording and the message. A question is worth the share of its grades that are good less half of those that make no
sense, drawn towards what its words promise where few read it: a ridge regression on the words of all templates. It is
told beside the mean of all grades and that of its type of question, half of each: the arc of a talk chooses the type.
Prints how good the first choice is on messages left out; `--write` writes `prompts/worth/questions.toml`.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import Ridge

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from assistant.services.coach_words import load_coach_words  # noqa: E402

GRADED = Path(__file__).parent / "judged" / "04-bank.tsv"
WORTH = ROOT / "prompts" / "worth" / "questions.toml"
FOLDS, SEED = 5, 7
AS_MANY_AS = 5.0
"""Grades that what its words promise weighs as much as."""
RIDGE = 20.0

Grade = tuple[int, str, str, str]


def value(grade: int) -> float:
    """Return what a grade is worth: nonsense is worse than dullness."""
    return float(grade >= 2) - 0.5 * (grade == 0)


def worth_of(grades: Iterable[Grade], templates: Iterable[str]) -> dict[str, float]:
    """Return the worth of every template, from those that were read."""
    read = defaultdict[str, list[float]](list)
    for grade, template, _, _ in grades:
        read[template].append(value(grade))
    words = CountVectorizer(token_pattern=r"[\w{}'“”]+", ngram_range=(1, 2), binary=True)
    seen = sorted(read)
    counts = words.fit_transform(seen)
    promise = Ridge(RIDGE).fit(
        counts, [np.mean(read[one]) for one in seen], sample_weight=[len(read[one]) for one in seen]
    )
    wanted = sorted({*templates})
    expected = promise.predict(words.transform(wanted))
    return {
        one: (sum(read.get(one, [])) + AS_MANY_AS * float(before)) / (len(read.get(one, [])) + AS_MANY_AS)
        for one, before in zip(wanted, expected, strict=True)
    }


def beside_its_type(worth: dict[str, float], grades: Iterable[Grade], types: Mapping[str, str]) -> dict[str, float]:
    """Return the worth of every template above the mean of all grades and that of its type, half of each."""
    of_type = defaultdict[str, list[float]](list)
    for grade, template, _, _ in grades:
        of_type[types.get(template, "")].append(value(grade))
    everything = float(np.mean([one for values in of_type.values() for one in values]))
    usual = {name: (everything + float(np.mean(values))) / 2 for name, values in of_type.items()}
    return {template: one - usual.get(types.get(template, ""), everything) for template, one in worth.items()}


def by_first_choice(grades: list[Grade]) -> tuple[float, float]:
    """Return how often the choice by worth alone is good, and makes no sense, on messages that it was not fitted on."""
    messages = sorted({message for *_, message in grades})
    fold = {one: place % FOLDS for place, one in enumerate(np.random.default_rng(SEED).permutation(messages))}
    chosen = list[int]()
    for left_out in range(FOLDS):
        worth = worth_of([one for one in grades if fold[one[3]] != left_out], {one[1] for one in grades})
        there = defaultdict[str, list[Grade]](list)
        for one in grades:
            if fold[one[3]] == left_out:
                there[one[3]].append(one)
        chosen += [max(choices, key=lambda one: worth[one[1]])[0] for choices in there.values() if len(choices) > 2]
    return float(np.mean([grade >= 2 for grade in chosen])), float(np.mean([grade == 0 for grade in chosen]))


def written_out(worth: dict[str, float], grades: int) -> str:
    """Return the file that the program reads."""
    said = [
        "version = 1",
        f'source = "Fitted by models/training/voice/worth.py on {grades:,} grades of readers."',
        "\n[worth]",
    ]
    quoted = {template: template.replace("\\", "\\\\").replace('"', '\\"') for template in worth}
    return "\n".join([*said, *(f'"{quoted[one]}" = {worth[one]:.2f}' for one in sorted(worth))]) + "\n"


def graded() -> list[Grade]:
    """Return all grades: grade, template, wording and message."""
    with GRADED.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(int(grade), template, wording, message) for grade, template, wording, message in rows]


def table() -> dict[str, float]:
    """Return the worth of every question of the bank, beside its type."""
    grades = graded()
    types = {one.template: str(one.question_type or "") for one in load_coach_words(ROOT / "prompts").bank.questions}
    return beside_its_type(worth_of(grades, types), grades, types)


def main() -> None:
    """Fit, measure, and write the table where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    grades = graded()
    good, senseless = by_first_choice(grades)
    everywhere = float(np.mean([one[0] >= 2 for one in grades]))
    print(
        f"{len(grades)} grades, {everywhere:.3f} good; the first choice by worth {good:.3f}, {senseless:.3f} senseless"
    )
    if given.write:
        WORTH.write_text(written_out(table(), len(grades)), "utf-8")
        print(f"written: {WORTH}")


if __name__ == "__main__":
    main()
