"""Which phrase of a message a question stands on: after the "but", and never cut off before what was said."""

from __future__ import annotations

import pytest

from assistant.coaching.handle import Handle
from assistant.coaching.handles import find_handles
from assistant.coaching.in_view import said_whole


@pytest.mark.parametrize(
    ("text", "turns_on"),
    [
        ("My uncle would lend me the trailer. But he taught me to pack it himself.", "taught me"),
        ("I finished the hedge before the rain came, but my brother walked past it.", "walked past"),
    ],
)
def test_a_question_stands_on_what_follows_a_but(text: str, turns_on: str) -> None:
    """What stands before it is granted."""
    assert turns_on in find_handles(text)[0].quote


def test_a_but_that_only_excepts_turns_nothing() -> None:
    """Of "nobody but me" nothing is granted."""
    text = "The crooked sign bothers nobody but me, and I paint it every spring."
    assert "paint" in find_handles(text)[0].quote


@pytest.mark.parametrize(
    "text",
    [
        "After the concert Moira said, in front of the tenors, that some only sing for the wine. She means me.",
        'So now I have to write "could be tidier" about the man who taught me.',
    ],
)
def test_a_verb_of_saying_is_not_quoted_without_what_was_said(text: str) -> None:
    """There is something else to stand on."""
    assert all(not one.quote.endswith(("said", "write")) for one in said_whole(find_handles(text), text))


def test_what_was_only_said_is_kept_where_it_is_all() -> None:
    """A message that holds nothing else is asked about as it is, and so is a sentence that ends there."""
    text = "My neighbour said, on Tuesday"
    only = [one for one in find_handles(text) if one.quote.endswith("said")]
    assert said_whole(only, text) == only
    asked: list[Handle] = find_handles("I did what she said. The gate is shut.")
    assert said_whole(asked, "I did what she said. The gate is shut.") == asked
