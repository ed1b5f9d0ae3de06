"""Bring the entries that a review leads to, with the sentences around what it quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from assistant.core.entry import Entry, Quotation
from assistant.core.ids import EntryId
from assistant.core.review import Source
from assistant.core.span import Span
from assistant.reading.sentences import split_sentences
from assistant.services.reviewing.written import telling_line

AROUND: Final = 1
"""Sentences shown on either side of what is quoted: enough to see what it answered, and no second copy of a diary."""


def sources(
    quotations: Iterable[Quotation], marks: Iterable[tuple[EntryId, Span]], entries: Mapping[EntryId, Entry]
) -> tuple[Source, ...]:
    """Return every entry once, oldest first; a sentence that is marked and not quoted stands without its neighbours."""
    spans: dict[EntryId, list[Span]] = defaultdict(list)
    for one in quotations:
        spans[one.entry].append(one.span)
    marked: dict[EntryId, list[Span]] = defaultdict(list)
    for entry_id, span in marks:
        marked[entry_id].append(span)
    ordered = sorted(entries.values(), key=lambda entry: (entry.written_at, entry.sequence))
    return tuple(_source(entry, spans.get(entry.id, []), marked.get(entry.id, [])) for entry in ordered)


def _source(entry: Entry, quoted: list[Span], marked: list[Span]) -> Source:
    sentences = split_sentences(entry.text)
    near = [place for place, one in enumerate(sentences) if any(one.overlaps(span) for span in quoted)]
    around = {p for place in near for p in range(place - AROUND, place + AROUND + 1) if 0 <= p < len(sentences)}
    counting = {place for place, one in enumerate(sentences) if any(one.overlaps(span) for span in marked)}
    places = sorted(around | counting)
    runs: list[Span] = []
    for place in places:
        own = sentences[place]
        if runs and place - 1 in places:
            runs[-1] = Span(runs[-1].start, own.end)
        else:
            runs.append(own)
    pieces = tuple(Quotation.cut(entry, run) for run in runs or quoted) or _telling(entry)
    whole = len(sentences) <= (len(places) or 1)
    return Source(entry.id, entry.written_at, entry.title, pieces, whole)


def _telling(entry: Entry) -> tuple[Quotation, ...]:
    """Return the line that stands for an entry whose day alone is named."""
    line = telling_line(entry)
    return (line,) if line is not None else ()
