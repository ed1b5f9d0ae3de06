"""Feelings are found where the person names them of themselves, exact to the character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.feelings import STRONG, find_feelings, strongest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I'm furious with him.", ["furious"]),
        ("I felt sad and ashamed, then relieved.", ["sad", "ashamed", "relieved"]),
        ("He made me so angry.", ["angry"]),
        ("Exhausted. Bed at nine.", ["exhausted"]),
        ("Walked home. So lonely today.", ["lonely"]),
        ("I cried in the car.", ["cried"]),
        ("I’ve been anxious about it all week", ["anxious"]),
        ("My guilt is enormous.", ["guilt"]),
        ("I feel hopeless at night.", ["hopeless"]),
        ("I felt hopeless at times.", ["hopeless"]),
        ("I felt hopeless at the thought of the stairs.", ["hopeless"]),
        ("I feel hopeless with all of this.", ["hopeless"]),
        ("I'm hopeless at night, and no better by noon.", ["hopeless"]),
        ("I was hopeless with worry.", ["hopeless"]),
        ("I am hopeless at evening.", ["hopeless"]),
        ("I feel hopeless at losing the boat.", ["hopeless"]),
    ],
)
def test_an_own_feeling_is_found(text: str, words: list[str]) -> None:
    """The feeling word itself is the span, in the order of the text."""
    assert [feeling.span.of(text).lower() for feeling in find_feelings(text)] == words


@pytest.mark.parametrize("word", ["so ", "very ", "feeling ", "a bit "])
def test_a_run_of_small_words_is_read_to_its_end(word: str) -> None:
    """However long it is; read in every way it can be cut, the first would outlast us."""
    assert find_feelings("I'm " + word * 5000 + "done.") == ()
    assert [feeling.word for feeling in find_feelings("I'm " + word * 5 + "angry.")] == ["angry"]


@pytest.mark.parametrize(
    "text",
    [
        "She felt sad about it.",
        "I'm not angry.",
        "I never felt lonely there.",
        "A sad film and a calm sea.",
        "I lost my keys.",
        "He was furious.",
        "I hurt my knee.",
        "Happy hour at the Crown.",
        "We are moving house.",
        "You make it sound easy.",
        "I was burning to ask what the parcel held.",
        "I'm hopeless at parking.",
        "I was always hopeless at mending nets.",
    ],
)
def test_what_is_not_felt_is_not_found(text: str) -> None:
    """Another's feeling, a denied one and a word that only looks like one are passed over."""
    assert find_feelings(text) == ()


def test_strength_follows_how_it_is_said() -> None:
    """A little annoyed is weaker than annoyed, and so sad is stronger than sad."""
    levels = [
        strongest(find_feelings(f"I'm {how}")) for how in ("a bit annoyed", "annoyed", "sad", "so sad", "devastated")
    ]
    assert levels == sorted(levels)
    assert levels[3] >= STRONG > levels[2]


@given(st.text(max_size=200))
def test_spans_are_exact_in_any_text(text: str) -> None:
    """Every span lies in the text and covers the word that is named."""
    for feeling in find_feelings(text):
        assert feeling.span.of(text).replace("’", "'").lower() == feeling.word
