"""Hear what a person promises themselves: what, and by when. Not wishes, not the past, not what others promise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.core.reading import Promise
from assistant.core.span import Span
from assistant.reading.clauses import clauses_of, trimmed, without_lead
from assistant.reading.due import due_day, find_due
from assistant.reading.promise_marks import MARKS
from assistant.reading.vetoes import is_no_promise, is_unsaid
from assistant.reading.weighing import Sentence, confidence, weigh

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from assistant.reading.heads import Heads

_I: Final = r"\b(?:i|we)"
_HOW: Final = r"(?:\s+(?:definitely|actually|finally|really|just|now|then|also|absolutely|simply|at\s+last|hereby|solemnly|faithfully))*"
_OPENER: Final = re.compile(
    rf"(?:{_I}(?:['’]?m|\s+am|['’]?ma){_HOW}\s+(?P<not1>not\s+)?(?:going\s+to|gonna|gunna|gon)\b"
    rf"|{_I}(?:['’]ll|\s*ll\b|\s+will|\s+shall|\b(?<=i)ll\b|['’]?ma){_HOW}(?:\s*,\s*[\w\s]+,)?(?:\s+will)?"
    rf"|\b(?:that\s+)?i(?:['’]?d|\s+would)\b{_HOW}"
    rf"|{_I}(?:['’]?ve|\s+have)?(?:\s+this\s+night|\s+now|\s+just)?\s+(?:decided|resolved|determined|promised(?:\s+(?:myself|\w+))?|sworn|vowed|agreed|committed)\s+"
    rf"(?:(?:to|on)\b|that\s+i(?:['’]?m|['’]ll|\s+will|\s+shall|\s+am)?)"
    rf"|{_I}\s+(?:promise|vow|swear|pledge|commit|undertake)(?:\s+myself)?\s+(?:to|that\s+i(?:['’]ll|\s+will)?)"
    rf"|^\W*(?:decided|resolved|determined|promised(?:\s+myself)?|vowed|decision\s+made|resolution|deal|promise(?:\s+to\s+myself)?)\s*(?::|to\b|that\b)"
    rf"|^\W*(?:gonna|going\s+to|will|shall)\b|{_I}(?:['’]?m|\s+am){_HOW}(?=\s+(?:not\s+)?\w+ing\b)|\bi(?:['’]?m|\s+am)\b)",
    re.IGNORECASE,
)
_TAG: Final = re.compile(
    r"(?:\s*[,.;–—-]+\s*|\s+)(?:and\s+)?(?:(?:that['’]?s\s+(?:a\s+promise|that|final|settled|it|the\s+deal)\b.*|no\s+(?:matter\s+what|excuses|more\s+\w+ing|ifs).*"
    r"|i\s+(?:mean|promise|swear|will|shall|have\s+given)\b.*|and\s+i\s+(?:will|shall|mean|keep|don['’]t)\b.*|whatever\s+\w+.*|whether\s+.*|without\s+fail|done(?:\s+deal)?|decided|for\s+real|this\s+time|lol|honest(?:ly)?))\s*$",
    re.IGNORECASE,
)
_COMMITS: Final = re.compile(
    r"\bi(?:['’]ll|\s+will|\s+shall|['’]?d|['’]?m\s+(?:not\s+)?(?:gonna|going\s+to|\w+ing)|\s+am\s+(?:not\s+)?\w+ing|['’]?ve\s+\w+ed)\b",
    re.IGNORECASE,
)
"""What each of several promises in one sentence must say for itself."""

_EDGE: Final = " \t\r\n,;:.!?–—-\"“”'‘’…()*_"


def hear_promises(
    text: str, sentences: Sequence[Sentence], heads: Heads | None = None, written_on: date | None = None
) -> tuple[Promise, ...]:
    """Return the promises of a text, at most one a sentence, in order."""
    heard = []
    for sentence in sentences:
        weighed = weigh("promise", sentence, MARKS, heads)
        if weighed.heard and not is_no_promise(weighed.marks) and not is_unsaid(sentence.words, weighed.marks):
            several = _several(text, sentence, heads)
            heard += [
                _promise(text, sentence, span, confidence(weighed), written_on)
                for span in several or [_carrier(text, sentence, heads)]
            ]
    return tuple(heard)


def _several(text: str, sentence: Sentence, heads: Heads | None) -> list[Span]:
    """Return the clauses of a sentence that each promise something of their own; none where fewer than two do."""
    carrying = [
        span for span in clauses_of(text, sentence.span)
        if _COMMITS.search(text, span.start, span.end)
        and (weighed := weigh("promise", Sentence.of(text, span), MARKS, heads)).heard
        and not is_no_promise(weighed.marks)
    ]  # fmt: skip
    return [without_lead(text, span) for span in carrying] if len(carrying) > 1 else []


def _promise(text: str, sentence: Sentence, span: Span, sure: float, written_on: date | None) -> Promise:
    due = find_due(text, span)
    if due is None and (wider := find_due(text, sentence.span)) is not None and _touches(text, wider, span):
        due, span = wider, Span(min(span.start, wider.start), max(span.end, wider.end))
    words = due.of(text) if due else None
    day = due_day(words, written_on) if words and written_on else None
    return Promise(span, _what(text, span, due), day, words, sure)


def _touches(text: str, due: Span, span: Span) -> bool:
    """Say whether nothing but stops and a small word lies between the words for when and the promise."""
    between = text[min(due.end, span.end) : max(due.start, span.start)]
    return len(between.strip(" ,:;–—-.")) <= 3


def _carrier(text: str, sentence: Sentence, heads: Heads | None) -> Span:
    """Return the clauses of a sentence that carry the promise."""
    whole = without_lead(text, trimmed(text, sentence.span))
    clauses = clauses_of(text, sentence.span)
    if len(clauses) == 1:
        return whole
    carrying = [c for c in clauses if weigh("promise", Sentence.of(text, c), MARKS, heads).heard]
    return without_lead(text, Span(carrying[0].start, carrying[-1].end)) if carrying else whole


def _what(text: str, span: Span, due: Span | None) -> str:
    """Return what is promised: the words after "I'll", without those for when and without what only stresses it."""
    start, end = span.start, span.end
    if due is not None and due.end >= end - 2:
        end = due.start
    if due is not None and due.start <= start + 2:
        start = due.end
    if (tag := _TAG.search(text[start:end])) and tag.start() > 3:
        end = start + tag.start()
        if due is not None and due.end >= end - 2:
            end = min(end, due.start)
    if opener := _OPENER.search(text, start, end):
        begin = opener.start("not1") if opener["not1"] else opener.end()
        if text[begin:end].strip(_EDGE):
            start = begin
    what = text[start:end]
    if due is not None and start < due.start and due.end < end:
        what = f"{text[start : due.start].rstrip(_EDGE)} {text[due.end : end].lstrip()}"
    return " ".join(what.strip(_EDGE).split()) or " ".join(span.of(text).strip(_EDGE).split())
