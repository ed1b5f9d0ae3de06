"""A conversation that something leads, a practice or a review's questions, on a page of its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.worker import Worker

from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.ids import SessionId
from assistant.errors import LodestarError
from assistant.services.desk import Conversation, Desk, Led
from assistant.tui import words
from assistant.tui.today import TodayScreen
from assistant.tui.turns import CoachTurn, Notice
from assistant.tui.welcome import Welcome

Lead = Callable[[Desk, SessionId], Awaitable[Led]]
"""Begin what leads the conversation, in that session. Raises LodestarError."""


class LedTalk(TodayScreen):
    """The page for today, led; leaving it keeps the place."""

    PLACE = "practices"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+w", "leave", "Leave it for another time", id="led.leave", priority=True)
    ]

    def __init__(self, about: str, lead: Lead, draft: str = "") -> None:
        """Prepare the page; under `draft` what is typed and not yet said outlives it."""
        super().__init__()
        self.DRAFT = draft
        self._about, self._lead = about, lead
        self._led: Conversation | None = None
        self._beginning: Worker[None] | None = None

    async def show_desk(self, desk: Desk) -> None:
        """Begin, or take up what was left, once; what was typed and not said stands there at once."""
        if self._led is not None:
            await self.take_off_forgotten(desk)
            return
        if not self._filled:
            self._filled = True
            self.take_up_draft()
        if self._beginning is None or self._beginning.is_finished:
            self._beginning = self._begin(desk)

    @work(group="lead")
    async def _begin(self, desk: Desk) -> None:
        """Show how it opens, with nobody waiting: it can be left meanwhile."""
        try:
            led = await self._lead(desk, self._session)
        except LodestarError as error:
            self.lodestar.tell(error)
            return
        if not self.is_attached:
            return
        self._led = led.conversation
        await self.query(Welcome).remove()
        await self._add(Notice(f"{self._about} {words.LED_LEAVE}"))
        await self._add(CoachTurn(Reply(led.opening, Move.OPEN, VoiceName.BANK, led.opening), gradually=False))

    def conversation(self, desk: Desk) -> Conversation:
        """Return the conversation that is led."""
        return self._led or desk.converse

    async def ask(self, desk: Desk, text: str) -> None:
        """Take words once something leads; until then they stay where they were typed."""
        if self._led is None:
            self.lodestar.say(words.NOT_BEGUN)
        else:
            await super().ask(desk, text)

    def action_stop(self) -> None:
        """Stop the reply in the making, or show whole what is appearing; where neither is, leave as elsewhere."""
        if self.busy:
            super().action_stop()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Go back; what was said stays, and it goes on from there another time."""
        self.dismiss()


def practice_talk(desk: Desk, name: str) -> LedTalk | None:
    """Return the page on which a practice is gone through; None where there is none of that name."""
    practising = desk.practising
    practice = practising.all().all.get(name) if practising is not None else None
    if practising is None or practice is None:
        return None

    async def lead(_desk: Desk, session: SessionId) -> Led:
        return await practising.lead(name, session)

    return LedTalk(f"{practice.title}: {practice.purpose} {words.PRACTICE_SKIP}", lead, f"practice:{name}")
