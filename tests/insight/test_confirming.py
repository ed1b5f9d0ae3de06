"""Confirming: a search that learns from yes and no, and stops."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.insight import confirming
from assistant.insight.confirming import Confirming
from assistant.insight.said import Said
from assistant.insight.themes import Themes
from tests.insight.diary import diary, rarity, said, vectors

STATED = "I must carry everything alone."
SHOWN = (
    "Carried the crates alone, nobody needs to help me.",
    "I must do the roof alone as well.",
    "Everything on my back, alone, as it should be.",
)


def search(lines: list[Said], statement: str = STATED) -> Confirming:
    """Begin a search over lines with vectors that know words alone."""
    meaning = vectors([line.quotation.text for line in lines])
    return Confirming(lines, meaning, rarity(lines), statement, vectors([statement])[0])


def asked(lines: list[Said], yes: set[str], most: int = 50) -> list[str]:
    """Return the lines that are asked about, answered as told, until the search ends."""
    one = search(lines)
    texts: list[str] = []
    while len(texts) < most and (candidate := one.next()) is not None:
        text = lines[candidate.row].quotation.text
        texts.append(text)
        one.answer(candidate.row, text in yes)
    return texts


def test_the_lines_that_show_it_come_first() -> None:
    """Among plain days the three are asked about before any other."""
    lines = diary(*(said(text, 11 * place) for place, text in enumerate(SHOWN)))
    assert set(asked(lines, set(SHOWN))[:3]) == set(SHOWN)


def test_an_entry_is_asked_about_once() -> None:
    """Two like lines of one entry make one question."""
    lines = diary(said(SHOWN[0], 3, entry="one"), said(SHOWN[1], 3, entry="one"))
    texts = asked(lines, set())
    assert len({text for text in texts if text in SHOWN}) == 1


def test_a_yes_pulls_what_is_like_it_nearer() -> None:
    """A line that shares words with the yes and none with the statement comes up after it."""
    lines = diary(said("Carried the piano upstairs myself, alone.", 2), said("Piano upstairs again, myself.", 30))
    before = search(lines)
    row = next(place for place, line in enumerate(lines) if line.quotation.text.startswith("Piano"))
    first = before.next()
    assert first is not None
    assert first.row != row
    before.answer(first.row, yes=True)
    second = before.next()
    assert second is not None
    assert second.row == row


def test_it_stops_after_noes_in_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """No further yes is expected."""
    monkeypatch.setattr(confirming, "NOES_MOST", 3)
    lines = diary(*(said(f"I must carry parcel {number} alone.", number) for number in range(9)))
    assert len(asked(lines, set())) == 3


def test_a_line_of_the_same_theme_comes_before_any_other() -> None:
    """It shares no word with the statement, only with a line by which other people show such a belief."""
    lines = diary(said("Hauled the piano upstairs by myself again.", 2))
    meaning = vectors([line.quotation.text for line in lines])
    shown = Themes(
        vectors([STATED]), np.zeros(1, np.int16), vectors(["Hauled the piano upstairs by myself."]),
        np.zeros(1, np.int16), np.zeros(384, np.float32), 0.0,
    )  # fmt: skip
    one = Confirming(lines, meaning, rarity(lines), STATED, vectors([STATED])[0], shown)
    first = one.next()
    assert first is not None
    assert lines[first.row].quotation.text.startswith("Hauled")


def test_what_shows_another_belief_already_is_asked_about_later() -> None:
    """Of two like lines the one that the person gave to another belief comes second."""
    lines = diary(said(SHOWN[0], 2), said(SHOWN[0], 40))
    meaning = vectors([line.quotation.text for line in lines])
    for taken in (row for row, line in enumerate(lines) if line.quotation.text == SHOWN[0]):
        one = Confirming(lines, meaning, rarity(lines), STATED, vectors([STATED])[0], elsewhere=[taken])
        first = one.next()
        assert first is not None
        assert lines[first.row].quotation.text == SHOWN[0]
        assert first.row != taken


def test_others_words_are_never_asked_about() -> None:
    """A reported sentence is no evidence, however near."""
    lines = diary(said("Olga says I must carry everything alone.", 4))
    assert all(not text.startswith("Olga") for text in asked(lines, set()))


def test_an_empty_journal_asks_nothing() -> None:
    """No lines, no question."""
    assert search([]).next() is None
