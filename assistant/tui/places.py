"""The bar at the top: where one can go, and the key that goes there."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Final

from textual import events
from textual.content import Content
from textual.screen import Screen
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
_GAP: Final = "  "


def screen_of(mode: str) -> Screen[None]:
    """Make the screen of a place; what only it needs is loaded when the person first goes there."""
    match mode:
        case "today":
            from assistant.tui.today import TodayScreen

            return TodayScreen()
        case "journal":
            from assistant.tui.journal import JournalScreen

            return JournalScreen()
        case "compass":
            from assistant.tui.compass_screen import CompassScreen

            return CompassScreen()
        case "search":
            from assistant.tui.search_screen import SearchScreen

            return SearchScreen()
        case "settings":
            from assistant.tui.settings_screen import SettingsScreen

            return SettingsScreen()
        case _:
            from assistant.tui.help_screen import HelpScreen

            return HelpScreen()


class PlaceBar(Static):
    """The name of the program and the places, in one line; each can be clicked."""

    DEFAULT_CSS = """
    PlaceBar { dock: top; height: 1; background: $panel; color: $muted; padding: 0 2; text-wrap: nowrap; }
    """

    def __init__(self, here: str) -> None:
        labels = [f"[{title}]" if mode == here else f"{key} {title}" for mode, key, title in PLACES]
        styled = [
            Content.styled(label, "$foreground bold") if mode == here else Content(label)
            for label, (mode, _key, _title) in zip(labels, PLACES, strict=True)
        ]
        super().__init__(Content(_GAP).join([Content.styled(words.NAME, "$accent bold"), *styled]))
        ends = accumulate((len(_GAP) + len(label) for label in labels), initial=len(words.NAME))
        self._starts = [end + len(_GAP) for end in ends][: len(labels)]

    def on_click(self, event: events.Click) -> None:
        """Go to the place that was clicked."""
        column = event.get_content_offset_capture(self).x
        at = bisect_right(self._starts, column) - 1
        if at >= 0:
            self.app.switch_mode(PLACES[at][0])
