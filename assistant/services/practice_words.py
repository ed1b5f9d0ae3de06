"""Read practices from `prompts/practices/` and from the person's own folder, each checked before it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, model_validator

from assistant.coaching.practice import Complete, Discipline, Practice, RecordForm, Step, StepQuestion
from assistant.core.dialogue import QuestionType
from assistant.errors import Unreadable
from assistant.insight.archetypes import Archetype
from assistant.prompts import FrontMatter, Misplaced, load_markdown, load_toml

OWN_FOLDER: Final = "practices"
"""The folder inside the vault's where a person puts practices of their own."""

SLOTS: Final = frozenset(
    {
        "quote",
        "area",
        "vision",
        "vision_date",
        "vision_then",
        "vision_then_date",
        "reality",
        "rating",
        "purpose",
        "belief",
        "step",
        "each",
        "shared",
        "first",
        "archetype",
        "story",
        "links",
    }
)
"""What a question may be filled with; a question whose slot has nothing in it is passed over."""

NEEDED: Final[dict[RecordForm, frozenset[str]]] = {
    RecordForm.WORKSHEET: frozenset(),
    RecordForm.PURPOSE: frozenset({"purpose"}),
    RecordForm.VISION: frozenset({"area", "vision"}),
    RecordForm.REALITY: frozenset({"area", "reality", "rating"}),
    RecordForm.STRENGTH: frozenset({"strength"}),
    RecordForm.WEAKNESS: frozenset({"weakness"}),
    RecordForm.FEEDBACK: frozenset({"told_by", "area", "feedback"}),
    RecordForm.COMMITMENT: frozenset({"what"}),
    RecordForm.BELIEF: frozenset({"belief"}),
    RecordForm.SHARED_VISION: frozenset({"group", "area", "shared"}),
    RecordForm.CONVERSATION_PLAN: frozenset({"with_whom", "wanted", "advocacy", "inquiry", "unseen"}),
    RecordForm.LOOP: frozenset({"link"}),
}
"""Which steps a practice must have to make a record of a form."""

_SLOT: Final = re.compile(r"\{(\w*)\}")
_NAME: Final = re.compile(r"[a-z][a-z0-9_-]*")


