"""The first page promises what is true of this machine and of what the person agreed to; the help names the keys."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.services.desk import Leaves
from assistant.tui import words_help
from assistant.tui.compass_screen import CompassScreen
from assistant.tui.findings_screen import FindingsScreen
from assistant.tui.practices_screen import PracticesScreen
from assistant.tui.welcome import Welcome


@pytest.mark.parametrize(
    ("leaves", "said", "unsaid"),
    [
        (Leaves(), ["Nothing leaves this machine."], ["is sent there"]),
        (
            Leaves(words="models.example.org"),
            ["models.example.org", "what you write is sent there"],
            ["Nothing leaves"],
        ),
        (Leaves(vectors="house.example.org"), ["house.example.org", "never the words"], ["Nothing leaves"]),
        (Leaves("a.example.org", "b.example.org"), ["a.example.org", "b.example.org"], ["Nothing leaves"]),
    ],
)
def test_the_first_evening_says_what_leaves(leaves: Leaves, said: list[str], unsaid: list[str]) -> None:
    """With a server that the person agreed to, nobody is told that nothing leaves."""
    page = Welcome()
    page.greet(date(2026, 3, 4), first=True, leaves=leaves)
    shown = str(page.content)
    assert all(one in shown for one in said)
    assert not any(one in shown for one in unsaid)


def test_the_help_names_the_keys_for_history_and_for_a_page() -> None:
    """What is bound on a page is told of on the page of help."""
    told = {(heading, key) for heading, keys in words_help.HELP for key, _meaning in keys}
    bound = {
        (screen, binding.key)
        for screen in (CompassScreen, FindingsScreen, PracticesScreen)
        for binding in screen.BINDINGS
        if not isinstance(binding, tuple)
    }
    assert {(CompassScreen, "h"), (FindingsScreen, "h"), (PracticesScreen, "p")} <= bound
    assert ("In models, loops, commitments, compass", "H") in told
    assert ("In practices", "P") in told
