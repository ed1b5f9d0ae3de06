"""Know a shape that many have met, in the causes and effects that one person stated: the systems archetypes.

A shape is found only where every link of it was said: its signs must fit, and its loops must share what they share in
the book. What it is called is an offer, never a finding: the person says what of it fits.

**Source**: Senge, *The Fifth Discipline* (1990), appendix 2; Kim, *Systems Archetypes I* (1992).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, permutations
from typing import Final

from assistant.core.reading import Sign
from assistant.core.records import LoopLink
from assistant.reading.terms import terms_of

SAME_THING: Final = 0.6
"""Share of the shorter name's words that two names of one thing have in common: "mistakes", "mistakes at work"."""

LINKS_MOST: Final = 16
"""As many links as are looked at; a practice gathers twelve."""

_COMPARED: Final = frozenset(
    "less fewer long longer late later earli earlier good better bad wors worst worse hard harder easi easier loud"
    " louder quiet quieter fast faster slow slower big bigger small smaller short shorter make feel".split()
)
"""Which way a thing goes, and verbs without weight: stems that name no thing by themselves."""
_OWN: Final = re.compile(r"\b(?:i|we)\b", re.IGNORECASE)
_OTHERS: Final = re.compile(
    r"\b(?:he|she|they|you|his|her|hers|their|theirs|your|everyone|everybody|others?|people|(?:my|our|the) (?:\w+ )?"
    r"(?:boss|manager|team|colleagues?|wife|husband|partner|mother|father|mum|mom|dad|parents|brother|sister|son"
    r"|daughter|kids?|child(?:ren)?|friends?|neighbou?rs?|family|clients?|customers?|apprentice))\b",
    re.IGNORECASE,
)
_GOAL: Final = re.compile(
    r"\b(?:goals?|targets?|standards?|aims?|plans?|expect\w*|ambitions?|hopes?|vision|what i (?:want|ask|expect)"
    r"|settle|good enough)\b",
    re.IGNORECASE,
)


class Archetype(StrEnum):
    """The shapes, by their names."""

    FIXES_THAT_FAIL = "fixes that fail"
    SHIFTING_THE_BURDEN = "shifting the burden"
    LIMITS_TO_GROWTH = "limits to growth"
    ERODING_GOALS = "eroding goals"
    ESCALATION = "escalation"
    SUCCESS_TO_THE_SUCCESSFUL = "success to the successful"
    TRAGEDY_OF_THE_COMMONS = "tragedy of the commons"
    GROWTH_AND_UNDERINVESTMENT = "growth and underinvestment"


@dataclass(frozen=True, slots=True)
class Shape:
    """An archetype with the links that make it, each with the sentence that says it."""

    archetype: Archetype
    links: tuple[LoopLink, ...]


@dataclass(frozen=True, slots=True)
class _Edge:
    """One link between two things, by their numbers."""

    place: int
    cause: int
    effect: int
    opposite: bool


@dataclass(frozen=True, slots=True)
class _Ring:
    """Links that close upon themselves."""

    edges: tuple[_Edge, ...]

    @property
    def places(self) -> frozenset[int]:
        return frozenset(edge.place for edge in self.edges)

    @property
    def things(self) -> frozenset[int]:
        return frozenset(edge.cause for edge in self.edges)

    @property
    def feeds(self) -> bool:
        """Whether it feeds itself: an even number of opposite links."""
        return sum(edge.opposite for edge in self.edges) % 2 == 0


@dataclass(frozen=True, slots=True)
class _Drawing:
    """All that was stated: the names of the things, the links between them, and the rings they make."""

    names: tuple[str, ...]
    edges: tuple[_Edge, ...]
    rings: tuple[_Ring, ...]

    def whose(self, thing: int) -> bool | None:
        """Say whether a thing is the person's own doing, somebody else's, or nobody's (None)."""
        return _side(self.names[thing])


