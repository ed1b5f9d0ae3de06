"""Hold a conversation: save the words, read them, recall, plan, word, check, and keep the reply."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from assistant.coaching.bank import Wording
from assistant.coaching.composer import Rejected, Words, reply_of, word_from_bank
from assistant.coaching.critic import Ground
from assistant.coaching.occasions import denials
from assistant.coaching.phrases import cut_quote
from assistant.coaching.plan import Occasion, Plan, Reason
from assistant.coaching.planner import plan_turn
from assistant.coaching.session_state import STATE_NAME, SessionState
from assistant.coaching.tokens import clauses, sentences
from assistant.core.dialogue import Move, Reply, Session, VoiceName
from assistant.core.entry import Entry, EntryKind, Writing
from assistant.core.ids import SessionId
from assistant.core.reading import DialogueAct, Distress, Reading
from assistant.core.span import Span
from assistant.errors import NotFound
from assistant.ports import ChatModel, Clock, Vault

Read = Callable[[str], Reading]
Hear = Callable[[str], frozenset[DialogueAct]]
Care = Callable[[str, Distress, SessionState], Reply | None]


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


class Converse:
    """The conversation with the coach."""

    def __init__(
        self, vault: Vault, words: Words, *, read: Read, hear: Hear, clock: Clock, care: Care | None = None,
        voice: ChatModel | None = None,
    ) -> None:  # fmt: skip
        self._vault, self._words, self._clock = vault, words, clock
        self._read, self._hear, self._care, self._voice = read, hear, care, voice

    async def reply(self, session: SessionId, text: str) -> Exchange:
        """Save the message, then answer it. The words are on disk before anything else can fail."""
        started, now = time.monotonic(), self._clock()
        entry = self._vault.entries.add(Writing(now, text, EntryKind.MESSAGE, session=session))
        state = SessionState.from_json(self._vault.sessions.state(session, STATE_NAME))
        reading, acts = self._read(text), self._hear(text)
        cared = self._care(text, reading.distress, state) if self._care else None
        if cared is not None:
            reply, reasons, rejected = cared, (Reason("distress", reading.distress.word),), ()
            state = state.after(in_care=True, turns=state.turns + 1)
        else:
            reply, reasons, rejected, state = self._coach(session, entry, reading, acts, state)
        self._vault.sessions.answer(session, entry.id, reply, self._clock())
        self._vault.sessions.remember_state(session, STATE_NAME, state.to_json())
        total = time.monotonic() - started
        return Exchange(entry, reply, reading.distress, reasons, tuple(rejected), Seconds(total, total))

    def _coach(
        self, session: SessionId, entry: Entry, reading: Reading, acts: frozenset[DialogueAct], state: SessionState
    ) -> tuple[Reply, tuple[Reason, ...], tuple[Rejected, ...], SessionState]:
        plan = plan_turn(entry.text, reading, acts, state)
        ground = Ground(entry.text, self._earlier(session, entry), state.asked, must_ask=True)
        seed = f"{session}\n{state.turns}\n{entry.text}"
        wording, rejected = word_from_bank(plan, ground, state, self._words, seed, _situations(plan, state))
        reply = reply_of(wording, plan, VoiceName.BANK)
        reasons = (*plan.reasons, Reason("question", wording.source_id), Reason("score", f"{wording.score:.2f}"))
        return reply, reasons, tuple(rejected), _next_state(state, entry.text, plan, wording, reply)

    def _earlier(self, session: SessionId, entry: Entry) -> tuple[str, ...]:
        try:
            kept: Session = self._vault.sessions.session(session)
        except NotFound:
            return ()
        return tuple(turn.said for turn in kept.turns if turn.entry != entry.id)


def _situations(plan: Plan, state: SessionState) -> tuple[str, ...]:
    """Return the situations of an aside that fit the plan, the finest first."""
    midway = ("_midway",) if state.thread else ()
    match plan.occasion:
        case Occasion.OFF_TOPIC | Occasion.REDIRECT:
            return (*(plan.occasion.value + end for end in midway), plan.occasion.value)
        case Occasion.OTHER_LANGUAGE:
            return ("other_language",)
        case Occasion.GOODBYE:
            return ("goodbye_again",) if state.ended else (*(("goodbye_step",) if state.step else ()), "goodbye")
        case Occasion.LEAVE_IT | Occasion.TOO_MANY_QUESTIONS if plan.may_rest:
            return (plan.occasion.value,)
        case _:
            return ()


def _next_state(state: SessionState, text: str, plan: Plan, wording: Wording, reply: Reply) -> SessionState:
    def quoted(start: int, end: int) -> str | None:
        at = Span(start, end)
        pieces = [piece for sentence in sentences(text) for piece in clauses(text, sentence) if piece.overlaps(at)]
        span = cut_quote(text, pieces[0], at) if pieces else None
        return span.of(text) if span else None

    outside = reply.move in (Move.ASIDE, Move.CLOSE)
    target = wording.handle
    return state.after(
        turns=state.turns + (not outside),
        asked=(*state.asked, reply.question) if reply.question else state.asked,
        question_ids=(*state.question_ids, wording.source_id),
        types=(*state.types, reply.question_type) if reply.question_type else state.types,
        occasions=(*state.occasions, plan.occasion.value),
        quotes=(*state.quotes, target.quote) if target and not outside else state.quotes,
        denials=(*state.denials, *denials(text, quoted)),
        step=target.quote if plan.occasion is Occasion.DECISION and target else state.step,
        rested=reply.question is None,
        ended=plan.occasion is Occasion.GOODBYE,
        in_care=False,
        thread=target.quote if target and not outside else state.thread,
    )
