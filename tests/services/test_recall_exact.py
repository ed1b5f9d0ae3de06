"""Recall takes short cuts; what it finds is what the plain way finds."""

from __future__ import annotations

import math
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.core.entry import Entry, Writing
from assistant.insight.ranking import LENGTH_WEIGHT, SATURATION, bare_words, blended, inverse_frequency
from assistant.insight.recall_mix import RECALL_MIX
from assistant.memory.exact_index import ExactIndex
from assistant.reading.passages import split_passages
from assistant.reading.stemming import stem
from assistant.reading.terms import STOP_WORDS, plain_words
from assistant.services.recall import CANDIDATES, Recall
from assistant.services.remember import Remember
from assistant.testing import HashEmbedder
from assistant.vault import create

if TYPE_CHECKING:
    from assistant.ports import Vectors

NOW = datetime(2025, 8, 20, 21, 0, tzinfo=UTC)
ENTRIES = CANDIDATES
"""Few enough that every one of them is weighed, whichever side finds it."""

WORDS = (
    "canal canals walked walking the and I didn't with ferry ferries kitchen's kettle argued arguing nobody Tomas early"
    " naïve frozen harbour harbours, letter. letters! piano 45 45 rain rained; sister sisters café quiet quietly of"
).split()


def written(chance: random.Random) -> str:
    """Return some sentences of a small vocabulary, so that words repeat within entries and between them."""
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(0, 60)))


def terms(text: str) -> list[str]:
    """Return what a text is searched by, word by word."""
    return [stem(word) for word in plain_words(text) if word not in STOP_WORDS]


def plain_sum(
    question: str, entry: Entry, every: list[Entry], usual: float, rows: Vectors, vector: Vectors
) -> float | None:
    """Return the weighed sum of one entry with nothing remembered or left out; None where it bears on nothing."""
    counts = [Counter(terms(f"{one.title or ''}\n{one.text}")) for one in every]
    asked, own = terms(question), terms(f"{entry.title or ''}\n{entry.text}")
    rarity = {term: inverse_frequency(sum(term in count for count in counts), len(every)) for term in asked}
    damping = SATURATION * (1.0 - LENGTH_WEIGHT + LENGTH_WEIGHT * len(own) / usual)
    words = sum(
        rare * own.count(term) * (SATURATION + 1) / (own.count(term) + damping) for term, rare in rarity.items()
    )
    words /= (sum(rarity.values()) or 1.0) * (SATURATION + 1)
    pairs = set(pairwise(asked))
    share = len(pairs & set(pairwise(own))) / max(len(pairs), 1)
    nearest = max((float(np.dot(row, vector)) for row in rows), default=0.0)
    mean = rows.mean(axis=0) if len(rows) else vector * 0.0
    whole = float(np.dot(mean, vector)) / max(math.sqrt(float(np.dot(mean, mean))), 1e-9)
    if not (words > 0.0 or nearest > 0.0):
        return None
    weights = RECALL_MIX.weights
    return weights.words * words + weights.pairs * share + weights.passage * nearest + weights.whole * whole


@pytest.mark.asyncio
@pytest.mark.parametrize("seed", range(6))
async def test_the_order_is_that_of_weighing_every_entry_plainly(vault_folder: Path, seed: int) -> None:
    """On random vaults, asked twice, before and after an entry was changed."""
    chance, embedder = random.Random(seed), HashEmbedder()
    with create(vault_folder).vault as vault:
        index = ExactIndex(vault.passages, embedder.name)
        remember = Remember(vault, embedder, index, split_passages)
        recall = Recall(vault, embedder, index, lambda: NOW)
        for day in range(ENTRIES):
            title = chance.choice([None, "Harbour walk"])
            vault.entries.add(Writing(NOW - timedelta(days=day), written(chance) or "x", title=title))
        first = [len(terms(f"{one.title or ''}\n{one.text}")) for one in vault.entries.between()]
        usual = sum(first) / len(first)  # taken once, until a tenth of the entries is new
        for _round in range(2):
            await remember.run()
            every = list(vault.entries.between())
            for _asking in range(8):
                question = " ".join(chance.choice(WORDS).lower() for _ in range(chance.randint(2, 8)))
                if not terms(question):
                    continue
                vector = blended(*await embedder.embed_within(question, bare_words(question)))
                sums = {}
                for entry in every:
                    passages, rows = vault.passages.vectors_of(embedder.name, [entry.id])
                    assert [one.span for one in passages] == sorted(one.span for one in passages)
                    sums[entry.id] = plain_sum(question, entry, every, usual, rows, vector)
                order = sorted((one for one in sums.items() if one[1] is not None), key=lambda one: -(one[1] or 0.0))
                found = (await recall.search(question, ENTRIES)).recollections
                scores = [RECALL_MIX.score(value or 0.0) for _entry, value in order]
                assert [one.score for one in found] == pytest.approx(scores, abs=1e-4)
                by_plain = {entry: RECALL_MIX.score(value or 0.0) for entry, value in order}
                for one in found:
                    assert by_plain[one.quotation.entry] == pytest.approx(one.score, abs=1e-4)
            vault.entries.amend(every[chance.randrange(ENTRIES)].id, written(chance) or "y", NOW)
