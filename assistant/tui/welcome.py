"""The first lines of the page: the day, and an invitation."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from assistant.tui import words
from assistant.tui.dates import long_day


class Welcome(Vertical):
    """Ask for nothing but a first sentence."""

    DEFAULT_CSS = """
    Welcome { height: auto; margin: 1; }
    Welcome .day { color: $accent; }
    Welcome .ask { text-style: bold; margin: 1 0 0 0; }
    Welcome .how { color: $muted; max-width: 76; margin: 1 0 0 0; }
    """

    def compose(self) -> ComposeResult:
        """Lay out day, invitation and promise; the day comes with the vault."""
        yield Static(words.OPENING, classes="day", markup=False)
        yield Static(words.WELCOME, classes="ask", markup=False)
        yield Static(words.WELCOME_BACK, classes="how", markup=False)

    def greet(self, today: date, *, first: bool) -> None:
        """Say which day it is; on the first evening, what happens with the words."""
        self.query_one(".day", Static).update(long_day(today))
        self.query_one(".how", Static).update(words.WELCOME_FIRST if first else words.WELCOME_BACK)
