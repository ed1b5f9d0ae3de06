"""What the coach has decided to do in a turn, and why, as values that can be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.coaching.handle import Handle
from assistant.core.dialogue import Move, QuestionType


class Occasion(StrEnum):
    """What kind of turn this is; it decides which words may be used before anything else does."""

    ORDINARY = "ordinary"
    THIN = "thin"
    ANSWER = "answer"
    """A few words in answer to the question before: they say little alone, and much beside what was asked."""
    GOOD_NEWS = "good_news"
    FEELING = "feeling"
    INSIGHT = "insight"
    DECISION = "decision"
    MAYBE = "maybe"
    """Something they might do: a possibility, not yet a promise."""
    ADVICE = "advice"
    VERDICT = "verdict"
    OPINION = "opinion"
    """Asked what most people do, or what it would do itself."""
    BAD_QUESTION = "bad_question"
    TOO_MANY_QUESTIONS = "too_many_questions"
    DECLINED = "declined"
    OBJECTION = "objection"
    CHALLENGE = "challenge"
    """Asked to be challenged."""
    NEW_EVIDENCE = "new_evidence"
    LEAVE_IT = "leave_it"
    SIDE_BY_SIDE = "side_by_side"
    """Two of their own sentences that do not go together."""
    LAST_STEP = "last_step"
    """The first turn after a session that ended with a step."""
    CONCERN = "concern"
    """Slower and without challenge."""
    GENTLY = "gently"
    """An ordinary turn of a sitting in which there was a sign of danger: a plain question, and no model words it."""
    ABOUT_PROGRAM = "about_program"
    CLAIMED = "claimed"
    """The person says that the program said or advised something."""
    PAST_ENTRY = "past_entry"
    INVENT = "invent"
    """Asked to make up words of theirs."""
    GOODBYE = "goodbye"
    OFF_TOPIC = "off_topic"
    REDIRECT = "redirect"
    OTHER_LANGUAGE = "other_language"


OPENS_PLAINLY = frozenset(
    {
        Occasion.ORDINARY,
        Occasion.ANSWER,
        Occasion.FEELING,
        Occasion.INSIGHT,
        Occasion.MAYBE,
        Occasion.SIDE_BY_SIDE,
        Occasion.CHALLENGE,
        Occasion.DECISION,
        Occasion.NEW_EVIDENCE,
        Occasion.GOOD_NEWS,
        Occasion.GENTLY,
    }
)
"""Kinds of turn whose questions open with nothing of our own: a complaint beside one is owned in a line before it."""
OPENS_WITH_OURS = frozenset({Occasion.ADVICE, Occasion.VERDICT, Occasion.CLAIMED, Occasion.DECLINED})
"""Kinds that are answered with a line of our own: it stands for the owning too, and only the rest is asked about."""


MOVE_OF = {
    QuestionType.CLARIFICATION: Move.CLARIFY,
    QuestionType.ASSUMPTIONS: Move.ASSUMPTION,
    QuestionType.EVIDENCE: Move.EVIDENCE,
    QuestionType.VIEWPOINTS: Move.VIEWPOINT,
    QuestionType.IMPLICATIONS: Move.IMPLICATION,
    QuestionType.META: Move.META,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for what was planned, for a screen to word: a name and the words or figures it rests on."""

    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to take the turn: stand on this phrase, ask in this way."""

    handle: Handle
    question_type: QuestionType
    score: float


@dataclass(frozen=True, slots=True)
class Plan:
    """The move of one turn before it has words."""

    occasion: Occasion
    move: Move
    options: tuple[Option, ...]
    """Ways to take the turn, best first; empty where the turn asks nothing about a phrase."""
    reasons: tuple[Reason, ...]
    depth: int = 1
    """How far into the session this turn is: 1 opens, 2 goes on, 3 looks to what follows."""
    led: str = ""
    """Which asides own a poor question in a few words, before the next one is asked."""
    may_rest: bool = False
    """A turn that may ask nothing."""
    areas: frozenset[str] = frozenset()
    """The areas of life that the message is plainly about."""
    stems: frozenset[str] = frozenset()
    """What the message is about, as stems: a question that names some of it fits no other message."""
    about: Mapping[str, float] = field(default_factory=dict)
    """Those stems, each with the chance that the message is about it."""
    comes_back_to: str | None = None
    """What a long first message comes back to; a question that names nothing of its matter says so first."""

    @property
    def mends(self) -> bool:
        """Whether the last question missed."""
        return bool(self.led) or self.occasion in (Occasion.BAD_QUESTION, Occasion.OBJECTION)

    @property
    def question_type(self) -> QuestionType | None:
        """The type asked for, where one is."""
        return self.options[0].question_type if self.options else None

    @property
    def target(self) -> Handle | None:
        """The phrase that the turn stands on, where there is one."""
        return self.options[0].handle if self.options else None
