"""The lines of feeling that a review quotes are the writer's, of both sides, and not cut before their "but"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.core.review import Topic
from assistant.services.reviewing.beliefs import ENTRY_MOST, taken_for_granted
from assistant.services.reviewing.felt import FELT_SHOWN, felt_lines
from assistant.services.reviewing.questions import questions
from tests.services.reviewing.review_room import WORDS, Ines
from tests.services.reviewing.test_lines_kept import gathered_of, lines_of

pytestmark = pytest.mark.asyncio(loop_scope="package")

SAD = "I was so ashamed of the letter about the {}."
GLAD = "I am glad of the new oars."
QUIET = ("2025-04-02", "2025-04-11", "2025-05-02", "2025-05-20", "2025-06-10")


async def felt_of(person: Ines, *lines: str, first: int = 10) -> list[str]:
    """Return the lines of feeling of a quarter with some lines, each on a day of its own, among quiet days."""
    for day in QUIET:
        person.wrote(day, "Rain, and soup.")
    for number, line in enumerate(lines):
        person.wrote(f"2025-06-{first + 1 + number:02d}", line)
    return [one.text for one in felt_lines(await gathered_of(person))]


async def test_the_lesser_side_has_a_line_beside_stronger_ones(another: Callable[[], Ines]) -> None:
    """Five heavy evenings do not push a glad one off the page."""
    heavy = [SAD.format(word) for word in ("rudder", "keel", "ferry", "harbour", "sail")]
    lines = await felt_of(another(), *heavy, GLAD)
    assert GLAD in lines
    assert len(lines) == FELT_SHOWN


async def test_one_small_gladness_is_not_set_beside_a_grief_of_many_days(another: Callable[[], Ines]) -> None:
    """Below a tenth of the days with a feeling the lesser side stays out."""
    heavy = [SAD.format(f"rudder and the {word}") for word in "abcdefghijk"]
    assert GLAD not in await felt_of(another(), *heavy, GLAD)


@pytest.mark.parametrize(
    "line", ["I left the varnish until tonight, the dread is what puts an edge on it.", "The joy of the thing is rust."]
)
async def test_a_feeling_that_is_spoken_of_is_none_that_is_felt(another: Callable[[], Ines], line: str) -> None:
    """The writer must stand in the clause."""
    assert await felt_of(another(), line) == []


async def test_a_line_is_not_cut_before_its_but(another: Callable[[], Ines]) -> None:
    """What the next sentence turns against is not quoted without it."""
    person = another()
    assert await felt_of(person, "I was so excited about the regatta. But nobody came, and I rowed home alone.") == []


async def test_a_count_of_houses_is_not_asked_about(another: Callable[[], Ines]) -> None:
    """Of a number nothing is still with anybody; the newest line without one is asked about."""
    person = another()
    counted, told = "I was so sad about the seven boats that were broken.", "I was so sad about the old ferry."
    assert counted in await felt_of(person, counted, told)
    asked = [one.text for one in questions(await gathered_of(person), WORDS)]
    assert any("the old ferry" in text for text in asked)
    assert not any("seven boats" in text for text in asked)


@pytest.mark.parametrize("line", ["I was so proud at 7 in the boat.", "I was so sad about every one of the ten songs."])
async def test_an_hour_and_all_of_them_are_no_count(another: Callable[[], Ines], line: str) -> None:
    """What was felt at seven, or about each of the songs, may still be with them."""
    person = another()
    await felt_of(person, line)
    asked = questions(await gathered_of(person), WORDS)
    assert any(one.about is not None and one.about.text == line for one in asked)


async def test_one_evening_gives_few_lines(another: Callable[[], Ines]) -> None:
    """Of a long taking stock no more lines are chosen than of any other evening."""
    person = another()
    stock = (
        "I was so ashamed of the letter about the rudder. I must always do everything twice to be thought half good. "
        "Nobody ever helps me unless I ask them twice for it. I should never have to ask anyone for help at the yard. "
        "Everyone always gets a better berth than I do."
    )
    await felt_of(person, stock * 3)
    known = await gathered_of(person)
    chosen = [*felt_lines(known), *taken_for_granted(known)]
    assert 0 < len(chosen) <= ENTRY_MOST
    assert lines_of(await person.review(), Topic.WRITTEN)
