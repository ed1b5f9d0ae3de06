"""What a search brings back."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.core.entry import Quotation


@dataclass(frozen=True, slots=True)
class Recollection:
    """One entry that bears on a query: its best line, quoted, and how well it fits."""

    quotation: Quotation
    score: float
    """How well it fits, in [0, 1]."""
    title: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Recalled:
    """The answer to one query: recollections, best first, and whether any of them truly bears on it."""

    query: str
    recollections: tuple[Recollection, ...]
    found: bool

    def __repr__(self) -> str:
        return f"Recalled({len(self.query)} code points asked, {len(self.recollections)} entries, found={self.found})"
