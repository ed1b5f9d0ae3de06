"""Tell what the writer says and means from what they report, doubt or only suppose: speech seldom stands in quotes."""

from __future__ import annotations

import re
from typing import Final

_NOT_A_SPEAKER = (
    r"(?!(?:i|you|u|ya|we|i'(?:m|d|ve|ll)|im|ive|you'(?:re|d|ve|ll)|to|not|never|ever|even|just|already|also|always"
    r"|really|rather|quite|half|kinda|now|then|truly|genuinely|sometimes|often|probably|definitely|still|only|once|do"
    r"|don't|dont|does|doesn't|did|didn't|didnt|can|can't|could|couldn't|might|may|must"
    r"|should|would|will|won't|have|'ve|and|but|so|or|let|let's|lets|please|honestly|literally|actually|as|like|what"
    r"|how|why|an?|the|my|your|his|its|our|their|this|no)\b)"
)
_ADVERBS = (
    r"(?:(?:just|always|also|only|once|still|really|then|even|never|actually|literally|had|has|have|is|was|keeps?"
    r"|kept) )*"
)
_SAYS = (
    r"(?:said|says?|saying|told|tells?|telling|asked|asks?|asking|thinks?|thought|shout(?:s|ed|ing)?|yell(?:s|ed|ing)?"
    r"|scream(?:s|ed|ing)?|wrote|writes|texted|snap(?:s|ped)|replied|replies|claim(?:s|ed)|reckon(?:s|ed)?"
    r"|complain(?:s|ed)?|joke[sd]|whisper(?:s|ed)|mutter(?:s|ed)|insist(?:s|ed)?|promise[sd]|announced)"
)
_GOES = rf"(?<![\w']){_NOT_A_SPEAKER}(?!(?:here|it|that|there)\b)[\w']+ {_ADVERBS}goes(?: to me)?$"
"""Speech where it stands right before it: "Dad goes I'll mend it", but "the bus goes at nine, I'll take it"."""
_TO_ANOTHER = (
    r"\bi (?:\w+ )?(?:told|tell|asked|ask|texted|wrote to|said to|say to|shouted at|yelled at|heard)"
    r" (?:him|her|them|people|everyone|everybody|my \w+|the \w+|our \w+|(?-i:[A-Z])\w+)\b"
)
_HANDED_ON = (
    r"\b(?:according to (?:him|her|them|my \w+|the \w+|(?-i:[A-Z])\w+)|i(?:'ve| have)? (?:was|am|been|got) told"
    r"|(?:\w+'s|his|her|their) (?:\w+ )?(?:line|answer|note|text|message|letter|card|favourite|motto|excuse)"
    r" (?:\w+ )?(?:was|is|says?|said))"
)
_REPORTED: Final = re.compile(
    rf"(?:(?<![\w']){_NOT_A_SPEAKER}[\w']+ {_ADVERBS}{_SAYS}\b|{_TO_ANOTHER}|{_HANDED_ON})[^.!?,;:\n]{{0,40}}$|{_GOES}",
    re.IGNORECASE,
)
_GOES_ON_ALONE: Final = re.compile(r"\b(?:and|but|so)$", re.IGNORECASE)
"""After these the writer speaks again: "she said no and you keep asking"."""
_CONDITION: Final = re.compile(
    r"\b(?:if|unless|until|till|once|whenever|as long as|(?:every|each|next|any) ?time)$", re.IGNORECASE
)
_DOUBTED: Final = re.compile(
    r"\b(?:if|whether|unless|until|doubt|hope|hoping|hoped|wish|wonder|wondering|maybe|perhaps|imagine|pretend"
    r"|(?:afraid|scared|worried|frightened|terrified|dread)(?: of)?|as if|as though|unlikely"
    r"|(?<!must )(?<!dare )(?<!i'd )say"
    r"|(?:don'?t|do not|didn'?t|can'?t|cannot|never|not) (?:really |even |quite )?"
    r"(?:think|thought|know|suppose|believe|expect|see|say|saying|said|mean|sure|certain|convinced))"
    r"(?:,| that| if| whether| when| how)?$",
    re.IGNORECASE,
)
"""Right before "I'll" these take it back: it is denied, feared, hoped or only thought of."""
_ONCE_IT_COMES: Final = re.compile(r"\b(?:if|next time)\b[^.!?,;:\n]*$", re.IGNORECASE)
"""What is asked or said after these is not said yet: "if she asks again I'll say no" reports nobody."""
_WILL: Final = re.compile(r"\b(?:i'?ll|i will|i shall|i'?m (?:going|gonna)|i am going)\b", re.IGNORECASE)
_ASKED_JUST_BEFORE: Final = re.compile(
    r"\b(?<!\bas i )(?<!\blike i )"
    r"(?:(?:said|says|asked|asks|goes|shouted|texted|wondered|wonders|(?:was|were) like|(?:on|going on) about"
    r"|(?:wanted|wants) to know|(?:used to|would|always|will) (?:say|ask))"
    r"(?: (?:me|us|him|her|them|everyone|everybody|my \w+|the \w+))?[:,]?"
    r"|told (?:me|us|him|her|them|my \w+)[:,]?)\s+$",
    re.IGNORECASE,
)
"""What comes right after these is what somebody said."""
_TOLD: Final = re.compile(
    r"(?:^|(?<=[.!?\n])\s)(?P<told>[^.!?\n]*?), (?:he|she|they|we|i|mum|mom|dad|gran|nan|my [\w'-]+|the [\w'-]+"
    r"|(?-i:[A-Z]\w+))(?: (?:always|once|just|kept|keeps|used to|would|even|still|had|then))?"
    r" (?:said|says|(?<=used to )say|(?<=would )say|told (?:me|myself|us|him|her)|thought|wondered|texted|wrote"
    r"|shouted|whispered|joked|go(?:es)?|yelled)\b[^.!?\n]*[.!?]?",
    re.IGNORECASE,
)
"""A sentence that reports what somebody said: "Forget the rules, mum said"."""
_JUST_BEFORE: Final = 90
"""Code points in which a verb of saying, its hearer and what stands between can be."""
_CLAUSE: Final = re.compile(r"[^.!?…,;:\n]*$")
_REASON: Final = re.compile(r"^\s*so\b", re.IGNORECASE)
"""A clause that begins so draws on the one before: "it's her wedding, so I have to go"."""
_SENTENCE: Final = re.compile(r"[^.!?…;:\n]*$")
_BEFORE_LEAVE, _REASON_BEFORE_LEAVE = 3, 8
"""Words that may stand in one breath before a leave: "early start tomorrow gotta sleep". After more it is told, unless
they give its reason: "I'm really tired now so I need to sleep"."""
_GIVES_REASON: Final = re.compile(r"\b(?:so|and)\s*$", re.IGNORECASE)
_NOT_THE_TALK: Final = re.compile(
    r"\b(?:s?he|they|we|you|it(?!'?s (?:\w+ )?late\b)|this|that|those"
    r"|my(?! (?:\w+ ){0,2}(?:battery|break|bus|train|phone|eyes)\b)|your|his|him|her|our|their|them|the|who|which"
    r"|if|when(?:ever)?|because|said|says?|told|tells?|thinks?(?<!\bi think)|thought|felt|feels?|kn[eo]w|remember)\b"
    r"|'s\s*$",
    re.IGNORECASE,
)
"""With one of these before it a leave is somebody else's, or of something else than the talk."""


