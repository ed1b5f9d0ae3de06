"""Exit codes and answers of the command line, as CONTRACT has them, asked of the real program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant import vault
from assistant.vault.keys import Cost

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
CHEAP = Cost(1, 8 * 1024 * 1024)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The vault that `LODESTAR_VAULT` names."""
    return tmp_path / "vault"


@pytest.fixture
def made(folder: Path) -> Path:
    """The same vault, made, empty."""
    vault.create(folder).vault.close()
    return folder


@pytest.fixture
def secret(tmp_path: Path, folder: Path, environment: dict[str, str]) -> Path:
    """An encrypted vault and the file with its passphrase, which the environment names."""
    vault.create(folder, passphrase="open sesame", cost=CHEAP).vault.close()
    file = tmp_path / "passphrase"
    file.write_text("open sesame\n")
    environment["LODESTAR_PASSPHRASE_FILE"] = str(file)
    return file


def answer(done: Done) -> Any:
    """Return the JSON that a command printed, and nothing besides."""
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def one_line(done: Done) -> str:
    """Return why a command failed, in the one line that says so; there is no stack trace."""
    assert "Traceback" not in done.stderr
    (said,) = [line for line in done.stderr.splitlines() if line.startswith("lodestar: ")]
    return said


# ---- 10: no vault there


@pytest.mark.parametrize(
    "command",
    [
        ["show", "0123456789abcdef"],
        ["search", "anything"],
        ["vision", "show"],
        ["doctor"],
        ["forget", "0123456789abcdef", "--yes"],
        ["chat", "--jsonl"],
    ],
    ids=lambda command: command[0],
)
def test_no_vault_is_ten(lodestar: Run, folder: Path, command: list[str]) -> None:
    """A command that needs a vault says that there is none, and makes none by accident."""
    done = lodestar(*command)
    assert done.returncode == 10, done.stderr
    one_line(done)
    assert not folder.exists()


def test_a_vault_that_was_named_is_never_made_by_accident(lodestar: Run, tmp_path: Path) -> None:
    """A slip in `--vault` must not scatter words over the disk."""
    done = lodestar("--vault", str(tmp_path / "typo"), "write", "a line")
    assert done.returncode == 10
    assert not (tmp_path / "typo").exists()


# ---- 0: done


def test_words_go_in_and_come_back(lodestar: Run, made: Path) -> None:
    """`write` answers with the entry and its date, `show` with the words to the character."""
    text = "A line.\nAnother — with “quotes”, ünïcode and \t tabs."
    saved = answer(lodestar("write", "-", "--date", "2026-03-12T21:30+01:00", "--title", "T", "--json", stdin=text))
    assert saved.keys() == {"entry", "date"}
    assert saved["date"] == "2026-03-12T21:30:00+01:00"
    shown = answer(lodestar("show", saved["entry"], "--json"))
    assert shown == {"entry": saved["entry"], "date": saved["date"], "text": text, "title": "T", "source_id": None}


def test_the_first_words_make_the_vault(lodestar: Run, folder: Path) -> None:
    """A stranger's first command may be `write`."""
    answer(lodestar("write", "my first line", "--json"))
    assert vault.exists(folder)


def test_init_answers_with_its_folder(lodestar: Run, folder: Path) -> None:
    """A second `init` fails and leaves the vault as it is."""
    assert answer(lodestar("init", "--json")) == {"vault": str(folder)}
    again = lodestar("init", "--json")
    assert again.returncode in (1, 2)
    one_line(again)


def test_a_second_import_brings_nothing_in_twice(lodestar: Run, made: Path, tmp_path: Path) -> None:
    """Good lines come in, a bad one is named with its reason, and the second time all are unchanged."""
    file = tmp_path / "entries.jsonl"
    lines = [json.dumps({"id": str(n), "date": "2026-01-02T10:00:00", "text": f"day {n}"}) for n in range(3)]
    file.write_text("\n".join([*lines, "{broken", '{"id":"x","date":"never","text":"t"}']) + "\n")
    first = answer(lodestar("import", "jsonl", str(file), "--json"))
    assert (first["imported"], first["unchanged"], len(first["failed"])) == (3, 0, 2)
    assert all(failed["source"] and failed["reason"] for failed in first["failed"])
    second = answer(lodestar("import", "jsonl", str(file), "--json"))
    assert (second["imported"], second["unchanged"]) == (0, 3)


def test_formats_can_be_listed(lodestar: Run) -> None:
    """Without a vault, a path or a format."""
    names = {one["format"] for one in answer(lodestar("import", "--list", "--json"))}
    assert {"jsonl", "markdown"} <= names


def test_vision_and_reality_meet_the_contract(lodestar: Run, made: Path, tmp_path: Path) -> None:
    """What was stated comes back in the keys that others rely on."""
    stated = {
        "purpose": "To teach",
        "vision": [
            {
                "area": "health",
                "statement": "I run by the canal",
                "set_on": "2026-01-01",
                "signs_of_progress": ["slept"],
                "signs_of_drift": ["skipped"],
            }
        ],
    }
    file = tmp_path / "vision.json"
    file.write_text(json.dumps(stated))
    answer(lodestar("vision", "set", "--file", str(file), "--json"))
    assert answer(lodestar("vision", "show", "--json")) == stated
    answer(
        lodestar(
            "reality", "set", "--area", "health", "--rating", "4", "--text", "slept five hours",
            "--date", "2026-02-01", "--from", "Joan", "--json",
        )
    )  # fmt: skip
    assert answer(lodestar("reality", "show", "--json")) == [
        {"area": "health", "rating": 4, "text": "slept five hours", "date": "2026-02-01", "from": "Joan"}
    ]


