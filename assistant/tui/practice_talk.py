"""A conversation that a practice leads, on a page of its own."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.errors import LodestarError
from assistant.services.desk import Conversation, Desk
from assistant.tui import words
from assistant.tui.today import TodayScreen
from assistant.tui.turns import CoachTurn, Notice
from assistant.tui.welcome import Welcome


class PracticeTalk(TodayScreen):
    """The page for today, led by a practice; leaving it keeps the place."""

    PLACE = "practices"
    DRAFT: ClassVar[str] = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+w", "leave", "Leave it for another time", id="practice.leave", priority=True)
    ]

    def __init__(self, name: str) -> None:
        super().__init__()
        self._practice_name = name
        self._led: Conversation | None = None

    async def show_desk(self, desk: Desk) -> None:
        """Begin the practice, or take it up, once."""
        if self._led is not None or desk.practising is None:
            return
        practice = desk.practising.all().all.get(self._practice_name)
        try:
            led = await desk.practising.lead(self._practice_name, self._session)
        except LodestarError as error:
            self.lodestar.tell(error)
            return
        self._led = led.conversation
        await self.query(Welcome).remove()
        if practice is not None:
            await self._add(Notice(f"{practice.title}: {practice.purpose} {words.PRACTICE_LEAVE}"))
        await self._add(CoachTurn(Reply(led.opening, Move.OPEN, VoiceName.BANK, led.opening), gradually=False))

    def conversation(self, desk: Desk) -> Conversation:
        """Return the conversation that the practice leads."""
        return self._led or desk.converse

    def action_leave(self) -> None:
        """Go back; what was said stays, and the practice goes on from there another time."""
        self.dismiss()
