"""What the code heard in one text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum

from assistant.core.ids import Area
from assistant.core.span import Span


class Distress(IntEnum):
    """How much care a text calls for; a higher value wins."""

    NONE = 0
    CONCERN = 1
    CRISIS = 2

    @property
    def word(self) -> str:
        """The word that the command line prints."""
        return self.name.lower()


class AssumptionKind(StrEnum):
    """The form in which a belief about the world shows itself.

    Source: Burns, Feeling Good (1980), chapter 3, reduced to forms that words alone can show.
    """

    SHOULD = "should"
    GENERALIZATION = "generalization"
    ALL_OR_NOTHING = "all_or_nothing"
    MIND_READING = "mind_reading"
    PREDICTION = "prediction"
    IDENTITY = "identity"
    CAUSAL = "causal"
    OTHER = "other"


class Sign(StrEnum):
    """Whether the effect moves with its cause or against it."""

    SAME = "+"
    OPPOSITE = "-"


class DialogueAct(StrEnum):
    """What a message does in a conversation, beyond what it tells."""

    FEELING = "feeling"
    ADVICE_REQUEST = "advice_request"
    VERDICT_REQUEST = "verdict_request"
    PUSHBACK = "pushback"
    OBJECTION = "objection"
    NEW_EVIDENCE = "new_evidence"
    GOODBYE = "goodbye"
    OFF_TOPIC = "off_topic"
    REDIRECT = "redirect"
    ABOUT_PROGRAM = "about_program"
    OTHER_LANGUAGE = "other_language"
    THIN = "thin"
    GOOD_NEWS = "good_news"
    DECISION = "decision"
    INSIGHT = "insight"


@dataclass(frozen=True, slots=True)
class Assumption:
    """A stretch of a text that states how the person takes the world to be."""

    span: Span
    kind: AssumptionKind
    confidence: float


@dataclass(frozen=True, slots=True)
class Promise:
    """A stretch of a text in which the person commits to something."""

    span: Span
    what: str = field(repr=False)
    due: date | None
    due_words: str | None = field(repr=False)
    confidence: float


@dataclass(frozen=True, slots=True)
class AreaScore:
    """How much a text is about one area, in [0, 1]."""

    area: Area
    score: float


@dataclass(frozen=True, slots=True)
class Link:
    """A stated cause and effect, in the person's words."""

    span: Span
    cause: str = field(repr=False)
    effect: str = field(repr=False)
    sign: Sign
    confidence: float


@dataclass(frozen=True, slots=True)
class Feeling:
    """A feeling that the person named or showed."""

    span: Span
    word: str = field(repr=False)
    strength: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What the code heard in one text: every span is exact to the character."""

    distress: Distress = Distress.NONE
    assumptions: tuple[Assumption, ...] = ()
    promises: tuple[Promise, ...] = ()
    areas: tuple[AreaScore, ...] = ()
    links: tuple[Link, ...] = ()
    feelings: tuple[Feeling, ...] = ()
