"""Commitments: what binds, and what the later lines say became of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from assistant.core.reading import Promise
from assistant.core.records import Outcome
from assistant.core.span import Span
from assistant.insight.outcomes import Later, Shown, outcome_of, told_outcome
from assistant.insight.promised import binds
from assistant.insight.wording import Rarity, terms_said
from tests.insight.diary import PLAIN, vectors

MADE = date(2025, 3, 3)
DUE = date(2025, 3, 9)


def heard(text: str, due: date | None = DUE, words: str | None = "by Sunday") -> bool:
    """Say whether a promise that the reading heard in a text binds."""
    return binds(Promise(Span(0, len(text)), text, due, words, 0.9), text, text)


@pytest.mark.parametrize(
    "text",
    [
        "I'll have the hinge oiled by Sunday.",
        "I'm going to write to the council by Sunday.",
        "gonna call the vet by sunday",
        "I've promised Lena I'll mend the swing by Sunday.",
        "Told Piet I would be at the dig on Sunday.",
        "The form goes off by Sunday, no excuses.",
        "Ringing the bank on Sunday, it's in the diary.",
    ],
)
def test_a_promise_of_ones_own_by_a_day_binds(text: str) -> None:
    """Whatever its form: will, going to, promised, told, gets done."""
    assert heard(text)


@pytest.mark.parametrize(
    "text",
    [
        "She will mend the swing by Sunday.",
        "Maybe I'll write to the council by Sunday.",
        "I was going to oil the hinge by Sunday.",
        "I wish I could be at the dig on Sunday.",
        "Oiled the hinge on Sunday.",
        "The shop is shut until Sunday.",
    ],
)
def test_talk_of_the_future_or_the_past_does_not(text: str) -> None:
    """Others, maybes, wishes and reports bind nobody."""
    assert not heard(text)


def test_without_a_day_only_a_word_given_binds() -> None:
    """ "I'll read more" is a mood; "I promise I'll read to her" is not."""
    assert not heard("I'll read more.", None, None)
    assert heard("I promise I'll read to her.", None, None)


@pytest.mark.parametrize("words", ["first thing in the morning", "in the morning", "after the weekend", "at 8"])
def test_a_day_that_is_only_meant_binds_too(words: str) -> None:
    """The morning of tomorrow and what comes after the weekend are days."""
    assert heard(f"I'll ring the vet {words}.", DUE, words)
    assert not heard("I'll ring the vet after he calls.", None, "after he calls")


def became(what: str, *later: tuple[int, str], due: date | None = DUE, asof: int = 60) -> Shown:
    """Return the outcome of a promise of 3 March, with lines so many days later among plain ones."""
    lines = [Later(row, MADE + timedelta(days=days), text) for row, (days, text) in enumerate(later)]
    lines += [Later(100 + place, MADE + timedelta(days=3 + place), text) for place, text in enumerate(PLAIN)]
    rows = vectors([what, *(one.text for one in lines)])
    counted = Rarity.of(terms_said(one.text) for one in lines)
    return outcome_of(what, MADE, due, lines, rows[1:] @ rows[0], counted, MADE + timedelta(days=asof))


def test_a_later_line_shows_that_it_was_kept() -> None:
    """Done, in its words, near its day."""
    kept = became("oil the garden hinge", (6, "Oiled the garden hinge at last."))
    assert (kept.outcome, kept.row) == (Outcome.KEPT, 0)


def test_a_later_line_shows_that_it_slipped() -> None:
    """Not done, in its words."""
    shown = became("oil the garden hinge", (6, "I did not oil the garden hinge."))
    assert (shown.outcome, shown.row) == (Outcome.SLIPPED, 0)


def test_nothing_said_leaves_it_open() -> None:
    """No line speaks of it: nobody decides for the person."""
    assert became("oil the garden hinge").outcome is Outcome.OPEN


def test_what_is_said_long_after_is_no_outcome() -> None:
    """Half a year later it is another hinge."""
    assert became("oil the garden hinge", (180, "Oiled the garden hinge.")).outcome is Outcome.OPEN


def test_while_its_day_is_to_come_a_vague_line_decides_nothing() -> None:
    """Before the day, only a line that says it outright counts."""
    shown = became("oil the garden hinge", (5, "Bought a can of oil."), due=MADE + timedelta(days=90), asof=10)
    assert shown.outcome is Outcome.OPEN


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Sent it off.", Outcome.KEPT),
        ("Never sent it.", Outcome.SLIPPED),
        ("I have to send it.", None),
        ("The form is a form.", None),
        ("We need the form.", None),
        ("In bed with the form on my knees.", None),
        ("Worried about the form.", None),
        ("Too tired for the form.", Outcome.SLIPPED),
    ],
)
def test_what_a_line_says_became_of_something(text: str, outcome: Outcome | None) -> None:
    """A deed, a denial, a duty still to come, nothing; a feeling and a bed are no deeds, whatever they end in."""
    assert told_outcome(text) is outcome


def test_the_sentence_after_it_may_tell() -> None:
    """ "The form." "Never sent." """
    assert told_outcome("The form, then.", "Never sent it.") is Outcome.SLIPPED


@pytest.mark.parametrize(
    ("what", "outcome", "lines"),
    [
        ("practise the cello every evening", Outcome.SLIPPED, ["So much for the cello."]),
        ("practise the cello every evening", Outcome.SLIPPED, ["So much for practising."]),
        ("learn twelve verbs a week", Outcome.SLIPPED, ["So much for twelve, the book is in the other bag."]),
        ("practise the cello every evening", Outcome.OPEN, ["So much for the cello case, the handle came off."]),
        ("practise the cello every evening", Outcome.OPEN, ["So much for an evening."]),
        ("practise the cello every evening", Outcome.OPEN, ["So much for a dull evening, practised the cello twice."]),
        ("bake Nell a cake", Outcome.KEPT, ["Baked Nell a cake with plums.", "So much for the cake, no crumb left."]),
        ("bake Nell a cake", Outcome.KEPT, ["So much for the cake.", "Baked Nell a cake after all."]),
        ("translate the letter", Outcome.KEPT, ["Posted it, and that was the end of translating the letter."]),
    ],
)  # fmt: skip
def test_a_goodbye_to_what_was_promised_is_one_word_among_others(what: str, outcome: Outcome, lines: list[str]) -> None:
    """It must be to the thing itself, right behind the goodbye; a line nearer to the promise outweighs it."""
    told = became(what, *((4 + place, line) for place, line in enumerate(lines)))
    assert told.outcome is outcome


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("So much for a lazy morning, I mowed the whole bank.", None),
        ("So much for that.", Outcome.SLIPPED),
        ("So much for a quiet week, I never opened the book.", Outcome.SLIPPED),
        ("That was the end of the third verse.", None),
    ],
)
def test_a_goodbye_to_something_else_tells_nothing_by_itself(line: str, outcome: Outcome | None) -> None:
    """Neither that it was done nor that it was not; "that" is what was spoken of."""
    assert told_outcome(line) is outcome
