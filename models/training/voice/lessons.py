"""Turn written messages into the tokens that the coach asks with at run time."""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from starter import ROOT, starter_file
from trees import Grower, Lessons, Tree
from written import TEXT, Judged, Message, judged_in, messages_in

sys.path.insert(0, str(ROOT))

from assistant.coaching.prompt import PromptForm, shown
from assistant.core.dialogue import QuestionType
from assistant.engine.chat_format import ChatFormat, defused, format_named, render
from assistant.engine.llama_library import Weights
from assistant.ports import PromptTurn
from assistant.services.coach_words import load_prompt_form

PLAIN, FINE, BOTH = MANNERS = ("plain", "fine", "both")
"""Which of the written questions are learned."""
BEST, GOOD, APART = 3, 2, 2
"""The best grade, the one from which on a reader would let a wording stand, and how far apart the two of a pair are."""
JUDGED_WEIGHT = 4.0
"""A judgement is one token where a question has a dozen."""
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


class Tokens:
    """The starter's own tokenizer and chat format, as the voice process uses them."""

    def __init__(self, model: Path, chat_format: str = "chatml") -> None:
        """Open the vocabulary of a GGUF file."""
        self._weights = Weights(str(model))
        self._format: ChatFormat = format_named(chat_format)
        self._end = self._weights.tokens("<|im_end|>", markers=True)
        self.refusal = self._weights.tokens(REFUSAL)[0]

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
        return [*self._weights.tokens(text), *self._end]


def tree_of(message: Message, judged: Iterable[Judged], form: PromptForm, tokens: Tokens, manner: str = PLAIN) -> Tree:
    """Return a message with its questions, what comes after each judged wording, and pairs of these."""
    grower = Grower()
    grow_questions(grower, message, form, tokens, manner)
    for one in judged:
        grow_judged(grower, one, form, tokens)
        grow_pairs(grower, one, form, tokens)
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


def grow_judged(grower: Grower, judged: Judged, form: PromptForm, tokens: Tokens) -> None:
    """Let what comes after each wording of the model's own be learned: the end, or a refusal."""
    prompt = _prompt(judged.message, judged.phrase, judged.kind, form, tokens)
    for text, grade in judged.wordings:
        *asked, end = tokens.answer(text)
        grower.answer([*prompt, *asked], [end if grade >= GOOD else tokens.refusal], JUDGED_WEIGHT)


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
    said = shown(message.text, message.text.index(phrase))
    return tokens.prompt(form.taught_turns(said, phrase, kind, message.answers))


def lessons(text: Path, starter: Path, manner: str = PLAIN, share: float = 1.0, seed: int = 7) -> Lessons:
    """Return what is learned, a share of the messages in an order of chance, and what is only measured."""
    form, tokens, chance = coach_form(), Tokens(starter), random.Random(seed)
    messages = messages_in(text)
    judged: dict[str, list[Judged]] = defaultdict(list)
    for one in judged_in(text.parent / "judged", messages):
        judged[one.message.text].append(one)
    messages = [message for message in messages if message.good or judged[message.text]]
    kept = [message for message in messages if not message.held_out]
    chance.shuffle(kept)
    made = Lessons()
    for message in kept[: max(1, int(len(kept) * share))]:
        made.learned.append(tree_of(message, judged[message.text], form, tokens, manner))
    for message in messages:
        if message.held_out:
            asked, answered = Grower(), Grower()
            grow_questions(asked, message, form, tokens, manner)
            for one in judged[message.text]:
                grow_judged(answered, one, form, tokens)
            made.held.extend([asked.tree] if message.good else [])
            made.judged_held.extend([answered.tree] if judged[message.text] else [])
    return made


def main() -> None:
    """Write the lessons down, for a machine without llama.cpp."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--text", type=Path, default=TEXT)
    parser.add_argument("--manner", choices=MANNERS, default=PLAIN)
    parser.add_argument("--share", type=float, default=1.0)
    given = parser.parse_args()
    made = lessons(given.text, starter_file(), given.manner, given.share)
    made.write(given.out)
    print({name: len(getattr(made, name)) for name in ("learned", "held", "judged_held")}, f"{made.pairs} pairs")


if __name__ == "__main__":
    main()
