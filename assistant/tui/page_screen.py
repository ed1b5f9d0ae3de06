"""The page that a practice leaves for others: to be read before it is shown, and written where the person says."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.coaching.practice import Practice
from assistant.errors import LodestarError
from assistant.tui import words_kept
from assistant.tui.desk_screen import app_of
from assistant.tui.personal import PersonalStatic
from assistant.tui.words_screen import WordsScreen


class PageScreen(ModalScreen[None]):
    """What the person chose to share, and nothing else."""

    DEFAULT_CSS = """
    PageScreen { align: center middle; background: $background; }
    PageScreen #frame { width: 100%; max-width: 100; height: 100%; padding: 1 2 0 2; }
    PageScreen .about { color: $muted; }
    PageScreen #page { height: 1fr; margin: 1 0; }
    PageScreen .keys { color: $muted; height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", id="page.back"),
        Binding("w", "write", "Write it into a file", id="page.write"),
    ]

    class PageWritten(Message):
        """The page lies where the person said."""

    def __init__(self, practice: Practice, page: str) -> None:
        super().__init__()
        self._practice, self._page = practice, page

    def compose(self) -> ComposeResult:
        """Lay out the page and the keys."""
        with Vertical(id="frame"):
            yield Static(words_kept.PAGE_INTRO, classes="about", markup=False)
            with VerticalScroll(id="page"):
                yield PersonalStatic(self._page)
            yield Static(words_kept.PAGE_KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        self.query_one("#page").focus()

    def action_write(self) -> None:
        """Ask where, then write it."""
        place = Path.home() / f"{self._practice.name}.md"
        self.app.push_screen(WordsScreen(words_kept.PAGE_WHERE, str(place)), self._write)

    def _write(self, place: str | None) -> None:
        if place:
            self._written(Path(place))

    @work(exclusive=True, group="page")
    async def _written(self, place: Path) -> None:
        desk = app_of(self).desk
        if desk is None or desk.practising is None:
            return
        try:
            desk.practising.write_page(self._page, place)
        except LodestarError as error:
            app_of(self).tell(error)
            return
        app_of(self).say(words_kept.PAGE_WRITTEN.format(place=place))
        self.post_message(self.PageWritten())
