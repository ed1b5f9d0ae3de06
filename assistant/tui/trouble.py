"""Say that the vault cannot be opened, and what can be done."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.errors import LodestarError
from assistant.tui import words
from assistant.tui.personal import PersonalStatic


class TroubleScreen(ModalScreen[None]):
    """One message with its hint; any of the usual keys closes it."""

    DEFAULT_CSS = """
    TroubleScreen { align: center middle; }
    TroubleScreen #box { width: 90%; max-width: 76; height: auto; padding: 1 2; background: $surface;
                         border: round $warning; }
    TroubleScreen .hint { color: $muted; margin: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,ctrl+q", "dismiss(None)", "Close", id="trouble.close", priority=True)
    ]

    def __init__(self, error: LodestarError) -> None:
        super().__init__()
        self._error = error

    def compose(self) -> ComposeResult:
        """Lay out the message and the hint."""
        with Vertical(id="box") as box:
            box.border_title = words.NAME
            yield PersonalStatic(self._error.message)
            if self._error.hint:
                yield PersonalStatic(self._error.hint, classes="hint")
            yield Static("Enter closes", classes="hint", markup=False)
