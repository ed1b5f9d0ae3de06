"""Hear what a person in care answers: yes or no, nobody to call, anger, fine now, a thing meant, or on they go."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Final

from assistant.coaching import care_yes_no as says
from assistant.coaching.care_yes_no import NO_LEADS_ON, plain_answer


class Answer(StrEnum):
    """What a message in care says; the first that fits wins."""

    GO_ON = "go_on"
    """They choose to leave care and write about something else."""
    EXPLAINED = "explained"
    """They deny it and say what thing their words were about."""
    SECRET = "secret"
    """They ask who will know."""
    ANGER = "anger"
    UNSAFE = "unsafe"
    """They say that they are not safe, whatever was asked."""
    FAILED = "failed"
    """A line did not answer, or did not help."""
    CANNOT_CALL = "cannot_call"
    """They cannot speak to anybody, or do not want to."""
    NO_ONE = "no_one"
    REACHED = "reached"
    GOODBYE = "goodbye"
    HARDLY = "hardly"
    """A no with room left in it: "not tonight", "I don't think so"."""
    UNSURE = "unsure"
    SAFE = "safe"
    FINE = "fine"
    DENIED = "denied"
    """They say that they would not: no to danger, and no answer to whether they are safe."""
    UNWELL = "unwell"
    """They are not fine, or their sentence only begins with a "not"."""
    NO = "no"
    PARTLY = "partly"
    """A yes with a doubt or a measure in it: "sometimes", "yes, but…"."""
    YES = "yes"
    OTHER = "other"


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_WITH_US: Final = r"(?:let'?s|can we|could we|may we|shall we|(?:can|could|may) i)"
_ASKED_FOR: Final = rf"(?:{_WITH_US}|i(?:'d| would)? (?:want|like|love|prefer|rather)(?: to)?|(?:i'm )?ready to)"
_OUR_THINGS: Final = (
    r"(?:the (?:journal|diary|usual|coaching|questions?|practice|review)|journal\w*|my (?:journal|diary)|writing"
    r"|coaching|(?:what|where) we were)\b"
)
_THE_DARK: Final = (
    r"(?:it|this|that|him|her|them|how|what|why|everything|me|myself|dying|death|ending|suicide|killing"
    r"|my (?:death|pain))\b"
)
_OPENS: Final = (
    r"^\W*(?:(?:(?:yes|yeah)(?!\.)|ok(?:ay)?|right|thanks|thank you|please|and|now|well"
    r"|i'm (?:safe|ok|okay|fine)|safe)[,.!]? )*"
)
_GO_ON: Final = _any(
    rf"{_OPENS}(?:{_ASKED_FOR} )?(?:please |just |maybe )*"
    r"(?:(?:go on|carry on|move on|continue|keep going|change the subject)\b"
    r"(?! (?:like this|living|any ?more|with (?:my )?life|is|feels|alone|without)\b)"
    rf"|(?:talk|write) about (?!{_THE_DARK})|(?:(?:go|get) )?back to {_OUR_THINGS})",
    rf"{_OPENS}(?:(?:go|get) )?back to normal(?: (?:then|now|please))?\s*(?:[.!,;…]|$)",
    rf"(?:^|[^\w'])(?:{_ASKED_FOR} )(?:please |just |maybe )*(?:(?:go|get) )?back to {_OUR_THINGS}",
    rf"(?:^|[^\w']){_WITH_US} (?:please |just |maybe )*(?:go|get) back to \w",
    rf"(?:(?:^|[.,!;…]\W*)(?:please |just |maybe |now )*|{_ASKED_FOR} (?:please |just |maybe )*)"
    r"(?:(?:talk|write) about something else|change the subject|the usual questions?)\b",
)
"""A request to go on; "back to normal" is one where it is asked of us, and a wish everywhere else."""
_TOLD_THEM: Final = re.compile(
    r"\b(?:go on|carry on|move on|continue|keep going)\b[^.!?\w]{1,3}(?:they|he|she|people|everyone|everybody|mum"
    r"|mom|dad"
    r"|my \w+)\b(?: \w+){0,3}? (?:say|says|said|tell|tells|told|keep|keeps)\b",
    re.IGNORECASE,
)
"""The leave-word as what others tell them."""
_GO_ON_SAID: Final = _any(
    r"(?:^|[.!…;]\W*|\n\W*)(?:(?:so|now|ok(?:ay)?|please|right|well|just|and|but|anyway)[, ]+)*"
    r"(?:let'?s )?(?:go on|carry on|move on|keep going)(?:,? (?:then|please|now)| with (?:the|your) questions?)?"
    r"\s*(?:[.!…;\n]|$)",
)
"""The leave-word as a sentence of its own, wherever it stands in the message."""
_MEANS: Final = (
    r"\b(?:pills?|tablets?|overdose|rope|noose|gun|knife|blade|razor|bridge|roof|suicid\w*|kill(?:ing)? myself)\b",
    r"\bwhy i(?:'d| should| would)? (?:even )?(?:stay|bother|go on|live|keep)\b",
)
_BUT_MEANS: Final = _any(*_MEANS)
_BUT_DANGER: Final = _any(
    r"(?:^|[.!?…;]\W*)(?:yes|yeah|yep|i do\b|i am\b|sometimes|maybe|perhaps|i don'?t know|dunno|not sure|i can'?t\b)",
    r"\b(?:but|though|although|except|some (?:days|nights|times)|sometimes)\b[^.!?…]{0,40}\bi(?:'d|'ve|'m)?\b"
    r"[^.!?…]{0,20}\b(?:do|thinks?|thinking|thought|can'?t|cannot|don'?t|want|wish|feel|could|might|rather|tired)\b",
    *_MEANS,
)
"""A yes, a doubt, a "but I" or a means in the same message: what would end care does not."""
_EXPLAINS: Final = _any(
    r"\b(?:i|we)(?:'m|m| am|'re|'ve been| have been| was| were) (?:only |just |still )*"
    r"(?:on|talking|going on|writing|speaking|thinking) about (?!(?:it|this|that|them|everything"
    r"|me|myself|dying|death|ending|leaving|how|my (?:life|own|death|pain))\b)\w",
    r"\bi (?:only |just )*(?:meant|mean) (?:(?:the|an?|my|our|his|her|that|those|these) "
    r"(?!(?:way|end|pain|life|world|point|only|whole|night|time)\b)\w+|\w{3,}s\b)",
    r"\b(?:it|that)(?:'s|s| is| was|'d be) (?:only |just |all )*(?:about )?(?:the|an?|my|our) "
    r"(?!(?:way|end|pain|life|world|point|only|truth|best|same|relief)\b)\w+[^.!?]*\b(?:not me|i meant?)\b",
)
"""The words were about a thing, and it is named."""
_SECRET: Final = _any(
    r"\b(?:are you|will you|you(?:'re| are)?|going) (?:going to )?(?:gonna )?(?:tell|report|call|ring|phone|alert"
    r"|notify|inform)\w*"
    r" (?:anyone|anybody|someone|on me|the (?:police|cops|hospital|ambulance|authorities)|my \w+|them|me in)\b",
    r"\b(?:don'?t|do not|please don'?t) (?:tell|call|report|ring|send) (?:anyone|anybody|the|my|on)\b",
    r"\b(?:is this|are these|will this be|does this get|who) (?:private|confidential|recorded|reported|can (?:see"
    r"|read)|sees|reads)\b",
    r"\b(?:keep (?:this|it) (?:secret|between us|private)|section(?:ed)? me|lock(?:ed)? me up|put me away)\b",
)
_ANGER: Final = _any(
    r"\b(?:fuck|screw|sod|damn) (?:you|off|this|your)\b|\bpiss off\b|\bgo to hell\b|\bshut up\b|\bbullshit\b",
    r"\b(?:stupid|useless|pointless|pathetic|dumb|bloody|fucking|bloody stupid|just a|only a|you'?re a|a) (?:fucking )?"
    r"(?:bot|machine|program|robot|computer|app|script|ai)\b",
    r"\b(?:you|this) (?:don'?t|doesn'?t|do not) (?:care|understand|get it|help|know (?:me|anything))\b|\byou(?:'re"
    r"| are) (?:useless|no help|not"
    r" (?:real|listening|helping)|not even real|just (?:reading|copy)\w*)\b",
    r"\bstop (?:saying|telling|giving|pasting|asking|repeating|with the)\b|\b(?:same|canned|generic|scripted"
    r"|copy.?paste\w*) (?:answer|reply|text|"
    r"message|shit|crap|thing|numbers?)\b|\bi (?:didn'?t|don'?t) (?:ask|want|need) (?:for )?(?:a |your "
    r"|the )?(?:number|phone|helpline|hotline|lecture)",
)
_FAILED: Final = _any(
    r"\b(?:no ?body|no one) (?:answer(?:s|ed)|pick(?:s|ed) up|came|helped)\b"
    r"|\b(?:they|she|he) (?:didn't (?:answer|pick up|help|listen)|(?:just )?hung up|put me (?:on hold|off))\b"
    r"|\b(?:put|been|still|left|kept|i'm|was) (?:\w+ )?on hold\b"
    r"|\b(?:it|they|the line|the number|that|lifeline|samaritans|988) (?:\w+ )?(?:rang out|was (?:busy|engaged)"
    r"|is (?:busy|engaged)|hung up|didn't (?:work|help)|doesn't work|don't help|never help\w*|just (?:read|made))\b",
    r"\b(?:tried|called|rang|phoned) (?:them|it|that|already|before|the (?:line|number))\b.*"
    r"\b(?:no|nothing|didn't|useless|worse|but)\b",
)
_CANNOT_CALL: Final = re.compile(
    r"\b(?:can't|cannot|won't|don't want to|do not want to|not going to|couldn't|could not|hate|too scared to|afraid to"
    r"|unable to|not able to|don't dare(?: to)?) (?:to )?(?:call|phone|ring|talk (?:on the phone|to (?:any ?one"
    r"|any ?body|people"
    r"|strangers?|a (?:stranger|person|human|line)))|speak(?! of| about)|make (?:a|the|that|any) (?:phone )?calls?"
    r"|use the phone|(?:calling|phoning|ringing|talking on the phone))\b",
    re.IGNORECASE,
)
_NO_ONE: Final = _any(
    r"\b(?:there(?:'s| is)|i(?:'ve| have)(?: got)?|got|have) (?:really |just )?(?:no ?(?:one|body)|nobody|no friends"
    r"|no family"
    r"|not a soul)\b|\bi (?:don't|do not) (?:have|know) (?:anyone|anybody|any friends|any family|a person|people)\b"
    r"|\b(?:no ?one|nobody)(?: (?:to (?:call|ring|tell|talk to|turn to)|would (?:come|care|answer|understand)"
    r"|cares|left|here|else|really|knows))?\s*[.!]*$|\bwho would i (?:call|ring|tell)\b"
    r"|\b(?:all|completely|totally) alone\b|^\W*(?:i'm |i am )?(?:\w+ )?alone(?: here)?\W*$"
    r"|\beveryone(?:'s| is| has) (?:gone|dead|left)\b",
    r"\bi(?:'ve| have)? (?:never|not|haven't) (?:told|spoken to|talked to) (?:anyone|anybody|a soul)\b"
    r"|\b(?:can't|cannot|couldn't) tell (?:anyone|anybody|a soul)\b",
)
_CALLED: Final = (
    r"(?:called|rang|ringing|calling|phoned|phoning|texted|texting|messaged|messaging|spoke (?:to|with)"
    r"|speaking (?:to|with)|talking to|on the phone|going to (?:call|ring|phone|text|tell))"
)
_NOT_LATER: Final = (
    r"(?![^.!?]*\b(?:tomorrow|in the morning|next week|later|(?:on |next )(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day)\b)"
)
_REACHED: Final = _any(
    rf"(?:\bi(?:'ve| have|'m| am)? |^\W*(?:(?:yes|ok(?:ay)?|well)\W+)?)(?:just |now |already |finally "
    rf"|actually )*{_CALLED}\b"
    rf"(?! you\b)(?!(?: \w+){{1,2}} an? )(?!.*\b(?:no ?(?:one|body)|no answer|didn't)\b){_NOT_LATER}",
    rf"\bi(?:'ll| will) (?:call|ring|phone|text|tell)\b(?! you\b){_NOT_LATER}",
    r"\bi(?:'ve| have)? (?:just |now |already |finally )*told (?:him|her|them|some ?(?:one|body)|mum|mom|mam|dad|my \w+"
    r"|(?-i:[A-Z]\w+))(?:\s*(?:[.,!;]|$)| (?:about|everything|it all|how i|what|the truth|just now|now)\b)",
    r"\b(?:she|he|mum|mom|dad|my \w+|they|someone|somebody|the ambulance) (?:is|are|'s|'re)? ?(?:here|coming"
    r"|on (?:the|their|her|his) way|with me|sitting)\b|\b(?:she|he|they)(?:'s|'re) (?:here|coming|on (?:the|their"
    r"|her|his) way"
    r"|with me|sitting)\b|\b(?:called|rang|phoned) me back\b",
    r"\bambulance\b.*\b(?:coming|here|called)\b|\bat (?:the hospital|a&e|the er|casualty)\b",
)
_GOODBYE: Final = _any(
    r"^\W*(?:(?:ok(?:ay)?|right|thanks|thank you|well)[,.! ]*)*(?:bye|goodbye|good ?night|night|gotta go|got to go"
    r"|i(?:'m| am) (?:going|off)"
    r"(?: now| to bed| to sleep)?|going to (?:bed|sleep)|i(?:'ll| will) (?:go|sleep) now|see you)\b[^.?]{0,24}[.!]*$",
)
_DENIES: Final = _any(
    NO_LEADS_ON, r"^\W*(?:nope|nah|never)\b", r"\bnot (?:about )?(?:me|myself)\b|\bi meant\b|\b(?:ha(?:ha)+|lol)\b"
)


def _goes_on(plain: str) -> bool:
    return _GO_ON.search(plain) is not None and not _BUT_MEANS.search(plain) and not _TOLD_THEM.search(plain)


_IN_ORDER: Final[tuple[tuple[Answer, Callable[[str], object]], ...]] = (
    (Answer.GO_ON, _goes_on),
    (Answer.SECRET, _SECRET.search),
    (Answer.ANGER, _ANGER.search),
    (Answer.UNSAFE, says.is_unsafe),
    (Answer.FAILED, _FAILED.search),
    (Answer.CANNOT_CALL, _CANNOT_CALL.search),
    (Answer.NO_ONE, _NO_ONE.search),
    (Answer.REACHED, _REACHED.search),
    (Answer.GOODBYE, _GOODBYE.search),
    (Answer.HARDLY, says.is_hardly),
    (Answer.UNSURE, says.is_unsure),
    (Answer.SAFE, says.is_safe),
    (Answer.FINE, says.is_fine),
    (Answer.DENIED, says.is_denied),
    (Answer.UNWELL, says.is_unwell),
    (Answer.NO, says.is_no),
    (Answer.PARTLY, says.is_partly),
    (Answer.YES, says.is_yes),
)
"""What tells more comes first, and a doubt before what it is a doubt of."""


def hear_answer(text: str) -> Answer:
    """Return what a message in care says."""
    plain = plain_answer(text)
    if _BUT_DANGER.search(plain) is None:
        if _GO_ON_SAID.search(plain) and not _TOLD_THEM.search(plain):
            return Answer.GO_ON
        if _EXPLAINS.search(plain) and _DENIES.search(plain):
            return Answer.EXPLAINED
    return next((answer for answer, hears in _IN_ORDER if hears(plain)), Answer.OTHER)
