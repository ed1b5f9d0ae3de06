"""Questions that name days: which days they mean, what is left of the question, and what names no day at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.calendar import Days
from assistant.reading.calendar import hear_days

TODAY = date(2025, 8, 20)  # a Wednesday
OLDEST, NEWEST = date(2023, 1, 5), date(2025, 8, 19)


def meant(question: str) -> tuple[str, str]:
    """Return the first and last day of the likeliest stretch that a question names."""
    asked = hear_days(question, TODAY, OLDEST, NEWEST)
    assert asked is not None, question
    return asked.choices[0].first.isoformat(), asked.choices[0].last.isoformat()


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("What was I doing in March?", "2025-03-01", "2025-03-31"),
        ("what was on my mind in march 2024", "2024-03-01", "2024-03-31"),
        ("What did I write in December?", "2024-12-01", "2024-12-31"),
        ("and over the winter?", "2024-12-01", "2025-02-28"),
        ("last summer", "2024-06-01", "2024-08-31"),
        ("this summer", "2025-06-01", "2025-08-31"),
        ("in 2023", "2023-01-01", "2023-12-31"),
        ("on 2024-02-29", "2024-02-29", "2024-02-29"),
        ("on the 3rd of May", "2025-05-03", "2025-05-03"),
        ("on May 3, 2024", "2024-05-03", "2024-05-03"),
        ("what happened on the 15th", "2025-08-15", "2025-08-15"),
        ("what happened on the 25th", "2025-07-25", "2025-07-25"),
        ("early March", "2025-03-01", "2025-03-10"),
        ("in mid April", "2025-04-11", "2025-04-20"),
        ("around the middle of July", "2025-07-11", "2025-07-20"),
        ("in late February", "2025-02-19", "2025-02-28"),
        ("the first half of June", "2025-06-01", "2025-06-15"),
        ("the last week of January", "2025-01-25", "2025-01-31"),
        ("in the second week of May 2024", "2024-05-08", "2024-05-14"),
        ("the first weekend of June", "2025-06-07", "2025-06-08"),
        ("the last Friday in May", "2025-05-30", "2025-05-30"),
        ("the first few days of July", "2025-07-01", "2025-07-03"),
        ("in the last two weeks of August 2024", "2024-08-18", "2024-08-31"),
        ("the last week before 23 January 2025", "2025-01-16", "2025-01-22"),
        ("what was new lately, as I wrote on 3 June 2024", "2024-06-03", "2024-06-03"),
    ],
)
def test_months_seasons_years_and_their_parts(question: str, first: str, last: str) -> None:
    """A stretch without a year is the latest that has begun; parts of it are thirds, halves, weeks and weekdays."""
    assert meant(question) == (first, last)


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("What did I write the week before Easter?", "2025-04-11", "2025-04-17"),
        ("What did we do over the Easter weekend?", "2025-04-18", "2025-04-21"),
        ("on Good Friday 2024", "2024-03-29", "2024-03-29"),
        ("at Christmas", "2024-12-24", "2024-12-26"),
        ("three days after Christmas", "2024-12-29", "2024-12-29"),
        ("the weekend after Easter", "2025-04-26", "2025-04-27"),
        ("since Christmas", "2024-12-24", "2025-08-20"),
        ("before Easter 2024", "2024-03-01", "2024-03-28"),
        ("over Memorial Day weekend", "2025-05-24", "2025-05-26"),
        ("over the first bank holiday weekend in May", "2025-05-03", "2025-05-05"),
        ("on the Fourth of July", "2025-07-04", "2025-07-04"),
        ("on New Year's Eve", "2024-12-31", "2024-12-31"),
        ("around thanksgiving", "2024-11-24", "2024-12-02"),
    ],
)
def test_feasts_and_what_lies_beside_them(question: str, first: str, last: str) -> None:
    """Feasts fall where the calendar of that year puts them; long weekends take in their Monday."""
    assert meant(question) == (first, last)


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("what did I say yesterday", "2025-08-19", "2025-08-19"),
        ("yesterday morning", "2025-08-19", "2025-08-19"),
        ("the day before yesterday", "2025-08-18", "2025-08-18"),
        ("last Tuesday", "2025-08-19", "2025-08-19"),
        ("on Thursday", "2025-08-14", "2025-08-14"),
        ("last weekend", "2025-08-16", "2025-08-17"),
        ("last week", "2025-08-11", "2025-08-17"),
        ("last month", "2025-07-01", "2025-07-31"),
        ("two weeks ago", "2025-08-03", "2025-08-09"),
        ("a fortnight ago", "2025-08-03", "2025-08-09"),
        ("three months ago", "2025-05-01", "2025-05-31"),
        ("in the past ten days", "2025-08-10", "2025-08-20"),
        ("this time last year", "2024-08-16", "2024-08-24"),
        ("earlier this year", "2025-01-01", "2025-08-20"),
        ("lately", "2025-07-30", "2025-08-20"),
    ],
)
def test_what_is_said_from_where_today_stands(question: str, first: str, last: str) -> None:
    """Yesterday, last week, three months ago: counted from today."""
    assert meant(question) == (first, last)


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("from March to May", "2025-03-01", "2025-05-31"),
        ("between 3 June and 10 June 2024", "2024-06-03", "2024-06-10"),
        ("from November to January", "2024-11-01", "2025-01-31"),
        ("2024-05-01 – 2024-05-03 from 2024-05-01 to 2024-05-03", "2024-05-01", "2024-05-01"),
    ],
)
def test_from_one_day_to_another(question: str, first: str, last: str) -> None:
    """Two ends make one stretch; one that passes New Year begins in the year before."""
    assert meant(question) == (first, last)


def test_the_years_before_are_offered_too() -> None:
    """A month without a year is the latest one first, then those before it, as far as there are entries."""
    asked = hear_days("in March", TODAY, OLDEST, NEWEST)
    assert asked is not None
    assert [days.first.year for days in asked.choices] == [2025, 2024, 2023]


def test_what_lies_ahead_comes_last() -> None:
    """Entries may be dated ahead: a month that has not begun is meant only where nothing else can be."""
    asked = hear_days("in November", TODAY, date(2025, 1, 1), date(2025, 12, 31))
    assert asked is not None
    assert asked.choices == (Days(date(2025, 11, 1), date(2025, 11, 30)),)


@pytest.mark.parametrize(
    "question",
    [
        "Christmas presents", "what did Sunday dinner cost", "I may go", "what about the march", "my birthday",
        "31 February", "the second time I swam", "she will march on", "Saturday jobs and pocket money", "",
        "how did I fall out with April", "the book called August", "version 2.0 of the plan",
    ],
)  # fmt: skip
def test_names_that_are_not_days(question: str) -> None:
    """A feast, a weekday or a month that names a topic is left in the question."""
    assert hear_days(question, TODAY, OLDEST, NEWEST) is None


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("What was I doing in March?", True),
        ("what did I write about in my journal last week", True),
        ("What's been on my mind lately?", True),
        ("What did my boss say in March?", False),
        ("how was the swimming last summer", False),
    ],
)
def test_a_question_about_days_alone_is_told_from_one_about_something(question: str, alone: bool) -> None:
    """Only where nothing else is asked does the calendar answer by itself."""
    asked = hear_days(question, TODAY, OLDEST, NEWEST)
    assert asked is not None
    assert asked.alone is alone


def test_the_rest_of_the_question_is_without_its_days() -> None:
    """What is searched by words and meaning holds no date, and the span says where the date stood."""
    question = "What did my boss say in early March about the rota?"
    asked = hear_days(question, TODAY, OLDEST, NEWEST)
    assert asked is not None
    assert asked.span.of(question) == "in early March"
    assert " ".join(asked.rest.split()) == "What did my boss say about the rota?"


def test_the_calendar_of_another_century() -> None:
    """A diary of the 1660s is asked about in its own years; of the empty ones since then only the latest is offered."""
    asked = hear_days("What did I do in September?", date(2026, 1, 1), date(1660, 1, 1), date(1669, 5, 31))
    assert asked is not None
    assert [days.first.year for days in asked.choices] == [2025, *range(1668, 1659, -1)]


WORDS = st.sampled_from(
    "the a in on last first second week weekend of before after easter christmas march may 3 31 2024 monday ago two "
    "days from to between early late mid new year's eve summer yesterday since and".split()
)


@given(st.lists(WORDS, max_size=12).map(" ".join), st.dates(), st.dates(), st.dates())
def test_any_jumble_of_date_words_is_survived(question: str, today: date, one: date, other: date) -> None:
    """Whatever is asked, on any day of the calendar, an answer lies within the question and is no empty stretch."""
    asked = hear_days(question, today, min(one, other), max(one, other))
    if asked is not None:
        assert asked.choices
        assert 0 <= asked.span.start < asked.span.end <= len(question)


@given(st.text(max_size=300))
def test_any_text_is_survived(question: str) -> None:
    """No text makes it fail."""
    hear_days(question, TODAY, OLDEST, NEWEST)