def ring_of(links: Sequence[LoopLink]) -> tuple[LoopLink, ...]:
    """Return the links that closed first as they were stated; empty where no chain of them comes back."""
    rings = _drawn(links).rings
    first = min(rings, key=lambda ring: (max(ring.places), -len(ring.edges)), default=None)
    return tuple(links[edge.place] for edge in first.edges) if first else ()


def shape_of(links: Sequence[LoopLink]) -> Shape | None:
    """Return the archetype that the links make, the one that takes most links first; None where they make none."""
    drawing = _drawn(links)
    for archetype, find in _FOUND_BY.items():
        places = next(find(drawing), None)
        if places is not None:
            return Shape(archetype, tuple(links[place] for place in sorted(places)))
    return None


# ------------------------------------------------------------------------------------------- the drawing


def _drawn(links: Sequence[LoopLink]) -> _Drawing:
    names: list[str] = []
    words: list[frozenset[str]] = []
    edges = []
    for place, link in enumerate(links[:LINKS_MOST]):
        cause, effect = (_thing(name, names, words) for name in (link.cause, link.effect))
        if cause != effect:
            edges.append(_Edge(place, cause, effect, link.sign is Sign.OPPOSITE))
    return _Drawing(tuple(names), tuple(edges), tuple(_rings(edges)))


def _thing(name: str, names: list[str], words: list[frozenset[str]]) -> int:
    """Return the number of the thing that a name means; a new one where none before had such a name."""
    stems = frozenset(terms_of(name))
    mine = stems - _COMPARED or stems
    alike = [len(mine & one) / max(1, min(len(mine), len(one))) if mine else 0.0 for one in words]
    sides = [_side(name) in (None, _side(one)) or _side(one) is None for one in names]
    nearest = max((at for at in range(len(words)) if sides[at]), key=lambda at: (alike[at], -at), default=None)
    if nearest is not None and alike[nearest] >= SAME_THING:
        return nearest
    names.append(name)
    words.append(mine)
    return len(names) - 1


def _side(name: str) -> bool | None:
    """Say whose doing a name tells of: "I shout" and "he shouts" are two things."""
    own, others = _OWN.search(name), _OTHERS.search(name)
    if own is None or others is None:
        return None if own is others else own is not None
    return own.start() < others.start()


def _rings(edges: Sequence[_Edge]) -> Iterator[_Ring]:
    """Yield every simple ring once, begun at its earliest link."""

    def onward(path: tuple[_Edge, ...]) -> Iterator[_Ring]:
        for edge in edges:
            if edge.cause != path[-1].effect or edge.place <= path[0].place:
                continue
            if edge.effect == path[0].cause:
                yield _Ring((*path, edge))
            elif edge.effect not in {one.cause for one in path}:
                yield from onward((*path, edge))

    for edge in edges:
        yield from onward((edge,))


# ------------------------------------------------------------------------------------------- the shapes


def _touching(first: _Ring, second: _Ring) -> bool:
    """Say whether two rings share a thing and no link."""
    return bool(first.things & second.things) and not first.places & second.places


def _pairs(drawing: _Drawing, first_feeds: bool, second_feeds: bool) -> Iterator[tuple[_Ring, _Ring]]:
    for one, other in permutations(drawing.rings, 2):
        if (one.feeds, other.feeds) == (first_feeds, second_feeds):
            yield one, other


def _growth_and_underinvestment(drawing: _Drawing) -> Iterator[frozenset[int]]:
    """Growth meets a limit, and a third ring, apart from the growth, would have raised the limit."""
    for grows, limits in _pairs(drawing, first_feeds=True, second_feeds=False):
        for invests in drawing.rings:
            apart = not invests.things & grows.things
            if _touching(grows, limits) and not invests.feeds and _touching(limits, invests) and apart:
                yield grows.places | limits.places | invests.places


