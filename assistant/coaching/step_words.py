"""The words of a step that somebody states, and of one that they only might take.

Each pattern reads what a person says with straight apostrophes and without what they quote.
"""

from __future__ import annotations

import re

from assistant.reading.reported import is_step_of_theirs


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_DOES = (
    r"(?:ring|phone|telephone|call (?!it\b|that\b)|text|msg|message|email|write|post|send|ask (?!you\b)"
    r"|tell (?!(?:you|any(?:one|body))\b)|talk to|speak to|"
    r"book|cancel|sign|apply|apologi[sz]e|visit|swap|move out|hand in|open|unpack|pack|delete|sort|clear|fix|knock|"
    r"take (?!it\b|that\b|your\b)|pick (?!you\b)|go (?:to|and|over|round|back|see)|bring|invite|leave (?!it\b|you\b)"
    r"|offer|return|sell|buy|"
    r"print|start(?! (?:by|off|with|crying|sobbing|screaming|shaking|shouting|laughing|thinking|feeling|believing"
    r"|wondering"
    r"|worrying|panicking|hating|losing|forgetting|resenting)\b)|stop (?!there\b)|practi[sc]e|learn|show (?!you\b)"
    r"|meet|join|cook|bake|walk|run|swim|put (?!it\b)"
    r"|give (?!you\b|(?:him|her|them|it) (?:that|credit)\b))"
)
_NO_STEP = (
    r"(?![^.!?]*\b(?:(?:i|he|she|they) (?:said|say|says|told|thought)|when i(?:'m| am)|one day|some ?day|eventually)\b)"
)
"""A report, and a day that has no date."""
_NO_THREAT = (
    r"(?![^.!?]*\b(?:(?<!ask )(?<!see )(?<!check )(?<!know )(?<!find out )if (?:he|she|they|it|you|anyone|anybody"
    r"|this|that)\b(?!(?:'s|'re| is| are)(?: still)? (?:in|there"
    r"|up|home|free|around|awake|open|on|at|dry|fine)\b)|like i always|as (?:always|usual)|always|usually|normally"
    r"|whenever|every time|each time)\b)"
)
"""What somebody will do if another does it again, or does whenever, is no step."""
_ONCE = (
    r"(?:ring|phone|telephone|call|text|msg|message|email|write to|ask|tell|book|cancel|sign|apply|apologi[sz]e|send"
    r"|hand)"
)
"""What is done once and to somebody; a shop is opened every week."""
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_LIES_AHEAD = (
    r"(?:tomorrow|tmrw?|tmw|tomoz|(?:on|next|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|month)"
    r"|tonight|"
    r"first thing|in the morning)"
)
_DOING = (
    r"(?:(?:deleting|cancelling|canceling|booking|ringing|phoning|calling (?!it\b|that\b)|emailing|messaging|texting"
    r"|asking (?!you\b|myself\b)|telling (?!you\b|myself\b)|handing|sending|posting|signing|selling|buying"
    r"|returning|quitting|resigning|inviting|joining|applying|apologi[sz]ing|saying (?:no|yes|sorry)"
    r"|dropping|throwing|binning|burning|packing|moving out|moving (?:back|in)|driving|walking (?:down|over|up)"
    r"|going (?:round|over|back|down|in)|bringing|giving (?!you\b|up hope\b)|offering|keeping (?:the|my|it)\b"
    r"|taking (?:the|my|her|him|them|it)\b|putting (?:the|my|it|in)\b|leaving (?:him|her|them|the)\b))"
)
"""What somebody does about it, said last: "So I'm deleting it"."""
_HABITS = r"\b(?:every|always|usually|normally|each|never|because|when|if)\b"
"""What is done as a rule, or was before, is no step."""
_ANSWERS_WITH = (
    r"(?:say(?! (?:so|it|nothing)\b)|ask(?! (?:you|myself)\b)|tell (?:him|her|them)|show (?:him|her|them)|offer|invite)"
)
"""What somebody means to do when it comes: an answer, not a parting or a blow."""
_HABITS_OF_OLD = r"\b(?:always|usually|normally|as ever|like i always)\b"
DECISION = _any(
    rf"(?:^|[.!?\n]\s*)(?!\W*(?:(?:and|but|so|or) )?(?:if|when|unless|until|once|whenever)\b)"
    rf"(?:(?:(?!\bsaid\b)[^.!?\n]){{1,60}}, )?"
    rf"(?:(?:so|ok|okay|right|anyway|well|and|but|no),? )*(?:i (?:do |rather |quite |really )?(?:think"
    rf"|guess|reckon|believe|suppose|expect) |think |reckon |decided,? )?"
    rf"(?:i'll|i will|i shall|ill|i'm going to|i am going to|i'm gonna|im gonna|im going to) (?:just |probably "
    rf"|finally |now |at last )*{_NO_STEP}{_NO_THREAT}{_DOES}\b[^.!?]*",
    rf"(?:^|[.!?\n]\s*)(?:(?:so|ok|okay|right|well|and|but),? )*(?:gonna|going to|will) (?:just )?{_NO_STEP}{_DOES}\b",
    rf"(?:^|[.!?\n]\s*|, |\b(?:so|ok|and|but),? ){_LIES_AHEAD}"
    rf"(?: (?:at|before|after|in|on|from) [\w:]+(?: \w+)?(?: o'clock)?)?,? (?:i"
    rf"|we) (?:just |finally )?{_DOES}\b",
    rf"(?:^|[.!?\n]\s*|, |\b(?:so|ok|and|but),? ){_LIES_AHEAD}\b(?![^.!?]*{_HABITS})[^.!?,]{{3,50}},"
    rf" (?:then |so |and )?i (?:just )?{_DOES}\b",
    rf"(?:^|[.!?\n]\s*)(?:(?:so|ok|okay|right|and|but|then),? )*i {_NO_STEP}{_DOES}\b(?![^.!?]*{_HABITS})[^.!?]{{0,50}}"
    rf"\b(?:tomorrow|next week|(?:next|this) {_DAY})\b",
    rf"(?:^|[.!?\n]\s*)(?:(?:(?:so|ok|okay|right|and|but|then),? )+i {_NO_STEP}{_DOES}|i {_NO_STEP}{_ONCE})"
    rf"\b(?![^.!?]*{_HABITS})[^.!?]{{0,50}}\bon {_DAY}\b",
    rf"(?:^|[.!?\n]\s*)(?:(?:so|and|but|right|ok|okay|well),? )*(?:if|next time|when"
    rf"|once) (?!i\b)[^.!?\n]{{3,70}}?,? (?:then )?"
    rf"(?:i'll|i will|i shall|i'm going to) (?:just |simply )?{_ANSWERS_WITH}\b(?![^.!?]*{_HABITS_OF_OLD})[^.!?]*",
    r"\b(?:i'll|i will|i shall|i'm going to|im gonna|i'm gonna|ill)\s+(?!never|always|probably|be\b|"
    r"only|end up|just be|lose|fail|regret|have (?:to look|a (?:cold|birthday|scan|headache|hangover))\b|admit"
    r"|remember|give (?:him|her|them|it) that(?=\W*[,.;!]|$)|"
    r"look\b)\w+[^.!?]*\b(?:tomorrow|tonight|today|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|next week|this week|this weekend|"
    r"before \w+|at (?:\d|noon|nine|ten|eight|seven|lunch)|by \w+day|first thing|in the morning|"
    r"after work)\b",
    r"\b(?:tomorrow|tonight|on \w+day|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday)\b[^.!?]*\b(?:(?:i'll|i will|i'm (?:not )?going to) "
    r"(?!be (?:able|unable|late|dead|old|an?|the|sick|working|tired|\d+)\b|have a cold\b|(?:never|remember|miss|hate"
    r"|need"
    r"|feel|know|lose|probably|cry)\b)|i'm (?:not )?going (?:back|out|over|round|down|up|there|home|\w+ing)\b)",
    r"\bi(?:'ve| have)? decided (?:to|that|on)\b",
    r"\bthat'?s what i'?ll do\b",
    r"\bi'?m going to do it\b",
    rf"(?:^|[.!?\n]\s*)(?:anyway,? |right,? )?so,? (?:now |tonight |tomorrow )?(?:i'm|im|i am) (?:just |now |finally )*"
    rf"{_DOING}\b(?![^.!?]*{_HABITS})[^.!?]*(?=[.!?]*(?:\s[^.!?]{{1,50}}[.!?]*)?\s*$)",
    r"\b(?:i'll|i'm going to|i'm gonna|im gonna) (?!never|be|lose|fail|regret|miss|end|"
    r"have)\w+[^.!?]*[.!] *(?:tonight|today|"
    r"tomorrow|on \w+day|this \w+|first thing|right now)\b",
)
_COULD = re.compile(r"\bi could\b", re.IGNORECASE)
_LONG_PAST = re.compile(
    r"(?<![\w'])(?:last (?:year|week|month|night|summer|winter|spring|autumn|time|\w+day)|(?:years?|months?|weeks?"
    r"|days?) ago"
    r"|back then|(?:in )?those days|when i was|used to|as a (?:boy|girl|child|kid)|yesterday)(?!\w)",
    re.IGNORECASE,
)
"""A time that is over: what could be done then is told, not weighed."""
MAYBE = _any(
    r"\bi (?:might|may)\b(?! (?:have|be|not be|as well be|never)\b)",
    r"(?<!like )(?<!when )(?<!before )(?<!that )(?<!how )(?<!if )(?<!what )(?<!as )\bi could (?:just |always |maybe "
    r"|perhaps |probably |also |even )*"
    r"(?!have\b|not\b|never\b|hear\b|see\b|feel\b|tell (?:that|he|she|they|it|by|from|when)\b|smell\b|sense\b"
    r"|barely\b|hardly\b|only\b|remember\b|bear\b|taste\b|make out\b"
    r"|stand\b(?! (?:up|by (?:him|her|them|it|my|the|what)|in|back|outside|still|there|aside|down)\b)|understand\b|be\b"
    r"|do (?:that|it)\b|do with\b|really do\b|cry\b|scream\b|swear\b|do[,.;!?]|help\b)\w+",
    r"(?:^|[.!?,]\s*)(?:ok,? |well,? |so,? |and |but |idk,? )*might (?:just |even |try and |try to )*(?!i\b|it\b"
    r"|he\b|she\b|they\b|we\b|you\b|be\b"
    r"|have\b|as\b|not\b|well\b|seem\b)[a-z]+\b",
    r"\bi'?ll (?:probably|maybe|try)\b",
    rf"\bmaybe i(?:'ll| could| should| will| can|,? {_DOES})\b",
    r"\bthinking (?:of|about) \w+ing\b",
    r"\bi want to think about\b",
)
WHEN = _any(
    r"\b(?:today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|next \w+|this \w+|first thing|"
    r"in the morning|after \w+|before \w+|by \w+|"
    r"at (?:\d|noon|one|two|three|four|five|six|seven|eight|nine|ten|lunch))\b",
)
"""When a step is to be taken."""


def step_in(plain: str) -> re.Match[str] | None:
    """Return where the writer states a step: not what another says that they will do, nor what is doubted or hoped."""
    return next((one for one in DECISION.finditer(plain) if is_step_of_theirs(plain, one)), None)


def possibility_in(plain: str) -> re.Match[str] | None:
    """Return where the writer says what they might do: what they could do in those days is told."""
    return next((one for one in MAYBE.finditer(plain) if not _told_of_then(plain, one)), None)


def _told_of_then(plain: str, found: re.Match[str]) -> bool:
    """Say whether a "could" stands in a sentence of the past."""
    if not _COULD.search(found.group()):
        return False
    start = max((plain.rfind(mark, 0, found.start()) for mark in ".!?\n"), default=-1) + 1
    end = min((place for mark in ".!?\n" if (place := plain.find(mark, found.end())) >= 0), default=len(plain))
    return bool(_LONG_PAST.search(plain, start, end))
