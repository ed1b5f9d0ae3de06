"""Loops: stated links, joined by meaning and words, that come back to where they began."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.insight.closing import Closed, Stated, close_loops
from assistant.insight.wording import Rarity, terms_said
from tests.insight.diary import vectors

START = date(2025, 1, 6)


def closed(*links: tuple[str, str], days: int = 5) -> list[Closed]:
    """Close links that were stated so many days apart."""
    stated = [
        Stated(f"e{place}", START + timedelta(days=days * place), cause, effect, 0.9)
        for place, (cause, effect) in enumerate(links)
    ]
    texts = [text for link in links for text in link]
    counted = Rarity.of(terms_said(text) for text in [*texts, *(f"other words {number}" for number in range(40))])
    causes, effects = vectors([one for one, _ in links]), vectors([two for _, two in links])
    return close_loops(stated, causes, effects, counted)


CHAIN = (("late nights", "slow mornings"), ("slow mornings", "skipped breakfast"), ("skipped breakfast", "late nights"))


def test_a_chain_that_comes_back_is_a_loop() -> None:
    """Three links across three entries."""
    (one,) = closed(*CHAIN)
    assert one.links == (0, 1, 2)
    assert 0.0 < one.strength < 1.0


def test_a_chain_that_does_not_come_back_is_none() -> None:
    """Without the last link nothing closes."""
    assert closed(*CHAIN[:2]) == []


def test_a_link_to_itself_is_no_loop() -> None:
    """ "Worry makes me worry" has one link only."""
    assert closed(("worry about rent", "worry about rent")) == []


def test_links_far_apart_in_time_do_not_close() -> None:
    """What was so in spring need not feed what is so in winter."""
    assert closed(*CHAIN, days=100) == []


def test_a_loop_is_told_once_and_other_links_stay_out() -> None:
    """Wherever it is begun, and whatever else was stated beside it."""
    (one,) = closed(("rain", "wet socks"), *CHAIN, ("tea", "calm"))
    assert one.links == (1, 2, 3)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=9))
def test_each_link_is_in_one_loop_at_most(pairs: list[tuple[str, str]]) -> None:
    """Whatever is stated, loops share no link and each joint holds."""
    words = {"a": "debt", "b": "sleep", "c": "noise", "d": "garden", "e": "letters", "f": "bread"}
    found = closed(*((words[one], words[two]) for one, two in pairs))
    links = [place for one in found for place in one.links]
    assert len(links) == len(set(links))
    assert all(len(one.links) >= 2 for one in found)
