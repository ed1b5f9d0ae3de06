"""Cut a text into the words that searching counts: in lower case, stemmed, without stop words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from assistant.reading.stemming import stem

_STOP_WORDS: Final = """
    a about above after again against all also am an and any are as at be because been before being below between both
    but by can cannot could did do does doing down during each ever few for from further get getting go going gone got
    had has have having he her here hers herself him himself his how i if in into is it its itself just let me more
    most my myself no nor not of off on once only or other ought our ours ourselves out over own same she should so
    some such than that the their theirs them themselves then there these they this those through to too under until
    up us very was we went were what when where which while who whom whose why will with would you your yours yourself
    yourselves
    d didn doesn don hadn hasn haven isn ll m re s shouldn t ve wasn weren won wouldn
"""
STOP_WORDS: Final = frozenset(_STOP_WORDS.split())
"""English words that stand in nearly every text, with the pieces that an apostrophe leaves."""

_CONTRACTED: Final = re.compile(r"(?:n['’]t|['’](?:s|d|ll|m|re|ve))\b")
_WORD: Final = re.compile(r"[^\W_]+")
_SPACED: Final = "".join(letter if letter.isalnum() else " " for letter in map(chr, range(128)))


def plain_words(text: str) -> list[str]:
    """Return the words in lower case, without accents and without what an apostrophe adds."""
    lowered = text.lower()
    if "'" in lowered or "’" in lowered:
        lowered = _CONTRACTED.sub(" ", lowered)
    if lowered.isascii():
        return lowered.translate(_SPACED).split()  # as the pattern below would, in half the time
    parted = unicodedata.normalize("NFKD", lowered)
    return _WORD.findall("".join(letter for letter in parted if not unicodedata.combining(letter)))


def terms_of(text: str) -> list[str]:
    """Return the stems of the words that carry meaning, in the order of the text."""
    return list(filter(None, map(_term, plain_words(text))))


@lru_cache(maxsize=65_536)
def _term(word: str) -> str:
    """Return the stem of a word, nothing for a stop word."""
    return "" if word in STOP_WORDS else stem(word)
