"""`lodestar challenge` from the command line: a question for each assumption, and care where care is called for."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_each_assumption_has_its_question(lodestar: Run) -> None:
    """What is taken for granted is quoted to the character, with one question."""
    text = "Soup. My manager never listens to me."
    found = json.loads(lodestar("challenge", text, "--json").stdout)
    assert found
    for one in found:
        start, end = one["span"]
        assert text[start:end] == one["quote"]
        assert one["question"].count("?") == 1


def test_a_dark_text_is_answered_with_care(lodestar: Run) -> None:
    """Nobody in a crisis is told that nothing reads as an assumption; as JSON there is nothing to challenge."""
    done = lodestar("challenge", "I want to die and nobody would notice.")
    assert done.returncode == 0
    assert "I'm a program" in done.stdout
    assert "assumption" not in done.stdout
    assert json.loads(lodestar("challenge", "I want to die and nobody would notice.", "--json").stdout) == []


def test_a_text_without_any_says_so(lodestar: Run) -> None:
    """An honest nothing."""
    assert "Nothing in it reads as an assumption." in lodestar("challenge", "Soup.").stdout
