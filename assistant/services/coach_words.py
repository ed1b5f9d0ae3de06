"""Read the words of the coach from `prompts/`: the question bank, the asides and the prompt for the language model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.coaching.asides import Aside, Asides
from assistant.coaching.bank import ANY, Bank, BankQuestion
from assistant.coaching.composer import Words
from assistant.coaching.plan import Occasion
from assistant.coaching.prompt import Example, PromptForm, TaughtForm
from assistant.core.dialogue import QuestionType
from assistant.prompts import FrontMatter, load_toml


class _Group(BaseModel):
    """Questions that stand on the same kinds of phrase, by type; `plain` ones are whole replies of no type."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    handles: tuple[str, ...] = (ANY,)
    occasions: tuple[Occasion, ...] = (Occasion.ORDINARY,)
    depths: tuple[int, ...] = (1, 2, 3)
    areas: tuple[str, ...] = ()
    clarification: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    viewpoints: tuple[str, ...] = ()
    implications: tuple[str, ...] = ()
    meta: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()

    def questions(self) -> Iterator[tuple[QuestionType | None, str]]:
        """Yield every question with its type, in the order of the file."""
        for question_type in QuestionType:
            yield from ((question_type, template) for template in getattr(self, question_type.value))
        yield from ((None, template) for template in self.plain)


class _QuestionFile(FrontMatter):
    """One file of the question bank."""

    group: tuple[_Group, ...] = Field(min_length=1)


class _WorthFile(FrontMatter):
    """By how much readers let each question of the bank stand more often than others of its type."""

    worth: dict[str, float]


class _AsideFile(FrontMatter):
    """One file of asides: situation, and what may be said in it."""

    say: dict[str, tuple[str, ...]]


class _Example(BaseModel):
    """One turn as it should go."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    said: str
    about: str
    kind: QuestionType
    asked: str


class _Taught(BaseModel):
    """What an adapter is taught to answer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    system: str
    answering: str


class _PromptFile(FrontMatter):
    """What a language model is told."""

    system: str
    turn: str
    other_language: str
    kinds: dict[QuestionType, str]
    taught: _Taught
    example: tuple[_Example, ...]


def load_coach_words(prompts: Path) -> Words:
    """Read and check all words of the coach. Raises Unreadable naming file, line and reason."""
    worth = load_toml(prompts / "worth" / "questions.toml", _WorthFile).worth
    questions = [q for path in sorted((prompts / "questions").glob("*.toml")) for q in _questions(path, worth)]
    asides = [a for path in sorted((prompts / "asides").glob("*.toml")) for a in _asides(path)]
    return Words(Bank(questions), Asides(asides), load_prompt_form(prompts / "templates" / "coach.toml"))


def load_prompt_form(path: Path) -> PromptForm:
    """Read what a language model is told. Raises Unreadable naming file, line and reason."""
    form = load_toml(path, _PromptFile)
    taught = TaughtForm(form.taught.system, form.taught.answering)
    examples = tuple(Example(one.said, one.about, one.kind, one.asked) for one in form.example)
    return PromptForm(form.system, form.turn, dict(form.kinds), examples, form.other_language, taught)


def _questions(path: Path, worth: Mapping[str, float]) -> list[BankQuestion]:
    found, numbers = [], dict[str, int]()
    for group in load_toml(path, _QuestionFile).group:
        for question_type, template in group.questions():
            prefix = f"{path.stem}/{group.handles[0]}/{question_type or 'plain'}"
            numbers[prefix] = numbers.get(prefix, 0) + 1
            place = f"{prefix}/{numbers[prefix]}"
            found.append(
                BankQuestion.written(
                    place,
                    template,
                    question_type,
                    group.handles,
                    occasions=frozenset(group.occasions),
                    depths=frozenset(group.depths),
                    areas=frozenset(group.areas),
                    worth=worth.get(template, 0.0),
                )
            )
    return found


def _asides(path: Path) -> list[Aside]:
    return [
        Aside(f"{path.stem}/{situation}/{number}", template, situation)
        for situation, templates in load_toml(path, _AsideFile).say.items()
        for number, template in enumerate(templates, 1)
    ]
