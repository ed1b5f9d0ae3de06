"""Killed at any step of encrypting, decrypting, re-keying or forgetting: one good vault, old or new."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant import vault
from assistant.core.entry import Writing
from assistant.vault.keys import Cost

Run = Callable[..., tuple[int, list[str]]]
CHEAP = Cost(1, 8 * 1024 * 1024)
CANARY = "Zyzzyva"
TEXTS = [f"{CANARY} was here", "and I was not"]
STEPS = ["copied", "key written", "key placed", "swapped", "cleared"]


def filled(folder: Path, passphrase: str | None = None) -> None:
    """Make a vault with two entries and something of an index."""
    with vault.create(folder, passphrase=passphrase, cost=CHEAP).vault as made:
        for number, text in enumerate(TEXTS):
            made.entries.add(Writing(datetime(2026, 1, 1 + number, tzinfo=UTC), text))
    (folder / "index").mkdir()
    (folder / "index" / "rows").write_bytes(b"rows")


def texts(folder: Path, passphrase: str) -> list[str]:
    """Open the vault whatever it is, find it sound and return its texts."""
    with vault.open_vault(folder, passphrase=lambda: passphrase) as one:
        assert [check.name for check in vault.check(one) if not check.ok] == []
        return [entry.text for entry in one.entries.between()]


def names(folder: Path) -> set[str]:
    """Return the names in a folder, but for the index."""
    return {path.name for path in folder.iterdir()} - {"index"}


@pytest.mark.parametrize("step", STEPS)
def test_a_killed_encryption_leaves_one_good_vault(run: Run, vault_folder: Path, step: str) -> None:
    """Plain until the swap, encrypted from the swap on; opening clears away what was left."""
    filled(vault_folder)
    status, _ = run(f"vault.encrypt(folder, 'secret', cost=CHEAP, at_step=stop_at({step!r}))", vault_folder)
    assert status == -9
    turned = step in ("swapped", "cleared")
    assert vault.is_encrypted(vault_folder) == turned
    assert texts(vault_folder, "secret") == TEXTS
    assert names(vault_folder) == {"vault.db", "vault.lock"} | ({"key.json"} if turned else set())
    if not turned:
        vault.encrypt(vault_folder, "again", cost=CHEAP)
        assert texts(vault_folder, "again") == TEXTS


@pytest.mark.parametrize("step", ["copied", "swapped", "cleared"])
def test_a_killed_decryption_leaves_one_good_vault(run: Run, vault_folder: Path, step: str) -> None:
    """Encrypted until the swap, plain from the swap on."""
    filled(vault_folder, "secret")
    status, _ = run(f"vault.decrypt(folder, 'secret', at_step=stop_at({step!r}))", vault_folder)
    assert status == -9
    assert vault.is_encrypted(vault_folder) == (step == "copied")
    assert texts(vault_folder, "secret") == TEXTS
    assert names(vault_folder) == {"vault.db", "vault.lock"} | ({"key.json"} if step == "copied" else set())


@pytest.mark.parametrize(("step", "passphrase"), [("key written", "old"), ("key placed", "new")])
def test_a_killed_change_of_passphrase_leaves_one_that_opens(
    run: Run, vault_folder: Path, step: str, passphrase: str
) -> None:
    """The old passphrase or the new one opens the vault, never neither."""
    filled(vault_folder, "old")
    code = f"vault.change_passphrase(folder, 'old', 'new', cost=CHEAP, at_step=stop_at({step!r}))"
    assert run(code, vault_folder)[0] == -9
    assert texts(vault_folder, passphrase) == TEXTS
    assert "key.json.new" not in names(vault_folder)


@pytest.mark.parametrize("step", ["rows gone", "index gone", "pages wiped"])
def test_a_killed_forgetting_is_finished_at_the_next_opening(run: Run, vault_folder: Path, step: str) -> None:
    """The entry is gone at once; its bytes and the index are gone when the vault was opened again."""
    filled(vault_folder)
    code = f"""
    one = vault.open_vault(folder)
    vault.forget(one, [next(iter(one.entries.between())).id], at_step=stop_at({step!r}))
    """
    assert run(code, vault_folder)[0] == -9
    assert texts(vault_folder, "") == TEXTS[1:]
    assert all(CANARY.encode() not in path.read_bytes() for path in vault_folder.rglob("*") if path.is_file())
    assert not (vault_folder / "index").exists()


def test_the_seam_itself_kills(run: Run, vault_folder: Path) -> None:
    """The control: with a step that does not exist, the same program runs to its end."""
    filled(vault_folder)
    assert run("vault.encrypt(folder, 'secret', cost=CHEAP, at_step=stop_at('no such step'))", vault_folder)[0] == 0
    assert vault.is_encrypted(vault_folder)
