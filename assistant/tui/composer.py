"""Where the person writes: Enter sends, and nothing typed is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer

from assistant.tui import words
from assistant.tui.personal import PersonalTextArea

DRAFT_SECONDS: Final = 0.4
"""How long after the last key a draft is kept: a pause between words, so that a crash costs at most one."""


class Composer(PersonalTextArea):
    """A field that grows with its text; it tells when words are to be said, and when a draft is worth keeping."""

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

    @dataclass
    class DraftPaused(Message):
        """The person stopped typing; this is what stands there."""

        text: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, soft_wrap=True, compact=False, highlight_cursor_line=False, placeholder=words.COMPOSER)
        self._pause: Timer | None = None

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

    def on_text_area_changed(self) -> None:
        """Wait for a pause, then tell the draft."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(DRAFT_SECONDS, self.tell_draft)

    def tell_draft(self) -> None:
        """Tell what stands there now."""
        if self._pause is not None:
            self._pause.stop()
            self._pause = None
        self.post_message(self.DraftPaused(self.text))

    def give_back(self, text: str) -> None:
        """Put words back, before whatever was typed since."""
        typed = self.text
        self.load_text(f"{text}\n{typed}" if typed.strip() else text)
        self.move_cursor(self.document.end)
        self.focus()
