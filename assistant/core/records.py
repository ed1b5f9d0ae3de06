"""What the person owns: records that they wrote, or were offered and accepted.

A record is immutable; a change is a new version under the same id, kept by the vault.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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
class Belief:
    """A statement that the person keeps making, with what speaks for and against it."""

    id: RecordId
    statement: str
    kind: AssumptionKind
    status: BeliefStatus
    evidence: tuple[Quotation, ...] = ()
    counter_evidence: tuple[Quotation, ...] = ()


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

    @property
    def type(self) -> LoopType:
        """Reinforcing or balancing, by the number of opposite links.

        Source: Sterman, Business Dynamics (2000), section 5.2.
        """
        opposite = sum(link.sign is Sign.OPPOSITE for link in self.links)
        return LoopType.BALANCING if opposite % 2 else LoopType.REINFORCING


Record = Purpose | Vision | Reality | Belief | Commitment | Feedback | Strength | Loop
"""Every kind of record; a new kind joins here and in `assistant/vault/records.py`."""
