"""What an empty page brings back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.entry import Entry, EntryKind, Writing
from assistant.core.ids import SessionId
from assistant.services.opening import LINES_MOST, opening_of
from assistant.services.withheld import Withheld
from assistant.vault import SqlVault, open_in

TODAY = date(2026, 3, 9)
QUESTION = "What would “wrong” have looked like on Monday?"


@pytest.fixture
def vault(vault_folder: Path) -> Iterator[SqlVault]:
    """An empty vault."""
    with open_in(vault_folder) as made:
        yield made


def write(vault: SqlVault, day: str, text: str) -> Entry:
    """Write an entry in the evening of a day."""
    moment = datetime.fromisoformat(f"{day}T21:00").replace(tzinfo=UTC)
    return vault.entries.add(Writing(moment, text))


def ask(vault: SqlVault, day: str, said: str, move: Move = Move.EVIDENCE, question: str | None = QUESTION) -> None:
    """Leave a conversation with that reply as its last."""
    moment, session = datetime.fromisoformat(f"{day}T21:00").replace(tzinfo=UTC), SessionId(f"s{day}")
    entry = vault.entries.add(Writing(moment, said, EntryKind.MESSAGE, session=session))
    vault.sessions.answer(session, entry.id, Reply(question or "Good night.", move, VoiceName.BANK, question), moment)


def opened(vault: SqlVault, today: date = TODAY) -> tuple[list[str], str | None]:
    """Return the lines and the question that a day brings back."""
    opening = opening_of(vault, today, Withheld(vault).withholds)
    for line in opening.on_this_day:
        assert line.span.of(vault.entries.get(line.entry).text) == line.text
    return [line.text for line in opening.on_this_day], opening.open_question


def test_an_empty_vault_brings_back_nothing(vault: SqlVault) -> None:
    """The first evening stands on nothing."""
    assert opened(vault) == ([], None)


def test_this_day_in_other_years_comes_back_newest_first(vault: SqlVault) -> None:
    """One line a year, exact, of the same day and not of the days around it; only the newest years."""
    write(vault, "2025-03-09", "Hm. Swam, properly, no watch. Cold.")
    write(vault, "2024-03-09", "The quay was empty before work.")
    write(vault, "2023-03-09", "A third year of the same walk.")
    write(vault, "2025-03-10", "Not this day at all, the next.")
    write(vault, "2026-03-09", "Tonight is no memory of tonight.")
    assert opened(vault)[0] == ["Swam, properly, no watch.", "The quay was empty before work."][:LINES_MOST]


def test_a_leap_day_has_no_other_years_most_of_the_time(vault: SqlVault) -> None:
    """The 29th of February looks back four years, and raises in none between."""
    write(vault, "2024-02-29", "The extra day went to the garden.")
    write(vault, "2027-02-28", "The day before March came in.")
    assert opened(vault, date(2028, 2, 29))[0] == ["The extra day went to the garden."]


def test_what_was_written_in_a_crisis_never_comes_back(vault: SqlVault) -> None:
    """The words stay in the vault, and are not brought up."""
    write(vault, "2025-03-09", "I want to kill myself tonight and I have the pills here.")
    assert opened(vault) == ([], None)


def test_a_question_left_open_comes_back(vault: SqlVault) -> None:
    """The last question of the conversation before today stands there."""
    ask(vault, "2026-03-06", "He'd only have got it wrong.")
    assert opened(vault)[1] == QUESTION


@pytest.mark.parametrize(
    ("day", "move", "question"),
    [
        ("2026-03-09", Move.EVIDENCE, QUESTION),
        ("2026-01-01", Move.EVIDENCE, QUESTION),
        ("2026-03-06", Move.CLOSE, None),
        ("2026-03-06", Move.CARE, "Are you thinking of ending your life?"),
    ],
)
def test_a_question_of_today_of_long_ago_or_of_care_is_left(
    vault: SqlVault, day: str, move: Move, question: str | None
) -> None:
    """Today's stands in the conversation itself, an old one is let go, and care is never a prompt for a page."""
    ask(vault, day, "He'd only have got it wrong.", move, question)
    assert opened(vault)[1] is None
