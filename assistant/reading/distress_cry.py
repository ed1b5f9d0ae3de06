"""Hear a plain cry in a sentence: the writer's own wish to die in so many words, whatever else stands in the sentence.

The rules look at a sentence whole, so that a figure of speech, a story, a job, a memory or a denial anywhere in it takes a
sign away. That is right for hints and wrong for "I want to die", which stays what it is beside "nobody knows", "at school"
and "my therapist asked". Here the clause decides: who speaks in it, what governs it, and the words straight after it. What
is no plain cry is left to the rules.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.reading import distress_frames as frames
from assistant.reading.distress_rules import IN_EARNEST
from assistant.reading.distress_things import PERSON

_STILL: Final = (
    r"(?:(?:do|did|still|now|always|also|only|ever|sometimes|already|even|so|too|all|almost|suddenly|mostly|again|today"
    r"|tonight|right now|lately|sort of|pretty much|more and more|once more) ){0,3}"
)
"""What may stand between "I" and "want"; none of it is a denial. The fillers of `distress_words` are gone before."""

_AFTER_DIE: Final = (
    rf"(?! (?:of|from|with(?! (?:him|her|them|you|my))|for(?!{IN_EARNEST})"
    r"|in(?! (?:my sleep(?! (?:at|when|one day|old|many|years))|pain|agony|this (?:bed|house|room)))"
    r"|laughing|trying|fighting|doing|knowing|smiling|hearing|seeing|reading|happy|peaceful\w*|rich|old|young|first|alone"
    r"|here|there|yet|inside|like|as|by|well|bravely|hard|down|out|away|off|back|surrounded|under|next to|beside|before"
    r"|after|until|when|on|at|a|an|the|my|it|some|another|twice)(?= |$))"
)
"""Not "of shame", "on this hill", "for a biscuit", "my hair": no figure and no good death straight after."""

_AFTER_DEAD: Final = (
    r"(?! (?:right(?! (?:now|here|this))|last(?! (?:night|week|month|year|spring|summer|autumn|winter|\w+day))"
    r"|tired(?! of)|to(?! (?:make|get|be|stop))|sure|certain|set|serious|easy|good|on|first|level|straight|flat|still|calm"
    r"|keen|proud|honest|clear|quick|early|late|centre|center|weight|wood|lift|in (?:a|the)"
    r"|\w+(?:ous|ful|able|ible|ish))(?= |$))"
)

_PEACE: Final = (
    r"(?:(?:make|get|let) (?:\S+ ){1,3}?(?:stop|end|over|quiet|go away)|get (?:away|out|it over)|be (?:free|at peace|gone"
    r"|rid|with)|end (?:it|this|the)|stop|escape|keep (?:everyone|them|my|people) (?:\S+ )?safe)"
)
_AFTER_KILL: Final = (
    rf"(?! (?:to(?! {_PEACE})|for(?!{IN_EARNEST}| (?:the pain|what i))"
    r"|laughing|trying|working|training|studying|off in|in the foot|out to|in (?:work|books|music|study|tea)"
    r"|at (?:the gym|work|practice|training)|with (?:work|overtime|this)|on (?:that|this|the))(?= |$))"
)
"""Not "laughing", "on the stairs", "to get it finished"; but "to make it stop"."""

_KILL: Final = (
    rf"(?:(?:kill|hang|shoot|drown|gas) myself{_AFTER_KILL}|end my (?:own )?life(?! (?:here|there|in|at|as|on)(?= |$))"
    r"|take my own life|take my life(?= ,|$| tonight| today| because| but| so)|end it all(?! (?:with|on|between|here|well))"
    r"|commit suicide|slit my (?:own )?(?:wrists?|throat))"
)
_KILLING: Final = (
    rf"(?:(?:killing|hanging|shooting|drowning) myself{_AFTER_KILL}|ending my (?:own )?life|taking my own life"
    r"|ending it all(?! (?:with|on|between|well))|suicide(?= ,|$| again| tonight| today| lately| every| all| and i))"
)
_DIE: Final = rf"(?:die{_AFTER_DIE}|be dead{_AFTER_DEAD})"
_ACT: Final = rf"(?:{_DIE}|{_KILL})"
_NOT_LIVE: Final = (
    r"(?:live(?= ,|$| and| but| so| because| if| now| anymore| tonight| today| at all| another (?:day|year|minute)"
    rf"| without (?:him|her|them|you|(?:my|our) (?:\S+ )?{PERSON})(?= |$))|be alive|exist|stay alive|go on living)"
)
_LIFE: Final = (
    r"(?:wake up(?! (?:at|early|before|that|next|with))|live (?:like this|another|one more|through this|without (?:him|her"
    r"|them|you)|anymore)|live$|go on(?= $|$| ,| like this| living| without)|carry on(?= $|$| ,| like this| living)"
    r"|keep (?:going|living|on living)(?= $|$| ,| like this)|be alive|stay alive|exist|face (?:another|tomorrow|the (?:morning"
    r"|day))|see (?:tomorrow|another day|the morning)|feel (?:like this|this)|be a burden|do (?:this|it all) anymore"
    r"|go through (?:this|it|that)|lose (?:him|her|them|you|my (?:\S+ )?" + PERSON + r"))"
)
_MEANS: Final = (
    r"(?:(?:all |some |the |these |those |a |an |my |his |her )*(?:\S+ )?(?:pills?|tablets?|meds|overdose|rope|noose|gun"
    r"|shotgun|pistol|rifle|knife|blade|razor|belt|bullet|insulin|paracetamol|bleach|poison|painkillers|gas))"
)

_NOW: Final = (
    r"(?:want|need|wish|long|plan|intend|prefer|deserve|crave) to " + _ACT,
    r"(?:going|about|planning|trying|determined|ready) to " + _KILL,
    r"ready to die" + _AFTER_DIE,
    r"(?:think|thinking|dream|dreaming|planning) (?:\S+ )?(?:of|about|on) " + _KILLING,
    r"(?:wish|wished|hope|pray) (?:to god )?(?:that )?(?:i (?:was|were|could be|could just be)|id be) (?:already )?dead"
    + _AFTER_DEAD,
    r"(?:wish|wished|hope|pray) (?:to god )?(?:that )?i (?:could |would )?die" + _AFTER_DIE,
    r"(?:wish|wished) (?:that )?(?:id never been born|i had never been born|i was never born|i wasnt alive|i didnt exist)",
    r"(?:dont|no longer|never|cant) (?:\S+ )?(?:want|wish) to " + _NOT_LIVE,
    r"(?:rather|sooner) (?:die|be dead) than " + _LIFE,
    r"(?:going|planning|decided|ready|about|want|thinking of|will) (?:to )?(?:end|ending) (?:it|it all|things|everything)"
    r" (?:\S+ )?with " + _MEANS,
)  # fmt: skip
"""A wish of now, in the present."""
_THEN: Final = (
    r"(?:wanted|needed|longed|wished|tried|planned|decided|meant|intended) to " + _ACT,
    r"(?:thought|dreamt|dreamed) (?:\S+ )?(?:of|about) " + _KILLING,
    r"(?:nearly|almost) (?:killed|hanged|shot|drowned) myself(?=$| but| because| again| tonight| last night"
    r"| when (?:he|she|they|my (?:\S+ )?" + PERSON + r")(?= |$))",
)  # fmt: skip
"""A wish of a time that is past, which may be long past."""
_PERFECT: Final = (
    r"(?:ive|i have) "
    + _STILL
    + r"(?:wanted|been want|wished|longed|planned|decided|been (?:planning|hoping|longing|wishing)) to "
    + _ACT,
    r"(?:ill|i will) end (?:it|things|it all) (?:\S+ )?with " + _MEANS,
)  # fmt: skip

_CRY: Final = re.compile(
    rf"(?<!\w)(?:(?P<perfect>{'|'.join(_PERFECT)})"
    rf"|(?:i would|i|ive|id|im|ill) {_STILL}(?:(?P<now>{'|'.join(_NOW)})|{'|'.join(_THEN)})"
    rf"|(?P<elided>^|,|and|but|so|then|because) {_STILL}(?:(?P<now_elided>{'|'.join(_NOW)})|{'|'.join(_THEN)})"
    r")(?!\w)"
)

_IDLE: Final = re.compile(
    r"\b(?:embarrass\w*(?! to (?:say|admit|tell|write|ask))|mortif\w+|cring\w+|karaoke|minecraft|respawn\w*"
    r"|in (?:the|a|this|my|our) (?:\S+ )?game)\b"
)
"""What shows that dying is meant idly, until a "but"."""
_REPORTED: Final = re.compile(
    r"\b(?:say|says|said|saying|goes|sings?|sang|asks?|asked|writes?|wrote|texts?|texted|shouts?|shouted|screams?|screamed"
    r"|yelled|tells?|told|posted|replied|whisper\w*|thinks?|thought|feels|means|meant|line|lyric|words|title|titled|called"
    r"|phrase|heard|translat\w+) "
    r"(?:(?!and |but |so |i |im |because |then |, )\S+ ){0,5}(?:, )?(?:\" )?$"
)
_RELATIVE: Final = re.compile(r"\b(?:that|which|who|song|line|lyric|poem|it) $")
_JOINED: Final = re.compile(r"(?:^|[,\"]|\b(?:and|but|so|then|also|have|had|just))\s*$")
_OPEN: Final = re.compile(
    r"\b(?:(?<!know )if|whether|unless|do|does|did|would|should|could|why|can|imagine|pretend\w*|used to \S+|when i was"
    r"(?: \S+){0,3}|(?<!feel )(?<!felt )(?<!feels )like|as though|as if) (?:that )?$"
)
"""What leaves open, straight before it, whether one does: "do I want to die", "whether I want to die", "I used to think"."""
_SAYS_ANOTHER: Final = re.compile(
    r"^(?: [,\"])* (?:he|she|they|mum|dad|gran|nan|(?:my|the|a|our|his|her) \S+(?: \S+)?) (?:says?|said|goes|sings?|sang|cries"
    r"|cried|shouts?|shouted|writes|wrote|texted)\b"
)
_NOMINATIVE: Final = frozenset(
    "he hes hed she shes shed they theyre theyd theyve you youre your who people someone".split()
)
_BEFORE_A_NOUN: Final = frozenset("my the a an our his her their some this that".split())

CRY: Final = "\n".join(
    pattern.pattern for pattern in (_CRY, _IDLE, _REPORTED, _RELATIVE, _JOINED, _OPEN, _SAYS_ANOTHER)
)
"""All of them, for the name of these rules."""


def is_plain_cry(sentence: str) -> bool:
    """Say whether a plain sentence (see `distress_words.plain`) holds the writer's own wish to die, in so many words."""
    return any(_is_meant(sentence, match) for match in _CRY.finditer(sentence))


