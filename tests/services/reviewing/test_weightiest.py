"""What took most room, or was set apart in the writer's own words, stands in the review, to the letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.core.review import Review, Topic
from tests.services.reviewing.review_room import Ines

pytestmark = pytest.mark.asyncio(loop_scope="package")

DAYS = ("2025-04-02", "2025-04-09", "2025-04-23", "2025-05-07", "2025-05-14", "2025-05-28", "2025-06-04", "2025-06-18")
FILLING = "Rain, and soup after work. Mended a net by the stove until ten. The cat slept on the sails."
FEAST = (
    "The street feast. They carried every table of the yard out under the lime trees before noon. "
    "Henrike had kept a chair for me between the twins and painted my name on the back of it in the blue of the boat. "
    "Somebody burnt the fish. We sang until the lamps went out. Tired feet."
)
CHAIR = (
    "Henrike had kept a chair for me between the twins and painted my name on the back of it in the blue of the boat."
)


def under(review: Review, says: str) -> list[str]:
    """Return the lines below a sentence about what was written."""
    (written,) = [one for one in review.sections if one.topic is Topic.WRITTEN]
    facts = [fact for block in written.blocks for fact in block.facts]
    return [line.text for fact in facts if says in str(fact.parts[0]) for line in fact.lines]


def fills(person: Ines, text: str = FILLING) -> None:
    """Let a person write much the same on eight evenings."""
    for day in DAYS:
        person.wrote(day, text)


async def test_the_day_written_most_on_gives_its_longest_line(another: Callable[[], Ines]) -> None:
    """What shares no word with any want is on the page, by the writer's own measure: how much of it they wrote."""
    person = another()
    fills(person)
    person.wrote("2025-05-18", FEAST)
    assert under(await person.review(), "wrote most") == [CHAIR]


async def test_evenings_of_one_length_have_no_longest(another: Callable[[], Ines]) -> None:
    """Where every entry is as long as the next, none is shown as the longest."""
    person = another()
    fills(person)
    assert under(await person.review(), "wrote most") == []


@pytest.mark.parametrize(
    "line",
    [
        "I told Henrike I miss our Sundays and that I mind.",
        "I never go down to the slipway now.",
        "I was so ashamed, more than ever I was in my life.",
        "I swam across the harbour for the first time since the fall.",
    ],
)
async def test_what_the_writer_sets_apart_is_shown(another: Callable[[], Ines], line: str) -> None:
    """A first, a most, a no longer, and what one told another of oneself."""
    person = another()
    fills(person)
    person.wrote("2025-05-18", f"Soup after work. {line} The cat slept.")
    review = await person.review()
    assert [*under(review, "names a feeling"), *under(review, "most of its kind")] == [line]


async def test_a_form_used_every_evening_sets_nothing_apart(another: Callable[[], Ines]) -> None:
    """Whoever swims for the first time every day tells of no first."""
    person = another()
    fills(person, "I swam across the harbour for the first time today.")
    assert under(await person.review(), "most of its kind") == []


async def test_a_day_kept_short_on_purpose_is_shown(another: Callable[[], Ines]) -> None:
    """One line where others got a page; of a writer who is always short nothing is said."""
    much, little = another(), another()
    for person, text in ((much, FILLING * 2), (little, "Rain again.")):
        fills(person, text)
        person.wrote("2025-05-18", "The harbour is closed.")
    assert under(await much.review(), "all that you wrote") == ["The harbour is closed."]
    assert under(await little.review(), "all that you wrote") == []
