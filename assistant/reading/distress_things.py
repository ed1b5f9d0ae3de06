"""Strike out the death of a thing: "a dead hive", "the engine was dead", "let the argument die" are no wish of the writer's.

A rule of grammar, not a list of things: "dead" straight before a noun says what kind of thing it is, and a thing that is
dead, dies or should die has a name of its own before the verb. A word for a person, for a part of oneself or for a way
out is no thing: "a dead father", "this body dead" and "the only way is to die" stay.
"""

from __future__ import annotations

import re
from typing import Final

_DETERMINER: Final = (
    r"(?:an?|the|this|that|these|those|my|our|your|his|her|its|their|some|any|no|another|every|each|all|both|two|three"
    r"|four|five|few|several|many|more|half|which|what)"
)
_COPULA: Final = r"(?:im |ive |(?:i|id|ill|to|and|rather|sooner) (?:be|was|were|am|become|been) )"
_PREDICATE: Final = frozenset(
    "be was were am im is are isnt arent wasnt werent been being become me myself us him them i id ill ive hes shes it"
    " its better as than drop dropped dropping wake woke woken end ended found find shot left up rather sooner feel felt"
    ' feeling play playing go gone went half or not , ~ " someone somebody everyone'.split()
)
"""Words after which "dead" is said of somebody, and the noun that may follow is no longer its own."""
PERSON: Final = (
    r"(?:m[ae]n|wom[ae]n|persons?|people|girls?|boys?|fathers?|mothers?|mums?|dads?|wife|husband|partner|parents?|sons?"
    r"|daughters?|child(?:ren)?|kids?|bab(?:y|ies)|brothers?|sisters?|friends?|ones?|someone|somebody|anyone|everyone"
    r"|nobody|you|lovers?|boyfriend|girlfriend|grand\w+|gran|nan|aunt|uncle|he|she|they|we|us|me|i|im|myself|self)"
)
_OF_SELF: Final = (
    r"(?:life|heart|part|parts|half|side|bit|bits|piece|body|corpse|soul|spirit|mind|brain|head|rest|whole|inside"
    r"|insides|self|existence|place|world)"
)
_WAY_OUT: Final = (
    r"(?:way|ways|answer|option|solution|thing|things|wish|plan|point|choice|reason|relief|escape|end|best|only|least"
    r"|time|day|night|right|need|urge|courage|strength|nerve|desire|process|business|itself)"
)
_NOT_A_NOUN: Final = (
    r"(?:a|an|the|and|or|but|nor|if|when|than|as|at|in|on|by|to|of|for|from|with|without|before|after|over|under|up|down"
    r"|out|off|into|like|so|because|since|until|till|while|that|this|these|those|who|which|what|where|how|why|not|no"
    r"|is|are|was|were|be|been|has|have|had|do|does|did|dont|doesnt|isnt|would|will|could|can|should|might|may|must"
    r"|wouldnt|cant|rest|sleep|lie|know|feel|get|need|never|now|then|too|either|already|again|soon|today|tonight"
    r"|tomorrow|yesterday|anyway|instead|forever|always|sometimes|inside|alone|young|yet|still|only|even|also|here"
    r"|there|please|rn|idk|my|your|his|her|its|our|their|some|one|all|every|each|ever|though|once|years|months|weeks"
    r"|days|hours|last|next|more|most|ok|okay|right|quiet(?:ly)?|from)"
)
_NO_THING: Final = rf"(?:{PERSON}|{_OF_SELF}|{_WAY_OUT})"

_ATTRIBUTE: Final = re.compile(rf"(?P<det>{_DETERMINER} )?\b(?P<dead>dead|dying) (?P<noun>\w[\w*]+)")
_NO_NOUN: Final = re.compile(rf"(?:{_NOT_A_NOUN}|{PERSON}|{_OF_SELF}|bit|process|business|itself)")
_IS_SELF: Final = re.compile(rf"\b(?:{_COPULA}|one of )$")

