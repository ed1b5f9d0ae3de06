"""Hear how surely each line is about which areas of life, and find the one that is most plainly about each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from assistant.core.entry import Quotation
from assistant.core.ids import Area
from assistant.core.span import Span
from assistant.insight.signs import denies
from assistant.reading.area_words import AREA_STEMS
from assistant.reading.areas import area_marks, areas_of
from assistant.reading.features import plain
from assistant.reading.leaning import leans
from assistant.reading.stemming import stem
from assistant.reading.weighing import Sentence
from assistant.services.reviewing.alone import HANGING, points
from assistant.services.told import Told

if TYPE_CHECKING:
    from assistant.reading.heads import Heads

SHARE_LEAST: Final = 0.9
"""How sure the reading must be that a sentence is about an area. Of the lines of eight journals that it is so sure of,
that hold a word of the area and speak in the first person, about one in eight is of something else; of the next surer
ones every third."""

WORDS: Final = (7, 32)
"""A line that is quoted by itself has at least and at most so many words."""

OPENING_WORDS: Final = 3
ROUTINE_MOST: Final = 5
"""Lines that begin with the same words, up to which that is no habit: one diary begins hundreds with "Up, and"."""

_NUMBER: Final = re.compile(r"\d")

SELF: Final = Area("self_image")

_OWN: Final = re.compile(r"(?<![\w'’])(?:I|i|my|me|myself|My|Me)(?![\w])")


def area_shares(told: Told, heads: Heads | None, first: date, until: date) -> dict[int, Mapping[Area, float]]:
    """Return, for each row of some days that the person says of themselves, how surely it is about which areas.

    An area counts only where a word of the line speaks of it.
    """
    rows = [row for row, line in enumerate(told.lines) if first <= line.day <= until and line.own]
    return {row: shares for row in rows if (shares := _about(told, row, heads))}


def plainest(told: Told, shares: Mapping[int, Mapping[Area, float]], first: date, until: date) -> dict[Area, Quotation]:
    """Return for each area its plainest line of some days; an area without one is left out.

    One that names a feeling or a number says more than one that names the area only; a beginning that many evenings of
    this writer share says nothing.
    """
    best: dict[Area, tuple[bool, float, Quotation]] = {}
    openings = Counter(_opening(line.quotation.text) for line in told.lines)
    for row, found in shares.items():
        line = told.lines[row]
        text = line.quotation.text
        if not (first <= line.day <= until and _stands(text)) or openings[_opening(text)] > ROUTINE_MOST:
            continue
        feelings = told.readings[line.quotation.entry].feelings
        telling = _NUMBER.search(text) is not None or any(one.span.overlaps(line.quotation.span) for one in feelings)
        for area, share in found.items():
            if share >= SHARE_LEAST and (telling, share) > best.get(area, (False, 0.0))[:2]:
                best[area] = telling, share, line.quotation
    return {area: line for area, (_telling, _share, line) in best.items()}


def _opening(text: str) -> str:
    return " ".join(plain(text).split()[:OPENING_WORDS])


def _stands(text: str) -> bool:
    least, most = WORDS
    whole = not text.endswith("!")  # a cry within a sentence parts it ("But, by God! I went")
    fits = least <= len(text.split()) <= most and _OWN.search(text) is not None
    return fits and whole and HANGING.match(text) is None and not leans(text) and not points(text) and not denies(text)


def _about(told: Told, row: int, heads: Heads | None) -> Mapping[Area, float]:
    text = told.lines[row].quotation.text
    whole = Span(0, len(text))
    marks = area_marks(Sentence.of(text, whole).words)
    if not marks:
        return {}
    sentence = Sentence.of(text, whole, told.singles([row])[0] if heads is not None else None)
    shares = areas_of(sentence, heads)
    return {area: share for area, share in shares.items() if area in marks and (area != SELF or _of_self(text))}


def _of_self(text: str) -> bool:
    """Say whether a word beside "myself", which stands in sentences about anything, tells of how one sees oneself."""
    return any(SELF in AREA_STEMS.get(stem(word), ()) for word in plain(text).split() if word != "myself")
