"""Cut a stretch of the person's words short enough to be said back, and never in the middle of a thought."""

from __future__ import annotations

import re

from assistant.coaching.lexicon import (
    BASES,
    CONJUNCTIONS,
    DANGLING,
    GERUNDS,
    MAY_END_A_CLAUSE,
    NOUN_TOO,
    PASTS,
    PREPOSITIONS,
    PRONOUNS,
    SUBJECTS,
    is_verb,
)
from assistant.coaching.tokens import Token, tokens
from assistant.core.span import Span

LONGEST_QUOTE = 9
"""Words in a quoted phrase: longer ones read as a transcript, not as an ear (none in COACHING.md has more)."""
LONGEST_TURNED = 8

_UNSAFE = re.compile(r"[^\w\s'’,\-%£$€&/.]|[.](?=\s)|[\r\n\t]|  ")
_PARTICLES = frozenset("up down off out over on in around along through past by to".split())
PARTICLES = frozenset("up down off out back away".split())
"""After a verb or its object these belong to the verb ("turned them down"), so no phrase ends before them."""
SOFT_OPENINGS = frozenset(
    (*(("i", verb) for verb in ("think", "suppose", "guess", "mean")), ("i'm", "saying"), ("it", "means"))
)
"""A quotation begins after these where the charged words come later: "I think I only said yes" → "I only said yes"."""
_ASKING = frozenset({"what", "how", "why"})
_HANGING_BE = frozenset({"is", "was", "are", "were"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
"""What follows these says which one is meant: "the only one | who ever apologises" is somebody else."""
_PASSIVE = frozenset({"be", "been", "being", "get", "was", "were", "is", "are"})
_SUBJECTS = SUBJECTS | frozenset(
    "i'm i've i'd i'll he's she's they're we're they've we've it's everyone everybody nobody somebody".split()
)
_LAST_ADVERBS = frozenset(
    "sooner later earlier again anyway though too either yet today tonight yesterday tomorrow".split()
)
_NEARLY_ALL = 3
"""Words that a quotation may lose for a better end."""
_OPENERS = frozenset("to of for with about in on at by from into like than as".split())


def quotable(phrase: str) -> bool:
    """Say whether the phrase can stand between quotation marks: plain words, no markup, no speech within speech."""
    single = len(re.findall(r"(?<!\w)['’]|['’](?!\w)", phrase))
    return bool(phrase.strip()) and not _UNSAFE.search(phrase) and single == 0


def cut_quote(text: str, clause: Span, anchor: Span, longest: int = LONGEST_QUOTE) -> Span | None:
    """Return the stretch of the clause around the anchor that is best quoted; None where none is clean."""
    words = tokens(text, clause)
    at = next((place for place, word in enumerate(words) if word.span.overlaps(anchor)), None)
    if at is None:
        return None
    for first in _starts(words, at, longest):
        last = _end(words, first, at, anchor, longest)
        if last is None:
            continue
        span = Span(words[first].span.start, words[last].span.end)
        if quotable(span.of(text)):
            return span
    return None


def cut_phrase(text: str, start: int, end: int, longest: int = LONGEST_TURNED) -> str | None:
    """Return the words from `start` on, ended where a phrase may end, at most `longest`; None where it cannot."""
    words = tokens(text, Span(start, end))
    if not words:
        return None
    if len(words) > longest:
        stops = [
            n
            for n in range(2, longest + 1)
            if words[n].lower in PREPOSITIONS | CONJUNCTIONS | _ASKING
            and not _hangs(words[n - 1])
            and not (words[n].lower in _ASKING and words[n - 1].lower in PREPOSITIONS)
        ]
        if not stops:
            return None
        words = words[: stops[-1]]
    whole = bool(words) and not tokens(text, Span(words[-1].span.end, end))
    while words and _hangs(words[-1]) and not (whole and words[-1].lower in MAY_END_A_CLAUSE):
        words, whole = words[:-1], False
    phrase = text[words[0].span.start : words[-1].span.end] if words else ""
    return phrase if quotable(phrase) else None


def _starts(words: list[Token], at: int, longest: int) -> list[int]:
    """Return where a quotation may begin, best first: the clause's start, then the nearest subject, then the anchor."""
    soft = 2 if len(words) > 3 and (words[0].lower, words[1].lower) in SOFT_OPENINGS and at >= 2 else 0
    if len(words) > 3 and words[0].lower == "that" and words[1].lower in _SUBJECTS and at >= 1:
        soft = 1  # "That | I'm not safe", in answer to a question
    if words[0].lower in _HANGING_BE and at >= 1:
        soft = 1  # "which | is what I always say"
    starts = [soft] if at - soft < longest - 1 else []
    back = next((n for n in range(at, max(-1, at - longest + 1), -1) if words[n].lower in _SUBJECTS), None)
    starts += [back] if back is not None else []
    return [n for n in dict.fromkeys([*starts, at]) if n in (soft, at) or words[n].lower not in _OPENERS]


def _end(words: list[Token], first: int, at: int, anchor: Span, longest: int) -> int | None:
    reach = max((n for n, word in enumerate(words) if word.span.overlaps(anchor)), default=at)
    limit = min(len(words) - 1, first + longest - 1)
    if reach > limit:
        return None
    if limit == len(words) - 1 and (not _hangs(words[limit]) or words[limit].lower in MAY_END_A_CLAUSE):
        return limit
    natural = [n for n in range(limit, reach - 1, -1) if _stops_after(words, n)]
    natural = [n for n in natural if n - first >= 1]
    if natural:  # a verb at the end still looks for its complement: "every penny she's paid | for"
        near = (n for n in natural if natural[0] - n <= _NEARLY_ALL)
        return next((n for n in near if words[n].lower in NOUN_TOO or not is_verb(words[n].lower)), natural[0])
    plain = [n for n in range(limit, reach - 1, -1) if not _hangs(words[n])]
    return plain[0] if plain and limit == len(words) - 1 else None


def _stops_after(words: list[Token], n: int) -> bool:
    if _hangs(words[n]):
        return False
    if n + 1 >= len(words):
        return True
    following = words[n + 1].lower
    if n + 2 == len(words) and following in _LAST_ADVERBS and not is_verb(words[n].lower):
        return True  # "made him go to the doctor | sooner"
    verb_next = n + 2 < len(words) and words[n + 2].lower in BASES
    if following == "to" and verb_next and n and words[n].lower in PASTS and words[n - 1].lower in _PASSIVE:
        return True  # "needs to be feared | to get anything done"
    belongs = following in PARTICLES or (
        following in _PARTICLES and (words[n].lower in PRONOUNS | GERUNDS or is_verb(words[n].lower))
    )
    return following in (PREPOSITIONS | CONJUNCTIONS | _ASKING) - _RELATIVE - {"of"} and not belongs


def _hangs(word: Token) -> bool:
    return word.lower in DANGLING
