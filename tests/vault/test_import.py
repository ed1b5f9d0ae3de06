"""What a second word from the same source does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from assistant.core.entry import EntryKind, Writing
from assistant.vault import SqlVault
from assistant.vault.entries import BATCH

NOON = datetime(2020, 5, 1, 12, tzinfo=UTC)


def note(text: str, *, id: str | None = "1", days: int = 0, title: str | None = None) -> Writing:
    """Return a note from a source."""
    return Writing(NOON + timedelta(days=days), text, EntryKind.NOTE, title, source="markdown", source_id=id)


def brought(vault: SqlVault, *writings: Writing) -> list[bool]:
    """Bring writings in and say which were new or changed."""
    return [new for _, new in vault.entries.add_many(writings)]


def texts(vault: SqlVault) -> list[str]:
    """Return every text, oldest first."""
    return [entry.text for entry in vault.entries.between()]


def test_a_changed_note_is_amended(plain: SqlVault) -> None:
    """Other words under the same id and moment replace the text and keep what was there."""
    assert brought(plain, note("first words")) == [True]
    assert brought(plain, note("better words")) == [True]
    (entry,) = plain.entries.between()
    assert entry.text == "better words"
    assert [text for _, text in plain.entries.earlier_texts(entry.id)] == ["first words"]
    assert brought(plain, note("better words")) == [False]


def test_a_corrected_date_moves_the_entry(plain: SqlVault) -> None:
    """The same words under the same id with another date are one entry, moved; so are title and tags."""
    brought(plain, note("words"))
    assert brought(plain, note("words", days=3, title="now with a title")) == [True]
    (entry,) = plain.entries.between()
    assert (entry.written_at, entry.title) == (NOON + timedelta(days=3), "now with a title")


def test_an_id_that_comes_back_with_all_else_changed_is_another_entry(plain: SqlVault) -> None:
    """Two diaries that both count from 1 do not overwrite each other."""
    brought(plain, note("from the first diary"))
    assert brought(plain, note("from the second diary", days=400)) == [True]
    assert texts(plain) == ["from the first diary", "from the second diary"]
    assert brought(plain, note("from the first diary"), note("from the second diary", days=400)) == [False, False]


def test_one_run_never_replaces_its_own_words(plain: SqlVault) -> None:
    """A source that gives one id to two texts of one day loses neither, now or the next time."""
    assert brought(plain, note("morning"), note("evening")) == [True, True]
    assert brought(plain, note("morning"), note("evening")) == [False, False]
    assert sorted(texts(plain)) == ["evening", "morning"]


def test_what_the_person_changed_stays_changed(plain: SqlVault) -> None:
    """Importing the same file again does not undo the person's own amendment."""
    brought(plain, note("tpyo"))
    (entry,) = plain.entries.between()
    plain.entries.amend(entry.id, "typo", NOON)
    assert brought(plain, note("tpyo")) == [False]
    assert texts(plain) == ["typo"]


def test_what_the_person_changed_stays_changed_without_an_id(plain: SqlVault) -> None:
    """The same holds for a note that its source gives no id."""
    brought(plain, note("tpyo", id=None))
    (entry,) = plain.entries.between()
    plain.entries.amend(entry.id, "typo", NOON)
    assert brought(plain, note("tpyo", id=None)) == [False]
    assert texts(plain) == ["typo"]


def test_adding_under_a_known_id_returns_what_is_there(plain: SqlVault) -> None:
    """A single `add` never replaces: the entry of that source and id comes back as it is."""
    entry = plain.entries.add(note("first"))
    assert plain.entries.add(note("second", days=1)) == entry
    assert texts(plain) == ["first"]


def test_without_an_id_moment_and_text_decide(plain: SqlVault) -> None:
    """Notes without an id are told apart by their moment and words."""
    writings = [note("a", id=None), note("b", id=None), note("a", id=None, days=1)]
    assert brought(plain, *writings) == [True, True, True]
    assert brought(plain, *writings) == [False, False, False]


def test_an_import_reads_its_source_as_it_goes(plain: SqlVault) -> None:
    """The first batch is on disk before the second is read, so memory and a crash cost one batch."""
    read = 0

    def source() -> Iterator[Writing]:
        nonlocal read
        for number in range(3 * BATCH):
            read += 1
            yield note(f"note {number}", id=str(number))

    first, _ = next(iter(plain.entries.add_many(source())))
    assert read == BATCH
    assert plain.entries.count() == BATCH
    assert plain.entries.get(first.id) == first


def test_an_import_that_stops_keeps_what_it_brought(plain: SqlVault) -> None:
    """When the source breaks down, the batches before stay and the broken one leaves nothing half done."""

    def source() -> Iterator[Writing]:
        for number in range(BATCH + 10):
            yield note(f"note {number}", id=str(number))
        raise RuntimeError("the file ends here")

    kept = []
    try:
        for entry, _ in plain.entries.add_many(source()):
            kept.append(entry)
    except RuntimeError:
        pass
    assert len(kept) == plain.entries.count() == BATCH
