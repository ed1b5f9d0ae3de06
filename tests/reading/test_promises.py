"""Promises to oneself: what, by when, on which day; and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.reading import Promise
from assistant.core.span import Span
from assistant.reading.due import due_day, find_due
from assistant.reading.heads import Heads, open_heads
from assistant.reading.read import read_text
from assistant.shipped import shipped

HEADS = open_heads(shipped("models"))
WEDNESDAY = date(2025, 6, 4)


def promise_of(text: str, heads: Heads | None = HEADS) -> Promise:
    """Return the one promise of a text written on Wednesday, 4 June 2025."""
    (promise,) = read_text(text, heads=heads, written_on=WEDNESDAY).promises
    return promise


@pytest.mark.parametrize(
    ("text", "what", "due_words", "due"),
    [
        ("I'm going to ring the clinic on Friday.", "ring the clinic", "on Friday", date(2025, 6, 6)),
        ("I’ll send the form tomorrow, no matter what.", "send the form", "tomorrow", date(2025, 6, 5)),
        ("From Monday, no more wine in the week.", "no more wine in the week", "From Monday", date(2025, 6, 9)),
        ("Told Sam I'd fix the gate by the end of the month.",
         "fix the gate", "by the end of the month", date(2025, 6, 30)),
        ("gonna call nan tonight", "call nan", "tonight", WEDNESDAY),
        ("I promised Ida that I'll read to her before bed.", "read to her", "before bed", WEDNESDAY),
        ("I've decided to sell the motorbike.", "sell the motorbike", None, None),
        ("I'm handing the keys to Jan at the next meeting.", "handing the keys to Jan", "at the next meeting", None),
        ("When the bonus comes I'm paying back my brother.", "paying back my brother", "When the bonus comes", None),
    ],
)  # fmt: skip
def test_what_and_by_when_are_told_apart(text: str, what: str, due_words: str | None, due: date | None) -> None:
    """The words for when are exact from the text and no part of what is promised."""
    promise = promise_of(text)
    assert (promise.what, promise.due_words, promise.due) == (what, due_words, due)
    assert promise.due_words is None or promise.due_words in promise.span.of(text)


@pytest.mark.parametrize("heads", [HEADS, None], ids=["heads", "rules"])
@pytest.mark.parametrize(
    "text",
    [
        "I wish I could tell him on Friday.",
        "I might start swimming again in spring.",
        "Shall I ring her tomorrow?",
        "I rang the bank on Monday.",
        "Dad says he'll fix the gate on Saturday.",
        "I usually call my sister on Sundays.",
        "I have to hand in the form by Friday.",
        "I promised to be back by seven and I was.",
        "We had a quiet evening.",
    ],
)
def test_wishes_pasts_duties_habits_and_others_promises_are_none(text: str, heads: Heads | None) -> None:
    """What sounds like a promise and binds nobody, or somebody else, is not heard as one."""
    assert read_text(text, heads=heads, written_on=WEDNESDAY).promises == ()


def test_only_the_clause_that_promises_is_quoted() -> None:
    """A promise at the end of a tale is quoted without the tale."""
    text = "The boiler went again; I'll ring the landlord tomorrow."
    assert promise_of(text).span.of(text) == "I'll ring the landlord tomorrow."


def test_one_sentence_may_promise_twice() -> None:
    """Two promises of one sentence are two, each with its own words and day."""
    text = "I'll finish the report tomorrow, then on Saturday I'm going to call Anna."
    promises = read_text(text, heads=HEADS, written_on=WEDNESDAY).promises
    assert [(found.what, found.due) for found in promises] == [
        ("finish the report", date(2025, 6, 5)),
        ("call Anna", date(2025, 6, 7)),
    ]


def test_without_the_day_it_was_written_a_promise_keeps_its_words() -> None:
    """The due day is counted from the entry's date; where there is none, only the words stand."""
    (promise,) = read_text("I'll ring the clinic on Friday.", heads=HEADS).promises
    assert (promise.due, promise.due_words) == (None, "on Friday")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", date(2025, 6, 4)), ("tonight", date(2025, 6, 4)), ("this evening", date(2025, 6, 4)),
        ("tomorrow at ten", date(2025, 6, 5)), ("To-morrow", date(2025, 6, 5)),
        ("first thing tomorrow", date(2025, 6, 5)),
        ("on Wednesday", date(2025, 6, 11)), ("by Friday", date(2025, 6, 6)), ("next Friday", date(2025, 6, 13)),
        ("before Friday", date(2025, 6, 5)), ("this weekend", date(2025, 6, 8)), ("at the weekend", date(2025, 6, 8)),
        ("this week", date(2025, 6, 8)), ("next week", date(2025, 6, 15)), ("by the end of the week", date(2025, 6, 8)),
        ("next month", date(2025, 7, 31)), ("by the end of June", date(2025, 6, 30)),
        ("in November", date(2025, 11, 30)),
        ("in March", date(2026, 3, 31)), ("on the 14th", date(2025, 6, 14)), ("on the 2nd", date(2025, 7, 2)),
        ("on 12 June", date(2025, 6, 12)), ("on June 1", date(2026, 6, 1)), ("before Christmas", date(2025, 12, 23)),
        ("before the end of October", date(2025, 10, 31)), ("before the end of the week", date(2025, 6, 8)),
        ("by Christmas", date(2025, 12, 26)), ("in two weeks", date(2025, 6, 18)),
        ("in a fortnight", date(2025, 6, 18)),
        ("within three days", date(2025, 6, 7)), ("starting now", date(2025, 6, 4)), ("from Monday", date(2025, 6, 9)),
        ("by the end of the year", date(2025, 12, 31)), ("2025-07-01", date(2025, 7, 1)),
        ("at six on Thursday", date(2025, 6, 5)), ("before half past nine on Friday", date(2025, 6, 6)),
        ("by noon tomorrow", date(2025, 6, 5)), ("at 6pm on Sunday", date(2025, 6, 8)), ("at five", date(2025, 6, 4)),
        ("by 20 November", date(2025, 11, 20)),
        ("every Monday in August", date(2025, 8, 31)), ("each night in February", date(2026, 2, 28)),
        ("every day this week", date(2025, 6, 8)),
        ("on Friday 20 June", date(2025, 6, 20)), ("Friday the 20th", date(2025, 6, 20)),
        ("Friday, June 20", date(2025, 6, 20)), ("by Friday the 11th of July", date(2025, 7, 11)),
        ("Monday morning the 16th", date(2025, 6, 16)), ("weds 18th", date(2025, 6, 18)),
        ("Friday 20 June at nine", date(2025, 6, 20)), ("Friday evening", date(2025, 6, 6)),
        ("Monday week", date(2025, 6, 16)), ("by Friday week", date(2025, 6, 13)),
        ("at 8", WEDNESDAY), ("by 5", WEDNESDAY), ("at 8:30", WEDNESDAY), ("before 21.15", WEDNESDAY),
        ("at 8 tomorrow", date(2025, 6, 5)), ("at 8 in the morning", date(2025, 6, 5)), ("at 8 tonight", WEDNESDAY),
        ("the day after tomorrow", date(2025, 6, 6)), ("before the day after tomorrow", date(2025, 6, 5)),
        ("the Friday after next", date(2025, 6, 20)), ("the week after next", date(2025, 6, 22)),
        ("the weekend after next", date(2025, 6, 22)), ("the month after next", date(2025, 8, 31)),
        ("after the weekend", date(2025, 6, 9)), ("after Christmas", date(2025, 12, 27)),
        ("the day after Christmas", date(2025, 12, 27)), ("after the 20th", date(2025, 6, 21)),
        ("after lunch", WEDNESDAY), ("after work on Friday", date(2025, 6, 6)),
        ("by the 5th of next month", date(2025, 7, 5)), ("the fifth of next month", date(2025, 7, 5)),
        ("first thing in the morning", date(2025, 6, 5)), ("in the morning", date(2025, 6, 5)),
        ("every Monday in the morning", None),
        ("every Sunday", None), ("when he asks", None), ("at the next meeting", None), ("on my way to work", None),
    ],
)  # fmt: skip
def test_words_for_when_mean_a_day(words: str, day: date | None) -> None:
    """Seen from Wednesday, 4 June 2025; a week, month or season ends with its last day, and "every" names none.

    A weekday with its date is that date, a bare hour is of this day, and "after" a day begins with the next.
    """
    assert due_day(words, WEDNESDAY) == day


