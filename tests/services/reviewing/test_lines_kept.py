"""What a review may not leave out: plain feelings, rules of one's own, and a line that no section quotes after all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from assistant.core.ids import Area
from assistant.core.review import Review, Topic
from assistant.services.hearing import Hearing
from assistant.services.reviewing.areas import areas
from assistant.services.reviewing.beliefs import is_of_another
from assistant.services.reviewing.gather import gather
from assistant.services.reviewing.gathered import Gathered
from assistant.services.told import Telling
from tests.services.reviewing.review_room import QUARTER, WORDS, Ines

pytestmark = pytest.mark.asyncio(loop_scope="package")

FILLING = ("2025-04-02", "2025-04-11", "2025-05-02", "2025-05-20", "2025-06-10")


def lines_of(review: Review, topic: Topic) -> list[str]:
    """Return the lines of one section."""
    blocks = [block for one in review.sections if one.topic is topic for block in one.blocks]
    return [line.text for block in blocks for fact in block.facts for line in fact.lines]


async def gathered_of(person: Ines) -> Gathered:
    """Return what is known of the quarter."""
    telling, since = Telling(person.vault, Hearing(person.vectors), person.vectors), date(2025, 1, 1)
    told = await telling.all(None, since, QUARTER.last)
    return await gather(person.vault, telling, told, QUARTER, since, QUARTER.last)


@pytest.mark.parametrize(
    "felt",
    [
        "I was so proud of my daughter.",
        "I am terrified of the letter.",
        "I am so sad about Henrike.",
        "I was ashamed of my shouting.",
    ],
)
async def test_a_feeling_with_one_word_of_its_matter_is_shown(another: Callable[[], Ines], felt: str) -> None:
    """A short plain line says of what as well as a long one does."""
    person = another()
    for day, text in (("2025-04-20", felt), *((day, "Rain, and soup.") for day in FILLING)):
        person.wrote(day, text)
    assert lines_of(await person.review(), Topic.WRITTEN) == [felt]


@pytest.mark.parametrize(
    ("line", "of_another"),
    [
        ("I never have time enough for her.", False),
        ("I should be able to bear with him.", False),
        ("I've always been a burden to her.", False),
        ("A woman is what she gives away.", False),
        ("Everyone gets what he asks for.", False),
        ("People like her always end up alone.", True),
        ("He always has to be thanked twice.", True),
        ("She is better at everything than I am.", True),
        ("Nobody ever helps her.", True),
        ("The yard always wins.", False),
    ],
)
async def test_a_rule_of_ones_own_may_name_another(line: str, of_another: bool) -> None:
    """Only what is so of one other person is news of a day."""
    assert is_of_another(line) is of_another


async def test_a_short_page_withholds_no_line_for_a_section_it_lacks(another: Callable[[], Ines]) -> None:
    """With few entries no belief and no feeling is shown; a line that would stand there stands with its area."""
    person, said = another(), "My mother and my sister always think that I am the selfish one."
    for day, text in (("2025-04-20", said), ("2025-05-02", "Rain, and soup.")):
        person.wrote(day, text)
    known = await gathered_of(person)
    (line,) = (one.quotation for one in known.told.lines if one.quotation.text == said)
    made = areas(replace(known, plainest={Area("relationships"): line}), WORDS)
    assert made is not None
    assert [one for block in made.blocks for fact in block.facts for one in fact.lines] == [line]
    for day in FILLING:
        person.wrote(day, "Rain on the roof, and soup.")
    longer = areas(replace(await gathered_of(person), plainest={Area("relationships"): line}), WORDS)
    assert longer is None or not [one for block in longer.blocks for fact in block.facts for one in fact.lines]
