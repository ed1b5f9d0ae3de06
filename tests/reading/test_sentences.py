"""Sentences: exact to the character, in diaries, lists, wrapped lines, quotations and text without capitals."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.sentences import split_sentences


def cut(text: str) -> list[str]:
    """Return the words of each sentence."""
    return [span.of(text) for span in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("I went. She stayed.", ["I went.", "She stayed."]),
        ("Did I? Yes! Well…", ["Did I?", "Yes!", "Well…"]),
        ("i went home. then i slept.", ["i went home.", "then i slept."]),
        ("Saw Dr. Lindqvist at 9 a.m. today.", ["Saw Dr. Lindqvist at 9 a.m. today."]),
        ("Mrs. Albury paid. Mr. Tull did not.", ["Mrs. Albury paid.", "Mr. Tull did not."]),
        ("J. M. Barrie wrote it. I read it.", ["J. M. Barrie wrote it.", "I read it."]),
        ("It cost 3.50 at the shop. Too much.", ["It cost 3.50 at the shop.", "Too much."]),
        ("“Go home,” she said. “Now.” I went.", ["“Go home,” she said.", "“Now.”", "I went."]),
        ("“Why?” he asked. Nobody knew.", ["“Why?” he asked.", "Nobody knew."]),
        ("Ah! how I wish it were spring. It is not.", ["Ah! how I wish it were spring.", "It is not."]),
        ("- bread\n- soap\n- call Joan", ["- bread", "- soap", "- call Joan"]),
        ("1. Bread\n2. Soap", ["1. Bread", "2. Soap"]),
        ("# Tuesday\nSlept badly", ["# Tuesday", "Slept badly"]),
        ("no end here", ["no end here"]),
        ("", []),
        (" \n\t ", []),
        ("今日は雨。明日は晴れ。", ["今日は雨。", "明日は晴れ。"]),
        ("Ended.Then began.", ["Ended.", "Then began."]),
        ("We met etc. and so on.", ["We met etc. and so on."]),
        ("(It rained.) We stayed.", ["(It rained.)", "We stayed."]),
    ],
)
def test_sentences_of_many_kinds(text: str, sentences: list[str]) -> None:
    """Abbreviations, initials, quotations, lists and small letters."""
    assert cut(text) == sentences


def test_a_line_wrapped_by_hand_goes_on() -> None:
    """A line break near the margin is a wrap; one in a short line is an end."""
    text = (
        "The ferry was late again and we waited on the quay for most\n"
        "of an hour in the rain.\nShort line\nAnother short line"
    )
    assert cut(text) == [
        "The ferry was late again and we waited on the quay for most\nof an hour in the rain.",
        "Short line",
        "Another short line",
    ]


def test_a_long_run_of_spaces_is_passed_once() -> None:
    """From each space of two million to the end of them, again and again, would take days."""
    assert cut("one" + " \t" * 1_000_000 + "two. Three") == ["one" + " \t" * 1_000_000 + "two.", "Three"]


@given(st.text(alphabet="abC. !?\n“”'\"…)(-1", max_size=300) | st.text(max_size=200))
def test_sentences_cover_every_word_and_never_overlap(text: str) -> None:
    """Every character that is no space is in exactly one sentence."""
    spans = split_sentences(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    kept = "".join(span.of(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
