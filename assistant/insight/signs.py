"""Hold a line of a journal against a vision: does it move toward what the person wants, away from it, or neither?

The person's own signs of progress and of drift are the yardstick. A line is near a sign in meaning and in words; a line
near a sign of progress that denies it ("no swim this week") moves away, a line near a sign of drift that denies it
moves toward.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from assistant.core.ids import Area
from assistant.core.records import Vision
from assistant.insight.wording import Rarity, terms_said
from assistant.reading.features import plain

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.ports import Vectors

    Floats = NDArray[np.float32]


class Course(StrEnum):
    """Which way a line points."""

    TOWARD = "toward"
    AWAY = "away"
    ABSENT = "absent"
    """Away, by saying that what was wanted did not happen."""
    LOWERED = "lowered"
    """Away, by making the goal smaller."""


class SignOf(StrEnum):
    """What a line of the yardstick stands for."""

    PROGRESS = "progress"
    DRIFT = "drift"


@dataclass(frozen=True, slots=True)
class Sign:
    """One line of the yardstick: a sign, or a clause of the vision's statement."""

    area: Area
    of: SignOf
    text: str
    stated: bool = False
    """It is a clause of the statement."""


@dataclass(frozen=True, slots=True)
class Bearing:
    """How one line bears on one area."""

    row: int
    course: Course
    fit: float
    """How near it is to the sign it was read by, in [0, 1]."""


NEAR: Final = 0.40
"""Fit from which a line bears on an area: below it, on the development journals, more lines are of other areas."""

NEAR_BESIDE: Final = 0.42
"""Fit of a neighbouring line that lends its subject to one which lowers a goal or says how long it has been."""

MENTIONED: Final = 0.32
"""Fit from which a line speaks of an area at all: enough to break a silence, too little to say which way it points."""

LEARNED_LEAST: Final = 3
LEARNED_SHARE: Final = 0.4
"""A word belongs to an area that stands in so many lines near its yardstick, and in so large a share of all its lines."""

COMMON_MOST: Final = 0.04
"""Share of the lines that may hold a word of the yardstick; a commoner one ("home") tells of no area."""

FRAGMENT: Final = 4
NEAR_FRAGMENT: Final = 0.70
"""Fit that a line of fewer than `FRAGMENT` words needs to point anywhere: "Leeks again." is no "bought leeks in a bag"."""

CLAUSE_TERMS_LEAST: Final = 2
"""Telling words of a clause; "I know who comes in" is near everything."""

_CLAUSE: Final = re.compile(r"\s*(?:[,;:]|\band\b|\bbut\b|\bso that\b|\bso\b|\bbefore\b(?= I\b)|\binstead of\b)\s*")

