"""Hide what a thinking model says to itself: it is neither shown nor kept.

A model that was made to think aloud puts its thoughts between two tags before it answers. We begin its answer with
an empty thought, forbid the tokens that open one, and take out whatever comes through all the same, from a server
too.

**Source**: the published chat templates of Qwen 3, DeepSeek R1, SmolLM 3 (`<think>`), Magistral (`[THINK]`).
"""

from __future__ import annotations

import re
from typing import Final

OPENERS: Final = ("<think>", "<thinking>", "<thought>", "<reasoning>", "[THINK]")
"""What opens a thought."""

_CLOSER: Final = {opener: opener[0] + "/" + opener[1:] for opener in OPENERS}
_ANY_OPENER: Final = re.compile("|".join(re.escape(opener) for opener in OPENERS))
_ANY_CLOSER: Final = re.compile("|".join(re.escape(closer) for closer in _CLOSER.values()))
_LONGEST: Final = max(len(tag) for tag in (*OPENERS, *_CLOSER.values()))


class Thoughts:
    """Let through what is said aloud, piece by piece as it is drawn."""

    def __init__(self) -> None:
        """Begin outside of any thought."""
        self._held = ""
        self._closer = ""
        self._after = False
        """A thought has just ended: the empty lines after it belong to it."""

    def aloud(self, piece: str) -> str:
        """Take in a piece; return what of the text so far is known to be said aloud and was not returned yet."""
        self._held += piece
        said = ""
        while True:
            if self._closer:
                _thought, closed, rest = self._held.partition(self._closer)
                if not closed:
                    self._held = self._held[-_LONGEST:]
                    return said
                self._held, self._closer, self._after = rest, "", True
            if self._after:
                self._held = self._held.lstrip()
                self._after = not self._held
            opened = _ANY_OPENER.search(self._held)
            if opened is None:
                kept = _unfinished(self._held)
                said, self._held = said + self._held[: len(self._held) - kept], self._held[len(self._held) - kept :]
                return said
            said += self._held[: opened.start()]
            self._closer, self._held = _CLOSER[opened[0]], self._held[opened.end() :]

    def rest(self) -> str:
        """Return what was held back in case it began a thought, at the end of the text."""
        held, self._held = self._held, ""
        return "" if self._closer else held


def without_thoughts(text: str) -> str:
    """Return a whole text without its thoughts; one that closes a thought it never opened began within it."""
    thoughts = Thoughts()
    said = thoughts.aloud(text) + thoughts.rest()
    closed = list(_ANY_CLOSER.finditer(said))
    return said[closed[-1].end() :].lstrip() if closed else said


def _unfinished(text: str) -> int:
    """Return how many characters at the end may be the beginning of an opener."""
    for length in range(min(len(text), _LONGEST - 1), 0, -1):
        if any(opener.startswith(text[-length:]) for opener in OPENERS):
            return length
    return 0
