"""Tell a sentence that stands by itself from one that leans on what was said before it: quoted alone, it misleads."""

from __future__ import annotations

import re
from typing import Final

from assistant.reading.terms import STOP_WORDS

_JOINING: Final = r"(?:(?:and|but|so|or|then|still|anyway|also|well|yet|though|only|because|even|oh|yes|no|,)\s+)*"
_LEANS: Final = re.compile(
    r"^[\W_]*" + _JOINING + r"(?:"
    r"(?:he|she|they|him|her|them|his|hers|theirs|their)(?!\w)(?!\s+and\s+i\b)|"
    r"(?:this|these|those|such)\s+(?:is|was|are|were|will|would|had|has|did|does|made|makes|i|we|he|she|they)\b|"
    r"that(?:['’]s|s)?(?!\s+(?:day|night|week|evening|morning)\b)\b|"
    r"it(?!['’]?s\b|\s+(?:is|has|will|seems|takes|was\s+(?:always|never)\b))\b|"
    r"it(?:['’]s|\s+is|\s+was)\s+one\s+of\b|"
    r"(?:the\s+)?(?:latter|former|same|other|others)\b|"
    r"(?:which|whom?|whose|where|whereupon|there\s+you|here\s+we|as\s+if|like\s+that)\b|"
    r"(?:both|neither|none|either|most|some)\s+of\s+(?:them|it|these|those)\b"
    r")",
    re.IGNORECASE,
)


_LIKE_THIS: Final = re.compile(r"(?<!\w)(?:like|as) (?:this|that|these|those)[\W_]*$", re.IGNORECASE)
_SOMEBODY: Final = re.compile(r"(?<![\w'’])(?:he|she|him|her|his|hers)(?!\w)(?!\s+and\s+i\b)", re.IGNORECASE)
_I_DID: Final = re.compile(
    r"^[\W_]*I(?:['’]\w+)? (?:(?:\w+n['’]t|\w+) ){0,3}\w+ (?:him|her)(?!\w)(?! (?:\w+ )?(?:who|when|what|where|why))"
)
"""Of "I told him" the writer knows whom, and of "I've never told him"; what another does and has needs a name."""
_PERSON_NAMED: Final = re.compile(
    r"(?<![\w'’])(?i:(?:the|a|an|my|our|your|their|some|any|every|each|no|this|that|another|whoever|who)\s+\w|"
    r"(?:everyone|everybody|someone|somebody|anyone|anybody|nobody|people|mum|mom|dad|god|one)(?!\w))",
)
"""Words that may name whom a later "he" or "her" is: a noun behind its article."""
_CAPITAL: Final = re.compile(r"(?<![\w'’])(?!I(?!\w))(?P<word>[^\W\d_][\w.⸺—]+)")
"""A word that is a name where it has a capital."""

_DOING: Final = re.compile(
    r"^[\W_]*(?:\w+n['’]t|(?:rang|told|met|saw|took|gave|sent|let|got|made|is|was)(?=\s)|\w+(?:ed|ing)(?=\s+(?:him|her|his|hers)(?!\w)))",
    re.IGNORECASE,
)
"""Beginnings that are no name, though they have a capital ("Rang him", "Doesn't matter, he says"). Of those in "ed" and
"ing", only one right before the word it acts on: "Fred" and "Sterling" do things themselves."""

_ASKS_WILL: Final = re.compile(
    r"[\W_]*will\s+(?:i|you|he|she|it|we|they|there|this|that|the|an?|my|his|her|our|your|their|any\w*|some\w*)(?!\w)",
    re.IGNORECASE,
)
"""A question; else "Will" at the beginning is a name."""


def leans(sentence: str) -> bool:
    """Say whether a sentence needs what was said before it.

    It begins with a word that stands for something named there ("They were late again"), speaks of somebody whom it
    does not name ("Doesn't matter, he never asks"), or ends by pointing at what it has not said ("a day like this").
    """
    return bool(_LEANS.search(sentence) or _LIKE_THIS.search(sentence)) or _names_nobody(sentence)


def _names_nobody(sentence: str) -> bool:
    """Say whether a "he" or "her" comes before anything that it may stand for."""
    spoken = _SOMEBODY.search(sentence)
    if spoken is None or _I_DID.match(sentence):
        return False
    before = sentence[: spoken.start()]
    return not _begins_with_name(sentence, before) and not _names_within(before)


def _begins_with_name(sentence: str, before: str) -> bool:
    """Say whether the first word is a name; its capital alone does not tell."""
    first = re.match(r"[\W_]*(?P<word>[^\W\d_][\w.⸺—]+)", before)
    if first is None or not first["word"][0].isupper() or _DOING.match(sentence):
        return False
    word = first["word"].lower()
    return word not in STOP_WORDS or (word == "will" and _ASKS_WILL.match(sentence) is None)


def _names_within(before: str) -> bool:
    """Say whether a noun behind its article, or a name after the first word, may be who is spoken of."""
    within = (one for one in _CAPITAL.finditer(before) if one.start() > 0)
    return _PERSON_NAMED.search(before) is not None or any(one["word"][0].isupper() for one in within)
