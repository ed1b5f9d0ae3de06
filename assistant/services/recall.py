"""Find what the person wrote: by words, by meaning and by the calendar, each entry by its best line."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Final

from assistant.core.calendar import Days, moved
from assistant.core.entry import Entry, Quotation
from assistant.core.ids import EntryId
from assistant.core.recollection import Recalled, Recollection
from assistant.errors import EngineStopped, ModelRefused
from assistant.insight.ranking import (
    Mix,
    Question,
    bare_words,
    blended,
    frequency_words,
    name_words,
    share_of,
    without_common_names,
)
from assistant.insight.recall_mix import RECALL_MIX
from assistant.ports import Clock, Embedder, Vault, VectorIndex
from assistant.reading.calendar import AskedDays, hear_days
from assistant.reading.terms import terms_of
from assistant.services.lines import Lines
from assistant.services.nearness import TOLD_LATER_DAYS
from assistant.services.weighing import Read, Weighed, Weighing, worth_looking_up

if TYPE_CHECKING:
    from assistant.ports import Vectors

NEIGHBOURS: Final = 120
"""Passages fetched by meaning."""

CANDIDATES: Final = 28
"""Entries weighed at most from either side, words and meaning; the mix only orders what one of the two has found."""

FOUND_LEAST: Final = 0.2
"""Below this probability of the best entry, nothing stored bears on the question."""

NEAREST_DAYS: Final = 3
"""Entries offered from before and after days on which nothing was written."""

BEFORE_DAYS: Final = 366
"""Days before them within which the entries from before are looked for."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question about to be looked up by its words."""

    text: str
    words: Mapping[str, str]
    """For each of its terms, a word that full text can be asked for."""
    entries: int
    """How many there are in the vault."""
    days: Days | None
    most: int
    """Entries that its words may find."""
    vector: Vectors | None