def test_the_version_and_the_help_need_nothing(lodestar: Run) -> None:
    """Neither a vault nor settings."""
    assert lodestar("--version").stdout.startswith("lodestar ")
    assert "write" in lodestar("--help").stdout


# ---- 1: failed


def test_an_unknown_entry_is_one(lodestar: Run, made: Path) -> None:
    """With `--json` the reason is JSON too."""
    done = lodestar("show", "0123456789abcdef", "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["error"]
    one_line(done)


def test_a_source_that_cannot_be_read_is_one(lodestar: Run, made: Path, tmp_path: Path) -> None:
    """A file that is not there, a vision that is no JSON, a vision with a key nobody knows."""
    assert lodestar("import", "jsonl", str(tmp_path / "nothing.jsonl")).returncode == 1
    unnamed = '{"vision":[{"area":" - ","statement":"x"}]}'
    for content in ("{", '{"vision":[{"area":"health","statement":"x","mood":"blue"}]}', unnamed, "\x00"):
        file = tmp_path / "vision.json"
        file.write_text(content)
        done = lodestar("vision", "set", "--file", str(file))
        assert done.returncode == 1
        one_line(done)


# ---- 2: wrong usage


@pytest.mark.parametrize(
    "command",
    [
        ["write", "words", "--date", "yesterday-ish"],
        ["write", ""],
        ["write", "x", "--mood", "blue"],
        ["search"],
        ["search", "x", "-k", "0"],
        ["search", "x", "--since", "whenever"],
        ["import", "no-such-format", "."],
        ["import"],
        ["show"],
        ["read"],
        ["reality", "set", "--area", "health", "--rating", "11", "--text", "x"],
        ["reality", "set", "--area", "health", "--rating", "3", "--text", " "],
        ["reality", "set", "--area", "-", "--rating", "3", "--text", "x"],
        ["chat", "--jsonl", "--voice", "opera"],
        ["bench", "nothing-of-that-name"],
        ["dance"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_two(lodestar: Run, made: Path, command: list[str]) -> None:
    """Said in words, with no stack trace."""
    done = lodestar(*command)
    assert done.returncode == 2, (done.stdout, done.stderr)
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_setting_that_nobody_knows_is_two(lodestar: Run, made: Path, environment: dict[str, str]) -> None:
    """The file, the setting and the reason are named."""
    Path(environment["LODESTAR_CONFIG"]).write_text("[voice]\nmodle = 'x'\n")
    done = lodestar("write", "words")
    assert done.returncode == 2
    assert "voice.modle" in one_line(done)
    assert environment["LODESTAR_CONFIG"] in done.stderr


# ---- 11, 12, 14: the vault says no


def test_a_vault_in_use_is_eleven(lodestar: Run, made: Path) -> None:
    """What needs the vault alone waits, then says who is in the way; writing goes on."""
    entry = answer(lodestar("write", "to be forgotten", "--json"))["entry"]
    with vault.open_vault(made):
        done = lodestar("forget", entry, "--yes")
        assert done.returncode == 11
        one_line(done)
        answer(lodestar("write", "still possible", "--json"))


def test_a_wrong_passphrase_is_twelve(lodestar: Run, secret: Path) -> None:
    """And a right one opens; a file that cannot be read or no terminal to ask on are twelve too."""
    answer(lodestar("write", "behind the door", "--json"))
    secret.write_text("open barley")
    done = lodestar("search", "door")
    assert done.returncode == 12
    one_line(done)
    secret.unlink()
    assert lodestar("search", "door").returncode == 12


def test_no_terminal_to_ask_for_a_passphrase_is_twelve(
    lodestar: Run, secret: Path, environment: dict[str, str]
) -> None:
    """It does not hang."""
    del environment["LODESTAR_PASSPHRASE_FILE"]
    assert lodestar("write", "words").returncode == 12


@pytest.mark.parametrize("harm", ["first page", "key file"])
def test_a_damaged_vault_is_fourteen(lodestar: Run, secret: Path, folder: Path, harm: str) -> None:
    """Damage is never taken for a wrong passphrase."""
    name, at = ("vault.db", 40) if harm == "first page" else ("key.json", 30)
    damaged = bytearray((folder / name).read_bytes())
    damaged[at : at + 60] = os.urandom(60)
    (folder / name).write_bytes(damaged)
    done = lodestar("search", "door")
    assert done.returncode == 14, done.stderr
    one_line(done)


def test_a_file_that_is_no_vault_is_fourteen(lodestar: Run, made: Path) -> None:
    """Something else lies where the words should be."""
    (made / "vault.db").write_bytes(b"not a database at all, " * 500)
    done = lodestar("write", "words")
    assert done.returncode == 14
    one_line(done)


# ---- 13: no language model where one was demanded


def test_no_model_where_one_was_demanded_is_thirteen(
    lodestar: Run, made: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    """`--voice model` fails; without it the bank asks and says so."""
    Path(environment["LODESTAR_CONFIG"]).write_text(f"[voice]\nmodel = '{tmp_path}/gone.gguf'\n")
    turn = [{"session": "s", "text": "I always give in at the Thursday meeting."}]
    assert lodestar("chat", "--jsonl", "--voice", "model", stdin=turn).returncode == 13
    done = lodestar("chat", "--jsonl", stdin=turn)
    assert done.returncode == 0, done.stderr
    reply = json.loads(done.stdout)["reply"]
    assert reply["voice"] == "bank"
    assert reply["text"].count("?") == 1


# ---- standard output holds the answer and nothing else


def test_a_closed_pipe_is_no_stack_trace(made: Path, environment: dict[str, str]) -> None:
    """`lodestar … | head` ends quietly."""
    with subprocess.Popen(
        [sys.executable, "-m", "assistant", "import", "--list"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        said = process.stderr.read()
    assert b"Traceback" not in said
