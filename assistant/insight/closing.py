"""Join stated causes and effects, across entries, into chains that close upon themselves.

One link leads to another where its effect and the other's cause are near in meaning and in words. What is found is a
question to the person: the words of each link are theirs, the joints are the program's.

**Source**: Senge, *The Fifth Discipline* (1990), chapter 5; Sterman, *Business Dynamics* (2000), section 5.2, for the type.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from assistant.insight.wording import Rarity, terms_said

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

JOINED: Final = 0.40
"""Likeness of an effect and a cause from which one leads to the other. The joints of the planted loops have 0.42 to 0.9."""

LINKS_MOST: Final = 6
LINKS_LEAST: Final = 2

DAYS_MOST: Final = 120
"""From the first link of a loop to the last: what was so in spring need not feed what is so in winter."""

FOUND_MOST: Final = 200
"""Chains followed up before the search ends."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One stated link, as the search for loops sees it."""

    entry: str
    day: date
    cause: str
    effect: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Closed:
    """Links that close, by their places, and how well they join."""

    links: tuple[int, ...]
    joints: float
    """The weakest of its joints."""
    strength: float


def close_loops(links: Sequence[Stated], causes: Floats, effects: Floats, rarity: Rarity) -> list[Closed]:
    """Return the loops, strongest first; each link is in at most one, each loop told once.

    The links come in order of time; `causes` and `effects` hold a unit row a link.
    """
    joints = _joints(links, causes, effects, rarity)
    found = _cycles(links, joints)
    made = [_closed(links, joints, cycle) for cycle in found]
    made.sort(key=lambda one: (-one.strength, one.links))
    kept: list[Closed] = []
    used: set[int] = set()
    for one in made:
        if not used & {*one.links}:
            used |= {*one.links}
            kept.append(one)
    return kept


def _joints(links: Sequence[Stated], causes: Floats, effects: Floats, rarity: Rarity) -> dict[int, dict[int, float]]:
    """Return, for each link, the links that its effect leads to, with how well they join."""
    cause_terms = [terms_said(link.cause) for link in links]
    effect_terms = [terms_said(link.effect) for link in links]
    days = [link.day.toordinal() for link in links]
    joints: dict[int, dict[int, float]] = {}
    for one in range(len(links)):
        start, end = bisect_left(days, days[one] - DAYS_MOST), bisect_right(days, days[one] + DAYS_MOST)
        cosines = (causes[start:end] @ effects[one]).tolist()
        for two, cosine in enumerate(cosines, start):
            likeness = 0.5 * cosine + 0.5 * _overlap(effect_terms[one], cause_terms[two], rarity)
            if one != two and likeness >= JOINED:
                joints.setdefault(one, {})[two] = likeness
    return joints


def _overlap(one: frozenset[str], two: frozenset[str], rarity: Rarity) -> float:
    """Return the shared weight as a share of the lighter side: a cause is often a part of a longer effect."""
    both = sum(rarity.weight(term) for term in one & two)
    lighter = min(sum(rarity.weight(term) for term in one), sum(rarity.weight(term) for term in two))
    return both / lighter if lighter else 0.0


def _cycles(links: Sequence[Stated], joints: dict[int, dict[int, float]]) -> list[tuple[int, ...]]:
    """Return every chain of few links that comes back to its first, told from its lowest place."""
    found: list[tuple[int, ...]] = []

    def follow(chain: list[int]) -> None:
        if len(found) >= FOUND_MOST:
            return
        for place in sorted(joints.get(chain[-1], ())):
            if place == chain[0] and len(chain) >= LINKS_LEAST:
                found.append(tuple(chain))
            elif place > chain[0] and place not in chain and len(chain) < LINKS_MOST and _near(links, chain, place):
                follow([*chain, place])

    for start in sorted(joints):
        follow([start])
    return found


def _near(links: Sequence[Stated], chain: Sequence[int], place: int) -> bool:
    days = [links[one].day for one in (*chain, place)]
    return (max(days) - min(days)).days <= DAYS_MOST


def _closed(links: Sequence[Stated], joints: dict[int, dict[int, float]], cycle: tuple[int, ...]) -> Closed:
    pairs = zip(cycle, (*cycle[1:], cycle[0]), strict=True)
    weakest = min(joints[one][two] for one, two in pairs)
    sure = sum(links[place].confidence for place in cycle) / len(cycle)
    return Closed(cycle, weakest, weakest * sure * len(cycle) / (len(cycle) + 1.0))
