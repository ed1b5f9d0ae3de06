"""Decide what a turn does: which kind of turn it is, which phrase it stands on, which type of question it asks.

The arc of a session goes from what matters today over what is true, what is assumed, what else could be so and what
follows, to one step. It is a leaning, not a rail: a weighty phrase may call for another type earlier.

**Source**: the six question types are Paul and Elder's (2006); the arc follows GROW (Whitmore, Coaching for
Performance, 1992) with Senge's order, vision before reality and reality before options.
"""

from __future__ import annotations

from assistant.coaching.answers import own_question, two_ways, whole_answer
from assistant.coaching.arc import allowed_types, depth_of, leaning
from assistant.coaching.critic import content_stems
from assistant.coaching.echoes import beside_echoes
from assistant.coaching.handle import Handle
from assistant.coaching.handles import bare_handle
from assistant.coaching.in_view import in_view
from assistant.coaching.listening import Heard, hear_turn
from assistant.coaching.matter import matter_of, what_comes_back
from assistant.coaching.plan import MOVE_OF, OPENS_PLAINLY, Occasion, Option, Plan, Reason
from assistant.coaching.refining import refined
from assistant.coaching.session_state import SessionState
from assistant.coaching.standing import back_to, claims, on_the_subject, standing_in
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
_PLAINLY = 0.5
"""From this score on a message is plainly about an area of life."""
_REPAIRS = frozenset({Occasion.OBJECTION, Occasion.BAD_QUESTION})
"""Kinds of turn that go back to the very phrase that the last question stood on."""
_CHALLENGES = frozenset({QuestionType.ASSUMPTIONS, QuestionType.EVIDENCE})
_ASKED_AS_NAMED = frozenset(
    {Occasion.ORDINARY, Occasion.ANSWER, Occasion.FEELING, Occasion.INSIGHT, Occasion.SIDE_BY_SIDE, Occasion.MAYBE}
    | {Occasion.OBJECTION, Occasion.BAD_QUESTION, Occasion.DECISION}
)
_ASKED_GENTLY = frozenset(
    {
        Occasion.ORDINARY,
        Occasion.ANSWER,
        Occasion.FEELING,
        Occasion.INSIGHT,
        Occasion.MAYBE,
        Occasion.DECISION,
        Occasion.SIDE_BY_SIDE,
        Occasion.CHALLENGE,
        Occasion.NEW_EVIDENCE,
        Occasion.LAST_STEP,
    }
)
"""Kinds of turn that look closely: after a sign of danger what they are about is asked about plainly, and nothing that
somebody says they will do is gone through with them: it may be the plan."""


def plan_turn(
    text: str, reading: Reading, acts: frozenset[DialogueAct], state: SessionState, earlier: tuple[str, ...] = ()
) -> Plan:
    """Plan one turn over the person's message, and over what they said before where it says little."""
    heard = hear_turn(text, acts, state, reading.distress)
    handles = standing_in(heard.seen, reading, answering=bool(state.turns))
    occasion = refined(heard.occasion, heard.seen, handles, acts, state)
    kind = f"{occasion.value}: {heard.shown_by}" if heard.shown_by else occasion.value
    reasons = [Reason("occasion", kind)]
    seen = in_view(handles, occasion, text, heard.shown_by)
    if occasion is Occasion.GOOD_NEWS and handles and not seen:  # a good night's sleep, and what weighs beside it
        occasion, seen = Occasion.ORDINARY, handles
    occasion, handles = _looked_at(text, heard, occasion, seen, state, earlier)
    if state.gently and occasion in _ASKED_GENTLY:
        occasion = Occasion.GENTLY
    depth = depth_of(state)
    if occasion in _OUTSIDE_MOVES:
        target = () if state.gently else _noted(occasion, handles)  # nor is the plan said back to them as they leave
        return Plan(occasion, _OUTSIDE_MOVES[occasion], target, tuple(reasons), depth, may_rest=True)
    corrected = occasion is Occasion.OBJECTION and bool(handles)
    rest = [] if corrected else [bare_handle(heard.seen, alone=not handles)]
    options = _options([*handles, *rest], occasion, state)
    options = _of_fitting_types(options, occasion, heard, state)
    reasons += _reasons(options, state)
    rests = occasion in _RESTING and not state.rested
    move = Move.REFLECT if rests else MOVE_OF[options[0].question_type]
    return Plan(
        occasion,
        move,
        tuple(options),
        tuple(reasons),
        depth,
        led=heard.led if occasion in OPENS_PLAINLY else "",
        may_rest=rests,
        stems=frozenset(content_stems(heard.seen)),
        about=matter_of(heard.seen),
        comes_back_to=what_comes_back(text) if not state.turns else None,
        areas=frozenset(one.area for one in reading.areas if one.score >= _PLAINLY),
    )


