"""How a handle shows itself in a clause or a sentence, and how much a question gains by standing on it.

Group names are slots: `word` (the charged word), `at` (where to cut, no slot), `do` (a base verb phrase), `doing` (an
-ing phrase), `what` (a clause or thing said, thought or felt about), `who` (a subject), `cond` and `cons` (the two
halves of a rule), `before` and `after` (of a *but*), `said` (reported speech). The patterns themselves stand in
`patterns_self` (what a person says of themselves) and `patterns_world` (what they say of others and of what happened).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

WHO = (
    r"\b(?P<who>(?:my|our|his|her|their|the)\s+(?:[\w-]+\s+)?[\w-]+|(?:mr|mrs|miss|ms|dr)\s+\w+|(?-i:[A-Z][a-zà-ÿ]+)|he|she|"
    r"they|everyone|everybody|"
    r"people|nobody|no one|anyone)"
)
"""A subject: a noun with its possessive, a name, a pronoun."""
ADVERBS_BETWEEN = (
    r"(?:(?:just|really|still|even|also|always|never|only|probably|obviously|clearly|actually|already|all|then|"
    r"finally|suddenly)\s+)*"
)
SPEECH = r"['\"“‘](?P<said>[^'\"“”‘’\n]{2,60}(?:['’][a-z][^'\"“”‘’\n]{0,50})?)[,.!?]?['\"”’](?!\w)"
"""What somebody said, between any quotation marks; an apostrophe within does not end it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """How one kind of handle shows itself."""

    kind: str
    regex: re.Pattern[str]
    weight: float
    whole_sentence: bool = False
    """Look at the sentence, not at each of its clauses."""
    whole_match: bool = False
    """Quote what matched, not the clause around it."""
    longest: int = 9
    needs: tuple[str, ...] = ()
    """Slots without which the match is no handle."""


def pattern(
    kind: str,
    weight: float,
    *regex: str,
    sentence: bool = False,
    match: bool = False,
    longest: int = 9,
    needs: str = "",
) -> Pattern:
    """Make a pattern of the joined pieces of its regular expression."""
    return Pattern(
        kind, re.compile("".join(regex), re.IGNORECASE), weight, sentence, match, longest, tuple(needs.split())
    )
