"""What leaves the vault: for people, for other programs, and in step with it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.entry import Attachment, Entry, EntryKind, Writing
from assistant.core.ids import Area, RecordId, SessionId
from assistant.core.records import ConversationPlan, Purpose, SharedVision, Worksheet, WorksheetLine
from assistant.errors import UsageError, VaultReadOnly
from assistant.exchange.exports import EXPORTS, export_named
from assistant.exchange.mirror import update
from assistant.services.take_out import TakeOut
from assistant.vault import SqlVault, create, forget
from tests.exchange.reading_files import items, writings

WEST = timezone(timedelta(hours=-5))
EVENING = datetime(2024, 5, 1, 23, 30, tzinfo=WEST)
TALK = SessionId("evening")


@pytest.fixture
def vault(vault_folder: Path) -> Iterator[SqlVault]:
    """A vault with a note, a conversation and a record."""
    with create(vault_folder).vault as made:
        said = made.entries.add(Writing(EVENING, "I must rest", EntryKind.MESSAGE, session=TALK))
        made.sessions.answer(TALK, said.id, Reply("What says you must?", Move.ASSUMPTION, VoiceName.BANK), EVENING)
        made.entries.add(
            Writing(
                EVENING + timedelta(days=1),
                "# Lake\n\nA *swim*. <b>x</b> ![](https://x.org/a.png)",
                title="Lake",
                tags=("sun",),
            )
        )
        made.records.put(Purpose(RecordId("purpose"), "To be kind", date(2024, 5, 1)), EVENING)
        yield made


def written(vault: SqlVault, name: str, path: Path) -> Path:
    """Export everything and return the path."""
    assert export_named(name).write(TakeOut().everything(vault), path) == vault.entries.count()
    return path


def test_the_markdown_folder_reads_without_lodestar(vault: SqlVault, tmp_path: Path) -> None:
    """A note named by its day, a conversation with question and answer, a page of records."""
    folder = written(vault, "markdown", tmp_path / "out")
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.md"))
    assert names[0].startswith("2024/2024-05-02 2330 Lake ")
    assert names[1].startswith("conversations/2024-05-01 2330")
    assert names[2] == "records/purpose.md"
    note = (folder / names[0]).read_text()
    assert note.startswith('---\ndate: 2024-05-02T23:30:00-05:00\ntitle: "Lake"\ntags: ["sun"]\n')
    assert note.endswith("---\n# Lake\n\nA *swim*. <b>x</b> ![](https://x.org/a.png)")
    assert "> What says you must?" in (folder / names[1]).read_text()
    assert "To be kind" in (folder / names[2]).read_text()


def test_attachments_go_along_and_are_found_again(vault: SqlVault, tmp_path: Path) -> None:
    """Copied beside their note; read back, they point at the copies; what is gone or no picture stays behind."""
    (tmp_path / "a.png").write_bytes(b"png")
    (tmp_path / "id_rsa").write_bytes(b"key")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        packed.writestr("img/b.jpg", b"jpg")
    attachments = (
        Attachment("a.png", location=str(tmp_path / "a.png")),
        Attachment("b.jpg", location=f"{tmp_path / 'b.zip'}!/img/b.jpg"),
        Attachment("c.png", location=str(tmp_path / "c.png")),
        Attachment("key.png", location=str(tmp_path / "id_rsa")),
    )
    vault.entries.add(Writing(EVENING, "with pictures", source="markdown", source_id="x", attachments=attachments))
    folder = written(vault, "markdown", tmp_path / "out")
    assert sorted(path.read_bytes() for path in (folder / "2024/attachments").iterdir()) == [b"jpg", b"png"]
    for path in (tmp_path / "a.png", tmp_path / "b.zip"):
        path.unlink()
    (again,) = (one for one in writings(items("markdown", folder)) if one.attachments)
    assert Path(again.attachments[0].location or "").read_bytes() == b"png"
    assert Path(again.attachments[1].location or "").read_bytes() == b"jpg"


def test_the_book_fetches_nothing_and_shows_what_was_typed(vault: SqlVault, tmp_path: Path) -> None:
    """Markdown is rendered, HTML is shown as typed, no picture or script is loaded."""
    page = written(vault, "html", tmp_path / "book.html").read_text()
    assert "<em>swim</em>" in page
    assert "&lt;b&gt;" in page
    assert "<img" not in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert "What says you must?" in page
    assert "To be kind" in page


def test_jrnl_and_day_one_read_what_is_written_for_them(vault: SqlVault, tmp_path: Path) -> None:
    """Their own importers give back the words and the moments, with the zone where the format has one."""
    entry = vault.entries.add(Writing(EVENING, r"a back\slash \* and a \\ path", tags=("a b",)))
    for name, path in (("jrnl", tmp_path / "j.json"), ("dayone", tmp_path / "d.zip")):
        back = {one.text: one for one in writings(items(name, written(vault, name, path)))}
        assert entry.text in back
        assert back["I must rest"].written_at.strftime("%Y-%m-%d %H:%M") == "2024-05-01 23:30"
    with zipfile.ZipFile(tmp_path / "d.zip") as packed:
        made = json.loads(packed.read("Journal.json"))
    assert made["entries"][0]["creationDate"] == "2024-05-02T04:30:00Z"
    assert made["entries"][0]["timeZone"] == "GMT-0500"


def test_a_stretch_of_days_holds_entries_alone(vault: SqlVault, tmp_path: Path) -> None:
    """What speaks of other days stays behind."""
    take = TakeOut(date(2024, 5, 2), date(2024, 5, 2))
    export_named("jsonl").write(take.everything(vault), tmp_path / "day.jsonl")
    (line,) = (tmp_path / "day.jsonl").read_text().splitlines()
    assert json.loads(line)["title"] == "Lake"


@pytest.mark.parametrize("one", EXPORTS, ids=lambda one: one.name)
def test_nothing_is_written_over_and_nothing_half_done_is_left(vault: SqlVault, tmp_path: Path, one: object) -> None:
    """A place that is taken is refused; an export that breaks off leaves no file behind, hidden or not."""
    from assistant.exchange.exports import Export

    assert isinstance(one, Export)
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine.txt").write_text("mine")
    with pytest.raises(UsageError):
        one.write(TakeOut().everything(vault), taken)

    def broken() -> Iterator[object]:
        yield from TakeOut().entries(vault)
        raise VaultReadOnly("the disk went away")

    with pytest.raises(VaultReadOnly):
        one.write(broken(), tmp_path / "new")  # type: ignore[arg-type]
    assert [path.name for path in tmp_path.iterdir() if path.name not in ("taken", "vault")] == []


@pytest.mark.parametrize("name", ["jsonl", "html", "jrnl", "dayone", "markdown"])
def test_only_the_person_can_read_an_export(vault: SqlVault, tmp_path: Path, name: str) -> None:
    """No file or folder is open to others."""
    path = written(vault, name, tmp_path / "out")
    assert [one for one in (path, *path.rglob("*")) if one.stat().st_mode & 0o077] == []


def test_a_mirror_is_kept_in_line(vault: SqlVault, tmp_path: Path) -> None:
    """New and changed notes are written, forgotten ones removed; whatever else lies there is never touched."""
    folder = tmp_path / "mirror"
    entry = vault.entries.add(Writing(EVENING, "first words", title="One"))
    assert update(folder, TakeOut().everything(vault), vault.layout.folder).entries == 3
    (note,) = folder.rglob("* One *.md")
    (folder / "mine.txt").write_text("mine")
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.md")}
    vault.entries.amend(entry.id, "other words", EVENING)
    update(folder, TakeOut().everything(vault), vault.layout.folder)
    assert "other words" in note.read_text()
    untouched = [path for path in before if path != note]
    assert all(path.stat().st_mtime_ns == before[path] for path in untouched)
    forget(vault, [entry.id])
    assert update(folder, TakeOut().everything(vault), vault.layout.folder).removed == 1
    assert not note.exists()
    assert (folder / "mine.txt").read_text() == "mine"
    assert not any(
        b"words" in path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "mine.txt"
    )


def test_a_mirror_never_takes_over_a_folder_or_leaves_its_own(vault: SqlVault, tmp_path: Path) -> None:
    """A folder with other things is refused; a list that names a file elsewhere removes nothing there."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "mine.txt").write_text("mine")
    with pytest.raises(UsageError):
        update(other, TakeOut().everything(vault), vault.layout.folder)
    folder = tmp_path / "mirror"
    update(folder, TakeOut().everything(vault), vault.layout.folder)
    listed = {"vault": str(vault.layout.folder), "files": ["../other/mine.txt", "/etc/hosts", 7]}
    (folder / "mirror.json").write_text(json.dumps(listed))
    update(folder, TakeOut().everything(vault), vault.layout.folder)
    assert (other / "mine.txt").exists()