@pytest.mark.parametrize(
    ("text", "what", "due_words", "due"),
    [
        ("I'll ring Dad at 8.", "ring Dad", "at 8", WEDNESDAY),
        ("I'll ring her the day after tomorrow.", "ring her", "the day after tomorrow", date(2025, 6, 6)),
        ("I'll pay him by Friday the 11th of July.", "pay him", "by Friday the 11th of July", date(2025, 7, 11)),
        ("I'll call the vet the Monday after next.", "call the vet", "the Monday after next", date(2025, 6, 16)),
        ("I'll send the form by the 5th of next month.", "send the form", "by the 5th of next month", date(2025, 7, 5)),
        ("I'll ring the clinic first thing in the morning.",
         "ring the clinic", "first thing in the morning", date(2025, 6, 5)),
    ],
)  # fmt: skip
def test_the_words_for_when_are_taken_whole(text: str, what: str, due_words: str, due: date) -> None:
    """Nothing of "the day after" or "of next month" is left in what is promised."""
    promise = promise_of(text)
    assert (promise.what, promise.due_words, promise.due) == (what, due_words, due)


@given(st.text(max_size=60), st.dates(date(1600, 1, 1), date(9990, 12, 31)))
def test_no_words_break_the_calendar(words: str, day: date) -> None:
    """Whatever the words and the day, the answer is a day not before it, or none."""
    due = due_day(words, day)
    assert due is None or due >= day
    found = find_due(words, Span(0, len(words)))
    assert found is None or found.of(words).strip()


def test_a_promise_is_not_cut_behind_a_title() -> None:
    """A full stop behind "Mrs" ends no clause."""
    text = "I'll ask Mrs. Okoro about the ladder on Friday, and then we can begin."
    assert promise_of(text).span.of(text).startswith("I'll ask Mrs. Okoro about the ladder")
