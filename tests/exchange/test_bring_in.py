"""Bringing in: each entry once, changes as changes, and going on after a kill."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.core.entry import EntryKind, Writing
from assistant.core.incoming import Failure, Incoming, Remark
from assistant.services.bring_in import BringIn, Imported
from assistant.services.preview import look_ahead
from assistant.vault import SqlVault, create
from tests.exchange.reading_files import folder_of, items, writings, zip_of

NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def vault(vault_folder: Path) -> Iterator[SqlVault]:
    """An empty plain vault."""
    with create(vault_folder).vault as made:
        yield made


def brought(vault: SqlVault, found: list[Incoming]) -> Imported:
    """Bring in and return what became of it."""
    return BringIn(vault, lambda: NOW).run(found)


def lines(*entries: dict[str, object]) -> str:
    """Return entries as lines of JSON."""
    return "".join(f"{json.dumps(entry)}\n" for entry in entries)


def test_a_second_import_brings_nothing_in_twice(vault: SqlVault, tmp_path: Path) -> None:
    """Neither the same folder, nor the same folder under another name."""
    files = {"2024-05-01.md": "one", "2024-05-02.md": "two"}
    folder = folder_of(tmp_path / "a", files)
    assert brought(vault, items("markdown", folder)).imported == 2
    assert brought(vault, items("markdown", folder)) == Imported(unchanged=2)
    assert brought(vault, items("markdown", folder_of(tmp_path / "b" / "moved", files))) == Imported(unchanged=2)
    assert brought(vault, items("markdown", tmp_path / "b")).imported == 0
    assert vault.entries.count() == 2


def test_a_folder_and_a_mac_s_archive_of_it_are_one_journal(vault: SqlVault, tmp_path: Path) -> None:
    """Letters that macOS takes apart make no second entry."""
    name = "2024-05-01 Fähre.md"
    brought(vault, items("markdown", folder_of(tmp_path / "a", {name: "words"})))
    apart = zip_of(tmp_path / "a.zip", {unicodedata.normalize("NFD", name): "words"})
    assert brought(vault, items("markdown", apart)) == Imported(unchanged=1)


def test_an_entry_from_which_its_source_took_most_lines_is_no_second_one(vault: SqlVault) -> None:
    """As when an importer learns which lines were a program's; what else it said is kept as its earlier text."""
    shown = "".join(f"\n![](dayone-moment://{number})" for number in range(9))
    before = Writing(NOW, f"Lake{shown}", EntryKind.NOTE, source="dayone", source_id="A")
    brought(vault, [before])
    assert brought(vault, [replace(before, text="Lake")]) == Imported(imported=1)
    assert [entry.text for entry in vault.entries.between()] == ["Lake"]


def test_a_changed_note_is_changed_and_another_diary_s_day_is_not_written_over(vault: SqlVault, tmp_path: Path) -> None:
    """An edit amends the entry; a file of the same name with other words is another entry."""
    brought(vault, items("markdown", folder_of(tmp_path / "a", {"2024-05-01.md": "I walked by the river"})))
    brought(vault, items("markdown", folder_of(tmp_path / "a", {"2024-05-01.md": "I walked by the river, alone"})))
    assert [entry.text for entry in vault.entries.between()] == ["I walked by the river, alone"]
    brought(vault, items("markdown", folder_of(tmp_path / "b", {"2024-05-01.md": "Budget meeting at nine"})))
    assert len(list(vault.entries.between())) == 2


def test_jsonl_keeps_what_it_says(vault: SqlVault, tmp_path: Path) -> None:
    """Ids, titles and tags; bad lines are named by number, unknown keys told of, the rest comes in."""
    text = lines(
        {"id": 7, "date": "2024-05-01", "text": "one", "title": "T", "tags": ["a"], "mood": 3},
        {"date": "2024-05-02", "text": " "},
        {"date": "05/06/2024", "text": "x"},
        {"date": 1714602600, "text": "two"},
    )
    text += "{broken\n[]\n" + '{"date": 1e999, "text": "x"}\n' + '{"date": ' + "9" * 5000 + ', "text": "x"}\n'
    text += '{"date": "2024-05-01", "text": "x", "a": ' + "[" * 50_000 + "]" * 50_000 + "}\n"
    path = folder_of(tmp_path, {"a.jsonl": text}) / "a.jsonl"
    done = brought(vault, items("jsonl", path))
    first, second = vault.entries.between()
    assert (first.source_id, first.title, first.tags, first.kind) == ("7", "T", ("a",), EntryKind.NOTE)
    assert second.written_at.isoformat() == "2024-05-02T00:30:00+02:00"
    assert [failure.source.split()[-1] for failure in done.failed] == ["2", "3", "5", "6", "7", "8", "9"]
    assert "mood" in done.remarks[0].said


