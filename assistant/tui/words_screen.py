"""Ask for words of the person's own: a new wording, a line to keep."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.tui import words
from assistant.tui.desk_screen import app_of
from assistant.tui.drafted import Drafted

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
        Binding("escape", "leave", "Leave it", id="words.leave"),
        Binding("ctrl+s", "keep", "Keep it", id="words.keep", priority=True),
    ]

    def __init__(self, question: str, text: str, draft: str = "") -> None:
        """Ask; under `draft` other words than `text` are kept until something was done with them. Empty keeps none."""
        super().__init__()
        self._question, self._text, self._draft = question, text, draft

    def compose(self) -> ComposeResult:
        """Lay out the question and a field with the words as they stand."""
        with Vertical(id="box"):
            yield Static(self._question, markup=False)
            yield Drafted(self._text, tab_behavior="focus", highlight_cursor_line=False)
            yield Static(KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Bring back what was typed here and not kept, and stand at the end of the words."""
        field = self.query_one(Drafted)
        if field.open_with(self._draft, self._text):
            app_of(self).say(words.DRAFT_BACK)
        field.focus()
        field.move_cursor(field.document.end)

    def action_keep(self) -> None:
        """Return the words; empty ones change nothing."""
        field = self.query_one(Drafted)
        if said := field.text.strip():
            field.hand_over()
        else:
            field.let_go()
        self.dismiss(said or None)

    def action_leave(self) -> None:
        """Leave it as it was."""
        self.query_one(Drafted).let_go()
        self.dismiss(None)
