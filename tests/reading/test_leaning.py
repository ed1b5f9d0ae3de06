"""A sentence that begins with a word for something named before it is not quoted alone."""

from __future__ import annotations

import pytest

from assistant.reading.leaning import leans


@pytest.mark.parametrize(
    "sentence",
    [
        "They were late with the crates again.",
        "And he never asked whose ladder it was.",
        "But that settled it for the whole street.",
        "The latter I do not care for.",
        "It fell off the wall at noon.",
        "“She would have none of that,” I thought.",
        "Which is more than the ferry did.",
        "these are from the other tree",
        "Doesn't matter, he never asks what I carried.",
        "Here I, with her brother and a bag of leeks, was late for the bell.",
        "Rang him about the ladder and got no answer.",
        "I should not go on like this.",
        "It is one of the oddest sights that I ever saw.",
        "Asked him for the other key.",
        "Meeting her took the whole afternoon.",
        "Will he want the ladder back?",
        "Will you ask him?",
        "Won't he want the ladder back?",
    ],
)
def test_a_sentence_that_points_back_leans(sentence: str) -> None:
    """Nobody knows who or what is meant, once the sentence stands alone."""
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Milo was late with the crates again.",
        "It is a long way down when nobody holds the ladder.",
        "It's always me who sweeps.",
        "That evening the bells were still frozen.",
        "And I carried the last crate myself.",
        "He and I carried the last crate.",
        "Italy was hot.",
        "Milo asked whether he might keep the crates.",
        "The foreman came down and he had the list with him.",
        "Wrote to Milo about his boat.",
        "I told him that I mind.",
        "I didn't tell her the price.",
        "I’ve told him that I mind.",
        "I'll never forgive him.",
        "I have not once thanked her.",
        "Winifred said he might keep the crates.",
        "Jared told me he had sold the boat.",
        "Ned and his uncle rowed over.",
        "Sterling lent me his oars.",
        "Will said he would come for the ladder.",
        "Łucja said her oars were new.",
        "It is a day like any other.",
        "",
    ],
)
def test_a_sentence_with_its_own_subject_stands(sentence: str) -> None:
    """A name, an "I", or an "it" that stands for nothing begins a sentence that can be quoted."""
    assert not leans(sentence)
