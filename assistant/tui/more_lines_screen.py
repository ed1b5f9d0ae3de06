"""One line at a time: does it show this belief too? A yes becomes evidence, a no is remembered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from assistant.core.ids import EntryId, RecordId
from assistant.errors import LodestarError, NotFound, UsageError
from assistant.tui import words_models
from assistant.tui.dates import long_day
from assistant.tui.desk_screen import app_of
from assistant.tui.entry_screen import EntryScreen
from assistant.tui.hanging import Hanging
from assistant.tui.leaving import LeavingScreen
from assistant.tui.personal import PersonalStatic
from assistant.tui.terminal_safety import INDENT, shown

if TYPE_CHECKING:
    from assistant.services.confirm import Asked, Confirm
    from assistant.services.desk import Desk

_DEEDS: Final = frozenset({words_models.DEED_LINE_YES, words_models.DEED_LINE_NO})


class MoreLinesScreen(LeavingScreen):
    """A belief of the person's and the line that may show it; they answer as many as they like."""

    DEFAULT_CSS = """
    MoreLinesScreen { align: center middle; background: $background; }
    MoreLinesScreen #frame { width: 100%; max-width: 100; height: 100%; padding: 1 2 0 2; }
    MoreLinesScreen #asked { height: 1fr; margin: 1 0; }
    MoreLinesScreen .keys { color: $muted; height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "It shows it too", id="lines.yes"),
        Binding("n", "answer(False)", "It does not", id="lines.no"),
        Binding("e", "read", "Read the entry", id="lines.read"),
        Binding("ctrl+z", "undo", "Take the last answer back", id="lines.undo"),
        Binding("escape", "enough", "Enough", id="lines.enough"),
    ]

    class LineAsked(Message):
        """A line stands there, or word that no further one is expected."""

    def __init__(self, belief: RecordId, statement: str) -> None:
        super().__init__()
        self._belief, self._statement = belief, statement
        self._asked: Asked | None = None
        self._answers: list[bool] = []
        self._answering, self._leaving = False, False

    def compose(self) -> ComposeResult:
        """Lay out the belief with the line, and the keys."""
        with Vertical(id="frame"):
            with VerticalScroll(id="asked"):
                yield PersonalStatic(classes="text")
            yield Static(words_models.LINES_KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Look for the first line."""
        self.query_one("#asked").focus()
        self._show(Content(words_models.LINES_LOOKING))
        self._look()

    def on_screen_resume(self) -> None:
        """Ask anew where the line does not stand in its entry any more, whatever place it was changed in."""
        if self._asked is not None and not self._line_stands():
            self._look()

    def _line_stands(self) -> bool:
        line, desk = self._asked.line if self._asked is not None else None, self._desk
        if line is None or desk is None:
            return True
        return any(line.span.of(entry.text) == line.text for entry in desk.vault.entries.get_many([line.entry]))

    def _look(self) -> None:
        """Take the line off the screen and ask anew, with what is kept by now."""
        desk = self._desk
        if desk is not None and desk.insight is not None and not self._answering:
            confirm, self._asked = desk.insight.confirm, None
            self._show(Content(words_models.LINES_LOOKING))
            self._ask(desk, lambda: confirm.resume(self._belief))

    @property
    def _desk(self) -> Desk | None:
        return app_of(self).desk

    def action_answer(self, yes: bool) -> None:
        """Take the answer in, and ask about the next line."""
        asked, desk = self._asked, self._desk
        if asked is None or asked.line is None or desk is None or desk.insight is None:
            return
        self._asked = None  # a second press is no answer to the line that comes
        self._answering = True
        app_of(self).in_turn(partial(self._take_in, desk, desk.insight.confirm, asked.line.entry, yes))

    async def _take_in(self, desk: Desk, confirm: Confirm, entry: EntryId, yes: bool) -> None:
        """Keep an answer, undoable, and show the next line; a line that no longer stands is answered by nothing."""

        async def answer() -> Asked:
            return await confirm.answer(self._belief, entry, yes, desk.clock())

        try:
            with app_of(self).undoable(words_models.DEED_LINE_YES if yes else words_models.DEED_LINE_NO):
                asked = await desk.apart(answer)
        except (NotFound, UsageError):
            asked = None
        except LodestarError as error:
            self._fail(error)
            return
        finally:
            self._answering = False
        if asked is not None:
            self._answers.append(yes)
        if self._leaving:
            self.leave()
        elif not self.is_attached:
            return
        elif asked is None:
            app_of(self).say(words_models.LINES_CHANGED)
            self._look()
        else:
            self._stand_before(asked)

    def action_enough(self) -> None:
        """Leave; an answer under way is kept first, so that it can be undone."""
        if self._answering:
            self._leaving = True
        else:
            self.dismiss(None)

    def action_undo(self) -> None:
        """Take the last answer given here back, where nothing was done since; the line is asked about again."""
        if self._asked is not None:
            app_of(self).in_turn(self._take_back)

    async def _take_back(self) -> None:
        if self._asked is None:  # another key was quicker
            return
        if not self._answers or app_of(self).to_undo not in _DEEDS:
            app_of(self).say(words_models.LINES_NOT_HERE)
            return
        self._asked = None
        if await app_of(self).undo_last():
            self._answers.pop()
        else:
            self._answers.clear()  # which of them still stand is not known here
        if self.is_attached:
            self._look()

    @work(exclusive=True, group="look")
    async def _ask(self, desk: Desk, deed: Callable[[], Awaitable[Asked]]) -> None:
        """Do what brings the next line, and show it."""
        try:
            asked = await desk.apart(deed)
        except LodestarError as error:
            self._fail(error)
            return
        self._stand_before(asked)

    def _stand_before(self, asked: Asked) -> None:
        self._asked = asked
        self._show(self._told(asked))
        self.post_message(self.LineAsked())

    def _fail(self, error: LodestarError) -> None:
        app_of(self).tell(error)
        self.leave()

    def _told(self, asked: Asked) -> Content:
        """Tell the question with the line and its day, and how many answers there were."""
        so_far = (
            ""
            if not self._answers
            else words_models.LINES_SO_FAR.format(yes=sum(self._answers), no=self._answers.count(False))
        )
        if asked.line is None:
            return Content.assemble(f"{words_models.LINES_DONE}\n\n", Content.styled(so_far, "$muted"))
        return Content.assemble(
            Content.styled(f"{words_models.LINES_ASK}\n\n", "$accent"),
            f"{INDENT}{long_day(asked.line.written_at.date())}\n{INDENT}{INDENT}", shown(f"“{asked.line.text}”"),
            "\n\n", Content.styled(so_far, "$muted"),
        )  # fmt: skip

    def _show(self, beneath: Content) -> None:
        belief = Content.styled(shown(self._statement).plain, "bold")
        self.query_one(".text", PersonalStatic).update(Hanging.of(Content.assemble(belief, "\n\n", beneath)))
        self.query_one("#asked").scroll_home(animate=False)

    def action_read(self) -> None:
        """Read the entry that the line stands in."""
        if self._asked is not None and self._asked.line is not None:
            self.app.push_screen(EntryScreen(self._asked.line.entry), self._read)

    def _read(self, changed: bool | None) -> None:
        """Ask anew after an entry was changed or forgotten; the answers before lie beneath that and count no more."""
        if changed:
            self._answers.clear()
            if self._asked is not None:  # else it is looked for already
                self._look()
