"""The first lines of the page: the day, and an invitation."""

from __future__ import annotations

from datetime import date

from textual.content import Content
from textual.widgets import Static

from assistant.tui import words
from assistant.tui.dates import long_day


class Welcome(Static):
    """Ask for nothing but a first sentence; the day comes with the vault."""

    DEFAULT_CSS = """
    Welcome { height: auto; margin: 1; max-width: 78; }
    """

    def __init__(self) -> None:
        super().__init__(_lines(words.OPENING, words.WELCOME_BACK))

    def greet(self, today: date, *, first: bool) -> None:
        """Say which day it is; on the first evening, what happens with the words."""
        self.update(_lines(long_day(today), words.WELCOME_FIRST if first else words.WELCOME_BACK))


def _lines(day: str, promise: str) -> Content:
    invitation = Content.styled(words.WELCOME, "bold")
    return Content("\n\n").join([Content.styled(day, "$accent"), invitation, Content.styled(promise, "$muted")])
