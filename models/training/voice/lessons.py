"""Turn written messages into the tokens that the coach asks with at run time."""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from planned import planned, starter_facts
from starter import ROOT, starter_file
from trees import GOOD, Grower, Lessons, Tree
from written import JUDGED, TEXT, Judged, Message, bank_grades_by_message, judged_in, messages_in

sys.path.insert(0, str(ROOT))

from assistant.coaching.prompt import PromptForm, shown
from assistant.core.dialogue import QuestionType
from assistant.engine.chat_format import ChatFormat, defused, format_named, render
from assistant.engine.llama_library import Weights
from assistant.ports import PromptTurn
from assistant.services.coach_words import load_prompt_form

PLAIN, FINE, BOTH = MANNERS = ("plain", "fine", "both")
"""Which of the written questions are learned."""
BEST, APART = 3, 2
"""The best grade, and how far apart the two of a pair are."""
SPOILED = re.compile(
    r"(?:who (?:decided|says|told you) (?:that|the|you)|what had (?:you|to)|what makes (?:it|the|a|that)|"
    r"which (?:of|part))\b",
    re.IGNORECASE,
)
"""Openings that are fine in a person's hands and spoiled in the model's: of 500 such wordings of its own readers let
one in twenty stand, of the others one in six. They are not learned where a message has other questions."""
REFUSAL = "#"
"""What the model is taught to go on with after a poor question; the grammar never lets it be said."""


def coach_form() -> PromptForm:
    """Return the prompt form that the coach uses."""
    form = load_prompt_form(ROOT / "prompts" / "templates" / "coach.toml")
    assert form is not None
    return form


@dataclass(frozen=True, slots=True)
class Graded:
    """Wordings that answer one ask, with the grades that a reader gave them."""

    turns: tuple[PromptTurn, ...]
    wordings: list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Said:
    """A message, and what readers thought of a model's and of the bank's wordings on it."""

    message: Message
    judged: list[Judged]
    of_bank: Graded | None


class Tokens:
    """The starter's own tokenizer and chat format, as the voice process uses them."""

    def __init__(self, model: Path, chat_format: str = "chatml") -> None:
        """Open the vocabulary of a GGUF file."""
        self._weights = Weights(str(model))
        self._format: ChatFormat = format_named(chat_format)
        (self.end,) = self._weights.tokens("<|im_end|>", markers=True)
        (self.refusal,) = self._weights.tokens(REFUSAL)

    def prompt(self, turns: Sequence[PromptTurn]) -> list[int]:
        """Return what is evaluated before an answer."""
        tokens = self._weights.first_tokens()
        for segment in render(self._format, turns):
            if segment.marker:
                tokens += self._weights.tokens(segment.text, markers=True)
            else:
                tokens += [t for piece in defused(segment.text, self._format) for t in self._weights.tokens(piece)]
        return tokens

    def answer(self, text: str) -> list[int]:
        """Return an answer and the end of its turn."""
        return [*self._weights.tokens(text), self.end]


def tree_of(said: Said, form: PromptForm, tokens: Tokens, manner: str = PLAIN) -> Tree:
    """Return a message with its questions, verdicts on what a model and the bank asked, and pairs of the model's."""
    grower = Grower()
    grow_questions(grower, said.message, form, tokens, manner)
    for one in said.judged:
        grow_verdicts(grower, _graded(one, form), tokens)
        grow_pairs(grower, one, form, tokens)
    if said.of_bank:
        grow_verdicts(grower, said.of_bank, tokens)
    return grower.tree


def grow_questions(
    grower: Grower, message: Message, form: PromptForm, tokens: Tokens, manner: str = PLAIN, *, most: int = 8
) -> None:
    """Let the good questions on a message be learned: plain, fine, or both."""
    good = [one for one in message.good if not SPOILED.match(one.plain or one.question)] or message.good
    for asked in good[:most]:
        prompt = _prompt(message, asked.phrase, asked.kind, form, tokens)
        if manner != FINE and asked.plain:
            grower.answer(prompt, tokens.answer(asked.plain))
        if manner != PLAIN or not asked.plain:
            grower.answer(prompt, tokens.answer(asked.question))


def grow_verdicts(grower: Grower, graded: Graded, tokens: Tokens) -> None:
    """Let it be learned which of the wordings of one ask are to be left at that."""
    prompt = tokens.prompt(graded.turns)
    for text, grade in graded.wordings:
        grower.verdict(prompt, tokens.answer(text), grade)


