"""Take what is short as a whole: a few words of answer, and the two ways between which somebody asks us to choose."""

from __future__ import annotations

import re
from typing import Final

from assistant.coaching.addressed import pointed_at, question_named
from assistant.coaching.critic import content_stems
from assistant.coaching.handle import Handle
from assistant.coaching.phrases import cut_quote, quotable
from assistant.coaching.tellings import EVENT, FRAGMENT, is_clause
from assistant.coaching.tokens import clauses, sentences, tokens, words_of
from assistant.core.span import Span

_MOST_WORDS: Final = 6
_MOST_OF_A_WAY: Final = 8
_WEIGHT: Final = 0.5
_TWO_WAYS_WEIGHT: Final = 0.95
_MOST_OF_A_QUESTION: Final = 12
_LEAST_OF_A_POINT: Final = 3
_MOST_OF_A_POINT: Final = 14
_OWN_QUESTION_WEIGHT: Final = 0.98
_POINT_WEIGHT: Final = 2.0
"""Before all phrases that the message does not name as its point."""
_NO_MATTER: Final = frozenset(
    content_stems(
        "january february march april may june july august september october november december monday tuesday"
        " wednesday "
        "thursday friday saturday sunday week month year day hour minute time yesterday today tonight morning"
        " evening night "
        "since until once twice always never often sometimes yes yeah no not nothing none maybe probably perhaps"
        " mostly "
        "guess suppose think know dunno idk really right fine okay same sure exactly anything something true lol"
        " haha huh whatever fair spose omg ok good"
    )
)
"""A date, a number or a hedge answers what was asked and gives nothing to go on from."""
_HANGS_ON: Final = frozenset("and or but like so then plus".split())
"""What begins with one of these goes on from the sentence before it."""
_TWO_WAYS: Final = re.compile(
    r"\b(?:should|shall|do|can|could|would|ought) (?:i|we)(?: to)? (?P<one>[^.?!,\n]{3,60}?),? or (?:(?:should|shall"
    r"|do|can|could|would)"
    r" (?:i|we) )?(?:just |rather )?(?P<other>[^.?!,\n]{3,60}?)\s*(?:\?|,| please\b)",
    re.IGNORECASE,
)

_ASKS: Final = re.compile(
    r"(?:(?:my|the) (?:\w+ )?question (?:is|was)[,:]? |so |but |and |ok |okay )*"
    r"(?P<asked>(?:how (?:do|can|could|should|would)|why (?:do|did|can't|am)|when do) (?:i|we)\b.*)",
    re.IGNORECASE,
)
_IDLE: Final = re.compile(
    r"\bhow (?:do|can|could|should|would) i (?:(?:even |possibly )?(?:know|put it|put this|say (?:it|this)|explain"
    r"|describe)\b|even\b)|\bwhy (?:do|did|am) i (?:even )?(?:bother|telling|tell you|say|ask)\b",
    re.IGNORECASE,
)
"""Asked of nobody: how should they know."""
_LEAST_OF_A_QUESTION: Final = 4
_ABOUT: Final = re.compile(
    r"(?<!n't )(?<!not )(?<!never )\bask me (?:something |anything |more )?about (?P<what>[^.?!,;\n]{2,40})",
    re.IGNORECASE,
)


def subject_named(text: str) -> str:
    """Return what they ask to be asked about; an empty text where they do not."""
    found = _ABOUT.search(text.replace("’", "'"))
    return found["what"] if found else ""


def _last_question(text: str) -> Span | None:
    """Return the question of their own that a message ends with: "How do I tell him"."""
    last = next(iter(sentences(text)[-1:]), Span(0, 0))
    found = _ASKS.match(text.replace("’", "'"), last.start, last.end)
    if found is None or _IDLE.search(found["asked"]) or len(words_of(found["asked"])) < _LEAST_OF_A_QUESTION:
        return None
    return Span(*found.span("asked"))


def whole_answer(seen: str) -> Handle | None:
    """Return the last sentence of a short answer that names anything, whole; None where none does."""
    for sentence in reversed(sentences(seen)):
        words = tokens(seen, sentence)
        span = Span(words[0].span.start, words[-1].span.end)
        said = span.of(seen)
        if words[0].lower in _HANGS_ON:
            continue
        if len(words) <= _MOST_WORDS and quotable(said) and content_stems(said) - _NO_MATTER:
            return Handle(FRAGMENT, span, said, _WEIGHT)
    return None


def own_question(seen: str) -> Handle | None:
    """Return the question that they say is theirs, to be asked about as one that they have no answer to."""
    asked = question_named(seen) or _last_question(seen)
    span = cut_quote(seen, asked, Span(asked.start, asked.start + 1), _MOST_OF_A_QUESTION) if asked else None
    return Handle("puzzle", span, span.of(seen), _OWN_QUESTION_WEIGHT) if span else None


def with_the_point(seen: str, handles: list[Handle]) -> list[Handle]:
    """Return the phrases, after what the message names as its point where none of them stands on it."""
    for point in pointed_at(seen):
        if any(one.span.overlaps(point) and one.kind != FRAGMENT for one in handles):
            return handles
        for piece in clauses(seen, point):
            span = cut_quote(seen, piece, Span(piece.start, piece.start + 1), _MOST_OF_A_POINT)
            if span is not None and len(tokens(seen, span)) >= _LEAST_OF_A_POINT and quotable(span.of(seen)):
                kind = EVENT if is_clause(tokens(seen, span)) else FRAGMENT
                return [Handle(kind, span, span.of(seen), _POINT_WEIGHT), *handles]
    return handles


def two_ways(text: str) -> Handle | None:
    """Return the two ways between which they ask us to choose, to be asked about side by side."""
    match = _TWO_WAYS.search(text)
    if match is None:
        return None
    one, other = match.group("one").strip(), match.group("other").strip()
    short = all(1 < len(words_of(way)) <= _MOST_OF_A_WAY and quotable(way) for way in (one, other))
    span = Span(match.start("one"), match.end("other"))
    return Handle("options", span, span.of(text), _TWO_WAYS_WEIGHT, {"one": one, "other": other}) if short else None
