"""Each write, sync, rename and removal failed or killed in turn: the old state or the new one, never neither."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant import vault
from assistant.core.entry import Writing
from assistant.errors import WrongPassphrase
from assistant.vault.entries import BATCH
from assistant.vault.keys import Cost

Run = Callable[..., tuple[int, list[str]]]
OLD = ["Zyzzyva was here", "and I was not"]
IMPORTED = [f"diary {number}" for number in range(600)]


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that writes: its code, the passphrases before and after, and the texts afterwards."""

    code: str
    before: str | None
    after: tuple[str, ...]
    texts: list[str]


OPERATIONS = {
    "save": Operation(
        "with vault.open_vault(folder) as one:\n    one.entries.add(writing('new', 0))", None, (), [*OLD, "new 0 "]
    ),
    "import": Operation(
        "with vault.open_vault(folder) as one:\n"
        "    for _ in one.entries.add_many(writing('diary', number) for number in range(600)):\n        pass",
        None,
        (),
        [*OLD, *IMPORTED],
    ),
    "forget": Operation(
        "with vault.open_vault(folder) as one:\n    vault.forget(one, [next(iter(one.entries.between())).id])",
        None,
        (),
        OLD[1:],
    ),
    "encrypt": Operation("vault.encrypt(folder, 'new', cost=CHEAP)", None, ("new",), OLD),
    "decrypt": Operation("vault.decrypt(folder, 'old')", "old", (), OLD),
    "passphrase": Operation("vault.change_passphrase(folder, 'old', 'new', cost=CHEAP)", "old", ("new",), OLD),
}
CALLS = ("pwrite64", "fsync", "/^rename", "ftruncate", "/^unlink")
FAULTS = ("error=EIO", "error=ENOSPC", "signal=KILL")
SAMPLE_EACH = 2


def filled(folder: Path, passphrase: str | None) -> None:
    """Make a vault with two entries and something of an index."""
    with vault.create(folder, passphrase=passphrase, cost=Cost(1, 8 * 1024 * 1024)).vault as made:
        for number, text in enumerate(OLD):
            made.entries.add(Writing(datetime(2025, 1, 1 + number, tzinfo=UTC), text))
    (folder / "index").mkdir()


def counted(run: Run, tracer: str, folder: Path, operation: Operation, call: str) -> int:
    """Return how often an undisturbed run makes the call."""
    filled(folder, operation.before)
    log = folder.parent / "calls"
    status, _ = run(operation.code, folder, tracer, "-f", "-qq", "-e", f"trace={call}", "-o", str(log))
    assert status == 0
    return sum(1 for line in log.read_text().splitlines() if "(" in line)


def prove(run: Run, tracer: str, folder: Path, operation: Operation, fault: str) -> None:
    """Run the operation with one fault on a fresh vault and find the old state or the new one."""
    filled(folder, operation.before)
    inject = ("-f", "-qq", "-o", "/dev/null", "-e", f"inject={fault}")
    status, said = run(operation.code, folder, tracer, *inject)
    texts = _texts(folder, [operation.before or "", *operation.after])
    new = len(texts) == len(operation.texts) and all(map(str.startswith, texts, operation.texts))
    first_batch = len(texts) == len(OLD) + BATCH
    assert texts == OLD or new or first_batch, (fault, status, said, len(texts))
    assert new or status != 0, (fault, said)


def _texts(folder: Path, passphrases: list[str]) -> list[str]:
    """Open the vault with one of the passphrases, find it sound and return its texts."""
    for passphrase in passphrases:
        with suppress(WrongPassphrase), vault.open_vault(folder, passphrase=lambda: passphrase) as one:  # noqa: B023
            assert [check.name for check in vault.check(one) if not check.ok] == []
            return [entry.text for entry in one.entries.between()]
    raise AssertionError("neither the old passphrase nor the new one opens the vault")


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_failed_call_leaves_old_or_new(run: Run, tracer: str, tmp_path: Path, name: str) -> None:
    """A seeded sample of faults over every operation that writes."""
    chance, operation = random.Random(name), OPERATIONS[name]
    proved = 0
    for number, call in enumerate(chance.sample(CALLS, len(CALLS))):
        total = counted(run, tracer, tmp_path / f"{number} whole", operation, call)
        if total:
            fault = f"{call}:{chance.choice(FAULTS)}:when={chance.randint(1, total)}"
            prove(run, tracer, tmp_path / f"{number}", operation, fault)
            proved += 1
        if proved == SAMPLE_EACH:
            break
    assert proved == SAMPLE_EACH, "the operation makes too few of the calls"


@pytest.mark.prove
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("name", OPERATIONS)
def test_every_failed_call_leaves_old_or_new(run: Run, tracer: str, tmp_path: Path, name: str, call: str) -> None:
    """The whole proof: every such call of every operation, failed with EIO, with ENOSPC, and killed."""
    operation = OPERATIONS[name]
    total = counted(run, tracer, tmp_path / "whole", operation, call)
    for number in range(1, total + 1):
        for kind in FAULTS:
            folder = tmp_path / f"{number} {kind}"
            prove(run, tracer, folder, operation, f"{call}:{kind}:when={number}")
            shutil.rmtree(folder)


def test_the_injection_itself_works(run: Run, tracer: str, tmp_path: Path) -> None:
    """The control: failing every write from the first on does keep a save from being acknowledged."""
    operation = OPERATIONS["save"]
    filled(tmp_path / "one", None)
    inject = ("-f", "-qq", "-o", "/dev/null", "-e", "inject=pwrite64:error=ENOSPC")
    status, said = run(operation.code, tmp_path / "one", tracer, *inject)
    assert (status, len(said)) == (3, 1)
    assert said[0].startswith("error ")
