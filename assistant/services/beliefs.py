"""The beliefs of one vault: those that the person owns, and those that the code suggests from what keeps being said.

A suggestion becomes a record only when the person accepts it; what they reject is remembered line by line, so that the
same lines are not offered again under another name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain, count
from typing import Final

from assistant.core.entry import Quotation
from assistant.core.ids import Area, EntryId, RecordId
from assistant.core.records import Belief, BeliefStatus
from assistant.errors import NotFound, UsageError
from assistant.insight.groups import Likeness
from assistant.insight.one_thing import ENTRIES_LEAST
from assistant.insight.said import Said
from assistant.insight.suggesting import (
    Suggestion,
    can_state,
    is_against,
    more_alike,
    name_in,
    rows_by_term,
    suggest,
)
from assistant.insight.trend import Trend, trend_of, weeks_of
from assistant.ports import Vault
from assistant.services.reviewing.shown import Shown
from assistant.services.told import Progress, Telling, Told

REFUSED: Final = "belief"
"""Under this kind the marks of rejected lines are remembered."""

OVERLAP: Final = 0.3
"""Share of the lines of a suggestion or a record, whichever has fewer, that the other has too, from which both are the
same belief: what was begun from one line is that belief when the line is said again."""

AREAS_MOST: Final = 2


@dataclass(frozen=True, slots=True)
class Why:
    """The numbers behind a belief, for whoever asks why it is said."""

    entries: int
    """Entries that say it."""
    likeness: float
    """Mean likeness of its lines, in [0, 1]."""
    confidence: float
    """Mean chance that its lines state an assumption."""
    shared: tuple[str, ...]
    """Stems of the words that its lines share."""
    strength: float


@dataclass(frozen=True, slots=True)
class HeldBelief:
    """A belief with what the journal tells about it."""

    belief: Belief
    accepted: bool
    """The person owns it; else it is a suggestion."""
    trend: Trend
    areas: tuple[Area, ...]
    weeks: int
    """Weeks in which it was said."""
    marks: tuple[str, ...]
    """Of the lines that its evidence lies in, see `Said.mark`."""
    why: Why | None

    @property
    def first(self) -> date | None:
        """The day on which it was first said."""
        return min((one.written_at.date() for one in self.belief.evidence), default=None)

    @property
    def last(self) -> date | None:
        """The day on which it was last said."""
        return max((one.written_at.date() for one in self.belief.evidence), default=None)


class Beliefs:
    """List, accept, reword, merge, split and reject beliefs."""

    def __init__(self, vault: Vault, telling: Telling) -> None:
        """Prepare; nothing is read yet."""
        self._vault = vault
        self._telling = telling

    async def all(self, progress: Progress | None = None) -> list[HeldBelief]:
        """Return what the person owns, then what is suggested, the strongest first in each. Raises EngineStopped."""
        told = await self._telling.all(progress)
        shown = Shown(self._vault, told)
        return [shown.belief(held) for held in self.of(told)]

    def of(self, told: Told) -> list[HeldBelief]:
        """Return the same from a journal that is put together already."""
        records = self._vault.records.current(Belief)
        owned = [_anew(told, one) for one in records if one.status is not BeliefStatus.REJECTED]
        refused = self._vault.records.refused(REFUSED)
        suggestions = suggest(told.lines, told.halves, told.rarity, refused)
        grown, left = self._grown(told, owned, suggestions)
        days = told.days()
        held = [_held(told, days, belief, True, why) for belief, why in grown]
        held.sort(key=lambda one: (-len(one.belief.evidence), one.belief.id))
        named = _named_apart(told, {record.id for record in records}, left)
        return held + [_held(told, days, *_proposed(told, *one)) for one in named]

    # ------------------------------------------------------------------------------------- what the person decides

    async def accept(self, identity: RecordId, at: datetime, statement: str | None = None) -> HeldBelief:
        """Make a suggestion the person's own, in their words where `statement` holds some. Raises NotFound."""
        held = await self.find(identity)
        named = (statement or held.belief.statement).strip()
        if not named:
            raise UsageError("a belief needs words", "Say it in one plain sentence.")
        return self._kept(held, replace(held.belief, statement=named, status=_owned(held.belief.status)), at)

    async def reword(self, identity: RecordId, statement: str, at: datetime) -> HeldBelief:
        """Accept a belief in other words. Raises NotFound, UsageError."""
        if not statement.strip():
            raise UsageError("a belief needs words", "Say it in one plain sentence.")
        return await self.accept(identity, at, statement)

    async def merge(self, identity: RecordId, other: RecordId, at: datetime) -> HeldBelief:
        """Make two beliefs one, under the first one's name. Raises NotFound, UsageError."""
        one, two = await self.find(identity), await self.find(other)
        if one.belief.id == two.belief.id:
            raise UsageError("that is the same belief twice", "Name two different ones.")
        both = replace(
            one.belief,
            status=_owned(one.belief.status),
            evidence=_together(one.belief.evidence, two.belief.evidence),
            counter_evidence=_together(one.belief.counter_evidence, two.belief.counter_evidence),
        )
        with self._vault.together():
            if two.accepted:
                self._vault.records.withdraw(two.belief.id, at)
            return self._kept(one, both, at)

    async def split(
        self, identity: RecordId, entries: Sequence[EntryId], at: datetime
    ) -> tuple[HeldBelief, HeldBelief]:
        """Take what some entries say out of a belief and make it one of its own. Raises NotFound, UsageError."""
        told = await self._telling.all()
        held = self._among(told, identity)
        parted = tuple(one for one in held.belief.evidence if one.entry in set(entries))
        left = tuple(one for one in held.belief.evidence if one not in parted)
        if not parted or not left:
            raise UsageError("a belief is split by naming some of its entries, not all", "See: lodestar beliefs --json")
        rows = told.rows_of(parted)
        taken = {held.belief.id, *(record.id for record in self._vault.records.current(Belief))}
        names = chain(_names(told, rows), (RecordId(f"{held.belief.id}-{number}") for number in count(2)))
        named = next(name for name in names if name not in taken)
        new = Belief(named, parted[0].text, held.belief.kind, BeliefStatus.OWNED, parted)
        with self._vault.together():
            self._refuse(evidence_kind(held.belief.id), (told.lines[row].mark for row in rows), at)
            self._refuse(evidence_kind(new.id), (told.lines[row].mark for row in told.rows_of(left)), at)
            rest = replace(held.belief, evidence=left, status=_owned(held.belief.status))
            return self._kept(held, rest, at), self._kept(replace(held, why=None), new, at)

    async def reject(self, identity: RecordId, at: datetime) -> HeldBelief:
        """Say that a belief is not so: it is not offered again, nor are its lines under another name."""
        held = await self.find(identity)
        rejected = replace(held.belief, status=BeliefStatus.REJECTED)
        with self._vault.together():
            self._refuse(REFUSED, held.marks, at)
            if held.accepted:
                self._vault.records.put(rejected, at)
        return replace(held, belief=rejected)

    # ------------------------------------------------------------------------------------------- within

    def _kept(self, held: HeldBelief, belief: Belief, at: datetime) -> HeldBelief:
        self._vault.records.put(belief, at)
        return replace(held, belief=belief, accepted=True)

    def _refuse(self, kind: str, marks: Iterable[str], at: datetime) -> None:
        for mark in marks:
            self._vault.records.refuse(kind, mark, at)

    async def find(self, identity: RecordId) -> HeldBelief:
        """Return one belief, owned or suggested, by its id or that of any of its lines. Raises NotFound."""
        return self._among(await self._telling.all(), identity)

    def _among(self, told: Told, identity: RecordId) -> HeldBelief:
        listed = sorted(self.of(told), key=lambda held: held.accepted)  # a line names a suggestion sooner than a record
        named = [held for held in listed if held.belief.id == identity]
        named = named or [held for held in listed if identity.removeprefix(PREFIX) in held.marks]
        if named:
            return named[0]
        for row, line in enumerate(told.lines):
            if line.own and belief_id(line) == identity:
                return _of_one_line(told, row)
        raise NotFound(f"There is no belief {identity!a}.", "See: lodestar beliefs")

    def _grown(
        self, told: Told, owned: Sequence[Belief], suggestions: Sequence[Suggestion]
    ) -> tuple[list[tuple[Belief, Why | None]], list[Suggestion]]:
        """Let what is owned take in what says the same, and return which suggestions are left."""
        if not owned:
            return [], list(suggestions)
        likeness = Likeness.of(told.lines, told.halves, told.rarity)
        able = [row for row, line in enumerate(told.lines) if can_state(line)]
        holding = rows_by_term(told.lines, able)
        left, grown = list(suggestions), []
        for belief in owned:
            no = self._vault.records.refused(evidence_kind(belief.id))
            rows = told.rows_of(belief.evidence)
            same = [one for one in left if _is_same(one, rows)]
            left = [one for one in left if one not in same]
            found = [row for one in same for row in one.lines]
            if len(rows) >= ENTRIES_LEAST:
                found += more_alike(likeness, told.lines, rows, holding)
            kept = [row for row in sorted({*found} - {*rows}) if told.lines[row].mark not in no]
            against = [row for one in same for row in one.against]
            against += [row for row in kept if is_against(told.lines, row)]
            grown.append((_with(told, belief, [row for row in kept if row not in against], against), _why(same)))
        return grown, left


