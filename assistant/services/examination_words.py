"""Say in plain words what an examination found, and what of Lodestar is on with that model."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.core.capability import Capability, Feature, Grade, Grades
from assistant.prompts import FrontMatter, load_toml


class OnOff(BaseModel):
    """What a feature does with a model that may have it, and without."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    on: str
    off: str


class ExaminationWords(FrontMatter):
    """The sentences, by capability and feature."""

    never_examined: str
    capabilities: dict[Capability, str]
    features: dict[Feature, OnOff]


def load_examination_words(prompts: Path) -> ExaminationWords:
    """Read the sentences. Raises Unreadable."""
    return load_toml(prompts / "models" / "words.toml", ExaminationWords)


def report_lines(grades: Grades, words: ExaminationWords) -> list[str]:
    """Return a line for each capability, then one for each feature."""
    marks = [
        f"{_verdict(one)}  {one.right:>2} of {one.asked:<2}  {words.capabilities[one.capability]}"
        for one in grades.grades
    ]
    return [*marks, "", *feature_lines(grades, words)]


def feature_lines(grades: Grades, words: ExaminationWords) -> list[str]:
    """Return what of Lodestar is on, and what is off."""
    said = [
        words.features[feature].on if feature in grades.features else words.features[feature].off for feature in Feature
    ]
    return said if grades.grades else [words.never_examined, *said]


def _verdict(grade: Grade) -> str:
    return "passed" if grade.passed else "failed"
