"""Tell what kind of turn this is, from what the message does and from the session so far.

The dialogue acts come from `reading`; the patterns here hear what only a coach must tell apart: a poor question
from too many questions, a step from a possibility, a claim about what the program said.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.coaching import occasion_words as words
from assistant.coaching import step_words, story_words
from assistant.coaching.plan import Occasion
from assistant.coaching.session_state import SessionState
from assistant.coaching.tokens import words_of
from assistant.core.reading import DialogueAct, Distress
from assistant.reading.acts_talk import GOODBYE_MOST_WORDS
from assistant.reading.reported import is_said_to_us, said_by_another, takes_leave

_FEWEST_DENIED = 3
_THIN_WORDS = 7
"""A message of fewer words than this, with no handle of weight, gives a question little to stand on."""

_RULES: tuple[tuple[Occasion, Callable[[str], re.Match[str] | None], DialogueAct | None], ...] = (
    (Occasion.CLAIMED, words.CLAIMED.search, None),
    (Occasion.INVENT, words.INVENT.search, None),
    (Occasion.PAST_ENTRY, words.PAST_ENTRY.search, None),
    (Occasion.ABOUT_PROGRAM, words.ABOUT.search, DialogueAct.ABOUT_PROGRAM),
    (Occasion.DECLINED, words.DECLINED.search, None),
    (Occasion.OPINION, words.OPINION.search, None),
    (Occasion.CHALLENGE, words.CHALLENGE.search, None),
    (Occasion.ADVICE, words.ADVICE.search, DialogueAct.ADVICE_REQUEST),
    (Occasion.VERDICT, words.VERDICT.search, DialogueAct.VERDICT_REQUEST),
    (Occasion.TOO_MANY_QUESTIONS, words.TOO_MANY.search, DialogueAct.PUSHBACK),
    (Occasion.LEAVE_IT, words.LEAVE_IT.search, None),
    (Occasion.NEW_EVIDENCE, story_words.NEW_EVIDENCE.search, DialogueAct.NEW_EVIDENCE),
    (Occasion.OBJECTION, words.OBJECTION.search, DialogueAct.OBJECTION),
    (Occasion.DECISION, step_words.step_in, DialogueAct.DECISION),
    (Occasion.INSIGHT, story_words.INSIGHT.search, DialogueAct.INSIGHT),
    (Occasion.GOOD_NEWS, story_words.good_news_in, DialogueAct.GOOD_NEWS),
    (Occasion.MAYBE, step_words.possibility_in, None),
)
_OUTSIDE = (
    (Occasion.REDIRECT, DialogueAct.REDIRECT),
    (Occasion.OTHER_LANGUAGE, DialogueAct.OTHER_LANGUAGE),
    (Occasion.OFF_TOPIC, DialogueAct.OFF_TOPIC),
)
_SHORT_ONLY = frozenset({DialogueAct.PUSHBACK})
_SHORT_PUSHBACK = 25
"""A complaint about the questions is short; in a longer message "you don't do that" is about somebody else."""
_NOT_A_NO = frozenset({Occasion.OBJECTION, Occasion.INSIGHT})
_LATER_ONLY = frozenset(
    {Occasion.NEW_EVIDENCE, Occasion.INSIGHT, Occasion.DECLINED, Occasion.MAYBE, Occasion.OBJECTION}
)
"""Occasions that answer something said before: in a first message they are heard as an ordinary one."""


_SAID_TO_US = frozenset(
    {
        Occasion.ABOUT_PROGRAM,
        Occasion.OPINION,
        Occasion.ADVICE,
        Occasion.VERDICT,
        Occasion.PAST_ENTRY,
        Occasion.INVENT,
        Occasion.LEAVE_IT,
        Occasion.TOO_MANY_QUESTIONS,
    }
)
"""Occasions that ask something of the program: what somebody asked somebody is none."""
_NEVER_TWICE = frozenset({Occasion.CLAIMED})
"""Who goes on about what they were told did not hear the denial, or never claimed it."""
_YOU = re.compile(r"\b(?:you|ur?)\b", re.IGNORECASE)
_BLANKS = re.compile(r"\s{3,}")
_MARKS = re.compile(r"([.,;!?…]\s+)\1{2,}")
"""A hundred empty lines, or dots, say no more than two, and a pattern must not try them all."""
_HEARD_OF_A_PAGE = 3_000
"""Code points of a message, its last, in which the kind of turn is heard."""


def hear_occasion(
    text: str, acts: frozenset[DialogueAct], state: SessionState, distress: Distress = Distress.NONE
) -> tuple[Occasion, str]:
    """Return the kind of turn and the words that showed it (empty where an act or the session did)."""
    plain = as_heard(text)
    if any(is_said_to_us(plain, one) for one in words.FAVOUR.finditer(plain)):
        return Occasion.REDIRECT, ""
    for occasion, outside in _OUTSIDE:
        if outside in acts:
            return occasion, ""
    goodbye = _goodbye_in(plain) if len(words_of(text)) <= GOODBYE_MOST_WORDS else None
    if DialogueAct.GOODBYE in acts or goodbye:
        return Occasion.GOODBYE, goodbye.group().strip() if goodbye else ""
    if distress is Distress.CONCERN:
        return Occasion.CONCERN, ""
    for occasion, heard_in, act in _RULES:
        if (occasion in _LATER_ONLY and state.turns == 0) or (occasion in _NEVER_TWICE and _was_last(occasion, state)):
            continue
        match = _meant(occasion, heard_in(plain), plain)
        told = act is not None and act in acts and (act not in _SHORT_ONLY or _speaks_to_us(plain))
        if occasion in _NOT_A_NO and not match and words.ANSWERED_NO.search(plain):
            continue
        if occasion is Occasion.GOOD_NEWS and _only_then(plain):
            continue
        if match or told:
            return occasion, match.group().strip().lstrip(".,!? ") if match else ""
    if DialogueAct.THIN in acts or len(words_of(text)) < _THIN_WORDS:
        return Occasion.ANSWER if state.turns else Occasion.THIN, ""
    return Occasion.ORDINARY, ""


def _goodbye_in(plain: str) -> re.Match[str] | None:
    """Return the first words with which the writer takes leave of the talk."""
    return next((one for one in words.GOODBYE.finditer(plain) if takes_leave(plain, one)), None)


def _meant(occasion: Occasion, found: re.Match[str] | None, plain: str) -> re.Match[str] | None:
    """Return what was found, unless it asks something and somebody asked it of somebody."""
    return found if found is None or occasion not in _SAID_TO_US or is_said_to_us(plain, found) else None


def _was_last(occasion: Occasion, state: SessionState) -> bool:
    return state.occasions[-1:] == (occasion.value,)


def _speaks_to_us(plain: str) -> bool:
    """Say whether a message is short enough for a complaint, and its "you" not one that another person said."""
    told = (said_by_another(plain, one.start()) for one in _YOU.finditer(plain))
    return len(words_of(plain)) <= _SHORT_PUSHBACK and not any(told)


def _only_then(plain: str) -> bool:
    """Say whether all the joy in a message is of a time that it looks back on with regret."""
    now = story_words.PROUD_THEN.sub("…", plain)
    return now != plain and bool(story_words.LOST_SINCE.search(now)) and not story_words.good_news_in(now)


def as_heard(text: str) -> str:
    """Return what of a message the kind of turn is heard in: its last page, without quotations and long blanks."""
    return _MARKS.sub(r"\1", _BLANKS.sub("  ", _unquoted(text)))[-_HEARD_OF_A_PAGE:]


def _unquoted(text: str) -> str:
    """Return the message without what it quotes: somebody else's "tell me what to do" asks nothing of the coach."""
    without = words.SPEECH.sub("…", text)
    return (without if len(words_of(without)) > 1 else text).replace("’", "'")


def denials(text: str, quote_of: Callable[[int, int], str | None]) -> list[str]:
    """Return, in their words, what the message says does not matter; `quote_of` cuts a clean phrase around a match."""
    found = [quote_of(match.start(), match.end()) for match in words.DENIAL.finditer(text.replace("’", "'"))]
    return [quote for quote in found if quote and len(quote.split()) >= _FEWEST_DENIED]
