"""Run pieces of a program in processes of their own, so that they can be killed."""

from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

HANGS_AFTER = 900
"""Seconds after which a process is taken to hang; on a machine whose cores others hold, two minutes were not enough."""

PREAMBLE = """
import os, sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from assistant import vault
from assistant.core.entry import Writing
from assistant.errors import LodestarError
from assistant.vault.keys import Cost

folder = Path(sys.argv[1])
START = datetime(2026, 1, 1, tzinfo=timezone.utc)
CHEAP = Cost(1, 8 * 1024 * 1024)

def say(*words):
    os.write(1, (" ".join(map(str, words)) + "\\n").encode())

def writing(name, number):
    return Writing(START + timedelta(minutes=number), f"{name} {number} " + "and more " * (number % 40),
                   source=name, source_id=str(number))

def stop_at(step):
    def at_step(name):
        if name == step:
            os.kill(os.getpid(), 9)
    return at_step

try:
"""
ENDING = """
except LodestarError as error:
    say("error", type(error).__name__)
    sys.exit(3)
"""


def _program(code: str) -> str:
    """Return a whole program around some lines; `folder`, `say`, `writing` and `stop_at` are there for them."""
    return PREAMBLE + textwrap.indent(textwrap.dedent(code).strip(), "    ") + ENDING


def _start(code: str, folder: Path, *before: str) -> subprocess.Popen[bytes]:
    """Start the program; `before` is what runs it, such as a tracer."""
    return subprocess.Popen(
        [*before, sys.executable, "-c", _program(code), str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def _run(code: str, folder: Path, *before: str) -> tuple[int, list[str]]:
    """Run the program to its end and return its exit status and what it said."""
    with _start(code, folder, *before) as process:
        out, err = process.communicate(timeout=HANGS_AFTER)
    assert process.returncode in (0, 3, -9, 137), err.decode()[-2000:]
    return process.returncode, out.decode().splitlines()


@pytest.fixture
def start() -> Callable[..., subprocess.Popen[bytes]]:
    """Start lines of code as a process: `start(code, folder, *before)`."""
    return _start


@pytest.fixture
def run() -> Callable[..., tuple[int, list[str]]]:
    """Run lines of code as a process to its end: `run(code, folder, *before)`."""
    return _run


@pytest.fixture(scope="module")
def tracer() -> str:
    """The path of strace, where it is installed and may trace."""
    found = shutil.which("strace")
    if found is None or subprocess.run([found, "-o", "/dev/null", "true"], capture_output=True).returncode:
        pytest.skip("strace is not installed, or may not trace here")
    return found
