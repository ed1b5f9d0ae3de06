"""Manners of speaking, capitals and whethers: what only looks like a rule, a duty or a person."""

from __future__ import annotations

import pytest

from assistant.coaching.handles import find_handles
from assistant.coaching.nouns import people


def _kinds(text: str) -> set[str]:
    return {one.kind for one in find_handles(text)}


@pytest.mark.parametrize(
    "text",
    [
        "She can't remember if she's locked the shed, but she can sing.",
        "I asked if he was coming, he just shrugged at the tins.",
        "I wonder if he sold it, I'd be sorry about the boat.",
        "If I am honest it is for the boat, I'd sail it anywhere.",
        "If you must know I'm fond of him.",
    ],
)
def test_an_if_that_asks_or_is_said_in_passing_is_no_rule(text: str) -> None:
    """After remember, ask and wonder it means whether; "if I'm honest" is a manner of speaking."""
    assert "rule" not in _kinds(text)


@pytest.mark.parametrize("text", ["If I ring first, I've lost.", "I know that if he calls, I'll go straight back."])
def test_a_rule_is_still_heard(text: str) -> None:
    """A condition with its consequence is one, also after what somebody knows."""
    assert "rule" in _kinds(text)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("His brother had the boat, I should add.", "I should add"),
        ("I must say the choir was loud.", "I must say"),
        ("I dare say he'd laugh at it.", "I dare say"),
    ],
)
def test_how_it_is_said_is_not_what_is_said(text: str, lost: str) -> None:
    """No phrase begins with a manner of speaking, and none is made of one alone."""
    assert not any(one.quote.startswith(lost) for one in find_handles(text))


def test_a_duty_to_say_something_is_kept() -> None:
    """I should add a line to the will: that is a duty."""
    assert any("I should add a line" in one.quote for one in find_handles("I should add a line to the will."))


@pytest.mark.parametrize(
    "text", ["House is that quiet.", "Monday was long.", "Kitchen is full of ants.", "May is hard."]
)
def test_the_capital_of_a_sentence_makes_nobody(text: str) -> None:
    """A common word and a day stay what they are."""
    assert not people(text)


def test_a_day_says_nothing() -> None:
    """A man who comes on a day and says something: the day is not the one who says it."""
    handles = find_handles("There's a man coming Tuesday who says it will be six hundred.")
    assert all("Tuesday" not in (one.slots.get("who") or "") for one in handles)


@pytest.mark.parametrize(
    "text", ["Farah said no.", "Ruth was late, and I like Ruth.", "It was the day that Bram left."]
)
def test_a_name_is_still_somebody(text: str) -> None:
    """Also at the head of a sentence."""
    assert people(text)


def test_a_verb_is_no_part_of_a_name() -> None:
    """This is what my sister say: somebody says it in a second language."""
    handles = find_handles("You left us, this is what my sister say always.")
    assert all("say" not in (one.slots.get("who") or "").split() for one in handles)
