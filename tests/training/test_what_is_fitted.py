"""What is fitted on readers' judgements is what the scripts that fitted it make again."""

from __future__ import annotations

import tomllib

import pytest

from assistant.coaching import common_words, matter
from assistant.shipped import shipped
from tests.training.scripts_of_voice import load

pytest.importorskip("sklearn", reason="scikit-learn is installed for training only")


def test_what_a_message_is_about_is_fitted_again() -> None:
    """Weights, bias and common words of the program are those of the script."""
    script = load("matter")
    weights, bias = script.fitted()
    assert weights == pytest.approx(matter._WEIGHTS, abs=0.1)
    assert bias == pytest.approx(matter._BIAS, abs=0.1)
    often, at_times, now_and_then = script.common_stems()
    assert often == common_words.OFTEN
    assert at_times - often == common_words.AT_TIMES
    assert now_and_then - at_times == common_words.NOW_AND_THEN


def test_what_readers_thought_of_each_question_is_fitted_again() -> None:
    """The table of worth is what the script makes of the grades and of the bank as it stands."""
    table = tomllib.loads((shipped("prompts") / "worth" / "questions.toml").read_text("utf-8"))["worth"]
    assert load("worth").table() == pytest.approx(table, abs=0.011)
