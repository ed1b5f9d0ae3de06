"""Find what was written: by words, by meaning, by the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant.core.ids import EntryId
from assistant.core.recollection import Recalled, Recollection
from assistant.errors import LodestarError
from assistant.services.desk import Desk
from assistant.tui import words
from assistant.tui.dates import short_day
from assistant.tui.desk_screen import DeskScreen
from assistant.tui.entry_screen import EntryScreen
from assistant.tui.forgotten import still_said
from assistant.tui.hanging import Hanging
from assistant.tui.personal import PersonalInput, PersonalOptions
from assistant.tui.terminal_safety import INDENT, shown

HITS: Final = 20
"""Two pages of a small terminal: whoever needs the twenty-first line asks more closely."""


class SearchScreen(DeskScreen):
    """A question, and the lines that bear on it, each with its date."""

    PLACE = "search"

    DEFAULT_CSS = """
    SearchScreen #query { margin: 1 0 0 0; border: round $border-blurred; background: $surface; }
    SearchScreen #query:focus { border: round $border; }
    SearchScreen #answer { color: $muted; padding: 0 2; height: auto; }
    SearchScreen #hits { height: 1fr; margin: 1 0; padding: 0 1 0 2; }
    """

    class HitsShown(Message):
        """The answer to a query stands on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Recalled | None = None

    def body(self) -> ComposeResult:
        """Lay out question, answer and lines."""
        yield PersonalInput(id="query", placeholder=words.SEARCH)
        yield Static(words.SEARCH_HINT, id="answer", markup=False)
        yield PersonalOptions(id="hits", markup=False)

    def on_mount(self) -> None:
        """Be ready for a question."""
        self.query_one("#query").focus()

    async def show_desk(self, desk: Desk) -> None:
        """Ask the same again where a line on the page was forgotten or changed since."""
        shown = self._shown
        if shown is None or still_said(desk.vault.entries, (hit.quotation for hit in shown.recollections)):
            return
        self._shown = None
        self.query_one("#hits", OptionList).clear_options()
        self.query_one("#answer", Static).update(words.SEARCHING)
        self._search(desk, shown.query)

    @on(Input.Submitted)
    def _ask(self, submitted: Input.Submitted) -> None:
        if self.desk is None:
            self.lodestar.say(words.NO_DESK)
        elif submitted.value.strip():
            self.query_one("#answer", Static).update(words.SEARCHING)
            self._search(self.desk, submitted.value)

    @work(exclusive=True, group="search")
    async def _search(self, desk: Desk, query: str) -> None:
        try:
            recalled = await desk.recall.search(query, HITS)
        except LodestarError as error:
            self.query_one("#answer", Static).update(shown(f"{error.message} {error.hint}"))
            return
        self._show(recalled)

    def _show(self, recalled: Recalled) -> None:
        self._shown, some = recalled, bool(recalled.recollections)
        said = words.SEARCH_HINT if recalled.found else words.NEAREST if some else words.NOTHING_FOUND
        self.query_one("#answer", Static).update(said)
        hits = self.query_one("#hits", OptionList)
        hits.set_options(_options(recalled))
        if some:
            hits.highlighted = 0
            hits.focus()
        self.post_message(self.HitsShown())

    @on(OptionList.OptionSelected)
    def _read(self, selected: OptionList.OptionSelected) -> None:
        if selected.option_id is not None:
            self.app.push_screen(EntryScreen(EntryId(selected.option_id)))


def _options(recalled: Recalled) -> Iterator[Option]:
    """Yield one option an entry."""
    for recollection in {str(hit.quotation.entry): hit for hit in reversed(recalled.recollections)}.values():
        yield Option(_line(recollection), id=str(recollection.quotation.entry))


def _line(hit: Recollection) -> Content:
    date = Content.styled(short_day(hit.quotation.written_at.date()), "$accent")
    title = Content.assemble("   ", shown(hit.title)) if hit.title else Content()
    quote = shown(" ".join(hit.quotation.text.split()))
    return Hanging.of(Content.assemble(date, title, f"\n{INDENT}“", quote, "”\n"))
