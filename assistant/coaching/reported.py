"""Tell what the writer says from what they report that somebody else said: speech seldom stands in quotation marks."""

from __future__ import annotations

import re
from typing import Final

_NOT_A_SPEAKER = (
    r"(?!(?:i|you|u|ya|we|i'(?:m|d|ve|ll)|im|ive|you'(?:re|d|ve|ll)|to|not|never|ever|even|just|already|also|always"
    r"|really|still|only|once|do|don't|dont|does|doesn't|did|didn't|didnt|can|can't|could|couldn't|might|may|must"
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
    r"|complain(?:s|ed)?|joke[sd]|whisper(?:s|ed)|mutter(?:s|ed)|insist(?:s|ed)?|promised|announced)"
)
_TO_ANOTHER = (
    r"\bi (?:\w+ )?(?:told|tell|asked|ask|texted|wrote to|said to|say to|shouted at|yelled at|heard)"
    r" (?:him|her|them|people|everyone|everybody|my \w+|the \w+|our \w+|(?-i:[A-Z])\w+)\b"
)
_REPORTED: Final = re.compile(
    rf"(?:(?<![\w']){_NOT_A_SPEAKER}[\w']+ {_ADVERBS}{_SAYS}\b|{_TO_ANOTHER})[^.!?,;:\n]{{0,40}}$", re.IGNORECASE
)
_GOES_ON_ALONE: Final = re.compile(r"\b(?:and|but|so)$", re.IGNORECASE)
"""After these the writer speaks again: "she said no and you keep asking"."""
_CONDITION: Final = re.compile(
    r"\b(?:if|unless|until|till|once|whenever|as long as|(?:every|each|next|any) ?time)$", re.IGNORECASE
)
_JUST_BEFORE: Final = 90
"""Code points in which a verb of saying, its hearer and what stands between can be."""


def said_by_another(text: str, at: int) -> bool:
    """Say whether what begins there is reported of somebody else, or said to them: "he told me you never listen"."""
    before = text[max(0, at - _JUST_BEFORE) : at].rstrip(" ,:\"'“‘…")
    return not _GOES_ON_ALONE.search(before) and bool(_REPORTED.search(before))


def only_supposed(text: str, at: int) -> bool:
    """Say whether what begins there is a condition, and its "you" is anybody: "if you turn it round"."""
    return bool(_CONDITION.search(text[max(0, at - _JUST_BEFORE) : at].rstrip()))
