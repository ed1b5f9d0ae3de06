"""The bar at the top: where one can go, and the key that goes there."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from assistant.tui import words

PLACES: Final = (
    ("today", "F3", "Today"),
    ("journal", "F4", "Journal"),
    ("compass", "F5", "Compass"),
    ("search", "F6", "Search"),
    ("settings", "F9", "Settings"),
    ("help", "F1", "Help"),
)
"""Name of the mode, key, and name for the person."""


class Place(Static):
    """One place to go to, by its key or by a click."""

    def __init__(self, mode: str, key: str, title: str, *, here: bool) -> None:
        super().__init__(f"[{title}]" if here else f"{key} {title}", markup=False, classes="-here" if here else None)
        self._mode = mode

    def on_click(self) -> None:
        """Go there."""
        self.app.switch_mode(self._mode)


class PlaceBar(Horizontal):
    """The name of the program and the places."""

    DEFAULT_CSS = """
    PlaceBar { dock: top; height: 1; background: $panel; padding: 0 1; }
    PlaceBar > Static { width: auto; padding: 0 1; color: $muted; }
    PlaceBar > .name { color: $accent; text-style: bold; }
    PlaceBar > .-here { color: $foreground; text-style: bold; }
    """

    def __init__(self, here: str) -> None:
        super().__init__()
        self._here = here

    def compose(self) -> ComposeResult:
        """Lay out the places in a row."""
        yield Static(words.NAME, classes="name", markup=False)
        for mode, key, title in PLACES:
            yield Place(mode, key, title, here=mode == self._here)