class _Question(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    type: QuestionType
    say: str = Field(min_length=1)

    @model_validator(mode="after")
    def _asks(self) -> _Question:
        if not self.say.rstrip().endswith("?"):
            raise Misplaced("a question ends with a question mark", "say")
        return self


class _Step(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str = Field(min_length=1)
    draws_out: str = Field(min_length=1)
    complete: Complete = Complete.WORDS
    least_words: int = Field(default=1, ge=1, le=50)
    each: str = ""
    lowered: tuple[str, ...] = ()
    needs: str = ""
    spoken: bool = False
    ask: tuple[_Question, ...] = Field(min_length=1)
    more: tuple[_Question, ...] = ()


class _Front(FrontMatter):
    title: str = Field(min_length=1)
    discipline: Discipline
    purpose: str = Field(min_length=1)
    records: tuple[RecordForm, ...] = Field(min_length=1)
    closes: str = Field(min_length=1)
    again: str = ""
    page: tuple[str, ...] = ()
    step: tuple[_Step, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _steps_fit(self) -> _Front:
        names = [step.name for step in self.step]
        for at, step in enumerate(self.step):
            _check_step(step, at, names[:at])
        if unknown := sorted(set(_SLOT.findall(self.again)) - {"area"}):
            raise Misplaced(f"no such slot in “again”: {', '.join(unknown)}; there is area", "again")
        if unknown := sorted(set(self.page) - set(names)):
            raise Misplaced(f"no such step for the page: {', '.join(unknown)}", "page")
        for form in self.records:
            missing = sorted(NEEDED[form] - set(names))
            if missing:
                raise Misplaced(f"a record “{form}” needs the steps {', '.join(missing)}", "records")
        return self


def _check_step(step: _Step, at: int, earlier: list[str]) -> None:
    """Refuse a step that names what cannot be known by then. Raises Misplaced."""
    if step.name in earlier:
        raise Misplaced("two steps have one name", "step", at, "name")
    if step.each and step.each not in earlier:
        raise Misplaced(
            f"step {step.name} is asked for each “{step.each}”, which is no earlier step", "step", at, "each"
        )
    if step.lowered and (len(step.lowered) != 2 or set(step.lowered) - set(earlier) - SLOTS):
        raise Misplaced(f"step {step.name}: “lowered” names two earlier steps", "step", at, "lowered")
    if step.needs and step.needs not in SLOTS:
        raise Misplaced(f"step {step.name} needs “{step.needs}”, which nothing fills", "step", at, "needs")
    known = SLOTS | set(earlier)
    for kind, questions in (("ask", step.ask), ("more", step.more)):
        for number, question in enumerate(questions):
            if unknown := sorted(set(_SLOT.findall(question.say)) - known):
                there = ", ".join(sorted(known))
                reason = f"step {step.name}: no such slot: {', '.join(unknown)}; there are {there}"
                raise Misplaced(reason, "step", at, kind, number, "say")
    if not step.needs and all(_SLOT.findall(question.say) for question in step.ask):
        reason = f"step {step.name}: one question must be askable with nothing known, without any slot"
        raise Misplaced(reason, "step", at, "ask", 0, "say")


class Sayings(FrontMatter):
    """What is said around the questions of a practice: offers of records by their form, and single lines."""

    offer: dict[RecordForm, str]
    say: dict[str, str]
    story: dict[Archetype, str]
    more: tuple[_Question, ...] = ()

    @property
    def more_questions(self) -> tuple[StepQuestion, ...]:
        """How to ask for one more of several, after a step's own ways are used up."""
        return tuple(StepQuestion(one.type, one.say) for one in self.more)

    @model_validator(mode="after")
    def _whole(self) -> Sayings:
        missing = set(RecordForm) - self.offer.keys() | _SAID - self.say.keys() | set(Archetype) - self.story.keys()
        if missing:
            raise ValueError(f"nothing to say for {', '.join(sorted(missing))}")
        return self


_SAID: Final = frozenset(
    {
        "kept",
        "kept_as",
        "not_kept",
        "could_not",
        "left",
        "resumed",
        "nothing_more",
        "again",
        "follow_up",
        "unclear",
        "unclear_page",
        "unclear_loop",
        "meant",
        "nothing_kept",
        "message",
    }
)


def load_sayings(prompts: Path) -> Sayings:
    """Read what is said around practices. Raises Unreadable."""
    return load_toml(prompts / "templates" / "practice.toml", Sayings)


@dataclass(frozen=True, slots=True)
class Practices:
    """All practices by name, and what was wrong with the files that were refused."""

    all: dict[str, Practice]
    refused: tuple[Unreadable, ...] = ()


def load_practices(prompts: Path, own: Path | None = None) -> Practices:
    """Read the practices that ship and the person's own; a broken one is refused and the others work.

    Raises Unreadable for a broken one that ships: that is our mistake, not theirs.
    """
    found = {practice.name: practice for practice in map(load_practice, _files(prompts / OWN_FOLDER))}
    refused = []
    for path in _files(own) if own else ():
        try:
            practice = load_practice(path, own=True)
            if practice.name in found and not found[practice.name].own:
                raise Unreadable(f"{path}: “{practice.name}” is the name of a practice that ships", source=str(path))
            found[practice.name] = practice
        except Unreadable as error:
            refused.append(error)
    return Practices(found, tuple(refused))


def load_practice(path: Path, *, own: bool = False) -> Practice:
    """Read one practice; its name is the file's. Raises Unreadable with file, line and reason."""
    if not _NAME.fullmatch(path.stem):
        raise Unreadable(f"{path}: a practice's file is named in small letters, digits and hyphens", source=str(path))
    front, about = load_markdown(path, _Front)
    return Practice(
        path.stem, front.title, front.discipline, front.purpose, front.source,
        tuple(_step(step) for step in front.step), front.records, front.closes, front.again, front.page,
        about, own,
    )  # fmt: skip


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(path for path in folder.glob("*.md") if path.name != "README.md")


def _step(step: _Step) -> Step:
    asks, more = (tuple(StepQuestion(one.type, one.say) for one in kind) for kind in (step.ask, step.more))
    return Step(
        step.name, step.title, step.draws_out, step.complete, asks, more, step.least_words, step.each, step.lowered,
        step.needs, step.spoken,
    )  # fmt: skip
