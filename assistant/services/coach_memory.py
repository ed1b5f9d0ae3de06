"""Find the one past line that bears on what was just said: exact, dated, and silence rather than a near miss."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Protocol

from assistant.coaching.session_state import SessionState
from assistant.coaching.tokens import words_of
from assistant.core.entry import Entry, Quotation
from assistant.core.ids import SessionId
from assistant.core.recollection import Recalled
from assistant.errors import EngineStopped, IndexBroken, ModelRefused, NotFound
from assistant.ports import Vault

BEARS_LEAST: Final = 0.6
"""From this score on a past line is offered unasked. Measured on two invented diaries (`models/training/remembering`):
14 of 19 lines that bear on an evening are offered, and none on the 26 evenings on which nothing does; from 0.5 on it is
16 and 1."""
ASKED_FOR_LEAST: Final = 0.35
"""From this score on a line is shown to someone who asks what they wrote: they can tell whether it was that."""
TURNS_BETWEEN: Final = 4
"""Turns between two memories: experts marked assistants down for callbacks, not for leaving them out."""
_FEWEST_WORDS, _MOST_WORDS = 4, 30
"""A shorter line says nothing by itself, a longer one is an entry to read and not a line to hold beside tonight."""
_LOOKED_AT: Final = 5


class Searching(Protocol):
    """Search of the past. `Recall` fills this role."""

    async def search(
        self, query: str, count: int = 10, since: date | None = None, until: date | None = None
    ) -> Recalled:
        """Return what bears on the query, best first."""


Withholds = Callable[[Entry], bool]
"""Say whether an entry is never offered: those that read as crisis. `Withheld.withholds` fills this role."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A past line that may be offered, with how well it bears."""

    quotation: Quotation
    score: float


class CoachMemory:
    """Offer past lines to the coach."""

    def __init__(self, vault: Vault, recall: Searching, withholds: Withholds, least: float = BEARS_LEAST) -> None:
        """Look through this vault."""
        self._vault, self._recall, self._withholds, self._least = vault, recall, withholds, least

    async def bearing_on(self, entry: Entry, session: SessionId, state: SessionState) -> Remembered | None:
        """Return the past line that bears on the message more than the threshold; None far more often than not."""
        too_soon = state.remembered_at is not None and state.turns - state.remembered_at < TURNS_BETWEEN
        if too_soon or len(words_of(entry.text)) < _FEWEST_WORDS:
            return None
        return await self._best(entry, entry.text, session, state, self._least)

    async def asked_for(self, entry: Entry, query: str, session: SessionId, state: SessionState) -> Remembered | None:
        """Return the line that somebody asks for; None where nothing stored is like it."""
        return await self._best(entry, query, session, state, ASKED_FOR_LEAST)

    async def _best(
        self, entry: Entry, query: str, session: SessionId, state: SessionState, least: float
    ) -> Remembered | None:
        yesterday = entry.written_at.date() - timedelta(days=1)
        if next(iter(self._vault.entries.between(None, yesterday)), None) is None:  # no past yet: no model for it
            return None
        try:
            recalled = await self._recall.search(query, _LOOKED_AT, None, yesterday)
        except (EngineStopped, ModelRefused, IndexBroken):
            return None
        for one in recalled.recollections:
            quotation = one.quotation
            if one.score < least or not recalled.found:
                return None
            if quotation.entry not in state.remembered and self._fits(quotation, session, query):
                return Remembered(quotation, one.score)
        return None

    def _fits(self, quotation: Quotation, session: SessionId, query: str) -> bool:
        """Say whether the line is exact, of another session, of a size to be held beside tonight, and no mere copy."""
        try:
            source = self._vault.entries.get(quotation.entry)
        except NotFound:
            return False
        words = words_of(quotation.text)
        exact = quotation.span.of(source.text) == quotation.text
        same = source.session == session or words == words_of(query)
        return exact and not same and not self._withholds(source) and _FEWEST_WORDS <= len(words) <= _MOST_WORDS
