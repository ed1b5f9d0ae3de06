"""Words that came up more or less often are counted by days, and only words that tell of something are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from assistant.core.entry import Entry
from assistant.core.ids import EntryId
from assistant.reading.stemming import stem
from assistant.services.reviewing.wordings import moving_words, sentence_with

START = datetime(2025, 1, 1, 20, tzinfo=UTC)


def days(texts: Sequence[str], first: int = 0) -> list[Entry]:
    """Return an entry a day."""
    return [
        Entry(EntryId(f"{first + at:016x}"), START + timedelta(days=first + at), text, sequence=first + at)
        for at, text in enumerate(texts)
    ]


PLAIN = "Soup, then bed."


def test_a_name_that_is_new_and_one_that_is_gone_are_told_with_their_days() -> None:
    """Each word carries how many days hold it, now and before, and the newest entry that does."""
    then = days(["We sat with Odile on the pier."] * 6 + [PLAIN] * 14)
    now = days(["Went to see Milo about the boat."] * 5 + [PLAIN] * 15, first=30)
    more, less = moving_words(now, then)
    assert [(one.word, one.days, one.last.id) for one in more] == [("Milo", (5, 0), now[4].id)]
    assert [(one.word, one.days, one.last.id) for one in less] == [("Odile", (0, 6), then[5].id)]


def test_a_word_said_twice_on_a_day_counts_once() -> None:
    """Days are counted, not uses, and two entries of one day are one day."""
    then, now = days([PLAIN] * 10), days(["I saw Milo. I asked Milo, and then Milo left."] * 4, first=30)
    more, _less = moving_words([*now, *now[:1]], then)
    assert [one.days for one in more] == [(4, 0)]


def test_verbs_days_and_small_words_are_no_news() -> None:
    """A verb has other forms, a weekday and a number stand in any diary, and a line begins with a capital."""
    then = days([PLAIN] * 12)
    now = days(["Walked home. We swam, so I swam twice, and on Tuesday we walked again."] * 8 + [PLAIN] * 4, first=30)
    assert moving_words(now, then) == ([], [])


def test_a_weekday_that_the_person_wants_something_on_is_told_of() -> None:
    """A vision for Fridays makes of "Friday" a word that tells of something."""
    then = days(["We had our Friday at the pier."] * 9 + [PLAIN] * 11)
    now = days(["Missed our Friday."] * 2 + [PLAIN] * 18, first=30)
    assert moving_words(now, then) == ([], [])
    _more, less = moving_words(now, then, frozenset({stem("friday")}))
    assert [(one.word, one.days) for one in less] == [("Friday", (2, 9))]


def test_a_noun_must_stand_out_further_than_a_name() -> None:
    """Four days with "the ladder" turn up by chance; forty do not."""
    few = days(["We moved the ladder at noon."] * 4 + [PLAIN] * 36, first=60)
    many = days(["We moved the ladder at noon."] * 30 + [PLAIN] * 10, first=60)
    then = days([PLAIN] * 40)
    assert moving_words(few, then) == ([], [])
    more, _less = moving_words(many, then)
    assert "ladder" in [one.word for one in more]


def test_only_a_word_of_what_the_person_wants_and_no_name_can_be_asked_about() -> None:
    """A friend's name and a plague are counted; a weekday or a thing that is wanted may be asked about."""
    then = days(["We had our Friday with Odile and the loom by the pond."] * 9 + [PLAIN] * 11)
    now = days(["The plague, and the plague again by the plague pit."] * 18 + [PLAIN] * 2, first=30)
    wanted = frozenset(stem(word) for word in ("friday", "odile", "loom"))
    more, less = moving_words(now, then, wanted)
    assert {one.word: one.own for one in (*more, *less)} == {
        "plague": False, "Friday": True, "Odile": False, "loom": True
    }  # fmt: skip


def test_a_counted_word_is_shown_by_a_sentence_with_that_very_word() -> None:
    """ "A treasure" proves no Treasurer, though it stands first."""
    text = "They dug for a treasure by the mill. Supped with the deputy Treasurer."
    (written,) = days([text])
    span = sentence_with(written, "Treasurer")
    assert span is not None
    assert span.of(text) == "Supped with the deputy Treasurer."
