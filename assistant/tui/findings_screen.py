"""What the places of insight share: a list, the chosen finding beside it with its lines, and keys to judge it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.core.entry import Quotation
from assistant.core.ids import EntryId
from assistant.errors import LodestarError, NotFound
from assistant.services.desk import Desk
from assistant.tui import words, words_kept
from assistant.tui.dates import short_day
from assistant.tui.desk_screen import DeskScreen
from assistant.tui.drafted import write_draft
from assistant.tui.hanging import Hanging
from assistant.tui.personal import PersonalOptions, PersonalStatic
from assistant.tui.terminal_safety import INDENT, shown

if TYPE_CHECKING:
    from assistant.services.told import Progress


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the list, what stands beside it, and the entries it rests on."""

    id: str
    line: Content
    beside: Content
    entries: tuple[EntryId, ...] = ()


class FindingsScreen(DeskScreen):
    """A place of insight. A subclass says what is found, and what its keys do with the chosen one."""

    INTRO: ClassVar[str] = ""
    NOTHING: ClassVar[str] = ""
    KEYS: ClassVar[str] = ""

    DEFAULT_CSS = """
    FindingsScreen #intro { color: $muted; margin: 1 0 0 0; padding: 0 2; height: auto; max-width: 110; }
    FindingsScreen #findings { height: 1fr; }
    FindingsScreen #list { width: 1fr; height: 1fr; margin: 1 0; padding: 0 1 0 2; }
    FindingsScreen #beside { width: 1fr; height: 1fr; margin: 1 0; padding: 0 2; border-left: solid $line; }
    FindingsScreen #beside .text { max-width: 90; }
    FindingsScreen.-wide #findings { layout: horizontal; }
    FindingsScreen.-wide #list { max-width: 64; }
    FindingsScreen.-narrow #findings { layout: vertical; }
    FindingsScreen.-narrow #list { max-height: 50%; }
    FindingsScreen.-narrow #beside { border-left: none; border-top: solid $line; margin: 0; }
    FindingsScreen #hint { color: $muted; height: 1; padding: 0 2; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "read", "Read the entry", id="findings.read"),
        Binding("h", "history", "How it came to stand so", id="findings.history"),
    ]

    class FindingsShown(Message):
        """The list holds what was found."""

    def __init__(self) -> None:
        super().__init__()
        self._found: dict[str, Finding] = {}

    def body(self) -> ComposeResult:
        """Lay out introduction, list, reading pane and keys."""
        yield Static(self.INTRO, id="intro", markup=False)
        with Container(id="findings"):
            yield PersonalOptions(id="list", markup=False)
            with VerticalScroll(id="beside", can_focus=False):
                yield PersonalStatic(classes="text")
        yield Static(self.KEYS, id="hint", markup=False)

    async def show_desk(self, desk: Desk) -> None:
        """Look anew, without anyone waiting."""
        if not self._found:
            self._say(words.FINDING)
        self._look(desk)

    @work(exclusive=True, group="findings")
    async def _look(self, desk: Desk) -> None:
        try:
            found = await self.find(desk)
        except LodestarError as error:
            self._say(f"{error.message} {error.hint}".strip())
            return
        self._show(found)

    async def find(self, desk: Desk) -> Sequence[Finding]:
        """Return what there is to show. Raises LodestarError."""
        raise NotImplementedError

    def _show(self, found: Iterable[Finding]) -> None:
        self._found = {one.id: one for one in found}
        listed = self.query_one("#list", OptionList)
        here, place = listed.highlighted_option, listed.highlighted or 0
        listed.set_options(Option(Hanging.of(one.line), id=one.id) for one in self._found.values())
        if here is not None and here.id in self._found:  # what was just decided stays chosen, wherever it went
            place = list(self._found).index(here.id)
        listed.highlighted = min(place, len(self._found) - 1) if self._found else None
        listed.focus()
        self._say("" if self._found else self.NOTHING)
        if (chosen := self.chosen) is not None:
            self._beside(chosen)
        self.post_message(self.FindingsShown())

    def progress(self) -> Progress:
        """Return what tells on the page how far the reading is, from whichever thread it is called."""
        loop = asyncio.get_running_loop()

        def tell(done: int, total: int) -> None:
            loop.call_soon_threadsafe(self._tell_progress, done, total)

        return tell

    def _tell_progress(self, done: int, total: int) -> None:
        if self.is_attached and not self._found:
            so_far = words.FINDING_SO_FAR.format(done=done, total=total)
            self._say(so_far if done < total else words.PUTTING_TOGETHER)

    def _say(self, line: str) -> None:
        self.query_one("#beside .text", PersonalStatic).show(line)

    def _beside(self, one: Finding) -> None:
        self.query_one("#beside .text", PersonalStatic).update(Hanging.of(one.beside))
        self.query_one("#beside").scroll_home(animate=False)

    @property
    def chosen(self) -> Finding | None:
        """The finding that the list stands on."""
        option = self.query_one("#list", OptionList).highlighted_option
        return self._found.get(option.id or "") if option is not None else None

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, highlighted: OptionList.OptionHighlighted) -> None:
        if highlighted.option_id in self._found:
            self._beside(self._found[highlighted.option_id])

    def action_read(self) -> None:
        """Read the first entry that the finding rests on."""
        from assistant.tui.entry_screen import EntryScreen

        if self.chosen is not None and self.chosen.entries:
            self.app.push_screen(EntryScreen(self.chosen.entries[0]))

    def action_history(self) -> None:
        """Show every version of the chosen record; a suggestion has none yet."""
        from assistant.services.kept_records import history_of
        from assistant.tui.history_screen import HistoryScreen

        if self.chosen is None or self.desk is None:
            return
        try:
            kept = history_of(self.desk.vault.records, self.chosen.id)
        except NotFound:
            self.lodestar.say(words_kept.NO_HISTORY)
        else:
            self.app.push_screen(HistoryScreen(kept))

    def judge(self, deed: Callable[[], Awaitable[object]], said: str, name: str, draft: str = "") -> None:
        """Do in its turn what the person decided, and look anew; the rest as `decided` has it."""

        async def judged() -> None:
            if await self.decided(deed, said, name, draft) and self.desk is not None and self.is_attached:
                self._look(self.desk)

        self.lodestar.in_turn(judged)

    async def decided(self, deed: Callable[[], Awaitable[object]], said: str, name: str, draft: str = "") -> bool:
        """Do what the person decided, say so and how to undo it; return whether it was done. Called within a turn.

        `name` is what is undone, `draft` the place of words that are no draft any more once it is done.
        """
        if (desk := self.desk) is None:
            return False
        try:
            with self.lodestar.undoable(name):
                await desk.apart(deed)
        except LodestarError as error:
            self.lodestar.tell(error)
            return False
        if draft:
            write_draft(self.lodestar, draft)
        self.lodestar.say(f"{said} {words.UNDO_HINT}")
        return True


def quoted(lines: Iterable[Quotation], heading: str) -> list[Content]:
    """Return lines of the person's, newest first, each with its day, under a heading; nothing where there are none."""
    ordered = sorted(lines, key=lambda line: line.written_at, reverse=True)
    if not ordered:
        return []
    told = [
        Content.assemble(
            f"{INDENT}{short_day(line.written_at.date())}\n{INDENT}{INDENT}", shown(f"“{line.text}”"), "\n"
        )
        for line in ordered
    ]
    return [Content.styled(f"\n{heading}\n", "$accent"), *told]
