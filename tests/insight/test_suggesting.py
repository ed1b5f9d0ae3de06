"""Suggested beliefs: the same thing said in three entries on three days, in the person's own words."""

from __future__ import annotations

import pytest

from assistant.insight import suggesting
from assistant.insight.said import Said
from assistant.insight.suggesting import Suggestion, suggest
from tests.insight.diary import diary, rarity, said, vectors

LATE = (
    "I leave everything too late, I always do.",
    "It is too late now, I leave everything too late.",
    "Whatever matters I leave too late.",
    "Left it too late, I always leave it too late.",
)


def suggested(lines: list[Said], refused: frozenset[str] = frozenset()) -> list[Suggestion]:
    """Suggest from lines with vectors that know words alone."""
    return suggest(lines, vectors([line.quotation.text for line in lines]), rarity(lines), refused)


def test_what_is_said_on_three_days_is_suggested_with_its_lines() -> None:
    """Every line that says it is evidence, in order of time, and the numbers behind it are there."""
    lines = diary(*(said(text, 9 * place, sure=0.9) for place, text in enumerate(LATE)))
    (one,) = suggested(lines)
    assert [lines[row].quotation.text for row in one.lines] == list(LATE)
    assert one.name in one.lines
    assert "late" in one.phrases
    assert 0.0 < one.cohesion <= 1.0
    assert 0.0 < one.strength < 1.0


def test_three_lines_of_two_days_are_no_belief() -> None:
    """A bad week is not a belief: three entries on three days are needed."""
    lines = diary(*(said(text, place % 2, sure=0.9, entry=f"e{place}") for place, text in enumerate(LATE[:3])))
    assert suggested(lines) == []


def test_one_entry_that_says_it_three_times_is_no_belief() -> None:
    """Repetition within an entry is emphasis."""
    assert suggested(diary(*(said(text, 3, sure=0.9, entry="one") for text in LATE))) == []


def test_a_line_the_reading_missed_is_taken_in_by_its_words() -> None:
    """What is surely like the group belongs to it, though nothing in it reads as an assumption."""
    sure = [said(text, 9 * place, sure=0.9) for place, text in enumerate(LATE[:3])]
    lines = diary(*sure, said(LATE[3], 60))
    (one,) = suggested(lines)
    assert len(one.lines) == 4


def test_a_pastime_that_recurs_is_no_belief() -> None:
    """Lines that state nothing are not grouped into one, however alike they are."""
    games = [said(f"Played cards at the club with the Tuesday four, hand {place}.", 7 * place) for place in range(5)]
    assert suggested(diary(*games)) == []


def test_a_word_that_is_said_for_everything_else_besides_is_a_topic() -> None:
    """Four opinions on the harbour in a journal that is full of the harbour are no belief about it."""
    opinions = (
        "The harbour always makes me glad.",
        "A harbour always makes people honest.",
        "Without the harbour I would be nobody.",
        "The harbour never forgives anybody.",
    )
    days = [f"Down at the harbour with basket {place}, two herrings and a rope." for place in range(12)]
    stated = [said(text, 9 * place, sure=0.9) for place, text in enumerate(opinions)]
    assert all("harbour" not in one.phrases for one in suggested(diary(*stated)) if len(one.phrases) > 1)
    lines = diary(*stated, *(said(text, 3 + 5 * place) for place, text in enumerate(days)))
    assert suggested(lines) == []


ESSAYS = ("tide", "moon", "law", "salt", "king", "clay", "wind", "song", "oak", "fire")


def among_essays(stated: list[Said], sure: float) -> list[Said]:
    """Return lines among others that state something too."""
    others = [said(f"Essay {place} holds that {word} governs {word}s.", 3 + place, sure=sure)
              for place, word in enumerate(ESSAYS)]  # fmt: skip
    return sorted([*stated, *others], key=lambda line: line.quotation.written_at)


def test_a_journal_of_nothing_but_opinions_has_beliefs_all_the_same() -> None:
    """Where every line is sure to state something, the bar does not rise above what can be reached."""
    lines = [said(text, 9 * place, sure=0.95) for place, text in enumerate(LATE)]
    assert len(suggested(among_essays(lines, 0.95))) == 1


def test_a_group_no_surer_than_the_journal_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a journal that reads like essays a middling chance of an assumption says nothing."""
    lines = [said(text, 9 * place, sure=0.55 if place else 0.8) for place, text in enumerate(LATE)]
    assert len(suggested(diary(*lines))) == 1
    assert suggested(among_essays(lines, 0.5)) == []
    monkeypatch.setattr(suggesting, "SURER", 0.0)
    assert len(suggested(among_essays(lines, 0.5))) == 1


def test_somebody_elses_saying_is_no_evidence() -> None:
    """The same words as reported speech leave too little."""
    others = [said(f"Olga says I leave everything too late, week {place}.", 7 * place, sure=0.9) for place in range(4)]
    assert suggested(diary(*others)) == []


def test_what_speaks_against_it_is_set_apart() -> None:
    """A line in the same words that tells it was otherwise is counter-evidence."""
    against = "Not too late for once, I did not leave it too late."
    lines = diary(*(said(text, 9 * place, sure=0.9) for place, text in enumerate(LATE)), said(against, 70))
    (one,) = suggested(lines)
    assert [lines[row].quotation.text for row in one.against] == [against]
    assert against not in [lines[row].quotation.text for row in one.lines]


def test_rejected_lines_are_not_offered_again() -> None:
    """A no to the lines is a no to whatever they would be called."""
    lines = diary(*(said(text, 9 * place, sure=0.9) for place, text in enumerate(LATE)))
    (one,) = suggested(lines)
    assert suggested(lines, frozenset(lines[row].mark for row in one.lines)) == []


def test_an_empty_journal_suggests_nothing() -> None:
    """No lines, no groups, no error."""
    assert suggested([]) == []
