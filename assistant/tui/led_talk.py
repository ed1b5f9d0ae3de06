"""A conversation that something leads, a practice or a review's questions, on a page of its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.ids import SessionId
from assistant.errors import LodestarError
from assistant.services.desk import Conversation, Desk, Led
from assistant.tui import words
from assistant.tui.composer import Composer
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

    async def show_desk(self, desk: Desk) -> None:
        """Begin, or take up what was left, once."""
        if self._led is not None:
            return
        try:
            led = await self._lead(desk, self._session)
        except LodestarError as error:
            self.lodestar.tell(error)
            return
        self._led = led.conversation
        await self.query(Welcome).remove()
        await self._add(Notice(f"{self._about} {words.LED_LEAVE}"))
        await self._add(CoachTurn(Reply(led.opening, Move.OPEN, VoiceName.BANK, led.opening), gradually=False))
        if self.DRAFT and (draft := desk.vault.drafts.draft(self.DRAFT)):
            self.query_one(Composer).give_back(draft)

    def conversation(self, desk: Desk) -> Conversation:
        """Return the conversation that is led."""
        return self._led or desk.converse

    def action_stop(self) -> None:
        """Stop the reply in the making, or show whole what is appearing; where neither is, leave as elsewhere."""
        if self.busy:
            super().action_stop()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Go back; what was said stays, and it goes on from there another time."""
        self._keep_draft(Composer.DraftPaused(self.query_one(Composer).text))
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
