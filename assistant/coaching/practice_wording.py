"""Word the next question of a practice: the step's own, filled with the person's words, checked by the critic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from assistant.coaching.critic import Fault, Ground, faults_of
from assistant.coaching.handles import find_handles
from assistant.coaching.phrases import quotable
from assistant.coaching.practice import Complete, Practice, PracticeState, StepQuestion
from assistant.coaching.practice_run import each_of, goes_on, questions_of, step_of
from assistant.coaching.practice_talk import is_command
from assistant.coaching.tokens import clauses, sentences
from assistant.core.dialogue import QuestionType
from assistant.core.reading import Reading

LONGEST_CITED: Final = 14
"""Words of theirs, from a record or an earlier step, that are said back within one question."""

_SLOT: Final = re.compile(r"\{(\w+)\}")
_NAMES: Final = frozenset({"area", "archetype", "story"})
"""Slots that are names of ours and stand without quotation marks."""
_WHOLE: Final = _NAMES | {"links"}
"""Slots that are never shortened: names, and what holds quotation marks of its own."""
_HANDLES_TRIED: Final = 4
_TELLS_NOTHING: Final = frozenset({Complete.AREA, Complete.RATING, Complete.DUE})
LOOKED_AT: Final = 1_500
"""Characters of an answer in which a phrase is looked for: the time grows with its square, 1.6 s at 1,900."""
FEWEST_CITED: Final = 3
"""A piece shorter than this is a name before a colon or a word in passing: cited where there is nothing longer."""


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
    said = _quoted_from(practice, state, ground.message)
    cited = tuple(value for name, value in filled.items() if name not in _NAMES)
    allowed = replace(ground, cited=(*ground.cited, *cited, said), asked=(), about_their_words=False)
    refused: list[Refusal] = []
    asked_before: StepWording | None = None
    step = step_of(practice, state)
    several = step is not None and step.complete is not Complete.REPEATS and goes_on(practice, state)
    questions = (*questions_of(practice, state), *(more if several else ()))
    heard = reading if said == ground.message and len(said) <= LOOKED_AT else Reading()
    for wording in _wordings(questions, filled, said[:LOOKED_AT], heard):
        faults = faults_of(wording.text, allowed)
        if wording.text in state.asked:
            faults = [*faults, Fault("asked_before", wording.text)]
        if faults:
            refused.append(Refusal(wording.text, tuple(faults)))
        elif wording.text not in ground.asked:
            return wording, refused
        else:  # asked in an earlier round, or of another of several: better than to pass over the step
            asked_before = asked_before or wording
    return asked_before, refused


def _quoted_from(practice: Practice, state: PracticeState, message: str) -> str:
    """Return whose words a question may take up: the last answer that tells something, else the message.

    "That's all", "skip", "home" or "Friday" are answers, and nothing to be asked about.
    """
    if state.tries:
        return "" if is_command(message) else message
    telling = {step.name for step in practice.steps if step.complete not in _TELLS_NOTHING}
    given = [answer for answer in state.answers if answer.round == state.round]
    last = next((answer.text for answer in reversed(given) if answer.step in telling), "")
    return last or ("" if given or is_command(message) else message)


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
        cut = value if name in _WHOLE else shortened(value)
        if cut:
            found[name] = cut
    return found


def shortened(text: str) -> str:
    """Return the first clause of a text, exact to the character, that is short enough to be said back; else nothing."""
    shorter = ""
    for sentence in sentences(text):
        whole = sentence.of(text).rstrip(" .!?…")
        for piece in (whole, *(clause.of(text) for clause in clauses(text, sentence))):
            if piece and len(piece.split()) <= LONGEST_CITED and quotable(piece):
                if piece == whole or len(piece.split()) >= FEWEST_CITED:
                    return piece
                shorter = shorter or piece
    return shorter
