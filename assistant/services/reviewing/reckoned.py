"""Find the lines in which the writer sets this time beside an earlier one: nobody counts a drift as they do.

"First time in the water since February", "third night of this", "from five to none": such a line is shown of the area
that it is about, and points neither way, since "for the first time since the fall" is no loss.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.core.entry import Quotation
from assistant.core.ids import Area
from assistant.insight.wording import terms_said
from assistant.reading.features import plain
from assistant.reading.leaning import leans
from assistant.services.reviewing.alone import HANGING, points
from assistant.services.reviewing.areas_named import SHARE_NAMED
from assistant.services.reviewing.closeness import telling_words
from assistant.services.reviewing.gathered import Gathered

WORDS: Final = (5, 34)

_NUMBER: Final = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NTH: Final = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_SPELL: Final = (
    r"(?:night|day|evening|week|weekend|month|time|sunday|monday|tuesday|wednesday|thursday|friday|saturday)s?"
)
_MONTH: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|"
    r"winter)"
)
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        r" first time (?:\S+ ){0,5}?since ",
        rf" {_NTH} {_SPELL} (?:of this|running|in a row|now|this week) ",
        rf" from {_NUMBER} (?:\S+ ){{0,3}}?(?:down |up )?to (?:{_NUMBER}|none|nothing) ",
        rf" in {_MONTH} i (?:was|did|had|could|ran|swam|wrote|slept|got|still) ",
        rf" {_NUMBER} {_SPELL} (?:now|running|in a row) ",
        r" i miss (?:our|my) ",
        r" is my normal now ",
    )
)


def reckoned(gathered: Gathered) -> dict[Area, Quotation]:
    """Return for each area with a want the newest line of the period in which the writer counts it, where one is.

    A line is of one area: of that with whose want it shares most words, else of that of which the reading is surest.
    """
    wanted = {area: telling_words(gathered.visions[area]) for area in gathered.areas if gathered.visions.get(area)}
    found: dict[Area, Quotation] = {}
    for row, line in enumerate(gathered.told.lines):
        if not (wanted and gathered.within(line.day) and line.own and _counts(line.quotation.text)):
            continue
        words, shares = terms_said(line.quotation.text), gathered.shares.get(row, {})
        sure = {area: (len(words & wanted[area]), shares.get(area, 0.0)) for area in wanted}
        best = max(sure, key=lambda area: sure[area])
        if sure[best][0] or sure[best][1] >= SHARE_NAMED:
            found[best] = line.quotation
    return found


def _counts(text: str) -> bool:
    least, most = WORDS
    fits = least <= len(text.split()) <= most and not leans(text) and not points(text) and HANGING.match(text) is None
    said = f"{plain(text)} "
    return fits and any(form.search(said) for form in _FORMS)