def _looked_at(
    text: str, heard: Heard, occasion: Occasion, handles: list[Handle], state: SessionState, earlier: tuple[str, ...]
) -> tuple[Occasion, list[Handle]]:
    """Return the kind of turn and what it stands on: what they name themselves, or the message, or one before it."""
    if occasion is Occasion.ADVICE and (either := two_ways(text)) is not None:
        handles = [either]
    elif occasion is Occasion.ADVICE and not handles and (asking := own_question(text)) is not None:
        handles = [asking]
    elif state.turns and occasion in _ASKED_AS_NAMED and (named := own_question(text)) is not None:
        occasion, handles = Occasion.ORDINARY, [named]
    elif state.turns and occasion in _ASKED_AS_NAMED and (about := on_the_subject(text, handles, earlier, state)):
        occasion, handles = Occasion.ORDINARY, about
    elif occasion in (Occasion.ANSWER, Occasion.OBJECTION) and (whole := whole_answer(heard.seen)) is not None:
        handles = [whole]
    elif occasion is Occasion.CHALLENGE:
        handles = claims(heard.seen, handles, earlier)
    if state.turns and occasion in _ASKED_AS_NAMED:
        more = beside_echoes(handles, text, state.last_asked)
        handles = more if more or earlier else handles
    if not handles and heard.repairs and (beside := whole_answer(heard.seen)) is not None:
        # after a complaint the message itself is asked about, however little it says
        handles = beside_echoes([beside], text, state.last_asked)
    if not handles and state.turns and _may_go_back(occasion, state) and (handles := back_to(earlier, state)):
        occasion = Occasion.ORDINARY if occasion is Occasion.ANSWER else occasion
    return occasion, handles


def _noted(occasion: Occasion, handles: list[Handle]) -> tuple[Option, ...]:
    """Return what a turn that asks nothing takes note of; of a goodbye first what they mean to do."""
    if occasion is Occasion.GOODBYE:
        handles = sorted(handles, key=lambda one: (one.kind != "intend", one.span))
    return tuple(Option(handle, QuestionType.META, handle.weight) for handle in handles[:3])


def _may_go_back(occasion: Occasion, state: SessionState) -> bool:
    """Say whether a message that gives nothing to stand on is asked about with what was said before it."""
    return (
        occasion not in _OUTSIDE_MOVES
        and occasion is not Occasion.CHALLENGE
        and not (occasion in _REPAIRS and state.quotes)
    )


def _of_fitting_types(options: list[Option], occasion: Occasion, heard: Heard, state: SessionState) -> list[Option]:
    """Leave out the types that the kind of turn forbids: what they would rather be asked is asked once a sitting.

    A question that missed is not put again as another of its kind.
    """
    if heard.repairs:
        options = [one for one in options if one.question_type not in state.types[-1:]] or options
    if occasion is Occasion.CHALLENGE:
        fit = [one for one in options if one.question_type in _CHALLENGES]
    elif occasion is Occasion.BAD_QUESTION and not heard.hands_back:
        fit = [one for one in options if one.question_type is not QuestionType.META]
    else:
        return options
    return fit or options


def _options(handles: list[Handle], occasion: Occasion, state: SessionState) -> list[Option]:
    allowed = allowed_types(state)
    found = [
        Option(handle, question_type, round(_standing(handle, state) + leaning(question_type, occasion, state), 4))
        for handle in (*handles[:_MOST_HANDLES], handles[-1])
        for question_type in QuestionType
        if question_type in allowed
    ]
    return sorted(found, key=lambda option: -option.score)


def _standing(handle: Handle, state: SessionState) -> float:
    return handle.standing - _STOOD_ON_BEFORE * (handle.quote in state.quotes)


def _reasons(options: list[Option], state: SessionState) -> list[Reason]:
    first = options[0]
    others = dict.fromkeys(option.handle.quote for option in options[1:] if option.handle.quote != first.handle.quote)
    return [
        Reason("phrase", first.handle.quote),
        Reason("heard_as", first.handle.kind),
        Reason("weight", f"{first.handle.weight:.2f}"),
        Reason("types_so_far", " ".join(state.types)),
        Reason("phrases_passed_over", " | ".join(quote for quote in list(others)[:3] if quote)),
    ]
