"""The words of a review: sentences with slots, from `prompts/review/`, each slot filled by code."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.core.entry import Quotation
from assistant.core.ids import Area, EntryId
from assistant.core.period import Stretch
from assistant.core.review import Dated, Fact, Part, Stated, Topic
from assistant.errors import Unreadable
from assistant.prompts import FrontMatter, load_toml
from assistant.services.drift_words import area_words

_SLOT: Final = re.compile(r"\{(\w+)\}")

Filling = str | int | Dated | Quotation | Stated


class _Words(FrontMatter):
    titles: dict[Topic, str]
    leads: dict[Topic, str]
    nouns: dict[str, tuple[str, str]]
    say: dict[str, str]
    columns: dict[str, str]
    tables: dict[str, str]
    stretches: dict[Stretch, str]
    closing: dict[str, str]
    joining: dict[str, str]
    labels: dict[str, str]

    @model_validator(mode="after")
    def _whole(self) -> _Words:
        missing = [str(name) for name in Topic if name not in self.titles or name not in self.leads]
        missing += [str(name) for name in Stretch if name not in self.stretches]
        if missing:
            raise ValueError(f"nothing to say for {', '.join(missing)}")
        return self


class _Question(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str = Field(min_length=1)
    say: str = Field(pattern=r"\?$")


class _Questions(FrontMatter):
    question: tuple[_Question, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _each_stands_alone(self) -> _Questions:
        kinds = {one.kind for one in self.question}
        alone = {one.kind for one in self.question if not {"quote", "statement"} & set(_SLOT.findall(one.say))}
        if kinds - alone:
            raise ValueError(f"no question without a quotation for {', '.join(sorted(kinds - alone))}")
        return self


@dataclass(frozen=True, slots=True)
class ReviewWords:
    """Everything that a review says beside the person's own words."""

    words: _Words
    questions: tuple[_Question, ...]
    digest: str
    """Of both files: another wording makes another review."""

    def parts(self, name: str, **slots: Filling) -> tuple[Part, ...]:
        """Return a sentence as parts, its slots filled. Raises Unreadable for a name or slot that the file lacks."""
        template = self._said(name)
        made: list[Part] = []
        for place, piece in enumerate(_SLOT.split(template)):
            if place % 2 == 0:
                made.append(piece)
            elif piece not in slots:
                raise Unreadable(f"the review's sentence “{name}” has a slot {{{piece}}} that nothing fills")
            else:
                filling = slots[piece]
                made.append(str(filling) if isinstance(filling, int) else filling)
        return joined(made)

    def fact(
        self,
        name: str,
        /,
        *,
        lines: tuple[Quotation, ...] = (),
        against: bool = False,
        counted: tuple[EntryId, ...] = (),
        **slots: Filling,
    ) -> Fact:
        """Return a sentence about the past with the lines that show it."""
        return Fact(self.parts(name, **slots), lines, against, counted)

    def count(self, noun: str, number: int) -> str:
        """Return a number with its noun: "1 week", "3 weeks"."""
        one, more = self.words.nouns[noun]
        return f"{number} {one if number == 1 else more}"

    def days(self, number: int) -> str:
        """Return a number of days, which may be none."""
        return self.count("day", number) if number else self.words.columns["nothing"]

    def of(self, number: int, whole: int) -> str:
        """Return a number with what it is out of: "3 of 7"."""
        return self.words.columns["of"].format(number=number, whole=whole)

    def among(self, shown: int, days: int) -> str:
        """Return how a sentence leads to its lines: whether they are all, or some."""
        all_of_them, some = self.words.nouns["among"]
        return all_of_them if shown >= days else some

    def asking(self, kind: str) -> list[str]:
        """Return the ways to ask about a kind of fact, in the order of the file."""
        return [one.say for one in self.questions if one.kind == kind]

    def stretch(self, stretch: Stretch) -> str:
        """Return how such a period is called."""
        return self.words.stretches[stretch]

    def _said(self, name: str) -> str:
        if name not in self.words.say:
            raise Unreadable(f"the review has no sentence “{name}”")
        return self.words.say[name]


def load_review_words(prompts: Path) -> ReviewWords:
    """Read the words of the review. Raises Unreadable."""
    folder = prompts / "review"
    words, questions = load_toml(folder / "words.toml", _Words), load_toml(folder / "questions.toml", _Questions)
    told = words.model_dump_json() + questions.model_dump_json()
    return ReviewWords(words, questions.question, hashlib.sha256(told.encode()).hexdigest()[:16])


def joined(parts: list[Part]) -> tuple[Part, ...]:
    """Return the parts with neighbouring words of ours put together, and nothing empty."""
    made: list[Part] = []
    for part in parts:
        if isinstance(part, str) and made and isinstance(made[-1], str):
            made[-1] += part
        elif part != "":
            made.append(part)
    return tuple(made)


def named(area: Area) -> str:
    """Return an area's name as a heading."""
    words = area_words(area)
    return words[:1].upper() + words[1:]
