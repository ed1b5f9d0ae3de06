"""A practice as values: a guided conversation of steps that ends in records the person owns."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from assistant.core.dialogue import QuestionType
from assistant.core.ids import EntryId

STATE_NAME = "practice"
"""Under this name the session store keeps how far a practice has come."""


class Discipline(StrEnum):
    """The five disciplines. Source: Senge, The Fifth Discipline (1990)."""

    PERSONAL_MASTERY = "personal mastery"
    MENTAL_MODELS = "mental models"
    SHARED_VISION = "shared vision"
    TEAM_LEARNING = "team learning"
    SYSTEMS_THINKING = "systems thinking"


class Complete(StrEnum):
    """When the answer to a step is enough."""

    WORDS = "words"
    """It has at least so many words."""
    RATING = "rating"
    """It holds a whole number from 0 to 10."""
    AREA = "area"
    """It names an area of life, one of the seven or their own."""
    DUE = "due"
    """It names a day, or says that there is none."""
    SEVERAL = "several"
    """One thing an answer, until they say that this is all."""
    REPEATS = "repeats"
    """Asked again of each answer, until an answer says again what one before it said."""
    LINK = "link"
    """One cause and its effect an answer, until they say that this is all."""


class RecordForm(StrEnum):
    """What a practice can leave behind."""

    WORKSHEET = "worksheet"
    PURPOSE = "purpose"
    VISION = "vision"
    REALITY = "reality"
    STRENGTH = "strength"
    WEAKNESS = "weakness"
    FEEDBACK = "feedback"
    COMMITMENT = "commitment"
    BELIEF = "belief"
    SHARED_VISION = "shared_vision"
    CONVERSATION_PLAN = "conversation_plan"
    LOOP = "loop"


@dataclass(frozen=True, slots=True)
class StepQuestion:
    """One way to ask for what a step draws out."""

    question_type: QuestionType
    template: str
    """May hold `{quote}`, their last words, and the names of what is known: `{area}`, `{vision}`, `{reality}`, …"""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to draw out."""

    name: str
    title: str
    draws_out: str
    complete: Complete
    asks: tuple[StepQuestion, ...]
    more: tuple[StepQuestion, ...] = ()
    """How to ask again where an answer is not enough yet, or for one more of several."""
    least_words: int = 1
    each: str = ""
    """Asked once for every answer that the step of this name was given."""
    lowered: tuple[str, ...] = ()
    """Two earlier steps, or something known before and a step: asked only where the second wants less than the first,
    and once a round."""
    needs: str = ""
    """What must be known for it to be asked at all, by the name of its slot."""
    spoken: bool = False
    """It is answered with what is said or thought in so many words: a question or a request in it is no aside."""


@dataclass(frozen=True, slots=True)
class Practice:
    """A guided conversation."""

    name: str
    title: str
    discipline: Discipline
    purpose: str
    source: str
    steps: tuple[Step, ...]
    records: tuple[RecordForm, ...]
    closes: str
    """What is said when it is done."""
    again: str = ""
    """Asks for another round, where a practice has rounds; empty where it has one."""
    page: tuple[str, ...] = ()
    """The steps whose answers, and nothing else, stand on the page that is written for others."""
    about: str = ""
    """The page that explains it, Markdown."""
    own: bool = False
    """The person's own, from the vault's folder."""


@dataclass(frozen=True, slots=True)
class StepAnswer:
    """What the person said to one step, word for word, and where it is kept."""

    step: str
    text: str
    entry: EntryId
    round: int = 0
    of: str = ""
    """Which of several it is about, for a step that is asked for each."""


class Stage(StrEnum):
    """Where in a practice the conversation is."""

    NEW = "new"
    ASKING = "asking"
    OFFERED = "offered"
    """A record is offered, and waits for a yes, a no or other words."""
    AGAIN = "again"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class PracticeState:
    """How far one run has come; it survives leaving as JSON."""

    practice: str
    stage: Stage = Stage.NEW
    step: int = 0
    place: int = 0
    """Which of several a step that is asked for each is at."""
    tries: int = 0
    """How often the step was asked again."""
    round: int = 0
    answers: tuple[StepAnswer, ...] = ()
    skipped: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    """Records that wait to be offered, each as `form` and number of the answer it stands on, `form:number`."""
    asked: tuple[str, ...] = ()
    """Ways in which what is asked just now was asked already."""
    kept: int = 0
    """How many records this run has left."""
    unclear: bool = False
    """What was said to the record that is offered was no yes, no no, and no wording of it."""
    left: bool = False
    """The person went away in the middle; it goes on where it was."""

    def after(self, **changes: object) -> PracticeState:
        """Return the state with some of it changed."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def given(self, step: str) -> tuple[StepAnswer, ...]:
        """Return what was answered to a step in this round."""
        return tuple(answer for answer in self.answers if answer.step == step and answer.round == self.round)

    def to_json(self) -> str:
        """Write it down."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> PracticeState:
        """Read it back. Raises ValueError for what is not such a state."""
        kept = json.loads(text)
        if not isinstance(kept, dict) or not isinstance(kept.get("practice"), str):
            raise ValueError("no state of a practice")
        known = {field.name for field in fields(cls)}
        state: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in kept.items() if name in known
        }
        state["stage"] = Stage(state.get("stage", Stage.NEW))
        state["answers"] = tuple(StepAnswer(**answer) for answer in state.get("answers", ()))
        return cls(**state)
