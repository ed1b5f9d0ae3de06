"""What the tests of the coach share: its words, invented messages, and a vault with a conversation over it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from assistant.coaching.composer import Words, reply_of, word_from_bank
from assistant.coaching.critic import Ground
from assistant.coaching.plan import Plan
from assistant.coaching.planner import plan_turn
from assistant.coaching.session_state import SessionState
from assistant.coaching.situations import situations_of
from assistant.coaching.thread import next_state
from assistant.core.dialogue import Reply, VoiceName
from assistant.core.ids import SessionId
from assistant.core.reading import Reading
from assistant.ports import ChatModel
from assistant.reading.acts import hear_acts
from assistant.reading.acts_language import language_of
from assistant.reading.read import read_text
from assistant.services.coach_words import load_coach_words
from assistant.services.converse import Converse, Exchange, Memories
from assistant.shipped import shipped
from assistant.vault import SqlVault

SESSION = SessionId("evening")
MESSAGES = tuple((Path(__file__).parent / "messages.txt").read_text(encoding="utf8").splitlines())
"""Invented evenings, in many registers."""


@cache
def coach_words() -> Words:
    """Return the words that ship."""
    return load_coach_words(shipped("prompts"))


class Clock:
    """A clock that moves a minute at each look."""

    def __init__(self, start: datetime = datetime(2025, 5, 6, 21, 0, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        """Tell the time."""
        self.now += timedelta(minutes=1)
        return self.now


async def read(text: str) -> Reading:
    """Read a text by rules alone."""
    return read_text(text)


def conversation(
    vault: SqlVault, voice: ChatModel | None = None, memories: Memories | None = None, clock: Clock | None = None
) -> Converse:
    """Return a conversation over the vault."""
    return Converse(
        vault,
        coach_words(),
        read=read,
        hear=hear_acts,
        clock=clock or Clock(),
        voice=voice,
        memories=memories,
        language_of=language_of,
    )


async def say(converse: Converse, messages: Iterable[str], session: SessionId = SESSION) -> list[Exchange]:
    """Say the messages in turn and return what came of each."""
    return [await converse.reply(session, message) for message in messages]


def turn(
    text: str, state: SessionState, earlier: tuple[str, ...] = (), seed: str = ""
) -> tuple[Plan, Reply, SessionState]:
    """Take one turn with the bank alone."""
    plan = plan_turn(text, read_text(text), hear_acts(text), state, earlier)
    ground = Ground(text, earlier, state.asked, cited=tuple(one for one in (state.last_step, state.step) if one))
    wording, _rejected = word_from_bank(plan, ground, state, coach_words(), f"{seed}{text}", situations_of(plan, state))
    reply = reply_of(wording, plan, VoiceName.BANK)
    return plan, reply, next_state(state, text, plan, wording, reply)


def talk(messages: Iterable[str], seed: str = "") -> tuple[list[Reply], SessionState]:
    """Hold a whole conversation with the bank alone."""
    state, earlier, replies = SessionState(), tuple[str, ...](), list[Reply]()
    for message in messages:
        _plan, reply, state = turn(message, state, earlier, seed)
        earlier += (message,)
        replies.append(reply)
    return replies, state
