"""kill -9 of the whole program while it saves and answers: nothing that it acknowledged is missing."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import vault

SAMPLE = 3
WHOLE = 50
LONGEST_SECONDS = 0.4


def killed_while_it_talks(environment: dict[str, str], said: list[str], chance: random.Random) -> list[str]:
    """Talk with the program, kill it a random time after its first answer, return what it had answered by then."""
    with subprocess.Popen(
        [sys.executable, "-m", "assistant", "chat", "--jsonl", "--voice", "bank"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        lines = b"".join(json.dumps({"session": "s", "text": text}).encode() + b"\n" for text in said)
        threading.Thread(target=feed, args=(program, lines), daemon=True).start()
        answered = program.stdout.readline()
        time.sleep(chance.uniform(0.0, LONGEST_SECONDS))
        program.kill()
        answered += program.stdout.read()
    whole = answered[: answered.rfind(b"\n") + 1].splitlines()
    return said[: len(whole)]


def feed(program: subprocess.Popen[bytes], lines: bytes) -> None:
    """Write all lines; the program may die while it reads them."""
    assert program.stdin is not None
    try:
        program.stdin.write(lines)
        program.stdin.flush()
    except BrokenPipeError:
        pass


def prove(folder: Path, environment: dict[str, str], rounds: int) -> int:
    """Kill the program again and again over one vault; return how many answers were acknowledged."""
    vault.create(folder).vault.close()
    chance, acknowledged = random.Random(rounds), list[str]()
    for number in range(rounds):
        said = [f"Round {number}, line {line}: the ovens were cold when I came in." for line in range(200)]
        acknowledged += killed_while_it_talks(environment, said, chance)
        with vault.open_vault(folder) as opened:
            kept = [entry.text for entry in opened.entries.between()]
            assert set(acknowledged) <= set(kept)
            assert len(kept) == len(set(kept))
            assert [check.name for check in vault.check(opened) if not check.ok] == []
    return len(acknowledged)


def test_a_killed_program_loses_nothing_that_it_answered(vault_folder: Path, environment: dict[str, str]) -> None:
    """A seeded sample."""
    assert prove(vault_folder, environment, SAMPLE) >= SAMPLE


@pytest.mark.prove
def test_fifty_kills_of_the_program_lose_nothing(
    vault_folder: Path, environment: dict[str, str], figure: Callable[[str, object], None]
) -> None:
    """The whole proof."""
    answered = prove(vault_folder, environment, WHOLE)
    figure("kill -9 of the program while it saves", f"{WHOLE} kills, {answered} acknowledged messages, 0 lost")
