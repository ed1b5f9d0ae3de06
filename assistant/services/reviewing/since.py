"""Find the lines after the last one that says a belief which share its words; what they show, the person says."""

from __future__ import annotations

import re
from typing import Final

from assistant.core.entry import Quotation
from assistant.insight.wording import terms_said
from assistant.reading.leaning import leans
from assistant.services.beliefs import HeldBelief
from assistant.services.reviewing.alone import shares_with
from assistant.services.reviewing.closeness import telling_words_of
from assistant.services.reviewing.gathered import Gathered

SHOWN: Final = 2

SHARED_LEAST: Final = 2
"""Words of the belief's lines that such a line shares."""

SAID_AGAIN: Final = 0.8
"""How sure the reading is of a line that states how things are: such a line says a belief again."""

_BEGUN: Final = re.compile(
    r"^[\W_]*(?:gave|rang|went|took|met|saw|found|caught|stopped|called|asked|told|phoned|wrote|sat|got)\b",
    re.IGNORECASE,
)
"""A sentence that begins with its verb has the writer for its subject, whomever it tells of behind it."""


def said_since(gathered: Gathered, held: HeldBelief) -> tuple[Quotation, ...]:
    """Return lines after the last one that says a belief which share two of its words and do not say it again."""
    said = gathered.known(held.belief.evidence)
    if not said:
        return ()
    last, words = said[-1].written_at.date(), telling_words_of(one.text for one in said)
    known = [*held.belief.evidence, *held.belief.counter_evidence]
    since: list[Quotation] = []
    for line in gathered.told.lines:
        text = line.quotation.text
        fits = (line.own or _BEGUN.match(text)) and line.confidence < SAID_AGAIN and not leans(text)
        later = last < line.day <= gathered.until and not shares_with(line.quotation, known)
        if later and fits and len(terms_said(text) & words) >= SHARED_LEAST:
            since.append(line.quotation)
    return tuple(since[-SHOWN:])