def _shifting_the_burden(drawing: _Drawing) -> Iterator[frozenset[int]]:
    """Two answers to one trouble, and the quick one starves the other."""
    for quick, lasting in _pairs(drawing, first_feeds=False, second_feeds=False):
        shared = quick.things & lasting.things
        for edge in drawing.edges:
            starves = edge.opposite and edge.cause in quick.things - shared and edge.effect in lasting.things - shared
            if _touching(quick, lasting) and len(shared) == 1 and starves:
                yield quick.places | lasting.places | {edge.place}


def _tragedy_of_the_commons(drawing: _Drawing) -> Iterator[frozenset[int]]:
    """What two sides use wears out under both: each one's use lowers it, and it feeds each one's use."""
    for mine, theirs in combinations([ring for ring in drawing.rings if not ring.feeds], 2):
        shared = mine.things & theirs.things
        sides = [{drawing.whose(thing) for thing in ring.things - shared} for ring in (mine, theirs)]
        worn = all(edge.opposite for ring in (mine, theirs) for edge in ring.edges if edge.effect in shared)
        apart = {True} in [side - {None} for side in sides] and {False} in [side - {None} for side in sides]
        if _touching(mine, theirs) and len(shared) == 1 and worn and apart:
            yield mine.places | theirs.places


def _eroding_goals(drawing: _Drawing) -> Iterator[frozenset[int]]:
    """A gap is closed in two ways, and one of them is to want less."""
    for lowers, acts in _pairs(drawing, first_feeds=False, second_feeds=False):
        shared = lowers.things & acts.things
        wanted = any(_GOAL.search(drawing.names[thing]) for thing in lowers.things - shared)
        if _touching(lowers, acts) and len(shared) == 1 and wanted:
            yield lowers.places | acts.places


def _success_to_the_successful(drawing: _Drawing) -> Iterator[frozenset[int]]:
    """What goes well gets more, and thereby another gets less, which feeds the first again."""
    for thrives, starves in _pairs(drawing, first_feeds=True, second_feeds=True):
        if any(edge.opposite for edge in thrives.edges) or not thrives.things & starves.things:
            continue
        if sum(edge.opposite for edge in starves.edges) == 2 and starves.things - thrives.things:
            yield thrives.places | starves.places


def _fixes_that_fail(drawing: _Drawing) -> Iterator[frozenset[int]]:
    """A fix eases the trouble at once, and by a longer way feeds it."""
    for eases, feeds in _pairs(drawing, first_feeds=False, second_feeds=True):
        if eases.places & feeds.places and len(feeds.edges) > len(eases.edges):
            yield eases.places | feeds.places


def _limits_to_growth(drawing: _Drawing) -> Iterator[frozenset[int]]:
    """What grows meets what its own growth brings, and is held back."""
    for grows, limits in _pairs(drawing, first_feeds=True, second_feeds=False):
        if _touching(grows, limits) and not any(edge.opposite for edge in grows.edges):
            yield grows.places | limits.places


def _escalation(drawing: _Drawing) -> Iterator[frozenset[int]]:
    """Each side's doing feeds the other's."""
    for ring in drawing.rings:
        sides = {drawing.whose(thing) for thing in ring.things}
        if sides == {True, False} and not any(edge.opposite for edge in ring.edges):
            yield ring.places


_FOUND_BY: Final[dict[Archetype, Callable[[_Drawing], Iterator[frozenset[int]]]]] = {
    Archetype.GROWTH_AND_UNDERINVESTMENT: _growth_and_underinvestment,
    Archetype.SHIFTING_THE_BURDEN: _shifting_the_burden,
    Archetype.TRAGEDY_OF_THE_COMMONS: _tragedy_of_the_commons,
    Archetype.ERODING_GOALS: _eroding_goals,
    Archetype.SUCCESS_TO_THE_SUCCESSFUL: _success_to_the_successful,
    Archetype.FIXES_THAT_FAIL: _fixes_that_fail,
    Archetype.LIMITS_TO_GROWTH: _limits_to_growth,
    Archetype.ESCALATION: _escalation,
}
"""The shapes that need most come first: each holds smaller ones within."""
