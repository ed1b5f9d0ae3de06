"""Tell a sentence that stands by itself from one that leans on what was said before it: quoted alone, it misleads."""

from __future__ import annotations

import re
from typing import Final

_JOINING: Final = r"(?:(?:and|but|so|or|then|still|anyway|also|well|yet|though|only|because|even|oh|yes|no|,)\s+)*"
_LEANS: Final = re.compile(
    r"^[\W_]*" + _JOINING + r"(?:"
    r"(?:he|she|they|him|her|them|his|hers|theirs|their)(?!\w)(?!\s+and\s+i\b)|"
    r"(?:this|these|those|such)\s+(?:is|was|are|were|will|would|had|has|did|does|made|makes|i|we|he|she|they)\b|"
    r"that(?:['’]s|s)?(?!\s+(?:day|night|week|evening|morning)\b)\b|"
    r"it(?!['’]?s\b|\s+(?:is|has|will|seems|takes|was\s+(?:always|never)\b))\b|"
    r"(?:the\s+)?(?:latter|former|same|other|others)\b|"
    r"(?:which|whom?|whose|where|whereupon|there\s+you|here\s+we|as\s+if|like\s+that)\b|"
    r"(?:both|neither|none|either|most|some)\s+of\s+(?:them|it|these|those)\b"
    r")",
    re.IGNORECASE,
)


def leans(sentence: str) -> bool:
    """Say whether a sentence begins with a word that stands for something named before it ("They were late again")."""
    return _LEANS.search(sentence) is not None
