"""A measurement beside what it is measured against."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value and the same work done by the raw library in the same run."""

    name: str
    value: float
    unit: str
    against: float
    """What the raw library took or reached, in the same unit."""

    @property
    def ratio(self) -> float:
        """The value as a multiple of what it is measured against; 0 where that was too small to measure."""
        return self.value / self.against if self.against else 0.0
