"""Hear forgotten words in other texts: what was derived from an entry goes with it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from assistant.vault.common_words import COMMON_WORDS

_WORD: Final = re.compile(r"\w+(?:['’]\w+)*")
_RUN: Final = 4
"""Words in a row that two texts share only when one has them from the other. Three ("I do not") are everyday speech."""
RARE_LETTERS: Final = 4
"""A word of the forgotten text that no kept entry holds gives it away; shorter ones are mostly parts of words."""


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded for comparison."""
    return [found.group().casefold().replace("’", "'") for found in _WORD.finditer(text)]


def rare_candidates(texts: Iterable[str]) -> list[str]:
    """Return the words that may be found in nothing but these texts, in the order of the texts."""
    words = (word for text in texts for word in words_of(text))
    return list(dict.fromkeys(word for word in words if len(word) >= RARE_LETTERS and word not in COMMON_WORDS))


def said_in(body: str) -> str:
    """Return the texts within JSON, one after the other, names of fields left out; what is no JSON as it stands."""
    try:
        return " ".join(_texts_in(json.loads(body)))
    except ValueError:
        return body


def _texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(inner)


class Echo:
    """What would give forgotten texts away."""

    def __init__(self, texts: Iterable[str], rare: Iterable[str]) -> None:
        """Listen for runs of words from `texts` and for the `rare` words, which nothing kept holds."""
        self._rare = frozenset(rare)
        self._runs = frozenset(run for text in texts for run in _runs(words_of(text)))

    def in_passing(self, text: str) -> bool:
        """Say whether a text holds a word that only the forgotten texts held."""
        return not self._rare.isdisjoint(words_of(text))

    def closely(self, text: str) -> bool:
        """Say whether a text holds such a word, or four words in a row from the forgotten texts."""
        words = words_of(text)
        return not self._rare.isdisjoint(words) or any(run in self._runs for run in _runs(words))


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    for start in range(len(words) - _RUN + 1):
        yield tuple(words[start : start + _RUN])
