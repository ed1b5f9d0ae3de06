"""`lodestar review` from the command line: its forms, its files, and what it refuses."""

from __future__ import annotations

import json
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

LINES = (
    {"id": "1", "date": "2025-04-02T21:00:00+01:00", "text": "Rain on the slipway all day, and the kettle going."},
    {"id": "2", "date": "2025-05-11T21:00:00+01:00", "text": "Sold the red dinghy to a woman with a parrot & a map."},
    {"id": "3", "date": "2025-06-20T21:00:00+01:00", "text": "Swam before work, properly, no watch."},
)


@pytest.fixture
def filled(lodestar: Run, tmp_path: Path) -> Run:
    """A vault of three entries."""
    file = tmp_path / "lines.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in LINES), "utf8")
    assert lodestar("init").returncode == 0
    assert lodestar("import", "jsonl", str(file)).returncode == 0
    return lodestar


def test_a_review_in_each_form_holds_the_same_lines(filled: Run, tmp_path: Path) -> None:
    """Markdown on standard output, HTML into a file of one's own, JSON with spans; words for people beside it."""
    shown = filled("review", "2025-Q2")
    assert shown.returncode == 0, shown.stderr
    assert "“Sold the red dinghy to a woman with a parrot & a map.”" in shown.stdout
    page = tmp_path / "review.html"
    written = filled("review", "2025-Q2", "--format", "html", "--out", str(page))
    assert (written.returncode, written.stdout) == (0, "")
    assert "“Sold the red dinghy to a woman with a parrot &amp; a map.”" in page.read_text("utf8")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    again = filled("review", "2025-Q2", "--format", "html", "--out", str(page))
    assert again.returncode == 2
    assert "there already" in again.stderr
    assert filled("review", "2025-Q2", "--format", "html", "--out", str(page), "--replace").returncode == 0
    values = json.loads(filled("review", "2025-Q2", "--json").stdout)
    texts = {line["text"] for line in LINES}
    assert {piece["quote"] for entry in values["entries"] for piece in entry["pieces"]} <= texts


def test_the_questions_are_talked_over_in_lines(filled: Run) -> None:
    """The opening comes first, each line is an answer, an unknown key is named, and the answer stands in the review."""
    rows = [{"text": "She had the map upside down."}, {"answer": "x"}]
    done = filled("review", "2025-Q2", "--close", "--jsonl", stdin=rows)
    opening, reply, refused = (json.loads(line) for line in done.stdout.splitlines())
    assert opening["opening"].endswith("?")
    assert reply["reply"]["voice"] == "bank"
    assert refused == {"error": "unknown key: answer"}
    assert "“She had the map upside down.”" in filled("review", "2025-Q2").stdout


REFUSED = (
    ("2025-Q5",), ("2025-13",), ("last quarter",), ("2025-Q2", "--format", "pdf"), ("2099-Q1",),
    ("2025-Q2", "--since", "2025-01-01"), ("--until", "2025-01-01"), ("--since", "2025-02-01", "--until", "2025-01-01"),
)  # fmt: skip


def test_what_is_no_period_or_no_form_is_refused(lodestar: Run) -> None:
    """Exit code 2, one line of what is wrong, and nothing on standard output."""
    assert lodestar("init").returncode == 0
    for arguments in REFUSED:
        done = lodestar("review", *arguments)
        assert (done.returncode, done.stdout) == (2, ""), arguments
        assert done.stderr.startswith("lodestar: ")


def test_without_a_vault_there_is_no_review(lodestar: Run) -> None:
    """Exit code 10, and no vault is made by accident."""
    assert lodestar("--vault", "/nonexistent/vault", "review", "2025-Q2").returncode == 10
