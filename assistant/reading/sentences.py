"""Find the sentences of a text, exact to the character: diaries, lists, quotations, no capitals, other centuries.

Our own rules rather than a library: pysbd rewrites the text and loses offsets, and trained splitters expect newspapers.
Every rule looks a bounded number of characters back and ahead, so the cost is linear in the text.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.core.span import Span

WRAP_LEAST: Final = 56
"""Code points of a line from which a line break may be a wrap, not an end. Mail wraps at 72, books at 60 and more."""

WRAP_MOST: Final = 100
"""Code points of a line beyond which nobody wraps by hand: such a line is a paragraph of its own."""

_LOOK_BACK: Final = 24
"""Code points before a full stop that are searched for an abbreviation; the longest known is shorter."""

_CANDIDATE: Final = re.compile(
    r"(?P<stop>[.!?…]+)(?P<close>[\"”’')\]»*_]*)(?=\s|$)"
    r"|(?P<glued>(?<=[a-zß-ÿ]{2})[.!?](?=[A-ZÀ-Þ][a-z’']))"
    r"|(?P<other>[。！？।؟]+[”」』]*)"
    r"|(?P<lines>(?<![ \t])[ \t]*\r?\n\s*)"
)
_ABBREVIATIONS: Final = """
    mr mrs ms messrs mme mlle dr prof rev hon st sr jr capt col gen lt lieut sergt sgt cpl maj adm gov sen rep pres supt
    vs v viz cf e.g eg i.e ie etc approx esp incl no nos vol vols pp p ch chap fig figs ed eds dept est govt
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed weds thu thur thurs fri sat sun
    a.m p.m am pm min mins hr hrs sec oz lb lbs ft ave rd blvd ltd inc co corp bros u.s u.k u.n n.b w.c ult inst prox
    """.split()
_TITLES: Final = frozenset(
    "mr mrs ms messrs mme mlle dr prof rev hon st capt col gen lt lieut sergt sgt cpl maj".split()
)
"""Abbreviations that a name follows, so that a capital after them is no beginning."""
_WORD_BEFORE: Final = re.compile(r"(?:^|[\s(\[\"“‘'—–-])((?:[A-Za-zÀ-ÿ]\.)*[A-Za-zÀ-ÿ]+)$")
_LISTED: Final = re.compile(r"(?:^|\n)[ \t]*(?:\d{1,3}|[a-zA-Z])$")
_BULLET: Final = re.compile(r"[-*•‣–—+]\s|\d{1,3}[.)]\s|[a-z]\)\s|\[[ xX]?\]|#")
_KNOWN: Final = frozenset(_ABBREVIATIONS)
_OPENERS: Final = "\"“‘'([«*_"


def split_sentences(text: str) -> list[Span]:
    """Return the sentences in the order of the text, without the space around them; they never overlap.

    A line of a list, a heading and an unfinished line are sentences too. Every character that is not white space is
    in exactly one of them.
    """
    sentences: list[Span] = []
    start = _skip_space(text, 0)
    for found in _CANDIDATE.finditer(text):
        if found.start() < start:
            continue
        kind = found.lastgroup if found.lastgroup != "close" else "stop"
        at = found.start() if kind == "lines" else found.end()
        ends = (
            _line_ends(text, start, found)
            if kind == "lines"
            else kind in ("glued", "other") or _stop_ends(text, start, found)
        )
        if ends and at > start:
            sentences.append(Span(start, at))
            start = _skip_space(text, at)
    end = len(text)
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        sentences.append(Span(start, end))
    return sentences


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _stop_ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Say whether a stop, with the quotation marks and brackets that close after it, ends the sentence."""
    stop = found["stop"]
    ahead = text[found.end() : found.end() + 80].lstrip(" \t\u00a0\u3000")
    if not ahead or ahead[0] in "\r\n":
        # The line break after it decides; an abbreviation at the end of a wrapped line is no end.
        return not ahead or not _is_abbreviation(text, start, found, ahead.lstrip())
    first = ahead.lstrip(_OPENERS)[:1]
    goes_on = first.islower() or first in ",;:—–-"
    if stop == ".":
        return not _is_abbreviation(text, start, found, ahead) and not (goes_on and bool(found["close"].strip("*_")))
    if not goes_on:
        return True
    if set(stop) <= {".", "…"} or found["close"].strip("*_") or not first.islower():
        return False
    return found.start() - start > 12  # "Ah! how I wish" is one cry; "what a day! went straight to bed" is two.


def _is_abbreviation(text: str, start: int, found: re.Match[str], ahead: str) -> bool:
    """Say whether the full stop belongs to an abbreviation, an initial or the number of a list."""
    if found["stop"] != "." or found["close"]:
        return False
    before = text[max(start, found.start() - _LOOK_BACK) : found.start()]
    if start == found.start() - len(before.lstrip()) and _LISTED.search(before):
        return True  # "3. Bread": the number is part of its line.
    word = _WORD_BEFORE.search(before)
    if word is None:
        return False
    name = word[1].lower()
    capital = ahead.lstrip(_OPENERS)[:1].isupper()
    if len(name) == 1 and word[1].isupper() and name != "i":
        return capital or ahead[:1].islower()  # "J. M. Barrie", "saw A. at noon"
    if name not in _KNOWN:
        return False
    if name in _TITLES:
        return True
    if name == "no":
        return ahead[:1].isdigit()
    ends_too = name in ("etc", "a.m", "p.m", "am", "pm", "min", "mins", "hr", "hrs", "sec", "oz", "lb", "lbs", "ft")
    clashes = name in ("am", "sat", "sun", "mar", "dec", "fig", "co", "min", "ch", "est", "ed", "inc", "hon", "p", "v")
    return not capital if ends_too or clashes else True


def _line_ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Say whether a line break ends the sentence, or only the line of a text that was wrapped by hand."""
    if found[0].count("\n") > 1:
        return True
    at, ahead = found.start(), text[found.end() : found.end() + 8]
    if not ahead or _BULLET.match(ahead):
        return True
    line_start = text.rfind("\n", max(start - 1, at - WRAP_MOST - 1), at) + 1 or max(start, at - WRAP_MOST - 1)
    if not WRAP_LEAST <= at - line_start <= WRAP_MOST or _BULLET.match(text, line_start):
        return True
    return text[at - 1] in ":!?"
