"""The stopwatch in the pseudo-terminal: it sees what is painted, and says so where nothing ever is."""

from __future__ import annotations

import sys

import pytest

from assistant.bootstrap.bench import screens
from assistant.bootstrap.bench.screens import F3, F4, LETTER, Terminal
from assistant.errors import EngineStopped

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")


def test_keys_and_places_of_an_empty_app_are_timed() -> None:
    """A letter and a place each take some time, and none is counted before it is painted."""
    with Terminal([sys.executable, "-c", screens.EMPTY], {}) as terminal:
        terminal.wait_for("[Today]")
        taken = [terminal.answered(key, words) for key, words in ((F4, "[Journal]"), (F3, "[Today]"))]
        taken.append(terminal.answered(LETTER.encode(), LETTER))
    assert all(0 < seconds < screens.PATIENCE_SECONDS for seconds in taken)


def test_what_is_never_painted_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that ends, or paints something else, is no measurement."""
    monkeypatch.setattr(screens, "PATIENCE_SECONDS", 0.5)
    with pytest.raises(EngineStopped, match="never painted"), Terminal([sys.executable, "-c", "print(7)"], {}) as ended:
        ended.wait_for("[Today]")
