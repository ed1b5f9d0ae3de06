"""Fit how often readers let each question of the bank stand, whatever phrase it was put to.

    python models/training/voice/worth.py [--write]

A question is worth the share of its grades (`judged/*-bank*.tsv`) that are good less half of those that make no sense,
as a ridge regression sees it that knows the question and its words in ones, twos and threes: what few read is drawn
towards what its words promise. To know the kind of phrase too would make 0.02 more of the first choices within a talk
good, for a table of 13,000 lines, and is left out. It is told beside the mean of all grades and that of its type of
question, half of each: the arc of a talk chooses the type.
Prints how good the first choice is on people left out; `--write` writes `prompts/worth/questions.toml`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import Ridge

ROOT = Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from written import JUDGED, TEXT, BankGrade, bank_grades_in, messages_in  # noqa: E402

from assistant.services.coach_words import load_coach_words  # noqa: E402

WORTH = ROOT / "prompts" / "worth" / "questions.toml"
FOLDS, SEED = 5, 7
RIDGE = 80.0
SEEN_LEAST = 3
_WORD = re.compile(r"[\w{}'“”]+")


def value(grade: int) -> float:
    """Return what a grade is worth: nonsense is worse than dullness."""
    return float(grade >= 2) - 0.5 * (grade == 0)


def marks_of(template: str) -> set[str]:
    """Return what is known of a question: itself, and its words in ones, twos and threes."""
    words = ["^", *(word.lower() for word in _WORD.findall(template)), "$"]
    return {template, *(" ".join(words[at : at + n]) for n in (1, 2, 3) for at in range(len(words) - n + 1))}


def worth_of(grades: Iterable[BankGrade], templates: Iterable[str]) -> dict[str, float]:
    """Return the worth of every template, from those that were read."""
    rows = [(value(grade), marks_of(template)) for grade, template, _, _ in grades]
    seen = Counter(mark for _, marks in rows for mark in marks)
    columns = DictVectorizer()
    kept = columns.fit_transform([{mark: 1.0 for mark in marks if seen[mark] >= SEEN_LEAST} for _, marks in rows])
    ridge = Ridge(RIDGE, solver="sparse_cg", tol=1e-4).fit(kept, [one for one, _ in rows])
    wanted = sorted({*templates})
    expected = ridge.predict(columns.transform([dict.fromkeys(marks_of(one), 1.0) for one in wanted]))
    return {one: float(worth) for one, worth in zip(wanted, expected, strict=True)}


def beside_its_type(worth: dict[str, float], grades: Iterable[BankGrade], types: Mapping[str, str]) -> dict[str, float]:
    """Return the worth of every template above the mean of all grades and that of its type, half of each."""
    of_type = defaultdict[str, list[float]](list)
    for grade, template, _, _ in grades:
        of_type[types.get(template, "")].append(value(grade))
    everything = float(np.mean([one for values in of_type.values() for one in values]))
    usual = {name: (everything + float(np.mean(values))) / 2 for name, values in of_type.items()}
    return {template: one - usual.get(types.get(template, ""), everything) for template, one in worth.items()}


def by_first_choice(grades: list[BankGrade]) -> tuple[float, float]:
    """Return how often the choice by worth alone is good, and makes no sense, on people that it was not fitted on."""
    who = {message.text: message.writer for message in messages_in()}
    people = sorted({who[one[3]] for one in grades})
    fold = {one: place % FOLDS for place, one in enumerate(np.random.default_rng(SEED).permutation(people))}
    chosen = list[int]()
    for left_out in range(FOLDS):
        worth = worth_of([one for one in grades if fold[who[one[3]]] != left_out], {one[1] for one in grades})
        there = defaultdict[str, list[BankGrade]](list)
        for one in grades:
            if fold[who[one[3]]] == left_out:
                there[one[3]].append(one)
        chosen += [max(choices, key=lambda one: worth[one[1]])[0] for choices in there.values() if len(choices) > 2]
    return float(np.mean([grade >= 2 for grade in chosen])), float(np.mean([grade == 0 for grade in chosen]))


def graded() -> list[BankGrade]:
    """Return all grades."""
    return list(bank_grades_in(TEXT.parent / JUDGED))


def table() -> dict[str, float]:
    """Return the worth of every question of the bank, beside its type."""
    grades = graded()
    types = {one.template: str(one.question_type or "") for one in load_coach_words(ROOT / "prompts").bank.questions}
    return beside_its_type(worth_of(grades, types), grades, types)


def written_out(worth: Mapping[str, float], grades: int) -> str:
    """Return the file that the program reads."""
    said = [
        "version = 1",
        f'source = "Fitted by models/training/voice/worth.py on {grades:,} grades of readers."',
        "\n[worth]",
    ]
    quoted = {template: template.replace("\\", "\\\\").replace('"', '\\"') for template in worth}
    return "\n".join([*said, *(f'"{quoted[one]}" = {worth[one]:.2f}' for one in sorted(worth))]) + "\n"


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
