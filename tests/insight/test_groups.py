"""Grouping: the parts of the graph are grouped as the whole would be, at any size."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.insight import groups
from assistant.insight.groups import Likeness, group
from tests.insight.diary import diary, rarity, said, vectors


def likeness(count: int) -> Likeness:
    """Return the likenesses of three sayings in `count` wordings each, and of plain days."""
    sayings = ("I leave everything too late in {}", "Nobody helps me carry {}", "A proper job or no job with {}")
    things = ("spring", "the crates", "paint", "August", "ladders", "the boat")
    lines = diary(*(said(text.format(things[place]), place, sure=0.9) for text in sayings for place in range(count)))
    return Likeness.of(lines, vectors([line.quotation.text for line in lines]), rarity(lines))


def test_each_saying_is_a_group_and_plain_days_are_none() -> None:
    """Three sayings in six wordings make three groups of six; of plain days no more than two are alike by a word."""
    sizes = [len(rows) for rows in group(likeness(6))]
    assert sizes[:3] == [6, 6, 6]
    assert all(size <= 2 for size in sizes[3:])


def test_blocks_and_parts_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Comparing a few lines at a time gives the same groups."""
    whole = group(likeness(6))
    monkeypatch.setattr(groups, "ROWS_AT_ONCE", 3)
    assert group(likeness(6)) == whole


def test_a_part_too_large_to_link_is_cut_at_a_higher_likeness(monkeypatch: pytest.MonkeyPatch) -> None:
    """No part is ever grouped whole beyond the limit, and no line is in two groups."""
    monkeypatch.setattr(groups, "PART_MOST", 4)
    rows = [row for found in group(likeness(6)) for row in found]
    assert len(rows) == len(set(rows))
    assert all(len(found) <= 4 for found in group(likeness(6)))


def test_half_precision_gives_the_same_groups() -> None:
    """Vectors kept in sixteen bits are near enough."""
    single = likeness(6)
    half = Likeness(single.meaning.astype(np.float16), single.words)
    assert group(half) == group(single)
