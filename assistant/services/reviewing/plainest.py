"""Hear how surely each line is about which areas of life, and find the one that is most plainly about each."""

from __future__ import annotations

import re
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
from assistant.services.told import Told

if TYPE_CHECKING:
    from assistant.reading.heads import Heads

SHARE_LEAST: Final = 0.9
"""How sure the reading must be that a sentence is about an area. Of the lines of eight journals that it is so sure of,
that hold a word of the area and speak in the first person, about one in eight is of something else; of the next surer
ones every third."""

WORDS: Final = (7, 32)
"""A line that is quoted by itself has at least and at most so many words."""

SELF: Final = Area("self_image")

_OWN: Final = re.compile(r"(?<![\w'’])(?:I|i|my|me|myself|My|Me)(?![\w])")


def area_shares(told: Told, heads: Heads | None, first: date, until: date) -> dict[int, Mapping[Area, float]]:
    """Return, for each row of some days that the person says of themselves, how surely it is about which areas.

    An area counts only where a word of the line speaks of it.
    """
    rows = [row for row, line in enumerate(told.lines) if first <= line.day <= until and line.own]
    return {row: shares for row in rows if (shares := _about(told, row, heads))}


def plainest(told: Told, shares: Mapping[int, Mapping[Area, float]], first: date, until: date) -> dict[Area, Quotation]:
    """Return for each area its plainest line of some days; an area without one is left out."""
    best: dict[Area, tuple[float, Quotation]] = {}
    for row, found in shares.items():
        line = told.lines[row]
        if not (first <= line.day <= until and _stands(line.quotation.text)):
            continue
        for area, share in found.items():
            if share >= SHARE_LEAST and share > best.get(area, (0.0, None))[0]:
                best[area] = share, line.quotation
    return {area: line for area, (_share, line) in best.items()}


def _stands(text: str) -> bool:
    least, most = WORDS
    whole = not text.endswith("!")  # a cry within a sentence parts it ("But, by God! I went")
    fits = least <= len(text.split()) <= most and _OWN.search(text) is not None
    return fits and whole and not leans(text) and not denies(text)


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
