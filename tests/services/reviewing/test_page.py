"""One evening does not take the page: two lines of it at most, each once, and a heavy one not by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from assistant.core.review import Review, Topic
from tests.services.reviewing.review_room import Ines
from tests.services.reviewing.test_weightiest import CHAIR, FEAST, fills, under

pytestmark = pytest.mark.asyncio(loop_scope="package")

HEAVY = "I am miserable in this yard and in every room of this house."
HELD = "But I will not give in."
TAKEN = "I always have to do it twice to be thought half as good."
EVENING = (
    f"The lamp is out again. {HEAVY} Nobody in the street knows my name, nor would they want to hear it from me now. "
    f"{TAKEN} The stove smokes and the sails are wet through. I never go down to the slipway now. {HELD} Bed."
)


def quoted(review: Review) -> list[str]:
    """Return every line below a sentence of the sections."""
    return [line.text for fact in review.facts() for line in fact.lines]


async def test_one_evening_has_two_lines_and_its_other_side(another: Callable[[], Ines]) -> None:
    """The longest and strongest entry would else be the feeling, the long day, the belief and the question."""
    person = another()
    fills(person)
    person.wrote("2025-05-18", EVENING)
    review = await person.review()
    of_it = [line for line in quoted(review) if line in EVENING]
    assert of_it == [HEAVY, HELD]
    assert under(review, "same entry") == [HELD]
    asked = [one.about.text for one in review.questions if one.about is not None]
    assert TAKEN not in asked
    assert not any(TAKEN.rstrip(".") in one.text for one in review.questions)


async def test_a_quotation_stands_once(review: Review) -> None:
    """Over all sections, but for the lines that two findings stand on."""
    loose = {Topic.WRITTEN, Topic.AREAS}
    counted = Counter((line.entry, line.span) for fact in review.facts() for line in fact.lines)
    facts = [fact for one in review.sections if one.topic in loose for block in one.blocks for fact in block.facts]
    assert [line.text for fact in facts for line in fact.lines if counted[line.entry, line.span] > 1] == []


async def test_no_other_side_is_made_up(another: Callable[[], Ines]) -> None:
    """An entry that holds none has its heavy line by itself."""
    person = another()
    fills(person)
    person.wrote("2025-05-18", EVENING.replace(HELD, "I give in."))
    assert under(await person.review(), "same entry") == []


async def test_two_entries_of_a_day_make_one_day(another: Callable[[], Ines]) -> None:
    """The days are ranked by what was written on them together."""
    person = another()
    fills(person)
    half = FEAST.split(CHAIR)
    person.wrote("2025-05-18", half[0] + CHAIR)
    person.wrote("2025-05-18", "Tired feet, and sand in the bed. " + half[1])
    person.wrote(
        "2025-05-21",
        "The ferry came late, and I carried the ropes and the two lamps up the hill in the rain. Soup, then bed.",
    )
    assert under(await person.review(), "wrote most")[:1] == [CHAIR]


async def test_weeks_without_an_entry_are_full_ones(another: Callable[[], Ines]) -> None:
    """The first days of April and the last of June belong to weeks of other months."""
    person = another()
    for day in ("2025-04-09", "2025-04-10", "2025-04-11", "2025-04-12", "2025-06-20"):
        person.wrote(day, "Rain, and soup after work.")
    (written,) = [one for one in (await person.review()).sections if one.topic is Topic.WRITTEN]
    said = [str(part) for block in written.blocks for fact in block.facts for part in fact.parts]
    assert any(one.startswith("10 full weeks passed") for one in said)
