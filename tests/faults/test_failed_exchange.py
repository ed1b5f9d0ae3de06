"""Each write, sync and rename of import, restore, forget, backup and export failed or killed: old or new."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest

from assistant import vault
from assistant.core.entry import Writing
from assistant.exchange.source import open_source
from assistant.vault.forget_name import BLOCK
from tests import quick_seal

Run = Callable[..., tuple[int, list[str]]]
OLD = ["Zyzzyva was here", "and I was not"]
NOTES = {f"2024-05-{day:02d}.md": f"note {day}" for day in range(1, 29)}
PRELUDE = (
    f"sys.path.insert(0, {str(Path(__file__).parents[2])!r})\nfrom tests import quick_seal\nquick_seal.put_in_place()\n"
)
OPERATIONS = {
    "import": (
        "from assistant.exchange import markdown\n"
        "from assistant.exchange.options import Options\n"
        "from assistant.exchange.source import open_source\n"
        "from assistant.services.bring_in import BringIn\n"
        "with vault.open_vault(folder) as one, open_source(folder.parent / 'notes') as source:\n"
        "    BringIn(one, lambda: START).run(markdown.read(source, Options()))"
    ),
    "forget name": "with vault.open_vault(folder) as one:\n    vault.forget_name(one, 'Zyzzyva')",
    "backup": ("with vault.open_vault(folder) as one:\n    vault.back_up(one, folder.parent / 'new.age', 'pw', START)"),
    "restore": "vault.restore(folder.parent / 'old.age', folder.parent / 'restored', 'pw', cost=CHEAP)",
    "restore encrypted": (
        "vault.restore(folder.parent / 'old.age', folder.parent / 'restored', 'pw', encrypt=True, cost=CHEAP)"
    ),
    "export": (
        "from assistant.exchange.exports import export_named\n"
        "from assistant.services.take_out import TakeOut\n"
        "with vault.open_vault(folder) as one:\n"
        "    export_named('markdown').write(TakeOut().everything(one), folder.parent / 'out')"
    ),
}
CALLS = ("pwrite64", "write", "fsync", "/^rename", "/^unlink")
FAULTS = ("error=EIO", "error=ENOSPC", "signal=KILL")
SAMPLE_EACH = 2


@pytest.fixture(autouse=True)
def _quick_seal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seal quickly here as in the traced process."""
    monkeypatch.setattr(pyrage.passphrase, "encrypt", quick_seal.encrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", quick_seal.decrypt)


def prepare(place: Path) -> Path:
    """Make a vault with two entries, a backup of it and a folder of notes; return the vault's folder."""
    folder = place / "vault"
    with vault.create(folder).vault as made:
        for number, text in enumerate(OLD):
            made.entries.add(Writing(datetime(2025, 1, 1 + number, tzinfo=UTC), text))
        vault.back_up(made, place / "old.age", "pw", datetime(2026, 1, 1, tzinfo=UTC))
    (place / "notes").mkdir()
    for name, text in NOTES.items():
        (place / "notes" / name).write_text(text)
    return folder


def texts(folder: Path) -> list[str]:
    """Open a vault, find it sound and return its texts."""
    with vault.open_vault(folder, passphrase=lambda: "pw") as one:
        assert [check.name for check in vault.check(one) if not check.ok] == []
        return [entry.text for entry in one.entries.between()]


def counted(run: Run, tracer: str, place: Path, code: str, call: str) -> int:
    """Return how often an undisturbed run makes the call on files."""
    folder, log = prepare(place), place / "calls"
    status, _ = run(PRELUDE + code, folder, tracer, "-f", "-qq", "-e", f"trace={call}", "-o", str(log))
    assert status == 0
    return sum(1 for line in log.read_text().splitlines() if "(" in line)


def prove(run: Run, tracer: str, place: Path, name: str, fault: str) -> None:
    """Run an operation with one fault and find the old state or the new one, and nothing half done with a name."""
    folder = prepare(place)
    inject = ("-f", "-qq", "-o", "/dev/null", "-e", f"inject={fault}")
    try:
        status, _ = run(PRELUDE + OPERATIONS[name], folder, tracer, *inject)
    except AssertionError:
        status = 1  # a fault before the program proper: Python itself could not start
    found = texts(folder)
    match name:
        case "import":
            assert found == OLD or sorted(found) == sorted([*OLD, *NOTES.values()]), (fault, len(found))
        case "forget name":
            assert found in (OLD, [f"{BLOCK * 7} was here", OLD[1]]), fault
            if found != OLD:  # what a crash cut short is finished by now
                assert not any(b"Zyzzyva" in path.read_bytes() for path in folder.rglob("*") if path.is_file())
        case "backup":
            if (place / "new.age").exists():
                vault.restore(place / "new.age", place / "again", "pw")
                assert texts(place / "again") == OLD
        case "restore" | "restore encrypted":
            if vault.exists(place / "restored"):
                assert texts(place / "restored") == OLD, fault
            else:
                assert status != 0, fault
                vault.restore(place / "old.age", place / "restored", "pw")
                assert texts(place / "restored") == OLD, fault
        case _:
            if (place / "out").exists():
                with open_source(place / "out") as source:
                    assert len([one for one in source.files() if one.endswith(".md")]) == len(OLD)


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_failed_call_leaves_old_or_new(run: Run, tracer: str, tmp_path: Path, name: str) -> None:
    """A seeded sample of faults over every operation."""
    chance = random.Random(name)
    proved = 0
    for number, call in enumerate(chance.sample(CALLS, len(CALLS))):
        (tmp_path / f"{number} whole").mkdir()
        total = counted(run, tracer, tmp_path / f"{number} whole", OPERATIONS[name], call)
        if total:
            (tmp_path / f"{number}").mkdir()
            fault = f"{call}:{chance.choice(FAULTS)}:when={chance.randint(1, total)}"
            prove(run, tracer, tmp_path / f"{number}", name, fault)
            proved += 1
        if proved == SAMPLE_EACH:
            break
    assert proved == SAMPLE_EACH, "the operation makes too few of the calls"


@pytest.mark.prove
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("name", OPERATIONS)
def test_every_failed_call_leaves_old_or_new(run: Run, tracer: str, tmp_path: Path, name: str, call: str) -> None:
    """The whole proof: every such call of every operation, failed with EIO, with ENOSPC, and killed."""
    (tmp_path / "whole").mkdir()
    total = counted(run, tracer, tmp_path / "whole", OPERATIONS[name], call)
    for number in range(1, total + 1):
        for kind in FAULTS:
            place = tmp_path / f"{number} {kind}"
            place.mkdir()
            prove(run, tracer, place, name, f"{call}:{kind}:when={number}")
            shutil.rmtree(place)
