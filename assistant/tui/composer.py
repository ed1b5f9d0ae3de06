"""Where the person writes: Enter sends, and nothing typed is lost."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from assistant.tui import words
from assistant.tui.drafted import Drafted


class Composer(Drafted):
    """A field that grows with its text; it tells when words are to be said."""

    DEFAULT_CSS = """
    Composer {
        height: auto; min-height: 3; max-height: 10; padding: 0 1;
        background: $surface; color: $own; border: round $border-blurred;
    }
    Composer .text-area--placeholder { color: $muted; }
    Composer:focus { border: round $border; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+j,shift+enter,alt+enter", "new_line", "New line", show=False, id="composer.new_line"),
    ]

    @dataclass
    class Submitted(Message):
        """The person wants these words to be taken."""

        text: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, soft_wrap=True, compact=False, highlight_cursor_line=False, placeholder=words.COMPOSER)

    async def _on_key(self, event: events.Key) -> None:
        """Send on Enter; every other key goes on to the text field, which Textual asks next."""
        if event.key != "enter":
            return
        event.stop()
        event.prevent_default()
        if self.text.strip():
            self.post_message(self.Submitted(self.text))

    def action_new_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    def give_back(self, text: str) -> None:
        """Put words back, before whatever was typed since."""
        typed = self.text
        self.load_text(f"{text}\n{typed}" if typed.strip() else text)
        self.move_cursor(self.document.end)
        self.focus()

    def take_out(self, said: str) -> None:
        """Take words out wherever they stand whole, and keep the rest as the draft."""
        without = re.sub(rf"(?<!\w){re.escape(said)}(?!\w)\n?", "", self.text)
        if without != self.text:
            self.load_text(without)
            self.move_cursor(self.document.end)
            self.keep_draft()
