"""What was written in a crisis is never brought up unasked, and what each text reads as is worked out once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.entry import Entry, EntryKind, Writing
from assistant.core.ids import SessionId
from assistant.reading.distress import reads_as_crisis
from assistant.services import withheld
from assistant.services.hearing import Hearing
from assistant.services.kept_vectors import KeptVectors
from assistant.services.told import Telling
from assistant.services.withheld import Withheld
from assistant.testing import HashEmbedder
from assistant.vault import SqlVault, create

DAY = datetime(2025, 3, 1, 21, 0, tzinfo=UTC)
CRISIS = "I want to kill myself."


@pytest.fixture
def vault(vault_folder: Path) -> Iterator[SqlVault]:
    """An empty vault."""
    with create(vault_folder).vault as made:
        yield made


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that was read for distress, in order."""
    seen: list[str] = []

    def counted(text: str) -> bool:
        seen.append(text)
        return reads_as_crisis(text)

    monkeypatch.setattr(withheld, "reads_as_crisis", counted)
    return seen


def _write(vault: SqlVault, text: str, day: int = 0, session: str | None = None) -> Entry:
    kind = EntryKind.MESSAGE if session else EntryKind.REFLECTION
    at = DAY + timedelta(days=day)
    return vault.entries.add(Writing(at, text, kind, session=SessionId(session) if session else None))


def _answer(vault: SqlVault, entry: Entry, move: Move) -> None:
    assert entry.session is not None
    vault.sessions.answer(entry.session, entry.id, Reply("Are you safe?", move, VoiceName.BANK), entry.written_at)


def test_an_entry_in_crisis_is_withheld_and_concern_is_not(vault: SqlVault) -> None:
    """Only a crisis keeps an entry back; a low day may be remembered."""
    crisis, low, plain = (_write(vault, text, n) for n, text in enumerate((CRISIS, "I feel hopeless.", "Made jam.")))
    held = Withheld(vault)
    assert held.entries() == {crisis.id}
    assert [held.withholds(entry) for entry in (crisis, low, plain)] == [True, False, False]


def test_an_imported_entry_is_withheld_in_silence(vault: SqlVault) -> None:
    """What another program kept counts as what was typed here."""
    note = vault.entries.add(Writing(DAY, CRISIS, EntryKind.NOTE, source="jsonl", source_id="7"))
    assert Withheld(vault).entries() == {note.id}


def test_no_text_is_read_twice(vault: SqlVault, read: list[str]) -> None:
    """The second time nothing is read; a new entry is read alone, and a text that is there twice is read once."""
    for n, text in enumerate(("Made jam.", CRISIS, "Made jam.")):
        _write(vault, text, n)
    held = Withheld(vault)
    first = held.entries()
    assert sorted(read) == sorted({"Made jam.", CRISIS})
    read.clear()
    assert Withheld(vault).entries() == first
    assert read == []
    _write(vault, "Rain.", 4)
    held.entries()
    assert read == ["Rain."]


def test_a_changed_text_is_read_anew(vault: SqlVault) -> None:
    """An entry whose words change is withheld, or no longer, by what it says now."""
    entry = _write(vault, CRISIS)
    held = Withheld(vault)
    assert held.entries() == {entry.id}
    vault.entries.amend(entry.id, "Made jam.", DAY)
    assert held.entries() == frozenset()


def test_what_was_said_in_care_after_a_crisis_is_withheld_too(vault: SqlVault) -> None:
    """The bare yes to the direct question belongs to the crisis; what came before and after care does not."""
    before, crisis, yes, after = (
        _write(vault, text, session="s") for text in ("The rota again.", CRISIS, "yes", "Work was fine.")
    )
    for entry, move in ((before, Move.CLARIFY), (crisis, Move.CARE), (yes, Move.CARE), (after, Move.CLARIFY)):
        _answer(vault, entry, move)
    held = Withheld(vault)
    assert held.entries() == {crisis.id, yes.id}
    assert held.withholds(yes)
    assert not held.withholds(after)


