"""A phrase is a whole clause or a whole noun group, and claims what the writer claims."""

from __future__ import annotations

import pytest

from assistant.coaching.handle import Handle
from assistant.coaching.handles import find_handles
from assistant.coaching.tokens import clauses, sentences
from assistant.core.reading import Assumption, AssumptionKind
from assistant.core.span import Span


def _of_kind(text: str, kind: str) -> list[Handle]:
    return [one for one in find_handles(text) if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("If I go maybe they let me off again, maybe not.", "rule"),
        ("Unless I sit at the back, with the tenors.", "rule"),
        ("If I ring now he will say he eats, and the door stays shut.", "rule"),
        ("I should prefer to leave that one alone.", "should"),
        ("I was so glad the first time I couldn't finish my soup.", "first_time"),
        ("I have not slept so well since I stopped working nights.", "stopped"),
        ("Book shut, lying down with the fan on.", "lied"),
        ("I am bad at lying.", "lied"),
        ("He's been sick on the rug again.", "feeling"),
        ("I don't want a timetable for my own kitchen.", "denied"),
        ("I took the post for the money, not because I wanted to lead anybody.", "want"),
        ("bit deep for a tuesday that one", "own_act"),
        ("And then didn't I leave my good hat behind me.", "left_undone"),
        ("Nils, my friend who came with me from Bodø.", "their_act"),
    ],
)
def test_a_turn_of_phrase_makes_no_claim(text: str, kind: str) -> None:
    """What is broken off, denied or said in another sense is not asked about as if it were held."""
    found = _of_kind(text, kind)
    assert all(kind == "rule" and "will say" in one.slots["cons"] for one in found)


@pytest.mark.parametrize(
    ("text", "kind", "cond", "cons"),
    [
        ("If I ring now he will say he eats, and the door stays shut.", "rule", "If I ring now", "he will say he eats"),
        ("If I sing flat, nobody says a word.", "rule", "If I sing flat", "nobody says a word"),
    ],
)
def test_a_rule_has_two_whole_halves(text: str, kind: str, cond: str, cons: str) -> None:
    """The outcome follows where its own clause begins."""
    rule = _of_kind(text, kind)[0]
    assert (rule.slots["cond"], rule.slots["cons"]) == (cond, cons)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("i am the loud one arent i", "i am the loud one"),
        ("typical bram isn't it", "typical bram"),
        ("im the funny one innit", "im the funny one"),
        ("My aunt was two pews in front.", "My aunt was two pews in front"),
        ("i am the bad daughter in law who thinks she is a chef in somebody's kitchen by the sea", None),
        ("He's only coming for the soup too.", "He's only coming for the soup too"),
        ("I'm going to put the buttons in rows of nine by their colour and then one more shirt.", None),
    ],
)
def test_a_quotation_ends_with_its_clause(text: str, quote: str | None) -> None:
    """A tag is no part of it, and where a thing is put is."""
    quotes = [one.quote for one in find_handles(text)]
    assert quote in quotes if quote else not any(one.endswith(("put the buttons", "bad daughter")) for one in quotes)


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("I'm a coward with that dog.", "identity", "a coward"),
        ("I'm a slow one to take a thing off the pile.", "identity", "a slow one"),
        ("im not lazy, i just walk slow", "identity", None),
        ("I am a person who counts.", "identity", None),
        ("I'm just not a numbers person.", "identity", "not a numbers person"),
        ("I'm a hoarder of string.", "identity", "a hoarder of string"),
    ],
)
def test_what_somebody_calls_themselves_is_a_whole_name(text: str, kind: str, word: str | None) -> None:
    """Nothing hangs on, a refused verdict is no name of theirs, and a person is what anybody is."""
    assert [one.slots.get("word") for one in _of_kind(text, kind)][:1] == [word]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("I'm a nurse in a small hospital by the lake.", False),
        ("I am a mother of three, by the way.", False),
        ("I'm a retired bus driver.", False),
        ("I'm a trustee of the village hall.", False),
        ("I'm an only child.", False),
        ("im a carer for my nan", False),
        ("I'm a deacon thirty one years.", False),
        ("I'm a terrible nurse.", True),
        ("I'm a bad mother.", True),
        ("I'm a shitty dad.", True),
        ("I'm a slave driver.", True),
        ("I'm a carer, not a wife.", True),
        ("I'm just a cleaner.", True),
        ("I'm a cleaner in my own house.", True),
        ("I'm not a joiner.", True),
        ("I'm a failure as a teacher.", True),
        ("I'm a people pleaser.", True),
        ("I'm a ghost in that house.", True),
    ],
)
def test_what_somebody_does_is_no_verdict_on_them(text: str, verdict: bool) -> None:
    """Nobody is asked whose word it was first that they are a nurse."""
    assert bool(_of_kind(text, "identity")) is verdict


@pytest.mark.parametrize("text", ["I'm a teacher and I can't spell.", "I'm the treasurer and I can't count."])
def test_what_somebody_does_is_no_belief_to_be_weighed(text: str) -> None:
    """Also where the reading took it for an assumption."""
    found = find_handles(text, (Assumption(Span(0, len(text)), AssumptionKind.IDENTITY, 0.93),))
    assert [one.quote for one in found if one.kind == "belief"] == [text.removesuffix(".").partition(" and ")[2]]


@pytest.mark.parametrize("text", ["I'll still walk on Sunday.", "I will not watch him eat tomorrow."])
def test_what_is_meant_to_be_done_is_said_back_plainly(text: str) -> None:
    """Nobody says "once you still walk" or "when you not watch"."""
    assert not any(one.slots.get("do", "").startswith(("still", "not")) for one in find_handles(text))


def test_a_duty_not_to_do_something_keeps_what_it_forbids() -> None:
    """It can be asked where that is written."""
    assert _of_kind("I must not make my aunts worry.", "should")[0].slots["do"] == "not make your aunts worry"


def test_another_time_tells_no_event() -> None:
    """Nothing is asked of "when the day you left they gave you a clock"."""
    assert not any("happened" in one.slots for one in find_handles("The day I left they gave me a clock."))


def test_a_greeting_is_nothing_to_ask_about() -> None:
    """It tells nothing."""
    assert not any("evening" in one.quote.lower() for one in find_handles("Good evening. The soup is on."))


def test_a_pictograph_ends_what_it_stands_behind() -> None:
    """Who writes them seldom writes a full stop beside them, and they are no part of a phrase."""
    text = "Two shifts in 🎉🎉 everybody waved at me, I can't tell why 😬 anyway I waved back ✌️"
    said = [clause.of(text) for sentence in sentences(text) for clause in clauses(text, sentence)]
    assert said == ["Two shifts in", "everybody waved at me", "I can't tell why", "I waved back"]
