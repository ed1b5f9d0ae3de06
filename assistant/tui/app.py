"""The application: paints first, then opens the vault; the screens hang on it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from rich.segment import Segments
from rich.text import Text
from textual import events, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.message import Message
from textual.screen import Screen

from assistant.core.display import without_controls
from assistant.errors import LodestarError, WrongPassphrase
from assistant.services.desk import Choices, Desk, OpenDesk, VoiceState, VoiceStatus
from assistant.tui import words, words_models
from assistant.tui.desk_screen import DeskScreen
from assistant.tui.personal import VEILED
from assistant.tui.places import PLACES, screen_of
from assistant.tui.status_line import Readiness
from assistant.tui.terminal_safety import SafeLines
from assistant.tui.themes import THEMES

if TYPE_CHECKING:
    from assistant.core.ids import EntryId
    from assistant.services.undo import Undo

IDLE_CHECK_SECONDS: Final = 5.0
_SAFE: Final = SafeLines()
_NEUTRAL: Final = "help"
"""The place that holds no word of the person's: where one stands while the others are emptied."""


class LodestarApp(App[None]):
    """Lodestar on a terminal."""

    TITLE = words.NAME
    MODES: ClassVar[dict[str, Any]] = {mode: partial(screen_of, mode) for mode, _key, _title in PLACES}
    DEFAULT_MODE = "today"

    CSS = """
    * { scrollbar-size-vertical: 1; scrollbar-size-horizontal: 1; }
    App.-veiled Markdown { visibility: hidden; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key.lower(), f"app.switch_mode('{mode}')", title, id=f"place.{mode}", priority=True)
            for mode, key, title in PLACES
        ),
        Binding("ctrl+o", "veil", "Veil or show your words", id="veil", priority=True),
        Binding("ctrl+l", "lock", "Lock the vault", id="lock", priority=True),
        Binding("ctrl+z", "undo", "Undo what you did last", id="undo"),
    ]

    class DeskOpened(Message):
        """The vault is open and the screen stands on it."""

    class VoiceSettled(Message):
        """The voice is ready, or known to be missing."""

    class Remembered(Message):
        """Everything written so far can be found by meaning."""

    class Locked(Message):
        """The vault is closed and no word is on the screen."""

    def __init__(self, open_desk: OpenDesk, *, choices: Choices | None = None) -> None:
        super().__init__()
        self._open = open_desk
        self.desk: Desk | None = None
        self._undo: Undo | None = None
        self.choices = choices or Choices()
        self.readiness = Readiness()
        self._to_remember = False
        self._remembering = False
        self._last_key = time.monotonic()
        self._deeds = asyncio.Lock()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.choices.theme if self.choices.theme in self.available_themes else THEMES[0].name

    def on_mount(self) -> None:
        """Open the vault once the first picture is painted."""
        self.call_after_refresh(self.open_vault)
        self.set_interval(IDLE_CHECK_SECONDS, self._lock_when_idle)

    async def on_unmount(self) -> None:
        """Let go of the vault and the children."""
        await self._close_desk()

    # ------------------------------------------------------------------------------------- opening and locking

    @work(exclusive=True, group="desk")
    async def open_vault(self, reason: str | None = None) -> None:
        """Open the vault, asking for its passphrase where it has one; `reason` asks first and says why."""
        from assistant.tui.passphrase import PassphraseScreen
        from assistant.tui.trouble import TroubleScreen

        passphrase = await self.push_screen_wait(PassphraseScreen(reason)) if reason else None
        while self.desk is None:
            if reason and passphrase is None:
                self.exit()
                return
            try:
                desk = await self._open(passphrase)
            except WrongPassphrase:
                reason = words.PASSPHRASE_AGAIN if passphrase is not None else words.PASSPHRASE
                passphrase = await self.push_screen_wait(PassphraseScreen(reason))
            except LodestarError as error:
                await self.push_screen_wait(TroubleScreen(error))
                self.exit(return_code=error.exit_code)
                return
            else:
                await self._stand_on(desk)

    async def _stand_on(self, desk: Desk) -> None:
        from assistant.services.undo import Undo

        self.desk, self._undo = desk, Undo(desk.vault, desk.clock)
        self._last_key = time.monotonic()
        self.take_choices(desk.choices)
        loading = VoiceStatus(VoiceState.LOADING, words.VOICE_LOADING, words.VOICE_LOADING_SHORT)
        self._tell(replace(self.readiness, voice=loading, encrypted=desk.vault.encrypted))
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                await screen.show_desk(desk)
        self.post_message(self.DeskOpened())
        self._ready_voice(desk)
        self.remember_soon()

    async def action_lock(self) -> None:
        """Lock an encrypted vault now."""
        await self.lock(words.LOCKED_ASKED)

    async def lock(self, reason: str) -> None:
        """Close an encrypted vault, and take every word off the screens and out of them."""
        if self.desk is None or not self.desk.vault.encrypted:
            return
        self.workers.cancel_all()
        await self.switch_mode(_NEUTRAL)
        for mode, screen in self.MODES.items():
            if mode != _NEUTRAL:
                await self.remove_mode(mode)
                self.add_mode(mode, screen)
        await self._close_desk()
        await self.switch_mode("today")
        self.post_message(self.Locked())
        self.open_vault(reason)

    async def _close_desk(self) -> None:
        desk, self.desk, self._undo = self.desk, None, None
        self.readiness = Readiness()
        if desk is not None:
            await desk.close()

    async def on_event(self, event: events.Event) -> None:
        """Note when the person last did something."""
        if isinstance(event, events.Key | events.MouseDown | events.Paste):
            self._last_key = time.monotonic()
        await super().on_event(event)

    async def _lock_when_idle(self) -> None:
        minutes = self.choices.idle_lock_minutes
        if minutes and time.monotonic() - self._last_key > minutes * 60:
            await self.lock(words.LOCKED_IDLE)

    # ------------------------------------------------------------------------------------- background work

    @work(group="voice")
    async def _ready_voice(self, desk: Desk) -> None:
        self._tell(replace(self.readiness, voice=await desk.ready_voice()))
        self.post_message(self.VoiceSettled())

    def remember_soon(self) -> None:
        """Embed what is new, without anyone waiting."""
        self._to_remember = True
        if not self._remembering and self.desk is not None:
            self._remembering = True
            self._remember(self.desk)

    @work(group="memory")
    async def _remember(self, desk: Desk) -> None:
        try:
            while self._to_remember:
                self._to_remember = False
                await desk.remember.run(self._embedded)
                for trouble in desk.linked_trouble():
                    self.say(trouble)
            self._tell(replace(self.readiness, embedded=0, to_embed=0, memory_trouble=""))
            self.post_message(self.Remembered())
        except LodestarError as error:
            self._tell(replace(self.readiness, memory_trouble=error.message))
        finally:
            self._remembering = False

    def _embedded(self, done: int, total: int) -> None:
        self._tell(replace(self.readiness, embedded=done, to_embed=total))

    def _tell(self, readiness: Readiness) -> None:
        self.readiness = readiness
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                screen.show_readiness(readiness)

    # ------------------------------------------------------------------------------------- what every screen may do

    def take_choices(self, choices: Choices) -> None:
        """Apply what the person chose."""
        self.choices = choices
        if choices.theme in self.available_themes:
            self.theme = choices.theme

    @work(exclusive=True, group="talk")
    async def talk_about(self, question: str) -> None:
        """Go to the page for today and begin a conversation with this question."""
        from assistant.tui.today import TodayScreen

        await self.switch_mode("today")
        if isinstance(self.screen, TodayScreen):
            await self.screen.begin_with(question)

    @work(exclusive=True, group="talk")
    async def begin_model(self) -> None:
        """Go to the mental models and show lines that one may begin from; what stands open there is not closed."""
        from assistant.tui.models_screen import ModelsScreen

        await self.switch_mode("models")
        if isinstance(self.screen, ModelsScreen):
            self.screen.action_begin()
        else:
            self.say(words_models.BEGIN_OPEN)

    @work(group="deeds")
    async def in_turn(self, deed: Callable[[], Awaitable[object]]) -> None:
        """Do what the person decided once what they decided before is done, wherever they go meanwhile.

        So a step that Ctrl+Z takes back holds one deed, whole.
        """
        async with self._deeds:
            await deed()

    def undoable(self, name: str) -> AbstractContextManager[None]:
        """Remember what is done to records within, so that Ctrl+Z takes it back; `name` says it to the person.

        Only one stands open at a time: what waits within is done in its turn.
        """
        return self._undo.step(name) if self._undo is not None else nullcontext()

    def undoable_edit(self, entry: EntryId) -> AbstractContextManager[None]:
        """Remember that the text of an entry is changed within."""
        return self._undo.editing(words.DEED_EDIT, entry) if self._undo is not None else nullcontext()

    @property
    def to_undo(self) -> str | None:
        """The name of what would be undone next."""
        return self._undo.newest if self._undo is not None else None

    def action_undo(self) -> None:
        """Take back what was done last, once it is done."""
        self.in_turn(self.undo_last)

    async def undo_last(self) -> bool:
        """Take back what was done last, say what that was, and show how things stand; return whether it was undone."""
        if self._undo is None or self.desk is None:
            return False
        try:
            deed = self._undo.undo()
        except LodestarError as error:
            self.tell(error)
            return False
        self.say(words.UNDONE.format(deed=deed))
        self.remember_soon()
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                await screen.show_desk(self.desk)
        return True

    def say(self, line: str) -> None:
        """Say one line, briefly; never read as markup."""
        self.notify(without_controls(line), markup=False)

    def tell(self, error: LodestarError) -> None:
        """Say what failed and what can be done."""
        said = f"{error.message}\n{error.hint}" if error.hint else error.message
        self.notify(without_controls(said), severity="warning", markup=False)

    def action_veil(self) -> None:
        """Veil the person's words, or show them."""
        self.toggle_class(VEILED)
        for screen in self.screen_stack:
            for widget in screen.walk_children():
                widget.refresh()
        self._tell(replace(self.readiness, veiled=self.has_class(VEILED)))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Name every command; a picture of the screen is none of them, since it would lie about in clear."""
        for mode, key, title in PLACES:
            yield SystemCommand(title, f"Go there ({key})", lambda mode=mode: self.switch_mode(mode))
        yield SystemCommand(words_models.BEGIN, words_models.BEGIN_HELP, self.begin_model)
        yield SystemCommand("Undo", "Take back what you did last (Ctrl+Z)", self.action_undo)
        yield SystemCommand("Veil", "Veil or show your words (Ctrl+O)", self.action_veil)
        if self.desk is not None and self.desk.vault.encrypted:
            yield SystemCommand("Lock", "Lock the vault (Ctrl+L)", self.action_lock)
        yield SystemCommand("Theme", "Choose other colours", self.action_change_theme)
        yield SystemCommand("Quit", "Leave (Ctrl+Q)", self.action_quit)

    # ------------------------------------------------------------------------------------- safety

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let nothing reach the terminal that it would obey."""
        return [*super().get_line_filters(), _SAFE]

    def _handle_exception(self, error: Exception) -> None:
        """End on an unforeseen error; how an error would draw itself is never asked, it may hold words."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._fatal_error()

    def _fatal_error(self) -> None:
        """Say where the program failed, without a value, a message or a local that may hold the person's words."""
        import traceback

        error = self._exception
        frames = traceback.extract_tb(error.__traceback__) if error else []
        lines = [f"  {frame.filename}, line {frame.lineno}, in {frame.name}" for frame in frames]
        kind = type(error).__name__ if error else "an error"
        said = "\n".join((f"{words.NAME} stopped: {kind}. What you sent is saved.", *lines))
        self.bell()
        rendered = self.console.render(Text(without_controls(said)), self.console.options)
        self._exit_renderables.append(Segments(rendered))
        self._close_messages_no_wait()
