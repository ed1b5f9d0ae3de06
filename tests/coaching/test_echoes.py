"""What in an answer only takes up our question, and where the turn goes instead."""

from __future__ import annotations

import pytest

from assistant.coaching.echoes import only_echoes
from assistant.coaching.plan import Occasion, Plan
from assistant.coaching.planner import plan_turn
from assistant.coaching.session_state import SessionState
from assistant.core.reading import Reading
from assistant.reading.acts import hear_acts


def planned(text: str, asked: str, *earlier: str) -> Plan:
    """Plan an answer to a question."""
    state = SessionState(turns=2, asked=(asked,), thread="the ferry")
    return plan_turn(text, Reading(), hear_acts(text), state, earlier)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("a drawer is a drawer", "“I tidied the drawer”: what does that mean to you?"),
        ("There's nothing to repair", "What would you most like to repair, after “we sold the boat”?"),
        ("Nobody was in the doorway", "“like a draught”: who is in that doorway?"),
        ("It doesn't do a thing", "“my knee clicks”: what does thinking that do to you?"),
        ("I don't want to keep any of it", "“the choir outing”: what do you want to keep of it?"),
        ("It wasn't the painting I minded", "What was it like to paint the shed?"),
        ("I'll know if he waves first", "“I will ask the vicar”: how will you know that it did what you hoped?"),
    ],
)
def test_what_only_takes_up_the_question_is_told(said: str, asked: str) -> None:
    """It says our words back, says what they mean or that they are not so, or gives the sign that was asked for."""
    assert only_echoes(said, asked)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("I was never glad on that ferry", "When were you last glad?"),
        ("I never wrote to him", "What would you have said to your brother?"),
        ("Ledgers don't answer back", "What made the ledgers easier than the letter?"),
        ("I can't do it to her", "What does thinking that do to you?"),
        ("nobody mended a thing for us", "What did you talk of while you mended it?"),
        ("Nobody phoned", "Who phoned you about the letters?"),
        ("I did not keep the letters", "What did the letters say that you wanted to keep?"),
        ("Odile does not know", "When did Odile last ask for the letters?"),
        ("I wanted it for the scratch on it", "What did you want to say about the scratch?"),
        ("It isn't fair on the twins", "What would your sister say to that?"),
    ],
)
def test_what_tells_something_is_left(said: str, asked: str) -> None:
    """A claim of their own may use our words, and may deny."""
    assert not only_echoes(said, asked)


def test_a_question_stands_beside_the_echo() -> None:
    """Where an answer goes on to tell something, it is asked about that."""
    text = "There's nothing to repair. My sister signed the papers without me."
    plan = planned(text, "What would you most like to repair, after “we sold the boat”?")
    assert plan.target is not None
    assert "signed" in plan.target.quote


def test_an_echo_alone_goes_back_to_what_was_not_asked_about() -> None:
    """What was asked about before is not asked about again."""
    earlier = "The ferry was late. I can't stop counting the empty seats."
    plan = planned("The ferry.", "What do you remember about the ferry?", earlier)
    assert plan.target is not None
    assert "counting" in plan.target.quote


@pytest.mark.parametrize(
    "text",
    [
        "a drawer means a drawer. How do I ask her to move out",
        "I wasn't thinking of anything. My question is how do I ask her to move out",
        "How do I ask her to move out?",
    ],
)
def test_their_own_question_comes_first(text: str) -> None:
    """It outranks every statement of the message."""
    plan = planned(text, "“I tidied the drawer”: what does that mean to you?")
    assert plan.target is not None
    assert plan.target.quote.lower() == "how do i ask her to move out"
    assert plan.occasion in (Occasion.ORDINARY, Occasion.ADVICE)


def test_a_question_asked_of_nobody_is_passed_over() -> None:
    """How should I know is no question of theirs."""
    plan = planned("She walked out of the choir without a word. How should I know why", "What happened then?")
    assert plan.target is not None
    assert "know" not in plan.target.quote


def test_they_say_what_to_ask_about() -> None:
    """What was said of it before is gone back to."""
    earlier = "Henk's boat lies on the mud. Henk taught me every knot I know."
    plan = planned("that's a funny picture. ask me about Henk", "“like a tide”: who is in that picture?", earlier)
    assert plan.target is not None
    assert "Henk" in plan.target.quote


def test_what_to_ask_about_may_lie_far_back() -> None:
    """However many messages ago they named it."""
    earlier = ("Henk taught me every knot I know.", "It rains.", "We ate late.", "The gate sticks.", "I slept badly.")
    plan = planned("that's a funny picture. ask me something about Henk", "“like a tide”: who is in it?", *earlier)
    assert plan.target is not None
    assert "Henk" in plan.target.quote


def test_an_echo_is_not_quoted_after_a_complaint_either() -> None:
    """The turn goes back to what was said before."""
    text = "What harbour? I do not understand this. Nobody builds a harbour for toast."
    plan = planned(text, "Who builds the harbour that says “toast”?", "I can't stop counting the empty seats.")
    assert plan.target is not None
    assert "counting" in plan.target.quote
