"""Show the remembered line beside the question, with its date; it opens its entry."""

from __future__ import annotations

from dataclasses import dataclass

from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from assistant.core.entry import Quotation
from assistant.core.ids import EntryId
from assistant.tui import words
from assistant.tui.dates import short_day
from assistant.tui.personal import PersonalStatic


class MemoryPanel(Vertical):
    """A line from before, offered and not pressed; it hides while there is none."""

    DEFAULT_CSS = """
    MemoryPanel {
        height: auto; max-height: 7; margin: 0; padding: 0 1; border: round $line; background: $surface;
        display: none;
    }
    MemoryPanel.-there { display: block; }
    MemoryPanel .date { color: $accent; }
    MemoryPanel .quote { color: $own; height: auto; max-height: 20; }
    MemoryPanel .open { color: $muted; }
    """

    @dataclass
    class OpenRequested(Message):
        """The person wants to read the entry that the line comes from."""

        entry: EntryId

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._line: Quotation | None = None

    @property
    def line(self) -> Quotation | None:
        """The line that is shown."""
        return self._line

    async def show_line(self, line: Quotation | None) -> None:
        """Show a remembered line, or nothing."""
        self._line = line
        self.set_class(line is not None, "-there")
        await self.remove_children()
        if line is not None:
            date = f"{words.MEMORY_TITLE}, {short_day(line.written_at.date())}"
            await self.mount(
                Static(date, classes="date", markup=False),
                PersonalStatic(f"“{line.text}”", classes="quote"),
                Static(words.MEMORY_OPEN, classes="open", markup=False),
            )

    def on_click(self) -> None:
        """Open the entry."""
        self.open_entry()

    def open_entry(self) -> None:
        """Ask for the entry to be opened, where there is a line."""
        if self._line is not None:
            self.post_message(self.OpenRequested(self._line.entry))
