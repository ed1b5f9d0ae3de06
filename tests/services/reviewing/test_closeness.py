"""A word in common is no matter in common: neither with what is wanted, nor with a promise, nor with an area."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from assistant.core.entry import Quotation
from assistant.core.ids import Area, EntryId, RecordId
from assistant.core.reading import AreaScore
from assistant.core.records import Commitment, Vision
from assistant.core.span import Span
from assistant.services.reviewing.closeness import (
    is_close,
    named_areas,
    shares_a_name_only,
    telling_words,
    tells_outcome,
)
from assistant.services.reviewing.course import parts_of

WANTED = telling_words(
    [
        Vision(
            RecordId("vision-home"), Area("home"), "We bake bread on Saturdays and eat it at the long table.",
            date(2025, 1, 5), ("flour on the floor", "all of us at the table"), ("bought bread again",),
        )
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "fit", "close"),
    [
        ("Bread and plums at the long table, flour everywhere.", 0.5, True),
        ("Bought bread again, from the van.", 0.6, True),
        ("We cancelled the table at the Crown.", 0.7, False),
        ("Every day this week, again and again, before eight.", 0.6, False),
        ("Flour!", 0.9, True),
        ("Nothing of it.", 0.95, False),
    ],
)
def test_a_line_is_close_where_it_shares_the_matter(line: str, fit: float, close: bool) -> None:
    """Two telling words of the person's own, or one in a line that is nearly the sign itself."""
    assert is_close(line, fit, WANTED) is close


def _quoted(text: str) -> Quotation:
    return Quotation(EntryId("0" * 16), datetime(2025, 4, 2, tzinfo=UTC), Span(0, len(text)), text)


@pytest.mark.parametrize(
    ("promise", "what", "line", "tells"),
    [
        ("I'll learn twelve verbs a week.", "learn twelve verbs a week", "Twelve hours.", False),
        ("I'll learn twelve verbs a week.", "learn twelve verbs a week", "So much for twelve.", True),
        ("The form goes in by the 29th.", "The form goes in", "The 12th, 9.30.", False),
        ("I'll eat plainly until Easter, no sweets.", "eat plainly, no sweets", "Sweets in both pockets.", True),
        ("I'll fix the pump by Sunday.", "fix the pump", "Pump fixed!", True),
        ("I'll write to Aunt Rosa.", "write to Aunt Rosa", "Posted it, Rosa will be pleased.", True),
        ("I'll write to Aunt Rosa.", "write to Aunt Rosa", "Rained on the washing.", False),
        (
            "I'll find Ned a coat.", "find Ned a coat",
            "We talked by the fire until late about the coat that her uncle wore at sea, and about the price of wool, "
            "and whether the new ferry would come before the winter or after it.",
            False,
        ),
    ],
)  # fmt: skip
def test_an_outcome_is_told_by_a_line_about_what_was_promised(promise: str, what: str, line: str, tells: bool) -> None:
    """A time, an ordinal or one word within a long line shows nothing to a reader."""
    made = Commitment(RecordId("c"), what, date(2025, 4, 1), None, quotation=_quoted(promise))
    assert tells_outcome(made, _quoted(line)) is tells


def test_an_entry_is_about_an_area_by_its_reading_and_a_word() -> None:
    """A score without a word that bears it out counts for nothing; the person's own areas have no list of words."""
    scores = [AreaScore(Area("health"), 0.9), AreaScore(Area("career"), 0.9), AreaScore(Area("garden"), 0.8)]
    assert named_areas("Swam to the buoy and back.", scores) == {Area("health"), Area("garden")}
    assert named_areas("Swam to the buoy and back.", [AreaScore(Area("health"), 0.4)]) == frozenset()


@pytest.mark.parametrize(
    ("statement", "parts"),
    [
        (
            "I leave the yard by six and I work towards a boat of my own.",
            ["I leave the yard by six", "I work towards a boat of my own"],
        ),
        ("I sing with the choir every Tuesday.", ["I sing with the choir every Tuesday"]),
        ("Ulla and I keep Friday evenings for each other.", ["Ulla and I keep Friday evenings for each other."]),
    ],
)
def test_a_want_of_several_parts_is_told_apart(statement: str, parts: list[str]) -> None:
    """Each part says a thing by itself, to the letter; a want that has none is one thing."""
    assert parts_of(statement) == parts


@pytest.mark.parametrize(
    ("line", "only"),
    [
        ("Wrote Ulla a note about the ferry, and tore it up.", True),
        ("Ulla came on Friday and we talked.", False),
        ("The ferry was late.", False),
    ],
)
def test_a_name_in_common_is_no_matter_in_common(line: str, only: bool) -> None:
    """A line about somebody is not for that about what is wanted with them."""
    assert shares_a_name_only(line, "Ulla and I keep Friday evenings for each other.") is only
