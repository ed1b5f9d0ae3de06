"""A goodbye and a request are heard where they are the writer's to the program, and not where they are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.coaching.occasions import hear_occasion
from assistant.coaching.plan import Occasion
from assistant.coaching.session_state import SessionState
from assistant.reading.acts import hear_acts

MIDWAY = SessionState(turns=3, thread="The ferry left", quotes=("The ferry left",), asked=("What did you see?",))
BANK = Path(__file__).parents[1] / "reading" / "test_acts_bank.txt"
ASIDES = {
    Occasion.GOODBYE,
    Occasion.LEAVE_IT,
    Occasion.REDIRECT,
    Occasion.OFF_TOPIC,
    Occasion.OTHER_LANGUAGE,
    Occasion.ABOUT_PROGRAM,
    Occasion.INVENT,
    Occasion.PAST_ENTRY,
    Occasion.TOO_MANY_QUESTIONS,
}
ASKS = ASIDES | {Occasion.ADVICE, Occasion.VERDICT, Occasion.OPINION}


def _occasion(text: str) -> Occasion:
    return hear_occasion(text, hear_acts(text), MIDWAY)[0]


def _of_the_bank(group: str) -> list[str]:
    """Return the messages of one group of the bank of messages."""
    text = BANK.read_text(encoding="utf8").partition(f"== {group}\n")[2].partition("\n== ")[0]
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("text", _of_the_bank("benign"))
def test_an_ordinary_sentence_is_no_aside_to_the_coach_either(text: str) -> None:
    """What the reading takes for no aside, the coach takes for none."""
    assert _occasion(text) not in ASIDES


@pytest.mark.parametrize("text", _of_the_bank("goodbye"))
def test_a_goodbye_closes_the_talk(text: str) -> None:
    """What the reading hears as a goodbye is one to the coach."""
    assert _occasion(text) is Occasion.GOODBYE


@pytest.mark.parametrize(
    "text",
    [
        "I'm going to stop biting my nails in meetings.",
        "I'm going to go and look at the boat on Saturday.",
        "I'm going to go running with Ana.",
        "I'm going to leave it to the solicitor.",
        "I'm going to do the bins and ring Dad.",
        "He's going to do the eulogy himself.",
        "She said we'd talk tomorrow and hung up.",
        "Ravi wants to talk tomorrow.",
        "Some of me thinks I have to go.",
        "I told her I have to go.",
        "It's his first match, so I need to go.",
        "Wim says I'm going to stop.",
        "If he shouts again, I'm going to go.",
        "I don't think I should go.",
        "We need to go.",
        "Tom's gotta go.",
        "Lena and Ana need to sleep.",
        "I left the parcel until tomorrow.",
        "Put off until tomorrow.",
        "Odile will write again soon.",
        "I'll finish it later.",
        "I'm going to end it.",
        "Good night with the choir, we sang till ten.",
        "Good night's rest for once.",
        "Right, good night out in the end.",
        "She was logging off when I rang.",
        "She decided that's enough for today and sent us home.",
    ],
)
def test_a_leave_that_is_told_closes_nothing(text: str) -> None:
    """A plan, another's leave, one that is reported, doubted or put off."""
    assert _occasion(text) is not Occasion.GOODBYE


@pytest.mark.parametrize(
    "text",
    [
        "Right, I'm going to stop here. Thanks.",
        "I'm going to stop now, my eyes are closing.",
        "I'm going to sleep now.",
        "im gonna go",
        "I'm going to go to bed, thanks.",
        "It's late, so I have to go.",
        "Early start tomorrow gotta sleep",
        "Mum's ringing gotta go",
        "Sorry, need to sleep.",
        "I think I need to go.",
        "I'd better go.",
        "Talk later.",
        "thanks talk tomorrow x",
        "I'll write again soon.",
        "Be back tomorrow!",
        "Ok, until next time!",
        "goodnight off to bed",
        "Good night and thanks",
        "Good night, Lodestar.",
        "I'll finish here.",
        "Let's finish this tomorrow.",
        "That's enough for today.",
        "It's getting late so I should go.",
        "I'm really tired now so I need to sleep.",
        "My lunch break is over so I have to go.",
        "My battery is dying, so I need to go.",
    ],
)
def test_a_leave_that_is_taken_closes_the_talk(text: str) -> None:
    """In small letters and in one breath with its reason too."""
    assert _occasion(text) is Occasion.GOODBYE