def _is_meant(sentence: str, match: re.Match[str]) -> bool:
    """Say whether nothing in the cry's own clause makes it another's, a figure, a question, a denial or long past."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    if _IDLE.search(sentence) and " but " not in sentence[: match.end()]:
        return False
    if _SAYS_ANOTHER.match(after) or not _is_said_by_self(before):
        return False
    if match["elided"] is not None:
        if not _goes_on_as_self(before):
            return False
    elif _OPEN.search(before) or frames.is_denied(before, match.group()):
        return False
    now = match["now"] or match["now_elided"] or match["perfect"]
    return now is not None or not frames.is_past(sentence)


def _is_said_by_self(before: str) -> bool:
    """Say whether the words before a clause do not put it into another's mouth, as "I told Mum on the phone that" does not."""
    reported = _REPORTED.search(before)
    if reported is None:
        return not before.endswith('" ')
    lead = before[: reported.start()]
    if _RELATIVE.search(lead):
        return False
    subject = frames.subject_before(lead)
    return subject == "self" or (subject == "unknown" and _JOINED.search(lead) is not None)


def _goes_on_as_self(before: str) -> bool:
    """Say whether a clause without a subject goes on with the writer: "I lost my son and want to die", "Miss her and"."""
    words = before.split()
    for word in reversed(words):
        if word in frames.SELF:
            return True
        if word in _NOMINATIVE:
            return False
    first = words[1] if len(words) > 1 and words[0] in _BEFORE_A_NOUN else words[0] if words else ""
    return first not in frames.ELSE
