"""What is shown can never command the terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.display import without_controls


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]52;c;aGk=\x07copy", "]52;c;aGk=copy"),
        ("\x9b2Jgone", "2Jgone"),
        ("abc\u202edcba", "abcdcba"),
        ("nul\x00byte", "nulbyte"),
        ("bell\x07 back\x08space\x7f", "bell backspace"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("naïve café 日本語 🙂", "naïve café 日本語 🙂"),
    ],
)
def test_controls_are_taken_out(hostile: str, shown: str) -> None:
    """Escape, OSC, C1, bidi and NUL characters vanish; words, newlines and tabs stay."""
    assert without_controls(hostile) == shown


@given(st.text())
def test_nothing_that_commands_is_left(text: str) -> None:
    """Whatever comes in, no control character but newline and tab comes out, and doing it twice changes nothing."""
    shown = without_controls(text)
    assert not any((ord(c) < 0x20 and c not in "\n\t") or 0x7F <= ord(c) < 0xA0 for c in shown)
    assert without_controls(shown) == shown
