"""What the review says about lines is no more than they bear: a figure left blank, a promise asked about."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import pytest_asyncio

from assistant.core.calendar import week_of
from assistant.core.ids import Area, RecordId
from assistant.core.records import Commitment, Outcome, Vision
from assistant.core.review import Dated, Review, Section, Table, Topic
from assistant.ports import Embedder
from assistant.reading.stemming import stem
from assistant.report.plain import plain
from assistant.services.commitments import Commitments, HeldCommitment
from assistant.services.compass import Compass, VisionLine
from assistant.services.hearing import Hearing
from assistant.services.reviewing.closeness import is_the_thing, says_not_so
from assistant.services.reviewing.gather import gather
from assistant.services.reviewing.outcomes import none_tells, untold
from assistant.services.reviewing.words import named
from assistant.services.reviewing.written import earlier
from assistant.services.told import Telling
from assistant.services.undo import Undo
from tests.services.reviewing.review_room import QUARTER, WORDS, Ines, find

pytestmark = pytest.mark.asyncio(loop_scope="package")

KEPT_LOOM = "Sat at the loom by the window with Ulla till dark."
GIVEN_UP = "Did not sit at the loom with Ulla by the window."
SO_MUCH = "So much for the loom by the window with Ulla."

DIARY: dict[str, str] = {
    "2025-01-20": "Wove by the window. Ulla came on the ferry.",
    "2025-02-10": "The ferry was late, and I bought onions.",
    "2025-03-03": "Ulla and I wove until the lamp went out.",
    "2025-04-03": KEPT_LOOM,
    "2025-04-12": f"{GIVEN_UP} Rain on the roof all night.",
    "2025-04-25": f"{SO_MUCH} Went to bed with a headache.",
    "2025-05-09": "I slept badly and ran along the harbour before breakfast.",
    "2025-05-21": "Onions in the bed by the wall.",
    "2025-06-14": "The office sent the accounts back and my boss rang about them.",
}


@pytest_asyncio.fixture(loop_scope="package", scope="module")
async def quarter(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Review]:
    """The second quarter of somebody who weaves."""
    person = Ines(tmp_path_factory.mktemp("weaver") / "vault", embedder)
    for day, text in DIARY.items():
        person.wrote(day, text)
    weaves(person)
    yield await person.review()
    person.vault.close()


def weaves(person: Ines) -> None:
    """Let a person want to weave."""
    wanted = "I weave at the loom by the window with Ulla."
    line = VisionLine(Area("recreation"), wanted, date(2025, 1, 5), ("sat at the loom by the window",))
    Compass(person.vault.records).state(None, [line], datetime(2025, 1, 5, 20, tzinfo=UTC))


def section(review: Review, topic: Topic) -> Section:
    """Return a section."""
    (found,) = [one for one in review.sections if one.topic is topic]
    return found


def table(review: Review) -> Table:
    """Return the figures by area."""
    found = section(review, Topic.AREAS).table
    assert found is not None
    return found


def rows(review: Review) -> dict[str, dict[str, str]]:
    """Return the cells of the figures by area and column."""
    made = table(review)
    told = [[plain(cell, review.period) for cell in row] for row in made.rows]
    return {row[0]: dict(zip(made.head, row, strict=True)) for row in told}


async def test_what_was_not_judged_is_not_called_none(review: Review) -> None:
    """A cell without a figure is no finding, and the caption says what is counted."""
    cells = [cell for row in rows(review).values() for cell in row.values()]
    assert "none" not in cells
    assert "more may stand in your entries" in table(review).caption


async def test_only_what_is_wanted_and_shown_has_a_figure(quarter: Review) -> None:
    """Beside no want, or where no line stands, a number of weeks is read as a measure of what it does not measure."""
    assert section(quarter, Topic.AREAS).table is None  # of one area words tell
    assert quarter.figures.coverage.areas == (Area("recreation"),)


async def test_what_is_quoted_of_an_area_is_a_mark_of_its_week(quarter: Review, review: Review) -> None:
    """The page denies nothing that stands on it."""
    for made in (quarter, review):
        drawn = made.figures.coverage
        names = {named(area): counts for area, counts in zip(drawn.areas, drawn.entries, strict=True)}
        told = [one for one in made.sections if one.topic in {Topic.AREAS, Topic.DRIFT}]
        for block in (block for one in told for block in one.blocks if str(block.heading[0]) in names):
            days = [line.written_at.date() for fact in block.facts for line in fact.lines]
            for day in (day for day in days if made.period.first <= day <= made.until):
                assert names[str(block.heading[0])][drawn.weeks.index(week_of(day).first)]


async def test_a_line_that_denies_is_neither_counted_nor_shown_as_close(quarter: Review) -> None:
    """What says that it was not so is not near."""
    (weaving,) = [block for block in section(quarter, Topic.AREAS).blocks if block.heading == ("Recreation",)]
    assert [line.text for fact in weaving.facts for line in fact.lines] == [KEPT_LOOM]


@pytest.mark.parametrize(
    ("line", "denied"),
    [
        (SO_MUCH, True),
        (GIVEN_UP, True),
        ("Six weeks now without the loom.", True),
        ("I never sat at the window with Ulla.", True),
        ("None of us came to the loom.", True),
        ("I hadn't woven with Ulla.", True),
        (KEPT_LOOM, False),
    ],
)
async def test_what_says_that_it_was_not_so(line: str, denied: bool) -> None:
    """Denials, and what gives a thing up."""
    assert says_not_so(line, frozenset({stem("loom"), stem("window")})) is denied


async def outcome_told(person: Ines, *later: tuple[str, str]) -> list[str]:
    """Return what the review says of a promise to oil the gate, after some later entries."""
    person.wrote("2025-04-02", "I will oil the garden gate by Friday the 11th of April.")
    for day, text in (*later, *((f"2025-06-{day:02d}", "Rain, and soup.") for day in range(10, 16))):
        person.wrote(day, text)
    return find(await person.review(), lambda text: "oil the garden gate" in text)


async def test_none_is_said_to_be_found_only_where_no_later_line_shares_a_word(another: Callable[[], Ines]) -> None:
    """With nothing but rain after it, no line was found."""
    (said,) = await outcome_told(another())
    assert said.startswith("No line was found that tells what became of it.")


async def test_a_promise_is_asked_about_where_a_later_line_may_tell(another: Callable[[], Ines]) -> None:
    """A line with a word of the promise may be what became of it: then it is asked, neither counted nor drawn."""
    person = another()
    long = "Ned leaned on the gate and talked of his boat and the price of herring and of his aunt until the bell rang."
    (said,) = await outcome_told(person, ("2025-05-20", long))
    assert said.startswith("What became of it? On 2 April you wrote")
    made = await person.review()
    assert not made.figures.promises
    assert not find(made, lambda text: "kept and" in text)


async def test_an_outcome_that_does_not_show_it_is_asked_about(another: Callable[[], Ines]) -> None:
    """Where insight holds a line that tells a reader nothing, the review does not say that there is none."""
    person = another()
    for day in ("2025-04-02", "2025-04-11", "2025-04-20", "2025-05-01", "2025-05-02"):
        person.wrote(day, "I will oil the garden gate." if day == "2025-04-02" else "Rain, and soup.")
    period, until = QUARTER, QUARTER.last
    line, doubtful = person.line("2025-04-02", "I will oil the garden gate."), person.line("2025-04-11", "Rain")
    made = Commitment(RecordId("c"), "oil the gate", date(2025, 4, 2), None, outcome=Outcome.KEPT, quotation=line)
    held = HeldCommitment(made, False, doubtful)
    vault, telling = person.vault, Telling(person.vault, Hearing(person.vectors), person.vectors)
    told = await telling.all(None, period.first, until)
    known = replace(await gather(vault, telling, told, period, period.first, until), commitments=[held])
    (asked,) = known.commitments_told
    assert untold(known, asked)
    assert not none_tells(known, asked)
    assert none_tells(replace(known, commitments=[asked]), asked)


async def test_an_outcome_that_was_read_stays_a_question_when_the_promise_is_accepted(
    another: Callable[[], Ines],
) -> None:
    """The person kept it in view and said nothing of what became of it."""
    person = another()
    kept = ("2025-04-11", "Oiled the garden gate.")
    assert (await outcome_told(person, kept))[0].startswith("Kept?")
    commitments = Commitments(person.vault, Telling(person.vault, Hearing(person.vectors), person.vectors))
    (held,) = await commitments.all()
    await commitments.accept(held.commitment.id, person.now)
    made = await person.review()
    assert find(made, lambda text: "oil the garden gate" in text)[0].startswith("Kept?")
    assert [one.sure for one in made.figures.promises] == [False]
    await commitments.settle(held.commitment.id, Outcome.KEPT, person.now)
    made = await person.review()
    assert find(made, lambda text: "oil the garden gate" in text)[0].startswith("Kept.")
    assert [one.sure for one in made.figures.promises] == [True]


async def test_what_was_wanted_for_a_minute_is_no_vision_of_the_period(another: Callable[[], Ines]) -> None:
    """A purpose and a vision that were undone are not told as what was wanted before."""
    person = another()
    person.writes_everything()
    compass, undo = Compass(person.vault.records), Undo(person.vault, person.clock)
    at = datetime(2025, 6, 1, 20, tzinfo=UTC)
    compass.state("Mend what is broken.", [], at)
    with undo.step("the vision"):
        compass.state("Sell the yard.", [VisionLine(Area("health"), "I stay ashore.", at.date())], at)
    undo.undo()
    made = await person.review()
    assert not find(made, lambda text: "Sell the yard" in text or "I stay ashore" in text)
    assert find(made, lambda text: "Mend what can be mended" in text)
    assert find(made, lambda text: "I swim before work, all year." in text)


async def test_an_outcome_is_shown_with_the_sentence_that_tells_it(another: Callable[[], Ines]) -> None:
    """Where the line that names the promise says nothing of it, and only then."""
    for line, shown in (
        ("The garden gate. Oiled it before tea.",) * 2,
        ("Oiled the garden gate. Soup.", "Oiled the garden gate."),
        ("So much for the gate. Baked bread with Ulla.", "So much for the gate."),
    ):
        person = another()
        await outcome_told(person, ("2025-04-11", line))
        made = section(await person.review(), Topic.COMMITMENTS)
        assert [one.text for block in made.blocks for fact in block.facts for one in fact.lines] == [shown]


SINGS = Vision(
    RecordId("vision-choir"), Area("recreation"), "I sing with the choir every Tuesday, folder in the green bag.",
    date(2025, 1, 5), ("sang on Tuesday",), ("skipped choir for the bench",),
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "plainly"),
    [
        ("The folder was in the green bag all day, forgot it existed.", True),
        ("Sang on Tuesday till the lamp went out.", True),
        ("Did not put the folder in the green bag.", False),
        ("Skipped choir again, folder in the green bag.", False),
        ("Six Tuesdays now since I sang.", False),
        ("At the bench until nine.", False),
    ],
)
async def test_what_is_plainly_the_wanted_thing(line: str, plainly: bool) -> None:
    """A clause with two words of it and no denial; a word that only its signs of drift hold says the contrary."""
    assert is_the_thing(line, [SINGS]) is plainly


@pytest.mark.parametrize(
    "left_out",
    ["And I rang the mill at last.", "I said no, and he shut the hatch.", "I did it, I finished it."],
)
async def test_what_was_done_is_told_by_lines_that_stand_alone(another: Callable[[], Ines], left_out: str) -> None:
    """A line that goes on from another, a bare no and a deed without a name are left out."""
    person = another()
    named = "I said no to the second ferry shift, and I kept my word to Milo."
    for day, text in (("2025-04-02", named), ("2025-05-02", left_out), ("2025-06-02", "Rain.")):
        person.wrote(day, text)
    made = section(await person.review(), Topic.STRENGTHS)
    assert [line.text for block in made.blocks for fact in block.facts for line in fact.lines] == [named]


async def test_weeks_of_silence_are_not_told_as_what_was_not_written_about(another: Callable[[], Ines]) -> None:
    """Who was away wrote nothing; that stands beside how much was written."""
    person = another()
    for day in ("2025-04-02", "2025-04-03", "2025-04-04", "2025-04-05", "2025-06-29"):
        person.wrote(day, "Swam with my friend Ulla before the office, cooked at home, and slept.")
    made = await person.review()
    assert any(
        "passed without an entry" in plain(fact.parts, QUARTER) for fact in section(made, Topic.WRITTEN).blocks[0].facts
    )
    assert not any(
        "passed without" in plain(fact.parts, QUARTER)
        for one in made.sections
        if one.topic is Topic.UNWRITTEN
        for block in one.blocks
        for fact in block.facts
    )


async def test_a_day_that_is_named_opens_on_the_sentence_by_which_it_counts(another: Callable[[], Ines]) -> None:
    """The entry that is named of an area, and the newest of a word, are shown with that sentence."""
    person = another()
    opens = "A heron stood on the weir, and rain fell over the mill all the afternoon."
    padding = "The kettle sang for a while, and the rain went on over the whole of the valley."
    met = "We had soup with Odile at the pier."
    for day in ("2025-01-06", "2025-01-13", "2025-01-20", "2025-01-27", "2025-02-03", "2025-02-10"):
        person.wrote(day, f"{opens} {padding} {met} {padding} {padding}")
    for day in ("2025-04-02", "2025-04-12", "2025-04-22", "2025-05-02", "2025-06-02"):
        person.wrote(day, f"{opens} {padding} My boss rang about the accounts at the office. {padding} {padding}")
    counts = VisionLine(Area("career"), "I do the accounts at the office.", date(2025, 1, 5))
    Compass(person.vault.records).state(None, [counts], datetime(2025, 1, 5, 20, tzinfo=UTC))
    made = await person.review()
    pieces = {one.entry: " ".join(piece.text for piece in one.pieces) for one in made.sources}
    (newest,) = [
        part
        for fact in made.facts()
        if "Odile" in plain(fact.parts, QUARTER)
        for part in fact.parts
        if isinstance(part, Dated) and part.entry
    ]
    assert newest.entry is not None
    assert met in pieces[newest.entry]
    assert opens not in pieces[newest.entry]
    working = [block for block in section(made, Topic.AREAS).blocks if block.heading == ("Career",)]
    named = [part for block in working for part in block.facts[0].parts if isinstance(part, Dated) and part.entry]
    assert len(named) == 1
    assert all(one.entry is not None and "My boss rang" in pieces[one.entry] for one in named)


@pytest.mark.parametrize("unknown", [False, True])
async def test_kept_and_slipped_are_counted_only_where_every_outcome_is_known(
    another: Callable[[], Ines], unknown: bool
) -> None:
    """One promise that is asked about makes the numbers of the others a guess."""
    person = another()
    for day in ("2025-02-02", "2025-04-02", "2025-04-11", "2025-04-20", "2025-05-01", "2025-05-02"):
        person.wrote(day, "Rain, and soup.")
    for name, on in (("a", date(2025, 2, 2)), ("b", date(2025, 4, 2))):
        made = Commitment(RecordId(name), "oil the gate", on, on, outcome=Outcome.KEPT)
        person.vault.records.put(made, datetime(2025, 5, 2, tzinfo=UTC))
    telling, since = Telling(person.vault, Hearing(person.vectors), person.vectors), date(2025, 1, 1)
    told = await telling.all(None, since, QUARTER.last)
    known = await gather(person.vault, telling, told, QUARTER, since, QUARTER.last)
    asked = Commitment(RecordId("c"), "paint the gate", date(2025, 4, 2), None)
    more = [HeldCommitment(asked, False, None)] if unknown else []
    beside = earlier(replace(known, commitments=[*known.commitments, *more]), WORDS)
    assert beside is not None
    counted = [
        plain(fact.parts, QUARTER)
        for block in beside.blocks
        for fact in block.facts
        if "kept and" in plain(fact.parts, QUARTER)
    ]
    assert counted == (
        []
        if unknown
        else [
            "Of what you said you would do, those whose outcome your list or a line tells: from 1 January to 31 March "
            "1 kept and 0 slipped; in this time 1 kept and 0 slipped."
        ]
    )