def test_an_entry_with_history_is_written_once_for_people_and_once_whole(vault: SqlVault, tmp_path: Path) -> None:
    """Its earlier words stand in the file of lines; read back there is one entry."""
    entry: Entry = vault.entries.add(Writing(EVENING, "before"))
    vault.entries.amend(entry.id, "after", datetime(2026, 1, 1, tzinfo=UTC))
    folder = written(vault, "markdown", tmp_path / "out")
    assert [one.text for one in writings(items("markdown", folder))].count("after") == 1


def test_a_page_of_records_says_all_that_a_record_says(vault: SqlVault, tmp_path: Path) -> None:
    """A practice's page step by step; whose vision it is and in which area; a plan with what will be asked."""
    day = date(2024, 5, 1)
    for record in (
        Worksheet(RecordId("w"), "iceberg", "Iceberg", day, (WorksheetLine("event", "Event", "The ovens ran late."),)),
        SharedVision(RecordId("s"), "we two", Area("home"), "Sundays in one room.", day),
        ConversationPlan(
            RecordId("c"), "Ben", "No doors slammed.", "Sell it.", "What worries you?", "His mother.", day
        ),
    ):
        vault.records.put(record, EVENING)
    folder = written(vault, "markdown", tmp_path / "out") / "records"
    assert "**Event**\n\nThe ovens ran late." in (folder / "worksheet.md").read_text()
    assert "- group: we two\n- area: home" in (folder / "sharedvision.md").read_text()
    assert "- inquiry: What worries you?" in (folder / "conversationplan.md").read_text()
