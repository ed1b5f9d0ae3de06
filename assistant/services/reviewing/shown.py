"""Let only such quotations through as stand in the vault today, to the character, and are not withheld."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.core.entry import Entry, Quotation
from assistant.core.ids import EntryId
from assistant.core.records import ClosedReview, ReviewAnswer, Strength, Worksheet
from assistant.errors import NotFound
from assistant.insight.trend import weeks_of
from assistant.ports import Vault
from assistant.services.told import Told
from assistant.services.withheld import Withheld

if TYPE_CHECKING:
    from assistant.services.beliefs import HeldBelief
    from assistant.services.commitments import HeldCommitment
    from assistant.services.loops import HeldLoop


class Shown:
    """What of the person's records may be shown: its entry may have changed since, or be withheld."""

    def __init__(self, vault: Vault, told: Told) -> None:
        """Look at the entries of a journal that is put together, and at older ones as they are asked for."""
        self._vault, self._told = vault, told
        self._withheld = Withheld(vault)
        self._entries: dict[EntryId, Entry | None] = {}

    def entry(self, identity: EntryId) -> Entry | None:
        """Return an entry that may be shown; None where it is gone or withheld."""
        if identity in self._told.entries:
            return self._told.entries[identity]
        if identity not in self._entries:
            try:
                found = self._vault.entries.get(identity)
            except NotFound:
                found = None
            self._entries[identity] = None if found is None or self._withheld.withholds(found) else found
        return self._entries[identity]

    def line(self, quotation: Quotation | None) -> Quotation | None:
        """Return the quotation as its entry reads now; None where the words are no longer in it."""
        entry = self.entry(quotation.entry) if quotation is not None else None
        return None if quotation is None or entry is None else quotation.anew(entry)

    def lines(self, quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
        """Return those that may be shown."""
        return tuple(line for line in map(self.line, quotations) if line is not None)

    def may_list(self, quotations: Iterable[Quotation | None]) -> bool:
        """Say whether a record that stands on such lines may be listed: none of their entries is withheld or gone."""
        return all(one is None or self.entry(one.entry) is not None for one in quotations)

    # ------------------------------------------------------------------------------------------- records

    def belief(self, held: HeldBelief) -> HeldBelief:
        """Return a belief with the lines that may be shown."""
        belief = held.belief
        evidence, against = self.lines(belief.evidence), self.lines(belief.counter_evidence)
        weeks = len(weeks_of([line.written_at.date() for line in evidence]))
        return replace(held, belief=replace(belief, evidence=evidence, counter_evidence=against), weeks=weeks)

    def commitment(self, held: HeldCommitment) -> HeldCommitment | None:
        """Return a commitment with the lines that may be shown; None where the promise itself may not."""
        promise = self.line(held.commitment.quotation)
        if promise is None and held.commitment.quotation is not None:
            return None
        return replace(held, commitment=replace(held.commitment, quotation=promise), shown=self.line(held.shown))

    def loop(self, held: HeldLoop) -> HeldLoop | None:
        """Return a loop; None where one of its lines may not be shown."""
        lines = self.lines(link.quotation for link in held.loop.links)
        if len(lines) < len(held.loop.links):
            return None
        links = tuple(replace(link, quotation=line) for link, line in zip(held.loop.links, lines, strict=True))
        return replace(held, loop=replace(held.loop, links=links))

    def strength(self, strength: Strength) -> Strength:
        """Return a strength with the lines that may be shown."""
        return replace(strength, evidence=self.lines(strength.evidence))

    def worksheet(self, sheet: Worksheet) -> Worksheet:
        """Return a worksheet without the answers that may not be shown."""
        lines = (
            line if line.quotation is None else replace(line, quotation=quoted)
            for line in sheet.lines
            for quoted in [self.line(line.quotation)]
            if line.quotation is None or quoted is not None
        )
        return replace(sheet, lines=tuple(lines))

    def closed(self, record: ClosedReview) -> ClosedReview:
        """Return a closed review without the answers that may not be shown."""
        answers = (self._answer(answer) for answer in record.answers)
        return replace(record, answers=tuple(answer for answer in answers if answer is not None))

    def _answer(self, answer: ReviewAnswer) -> ReviewAnswer | None:
        said, about = self.line(answer.quotation), self.line(answer.about)
        if said is None or (answer.about is not None and about is None):
            return None
        return replace(answer, quotation=said, about=about)
