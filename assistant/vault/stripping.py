"""Take forgotten words out of a record, and say which records would still say them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from assistant.core.entry import Quotation
from assistant.core.ids import EntryId
from assistant.core.record_words import own_words
from assistant.core.records import (
    Belief,
    BeliefTest,
    ClosedReview,
    Commitment,
    Loop,
    Record,
    ReviewAnswer,
    Strength,
    Weakness,
    Worksheet,
    WorksheetLine,
)
from assistant.vault.echoes import Echo


class Stripping:
    """What the forgetting of some entries leaves of a record."""

    def __init__(self, entries: Collection[EntryId], echo: Echo) -> None:
        """Take out what quotes one of `entries`, and with it what `echo` hears again."""
        self._entries = entries
        self._echo = echo

    def left_of(self, record: Record) -> Record | None:
        """Return the record without the forgotten words, or None where nothing of it would stand."""
        match record:
            case Belief():
                evidence, counter = self._kept(record.evidence), self._kept(record.counter_evidence)
                tests = tuple(test for test in record.tests if not self._tells(test))
                stands = (evidence or not record.evidence) and not self._echo.closely(record.statement)
                return replace(record, evidence=evidence, counter_evidence=counter, tests=tests) if stands else None
            case Strength() | Weakness():
                evidence = self._kept(record.evidence)
                stands = (evidence or not record.evidence) and not self._echo.closely(record.statement)
                return replace(record, evidence=evidence) if stands else None
            case Commitment():
                return self._left_of_commitment(record)
            case Worksheet():
                lines = tuple(line for line in record.lines if not self._says(line))
                return replace(record, lines=lines) if lines else None
            case ClosedReview():
                answers = tuple(answer for answer in record.answers if not self._answers_with(answer))
                return replace(record, answers=answers) if answers else None
            case Loop():
                if any(link.quotation.entry in self._entries for link in record.links):
                    return None
                left = tuple(link for link in record.beside if link.quotation.entry not in self._entries)
                return record if left == record.beside else replace(record, beside=left, archetype=None)
            case _:
                return record

    def still_says(self, record: Record) -> bool:
        """Say whether the person's own words in a record give the forgotten ones away."""
        return any(self._echo.closely(words) for words in own_words(record))

    def _left_of_commitment(self, record: Commitment) -> Commitment | None:
        if record.quotation is not None and record.quotation.entry in self._entries:
            return None
        outcome = None if record.outcome_entry in self._entries else record.outcome_entry
        sign = None if record.sign and self._echo.closely(record.sign) else record.sign
        return replace(record, outcome_entry=outcome, sign=sign)

    def _tells(self, test: BeliefTest) -> bool:
        return any(self._echo.closely(said) for said in (test.what, test.expected, test.result) if said)

    def _says(self, line: WorksheetLine) -> bool:
        return (line.quotation is not None and line.quotation.entry in self._entries) or self._echo.closely(line.text)

    def _answers_with(self, answer: ReviewAnswer) -> bool:
        quoted = {one.entry for one in (answer.quotation, answer.about) if one is not None}
        return not quoted.isdisjoint(self._entries) or self._echo.closely(answer.question)

    def _kept(self, quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
        return tuple(quotation for quotation in quotations if quotation.entry not in self._entries)
