"""What a strict reader asks of a review: nothing quoted for the wrong matter, nothing claimed that no line tells."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from assistant.core.ids import Area
from assistant.core.review import Review, Section, Topic
from assistant.ports import Embedder
from assistant.services.compass import Compass, VisionLine
from tests.services.reviewing.review_room import Ines, find

pytestmark = pytest.mark.asyncio(loop_scope="package")

CANCELLED = "We cancelled the table at the Crown."
AT_HOME = "Bread from our own oven, all of us at the long table, flour to the elbows."
LEANING = "They hate me for it and I am ashamed of that."
FELT = "I am ashamed of the way I spoke to Milo at the sluice."
DONE = "Rang the mill at last about the job, straight out."
PRAISED = "The miller told me I was the best hand he had seen."
PROMISED = "I will paint the shed door by Sunday the 13th of April."
HELP = (
    "Whoever takes a loan shows the whole valley that he can't keep a mill.",
    "Take a loan once and the whole valley thinks you can't keep a mill.",
    "A loan is what they take who can't keep a mill.",
    "Anyone who takes a loan can't keep a mill.",
)

DIARY: dict[str, str] = {
    "2025-01-06": "Odile came for the evening and we walked to the mill.",
    "2025-01-13": f"Carried the sacks up alone. {HELP[0]}",
    "2025-01-20": "Frost on the pond, and Odile slid across it on a tray.",
    "2025-01-27": "We met Odile at the weir and ate chestnuts.",
    "2025-02-03": f"The cart stuck in the lane. {HELP[1]}",
    "2025-02-10": "Soup with Odile, and the last of the pears.",
    "2025-02-17": "Wrote to the council about the path, and Odile signed as well.",
    "2025-03-03": f"Lifted the millstone with a plank. {HELP[2]}",
    "2025-03-10": "We saw Odile off at the ferry, for good this time.",
    "2025-04-02": f"{PROMISED} The primroses are out along the wall.",
    "2025-04-09": f"Milo had booked the Crown for seven, as a surprise. {CANCELLED} He was kind about it.",
    "2025-04-19": AT_HOME,
    "2025-04-26": f"{DONE} Hands shaking all the way home.",
    "2025-05-05": "A heron on the weir, quite still for an hour.",
    "2025-05-12": f"Shouted across the yard. {FELT}",
    "2025-05-20": f"The neighbours shut the gate on me. {LEANING}",
    "2025-06-02": f"First week at the mill. {PRAISED}",
    "2025-06-11": f"Dropped a sack on my foot. {HELP[3]}",
    "2025-06-20": "The longest day, and swallows until ten.",
}


@pytest_asyncio.fixture(loop_scope="package", scope="module")
async def quarter(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Review]:
    """The second quarter of somebody who bakes, and takes work at a mill."""
    person = Ines(tmp_path_factory.mktemp("baker") / "vault", embedder)
    for day, text in DIARY.items():
        person.wrote(day, text)
    bakes = VisionLine(
        Area("home"), "We bake bread together every Saturday and eat it at the long table.", date(2025, 1, 5),
        ("flour on the floor", "all of us at the table"), ("bought bread again",),
    )  # fmt: skip
    Compass(person.vault.records).state(None, [bakes], datetime(2025, 1, 5, 20, tzinfo=UTC))
    yield await person.review()
    person.vault.close()


def _section(review: Review, topic: Topic) -> Section:
    (found,) = [section for section in review.sections if section.topic is topic]
    return found


def _lines(review: Review, topic: Topic) -> set[str]:
    return {line.text for block in _section(review, topic).blocks for fact in block.facts for line in fact.lines}


async def test_a_word_in_common_is_not_quoted_as_what_is_wanted(quarter: Review) -> None:
    """A table that was booked is not the table that bread is eaten at."""
    home = _lines(quarter, Topic.AREAS)
    assert AT_HOME in home
    assert CANCELLED not in home


async def test_no_line_is_quoted_that_begins_with_somebody_unnamed(quarter: Review) -> None:
    """Of two ashamed lines the one that says of what is shown."""
    assert FELT in _lines(quarter, Topic.WRITTEN)
    assert LEANING not in {one.text for one in quarter.quotations()}


async def test_what_was_done_and_praised_is_shown_and_left_to_the_person(quarter: Review) -> None:
    """The lines stand there; what strength they show is not said for them."""
    assert _lines(quarter, Topic.STRENGTHS) == {DONE, PRAISED}
    assert find(quarter, lambda text: text.endswith("What they show is for you to say:"))


async def test_a_promise_without_an_outcome_is_said_to_have_none_found(quarter: Review) -> None:
    """Not "open", once its day is past: nobody knows but the person."""
    (said,) = find(quarter, lambda text: PROMISED[:-1] in text)
    assert said.startswith("No line was found that tells what became of it. On 2 April you wrote")


async def test_one_line_of_the_period_is_set_beside_those_that_said_it_before(quarter: Review) -> None:
    """A belief that is repeated over a year needs no second line in the quarter."""
    assert HELP[3] in _lines(quarter, Topic.BELIEFS)
    assert find(quarter, lambda text: "from 13 January to 11 June, 1 of them in this time" in text)


async def test_who_is_no_longer_written_of_is_told_with_both_counts(quarter: Review) -> None:
    """What moved since the quarter before is counted in days, and asked about."""
    told = find(quarter, lambda text: "“Odile”" in text)
    assert told == [
        "Days with “Odile” in an entry, fewer than before: none; from 1 January to 31 March: 6 days. "
        "The newest is 10 March."
    ]


async def test_each_question_stands_on_something_else(quarter: Review) -> None:
    """Three questions, three subjects, and each is said in words of the person or about a record."""
    assert len(quarter.questions) == 3
    assert len({one.subject for one in quarter.questions}) == 3
    assert all(one.about is not None or "“" in one.text for one in quarter.questions)


async def test_an_entry_of_many_sentences_may_say_more_than_one_thing(embedder: Embedder, tmp_path: Path) -> None:
    """One long letter to oneself is not cut down to a single belief, and a short entry gives only one."""
    beliefs = (
        "I always have to do it twice to be thought half as good.",
        "I am the one who never gets asked.",
    )
    filler = " ".join(["The kettle is on."] * 16)
    person = Ines(tmp_path / "vault", embedder)
    person.wrote("2025-04-02", f"{beliefs[0]} {filler} {beliefs[1]}")
    for day in ("2025-04-03", "2025-04-04", "2025-04-05", "2025-04-06"):
        person.wrote(day, "Rain.")
    assert set(beliefs) <= {one.text for one in (await person.review()).quotations()}
    person.vault.close()
