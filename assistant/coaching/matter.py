"""Say what a message is about: of each of its words, how likely a good first question would be to name it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import Final

from assistant.coaching.common_words import AT_TIMES, NOW_AND_THEN, OFTEN
from assistant.coaching.critic import content_stems
from assistant.coaching.handle_slots import WHERE
from assistant.coaching.nouns import people, topics
from assistant.coaching.tokens import sentences, words_of

_WEIGHTS: Final = {
    "often": -1.51,
    "at_times": -0.48,
    "rare": 0.27,
    "again": 1.0,
    "person": 2.35,
    "thing": 1.01,
    "opens": 0.73,
    "few": 11.68,
}
_BIAS: Final = -2.08
"""Fitted by `models/training/voice/matter.py` on the words that readers chose in 560 messages of our own: 6,173 words,
0.33 of them chosen. On messages left out AUC 0.80."""
_MOST_PEOPLE, _MOST_THINGS = 2, 3
_LONG_MESSAGE = 28
"""Words from which on a message holds more than one matter."""
_COMES_BACK = 2
"""What a long message names so often is what it is about."""


def matter_of(text: str) -> dict[str, float]:
    """Return each content stem of the message with the chance that it is what the message is about."""
    return {
        stem: 1.0 / (1.0 + math.exp(-_BIAS - sum(_WEIGHTS[name] * value for name, value in features.items())))
        for stem, features in features_of(text).items()
    }


def names_the_matter(text: str, matter: Mapping[str, float]) -> float:
    """Return the chance that a text names at least one thing that the message is about, each on its own; 0 to 1."""
    return 1.0 - math.prod(1.0 - matter.get(stem, 0.0) for stem in content_stems(text))


def what_comes_back(text: str) -> str | None:
    """Return what a long first message is about: a question on it that names nothing would hang."""
    if len(words_of(text)) < _LONG_MESSAGE:
        return None
    words = [word[:5] for word in words_of(text)]
    things = [one for one in topics(text) if not WHERE.search(text[: one.span.start])]
    named = [*people(text)[:_MOST_PEOPLE], *things[:_MOST_THINGS]]
    ranked = sorted(named, key=lambda one: -words.count(words_of(one.said_back)[-1][:5]))
    again = [one for one in ranked if words.count(words_of(one.said_back)[-1][:5]) >= _COMES_BACK]
    return again[0].said_back if again else None


def features_of(text: str) -> dict[str, dict[str, float]]:
    """Return what speaks for and against each content stem of a message, by name."""
    counts = Counter(stem for word in words_of(text) for stem in content_stems(word))
    whom = content_stems(" ".join(one.said_back for one in people(text)[:_MOST_PEOPLE]))
    what = content_stems(" ".join(one.said_back for one in topics(text)[:1]))
    opening = content_stems(next((one.of(text) for one in sentences(text)), ""))
    return {
        stem: {
            "often": float(stem in OFTEN),
            "at_times": float(stem in AT_TIMES),
            "rare": float(not (stem in OFTEN or stem in AT_TIMES or stem in NOW_AND_THEN)),
            "again": float(min(2, count - 1)),
            "person": float(stem in whom),
            "thing": float(stem in what),
            "opens": float(stem in opening),
            "few": 1.0 / max(3, len(counts)),
        }
        for stem, count in counts.items()
    }
