"""Hold a conversation: save the words, read them, recall, plan, word, check, and keep the reply."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final, Protocol

from assistant.coaching.composer import Words, reply_of, word_turn
from assistant.coaching.critic import Ground
from assistant.coaching.plan import Occasion, Plan, Reason
from assistant.coaching.planner import plan_turn
from assistant.coaching.practice_talk import says_goodbye
from assistant.coaching.remembering import date_in_words, memory_query, worded_memory
from assistant.coaching.session_state import STATE_NAME, SessionState
from assistant.coaching.situations import situations_of
from assistant.coaching.thread import next_state, stated_step
from assistant.coaching.voicing import Rejected, word_in_their_language
from assistant.core.dialogue import Move, Reply, Turn, VoiceName
from assistant.core.entry import Entry, EntryKind, Writing
from assistant.core.ids import SessionId
from assistant.core.reading import DialogueAct, Distress, Reading
from assistant.errors import NotFound
from assistant.ports import ChatModel, Clock, Vault
from assistant.services.coach_memory import Remembered
from assistant.services.why import keep_why
from assistant.services.withheld import said_in_care

Read = Callable[[str], Awaitable[Reading]]
Hear = Callable[[str], frozenset[DialogueAct]]
Care = Callable[[str, Distress, SessionState], Reply | None]
LanguageOf = Callable[[str], str]

_SESSIONS_LOOKED_AT: Final = 6
"""How far back the last step is looked for, and the questions that should not come again soon."""
_A_NEW_EVENING: Final = timedelta(hours=4)
"""After a pause of this length the same session is another sitting: another arc, and a goodbye no longer holds."""
_MAY_REMEMBER: Final = frozenset({Occasion.ORDINARY})
"""A memory is offered in an ordinary turn only: never onto a feeling, an insight or a goodbye."""


class Memories(Protocol):
    """Past lines for the coach. `CoachMemory` fills this role."""

    async def bearing_on(self, entry: Entry, session: SessionId, state: SessionState) -> Remembered | None:
        """Return the past line that bears on the message; None far more often than not."""

    async def asked_for(self, entry: Entry, query: str, session: SessionId, state: SessionState) -> Remembered | None:
        """Return the line that somebody asks for."""


class Guide(Protocol):
    """Something that leads the session, such as a practice. `Practise` fills this role."""

    async def take(
        self, session: SessionId, entry: Entry, reading: Reading, acts: frozenset[DialogueAct], state: SessionState
    ) -> Answer | None:
        """Answer the message; None leaves it to the free conversation."""


@dataclass(frozen=True, slots=True)
class Seconds:
    """How long a turn took."""

    first_token: float
    total: float


@dataclass(frozen=True, slots=True)
class Exchange:
    """One message and its answer, with the reasons for it."""

    entry: Entry
    reply: Reply
    distress: Distress
    reasons: tuple[Reason, ...]
    rejected: tuple[Rejected, ...]
    seconds: Seconds


@dataclass(frozen=True, slots=True)
class _Turn:
    """Everything that a turn rests on."""

    session: SessionId
    entry: Entry
    state: SessionState
    plan: Plan
    ground: Ground
    seed: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a turn answers, and the session's state after it."""

    reply: Reply
    state: SessionState
    reasons: tuple[Reason, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    first_token: float | None = None


class Converse:
    """The conversation with the coach."""

    def __init__(
        self,
        vault: Vault,
        words: Words,
        *,
        read: Read,
        hear: Hear,
        clock: Clock,
        care: Care | None = None,
        parting: Callable[[], str] = lambda: "",
        voice: ChatModel | None = None,
        memories: Memories | None = None,
        language_of: LanguageOf | None = None,
        guide: Guide | None = None,
    ) -> None:
        """Converse over this vault; without a voice the question bank asks alone.

        `parting` stands behind a goodbye after a sign of danger.
        """
        self._vault, self._words, self._clock = vault, words, clock
        self._read, self._hear, self._care, self._parting = read, hear, care, parting
        self._voice, self._memories, self._guide = voice, memories, guide
        self._language_of = language_of or (lambda text: "en")

    async def reply(self, session: SessionId, text: str, saved: Callable[[Entry], None] | None = None) -> Exchange:
        """Save the message, then answer it. The words are on disk before anything else can fail.

        `saved` is told the entry as soon as it is on disk: what is raised before that means that nothing was saved.
        """
        started, now = time.monotonic(), self._clock()
        entry = self._vault.entries.add(Writing(now, text, EntryKind.MESSAGE, session=session))
        if saved is not None:
            saved(entry)
        state = self._state(session, entry)
        reading, acts = await self._read(text), self._hear(text)
        cared = self._care(text, reading.distress, state) if self._care else None
        if cared is not None:
            asked = (*state.asked, cared.question) if cared.question else state.asked
            gently = state.gently or state.in_care or reading.distress is Distress.CRISIS
            after = state.after(in_care=True, gently=gently, ended=False, turns=state.turns + 1, asked=asked)
            if reading.distress is Distress.CRISIS:  # nothing said on the way there is brought up again
                after = after.after(step=None, last_step=None, denials=())
            answer = Answer(cared, after, (Reason("distress", reading.distress.word),))
        else:
            led = await self._guide.take(session, entry, reading, acts, state) if self._guide else None
            answer = led or await self._coach(session, entry, reading, acts, state)
            answer = replace(answer, state=answer.state.after(in_care=False))  # a guide knows nothing of care
            if state.gently and not state.ended and (led is None or says_goodbye(text, acts)):
                answer = self._with_parting(answer)
        with self._vault.together():
            self._vault.sessions.answer(session, entry.id, answer.reply, self._clock())
            self._vault.sessions.remember_state(session, STATE_NAME, answer.state.to_json())
            keep_why(self._vault.sessions, session, answer.reasons, answer.rejected)
        ended = time.monotonic()
        seconds = Seconds((answer.first_token or ended) - started, ended - started)
        return Exchange(entry, answer.reply, reading.distress, answer.reasons, answer.rejected, seconds)

    def _with_parting(self, answer: Answer) -> Answer:
        """Return a goodbye with the line named once more behind it; any other answer stays as it is."""
        parting = self._parting()
        if answer.reply.move is not Move.CLOSE or not parting:
            return answer
        reply = replace(answer.reply, text=f"{answer.reply.text} {parting}")
        return replace(answer, reply=reply, state=answer.state.after(ended=True))

    # ---- coaching

    async def _coach(
        self, session: SessionId, entry: Entry, reading: Reading, acts: frozenset[DialogueAct], state: SessionState
    ) -> Answer:
        if not state.turns and state.last_step is None:
            state = state.after(last_step=self._last_step(session))
        earlier = self._earlier(session, entry, state)
        plan = plan_turn(entry.text, reading, acts, state, earlier)
        state = state.after(step=stated_step(plan) or state.step)
        cited = tuple(one for one in (state.last_step, state.step) if one)
        ground = Ground(entry.text, earlier, state.asked, cited=cited)
        turn = _Turn(session, entry, state, plan, ground, f"{session}\n{state.turns}\n{entry.text}")
        return await self._in_their_language(turn) or await self._with_memory(turn) or await self._worded(turn)

    async def _worded(self, turn: _Turn) -> Answer:
        situations = situations_of(turn.plan, turn.state, self._language_of(turn.entry.text))
        lately, voice = self._lately(turn), self._voice_for(turn)
        composed = await word_turn(
            turn.plan, turn.ground, turn.state, self._words, turn.seed, situations, lately, voice
        )
        wording = composed.wording
        reply = reply_of(wording, turn.plan, composed.voice)
        state = next_state(turn.state, turn.entry.text, turn.plan, wording, reply).after(missed=composed.missed)
        found = (Reason("question", wording.source_id), Reason("score", f"{wording.score:.2f}"))
        reasons = (*turn.plan.reasons, *composed.reasons, *found)
        return Answer(reply, state, reasons, composed.rejected, composed.first_token)

    async def _in_their_language(self, turn: _Turn) -> Answer | None:
        """Answer in the message's language where the model can."""
        form, voice = self._words.prompt, self._voice_for(turn)
        if turn.plan.occasion is not Occasion.OTHER_LANGUAGE or voice is None or form is None:
            return None
        wording = await word_in_their_language(form, turn.ground, turn.seed, voice)
        if wording is None or self._language_of(wording.text) != self._language_of(turn.entry.text):
            return None
        reply = Reply(wording.text, Move.CLARIFY, VoiceName.MODEL, wording.text)
        state = next_state(turn.state, turn.entry.text, turn.plan, wording, reply)
        return Answer(reply, state, turn.plan.reasons)

    async def _with_memory(self, turn: _Turn) -> Answer | None:
        """Offer a past line for confirmation, where one bears on this very message or was asked for."""
        if self._memories is None or turn.plan.target is None:
            return None
        asked_for = turn.plan.occasion is Occasion.PAST_ENTRY
        if asked_for:
            query = memory_query(turn.entry.text)
            found = await self._memories.asked_for(turn.entry, query, turn.session, turn.state)
        elif turn.plan.occasion in _MAY_REMEMBER:
            found = await self._memories.bearing_on(turn.entry, turn.session, turn.state)
        else:
            return None
        if found is None:
            return None
        when = date_in_words(found.quotation.written_at.date(), turn.entry.written_at.date())
        worded = worded_memory(self._words.asides, turn.plan, turn.ground, turn.state, turn.seed, when, asked_for)
        if worded is None:
            return None
        reply = replace(reply_of(worded, turn.plan, VoiceName.BANK, found.quotation), move=Move.REMEMBER)
        state = next_state(turn.state, turn.entry.text, turn.plan, worded, reply)
        memory = (Reason("memory", f"{found.score:.2f}"), Reason("question", worded.source_id))
        return Answer(reply, state, (*turn.plan.reasons, *memory))

    def _voice_for(self, turn: _Turn) -> ChatModel | None:
        """Return the voice that may word a turn: none after a sign of danger, lest anything unforeseen be said."""
        return None if turn.state.gently else self._voice

    # ---- what the session rests on

    def _state(self, session: SessionId, entry: Entry) -> SessionState:
        """Return the thread of the session; one that was left for hours begins anew, with its step to ask about."""
        state = SessionState.from_json(self._vault.sessions.state(session, STATE_NAME))
        before = [turn.said_at for turn in self._turns(session) if turn.entry != entry.id]
        if not before:
            return state.after(gently=state.gently or self._was_gentle(session, entry))
        return state.anew() if entry.written_at - before[-1] > _A_NEW_EVENING else state

    def _was_gentle(self, session: SessionId, entry: Entry) -> bool:
        """Say whether another session of this sitting came to a sign of danger: a new page does not undo it."""
        newest = (one for one in self._vault.sessions.sessions(2) if one.id != session)
        last = next(newest, None)
        if last is None or entry.written_at - last.turns[-1].said_at > _A_NEW_EVENING:
            return False
        return SessionState.from_json(self._vault.sessions.state(last.id, STATE_NAME)).gently

    def _earlier(self, session: SessionId, entry: Entry, state: SessionState) -> tuple[str, ...]:
        """Return what they said before that may be come back to: nothing of a crisis, on another evening neither."""
        before = [turn for turn in self._turns(session) if turn.entry != entry.id]
        kept_back = {*said_in_care(before), *(turn.entry for turn in before if state.gently and turn.met_with_care)}
        return tuple(turn.said for turn in before if turn.entry not in kept_back)

    def _turns(self, session: SessionId) -> tuple[Turn, ...]:
        try:
            return self._vault.sessions.session(session).turns
        except NotFound:
            return ()

    def _before(self, session: SessionId) -> list[SessionState]:
        """Return the states of the sessions before this one, newest first."""
        newest = self._vault.sessions.sessions(_SESSIONS_LOOKED_AT)
        kept = (self._vault.sessions.state(one.id, STATE_NAME) for one in newest if one.id != session)
        return [SessionState.from_json(state) for state in kept if state]

    def _last_step(self, session: SessionId) -> str | None:
        """Return the step with which the session before this one ended; an older one is not brought up again."""
        before = next(iter(self._before(session)), None)
        return before.step if before else None

    def _lately(self, turn: _Turn) -> frozenset[str]:
        if turn.state.turns > 1:
            return frozenset()
        return frozenset(one for state in self._before(turn.session)[:3] for one in state.question_ids)
