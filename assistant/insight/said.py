"""One line of a journal as insight weighs it: the words, where they stand, and how much of a belief they state."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Final

from assistant.core.entry import Quotation
from assistant.core.reading import AssumptionKind

SHOWN_WORDS_MOST: Final = 24
"""Words up to which a sentence is quoted whole: a clause cut out of it loses who and what it is about."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the person's, with the reading's chance that it states an assumption."""

    quotation: Quotation
    """The whole sentence."""
    assumption: Quotation | None = None
    """The stretch of it that states an assumption, where the reading heard one."""
    kind: AssumptionKind = AssumptionKind.OTHER
    confidence: float = 0.0
    """How sure the reading is that it states an assumption; 0 where it heard none."""
    own: bool = True
    """False for what somebody else said or believes, and for what a saying or a notice says."""

    @property
    def day(self) -> date:
        """The local day on which it was written."""
        return self.quotation.written_at.date()

    @property
    def shown(self) -> Quotation:
        """What stands for the line as evidence: the sentence; of a long one the assumption, where there is one."""
        short = len(self.quotation.text.split()) <= SHOWN_WORDS_MOST
        return self.quotation if short or self.assumption is None else self.assumption

    @property
    def mark(self) -> str:
        """Identify the line, whatever else the entry says: for refusals and for names that last."""
        told = f"{self.quotation.entry}\0{self.quotation.text}".encode("utf8", "surrogatepass")
        return hashlib.sha256(told).hexdigest()[:16]
