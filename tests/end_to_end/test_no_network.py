"""Nothing leaves the machine: the whole way works without a network, and tries none."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

TURNS = [
    {
        "session": "one",
        "text": "I stayed at the bakery until nine again. If I go home first, nobody will do the ovens.",
    },
    {"session": "one", "text": "Because the last time I left early the dough was ruined."},
]
INTERNET = re.compile(r"\b(socket|connect|sendto|sendmsg)\(.*\bAF_INET6?\b")


@pytest.fixture
def offline(tool: Callable[[str], str]) -> list[str]:
    """A command prefix that runs what follows with no network interface at all."""
    prefix = [tool("unshare"), "--user", "--map-root-user", "--net"]
    if subprocess.run([*prefix, "true"], capture_output=True).returncode:
        pytest.skip("this kernel does not let a user make a network namespace")
    return prefix


def test_an_evening_passes_with_no_network(lodestar: Run, offline: list[str]) -> None:
    """Saving, being asked by the real model and searching all work in a namespace without interfaces."""
    assert lodestar("init", prefix=offline).returncode == 0
    talked = lodestar("chat", "--jsonl", stdin=TURNS, prefix=offline)
    assert talked.returncode == 0, talked.stderr
    replies = [json.loads(line)["reply"] for line in talked.stdout.splitlines()]
    assert len(replies) == len(TURNS)
    assert all(reply["text"].strip() and reply["text"].count("?") <= 1 for reply in replies)
    found = json.loads(lodestar("search", "ovens", "--json", prefix=offline).stdout)
    assert found["found"]


def test_the_namespace_truly_has_no_network(offline: list[str]) -> None:
    """The control: within the namespace a connection cannot even be tried."""
    reach = "import socket; socket.create_connection(('192.0.2.1', 9), timeout=1)"
    assert b"unreachable" in subprocess.run([*offline, sys.executable, "-c", reach], capture_output=True).stderr


def traced(run: Callable[[list[str]], object], strace: str, log: Path) -> list[str]:
    """Return the lines of a system-call trace that touch the internet protocols."""
    run([strace, "-f", "-qq", "-e", "trace=%network", "-o", str(log)])
    return [line for line in log.read_text(errors="replace").splitlines() if INTERNET.search(line)]


def test_an_evening_opens_no_internet_socket(lodestar: Run, tool: Callable[[str], str], tmp_path: Path) -> None:
    """A system-call trace of a whole conversation, its child processes included, shows no internet socket."""
    lodestar("init")

    def evening(prefix: list[str]) -> None:
        talked = lodestar("chat", "--jsonl", stdin=TURNS, prefix=prefix)
        assert talked.returncode == 0, talked.stderr
        assert len(talked.stdout.splitlines()) == len(TURNS)

    assert traced(evening, tool("strace"), tmp_path / "trace") == []


def test_the_trace_sees_an_internet_socket(tool: Callable[[str], str], tmp_path: Path) -> None:
    """The control: a process that does open one is seen by the same trace."""
    reach = "import socket; socket.socket(socket.AF_INET).connect_ex(('127.0.0.1', 9))"

    def reaching(prefix: list[str]) -> None:
        subprocess.run([*prefix, sys.executable, "-c", reach], check=True)

    assert traced(reaching, tool("strace"), tmp_path / "trace")
