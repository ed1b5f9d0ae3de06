"""Hear whether an answer to "who could be with you?" names somebody, and not whom they are afraid of or have lost."""

from __future__ import annotations

import re
from typing import Final

from assistant.coaching.care_yes_no import plain_answer
from assistant.coaching.lexicon import RELATIONS
from assistant.coaching.names import is_name_at_head

MOST_WORDS: Final = 14
"""More words than this tell a story, and who is in it may be its trouble."""

_PEOPLE: Final = "|".join(
    sorted((RELATIONS - {"lead", "team", "ex", "baby"}) | {"mums", "sis", "granny", "grandad", "nurse", "gp", "vicar"})
)
_SOMEONE: Final = re.compile(
    rf"\b(?:my|our|the|a|an) (?:\w+ )?(?:{_PEOPLE}|people|woman|man|couple|priest|pastor|imam|rabbi)\b"
    rf"|^\W*(?:maybe |perhaps |probably )?(?:{_PEOPLE})\b|\b(?:mum|mom|mam|dad|nan|gran|grandma|grandad|grandpa)\b",
    re.IGNORECASE,
)
_NAME_IN_ANSWER: Final = re.compile(
    r"^\W*(?:(?:[Mm]aybe|[Pp]erhaps|[Pp]robably|I could (?:ask|ring|call|text|try)|I'd (?:ask|ring|call))\W+)?"
    r"(?P<name>[A-Z][a-z]+)(?P<rest> [A-Z][a-z]+)?(?= (?:and|or) [A-Z]| (?:is|maybe|probably|could|would|can|will|lives"
    r"|from|at|next|downstairs|upstairs|across|I)\b|\W*$)"
)
_NOT_THEM: Final = re.compile(
    r"\b(?:not|never|no|nobody|none|cannot|hates?|hit|hits|hurts?|dead|died|left|gone|reason|problem|cause|fault|because"
    r"|pills?|tablets?|rope|knife|blade|razor|gun|whoever|whatever|anyone|someone|everyone|god|jesus|death"
    r"|afraid|scared|told me|calls? me|called me|says? i|point)\b|n't\b|\?",
    re.IGNORECASE,
)
_NO_NAME: Final = re.compile(r"\w+(?:ness|ing|tion|ment|ly|ity|less|ful|ed|ence|ance)", re.IGNORECASE)


def names_someone(text: str) -> bool:
    """Say whether a short answer names a person to turn to."""
    plain = plain_answer(text)
    if len(plain.split()) > MOST_WORDS or _NOT_THEM.search(plain):
        return False
    return _SOMEONE.search(plain) is not None or _names(plain)


def _names(plain: str) -> bool:
    found = _NAME_IN_ANSWER.match(plain)
    if found is None:
        return False
    name = found["name"]
    common = _NO_NAME.fullmatch(name) is not None or not is_name_at_head(name, 0, name)
    return bool(found["rest"]) or not common
