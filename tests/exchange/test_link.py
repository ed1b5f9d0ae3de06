"""A linked folder is read as it grows, is never written to, and brings nothing back that was forgotten."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest

from assistant.core.entry import Writing
from assistant.core.incoming import Failure, Incoming
from assistant.exchange.linked import read_new
from assistant.ports import LinkedFolder
from assistant.services.bring_in import Imported
from assistant.services.link import Links
from assistant.vault import SqlVault, create, forget
from tests.exchange.reading_files import OPTIONS, folder_of

NOW = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def vault(vault_folder: Path) -> Iterator[SqlVault]:
    """An empty plain vault."""
    with create(vault_folder).vault as made:
        yield made


def links(vault: SqlVault, read: list[str] | None = None) -> Links:
    """Return the links of a vault; `read` hears which files were asked for."""

    def reading(place: LinkedFolder, is_new: Callable[[str, str], bool]) -> Iterable[Incoming]:
        def heard(name: str, stamp: str) -> bool:
            new = is_new(name, stamp)
            if new and read is not None:
                read.append(name)
            return new

        return read_new(Path(place.folder), place.format, heard, OPTIONS)

    return Links(vault, lambda: NOW, reading)


def texts(vault: SqlVault) -> list[str]:
    """Return every text, oldest first."""
    return [entry.text for entry in vault.entries.between()]


def test_only_what_is_new_is_read_again(vault: SqlVault, tmp_path: Path) -> None:
    """A second reading opens no file; a changed one alone is opened and amends its entry."""
    folder = folder_of(tmp_path / "notes", {"2024-05-01.md": "one", "2024-05-02.md": "two words here"})
    read: list[str] = []
    linked = links(vault, read)
    assert linked.add(folder, "markdown").imported.imported == 2
    read.clear()
    assert linked.read_all()[0].imported.imported == 0
    assert read == []
    folder_of(folder, {"2024-05-02.md": "two words here, and more", "2024-05-03.md": "three"})
    assert linked.read_all()[0].imported.imported == 2
    assert read == ["2024-05-02.md", "2024-05-03.md"]
    assert texts(vault) == ["one", "two words here, and more", "three"]


def test_the_folder_is_never_written_to(vault: SqlVault, tmp_path: Path) -> None:
    """Names, contents and times stay as they were; a folder that takes no writes is read as well."""
    folder = folder_of(tmp_path / "notes", {"2024-05-01.md": "one ![](a.png)", "a.png": b"x"})
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir()}
    os.chmod(folder, 0o500)
    try:
        links(vault).add(folder, "markdown")
        links(vault).read_all()
    finally:
        os.chmod(folder, 0o700)
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir()} == before


def test_what_was_forgotten_does_not_come_back(vault: SqlVault, tmp_path: Path) -> None:
    """Neither by itself nor when its file grows; the rest of the folder is read on."""
    folder = folder_of(tmp_path / "notes", {"2024-05-01.md": "a secret", "2024-05-02.md": "plain"})
    linked = links(vault)
    linked.add(folder, "markdown")
    secret = next(entry for entry in vault.entries.between() if entry.text == "a secret")
    assert forget(vault, [secret.id]).traces_left == 0
    assert linked.read_all()[0].imported.imported == 0
    folder_of(folder, {"2024-05-01.md": "a secret, grown"})
    assert linked.read_all()[0].left_out == 1
    assert texts(vault) == ["plain"]


def test_a_link_in_a_format_that_nobody_knows_fails_by_itself(vault: SqlVault, tmp_path: Path) -> None:
    """The other folders are read; what is wrong is said each time, since only the person can mend it."""
    notes = folder_of(tmp_path / "notes", {"2024-05-01.md": "one"})
    linked = links(vault)
    linked.add(folder_of(tmp_path / "broken", {"2024-05-02.md": "two"}), "parchment")
    assert linked.add(notes, "markdown").imported.imported == 1
    for _again in range(2):
        broken, whole = linked.read_all()
        assert "parchment" in broken.trouble
        assert whole.trouble == ""


def test_a_file_that_failed_is_read_again_and_told_of_once(vault: SqlVault, tmp_path: Path) -> None:
    """A disk that stumbled keeps nothing out for good, and nobody hears of the same file before every search."""
    folder = folder_of(tmp_path / "notes", {"2024-05-01.md": "one", "2024-05-02.md": "two"})
    stumbling = True

    def reading(place: LinkedFolder, is_new: Callable[[str, str], bool]) -> Iterable[Incoming]:
        for item in read_new(Path(place.folder), place.format, is_new, OPTIONS):
            fails = stumbling and isinstance(item, Writing) and item.source_id == "2024-05-02.md"
            yield Failure("2024-05-02.md", "input/output error") if fails else item

    linked = Links(vault, lambda: NOW, reading)
    first = linked.add(folder, "markdown")
    assert "2024-05-02.md could not be read: input/output error" in first.trouble
    (second,) = linked.read_all()
    assert (len(second.imported.failed), second.trouble) == (1, "")
    stumbling = False
    assert linked.read_all()[0].imported.imported == 1
    assert linked.read_all()[0].imported == Imported()
    assert texts(vault) == ["one", "two"]


def test_a_reading_that_broke_off_stamps_nothing(vault: SqlVault, tmp_path: Path) -> None:
    """What was listed before it broke off is read the next time."""
    folder = folder_of(tmp_path / "notes", {"2024-05-01.md": "one", "2024-05-02.md": "two"})
    whole = False

    def reading(place: LinkedFolder, is_new: Callable[[str, str], bool]) -> Iterable[Incoming]:
        items = read_new(Path(place.folder), place.format, is_new, OPTIONS)
        return items if whole else [*islice(items, 1), Failure(place.folder, "the disk is gone")]

    linked = Links(vault, lambda: NOW, reading)
    assert linked.add(folder, "markdown").trouble == f"{folder} could not be read: the disk is gone."
    whole = True
    assert linked.read_all()[0].imported.imported == 1
    assert texts(vault) == ["one", "two"]


def test_a_folder_that_is_away_or_unlinked_is_passed_over(vault: SqlVault, tmp_path: Path) -> None:
    """A disk that is not there just now costs nothing; an unlinked folder's entries stay."""
    folder = folder_of(tmp_path / "notes", {"2024-05-01.md": "one"})
    linked = links(vault)
    linked.add(folder, "markdown")
    folder.rename(tmp_path / "away")
    assert linked.read_all() == []
    (tmp_path / "away").rename(folder)
    assert linked.remove(folder)
    assert not linked.remove(folder)
    assert linked.read_all() == []
    assert texts(vault) == ["one"]
