"""The known shapes of loops: each is found where every link of it was said, and never without one of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assistant.core.entry import Quotation
from assistant.core.ids import EntryId
from assistant.core.reading import Sign
from assistant.core.records import LoopLink
from assistant.core.span import Span
from assistant.insight.archetypes import Archetype, ring_of, shape_of

SHAPES: dict[Archetype, tuple[tuple[str, str, str], ...]] = {
    Archetype.FIXES_THAT_FAIL: (
        ("tiredness", "coffee", "+"), ("coffee", "tiredness", "-"),
        ("coffee", "lying awake", "+"), ("lying awake", "tiredness", "+"),
    ),
    Archetype.SHIFTING_THE_BURDEN: (
        ("mess in the rota", "I fix it at night", "+"), ("I fix it at night", "mess in the rota", "-"),
        ("mess in the rota", "Mark learns it", "+"), ("Mark learns it", "mess in the rota", "-"),
        ("I fix it at night", "Mark learns it", "-"),
    ),
    Archetype.LIMITS_TO_GROWTH: (
        ("good bread", "customers", "+"), ("customers", "good bread", "+"),
        ("customers", "queue in the street", "+"), ("queue in the street", "customers", "-"),
    ),
    Archetype.ERODING_GOALS: (
        ("gap", "I lower my goal", "+"), ("I lower my goal", "gap", "-"),
        ("gap", "training", "+"), ("training", "gap", "-"),
    ),
    Archetype.ESCALATION: (("I shout", "he slams doors", "+"), ("he slams doors", "I shout", "+")),
    Archetype.SUCCESS_TO_THE_SUCCESSFUL: (
        ("ovens going well", "money for ovens", "+"), ("money for ovens", "ovens going well", "+"),
        ("money for ovens", "cake counter", "-"), ("cake counter", "money for ovens", "-"),
    ),
    Archetype.TRAGEDY_OF_THE_COMMONS: (
        ("I use the van", "hours left in the van", "-"), ("hours left in the van", "I use the van", "+"),
        ("they borrow it", "hours left in the van", "-"), ("hours left in the van", "they borrow it", "+"),
    ),
    Archetype.GROWTH_AND_UNDERINVESTMENT: (
        ("good bread", "customers", "+"), ("customers", "good bread", "+"),
        ("customers", "waiting time", "+"), ("waiting time", "customers", "-"),
        ("waiting time", "second oven", "+"), ("second oven", "waiting time", "-"),
    ),
}  # fmt: skip


def said(links: tuple[tuple[str, str, str], ...]) -> list[LoopLink]:
    """Return the links, each with a sentence of its own."""
    at = datetime(2026, 3, 4, tzinfo=UTC)
    made = []
    for number, (cause, effect, sign) in enumerate(links):
        text = f"{number} {cause}, {effect}"
        quotation = Quotation(EntryId(f"entry {number}"), at, Span(0, len(text)), text)
        made.append(LoopLink(cause, effect, Sign(sign), quotation))
    return made


def test_every_shape_is_tried() -> None:
    """A shape that joins is proved here too."""
    assert SHAPES.keys() == set(Archetype)


@pytest.mark.parametrize("archetype", SHAPES)
def test_a_shape_is_found_with_the_sentence_of_each_link(archetype: Archetype) -> None:
    """All its links are there, in the order in which they were said."""
    links = said(SHAPES[archetype])
    shape = shape_of(links)
    assert shape is not None
    assert (shape.archetype, list(shape.links)) == (archetype, links)


@pytest.mark.parametrize("archetype", SHAPES)
def test_without_one_of_its_links_it_is_not_offered(archetype: Archetype) -> None:
    """No link is filled in by the program."""
    links = said(SHAPES[archetype])
    for gone in range(len(links)):
        shape = shape_of(links[:gone] + links[gone + 1 :])
        assert shape is None or shape.archetype is not archetype


@pytest.mark.parametrize("archetype", SHAPES)
def test_a_link_that_turns_the_other_way_makes_another_shape(archetype: Archetype) -> None:
    """The signs decide, not the words."""
    cause, effect, sign = SHAPES[archetype][0]
    turned = ((cause, effect, "-" if sign == "+" else "+"), *SHAPES[archetype][1:])
    shape = shape_of(said(turned))
    assert shape is None or shape.archetype is not archetype


def test_a_plain_ring_has_no_name() -> None:
    """One loop of one person's doings is a loop and nothing more."""
    links = said((("I stay late", "I sleep badly", "+"), ("I sleep badly", "my mistakes", "+"),
                  ("mistakes with the dough", "I stay late", "+")))  # fmt: skip
    assert shape_of(links) is None
    assert ring_of(links) == tuple(links)


def test_the_ring_is_the_first_that_closes() -> None:
    """What leads elsewhere stands beside it; a chain that does not come back is no ring."""
    links = said(SHAPES[Archetype.LIMITS_TO_GROWTH])
    assert ring_of(links) == tuple(links[:2])
    assert ring_of(said((("rain", "mud", "+"), ("mud", "boots", "+")))) == ()
    assert ring_of([]) == ()


def test_names_of_one_thing_need_not_be_the_same() -> None:
    """ "The later I stay" and "I stay later" are one thing; "I shout" and "he shouts" are two."""
    ring = ring_of(said((("later I stay", "worse I sleep", "+"), ("I sleep worse", "I stay later", "+"))))
    assert len(ring) == 2
    assert shape_of(said((("I shout", "he shouts", "+"), ("he shouts", "I shout", "+")))) is not None
