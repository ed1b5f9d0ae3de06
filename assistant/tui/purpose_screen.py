"""Write the one line that the person chose for their life."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from assistant.errors import LodestarError
from assistant.tui import words
from assistant.tui.desk_screen import app_of
from assistant.tui.drafted import read_draft, write_draft
from assistant.tui.leaving import LeavingScreen
from assistant.tui.personal import PersonalInput

DRAFT: Final = "purpose"
"""The place under which a line that waits to be kept is a draft."""


class PurposeScreen(LeavingScreen):
    """One line; every earlier one is kept as a version."""

    DEFAULT_CSS = """
    PurposeScreen { align: center middle; }
    PurposeScreen #box { width: 90%; max-width: 90; height: auto; padding: 1 2; background: $surface;
                         border: round $border; }
    PurposeScreen .hint { color: $muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Back", id="purpose.back")]

    def __init__(self) -> None:
        super().__init__()
        self._waiting = 0

    def compose(self) -> ComposeResult:
        """Lay out the field."""
        with Vertical(id="box") as box:
            box.border_title = "Your purpose, in one line"
            yield PersonalInput(id="statement")
            yield Static("Enter keeps it   Esc back", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show the purpose as it stands, or a line that was given and not kept."""
        desk = app_of(self).desk
        stated = desk.compass.vision().purpose if desk else None
        stands = stated.statement if stated else ""
        draft = read_draft(app_of(self), DRAFT)
        if draft and draft != stands:
            app_of(self).say(words.DRAFT_BACK)
        field = self.query_one(Input)
        field.value = draft or stands
        field.focus()

    def action_back(self) -> None:
        """Leave it as it was; a line that waits to be kept stays a draft until it is."""
        if not self._waiting and read_draft(app_of(self), DRAFT):
            write_draft(app_of(self), DRAFT)
        self.dismiss(None)

    def on_input_submitted(self, submitted: Input.Submitted) -> None:
        """Keep the line."""
        if line := submitted.value.strip():
            write_draft(app_of(self), DRAFT, line)
            self._waiting += 1
            app_of(self).in_turn(partial(self._keep, line))
        else:
            self.action_back()

    async def _keep(self, line: str) -> None:
        self._waiting -= 1
        desk = app_of(self).desk
        if desk is None:
            return
        try:
            with app_of(self).undoable(words.DEED_PURPOSE):
                desk.compass.state(line, [], desk.clock())
        except LodestarError as error:
            app_of(self).tell(error)
            return
        if not self._waiting:
            write_draft(app_of(self), DRAFT)
        self.leave()
