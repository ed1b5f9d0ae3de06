"""Past lines for the coach: exact, dated, of another day, and rarely."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.coaching.session_state import SessionState
from assistant.core.entry import Entry, EntryKind, Quotation, Writing
from assistant.core.ids import EntryId, SessionId
from assistant.core.recollection import Recalled, Recollection
from assistant.core.span import Span
from assistant.errors import EngineStopped
from assistant.services.coach_memory import BEARS_LEAST, TURNS_BETWEEN, CoachMemory
from assistant.vault import SqlVault, create
from tests.coaching.coach_room import SESSION

TONIGHT = datetime(2025, 5, 6, 21, 0, tzinfo=UTC)
TEXT = "It's always me who clears the kitchen after dinner."


class Finds:
    """Find the same lines whatever is asked, and remember until when was searched."""

    def __init__(self, *found: Recollection, stops: bool = False) -> None:
        """Find these."""
        self.found, self.stops, self.until = found, stops, date.min

    async def search(
        self, query: str, count: int = 10, since: date | None = None, until: date | None = None
    ) -> Recalled:
        """Return them."""
        if self.stops:
            raise EngineStopped("The memory process died.")
        self.until = until or date.max
        return Recalled(query, self.found, bool(self.found))


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[SqlVault]:
    """A vault with an entry of March in it."""
    with create(tmp_path / "vault").vault as made:
        yield made


def wrote(vault: SqlVault, text: str, days_ago: int = 55, session: SessionId | None = None) -> Entry:
    """Put something written on another day into the vault."""
    kind = EntryKind.MESSAGE if session else EntryKind.REFLECTION
    return vault.entries.add(Writing(TONIGHT - timedelta(days=days_ago), text, kind, session=session))


def line(entry: Entry, words: str, score: float = 0.9) -> Recollection:
    """Quote some words of an entry."""
    start = entry.text.index(words)
    return Recollection(Quotation.cut(entry, Span(start, start + len(words))), score)


def tonight(vault: SqlVault) -> Entry:
    """Say tonight's message."""
    return vault.entries.add(Writing(TONIGHT, TEXT, EntryKind.MESSAGE, session=SESSION))


def nothing_withheld(_entry: Entry) -> bool:
    """Withhold nothing."""
    return False


async def test_a_line_that_bears_is_offered(vault: SqlVault) -> None:
    """Above the threshold the exact line is offered, and today is never searched."""
    found = line(
        wrote(vault, "Left to me again, the whole kitchen. The dog was sick."), "Left to me again, the whole kitchen."
    )
    finds = Finds(found)
    offered = await CoachMemory(vault, finds, nothing_withheld).bearing_on(tonight(vault), SESSION, SessionState())
    assert offered is not None
    assert offered.quotation == found.quotation
    assert finds.until == TONIGHT.date() - timedelta(days=1)


@pytest.mark.parametrize("score", [0.0, 0.3, BEARS_LEAST - 0.01])
async def test_a_near_miss_is_silence(vault: SqlVault, score: float) -> None:
    """Below the threshold nothing is offered."""
    found = line(wrote(vault, "Left to me again, the whole kitchen."), "Left to me again", score)
    memory = CoachMemory(vault, Finds(found), nothing_withheld)
    assert await memory.bearing_on(tonight(vault), SESSION, SessionState()) is None


async def test_lines_of_this_session_copies_and_scraps_are_passed_over(vault: SqlVault) -> None:
    """Nothing said in this very session, no copy of the message and no scrap of three words is a memory."""
    this = line(
        wrote(vault, "Left to me again, every single night.", 1, SESSION), "Left to me again, every single night."
    )
    copy = line(wrote(vault, TEXT), TEXT)
    scrap = line(wrote(vault, "The kitchen again. It rained."), "The kitchen again.")
    memory = CoachMemory(vault, Finds(this, copy, scrap), nothing_withheld)
    assert await memory.bearing_on(tonight(vault), SESSION, SessionState()) is None


async def test_what_was_written_in_crisis_is_never_offered(vault: SqlVault) -> None:
    """A withheld entry is passed over for the next one that bears."""
    dark = wrote(vault, "I can't be left to do this alone any more tonight.")
    kind = wrote(vault, "Left to me again, the whole kitchen.")
    finds = Finds(line(dark, "I can't be left to do this alone"), line(kind, "Left to me again, the whole kitchen."))
    memory = CoachMemory(vault, finds, lambda entry: entry.id == dark.id)
    offered = await memory.bearing_on(tonight(vault), SESSION, SessionState())
    assert offered is not None
    assert offered.quotation.entry == kind.id


async def test_a_memory_comes_seldom_and_never_twice(vault: SqlVault) -> None:
    """At most one in so many turns, and the same entry once in a session."""
    entry = wrote(vault, "Left to me again, the whole kitchen.")
    memory = CoachMemory(vault, Finds(line(entry, "Left to me again, the whole kitchen.")), nothing_withheld)
    message = tonight(vault)
    soon = SessionState(turns=5, remembered_at=5 - TURNS_BETWEEN + 1)
    assert await memory.bearing_on(message, SESSION, soon) is None
    again = SessionState(turns=9, remembered_at=1, remembered=(entry.id,))
    assert await memory.bearing_on(message, SESSION, again) is None
    assert await memory.bearing_on(message, SESSION, SessionState(turns=9, remembered_at=1)) is not None


async def test_a_forgotten_entry_and_a_dead_process_are_silence(vault: SqlVault) -> None:
    """What was forgotten meanwhile is not quoted, and a memory process that died costs nothing."""
    entry = wrote(vault, "Left to me again, the whole kitchen.")
    gone = Recollection(Quotation(EntryId("0" * 16), TONIGHT, Span(0, 20), "Left to me again, too"), 0.9)
    message = tonight(vault)
    for finds in (Finds(gone), Finds(line(entry, "Left to me again"), stops=True)):
        assert await CoachMemory(vault, finds, nothing_withheld).bearing_on(message, SESSION, SessionState()) is None


async def test_a_line_that_does_not_stand_there_is_never_shown(vault: SqlVault) -> None:
    """A quotation that its entry does not hold to the character is dropped, wherever it came from."""
    entry = wrote(vault, "Left to me again, the whole kitchen.")
    false = Recollection(Quotation(entry.id, entry.written_at, Span(0, 35), "Left to you again, the whole house."), 0.9)
    memory = CoachMemory(vault, Finds(false), nothing_withheld)
    assert await memory.bearing_on(tonight(vault), SESSION, SessionState()) is None


async def test_an_empty_past_is_not_searched(vault: SqlVault) -> None:
    """With nothing but this conversation in the vault, no model is started for a memory."""
    finds = Finds()
    assert await CoachMemory(vault, finds, nothing_withheld).bearing_on(tonight(vault), SESSION, SessionState()) is None
    assert finds.until == date.min
