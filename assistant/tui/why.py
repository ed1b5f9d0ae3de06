"""Say why this question was asked: the move, the phrase, the memory, and what was not said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.core.dialogue import VoiceName
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
    """Yield the lines that explain a reply: first in plain words, then the figures behind them."""
    if exchange is None:
        yield words.WHY_NONE
        return
    yield from _plainly(exchange)
    yield ""
    yield words.WHY_FIGURES
    yield f"  {'Move':<20} {exchange.reply.move.value}"
    if exchange.reply.question_type is not None:
        yield f"  {'Type of question':<20} {exchange.reply.question_type.value}"
    for reason in exchange.reasons:
        if reason.detail:
            yield f"  {reason.name.replace('_', ' ').capitalize():<20} {reason.detail.replace('_', ' ')}"
    if exchange.rejected:
        yield ""
        yield words.WHY_NOT_SAID
    for rejected in exchange.rejected:
        yield f"  “{rejected.text}”"
        yield f"     {', '.join(fault.rule.replace('_', ' ') for fault in rejected.faults)}"


def _plainly(exchange: Exchange) -> Iterator[str]:
    """Yield what the reply does, the words it stands on, and who worded it."""
    reply, said = exchange.reply, {reason.name: reason.detail for reason in exchange.reasons}
    yield words.WHY_MOVES[reply.move]
    if said.get("phrase"):
        yield words.WHY_PHRASE.format(phrase=said["phrase"])
    if reply.memory is not None:
        yield words.WHY_MEMORY.format(day=short_day(reply.memory.written_at.date()), line=reply.memory.text)
    worded = words.WHY_BANK if reply.voice is VoiceName.BANK else words.WHY_MODEL
    yield worded.format(seconds=exchange.seconds.total)
