"""Find what the person wrote: by words, by meaning and by the calendar, each entry by its best line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Final

from assistant.core.calendar import Days, moved
from assistant.core.entry import Entry, Quotation
from assistant.core.ids import EntryId
from assistant.core.recollection import Recalled, Recollection
from assistant.errors import EngineStopped, ModelRefused, NotFound
from assistant.insight.ranking import (
    COMMON_SHARE,
    EntryWords,
    Measures,
    Mix,
    Question,
    bare_words,
    blended,
    frequency_words,
    inverse_frequency,
    measure,
    share_of,
    without_common_names,
)
from assistant.insight.recall_mix import RECALL_MIX
from assistant.ports import Clock, Embedder, Vault, VectorIndex
from assistant.reading.calendar import AskedDays, hear_days
from assistant.services.lines import Lines, Meaning
from assistant.services.nearness import TOLD_LATER_DAYS, nearness_to

if TYPE_CHECKING:
    from assistant.ports import Vectors

NEIGHBOURS: Final = 120
"""Passages fetched by meaning."""

CANDIDATES: Final = 40
"""Entries weighed at most from either side, words and meaning; the mix only orders what one of the two has found."""

ASKED_WORDS: Final = 12
"""Of a long query only its rarest words are looked up: a pasted page must not take seconds."""

LOOKED_UP_MOST: Final = 8_000
"""Entries that full text may have to rank for one question: ranking 20,000 takes 60 ms. Which of a question's words are
looked up decides only what is weighed; every word counts in the weighing."""

FOUND_LEAST: Final = 0.2
"""Below this probability of the best entry, nothing stored bears on the question."""

USUAL_OF: Final = 200
"""Newest entries whose mean length stands for that of all."""

NEAREST_DAYS: Final = 3
"""Entries offered from before and after days on which nothing was written."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    entry: Entry
    sum: float
    meaning: Meaning


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
        self._words: dict[EntryId, tuple[str, EntryWords]] = {}
        self._usual = (0, 0.0)

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
    ) -> tuple[Question, list[_Weighed]]:
        entries = self._vault.entries.count()
        words = frequency_words(text)
        by_word = self._vault.entries.document_frequency(list(words.values()))
        frequency = {term: by_word[word] for term, word in words.items()}
        question = Question.of(text, frequency, entries)
        vector = await self._vector(without_common_names(text, frequency, entries))
        asked = _worth_looking_up(question, frequency, entries)
        found = await self._candidates([words[term] for term in asked], vector, days, bool(since or until or days))
        kept = [entry for entry in found if _within(entry, since, until)]
        return question, self._measured(question, vector, kept, days)

    def _line(self, question: Question, one: _Weighed) -> Quotation:
        """Return the line by which a found entry is shown."""
        return self._lines.best(one.entry, one.meaning, lambda text: share_of(question, text))

    async def _vector(self, text: str) -> Vectors | None:
        """Embed the question; None where no model runs, and then words alone decide."""
        try:
            question, bare = await self._embedder.embed([text, bare_words(text)])
        except (EngineStopped, ModelRefused):
            return None
        return blended(question, bare)

    async def _candidates(
        self, asked: Sequence[str], vector: Vectors | None, days: Days | None, narrowed: bool
    ) -> list[Entry]:
        """Return the entries worth weighing: those with the question's rarest words, those near in meaning, and those
        of the days it names."""
        store, most = self._vault.entries, 10 if narrowed else 1
        found = dict.fromkeys(hit.entry for hit in store.search_words(asked, CANDIDATES * most))
        if vector is not None:
            near = await self._index.nearest(vector, NEIGHBOURS * most)
            passages = self._vault.passages.passages([neighbour.passage for neighbour in near])
            close = dict.fromkeys(passage.entry for passage in passages)
            found |= dict.fromkeys(list(close)[: CANDIDATES * most])
        if days is not None:
            told = moved(days.last, TOLD_LATER_DAYS - 1)
            found |= dict.fromkeys(entry.id for entry in _first(store.between(days.first, told), CANDIDATES))
        return [entry for identity in found if (entry := self._entry(identity)) is not None]

    def _measured(
        self, question: Question, vector: Vectors | None, entries: Sequence[Entry], days: Days | None
    ) -> list[_Weighed]:
        counted = [self._words_of(entry) for entry in entries]
        usual = self._usual_length()
        meanings = self._lines.meanings(entries, vector)
        weighed = []
        for entry, words in zip(entries, counted, strict=True):
            meaning = meanings[entry.id]
            near = nearness_to(days, entry.written_at.date()) if days else 0.0
            cosines = [cosine for _span, cosine in meaning.lines]
            measures = measure(question, words, usual, cosines, meaning.whole, near)
            if _bears(measures):
                weighed.append(_Weighed(entry, self._mix.weigh(measures), meaning))
        return weighed

    def _words_of(self, entry: Entry) -> EntryWords:
        """Count an entry's words, or remember them from an earlier search."""
        kept = self._words.get(entry.id)
        if kept is None or kept[0] != entry.text:
            kept = self._words[entry.id] = (entry.text, EntryWords(f"{entry.title or ''}\n{entry.text}"))
        return kept[1]

    def _usual_length(self) -> float:
        """Return how many terms an entry of this vault has, as a rule; those found for a question are longer ones."""
        entries = self._vault.entries.count()
        counted, length = self._usual
        if abs(entries - counted) > counted // 10:
            newest = [self._words_of(entry).length for entry in self._vault.entries.latest(USUAL_OF)]
            length = sum(newest) / max(len(newest), 1)
            self._usual = (entries, length)
        return length

    def _entry(self, identity: EntryId) -> Entry | None:
        try:
            return self._vault.entries.get(identity)
        except NotFound:  # forgotten meanwhile by another process
            return None

    # ---- by the calendar

    def _asked_days(self, text: str) -> AskedDays | None:
        today = self._clock().date()
        if hear_days(text, today, date(1, 1, 1), date(today.year + 1, 1, 1)) is None:
            return None
        store = self._vault.entries
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
        before = list(store.between(asked_for.first.replace(year=max(asked_for.first.year - 1, 1)), asked_for.first))
        after = _first(store.between(asked_for.last), NEAREST_DAYS)
        beside = [one for one in (*before[-NEAREST_DAYS:], *after) if _within(one, since, until) and one.text.strip()]
        return Recalled(query, self._plain(beside[:count], 0.0), found=False)

    def _plain(self, entries: Sequence[Entry], score: float) -> tuple[Recollection, ...]:
        return tuple(Recollection(self._lines.telling(entry), score, entry.title) for entry in entries)


def _bears(measures: Measures) -> bool:
    return measures.words > 0.0 or measures.passage > 0.0


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


def _worth_looking_up(question: Question, frequency: Mapping[str, int], entries: int) -> list[str]:
    """Return the question's terms that are looked up: its rarest, until they stand in so many entries together."""
    rarest = sorted(question.rarity, key=lambda term: -question.rarity[term])[:ASKED_WORDS]
    telling = [term for term in rarest if question.rarity[term] > _rarity_of_common(entries)] or rarest
    kept, rows = list[str](), 0
    for term in telling:
        if kept and rows + frequency[term] > LOOKED_UP_MOST:
            break
        kept.append(term)
        rows += frequency[term]
    return kept


def _rarity_of_common(entries: int) -> float:
    return inverse_frequency(int(COMMON_SHARE * entries), entries)
