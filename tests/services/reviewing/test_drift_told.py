"""What the review tells of a drift: lines in which anyone can see it, dated by what is shown, and what came after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from assistant.core.ids import Area, RecordId
from assistant.core.records import Vision
from assistant.insight.drift import DriftKind
from assistant.insight.signs import Course
from assistant.report.plain import plain
from assistant.services.compass import Compass, VisionLine
from assistant.services.drifting import HeldDrift
from assistant.services.hearing import Hearing
from assistant.services.reviewing.closeness import says_undone, stated_words
from assistant.services.reviewing.course import drift
from assistant.services.reviewing.drifted import afterwards, drifts_within, showing, with_its_matter
from assistant.services.reviewing.gather import gather
from assistant.services.reviewing.gathered import SHOWN_FIT, Gathered
from assistant.services.reviewing.questions import questions
from assistant.services.told import Telling
from tests.services.reviewing.review_room import QUARTER, WORDS, Ines

pytestmark = pytest.mark.asyncio(loop_scope="package")

AREA = Area("recreation")
STATEMENT = "I sing with the choir every Tuesday."

FIRST_SKIPPED = "Skipped choir for the ferry."
LAST_SKIPPED = "Skipped choir again for the ferry."
THE_THING = "Sang with the choir on Tuesday as I meant it."
BACK = "Sang with the choir this Tuesday."
BORROWED = "I have let go of all that."
NAMES_IT = "The choir, the lamps, the Tuesday psalms."
PROMISE = "No choir for me until the ferry is paid for, I will not sing before the 20th of April."


async def drifting(person: Ines, **lines: str) -> tuple[Gathered, HeldDrift]:
    """Return what is known of a quarter, and a drift that stands on the lines named d and a day of the year.

    Behind a "|" stands the sentence of an entry that the drift stands on.
    """
    days = {name: (date(2025, 1, 1) + timedelta(days=int(name[1:]))).isoformat() for name in lines}
    for name, text in lines.items():
        person.wrote(days[name], text.replace("|", ""))
    wants = VisionLine(AREA, STATEMENT, date(2025, 1, 2), ("sang on Tuesday",), ("skipped choir for the ferry",))
    Compass(person.vault.records).state(None, [wants], datetime(2025, 1, 2, 20, tzinfo=UTC))
    telling, since = Telling(person.vault, Hearing(person.vectors), person.vectors), date(2025, 1, 1)
    told = await telling.all(None, since, QUARTER.last)
    known = await gather(person.vault, telling, told, QUARTER, since, QUARTER.last)
    said = {name: text.rpartition("|")[2].strip() for name, text in lines.items() if text not in (BACK, "Rain.")}
    evidence = tuple(person.line(days[name], text) for name, text in said.items())
    held = HeldDrift(
        "drift-1", AREA, DriftKind.NEGLECT, evidence[0].written_at.date(), None, 1.0, 0.01, evidence, (),
        10, 8, wants.statement,
    )  # fmt: skip
    return replace(known, drifts=[held]), held


async def test_a_drift_begins_with_the_first_line_that_is_shown(another: Callable[[], Ines]) -> None:
    """What is plainly the wanted thing is not its start, and the day that it is dated from has its line below it."""
    known, _held = await drifting(another(), d60=THE_THING, d70=FIRST_SKIPPED, d110=LAST_SKIPPED, d150="Rain.")
    made = drift(known, WORDS)
    assert made is not None
    told = made.blocks[0].facts[1]
    assert plain(told.parts, QUARTER).startswith("Lines of 12 March to 21 April tell that it did not")
    assert [line.text for line in told.lines] == [FIRST_SKIPPED, LAST_SKIPPED]


async def test_what_came_after_a_drift_stands_against_it(another: Callable[[], Ines]) -> None:
    """With the thing done again, nothing says that no line tells of its end."""
    known, _held = await drifting(another(), d95=FIRST_SKIPPED, d150=LAST_SKIPPED, d170=BACK)
    made = drift(known, WORDS)
    assert made is not None
    facts = made.blocks[0].facts
    assert [line.text for fact in facts if fact.against for line in fact.lines] == [BACK]
    assert not any("this ended" in plain(fact.parts, QUARTER) for fact in facts)


async def test_a_drift_that_turned_is_not_asked_about_again(another: Callable[[], Ines]) -> None:
    """Its line stands once, with the later ones beside it; one that still stands is asked about."""
    known, _held = await drifting(another(), d95=FIRST_SKIPPED, d150=LAST_SKIPPED, d170=BACK)
    skipped = {FIRST_SKIPPED, LAST_SKIPPED}
    assert not skipped & {one.about.text for one in questions(known, WORDS) if one.about}
    still, _held = await drifting(another(), d95=FIRST_SKIPPED, d150=LAST_SKIPPED, d170="Rain.")
    assert skipped & {one.about.text for one in questions(still, WORDS) if one.about}


async def test_lines_that_borrow_their_matter_show_no_drift(another: Callable[[], Ines]) -> None:
    """A line by itself must say what it is of."""
    known, held = await drifting(another(), d95=FIRST_SKIPPED, d110=BORROWED)
    place = next(place for place, one in enumerate(known.told.lines) if one.quotation == held.evidence[1])
    heard = known.heard[held.area]
    heard.moves[:] = [one for one in heard.moves if one.row != place]
    heard.moves.append(replace(heard.moves[0], row=place, day=held.evidence[1].written_at.date(), fit=0.9))
    assert drifts_within(known) == [held]
    bare = replace(held, evidence=held.evidence[1:])
    assert drifts_within(replace(known, drifts=[bare])) == []


@pytest.mark.parametrize(
    ("line", "undone"),
    [
        ("No choir again.", True),
        ("Haven't been to choir for a month.", True),
        ("Didn't get to any choir.", True),
        ("Not a single Tuesday kept since Lent.", True),
        ("No wind today, and choir in the evening.", False),
        ("Did not sleep, went to choir all the same.", False),
        ("Choir, and soup after.", False),
        ("No soup.", False),
        ("Haven't missed choir this spring.", False),
        ("Didn't cancel a choir evening for the ferry.", False),
        ("Never skipped choir.", False),
        ("Not one Tuesday skipped.", False),
        ("No Tuesday has been missed since Lent.", False),
        ("No choir sounds like ours.", False),
        ("No choir is finer.", False),
        ("Missed choir.", True),
        ("Skipped choir, and did not go on Thursday either.", True),
        ("No choir, and I missed the ferry.", True),
        ("Did not go to choir and missed the concert.", True),
        ("Didn't feel like choir.", True),
    ],
)
async def test_what_denies_the_wanted_thing_by_name(line: str, undone: bool) -> None:
    """The denial stands right before a word of the statement."""
    wanted = Vision(RecordId("v"), AREA, STATEMENT, date(2025, 1, 2))
    assert says_undone(line, stated_words([wanted])) is undone


async def test_a_short_line_that_denies_the_wanted_thing_shows_a_drift(another: Callable[[], Ines]) -> None:
    """However little it fits the whole of the statement; one that promises shows nothing by itself."""
    short = "Haven't been to choir, the roof leaks."
    known, held = await drifting(another(), d95=FIRST_SKIPPED, d110=short, d120=PROMISE, d150="Rain.")
    heard = known.heard[AREA]
    rows = {row for row, line in enumerate(known.told.lines) if line.quotation in held.evidence[1:]}
    heard.moves[:] = [one for one in heard.moves if one.row not in rows]
    heard.moves += [replace(heard.moves[0], row=row, day=known.told.lines[row].day, fit=SHOWN_FIT / 2) for row in rows]
    assert [line.text for line in showing(known, held)] == [FIRST_SKIPPED, short]


async def test_a_line_is_quoted_with_the_one_that_names_its_matter(another: Callable[[], Ines]) -> None:
    """ "That" is what the sentence before speaks of: both stand there, to the letter."""
    known, held = await drifting(another(), d95=f"{NAMES_IT} |{BORROWED}")
    (line,) = (one.quotation for one in known.told.lines if one.quotation.text == BORROWED)
    both = with_its_matter(known, AREA, line)
    assert both.text == f"{NAMES_IT} {BORROWED}"
    assert both.span.of(known.told.entries[line.entry].text) == both.text
    assert drifts_within(known) == [held]


async def test_a_line_that_names_its_matter_is_quoted_alone(another: Callable[[], Ines]) -> None:
    """So is one behind a sentence about something else, and the first of an entry."""
    known, _held = await drifting(another(), d95=f"Rain on the roof. |{BORROWED}", d110=f"{NAMES_IT} |{FIRST_SKIPPED}")
    lines = [one.quotation for one in known.told.lines]
    assert [with_its_matter(known, AREA, line) for line in lines] == lines


async def test_a_goal_that_grew_smaller_is_shown_by_lines_that_lower_it(another: Callable[[], Ines]) -> None:
    """An evening that did not happen is another matter; where no line lowers it, what there is stands."""
    known, held = await drifting(another(), d95=FIRST_SKIPPED, d110=LAST_SKIPPED, d150="Rain.")
    eroding = replace(held, kind=DriftKind.ERODING_GOAL)
    assert [line.text for line in showing(known, eroding)] == [FIRST_SKIPPED, LAST_SKIPPED]
    heard, last = known.heard[AREA], held.evidence[-1]
    heard.moves[:] = [
        replace(one, course=Course.LOWERED) if known.told.lines[one.row].quotation == last else one
        for one in heard.moves
    ]
    assert [line.text for line in showing(known, eroding)] == [LAST_SKIPPED]
    assert [line.text for line in showing(known, held)] == [FIRST_SKIPPED, LAST_SKIPPED]
    assert drifts_within(replace(known, drifts=[eroding])) == [eroding]


async def test_a_line_that_is_read_as_pointing_away_is_not_called_close(another: Callable[[], Ines]) -> None:
    """Neither in the figures nor as what came after a drift."""
    known, _held = await drifting(another(), d95=FIRST_SKIPPED, d150=BACK)
    heard, day = known.heard[AREA], known.told.lines[-1].day
    assert [one.day for one in known.near(AREA)] == [one.day for one in afterwards(known, AREA, QUARTER.first)] == [day]
    heard.moves[:] = [replace(one, course=Course.AWAY) for one in heard.moves]
    assert known.near(AREA) == afterwards(known, AREA, QUARTER.first) == []


async def test_the_question_stands_on_a_line_that_says_it_did_not_happen(another: Callable[[], Ines]) -> None:
    """Before one that only fits better."""
    short = "Haven't been to choir, the roof leaks."
    known, held = await drifting(another(), d95="At the ferry till ten, and the choir sang.", d110=short, d150="Rain.")
    heard = known.heard[AREA]
    fits = {held.evidence[0]: 0.9, held.evidence[1]: SHOWN_FIT / 2}
    made = [
        replace(heard.moves[0], row=row, fit=fits[line.quotation], day=line.day, course=Course.AWAY)
        for row, line in enumerate(known.told.lines)
        if line.quotation in fits
    ]
    heard.moves[:] = made
    assert [line.text for line in showing(known, held)] == [one.text for one in held.evidence]
    first = questions(replace(known, beliefs=[], commitments=[]), WORDS)[0]
    assert first.about is not None
    assert first.about.text == short