PREFIX: Final = "belief-"


def evidence_kind(identity: RecordId) -> str:
    """Name the refusals of single lines as evidence of one belief."""
    return f"evidence {identity}"


def belief_id(first: Said) -> RecordId:
    """Name a belief by the first line that says it. Any line of it finds it again, should an earlier one turn up."""
    return RecordId(f"{PREFIX}{first.mark}")


def _is_same(one: Suggestion, rows: Sequence[int]) -> bool:
    """Say whether a suggestion is the belief that stands in some rows; one without a line is like nothing."""
    return len({*one.lines} & {*rows}) >= OVERLAP * max(min(len(one.lines), len(rows)), 1)


def _named_apart(
    told: Told, taken: set[RecordId], suggestions: Iterable[Suggestion]
) -> Iterator[tuple[Suggestion, RecordId]]:
    """Name each suggestion by the first of its lines that names nothing else yet; without such a line it is no news."""
    for one in suggestions:
        name = next((name for name in _names(told, one.lines) if name not in taken), None)
        if name is not None:
            taken = {*taken, name}
            yield one, name


def _names(told: Told, rows: Iterable[int]) -> Iterator[RecordId]:
    return (belief_id(told.lines[row]) for row in rows)


def _anew(told: Told, belief: Belief) -> Belief:
    """Return a belief with its lines as their entries read and are dated now."""
    evidence, against = map(told.anew, belief.evidence), map(told.anew, belief.counter_evidence)
    return replace(belief, evidence=tuple(evidence), counter_evidence=tuple(against))


