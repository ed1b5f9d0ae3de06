"""Cut a sentence into its clauses and trim what only joins it to its neighbours, exact to the character."""

from __future__ import annotations

import re
from typing import Final

from assistant.core.span import Span

_BREAK: Final = re.compile(
    r"\s*(?:;|(?<=\s)[–—-]{1,3}(?=\s)|—|:(?=\s)|\.{2,}|…|[!?](?=\s))\s*"
    r"|,\s+(?=(?:and|but|so|yet|though|although|which|because|cos|'?cause)\b)"
    r"|,\s+(?=(?:i|i['’]\w+|we|he|she|they|it|you|nobody|everyone|no one|there|that['’]?s|it['’]?s|people)\b)"
    r"|\s+(?=(?:but|and (?:i|i['’]\w+|he|she|they|we|it|nobody|everyone|no one|that|now|then|so)\b|so (?:i|he|she|they|we)\b|because\s+if\b))"
    r"|,\s+(?=then\b)",
    re.IGNORECASE,
)
"""A full stop within a sentence ends no clause: it stands after "Mrs" or an initial, or the sentence would end there."""
_LEAD: Final = re.compile(
    r"(?:[-*•‣–—>\s]|\d{1,3}[.)]\s|(?:and|but|so|well|oh|ok|okay|right|yes|yeah|no|honestly|anyway|also|plus|then|still|look|"
    r"or|because|cos|though|although|lol|idk|ugh|god|apparently|basically)\b(?:,\s*|\s+|\s*[.…—–-]+\s*))+",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(r"[\s,;:—–-]+$")


def clauses_of(text: str, sentence: Span) -> list[Span]:
    """Return the clauses of a sentence in order, without the stops and spaces between them."""
    clauses: list[Span] = []
    start = sentence.start
    for found in _BREAK.finditer(text, sentence.start, sentence.end):
        if found.start() > start:
            clauses.append(Span(start, found.start()))
        start = found.end()
    if start < sentence.end:
        clauses.append(Span(start, sentence.end))
    return [clause for clause in (trimmed(text, one) for one in clauses) if len(clause)] or [sentence]


def trimmed(text: str, span: Span) -> Span:
    """Return the span without space, list marks and hanging stops at its ends."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:—–"):
        start += 1
    tail = _TAIL.search(text[start:end])
    return Span(start, start + tail.start() if tail else end)


def without_lead(text: str, span: Span) -> Span:
    """Return the span without "and", "but", "well," and list marks before its first word."""
    lead = _LEAD.match(text, span.start, span.end)
    return Span(lead.end(), span.end) if lead and lead.end() < span.end else span
