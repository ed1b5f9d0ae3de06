"""The yardstick: a line moves toward what the person wants, away from it, or neither."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.core.ids import Area, RecordId
from assistant.core.records import Vision
from assistant.insight.signs import Course, bearings, denies, fits, lowers, mentions, without_names, yardstick
from assistant.insight.wording import Rarity, terms_said
from tests.insight.diary import PLAIN, vectors

ROWING = Area("rowing")
HOME = Area("home")
VISIONS = (
    Vision(
        RecordId("v1"), ROWING, "I row on the canal before work, and I enter eight regattas.", date(2025, 1, 1),
        ("rowed to the second lock",), ("oars still in the boathouse", "cut it down to fewer regattas"),
    ),
    Vision(
        RecordId("v2"), HOME, "The kitchen table is clear and people sit at it.", date(2025, 1, 1),
        ("somebody sat at the table",), ("plates stacked on the table again",),
    ),
)  # fmt: skip


def courses(*texts: str, area: Area = ROWING) -> list[Course | None]:
    """Return how each line bears on an area, read among plain days."""
    every = [*texts, *PLAIN]
    signs = yardstick(VISIONS)
    rarity = Rarity.of(terms_said(text) for text in every)
    fit = fits(every, vectors(every), signs, vectors([sign.text for sign in signs]), rarity)
    found = {one.row: one.course for one in bearings(every, [f"e{row}" for row in range(len(every))], fit, signs, area)}
    return [found.get(row) for row in range(len(texts))]


def test_a_line_near_a_sign_of_progress_moves_toward() -> None:
    """The person's own sign, in nearly its words."""
    assert courses("Rowed to the second lock in a fog.") == [Course.TOWARD]


def test_a_line_near_a_sign_of_drift_moves_away() -> None:
    """Idle things tell that it was not done; a deed that it was something else."""
    assert courses("The oars are still in the boathouse.") == [Course.ABSENT]
    assert courses("Plates stacked on the table again, three high.", area=HOME) == [Course.AWAY]


def test_denying_a_sign_of_progress_is_absence() -> None:
    """The same words with a "never"."""
    assert courses("We never rowed to the second lock.") == [Course.ABSENT]


def test_a_goal_made_smaller_is_lowered() -> None:
    """Fewer than was wanted, in the words of the goal."""
    assert courses("I have cut it down to three regattas, three is plenty.") == [Course.LOWERED]


def test_plain_days_bear_on_nothing() -> None:
    """Bread and rain say nothing about rowing."""
    assert courses("Bread again.", "Rain on the shed.") == [None, None]


def test_a_line_of_another_area_is_left_to_it() -> None:
    """What is about the table is not about rowing."""
    assert courses("Somebody sat at the table and somebody sang.") == [None]


def test_a_mention_breaks_a_silence_whichever_way_it_points() -> None:
    """The regatta is spoken of, though nothing is said to have been done."""
    every = ["Saw the regatta poster.", *PLAIN]
    signs = yardstick(VISIONS)
    rarity = Rarity.of(terms_said(text) for text in every)
    fit = fits(every, vectors(every), signs, vectors([sign.text for sign in signs]), rarity)
    assert mentions(every, fit, signs, ROWING) == [0]


def test_names_are_masked_and_days_are_not() -> None:
    """A name that the journal never writes small makes no line fit by itself."""
    assert without_names("Walked with Ruth on Thursdays", "we walked far") == "Walked with someone on Thursdays"
    assert without_names("Grandma's supper, I cooked", "grandma's table") == "Grandma's supper, I cooked"


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Did not row this week.", True),
        ("Skipped the regatta.", True),
        ("Missed it again.", True),
        ("It isn't even hard when you are tired.", False),
        ("Not bad for a wet day.", False),
        ("Rowed in the rain.", False),
        ("Haven't missed a regatta this year.", False),
        ("Never skipped the canal, not even in the fog.", False),
        ("Not one morning missed.", False),
        ("Haven't missed a morning, but never got to the lock.", True),
        ("Didn't row, and missed the swans.", True),
    ],
)
def test_a_denial_is_of_a_deed(text: str, denied: bool) -> None:
    """That it was not hard, or not bad, denies nothing."""
    assert denies(text) is denied


def test_no_counts_only_for_what_it_is_about() -> None:
    """No row is absence; no wind is weather."""
    about = terms_said("I row on the canal")
    assert denies("No rowing this week.", about)
    assert not denies("No wind at all.", about)


@pytest.mark.parametrize(
    "text", ["Three would be plenty.", "Cut it down to four.", "Maybe next year.", "One is enough."]
)
def test_words_that_make_a_goal_smaller(text: str) -> None:
    """Fewer, later, enough."""
    assert lowers(text)
