"""A stretch of a message that a question can stand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.coaching.tellings import EVENT, FRAGMENT, TOLD_KINDS
from assistant.core.span import Span

BARE = "bare"
"""The kind of a handle that holds nothing: a message with no phrase to stand on."""
MERELY_TOLD = TOLD_KINDS | {EVENT, FRAGMENT}


@dataclass(frozen=True, slots=True)
class Handle:
    """A stretch of the message that a question can stand on."""

    kind: str
    span: Span
    quote: str
    weight: float
    """How much charge its words carry."""
    slots: Mapping[str, str] = field(default_factory=dict)
    pull: float = 0.0
    """What its place in the message, a denial and the writer in it add to that or take from it."""

    @property
    def standing(self) -> float:
        """How gladly a question stands on it rather than on another phrase of the message."""
        return self.weight + self.pull