def said_by_another(text: str, at: int) -> bool:
    """Say whether what begins there is reported of somebody else, or said to them: "he told me you never listen"."""
    before = text[max(0, at - _JUST_BEFORE) : at].rstrip(" ,:\"'“‘…")
    return not _GOES_ON_ALONE.search(before) and bool(_REPORTED.search(before))


def is_said_to_us(plain: str, found: re.Match[str]) -> bool:
    """Say whether words found are the writer's to the program, and not what somebody asked in so many words.

    "She asked do you like it" is hers, and "leave it there, he said" is his; "she asked me to stay, what do I do?" is
    put to the program.
    """
    at = _first_word(found)
    if any(told.start("told") <= at < told.end("told") for told in _TOLD.finditer(plain)):
        return False
    return not _ASKED_JUST_BEFORE.search(plain, max(0, at - _JUST_BEFORE), at)


def without_told(plain: str) -> str:
    """Return a message without its sentences that report speech: "Forget the rules, mum said"."""
    return _TOLD.sub(" ", plain)


def takes_leave(plain: str, found: re.Match[str]) -> bool:
    """Say whether words found to end the talk are the writer's own, said now: not "part of me thinks I should go"."""
    at = _first_word(found)
    start = max(0, at - _JUST_BEFORE)
    clause = _CLAUSE.search(plain, start, at)
    before = clause.group() if clause else ""
    told = _SENTENCE.search(plain, start, at) if _REASON.match(f"{before}{plain[at:]}") else clause
    most = _REASON_BEFORE_LEAVE if _GIVES_REASON.search(before) else _BEFORE_LEAVE
    return (
        len(before.split()) <= most
        and not (told and _NOT_THE_TALK.search(told.group()))
        and not said_by_another(plain, at)
        and not doubted(plain, at)
    )


def only_supposed(text: str, at: int) -> bool:
    """Say whether what begins there is a condition, and its "you" is anybody: "if you turn it round"."""
    return bool(_CONDITION.search(text[max(0, at - _JUST_BEFORE) : at].rstrip()))


def doubted(text: str, at: int) -> bool:
    """Say whether what begins there is denied, feared, hoped or wondered about: "I don't think I'll go"."""
    return bool(_DOUBTED.search(text[max(0, at - _JUST_BEFORE) : at].rstrip()))


def is_step_of_theirs(plain: str, found: re.Match[str]) -> bool:
    """Say whether the words found to state a step are the writer's own, and meant."""
    first = _first_word(found)
    will = _WILL.search(plain, found.start(), found.end())
    starts = {first, will.start()} if will else {first}
    return not any(_reported_now(plain, at) or doubted(plain, at) for at in starts)


def _first_word(found: re.Match[str]) -> int:
    """Return where the words found begin, behind the marks and blanks before them."""
    return found.end() - len(found.group().lstrip(".!?…,;: \n"))


def _reported_now(plain: str, at: int) -> bool:
    return said_by_another(plain, at) and not _ONCE_IT_COMES.search(plain, max(0, at - _JUST_BEFORE), at)
