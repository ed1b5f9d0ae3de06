"""Read the invented texts and their questions, and make collections of short and long entries of them."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

TEXTS = Path(__file__).parent / "text"
SEED = 7
DATED_SHARE = 0.35
"""Share of the questions that get a second form which names days, as people who remember a day do."""


@dataclass(frozen=True)
class Asked:
    """A question and the entries that answer it; none for one that nothing answers."""

    text: str
    answers: frozenset[int]


@dataclass(frozen=True)
class Collection:
    """Entries with their days, and the questions asked of them."""

    name: str
    entries: tuple[tuple[date, str], ...]
    questions: tuple[Asked, ...]


def read_collection(name: str) -> Collection:
    """Read one text: entries parted by dashes, each with the questions that it answers."""
    _title, _, body = (TEXTS / f"{name}.txt").read_text(encoding="utf8").partition("\n")
    entries, questions = [], []
    for place, block in enumerate(body.split("\n--\n")):
        day, *lines = block.strip().split("\n")
        entries.append((date.fromisoformat(day), "\n".join(line for line in lines if not line.startswith("??"))))
        asked = [line.removeprefix("??").strip() for line in lines if line.startswith("??")]
        questions += [Asked(text, frozenset({place})) for text in asked]
    return Collection(name, tuple(entries), tuple(questions))


def with_dates(collection: Collection) -> Collection:
    """Add questions that name the month or the day; a third of them a few days early, as of things told later."""
    chance = random.Random(f"{SEED} {collection.name}")
    dated = []
    for asked in collection.questions:
        if chance.random() < DATED_SHARE:
            day = collection.entries[min(asked.answers)][0]
            if chance.random() < 0.33:
                day = date.fromordinal(day.toordinal() - chance.randint(1, 12))
            when = chance.choice([f"in {day:%B %Y}", f"on {day.day} {day:%B %Y}", f"in {day:%B}", f"in late {day:%B}"])
            dated.append(replace(asked, text=f"{asked.text.rstrip('?')} {when}?"))
    return replace(collection, questions=(*collection.questions, *dated))


def joined(collection: Collection, together: int) -> Collection:
    """Return the collection with so many entries in each: the same questions over longer texts."""
    groups = [collection.entries[start : start + together] for start in range(0, len(collection.entries), together)]
    entries = tuple((group[-1][0], "\n".join(text for _day, text in group)) for group in groups)
    questions = (replace(q, answers=frozenset(place // together for place in q.answers)) for q in collection.questions)
    return Collection(f"{collection.name} by {together}", entries, tuple(questions))


def unanswerable() -> tuple[Asked, ...]:
    """Return questions that no entry of any text answers."""
    lines = (TEXTS / "none.txt").read_text(encoding="utf8").splitlines()
    return tuple(Asked(line, frozenset()) for line in lines if line.strip())


def all_collections() -> list[Collection]:
    """Return every collection: the diaries by 1, 3 and 6 entries, the conversations as they are."""
    diaries = [with_dates(read_collection(name)) for name in ("ines", "walter")]
    return [joined(diary, together) for diary in diaries for together in (1, 3, 6)] + [
        with_dates(read_collection("rosa"))
    ]
