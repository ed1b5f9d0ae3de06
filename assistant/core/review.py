"""A review of a stretch of time: facts with their dates and quotations, what stands against them, and questions.

A fact is put together from parts, so that every date, every quotation and every number in it can be held against the
vault. No part of a fact is ever worded by a model.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from assistant.core.entry import Quotation
from assistant.core.ids import Area, EntryId, RecordId
from assistant.core.period import Period
from assistant.core.records import Outcome
from assistant.core.span import Span

# ------------------------------------------------------------------------------------------- facts


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that a sentence names, with the entry that was written on it, where it is one entry's."""

    day: date
    entry: EntryId | None = None
    at: Span | None = None
    """The sentence of it by which it counts: shown with the entry where it is not quoted."""


@dataclass(frozen=True, slots=True, repr=False)
class Stated:
    """Words from one of the person's records, to the character."""

    text: str
    on: date
    record: RecordId


Part = str | Dated | Quotation | Stated
"""A piece of a sentence: our words, a day, words of an entry, words of a record."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One sentence about the past, and the lines that show it."""

    parts: tuple[Part, ...]
    lines: tuple[Quotation, ...] = ()
    against: bool = False
    """It stands against what was said before it."""
    counted: tuple[EntryId, ...] = ()
    """The entries that a number in it counts."""

    def quotations(self) -> Iterator[Quotation]:
        """Yield every quotation, in the order in which they are read."""
        yield from (part for part in self.parts if isinstance(part, Quotation))
        yield from self.lines

    def days(self) -> Iterator[date]:
        """Yield every day that is named or quoted."""
        for part in self.parts:
            match part:
                case Dated():
                    yield part.day
                case Stated():
                    yield part.on
                case Quotation():
                    yield part.written_at.date()
        yield from (line.written_at.date() for line in self.lines)


@dataclass(frozen=True, slots=True)
class Block:
    """Facts that belong together, under a heading of their own where they have one."""

    heading: tuple[Part, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Facts side by side."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Part, ...], ...], ...]


class Topic(StrEnum):
    """What a section of a review is about."""

    WRITTEN = "written"
    VISION = "vision"
    AREAS = "areas"
    BELIEFS = "beliefs"
    DRIFT = "drift"
    COMMITMENTS = "commitments"
    LOOPS = "loops"
    FEEDBACK = "feedback"
    STRENGTHS = "strengths"
    UNWRITTEN = "unwritten"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a review."""

    topic: Topic
    title: str
    lead: str
    blocks: tuple[Block, ...] = ()
    table: Table | None = None


# ------------------------------------------------------------------------------------------- figures


@dataclass(frozen=True, slots=True)
class Rating:
    """A number from 0 to 10 that was given to an area on a day."""

    area: Area
    day: date
    rating: int
    by: str | None
    """Who gave it; None for the person themselves."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """In which weeks each area was written about."""

    weeks: tuple[date, ...]
    """Mondays."""
    areas: tuple[Area, ...]
    entries: tuple[tuple[int, ...], ...]
    """For each area, the entries of each week that are about it."""
    written: tuple[int, ...]
    """All entries of each week."""

    def named(self, area: Area) -> int:
        """Return the number of weeks in which an area was written about."""
        return sum(count > 0 for count in self.entries[self.areas.index(area)]) if area in self.areas else 0

    @property
    def weeks_written(self) -> int:
        """The number of weeks with any entry."""
        return sum(count > 0 for count in self.written)


@dataclass(frozen=True, slots=True, repr=False)
class BeliefTrack:
    """On which days a belief was said, and when something spoke against it."""

    statement: str
    said: tuple[date, ...]
    against: tuple[date, ...]


@dataclass(frozen=True, slots=True, repr=False)
class PromiseTrack:
    """From when to when a commitment ran, and how it ended."""

    what: str
    made_on: date
    due: date | None
    outcome: Outcome
    ended_on: date | None
    sure: bool = True
    """The person said so; else only a later line seems to tell it."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a review draws."""

    ratings: tuple[Rating, ...]
    coverage: Coverage
    beliefs: tuple[BeliefTrack, ...]
    promises: tuple[PromiseTrack, ...]


# ------------------------------------------------------------------------------------------- the review


@dataclass(frozen=True, slots=True, repr=False)
class Asked:
    """A question for the time after, chosen by code, with what it stands on and what the person answered."""

    text: str
    subject: str
    """What it was chosen for: `drift health`, `belief …`; no two questions of one review share it."""
    about: Quotation | None = None
    answer: Quotation | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Source:
    """An entry that a review quotes, with the sentences around what is quoted."""

    entry: EntryId
    written_at: datetime
    title: str | None
    pieces: tuple[Quotation, ...]
    """In the order of the text; between two of them something is left out."""
    whole: bool
    """Nothing is left out."""


@dataclass(frozen=True, slots=True)
class Review:
    """An account of a period in the person's own words, with three questions for the time after."""

    period: Period
    until: date
    """The last day that it knows of: the period's last, or the day it was made on."""
    thin: bool
    """Too little was written to say much."""
    sections: tuple[Section, ...]
    questions: tuple[Asked, ...]
    figures: Figures
    sources: tuple[Source, ...] = ()

    def facts(self) -> Iterator[Fact]:
        """Yield every sentence about the past."""
        for section in self.sections:
            for block in section.blocks:
                yield from block.facts

    def parts(self) -> Iterator[Part]:
        """Yield every part of headings, facts and tables: everything that can be held against the vault."""
        for section in self.sections:
            for block in section.blocks:
                yield from block.heading
                for fact in block.facts:
                    yield from fact.parts
                    yield from fact.lines
            for row in section.table.rows if section.table else ():
                for cell in row:
                    yield from cell
        for asked in self.questions:
            yield from (one for one in (asked.about, asked.answer) if one is not None)

    def quotations(self) -> Iterator[Quotation]:
        """Yield every quotation, in the order in which they are read."""
        yield from (part for part in self.parts() if isinstance(part, Quotation))

    def entries(self) -> frozenset[EntryId]:
        """Return every entry that is quoted, or whose day a sentence names."""
        dated = (part.entry for part in self.parts() if isinstance(part, Dated))
        return frozenset([one for one in dated if one is not None] + [one.entry for one in self.quotations()])

    def marks(self) -> Iterator[tuple[EntryId, Span]]:
        """Yield the sentences by which an entry counts whose day is named."""
        dated = (part for part in self.parts() if isinstance(part, Dated))
        yield from ((one.entry, one.at) for one in dated if one.entry is not None and one.at is not None)

    def __repr__(self) -> str:
        return f"Review({self.period.name}, {len(self.sections)} sections, {len(self.sources)} entries quoted)"