_DENIES: Final = re.compile(
    r" (?:(?:did|do|does|have|has|had|will|would|can|could) not|(?:is|are|was|were) not (?:\w+ed|done|in|on|going|happening|"
    r"even \w+ed|half|yet|there|sent|cut|made|kept|begun)|not (?:a|an|one|any|been|once|since|yet|going|done|tonight|"
    r"today|this|there|sent|\w+ed)|never|none|nothing|nobody|missed|skipped|forgot|cancelled|canceled|gave up|instead of|"
    r"too tired|put off|quit|failed to|let (?:it|them) (?:slide|slip)|meant to|supposed to|should have|kept driving|"
    r"drove past|walked past|swiped|no more|not (?:at all|any more)) "
)
_NO_THING: Final = re.compile(r" (?:no|without|without a|without any|not one|not a single|out of the) ((?:\w+ ){1,2})")
_TWICE_DENIED: Final = re.compile(
    r" (?:(?:(?:did|do|does|have|has|had|was|were) not|never|no|not (?:a single|one|a)|none|without) "
    r"(?:(?!and |but |or |so |i )\w+ ){0,4}(?:miss|skip|cancel)\w*|"
    r"no (?:\w+ ){1,2}(?:is|was|has|sounds?|looks?|feels?) (?:\w+ )?(?:better|finer|nicer|like))(?= )"
)
"""What was not missed was done, and so it is where no other is better."""
_HOW_LONG: Final = re.compile(
    r" (?:(?:0|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|couple of|few) (?:\w+ )?(?:days|weeks?|months?|"
    r"fortnight|sundays?|saturdays?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|nights?|mornings?) "
    r"(?:now|since|without|out of|running|in a row|ago)|"
    r"(?:has been|have been|been|it will be) (?:\w+ ){0,2}(?:days|weeks?|months?|a fortnight|ages)|since (?:the |last |early |"
    r"mid |late )?(?:\w+ )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|"
    r"summer|autumn|fall|winter|christmas|easter|week of \w+)|in (?:a|two|three|four|five|six) (?:weeks?|months?|fortnight)|"
    r"for (?:a|two|three|four|five|six|several) (?:weeks?|months?|fortnight)) "
)
_LOWERS: Final = re.compile(
    r" (?:(?:cut|cutting|brought|knocked|whittled|trimmed|pared|scaled|dropped|lowered|reduced) (?:\w+ ){0,3}(?:down|back)?"
    r"(?: to| from)? ?(?:0|one|two|three|four|five|six|seven|eight|half|fewer|less)|down to|scal(?:e|ed|ing) (?:it |that )?"
    r"(?:back|down)|(?:would|will|is|are|be|that is|it is) (?:be )?(?:plenty|enough|fine too)|(?:will|would|it will) do(?: as is| "
    r"for now)?|settle for|call it|maybe not even|not even the|on ice|on hold|(?:more|less) (?:realistic|manageable|modest|"
    r"sensible|ambitious)|too ambitious|(?:a|is) (?:daft|silly|mad|stupid) (?:number|idea|target|plan)|was (?:only ever )?"
    r"(?:meant to be|picturing|going to be) (?:a few|some other)|would still (?:count|look)|would count|counts? as|"
    r"just (?:do |the |a )?(?:the )?(?:one|two|three|a few|half)|only (?:do |need )?(?:one|two|three|half)|"
    r"(?:one|two|three|four|five|six) (?:\w+ )?(?:is|would be|will be) (?:plenty|enough|a proper|more|fine|okay|ok)|"
    r"(?:maybe|perhaps) (?:next|in|some) (?:year|spring|summer|autumn|fall|winter|other|day)|whatever is easiest|"
    r"(?:someone|somebody) else (?:down|do|instead)|to someone else|give my \w+ to|pull(?:ed)? out|stand(?:ing)? down|"
    r"i have decided (?:0|one|two|three|four|five|six|half|it)|who needs|(?:silly|daft|foolish|mad|stupid|naive) to (?:have|think|expect|hope|put)|(?:my|the new|a new) normal|be realistic|"
    r"who am i (?:kidding|fooling)|pie in the sky|too much to ask|as good as it gets|no shame in|"
    r"does not (?:have|need) to be|never really (?:wanted|needed)|can be my|is good enough|that is my \w+ now) "
)
_IDLE: Final = re.compile(
    r" (?:still (?:in|on|under|at|not|dripping|waiting)|in (?:its|the|their|a) (?:case|car|trunk|boot|bag|box|drawer|roll|"
    r"cupboard|garage|shed|attic|porch|hall)|living in|dry|dust\w*|flat|unopened|unread|untouched|not (?:moved|opened|touched|"
    r"been|started)|next (?:week|month|year|time|sunday|saturday)|slept (?:through|in)|can not remember (?:when|the last)|"
    r"did not (?:make|go|get|open|call|ring|do)|never (?:got|made|went)|skip(?:ped|ping)?|go to voicemail|walked past|"
    r"cried off|made (?:an )?excuses?|making excuses) "
)
"""What a sign of drift says when it tells of nothing being done, rather than of something else done instead."""


