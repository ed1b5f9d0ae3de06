"""Decide what a turn does: which kind of turn it is, which phrase it stands on, which type of question it asks.

The arc of a session goes from what matters today over what is true, what is assumed, what else could be so and what
follows, to one step. It is a leaning, not a rail: a weighty phrase may call for another type earlier.

**Source**: the six question types are Paul and Elder's (2006); the arc follows GROW (Whitmore, Coaching for
Performance, 1992) with Senge's order, vision before reality and reality before options.
"""

from __future__ import annotations

from assistant.coaching.arc import allowed_types, depth_of, leaning
from assistant.coaching.handles import Handle, find_handles
from assistant.coaching.occasions import hear_occasion
from assistant.coaching.plan import MOVE_OF, Occasion, Option, Plan, Reason
from assistant.coaching.session_state import SessionState
from assistant.core.dialogue import Move, QuestionType
from assistant.core.reading import DialogueAct, Reading

_STOOD_ON_BEFORE = 0.5
_MOST_HANDLES = 9
_OUTSIDE_MOVES = {
    Occasion.GOODBYE: Move.CLOSE,
    Occasion.OFF_TOPIC: Move.ASIDE,
    Occasion.REDIRECT: Move.ASIDE,
    Occasion.OTHER_LANGUAGE: Move.ASIDE,
}
_RESTING = frozenset({Occasion.LEAVE_IT, Occasion.TOO_MANY_QUESTIONS})
"""Occasions on which a turn may ask nothing, though never twice running."""
_LIGHT = frozenset({Occasion.THIN, Occasion.GOOD_NEWS, Occasion.CONCERN, Occasion.DECLINED})


def plan_turn(text: str, reading: Reading, acts: frozenset[DialogueAct], state: SessionState) -> Plan:
    """Plan one turn over the person's message."""
    occasion, shown_by = hear_occasion(text, acts, state, reading.distress)
    handles = find_handles(text, reading.assumptions, reading.feelings)
    reasons = [Reason("occasion", occasion.value if not shown_by else f"{occasion.value}: {shown_by}")]
    if occasion in _OUTSIDE_MOVES:
        target = tuple(Option(handle, QuestionType.META, handle.weight) for handle in handles[:3])
        return Plan(occasion, _OUTSIDE_MOVES[occasion], target, tuple(reasons), depth_of(state), may_rest=True)
    options = _options(handles, occasion, state)
    reasons += _reasons(options, state)
    move = MOVE_OF[options[0].question_type] if options else Move.CLARIFY
    rests = occasion in _RESTING and not state.rested
    return Plan(occasion, Move.REFLECT if rests else move, tuple(options), tuple(reasons), depth_of(state), may_rest=rests)


def _options(handles: list[Handle], occasion: Occasion, state: SessionState) -> list[Option]:
    allowed = allowed_types(state)
    found = [
        Option(handle, question_type, round(_standing(handle, state) + leaning(question_type, occasion, state), 4))
        for handle in handles[:_MOST_HANDLES]
        for question_type in QuestionType
        if question_type in allowed
    ]
    return sorted(found, key=lambda option: -option.score)


def _standing(handle: Handle, state: SessionState) -> float:
    return handle.weight - _STOOD_ON_BEFORE * (handle.quote in state.quotes)


def _reasons(options: list[Option], state: SessionState) -> list[Reason]:
    if not options:
        return []
    first = options[0]
    others = dict.fromkeys(option.handle.quote for option in options[1:] if option.handle.quote != first.handle.quote)
    return [
        Reason("phrase", first.handle.quote),
        Reason("heard_as", first.handle.kind),
        Reason("weight", f"{first.handle.weight:.2f}"),
        Reason("types_so_far", " ".join(state.types)),
        Reason("phrases_passed_over", " | ".join(list(others)[:3])),
    ]
