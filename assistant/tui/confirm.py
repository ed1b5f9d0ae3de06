"""Ask before something that cannot be undone."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static


class ConfirmScreen(ModalScreen[bool]):
    """Return whether the person said yes; Enter is no yes here."""

    DEFAULT_CSS = """
    ConfirmScreen { align: center middle; }
    ConfirmScreen #box { width: 90%; max-width: 70; height: auto; padding: 1 2; background: $surface;
                         border: round $warning; }
    ConfirmScreen .hint { color: $muted; margin: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "dismiss(True)", "Yes", id="confirm.yes"),
        Binding("n,escape", "dismiss(False)", "No", id="confirm.no"),
    ]

    def __init__(self, question: str, deed: str) -> None:
        super().__init__()
        self._question, self._deed = question, deed

    def compose(self) -> ComposeResult:
        """Lay out the question and its keys."""
        with Vertical(id="box"):
            yield Static(self._question, markup=False)
            yield Static(f"Y: {self._deed}   N: leave it", classes="hint", markup=False)
