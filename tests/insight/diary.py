"""Lines of invented diaries for the tests of insight, with vectors that know words alone."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from assistant.core.entry import Quotation
from assistant.core.ids import EntryId
from assistant.core.reading import AssumptionKind
from assistant.core.span import Span
from assistant.insight.said import Said
from assistant.insight.whose import is_own
from assistant.insight.wording import Rarity, terms_said
from assistant.testing import HashEmbedder

if TYPE_CHECKING:
    from assistant.ports import Vectors

START = datetime(2025, 1, 6, 20, 0, tzinfo=UTC)

PLAIN = (
    "Bread in the oven by six and flour on the cat.",
    "Walked the dog round the reservoir in the rain.",
    "Paid the gas bill and found a stamp in the drawer.",
    "The tram was late and a child sang to the driver.",
    "Soup for supper, with the last of the barley.",
    "Mended the blue chair with Otto's clamp.",
    "A letter from the dentist about the spring.",
    "Radishes are up along the south wall.",
)
"""Days on which nothing was believed."""


def said(text: str, day: int, *, sure: float = 0.0, entry: str | None = None) -> Said:
    """Return a line written so many days after the start; `sure` is how surely it states an assumption."""
    quotation = Quotation(EntryId(entry or f"day-{day}"), START + timedelta(days=day), Span(0, len(text)), text)
    kind = AssumptionKind.GENERALIZATION if sure else AssumptionKind.OTHER
    return Said(quotation, quotation if sure else None, kind, sure, is_own(text))


def diary(*lines: Said) -> list[Said]:
    """Return the lines among plain days, in the order of time."""
    plain = [said(text, 100 + place) for place, text in enumerate(PLAIN)]
    return sorted([*lines, *plain], key=lambda line: line.quotation.written_at)


def vectors(texts: Sequence[str]) -> Vectors:
    """Return a row a text, nearer to each other the more words two texts share."""
    return asyncio.run(HashEmbedder(384).embed(texts))


def rarity(lines: Sequence[Said]) -> Rarity:
    """Count the terms of the lines."""
    return Rarity.of(terms_said(line.quotation.text) for line in lines)