@pytest.mark.parametrize(
    "text",
    [
        "What did I say to make him leave?",
        "When did I decide that I come last?",
        "When did I last write to him?",
        "What I said about her mother hurt her.",
        "I have to make it up to him.",
        "There was something in my voice she didn't like.",
        "I always make something up to get out of it.",
        "It was a cold or something like it.",
        "He put words in my mouth.",
        "I wish they'd just listen to the midwife.",
        "I was interviewed on Monday.",
        "The customs man interrogated us for an hour.",
        "Dinner with her feels like an interrogation.",
        "I wish she would just be honest.",
        "I wish she would just tell me that she was angry.",
        "An hour at the bank, talking to a machine.",
        "The algorithm feeds her more of it.",
        "How do you sleep with a newborn in the room?",
        "He asked me, do you like it, and I lied.",
        "He asked me, are you real, and laughed.",
        "Who are you when the children have left?",
        "The nurse gave me some advice.",
        "I didn't want any advice, just company.",
        "I don't want suggestions.",
        "They want an answer by Friday.",
        "He never gives me a straight answer.",
        "What should I do, she said, and I had no idea.",
        "Leave it there, he said about the sofa.",
        "Tell me a story, my dad would say.",
    ],
)
def test_what_is_told_asks_nothing_of_the_program(text: str) -> None:
    """Of other people, of other days, or refused."""
    assert _occasion(text) not in ASKS


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("What did I say about the move last month?", Occasion.PAST_ENTRY),
        ("When did I last write about Odile?", Occasion.PAST_ENTRY),
        ("Make something up.", Occasion.INVENT),
        ("Write it in my own voice.", Occasion.INVENT),
        ("Can you put words to it for me?", Occasion.INVENT),
        ("Just listen.", Occasion.TOO_MANY_QUESTIONS),
        ("I wish you'd just listen.", Occasion.TOO_MANY_QUESTIONS),
        ("Stop interrogating me.", Occasion.TOO_MANY_QUESTIONS),
        ("This feels like a job interview.", Occasion.TOO_MANY_QUESTIONS),
        ("Is this an interrogation?", Occasion.TOO_MANY_QUESTIONS),
        ("Stop the interrogation.", Occasion.TOO_MANY_QUESTIONS),
        ("I don't want to be interrogated.", Occasion.TOO_MANY_QUESTIONS),
        ("So just be honest.", Occasion.VERDICT),
        ("You can just say he's wrong.", Occasion.VERDICT),
        ("My boss is rude, he said I'm slow, am I wrong?", Occasion.VERDICT),
        ("I'm just talking to a robot.", Occasion.ABOUT_PROGRAM),
        ("You're just an algorithm.", Occasion.ABOUT_PROGRAM),
        ("How do you remember things?", Occasion.ABOUT_PROGRAM),
        ("Who are you?", Occasion.ABOUT_PROGRAM),
        ("Give me some advice.", Occasion.ADVICE),
        ("Any tips?", Occasion.ADVICE),
        ("Do you have any advice?", Occasion.ADVICE),
        ("I'd like some suggestions.", Occasion.ADVICE),
        ("I could use some advice.", Occasion.ADVICE),
        ("I'd really appreciate some tips.", Occasion.ADVICE),
        ("As I said, what should I do?", Occasion.ADVICE),
        ("Tell me a story.", Occasion.REDIRECT),
        ("Leave it there.", Occasion.LEAVE_IT),
    ],
)
def test_what_is_asked_of_the_program_is_heard(text: str, occasion: Occasion) -> None:
    """The same words, put to it."""
    assert _occasion(text) is occasion
