"""What a rule of the distress layer is, and the words that the rules share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from assistant.core.reading import Distress


@dataclass(frozen=True, slots=True)
class Rule:
    """One sign of distress in a plain sentence (see `distress_words.plain`)."""

    name: str
    level: Distress
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    """What makes it no sign, anywhere in the sentence: an accident, a figure of speech, a place."""
    own: bool = True
    """Whether the nearest subject before the match must be the writer."""
    denied: bool = True
    """Whether "not" or "never" before the match takes the sign away."""


def rule(
    name: str,
    level: Distress,
    *patterns: str,
    unless: str = "",
    own: bool = True,
    denied: bool = True,
) -> Rule:
    """Build a rule from alternative patterns, with `{NAMES}` of the shared words filled in."""
    return Rule(
        name,
        level,
        re.compile(r"(?<!\w)(?:" + "|".join(_filled(pattern) for pattern in patterns) + r")(?!\w)"),
        re.compile(r"\b(?:" + _filled(unless) + r")\b") if unless else None,
        own,
        denied,
    )


def _filled(pattern: str) -> str:
    for name, words in _WORDS.items():
        pattern = pattern.replace("{" + name + "}", words)
    return pattern


IN_EARNEST: Final = (
    r"(?: (?:real|good|ever|sure|once|long|so long|as long|a (?:long|while|very)|the (?:first|last) time"
    r"|(?:\S+ ){0,2}(?:years|months|weeks|days|ages)))"
)
"""What follows "for" where no figure of speech is: "to die for real", "I've wanted to die for years"."""

_WORDS: Final[dict[str, str]] = {
    "FOR": rf"for(?!{IN_EARNEST})",
    "GAP": r"(?:\S+ ){0,4}",
    "ANY": r"(?:\S+ ){0,8}",
    "I": r"(?:i|im|id|ill|ive)",
    "ANYONE": r"(?:any|every|no)(?:one|body)(?: else)?",
    "THEY": r"(?:they(?:d|ll)?|everybody|everyone|everything|people|it(?:d|ll)?|the world|this world|you(?:d|ll)?|you all"
    r"|all of (?:you|them)"
    r"|(?:my |the |our )?(?:\S+ ){0,2}(?:family|kids|children|boys|girls|sons?|daughters?|husband|wife|partner"
    r"|parents|mum|mother|dad|father"
    r"|friends|sister|brother)|he(?:d|ll)?|she(?:d|ll)?)",
    "KILL_SELF": r"(?:kill(?:ing|ed)? myself|(?:end|ending|ended|take|taking|took|taken) (?:my (?:own )?|this )(?:life"
    r"|existence)(?! of (?!mine\b))"
    r"|end(?:ing)? it all|end(?:ing)? myself|commit(?:t?ing|ted)? suicide|hang(?:ing|ed)? myself"
    r"|shoot(?:ing)? myself|shot myself"
    r"|drown(?:ing|ed)? myself|poison(?:ing|ed)? myself|gas(?:sing|sed)? myself|stab(?:bing|bed)? myself"
    r"|slit(?:ting)? (?:my|both my) (?:wrists?|throat)|cut(?:ting)? my (?:own )?throat"
    r"|blow(?:ing)? my (?:own )?(?:brains?|head)"
    r"|top(?:ping)? myself|off(?:ing)? myself|neck(?:ing)? myself|do(?:ing)? away with myself|mak(?:e"
    r"|ing) away with myself"
    r"|throw(?:ing)? myself (?:off|in|into|under|from|out)|murder(?:ing)? myself|finish(?:ing)? myself(?: off)?"
    r"|end(?:ing)? me(?: for good)?$|destroy(?:ing)? myself|end(?:ing)? my (?:\S+ )?(?:life|existence|days|pain)"
    r"|put(?:ting)? an end to (?:my (?:\S+ )?(?:life|existence|days|misery)|myself|it all)"
    r"|lay(?:ing)? (?:violent )?hands on myself"
    r"|put(?:ting)? a (?:bullet|gun) (?:in|to|through) my (?:head|mouth|brain|skull))",
    "DEATH": r"(?:die|be dead|be gone forever|not exist|not to exist|stop existing|no longer exist|cease to exist"
    r"|cease to be|stop living"
    r"|stop being alive|not be alive|not to be alive|not be here anymore|not live|not to live"
    r"|never wake(?: up)?(?: again)?"
    r"|not (?:to )?wake(?: up)?(?: again| anymore)?|(?:fall asleep|sleep|go to sleep|lie down) (?:forever|for good"
    r"|and (?:never|not)(?: have to)? (?:wake|get|rise))"
    r"|disappear (?:forever|for good|for ever|permanently)|leave this (?:world|life|earth)|be done with life"
    r"|stop breathing)",
    "PILLS": r"(?:pills?|tablets?|meds?|medication|medicines?|paracetamol|acetaminophen|tylenol|ibuprofen|aspirin|insulin"
    r"|antidepressants?|sleeping pills"
    r"|xanax|valium|opioids?|oxycodone|fentanyl|morphine|codeine|painkillers|bleach|cyanide|drugs?|benadryl)",
    "METHOD": r"(?:ways?|methods?|techniques?|means|place|places|time|bridges?|drugs?|poisons?|options?)",
}
