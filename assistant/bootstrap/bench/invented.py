"""Invent entries for measurements: sentences put together from a few words, the same for every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from assistant.core.entry import Writing

FIRST_DAY: Final = datetime(2016, 1, 1, 21, 0, tzinfo=UTC)
SENTENCES: Final = 4
"""Sentences an entry, about 60 code points each."""

_WHO: Final = (
    "Mira",
    "my brother",
    "the landlord",
    "our neighbour",
    "Tomas",
    "the choir",
    "my supervisor",
    "the twins",
)
_DID: Final = (
    "asked about",
    "forgot",
    "laughed at",
    "repaired",
    "wanted to sell",
    "wrote about",
    "argued over",
    "lost",
)
_WHAT: Final = (
    "the bicycle", "the rota", "last week's dinner", "a letter from Lisbon", "the garden wall", "the old piano",
    "the winter coat", "a map of the coast", "the kitchen window", "the bus timetable",
)  # fmt: skip
_AND: Final = (
    "and I said nothing", "which I had not expected", "while it rained", "before the shops closed",
    "and I stayed late again", "so we walked home by the canal", "and nobody minded",
)  # fmt: skip


def sentences(count: int, seed: int = 7) -> list[str]:
    """Return so many invented sentences, no two runs of one seed different."""
    draw = random.Random(seed)
    return [
        f"{draw.choice(_WHO).capitalize()} {draw.choice(_DID)} {draw.choice(_WHAT)} {draw.choice(_AND)}, "
        f"{draw.randrange(2, 99)} minutes in all."
        for _ in range(count)
    ]


def writings(count: int, seed: int = 7) -> Iterator[Writing]:
    """Yield so many invented entries, one an hour."""
    lines = sentences(count * SENTENCES, seed)
    for number in range(count):
        text = " ".join(lines[number * SENTENCES : (number + 1) * SENTENCES])
        yield Writing(FIRST_DAY + timedelta(hours=number), text, source="bench", source_id=str(number))
