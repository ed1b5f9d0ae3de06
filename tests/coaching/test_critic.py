"""The judge of every reply."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.coaching.critic import Ground, faults_of, passes

MESSAGE = "My manager never listens to me, so there's no point bringing up the idea. I feel like a fraud in there."
GROUND = Ground(MESSAGE)


@pytest.mark.parametrize(
    "reply",
    [
        "“no point”: what would have to be true for there to be one?",
        "What would your manager say happened, the last time you brought her an idea?",
        "Whose word is that, “a fraud”?",
        "One meeting, and one idea left in the bag. What came back with you instead?",
        "When did your manager last surprise you?",
        "What did you see, before “My manager never listens to me”?",
    ],
)
def test_a_good_question_passes(reply: str) -> None:
    """Open, theirs, exact: nothing to find fault with."""
    assert faults_of(reply, GROUND) == []


@pytest.mark.parametrize(
    ("reply", "rule"),
    [
        ("What did your manager say? What did you do with the idea?", "more_than_one_question"),
        ("Your manager has no time for ideas.", "asks_nothing"),
        ("What is the idea worth? Let me know.", "goes_on_after_the_question"),
        ("Did your manager hear the idea?", "closed_question"),
        ("Is there another idea for your manager?", "closed_question"),
        ("Have you considered a meeting with your manager?", "veiled_advice"),
        ("Why don't you send your manager the idea?", "veiled_advice"),
        ("What if you wrote your manager the idea?", "veiled_advice"),
        ("You should talk to your manager. What is the idea?", "advice"),
        ("Talk to your manager. What is the idea?", "command"),
        ("It's important to be heard by your manager. What is the idea?", "advice"),
        ("That's a great idea. What would your manager say?", "stock_opener"),
        ("It sounds like your manager isn't listening. What is the idea?", "stock_opener"),
        ("You're brave to bring an idea. What would your manager say?", "praise"),
        ("Your manager is toxic. What is the idea?", "verdict"),
        ("You're right about your manager. What is the idea?", "verdict"),
        ("What does your manager make of the fact that you're a fraud?", "worry_as_fact"),
        ("How do you deal with being a fraud, with your manager?", "worry_as_fact"),
        ("What makes you think so, don't you think your manager is busy?", "leading"),
        ("I feel for you and your manager. What is the idea?", "claims_to_be_human"),
        ("As a coach, what would I say about your manager?", "claims_to_be_human"),
        ("What did you mean by “she hates me”?", "invented_quotation"),
        ('What did you mean by "no point"?', "quotation_marks"),
        ("What is your favourite colour?", "not_about_their_words"),
        ("What is the **idea** for your manager?", "markup"),
        ("What is\x1b[31m the idea for your manager?", "control_characters"),
        ("What is\nthe idea for your manager?", "control_characters"),
        ("What would " + "your manager say and " * 20 + "do?", "too_long"),
        ("Most people struggle with a manager. What is the idea?", "lecture"),
        ("I agree about your manager. What is the idea?", "takes_a_side"),
        ("Why does your manager ignore every idea?", "worry_as_fact"),
    ],
)
def test_a_fault_is_found_and_named(reply: str, rule: str) -> None:
    """Each way to be a poor coach has its rule."""
    assert rule in {fault.rule for fault in faults_of(reply, GROUND)}


def test_a_question_is_not_asked_twice() -> None:
    """Neither to the word nor nearly so."""
    asked = ("What would your manager say happened that day?",)
    again = Ground(MESSAGE, asked=asked)
    assert not passes(asked[0], again)
    assert not passes("What would your manager say happened, that day?", again)
    assert passes("Who taught you what a point is, in “no point”?", again)


TOLD = "He said I parked badly, when I reversed for the third time."


@pytest.mark.parametrize(
    ("before", "again"),
    [
        ("What did you see when he said you parked badly?", "What might he have wanted when he said you parked badly?"),
        ("What happened when he said you parked badly?", "Who else saw it, when you said he parked badly?"),
        ("What would it change if your sister rang?", "What do you think of it, that your sister rang?"),
    ],
)
def test_the_same_moment_is_not_asked_about_again(before: str, again: str) -> None:
    """Whatever is asked of it and whoever is said to have done it; unless the person comes back to it."""
    later = "It made me small. I went in without a word."
    asked = Ground(later, earlier=(TOLD, "My sister rang."), asked=(before,))
    assert "asked_before" in {fault.rule for fault in faults_of(again, asked)}
    returned = Ground("I went in. He meant it when he said I parked badly. My sister rang.", asked=(before,))
    assert "asked_before" not in {fault.rule for fault in faults_of(again, returned)}


@pytest.mark.parametrize(
    "denied", ["I never reversed badly.", "Forget the reversing.", "He didnt say I reversed badly."]
)
def test_whoever_denies_a_moment_does_not_come_back_to_it(denied: str) -> None:
    """The question was wrong about it once."""
    asked = Ground(denied, asked=("What did you want when you reversed badly?",))
    again = "Who else was there, when he reversed badly?"
    assert "asked_before" in {fault.rule for fault in faults_of(again, asked)}


@pytest.mark.parametrize("opening", ["No, ", "Nope. ", "That's not what I said. "])
def test_what_was_corrected_is_not_said_again(opening: str) -> None:
    """Though the correction has the same words in it."""
    corrected = Ground(
        f"{opening}I want her to ring me on Sunday.", asked=("What makes you think that she wants you to ring?",)
    )
    again = "How might it look, that she wants you to ring?"
    assert "asked_before" in {fault.rule for fault in faults_of(again, corrected)}


@pytest.mark.parametrize(
    ("before", "other"),
    [
        ("What did you see when he said so?", "What would you like to answer when he said it?"),
        ("What did you see when he said you parked badly?", "What did you hear when he said you braked late?"),
        ("What do you make of that car?", "Who else knows about that car?"),
    ],
)
def test_another_moment_may_be_asked_about(before: str, other: str) -> None:
    """A light verb is no moment, nor is a noun after "that"."""
    asked = Ground("It made me small.", earlier=(TOLD, "I braked late with that car."), asked=(before,))
    assert "asked_before" not in {fault.rule for fault in faults_of(other, asked)}


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("What would you do if he says no?", "I wait to hear him say it."),
        ("What if she had looked your way, what then?", "She never looks at me."),
        ("What was it that you kept?", "I keep it."),
        ("Who else shook hands?", "They were shaking."),
    ],
)
def test_their_verb_in_another_form_is_theirs(question: str, message: str) -> None:
    """Says and said are say, shook is shake."""
    assert "not_about_their_words" not in {fault.rule for fault in faults_of(question, Ground(message))}


def test_a_step_of_another_day_may_be_quoted_only_when_it_is_cited() -> None:
    """A quotation comes from this conversation or from what was looked up, nowhere else."""
    reply = "Last time you left with “I'll ring Ana”. What became of it, with your manager?"
    assert not passes(reply, GROUND)
    assert passes(reply, Ground(MESSAGE, cited=("I'll ring Ana",)))


def test_words_said_back_are_not_judged_as_ours() -> None:
    """What a sister says about someone is her verdict, when it is put after "says"."""
    reply = "What do you hear, when your sister says you're too soft?"
    ground = Ground("My sister says I'm too soft.")
    assert not passes(reply, ground)
    assert passes(reply, Ground("My sister says I'm too soft.", said_back=("you're too soft",)))


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_makes_the_critic_fail(reply: str, message: str) -> None:
    """Whatever a model emits is judged, never crashed on; what passes asks once and commands no terminal."""
    if passes(reply, Ground(message)):
        assert reply.count("?") == 1
        assert all(character.isprintable() for character in reply)
