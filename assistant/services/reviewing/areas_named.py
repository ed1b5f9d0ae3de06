"""Tell which entries are about which area, and by which sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from assistant.core.entry import Entry, Quotation
from assistant.core.ids import AREAS, Area, EntryId
from assistant.core.records import Vision
from assistant.core.span import Span
from assistant.insight.drift import Moved
from assistant.services.drifting import Heard
from assistant.services.reviewing.closeness import is_close, named_areas, speaks_of, telling_words
from assistant.services.told import Told

SHARE_NAMED: Final = 0.5
"""How sure the reading must be of one line, before its entry counts as being about an area. Read through in four
journals, about seven in ten such lines are; of entries named by their reading and a word anywhere, about one in two."""


@dataclass(frozen=True)
class AreasNamed:
    """What some entries are about."""

    told: Told
    heard: Mapping[Area, Heard]
    shares: Mapping[int, Mapping[Area, float]]
    visions: Mapping[Area, Sequence[Vision]]
    areas: Sequence[Area]
    entries: Sequence[Entry]
    quoted: Mapping[Area, Sequence[Quotation]] = field(default_factory=dict)
    """Lines that are shown of each area: their entries are about it, or they would not stand there."""

    @cached_property
    def named_by(self) -> dict[Area, set[EntryId]]:
        """The entries of the period and of the one before that are about each area.

        By their reading and one line of theirs, or by a line close to what is wanted.
        """
        found: dict[Area, set[EntryId]] = {area: set() for area in self.areas}
        for entry in self.entries:
            for area in named_areas(entry.text, self.told.readings[entry.id].areas):
                if area not in AREAS or self._plainly(area, entry.id):
                    found.setdefault(area, set()).add(entry.id)
        for area in self.heard:
            found.setdefault(area, set()).update(EntryId(move.entry) for move in self.close(area))
        for area, lines in self.quoted.items():
            found.setdefault(area, set()).update(one.entry for one in lines)
        return found

    @cached_property
    def touched_by(self) -> dict[Area, set[EntryId]]:
        """The entries in which anything, however faint, speaks of each area: silence is claimed only beside these."""
        found = {area: set(entries) for area, entries in self.named_by.items()}
        for entry, reading in self.told.readings.items():
            for one in reading.areas:
                found.setdefault(one.area, set()).add(entry)
        for area, heard in self.heard.items():
            found.setdefault(area, set()).update(self.told.lines[row].quotation.entry for row in heard.spoken)
        return found

    def about(self, area: Area, entries: Sequence[Entry]) -> list[Entry]:
        """Return those of the entries that are about an area."""
        named = self.named_by.get(area, set())
        return [entry for entry in entries if entry.id in named]

    def matter(self, area: Area, entry: Entry) -> Span | None:
        """Return the sentence by which an entry is about an area: plainly so, close to what is wanted, or in a word."""
        rows = self.told.rows_by_entry.get(entry.id, [])
        plainly = self._plainly(area, entry.id)
        fits = {one.row: one.fit for one in self.close(area)}
        speaks = {row: speaks_of(self.told.lines[row].quotation.text, area) for row in rows}
        sure = {row: (max(plainly.get(row, 0.0), fits.get(row, 0.0)), speaks[row]) for row in rows}
        best = max(sure, key=lambda row: sure[row], default=None)
        return self.told.lines[best].quotation.span if best is not None and any(sure[best]) else None

    def _plainly(self, area: Area, entry: EntryId) -> dict[int, float]:
        """Return the rows of an entry that are about an area, and how surely."""
        rows = self.told.rows_by_entry.get(entry, [])
        shares = {row: self.shares.get(row, {}).get(area, 0.0) for row in rows}
        return {row: share for row, share in shares.items() if share >= SHARE_NAMED}

    def close(self, area: Area) -> list[Moved]:
        """Return the lines that share the matter of what is wanted, whichever way they point."""
        heard, wanted = self.heard.get(area), telling_words(self.visions.get(area, ()))
        lines = self.told.lines
        return [one for one in heard.moves if is_close(lines[one.row].quotation.text, one.fit, wanted)] if heard else []
