"""Lines to begin a belief from: plain, the person's own, each of another entry and each another thing."""

from __future__ import annotations

import numpy as np

from assistant.insight.openings import OPENINGS_MOST, openings
from assistant.insight.said import Said
from tests.insight.diary import diary, said, vectors

RULE = "People only like you for what you bring."


def opened(lines: list[Said], chance: float = 0.9, taken: tuple[int, ...] = ()) -> list[str]:
    """Return the lines to begin from, where the head gives every line the same chance."""
    texts = [line.quotation.text for line in lines]
    chances = np.full(len(lines), chance, np.float32)
    return [texts[row] for row in openings(lines, chances, vectors(texts), taken)]


def test_a_line_that_states_a_rule_is_one_to_begin_from() -> None:
    """Plain days are not, however sure the head is of them."""
    assert opened(diary(said(RULE, 3, sure=0.9))) == [RULE]


def test_both_must_be_likely() -> None:
    """A line that states something and shows nothing, or the other way round, is left alone."""
    assert opened(diary(said(RULE, 3, sure=0.9)), chance=0.3) == []
    assert opened(diary(said(RULE, 3, sure=0.3))) == []


def test_somebody_elses_rule_is_not_asked_about() -> None:
    """What Olga says is hers."""
    assert opened(diary(said("Olga says people only like you for what you bring.", 3, sure=0.9))) == []


def test_what_a_belief_holds_already_is_not_asked_about() -> None:
    """Nor what is near it, nor its entry."""
    lines = diary(said(RULE, 3, sure=0.9), said(RULE, 30, sure=0.8))
    taken = next(row for row, line in enumerate(lines) if line.quotation.text == RULE)
    assert opened(lines, taken=(taken,)) == []


def test_one_question_for_one_thing_and_one_entry() -> None:
    """The surer of two like lines is asked about, and one line of an entry."""
    like = "People only like you for what you bring, always."
    assert opened(diary(said(RULE, 3, sure=0.8), said(like, 40, sure=0.9))) == [like]
    other = "Nobody finishes a thing in this family."
    assert opened(diary(said(RULE, 3, sure=0.9, entry="one"), said(other, 3, sure=0.8, entry="one"))) == [RULE]


def test_it_is_never_many_questions() -> None:
    """The plainest come first, and no more than a few."""
    words = ("tide", "moon", "law", "salt", "king", "clay")
    lines = diary(*(said(f"{word} {word}s govern {word}ness here.", 9 * place, sure=0.6 + place / 20)
                    for place, word in enumerate(words)))  # fmt: skip
    found = opened(lines)
    assert len(found) == OPENINGS_MOST
    assert found[0].startswith("clay")


def test_an_empty_journal_has_none() -> None:
    """No lines, no question."""
    assert openings([], np.zeros(0, np.float32), np.zeros((0, 384), np.float32)) == []
