"""A vault that leaves and comes back is the same vault: entries, their history, records, conversations, refusals."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest

from assistant.exchange.exports import export_named
from assistant.services.bring_in import BringIn
from assistant.services.take_out import TakeOut
from assistant.vault import SqlVault, back_up, check, create, open_vault, restore
from tests import quick_seal
from tests.exchange.reading_files import items
from tests.exchange.vault_of_all import fill, holdings

NOW = datetime(2026, 6, 1, tzinfo=UTC)
SAMPLE = 250
WHOLE = 10_000


def through(vault: SqlVault, name: str, place: Path) -> SqlVault:
    """Take a vault out in a format and bring it into a new one, twice, and look the new one over."""
    path = place / f"out {name}"
    export_named(name).write(TakeOut().everything(vault), path)
    made = create(place / f"new {name}").vault
    for _ in range(2):
        done = BringIn(made, lambda: NOW).run(items(name, path))
        assert done.failed == ()
    assert done.imported == 0
    assert [one.name for one in check(made) if not one.ok] == []
    return made


def prove(place: Path, name: str, count: int, seed: int) -> None:
    """Fill a vault, send it through a format and compare."""
    with create(place / "old").vault as old:
        fill(old, random.Random(seed), count)
        with through(old, name, place) as new:
            before, after = holdings(old), holdings(new)
            for part in before:
                assert after[part] == before[part], part


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", ["markdown", "jsonl"])
def test_a_vault_comes_back_whole(tmp_path: Path, name: str, seed: int) -> None:
    """A seeded sample: every awkward character, every kind of thing, and a second import changes nothing."""
    prove(tmp_path, name, SAMPLE, seed)


@pytest.mark.prove
@pytest.mark.parametrize("name", ["markdown", "jsonl"])
def test_ten_thousand_entries_come_back_whole(tmp_path: Path, name: str) -> None:
    """The whole proof."""
    prove(tmp_path, name, WHOLE, 3)


@pytest.fixture
def _quick_seal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seal quickly: these tests are about what is within."""
    monkeypatch.setattr(pyrage.passphrase, "encrypt", quick_seal.encrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", quick_seal.decrypt)


def prove_backup(place: Path, count: int) -> None:
    """Seal a vault, make a new one of it, and compare, ids and all."""
    with create(place / "old").vault as old:
        fill(old, random.Random(4), count)
        old.drafts.keep_draft("chat", "half a \ud800 thought")
        back_up(old, place / "one.age", "a passphrase", NOW)
        restore(place / "one.age", place / "new", "a passphrase")
        with open_vault(place / "new") as new:
            assert [one.name for one in check(new) if not one.ok] == []
            assert holdings(new) == holdings(old)
            assert list(new.entries.between()) == list(old.entries.between())
            assert new.drafts.draft("chat") == "half a \ud800 thought"
            assert [one.id for one in new.passages.unsplit(count)] != []


@pytest.mark.usefixtures("_quick_seal")
def test_a_backup_comes_back_whole(tmp_path: Path) -> None:
    """A seeded sample: everything, with the same ids."""
    prove_backup(tmp_path, SAMPLE)


@pytest.mark.prove
@pytest.mark.usefixtures("_quick_seal")
def test_a_backup_of_ten_thousand_entries_comes_back_whole(tmp_path: Path) -> None:
    """The whole proof."""
    prove_backup(tmp_path, WHOLE)
