"""Read the words of the coach from `prompts/`: the question bank, the asides and the prompt for the language model."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.coaching.asides import Aside, Asides
from assistant.coaching.bank import ANY, Bank, BankQuestion
from assistant.coaching.composer import Words
from assistant.coaching.plan import Occasion
from assistant.core.dialogue import QuestionType
from assistant.prompts import FrontMatter, load_markdown, load_toml


class _Group(BaseModel):
    """Questions that share a type and what they stand on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: QuestionType | Literal["none"]
    handles: tuple[str, ...] = (ANY,)
    occasions: tuple[Occasion, ...] = (Occasion.ORDINARY,)
    depths: tuple[int, ...] = (1, 2, 3)
    areas: tuple[str, ...] = ()
    questions: tuple[str, ...] = Field(min_length=1)


class _QuestionFile(FrontMatter):
    """One file of the question bank."""

    group: tuple[_Group, ...] = Field(min_length=1)


class _AsideFile(FrontMatter):
    """One file of asides: situation, and what may be said in it."""

    say: dict[str, tuple[str, ...]]


def load_coach_words(prompts: Path) -> Words:
    """Read and check all words of the coach. Raises Unreadable naming file, line and reason."""
    questions = [q for path in sorted((prompts / "questions").glob("*.toml")) for q in _questions(path)]
    asides = [a for path in sorted((prompts / "asides").glob("*.toml")) for a in _asides(path)]
    _, prompt = load_markdown(prompts / "templates" / "coach.md", FrontMatter)
    return Words(Bank(questions), Asides(asides), prompt)


def _questions(path: Path) -> list[BankQuestion]:
    found, numbers = [], dict[str, int]()
    for group in load_toml(path, _QuestionFile).group:
        question_type = None if group.type == "none" else group.type
        for template in group.questions:
            prefix = f"{path.stem}/{group.type}/{group.occasions[0]}"
            numbers[prefix] = numbers.get(prefix, 0) + 1
            found.append(
                BankQuestion.written(
                    f"{prefix}/{numbers[prefix]}", template, question_type, group.handles,
                    occasions=frozenset(group.occasions), depths=frozenset(group.depths), areas=frozenset(group.areas),
                )  # fmt: skip
            )
    return found


def _asides(path: Path) -> list[Aside]:
    return [
        Aside(f"{path.stem}/{situation}/{number}", template, situation)
        for situation, templates in load_toml(path, _AsideFile).say.items()
        for number, template in enumerate(templates, 1)
    ]
