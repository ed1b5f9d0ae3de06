"""Bring the whole journal before insight: every line with what the reading heard in it, and its vector."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.core.entry import Entry, Quotation
from assistant.core.ids import EntryId
from assistant.core.reading import Assumption, Reading
from assistant.core.span import Span
from assistant.insight.said import Said
from assistant.insight.whose import inside, is_own, spoken_by_others
from assistant.insight.wording import Rarity, terms_said
from assistant.ports import Vault
from assistant.reading.sentences import split_sentences
from assistant.services.hearing import Hearing
from assistant.services.kept_vectors import KeptVectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.ports import Vectors

Progress = Callable[[int, int], None]

Withhold = Callable[[Sequence[Entry], Progress | None], frozenset[EntryId]]
"""Name those of the entries that insight never looks at, and tell how far the reading for it has come."""


def withhold_none(entries: Sequence[Entry], progress: Progress | None = None) -> frozenset[EntryId]:
    """Withhold nothing."""
    return frozenset()


@dataclass(frozen=True)
class Told:
    """A journal, line by line, oldest first."""

    entries: dict[EntryId, Entry]
    readings: dict[EntryId, Reading]
    lines: tuple[Said, ...]
    halves: NDArray[np.float16]
    """`(lines, dimensions)`, a unit row a line."""
    rarity: Rarity

    @cached_property
    def rows_by_entry(self) -> dict[EntryId, list[int]]:
        """The rows of each entry's lines."""
        rows: dict[EntryId, list[int]] = {}
        for row, line in enumerate(self.lines):
            rows.setdefault(line.quotation.entry, []).append(row)
        return rows

    def rows_of(self, quotations: Sequence[Quotation]) -> list[int]:
        """Return the lines that some quotations lie in, as the entries read now."""
        found = {
            row
            for one in quotations
            for row in self.rows_by_entry.get(one.entry, ())
            if self.lines[row].quotation.span.overlaps(one.span)
        }
        return sorted(found)

    def anew(self, quotation: Quotation) -> Quotation:
        """Return a quotation as its entry reads and is dated now; as it stands where that holds its words no more."""
        entry = self.entries.get(quotation.entry)
        return quotation if entry is None else quotation.anew(entry) or quotation

    def singles(self, rows: Sequence[int]) -> Vectors:
        """Return the vectors of some lines in single precision."""
        import numpy as np

        made: Vectors = self.halves[list(rows)].astype(np.float32)
        return made

    def following(self, row: int) -> str:
        """Return the sentence after a line in the same entry, empty where there is none."""
        if row + 1 >= len(self.lines) or self.lines[row + 1].quotation.entry != self.lines[row].quotation.entry:
            return ""
        return self.lines[row + 1].quotation.text

    @property
    def last_day(self) -> date:
        """The day of the newest entry."""
        return max((entry.written_at.date() for entry in self.entries.values()), default=date.min)

    def days(self) -> list[date]:
        """Return the days with entries, each once, oldest first."""
        return sorted({entry.written_at.date() for entry in self.entries.values()})

    def __repr__(self) -> str:
        return f"Told({len(self.entries)} entries, {len(self.lines)} lines)"


class Telling:
    """Read what is new, and put the journal together. Nothing is read or embedded twice."""

    def __init__(
        self, vault: Vault, hearing: Hearing, vectors: KeptVectors, withhold: Withhold = withhold_none
    ) -> None:
        """Prepare; `hearing` should embed through the same `vectors`."""
        self._vault = vault
        self._hearing = hearing
        self.vectors = vectors
        self._withhold = withhold

    async def hear(self, text: str) -> Reading:
        """Return what is heard in a text that is no entry."""
        return await self._hearing.hear(text)

    async def take_in(self, entries: Sequence[Entry]) -> None:
        """Read and embed some entries ahead of time: the cost of a new entry, whatever the size of the journal.

        Raises EngineStopped, ModelRefused.
        """
        readings = await self._hearing.of_entries(self._vault, entries)
        texts = [line.quotation.text for entry in entries for line in lines_of(entry, readings[entry.id])]
        await self.vectors.halves(texts)

    async def all(self, progress: Progress | None = None, since: date | None = None, until: date | None = None) -> Told:
        """Return the journal of `[since, until]`, without the entries that are withheld.

        Raises EngineStopped, ModelRefused where something is new and no embedder runs.
        """
        every = list(self._vault.entries.between(since, until))
        withheld = self._withhold(every, progress)
        entries = [entry for entry in every if entry.id not in withheld]
        readings = await self._hearing.of_entries(self._vault, entries, progress)
        lines = tuple(line for entry in entries for line in lines_of(entry, readings[entry.id]))
        halves = await self.vectors.halves([line.quotation.text for line in lines])
        rarity = Rarity.of(terms_said(line.quotation.text) for line in lines)
        return Told({entry.id: entry for entry in entries}, readings, lines, halves, rarity)


def lines_of(entry: Entry, reading: Reading) -> list[Said]:
    """Return the sentences of an entry as insight weighs them."""
    spoken = spoken_by_others(entry.text)
    return [_line(entry, span, reading, spoken) for span in split_sentences(entry.text)]


def _line(entry: Entry, span: Span, reading: Reading, spoken: list[Span]) -> Said:
    whole = Quotation.cut(entry, span)
    assumption = _strongest(reading.assumptions, span)
    own = is_own(whole.text) and not inside(assumption.span if assumption else span, spoken)
    if assumption is None:
        return Said(whole, own=own)
    return Said(whole, Quotation.cut(entry, assumption.span), assumption.kind, assumption.confidence, own)


def _strongest(assumptions: Sequence[Assumption], span: Span) -> Assumption | None:
    inside_it = [one for one in assumptions if span.start <= one.span.start < span.end]
    return max(inside_it, key=lambda one: one.confidence, default=None)
