"""What each key does, and what this program is not."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from assistant.tui import words_help
from assistant.tui.desk_screen import DeskScreen


class HelpScreen(DeskScreen):
    """A page that holds no word of the person's."""

    PLACE = "help"

    DEFAULT_CSS = """
    HelpScreen #page { padding: 1 2; }
    HelpScreen .heading { color: $accent; margin: 1 0 0 0; }
    HelpScreen .keys { margin: 0 0 0 2; }
    HelpScreen .end { color: $muted; margin: 1 0; max-width: 90; }
    """

    def body(self) -> ComposeResult:
        """List the keys by place."""
        with VerticalScroll(id="page"):
            for heading, keys in words_help.HELP:
                yield Static(heading, classes="heading", markup=False)
                lines = "\n".join(f"{key:<8} {meaning}" for key, meaning in keys)
                yield Static(lines, classes="keys", markup=False)
            yield Static(words_help.HELP_END, classes="end", markup=False)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#page").focus()
