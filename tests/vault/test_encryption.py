"""A vault that only its passphrase or its recovery code opens."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant import vault
from assistant.core.entry import Entry, Writing
from assistant.core.ids import RecordId
from assistant.core.records import Purpose
from assistant.errors import (
    HeaderDamaged,
    NoVault,
    UsageError,
    VaultDamaged,
    VaultInUse,
    WrongPassphrase,
)
from assistant.vault.connection import PAGE_BYTES
from assistant.vault.keys import Cost, draw_key, read_key_file

CHEAP = Cost(1, 8 * 1024 * 1024)
NOW = datetime(2026, 1, 2, tzinfo=UTC)
CANARY = "quetzalcoatlus"


def filled(folder: Path, passphrase: str | None = None) -> Entry:
    """Make a vault with an entry, a record and an index folder."""
    with vault.create(folder, passphrase=passphrase, cost=CHEAP).vault as made:
        entry = made.entries.add(Writing(NOW, f"A {CANARY} flew by", title="sky"))
        made.records.put(Purpose(RecordId("p"), "To fly", date(2026, 1, 2)), NOW)
    (folder / "index" / "old").mkdir(parents=True)
    return entry


def names(folder: Path) -> set[str]:
    """Return the names in a folder."""
    return {path.name for path in folder.iterdir()}


def opened(folder: Path, passphrase: str) -> vault.SqlVault:
    """Open with a passphrase."""
    return vault.open_vault(folder, passphrase=lambda: passphrase)


def test_a_vault_is_turned_over_and_back(vault_folder: Path) -> None:
    """Encrypting and decrypting keep every entry and record; the words lie in clear only in between."""
    entry = filled(vault_folder)
    assert CANARY.encode() in (vault_folder / "vault.db").read_bytes()
    vault.encrypt(vault_folder, "open sesame", cost=CHEAP)
    assert names(vault_folder) == {"vault.db", "vault.lock", "key.json"}
    assert all(CANARY.encode() not in path.read_bytes() for path in vault_folder.iterdir())
    assert vault.is_encrypted(vault_folder)
    with opened(vault_folder, "open sesame") as one:
        assert one.encrypted
        assert one.entries.get(entry.id) == entry
        assert [hit.entry for hit in one.entries.search_words([CANARY], 3)] == [entry.id]
        assert len(one.records.history(RecordId("p"))) == 1
        assert [check.name for check in vault.check(one) if not check.ok] == []
    vault.decrypt(vault_folder, "open sesame")
    assert names(vault_folder) == {"vault.db", "vault.lock"}
    with vault.open_vault(vault_folder) as one:
        assert not one.encrypted
        assert one.entries.get(entry.id) == entry


def test_a_folder_of_any_name_is_turned_over(tmp_path: Path) -> None:
    """A name with a question mark, a percent sign, and bytes that are no text where the system allows them."""
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + (b"/50%25 ?#\xff" if sys.platform == "linux" else b"/50%25 #")))
    entry = filled(folder)
    vault.encrypt(folder, "open sesame", cost=CHEAP)
    vault.decrypt(folder, "open sesame")
    with vault.open_vault(folder) as one:
        assert one.entries.get(entry.id) == entry


def test_the_old_bytes_are_overwritten(vault_folder: Path) -> None:
    """Whoever still holds the old file finds zeros in it."""
    filled(vault_folder)
    with (vault_folder / "vault.db").open("rb") as old:
        vault.encrypt(vault_folder, "open sesame", cost=CHEAP)
        assert set(old.read()) == {0}


def test_a_wrong_passphrase_is_called_that(vault_folder: Path) -> None:
    """A wrong passphrase, or none, opens nothing and says so."""
    filled(vault_folder, "open sesame")
    for asked in (lambda: "open simsim", lambda: "", None):
        with pytest.raises(WrongPassphrase):
            vault.open_vault(vault_folder, passphrase=asked)
    with pytest.raises(WrongPassphrase):
        vault.decrypt(vault_folder, "open simsim")
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase(vault_folder, "open simsim", "x", cost=CHEAP)
    with pytest.raises(WrongPassphrase):
        vault.open_with_recovery(vault_folder, "0000-0000")
    opened(vault_folder, "open sesame").close()


def test_a_passphrase_may_be_typed_on_another_keyboard(vault_folder: Path) -> None:
    """A composed and a decomposed accent are the same passphrase."""
    filled(vault_folder, "caf\u00e9 \u00fc\ud800")
    opened(vault_folder, "cafe\u0301 u\u0308\ud800").close()


def test_the_recovery_code_opens_what_is_forgotten(vault_folder: Path) -> None:
    """The printed code opens the vault however it is typed, and sets a new passphrase."""
    code = vault.create(vault_folder, passphrase="forgotten", cost=CHEAP)
    code.vault.close()
    assert code.recovery_code is not None
    assert code.recovery_code not in repr(code)
    typed = code.recovery_code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    vault.open_with_recovery(vault_folder, typed).close()
    vault.reset_passphrase(vault_folder, typed, "remembered", cost=CHEAP)
    opened(vault_folder, "remembered").close()
    vault.open_with_recovery(vault_folder, code.recovery_code).close()


def test_a_new_passphrase_leaves_the_words_alone(vault_folder: Path) -> None:
    """Changing the passphrase rewrites the key file only; the old one no longer opens anything."""
    filled(vault_folder, "old")
    before = (vault_folder / "vault.db").read_bytes()
    vault.change_passphrase(vault_folder, "old", "new", cost=CHEAP)
    assert (vault_folder / "vault.db").read_bytes() == before
    opened(vault_folder, "new").close()
    with pytest.raises(WrongPassphrase):
        opened(vault_folder, "old")


def test_turning_over_needs_the_vault_alone(vault_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is open anywhere, nothing is turned over and nothing is left behind."""
    monkeypatch.setattr("assistant.vault.lock.WAIT_SECONDS", 0.1)
    filled(vault_folder)
    with vault.open_vault(vault_folder):
        for turn in (
            lambda: vault.encrypt(vault_folder, "x", cost=CHEAP),
            lambda: vault.decrypt(vault_folder, "x"),
            lambda: vault.change_passphrase(vault_folder, "x", "y", cost=CHEAP),
        ):
            with pytest.raises(VaultInUse):
                turn()
    assert not vault.is_encrypted(vault_folder)


