"""A line that the review quotes by itself can be read by itself, is quoted once, and is what it is shown as."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from assistant.core.entry import Entry, Quotation
from assistant.core.ids import Area, EntryId, RecordId
from assistant.core.reading import AssumptionKind
from assistant.core.records import Belief, BeliefStatus, Commitment, Outcome, Reality
from assistant.core.review import Review, Topic
from assistant.core.span import Span
from assistant.services.compass import Compass, VisionLine
from assistant.services.reviewing.alone import alone, points, shares_with
from tests.services.reviewing.review_room import QUARTER, Ines, find

pytestmark = pytest.mark.asyncio(loop_scope="package")

FILLING = ("2025-04-02", "2025-04-11", "2025-05-02", "2025-05-20", "2025-06-10")


def an_entry(text: str) -> Entry:
    """Return an entry with some words."""
    return Entry(EntryId("e"), datetime(2025, 4, 2, tzinfo=UTC), text)


def shown(review: Review, topic: Topic) -> list[str]:
    """Return the lines of one section."""
    return [
        line.text
        for one in review.sections
        if one.topic is topic
        for block in one.blocks
        for fact in block.facts
        for line in fact.lines
    ]


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("And a lazy tide carries nobody.", "a lazy tide carries nobody."),
        ("But a lazy tide carries nobody.", "But a lazy tide carries nobody."),
        ("And yet, I never ask.", "And yet, I never ask."),
        ("But for the rain we had rowed.", "But for the rain we had rowed."),
        ("So tired of the bench.", "So tired of the bench."),
        ("Butter on both sides.", "Butter on both sides."),
        ("But", "But"),
    ],
)
async def test_a_joining_word_is_left_out(said: str, quoted: str) -> None:
    """What is left is to the letter, and stands where it stood."""
    entry = an_entry(f"Rain. {said}")
    line = alone(Quotation.cut(entry, Span(6, 6 + len(said))), entry)
    assert line.text == quoted == line.span.of(entry.text)


@pytest.mark.parametrize(
    ("said", "pointing"),
    [
        ("I went also and had them entered at the office.", True),
        ("Sat on the wall a while after that with Ulla.", True),
        ("I told it to nobody.", True),
        ("I sold the boat and miss it.", False),
        ("I hung the rudder and it swings like a door.", False),
        ("I mended the sluice by myself.", False),
        ("I miss that man.", False),
        ("What I hope is that they row.", False),
        ("I told him there is no other boat.", False),
        ("It rained.", False),
        ("It has been snowing since noon.", False),
        ("I want that so much.", True),
        ("That was hard.", True),
        ("I went there.", True),
        ("It hurts.", True),
    ],
)
async def test_a_short_line_names_what_it_points_at(said: str, pointing: bool) -> None:
    """Else nobody knows what was entered."""
    assert points(said) is pointing


async def test_words_of_one_line_are_known_again() -> None:
    """A part of a line is quoted already where the line is; the next one is not."""
    entry = an_entry("Rain again. But I rowed.")
    first, second = Quotation.cut(entry, Span(0, 11)), Quotation.cut(entry, Span(12, 24))
    assert shares_with(alone(second, entry), [first, second])
    assert not shares_with(first, [second])


async def wrote(person: Ines, *lines: tuple[str, str]) -> Review:
    """Return the review of a quarter with some lines and a few of no matter."""
    for day, text in (*lines, *((day, "Rain, and soup.") for day in FILLING)):
        person.wrote(day, text)
    return await person.review()


async def test_what_is_taken_for_granted_keeps_its_but(another: Callable[[], Ines]) -> None:
    """In its section and within the question that is asked about it."""
    said = "I always have to do it twice to be thought half as good."
    made = await wrote(another(), ("2025-04-20", f"Milo laughed. But {said}"))
    assert shown(made, Topic.BELIEFS) == [f"But {said}"]
    assert any(f"But {said[:8]}" in asked.text for asked in made.questions)


async def test_what_stands_against_a_belief_is_quoted_without_its_and(another: Callable[[], Ines]) -> None:
    """As every line that a sentence of the review leads to."""
    person, said = another(), "If I sit down they will think I am lazy."
    for day, text in (("2025-04-20", said), ("2025-05-05", "I sat on the slipway. And nobody said a thing.")):
        person.wrote(day, text)
    mind, against = AssumptionKind.MIND_READING, person.line("2025-05-05", "And nobody said a thing.")
    lines = (person.line("2025-04-20", said),)
    belief = Belief(RecordId("belief-lazy"), said, mind, BeliefStatus.OWNED, lines, (against,))
    person.vault.records.put(belief, datetime(2025, 6, 1, tzinfo=UTC))
    made = await wrote(person)
    assert shown(made, Topic.BELIEFS)[-1] == "nobody said a thing."


async def test_what_says_a_belief_is_quoted_without_its_and(another: Callable[[], Ines]) -> None:
    """In its section, to the letter."""
    person, said = another(), "And people will think I am lazy if I sit down."
    person.wrote("2025-04-20", f"Rain. {said}")
    lines = (person.line("2025-04-20", said),)
    belief = Belief(RecordId("belief-lazy"), said, AssumptionKind.MIND_READING, BeliefStatus.OWNED, lines)
    person.vault.records.put(belief, datetime(2025, 6, 1, tzinfo=UTC))
    made = await wrote(person)
    assert shown(made, Topic.BELIEFS) == ["people will think I am lazy if I sit down."]
    assert all(one.span.of(person.entry("2025-04-20").text) == one.text for one in made.quotations())


async def test_what_came_of_a_promise_keeps_its_but(another: Callable[[], Ines]) -> None:
    """And so does the promise that is asked about."""
    person = another()
    for day, text in (
        ("2025-04-20", "Rain. But I will mend the sluice by Friday."),
        ("2025-04-25", "Wind. But the sluice is mended."),
        ("2025-05-03", "Soup. But I will paint the hull by the end of August."),
    ):
        person.wrote(day, text)
    promise, result = (
        person.line("2025-04-20", "But I will mend the sluice by Friday."),
        person.line("2025-04-25", "But the sluice is mended."),
    )
    still = person.line("2025-05-03", "But I will paint the hull by the end of August.")
    for record in (
        Commitment(
            RecordId("commitment-sluice"), "mend the sluice", date(2025, 4, 20), date(2025, 4, 25),
            outcome=Outcome.KEPT, quotation=promise,
        ),
        Commitment(RecordId("commitment-hull"), "paint the hull", date(2025, 5, 3), date(2025, 8, 31), quotation=still),
    ):  # fmt: skip
        person.vault.records.put(record, datetime(2025, 6, 1, tzinfo=UTC))
    made = await wrote(person)
    assert result.text not in shown(made, Topic.COMMITMENTS)
    (asked,) = (one for one in made.questions if one.about is not None and one.about.entry == still.entry)
    assert asked.about is not None
    assert asked.about.text == still.text


async def test_what_is_said_of_one_other_person_is_no_belief(another: Callable[[], Ines]) -> None:
    """It is news of a day; what everyone is said to do is shown."""
    made = await wrote(
        another(),
        ("2025-04-20", "People like him never pay for anything."),
        ("2025-05-05", "People like that never pay for anything."),
    )
    assert shown(made, Topic.BELIEFS) == ["People like that never pay for anything."]


async def test_a_feeling_without_its_matter_is_not_quoted(another: Callable[[], Ines]) -> None:
    """Of a line that says only that something is hated nobody can tell what."""
    named = "I am ashamed of the way I spoke to Milo at the sluice."
    made = await wrote(another(), ("2025-04-20", "I hate it, I hate it."), ("2025-05-10", named))
    assert shown(made, Topic.WRITTEN) == [named]


async def test_a_page_long_sentence_is_no_promise(another: Callable[[], Ines]) -> None:
    """A "will" among forty words is mostly of something else; a short one is asked about."""
    short = "I will mend the sluice by Friday the 25th of April."
    long = (
        "Here in the evening I spoke with Odile, who has lived with the miller these twelve years, and the sum of all "
        "that she and her sisters had to say to me was that I will mend the sluice by Friday the 25th of April."
    )
    assert not find(await wrote(another(), ("2025-04-20", long)), lambda text: "sluice" in text)
    assert find(await wrote(another(), ("2025-04-20", short)), lambda text: "sluice" in text)


async def test_a_line_is_shown_as_one_thing(another: Callable[[], Ines]) -> None:
    """What says how things are is not shown again as the line that is most plainly about its area."""
    said = "My mother and my sister always think that I am the selfish one."
    made = await wrote(another(), ("2025-04-20", said))
    lines = [*shown(made, Topic.BELIEFS), *shown(made, Topic.AREAS)]
    assert lines.count(said) == 1


async def test_what_stands_with_an_area_is_no_strength_as_well(another: Callable[[], Ines]) -> None:
    """No line is shown twice."""
    person, sang = another(), "Sang with the choir on Tuesday at last."
    wants = VisionLine(
        Area("recreation"), "I sing with the choir every Tuesday.", date(2025, 1, 2), ("sang on Tuesday",)
    )
    Compass(person.vault.records).state(None, [wants], datetime(2025, 1, 2, 20, tzinfo=UTC))
    alone_in_it = await wrote(person, ("2025-04-20", sang))
    assert shown(alone_in_it, Topic.AREAS) == [sang]
    assert shown(alone_in_it, Topic.STRENGTHS) == []
    rang = "Rang the mill at last about the job, straight out."
    person.wrote("2025-05-06", rang)
    made = await person.review()
    assert sang in shown(made, Topic.AREAS)
    assert shown(made, Topic.STRENGTHS) == [rang]


async def test_an_entry_is_about_an_area_where_a_line_of_its_own_says_so(another: Callable[[], Ines]) -> None:
    """Words of an area that only somebody else says are counted nowhere; those of the writer are."""
    person = another()
    quoted = "Odile read to us. “My husband, my marriage, my wedding, my mother and my friends,” she read."
    own = "My mother rang about my sister's wedding, and my brother wants to argue with her."
    rated = Reality(RecordId("reality-near"), Area("relationships"), 6, "They ring.", date(2025, 5, 5))
    person.vault.records.put(rated, datetime(2025, 5, 5, 20, tzinfo=UTC))
    made = await wrote(person, ("2025-04-20", quoted), ("2025-05-05", own))
    counted = made.figures.coverage
    assert counted.named(Area("relationships")) == 1
    monday = counted.weeks[[row > 0 for row in counted.entries[counted.areas.index(Area("relationships"))]].index(True)]
    assert monday == date(2025, 5, 5)
    assert QUARTER.first <= monday
