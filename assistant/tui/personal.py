"""Widgets that hold the person's words: safe to paint, and veiled at a key press."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.filter import LineFilter
from textual.widgets import Input, OptionList, Static, TextArea

from assistant.tui.terminal_safety import Veil, shown

VEILED: Final = "-veiled"
"""The class that the application bears while words are veiled."""
_VEIL: Final = Veil()

if TYPE_CHECKING:
    from textual.widget import Widget as _Mixed
else:
    _Mixed = object  # a widget inherits styles and keys from its first widget base, which must be the real one


class Personal(_Mixed):
    """Mix in to a widget whose words are the person's, or about them."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Add the veil while it is drawn."""
        filters = super().get_line_filters()
        return [_VEIL, *filters] if self.app.has_class(VEILED) else filters


class PersonalStatic(Personal, Static):
    """A text of the person's."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(shown(text), id=id, classes=classes, markup=False)

    def show(self, text: str) -> None:
        """Show another text."""
        self.update(shown(text))


class PersonalTextArea(Personal, TextArea):
    """A field for the person's text of several lines; its cursor stands still."""

    def on_mount(self) -> None:
        """Let nothing on the page move by itself."""
        self.cursor_blink = False


class PersonalInput(Personal, Input):
    """A field for one line of the person's; its cursor stands still."""

    def on_mount(self) -> None:
        """Let nothing on the page move by itself."""
        self.cursor_blink = False


class PersonalOptions(Personal, OptionList):
    """A list of the person's lines to choose from."""

    DEFAULT_CSS = """
    PersonalOptions, PersonalOptions:focus { border: none; background: $background; background-tint: $background 0%; }
    """
