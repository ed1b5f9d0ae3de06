"""Turn written messages into the tokens that the coach asks with at run time."""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from starter import ROOT, starter_file
from trees import Lessons, Tree, joined
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


def tree_of(message: Message, form: PromptForm, tokens: Tokens, manner: str = PLAIN, *, most: int = 8) -> Tree:
    """Return the message with its good questions: plain, fine, or both."""
    leaves: list[tuple[list[int], list[int]]] = []
    good = [one for one in message.good if not SPOILED.match(one.plain or one.question)] or message.good
    for asked in good[:most]:
        prompt = _prompt(message, asked.phrase, asked.kind, form, tokens)
        if manner != FINE and asked.plain:
            leaves.append((prompt, tokens.answer(asked.plain)))
        if manner != PLAIN or not asked.plain:
            leaves.append((prompt, tokens.answer(asked.question)))
    return joined(leaves)


def judged_tree(judged: Judged, form: PromptForm, tokens: Tokens) -> Tree:
    """Return the model's own wordings of one ask, with what comes after each: the end, or a refusal."""
    prompt = _prompt(judged.message, judged.phrase, judged.kind, form, tokens)
    leaves = []
    for text, grade in judged.wordings:
        *asked, end = tokens.answer(text)
        leaves.append(([*prompt, *asked], [end if grade >= GOOD else tokens.refusal]))
    return joined(leaves, JUDGED_WEIGHT)


def pairs_of(judged: Judged, form: PromptForm, tokens: Tokens, most: int = 2) -> list[Tree]:
    """Return pairs of a better and a worse wording of one ask, plainly apart; each is used once.

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
    return [
        joined([(prompt, tokens.answer(good)), (prompt, tokens.answer(poor))])
        for (good, high), (poor, low) in list(zip(better, worse, strict=False))[:most]
        if high - low >= APART
    ]


def _prompt(message: Message, phrase: str, kind: QuestionType, form: PromptForm, tokens: Tokens) -> list[int]:
    said = shown(message.text, message.text.index(phrase))
    return tokens.prompt(form.taught_turns(said, phrase, kind, message.answers))


def lessons(
    text: Path, starter: Path, manner: str = PLAIN, share: float = 1.0, seed: int = 7, latest: str = ""
) -> Lessons:
    """Return what is learned, in an order of chance and no more than a share of it, and what is only measured.

    What was written and judged for the `latest` of the judged files is learned whole, whatever the share.
    """
    form, tokens, chance = coach_form(), Tokens(starter), random.Random(seed)
    messages = [message for message in messages_in(text) if message.good]
    held = [tree_of(message, form, tokens, manner) for message in messages if message.held_out]
    judged_all = list(judged_in(text.parent / "judged", messages_in(text)))
    if latest and latest not in {one.file for one in judged_all}:
        raise SystemExit(f"{latest} is none of the judged files.")
    fresh = {one.message.text for one in judged_all if one.file == latest}
    kept = [message for message in messages if not message.held_out]
    chance.shuffle(kept)
    some = [message for message in kept if message.text not in fresh]
    whole = [message for message in kept if message.text in fresh]
    kept = [*some[: max(1, int(len(some) * share))], *whole]
    made = Lessons([tree_of(message, form, tokens, manner) for message in kept], held)
    for judged in judged_all:
        tree = judged_tree(judged, form, tokens)
        if judged.message.held_out:
            made.judged_held.append(tree)
        elif judged.file == latest or chance.random() < share:
            made.judged.append(tree)
            made.pairs.extend(pairs_of(judged, form, tokens))
    return made


def main() -> None:
    """Write the lessons down, for a machine without llama.cpp."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--text", type=Path, default=TEXT)
    parser.add_argument("--manner", choices=MANNERS, default=PLAIN)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--latest", default="", help="the judged file that is learned whole, whatever the share")
    given = parser.parse_args()
    made = lessons(given.text, starter_file(), given.manner, given.share, latest=given.latest)
    made.write(given.out)
    print({name: len(getattr(made, name)) for name in ("learned", "held", "judged", "judged_held", "pairs")})


if __name__ == "__main__":
    main()
