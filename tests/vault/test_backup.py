"""A backup opens with age and its passphrase alone, and makes the same vault again or none."""

from __future__ import annotations

import errno
import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest

from assistant.core.entry import Writing
from assistant.errors import DiskFull, LodestarError, Unreadable, UsageError, VaultReadOnly, WrongPassphrase
from assistant.vault import SqlVault, back_up, check, create, make_room, open_vault, place_for, restore
from assistant.vault import backup as room
from assistant.vault.dump import dump, load, steps_of
from assistant.vault.keys import Cost
from assistant.vault.schema import MIGRATIONS
from tests import quick_seal

NOW = datetime(2026, 6, 1, 20, tzinfo=UTC)
CHEAP = Cost(1, 8 * 1024 * 1024)
CANARY = "Zyzzyva"


@pytest.fixture(autouse=True)
def _cheap_seal(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Put a quick seal in the place of age's slow one, but where a test is about the seal itself."""
    if request.node.name.startswith("test_any_age_tool"):
        return

    monkeypatch.setattr(pyrage.passphrase, "encrypt", quick_seal.encrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", quick_seal.decrypt)


def texts(folder: Path, passphrase: str = "") -> list[str]:
    """Open a vault, find it sound and return its texts."""
    with open_vault(folder, passphrase=lambda: passphrase) as one:
        assert [found.name for found in check(one) if not found.ok] == []
        return [entry.text for entry in one.entries.between()]


def test_any_age_tool_opens_a_backup(plain: SqlVault, tmp_path: Path) -> None:
    """The real seal: unsealed by the library alone it holds readable lines; another passphrase opens nothing."""
    plain.entries.add(Writing(NOW, f"the {CANARY} sings"))
    done = back_up(plain, tmp_path / "one.age", "three herons", NOW)
    sealed = done.file.read_bytes()
    assert CANARY.encode() not in sealed
    with zipfile.ZipFile(io.BytesIO(pyrage.passphrase.decrypt(sealed, "three herons"))) as archive:
        rows = [json.loads(line) for line in archive.read("rows.jsonl").splitlines()]
    assert [row["row"]["text"] for row in rows if row["table"] == "entries"] == [f"the {CANARY} sings"]
    with pytest.raises(WrongPassphrase):
        restore(done.file, tmp_path / "new", "four herons")
    assert not (tmp_path / "new" / "vault.db").exists()


def test_a_restored_vault_is_as_protected_as_it_was(vault: SqlVault, tmp_path: Path) -> None:
    """Encrypted comes back encrypted, under the backup's passphrase, plain comes back plain; one may say otherwise."""
    vault.entries.add(Writing(NOW, "words"))
    back_up(vault, tmp_path / "one.age", "pw", NOW)
    (tmp_path / "again").mkdir()
    (tmp_path / "again").chmod(0o755)
    again = restore(tmp_path / "one.age", tmp_path / "again", "pw", cost=CHEAP)
    assert (again.encrypted, bool(again.recovery_code)) == (vault.encrypted, vault.encrypted)
    assert texts(tmp_path / "again", "pw") == ["words"]
    other = restore(tmp_path / "one.age", tmp_path / "other", "pw", encrypt=not vault.encrypted, cost=CHEAP)
    assert other.encrypted != vault.encrypted
    assert texts(tmp_path / "other", "pw") == ["words"]


def test_a_vault_or_a_backup_is_never_written_over(plain: SqlVault, tmp_path: Path) -> None:
    """Neither the file that is there nor the vault that is there."""
    plain.entries.add(Writing(NOW, "words"))
    back_up(plain, tmp_path / "one.age", "pw", NOW)
    with pytest.raises(UsageError):
        back_up(plain, tmp_path / "one.age", "pw", NOW)
    with pytest.raises(UsageError):
        back_up(plain, tmp_path / "two.age", "", NOW)
    restore(tmp_path / "one.age", tmp_path / "new", "pw")
    with pytest.raises(UsageError):
        restore(tmp_path / "one.age", tmp_path / "new", "pw")
    assert texts(tmp_path / "new") == ["words"]


def test_a_backup_that_does_not_read_back_is_no_backup(
    plain: SqlVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that changes a byte is caught before the file gets its name, and nothing is left beside it."""
    plain.entries.add(Writing(NOW, "words " * 100))

    def spoiled(path: Path, content: bytes) -> None:
        path.write_bytes(content[:-30] + b"x" * 30)

    monkeypatch.setattr(room, "write_whole", spoiled)
    with pytest.raises(Unreadable):
        back_up(plain, tmp_path / "one.age", "pw", NOW)
    assert [path.name for path in tmp_path.iterdir() if path.name != "vault"] == []


def test_a_place_that_cannot_be_written_is_told_of(plain: SqlVault, tmp_path: Path) -> None:
    """In our own words, which never blame the vault or its disk."""
    with pytest.raises(UsageError) as caught:
        back_up(plain, tmp_path / "missing" / "one.age", "pw", NOW)
    assert caught.value.message == f"there is no folder {tmp_path / 'missing'}"
    with pytest.raises(VaultReadOnly) as told:
        back_up(plain, tmp_path / ("x" * 250), "pw", NOW)
    assert str(tmp_path / "xxx") in told.value.message


@pytest.mark.parametrize(("number", "kind"), [(errno.ENOSPC, DiskFull), (errno.EROFS, VaultReadOnly)])
def test_a_full_backup_disk_is_not_told_as_the_vault_s(
    plain: SqlVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[LodestarError]
) -> None:
    """The file is named, and nothing is left beside it."""

    def failing(_path: Path, _content: bytes) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(room, "write_whole", failing)
    with pytest.raises(kind) as caught:
        back_up(plain, tmp_path / "one.age", "pw", NOW)
    assert str(tmp_path / "one.age") in caught.value.message
    assert "vault" not in caught.value.message.replace(str(tmp_path), "")


def test_old_backups_make_room_for_the_one_just_made(tmp_path: Path) -> None:
    """Whatever the clock says: neither one put back nor one that was ahead costs the backup that was just made."""
    first, second = tmp_path / "first", tmp_path / "second"
    made = [place_for(tmp_path, first, NOW + timedelta(days=day)) for day in (400, 0, 1, -400)]
    others = [place_for(tmp_path, second, NOW), tmp_path / "lodestar-2020-01-01-000000.age", tmp_path / "mine.age"]
    for file in (*made, *others):
        file.touch()
    make_room(made[-1], first, 3)
    assert {*tmp_path.iterdir()} == {made[0], made[2], made[3], *others}
    make_room(made[-1], first, 1)
    assert {*tmp_path.iterdir()} == {made[3], *others}


@pytest.mark.parametrize("in_folder", [False, True])
def test_a_folder_that_is_away_is_not_made_up_for(tmp_path: Path, in_folder: bool) -> None:
    """A disk that is not plugged in is named, and no file of its name is written."""
    away = tmp_path / "disk" if in_folder else tmp_path / "disk" / "one.age"
    with pytest.raises(UsageError) as caught:
        place_for(away, tmp_path / "vault", NOW, in_folder=in_folder)
    assert caught.value.message == f"there is no folder {tmp_path / 'disk'}"


def packed(lines: str, **about: object) -> bytes:
    """Return the inside of a backup with these rows."""
    import hashlib

    head = {"format": "lodestar backup", "version": 1, "made": "x", "encrypted": False, "rows": {"entries": 1}}
    head |= {"steps": [step.__name__ for step in MIGRATIONS], "sha256": hashlib.sha256(lines.encode()).hexdigest()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("about.json", json.dumps(head | about))
        archive.writestr("rows.jsonl", lines)
    return made.getvalue()


def bent() -> bytes:
    """Return the inside of a backup whose compressed rows are no longer what was compressed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rows.jsonl", "words " * 500)
        place = archive.infolist()[0].header_offset + 30 + len("rows.jsonl")
        archive.writestr("about.json", json.dumps({"format": "lodestar backup", "version": 1}))
    content = bytearray(made.getvalue())
    content[place : place + 4] = b"\xff\xff\xff\xff"
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 broken",
        packed("", sha256="0"),
        packed("not json\n"),
        packed('{"table": "entries", "row": {}}\n'),
        packed('{"table": "sqlite_schema", "row": {"name": "x"}}\n'),
        packed('{"table": "entries", "row": {"id) VALUES (1); DROP TABLE entries; --": "x"}}\n'),
        packed('{"table": "entries", "row": {"id": ["x"]}}\n'),
        packed('{"table": "entries", "row": {"id": {"bytes": "?"}}}\n'),
        packed('{"table": "entries", "row": {"id": "x"}}\n'),
        packed("", rows={"entries": 3}),
        packed("", steps=["a step from tomorrow"]),
        packed("", version=9),
        packed("", steps=5),
        packed("", steps=[["entries"]]),
        packed("", encrypted="no"),
        packed("", made=None),
        packed('{"table": "entries", "row": {"sequence": 99999999999999999999}}\n'),
        bent(),
    ],
)
def test_what_is_no_backup_makes_no_vault(tmp_path: Path, content: bytes) -> None:
    """Whatever a sealed file holds, it ends in a clear error and an empty place."""
    (tmp_path / "bad.age").write_bytes(b"age-encryption.org/quick\npw\n" + content)
    with pytest.raises(LodestarError):
        restore(tmp_path / "bad.age", tmp_path / "new", "pw")
    assert sorted(path.name for path in (tmp_path / "new").glob("*")) in ([], ["vault.lock"])


def test_a_file_that_is_no_backup_says_so(tmp_path: Path) -> None:
    """A picture, and a file that is not there."""
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    for name in ("a.png", "missing.age"):
        with pytest.raises(Unreadable):
            restore(tmp_path / name, tmp_path / "new", "pw")


def test_a_backup_of_an_older_lodestar_is_brought_up_to_date(plain: SqlVault, tmp_path: Path) -> None:
    """Its rows are loaded into the tables of its time; then the later migrations run."""
    plain.entries.add(Writing(NOW, "words"))
    older = [step for step in steps_of(plain.database) if step != "links"]
    rows = [line for table, line in dump(plain.database) if table not in ("links", "forgotten")]
    from assistant.vault.connection import Database

    database = Database(tmp_path / "new.db")
    load(rows, database, older)
    assert steps_of(database) == [step.__name__ for step in MIGRATIONS]
    assert database.value("SELECT text FROM entries") == "words"
    database.close()


def test_every_table_is_in_a_backup_or_named_as_derived(plain: SqlVault) -> None:
    """A table that a later migration adds cannot be forgotten by chance."""
    from assistant.vault import dump as kept

    made_anew = kept._DERIVED
    rows = plain.database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    words = {name for (name,) in rows if name == "words" or name.startswith("words_")}
    assert {name for (name,) in rows} - words - made_anew == set(kept._tables(plain.database))


def test_an_encrypted_vault_s_backup_holds_nothing_in_clear(tmp_path: Path) -> None:
    """While it is made and while it is restored, no file anywhere shows a word."""
    with create(tmp_path / "old", passphrase="pw", cost=CHEAP).vault as one:
        one.entries.add(Writing(NOW, f"the {CANARY} sings"))
        seen: list[str] = []

        def look(step: str) -> None:
            seen.append(step)
            files = [
                path for path in tmp_path.rglob("*") if path.is_file() and not path.name.endswith((".age", ".part"))
            ]
            assert not any(CANARY.encode() in path.read_bytes() for path in files)

        back_up(one, tmp_path / "one.age", "pw", NOW, at_step=look)
    restore(tmp_path / "one.age", tmp_path / "new", "pw", cost=CHEAP, at_step=look)
    look("done")
    assert seen == ["written", "read back", "key written", "rows loaded", "in place", "done"]
