"""A goal that was made smaller is heard, and one that was only said anew is not."""

from __future__ import annotations

import pytest

from assistant.coaching.lowering import is_lowered


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        ("I cook for us three evenings a week.", "Maybe cooking once a week would be fine."),
        ("I swim every morning.", "I swim twice a week."),
        ("A house full of people on Sundays.", "At least some people on Sundays."),
        ("I finish 3 songs by June.", "I finish one song by June."),
    ],
)
def test_a_smaller_goal_is_heard(wanted: str, held: str) -> None:
    """Fewer times, or words that settle for less."""
    assert is_lowered(wanted, held)


@pytest.mark.parametrize(
    ("wanted", "held"),
    [
        ("I cook for us three evenings a week.", "I cook for us three evenings a week."),
        ("I swim twice a week.", "I swim every morning."),
        ("A house full of people on Sundays.", "Sundays with a house full of people, and music."),
        ("I swim twice a week.", "Maybe I should call my brother."),
        ("", "maybe"),
    ],
)
def test_a_goal_that_stands_is_left_alone(wanted: str, held: str) -> None:
    """The same, a larger one, one in other words, and something else altogether."""
    assert not is_lowered(wanted, held)
