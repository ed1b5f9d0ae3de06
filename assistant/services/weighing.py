"""Read what recall weighs, all of a question's entries at once, and measure each of them against the question."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assistant.core.calendar import Days
from assistant.core.entry import Entry
from assistant.core.ids import EntryId
from assistant.insight.ranking import (
    COMMON_SHARE,
    EntryWords,
    Measures,
    Mix,
    Question,
    inverse_frequency,
    measure,
)
from assistant.ports import Vault
from assistant.services.lines import Embedded, Lines, Meaning
from assistant.services.nearness import nearness_to

if TYPE_CHECKING:
    from assistant.ports import Vectors

ASKED_WORDS: Final = 12
"""Of a long query only its rarest words are looked up: a pasted page must not take seconds."""

LOOKED_UP_MOST: Final = 8_000
"""Entries that full text may have to rank for one question: it takes 1 ms for a thousand. Which of a question's words
are looked up decides only what is weighed; every word counts in the weighing."""

USUAL_OF: Final = 200
"""Newest entries whose mean length stands for that of all."""

COUNTED_MOST: Final = 2_000
"""Entries whose counted words are kept in memory, those asked for last: about 10 MB."""

_NOTHING: Final = Meaning((), (), 0.0)


@dataclass(frozen=True, slots=True)
class Read:
    """Entries as they are weighed: their counted words, and those of their passages that have a vector."""

    entries: list[Entry]
    words: list[EntryWords]
    embedded: Embedded


@dataclass(frozen=True, slots=True)
class Weighed:
    """An entry with the sum of its weighed measures."""

    entry: Entry
    sum: float
    meaning: Meaning


class Weighing:
    """What is read of one vault to weigh its entries; its methods may be called from any thread."""

    def __init__(self, vault: Vault, lines: Lines, mix: Mix) -> None:
        """Weigh by this mix."""
        self._vault = vault
        self._lines = lines
        self._mix = mix
        self._counted: OrderedDict[EntryId, tuple[str, EntryWords]] = OrderedDict()
        self._usual = (0, 0.0)

    def read(self, entries: Sequence[EntryId]) -> Read:
        """Read so many entries; one that another process has forgotten meanwhile is left out."""
        found = self._vault.entries.get_many(entries)
        return Read(found, [self._words_of(entry) for entry in found], self._lines.embedded(found))

    def weigh(self, question: Question, vector: Vectors | None, read: Read, days: Days | None) -> list[Weighed]:
        """Return those of the entries that bear on the question, each with its sum."""
        usual = self._usual_length()
        meanings: Mapping[int, Meaning] = {} if vector is None else read.embedded.meanings(vector)
        weighed = []
        for entry, words in zip(read.entries, read.words, strict=True):
            meaning = meanings.get(entry.sequence, _NOTHING)
            near = nearness_to(days, entry.written_at.date()) if days else 0.0
            measures = measure(question, words, usual, meaning.cosines, meaning.whole, near)
            if _bears(measures):
                weighed.append(Weighed(entry, self._mix.weigh(measures), meaning))
        return weighed

    def _words_of(self, entry: Entry) -> EntryWords:
        """Count an entry's words, or remember them from an earlier search."""
        kept = self._counted.pop(entry.id, None)
        if kept is None or kept[0] != entry.text:
            kept = (entry.text, EntryWords(f"{entry.title or ''}\n{entry.text}"))
        self._counted[entry.id] = kept
        while len(self._counted) > COUNTED_MOST:
            self._counted.popitem(last=False)
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


def worth_looking_up(question: Question, frequency: Mapping[str, int], entries: int) -> list[str]:
    """Return the question's terms that are looked up: its rarest, until they stand in so many entries together."""
    rarest = sorted(question.rarity, key=lambda term: -question.rarity[term])[:ASKED_WORDS]
    common = inverse_frequency(int(COMMON_SHARE * entries), entries)
    telling = [term for term in rarest if question.rarity[term] > common] or rarest
    kept, rows = list[str](), 0
    for term in telling:
        if kept and rows + frequency[term] > LOOKED_UP_MOST:
            break
        kept.append(term)
        rows += frequency[term]
    return kept


def _bears(measures: Measures) -> bool:
    return measures.words > 0.0 or measures.passage > 0.0
