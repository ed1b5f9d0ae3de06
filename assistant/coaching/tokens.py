"""Cut a message into words, clauses and sentences, each with its exact place."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.coaching.lexicon import CONJUNCTIONS, is_verb
from assistant.core.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_PICTURES = r"(?:[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\u200d]*)+"
"""Pictographs; who writes them seldom writes a full stop beside them."""
_SENTENCE_END = re.compile(rf"[.!?…]+[\"'”’)]*(?=\s|$)|\n+|{_PICTURES}(?=\s|$)")
_CLAUSE_BREAK = re.compile(
    rf"\s*{_PICTURES}\s*"
    r"|\s*(?:[;()\[\]<>{}`*#|“”\"]|(?<!\d):|:(?!\d)|\s[-–—]+\s|—|–|,\s|\.{2,}|…)\s*"
    r"|(?<!\bas)(?<!\beven)\s+"
    r"(?=(?:and|n|but|so|or|because|cos|bc|although|though|which|while|except|whereas|then|even though)\s+"
    r"(?:i|i'm|im|i've|ive|id|he|hes|she|shes|they|theyre|we|it|it's|its|you|there|theres|that|thats|this|my|his|her|"
    r"their|our|nobody|everyone|everybody|people|the)\b)"
    r"|\s+(?=(?:and|n)\s+(?:did not|didn['’]?t|never|just|then)\s)"
    r"|\s+(?:lol|lmao|haha|ngl|tbh|tho|innit|kkk+)\b\s*"
    r"|(?<!why)(?<!how)(?<!what)(?<!when)(?<!if)(?<!that)(?<!and)\s+(?:(?:are|is|was|were|do|does|did|have|has|had|ca|could"
    r"|would|wo|should)n['’]?t|ain['’]?t) (?:i|he|she|it|they|we|you)(?=\s*(?:[.!?,;\n]|$))"
    r"|(?<!\bas)(?<!\beven)\s+(?=(?:but|because|although|though|whereas|even though)\s)",
    re.IGNORECASE,
)
_HALF = re.compile(r"(?:and|n|or)\s+(?:the|my|his|her|their|our|this|that)\s", re.IGNORECASE)
_SOON = 5
"""Words after "and the" among which the verb of another clause comes; else it is the other half of a pair."""
_SOMEBODY = (
    r"(?=(?:i|he|she|we|they|it|you|there|that|this|these|those|people|nobody|everyone|everybody|somebody|someone)"
    r"(?:['’]\w+)?\b|(?:im|ive|id|hes|shes|theyre|theyll|thats|theres|its|my|his|her|our|their|the)\b)"
)
_LEADING = re.compile(
    r"^(?:(?:(?:and|n|but|so|or|because|cos|bc|although|though|even though|which|while|except|whereas"
    r"|then|"
    r"also|ok|okay|well|anyway|anyways|yeah|yes|yep|yup|nah|nope|oh|hm|huh|eh|erm|um|plus|now|lol|haha|honestly"
    r"|actually|"
    r"hang on|i mean|you know|you'd think)\b[\s,]+)|"
    r"(?:no|look|like|right)(?:,\s+|\s+(?=i\b|im\b|ive\b|id\b))|"
    r"(?:(?:and )?just like that|"
    r"(?:(?:the )?(?:thing|point|truth|trouble|problem)(?: is|['’]?s)|it['’]?s just)(?: that)?|"
    r"is that|it['’]?s (?:more |rather )?that|what (?:gets|bothers|annoys|upsets|bugs|kills|hurts"
    r"|troubles) me(?: most)? (?:is|was)(?: that)?)\s+" + _SOMEBODY + r"|"
    r"(?:i (?:was|am)|i['’]?m) (?:speaking|talking) about\s+|what i (?:mean|meant) (?:is|was)\s+(?:that\s+)?|"
    r"i wanted to say that\s+|(?:the )?important (?:thing )?is\s+(?:that\s+)?)+",
    re.IGNORECASE,
)
"""What opens a clause and is no part of what it says; "no more tea" and "look at him" are."""


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
    for piece in _pieces(text, sentence, _CLAUSE_BREAK, keep_end=False, passing=_other_half):
        opening = _LEADING.match(piece.of(text))
        start = piece.start + (opening.end() if opening and opening.end() < len(piece) else 0)
        trimmed = _trimmed(text, Span(start, piece.end))
        if trimmed is not None:
            found.append(trimmed)
    return found


def words_of(text: str) -> list[str]:
    """Return the lower-case words of the text."""
    return [token.lower for token in tokens(text)]


def _other_half(text: str, at: int) -> bool:
    """Say whether "and the …" goes on with a pair, "the tea and the biscuits", and opens no clause of its own."""
    if not _HALF.match(text, at):
        return False
    words = [word.group().lower().replace("’", "'") for word in _WORD.finditer(text, at, at + 80)][3 : 3 + _SOON]
    words = words[: next((n for n, word in enumerate(words) if word in CONJUNCTIONS), len(words))]
    return not any(is_verb(word) or word.endswith(("ed", "'s", "'re", "'d", "'ll")) for word in words)


def _pieces(
    text: str,
    whole: Span,
    breaks: re.Pattern[str],
    *,
    keep_end: bool,
    passing: Callable[[str, int], bool] = lambda _text, _at: False,
) -> list[Span]:
    found, start = [], whole.start
    trim = _without_space if keep_end else _trimmed
    for match in breaks.finditer(text, whole.start, whole.end):
        if passing(text, match.end()):
            continue
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