def yardstick(visions: Sequence[Vision]) -> list[Sign]:
    """Return the lines that a journal is held against: every clause and every sign of the visions."""
    signs: list[Sign] = []
    for vision in visions:
        signs.extend(Sign(vision.area, SignOf.PROGRESS, text, stated=True) for text in _clauses(vision.statement))
        for of, told in ((SignOf.PROGRESS, vision.signs_of_progress), (SignOf.DRIFT, vision.signs_of_drift)):
            signs.extend(Sign(vision.area, of, text) for whole in told for text in _clauses(whole))
    return signs


def _clauses(whole: str) -> list[str]:
    """Return a text and those of its clauses that tell something by themselves ("said in a minute", "never came")."""
    parts = [part for part in _CLAUSE.split(whole) if part and len(terms_said(part)) >= CLAUSE_TERMS_LEAST]
    return list(dict.fromkeys([whole, *parts]))


_DAYS: Final = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
    january february march april may june july august september october november december christmas easter
    """.split()
)


def without_names(text: str, written: str) -> str:
    """Return a sign with "someone" for each name in it: a name alone must not make a line fit.

    A name is a word with a capital, no day or month, that the journal (`written`, as it is spelled) never has without one.
    """

    def masked(found: re.Match[str]) -> str:
        word = found[0]
        if word == "I" or word.startswith(("I'", "I’")) or word.lower() in _DAYS:
            return word
        return word if re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", written) else "someone"

    return re.sub(r"(?<![\w'’])[A-Z][\w'’-]*", masked, text)


def denies(text: str, about: frozenset[str] = frozenset()) -> bool:
    """Say whether a line tells that something did not happen; "no swim" counts where swimming is what it is about."""
    said = denied_once(text)
    if _DENIES.search(said):
        return True
    return any(terms_said(found[1]) & about for found in _NO_THING.finditer(said))


def denied_once(text: str) -> str:
    """Return the plain words of a line but for those that deny a denial ("Haven't missed a rehearsal")."""
    return _TWICE_DENIED.sub(" ", f"{plain(text)} ")


def says_how_long(text: str) -> bool:
    """Say whether a line counts the time that something has been going on or has not happened."""
    return bool(_HOW_LONG.search(plain(text)))


def lowers(text: str) -> bool:
    """Say whether a line makes something smaller than it was meant to be."""
    return bool(_LOWERS.search(plain(text)))


def fits(
    texts: Sequence[str], meaning: Vectors, signs: Sequence[Sign], sign_meaning: Vectors, rarity: Rarity
) -> Floats:
    """Return `(lines, signs)`: how near each line is to each sign, in meaning and in rare words.

    Vectors are taken from their journal's mean first: what all lines share says nothing.
    """
    import numpy as np

    mean = meaning.mean(axis=0) if len(meaning) else 0.0
    near = _unit(meaning - mean) @ _unit(sign_meaning - mean).T
    sign_terms = [terms_said(sign.text) for sign in signs]
    known = {term for some in sign_terms for term in some}
    shared = np.zeros_like(near)
    for row, text in enumerate(texts):
        common = terms_said(text) & known
        for place, terms in enumerate(sign_terms if common else ()):
            both = terms & common
            if both:
                shared[row, place] = _coverage(both, terms, rarity)
    made: Floats = np.clip(np.maximum(near, 0.6 * near + 0.4 * shared), 0.0, 1.0)
    return made


def _coverage(both: frozenset[str], terms: frozenset[str], rarity: Rarity) -> float:
    """Return how much of a sign's weight a line holds: one shared word of a longer sign says little."""
    held = sum(rarity.weight(term) for term in both) / sum(rarity.weight(term) for term in terms)
    return held if len(both) > 1 or len(terms) == 1 else 0.5 * held


def _unit(rows: Floats) -> Floats:
    import numpy as np

    made: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return made


