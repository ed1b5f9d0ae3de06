"""Set the words of a period beside those of the period before: what came up more often, and what less often.

Only what can be counted is said: on how many days an entry holds a word. A word must tell of something by itself: a
name, a word of what the person wants, or a noun that stands out; verbs are left out, since "swam" and "swim" are one.

**Source**: the standardised log odds by which words are ranked: Monroe, Colaresi and Quinn, "Fightin' Words", Political
Analysis 16 (2008), section 3.4.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from assistant.core.entry import Entry
from assistant.core.span import Span
from assistant.reading.sentences import split_sentences
from assistant.reading.stemming import stem
from assistant.reading.terms import STOP_WORDS
from assistant.services.reviewing.closeness import stem_of

DAYS_LEAST: Final = 4
"""Days of one of the two periods that hold a word, before it is spoken of."""

DAYS_APART: Final = 3
"""Days by which the two counts must differ."""

TIMES_LEAST: Final = 2.0
"""How many times as often it must come up in the one as in the other."""

NAME_STANDS_OUT: Final = 1.5
NOUN_STANDS_OUT: Final = 3.0
"""Standardised log odds from which a name, and a noun, is told of. The lower one is for names, which always tell of
something; of nouns below the higher one ("row", "line", "idea") most turned up by chance in four half years."""

SHOWN: Final = 3
"""Words each way: six lines."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOP: Final = re.compile(r"[^\s,;’']")
_ARTICLES: Final = frozenset("the a an my our this that no of his her their your its some any every".split())
_NOUN_SHARE: Final = 0.5
"""Share of a word's uses that stand right behind an article, from which it is a noun."""
_NAME_SHARE: Final = 0.9
"""Share of a word's uses within a sentence that begin with a capital, from which it is a name."""
_USES_LEAST: Final = 3
_UNTELLING: Final = frozenset(
    """
    day days night nights morning mornings evening evenings afternoon week weeks weekend month months year years
    hour hours minute minutes time times today tomorrow yesterday monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december way thing things
    bit lot end rest part place side kind sort word words man men woman women people one ones first last next same
    other others whole whole half point case fact moment while course reason number name back front top number line
    idea god lord mr mrs ms dr sir madam i'm i've i'll i'd run ran running swim swam swum sing sang sung write wrote
    written ride rode ridden drive drove eat ate sleep slept speak spoke meet met buy bought teach taught draw drew
    drink drank read pay paid sell sold leave left feel felt
    """.split()
)
"""Words of any diary, titles, and verbs whose forms are words of their own: "swim" may be gone and "swam" not."""
_DAYS_OF_THE_WEEK: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
"""Told of only where the person wants something on them."""


@dataclass(frozen=True, slots=True)
class Moving:
    """A word with the entries that hold it, oldest first, in the period and in the one before."""

    word: str
    now: tuple[Entry, ...]
    then: tuple[Entry, ...]
    odds: float = 0.0
    """Standardised log odds of its days now: above 0 where it comes up more."""
    own: bool = False
    """It is of a habit or matter that the person wants, and no name: only of such a word can one ask what changed."""

    @property
    def days(self) -> tuple[int, int]:
        """On how many days it stands, now and before."""
        return _days(self.now), _days(self.then)

    @property
    def last(self) -> Entry:
        """The newest entry of the two periods that holds it."""
        return (self.now or self.then)[-1]


@dataclass(slots=True)
class _Uses:
    forms: Counter[str] = field(default_factory=Counter)
    within: int = 0
    """Uses that do not begin a sentence."""
    capital: int = 0
    articled: int = 0
    now: dict[str, Entry] = field(default_factory=dict)
    then: dict[str, Entry] = field(default_factory=dict)


def moving_words(
    now: Sequence[Entry], then: Sequence[Entry], wanted: frozenset[str] = frozenset()
) -> tuple[list[Moving], list[Moving]]:
    """Return the words that came up more often and those that came up less often, what stands out most first.

    `wanted` holds the stems of what the person wants: a noun among them stands out as soon as a name does.
    """
    uses = _counted(now, then, {day for day in _DAYS_OF_THE_WEEK if stem(day) in wanted})
    days_now, days_then = _days(now), _days(then)
    ranked: list[Moving] = []
    for stemmed, one in uses.items():
        least = _stands_out(one, stemmed in wanted)
        moving = Moving(one.forms.most_common(1)[0][0], tuple(one.now.values()), tuple(one.then.values()))
        odds = _odds(*moving.days, days_now, days_then)
        moving = replace(moving, odds=odds, own=stemmed in wanted and not _names(one, moving.word))
        if least is not None and abs(odds) >= least and _clear(moving, days_now, days_then):
            ranked.append(moving)
    ranked.sort(key=lambda one: (-abs(one.odds), one.word))
    more, less = ([one for one in ranked if (one.odds > 0) is up][:SHOWN] for up in (True, False))
    return more, less


def sentence_with(entry: Entry, word: str) -> Span | None:
    """Return the first sentence of an entry that holds a word as it is told of; else one with it in another form."""
    wanted = stem_of(word.lower())
    told = [(one, [said for said, _, _ in _words(one.of(entry.text))]) for one in split_sentences(entry.text)]
    very = (one for one, words in told if word in words)
    other = (one for one, words in told if any(stem_of(said.lower()) == wanted for said in words))
    return next(very, None) or next(other, None)


def _counted(now: Sequence[Entry], then: Sequence[Entry], told: set[str]) -> dict[str, _Uses]:
    uses: dict[str, _Uses] = defaultdict(_Uses)
    untelling = (STOP_WORDS | _UNTELLING) - told
    for entries, recent in ((then, False), (now, True)):
        for entry in entries:
            for word, before, begins in _words(entry.text):
                if word.lower() in untelling or len(word) < 3:
                    continue
                one = uses[stem_of(word.lower())]
                one.forms[word] += 1
                one.within += not begins
                one.capital += not begins and word[0].isupper()
                one.articled += before in _ARTICLES
                (one.now if recent else one.then)[entry.id] = entry
    return uses


def _words(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield each word with the one before it and whether it may begin a sentence."""
    before, end = "", 0
    for found in _WORD.finditer(text):
        between = text[end : found.start()]
        begins = not before or (between != " " and _STOP.search(between) is not None)
        word = found[0]
        word = word[:-2] if word.endswith(("'s", "’s")) else word
        yield word, "" if begins else before, begins
        before, end = word.lower(), found.end()


def _stands_out(uses: _Uses, wanted: bool) -> float | None:
    """Return how far a word must stand out to be told of; None for one that tells of nothing by itself."""
    if uses.within < _USES_LEAST:
        return None
    if _capital(uses):
        return NAME_STANDS_OUT
    if uses.articled >= _NOUN_SHARE * uses.within:
        return NAME_STANDS_OUT if wanted else NOUN_STANDS_OUT
    return None


def _capital(uses: _Uses) -> bool:
    return uses.capital >= _NAME_SHARE * uses.within


def _names(uses: _Uses, word: str) -> bool:
    """Say whether a word is the name of somebody or of a place; that of a weekday is no such name."""
    return _capital(uses) and word.lower() not in _DAYS_OF_THE_WEEK


def _odds(now: int, then: int, days_now: int, days_then: int) -> float:
    """Return the standardised log odds of a word's days, a half day added to each count."""
    held, held_then = now + 0.5, then + 0.5
    bare, bare_then = days_now - now + 0.5, days_then - then + 0.5
    spread = math.sqrt(1 / held + 1 / held_then + 1 / bare + 1 / bare_then)
    return (math.log(held / bare) - math.log(held_then / bare_then)) / spread


def _clear(moving: Moving, days_now: int, days_then: int) -> bool:
    now, then = moving.days
    if abs(now - then) < DAYS_APART or (now > then) is not (now / days_now > then / days_then):
        return False
    share, share_then = now / days_now, then / days_then
    often, seldom = max(share, share_then), min(share, share_then)
    return max(now, then) >= DAYS_LEAST and often >= TIMES_LEAST * seldom


def _days(entries: Sequence[Entry]) -> int:
    return len({entry.written_at.date() for entry in entries})
