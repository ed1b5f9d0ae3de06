"""Turn one text into a reading. Pure and deterministic: the same words, vectors and heads give the same reading."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from assistant.core.reading import Reading
from assistant.reading.areas import hear_areas
from assistant.reading.assumptions import hear_assumptions
from assistant.reading.distress import read_distress
from assistant.reading.feelings import find_feelings
from assistant.reading.links import hear_links
from assistant.reading.promises import hear_promises
from assistant.reading.sentences import split_sentences
from assistant.reading.weighing import Sentence

if TYPE_CHECKING:
    from assistant.core.span import Span
    from assistant.reading.areas import OwnAreas
    from assistant.reading.heads import Floats, Heads


def read_text(
    text: str,
    vectors: Floats | None = None,
    *,
    heads: Heads | None = None,
    written_on: date | None = None,
    own_areas: OwnAreas = (),
) -> Reading:
    """Return what is heard in a text.

    `vectors` is `(sentences, 384)` float32, a unit row for each sentence of `split_sentences(text)`; without them words
    and marks decide, and without `heads` the marks alone. `written_on` is what "tomorrow" is counted from; without it a
    promise keeps its words for when and has no day. Raises ValueError where there are not as many rows as sentences.
    """
    spans = split_sentences(text)
    sentences = _sentences(text, spans, vectors)
    return Reading(
        distress=read_distress(text),
        assumptions=hear_assumptions(text, sentences, heads),
        promises=hear_promises(text, sentences, heads, written_on),
        areas=hear_areas(sentences, heads, own_areas),
        links=hear_links(text, sentences, heads),
        feelings=find_feelings(text),
    )


def _sentences(text: str, spans: list[Span], vectors: Floats | None) -> list[Sentence]:
    if vectors is None:
        return [Sentence.of(text, span) for span in spans]
    if len(vectors) != len(spans):
        raise ValueError(f"{len(vectors)} vectors for {len(spans)} sentences")
    return [Sentence.of(text, span, vector) for span, vector in zip(spans, vectors, strict=True)]
