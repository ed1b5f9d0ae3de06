"""The person's words, said from the other side."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.coaching.happenings import happened
from assistant.coaching.turning import turned


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("my manager never listens to me", "your manager never listens to you"),
        ("I was the one who called", "you were the one who called"),
        ("she was right and I was late", "she was right and you were late"),
        ("I'm not a team player", "you're not a team player"),
        ("we were late because of our car", "you were late because of your car"),
        ("my boss was late and I wasn't", "your boss was late and you weren't"),
        ("I wrote it myself", "you wrote it yourself"),
        ("Mum rang", "your mum rang"),
        ("my mum rang", "your mum rang"),
        ("im tired of it and dont care", "you're tired of it and don't care"),
        ("they took mine", "they took yours"),
        ("I've told Tom", "you've told Tom"),
        ("the lists were long", "the lists were long"),
        ("he didn't see us", "he didn't see you"),
    ],
)
def test_words_are_turned(theirs: str, ours: str) -> None:
    """Pronouns change sides, "be" follows its subject, everything else stays."""
    assert turned(theirs) == ours


@pytest.mark.parametrize("theirs", ["I told you so", 'she said "go" to me', "your turn, she wrote", "‘fine’ I said"])
def test_what_cannot_be_turned_for_certain_is_left(theirs: str) -> None:
    """Words that speak to somebody and speech within speech are quoted instead."""
    assert turned(theirs) is None


@given(st.text(alphabet="abcdeimwyou' IMWyr,.", max_size=60))
def test_nothing_of_the_first_person_is_left(phrase: str) -> None:
    """Whatever is turned holds no "I", "me" or "my" any more, and no phrase makes it fail."""
    said_back = turned(phrase)
    if said_back is not None:
        assert not re.search(r"(?<![\w'])(?:i|me|my|mine|myself)(?![\w'])", said_back, re.IGNORECASE)


@pytest.mark.parametrize(
    ("quote", "event"),
    [
        ("I sat in the garden", "you sat in the garden"),
        ("Swept the yard", "you swept the yard"),
        ("The dog died on Monday", "the dog died on Monday"),
        ("Amina cried in the corridor", "Amina cried in the corridor"),
        ("I've cleaned the whole house", "you cleaned the whole house"),
        ("people laughed at it", "people laughed at it"),
        ("my son left early", "your son left early"),
    ],
)
def test_what_happened_can_follow_when(quote: str, event: str) -> None:
    """A past event is said back so that "when" can stand before it."""
    assert happened(quote) == event


@pytest.mark.parametrize(
    "quote",
    ["She's got the twins", "tired of it all", "I think so", "nobody cares", "I was a terrible mother", "who left it"],
)
def test_what_is_no_event_is_not_said_to_have_happened(quote: str) -> None:
    """States, beliefs and verdicts are never said back as having happened."""
    assert happened(quote) is None


def test_an_elided_verb_belongs_to_the_one_spoken_of() -> None:
    """After a sentence about somebody else a verb without its subject is theirs, not the writer's."""
    assert happened("got a kid", "hes 19. ") is None
