"""Let a language model join neighbouring sentences of a review, if it has passed its examination in that.

It is given sentences of ours with no word of the person's in them, and what it makes of them is held against them:
every number and every day once, no word that they do not have, one sentence, no manner that the critic would refuse.
Anything else is dropped, and the sentences stay as they were.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import replace
from typing import Final

from assistant.coaching.critic import Ground, faults_of
from assistant.coaching.tokens import words_of
from assistant.core.capability import Feature, features_of
from assistant.core.period import day_words
from assistant.core.review import Block, Dated, Fact, Part, Review, Section
from assistant.errors import EngineStopped, ModelRefused, NoVoice
from assistant.ports import Ask, CandidateMade, ChatModel, PromptTurn
from assistant.services.reviewing.words import joined as put_together

JOINING: Final = frozenset(
    "and but while then again also both after before with of them which where it was were is are has have had you your "
    "in on by the a an that this those these two one so yet whereas".split()
)
"""Words that may come in: they say nothing of their own. None of them denies, compares or explains."""

LONGER_MOST: Final = 1.2
"""A sentence longer than its parts by more than this has added something."""

PATIENCE_SECONDS: Final = 20.0
"""A review waits no longer than this for one sentence."""

MOST_TOKENS: Final = 120
JOINED_MOST: Final = 2
"""Sentences that are joined into one: three make a sentence that nobody reads twice."""

_DAY: Final = re.compile(r"\d{1,2} [A-Z][a-z]+(?: \d{4})?")


async def join(review: Review, voice: ChatModel | None, system: str) -> Review:
    """Return the review with what could be joined joined; the same one where no model may, or none answers."""
    if voice is None:
        return review
    try:
        facts = await voice.facts()
        if Feature.REVIEW_PROSE not in features_of(facts.passed):
            return review
        sections = [await _section(one, review, voice, system) for one in review.sections]
    except (EngineStopped, ModelRefused, NoVoice):
        return review
    return replace(review, sections=tuple(sections))


async def _section(section: Section, review: Review, voice: ChatModel, system: str) -> Section:
    blocks = [replace(block, facts=await _facts(block, review, voice, system)) for block in section.blocks]
    return replace(section, blocks=tuple(blocks))


async def _facts(block: Block, review: Review, voice: ChatModel, system: str) -> tuple[Fact, ...]:
    made: list[Fact] = []
    for pair in _pairs(block.facts):
        whole = await _joined(pair, review, voice, system) if len(pair) == JOINED_MOST else None
        made += [whole] if whole is not None else pair
    return tuple(made)


def _pairs(facts: tuple[Fact, ...]) -> Iterator[list[Fact]]:
    """Yield neighbours that may be joined together, and everything else by itself."""
    waiting: list[Fact] = []
    for fact in facts:
        if not _is_ours(fact):
            yield from ([one] for one in waiting)
            waiting = []
            yield [fact]
            continue
        waiting.append(fact)
        if len(waiting) == JOINED_MOST:
            yield waiting
            waiting = []
    yield from ([one] for one in waiting)


def _is_ours(fact: Fact) -> bool:
    """Say whether no word of the person's is in a sentence: only such sentences are given to a model."""
    return not fact.lines and not fact.against and all(isinstance(part, str | Dated) for part in fact.parts)


async def _joined(pair: list[Fact], review: Review, voice: ChatModel, system: str) -> Fact | None:
    from_parts = [part for fact in pair for part in fact.parts]
    given = " ".join("".join(_plain(part, review) for part in fact.parts) for fact in pair)
    said = await _said(voice, system, given)
    if not adds_nothing(said, given):
        return None
    parts = _with_days(said, [part for part in from_parts if isinstance(part, Dated)], review)
    counted = tuple(dict.fromkeys(entry for fact in pair for entry in fact.counted))
    return Fact(parts, counted=counted) if parts is not None else None


async def _said(voice: ChatModel, system: str, given: str) -> str:
    turns = (PromptTurn("system", system), PromptTurn("user", given))
    ask = Ask(turns, max_tokens=MOST_TOKENS, temperature=0.0, adapted=False, shared_turns=1)
    said = ""
    try:
        async with asyncio.timeout(PATIENCE_SECONDS), aclosing(voice.ask(ask)) as events:
            async for event in events:
                if isinstance(event, CandidateMade):
                    said = event.text.strip()
    except TimeoutError:
        return ""
    return said


def adds_nothing(said: str, given: str) -> bool:
    """Say whether a sentence says what some others say: no word, number or day more, and none less."""
    one = len(re.findall(r"[.!?](?:\s|$)", said)) == 1 and said.endswith(".") and "\n" not in said
    if not one or len(said) > LONGER_MOST * len(given):
        return False
    if Counter(_DAY.findall(said)) != Counter(_DAY.findall(given)) or _numbers(said) != _numbers(given):
        return False
    had = Counter(words_of(given))
    new = {word for word in words_of(said) if word not in had and word not in JOINING}
    lost = {word for word in had if word not in words_of(said) and word not in JOINING}
    return not new and not lost and not faults_of(said, Ground(given, must_ask=False, about_their_words=False))


def _numbers(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+", text))


def _with_days(said: str, days: list[Dated], review: Review) -> tuple[Part, ...] | None:
    """Return the sentence with its days as values again; None where one stands there other than once a day named."""
    parts: list[Part] = []
    rest = said
    waiting = [(_plain(day, review), day) for day in days]
    for found in _DAY.findall(said):
        name = next((pair for pair in waiting if pair[0] == found), None)
        if name is None:
            return None
        waiting.remove(name)
        before, _, rest = rest.partition(found)
        parts += [before, name[1]]
    return put_together([*parts, rest]) if not waiting else None


def _plain(part: Part, review: Review) -> str:
    return day_words(part.day, review.period) if isinstance(part, Dated) else str(part)
