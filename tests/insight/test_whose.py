"""Whose words: what others say, quote or believe is no evidence of a belief of the person's."""

from __future__ import annotations

import pytest

from assistant.core.span import Span
from assistant.insight.whose import inside, is_own, spoken_by_others


@pytest.mark.parametrize(
    "sentence",
    [
        "Olga says a clean desk is a clean mind.",
        "my uncle used to say money never sleeps",
        "A watched pot never boils, says Henk.",
        "He's convinced he will never pass the test.",
        "The sign on the gate says everyone must be happy here.",
        "She told me nobody gets anything for free.",
    ],
)
def test_reported_words_are_not_the_persons(sentence: str) -> None:
    """Sayings, tags, signs and other people's worries about themselves belong to others."""
    assert not is_own(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "I always ruin the good ones.",
        "She thinks I'm useless, I could see it.",
        "Nobody ever asks me how I am.",
        "I said I would never be like that.",
        "If I stop, everybody will see what I am.",
        "People say yes to each other and no to me.",
    ],
)
def test_what_the_person_takes_others_to_think_is_their_own(sentence: str) -> None:
    """Mind reading and plain statements stay the person's."""
    assert is_own(sentence)


def test_quoted_stretches_are_found_unless_the_person_said_them() -> None:
    """Double, curly and single marks count; a word held up does not, nor what follows "I said"."""
    text = (
        "He said “you must never trust a bridge” and left. I said “I always trust a bridge to hold.” The 'good' ones."
    )
    (stretch,) = spoken_by_others(text)
    assert stretch.of(text) == "“you must never trust a bridge”"


def test_an_apostrophe_opens_no_quotation() -> None:
    """Don't, it's and the boys' are words."""
    assert spoken_by_others("I don't think it's the boys' fault, and it isn't mine, it's the weather's.") == []


def test_most_of_a_span_must_lie_inside() -> None:
    """A sentence that only ends in a quotation is not inside it."""
    assert inside(Span(10, 20), [Span(8, 22)])
    assert not inside(Span(0, 20), [Span(15, 22)])


@pytest.mark.parametrize(
    "lead",
    [
        "I got a text: ", "I heard Dad say: ", "I was told: ", "I’ve been told: ", "I overheard, ", "I found a note: ",
        "I read her letter: ", "I remember Dad saying ", "I never heard him say ",
    ],
)  # fmt: skip
def test_what_came_to_the_person_was_not_said_by_them(lead: str) -> None:
    """An "I" before a quotation that hears, reads or receives it leaves the words to whoever said them."""
    text = f"{lead}“I will call you tomorrow. I promise.”"
    assert [one.of(text) for one in spoken_by_others(text)] == ["“I will call you tomorrow. I promise.”"]


@pytest.mark.parametrize(
    "lead",
    [
        "I said: ",
        "I kept thinking ",
        "I sent a text: ",
        "I’ve told him: ",
        "I heard myself say: ",
        "I remember saying ",
    ],
)
def test_what_the_person_said_is_theirs_however_it_is_led_to(lead: str) -> None:
    """Said, thought, sent, or heard from one's own mouth."""
    assert spoken_by_others(f"{lead}“I will call you tomorrow. I promise.”") == []
