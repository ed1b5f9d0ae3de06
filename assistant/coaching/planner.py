"""Decide what a turn does: which kind of turn it is, which phrase it stands on, which type of question it asks.

The arc of a session goes from what matters today over what is true, what is assumed, what else could be so and what
follows, to one step. It is a leaning, not a rail: a weighty phrase may call for another type earlier.

**Source**: the six question types are Paul and Elder's (2006); the arc follows GROW (Whitmore, Coaching for
Performance, 1992) with Senge's order, vision before reality and reality before options.
"""

from __future__ import annotations

import re

from assistant.coaching.answers import own_question, subject_named, two_ways, whole_answer, with_the_point
from assistant.coaching.arc import allowed_types, depth_of, leaning
from assistant.coaching.complaints import hear_complaint
from assistant.coaching.critic import base_forms, content_stems
from assistant.coaching.echoes import beside_echoes, not_asked_about
from assistant.coaching.handle import Handle
from assistant.coaching.handles import bare_handle, find_handles
from assistant.coaching.in_view import in_view, said_whole
from assistant.coaching.listening import Heard, hear_turn
from assistant.coaching.matter import matter_of, what_comes_back
from assistant.coaching.occasion_words import YOURS_TO_ASK
from assistant.coaching.plan import MOVE_OF, OPENS_PLAINLY, Occasion, Option, Plan, Reason
from assistant.coaching.session_state import SessionState
from assistant.coaching.tellings import EVENT, FRAGMENT
from assistant.coaching.tokens import sentences, words_of
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
_WEIGHT_ENOUGH = 0.8
"""A short message with a phrase of this weight has something to stand on after all."""
_WORRIES = frozenset(
    "rule identity role mindread mindread_what see_me prediction obvious absolute_me absolute_other should_have afraid "
    "fault_me fault no_point late cannot nothing nobody no_answer inherit zero feeling".split()
)
"""A message that has one of these in front is no mere good news, whatever went well in it."""
_QUARRELS = frozenset(
    "says_that every again unfair should_other fault absolute_other mindread mindread_what said_other no_answer "
    "denied odd puzzle".split()
)
"""Nor is one that has any of these near the front."""
_FEELING_KINDS = frozenset({"feeling", "afraid", "body"})
_HARDLY_SAYS = frozenset({FRAGMENT, "word", "fine", "hedge"})
"""A short answer that is more than this is asked about as any message is."""
_SLIGHT = frozenset({EVENT, FRAGMENT, "again", "fine", "hedge", "span", "counting", "every"})
"""Kinds that only tell of the day."""
_STRONG = re.compile(
    r"\b(?:so|really|very|completely|absolutely|utterly|just)\s+(?:\w+\s+)?(?:angry|sad|lonely|"
    r"hurt|ashamed|scared|upset|"
    r"tired|alone|guilty|jealous|stuck|lost|low|overwhelmed|embarrassed|frustrated)\b|"
    r"\b(?:furious|devastated|heartbroken|livid|terrified|humiliated|sobbing|in tears|crying|"
    r"miserable|exhausted|cried)\b",
    re.IGNORECASE,
)
_SIDE_BY_SIDE_FROM = 4
"""Two sentences are set side by side only after so many turns: sooner it is a trap, later it is a mirror."""
_COUNTERS = frozenset("admit suppose own_doing unsaid denied pretend feeling keep said_me only wish exception".split())
_PLAINLY = 0.5
"""From this score on a message is plainly about an area of life."""
_LITTLE_ELSE, _NO_CHARGE_IN = 7, 15
"""A first message of so few words, or of a few more that only tell of the day, leaves room for the last step."""
_NEWS_FIRST = re.compile(r"^[^.?!]{2,80}!")
"""Good news that is called out first is the news, whatever worry comes after it."""
_MAY_STAY_ENDED = frozenset(
    {
        Occasion.ORDINARY,
        Occasion.THIN,
        Occasion.ANSWER,
        Occasion.GOOD_NEWS,
        Occasion.LEAVE_IT,
        Occasion.DECISION,
        Occasion.MAYBE,
    }
)
_SAYS_SOMETHING = 6
_TAKES_LEAVE = re.compile(r"\b(?:sleep|bed|night|thanks|thank you|bye|done for|shut (?:this|the))\b", re.IGNORECASE)
_NAMES_THE_WRITER = re.compile(r"\b(?:i|i['’](?:m|ve|d|ll)|my)\b", re.IGNORECASE)
_AFTERTHOUGHT = 40
"""What comes after a goodbye in so few words is noted and not asked about: the person has ended it."""
_REPAIRS = frozenset({Occasion.OBJECTION, Occasion.BAD_QUESTION})
"""Kinds of turn that go back to the very phrase that the last question stood on."""
_LOOKS_BACK = 3
"""Messages before this one that are looked at for something to stand on."""
_HELD = re.compile(
    r"\b(?:i|i['’]m) (?:think|believe|reckon|guess|suppose|feel|bet|(?:fairly |pretty |quite )?sure)\b", re.IGNORECASE
)
"""What somebody says that they think can be challenged, whatever its words."""
_CLAIMS = _WORRIES - {"afraid", "late", "feeling"} | {
    "belief",
    "should",
    "should_other",
    "had_to",
    "see_me",
    "everyone",
}
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
    }
)
"""Kinds of turn that look closely: after a sign of danger what they are about is asked about plainly, and nothing that
somebody says they will do is gone through with them: it may be the plan."""
_STEP_MAY_WAIT = frozenset({Occasion.ORDINARY, Occasion.THIN, Occasion.GOOD_NEWS})


