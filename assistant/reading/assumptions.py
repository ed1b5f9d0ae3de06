"""Hear where a text states how the person takes the world to be: must, always, "they think", "I'm just not"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from assistant.core.reading import Assumption, AssumptionKind
from assistant.core.span import Span
from assistant.reading.assumption_marks import MARKS, OF_KIND
from assistant.reading.clauses import clauses_of, trimmed, without_lead
from assistant.reading.vetoes import is_no_assumption
from assistant.reading.weighing import Sentence, Weighed, choose, confidence, weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.reading.heads import Heads

SURE: Final = 0.75
"""Confidence from which an assumption may be shown unasked: of everyday journal sentences 9 in 100 reach it, of thoughts
with a trap in them 74; from one half, which is where hearing begins, 22 and 90 (docs/figures.md)."""


def hear_assumptions(text: str, sentences: Sequence[Sentence], heads: Heads | None = None) -> tuple[Assumption, ...]:
    """Return the assumptions of a text, at most one a sentence, in order."""
    heard = []
    for sentence in sentences:
        if is_no_assumption(sentence.words):
            continue
        weighed = weigh("assumption", sentence, MARKS, heads)
        if weighed.heard:
            kind = _kind(sentence, weighed, heads)
            heard.append(Assumption(_carrier(text, sentence, heads), kind, confidence(weighed)))
    return tuple(heard)


def _kind(sentence: Sentence, weighed: Weighed, heads: Heads | None) -> AssumptionKind:
    if heads is not None:
        shares = choose("kind", sentence, weighed.marks, heads)
        return AssumptionKind(max(shares, key=lambda name: shares[name]))
    votes = Counter(OF_KIND[mark] for mark in weighed.marks if mark in OF_KIND)
    return votes.most_common(1)[0][0] if votes else AssumptionKind.OTHER


def _carrier(text: str, sentence: Sentence, heads: Heads | None) -> Span:
    """Return the clauses of a sentence that carry the assumption."""
    clauses = clauses_of(text, sentence.span)
    if len(clauses) == 1:
        return without_lead(text, trimmed(text, sentence.span))
    carrying = [c for c in clauses if weigh("assumption", Sentence.of(text, c), MARKS, heads).heard]
    if not carrying:
        return without_lead(text, trimmed(text, sentence.span))
    return without_lead(text, Span(carrying[0].start, carrying[-1].end))
