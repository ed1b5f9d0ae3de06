"""Ask the person, one line at a time, whether it shows a belief too; keep every yes as evidence, every no as a no."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from assistant.core.entry import Quotation
from assistant.core.ids import EntryId, RecordId
from assistant.core.reading import AssumptionKind
from assistant.core.records import Belief, BeliefStatus
from assistant.errors import ModelRefused, NotFound, UsageError
from assistant.insight.confirming import Confirming
from assistant.insight.openings import openings
from assistant.insight.themes import Themes, open_themes
from assistant.ports import Vault
from assistant.services.beliefs import PREFIX, REFUSED, Beliefs, belief_id, evidence_kind
from assistant.services.told import Telling, Told
from assistant.shipped import shipped

_log = logging.getLogger(__name__)

_SINCE = "What was asked about was forgotten or changed since; nothing was kept."
_NO_THEMES = "What tells such lines from others is missing or altered, so none can be offered."
_NO_THEMES_HINT = "Install Lodestar again; your own sentence can begin a belief without it."


@dataclass(slots=True)
class _Search:
    """One belief that is being asked about."""

    belief: Belief
    search: Confirming
    told: Told
    kept: Belief | None
    """The record as it stood when `belief` was made of it; None while there is none."""
    asked: int | None = None
    """The row of the line that waits for an answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A line to say yes or no to; None when no further yes is expected."""

    belief: RecordId
    line: Quotation | None


class Confirm:
    """Hold the searches of one sitting."""

    def __init__(self, vault: Vault, telling: Telling, beliefs: Beliefs, models: Path | None = None) -> None:
        """Prepare; nothing is read yet. `models` is the folder that holds the themes."""
        self._models = models
        self._vault = vault
        self._telling = telling
        self._beliefs = beliefs
        self._searches: dict[RecordId, _Search] = {}

    async def state(self, statement: str) -> Asked:
        """Begin with a belief in plain words. Raises UsageError, EngineStopped, ModelRefused."""
        plain = " ".join(statement.split())
        if not plain:
            raise UsageError("a belief needs words", "Say it in one plain sentence.")
        known = [one for one in self._vault.records.current(Belief) if one.statement.casefold() == plain.casefold()]
        standing = [one for one in known if one.status is not BeliefStatus.REJECTED]
        if standing:
            return await self._begin(standing[0])
        reading = await self._telling.hear(plain)
        kind = reading.assumptions[0].kind if reading.assumptions else AssumptionKind.OTHER
        named = hashlib.sha256(plain.casefold().encode("utf8", "surrogatepass")).hexdigest()[:16]
        return await self._begin(Belief(RecordId(f"{PREFIX}{named}"), plain, kind, BeliefStatus.OWNED))

    async def resume(self, identity: RecordId) -> Asked:
        """Go on with a belief that is there, owned or suggested. Raises NotFound, EngineStopped, ModelRefused."""
        return await self._begin((await self._beliefs.find(identity)).belief)

    async def openings(self) -> list[tuple[RecordId, Quotation]]:
        """Return lines that sound like a rule of the person's and that no belief holds yet, each with a belief's name.

        Accepting, rewording, rejecting and confirming take that name. Raises EngineStopped, ModelRefused.
        """
        if self._themes is None:
            raise ModelRefused(_NO_THEMES, _NO_THEMES_HINT)
        told = await self._telling.all()
        held = [line for one in self._beliefs.of(told) for line in (*one.belief.evidence, *one.belief.counter_evidence)]
        no = self._vault.records.refused(REFUSED)
        taken = {*told.rows_of(held), *(row for row, line in enumerate(told.lines) if line.mark in no)}
        meaning = told.singles(range(len(told.lines)))
        found = openings(told.lines, self._themes.chances(meaning), meaning, taken)
        return [(belief_id(told.lines[row]), told.lines[row].shown) for row in found]

    async def answer(self, identity: RecordId, entry: EntryId, yes: bool, at: datetime) -> Asked:
        """Take in an answer to the line that was asked last, and ask the next.

        Raises NotFound where the belief or one of its lines was forgotten or changed since, and the search ends with
        it: nothing of what was read then may come back. Raises UsageError, EngineStopped, ModelRefused.
        """
        one = self._searches.get(identity)
        if one is None:
            raise NotFound(f"Nothing is being asked about belief {identity!a}.", 'Begin with {"belief": ID}.')
        line = None if one.asked is None else one.told.lines[one.asked]
        if line is None or one.asked is None or line.quotation.entry != entry:
            raise UsageError(f"entry {entry!a} was not asked about", "Answer for the entry of the line before.")
        with self._vault.together():  # nothing can be forgotten between the look and the writing
            if not self._stands(one, line.shown):
                del self._searches[identity]
                raise NotFound(_SINCE, 'Begin anew with {"belief": ID}.')
            if yes:
                one.belief = one.kept = self._grown(one.belief, line.shown)
                self._vault.records.put(one.belief, at)
            else:
                self._vault.records.refuse(evidence_kind(identity), line.mark, at)
        one.search.answer(one.asked, yes)
        return await self._ask(one)

    def _stands(self, one: _Search, line: Quotation) -> bool:
        """Tell whether the belief, its lines and the line in question still say what they said when they were read."""
        if self._kept(one.belief.id) != one.kept:
            return False
        return self._read_now(one.told, (line, *one.belief.evidence, *one.belief.counter_evidence))

    def _read_now(self, told: Told, lines: Iterable[Quotation]) -> bool:
        """Tell whether the entries of some lines are there and read as they did."""
        read = {line.entry: told.entries[line.entry].text for line in lines if line.entry in told.entries}
        now = {entry.id: entry.text for entry in self._vault.entries.get_many(list(read))}
        return now == read

    def _kept(self, identity: RecordId) -> Belief | None:
        """Return the record of a belief as it stands now."""
        current = self._vault.records.current(Belief)
        return next((one for one in current if one.id == identity and one.status is not BeliefStatus.REJECTED), None)

    def _grown(self, belief: Belief, line: Quotation) -> Belief:
        """Return a belief as the person's own with one line more, without lines whose entry is gone."""
        status = BeliefStatus.OWNED if belief.status is BeliefStatus.SUSPECTED else belief.status
        lines = (*belief.evidence, *belief.counter_evidence)
        there = {entry.id for entry in self._vault.entries.get_many([had.entry for had in lines])}
        evidence = [*(had for had in belief.evidence if had.entry in there), line]
        evidence.sort(key=lambda had: (had.written_at, had.span))
        against = tuple(had for had in belief.counter_evidence if had.entry in there)
        return replace(belief, status=status, evidence=tuple(evidence), counter_evidence=against)

    async def _begin(self, belief: Belief) -> Asked:
        told = await self._telling.all()
        stated = (await self._telling.vectors.embed([belief.statement]))[0]
        meaning = told.singles(range(len(told.lines)))
        elsewhere = self._elsewhere(told, belief)
        search = Confirming(told.lines, meaning, told.rarity, belief.statement, stated, self._themes, elsewhere)
        for row in told.rows_of(belief.evidence):
            search.answer(row, yes=True)
        no = self._vault.records.refused(evidence_kind(belief.id))
        for row, line in enumerate(told.lines):
            if line.mark in no:
                search.answer(row, yes=False)
        search.begin_anew()
        one = self._searches[belief.id] = _Search(belief, search, told, self._kept(belief.id))
        return await self._ask(one)

    @cached_property
    def _themes(self) -> Themes | None:
        """The themes that ship with the program; None where their file is missing or altered."""
        try:
            return open_themes(self._models or shipped("models"))
        except (ModelRefused, FileNotFoundError) as error:
            _log.warning("asking about beliefs without themes: %s", type(error).__name__)
            return None

    def _elsewhere(self, told: Told, belief: Belief) -> list[int]:
        """Return the lines that are evidence of the person's other beliefs."""
        others = [one for one in self._vault.records.current(Belief) if one.id != belief.id]
        standing = [one for one in others if one.status is not BeliefStatus.REJECTED]
        return told.rows_of([line for one in standing for line in one.evidence])

    async def _ask(self, one: _Search) -> Asked:
        """Ask about the next line; where its entry was forgotten or changed since, read the journal anew first."""
        candidate = one.search.next()
        line = one.told.lines[candidate.row].shown if candidate else None
        if line is not None and not self._read_now(one.told, [line]):
            return await self._begin(one.belief)
        one.asked = candidate.row if candidate else None
        return Asked(one.belief.id, line)
