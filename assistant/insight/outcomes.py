"""Find what became of a commitment, in the lines that were written after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from assistant.core.records import Outcome
from assistant.insight.wording import Rarity, terms_said
from assistant.reading.features import plain
from assistant.reading.terms import STOP_WORDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

AFTER_DUE_DAYS: Final = 35
"""An outcome is looked for until so long after the day that was named."""

UNDATED_DAYS: Final = 75
"""And so long after a commitment without a day."""

NEAR: Final = 0.42
"""Likeness of a later line to what was promised, from which it may tell the outcome. On the development journals the
lines that do have 0.43 to 0.8."""

NEAR_BEFORE_DUE: Final = 0.62
"""While the day is still to come, only a line that says it outright counts."""

TIMELY_DAYS: Final = 4
"""Days after the one that was named on which people tell how it went."""

_SLIPPED: Final = re.compile(
    r" (?:(?:did|have|has|had|could|would|will|was|were|is|am) not|never|no|nobody|nothing|none|forgot|forgotten|missed|"
    r"skipped|cancelled|canceled|called off|put off|postponed|instead|so much for (?:that|it)(?= [.,;:! -])|still (?:sitting|there|in|on|under|not|"
    r"waiting|dripping|to do)|came and went|gave up|too (?:late|tired|busy|ill)|ran out|let (?:him|her|them|it|that) down|broke|broken|lasted|"
    r"a week late|weeks? late|extension|next (?:week|month|year|time) (?:then|instead|maybe)|swiped|walked (?:most|the last|it)|"
    r"half way|by half past|out of the bread|off the list|behind) "
)
_NO_DEED: Final = (
    "need|bed|feed|weed|seed|shed|red|speed|indeed|hundred|naked|crowded|tired|exhausted|bored|worried|scared|stressed|annoyed|"
    "ashamed|embarrassed|frustrated|disappointed|excited|supposed|married|hoped|wanted|wished|intended|promised"
)
"""Words that end as a deed does and tell of none."""
_KEPT: Final = re.compile(
    r" (?:done|did it|finished|fixed|mended|sent|handed in|handed|booked|registered|rang|called|phoned|paid|posted|cleared|"
    r"put up|is up|are up|up and|took|made it|went|ran|wrote|built|painted|cleaned|bought|got|gave|filed|passed|played|"
    r"signed|spoke|talked|told|asked|kept|managed|sorted|delivered|submitted|stopped|shuts|works|level|in the post|off my|"
    r"ticked|crossed|there it is|finally|at last|was there|were there|back from|drove|walked|swam|cooked|took (?:him|her|them)|"
    r"all (?:\w+ )?(?:in|done|off)|(?!(?:" + _NO_DEED + r") )\w+ed) "
)
GOODBYE: Final = "so much for"
"""How a line says goodbye to something; to what stands right behind it, and to nothing else in the line."""

_GOODBYE: Final = re.compile(
    rf" {GOODBYE} (?:(?:the|my|our|a|an|that|this|all|being) )*(?:(?:\w+ing)|\w+(?= (?:oclock|[.,;:!?-]|on|at|in|by|before|"
    r"after|with|for|to|of|and|but|this|today|tonight|again|every|then|when|as) | +$)) "
)
"""Of "the birthday cake" it is the cake that one does without, and not the birthday."""

_ANY_DAY: Final = frozenset("day days week weeks month months year years time times night morning evening".split())
"""Words that stand in a promise and in a goodbye to anything else."""

SAID_GOODBYE: Final = NEAR_BEFORE_DUE
"""Likeness of a goodbye to what was promised: it says so outright, and gives way to a line that is nearer still."""

_TOLD_AS_TO_COME: Final = re.compile(r" (?:i will|i am going to|i have to|i must|i need to|i should|going to) ")


@dataclass(frozen=True, slots=True)
class Shown:
    """The outcome of a commitment and the line that shows it."""

    outcome: Outcome
    row: int | None
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class Later:
    """A line that was written after a commitment."""

    row: int
    day: date
    text: str
    following: str = ""
    """The sentence after it in the same entry."""


def outcome_of(
    what: str,
    made_on: date,
    due: date | None,
    later: Sequence[Later],
    cosines: NDArray[np.float32],
    rarity: Rarity,
    asof: date,
) -> Shown:
    """Return what became of it by `asof`: the line near its day that speaks of it most plainly and says so.

    `cosines` holds, for each later line, the cosine of its vector and that of the commitment's sentence.
    """
    until = due + timedelta(days=AFTER_DUE_DAYS) if due else made_on + timedelta(days=UNDATED_DAYS)
    least = NEAR_BEFORE_DUE if due and due > asof else NEAR
    wanted = terms_said(what)
    best = Shown(Outcome.OPEN, None)
    for one, cosine in zip(later, cosines.tolist(), strict=True):
        if not made_on < one.day <= until:
            continue
        likeness = _likeness(wanted, one.text, cosine, rarity) + _timely(one.day, due)
        goodbye = gives_up_on(what, one.text)
        likeness = max(likeness, SAID_GOODBYE) if goodbye else likeness
        if likeness < least or likeness <= best.likeness + _LATER_COUNTS:
            continue
        outcome = Outcome.SLIPPED if goodbye else told_outcome(one.text, one.following)
        if outcome is not None and not (outcome is Outcome.SLIPPED and due and one.day < due and _still_time(one.text)):
            best = Shown(outcome, one.row, likeness)
    return best


def gives_up_on(what: str, text: str) -> bool:
    """Say whether a line says goodbye to what was promised in a word of it, be it a number ("So much for ten pages")."""
    promised = frozenset(term for word in {*plain(what).split()} - STOP_WORDS - _ANY_DAY for term in terms_said(word))
    given_up = (terms_said(found[0].split()[-1]) for found in _GOODBYE.finditer(f"{plain(text)} "))
    return any(len(term) >= SHORTEST_TERM for terms in given_up for term in terms & promised)


SHORTEST_TERM: Final = 3
"""Letters of a term that tells of a matter: "the 18th" leaves a "th"."""

_LATER_COUNTS: Final = 0.02
"""A later line must be so much nearer to take the place of an earlier one."""

_SHORT_WORDS: Final = 4


def _likeness(wanted: frozenset[str], text: str, cosine: float, rarity: Rarity) -> float:
    held = terms_said(text) & wanted
    whole = sum(rarity.weight(term) for term in wanted) or 1.0
    share = sum(rarity.weight(term) for term in held) / whole
    short = 0.15 if held and len(text.split()) <= _SHORT_WORDS else 0.0
    return 0.55 * max(cosine, 0.0) + 0.45 * min(share * 1.5, 1.0) + short


def _timely(day: date, due: date | None) -> float:
    """Return what a line gains by being written when the outcome was due."""
    return 0.06 if due is not None and -1 <= (day - due).days <= TIMELY_DAYS else 0.0


def told_outcome(text: str, following: str = "") -> Outcome | None:
    """Return what a line says became of something: a denial weighs more than a deed; None where it says neither.

    Nor does a goodbye by itself: whether it is one to this, only the promise tells.
    """
    said = f"{plain(text)} "
    if (_TOLD_AS_TO_COME.search(said) or f" {GOODBYE} " in said) and not _SLIPPED.search(said):
        return None
    if _SLIPPED.search(said):
        return Outcome.SLIPPED
    if _KEPT.search(said):
        return Outcome.KEPT
    after = f"{plain(following)} " if following else ""
    if after and _SLIPPED.search(after):
        return Outcome.SLIPPED
    return Outcome.KEPT if after and _KEPT.search(after) else None


def _still_time(text: str) -> bool:
    """Say whether a line tells only that it is not done yet."""
    return bool(re.search(r" (?:yet|still) ", plain(text)))
