"""Word the next question of a practice: the step's own, filled with the person's words, checked by the critic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from assistant.coaching.critic import Fault, Ground, faults_of
from assistant.coaching.handles import find_handles
from assistant.coaching.phrases import quotable
from assistant.coaching.practice import Practice, PracticeState, StepQuestion
from assistant.coaching.practice_run import each_of, goes_on, questions_of
from assistant.coaching.tokens import clauses, sentences
from assistant.core.dialogue import QuestionType
from assistant.core.reading import Reading

LONGEST_CITED: Final = 14
"""Words of theirs, from a record or an earlier step, that are said back within one question."""

_SLOT: Final = re.compile(r"\{(\w+)\}")
_PLACE_NAMES: Final = frozenset({"area"})
"""Slots that are names of ours and stand without quotation marks."""
_HANDLES_TRIED: Final = 4


@dataclass(frozen=True, slots=True)
class StepWording:
    """One question of a practice in words."""

    text: str
    question_type: QuestionType
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A wording that the critic did not let through."""

    text: str
    faults: tuple[Fault, ...]


def word_step(
    practice: Practice,
    state: PracticeState,
    known: Mapping[str, str],
    ground: Ground,
    reading: Reading,
    more: tuple[StepQuestion, ...] = (),
) -> tuple[StepWording | None, list[Refusal]]:
    """Return the first wording of the step that the critic passes and that was not asked before; None where all were.

    `known` fills the slots: `area`, `vision`, `reality` and the rest, in the person's words. A question whose slot
    nothing fills is passed over. `more` asks for one more of several, once the step's own questions are used up.
    """
    filled = _citable({**known, "each": each_of(practice, state)})
    cited = tuple(value for name, value in filled.items() if name not in _PLACE_NAMES)
    allowed = replace(ground, cited=(*ground.cited, *cited), about_their_words=False)
    refused: list[Refusal] = []
    questions = (*questions_of(practice, state), *(more if goes_on(practice, state) else ()))
    for wording in _wordings(questions, filled, ground.message, reading):
        faults = faults_of(wording.text, allowed)
        if not faults:
            return wording, refused
        refused.append(Refusal(wording.text, tuple(faults)))
    return None, refused


def _wordings(
    questions: tuple[StepQuestion, ...], filled: Mapping[str, str], message: str, reading: Reading
) -> Iterator[StepWording]:
    """Yield the questions in the order of the file, each on the weightiest phrases of the last message first."""
    quotes = [handle.quote for handle in find_handles(message, reading.assumptions, reading.feelings)][:_HANDLES_TRIED]
    short = shortened(message)
    if short and short not in quotes:
        quotes.append(short)
    for question in questions:
        needs = set(_SLOT.findall(question.template))
        if not needs - {"quote"} <= filled.keys():
            continue
        for quote in quotes if "quote" in needs else [""]:
            slots = {**filled, "quote": quote}
            text = _SLOT.sub(lambda match, slots=slots: slots[match.group(1)], question.template)  # type: ignore[misc]
            yield StepWording(text[:1].upper() + text[1:], question.question_type, quote)


def _citable(known: Mapping[str, str]) -> dict[str, str]:
    """Return what can stand within a question: short, and clean enough to be quoted."""
    found = {}
    for name, value in known.items():
        cut = value if name in _PLACE_NAMES else shortened(value)
        if cut:
            found[name] = cut
    return found


def shortened(text: str) -> str:
    """Return the first clause of a text, exact to the character, that is short enough to be said back; else nothing."""
    for sentence in sentences(text):
        whole = sentence.of(text).rstrip(" .!?…")
        for piece in (whole, *(clause.of(text) for clause in clauses(text, sentence))):
            if piece and len(piece.split()) <= LONGEST_CITED and quotable(piece):
                return piece
    return ""
