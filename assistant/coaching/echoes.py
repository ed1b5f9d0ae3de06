"""Tell what in an answer only takes up our question: says its words back, says what they mean, or denies them.

"There's nothing to repair", "a gate is a gate" and "I don't think there was a better one" answer us and tell nothing
of the writer's own: quoted in the next question they are our words come back, and the talk turns in a circle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from assistant.coaching.critic import base_forms
from assistant.coaching.handle import Handle
from assistant.coaching.lexicon import FUNCTION_WORDS
from assistant.coaching.tokens import clauses, sentences, words_of
from assistant.core.span import Span

_QUOTED: Final = re.compile(r"“[^”]*”")
_DENIES: Final = re.compile(
    r"\b(?:not|no|nobody|no one|nothing|none|neither|\w+n't|(?:do|did|does|ca|wo|is|was|are|have|has)nt)\b",
    re.IGNORECASE,
)
_POINTS: Final = re.compile(r"^(?:it|that|this|there|nobody|nothing|no one|it's|that's|there's)\b", re.IGNORECASE)
_SAME_AGAIN: Final = re.compile(
    r"^(?:(?:a|an|the|my) )?(?P<thing>[\w-]{3,})(?:'s)? (?:just |only )?(?:means?|is|was|are|just)? ?"
    r"(?:just |only )?(?:a |an |the |my )?(?P=thing)$",
    re.IGNORECASE,
)
"""A drawer is a drawer."""
_KNOWS_BY: Final = re.compile(r"\bhow will you know\b|\bwhat will tell you\b", re.IGNORECASE)
_KNOWN_BY: Final = re.compile(r"^(?:i(?:'ll| will|'d)? (?:just )?know (?:if|when|by|because)|if|when)\b", re.IGNORECASE)
"""What is asked for as a sign is given as one, and is no belief."""
_OPENS: Final = re.compile(r"^i(?: don't| do not| dont|'d)? (?:think|know|guess|suppose|mean|say)\b", re.IGNORECASE)
_NOT_THERE: Final = re.compile(
    r"^(?:(?:it|that|there|nobody|nothing|no one)(?:'s|s| is| was| are| were| isn't| wasn't)?\b(?! \w+ed\b)"
    r"|i(?:'m not| am not| wasn't)\b|i (?:don't|didn't|do not|did not|dont|didnt) (?:want|think|need|know)\b)",
    re.IGNORECASE,
)
"""A denial so begun needs one word of ours to be about our question, any other two: "nobody painted for us" tells."""
_TELLS: Final = re.compile(
    r"^(?:i (?!(?:don't|didn't|do not|did not|dont|didnt) (?:want|think|need|know)\b|was(?:n't| not)\b|am not\b)"
    r"|(?:nobody|no one|nothing) \w+ed\b)",
    re.IGNORECASE,
)
"""What they did or left undone is theirs, whatever words it is told in: "I did not ask", "nobody asked"."""
_SHORT: Final = 4
"""Words of ours alone, at the head of an answer, of which nothing is said: "the dates"."""
_CLAIMS: Final = re.compile(r"\b(?:never|always|still|only|every)\b", re.IGNORECASE)
"""With one of these our own words say something: "I was never happy"."""
_SAME_WORD: Final = 4
"""Letters by which "marking" is "mark"."""
_FEW_WORDS: Final = 6
_CLEFT: Final = re.compile(
    r"^(?:it|that)(?:'s not| is not| isn't|s not| wasn't| was not) (?:the |my |a |an )?(?P<thing>[\w-]+)", re.IGNORECASE
)
"""It wasn't the price I minded: what it was is said elsewhere or not yet."""
_ASKED_ABOUT: Final = 0.5
"""A phrase with so much of its content in one question has been asked about."""


def beside_echoes(handles: list[Handle], text: str, asked: str) -> list[Handle]:
    """Leave of the phrases of an answer those that tell more than what only takes up the question."""
    if not asked:
        return handles
    taken = [
        one
        for place, sentence in enumerate(sentences(text))
        for one in clauses(text, sentence)
        if only_echoes(one.of(text), asked, first=not place)
    ]
    return [one for one in handles if not any(_mostly(one.span, clause) for clause in taken)]


def only_echoes(said: str, asked: str, *, first: bool = True) -> bool:
    """Say whether a clause, of the first sentence of an answer or of a later one, only takes up the question."""
    plain = " ".join(words_of(said))
    theirs, ours = _content(_OPENS.sub("", plain)), _content(asked)
    framed = _content(_QUOTED.sub(" ", asked))
    if any((match := form.match(plain)) and _named_in(match["thing"], ours) for form in (_SAME_AGAIN, _CLEFT)):
        return True
    if _KNOWS_BY.search(asked) and _KNOWN_BY.match(plain):
        return True
    denies, few = bool(_DENIES.search(plain)), len(words_of(plain))
    if denies and not theirs:
        return bool(_POINTS.match(plain)) and few <= _FEW_WORDS and _takes_up(plain, asked)
    if _TELLS.match(plain):
        return False
    if first and few <= _SHORT and theirs and theirs <= ours and not _CLAIMS.search(plain):
        return True
    least = 1 if _NOT_THERE.match(plain) else 2
    return denies and bool(theirs & framed) and len(theirs & ours) >= max(least, len(theirs - ours) + 1)


def not_asked_about(handles: Iterable[Handle], asked: Iterable[str]) -> list[Handle]:
    """Leave what none of the questions was about."""
    before = [_content(one) for one in asked]
    return [one for one in handles if not any(_shares(_content(one.quote), words) for words in before)]


def _content(text: str) -> set[str]:
    return {word for word in base_forms(word.removesuffix("'s") for word in words_of(text)) if len(word) > 2}


def _named_in(thing: str, ours: set[str]) -> bool:
    return any(thing.lower()[:_SAME_WORD] == word[:_SAME_WORD] for word in ours)


def _takes_up(plain: str, asked: str) -> bool:
    """Say whether a denial without content says a light word of our question: "it doesn't do anything"."""
    light = {word for word in words_of(plain) if word in FUNCTION_WORDS and len(word) > 1} - {"it", "not", "to"}
    return bool(light & set(words_of(_QUOTED.sub(" ", asked))))


def _shares(words: set[str], asked: set[str]) -> bool:
    return bool(words) and len(words & asked) >= _ASKED_ABOUT * len(words)


def _mostly(span: Span, clause: Span) -> bool:
    return min(span.end, clause.end) - max(span.start, clause.start) > (span.end - span.start) / 2