def plan_turn(
    text: str, reading: Reading, acts: frozenset[DialogueAct], state: SessionState, earlier: tuple[str, ...] = ()
) -> Plan:
    """Plan one turn over the person's message, and over what they said before where it says little."""
    heard = hear_turn(text, acts, state, reading.distress)
    handles = _standing_in(heard.seen, reading, answering=bool(state.turns))
    shown_by = heard.shown_by
    occasion = _refined(heard.occasion, heard.seen, handles, acts, state)
    reasons = [Reason("occasion", occasion.value if not shown_by else f"{occasion.value}: {shown_by}")]
    handles = in_view(handles, occasion, text, shown_by)
    if occasion is Occasion.ADVICE and (either := two_ways(text)) is not None:
        handles = [either]
    elif occasion is Occasion.ADVICE and not handles and (asking := own_question(text)) is not None:
        handles = [asking]
    elif state.turns and occasion in _ASKED_AS_NAMED and (named := own_question(text)) is not None:
        occasion, handles = Occasion.ORDINARY, [named]
    elif state.turns and occasion in _ASKED_AS_NAMED and (about := _on_the_subject(text, handles, earlier, state)):
        occasion, handles = Occasion.ORDINARY, about
    elif occasion in (Occasion.ANSWER, Occasion.OBJECTION) and (whole := whole_answer(heard.seen)) is not None:
        handles = [whole]
    elif occasion is Occasion.CHALLENGE:
        handles = _claims(heard.seen, handles, earlier)
    if state.turns and occasion in _ASKED_AS_NAMED:
        more = beside_echoes(handles, text, _last_asked(state))
        handles = more if more or earlier else handles
    if not handles and heard.repairs and (beside := whole_answer(heard.seen)) is not None:
        handles = beside_echoes(
            [beside], text, _last_asked(state)
        )  # after a complaint the message itself is asked about, however little it says
    if not handles and state.turns and _may_go_back(occasion, state) and (handles := _back_to(earlier, state)):
        occasion = Occasion.ORDINARY if occasion is Occasion.ANSWER else occasion
    if state.gently and occasion in _ASKED_GENTLY:
        occasion = Occasion.GENTLY
    depth = depth_of(state)
    if occasion in _OUTSIDE_MOVES:
        noted = (
            sorted(handles, key=lambda one: (one.kind != "intend", one.span))
            if occasion is Occasion.GOODBYE
            else handles
        )
        noted = [] if state.gently else noted  # nor is what they will do said back to them as they leave
        target = tuple(Option(handle, QuestionType.META, handle.weight) for handle in noted[:3])
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


def _standing_in(seen: str, reading: Reading, *, answering: bool) -> list[Handle]:
    """Return what a question can stand on in the part of the message that is to be asked about."""
    assumed = tuple(one for one in reading.assumptions if one.span.of(seen).strip())
    felt = tuple(one for one in reading.feelings if one.span.of(seen).strip())
    return with_the_point(seen, said_whole(find_handles(seen, assumed, felt, answering=answering), seen))


def _from_before(earlier: tuple[str, ...]) -> list[Handle]:
    """Return what the last messages gave to stand on, the nearest first."""
    found = list[Handle]()
    for said in earlier[: -_LOOKS_BACK - 1 : -1]:
        complained = hear_complaint(said, "")
        if not YOURS_TO_ASK.match(said):
            found += find_handles(complained.rest if complained else said)
    return [one for one in found if one.kind != FRAGMENT]


def _back_to(earlier: tuple[str, ...], state: SessionState) -> list[Handle]:
    """Return what the last messages gave to stand on, that was not asked about where there is such."""
    before = _from_before(earlier)
    return not_asked_about(before, state.asked) or before


