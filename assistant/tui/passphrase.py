"""Ask for the passphrase of an encrypted vault."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from assistant.tui import words


class PassphraseScreen(ModalScreen[str | None]):
    """Return the passphrase, or None where the person would rather leave."""

    DEFAULT_CSS = """
    PassphraseScreen { align: center middle; background: $background; }
    PassphraseScreen #box { width: 90%; max-width: 64; height: auto; padding: 1 2; background: $surface;
                            border: round $border; }
    PassphraseScreen Input { margin: 1 0; }
    PassphraseScreen .hint { color: $muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Leave", id="passphrase.leave"),
        Binding("ctrl+q", "dismiss(None)", "Leave", show=False, id="passphrase.quit", priority=True),
    ]

    def __init__(self, reason: str) -> None:
        super().__init__()
        self._reason = reason

    def compose(self) -> ComposeResult:
        """Lay out the reason and the field."""
        with Vertical(id="box") as box:
            box.border_title = words.NAME
            yield Static(self._reason, markup=False)
            yield Input(password=True, id="passphrase")
            yield Static("Enter opens   Esc leaves", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Be ready for typing."""
        self.query_one(Input).focus()

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        """Hand the passphrase over; the field forgets it."""
        passphrase = submitted.value
        self.query_one(Input).clear()
        self.dismiss(passphrase)
