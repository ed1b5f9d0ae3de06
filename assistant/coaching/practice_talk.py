"""Hear what a message does to a practice: skip a step, leave it, end a list, keep or refuse what is offered.

Only short messages are heard so: "skip" skips, a sentence that has the word in it is an answer.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.coaching.tokens import words_of
from assistant.core.reading import DialogueAct

GOODBYE_WORDS: Final = 8
"""A goodbye of so few words is no answer; a longer message may answer and say good night after it."""

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
    r"(?:nothing|no (?:answer|reply)|not) yet",
    r"(?:i'm |i am )?(?:still )?waiting(?: for (?:it|them|him|her|an answer))?",
    r"i have(?:n't| not) (?:sent|asked)(?: (?:it|them|him|her|yet))*",
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
    r"(?:yes,? )?(?:please )?keep (?:it|that|this)(?: (?:as it (?:is|stands)|like (?:that|this)|so))?",
    r"(?:kept|like (?:that|this)|just like that|exactly like that|as written)",
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
    r"not (?:at all|kept)",
    r"(?:rather )?leave it out",
    r"none(?: of it)?",
    r"all of it",
    r"everything",
)
_NO_NUMBER: Final = _whole(
    r"(?:no|without a?) ?(?:number|rating)(?: (?:given|at all|yet))?",
    r"none(?: (?:given|at all|yet))?",
    r"no",
    r"(?:they|she|he) (?:gave|named|said) (?:none|no number)",
    r"(?:they|she|he) did(?:n't| not)(?: (?:give|name|say) (?:one|any|a number))?",
)
_NO_WORDING: Final = re.compile(
    r"^\W*(?:(?:i'd|i would|i want to|i'll|could you|can you|would you|please|let's) (?:like to )?"
    r"(?:change|replace|remove|delete|add|take out|leave out|cut|drop|reword|rephrase|swap|shorten|edit)\b"
    r"|(?:change|replace|remove|delete|take out|leave out|cut|drop|reword|rephrase|swap|shorten|edit)\b"
    r"|(?:hmm+|maybe|perhaps|dunno|not sure|i'm not sure|i (?:don't|do not|can't) (?:know|say|think)|no idea)\b"
    r"|yes,? but\b|(?:what|why|how) (?:do|did|does|is|are|would|should|exactly)\b)",
    re.IGNORECASE,
)
"""It talks about the line instead of being one: an order to change it, a doubt, a question back."""
_BEFORE_WORDING: Final = re.compile(
    r"^(?:(?:no|nope|well|rather|better)[,:;.]\s+|(?:make it|it should (?:read|say)|let it (?:read|say)|put)[,:]?\s+)+",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"[“\"]([^“”\"]+)[”\"]\s*\.?")
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


def says_goodbye(text: str, acts: frozenset[DialogueAct]) -> bool:
    """Say whether a message only takes leave ("Good night."): what waits then waits for another time."""
    return DialogueAct.GOODBYE in acts and len(text.split()) <= GOODBYE_WORDS


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


def is_no_number(text: str) -> bool:
    """Say whether the message says that there is no number."""
    return _heard(_NO_NUMBER, text)


def is_command(text: str) -> bool:
    """Say whether the message steers the practice and tells nothing that could be taken up."""
    heard = (is_skip, is_leave, is_all, is_keep, is_refusal, is_no_number, is_no_day)
    return any(says(text) for says in heard)


def own_wording(text: str) -> str:
    """Return how the person words what was offered; empty where they talk about it instead.

    "No, I cook twice a week" words it, without the "no"; "I'd change the second part" does not. What is returned stands
    so in the message, to the character.
    """
    plain = text.strip()
    if _NO_WORDING.search(plain.replace("’", "'")) or plain.endswith("?") or not words_of(plain):
        return ""
    worded = _BEFORE_WORDING.sub("", plain)
    quoted = _QUOTED.fullmatch(worded)
    return quoted.group(1).strip() if quoted else worded


def _heard(pattern: re.Pattern[str], text: str) -> bool:
    plain = text.replace("’", "'").strip()
    return len(words_of(plain)) <= _SHORT and pattern.search(plain) is not None