def test_an_import_that_was_killed_goes_on_without_doubles(vault: SqlVault) -> None:
    """What was on disk by then is recognised; the rest comes in."""
    whole: list[Incoming] = [Writing(NOW, f"text {n}", source="jsonl", source_id=str(n)) for n in range(1200)]

    def killed() -> Iterator[Incoming]:
        yield from whole[:800]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        BringIn(vault, lambda: NOW).run(killed())
    assert 0 < vault.entries.count() < 800
    done = brought(vault, whole)
    assert done.imported + done.unchanged == 1200
    assert vault.entries.count() == 1200


def test_progress_is_told(vault: SqlVault) -> None:
    """As it goes, and the whole at the end."""
    told: list[tuple[int, int]] = []
    whole = (Writing(NOW, f"text {n}", source="jsonl", source_id=str(n)) for n in range(200))
    BringIn(vault, lambda: NOW).run(whole, lambda done, total: told.append((done, total)))
    assert told == [(64, 0), (128, 0), (192, 0), (200, 200)]


def test_a_look_ahead_counts_and_saves_nothing() -> None:
    """Entries, their reach and beginnings, and what cannot be read."""
    later = Writing(datetime(2026, 7, 1, tzinfo=UTC), "later " * 40)
    seen = look_ahead([later, Writing(NOW, "first\nline"), Failure("x", "broken"), Remark("y", "said")])
    assert (seen.entries, seen.first, seen.last) == (2, NOW, later.written_at)
    assert [seen.begin(one) for one in seen.sample][1] == "first line"
    assert len(seen.begin(seen.sample[0])) <= 81
    assert (len(seen.failed), len(seen.remarks)) == (1, 1)


def test_a_million_broken_lines_do_not_fill_the_memory(vault: SqlVault) -> None:
    """The first ten thousand failures are kept by name, the rest counted."""
    done = BringIn(vault, lambda: NOW).run(Failure("x", str(number)) for number in range(10_050))
    assert (len(done.failed), done.failed_beyond) == (10_000, 50)


def test_an_older_vault_takes_over_what_a_newer_export_says(vault: SqlVault, tmp_path: Path) -> None:
    """With every step in between; what the older one said stays as history, and a second time changes nothing."""
    from assistant.exchange.exports import export_named
    from assistant.services.take_out import TakeOut

    entry = vault.entries.add(Writing(NOW, "one"))
    with create(tmp_path / "newer").vault as newer:
        brought(newer, list(TakeOut().everything(vault)))
        (there,) = newer.entries.between()
        for number, text in enumerate(("one two", "one two three")):
            newer.entries.amend(there.id, text, datetime(2026, 7, 1 + number, tzinfo=UTC))
        export_named("jsonl").write(TakeOut().everything(newer), tmp_path / "newer.jsonl")
    lines = (tmp_path / "newer.jsonl").read_text().replace(there.id, entry.id)
    (tmp_path / "newer.jsonl").write_text(lines)
    for imported in (1, 0):
        assert brought(vault, items("jsonl", tmp_path / "newer.jsonl")).imported == imported
    assert vault.entries.get(entry.id).text == "one two three"
    assert [text for _, text in vault.entries.earlier_texts(entry.id)] == ["one", "one two"]


def test_a_note_changed_in_an_export_changes_its_own_entry(vault: SqlVault, tmp_path: Path) -> None:
    """An exported folder that was edited and is read back amends the very entry, and keeps what it said."""
    from assistant.exchange.exports import export_named
    from assistant.services.take_out import TakeOut

    entry = vault.entries.add(Writing(NOW, "before the change"))
    export_named("markdown").write(TakeOut().everything(vault), tmp_path / "out")
    (note,) = (tmp_path / "out").rglob("*.md")
    note.write_text(note.read_text().replace("before the change", "after the change"))
    assert brought(vault, items("markdown", tmp_path / "out")).imported == 1
    assert vault.entries.get(entry.id).text == "after the change"
    assert [text for _, text in vault.entries.earlier_texts(entry.id)] == ["before the change"]
    assert len(writings(items("markdown", tmp_path / "out"))) == 1
