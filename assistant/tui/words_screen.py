"""Ask for words of the person's own: a new wording, a line to keep."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.tui.personal import PersonalTextArea

KEYS = "Ctrl+S keeps it   Esc leaves it as it was"


class WordsScreen(ModalScreen[str | None]):
    """Return the words, or None where they were left as they were."""

    DEFAULT_CSS = """
    WordsScreen { align: center middle; }
    WordsScreen #box { width: 90%; max-width: 90; height: auto; padding: 1 2; background: $surface;
                       border: round $border; }
    WordsScreen TextArea { height: 5; margin: 1 0; border: round $border-blurred; background: $surface; }
    WordsScreen .keys { color: $muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave it", id="words.leave"),
        Binding("ctrl+s", "keep", "Keep it", id="words.keep", priority=True),
    ]

    def __init__(self, question: str, text: str) -> None:
        super().__init__()
        self._question, self._text = question, text

    def compose(self) -> ComposeResult:
        """Lay out the question and a field with the words as they stand."""
        with Vertical(id="box"):
            yield Static(self._question, markup=False)
            yield PersonalTextArea(self._text, tab_behavior="focus", highlight_cursor_line=False)
            yield Static(KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Stand at the end of the words."""
        field = self.query_one(PersonalTextArea)
        field.focus()
        field.move_cursor(field.document.end)

    def action_keep(self) -> None:
        """Return the words; empty ones change nothing."""
        self.dismiss(self.query_one(PersonalTextArea).text.strip() or None)