def test_what_makes_no_sense_is_refused(vault_folder: Path, tmp_path: Path) -> None:
    """Encrypting twice, decrypting or re-keying a plain vault, making one twice, opening nothing."""
    filled(vault_folder)
    with pytest.raises(UsageError):
        vault.decrypt(vault_folder, "x")
    with pytest.raises(UsageError):
        vault.change_passphrase(vault_folder, "x", "y")
    with pytest.raises(UsageError):
        vault.create(vault_folder)
    vault.encrypt(vault_folder, "x", cost=CHEAP)
    with pytest.raises(UsageError):
        vault.encrypt(vault_folder, "x", cost=CHEAP)
    for ask in (vault.open_vault, vault.is_encrypted, lambda folder: vault.encrypt(folder, "x")):
        with pytest.raises(NoVault):
            ask(tmp_path / "nowhere")


@pytest.mark.parametrize("left", ["key.json", "vault.db-wal"])
def test_what_is_left_of_a_vault_is_never_cleared_away(vault_folder: Path, tmp_path: Path, left: str) -> None:
    """While the database is away, nothing makes a vault in its place: without its key nobody would open it again."""
    filled(vault_folder, "open sesame")
    (vault_folder / "vault.db").rename(tmp_path / "away.db")
    (vault_folder / left).touch()
    if left == "vault.db-wal":
        (vault_folder / "key.json").rename(tmp_path / "key.json")
        (vault_folder / left).write_bytes(b"log")
    before = {path: path.read_bytes() for path in vault_folder.iterdir() if path.is_file()}
    for make in (
        lambda: vault.create(vault_folder),
        lambda: vault.create(vault_folder, passphrase="new", cost=CHEAP),
        lambda: vault.open_in(vault_folder),
        lambda: vault.open_vault(vault_folder),
    ):
        with pytest.raises(HeaderDamaged) as caught:
            make()
        assert "vault.db is missing" in caught.value.message
        assert left in caught.value.message
    assert {path: path.read_bytes() for path in vault_folder.iterdir() if path.is_file()} == before


def test_a_vault_whose_making_was_cut_short_is_finished_or_made_again(vault_folder: Path) -> None:
    """Before its database is there, it is made again; afterwards its key gets its name at the next opening."""
    vault_folder.mkdir()
    (vault_folder / "key.json.new").write_bytes(draw_key("early", CHEAP).file.dump())
    filled(vault_folder, "open sesame")
    assert "key.json.new" not in names(vault_folder)
    (vault_folder / "key.json").rename(vault_folder / "key.json.new")
    assert vault.is_encrypted(vault_folder)
    opened(vault_folder, "open sesame").close()
    assert names(vault_folder) - {"index"} == {"vault.db", "vault.lock", "key.json"}


def test_the_recovery_code_is_told_before_anything_is_turned_over(vault_folder: Path) -> None:
    """What comes after the new file is in place, a Ctrl-C too, cannot take the code along."""
    filled(vault_folder)
    codes: list[str] = []

    def stop(step: str) -> None:
        if step == "swapped":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        vault.encrypt(vault_folder, "open sesame", cost=CHEAP, at_step=stop, tell=codes.append)
    vault.open_with_recovery(vault_folder, codes[0]).close()


