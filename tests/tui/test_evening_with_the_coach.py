"""The page for today on the real conversation: the question bank and the critic, no model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from assistant.core.dialogue import VoiceName
from assistant.core.reading import Reading
from assistant.services.coach_words import load_coach_words
from assistant.services.converse import Converse
from assistant.shipped import shipped
from assistant.tui import words
from assistant.tui.composer import Composer
from assistant.tui.today import TodayScreen
from assistant.tui.turns import CoachTurn
from assistant.tui.why import reasons

if TYPE_CHECKING:
    from tests.tui.conftest import Evening


async def _unread(_text: str) -> Reading:
    """Hear nothing in a text."""
    return Reading()


async def test_the_bank_asks_and_the_reasons_are_told(evening: Evening) -> None:
    """A message is saved, the bank's checked question appears, and F2 has reasons for it."""
    evening.converse = cast(
        "Any",
        Converse(
            evening.vault,
            load_coach_words(shipped("prompts")),
            read=_unread,
            hear=lambda text: frozenset(),
            clock=evening.clock,
        ),
    )
    async with evening.on_screen() as pilot:
        pilot.app.screen.query_one(Composer).insert("My manager never listens, so there's no point in the idea.")
        await pilot.press("enter")
        await evening.happened(TodayScreen.ReplyShown)
        screen = pilot.app.screen
        assert isinstance(screen, TodayScreen)
        reply = screen.query_one(CoachTurn).reply
        assert reply.voice is VoiceName.BANK
        assert reply.question is not None
        assert reply.question.endswith("?")
        told = "\n".join(reasons(screen.exchange))
        assert told.startswith(words.WHY_MOVES[reply.move])
        assert words.WHY_BANK.partition(";")[0] in told
        assert len(told.splitlines()) > 3
        kept = evening.vault.sessions.sessions(1)[0]
        assert [turn.reply for turn in kept.turns] == [reply]
