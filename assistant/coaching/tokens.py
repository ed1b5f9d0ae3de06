"""Cut a message into words, clauses and sentences, each with its exact place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.core.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)]*(?=\s|$)|\n+")
_CLAUSE_BREAK = re.compile(
    r"\s*(?:[;:()\[\]<>{}`*#|“”\"]|\s[-–—]+\s|—|–|,\s|\.{2,}|…)\s*"
    r"|\s+(?=(?:and|but|so|or|because|cos|bc|although|though|which|while|until|except|whereas|then)\s+"
    r"(?:i|i'm|im|i've|he|she|they|we|it|it's|you|there|that|this|my|his|her|their|our|nobody|"
    r"everyone|everybody|people|the)\b)"
    r"|\s+(?=and\s+(?:did not|didn['’]?t|never|just|then)\s)"
    r"|\s+(?:lol|lmao|haha|ngl|tbh|tho)\b\s*"
    r"|\s+(?=(?:but|because|although|though|whereas)\s)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:and|but|so|or|because|cos|bc|although|though|which|while|until|except|whereas|then|"
    r"also|ok|okay|well|anyway|"
    r"yeah|yes|no|oh|hm|huh|look|like|plus|now|lol|haha|honestly|actually|hang on|i mean|"
    r"you know|you'd think)\b[\s,]+)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number, where it stands."""

    text: str
    span: Span

    @property
    def lower(self) -> str:
        """The word in lower case with a straight apostrophe."""
        return self.text.lower().replace("’", "'")


def tokens(text: str, within: Span | None = None) -> list[Token]:
    """Return the words of the text, or of one stretch of it, in order; spans count from the text's start."""
    start, end = (within.start, within.end) if within is not None else (0, len(text))
    return [Token(m.group(), Span(m.start(), m.end())) for m in _WORD.finditer(text, start, end)]


def sentences(text: str) -> list[Span]:
    """Return the text's sentences without the white space around them."""
    return _pieces(text, Span(0, len(text)), _SENTENCE_END, keep_end=True)


def clauses(text: str, sentence: Span) -> list[Span]:
    """Return the clauses of one sentence without the conjunction that opens them."""
    found = []
    for piece in _pieces(text, sentence, _CLAUSE_BREAK, keep_end=False):
        opening = _LEADING.match(piece.of(text))
        start = piece.start + (opening.end() if opening and opening.end() < len(piece) else 0)
        trimmed = _trimmed(text, Span(start, piece.end))
        if trimmed is not None:
            found.append(trimmed)
    return found


def words_of(text: str) -> list[str]:
    """Return the lower-case words of the text."""
    return [token.lower for token in tokens(text)]


def _pieces(text: str, whole: Span, breaks: re.Pattern[str], *, keep_end: bool) -> list[Span]:
    found, start = [], whole.start
    trim = _without_space if keep_end else _trimmed
    for match in breaks.finditer(text, whole.start, whole.end):
        piece = trim(text, Span(start, match.end() if keep_end else match.start()))
        if piece is not None:
            found.append(piece)
        start = match.end()
    rest = trim(text, Span(start, whole.end))
    return [*found, rest] if rest is not None else found


def _without_space(text: str, span: Span) -> Span | None:
    """Keep the marks around a sentence: they show where speech begins and ends."""
    if not tokens(text, span):
        return None
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))


def _trimmed(text: str, span: Span) -> Span | None:
    inside = tokens(text, span)
    if not inside:
        return None
    return Span(inside[0].span.start, inside[-1].span.end)