_WORD: Final = rf"(?!{_NO_THING} |{_NOT_A_NOUN} |[~†] )\w\S* "
_THING: Final = rf"\b{_DETERMINER} (?:{_WORD}){{1,3}}"
_AUXILIARY: Final = (
    r"(?:(?:that|which|is|was|are|were|isnt|arent|wasnt|werent|be|been|being|has|have|had|hasnt|havent|hadnt|will|would"
    r"|wont|wouldnt|might|may|could|doesnt|dont|didnt|did|does|going|goes|go|went|gone|to|all|both|already|either"
    r"|not|never|nearly|almost|half|finally|slowly|so|too|pretty) )"
)
_GONE: Final = r"(?:dead|die|dies|died|dying)\b"
_PREDICATED: Final = re.compile(
    rf"{_THING}(?!to (?:die|be dead)\b){_AUXILIARY}{{1,4}}{_GONE}"
    rf"|\b(?:let|lets|letting|leave|see|seeing|watch|watching) (?:it |{_THING}){_GONE}(?: an? \w+ death)?"
    rf"|\b(?:want|wants|wanted|need|needed|like|wish|hope|hoping|waiting for) {_THING}(?:(?:in|on|of|from|under|behind"
    rf"|around) (?:{_DETERMINER} )?(?:{_WORD}){{1,2}})?(?:to (?:be )?)?{_GONE}"
    r"|(?<!want to )(?<!like to )\b(?:die|dies|died|dying) (?:out|back|off|down)\b"
    rf"|\b(?:{_DETERMINER} (?:{_WORD}){{1,2}}|(?:him|her|it|them|us|you) )to death\b"
    r"|\bthe dead of \w+"
)
_PLAYED: Final = re.compile(
    r"\bdie[ds]? (?:\S+ )?in (?:the|my|our) (?:first|second|third|fourth|fifth|last|final|next|opening|closing) (?:act"
    r"|scene|round|session|level|wave|chapter|episode|raid|quest)\b"
    r"|\bdied with (?:a|an|my) (?:\S+ ){0,2}(?:inventory|gear|loot|stack|streak|high score)\b"
    r"|\bmy death in (?:act|scene|chapter|episode|the (?:first|second|third|last|final|next))\b"
    r"|\b(?:healers?|tank|medic|raid|guild|squad|team|co op|party) (?:\S+ )?(?:let|lets|left) me (?:to )?die\b"
    r"|\bdeath (?:scenes?|cards?|caps?|saves?|saving throws?|screens?|counter|animations?|spiral|roll|watch beetles?)\b"
    r"|\bsudden death\b(?= (?:\S+ ){0,7}(?:penalt\w+|extra|overtime|shoot|play|goals?|round|over|match|final)\b)"
    r"|\bdying (?:\S+ )?(?:embers?|fire|light|swans?)\b"
    r"|\b(?:ready|fit|about|going) to drop dead(?= (?:after|from|with the|on the sofa|by (?:the end|nine|ten|bedtime)))"
)
"""Deaths of the stage, the screen and the table, and names that have death in them."""

THINGS: Final = "\n".join(pattern.pattern for pattern in (_ATTRIBUTE, _NO_NOUN, _IS_SELF, _PREDICATED, _PLAYED))
"""All of them, for the name of these rules."""


THING_DEAD: Final = "†"
"""Stands for the death of a thing, so that a rule may hear it wished for oneself: "and I'd like to follow it"."""


def without_things(sentence: str) -> str:
    """Return a plain sentence with `THING_DEAD` for the deaths of things, and those of a play or a game struck out."""
    if not re.search(r"\bd(?:ead|ie|ied|ies|ying|eath)\b", sentence):
        return sentence
    struck = _PREDICATED.sub(THING_DEAD, _PLAYED.sub("~", sentence))
    return _ATTRIBUTE.sub(_struck, struck)


def _struck(match: re.Match[str]) -> str:
    """Return what stays of "dead" or "dying" and the word after it: nothing where that word is a thing."""
    before = match.string[: match.start()]
    if _NO_NOUN.fullmatch(match["noun"]) or _IS_SELF.search(before):
        return match.group()
    if match["det"] is None and (match["dead"] == "dying" or before.rsplit(maxsplit=1)[-1:][:1] == []):
        return match.group()
    if match["det"] is None and before.split()[-1] in _PREDICATE:
        return match.group()
    return f"{match['det'] or ''}{THING_DEAD}"
