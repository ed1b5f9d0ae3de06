"""Hear what a message does to a practice: skip a step, leave it, end a list, keep or refuse what is offered.

Only short messages are heard so: "skip" skips, a sentence that has the word in it is an answer.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.coaching.tokens import words_of

_SHORT: Final = 9
"""More words than this are an answer, whatever they begin with."""


def _whole(*ways: str) -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{'|'.join(ways)})\W*$", re.IGNORECASE)


_SKIP: Final = _whole(
    r"skip(?: (?:it|this|that|this (?:one|step|question)))?",
    r"pass",
    r"next(?: (?:one|step|question))?",
    r"leave (?:it|that) out",
    r"i(?:'d| would) rather not(?: (?:say|answer))?(?: that| this)?",
    r"no answer(?: to (?:that|this))?",
)
_LEAVE: Final = _whole(
    r"stop",
    r"later",
    r"not (?:now|tonight|today)",
    r"(?:let's|i'll) stop(?: here)?",
    r"(?:that's )?enough for (?:now|tonight|today)",
    r"(?:let's )?leave it (?:here|for now|there)",
    r"(?:let's )?(?:leave it|go on|continue) (?:later|tomorrow|another (?:day|time|evening)|next time)",
    r"i(?:'ll| will) (?:come back|go on|finish)(?: (?:to (?:it|this)|later|tomorrow|another (?:day|time)))*",
    r"pause",
    r"quit",
    r"exit",
)
_ALL: Final = _whole(
    r"(?:no,? )?(?:that'?s|that is|this is|it'?s) (?:all|it|everyone|everybody|everything|enough)"
    r"(?: (?:of (?:it|them)|there is|for now))?",
    r"(?:no,? )?(?:that'?s|that is|this is|it'?s) the (?:lot|whole (?:list|of it))",
    r"(?:no,? )?nothing (?:else|more)",
    r"no(?:body| one) else",
    r"no(?: more)?",
    r"nope",
    r"none(?: (?:left|more))?",
    r"done",
    r"enough",
    r"that'?s what there is",
    r"(?:i )?can'?t think of (?:any(?:thing)?|another)(?: (?:more|else))?",
)
_KEEP: Final = _whole(
    r"(?:yes|yep|yeah|ok(?:ay)?|sure|fine|right|good|perfect|exactly)(?:[,.]? (?:please|keep it|as it is))?",
    r"(?:yes|yeah)[,.]? that'?s (?:it|right|fine)",
    r"(?:please )?keep (?:it|that|this)(?: (?:as it is|like that|so))?",
    r"(?:nothing|no change|leave it(?: as it is)?|as it (?:is|stands))",
    r"(?:it'?s|that'?s|looks) (?:fine|right|good)(?: (?:as it is|so|to me))?",
    r"i(?:'d| would)(?:n't| not) change (?:anything|a word|it)",
)
_REFUSE: Final = _whole(
    r"no(?:[,.]? (?:thanks?|thank you|don'?t(?: keep it)?))?",
    r"(?:please )?(?:don'?t|do not) keep (?:it|that|this)",
    r"drop (?:it|that|this)",
    r"not (?:that|this|mine|me|true|right)",
    r"throw (?:it|that) away",
    r"delete (?:it|that)",
    r"all of it",
    r"everything",
)
_NO_DAY: Final = _whole(
    r"(?:no|without a?) ?(?:day|date|deadline)",
    r"none",
    r"no",
    r"never mind",
    r"whenever",
    r"i don'?t know(?: yet)?",
    r"open",
)


def is_skip(text: str) -> bool:
    """Say whether the message passes over a step."""
    return _heard(_SKIP, text)


def is_leave(text: str) -> bool:
    """Say whether the message leaves the practice for another time."""
    return _heard(_LEAVE, text)


def is_all(text: str) -> bool:
    """Say whether the message ends a list, or a practice that has rounds."""
    return _heard(_ALL, text)


def is_keep(text: str) -> bool:
    """Say whether the message accepts what is offered as it stands."""
    return _heard(_KEEP, text)


def is_refusal(text: str) -> bool:
    """Say whether the message refuses what is offered."""
    return _heard(_REFUSE, text)


def is_no_day(text: str) -> bool:
    """Say whether the message says that there is no day."""
    return _heard(_NO_DAY, text)


def _heard(pattern: re.Pattern[str], text: str) -> bool:
    plain = text.replace("’", "'").strip()
    return len(words_of(plain)) <= _SHORT and pattern.search(plain) is not None
