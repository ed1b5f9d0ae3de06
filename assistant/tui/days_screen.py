"""What the days show about one area: the finding with its lines, what stands against it, and a question."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from assistant.errors import LodestarError
from assistant.services.drift_words import question_of
from assistant.services.drifting import HeldDrift
from assistant.tui import words
from assistant.tui.dates import short_day
from assistant.tui.desk_screen import app_of
from assistant.tui.findings_screen import quoted
from assistant.tui.hanging import Hanging
from assistant.tui.leaving import LeavingScreen
from assistant.tui.personal import PersonalStatic
from assistant.tui.terminal_safety import shown


class DaysScreen(LeavingScreen):
    """One finding: never a verdict, and the person may say that it is not so."""

    DEFAULT_CSS = """
    DaysScreen { align: center middle; background: $background; }
    DaysScreen #frame { width: 100%; max-width: 100; height: 100%; padding: 1 2 0 2; }
    DaysScreen #days { height: 1fr; margin: 1 0; }
    DaysScreen .keys { color: $muted; height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", id="days.back"),
        Binding("t", "talk", "Talk about this", id="days.talk"),
        Binding("x", "not_so", "Not so", id="days.not_so"),
    ]

    class SaidNotSo(Message):
        """The person said that a finding is not so."""

    def __init__(self, held: HeldDrift) -> None:
        super().__init__()
        self._held = held

    def compose(self) -> ComposeResult:
        """Lay out the lines and the keys."""
        with Vertical(id="frame"):
            with VerticalScroll(id="days"):
                yield PersonalStatic(classes="text")
            yield Static(words.DAYS_KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show the finding."""
        self.query_one(".text", PersonalStatic).update(Hanging.of(told(self._held)))
        self.query_one("#days").focus()

    def action_talk(self) -> None:
        """Begin a conversation with the question."""
        self.dismiss(None)
        app_of(self).talk_about(question_of(self._held))

    def action_not_so(self) -> None:
        """Remember that it is not so; it is not shown again."""
        app_of(self).in_turn(self._refuse)

    async def _refuse(self) -> None:
        desk = app_of(self).desk
        if desk is None or desk.insight is None:
            return
        now, insight = desk.clock(), desk.insight
        try:
            with app_of(self).undoable(words.DEED_NOT_SO):
                await desk.apart(lambda: insight.drifting.not_so(self._held.id, now.date(), now))
        except LodestarError as error:
            app_of(self).tell(error)
            return
        app_of(self).say(f"{words.NOT_SO} {words.UNDO_HINT}")
        self.post_message(self.SaidNotSo())
        self.leave()


def told(held: HeldDrift) -> Content:
    """Tell a finding: the days, the figures, the question, the lines, and what stands against them."""
    until = short_day(held.last) if held.last else words.STILL
    facts = words.DRIFT_FACTS.format(
        first=short_day(held.first), last=until, mentioned=held.weeks_mentioned, written=held.weeks_written
    )
    return Content.assemble(
        Content.styled(shown(words.area_name(held.area)).plain, "bold"), f", {words.DRIFT_KINDS[held.kind]}\n",
        f"{facts}\n\n", shown(words.WANTED.format(vision=held.vision)), "\n\n",
        Content.styled(shown(question_of(held)).plain, "bold"), "\n",
        *quoted(held.evidence, words.EVIDENCE), *quoted(held.counter_evidence, words.COUNTER_EVIDENCE),
    )  # fmt: skip
