"""Hear what a message does to a practice: skip a step, leave it, end a list, keep or refuse what is offered.

Only short messages are heard so: "skip" skips, a sentence that has the word in it is an answer.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.coaching.practice import Step
from assistant.coaching.tokens import sentences, words_of
from assistant.core.reading import DialogueAct

GOODBYE_WORDS: Final = 8
"""A goodbye of so few words is no answer; a longer message may answer and say good night after it."""

_ASIDE: Final = frozenset({DialogueAct.OFF_TOPIC, DialogueAct.REDIRECT, DialogueAct.OTHER_LANGUAGE})

_SHORT: Final = 9
"""More words than this are an answer, whatever they begin with."""

_LONGEST_ASKED_BACK: Final = 16
"""Words of a question that only asks what is meant."""


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
_POLITE: Final = r"(?:please|thanks|thank you(?: (?:very|so) much)?|well|oh|ah|then|so|now|for now|i think|i guess)"
_YES: Final = (
    r"(?:yes|yep|yeah|yup|ok(?:ay)?|sure|fine|right|good|great|perfect|exactly|lovely|absolutely|definitely"
    r"|of course|indeed|certainly|agreed|alright|all right|correct|true|spot on)"
)
_STANDS: Final = (
    r"(?:(?:keep|i(?:'d| would|'ll| will) (?:keep|take)) (?:it|that|this)(?: (?:as it (?:is|stands)|as is"
    r"|like (?:that|this)|so))?|kept|(?:just |exactly )?like (?:that|this)|as (?:it is|it stands|is|written)"
    r"|nothing|no changes?|leave it(?: (?:as it is|as is|like that|so))?"
    r"|(?:let it|it (?:can|may|should)) stand(?: (?:like that|as it is|so))?"
    r"|(?:(?:it|that|this)(?:'s| is)|(?:(?:it|that|this) )?(?:looks|sounds|reads|feels)) (?:fine|right|good|perfect"
    r"|great|ok(?:ay)?"
    r"|true|it|me|mine|the one|exactly it|lovely|good enough)(?: (?:as it is|as is|so|to me|like (?:that|this)))?"
    r"|i (?:like|love) (?:it|that|this)(?: (?:as it is|like that))?|(?:(?:it|that) )?works(?: for me)?"
    r"|(?:(?:it|that)(?:'ll| will) do|good enough)(?: for (?:now|tonight))?|(?:fine|good|ok(?:ay)?) (?:by|with|for) me"
    r"|go ahead|that one|i(?:'m| am) (?:happy|fine|ok(?:ay)?) with (?:it|that|this)"
    r"|i(?:'d| would)(?:n't| not) change (?:anything|a word|it))"
)
_KEEP: Final = _whole(rf"(?:(?:{_YES}|{_POLITE})\W+)*(?:{_YES}|{_STANDS})(?:\W+(?:{_YES}|{_POLITE}|{_STANDS}))*")
_REFUSE: Final = _whole(
    r"(?:(?:no|nope|nah|please|well|oh|sorry|thanks|thank you)\W+)*(?:no|nope|nah|(?:don'?t|do not)(?: keep (?:it"
    r"|that|this))?"
    r"|drop (?:it|that|this)|not (?:that|this|mine|me|true|right)|throw (?:it|that) away|delete (?:it|that)"
    r"|not (?:at all|kept)|(?:rather )?leave it out|none(?: of it)?|all of it|everything|never)"
    r"(?:\W+(?:please|thanks|thank you|sorry|at all))*"
)
_UNKNOWN: Final = _whole(
    r"(?:(?:well|hm+|um+|oh|sorry|honestly|no)\W+)*(?:i )?(?:really |honestly |just |still )*(?:(?:don'?t|do not) know"
    r"(?: (?:yet|really|what(?: to (?:say|write|do|put|answer))?|how))?|dunno|idk|no (?:idea|clue)(?: yet)?"
    r"|(?:(?:i'm|i am) )?not sure(?: yet)?|nothing (?:comes(?: to mind)?|occurs to me)"
    r"|can'?t (?:say|think of (?:anything|one))|cannot (?:say|think of (?:anything|one))|hard to say)"
    r"(?:\W+(?:yet|really|honestly|sorry|right now|at the moment|tonight))*"
)
_ASKS_BACK: Final = re.compile(
    r"^\W*(?:(?:sorry|wait|hm+|um+|ok(?:ay)?|well|but|and|so|no|i don'?t know)\W+)*(?:"
    r"(?:what|how) (?:do|did) you mean(?: by [^.!?,]*| here| exactly)?\W*$|what (?:does|did) (?:that|this|it"
    r"|the question) mean\b|what(?:'s| is) (?:meant|the question|that supposed to mean)\b|(?:do )?you mean\b[^.!?]*\?"
    r"|i (?:don'?t|do not) (?:understand|get) (?:the question|what you (?:mean|want|are asking)|what (?:is"
    r"|to)\b[^.!?]*)\W*$|i (?:don'?t|do not) understand(?: (?:this|that|it))?\W*$"
    r"|(?:could|can|would) you (?:explain|rephrase|repeat|clarify|say (?:that|it) (?:again|differently)|ask (?:that|it)"
    r"|give (?:me )?an example)\b"
    r"|what(?: kind| sort)? of (?:an )?(?:answer|thing|example)s?\b[^.!]*\?|what(?:'s| is| would be) (?:a good "
    r"|an )?example\b|is (?:that|this|it) (?:enough|ok(?:ay)?|right|what you (?:mean|meant|want))\b[^.!]*\?"
    r"|how (?:many|long|much|detailed) (?:should|shall|do|must|does)\b[^.!]*\b(?:i|it|this|that)\b[^.!]*\?"
    r"|(?:what|how) (?:should|shall|must|do|am) i (?:supposed to |have to |need to )?(?:name|write|say|give|list|put"
    r"|answer)\b"
    r"[^.!]*\?|(?:should|shall|must|do) i (?:have to |need to )?(?:name|list|answer|say it in|write it|give (?:a"
    r"|one))\b[^.!]*\?|why (?:do|are|did) you ask(?:ing)?\b|(?:like what|such as|for example|in what (?:way|sense)"
    r"|which ones?|what|huh|eh)\?+"
    r")",
    re.IGNORECASE,
)
_NO_NUMBER: Final = _whole(
    r"(?:no|without a?) ?(?:number|rating)(?: (?:given|at all|yet))?",
    r"none(?: (?:given|at all|yet))?",
    r"no",
    r"(?:they|she|he) (?:gave|named|said) (?:none|no number)",
    r"(?:they|she|he) did(?:n't| not)(?: (?:give|name|say) (?:one|any|a number))?",
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


def is_unknown(text: str) -> bool:
    """Say whether the message says that they do not know, and nothing more."""
    return _heard(_UNKNOWN, text)


def asks_back(step: Step | None, text: str) -> bool:
    """Say whether the message asks what is meant, or how to answer, instead of answering."""
    if step is not None and step.spoken:
        return False
    plain = text.replace("’", "'").strip()
    return len(words_of(plain)) <= _LONGEST_ASKED_BACK and _ASKS_BACK.match(plain) is not None


def is_aside(step: Step | None, text: str, acts: frozenset[DialogueAct]) -> bool:
    """Say whether the coach answers a message as it does everywhere, and the practice waits for the next.

    A step that draws out words takes what is said to it: a request in it is somebody else's.
    """
    if step is not None and step.spoken:
        return False
    asks_of_us = DialogueAct.ABOUT_PROGRAM in acts and text.rstrip().endswith("?") and len(sentences(text)) == 1
    return asks_of_us or bool(acts & _ASIDE)


def leaves(text: str, acts: frozenset[DialogueAct]) -> bool:
    """Say whether the message leaves, for another time or with a goodbye."""
    return is_leave(text) or says_goodbye(text, acts)


def _heard(pattern: re.Pattern[str], text: str) -> bool:
    plain = text.replace("’", "'").strip()
    return len(words_of(plain)) <= _SHORT and pattern.search(plain) is not None
