"""The commands by which words come in, leave and are forgotten, as the contract has them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pyrage
import pytest
from typer.testing import CliRunner

from assistant.cli import app
from assistant.core.entry import Writing
from assistant.core.ids import RecordId
from assistant.core.records import Purpose
from assistant.errors import LodestarError, NotFound, Unreadable, UsageError
from assistant.vault import create, open_vault
from tests import quick_seal

LINES = (
    '{"id": "a", "date": "2024-05-01", "text": "With Quorra by the river."}\n'
    '{"id": "b", "date": "2024-05-02", "text": "Rain."}\n'
)


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A vault of one's own, settings of one's own, and a quick seal."""
    create(tmp_path / "vault").vault.close()
    (tmp_path / "passphrase").write_text("three herons\n")
    monkeypatch.setenv("LODESTAR_VAULT", str(tmp_path / "vault"))
    monkeypatch.setenv("LODESTAR_CONFIG", str(tmp_path / "settings.toml"))
    monkeypatch.setenv("LODESTAR_BACKUP_PASSPHRASE_FILE", str(tmp_path / "passphrase"))
    monkeypatch.setattr(pyrage.passphrase, "encrypt", quick_seal.encrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", quick_seal.decrypt)
    (tmp_path / "a.jsonl").write_text(LINES)


def answer(*arguments: object, exit_code: int = 0) -> dict[str, object]:
    """Run a command with --json and return its answer."""
    done = CliRunner().invoke(app, [*map(str, arguments), "--json"])
    assert done.exit_code == exit_code, (done.output, done.exception)
    found: dict[str, object] = json.loads(done.stdout)
    return found


def error_of(*arguments: object) -> LodestarError:
    """Run a command that fails and return why."""
    done = CliRunner().invoke(app, list(map(str, arguments)))
    assert isinstance(done.exception, LodestarError), done.output
    return done.exception


def texts(tmp_path: Path, name: str = "vault") -> list[str]:
    """Return every text of a vault."""
    with open_vault(tmp_path / name) as vault:
        return [entry.text for entry in vault.entries.between()]


def test_an_import_says_what_became_of_everything(tmp_path: Path) -> None:
    """New, known and failed; a second run imports nothing twice."""
    (tmp_path / "a.jsonl").write_text(LINES + "broken\n")
    told = answer("import", "jsonl", tmp_path / "a.jsonl")
    assert (told["imported"], told["unchanged"], told["format"]) == (2, 0, "jsonl")
    assert told["failed"] == [{"source": "a.jsonl, line 3", "reason": "it is not JSON: expecting value at column 1"}]
    assert answer("import", "guess", tmp_path / "a.jsonl")["unchanged"] == 2


def test_an_import_that_brings_nothing_but_failures_fails(tmp_path: Path) -> None:
    """So that a script notices."""
    (tmp_path / "b.jsonl").write_text("broken\n")
    assert answer("import", "jsonl", tmp_path / "b.jsonl", exit_code=1)["imported"] == 0


def test_a_look_ahead_saves_nothing(tmp_path: Path) -> None:
    """It shows how many, from when to when, and how they begin."""
    told = answer("import", "guess", tmp_path / "a.jsonl", "--dry-run")
    assert (told["would_import"], told["format"]) == (2, "jsonl")
    assert told["sample"][0]["begins"] == "With Quorra by the river."  # type: ignore[index]
    assert texts(tmp_path) == []


def test_formats_are_listed_and_unknown_ones_refused(tmp_path: Path) -> None:
    """In both directions."""
    for command in ("import", "export"):
        done = CliRunner().invoke(app, [command, "--list"])
        assert done.exit_code == 0
        assert "markdown" in done.stdout
        assert isinstance(error_of(command, "parchment", tmp_path / "a.jsonl"), UsageError)
        assert isinstance(error_of(command), UsageError)
    assert isinstance(error_of("import", "guess", tmp_path / "missing"), Unreadable)
    assert isinstance(error_of("import", "csv", tmp_path / "a.jsonl", "--columns", "date"), UsageError)
    assert isinstance(error_of("import", "csv", tmp_path / "a.jsonl", "--timezone", "Nowhere/City"), UsageError)
    assert isinstance(error_of("import", "jrnl", tmp_path / "a", "--password-file", tmp_path / "missing"), UsageError)


def test_the_zone_of_dates_without_one_can_be_named(tmp_path: Path) -> None:
    """It decides the offset of an entry, not its local day."""
    answer("import", "jsonl", tmp_path / "a.jsonl", "--timezone", "Asia/Tokyo")
    with open_vault(tmp_path / "vault") as vault:
        assert next(vault.entries.between()).written_at.isoformat() == "2024-05-01T00:00:00+09:00"


def test_the_order_of_day_and_month_can_be_said(tmp_path: Path) -> None:
    """Where the files leave it open, the date is refused until the person says."""
    (tmp_path / "t.csv").write_text("date,text\n05/06/2024,words\n")
    assert answer("import", "csv", tmp_path / "t.csv", exit_code=1)["failed"]
    answer("import", "csv", tmp_path / "t.csv", "--dates", "day-first")
    with open_vault(tmp_path / "vault") as vault:
        assert next(vault.entries.between()).written_at.month == 6


def test_everything_leaves_and_comes_back(tmp_path: Path) -> None:
    """Export, and a backup restored into another place."""
    answer("import", "jsonl", tmp_path / "a.jsonl")
    assert answer("export", "markdown", tmp_path / "out")["exported"] == 2
    assert answer("export", "jsonl", tmp_path / "day.jsonl", "--since", "2024-05-02")["exported"] == 1
    assert answer("backup", tmp_path / "one.age")["entries"] == 2
    assert answer("--vault", tmp_path / "new", "restore", tmp_path / "one.age")["entries"] == 2
    assert texts(tmp_path, "new") == texts(tmp_path)


def test_old_backups_in_a_folder_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest of this vault stay; those of other vaults and other files are not touched."""
    folder = tmp_path / "backups"
    assert f"no folder {folder}" in error_of("backup", folder, "--keep", "2").message
    assert not folder.exists()
    folder.mkdir()
    others = {"lodestar-2020-01-01-000000.age", "lodestar-2021-01-01-000000-00000000.age", "mine.age"}
    for name in others:
        (folder / name).write_text("old")
    clock = iter(datetime(2026, 1, day, 20, tzinfo=UTC) for day in (3, 9, 2, 2))
    monkeypatch.setattr("assistant.bootstrap.assembly.Assembly.now", lambda _: next(clock))
    made = [Path(str(answer("backup", folder, "--keep", "2")["backup"])).name for _ in range(3)]
    assert {path.name for path in folder.iterdir()} == {*others, made[1], made[2]}
    (folder / "file").write_text("no folder")
    assert isinstance(error_of("backup", folder / "file", "--keep", "2"), UsageError)


def test_forget_says_what_depends_and_what_is_left(tmp_path: Path) -> None:
    """Before with --dry-run, which erases nothing; after with what a byte search found."""
    answer("import", "jsonl", tmp_path / "a.jsonl")
    with open_vault(tmp_path / "vault") as vault:
        first = next(vault.entries.between())
    assert answer("forget", first.id, "--dry-run")["would_forget"] == 1
    assert len(texts(tmp_path)) == 2
    told = answer("forget", first.id)
    assert (told["forgotten"], told["traces_left"]) == (1, 0)
    assert texts(tmp_path) == ["Rain."]
    assert isinstance(error_of("forget", first.id, "--yes"), NotFound)


def test_records_that_still_say_it_are_named_and_erased(tmp_path: Path) -> None:
    """Before and after, with what shows and erases them; then they go by themselves."""
    answer("import", "jsonl", tmp_path / "a.jsonl")
    with open_vault(tmp_path / "vault") as vault:
        first = next(vault.entries.between())
        vault.records.put(Purpose(RecordId("purpose"), "To walk with Quorra", date(2026, 1, 1)), first.written_at)
    assert answer("forget", first.id, "--dry-run")["records_saying"] == ["purpose"]
    done = CliRunner().invoke(app, ["forget", first.id, "--yes"])
    assert "1 forgotten, 0 traces left in the vault's folder. 1 record of yours still says" in done.stdout
    assert "`lodestar forget --record ID`" in done.stdout
    told = answer("forget", "--record", "purpose")
    assert (told["forgotten"], told["traces_left"], told["records_removed"]) == (1, 0, 1)
    assert not any(b"Quorra" in path.read_bytes() for path in (tmp_path / "vault").iterdir() if path.is_file())
    assert isinstance(error_of("forget", "--record", "purpose", "--yes"), NotFound)


def test_a_stretch_of_days_a_conversation_or_a_name_is_forgotten(tmp_path: Path) -> None:
    """Each by its option; a name goes by itself."""
    answer("import", "jsonl", tmp_path / "a.jsonl")
    assert answer("forget", "--name", "Quorra")["entries"] == 1
    assert texts(tmp_path)[0] == "With ██████ by the river."
    assert answer("forget", "--since", "2024-05-02", "--until", "2024-05-02")["forgotten"] == 1
    from assistant.core.entry import EntryKind
    from assistant.core.ids import SessionId

    with open_vault(tmp_path / "vault") as vault:
        now = datetime(2026, 1, 1, tzinfo=UTC)
        vault.entries.add(Writing(now, "said", EntryKind.MESSAGE, session=SessionId("s")))
    assert answer("forget", "--session", "s")["forgotten"] == 1
    assert isinstance(error_of("forget", "--name", "Quorra", "--session", "s"), UsageError)
    assert isinstance(error_of("forget", "--yes"), NotFound)
    assert len(texts(tmp_path)) == 1


def test_a_no_erases_nothing(tmp_path: Path) -> None:
    """Without --yes the person is asked."""
    answer("import", "jsonl", tmp_path / "a.jsonl")
    done = CliRunner().invoke(app, ["forget", "--since", "2024-01-01"], input="n\n")
    assert isinstance(done.exception, UsageError)
    assert len(texts(tmp_path)) == 2


def test_a_mirror_is_chosen_kept_and_left(tmp_path: Path) -> None:
    """Remembered in the settings; a forgotten entry leaves it too; off leaves the files."""
    answer("import", "jsonl", tmp_path / "a.jsonl")
    assert answer("mirror", tmp_path / "mirror")["entries"] == 2
    told = answer("forget", "--since", "2024-05-02", "--until", "2024-05-02")
    assert told["mirror_files_removed"] == 1
    assert answer("mirror")["entries"] == 1
    assert answer("mirror", "--off")["mirror"] is None
    assert len(list((tmp_path / "mirror").rglob("*.md"))) == 1


def test_a_mirror_that_cannot_follow_is_told_of(tmp_path: Path) -> None:
    """The vault is done all the same, and the person knows what is left."""
    answer("import", "jsonl", tmp_path / "a.jsonl")
    answer("mirror", tmp_path / "mirror")
    (tmp_path / "mirror" / "mirror.json").write_text("spoiled")
    told = answer("forget", "--since", "2024-05-02")
    assert (told["forgotten"], told["traces_left"]) == (1, 0)
    assert "no list of a mirror" in str(told["mirror_trouble"])


def test_a_mirror_is_one_vault_s(tmp_path: Path) -> None:
    """Another vault neither writes its words there nor empties it, and its forgetting has nothing to do with it."""
    answer("import", "jsonl", tmp_path / "a.jsonl")
    answer("mirror", tmp_path / "mirror")
    before = {path: path.read_bytes() for path in (tmp_path / "mirror").rglob("*") if path.is_file()}
    with create(tmp_path / "private").vault as vault:
        secret = vault.entries.add(Writing(datetime(2026, 1, 1, tzinfo=UTC), "a secret"))
    private = ("--vault", tmp_path / "private")
    for command in (["mirror"], ["mirror", tmp_path / "mirror"]):
        assert f"of the vault at {tmp_path / 'vault'}" in error_of(*private, *command).message
    told = answer(*private, "forget", secret.id)
    assert not [key for key in told if key.startswith("mirror")]
    assert {path: path.read_bytes() for path in (tmp_path / "mirror").rglob("*") if path.is_file()} == before


def test_a_mirror_of_a_vault_that_was_moved_is_told_of(tmp_path: Path) -> None:
    """It may be this vault's: what was forgotten still lies in it, and that is said."""
    answer("import", "jsonl", tmp_path / "a.jsonl")
    answer("mirror", tmp_path / "mirror")
    (tmp_path / "vault").rename(tmp_path / "moved")
    told = answer("--vault", tmp_path / "moved", "forget", "--since", "2024-05-02")
    assert f"of the vault at {tmp_path / 'vault'}" in str(told["mirror_trouble"])


def test_a_mirror_that_is_away_or_says_not_whose_it_is_is_told_of(tmp_path: Path) -> None:
    """Nothing is written where it cannot be known for whom; what was erased may still lie there."""
    answer("import", "jsonl", tmp_path / "a.jsonl")
    answer("mirror", tmp_path / "mirror")
    (tmp_path / "mirror").rename(tmp_path / "away")
    assert "no mirror" in str(answer("forget", "--since", "2024-05-02")["mirror_trouble"])
    assert not (tmp_path / "mirror").exists()
    (tmp_path / "away").rename(tmp_path / "mirror")
    (tmp_path / "mirror" / "mirror.json").write_text('{"files": []}')
    assert "does not say of which vault" in error_of("mirror", tmp_path / "mirror").message


def test_nothing_leaves_into_the_vault_s_own_folder(tmp_path: Path) -> None:
    """There a forgotten word would be found again."""
    inside = tmp_path / "vault" / "x"
    for command in (["export", "jsonl", inside], ["backup", inside], ["mirror", inside]):
        assert isinstance(error_of(*command), UsageError)
    assert not inside.exists()


def test_a_folder_is_linked_read_and_unlinked(tmp_path: Path) -> None:
    """Each answer names the folder."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "2024-05-03.md").write_text("linked")
    done = CliRunner().invoke(app, ["link", str(tmp_path / "notes"), "--json"])
    assert json.loads(done.stdout)[0]["imported"] == 1
    listed = CliRunner().invoke(app, ["link", "--list", "--json"])
    assert json.loads(listed.stdout) == [{"folder": str(tmp_path / "notes"), "format": "markdown"}]
    assert json.loads(CliRunner().invoke(app, ["link", "--json"]).stdout)[0]["imported"] == 0
    assert answer("link", tmp_path / "notes", "--remove")["removed"] is True
    assert isinstance(error_of("link", tmp_path / "missing"), UsageError)


def test_a_folder_is_linked_by_the_name_of_its_program_or_not_at_all(tmp_path: Path) -> None:
    """Obsidian's notes are Markdown; a format that nobody knows is refused before anything is linked."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "2024-05-03.md").write_text("linked")
    assert isinstance(error_of("link", tmp_path / "notes", "--format", "parchment"), UsageError)
    with open_vault(tmp_path / "vault") as vault:
        assert vault.links.linked() == []
    done = CliRunner().invoke(app, ["link", str(tmp_path / "notes"), "--format", "obsidian", "--json"])
    assert json.loads(done.stdout)[0]["imported"] == 1
    listed = CliRunner().invoke(app, ["link", "--list", "--json"])
    assert json.loads(listed.stdout)[0]["format"] == "markdown"


def test_a_linked_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """With its reason."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "2024-05-03.md").write_bytes(b"\0\1\2")
    done = CliRunner().invoke(app, ["link", str(tmp_path / "notes")])
    assert "2024-05-03.md: it is not text" in done.stdout


@pytest.mark.parametrize("command", ["import", "export", "mirror", "restore", "link", "doctor"])
def test_a_home_of_nobody_is_named(command: str) -> None:
    """`~` and a name that no account has."""
    path = "~nobody-of-that-name/x"
    arguments = {
        "import": ["markdown", path],
        "export": ["markdown", path],
        "doctor": ["--salvage", path],
    }
    assert isinstance(error_of(command, *arguments.get(command, [path])), UsageError)


def test_a_damaged_vault_is_carried_over(tmp_path: Path) -> None:
    """`doctor --salvage` makes a new vault of what can be read."""
    answer("import", "jsonl", tmp_path / "a.jsonl")
    assert answer("doctor", "--salvage", tmp_path / "new")["entries"] == 2
    assert len(texts(tmp_path, "new")) == 2
