"""Find what a message names: people, things and amounts, ready to be said back."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from assistant.coaching.lexicon import (
    ADVERBS,
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
from assistant.coaching.names import ADJECTIVES, STEM, is_name, titled
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
MOST_NOUN_WORDS = 3


@dataclass(frozen=True, slots=True)
class Named:
    """Something the message names: as it stands, and as it is said back."""

    span: Span
    said_back: str
    weight: float


def people(text: str) -> list[Named]:
    """Return the people whom the message names, most often named first."""
    words, found, passed = tokens(text), list[Named](), -1
    for n, word in enumerate(words):
        if n <= passed:
            continue
        last = titled(text, words, n)
        if last is not None and words[last].lower != "christmas":
            span = Span(word.span.start, words[last].span.end)
            found.append(Named(span, re.sub(r"['’]s$", "", span.of(text)), 0.9))
            passed = last
            continue
        bare = word.lower.removesuffix("'s")
        if bare in RELATIONS and (owner := _owner(words, n)) is not None:
            found.append(_related(text, words[owner], _by_marriage(text, words, n), 1.0 if n - owner == 1 else 0.9))
        elif bare in KIN and word.text[0].isupper() and not _after_determiner(words, n):
            found.append(Named(word.span, "your " + bare, 1.0))
        elif bare in RELATIONS and _acts_as_named(words, n):
            found.append(Named(word.span, "your " + bare, 0.9))
        elif is_name(text, words, n):
            found.append(Named(word.span, word.text.removesuffix("'s").removesuffix("’s"), 0.9))
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
    if last is None or last.lower in ADJECTIVES or "'" in last.lower.removesuffix("'s"):
        return None
    if last.lower.endswith(("ly", "est", "'s", "n't", "'d")) or (
        last.lower.endswith(("er", "ier")) and last is words[determiner + 1] and len(last.lower) < 7
    ):
        return None
    after = words[words.index(last) + 1] if words.index(last) + 1 < len(words) else None
    cut_short = after is not None and after.span.start - last.span.end == 1 and not _may_follow(after)
    return None if cut_short else last


def _gone(word: Token) -> bool:
    return word.lower in ADJECTIVES | {"gone", "been", "done", "better", "worse"} or word.lower.endswith(("ing", "ed"))


def _may_follow(word: Token) -> bool:
    return (
        word.lower in FUNCTION_WORDS - {"of"} or is_verb(word.lower) or word.lower in GERUNDS or word.text[0].isdigit()
    )


def _owner(words: list[Token], n: int) -> int | None:
    """Return where "my" stands before a relation, at most one word between."""
    return next((place for place in (n - 1, n - 2) if place >= 0 and words[place].lower in {"my", "our"}), None)


def _by_marriage(text: str, words: list[Token], n: int) -> Token:
    """Return the last word of a relation: the law of a mother in law."""
    end = n + 2
    in_law = end < len(words) and (words[n + 1].lower, words[end].lower.removesuffix("'s")) == ("in", "law")
    return words[end] if in_law and text[words[n].span.end : words[end].span.start].lower() == " in " else words[n]


def _acts_as_named(words: list[Token], n: int) -> bool:
    """Say whether a relation stands for somebody's name: "Boss says I can stay"."""
    follows = words[n + 1] if n + 1 < len(words) else None
    return (
        words[n].text[0].isupper()
        and words[n].text.istitle()
        and not (n and words[n - 1].lower in DETERMINERS | {"'s"})
        and not (n and words[n - 1].lower.endswith("'s"))
        and follows is not None
        and follows.span.start - words[n].span.end == 1
        and is_verb(follows.lower)
        and follows.lower not in NOUN_TOO
    )


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
    return word[:STEM]