@pytest.mark.parametrize(
    ("text", "kept_back"),
    [("No. I meant the exam.", True), ("I'm safe. Let's go on.", True), ("The exam went well.", False)],
)
def test_the_message_that_leaves_care_is_withheld(vault: SqlVault, text: str, kept_back: bool) -> None:
    """A denial answers the direct question, and quoting it would bring that up; what is told after it is free."""
    crisis, leaving, after = (_write(vault, one, session="s") for one in (CRISIS, text, "No. I meant the rota."))
    for entry, move in ((crisis, Move.CARE), (leaving, Move.CLARIFY), (after, Move.CLARIFY)):
        _answer(vault, entry, move)
    held = Withheld(vault)
    assert held.entries() == {crisis.id} | ({leaving.id} if kept_back else set())
    assert held.withholds(leaving) is kept_back
    assert not held.withholds(after)


def test_care_for_a_concern_withholds_nothing(vault: SqlVault) -> None:
    """A session that never came to a crisis keeps its words for memory."""
    low = _write(vault, "I feel hopeless.", session="s")
    _answer(vault, low, Move.CARE)
    assert Withheld(vault).entries() == frozenset()


def test_forgetting_what_was_derived_only_costs_a_reading(vault: SqlVault, read: list[str]) -> None:
    """The levels are disposable: thrown away, they are worked out again with the same result."""
    _write(vault, CRISIS)
    held = Withheld(vault)
    first = held.entries()
    vault.derived.drop_derived()
    read.clear()
    assert held.entries() == first
    assert read == [CRISIS]


def test_more_entries_than_one_batch(vault: SqlVault, monkeypatch: pytest.MonkeyPatch) -> None:
    """The batches together give what one pass would."""
    monkeypatch.setattr(withheld, "AT_ONCE", 3)
    entries = [_write(vault, CRISIS if n % 4 == 0 else f"Day {n}.", n) for n in range(11)]
    assert Withheld(vault).entries() == {entry.id for entry in entries[::4]}


def test_among_looks_only_at_what_it_is_given(vault: SqlVault, read: list[str]) -> None:
    """A service that shows three entries has three read."""
    entries = [_write(vault, f"Day {n}.", n) for n in range(5)]
    assert Withheld(vault).among(entries[:2]) == frozenset()
    assert sorted(read) == ["Day 0.", "Day 1."]


def test_a_session_is_read_whole_whichever_of_its_days_are_asked_about(vault: SqlVault) -> None:
    """The hopeless evening that came to a crisis the next day is withheld in a look at that evening alone too."""
    low, crisis, yes = (_write(vault, text, n, "s") for n, text in enumerate(("I feel hopeless.", CRISIS, "yes")))
    for entry in (low, crisis, yes):
        _answer(vault, entry, Move.CARE)
    held = Withheld(vault)
    assert [held.withholds(entry) for entry in (low, crisis, yes)] == [True, True, True]
    assert held.among([low]) == {low.id}
    assert held.among([yes]) == {yes.id}


def test_the_first_reading_tells_how_far_it_has_come(vault: SqlVault, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large journal that was brought in is read for care once, and who waits sees it; later nothing is to be told."""
    monkeypatch.setattr(withheld, "AT_ONCE", 4)
    for day in range(10):
        _write(vault, f"Counted {day} boats from the sea wall.", day)
    told: list[tuple[int, int]] = []
    every = list(vault.entries.between())
    Withheld(vault).among(every, lambda done, total: told.append((done, total)))
    assert told == [(4, 10), (8, 10), (10, 10)]
    told.clear()
    Withheld(vault).among(every, lambda done, total: told.append((done, total)))
    assert told == []


async def test_a_journal_that_is_put_together_tells_of_the_reading_for_care(vault: SqlVault) -> None:
    """Beliefs, drift and a review wait for it, and each is handed the progress that its caller shows."""
    embedder = HashEmbedder(384)
    _write(vault, "Counted the boats from the sea wall.")
    told: list[tuple[int, int]] = []
    telling = Telling(vault, Hearing(None), KeptVectors(embedder, vault), Withheld(vault).among)
    await telling.all(lambda done, total: told.append((done, total)))
    assert told[0] == (1, 1)
    assert len(told) == 2  # once for care, once for everything else
