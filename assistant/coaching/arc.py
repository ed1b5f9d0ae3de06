"""The arc of a session: which types of question come into their own when."""

from __future__ import annotations

from assistant.coaching.plan import Occasion
from assistant.coaching.session_state import SessionState
from assistant.core.dialogue import QuestionType

C, A, E, V, I, M = QuestionType  # noqa: E741

_LEANING: tuple[dict[QuestionType, float], ...] = (
    {C: 0.26, A: 0.20, E: 0.22, V: 0.02, I: 0.10, M: -0.10},
    {C: 0.16, A: 0.20, E: 0.22, V: 0.04, I: 0.10, M: -0.06},
    {C: 0.06, A: 0.24, E: 0.16, V: 0.12, I: 0.14, M: 0.02},
    {C: 0.04, A: 0.20, E: 0.12, V: 0.14, I: 0.20, M: 0.06},
    {C: 0.02, A: 0.14, E: 0.10, V: 0.08, I: 0.26, M: 0.08},
)
"""How much each type is worth at each turn of the session, the last row for all that follow: clarify and look at what
is true first, then what is assumed, then what else could be so, then what follows. How it looks to others weighs 0.1
less than its place asks for: of 20 such first choices read blind 7 made no sense, of the others 0.12."""
_FRESH = 0.4
"""A type not yet used in the session: four types in eight turns come from this."""
_JUST_USED = 0.2
_OF_OCCASION: dict[Occasion, dict[QuestionType, float]] = {
    Occasion.INSIGHT: {I: 0.3},
    Occasion.NEW_EVIDENCE: {A: 0.2, I: 0.2},
    Occasion.GOOD_NEWS: {C: 0.2, E: 0.1},
    Occasion.DECISION: {I: 0.2},
    Occasion.BAD_QUESTION: {M: 0.5},
}
SAME_RUNNING = 2
"""After this many turns of one type another must come."""
_DIFFERENT, _WITHIN = 4, 8
"""So many types come within so many questions, however the messages lean."""


def depth_of(state: SessionState) -> int:
    """Say how far into the session the next turn is: 1 opens, 2 goes on, 3 looks to what follows."""
    return 1 if state.turns == 0 else 2 if state.turns < 4 else 3


def allowed_types(state: SessionState) -> frozenset[QuestionType]:
    """Return the types that may come now: never one three times running, and after a sign of danger the plain one.

    Where the next questions are the last that can bring a fourth type, only such a type may come.
    """
    if state.gently:
        return frozenset({QuestionType.CLARIFICATION})
    last = state.types[-SAME_RUNNING:]
    barred = {last[0]} if len(last) == SAME_RUNNING and len(set(last)) == 1 else set()
    used = frozenset(state.types)
    if len(state.types) < _WITHIN <= len(state.types) + _DIFFERENT - len(used):
        barred |= used
    if state.own_side:
        barred |= {QuestionType.VIEWPOINTS}
    return frozenset(QuestionType) - barred


def leaning(question_type: QuestionType, occasion: Occasion, state: SessionState) -> float:
    """Return how much the arc, the occasion and the need for variety speak for a type now."""
    lean = _LEANING[min(state.turns, len(_LEANING) - 1)][question_type]
    lean += _OF_OCCASION.get(occasion, {}).get(question_type, 0.0)
    recent = state.types[-6:]
    lean += _FRESH * (question_type not in recent and bool(recent)) - _JUST_USED * (recent[-1:] == (question_type,))
    return lean
