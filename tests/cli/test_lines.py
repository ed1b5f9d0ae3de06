"""Conversations in lines of JSON: one answer a line, in order, flushed, whatever a line holds."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant import vault

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """The vault that `LODESTAR_VAULT` names, made, empty."""
    vault.create(tmp_path / "vault").vault.close()
    return tmp_path / "vault"


def answers(done: subprocess.CompletedProcess[str]) -> list[Any]:
    """Return what a command answered, line by line."""
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


BAD = [
    "{",
    "[]",
    "[" * 100_000,
    '"words"',
    "12",
    "null",
    '{"text": 7}',
    "{}",
    '{"text": "x", "mood": "blue"}',
    "\udcff\udcfe",
]


def test_a_bad_line_answers_for_itself_and_the_next_is_read(lodestar: Run) -> None:
    """Neither broken JSON, nor a wrong type, nor an unknown key ends the conversation."""
    lines = [line.encode("utf8", "surrogateescape").decode("utf8", "replace") for line in BAD]
    got = answers(lodestar("read", "--jsonl", stdin="\n".join([*lines, "", '{"text": "Bread and soap."}']) + "\n"))
    assert len(got) == len(BAD) + 1
    assert all(list(one) == ["error"] for one in got[:-1])
    assert "mood" in got[8]["error"]
    assert got[-1]["distress"] == "none"


def test_reading_needs_no_vault_and_quotes_to_the_character(lodestar: Run) -> None:
    """Every key of the contract is there, and each quote is the text at its span."""
    text = (
        "I should never have said yes. 🙂 Everyone at work thinks I am slow, because I ask questions. "
        "I'll call Joan by Friday. Skipping lunch makes me snap at the children."
    )
    (got,) = answers(lodestar("read", "--jsonl", stdin=[{"text": text}]))
    assert got.keys() == {"assumptions", "commitments", "areas", "links", "distress"}
    assert all(got[kind] for kind in ("assumptions", "commitments", "links"))
    for found in [*got["assumptions"], *got["commitments"], *got["links"]]:
        start, end = found["span"]
        assert text[start:end] == found["quote"] != ""


def test_a_search_in_lines_answers_each_in_turn(lodestar: Run, made: Path) -> None:
    """`k` is kept to, a wrong one is refused by name, and the keys are those of a single search."""
    lodestar("write", "The heron stood in the canal again.", "--date", "2026-03-01")
    lodestar("write", "Bread, soap, and the heron once more.", "--date", "2026-03-02")
    asked = [{"query": "heron", "k": 1}, {"query": "heron", "k": 0}, {"query": "heron", "k": True}, {"query": ""}]
    one, zero, true, empty = answers(lodestar("search", "--jsonl", stdin=asked))
    assert one["query"] == "heron"
    (hit,) = one["hits"]
    assert hit.keys() == {"entry", "source_id", "date", "quote", "span", "score"}
    assert 0.0 <= hit["score"] <= 1.0
    assert "k" in zero["error"]
    assert "k" in true["error"]
    assert empty == {"query": "", "hits": [], "found": False}


def test_a_chat_saves_before_it_answers_and_keeps_the_contract(lodestar: Run, made: Path) -> None:
    """Each reply has every key; what was said is in the vault; a blank message is refused."""
    said = ["I always give in at the Thursday meeting.", "Because the last time I argued nobody spoke to me."]
    turns = [{"session": "one", "text": text} for text in said]
    turns.insert(1, {"session": "one", "text": "  "})
    first, blank, second = answers(lodestar("chat", "--jsonl", "--voice", "bank", stdin=turns))
    assert list(blank) == ["error"]
    for got in (first, second):
        assert got.keys() >= {"session", "reply", "distress", "seconds"}
        assert got["reply"].keys() >= {"text", "move", "question_type", "question", "memory", "voice"}
        assert got["seconds"].keys() >= {"first_token", "total"}
        assert got["reply"]["voice"] == "bank"
    with vault.open_vault(made) as opened:
        assert [entry.text for entry in opened.entries.between()] == said


def test_half_an_emoji_is_answered_as_it_was_said(lodestar: Run, made: Path) -> None:
    """In a query, and in an entry that another program cut; the lines after it are answered."""
    cut = json.dumps({"id": "a", "date": "2026-03-01", "text": "I swam. \ud83d"})
    (made.parent / "a.jsonl").write_text(cut)
    assert lodestar("import", "jsonl", str(made.parent / "a.jsonl")).returncode == 0
    one, two = answers(lodestar("search", "--jsonl", stdin=[{"query": "\ud83d"}, {"query": "swim"}]))
    assert one["query"] == "\ud83d"
    (hit,) = two["hits"]
    assert json.loads(lodestar("show", hit["entry"], "--json").stdout)["text"] == "I swam. \ud83d"
    assert "I swam." in lodestar("show", hit["entry"]).stdout


def test_answers_are_utf8_whatever_the_locale(made: Path, environment: dict[str, str]) -> None:
    """Another program reads the same bytes everywhere."""
    old = environment | {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "PYTHONIOENCODING": ""}
    line = json.dumps({"query": "der Bäcker 🙂"}).encode()
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "search", "--jsonl"], input=line, capture_output=True, env=old, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert "der Bäcker 🙂".encode() in done.stdout


def test_answers_come_line_by_line(made: Path, environment: dict[str, str]) -> None:
    """Another program can hold the conversation: each answer is flushed before the next line is read."""
    with subprocess.Popen(
        [sys.executable, "-m", "assistant", "read", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
        encoding="utf8",
    ) as talk:
        assert talk.stdin is not None
        assert talk.stdout is not None
        for number in range(3):
            talk.stdin.write(json.dumps({"text": f"line {number}"}) + "\n")
            talk.stdin.flush()
            assert json.loads(talk.stdout.readline())["distress"] == "none"
        talk.stdin.close()
        assert talk.wait(timeout=60) == 0
