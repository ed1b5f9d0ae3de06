"""Say plainly when a line is close to what a person wants, tells what became of a promise, or is about an area.

A word in common is no subject in common: a table that was booked is not the table that a family eats at, and an entry
of a page holds a word of every area. So a line counts as close where two telling words of the person's own stand in it,
and an entry as being about an area where the reading says so and a word of it bears that out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from assistant.core.entry import Quotation
from assistant.core.ids import Area
from assistant.core.reading import AreaScore
from assistant.core.records import Commitment, Vision
from assistant.insight.outcomes import GOODBYE, SHORTEST_TERM, gives_up_on
from assistant.insight.signs import denied_once, denies, lowers, says_how_long
from assistant.insight.wording import terms_said
from assistant.reading.area_words import AREA_STEMS
from assistant.reading.features import plain
from assistant.reading.stemming import stem
from assistant.reading.terms import plain_words

SHARED_LEAST: Final = 2
"""Telling words of what is wanted that a line must hold. Of the 110 lines of two invented half years that the fit alone
calls near, 63 do, and 61 of these are of the matter; of the 47 others 34 are: what is lost is told of in the review, as
"days with a line that holds two of your own words"."""

SAME_FIT: Final = 0.85
"""Fit from which a line says what is wanted nearly word for word; a short one holds one telling word only."""

NAMED: Final = 0.5
"""Score of an area from which an entry counts as being about it: one word that belongs to no other area."""

OUTCOME_SHARED: Final = 2
OUTCOME_WORDS: Final = 20
"""Telling words that a line must share with a promise to tell a reader what became of it, and words up to which one is
enough. In seven journals 21 of the 23 outcomes that are told this way are right, and none of the 5 others."""

PROMISE_WORDS: Final = 24
"""A longer sentence with a promise in it speaks of other things too: then only what is promised counts."""

MATTER_LEAST: Final = 3
"""Telling words of a line that names its matter: a verb, and two of what it was done with."""

_UNTELLING: Final = frozenset(
    stem(word)
    for word in """
    one two three four five six seven eight nine ten eleven twelve half twice once first last next early late day days
    night nights week weeks month months year years hour hours minute minutes time times today tonight tomorrow morning
    evening before after again never always every everyone someone something anything nothing more less most keep keeps
    round around together back down away past without into
    put take takes make makes come comes give gives want wants let say says tell told think thing things way good bad
    """.split()
)
"""Words that stand in a want as they stand in anything: by themselves they tell of no matter."""

_GIVES_UP: Final = re.compile(rf" (?:{GOODBYE}|wish i had(?: not)?|instead of|gave up on|fat chance) ")
"""What is said of a thing that did not come about, beside the denials that insight knows."""

_UNDONE: Final = re.compile(
    r" (?:(?:did|do|does|have|has|had) not (?=((?:\w+ ){1,4}))|"
    r"(?:no|not a|not one|not a single|missed|skipped|without) (?=((?:\w+ ){1,2})))"
)
"""A denial, and the words behind it that it may deny: those of a verb reach further than those of a thing."""

_NAMED: Final = re.compile(r"(?<![\w'’])(?!I(?!\w)|\w+days?(?!\w))[^\W\d_a-z]\w+")
"""Words of a want with a capital, the names among them; a weekday that something is wanted on is its matter."""

_CLAUSES: Final = re.compile(r"[,;:.()–—]| but ")

_LISTED: Final = frozenset(area for areas in AREA_STEMS.values() for area in areas)
"""The areas whose words are known."""


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """Return the stem of a word; a diary has few words and says them often."""
    return stem(word)


def telling_words(visions: Sequence[Vision]) -> frozenset[str]:
    """Return the stems by which a line can be told to be of what is wanted: of the statements and of their signs."""
    said = [text for one in visions for text in (one.statement, *one.signs_of_progress, *one.signs_of_drift)]
    return frozenset().union(*(terms_said(text) for text in said)) - _UNTELLING


def telling_words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of some lines by which another can be told to be of the same matter."""
    return frozenset().union(*map(terms_said, texts)) - _UNTELLING


def stated_words(visions: Sequence[Vision]) -> frozenset[str]:
    """Return those stems that stand in the statements themselves."""
    return frozenset().union(*(terms_said(one.statement) for one in visions)) - _UNTELLING


