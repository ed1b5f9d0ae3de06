"""Hear who ends the talk by going to bed: "Right, bed.", "time I was asleep"; a bed that is told of ends nothing."""

from __future__ import annotations

import re
from typing import Final

_OPENS: Final = (
    r"(?:(?:right|ok(?:ay)?|well|anyways?|so|then|and|but|now|yeah|yes|alright|thanks|thank you|cheers|that's me|me"
    r"|i think|think|god|oh)\b[\s,.!…–—-]*){0,5}"
)
_MY: Final = r"(?:my |me |a warm )?"
_BED: Final = r"(?:bed|sleep|kip|sack|zzz+)"
_TIRED: Final = r"(?:tired|shattered|knackered|wrecked|exhausted|done in|dead on my feet|falling asleep|asleep already)"
_TO_A_MARK: Final = r"[^.!?,…\n]{0,30}(?=[.!?,…\n]|$)"
"""A free end stops at a mark and nowhere else, so that there is one way to read what repeats itself."""
_CLOSES: Final = (
    r"(?:[\s,.!…]*(?:(?:then|now|for me|i think|i suppose|i reckon|at last|soon|thanks?(?: you)?(?! for\b)"
    r"|cheers|(?:good ?)?night|bye|x+|zz+|early (?:start|shift|one|night|doors)(?: tomorrow)?"
    rf"|work (?:tomorrow|in the morning)|long day(?: tomorrow)?|(?:i'm|im) (?:so )?{_TIRED}|it's late|talk tomorrow)\b"
    rf"|(?:thanks?(?: you)? for|up (?:at|early)|before i)\b{_TO_A_MARK}))*[^\w?]*$"
)
"""What may follow in the same breath: thanks, the hour, the early start."""
_BARE: Final = re.compile(
    r"(?:^|(?<=[.!?…;\n])\s*)"
    + _OPENS
    + r"(?:bed|bed ?time|sleep(?= now| then| time| for me| i think))(?: time)?(?: (?:calls|beckons|is calling))?"
    + _CLOSES,
    re.IGNORECASE,
)
"""The one word; behind a comma it may end the list of a day."""
_ON_THE_WAY: Final = re.compile(
    r"(?:^|(?<=[.!?…,;\n])\s*)"
    + _OPENS
    + r"(?:"
    + rf"(?:(?:i'm|im|i am|i'll be) )?(?:off|away|going|gonna go|going up|headed|heading|heading up|heading off) "
    rf"(?:up |off )?to {_MY}{_BED}"
    + r"|(?:i'm|im|i am) (?:for|ready for|going up to) (?:my )?bed"
    + rf"|(?:it'?s )?(?:past |about |high |well past )?(?:my )?(?:bedtime|time (?:for (?:my )?{_BED}"
    r"|(?:i was|to be) (?:in bed|asleep)|(?:i went|to go|to get|i got) to bed))"
    + r"|i(?:'d better| had better|'ve got to|'ll| (?:will|must|should|ought to|need to|have to))(?: really)?"
    rf" (?:go to|get to|head (?:up |off )?to|crawl into|be off to|go up to) {_MY}bed"
    + r"|(?:i'll|i will|i'm going to|im going to|i should|i'd better|i must) (?:turn in|hit the (?:hay|sack)|go up)"
    + r")"
    + _CLOSES,
    re.IGNORECASE,
)
_LAST_THING: Final = re.compile(
    r"\b(?:i'm|im|i am|i'll|gonna|one (?:more|last) \w+|just (?:the|one|this))\b[^.!?,]{0,40},?"
    r" (?:and |& )?then (?:it's |to |i'm off to )?bed\b" + _CLOSES,
    re.IGNORECASE,
)
"""What is still to be done tonight, and then bed."""
_TOLD: Final = re.compile(
    r"\b(?:said|says?|told|tells|goes|shouts?|shouted|every (?:night|evening|day)|always|usually|used to|if|when)\b"
    r"[^.!?\n]*$",
    re.IGNORECASE,
)
"""After these words in one sentence somebody else goes to bed, or one does at other times."""
_IN_A_ROW: Final = re.compile(r"(?:(?:^|(?<=[.!?]))\s*\w+(?: \w+)?[.!?]+){2}\s*$")
"""After two such pieces a bed is the last of a day told in pieces: "Rain. Soup. Bed."."""


def says_bedtime(plain: str) -> bool:
    """Say whether a message with straight apostrophes ends with its writer on the way to bed."""
    for pattern in (_BARE, _ON_THE_WAY, _LAST_THING):
        found = pattern.search(plain)
        if found and not _TOLD.search(plain, 0, found.start()):
            return not (pattern is _BARE and _IN_A_ROW.search(plain, 0, found.start()))
    return False
