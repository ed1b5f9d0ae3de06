"""Trouble: a full or read-only disk, models gone or altered, children killed, two programs at once. Nothing is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant import vault
from assistant.engine.finding import find_starter

Run = Callable[..., subprocess.CompletedProcess[str]]
PATIENCE_SECONDS = 60.0
"""Only a hung test waits this long."""

SAID = "I stayed at the bakery until nine again. If I go home first, nobody will do the ovens."


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """The vault that `LODESTAR_VAULT` names, made, empty."""
    vault.create(tmp_path / "vault").vault.close()
    return tmp_path / "vault"


def texts(folder: Path) -> list[str]:
    """Return every text in the vault, which must be sound."""
    with vault.open_vault(folder) as opened:
        assert [check.name for check in vault.check(opened) if not check.ok] == []
        return [entry.text for entry in opened.entries.between()]


def why(done: subprocess.CompletedProcess[str]) -> str:
    """Return the line in which a command said why it failed; there is no stack trace."""
    assert "Traceback" not in done.stderr
    return next(line for line in done.stderr.splitlines() if line.startswith("lodestar: "))


# ---- disks


@pytest.fixture
def read_only(tool: Callable[[str], str], made: Path) -> list[str]:
    """A command prefix that runs what follows with the vault's folder on a read-only file system."""
    mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    prefix = [tool("unshare"), "--user", "--map-root-user", "--mount", "sh", "-c", mount, str(made)]
    if subprocess.run([*prefix, "true"], capture_output=True).returncode:
        pytest.skip("this kernel does not let a user mount in a namespace")
    return prefix


def test_a_read_only_vault_is_searched_and_refuses_words(lodestar: Run, made: Path, read_only: list[str]) -> None:
    """`write` and `chat` say why they cannot save; `search` and `show` go on."""
    entry = json.loads(lodestar("write", SAID, "--json").stdout)["entry"]
    refused = lodestar("write", "more", prefix=read_only)
    assert refused.returncode == 1
    assert "written" in why(refused)
    found = lodestar("search", "ovens", "--json", prefix=read_only)
    assert found.returncode == 0, found.stderr
    assert json.loads(found.stdout)["hits"][0]["entry"] == entry
    assert lodestar("show", entry, prefix=read_only).returncode == 0
    talked = lodestar("chat", "--jsonl", stdin=[{"text": "are you there"}], prefix=read_only)
    assert "Traceback" not in talked.stderr
    assert talked.returncode == 1 or "error" in json.loads(talked.stdout)
    assert texts(made) == [SAID]


def test_a_full_disk_refuses_the_words_and_keeps_the_others(
    lodestar: Run, made: Path, tool: Callable[[str], str]
) -> None:
    """The writer is told; with room again the same words are saved."""
    lodestar("write", SAID)
    size = (made / "vault.db").stat().st_size
    full = [tool("prlimit"), f"--fsize={size + 100_000}"]
    refused = lodestar("write", "-", stdin="word " * 200_000, prefix=full)
    assert refused.returncode == 1
    assert "room" in why(refused)
    assert texts(made) == [SAID]
    assert lodestar("write", "-", stdin="word " * 200_000).returncode == 0
    assert len(texts(made)) == 2


def test_ten_megabytes_of_anything_are_one_entry(lodestar: Run, made: Path) -> None:
    """Control characters and all, to the byte that UTF-8 can hold; a search beside it still answers."""
    text = "a\x00b\x1b]52;c;aGk=\x07[/x]\u202e" + "0123456789abcdef " * 600_000
    assert lodestar("write", "-", stdin=text).returncode == 0
    assert texts(made) == [text]


# ---- models


def test_an_altered_model_is_never_opened(
    lodestar: Run, made: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    """One byte of the starter is changed: it is refused by name, and the bank asks."""
    starter = find_starter()
    assert starter is not None
    altered = bytearray(starter.read_bytes())
    altered[len(altered) // 2] ^= 0xFF
    copy = tmp_path / starter.name
    copy.write_bytes(altered)
    refused = lodestar("llm", "use", str(copy))
    assert refused.returncode == 1
    assert starter.name in refused.stderr
    Path(environment["LODESTAR_CONFIG"]).write_text(f"[voice]\nmodel = '{copy}'\n")
    (reply,) = talk(lodestar("chat", "--jsonl", stdin=[{"text": SAID}]))
    assert reply["voice"] == "bank"
    assert texts(made) == [SAID]


def talk(done: subprocess.CompletedProcess[str]) -> list[Any]:
    """Return the replies of a chat."""
    assert done.returncode == 0, done.stderr
    return [json.loads(line)["reply"] for line in done.stdout.splitlines()]


# ---- children


class Chat:
    """A conversation with the real program and the real model."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "assistant", "chat", "--jsonl"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            text=True,
            encoding="utf8",
        )

    def say(self, text: str) -> None:
        """Send a message."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"session": "one", "text": text}) + "\n")
        self._process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        """Wait for an answer."""
        assert self._process.stdout is not None
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def child(self, module: str) -> int:
        """Wait for a child process that runs a module, and return its id."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            for folder in Path("/proc").iterdir():
                if folder.name.isdigit() and runs(folder, module, self._process.pid):
                    return int(folder.name)
            time.sleep(0.005)
        raise AssertionError(f"no child runs {module}")

    def end(self) -> int:
        """End the input and wait."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        return self._process.wait(PATIENCE_SECONDS)


def runs(folder: Path, module: str, parent: int) -> bool:
    """Say whether a process of `/proc` runs a module as a child of a process."""
    try:
        command = (folder / "cmdline").read_bytes().split(b"\0")
        return module.encode() in command and int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1]) == parent
    except (OSError, IndexError, ValueError):
        return False


@pytest.fixture
def chat(made: Path, environment: dict[str, str]) -> Iterator[Chat]:
    """A conversation on an empty vault."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("children are found in /proc")
    conversation = Chat(environment)
    yield conversation
    conversation.end()


@pytest.mark.parametrize("module", ["assistant.engine.voice_child", "assistant.bootstrap.memory_child"])
def test_a_child_killed_in_mid_reply_costs_no_word(chat: Chat, made: Path, module: str) -> None:
    """The reply comes all the same, from the bank if need be; the next message is answered by a new child."""
    chat.say("A first line, so that everything is awake.")
    first = chat.hear()
    assert first["reply"]["text"]
    chat.say(SAID)
    os.kill(chat.child(module), signal.SIGKILL)
    assert chat.hear()["reply"]["text"]
    chat.say("Because the last time I left early the dough was ruined.")
    after = chat.hear()
    assert after["reply"]["text"].count("?") <= 1
    assert chat.end() == 0
    assert len(texts(made)) == 3


# ---- two programs


def test_two_conversations_at_once_both_answer(made: Path, environment: dict[str, str]) -> None:
    """One owns the index, the other compares every vector; each finds what it said, and every word is in the vault."""
    one, other = Chat(environment), Chat(environment)
    try:
        for number in range(2):
            for place, conversation in enumerate((one, other)):
                conversation.say(f"{SAID} This is number {number} of {place}.")
        answers = [conversation.hear() for _number in range(2) for conversation in (one, other)]
        assert all("reply" in answer for answer in answers), answers
    finally:
        ended = [one.end(), other.end()]
    assert ended == [0, 0]
    assert len(set(texts(made))) == 4
