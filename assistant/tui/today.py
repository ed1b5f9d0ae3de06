"""The page for today: write, be asked one question, see the line it touches."""

from __future__ import annotations

import asyncio
import secrets
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker

from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.entry import Entry, Writing
from assistant.core.ids import EntryId, SessionId
from assistant.errors import LodestarError
from assistant.services.desk import Conversation, Desk
from assistant.tui import words
from assistant.tui.composer import Composer
from assistant.tui.desk_screen import DeskScreen
from assistant.tui.forgotten import SESSIONS_LOOKED_AT, opening_stands, still_said, take_off
from assistant.tui.memory_panel import MemoryPanel
from assistant.tui.turns import CoachTurn, Notice, PersonTurn, Thinking
from assistant.tui.welcome import Welcome

if TYPE_CHECKING:
    from assistant.services.converse import Exchange
    from assistant.services.opening import Opening


class TodayScreen(DeskScreen):
    """Talk, or just write."""

    PLACE = "today"
    DRAFT: str = "today"
    """The place under which what is typed and not yet said is kept; empty keeps none."""

    DEFAULT_CSS = """
    TodayScreen { align-horizontal: center; }
    TodayScreen #column { max-width: 132; height: 1fr; padding: 0 1; }
    TodayScreen #upper { height: 1fr; }
    TodayScreen #conversation { height: 1fr; width: 1fr; padding: 0 0 1 0; }
    TodayScreen #hint { color: $muted; padding: 0 1; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    TodayScreen.-narrow #upper { layout: vertical; }
    TodayScreen.-wide #upper { layout: horizontal; }
    TodayScreen.-wide MemoryPanel {
        width: 38; height: 1fr; max-height: 100%; margin: 1 0 1 1; background: $background; border: none;
        border-left: solid $line; align-vertical: bottom;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "Stop the reply", show=False, id="today.stop"),
        Binding("f2", "why", "Why this question", id="today.why", priority=True),
        Binding("f7", "just_write", "Just write, or talk", id="today.just_write", priority=True),
        Binding("f8", "open_memory", "Open the remembered entry", id="today.open_memory", priority=True),
    ]

    class ReplyShown(Message):
        """A reply was answered and stands on the screen."""

    class WordsKept(Message):
        """Words were saved, and nothing was asked."""

    class ReplyStopped(Message):
        """The person stopped a reply; their words are back in the composer."""

    def __init__(self) -> None:
        super().__init__()
        self.exchange: Exchange | None = None
        self._session = SessionId(secrets.token_hex(8))
        self._just_write = False
        self._filled = self._first = False
        self._opening: Opening | None = None
        self._reply: Worker[None] | None = None
        self._stopping = False

    def body(self) -> ComposeResult:
        """Lay out conversation, remembered line and composer."""
        with Vertical(id="column"):
            with Horizontal(id="upper"):
                with VerticalScroll(id="conversation", can_focus=False):
                    yield Welcome()
                yield MemoryPanel(id="memory")
            yield Composer(id="composer")
            yield Static(words.COMPOSER_HINT, id="hint", markup=False)

    def conversation(self, desk: Desk) -> Conversation:
        """Return who answers here."""
        return desk.converse

    def on_mount(self) -> None:
        """Be ready to write at once; whatever comes later scrolls into view."""
        self.query_one("#conversation").anchor()
        self.query_one(Composer).focus()

    async def show_desk(self, desk: Desk) -> None:
        """Bring back the draft and today's conversation, once; later, take off what was forgotten meanwhile."""
        if self._filled:
            await self.take_off_forgotten(desk)
            return
        self._filled = True
        self._first = desk.vault.entries.count() == 0
        today = self._greet(desk)
        latest = next((one for one in desk.vault.sessions.sessions(SESSIONS_LOOKED_AT) if not one.practice), None)
        if latest is not None and latest.started_at.date() == today:
            self._session = latest.id
            for turn in latest.turns:
                await self._add(PersonTurn(turn.said, turn.said_at, entry=turn.entry))
                if turn.reply is not None:
                    await self._add(CoachTurn(turn.reply, gradually=False, entry=turn.entry))
                    await self.query_one(MemoryPanel).show_line(turn.reply.memory)
        self.take_up_draft()

    def take_up_draft(self) -> None:
        """Bring back what was typed here and not said, before what was typed since."""
        composer = self.query_one(Composer)
        if draft := composer.take_up(self.DRAFT):
            composer.give_back(draft)

    def _greet(self, desk: Desk) -> date:
        """Say which day it is, with what comes back tonight."""
        today = desk.clock().date()
        self._opening = desk.opening(today) if desk.opening is not None else None
        for welcome in self.query(Welcome):
            welcome.greet(today, first=self._first, opening=self._opening, leaves=desk.leaves)
        return today

    async def take_off_forgotten(self, desk: Desk) -> None:
        """Take every line off the page that does not stand in the vault any more, given back to go on from or not."""
        vault, panel, turns = desk.vault, self.query_one(MemoryPanel), [*self.query(PersonTurn)]
        try:
            gone = await take_off(vault, [*turns, *self.query(CoachTurn)])
            memory_gone = panel.line is not None and not still_said(vault.entries, [panel.line])
            opening_gone = self._opening is not None and not opening_stands(vault, self._opening)
        except LodestarError as error:
            self.lodestar.tell(error)
            return
        stay = set(self.query(PersonTurn))
        for turn in turns:
            if turn.entry in gone and turn not in stay:
                self.query_one(Composer).take_out(turn.said)
        if memory_gone:
            await panel.show_line(None)
        if self.exchange is not None and (memory_gone or self.exchange.entry.id in gone):
            self.exchange = None
        if opening_gone:
            self._greet(desk)

    async def begin_with(self, question: str) -> None:
        """Open a new conversation with a question that the person chose to talk about."""
        self._session = SessionId(secrets.token_hex(8))
        await self.query(Welcome).remove()
        await self._add(CoachTurn(Reply(question, Move.OPEN, VoiceName.BANK, question), gradually=False))
        self.query_one(Composer).focus()

    # ------------------------------------------------------------------------------------- what the person does

    @on(Composer.Submitted)
    async def _take(self, submitted: Composer.Submitted) -> None:
        if self.desk is None:
            self.lodestar.say(words.NO_DESK)
        elif self._answering:
            self.lodestar.say(words.THINKING_HINT)
        elif self._just_write:
            await self._keep(self.desk, submitted.text)
        else:
            await self.ask(self.desk, submitted.text)

    def action_stop(self) -> None:
        """Stop the reply in the making; or show the one that is appearing whole."""
        if self._answering and self._reply is not None:
            self._stopping = True
            self._reply.cancel()
            return
        for turn in self.query(CoachTurn):
            if turn.revealing:
                turn.reveal_whole()

    @property
    def busy(self) -> bool:
        """A reply is in the making, or appearing."""
        making = self._answering and self._reply is not None
        return making or any(turn.revealing for turn in self.query(CoachTurn))

    def action_just_write(self) -> None:
        """Change between talking and just writing."""
        self._just_write = not self._just_write
        hint = words.JUST_WRITE_HINT if self._just_write else words.COMPOSER_HINT
        self.query_one("#hint", Static).update(hint)
        self.query_one(Composer).border_title = words.JUST_WRITE if self._just_write else ""

    def action_why(self) -> None:
        """Show why the last question was asked."""
        from assistant.tui.why import WhyScreen

        self.app.push_screen(WhyScreen(self.exchange))

    def action_open_memory(self) -> None:
        """Open the entry of the remembered line."""
        self.query_one(MemoryPanel).open_entry()

    @on(MemoryPanel.OpenRequested)
    def _open_entry(self, request: MemoryPanel.OpenRequested) -> None:
        self.open_entry(request.entry)

    def open_entry(self, entry: EntryId) -> None:
        """Read an entry."""
        from assistant.tui.entry_screen import EntryScreen

        self.app.push_screen(EntryScreen(entry))

    # ------------------------------------------------------------------------------------- saving and answering

    @property
    def _answering(self) -> bool:
        return self._reply is not None and self._reply.is_running

    async def _keep(self, desk: Desk, text: str) -> None:
        """Save words and ask nothing."""
        now = desk.clock()
        try:
            entry = desk.vault.entries.add(Writing(now, text))
        except LodestarError as error:
            await self._trouble(words.NOT_SAVED, error)
            return
        composer = self.query_one(Composer)
        composer.load_text("")
        composer.keep_draft()
        await self._add(PersonTurn(text, now, words.SAVED, entry=entry.id))
        self.lodestar.remember_soon()
        self.post_message(self.WordsKept())

    async def ask(self, desk: Desk, text: str) -> None:
        """Show the words and the wait, then have them answered."""
        self.query_one(Composer).load_text("")
        turn = PersonTurn(text, desk.clock())
        await self._add(turn)
        await self._add(Thinking())
        self._stopping = False
        self._reply = self._answer(desk, turn)

    @work(exclusive=True, group="reply")
    async def _answer(self, desk: Desk, turn: PersonTurn) -> None:
        """Have the words saved and answered. A reply is never shown in part: it comes whole and checked."""
        try:
            exchange = await self.conversation(desk).reply(self._session, turn.said, partial(self._saved, turn))
        except asyncio.CancelledError:
            await self._stopped(turn)
            raise
        except LodestarError as error:
            await self._failed(turn, words.NO_REPLY, error)
        except Exception as error:  # noqa: BLE001 - the worker boundary: a fault in the coach must not end the evening
            await self._failed(turn, words.UNEXPECTED, LodestarError(type(error).__name__))
        else:
            await self._show(exchange)
        finally:
            await self.query(Thinking).remove()
        self.lodestar.remember_soon()

    def _saved(self, turn: PersonTurn, entry: Entry) -> None:
        """Drop the draft: the words are on disk, whatever becomes of the answer."""
        turn.entry = entry.id
        self.query_one(Composer).keep_draft()

    async def _failed(self, turn: PersonTurn, what: str, error: LodestarError) -> None:
        """Say what failed; words that were not saved go back at once, before their draft is dropped."""
        if turn.entry is None:
            self.query_one(Composer).give_back(turn.said)
            await turn.remove()
        await self._trouble(words.NOT_SAVED if turn.entry is None else what, error)

    async def _stopped(self, turn: PersonTurn) -> None:
        """Give the words back to whoever stopped the reply; a lock gives back none that are saved."""
        if not self.is_attached or not (self._stopping or turn.entry is None):
            return
        self.query_one(Composer).give_back(turn.said)
        if turn.entry is None:
            await turn.remove()
            await self._add(Notice(words.STOPPED_UNSAVED))
        else:
            turn.note(words.SAVED)
            await self._add(Notice(words.CANCELLED))
        self.post_message(self.ReplyStopped())

    async def _show(self, exchange: Exchange) -> None:
        self.exchange = exchange
        gradually = self.lodestar.choices.reveal_gradually
        await self.query(Thinking).remove()
        await self._add(CoachTurn(exchange.reply, gradually=gradually, entry=exchange.entry.id))
        await self.query_one(MemoryPanel).show_line(exchange.reply.memory)
        if self._first and exchange.reply.question is not None and exchange.reply.move is not Move.CARE:
            await self._add(Notice(words.FIRST_AREAS))
        self._first = False
        self.post_message(self.ReplyShown())

    async def _trouble(self, what: str, error: LodestarError) -> None:
        said = " ".join(part for part in (what, error.message, error.hint) if part)
        await self._add(Notice(said, classes="-trouble"))

    async def _add(self, widget: PersonTurn | CoachTurn | Thinking | Notice) -> None:
        await self.query_one("#conversation").mount(widget)
