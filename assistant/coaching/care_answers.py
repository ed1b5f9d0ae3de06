"""Hear what a person in care answers: yes or no, nobody to call, anger, fine now, a thing meant, or on they go."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Answer(StrEnum):
    """What a message in care says; the first that fits wins."""

    GO_ON = "go_on"
    """They choose to leave care and write about something else."""
    EXPLAINED = "explained"
    """They deny it and say what thing their words were about."""
    SECRET = "secret"
    """They ask who will know."""
    ANGER = "anger"
    FAILED = "failed"
    """A line did not answer, did not help, or cannot be called."""
    REACHED = "reached"
    NO_ONE = "no_one"
    FINE = "fine"
    GOODBYE = "goodbye"
    UNSURE = "unsure"
    YES = "yes"
    NO = "no"
    OTHER = "other"


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_GO_ON: Final = _any(
    r"^\W*(?:(?:(?:yes|yeah)(?!\.)|ok(?:ay)?|right|thanks|thank you|please|and|now|well"
    r"|i'm (?:safe|ok|okay|fine)|safe)[,.!]? )*"
    r"(?:(?:let'?s|can we|could we|shall we|i(?:'d| would)? (?:want|like|love) to|i'm ready to|ready to) )?"
    r"(?:please |just |maybe )*"
    r"(?:go on|carry on|move on|continue|keep going|get back|go back|talk about|write about|change the subject)\b"
    r"(?! (?:like this|living|any ?more|with (?:my )?life|is|feels))",
    r"\b(?:back to (?:normal|the (?:journal|diary|usual|coaching|questions)|journal\w*|writing|coaching|what we were)"
    r"|(?:talk|write) about something else|change the subject|the usual question)\b",
)
_GO_ON_SAID: Final = _any(
    r"(?:^|[.!…;]\W*|\n\W*)(?:(?:so|now|ok(?:ay)?|please|right|well|just|and|but|anyway)[, ]+)*"
    r"(?:let'?s )?(?:go on|carry on|move on|keep going)(?:,? (?:then|please|now)| with (?:the|your) questions?)?"
    r"\s*(?:[.!…;\n]|$)",
)
"""The leave-word as a sentence of its own, wherever it stands in the message."""
_BUT_DANGER: Final = _any(
    r"(?:^|[.!?…;]\W*)(?:yes|yeah|yep|i do\b|i am\b|sometimes|maybe|perhaps|i don'?t know|dunno|not sure|i can'?t\b)",
    r"\b(?:pills?|tablets?|overdose|rope|noose|gun|knife|blade|razor|bridge|roof|suicid\w*|kill(?:ing)? myself)\b",
    r"\b(?:but|though|although|except|some (?:days|nights|times)|sometimes)\b[^.!?…]{0,40}\bi(?:'d|'ve|'m)?\b"
    r"[^.!?…]{0,20}\b(?:do|thinks?|thinking|thought|can'?t|cannot|don'?t|want|wish|feel|could|might|rather|tired)\b",
    r"\bwhy i(?:'d| should| would)? (?:even )?(?:stay|bother|go on|live|keep)\b",
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
_OH: Final = (
    r"(?:(?:oh|ah|ha(?:ha)*|god|good (?:grief|god|lord|heavens)|(?:dear|my|oh my) (?:god|lord|me)|lord"
    r"|heavens?(?: above)?"
    r"|(?:my )?goodness(?: me)?|gosh|blimey|crikey|christ|jesus|hell|bloody hell"
    r"|for (?:god|heaven|pity)'?s sake|what|wait|hang on"
    r"|hold on|sorry|lol|er+m?|um+|well|wow|honestly|look|listen|(?:[a-z']+ ){0,2}[a-z']+(?=[,.!…] ?no\b))"
    r"[^\w]*\s*){1,2}"
)
"""What may stand before a no: an exclamation, or any first word group that ends before it."""
_NO_MORE: Final = r"(?! (?:one|body|point|reason|way|hope|idea|use|longer|future|good|more|choice|other)\b)"
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
    r"\b(?:no ?body|no one|nobody|they) (?:answer(?:s|ed)?|pick(?:s|ed)? up|didn'?t (?:answer|pick up|help)"
    r"|hung up|put me on hold)\b|\bon hold\b"
    r"|\b(?:it|they|the line|the number|that|lifeline|samaritans|988) (?:\w+ )?(?:rang out|was (?:busy|engaged)"
    r"|is (?:busy|engaged)|hung up|didn'?t"
    r" (?:work|help)|doesn'?t work|don'?t help|never help\w*|just (?:read|made))\b",
    r"\b(?:i )?(?:can'?t|cannot|won'?t|don'?t want to|not going to|couldn'?t|hate|too scared to"
    r"|afraid to) (?:to )?(?:call|phone|ring|talk to (?:a|any)?"
    r" ?(?:stranger|one|body|people)|speak|make (?:a|the|that) call|use the phone|talk on the phone)\w*\b"
    r"|\b(?:tried|called|rang"
    r"|phoned) (?:them|it|that|already|before|the"
    r" (?:line|number))\b.*\b(?:no|nothing|didn'?t|useless|worse|but)\b",
)
_REACHED: Final = _any(
    r"\b(?:i(?:'ve| have|'m| am)? )?(?:just )?(?:called|rang|ringing|calling|phoned|phoning|texted|texting"
    r"|spoke (?:to|with)|talking to|on the phone"
    r"|told|messaged|going to (?:call|ring|phone|text|tell)|will (?:call|ring|phone|text|tell)|i'?ll (?:call|ring"
    r"|phone|text|tell))\b"
    r"(?! you\b)(?!.*\b(?:no ?(?:one|body)|no answer|didn'?t)\b)"
    r"(?![^.!?]*\b(?:tomorrow|in the morning|next week|later"
    r"|(?:on |next )(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)",
    r"\b(?:she|he|mum|mom|dad|my \w+|they|someone|somebody|the ambulance) (?:is|are|'s|'re)? ?(?:here|coming"
    r"|on (?:the|their|her|his) way|with me|sitting)\b",
    r"\bambulance\b.*\b(?:coming|here|called)\b|\bat (?:the hospital|a&e|the er|casualty)\b",
)
_NO_ONE: Final = _any(
    r"\b(?:there(?:'s| is)|i(?:'ve| have)(?: got)?|got|have) (?:no ?(?:one|body)|nobody|no friends|no family"
    r"|not a soul)\b|\bi don'?t have (?:anyone|anybody"
    r"|any friends|any family|a person|people)\b|\b(?:no ?one|nobody)(?: (?:to (?:call|ring|tell|talk to|turn to)"
    r"|would (?:come|care|answer|understand)"
    r"|cares|left|here|else))?\s*[.!]*$|\bwho would i (?:call|ring|tell)\b|\b(?:all|completely|totally) alone\b"
    r"|\beveryone(?:'s| is| has) (?:gone|dead|left)\b",
)
_FINE: Final = _any(
    r"\b(?:i'?m|i am|im|i feel|feeling|all|it'?s|its) (?:\w+ )?(?:fine|ok|okay|alright|all right|better|good|grand"
    r"|over it)(?: now| again)?\b(?! (?:than|if|off))",
    r"\b(?:forget (?:it|i said|about it|that)|never ?mind|ignore (?:me|that|it)|(?:was|were"
    r"|just) (?:being )?(?:joking|kidding|dramatic|venting|a joke|drunk|tired)"
    r"|didn'?t mean (?:it|that)|not serious|it'?s nothing|it passed|false alarm|you (?:got|took) (?:it|me"
    r"|that) wrong|misunderst\w+|figure of speech)\b",
)
_GOODBYE: Final = _any(
    r"^\W*(?:(?:ok(?:ay)?|right|thanks|thank you|well)[,.! ]*)*(?:bye|goodbye|good ?night|night|gotta go|got to go"
    r"|i(?:'m| am) (?:going|off)"
    r"(?: now| to bed| to sleep)?|going to (?:bed|sleep)|i(?:'ll| will) (?:go|sleep) now|see you)\b[^.?]{0,24}[.!]*$",
)
_UNSURE: Final = _any(
    r"^\W*(?:i |i really |honestly )?(?:don'?t know|dunno|not sure|idk|no idea|can'?t say|hard to say|maybe"
    r"|perhaps|who knows|unsure)\b"
)
_YES: Final = _any(
    r"^\W*(?:yes|yeah|yep|yup|ya|yea|aye|mhm|i am|i have|i do|i was|i did|it has|it is|they are|kind of|kinda"
    r"|sort of|a bit|a little|sometimes|often|always"
    r"|every (?:day|night)|most (?:days|nights)|i think so|i guess(?: so)?|probably|of course|constantly"
    r"|all the time|true|correct|very|close)\b",
)
_NO: Final = _any(
    rf"^\W*(?:{_OH})?(?:no{_NO_MORE}|nope|nah)\b",
    r"^\W*(?:na|not (?:me|really|tonight|now|today|like that|yet|any ?more|exactly|at all)|never|i'?m not"
    r"|i am not|i don'?t|i do not|i haven'?t"
    r"|i wouldn'?t|i won'?t|i would never|it hasn'?t|it isn'?t|nothing(?: like that)?|of course not|absolutely not"
    r"|far)\b",
)

_DENIES: Final = _any(_NO.pattern, r"\bnot (?:about )?(?:me|myself)\b|\bi meant\b|\b(?:ha(?:ha)+|lol)\b")

_IN_ORDER: Final = (
    (Answer.GO_ON, _GO_ON),
    (Answer.SECRET, _SECRET),
    (Answer.ANGER, _ANGER),
    (Answer.FAILED, _FAILED),
    (Answer.NO_ONE, _NO_ONE),
    (Answer.REACHED, _REACHED),
    (Answer.GOODBYE, _GOODBYE),
    (Answer.UNSURE, _UNSURE),
    (Answer.FINE, _FINE),
    (Answer.YES, _YES),
    (Answer.NO, _NO),
)


def hear_answer(text: str) -> Answer:
    """Return what a message in care says."""
    plain = text.replace("’", "'").strip()
    if _BUT_DANGER.search(plain) is None:
        if _GO_ON_SAID.search(plain):
            return Answer.GO_ON
        if _EXPLAINS.search(plain) and _DENIES.search(plain):
            return Answer.EXPLAINED
    return next((answer for answer, pattern in _IN_ORDER if pattern.search(plain)), Answer.OTHER)