def grow_pairs(grower: Grower, judged: Judged, form: PromptForm, tokens: Tokens, most: int = 2) -> None:
    """Let better wordings of one ask be preferred to worse ones, plainly apart; each is used once.

    The better ones are the model's own that a reader found good, and what was written for that very ask.
    """
    prompt = _prompt(judged.message, judged.phrase, judged.kind, form, tokens)
    written = [
        (one.plain or one.question, BEST)
        for one in judged.message.good
        if (one.phrase, one.kind) == (judged.phrase, judged.kind)
        and (one.plain or one.question) not in {text for text, _ in judged.wordings}
    ]
    better = [one for one in [*sorted(judged.wordings, key=lambda one: -one[1]), *written] if one[1] >= GOOD]
    worse = sorted(judged.wordings, key=lambda one: one[1])
    for (good, high), (poor, low) in list(zip(better, worse, strict=False))[:most]:
        if high - low >= APART:
            grower.pair(prompt, tokens.answer(good), tokens.answer(poor))


def _prompt(message: Message, phrase: str, kind: QuestionType, form: PromptForm, tokens: Tokens) -> list[int]:
    return tokens.prompt(_turns(message, phrase, kind, form))


def _turns(message: Message, phrase: str, kind: QuestionType, form: PromptForm) -> tuple[PromptTurn, ...]:
    said = shown(message.text, message.text.index(phrase))
    return form.taught_turns(said, phrase, kind, message.answers)


def _graded(judged: Judged, form: PromptForm) -> Graded:
    return Graded(_turns(judged.message, judged.phrase, judged.kind, form), judged.wordings)


def graded_of_bank(message: Message, wordings: list[tuple[str, int]], form: PromptForm) -> Graded | None:
    """Return the bank's wordings under the ask with which the coach would have them judged today; None without one."""
    plan, _ = planned(message)
    if not plan.options or plan.options[0].question_type is QuestionType.META:
        return None
    return Graded(form.ask(message.text, plan, starter_facts(adapted=True), "", message.answers).turns, wordings)


def said_on(text: Path, form: PromptForm) -> list[Said]:
    """Return the messages that anything is learned from, with what was asked on them and what readers thought of it."""
    messages, judged = messages_in(text), defaultdict[str, list[Judged]](list)
    folder = text.parent / JUDGED
    for one in judged_in(folder, messages):
        judged[one.message.text].append(one)
    of_bank = bank_grades_by_message(folder)
    said = (
        Said(one, judged[one.text], graded_of_bank(one, of_bank[one.text], form) if one.text in of_bank else None)
        for one in messages
    )
    return [one for one in said if one.message.good or one.judged or one.of_bank]


def lessons_of(text: Path, starter: Path, manner: str = PLAIN, share: float = 1.0, seed: int = 7) -> Lessons:
    """Return what is learned, a share of the messages in an order of chance, and what is only measured."""
    form, tokens = coach_form(), Tokens(starter)
    everything = said_on(text, form)
    kept = [said for said in everything if not said.message.held_out]
    random.Random(seed).shuffle(kept)
    made = Lessons(tokens.refusal)
    for said in kept[: max(1, int(len(kept) * share))]:
        made.learned.append(tree_of(said, form, tokens, manner))
    for said in everything:
        if not said.message.held_out:
            continue
        questions, of_model, of_bank = Grower(), Grower(), Grower()
        grow_questions(questions, said.message, form, tokens, manner)
        for one in said.judged:
            grow_verdicts(of_model, _graded(one, form), tokens)
        if said.of_bank:
            grow_verdicts(of_bank, said.of_bank, tokens)
        for grower, measured in ((questions, made.held), (of_model, made.judged_held), (of_bank, made.bank_held)):
            measured.extend([grower.tree] if grower.tree.tokens else [])
    return made


def main() -> None:
    """Write the lessons down, for a machine without llama.cpp."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--text", type=Path, default=TEXT)
    parser.add_argument("--manner", choices=MANNERS, default=PLAIN)
    parser.add_argument("--share", type=float, default=1.0)
    given = parser.parse_args()
    made = lessons_of(given.text, starter_file(), given.manner, given.share)
    made.write(given.out)
    print({name: len(getattr(made, name)) for name in ("learned", "held", "judged_held", "bank_held")})


if __name__ == "__main__":
    main()
