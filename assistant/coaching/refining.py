"""Look again at the kind of a turn, with the phrases of the message and the session in view."""

from __future__ import annotations

import re

from assistant.coaching.critic import content_stems
from assistant.coaching.handle import Handle
from assistant.coaching.plan import Occasion
from assistant.coaching.session_state import SessionState
from assistant.coaching.tellings import EVENT, FRAGMENT
from assistant.coaching.tokens import sentences, words_of
from assistant.core.reading import DialogueAct

_WEIGHT_ENOUGH = 0.8
"""A short message with a phrase of this weight has something to stand on after all."""
WORRIES = frozenset(
    "rule identity role mindread mindread_what see_me prediction obvious absolute_me absolute_other should_have afraid "
    "fault_me fault no_point late cannot nothing nobody no_answer inherit zero feeling want_other".split()
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
_STEP_MAY_WAIT = frozenset({Occasion.ORDINARY, Occasion.THIN, Occasion.GOOD_NEWS})


def refined(
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
    worried = first is not None and first.kind in WORRIES
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
