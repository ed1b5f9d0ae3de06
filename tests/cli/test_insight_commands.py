"""Beliefs, drift, commitments and loops from the command line, with the real embedder, as the contract has them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

DAYS = {
    "2025-03-03": "Rowed to the second lock before work. I'll oil the garden hinge by Sunday.",
    "2025-03-10": "Oiled the garden hinge at last. If I say no they will think I don't care about the place.",
    "2025-03-19": "Rowed to the second lock, mist. You say no once and you are the one who doesn't care.",
    "2025-03-28": "Soup again. I couldn't say no, they would have thought I didn't care.",
    "2025-04-07": "Radishes. Lying awake makes me snap at everybody. Snapping at everybody keeps me lying awake.",
}


@pytest.fixture
def journal(lodestar: Run, tmp_path: Path) -> Path:
    """A vault with five days and a vision of rowing."""
    assert lodestar("init", "--json").returncode == 0
    lines = [
        json.dumps({"id": f"d{n}", "date": f"{day}T20:00:00", "text": t}) for n, (day, t) in enumerate(DAYS.items())
    ]
    (tmp_path / "days.jsonl").write_text("\n".join(lines))
    assert lodestar("import", "jsonl", str(tmp_path / "days.jsonl")).returncode == 0
    vision = {"area": "rowing", "statement": "I row before work.", "set_on": "2025-03-01"}
    (tmp_path / "vision.json").write_text(json.dumps({"purpose": "", "vision": [vision]}))
    assert lodestar("vision", "set", "--file", str(tmp_path / "vision.json")).returncode == 0
    return tmp_path


def answer(done: subprocess.CompletedProcess[str]) -> Any:
    """Return what a command answered."""
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def exact(lines: list[dict[str, Any]]) -> bool:
    """Say whether every quotation is a slice of the text of its day."""
    return all(line["quote"] in DAYS[line["date"][:10]] for line in lines)


def test_beliefs_are_listed_accepted_reworded_and_rejected(journal: Path, lodestar: Run) -> None:
    """The contract's keys, exact quotations, the person's decision, and no second offer."""
    (one,) = answer(lodestar("beliefs", "--json"))
    wanted = {"belief", "name", "kind", "status", "evidence", "counter_evidence", "first", "last", "weeks"}
    assert wanted <= one.keys()
    assert (one["status"], one["first"], one["last"], one["weeks"]) == ("suspected", "2025-03-10", "2025-03-28", 3)
    assert {line["source_id"] for line in one["evidence"]} == {"d1", "d2", "d3"}
    assert exact(one["evidence"])
    assert answer(lodestar("beliefs", "accept", one["belief"], "--json"))["status"] == "owned"
    reworded = answer(lodestar("beliefs", "reword", one["belief"], "Saying no is not caring.", "--json"))
    assert reworded["name"] == "Saying no is not caring."
    assert "Saying no is not caring." in lodestar("beliefs").stdout
    assert answer(lodestar("beliefs", "reject", one["belief"], "--json"))["status"] == "rejected"
    assert answer(lodestar("beliefs", "--json")) == []
    assert lodestar("beliefs", "accept", "belief-0").returncode == 1


def test_linked_folders_are_read_before_a_look_back(journal: Path, lodestar: Run) -> None:
    """What was written elsewhere since the last search is in it; a file that cannot be read is told of, once."""
    notes = journal / "notes"
    notes.mkdir()
    assert lodestar("link", str(notes)).returncode == 0
    (notes / "2025-05-01.md").write_text("I'll paint the boat by Sunday.")
    (notes / "2025-05-02.md").write_bytes(b"\0\1\2")
    done = lodestar("commitments", "--json")
    assert "I'll paint the boat by Sunday." in {one["quote"] for one in answer(done)}
    assert "2025-05-02.md could not be read" in done.stderr
    (notes / "2025-05-03.md").write_text("Rowed to the second lock, in the rain.")
    done = lodestar("review", "2025-05", "--json")
    assert "in the rain" in done.stdout
    assert done.stderr == ""


def test_lines_to_begin_from_are_shown(journal: Path, lodestar: Run) -> None:
    """Each is one exact line that no belief holds, with the name by which it can be accepted or rejected."""
    rule = "People who ask for help are always thought weak."
    assert lodestar("write", rule, "--date", "2025-04-10").returncode == 0
    held = {line["quote"] for one in answer(lodestar("beliefs", "--json")) for line in one["evidence"]}
    found = answer(lodestar("beliefs", "begin", "--json"))
    assert held
    assert rule in {line["quote"] for line in found}
    assert all(line.keys() == {"belief", "entry", "source_id", "date", "quote"} for line in found)
    assert exact([line for line in found if line["quote"] != rule])
    assert not {line["quote"] for line in found} & held
    assert lodestar("beliefs", "begin").returncode == 0


def test_the_course_of_things_is_listed(journal: Path, lodestar: Run) -> None:
    """Commitments with their outcome, loops with their links, drift where there is any, each as the contract has it."""
    (made,) = answer(lodestar("commitments", "--json"))
    assert made["what"]
    assert (made["source_id"], made["due"], made["outcome"]) == ("d0", "2025-03-09", "kept")
    assert made["outcome_entry"] != made["entry"]
    assert made["quote"] in DAYS["2025-03-03"]
    (loop,) = answer(lodestar("loops", "--json"))
    assert loop["type"] == "reinforcing"
    assert loop["confirmed"] is False
    assert exact(loop["links"])
    assert answer(lodestar("loops", "accept", loop["loop"], "--json"))["confirmed"] is True
    assert answer(lodestar("drift", "--asof", "2025-04-07", "--json")) == []
    assert lodestar("drift", "--asof", "soon").returncode == 2


def test_a_stated_belief_is_asked_about_line_by_line(journal: Path, lodestar: Run) -> None:
    """One answer a line: candidates, an error for what cannot be read, and the end."""
    first = {"state": "Saying no means that I do not care."}
    (asked,) = [
        json.loads(line) for line in lodestar("beliefs", "confirm", "--jsonl", stdin=[first]).stdout.splitlines()
    ]
    assert asked.keys() == {"belief", "entry", "source_id", "date", "quote"}
    assert asked["source_id"] in {"d1", "d2", "d3"}
    assert exact([asked])
    yes = {"belief": asked["belief"], "entry": asked["entry"], "answer": True}
    bad = [
        {"belief": asked["belief"], "entry": "0000000000000000", "answer": True},
        {"mood": 1},
        yes | {"answer": "yes"},
    ]
    done = lodestar("beliefs", "confirm", "--jsonl", stdin=[first, *bad, yes])
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == 5
    assert all("error" in one for one in answers[1:4])
    assert answers[4]["belief"] == asked["belief"]
    (held,) = [one for one in answer(lodestar("beliefs", "--json")) if one["status"] == "owned"]
    assert held["name"] == first["state"]
    assert asked["source_id"] in {line["source_id"] for line in held["evidence"]}
