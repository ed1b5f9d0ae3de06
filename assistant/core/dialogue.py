"""A conversation with the coach: moves, question types, turns and replies."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from assistant.core.entry import Quotation
from assistant.core.ids import EntryId, SessionId


class Move(StrEnum):
    """What the coach does in a turn."""

    OPEN = "open"
    CLARIFY = "clarify"
    ASSUMPTION = "assumption"
    EVIDENCE = "evidence"
    VIEWPOINT = "viewpoint"
    IMPLICATION = "implication"
    META = "meta"
    REFLECT = "reflect"
    REMEMBER = "remember"
    TENSION = "tension"
    COMMIT = "commit"
    CLOSE = "close"
    CARE = "care"
    ASIDE = "aside"


class QuestionType(StrEnum):
    """The six types of Socratic question.

    Source: Paul and Elder, The Thinker's Guide to the Art of Socratic Questioning (2006).
    """

    CLARIFICATION = "clarification"
    ASSUMPTIONS = "assumptions"
    EVIDENCE = "evidence"
    VIEWPOINTS = "viewpoints"
    IMPLICATIONS = "implications"
    META = "meta"


class VoiceName(StrEnum):
    """Who worded a reply."""

    MODEL = "model"
    BANK = "bank"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the coach says in one turn: made whole and checked before anyone sees it."""

    text: str
    move: Move
    voice: VoiceName
    question: str | None = None
    """The question within `text`, to the character; None where the turn asks nothing."""
    question_type: QuestionType | None = None
    memory: Quotation | None = None
    """A remembered line shown beside the text, never part of it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What the person said and what the coach answered; no answer yet while it is being made."""

    entry: EntryId
    said: str = field(repr=False)
    said_at: datetime
    reply: Reply | None = None

    @property
    def met_with_care(self) -> bool:
        """Whether it was answered with care and not with coaching."""
        return self.reply is not None and self.reply.move is Move.CARE


@dataclass(frozen=True, slots=True)
class Session:
    """One conversation with the coach, in order."""

    id: SessionId
    started_at: datetime
    turns: tuple[Turn, ...] = ()
    practice: str | None = None
    """The practice that it follows; None for a free conversation."""
