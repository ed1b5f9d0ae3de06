"""Carry the thread of a session from one turn to the next."""

from __future__ import annotations

from assistant.coaching.bank import Wording, shape_of
from assistant.coaching.handle import BARE
from assistant.coaching.occasion_words import OWN_SIDE
from assistant.coaching.occasions import denials
from assistant.coaching.phrases import cut_quote
from assistant.coaching.plan import Occasion, Plan
from assistant.coaching.session_state import SessionState
from assistant.coaching.step_words import WHEN
from assistant.coaching.tokens import clauses, sentences
from assistant.core.dialogue import Move, Reply
from assistant.core.span import Span

_WORTH_COMING_BACK_TO = 0.7
"""A slighter phrase does not take the thread from a weightier one."""
_NO_THREAD = frozenset(
    {
        Occasion.ADVICE,
        Occasion.VERDICT,
        Occasion.OPINION,
        Occasion.BAD_QUESTION,
        Occasion.DECLINED,
        Occasion.TOO_MANY_QUESTIONS,
        Occasion.ABOUT_PROGRAM,
        Occasion.INVENT,
        Occasion.PAST_ENTRY,
    }
)
"""Turns whose phrases are about the conversation itself: nothing to come back to."""


def next_state(state: SessionState, text: str, plan: Plan, wording: Wording, reply: Reply) -> SessionState:
    """Return what the session holds after this turn."""
    outside = reply.move in (Move.ASIDE, Move.CLOSE)
    target = wording.handle if wording.handle and wording.handle.kind != BARE else None
    phrase = target.quote if target and not outside else None
    slight = target is not None and target.weight < _WORTH_COMING_BACK_TO and state.thread is not None
    keeps_thread = phrase is None or slight or plan.occasion in _NO_THREAD
    return state.after(
        turns=state.turns + (not outside),
        asked=(*state.asked, reply.question) if reply.question else state.asked,
        question_ids=(*state.question_ids, wording.source_id),
        shapes=(*state.shapes, shape_of(reply.text)) if reply.question else state.shapes,
        types=(*state.types, reply.question_type) if reply.question_type else state.types,
        occasions=(*state.occasions, plan.occasion.value),
        quotes=(*state.quotes, phrase) if phrase else state.quotes,
        denials=(*state.denials, *_denials(text)),
        step=_step(plan) or state.step,
        asked_last_step=state.asked_last_step or plan.occasion is Occasion.LAST_STEP,
        remembered_at=state.turns if reply.memory else state.remembered_at,
        remembered=(*state.remembered, reply.memory.entry) if reply.memory else state.remembered,
        rested=reply.question is None,
        ended=plan.occasion is Occasion.GOODBYE,
        in_care=False,
        own_side=state.own_side or bool(OWN_SIDE.search(text)),
        thread=state.thread if keeps_thread else phrase,
    )


def _step(plan: Plan) -> str | None:
    """Return the words of the step that a decision states; one with its day before one without."""
    if plan.occasion is not Occasion.DECISION:
        return stated_step(plan)
    return stated_step(plan) or (plan.target.quote if plan.target else None)


def stated_step(plan: Plan) -> str | None:
    """Return the step that a decision or a goodbye states in so many words."""
    if plan.occasion not in (Occasion.DECISION, Occasion.GOODBYE):
        return None
    stated = [option.handle.quote for option in plan.options if option.handle.kind == "intend"]
    return next((one for one in stated if WHEN.search(one)), next(iter(stated), None))


def _denials(text: str) -> list[str]:
    def quoted(start: int, end: int) -> str | None:
        at = Span(start, end)
        pieces = [piece for sentence in sentences(text) for piece in clauses(text, sentence) if piece.overlaps(at)]
        span = cut_quote(text, pieces[0], at) if pieces else None
        return span.of(text) if span else None

    return denials(text, quoted)
