"""A conversation through a real model server on the loopback, and what happens when its plug is pulled."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.engine.finding import find_starter

Run = Callable[..., subprocess.CompletedProcess[str]]

TURNS = [
    {"session": "one", "text": "I always end up fixing Mark's rota because he'd only get it wrong."},
    {"session": "one", "text": "If I left it alone everyone would see that I never trusted him."},
]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The server of llama-cpp-python with the starter: its address and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "llama_cpp.server", "--model", str(find_starter()), "--model_alias", "starter"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--n_ctx", "2048", "--n_threads", "1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=tmp_path)
    address = f"http://127.0.0.1:{port}/v1"
    try:
        for _ in range(900):
            try:
                urllib.request.urlopen(f"{address}/models", timeout=5).close()
                break
            except (urllib.error.URLError, OSError):
                assert process.poll() is None, "the server ended"
                time.sleep(0.1)
        yield address, process
    finally:
        process.kill()
        process.wait()


def replies(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    """Return the replies of a conversation that went well."""
    assert done.returncode == 0, done.stderr
    return [json.loads(line)["reply"] for line in done.stdout.splitlines()]


def test_a_server_words_and_its_end_loses_nothing(lodestar: Run, server: tuple[str, subprocess.Popen[bytes]]) -> None:
    """Through the server every reply is one checked question; with the plug pulled the bank asks and says why."""
    address, process = server
    connected = lodestar("llm", "connect", address, "starter", "--json")
    assert connected.returncode == 0, connected.stderr
    assert json.loads(connected.stdout)["keeps_grammar"] is True
    lodestar("init")
    said = replies(lodestar("chat", "--jsonl", stdin=TURNS))
    assert [str(reply["text"]).count("?") for reply in said] == [1, 1]
    process.kill()
    process.wait()
    done = lodestar("chat", "--jsonl", stdin=[{"session": "two", "text": TURNS[0]["text"]}])
    (reply,) = replies(done)
    assert (reply["voice"], str(reply["text"]).count("?")) == ("bank", 1)
    assert "no server" in done.stderr or "did not start" in done.stderr
    found = json.loads(lodestar("search", "rota", "--json").stdout)
    assert {hit["quote"] for hit in found["hits"]} >= {TURNS[0]["text"]}


def test_another_machine_needs_a_yes(lodestar: Run) -> None:
    """Without a terminal and without --yes nothing is kept and nothing is contacted."""
    refused = lodestar("llm", "connect", "http://192.0.2.1:8000/v1", "m")
    assert refused.returncode == 2
    assert "another machine" in refused.stderr
    assert "not encrypted" in refused.stderr
    listed = json.loads(lodestar("llm", "list", "--json").stdout)
    assert any(model["chosen"] for model in listed)
