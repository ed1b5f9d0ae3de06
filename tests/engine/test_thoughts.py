"""What a model says to itself is never shown."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.engine.thoughts import OPENERS, Thoughts, without_thoughts

SAID = {
    "What did you see?": "What did you see?",
    "<think>She is a fraud.</think>\n\nWhat did you see?": "What did you see?",
    "<think>\n\n</think>\n\nWhat?": "What?",
    "[THINK]hm[/THINK]What?": "What?",
    "She is a fraud.</think>\nWhat?": "What?",
    "<think>never closed, and long": "",
    "One <think>a</think>two <thought>b</thought>three": "One two three",
    "a < b, and <thin": "a < b, and <thin",
    "": "",
}


@pytest.mark.parametrize("text", SAID)
def test_thoughts_are_taken_out(text: str) -> None:
    """What stands between the tags is gone, what stands outside is whole."""
    assert without_thoughts(text) == SAID[text]


@pytest.mark.parametrize("text", [text for text in SAID if "fraud.</think>\nWhat" not in text or "<think>" in text])
@settings(deadline=None)
@given(cuts=st.lists(st.integers(0, 60), max_size=8))
def test_a_text_that_comes_in_pieces_reads_the_same(text: str, cuts: list[int]) -> None:
    """Wherever the pieces end, even within a tag, the same words come through."""
    places = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    thoughts = Thoughts()
    said = "".join(thoughts.aloud(text[start:end]) for start, end in itertools.pairwise(places))
    assert said + thoughts.rest() == SAID[text]


@settings(deadline=None)
@given(st.text(alphabet="<>/[]thinkTHINK oug"))
def test_no_opener_comes_through(text: str) -> None:
    """However tags are broken and nested, none is left to be seen."""
    assert not any(opener in without_thoughts(text) for opener in OPENERS)
