"""Tell somebody's name from the other words that have a capital: a place, a people, a make, the head of a sentence."""

from __future__ import annotations

import re
from typing import Final

from assistant.coaching.common_words import AT_TIMES, NOW_AND_THEN, OFTEN
from assistant.coaching.lexicon import (
    BASES,
    FILLERS,
    FUNCTION_WORDS,
    NOT_NAMES,
    NOUN_TOO,
    PASTS,
    RELATIONS,
    is_verb,
)
from assistant.coaching.place_words import PLACES
from assistant.coaching.tokens import Token

STEM: Final = 5
"""Letters by which a word and its other forms are taken for one."""
ADJECTIVES: Final = frozenset(
    "new old good bad best worst big small little long short younger older young actual whole proper same only single "
    "different boring stupid real true wrong right nice great late early happy sad angry tired "
    "full empty free main open "
    "four three two five six seven eight nine ten half second third etc usual weird difficult "
    "funny strong quiet hard easy quick slow cold hot warm".split()
)
TITLES: Final = frozenset(
    "mr mrs ms dr miss aunt auntie uncle sister brother father sir lady don doña pastor reverend nurse doctor captain "
    "sergeant professor coach".split()
)
_ONE_OF_SOME: Final = frozenset("a an some every each another these those".split())
"""Before these a capital is a make or one of a people: "a Singer from 1961"."""
CONTRACTED: Final = frozenset(
    "im ive id ill hes shes theyre dont doesnt didnt wont cant wasnt isnt tho thru cos".split()
)
_SHORT: Final = 2
"""Letters: no name, and no noun that tells one from a word cut short."""
_WITHIN: Final = r"(?:in|near|around|via|at|through|outside|across|towards?)"
_ONLY_IS: Final = re.compile(
    r"\W*(?:is|was|are|were|don['’]?t|doesn['’]?t|won['’]?t|can['’]?t|isn['’]?t|wasn['’]?t)\b"
    r"(?! (?:\w+ ){0,2}(?:\w+ing|asleep|born|late|home|cross|angry|upset|furious|drunk|ill|dead|proud|pleased)\b)",
    re.IGNORECASE,
)
"""What a thing may be as well as somebody: "Fuel was 400", "Garage don't talk back"."""
_PERSON: Final = re.compile(r"\b(?:s?he|her|him|his|hers)\b", re.IGNORECASE)
_SOON_AFTER: Final = 200
"""Code points after a first word within which a *he* or a *she* shows that it was somebody."""


def is_name(text: str, words: list[Token], n: int) -> bool:
    """Say whether a word with a capital is somebody's name where it stands."""
    word = words[n]
    plain = word.lower.removesuffix("'s")
    if (
        not word.text[0].isupper()
        or word.text.isupper()
        or plain in NOT_NAMES | PLACES | RELATIONS
        or plain in FUNCTION_WORDS | FILLERS | ADJECTIVES
        or "'" in plain
        or "’" in plain
        or _of_a_thing(text, words, n)
    ):
        return False
    if not _heads(text, word):
        return not _after_place(words, n)
    follows = words[n + 1].lower if n + 1 < len(words) else ""
    is_subject = (is_verb(follows) and follows not in BASES) or follows in {"and", "is", "was", "just"}
    return (
        is_subject
        and len(plain) > _SHORT
        and plain not in _COMMON_OPENERS
        and is_name_at_head(word.text, word.span.start, text)
    )


def titled(text: str, words: list[Token], n: int) -> int | None:
    """Return the place of the last word of a name with its title, "Mrs Le Pen"; None where there is no title."""
    if words[n].lower not in TITLES or not words[n].text[0].isupper():
        return None
    last = n
    while (
        last + 1 < len(words)
        and words[last + 1].text[0].isupper()
        and words[last + 1].lower not in FUNCTION_WORDS | NOT_NAMES
        and text[words[last].span.end : words[last + 1].span.start] in (" ", ". ")
        and (last == n or text[words[last].span.end] != ".")
    ):
        last += 1
    return last if last > n else None


def _heads(text: str, word: Token) -> bool:
    """Say whether any word would have a capital here."""
    return not text[: word.span.start].strip() or bool(re.search(r"[.!?:\n\"'“‘(>*]\s*$", text[: word.span.start]))


def _of_a_thing(text: str, words: list[Token], n: int) -> bool:
    """Say whether a capital is a make, a modifier or a place: "a Singer", "the Hull depot", "in Moseley"."""
    word, before = words[n], words[n - 1] if n else None
    joined = before is not None and word.span.start - before.span.end == 1
    if before is not None and joined and before.lower in _ONE_OF_SOME | {"called", "named"}:
        return True
    plain = re.sub(r"['’]s$", "", word.text)
    if re.search(rf"(?<!\w){re.escape(plain.lower())}(?!\w)", text):
        return True
    if re.search(rf"\b{_WITHIN} {re.escape(plain)}\b(?!['’]s)", text):
        return True
    return plain == word.text and n + 1 < len(words) and _modifies(word, words[n + 1])


def _modifies(word: Token, following: Token) -> bool:
    """Say whether a noun follows at once, to which the word belongs: "the Coventry depot"."""
    after = following.lower
    return (
        following.span.start - word.span.end == 1
        and following.text[0].islower()
        and "'" not in after
        and len(after) > _SHORT
        and not is_verb(after)
        and after not in FUNCTION_WORDS | FILLERS | CONTRACTED
        and not after.endswith(("ed", "ing", "s", "ly"))
    )


def is_name_at_head(word: str, start: int, text: str) -> bool:
    """Say whether a capital that the head of a sentence would give any word is somebody's: no day, no common word.

    Who did something may be called by a common word: "Doctor gave me the results". What only is, is none: "House is".
    """
    plain = re.sub(r"['’]s$", "", word).lower()
    follows = re.match(r"\W*([\w'’]+)", text[start + len(word) :])
    if plain in PLACES:
        return False
    if follows and follows.group(1).lower() in PASTS - {"was", "were", "had", "been"} and plain not in NOT_NAMES:
        return True
    if plain in NOT_NAMES or is_verb(plain) or plain in NOUN_TOO | FUNCTION_WORDS | FILLERS:
        return False
    within = re.search(rf"[a-z,;] {re.escape(plain.capitalize())}\b", text)
    if within:
        return True
    if _ONLY_IS.match(text, start + len(word)) and not _PERSON.search(
        text, start + len(word), start + len(word) + _SOON_AFTER
    ):
        return False  # "Fuel was 400", "Garage doesn't talk": nobody
    return plain[:STEM] not in OFTEN | AT_TIMES | NOW_AND_THEN


_COMMON_OPENERS = frozenset(
    "teenagers work nothing everything something everyone nobody people kids things half home "
    "school money grandma boss "
    "dinner lunch breakfast sleep training practice rent life love time meeting honestly same writing reading running "
    "upstairs downstairs outside inside swimming eating friends parents men women children "
    "weekends mornings evenings nights christmas".split()
)


def _after_place(words: list[Token], n: int) -> bool:
    return n > 0 and words[n - 1].lower in {"in", "at", "to", "into", "from", "the", "near", "around", "via"}