class TestDamage:
    """Three kinds of damage, three messages."""

    def overwrite(self, path: Path, offset: int, length: int) -> None:
        """Damage part of a file."""
        with path.open("r+b") as file:
            file.seek(offset)
            file.write(bytes(range(1, length % 250 + 1)) * (length // (length % 250) if length % 250 else 1))

    @pytest.mark.parametrize("passphrase", [None, "open sesame"])
    def test_a_broken_first_page_is_called_that(self, vault_folder: Path, passphrase: str | None) -> None:
        """With the right passphrase, or none needed, the file's beginning is to blame."""
        filled(vault_folder, passphrase)
        self.overwrite(vault_folder / "vault.db", 0, 100)
        with pytest.raises(HeaderDamaged) as caught:
            vault.open_vault(vault_folder, passphrase=lambda: "open sesame")
        assert "beginning" in caught.value.message

    @pytest.mark.parametrize("offset", [30, 100, 110, 4000])
    @pytest.mark.parametrize("passphrase", [None, "open sesame"])
    def test_damage_within_the_first_page_is_never_a_wrong_passphrase(
        self, vault_folder: Path, passphrase: str | None, offset: int
    ) -> None:
        """Wherever the first page is hit, the vault is called damaged or still opens whole."""
        filled(vault_folder, passphrase)
        self.overwrite(vault_folder / "vault.db", offset, 60)
        with suppress(VaultDamaged):
            opened(vault_folder, "open sesame").close()

    @pytest.mark.parametrize(
        "content",
        [b"", b"{}", b"[]", b"\xff\xfe", b"{" * 100_000, b"null", b'{"checksum": 3}'],
        ids=lambda raw: str(raw[:9]),
    )
    def test_a_broken_key_file_is_not_a_wrong_passphrase(self, vault_folder: Path, content: bytes) -> None:
        """Whatever stands in the key file, the passphrase is not blamed."""
        filled(vault_folder, "open sesame")
        (vault_folder / "key.json").write_bytes(content)
        with pytest.raises(HeaderDamaged) as caught:
            opened(vault_folder, "open sesame")
        assert "key file" in caught.value.message

    def test_every_flipped_bit_of_the_key_file_is_noticed(self, vault_folder: Path) -> None:
        """A single changed character in any value never looks like a wrong passphrase."""
        filled(vault_folder, "open sesame")
        path = vault_folder / "key.json"
        whole = path.read_bytes()
        for place in range(0, len(whole), 7):
            path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            with pytest.raises(HeaderDamaged):
                opened(vault_folder, "open sesame")
        path.write_bytes(whole)
        opened(vault_folder, "open sesame").close()

    def test_a_lost_key_file_is_named(self, vault_folder: Path) -> None:
        """An encrypted database without its key file says what to put back."""
        filled(vault_folder, "open sesame")
        (vault_folder / "key.json").unlink()
        with pytest.raises(HeaderDamaged) as caught:
            opened(vault_folder, "open sesame")
        assert "key.json" in caught.value.hint

    def test_a_greedy_key_file_is_refused(self, vault_folder: Path) -> None:
        """A key file that asks for a terabyte is damaged, not obeyed; one from the future is told apart."""
        filled(vault_folder, "open sesame")
        path = vault_folder / "key.json"
        greedy = draw_key("open sesame", CHEAP).file.rewrapped(bytes(32), "x", CHEAP)
        object.__setattr__(greedy, "cost", Cost(1, 1 << 40))
        path.write_bytes(greedy.dump())
        with pytest.raises(HeaderDamaged):
            read_key_file(path)

    @pytest.mark.parametrize("passphrase", [None, "open sesame"])
    def test_a_damaged_page_leaves_the_rest_at_work(self, vault_folder: Path, passphrase: str | None) -> None:
        """Reading the damaged page says so; reading others and writing go on."""
        with vault.create(vault_folder, passphrase=passphrase, cost=CHEAP).vault as made:
            entries = [made.entries.add(Writing(NOW, f"{number} " + "word " * 3000)) for number in range(40)]
            root = int(made.database.value("SELECT rootpage FROM sqlite_schema WHERE name = 'earlier_texts'"))
            made.entries.amend(entries[0].id, "changed", NOW)
        self.overwrite(vault_folder / "vault.db", (root - 1) * PAGE_BYTES, 200)
        with opened(vault_folder, "open sesame") as one:
            with pytest.raises(VaultDamaged) as caught:
                one.entries.earlier_texts(entries[0].id)
            assert not isinstance(caught.value, HeaderDamaged)
            assert one.entries.get(entries[30].id) == entries[30]
            assert one.entries.add(Writing(NOW, "still writing")).text == "still writing"


def test_the_key_file_says_nothing(vault_folder: Path) -> None:
    """It holds salts, costs and wrapped keys; neither passphrase nor code nor key is in it."""
    drawn = draw_key("open sesame", CHEAP)
    written = drawn.file.dump().decode()
    fields = json.loads(written)
    assert fields["kdf"] == "argon2id"
    for secret in ("open sesame", drawn.recovery_code, drawn.key.hex()):
        assert secret not in written + repr(drawn) + repr(drawn.file)


def test_only_the_owner_may_read(vault_folder: Path) -> None:
    """The folder and every file in it are closed to others."""
    filled(vault_folder, "open sesame")
    with opened(vault_folder, "open sesame") as one:
        one.entries.add(Writing(NOW, "while it is open"))
        assert {path.stat().st_mode & 0o077 for path in [vault_folder, *vault_folder.glob("*.*")]} == {0}
