"""Whom a message names: people and their roles, in full, and never a place, a make or a thing."""

from __future__ import annotations

import pytest

from assistant.coaching.handles import find_handles
from assistant.coaching.nouns import people


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The fridge is a Bosch from 1998 and hums at night.", []),
        ("Diesel was dear. I walked to the lock and back.", []),
        ("Bakery don't close for snow.", []),
        ("I paid the whole Norwich office twice over.", []),
        ("We lived in Hoxley then. My knee says Hoxley was all stairs.", []),
        ("He has an Irish temper and a Welsh hat.", []),
        ("Gravel is only gravel, more trouble is the lorry.", []),
        ("Bram was asleep on the tiles.", ["Bram"]),
        ("Bram was late. He blamed the ferry.", ["Bram"]),
        ("I told Wanda everything about the lid.", ["Wanda"]),
        ("My mother in law sleeps in the good room.", ["your mother in law"]),
        ("Our brother in law's van is in the drive.", ["your brother in law"]),
        ("Today Mrs La Croix took the last seat.", ["Mrs La Croix"]),
        ("Sister Agnes will have told three people.", ["Sister Agnes"]),
        ("Boss says I can stay until March.", ["your boss"]),
        ("Workmate made foreman.", ["your workmate"]),
        ("Mum rang about the lid.", ["your mum"]),
    ],
)
def test_who_is_named(text: str, named: list[str]) -> None:
    """A role is said back whole, and a capital alone makes nobody of a thing."""
    assert [one.said_back for one in people(text)] == named


def test_a_role_without_its_owner_is_said_back_as_yours() -> None:
    """A boss is somebody, and "Boss" is no name."""
    handle = next(one for one in find_handles("Boss says I should rest on Sundays.") if "who" in one.slots)
    assert handle.slots["who"] == "your boss"


@pytest.mark.parametrize(
    "text", ["I don't want that he thinks I am weak.", "I wonder what comes if he thinks I lied to him."]
)
def test_what_is_only_feared_of_a_mind_is_not_read_in_it(text: str) -> None:
    """Nobody says here that he does."""
    assert not any(one.kind.startswith(("mindread", "says_that")) for one in find_handles(text))
