"""The bar at the top: where one can go, and the key that goes there."""

from __future__ import annotations

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
    ("models", "Ctrl+G", "Models"),
    ("practices", "F10", "Practices"),
    ("search", "F6", "Search"),
    ("commitments", "Ctrl+T", "Commitments"),
    ("loops", "F12", "Loops"),
    ("review", "Ctrl+R", "Review"),
    ("settings", "F9", "Settings"),
    ("help", "F1", "Help"),
)
"""Name of the mode, key, and name for the person; where there is no room, the later ones are left to the palette."""
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
        case "models":
            from assistant.tui.models_screen import ModelsScreen

            return ModelsScreen()
        case "practices":
            from assistant.tui.practices_screen import PracticesScreen

            return PracticesScreen()
        case "commitments":
            from assistant.tui.commitments_screen import CommitmentsScreen

            return CommitmentsScreen()
        case "loops":
            from assistant.tui.loops_screen import LoopsScreen

            return LoopsScreen()
        case "review":
            from assistant.tui.review_screen import ReviewScreen

            return ReviewScreen()
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
        super().__init__()
        self._here = here
        self._ends: list[tuple[int, str]] = []

    def on_resize(self, event: events.Resize) -> None:
        """Show as many places as there is room for, this one always."""
        self._draw(event.size.width - 4)

    def _draw(self, room: int) -> None:
        labels = [(mode, _label(mode, key, title, self._here)) for mode, key, title in PLACES]
        widths = [len(_GAP) + len(label) for _mode, label in labels]
        shown_ones = labels
        if len(words.NAME) + sum(widths) > room:
            kept = len(words.NAME) + len(_GAP) + len(words.MORE_PLACES) + _width_of(labels, self._here)
            shown_ones = []
            for (mode, label), width in zip(labels, widths, strict=True):
                if mode == self._here or kept + width <= room:
                    shown_ones.append((mode, label))
                    kept += width * (mode != self._here)
                else:
                    room = 0  # the first that does not fit ends the row, so that no later one jumps the queue
        parts = [Content.styled(words.NAME, "$accent bold")]
        parts += [
            Content.styled(label, "$foreground bold") if mode == self._here else Content(label)
            for mode, label in shown_ones
        ]
        if len(shown_ones) < len(labels):
            parts.append(Content(words.MORE_PLACES))
        self._ends, end = [], len(words.NAME)
        for mode, label in shown_ones:
            end += len(_GAP) + len(label)
            self._ends.append((end, mode))
        self.update(Content(_GAP).join(parts))

    def on_click(self, event: events.Click) -> None:
        """Go to the place that was clicked; what is left over opens the palette."""
        column = event.get_content_offset_capture(self).x
        if column <= len(words.NAME):
            return
        place = next((mode for end, mode in self._ends if column < end), None)
        if place is None:
            self.app.action_command_palette()
        else:
            self.app.switch_mode(place)


def _label(mode: str, key: str, title: str, here: str) -> str:
    return f"[{title}]" if mode == here else f"{key} {title}"


def _width_of(labels: list[tuple[str, str]], here: str) -> int:
    return sum(len(_GAP) + len(label) for mode, label in labels if mode == here)
