"""Say why this question was asked: the move, the phrase, the memory, and what was not said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.tui import words
from assistant.tui.dates import short_day
from assistant.tui.personal import PersonalStatic

if TYPE_CHECKING:
    from assistant.services.converse import Exchange


class WhyScreen(ModalScreen[None]):
    """The reasons for the last reply, as they were when it was made."""

    DEFAULT_CSS = """
    WhyScreen { align: center middle; }
    WhyScreen #why { width: 90%; max-width: 90; height: auto; max-height: 85%; background: $surface;
                     border: round $border; padding: 1 2; }
    WhyScreen .close { color: $muted; margin: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f2,enter", "dismiss", "Close", id="why.close", priority=True)
    ]

    def __init__(self, exchange: Exchange | None) -> None:
        super().__init__()
        self._exchange = exchange

    def compose(self) -> ComposeResult:
        """List the reasons."""
        with VerticalScroll(id="why") as box:
            box.border_title = "Why this question"
            yield PersonalStatic("\n".join(reasons(self._exchange)))
            yield Static("Esc closes", classes="close", markup=False)


def reasons(exchange: Exchange | None) -> Iterator[str]:
    """Yield the lines that explain a reply."""
    if exchange is None:
        yield words.WHY_NONE
        return
    reply = exchange.reply
    yield f"Move         {reply.move.value}"
    if reply.question_type is not None:
        yield f"Question     {reply.question_type.value}"
    yield f"Voice        {reply.voice.value}, {exchange.seconds.total:.1f} s"
    for reason in exchange.reasons:
        yield f"{reason.name.replace('_', ' ').capitalize():<12} {reason.detail}"
    if reply.memory is not None:
        yield f"Remembered   {short_day(reply.memory.written_at.date())}: “{reply.memory.text}”"
    if exchange.rejected:
        yield ""
        yield "Not said"
    for rejected in exchange.rejected:
        yield f"  “{rejected.text}”"
        yield f"     {', '.join(fault.rule.replace('_', ' ') for fault in rejected.faults)}"
