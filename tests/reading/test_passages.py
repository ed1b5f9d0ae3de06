"""Passages: a sentence or a few short ones, exact to the character."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.passages import LEAST, LONGEST, MOST, split_passages

TEXTS = st.text(alphabet="ab .!?\n\t,;Ä\u2028\x00", max_size=400) | st.text(max_size=300)


def cut(text: str) -> list[str]:
    """Return the words of each passage."""
    return [span.of(text) for span in split_passages(text)]


def test_short_sentences_share_a_passage() -> None:
    """A sentence too short to mean something alone takes in the next one."""
    assert cut("Tired. Went to bed at nine.") == ["Tired. Went to bed at nine."]


def test_long_sentences_stand_alone() -> None:
    """Two sentences that each say something are two passages."""
    first = "The ferry was late again and we waited on the quay for most of an hour in the rain."
    second = "Afterwards Joan made soup for all of us and nobody mentioned the house once."
    assert cut(f"{first} {second}") == [first, second]


def test_a_heading_stays_alone() -> None:
    """Notes begin with one; a line that is quoted is no heading and no blank line."""
    assert cut("# 2025-04-19\n\nEaster Saturday. Painted eggs.") == ["# 2025-04-19", "Easter Saturday. Painted eggs."]
    assert cut("#running was good. Slept.") == ["#running was good. Slept."]


@pytest.mark.parametrize("title", ["Mr.", "Mrs.", "Dr.", "St.", "e.g."])
def test_an_abbreviation_ends_no_sentence(title: str) -> None:
    """What follows a title stays with it."""
    lead = "I waited in the corridor for the better part of an hour and then at last I saw"
    assert cut(f"{lead} {title} Albury come out. Nobody else was left in the whole of that long building by then.")[
        0
    ] == (f"{lead} {title} Albury come out.")


def test_a_line_without_an_end_is_cut_between_words() -> None:
    """A page without a full stop comes in pieces that the embedder can read, none cut within a word."""
    words = "reading " * 600
    pieces = cut(words)
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert set(" ".join(pieces).split()) == {"reading"}


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    """Ten thousand letters in a row come in pieces too."""
    pieces = cut("x" * 10_000)
    assert "".join(pieces) == "x" * 10_000
    assert max(map(len, pieces)) <= LONGEST


@pytest.mark.parametrize("blank", ["", " ", "\n\n\t \u2028"])
def test_a_blank_text_has_none(blank: str) -> None:
    """Nothing is embedded where nothing is said."""
    assert split_passages(blank) == []


@given(TEXTS)
def test_passages_cover_every_word_and_never_overlap(text: str) -> None:
    """Every character that is no space is in exactly one passage, in the order of the text."""
    spans = split_passages(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)
    kept = "".join(span.of(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())


@given(TEXTS)
def test_no_passage_grows_beyond_bounds(text: str) -> None:
    """Sentences are joined up to a bound only."""
    spans = split_passages(text)
    assert all(len(span) <= max(LONGEST, MOST) for span in spans)
    assert all(len(span) >= 1 for span in spans)
    assert MOST > LEAST


def test_a_long_text_is_cut_as_a_short_one_is() -> None:
    """Ten times the text has ten times the passages; a rule that looked back over the whole of it would never end."""
    text = "I waited. She did not come, and so I went home and slept. " * 2_000
    short, whole = split_passages(text), split_passages(text * 10)
    assert abs(len(whole) - 10 * len(short)) <= 10
