"""Find the when, if or that clause of a question: the words that are the person's own, turned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from assistant.coaching.lexicon import AUXILIARIES, DETERMINERS, PASTS, THIRDS
from assistant.coaching.tokens import words_of

_OPENS: Final = frozenset("when if once after before as while since because until that".split())
_WHO: Final = frozenset(
    "you he she it they we one nobody somebody someone everybody everyone people you're you've you'd you'll he's he'd "
    "he'll she's she'd she'll it's they're they've they'd they'll".split()
)
_DOES: Final = PASTS | THIRDS | AUXILIARIES
_NAMED_WITHIN: Final = 3
"""Words of a subject before its verb: "your older sister rang"."""
_FEWEST: Final = 2
"""Somebody and what they did."""


@dataclass(frozen=True, slots=True)
class Subclause:
    """One such clause: "when | your brother rang"."""

    opens: str
    words: tuple[str, ...]
    head: tuple[str, ...]
    """What is asked about it: the words before."""


def subclause(question: str) -> Subclause | None:
    """Return the first clause within a question that says who did what, in lower case; None where there is none."""
    words = words_of(question)
    for place in range(2, len(words)):
        rest = tuple(words[place + 1 :])
        if words[place] in _OPENS and len(rest) >= _FEWEST and _tells(words[place], rest):
            return Subclause(words[place], rest, tuple(words[:place]))
    return None


def _tells(opens: str, rest: tuple[str, ...]) -> bool:
    """Say whether a subject follows; after "that" a noun alone is none ("that job")."""
    if rest[0] in _WHO or (opens != "that" and rest[0] in DETERMINERS):
        return True
    reach = _NAMED_WITHIN if rest[0] in DETERMINERS else 1
    return any(word in _DOES for word in rest[1 : 1 + reach])
