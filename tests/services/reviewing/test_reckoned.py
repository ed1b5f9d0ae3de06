"""What the writer counts of a want is shown with its area, and called neither a loss nor a gain."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from assistant.core.ids import Area
from assistant.core.review import Topic
from assistant.services.compass import Compass, VisionLine
from tests.services.reviewing.review_room import Ines
from tests.services.reviewing.test_weightiest import fills

pytestmark = pytest.mark.asyncio(loop_scope="package")

WANT = "I sing all five madrigals with the choir on Tuesdays."


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("From five madrigals down to none, like a stair.", True),
        ("Third Tuesday in a row without the choir and the lamps.", True),
        ("In March I was at the choir with all five madrigals.", True),
        ("From five boats down to none, like a stair.", False),
        ("Sold five madrigals to the man from the harbour.", False),
    ],
)
async def test_a_line_that_counts_what_is_wanted_is_shown_with_its_area(
    another: Callable[[], Ines], line: str, shown: bool
) -> None:
    """One of another matter is not, nor one that counts nothing of an earlier time."""
    person = another()
    fills(person)
    wants = VisionLine(Area("recreation"), WANT, date(2025, 1, 2))
    Compass(person.vault.records).state(None, [wants], datetime(2025, 1, 2, 20, tzinfo=UTC))
    person.wrote("2025-05-18", f"Soup with Ulla. {line} Bed at ten.")
    review = await person.review()
    facts = [fact for one in review.sections if one.topic is Topic.AREAS for b in one.blocks for fact in b.facts]
    told = [said.text for fact in facts if "beside an earlier one" in str(fact.parts[0]) for said in fact.lines]
    assert told == ([line] if shown else [])
