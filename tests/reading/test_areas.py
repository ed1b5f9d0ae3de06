"""Areas of life: the seven and the person's own."""

from __future__ import annotations

import pytest

from assistant.core.ids import AREAS, Area
from assistant.reading.heads import open_heads
from assistant.reading.read import read_text
from assistant.shipped import shipped

HEADS = open_heads(shipped("models"))


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Physio at nine for my knee, then the blood test at the clinic.", "health"),
        ("The landlord still hasn't fixed the boiler, and the kitchen is a mess.", "home"),
        ("My husband and I had a row about his mother, then made up.", "relationships"),
        ("My manager moved the client deadline, so the whole team stayed at the office.", "career"),
        ("Volunteered at the food bank with the parish council.", "community"),
    ],
)
def test_the_clearest_area_comes_first(text: str, area: str) -> None:
    """A text about one area names it first, by words alone."""
    areas = read_text(text).areas
    assert areas[0].area == area
    assert all(0.0 < found.score <= 1.0 and found.area in AREAS for found in areas)


@pytest.mark.parametrize("heads", [HEADS, None], ids=["heads", "rules"])
def test_an_area_of_ones_own_is_heard_by_its_words(heads: object) -> None:
    """A person who added an area for beekeeping finds it again."""
    own = [(Area("bees"), frozenset({"hive", "queen", "swarm"}))]
    text = "Checked the hive; the queen is laying."
    areas = read_text(text, heads=HEADS if heads else None, own_areas=own).areas
    assert "bees" in [found.area for found in areas]
