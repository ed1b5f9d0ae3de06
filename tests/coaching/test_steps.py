"""A step is what the writer will do: no report, refrain or threat; to be challenged is asked for in so many words."""

from __future__ import annotations

import pytest

from assistant.coaching.plan import Occasion
from assistant.coaching.session_state import SessionState
from assistant.coaching.step_words import possibility_in, step_in
from assistant.reading.acts import hear_acts
from tests.coaching.coach_room import turn

MIDWAY = SessionState(turns=3, thread="The ferry left", quotes=("The ferry left",), asked=("What did you see?",))
BEFORE = ("The ferry left without us. I never told Odile that I had the wrong day.",)


def _occasion(text: str) -> Occasion:
    return turn(text, MIDWAY, BEFORE)[0].occasion


@pytest.mark.parametrize(
    "text",
    [
        "The pilot said I'll ring you on Friday.",
        "Odile thinks I'll sell the boat tomorrow.",
        "I'm going to start sobbing on the deck.",
        "I'll start with what he left on the quay.",
        "I will leave the boat if he shouts at me.",
        "I'll bring the nets in like I always do.",
        "I'll tell anybody who stands still that he lied.",
        "I open the kiosk on Tuesday",
        "I swim on Saturday",
        "She promised I will send it tomorrow.",
        "He texted I'll pick you up at six tomorrow.",
        "Dad goes I'll mend it on Monday and he never does.",
        "My uncle's line is always I'll be there Friday.",
        "According to him I'll get the letter on Monday.",
        "I was told I'll be moved to nights next week.",
        "I don't think I'll ring her tomorrow.",
        "I doubt I'll call him tonight.",
        "I wonder if I'll tell Odile on Sunday.",
        "I hope I'll see her tomorrow.",
        "I'm scared I'll call him tonight.",
        "I'm not sure I'll go to the quay on Friday.",
    ],
)
def test_a_report_a_refrain_a_threat_and_a_doubt_are_no_steps(text: str) -> None:
    """What is said, feared or hoped of what will be done is not yet something to do."""
    assert _occasion(text) is not Occasion.DECISION


@pytest.mark.parametrize(
    "text",
    [
        "I'll ring the pilot and ask if he still has the key.",
        "I'm going to start swimming again.",
        "I'll go to the kiosk if it's open.",
        "I'll tell Odile about the wrong day.",
        "I ring the pilot on Tuesday.",
        "So I open the kiosk on Tuesday.",
        "She won't ask again. I'll ring the pilot at noon.",
        "I rather think I shall ring the harbour office.",
        "I do believe I'll write to Odile; she left me her address.",
        "I'm not sure of much. I'll ring the pilot tomorrow.",
        "Life goes on, I'll ring the pilot tomorrow.",
        "I must say I'll ring the pilot tomorrow.",
    ],
)
def test_a_step_is_still_heard(text: str) -> None:
    """Beside what another might answer, and after what another did."""
    assert _occasion(text) is Occasion.DECISION


def test_a_step_that_is_only_perhaps_taken_is_a_possibility() -> None:
    """What stands under a "maybe" is not yet meant."""
    assert _occasion("Maybe I'll ring the pilot tomorrow.") is Occasion.MAYBE


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("Back then I could swim to the island.", False),
        ("When I was ten I could row it alone.", False),
        ("Last summer I could still climb the mast.", False),
        ("Yesterday I was sure. I could ask the pilot instead.", True),
        ("I could swim to the island on Sunday.", True),
    ],
)
def test_what_could_be_done_once_is_no_possibility(text: str, possible: bool) -> None:
    """It is told of a time that is over."""
    assert (possibility_in(text) is not None) is possible


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("could you push me towards the door with my brother", False),
        ("What am I missing in this harbour is a bench.", False),
        ("I want you to question me about the ferry.", False),
        ("Can you test me on the knots.", True),
        ("Please push me on this, the pilot hates me.", True),
        ("What am I missing? The pilot hates me.", True),
        ("What am I missing here, the pilot hates me.", True),
        ("I want you to question me.", True),
    ],
)
def test_a_challenge_is_asked_for_in_so_many_words(text: str, asked: bool) -> None:
    """To be pushed somewhere, and to miss something, asks for none."""
    assert (_occasion(text) is Occasion.CHALLENGE) is asked


@pytest.mark.parametrize("filling", [" " * 3_000, "\n" * 200, "ok, " * 700])
def test_a_step_behind_blanks_is_found(filling: str) -> None:
    """The kind of turn is heard with the blanks taken together."""
    assert _occasion(f"The ferry left.{filling}I'll ring the pilot tomorrow.") is Occasion.DECISION


def test_whose_step_it_is_is_read_within_its_sentence() -> None:
    """A "said" in the sentence before reports nothing."""
    assert step_in("The pilot said so. I'll ring Odile tomorrow.") is not None
    assert step_in("The pilot said that I'll ring Odile tomorrow.") is None


@pytest.mark.parametrize("text", ["He said I'll be there tomorrow.", "She says I'm going to finish on Friday."])
def test_a_reported_will_is_no_act_of_deciding(text: str) -> None:
    """Nor for the reading."""
    assert "decision" not in {act.value for act in hear_acts(text)}