def bearings(
    texts: Sequence[str], entries: Sequence[str], fit: Floats, signs: Sequence[Sign], area: Area
) -> list[Bearing]:
    """Return how the lines bear on one area, in their order; `entries` says which lines stand together."""
    own = [place for place, sign in enumerate(signs) if sign.area == area]
    if not own:
        return []
    others = [place for place, sign in enumerate(signs) if sign.area != area]
    best = fit[:, own].max(axis=1)
    elsewhere = fit[:, others].max(axis=1) if others else best * 0.0
    nearest = fit[:, own].argmax(axis=1)
    about = frozenset[str]().union(*(terms_said(signs[place].text) for place in own))
    found: list[Bearing] = []
    for row, text in enumerate(texts):
        if elsewhere[row] > best[row] and elsewhere[row] >= NEAR:
            continue  # nearer to another area: left to that one
        beside = max((float(best[near]) for near in (row - 1, row + 1) if _together(entries, row, near)), default=0.0)
        lent = beside if beside >= NEAR_BESIDE and elsewhere[row] < NEAR else 0.0
        course = _course(text, signs[own[int(nearest[row])]], float(best[row]), lent, about)
        if course is not None:
            found.append(Bearing(row, course, max(float(best[row]), 0.8 * lent)))
    return found


def mentions(texts: Sequence[str], fit: Floats, signs: Sequence[Sign], area: Area) -> list[int]:
    """Return the lines that speak of an area at all, which way ever: near its yardstick, or with its words.

    Its words are those of its yardstick and those that the journal uses mostly in lines near it ("the plot", "Gil").
    """
    own = [place for place, sign in enumerate(signs) if sign.area == area]
    if not own:
        return []
    best = fit[:, own].max(axis=1)
    terms = [terms_said(text) for text in texts]
    near = [row for row in range(len(texts)) if best[row] >= NEAR]
    counted = Counter(term for row in near for term in terms[row])
    overall = Counter(term for some in terms for term in some)
    words = {
        term for term, count in counted.items() if count >= LEARNED_LEAST and count >= LEARNED_SHARE * overall[term]
    }
    words |= {term for term in vocabulary(signs, area) if overall[term] <= max(COMMON_MOST * len(texts), 2)}
    return [row for row in range(len(texts)) if best[row] >= MENTIONED or terms[row] & words]


def vocabulary(signs: Sequence[Sign], area: Area) -> frozenset[str]:
    """Return the terms that the yardstick uses for this area and for no other."""
    own: set[str] = set().union(*(terms_said(sign.text) for sign in signs if sign.area == area))
    other: set[str] = set().union(*(terms_said(sign.text) for sign in signs if sign.area != area))
    return frozenset(own - other - {"someon"})


def _together(entries: Sequence[str], row: int, near: int) -> bool:
    return 0 <= near < len(entries) and entries[near] == entries[row]


def _course(text: str, sign: Sign, fit: float, lent: float, about: frozenset[str]) -> Course | None:
    """Read which way a line points by the sign it is nearest to; `lent` is how near its neighbour is to the area."""
    if lowers(text) and (fit >= NEAR or (lent and fit >= NEAR / 2)):
        return Course.LOWERED
    denied = denies(text, about)
    if fit < NEAR:
        return Course.ABSENT if lent and fit >= NEAR / 2 and says_how_long(text) and denied else None
    if len(text.split()) < FRAGMENT and fit < NEAR_FRAGMENT:
        return None
    if sign.of is SignOf.PROGRESS:
        absent = denied != denies(sign.text) if denied else _counts_absence(text)
        return Course.ABSENT if absent else Course.TOWARD
    if denied != denies(sign.text):
        return Course.TOWARD
    return Course.ABSENT if _IDLE.search(plain(sign.text)) else Course.AWAY


def _counts_absence(text: str) -> bool:
    """Say whether a line near a sign of progress counts how long ago that was ("two months since I was in the water")."""
    said = plain(text)
    return bool(re.search(r" (?:since (?:i|we|the|last)|out of the|without|ago) ", said)) and says_how_long(text)
