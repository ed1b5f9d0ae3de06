"""What stands in a conversation: what the person said, what the coach answered, and the wait between."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static

from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.ids import EntryId
from assistant.tui import words
from assistant.tui.dates import clock_time
from assistant.tui.personal import PersonalStatic
from assistant.tui.terminal_safety import shown

WORD_SECONDS: Final = 0.035
"""Between two words of a reply: a calm reading pace; a reply of sixty words takes two seconds."""
DOT_SECONDS: Final = 0.4
CARE_MARK: Final = "From Lodestar, a program"

VOICES: Final = {VoiceName.MODEL: "worded by the model", VoiceName.BANK: "from the question bank"}


class PersonTurn(Vertical):
    """What the person said, with its time and what became of it."""

    DEFAULT_CSS = """
    PersonTurn { height: auto; margin: 1 1 0 1; }
    PersonTurn .when { color: $muted; }
    PersonTurn .said { color: $own; padding: 0 0 0 2; }
    """

    def __init__(self, text: str, at: datetime | None, note: str = "", *, entry: EntryId | None = None) -> None:
        """Show words; `entry` is what they are kept as, None until they are."""
        super().__init__()
        self.said, self._at, self._note = text, at, note
        self.entry = entry

    def compose(self) -> ComposeResult:
        """Show who and when, then the words."""
        yield Static(self._heading(), classes="when", markup=False)
        yield PersonalStatic(self.said, classes="said")

    def say(self, text: str) -> None:
        """Show what the words were changed to."""
        self.said = text
        self.query_one(".said", PersonalStatic).show(text)

    def note(self, note: str) -> None:
        """Say beside the time what became of the words."""
        self._note = note
        self.query_one(".when", Static).update(shown(self._heading()))

    def _heading(self) -> str:
        time = f" {clock_time(self._at)}" if self._at else ""
        return f"You{time}" + (f"   {self._note}" if self._note else "")


class CoachTurn(Vertical):
    """One checked reply: whole from the first moment, shown word by word."""

    DEFAULT_CSS = """
    CoachTurn { height: auto; margin: 1 1 0 1; border-left: outer $primary; padding: 0 0 0 1; }
    CoachTurn .who { color: $muted; }
    CoachTurn .text { color: $foreground; text-style: bold; }
    CoachTurn.-care { border-left: outer $accent; }
    CoachTurn.-care .text { text-style: none; }
    """

    class Revealed(Message):
        """The whole reply is on the screen."""

    def __init__(self, reply: Reply, *, gradually: bool, entry: EntryId | None = None) -> None:
        """Show a reply; `entry` is the message that it answers, None where it opens a talk."""
        cared = reply.move is Move.CARE
        super().__init__(classes="-care" if cared else None)
        self.reply, self.entry = reply, entry
        self._gradually = gradually and not cared
        self._ends = [piece.end() for piece in re.finditer(r"\S+\s*", reply.text)]
        self._at = 0
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Show whose words these are, then the words."""
        cared = self.reply.move is Move.CARE
        who = CARE_MARK if cared else f"{words.NAME}, {VOICES[self.reply.voice]}"
        yield Static(who, classes="who", markup=False)
        yield PersonalStatic("" if self._gradually else self.reply.text, classes="text")

    def on_mount(self) -> None:
        """Begin to reveal."""
        if self._gradually and self.app.animation_level != "none":
            self._timer = self.set_interval(WORD_SECONDS, self._next_word)
        else:
            self.reveal_whole()

    @property
    def revealing(self) -> bool:
        """Whether words are still to come."""
        return self._timer is not None

    def reveal_whole(self) -> None:
        """Show all of it now."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.query_one(".text", PersonalStatic).show(self.reply.text)
        self.post_message(self.Revealed())

    def _next_word(self) -> None:
        if self._at >= len(self._ends) - 1:
            self.reveal_whole()
            return
        self.query_one(".text", PersonalStatic).show(self.reply.text[: self._ends[self._at]])
        self._at += 1


class Thinking(Static):
    """A visible wait, which Escape ends."""

    DEFAULT_CSS = """
    Thinking { height: auto; margin: 1 1 0 1; color: $muted; border-left: outer $line; padding: 0 0 0 1; }
    """

    def __init__(self) -> None:
        super().__init__(f"{words.THINKING} …\n{words.THINKING_HINT}", markup=False)
        self._dots = 0

    def on_mount(self) -> None:
        """Move, so that the wait is seen to be alive."""
        if self.app.animation_level != "none":
            self.set_interval(DOT_SECONDS, self._step)

    def _step(self) -> None:
        self._dots = self._dots % 3 + 1
        self.update(f"{words.THINKING} {'.' * self._dots}\n{words.THINKING_HINT}")


class Notice(Static):
    """One line from the program within the conversation: calm, and never from the coach."""

    DEFAULT_CSS = """
    Notice { height: auto; margin: 1 1 0 1; color: $muted; }
    Notice.-trouble { color: $warning; }
    """

    def __init__(self, line: str, *, classes: str | None = None) -> None:
        super().__init__(shown(line), classes=classes, markup=False)