class Recall:
    """Answer a query from the vault. Never invents: every line is an exact quotation."""

    def __init__(
        self, vault: Vault, embedder: Embedder, index: VectorIndex, clock: Clock, mix: Mix = RECALL_MIX
    ) -> None:
        """Search this vault; `clock` says what "last summer" means."""
        self._vault = vault
        self._embedder = embedder
        self._index = index
        self._clock = clock
        self._mix = mix
        self._lines = Lines(vault, embedder.name)
        self._weighing = Weighing(vault, self._lines, mix)

    async def search(
        self, query: str, count: int = 10, since: date | None = None, until: date | None = None
    ) -> Recalled:
        """Return up to `count` entries within `[since, until]`, best first, one line each."""
        text = " ".join(query.split())
        if not text or count <= 0:
            return Recalled(query, (), found=False)
        asked = self._asked_days(text)
        if asked is not None and asked.alone:
            return self._written_in(query, asked, count, since, until)
        days = (self._meant(asked) or self._meant(asked, TOLD_LATER_DAYS - 1)) if asked else None
        question, weighed = await self._weighed(asked.rest if asked and days else text, days, since, until)
        best = sorted(weighed, key=lambda one: -one.sum)[:count]
        found = tuple(
            Recollection(self._line(question, one), self._mix.score(one.sum), one.entry.title) for one in best
        )
        return Recalled(query, found, found=bool(found) and found[0].score >= FOUND_LEAST)

    # ---- by words and meaning

    async def _weighed(
        self, text: str, days: Days | None, since: date | None, until: date | None
    ) -> tuple[Question, list[Weighed]]:
        """Weigh the entries with the question's rarest words, those of its days, and those near to it in meaning.

        The words are looked up while the index is searched: each takes about as long, in a process of its own. While
        the model reads the question nothing else is done, since it takes every processor.
        """
        store = self._vault.entries
        entries, words = store.count(), frequency_words(text)
        names = store.document_frequency([words[term] for term in terms_of(" ".join(name_words(text)))])
        frequency = {term: names[word] for term, word in words.items() if word in names}
        most = CANDIDATES * (10 if since or until or days else 1)
        vector = await self._vector(without_common_names(text, frequency, entries))
        asked = _Asked(text, words, entries, days, most, vector)
        close, (question, found, weighed) = await asyncio.gather(
            self._near(vector, most), asyncio.to_thread(self._by_words, asked)
        )
        seen = {entry.id for entry in found.entries}
        others = self._weighing.read([entry for entry in close if entry not in seen])
        weighed += self._weighing.weigh(question, vector, others, days)
        return question, [one for one in weighed if _within(one.entry, since, until)]

    async def _vector(self, text: str) -> Vectors | None:
        """Return the question's vector; None where no model runs."""
        try:
            question, bare = await self._embedder.embed_within(text, bare_words(text))
        except (EngineStopped, ModelRefused):
            return None
        return blended(question, bare)

    async def _near(self, vector: Vectors | None, most: int) -> list[EntryId]:
        """Return the entries whose passages are nearest to the question in meaning."""
        if vector is None:
            return []
        near = await self._index.nearest(vector, most * NEIGHBOURS // CANDIDATES)
        return self._vault.passages.entries_of([neighbour.passage for neighbour in near], most)

    def _by_words(self, asked: _Asked) -> tuple[Question, Read, list[Weighed]]:
        """Read the question's words and weigh the entries that full text and the calendar find for it."""
        store, words, days = self._vault.entries, asked.words, asked.days
        by_word = store.document_frequency(list(words.values()))
        frequency = {term: by_word[word] for term, word in words.items()}
        question = Question.of(asked.text, frequency, asked.entries)
        rarest = worth_looking_up(question, frequency, asked.entries)
        found = dict.fromkeys(hit.entry for hit in store.search_words([words[term] for term in rarest], asked.most))
        if days is not None:
            told = moved(days.last, TOLD_LATER_DAYS - 1)
            found |= dict.fromkeys(entry.id for entry in _first(store.between(days.first, told), CANDIDATES))
        read = self._weighing.read(list(found))
        return question, read, self._weighing.weigh(question, asked.vector, read, days)

    def _line(self, question: Question, one: Weighed) -> Quotation:
        """Return the line by which a found entry is shown."""
        return self._lines.best(one.entry, one.meaning, lambda text: share_of(question, text))

    # ---- by the calendar

    def _asked_days(self, text: str) -> AskedDays | None:
        store, today = self._vault.entries, self._clock().date()
        oldest, newest = next(iter(store.between()), None), store.latest(1)
        if oldest is None or not newest:
            return None
        return hear_days(text, today, oldest.written_at.date(), newest[0].written_at.date())

    def _meant(self, asked: AskedDays, later: int = 0) -> Days | None:
        """Return the likeliest of the stretches in which, or so many days after which, anything was written."""
        between = self._vault.entries.between
        return next(
            (days for days in asked.choices if next(iter(between(days.first, moved(days.last, later))), None)), None
        )

    def _written_in(self, query: str, asked: AskedDays, count: int, since: date | None, until: date | None) -> Recalled:
        """Answer by the calendar alone: what was written in those days, or else what lies nearest to them."""
        days = self._meant(asked)
        store = self._vault.entries
        if days is not None:
            inside = [one for one in store.between(days.first, days.last) if _within(one, since, until)]
            chosen = _spread([one for one in inside if one.text.strip()], count)
            return Recalled(query, self._plain(chosen, 1.0), found=bool(chosen))
        asked_for = asked.choices[0]
        before = list(store.between(moved(asked_for.first, -BEFORE_DAYS), asked_for.first))
        after = _first(store.between(asked_for.last), NEAREST_DAYS)
        beside = [one for one in (*before[-NEAREST_DAYS:], *after) if _within(one, since, until) and one.text.strip()]
        return Recalled(query, self._plain(beside[:count], 0.0), found=False)

    def _plain(self, entries: Sequence[Entry], score: float) -> tuple[Recollection, ...]:
        return tuple(Recollection(self._lines.telling(entry), score, entry.title) for entry in entries)


def _within(entry: Entry, since: date | None, until: date | None) -> bool:
    day = entry.written_at.date()
    return (since is None or day >= since) and (until is None or day <= until)


def _first(entries: Iterable[Entry], count: int) -> list[Entry]:
    return list(islice(entries, count))


def _spread(entries: list[Entry], count: int) -> list[Entry]:
    """Return so many entries, spread evenly over the days, in the order of time."""
    if len(entries) <= count:
        return entries
    step = len(entries) / count
    return [entries[int((place + 0.5) * step)] for place in range(count)]
