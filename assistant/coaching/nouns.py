"""Find what a message names: people, things and amounts, ready to be said back."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from assistant.coaching.common_words import AT_TIMES, NOW_AND_THEN, OFTEN
from assistant.coaching.lexicon import (
    ADVERBS,
    BASES,
    DETERMINERS,
    FILLERS,
    FUNCTION_WORDS,
    GERUNDS,
    KIN,
    NOT_NAMES,
    NOUN_TOO,
    PASTS,
    RELATIONS,
    is_verb,
)
from assistant.coaching.phrases import quotable
from assistant.coaching.tokens import Token, tokens
from assistant.coaching.turning import turned
from assistant.core.span import Span

_AMOUNT = re.compile(
    r"\b(?:(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|"
    r"twenty|thirty|forty|fifty|"
    r"hundred)\s+(?:more\s+)?(?:hours?|days?|weeks?|months?|years?|times|nights?|minutes|euros?|pounds|quid|dollars|"
    r"emails?|messages|people|weekends?|evenings?))\b",
    re.IGNORECASE,
)
_VAGUE = frozenset(
    "day time today week month year morning evening night thing way lot bit one point moment second end rest kind sort "
    "same truth fact hour minute case idea other others people person something man woman guy "
    "side front half past next last "
    "first few afternoon weekend weeks days months years hours times life world problem age "
    "packet side while call point thing few".split()
)
_NO_TOPIC = frozenset(
    "age packet side while call point thing few fault opinion mind heart head eye voice sake name bit line gist "
    "face".split()
)
_ADJECTIVES = frozenset(
    "new old good bad best worst big small little long short younger older young actual whole proper same only single "
    "different boring stupid real true wrong right nice great late early happy sad angry tired "
    "full empty free main open "
    "four three two five six seven eight nine ten half second third etc usual weird difficult "
    "funny strong quiet hard easy quick slow cold hot warm".split()
)
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "miss", "aunt", "auntie", "uncle"})
MOST_NOUN_WORDS = 3
_STEM = 5


@dataclass(frozen=True, slots=True)
class Named:
    """Something the message names: as it stands, and as it is said back."""

    span: Span
    said_back: str
    weight: float


def people(text: str) -> list[Named]:
    """Return the people whom the message names, most often named first."""
    words, found = tokens(text), []
    for n, word in enumerate(words):
        if word.lower.removesuffix("'s") in RELATIONS and n and words[n - 1].lower in {"my", "our"}:
            found.append(_related(text, words[n - 1], word, 1.0))
        elif n > 1 and word.lower.removesuffix("'s") in RELATIONS and words[n - 2].lower in {"my", "our"}:
            found.append(_related(text, words[n - 2], word, 0.9))
        elif word.lower.removesuffix("'s") in KIN and word.text[0].isupper() and not _after_determiner(words, n):
            found.append(Named(word.span, "your " + word.lower.removesuffix("'s"), 1.0))
        elif _is_name(text, words, n):
            title = f"{words[n - 1].text} " if n and words[n - 1].lower in _TITLES else ""
            found.append(Named(word.span, title + word.text.removesuffix("'s").removesuffix("’s"), 0.9))
    return _ranked(found)


def topics(text: str, within: Span | None = None) -> list[Named]:
    """Return the things that the message names as short noun phrases, those it returns to first."""
    words, found = tokens(text, within), []
    counts = Counter(_stem(word.lower) for word in tokens(text))
    for n, word in enumerate(words[:-1]):
        if word.lower not in DETERMINERS or word.lower in {
            "this",
            "that",
            "no",
            "any",
            "each",
            "every",
            "another",
            "some",
            "these",
            "those",
        }:
            continue
        noun = _noun_phrase(words, n)
        if noun is None:
            continue
        span = Span(word.span.start, noun.span.end)
        phrase = span.of(text)
        said_back = turned(phrase) if quotable(phrase) and "," not in phrase else None
        inner = tokens(text, Span(word.span.end, noun.span.start))
        if any(one.lower in RELATIONS for one in inner):
            continue
        if (
            said_back is None
            or noun.lower in _VAGUE | _NO_TOPIC | NOT_NAMES
            or noun.lower.removesuffix("'s") in RELATIONS
        ):
            continue
        if said_back.startswith(("a ", "an ")):
            said_back = "the " + said_back.split(" ", 1)[1]
        found.append(Named(span, said_back[0].lower() + said_back[1:], 0.5 + 0.25 * min(3, counts[_stem(noun.lower)])))
    return _ranked(found)


def amounts(text: str) -> list[Named]:
    """Return the amounts of time, money or times that the message gives."""
    return [Named(Span(m.start(), m.end()), m.group().lower(), 0.5) for m in _AMOUNT.finditer(text)]


def _noun_phrase(words: list[Token], determiner: int) -> Token | None:
    """Return the last word of the noun phrase that the determiner opens, if it surely is one."""
    last, reach = None, min(len(words), determiner + 1 + MOST_NOUN_WORDS)
    for n in range(determiner + 1, reach):
        word, before = words[n], words[n - 1]
        if word.span.start - before.span.end != 1:
            break
        if last is not None and word.lower in _VAGUE | {"way", "sort", "kind"}:
            return None  # "a polite way of saying": the adjective alone is no thing
        if "'" in word.lower.removesuffix("'s") or (last is not None and last.lower.endswith("'s") and _gone(word)):
            return None  # "tell her I'd", "the boiler's gone"
        if word.lower in FUNCTION_WORDS | FILLERS or word.lower in ADVERBS or word.text[0].isdigit():
            break
        if last is not None and word.text[0].isupper() and not last.text[0].isupper():
            break  # "the gig Yannick got": the name is another's
        first = n == determiner + 1
        if not first and ((is_verb(word.lower) and word.lower not in NOUN_TOO) or word.lower in PASTS):
            break
        if not first and last is not None and word.lower in GERUNDS:
            break
        if first and is_verb(word.lower) and word.lower not in NOUN_TOO:
            return None
        last = word
    if last is None or last.lower in _ADJECTIVES or "'" in last.lower.removesuffix("'s"):
        return None
    if last.lower.endswith(("ly", "est", "'s", "n't", "'d")) or (
        last.lower.endswith(("er", "ier")) and last is words[determiner + 1] and len(last.lower) < 7
    ):
        return None
    after = words[words.index(last) + 1] if words.index(last) + 1 < len(words) else None
    cut_short = after is not None and after.span.start - last.span.end == 1 and not _may_follow(after)
    return None if cut_short else last


def _gone(word: Token) -> bool:
    return word.lower in _ADJECTIVES | {"gone", "been", "done", "better", "worse"} or word.lower.endswith(("ing", "ed"))


def _may_follow(word: Token) -> bool:
    return (
        word.lower in FUNCTION_WORDS - {"of"} or is_verb(word.lower) or word.lower in GERUNDS or word.text[0].isdigit()
    )


def _is_name(text: str, words: list[Token], n: int) -> bool:
    word = words[n]
    plain = word.lower.removesuffix("'s")
    if (
        not word.text[0].isupper()
        or word.text.isupper()
        or plain in NOT_NAMES
        or plain in FUNCTION_WORDS | FILLERS | _ADJECTIVES
        or "'" in plain
        or "’" in plain
    ):
        return False
    opens = n == 0 or bool(re.search(r"[.!?:\n\"'“‘(>*]\s*$", text[: word.span.start]))
    if n and words[n - 1].lower in {"called", "named"}:
        return False
    if not opens:
        return not _after_place(words, n)
    follows = words[n + 1].lower if n + 1 < len(words) else ""
    is_subject = (is_verb(follows) and follows not in BASES) or follows in {"and", "is", "was", "just"}
    return (
        is_subject
        and len(plain) > 2
        and plain not in _COMMON_OPENERS
        and is_name_at_head(word.text, word.span.start, text)
    )


def is_name_at_head(word: str, start: int, text: str) -> bool:
    """Say whether a capital that the head of a sentence would give any word is somebody's: no day, no common word.

    Who did something may be called by a common word: "Doctor gave me the results". What only is, is none: "House is".
    """
    plain = re.sub(r"['’]s$", "", word).lower()
    follows = re.match(r"\W*([\w'’]+)", text[start + len(word) :])
    if follows and follows.group(1).lower() in PASTS - {"was", "were", "had", "been"} and plain not in NOT_NAMES:
        return True
    if plain in NOT_NAMES or is_verb(plain) or plain in NOUN_TOO | FUNCTION_WORDS | FILLERS:
        return False
    within = re.search(rf"[a-z,;] {re.escape(plain.capitalize())}\b", text)
    return bool(within) or plain[:_STEM] not in OFTEN | AT_TIMES | NOW_AND_THEN


_COMMON_OPENERS = frozenset(
    "teenagers work nothing everything something everyone nobody people kids things half home "
    "school money grandma boss "
    "dinner lunch breakfast sleep training practice rent life love time meeting honestly same writing reading running "
    "upstairs downstairs outside inside swimming eating friends parents men women children "
    "weekends mornings evenings nights christmas".split()
)


def _after_place(words: list[Token], n: int) -> bool:
    return n > 0 and words[n - 1].lower in {"in", "at", "to", "into", "from", "the", "near", "around", "via"}


def _after_determiner(words: list[Token], n: int) -> bool:
    return n > 0 and words[n - 1].lower in DETERMINERS


def _related(text: str, start: Token, noun: Token, weight: float) -> Named:
    span = Span(start.span.start, noun.span.end)
    phrase = re.sub(r"['’]s$", "", span.of(text))
    return Named(span, turned(phrase.lower() if phrase.islower() or phrase[0].isupper() else phrase) or phrase, weight)


def _ranked(found: list[Named]) -> list[Named]:
    counts = Counter(named.said_back.lower() for named in found)
    best: dict[str, Named] = {}
    for named in found:
        best.setdefault(named.said_back.lower(), named)
    return sorted(best.values(), key=lambda named: (-counts[named.said_back.lower()] * named.weight, named.span.start))


def _stem(word: str) -> str:
    return word[:_STEM]
