"""Everything that is known of a period, brought together before a sentence is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final

from assistant.core.calendar import moved
from assistant.core.entry import Entry, Quotation
from assistant.core.ids import AREAS, Area
from assistant.core.period import Period
from assistant.core.records import (
    ClosedReview,
    Feedback,
    Outcome,
    Purpose,
    Reality,
    Strength,
    Vision,
    Worksheet,
)
from assistant.insight.drift import Moved
from assistant.reading.stemming import stem
from assistant.reading.terms import plain_words
from assistant.services.beliefs import HeldBelief
from assistant.services.commitments import HeldCommitment
from assistant.services.compass import area_order
from assistant.services.drifting import Heard, HeldDrift
from assistant.services.loops import HeldLoop
from assistant.services.reviewing.alone import alone
from assistant.services.reviewing.areas_named import AreasNamed
from assistant.services.reviewing.closeness import (
    gives_up,
    says_not_so,
    telling_words,
    tells_outcome,
)
from assistant.services.reviewing.wordings import Moving, moving_words
from assistant.services.told import Told

LOOKED_BACK_WEEKS: Final = 52
"""A review knows at least so many weeks before its period: what was said first, what drifted since, what is new. So a
quarter costs the same after ten years as after two."""

SHOWN_FIT: Final = 0.55
"""Fit to an area's own words from which a line is quoted. Of 38 lines of two invented journals below it, every second
was of something else; above it, one in six."""


@dataclass(frozen=True)
class Gathered:
    """What the records and the journal of `[since, until]` hold."""

    period: Period
    since: date
    until: date
    told: Told
    beliefs: Sequence[HeldBelief]
    drifts: Sequence[HeldDrift]
    commitments: Sequence[HeldCommitment]
    loops: Sequence[HeldLoop]
    heard: dict[Area, Heard]
    shares: Mapping[int, Mapping[Area, float]]
    """For the rows of the period and of the one before, how surely each is about which areas."""
    plainest: dict[Area, Quotation]
    """For each area the line of the period that is most plainly about it, where one is."""
    purposes: Sequence[Purpose]
    """Every version that was in force, oldest first."""
    visions: dict[Area, Sequence[Vision]]
    """Every version that was in force for each area, oldest first."""
    realities: Sequence[Reality]
    """Oldest first."""
    feedback: Sequence[Feedback]
    strengths: Sequence[tuple[Strength, date]]
    """Each with the day on which it was kept."""
    worksheets: Sequence[Worksheet]
    closed: Sequence[ClosedReview]
    quoted: Mapping[Area, Sequence[Quotation]] = field(default_factory=dict)
    """The lines that the page shows of each area: a figure that did not count them would deny what stands beside it."""

    # ------------------------------------------------------------------------------------------- days

    def within(self, day: date) -> bool:
        """Say whether a day lies in the period, as far as it is known."""
        return self.period.first <= day <= self.until

    @cached_property
    def entries(self) -> list[Entry]:
        """The entries of the period, oldest first."""
        return [entry for entry in self.told.entries.values() if self.within(entry.written_at.date())]

    @cached_property
    def before(self) -> Period:
        """The period before this one."""
        return self.period.before()

    @cached_property
    def entries_before(self) -> list[Entry]:
        """The entries of the period before, oldest first."""
        days = self.before
        return [one for one in self.told.entries.values() if days.first <= one.written_at.date() <= days.last]

    def inside(self, quotations: Iterable[Quotation]) -> list[Quotation]:
        """Return the quotations of the period, oldest first."""
        kept = [one for one in quotations if self.within(one.written_at.date())]
        return sorted(kept, key=lambda one: (one.written_at, one.span))

    def known(self, quotations: Iterable[Quotation]) -> list[Quotation]:
        """Return the quotations up to the end of the period, oldest first."""
        kept = [one for one in quotations if one.written_at.date() <= self.until]
        return sorted(kept, key=lambda one: (one.written_at, one.span))

    # ------------------------------------------------------------------------------------------- areas

    @cached_property
    def areas(self) -> list[Area]:
        """The areas that everyone has and the person's own, in their order."""
        own = {*self.visions, *(one.area for one in self.realities), *(one.area for one in self.feedback)}
        return sorted({*AREAS, *own}, key=area_order)

    @cached_property
    def named(self) -> AreasNamed:
        """Which entries are about which areas."""
        entries = (*self.entries_before, *self.entries)
        return AreasNamed(self.told, self.heard, self.shares, self.visions, self.areas, entries, self.quoted)

    def moves(self, area: Area) -> list[Moved]:
        """Return the lines of the period that come close to the vision of an area or its signs, oldest first.

        Which way one line points is misread too often to be told: it is left to drifts and to the reader.
        """
        moves = [one for one in self.named.close(area) if self.within(one.day)]
        return sorted(moves, key=lambda one: (one.day, one.row))

    def near(self, area: Area) -> list[Moved]:
        """Return those of these lines that may be counted as close.

        None of an evening that shows a drift of it, none that says that it was not so, none that only promises it, and
        none that is read as pointing away: of 12 such lines of four journals 10 are of the contrary or of other things.
        """
        drifted = {line.entry for held in self.drifts if held.area == area for line in held.evidence}
        wanted = telling_words(self.visions.get(area, ()))
        moves = [one for one in self.moves(area) if one.entry not in drifted and not one.away]
        return [
            one
            for one in moves
            if not self.denied(one.row, wanted) and not self.promises(self.told.lines[one.row].quotation)
        ]

    def denied(self, row: int, wanted: frozenset[str]) -> bool:
        """Say whether a line denies what is wanted, or goes on from one that gives it up."""
        line, before = self.told.lines[row].quotation, self.told.lines[row - 1].quotation if row else None
        begun = before is not None and before.entry == line.entry and gives_up(before.text)
        return begun or says_not_so(line.text, wanted)

    def clear(self, area: Area, quotations: Sequence[Quotation]) -> list[Quotation]:
        """Return the lines that come close enough to an area's own words for anyone to see why they are quoted."""
        return [one for one in quotations if self.fit(area, one) >= SHOWN_FIT]

    @cached_property
    def commitments_told(self) -> list[HeldCommitment]:
        """The commitments; open where the outcome is only read from a line that does not tell it to a reader."""
        read = [one for one in self.commitments if one.shown is not None]
        unsaid = [one for one in read if one.shown is not None and not tells_outcome(one.commitment, one.shown)]
        return [_untold(one) if one in unsaid else one for one in self.commitments]

    def fit(self, area: Area, line: Quotation) -> float:
        """Return how close a line comes to an area's own words; just enough for one that shows a commitment slipped."""
        heard = self.heard.get(area)
        fits = (one.fit for one in heard.moves if self.told.lines[one.row].quotation == line) if heard else iter(())
        return next(fits, SHOWN_FIT)

    def plain_first(self, quotations: Sequence[Quotation]) -> Sequence[Quotation]:
        """Return the lines that promise nothing, all where each of them does: a promise shows no drift by itself."""
        plain = [one for one in quotations if not self.promises(one)]
        return plain or quotations

    @cached_property
    def moving(self) -> tuple[list[Moving], list[Moving]]:
        """The words that came up more often than in the period before, and less often."""
        if not self.entries or not self.entries_before:
            return [], []
        standing = " ".join(version.statement for versions in self.visions.values() for version in versions)
        wanted = frozenset(stem(word) for word in plain_words(standing))
        return moving_words(self.entries, self.entries_before, wanted)

    def alone(self, line: Quotation) -> Quotation:
        """Return a line as it is quoted by itself; one of an older entry stays as it is."""
        entry = self.told.entries.get(line.entry)
        return alone(line, entry) if entry is not None else line

    def promises(self, line: Quotation) -> bool:
        """Say whether anything is promised in a line."""
        reading = self.told.readings.get(line.entry)
        return reading is not None and any(one.span.overlaps(line.span) for one in reading.promises)

    def standing(self, area: Area) -> Vision | None:
        """Return the vision in force at the end."""
        versions = self.visions.get(area, ())
        return versions[-1] if versions else None

    def drawn(self, area: Area) -> bool:
        """Say whether an area has a figure: the person wants something of it or gave it a number, and a line shows it.

        Beside a want that no line was found for, a number of weeks is read as a measure of it, and is none.
        """
        return bool(self.rated(area)) or (self.standing(area) is not None and bool(self.quoted.get(area)))

    def rated(self, area: Area) -> list[Reality]:
        """Return the person's own numbers for an area, oldest first."""
        return [one for one in self.realities if one.area == area and one.told_by is None]


def looked_back(period: Period) -> date:
    """Return the first day that a review of the period knows of: the whole period before it is among its days."""
    return min(moved(period.first, -7 * LOOKED_BACK_WEEKS), period.before().first)


def _untold(held: HeldCommitment) -> HeldCommitment:
    return replace(held, commitment=replace(held.commitment, outcome=Outcome.OPEN), shown=None)
