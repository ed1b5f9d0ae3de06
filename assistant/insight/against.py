"""Tell a line that speaks against a belief from one that says it again.

Such a line uses the belief's words ("I said no"), and says that it turned out otherwise: "and nobody minded", "not too
late for once", "it was fine". The lines around it may say so for it.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.reading.features import plain

_OTHERWISE: Final = re.compile(
    r" (?:for once|after all|as it turns out|turned out (?:fine|well|alright|all right|ok|okay|not)|all the same|"
    r"and yet|even so|to my surprise|surprisingly|surprised|unexpectedly|maybe i was wrong|i was wrong|proved me wrong|"
    r"how wrong|nothing (?:bad |terrible )?(?:happened|went wrong|has gone wrong)|nothing has|the sky did not|"
    r"(?:nobody|no-one|none of them|he|she|they) (?:even |really |ever )?(?:minded|noticed|cared|blinked|laughed|complained|"
    r"thought (?:a thing|any|the less|less|i|twice|anything)|said (?:a word|a thing|anything)|died|judged)|"
    r"did not (?:mind|matter|think|feel like|laugh|fall apart|need to|have to|hurt|die|even)|does not (?:think|mind|seem)|"
    r"was not (?:even |actually |really )?(?:cross|angry|bothered|annoyed|disappointed|bad|so|as|proper|perfect)|"
    r"(?:was|went|is|all|just|being|felt) (?:\w+ )?(?:fine|ok|okay|alright|all right|lovely|worth it|easy|enough|good)|"
    r"fair enough|no bother|no problem|of course he said yes|said yes before|in the right place|"
    r"without (?:asking|being asked|me|a word)|worth doing|still came away|it counted|maybe i am|maybe i can|"
    r"like a normal person|not too|not so|not once|never once|better for it|the best at|thanked me|"
    r"asked (?:if|whether) (?:the two of us|we|i)|i asked|managed (?:it|to)|got it done|finished it) "
)
_DENIED: Final = re.compile(r" (?:not|never|no|nobody|without|nothing|none) ")
_STRONG: Final = re.compile(
    r" (?:for once|to my surprise|proved me wrong|i was wrong|nothing (?:bad |terrible )?(?:happened|went wrong|has gone wrong)|"
    r"(?:nobody|no-one|none of them) (?:even |really |ever )?(?:minded|cared|thought|blinked|judged)|did not (?:mind|feel like)|"
    r"does not think|better for it|worth doing|maybe i am|not too) "
)


def speaks_against(sentence: str, after: str = "", confidence: float = 0.0) -> bool:
    """Say whether a sentence like a belief tells that it was otherwise; `after` is the sentence that follows it.

    A sentence that the reading is sure states an assumption needs a strong sign.
    """
    said = f"{plain(sentence)} ".replace("  ", " ")
    if _STRONG.search(said):
        return True
    if confidence >= 0.8:
        return False
    return bool(_OTHERWISE.search(said) or _STRONG.search(f"{plain(after)} "))


def denials(sentence: str) -> int:
    """Return how often a sentence denies: two that say the same in the same words deny about as often."""
    return len(_DENIED.findall(plain(sentence)))
