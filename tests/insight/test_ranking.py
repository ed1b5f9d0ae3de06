"""Ranking: each measure says one thing, and the mix orders by their sum."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.insight.ranking import (
    EntryWords,
    Measures,
    Mix,
    Question,
    bare_words,
    blended,
    frequency_words,
    inverse_frequency,
    measure,
    name_words,
    share_of,
    without_common_names,
)
from assistant.insight.recall_mix import RECALL_MIX

FREQUENCY = {"canal": 2, "ran": 40, "morn": 60}
ENTRIES = 100


def words_of(question: str, text: str) -> Measures:
    """Measure a text by its words alone."""
    return measure(Question.of(question, FREQUENCY, ENTRIES), EntryWords(text), 10.0, [], 0.0, 0.0)


def test_a_rare_word_counts_for_more_than_a_common_one() -> None:
    """The canal of two entries tells more than a morning of sixty."""
    assert words_of("canal morning", "by the canal").words > words_of("canal morning", "in the morning").words


def test_a_longer_entry_needs_more_of_a_word() -> None:
    """One mention in a page is worth less than one in a line."""
    line, page = "by the canal", "by the canal " + "and so the day went round " * 60
    assert words_of("canal", line).words > words_of("canal", page).words > 0.0


def test_neighbouring_words_count_as_pairs() -> None:
    """The same words apart are no pair."""
    assert words_of("night train", "took the night train").pairs == 1.0
    assert words_of("night train", "a train came that night").pairs == 0.0


def test_measures_stay_within_bounds() -> None:
    """The share of the words reaches 1 at most, however often a word stands there."""
    assert 0.9 < words_of("canal", "canal " * 500).words <= 1.0
    assert words_of("", "canal").words == 0.0


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_rarity_falls_as_a_word_is_found_more_often(found: int, entries: int) -> None:
    """It is never negative, not even for a word in more entries than there are."""
    assert inverse_frequency(found, entries) >= inverse_frequency(found + 1, entries) > 0.0


def test_names_that_stand_everywhere_are_left_out_of_the_vector() -> None:
    """A talk of two people names both of them on every page."""
    frequency = {"rosa": 95, "felix": 97, "band": 3}
    assert without_common_names("What is Felix's band called?", frequency, 100) == "What is band called?"
    assert without_common_names("Rosa?", frequency, 100) == "Rosa?"
    assert without_common_names("what does rosa do", frequency, 100) == "what does rosa do"


def test_bare_words_are_those_that_carry_meaning() -> None:
    """Each where it stands, with its punctuation; a question of stop words alone has none."""
    question = "When did I mend the café's “gate”?"
    assert [span.of(question) for span in bare_words(question)] == ["mend", "café's", "“gate”?"]
    assert bare_words("What was it? …") == []
    assert bare_words("") == []


def test_names_are_told_by_how_they_are_written() -> None:
    """The first word of a sentence may be one."""
    assert name_words("Did Rosa ring? she did") == ["Did", "Rosa"]


@given(st.lists(st.floats(-1, 1), min_size=4, max_size=4), st.lists(st.floats(-1, 1), min_size=4, max_size=4))
def test_a_blend_has_length_one_or_none(one: list[float], other: list[float]) -> None:
    """Two opposite or empty vectors are survived."""
    length = float(np.linalg.norm(blended(np.array(one, np.float32), np.array(other, np.float32))))
    assert length == pytest.approx(1.0, abs=1e-3) or length < 1.0


def test_the_share_of_a_line_is_that_of_the_rarity_it_holds() -> None:
    """All of the question's words are 1, none of them 0."""
    question = Question.of("canal morning", FREQUENCY, ENTRIES)
    assert share_of(question, "a morning by the canal") == pytest.approx(1.0)
    assert share_of(question, "at home") == 0.0
    assert 0.5 < share_of(question, "the canal") < 1.0


def test_each_term_has_a_word_to_ask_full_text_for() -> None:
    """A stem is no word; what stood in the question is asked."""
    assert frequency_words("Rolling hills, rolled") == {"roll": "rolling", "hill": "hills"}


def test_scores_are_probabilities_that_rise_with_the_sum() -> None:
    """However far out the sum lies, no overflow."""
    mix = Mix(RECALL_MIX.weights, RECALL_MIX.slope, RECALL_MIX.level)
    scores = [mix.score(weighed) for weighed in (-1e9, -1.0, mix.level, 50.0, 1e9)]
    assert scores == sorted(scores)
    assert scores[2] == 0.5
    assert all(0.0 <= score <= 1.0 for score in scores)


def test_every_weight_of_the_fitted_mix_draws_upward() -> None:
    """No measure counts against an entry: a better match never makes it worse."""
    weights = RECALL_MIX.weights
    assert min(weights.words, weights.pairs, weights.passage, weights.whole, weights.days) > 0.0