def says_undone(text: str, stated: frozenset[str]) -> bool:
    """Say whether a line denies a word of what is wanted by name: "No soup for Bruno" of one who wants to cook soup."""
    denied = (found[1] or found[2] for found in _UNDONE.finditer(denied_once(text)))
    return any(terms_said(words) & stated for words in denied)


def is_close(text: str, fit: float, wanted: frozenset[str]) -> bool:
    """Say whether a line that is near what is wanted shares its matter and not a word only."""
    shared = len(terms_said(text) & wanted)
    return shared >= SHARED_LEAST or (shared > 0 and fit >= SAME_FIT)


def shares_a_name_only(text: str, statement: str) -> bool:
    """Say whether all that a line has of a want is somebody's name: what it tells of them is another matter."""
    names = frozenset().union(*(terms_said(name) for name in _NAMED.findall(statement)))
    shared = terms_said(text) & (terms_said(statement) - _UNTELLING)
    return bool(shared) and shared <= names


def names_a_matter(text: str) -> bool:
    """Say whether a line says by itself what it is of, as "I managed it at last" does not."""
    return len(terms_said(text) - _UNTELLING) >= MATTER_LEAST


def is_the_thing(text: str, versions: Sequence[Vision]) -> bool:
    """Say whether a line is plainly what is wanted: a clause of it holds two of its words, and denies nothing.

    The words that it shares with its signs of drift ("tea", of tea at the table and at the desk) tell nothing, and one
    that stands in these alone tells of drift.
    """
    statements = [part for one in versions for part in (one.statement, *one.signs_of_progress)]
    good = frozenset().union(*map(terms_said, statements)) - _UNTELLING
    bad = frozenset().union(*(terms_said(part) for one in versions for part in one.signs_of_drift)) - _UNTELLING
    if terms_said(text) & bad - good:
        return False
    clauses = [one for one in _CLAUSES.split(text) if len(terms_said(one) & good - bad) >= SHARED_LEAST]
    return any(not says_not_so(one, good) for one in clauses)


def gives_up(text: str) -> bool:
    """Say whether a line says goodbye to something ("So much for the brass band")."""
    return bool(_GIVES_UP.search(plain(text)))


def says_not_so(text: str, wanted: frozenset[str]) -> bool:
    """Say whether a line denies, lowers or gives up what it speaks of, or tells how long ago it was."""
    return gives_up(text) or denies(text, wanted) or lowers(text) or says_how_long(text)


def promised_words(made: Commitment) -> frozenset[str]:
    """Return the stems by which a line can be told to be of what was promised."""
    said = made.quotation.text if made.quotation is not None else ""
    whole = f"{made.what} {said}" if len(said.split()) <= PROMISE_WORDS else made.what
    promised = terms_said(whole) - _UNTELLING
    return frozenset(term for term in promised if len(term) >= SHORTEST_TERM)


def tells_outcome(made: Commitment, line: Quotation) -> bool:
    """Say whether a line speaks plainly of what was promised.

    It shares two words with it, or one and is short, or it says goodbye to it.
    """
    shared = len(terms_said(line.text) & promised_words(made))
    return (
        gives_up_on(made.what, line.text)
        or shared >= OUTCOME_SHARED
        or (shared > 0 and len(line.text.split()) <= OUTCOME_WORDS)
    )


def speaks_of(text: str, area: Area) -> float:
    """Return how plainly the words of a line speak of an area; a word of two areas counts half for each."""
    areas = (AREA_STEMS.get(word, ()) for word in {stem_of(one) for one in plain_words(text)})
    return sum(1.0 / len(some) for some in areas if area in some)


def named_areas(text: str, scores: Sequence[AreaScore]) -> frozenset[Area]:
    """Return the areas that an entry is about, both by its reading and by a word that speaks of them.

    The person's own areas have no list of words: there the reading decides.
    """
    clear = {one.area for one in scores if one.score >= NAMED}
    if not clear:
        return frozenset()
    words = {stem_of(word) for word in plain_words(text)}
    spoken = {area for word in words for area in AREA_STEMS.get(word, ())}
    return frozenset(area for area in clear if area in spoken or area not in _LISTED)
