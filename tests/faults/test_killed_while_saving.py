"""kill -9 at any moment: nothing acknowledged is missing, and the vault opens."""

from __future__ import annotations

import random
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import vault

Start = Callable[..., subprocess.Popen[bytes]]
SAVES = """
with vault.open_in(folder) as one:
    first = one.entries.count()
    for number in range(first, first + 100000):
        one.entries.add(writing("diary", number))
        say(number)
"""
IMPORTS = """
with vault.open_in(folder) as one:
    first = one.entries.count()
    for number, _ in enumerate(one.entries.add_many(writing("diary", n) for n in range(1000000))):
        say(number)
"""
SAMPLE = 8
WHOLE = 50


def kill_while(start: Start, code: str, folder: Path, chance: random.Random) -> int:
    """Start a writer, kill it a random time after its first word and return the last number it acknowledged."""
    with start(code, folder) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.2))
        process.kill()
        said += process.stdout.read()
    return int(said.decode().rsplit("\n", 2)[-2])


def prove(start: Start, folder: Path, code: str, rounds: int) -> None:
    """Kill a writer again and again over one vault."""
    chance = random.Random(rounds)
    for _ in range(rounds):
        last = kill_while(start, code, folder, chance)
        with vault.open_vault(folder) as one:
            texts = {entry.source_id: entry.text for entry in one.entries.between()}
            assert set(map(str, range(last + 1))) <= texts.keys()
            assert all(text.startswith(f"diary {number} ") for number, text in texts.items())
            assert [check.name for check in vault.check(one) if not check.ok] == []


@pytest.mark.parametrize("code", [SAVES, IMPORTS], ids=["save", "import"])
def test_a_killed_writer_loses_nothing_acknowledged(start: Start, vault_folder: Path, code: str) -> None:
    """A seeded sample: after each kill the vault is sound and holds every word it said it holds."""
    prove(start, vault_folder, code, SAMPLE // 2)


@pytest.mark.prove
@pytest.mark.parametrize("code", [SAVES, IMPORTS], ids=["save", "import"])
def test_fifty_kills_lose_nothing(
    start: Start, vault_folder: Path, code: str, figure: Callable[[str, object], None]
) -> None:
    """The whole proof: fifty kills each of saving and importing."""
    prove(start, vault_folder, code, WHOLE)
    with vault.open_vault(vault_folder) as one:
        what = "saves" if code is SAVES else "imports"
        figure(f"kill -9 of the vault while it {what}", f"{WHOLE} kills, {one.entries.count()} entries, 0 lost")
