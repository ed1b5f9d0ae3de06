"""Everything written, by month and day."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.core.entry import Entry
from assistant.core.ids import EntryId
from assistant.ports import EntryStore
from assistant.services.desk import Desk
from assistant.tui import words
from assistant.tui.dates import DAYS, clock_time, long_day, month_name
from assistant.tui.desk_screen import DeskScreen
from assistant.tui.entry_screen import EntryScreen
from assistant.tui.personal import PersonalOptions, PersonalStatic
from assistant.tui.terminal_safety import INDENT, shown

_LINE_CODE_POINTS = 160
"""How much of an entry a list line may need: the widest terminal has 200 cells."""


class JournalScreen(DeskScreen):
    """One month at a time: a list of entries, and the chosen one beside it."""

    PLACE = "journal"

    DEFAULT_CSS = """
    JournalScreen #month { color: $accent; margin: 1 0 0 0; padding: 0 2; height: 1; }
    JournalScreen #list { width: 1fr; height: 1fr; margin: 1 0; padding: 0 1 0 2; }
    JournalScreen #list { text-wrap: nowrap; text-overflow: ellipsis; }
    JournalScreen #beside { width: 1fr; height: 1fr; margin: 1 0; padding: 0 2; border-left: solid $line; }
    JournalScreen #beside .date { color: $accent; }
    JournalScreen #beside .text { color: $own; margin: 1 0; max-width: 84; }
    JournalScreen.-narrow #beside { display: none; }
    JournalScreen.-wide #list { max-width: 64; }
    JournalScreen #hint { color: $muted; height: 1; padding: 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "older", "Older month", id="journal.older", priority=True),
        Binding("right", "newer", "Newer month", id="journal.newer", priority=True),
    ]

    class MonthShown(Message):
        """The list holds a month."""

    def __init__(self) -> None:
        super().__init__()
        self._month: date | None = None
        self._entries: dict[str, Entry] = {}

    def body(self) -> ComposeResult:
        """Lay out month, list and reading pane."""
        yield Static("", id="month", markup=False)
        with Horizontal():
            yield PersonalOptions(id="list", markup=False)
            with VerticalScroll(id="beside", can_focus=False):
                yield Static(classes="date", markup=False)
                yield PersonalStatic(classes="text")
        yield Static(words.JOURNAL_HINT, id="hint", markup=False)

    async def show_desk(self, desk: Desk) -> None:
        """Show the month that was open last, or the newest."""
        latest = desk.vault.entries.latest(1)
        if self._month is None and latest:
            self._month = latest[0].written_at.date().replace(day=1)
        if self._month is None:
            self.query_one("#month", Static).update(words.JOURNAL_EMPTY)
            return
        self._show_month(desk, self._month)

    def _show_month(self, desk: Desk, month: date) -> None:
        self._month = month
        found = list(reversed(_in_month(desk.vault.entries, month)))
        self._entries = {str(entry.id): entry for entry in found}
        count = f"{len(found)} {'entry' if len(found) == 1 else 'entries'}"
        self.query_one("#month", Static).update(f"{month_name(month)}   {count}")
        listed = self.query_one("#list", OptionList)
        kept = listed.highlighted
        listed.set_options(_options(found))
        listed.highlighted = _entry_near(listed, kept or 0)
        listed.focus()
        chosen = listed.highlighted_option
        self._beside(self._entries.get(chosen.id or "") if chosen is not None else None)
        self.post_message(self.MonthShown())

    def action_older(self) -> None:
        """Go back to the next month that holds an entry."""
        self._step(back=True)

    def action_newer(self) -> None:
        """Go on to the next month that holds an entry."""
        self._step(back=False)

    def _step(self, *, back: bool) -> None:
        if self.desk is None or self._month is None:
            return
        entries = self.desk.vault.entries
        oldest = next(entries.between(None, None), None)
        newest = entries.latest(1)
        if oldest is None or not newest:
            return
        first, last = oldest.written_at.date().replace(day=1), newest[0].written_at.date()
        month = self._month
        while first <= (month := _next_month(month, back=back)) <= last:
            if next(entries.between(month, _month_end(month)), None) is not None:
                self.query_one("#list", OptionList).highlighted = None
                self._show_month(self.desk, month)
                return

    @on(OptionList.OptionHighlighted)
    def _preview(self, highlighted: OptionList.OptionHighlighted) -> None:
        entry = self._entries.get(highlighted.option_id or "")
        if entry is not None:
            self._beside(entry)

    def _beside(self, entry: Entry | None) -> None:
        """Show an entry to be read, or none: what was forgotten does not stay there."""
        date_line = titled = ""
        if entry is not None:
            date_line = f"{long_day(entry.written_at.date())}, {clock_time(entry.written_at)}"
            titled = f"{entry.title}\n\n{entry.text}" if entry.title else entry.text
        self.query_one("#beside .date", Static).update(date_line)
        self.query_one("#beside .text", PersonalStatic).show(titled)

    @on(OptionList.OptionSelected)
    def _read(self, selected: OptionList.OptionSelected) -> None:
        if selected.option_id in self._entries:
            self.app.push_screen(EntryScreen(EntryId(selected.option_id)))


def _options(entries: list[Entry]) -> Iterator[Option]:
    """Yield the lines of a month, newest first: a heading a day, then its entries."""
    day: date | None = None
    for entry in entries:
        written = entry.written_at.date()
        if written != day:
            day = written
            heading = Content.styled(f"{DAYS[written.weekday()]} {written.day}", "$accent")
            yield Option(heading, disabled=True)
        line = " ".join((entry.title or entry.text[:_LINE_CODE_POINTS]).split())
        yield Option(Content.assemble(f"{INDENT}{clock_time(entry.written_at)}  ", shown(line)), id=str(entry.id))


def _entry_near(listed: OptionList, place: int) -> int | None:
    """Return the place of an entry at or before a place of the list, else of the first; a heading is none."""
    entries = [at for at, option in enumerate(listed.options) if not option.disabled]
    return max((at for at in entries if at <= place), default=entries[0]) if entries else None


def _in_month(entries: EntryStore, month: date) -> list[Entry]:
    return list(entries.between(month, _month_end(month)))


def _month_end(month: date) -> date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def _next_month(month: date, *, back: bool) -> date:
    step = month - timedelta(days=1) if back else _month_end(month) + timedelta(days=1)
    return step.replace(day=1)
