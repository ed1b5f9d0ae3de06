"""Ask one question of each assumption in a text: the spans come from the reading, the questions from the bank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from assistant.coaching.composer import Words, word_from_bank
from assistant.coaching.critic import Ground
from assistant.coaching.handle import Handle
from assistant.coaching.handles import find_handles
from assistant.coaching.phrases import cut_quote
from assistant.coaching.plan import Occasion, Option, Plan
from assistant.coaching.session_state import SessionState
from assistant.coaching.tokens import clauses
from assistant.core.dialogue import Move, QuestionType
from assistant.core.reading import Assumption
from assistant.core.span import Span
from assistant.reading.distress import reads_as_crisis

_LEANING: Final = {
    QuestionType.ASSUMPTIONS: 0.3,
    QuestionType.EVIDENCE: 0.25,
    QuestionType.VIEWPOINTS: 0.15,
    QuestionType.IMPLICATIONS: 0.1,
}
"""A challenge looks at what holds the assumption up before it looks at what follows from it."""
_ON_THE_WHOLE: Final = 0.55


@dataclass(frozen=True, slots=True)
class Challenged:
    """One assumption with the question to ask of it."""

    assumption: Assumption
    question: str


def challenge_each(text: str, assumptions: tuple[Assumption, ...], words: Words) -> list[Challenged]:
    """Return each assumption of the text with a question, in the order of the text; no question comes twice.

    Nothing in a text that reads as crisis is challenged.
    """
    if reads_as_crisis(text):
        return []
    handles, state, found = find_handles(text, assumptions), SessionState(), list[Challenged]()
    for assumption in sorted(assumptions, key=lambda one: one.span):
        inside = [handle for handle in handles if handle.span.overlaps(assumption.span)] + _whole(text, assumption.span)
        options = tuple(
            Option(handle, question_type, round(handle.weight + lean, 4))
            for handle in inside
            for question_type, lean in _LEANING.items()
        )
        plan = Plan(Occasion.ORDINARY, Move.ASSUMPTION, options, ())
        wording, _rejected = word_from_bank(plan, Ground(text, asked=state.asked), state, words, text)
        found.append(Challenged(assumption, wording.text))
        state = state.after(asked=(*state.asked, wording.text), question_ids=(*state.question_ids, wording.source_id))
    return found


def _whole(text: str, span: Span) -> list[Handle]:
    """Return the assumption itself as something to stand on, where a clause of it can be quoted."""
    for piece in clauses(text, span):
        cut = cut_quote(text, piece, Span(piece.start, piece.start + 1))
        if cut is not None:
            return [Handle("belief", cut, cut.of(text), _ON_THE_WHOLE)]
    return []
