"""Look at what a source would bring in, and save nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from assistant.core.entry import Writing
from assistant.core.incoming import Failure, Incoming, Remark, Revised

SAMPLE: Final = 10
"""Entries that a preview shows: the first ones, as they come."""
_BEGINNING: Final = 80


@dataclass(slots=True)
class Preview:
    """What would come in."""

    entries: int = 0
    attachments: int = 0
    records: int = 0
    first: datetime | None = None
    last: datetime | None = None
    sample: list[Writing] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)

    @property
    def failed(self) -> tuple[Failure, ...]:
        """What cannot be read."""
        return tuple(self.failures)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What should be known about the rest."""
        return tuple(self.notes)

    @staticmethod
    def begin(writing: Writing) -> str:
        """Return how a writing begins, on one line."""
        flat = " ".join(writing.text[: 4 * _BEGINNING].split())
        return f"{flat[:_BEGINNING]}…" if len(flat) > _BEGINNING else flat


def look_ahead(items: Iterable[Incoming]) -> Preview:
    """Read a source to its end and count what it holds."""
    seen = Preview()
    for item in items:
        match item:
            case Writing():
                _count(seen, item)
            case Revised():
                _count(seen, item.writing)
            case Failure():
                seen.failures.append(item)
            case Remark():
                seen.notes.append(item)
            case _:
                seen.records += 1
    return seen


def _count(seen: Preview, writing: Writing) -> None:
    seen.entries += 1
    seen.attachments += len(writing.attachments)
    seen.first = min(seen.first or writing.written_at, writing.written_at)
    seen.last = max(seen.last or writing.written_at, writing.written_at)
    if len(seen.sample) < SAMPLE:
        seen.sample.append(writing)
