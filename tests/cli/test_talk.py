"""Talk in a terminal without JSON: what stands first, what bytes come in, and how one leaves."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import vault
from assistant.core.records import Purpose
from tests.conftest import LODESTAR

Run = Callable[..., subprocess.CompletedProcess[str]]
CHAT = ("chat", "--voice", "bank")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """The vault that `LODESTAR_VAULT` names, made, empty."""
    vault.create(tmp_path / "vault").vault.close()
    return tmp_path / "vault"


def texts(folder: Path) -> list[str]:
    """Return every text of a vault."""
    with vault.open_vault(folder) as opened:
        return [entry.text for entry in opened.entries.between()]


def test_a_practice_asks_before_the_first_line_is_taken_for_an_answer(lodestar: Run, made: Path) -> None:
    """So it does the next evening, where a record waits for a yes."""
    lead = (*CHAT, "--practice", "life-purpose")
    said = ["When the bread was out.", "The whole street came in.", "The smell of it, at five.", "To feed a street."]
    first = lodestar(*lead, stdin="".join(f"{line}\n" for line in said)).stdout.splitlines()
    assert len(first) == len(said) + 1
    assert first[0].endswith("?")
    again = lodestar(*lead, stdin="keep it\n").stdout.splitlines()
    assert again[0] == first[-1]
    with vault.open_vault(made) as opened:
        (purpose,) = opened.records.current(Purpose)
    assert purpose.statement == said[-1]


def test_a_line_in_another_encoding_is_heard_and_none_is_lost(made: Path, environment: dict[str, str]) -> None:
    """An old terminal, or a file from one."""
    lines = b"Plain.\n" + "In the café.\n".encode("latin-1") + b"At the end.\n"
    done = subprocess.run([*LODESTAR, *CHAT], input=lines, capture_output=True, env=environment, timeout=120)
    assert done.returncode == 0, done.stderr
    assert texts(made) == ["Plain.", "In the café.", "At the end."]


def test_ctrl_c_leaves_at_once(made: Path, environment: dict[str, str]) -> None:
    """Nobody has to end a line first; nothing is thrown at them."""
    with subprocess.Popen(
        [*LODESTAR, *CHAT], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as talk:
        assert talk.stdin is not None
        assert talk.stdout is not None
        assert talk.stderr is not None
        talk.stdin.write(b"A line.\n")
        talk.stdin.flush()
        assert talk.stdout.readline()
        talk.send_signal(signal.SIGINT)
        assert talk.wait(timeout=60) == 130
        assert b"Fatal" not in (said := talk.stderr.read())
        assert b"Traceback" not in said


@pytest.mark.parametrize("encoding", ["utf8", "utf-8-sig", "latin-1", "utf-16"])
def test_words_from_a_pipe_are_decoded_as_a_file_is(made: Path, environment: dict[str, str], encoding: str) -> None:
    """No mark stays at their head, and no letter is lost."""
    words = "Ich saß im Café und schrieb. " * 3
    done = subprocess.run(
        [*LODESTAR, "write", "-"], input=words.encode(encoding), capture_output=True, env=environment, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert texts(made) == [words]


def test_what_is_no_text_is_not_saved(made: Path, environment: dict[str, str]) -> None:
    """A picture in the pipe is refused with a reason."""
    done = subprocess.run(
        [*LODESTAR, "write", "-"], input=bytes(range(256)), capture_output=True, env=environment, timeout=120
    )
    assert done.returncode == 1
    assert b"not text" in done.stderr
    assert texts(made) == []
