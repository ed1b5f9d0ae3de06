"""A promise and a belief stand beside the lines that came after them; of these lines nothing is claimed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from assistant.core.ids import RecordId
from assistant.core.reading import AssumptionKind
from assistant.core.records import Belief, BeliefStatus, Commitment
from assistant.core.review import Review, Topic
from assistant.report.plain import plain
from assistant.services.reviewing.later import due_of
from assistant.services.reviewing.questions import _promised_since
from tests.services.reviewing.review_room import Ines
from tests.services.reviewing.test_lines_kept import gathered_of

pytestmark = pytest.mark.asyncio(loop_scope="package")

PROMISE = "I will hand the tide survey in by 11 April."
QUIET = ("2025-05-10", "2025-05-20", "2025-06-02", "2025-06-11", "2025-06-20")


async def told_of(person: Ines, topic: Topic, *entries: tuple[str, str]) -> list[tuple[str, list[str]]]:
    """Return what a section says with its lines, after some entries among quiet ones."""
    for day, text in (*entries, *((day, "Rain, and soup.") for day in QUIET)):
        person.wrote(day, text)
    review: Review = await person.review()
    blocks = [block for one in review.sections if one.topic is topic for block in one.blocks]
    facts = [fact for block in blocks for fact in block.facts]
    return [(plain(fact.parts, review.period), [line.text for line in fact.lines]) for fact in facts]


async def test_an_evening_about_that_day_that_begins_with_a_deed_is_shown(another: Callable[[], Ines]) -> None:
    """ "Sent." names nothing, and a day before the one that was named it tells of it done: with a question mark."""
    ((said, lines),) = await told_of(
        another(),
        Topic.COMMITMENTS,
        ("2025-04-02", PROMISE),
        ("2025-04-10", "Sent. A day early. Soup with Ulla after."),
    )
    assert said.startswith("Kept? On 2 April you wrote, for 11 April")
    assert lines == ["Sent. A day early."]


async def test_what_came_after_that_day_may_be_of_it(another: Callable[[], Ines]) -> None:
    """A deed of a later day is shown, and not called kept."""
    ((said, lines),) = await told_of(
        another(), Topic.COMMITMENTS, ("2025-04-02", PROMISE), ("2025-04-13", "Sent. Late. Soup with Ulla after.")
    )
    assert said.startswith("On 2 April you wrote, for 11 April")
    assert lines == ["Sent. Late."]


@pytest.mark.parametrize("later", ["Missed the ferry to Ulla. Soup.", "Rain all day. Sent for the doctor. Soup."])
async def test_what_names_another_matter_or_comes_later_in_the_evening_is_not(
    another: Callable[[], Ines], later: str
) -> None:
    """A deed with a matter of its own, or in the middle of an evening, is not taken for the one that was promised."""
    ((said, lines),) = await told_of(another(), Topic.COMMITMENTS, ("2025-04-02", PROMISE), ("2025-04-10", later))
    assert "may be of it" not in said
    assert lines == []


async def test_what_is_shown_beside_its_promise_is_not_asked_about(another: Callable[[], Ines]) -> None:
    """The page does not ask what became of what it shows."""
    person = another()
    await told_of(person, Topic.COMMITMENTS, ("2025-04-02", PROMISE), ("2025-04-10", "Sent. A day early."))
    assert not any("what became" in asked.text for asked in (await person.review()).questions)


@pytest.mark.parametrize(
    ("promise", "due"),
    [
        ("The survey goes in by the 29th, and I said so to Ulla.", date(2025, 4, 29)),
        ("The survey goes in some day.", None),
    ],
)
async def test_a_day_beside_the_promise_is_its_day(another: Callable[[], Ines], promise: str, due: date | None) -> None:
    """Whoever says by when has named a day, though not in the words of a promise."""
    person = another()
    person.wrote("2025-04-02", promise)
    assert (
        due_of(Commitment(RecordId("c"), "survey", date(2025, 4, 2), quotation=person.line("2025-04-02", promise)))
        == due
    )


async def test_what_came_after_a_belief_with_its_words_is_shown(another: Callable[[], Ines]) -> None:
    """Where what stands against it is older than the belief, the page says so, and looks on to the end."""
    person = another()
    rule, before = (
        "If I ask for help with a plank they think me weak.",
        "Asked Ulla for help with a plank, she was glad.",
    )
    after = "Asked Tom to help with the long plank, and he brought his own saw."
    person.wrote("2025-04-03", before)
    person.wrote("2025-05-03", rule)
    said, against = person.line("2025-05-03", rule), person.line("2025-04-03", before)
    belief = Belief(RecordId("belief-help"), rule, AssumptionKind.MIND_READING, BeliefStatus.OWNED, (said,), (against,))
    person.vault.records.put(belief, datetime(2025, 5, 4, tzinfo=UTC))
    told = dict(await told_of(person, Topic.BELIEFS, ("2025-06-15", after)))
    assert told["Against it, before the last of these lines:"] == [before]
    assert told["After that, a line with some of its words:"] == [after]


async def test_what_was_promised_again_is_not_asked_why_it_was_put_off(another: Callable[[], Ines]) -> None:
    """A promise after a line, with a word of it, answers the line."""
    person, put_off = another(), "The supper for the yard is on ice, maybe in the autumn."
    for day, text in (("2025-05-03", put_off), *((day, "Rain, and soup.") for day in QUIET)):
        person.wrote(day, text)
    assert not _promised_since(await gathered_of(person), person.line("2025-05-03", put_off))
    person.wrote("2025-06-21", "I will cook the supper for the yard by 31 July.")
    assert _promised_since(await gathered_of(person), person.line("2025-05-03", put_off))
