"""Write the one line that the person chose for their life."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from assistant.errors import LodestarError
from assistant.tui import words
from assistant.tui.desk_screen import app_of
from assistant.tui.leaving import LeavingScreen
from assistant.tui.personal import PersonalInput


class PurposeScreen(LeavingScreen):
    """One line; every earlier one is kept as a version."""

    DEFAULT_CSS = """
    PurposeScreen { align: center middle; }
    PurposeScreen #box { width: 90%; max-width: 90; height: auto; padding: 1 2; background: $surface;
                         border: round $border; }
    PurposeScreen .hint { color: $muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back", id="purpose.back")]

    def compose(self) -> ComposeResult:
        """Lay out the field."""
        with Vertical(id="box") as box:
            box.border_title = "Your purpose, in one line"
            yield PersonalInput(id="statement")
            yield Static("Enter keeps it   Esc back", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show the purpose as it stands."""
        desk = app_of(self).desk
        stated = desk.compass.vision().purpose if desk else None
        field = self.query_one(Input)
        field.value = stated.statement if stated else ""
        field.focus()

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        """Keep the line."""
        if line := submitted.value.strip():
            app_of(self).in_turn(partial(self._keep, line))
        else:
            self.dismiss(None)

    async def _keep(self, line: str) -> None:
        desk = app_of(self).desk
        if desk is None:
            return
        try:
            with app_of(self).undoable(words.DEED_PURPOSE):
                desk.compass.state(line, [], desk.clock())
        except LodestarError as error:
            app_of(self).tell(error)
            return
        self.leave()
