"""What the person owns: records that they wrote, or were offered and accepted.

A record is immutable; a change is a new version under the same id, kept by the vault.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, get_args

from assistant.core.entry import Quotation
from assistant.core.ids import Area, EntryId, RecordId
from assistant.core.reading import AssumptionKind, Sign


@dataclass(frozen=True, slots=True)
class Purpose:
    """The one line that the person chose for their life."""

    id: RecordId
    statement: str
    set_on: date


@dataclass(frozen=True, slots=True)
class Vision:
    """How life looks in one area, in the present tense, with the person's own yardstick."""

    id: RecordId
    area: Area
    statement: str
    set_on: date
    signs_of_progress: tuple[str, ...] = ()
    signs_of_drift: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reality:
    """What is true now in one area: an observation with a rating from 0 to 10."""

    id: RecordId
    area: Area
    rating: int
    text: str
    observed_on: date
    told_by: str | None = None
    """Who said so; None for the person themselves."""

    def __post_init__(self) -> None:
        if not 0 <= self.rating <= 10:
            raise ValueError(f"a rating goes from 0 to 10, not {self.rating}")


class BeliefStatus(StrEnum):
    """Where the person stands towards a belief."""

    SUSPECTED = "suspected"
    OWNED = "owned"
    TESTING = "testing"
    REVISED = "revised"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class BeliefTest:
    """A small, safe experiment with a belief: what is tried, what the belief says will happen, what did."""

    what: str
    expected: str | None = None
    due: date | None = None
    result: str | None = None
    result_on: date | None = None


@dataclass(frozen=True, slots=True)
class Belief:
    """A statement that the person keeps making, with what speaks for and against it."""

    id: RecordId
    statement: str
    kind: AssumptionKind
    status: BeliefStatus
    evidence: tuple[Quotation, ...] = ()
    counter_evidence: tuple[Quotation, ...] = ()
    tests: tuple[BeliefTest, ...] = ()


class Outcome(StrEnum):
    """What became of a commitment."""

    OPEN = "open"
    KEPT = "kept"
    SLIPPED = "slipped"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Commitment:
    """What the person will do, by when, and how they will know."""

    id: RecordId
    what: str
    made_on: date
    due: date | None = None
    sign: str | None = None
    """How they will know, in their words."""
    outcome: Outcome = Outcome.OPEN
    quotation: Quotation | None = None
    outcome_entry: EntryId | None = None
    area: Area | None = None


@dataclass(frozen=True, slots=True)
class Feedback:
    """What someone else said about an area, entered by the person."""

    id: RecordId
    area: Area
    told_by: str
    text: str
    told_on: date
    rating: int | None = None


@dataclass(frozen=True, slots=True)
class Strength:
    """What the person does well, in their words, with the entries that show it."""

    id: RecordId
    statement: str
    evidence: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Weakness:
    """What the person finds hard, in their words, with the entries that show it."""

    id: RecordId
    statement: str
    evidence: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedVision:
    """What a team or a family says it wants, for one area, entered by the person."""

    id: RecordId
    group: str
    """Whose it is, in the person's words: "the team", "we two"."""
    area: Area
    statement: str
    set_on: date


@dataclass(frozen=True, slots=True)
class WorksheetLine:
    """One step of a practice and what the person wrote there."""

    step: str
    title: str
    text: str
    quotation: Quotation | None = None
    """Where it was said; None where the person reworded it afterwards."""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A practice gone through once: its steps with the person's own words, in order."""

    id: RecordId
    practice: str
    title: str
    made_on: date
    lines: tuple[WorksheetLine, ...]


@dataclass(frozen=True, slots=True)
class ConversationPlan:
    """How the person means to go into a hard conversation.

    Source: Argyris and Schön's balance of advocacy and inquiry, after Ross and Roberts in The Fifth Discipline
    Fieldbook (1994).
    """

    id: RecordId
    with_whom: str
    wanted: str
    """What they want to come of it."""
    advocacy: str
    """What they will say, with the reasons."""
    inquiry: str
    """What they will ask."""
    unseen: str
    """What they may not be able to see."""
    planned_on: date
    due: date | None = None


@dataclass(frozen=True, slots=True)
class LoopLink:
    """One step of a loop: a cause, its effect, and the words that say so."""

    cause: str
    effect: str
    sign: Sign
    quotation: Quotation


class LoopType(StrEnum):
    """What a loop does to itself: an even number of opposite links feeds it, an odd one steadies it."""

    REINFORCING = "reinforcing"
    BALANCING = "balancing"


@dataclass(frozen=True, slots=True)
class Loop:
    """Links that close upon themselves."""

    id: RecordId
    links: tuple[LoopLink, ...]
    confirmed: bool = False
    beside: tuple[LoopLink, ...] = ()
    """What was said with it and stands outside this ring: a second way round, or a link that leads elsewhere."""
    archetype: str | None = None
    """The known shape of all these links, by its name, where the person found that it fits."""

    @property
    def type(self) -> LoopType:
        """Reinforcing or balancing, by the number of opposite links.

        Source: Sterman, Business Dynamics (2000), section 5.2.
        """
        opposite = sum(link.sign is Sign.OPPOSITE for link in self.links)
        return LoopType.BALANCING if opposite % 2 else LoopType.REINFORCING


@dataclass(frozen=True, slots=True)
class ReviewAnswer:
    """A question that a review ended with, and what the person answered."""

    question: str
    quotation: Quotation
    """The answer, as it was said."""
    about: Quotation | None = None
    """The line that the question stood on, where it stood on one."""


@dataclass(frozen=True, slots=True)
class ClosedReview:
    """A review talked over: its questions with the person's own answers."""

    id: RecordId
    period: str
    """As it is named: `2026-Q3`, `2026-09`, `2026`, or `2026-01-05..2026-02-10`."""
    first: date
    last: date
    closed_on: date
    answers: tuple[ReviewAnswer, ...]


Record = (
    Purpose
    | Vision
    | Reality
    | Belief
    | Commitment
    | Feedback
    | Strength
    | Weakness
    | SharedVision
    | Worksheet
    | ConversationPlan
    | ClosedReview
    | Loop
)
"""Every kind of record; a new kind joins here, and in `vault/stripping.py` where it quotes entries."""

RECORD_KINDS: Final[dict[str, type[Record]]] = {kind.__name__.lower(): kind for kind in get_args(Record)}
"""Every kind under the name that it has in the database and in exports."""