def _on_the_subject(text: str, handles: list[Handle], earlier: tuple[str, ...], state: SessionState) -> list[Handle]:
    """Return what was said of the one thing that they ask to be asked about, here or before."""
    subject = base_forms(words_of(subject_named(text)))
    naming = tuple(said for said in earlier if subject & base_forms(words_of(said)))
    before = not_asked_about(_from_before(naming), state.asked)
    return [one for one in (*handles, *before) if subject & base_forms(words_of(one.quote))]


def _last_asked(state: SessionState) -> str:
    return state.asked[-1] if state.asked and not state.rested else ""


def _may_go_back(occasion: Occasion, state: SessionState) -> bool:
    """Say whether a message that gives nothing to stand on is asked about with what was said before it."""
    return (
        occasion not in _OUTSIDE_MOVES
        and occasion is not Occasion.CHALLENGE
        and not (occasion in _REPAIRS and state.quotes)
    )


def _claims(text: str, handles: list[Handle], earlier: tuple[str, ...]) -> list[Handle]:
    """Return the claims of this message, or else those of the nearest before it: what a challenge can look at."""
    for found in (handles, *(find_handles(said) for said in earlier[: -_LOOKS_BACK - 1 : -1])):
        if claims := [one for one in found if one.kind in _CLAIMS]:
            return claims
        if found is handles and (held := [one for one in handles if _HELD.search(text[: one.span.end])]):
            return held
    return []


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


def _refined(
    occasion: Occasion, text: str, handles: list[Handle], acts: frozenset[DialogueAct], state: SessionState
) -> Occasion:
    """Look again at the kind of turn with the phrases and the session in view."""
    first = handles[0] if handles else None
    little = first is not None and first.kind in (EVENT, FRAGMENT)
    if occasion is Occasion.THIN and first is not None and first.weight >= _WEIGHT_ENOUGH and not little:
        occasion = Occasion.ORDINARY
    if occasion is Occasion.ANSWER and first is not None and first.kind not in _HARDLY_SAYS:
        occasion = Occasion.ORDINARY
    ends = state.ended and occasion in _MAY_STAY_ENDED and not _goes_on(text, handles)
    if ends and len(words_of(text)) <= _AFTERTHOUGHT:
        return Occasion.GOODBYE
    worried = first is not None and first.kind in _WORRIES
    shouted = bool(_NEWS_FIRST.match(text))
    if (
        occasion is Occasion.GOOD_NEWS
        and not shouted
        and (worried or any(handle.kind in _QUARRELS for handle in handles[:4]))
    ):
        occasion = Occasion.ORDINARY
    if _asks_last_step(occasion, text, first, state):
        return Occasion.LAST_STEP
    felt = any(handle.kind in _FEELING_KINDS for handle in handles)
    strong = DialogueAct.FEELING in acts or bool(_STRONG.search(text))
    if occasion is Occasion.INSIGHT and felt and state.occasions[-1:] != (Occasion.FEELING,):
        return Occasion.FEELING
    if occasion is not Occasion.ORDINARY:
        return occasion
    if felt and strong and state.occasions[-1:] != (Occasion.FEELING,):
        return Occasion.FEELING
    return Occasion.SIDE_BY_SIDE if _side_by_side(handles, state) else occasion


def _goes_on(text: str, handles: list[Handle]) -> bool:
    """Say whether something new is said of the writer after a goodbye, and no more than a word of thanks."""
    telling = [one.span for one in handles if one.kind not in _HARDLY_SAYS]
    return any(
        len(words_of(one.of(text))) >= _SAYS_SOMETHING
        and bool(_NAMES_THE_WRITER.search(one.of(text)))
        and not _TAKES_LEAVE.search(one.of(text))
        and any(span.overlaps(one) for span in telling)
        for one in sentences(text)
    )


def _asks_last_step(occasion: Occasion, text: str, first: Handle | None, state: SessionState) -> bool:
    """Say whether to begin with the step that was left: only at the start, on little else or on the same matter."""
    if not state.last_step or state.asked_last_step or state.turns or _STRONG.search(text):
        return False
    slight = first is None or first.kind in _SLIGHT
    if occasion is Occasion.THIN or len(words_of(text)) <= (_NO_CHARGE_IN if slight else _LITTLE_ELSE):
        return True
    return occasion in _STEP_MAY_WAIT and bool(content_stems(text) & content_stems(state.last_step))


def _side_by_side(handles: list[Handle], state: SessionState) -> bool:
    """Say whether what they denied early meets what they say now; once in a session."""
    if not state.denials or state.turns < _SIDE_BY_SIDE_FROM or Occasion.SIDE_BY_SIDE in state.occasions:
        return False
    return any(handle.kind in _COUNTERS and handle.quote not in state.denials for handle in handles[:3])


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
