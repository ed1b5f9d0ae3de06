"""Examine a language model: the same questions for any model, and a grade for each thing it may be trusted with.

What the person wrote is never part of it. Answers are drawn without chance, one candidate each, so that the same
model gets the same grades.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Final

from assistant.coaching.prompt import (
    ASK_GRAMMAR,
    GRAMMAR,
    MOST_TOKENS,
    MOST_TOKENS_SMALL,
    SMALL,
    TAUGHT_GRAMMAR,
    PromptForm,
)
from assistant.core.capability import Capability, Grade, Grades
from assistant.core.dialogue import QuestionType
from assistant.errors import UsageError
from assistant.ports import Ask, CandidateMade, ChatModel, PromptTurn
from assistant.services.examination_marks import is_right
from assistant.services.examination_papers import Item, Paper

ITEM_SECONDS_MOST: Final = 90.0
"""A model that has not answered by then is of no use in an evening, whatever it would have said."""

_TOKENS: Final = {"choice": 6, "pattern": 12, "answer": 24, "joined": 64, "language": 2 * MOST_TOKENS}
_KINDS: Final = tuple(kind for kind in QuestionType if kind is not QuestionType.META)

Progress = Callable[[int, int], None]
"""Told how many items are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One item with what the model said: the examination's own words, none of the person's."""

    capability: Capability
    item: Item
    said: str
    right: bool


class Examination:
    """The papers, put to one model."""

    def __init__(self, voice: ChatModel, papers: Sequence[Paper], form: PromptForm) -> None:
        """Prepare; nothing is asked yet. Questions are asked for in the coach's own `form`."""
        self._voice, self._papers, self._form = voice, papers, form
        self._small = self._taught = False
        self.answers: list[Answered] = []
        """Everything that was asked so far."""

    async def run(self, progress: Progress = lambda _done, _whole: None) -> Grades:
        """Put every item to the model and return the grades. Raises EngineStopped, ModelRefused."""
        facts = await self._voice.facts()
        self._small, self._taught = facts.parameters < SMALL, facts.adapted and self._form.taught is not None
        whole = sum(len(paper.item) for paper in self._papers)
        grades = []
        for paper in self._papers:
            right = 0
            for number, item in enumerate(paper.item):
                said = await self._said(self._ask(paper, item, number))
                correct = is_right(paper, item, said)
                right += correct
                self.answers.append(Answered(paper.capability, item, said, correct))
                progress(len(self.answers), whole)
            grades.append(Grade(paper.capability, right, len(paper.item), paper.mark))
        return Grades(tuple(grades))

    def _ask(self, paper: Paper, item: Item, number: int) -> Ask:
        if paper.judge == "question":
            kind = _KINDS[number % len(_KINDS)]
            if self._taught:
                turns = self._form.taught_turns(item.text, item.about, kind)
                return Ask(turns, TAUGHT_GRAMMAR, max_tokens=MOST_TOKENS, temperature=0.0, shared_turns=1)
            shared = self._form.shared()
            return Ask(
                (*shared, self._form.turn_on(item.text, item.about, kind)),
                grammar=ASK_GRAMMAR if self._small else GRAMMAR,
                max_tokens=MOST_TOKENS_SMALL if self._small else MOST_TOKENS,
                temperature=0.0,
                shared_turns=len(shared),
            )
        turns = (PromptTurn("system", paper.system), PromptTurn("user", item.text))
        grammar = "root ::= " + " | ".join(f'"{choice}"' for choice in paper.choices) if paper.choices else item.grammar
        return Ask(
            turns,
            grammar=grammar or None,
            max_tokens=_TOKENS[paper.judge],
            temperature=0.0,
            adapted=False,
            shared_turns=1,
        )

    async def _said(self, ask: Ask) -> str:
        """Return the model's answer; no answer in time, or none that is whole, is an empty one."""
        said = ""
        try:
            async with asyncio.timeout(ITEM_SECONDS_MOST), aclosing(self._voice.ask(ask)) as events:
                async for event in events:
                    if isinstance(event, CandidateMade):
                        said = event.text
        except (TimeoutError, UsageError):
            return ""
        return said
