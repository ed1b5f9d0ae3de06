"""Hear that a goal was made smaller from one saying of it to the next.

**Source**: Senge, *The Fifth Discipline* (1990), appendix 2, "eroding goals": the gap is closed by wanting less.
Only two sayings of one goal are compared, by their numbers and by words that settle for less; whether it was a choice
is the person's to say.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.coaching.critic import content_stems

_NUMBERS: Final = {
    "never": 0, "no": 0, "once": 1, "one": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "every": 30, "daily": 30, "all": 30,
}  # fmt: skip
"""A month of days stands for "every": only which is smaller counts."""

_LESS: Final = re.compile(
    r"\b(?:maybe|perhaps|at least|good enough|(?:would|will|'d) be (?:fine|ok(?:ay)?|enough)|is (?:fine|enough) too"
    r"|settle for|sometimes|now and then|if (?:i|we) can|when (?:i|we) can|(?:a bit|a little|somewhat) (?:less|more)"
    r"|more or less|realistic(?:ally)?|only|just|some of|half|fewer|less|not so (?:much|many|often)|start with)\b",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(r"\d+|[a-z']+")


def is_lowered(wanted: str, held: str) -> bool:
    """Say whether the second saying of a goal wants less than the first one did."""
    if not content_stems(wanted) & content_stems(held):
        return False
    before, after = _amounts(wanted), _amounts(held)
    if before and after and max(after) != max(before):
        return max(after) < max(before)
    return len(_LESS.findall(held.replace("’", "'"))) > len(_LESS.findall(wanted.replace("’", "'")))


def _amounts(text: str) -> list[int]:
    found = _TOKEN.findall(text.lower().replace("’", "'"))
    return [
        int(token) if token.isdigit() else _NUMBERS[token] for token in found if token.isdigit() or token in _NUMBERS
    ]
