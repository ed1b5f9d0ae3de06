"""Turn a plan into what a language model is asked: the unchanging part first, then the person's words and the move.

The form is a contract with the adapters trained for it: docs/decisions/coach-prompt-form.md.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Final

from assistant.coaching.plan import Plan
from assistant.coaching.tokens import sentences
from assistant.core.capability import Feature, features_of
from assistant.core.dialogue import QuestionType
from assistant.ports import Ask, PromptTurn, VoiceFacts

_ASK: Final = r"""
ask ::= open " " plain+ "?"
open ::= "What" | "How" | "Who" | "Whose" | "Which" | "Where" | "When did" | "When was" | "When do" | "When is"
plain ::= [a-zA-Z0-9 ,'-]
"""
ASK_GRAMMAR: Final = "root ::= ask" + _ASK
"""One question; no quotation marks, since only code quotes."""

GRAMMAR: Final = r"""root ::= (line " ")? ask
line ::= [A-Z] plain+ "."
""" + _ASK.lstrip()
"""One short line at most, then one question. A small model's lines are echoes or inventions."""

OTHER_LANGUAGE_GRAMMAR: Final = r"""
root ::= [^?!"“”„«»<>\[\]{}\n\r\t]{8,180} "?"
"""

TAUGHT_GRAMMAR: Final = r"""
root ::= (quoted | line)? ask
quoted ::= "“" [A-Za-z] plain{1,60} "”: "
line ::= [A-Z0-9] plain{6,70} ". "
ask ::= [A-Za-z] plain{10,150} "?"
plain ::= [a-zA-Z0-9 ,'’-]
"""
"""What an adapter was taught: a question however it opens, after their words in quotation marks or one short line."""

MOST_WORDS_SHOWN: Final = 70
"""Of a long message a small model sees the sentences around the phrase: its prompt stays under 400 tokens."""

SMALL: Final = 1_000_000_000
LARGE: Final = 3_000_000_000
"""Parameters below which a model needs many tries, and from which it needs few and knows many languages."""

CANDIDATES_TAUGHT: Final = 8
"""Wordings drawn from a small model that was taught to ask: abreast they cost little more than four."""

MOST_TOKENS: Final = 44
MOST_TOKENS_SMALL: Final = 28
"""Room for 20 words; a small model that needs more has lost the thread."""


@dataclass(frozen=True, slots=True)
class Example:
    """One turn as it should go."""

    said: str
    about: str
    kind: QuestionType
    asked: str


@dataclass(frozen=True, slots=True)
class TaughtForm:
    """What a model is told whose adapter was taught this form: no examples, and what it asked before."""

    system: str
    answering: str
    """Goes before a message that answers a question."""


@dataclass(frozen=True, slots=True)
class PromptForm:
    """The words around a turn: what the model is told before the person's own."""

    system: str
    turn: str
    kinds: dict[QuestionType, str]
    examples: tuple[Example, ...] = ()
    other_language: str = ""
    taught: TaughtForm | None = None

    def shared(self) -> tuple[PromptTurn, ...]:
        """Return the turns that ship with Lodestar and never change."""
        turns = [PromptTurn("system", self.system)]
        for example in self.examples:
            turns.append(PromptTurn("user", self._turn(example.said, example.about, example.kind)))
            turns.append(PromptTurn("assistant", example.asked))
        return tuple(turns)

    def ask(self, text: str, plan: Plan, facts: VoiceFacts, seed: str, asked: str = "", place: int = 0) -> Ask:
        """Return the ask for one planned turn over the person's message.

        `asked` is the question that the message answers, if any; `place` says which of the plan's options is meant.
        """
        shared, first, small = self.shared(), plan.options[place], facts.parameters < SMALL
        said = shown(text, first.handle.span.start)
        about = first.handle.quote or said
        if facts.adapted and self.taught:
            return Ask(
                self.taught_turns(said, about, first.question_type, asked),
                grammar=TAUGHT_GRAMMAR,
                candidates=CANDIDATES_TAUGHT,
                max_tokens=MOST_TOKENS,
                temperature=0.5,
                seed=zlib.crc32(seed.encode("utf8", "replace")),
                shared_turns=1,
            )
        turn = PromptTurn("user", self._turn(said, about, first.question_type))
        return Ask(
            (*shared, turn),
            grammar=ASK_GRAMMAR if small else GRAMMAR,
            candidates=candidates_for(facts),
            max_tokens=MOST_TOKENS if not small else MOST_TOKENS_SMALL,
            temperature=0.5 if small else 0.8,
            seed=zlib.crc32(seed.encode("utf8", "replace")),
            shared_turns=len(shared),
        )

    def ask_in_their_language(self, text: str, seed: str) -> Ask:
        """Return the ask for a message in another language; only a large model is asked this."""
        turns = (PromptTurn("system", self.other_language), PromptTurn("user", shown(text, len(text))))
        return Ask(
            turns,
            grammar=OTHER_LANGUAGE_GRAMMAR,
            candidates=2,
            max_tokens=2 * MOST_TOKENS,
            seed=zlib.crc32(seed.encode("utf8", "replace")),
            adapted=False,
            shared_turns=1,
        )

    def taught_turns(self, said: str, about: str, kind: QuestionType, asked: str = "") -> tuple[PromptTurn, ...]:
        """Return the turns that an adapter is taught to answer with one question. ValueError without it."""
        if self.taught is None:
            raise ValueError("there is no taught form")
        answering = self.taught.answering.format_map({"asked": asked}) if asked else ""
        return (
            PromptTurn("system", self.taught.system),
            PromptTurn("user", answering + self._turn(said, about, kind)),
        )

    def turn_on(self, said: str, about: str, kind: QuestionType) -> PromptTurn:
        """Return the turn that asks for one question on a phrase of what was said."""
        return PromptTurn("user", self._turn(said, about, kind))

    def _turn(self, said: str, about: str, kind: QuestionType) -> str:
        return self.turn.format_map({"said": said, "about": about, "kind": self.kinds[kind]})


def candidates_for(facts: VoiceFacts) -> int:
    """Say how many wordings to draw: few from a model that an examination trusts to word freely, else many."""
    if Feature.FREE_WORDING not in features_of(facts.passed):
        return 4
    return 3 if facts.parameters < LARGE else 2


def shown(text: str, around: int) -> str:
    """Return the sentences around a place in the text, no more words than a small model can take in."""
    spans = sentences(text)
    if not spans:
        return " ".join(text.split()[:MOST_WORDS_SHOWN])
    at = next((n for n, span in enumerate(spans) if around < span.end), len(spans) - 1)
    first = last = at
    while True:
        grown = [(f, t) for f, t in ((first - 1, last), (first, last + 1)) if f >= 0 and t < len(spans)]
        fitting = [(f, t) for f, t in grown if len(text[spans[f].start : spans[t].end].split()) <= MOST_WORDS_SHOWN]
        if not fitting:
            break
        first, last = fitting[0]
    return " ".join(text[spans[first].start : spans[last].end].split()[:MOST_WORDS_SHOWN])
