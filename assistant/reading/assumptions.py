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
"""Confidence from which an assumption may be shown unasked: of everyday journal sentences 9 in 100 reach it, of
thoughts with a trap in them 74; from one half, which is where hearing begins, 25 and 90 (docs/figures.md)."""

ASIDE_LESS: Final = 0.25
"""How much less sure a single clause is than a whole sentence: it was read without its meaning, by words alone."""


def hear_assumptions(text: str, sentences: Sequence[Sentence], heads: Heads | None = None) -> tuple[Assumption, ...]:
    """Return the assumptions of a text, at most one a sentence, in order."""
    heard = []
    for sentence in sentences:
        if is_no_assumption(sentence.words):
            continue
        weighed = weigh("assumption", sentence, MARKS, heads)
        if weighed.heard:
            if span := _carrier(text, sentence, heads):
                heard.append(Assumption(span, _kind(sentence, weighed, heads), confidence(weighed)))
        elif aside := _aside(text, sentence, heads):
            heard.append(aside)
    return tuple(heard)


def _aside(text: str, sentence: Sentence, heads: Heads | None) -> Assumption | None:
    """Return the assumption that one clause makes in a sentence about other things."""
    clauses = clauses_of(text, sentence.span)
    if len(clauses) == 1:
        return None
    for span in clauses:
        clause = Sentence.of(text, without_lead(text, span))
        weighed = weigh("assumption", clause, MARKS, heads)
        if confidence(weighed) >= SURE and not is_no_assumption(clause.words):
            return Assumption(clause.span, _kind(clause, weighed, heads), confidence(weighed) - ASIDE_LESS)
    return None


def _kind(sentence: Sentence, weighed: Weighed, heads: Heads | None) -> AssumptionKind:
    if heads is not None:
        shares = choose("kind", sentence, weighed.marks, heads)
        return AssumptionKind(max(shares, key=lambda name: shares[name]))
    votes = Counter(OF_KIND[mark] for mark in weighed.marks if mark in OF_KIND)
    return votes.most_common(1)[0][0] if votes else AssumptionKind.OTHER


def _carrier(text: str, sentence: Sentence, heads: Heads | None) -> Span | None:
    """Return the clauses that carry a sentence's assumption; None where those that do are somebody else's words."""
    whole = without_lead(text, trimmed(text, sentence.span))
    clauses = [Sentence.of(text, span) for span in clauses_of(text, sentence.span)]
    if len(clauses) == 1:
        return whole
    carrying = [clause for clause in clauses if weigh("assumption", clause, MARKS, heads).heard]
    own = [clause.span for clause in carrying if not is_no_assumption(clause.words)]
    if carrying and not own:
        return None
    return without_lead(text, Span(own[0].start, own[-1].end)) if own else whole