def _proposed(told: Told, one: Suggestion, named: RecordId) -> tuple[Belief, bool, Why]:
    evidence = tuple(told.lines[row].shown for row in one.lines)
    against = tuple(told.lines[row].quotation for row in one.against)
    name = name_in(told.lines[one.name], one.phrases)
    belief = Belief(named, name, one.kind, BeliefStatus.SUSPECTED, evidence, against)
    return belief, False, Why(_entries(evidence), one.cohesion, one.confidence, one.phrases, one.strength)


def _of_one_line(told: Told, row: int) -> HeldBelief:
    """Return a line that a belief may begin from as one that is only suspected."""
    line = told.lines[row]
    name = line.assumption.text if line.assumption else line.shown.text
    belief = Belief(belief_id(line), name, line.kind, BeliefStatus.SUSPECTED, (line.shown,))
    return _held(told, told.days(), belief, False, None)


def _held(told: Told, days: Sequence[date], belief: Belief, accepted: bool, why: Why | None) -> HeldBelief:
    said = [one.written_at.date() for one in belief.evidence]
    marks = tuple(told.lines[row].mark for row in told.rows_of(belief.evidence))
    return HeldBelief(belief, accepted, trend_of(said, days), _areas(told, belief), len(weeks_of(said)), marks, why)


def _areas(told: Told, belief: Belief) -> tuple[Area, ...]:
    scores: dict[Area, float] = {}
    for line in belief.evidence:
        reading = told.readings.get(line.entry)
        for found in reading.areas if reading else ():
            scores[found.area] = scores.get(found.area, 0.0) + found.score
    return tuple(sorted(scores, key=lambda area: (-scores[area], area))[:AREAS_MOST])


def _entries(evidence: Sequence[Quotation]) -> int:
    return len({line.entry for line in evidence})


def _with(told: Told, belief: Belief, rows: Sequence[int], against: Sequence[int]) -> Belief:
    return replace(
        belief,
        evidence=_together(belief.evidence, tuple(told.lines[row].shown for row in rows)),
        counter_evidence=_together(belief.counter_evidence, tuple(told.lines[row].quotation for row in against)),
    )


def _together(one: tuple[Quotation, ...], two: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """Return both, in the order of time, each line once."""
    kept = list(one)
    kept += [line for line in two if not any(line.entry == had.entry and line.span.overlaps(had.span) for had in kept)]
    return tuple(sorted(kept, key=lambda line: (line.written_at, line.span)))


def _why(same: Sequence[Suggestion]) -> Why | None:
    if not same:
        return None
    best = max(same, key=lambda one: one.strength)
    return Why(len(best.lines), best.cohesion, best.confidence, best.phrases, best.strength)


def _owned(status: BeliefStatus) -> BeliefStatus:
    """Return where the person stands once they have said yes: a suspicion becomes theirs, the rest stays."""
    return BeliefStatus.OWNED if status is BeliefStatus.SUSPECTED else status
