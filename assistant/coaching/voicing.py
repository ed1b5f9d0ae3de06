"""A model's wordings of a plan: drawn within a time, checked as the bank's are and for oddities, the best one kept."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import Final

from assistant.coaching.bank import Wording
from assistant.coaching.critic import Fault, Ground, faults_of
from assistant.coaching.matter import names_the_matter
from assistant.coaching.oddities import oddities_of
from assistant.coaching.plan import Occasion, Option, Plan
from assistant.coaching.prompt import SMALL, PromptForm
from assistant.coaching.tokens import words_of
from assistant.coaching.weighing import Vocabulary, worth
from assistant.core.capability import Feature, features_of
from assistant.core.dialogue import QuestionType, VoiceName
from assistant.errors import EngineStopped, ModelRefused, NoVoice, UsageError
from assistant.ports import AnswerWeighed, Ask, CandidateMade, ChatModel, TokenDrawn, VoiceFacts

PATIENCE_SMALL_SECONDS, PATIENCE_SECONDS = 2.5, 60.0
"""A small model and a larger one that have not worded a question by then are not waited for: the bank asks. The starter
takes 0.5 to 1.1 s on two idle cores; what it would say later is not worth an evening's pace."""
_MARGIN_SMALL: Final = 0.2
"""By so much a small model's wording must beat the bank's: the measure cannot see every oddity of its grammar. At 0.08
the starter without an adapter won 7 of 104 turns, and none of the seven was a question a person would want."""
MOST_WEIGHED: Final = 6
"""Wordings of the bank's that a taught model is given to judge: 30 ms each on two cores."""
_OPTIONS_TAUGHT: Final = 3
"""A taught model words the three likeliest moves: the second and third often stand on the plainer phrase."""
_LIKELIHOOD: Final = 2.0
"""What a nat of mean likelihood is worth beside a nat of assent, and of a model that was not taught beside the
measure: a small model is seldom sure of its own nonsense."""
_HANGS, _USUAL = 3.0, 0.6
"""What it costs that the first question of a sitting names less of what the message is about than a wording usually
does: nothing was said before that it could hang on. Of 260 first messages whose matter readers named, 0.75 of what is
asked names it without this, 0.82 at 1, 0.86 at 2 and 0.87 with it; the wordings heard lose 0.16 in rank at 2."""
_SURE: Final = -1.5
"""A taught model is heard from this sum on. Of 87 messages of writers held out readers let 0.58 of its wordings stand
from here on, and 0.58 of what it would choose of the bank's; 0.13 and 0.03 made no sense. Below it is 0.18 and 0.45,
and 0.41 and 0.10. All that is shown is good in 0.51 and senseless in 0.11; from -2.2 on in 0.38 and 0.22."""
_WORTH: Final = 3.0
"""What readers' judgement of a question of the bank's is worth beside a nat of assent: of 201 messages within a talk
what is chosen with it was good in 0.49 and senseless in 0.07, at 1 in 0.49 and 0.10, by assent in 0.43 and 0.12."""
_ENOUGH_WORTH: Final = 0.7
"""More of their words than this measures is no gain in a small model's question: it crams them in and garbles them. Of
94 such questions read blind beside the bank's, those that weighed less were preferred half as often again."""
_SAME_OPENING: Final = 0.15
_OPENING_WORDS, _LATELY = 3, 6
"""What it costs to open with the same three words as one of the last six questions."""
_MARGIN_LARGE: Final = -0.2
"""A model that passed its examination is taken unless the bank's wording is clearly nearer to their words."""
MODEL_WORDS: Final = frozenset(
    {Occasion.ORDINARY, Occasion.FEELING, Occasion.INSIGHT, Occasion.GOOD_NEWS, Occasion.NEW_EVIDENCE}
)
"""Turns that a model may word whole. The others are answers of character, written by hand; of some the composer lets a
model ask the question."""
_ANY_LANGUAGE: Final = frozenset(
    "control_characters markup too_long more_than_one_question asks_nothing goes_on_after_the_question quotation_marks "
    "invented_quotation asked_before".split()
)
"""Rules that hold in any language; those of manner know English only."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A wording that was not shown, and what was wrong with it."""

    text: str
    voice: VoiceName
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a model said to a plan."""

    made: dict[str, CandidateMade] = field(default_factory=dict)
    """Each wording, with how likely the model found it."""
    options: dict[str, Option] = field(default_factory=dict)
    """What each stands on."""
    first_token: float | None = None
    """When its first word was drawn, on the monotonic clock."""
    weighed: dict[int, float] = field(default_factory=dict)
    """What the model thinks of the bank's wordings, by their place."""
    trouble: str = ""
    late: bool = False
    """The model was asked and not waited for to the end."""


async def draw(
    voice: ChatModel,
    form: PromptForm,
    message: str,
    plan: Plan,
    seed: str,
    answered: str,
    bank: Sequence[Wording] = (),
) -> tuple[Drawn, VoiceFacts | None]:
    """Let a model word the likeliest moves of a plan. What went wrong is told, never raised."""
    facts = await _facts(voice)
    if facts is None:
        return Drawn(trouble="the model did not start"), None
    patience = PATIENCE_SMALL_SECONDS if facts.parameters < SMALL else PATIENCE_SECONDS
    drawn = Drawn()
    for place, option in enumerate(plan.options[: _OPTIONS_TAUGHT if facts.adapted else 1]):
        if facts.adapted and option.question_type is QuestionType.META:
            continue  # it was never taught to ask about a question
        ask = form.ask(message, plan, facts, f"{seed}\n{place}", answered, place)
        if facts.adapted and place == 0:
            ask = replace(ask, weighed=tuple(wording.text for wording in bank))
        some = await _ask(voice, ask, patience)
        fresh = {text: option for text in some.made if text not in drawn.options}
        drawn = replace(
            some,
            made={**some.made, **drawn.made},
            options={**drawn.options, **fresh},
            first_token=drawn.first_token or some.first_token,
            weighed={**some.weighed, **drawn.weighed},
        )
        if some.late or some.trouble:
            break
    return drawn, facts


def best_of(
    drawn: Drawn,
    bank: Sequence[Wording],
    facts: VoiceFacts,
    plan: Plan,
    ground: Ground,
    vocabulary: Vocabulary,
    margin: float | None = None,
) -> tuple[Wording | None, list[Rejected]]:
    """Return the best wording that the critic passes, if any is good enough, and those that were refused.

    That is: of a taught model one that it is sure of, of another one that beats the bank's, as far as `margin` says.
    """
    rejected: list[Rejected] = []
    to_beat = worth(bank[0].text, plan.options[0], ground, vocabulary)
    heard: list[tuple[float, Wording]] = []
    for text, made in drawn.made.items():
        option = drawn.options[text]
        value = worth(text, option, ground, vocabulary)
        faults = _faults(text, ground, facts)
        rank = _rank(made, value, facts) - _hangs(text, plan, ground) * facts.adapted
        if not faults and facts.adapted and rank < (_SURE if margin is None else margin):
            faults = (Fault("unsure", f"{rank:.2f}"),)
        elif not faults and not facts.adapted and value < to_beat + (_margin(facts) if margin is None else margin):
            faults = (Fault("bank_is_better", f"{value:.2f} to {to_beat:.2f}"),)
        if faults:
            rejected.append(Rejected(text, VoiceName.MODEL, faults))
            continue
        rank -= _SAME_OPENING * _opens_as_before(text, ground.asked)
        heard.append((rank, Wording(text, option.question_type, option.handle, f"model/{facts.name}", value)))
    return (max(heard, key=lambda one: one[0])[1] if heard else None), rejected


def best_weighed(drawn: Drawn, bank: Sequence[Wording], plan: Plan, ground: Ground) -> Wording:
    """Return which of the bank's wordings readers and the model would rather leave standing; else the first."""
    judged = {
        place: assent + _WORTH * bank[place].worth - _hangs(bank[place].text, plan, ground)
        for place, assent in drawn.weighed.items()
    }
    return bank[max(judged, key=lambda place: judged[place], default=0)]


def _hangs(text: str, plan: Plan, ground: Ground) -> float:
    """Return what it costs that a question names little or nothing of what the message is about."""
    return 0.0 if ground.earlier else _HANGS * (_USUAL - names_the_matter(text, plan.about))


def _rank(made: CandidateMade, value: float, facts: VoiceFacts) -> float:
    """Return how gladly a wording is heard; comparable between wordings of one model."""
    if facts.adapted:
        return made.assent + _LIKELIHOOD * made.likelihood
    if Feature.FREE_WORDING in features_of(facts.passed):
        return value
    return min(value, _ENOUGH_WORTH) + _LIKELIHOOD * made.likelihood


async def word_in_their_language(form: PromptForm, ground: Ground, seed: str, voice: ChatModel) -> Wording | None:
    """Return a model's question in the message's own language; None where no examination found that it can."""
    facts = await _facts(voice)
    if facts is None or Feature.OTHER_LANGUAGES not in features_of(facts.passed):
        return None
    drawn = await _ask(voice, form.ask_in_their_language(ground.message, seed), PATIENCE_SECONDS)
    for text in drawn.made:
        kept = [fault for fault in faults_of(text, ground) if fault.rule in _ANY_LANGUAGE]
        if not kept:
            return Wording(text, None, None, "model/other_language", 0.0)
    return None


async def _facts(voice: ChatModel) -> VoiceFacts | None:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await voice.facts()
    except (EngineStopped, ModelRefused, NoVoice, TimeoutError):
        return None


async def _ask(voice: ChatModel, ask: Ask, patience: float) -> Drawn:
    """Return whatever was worded before the model ended, stopped or was no longer waited for."""
    made: dict[str, CandidateMade] = {}
    first: float | None = None
    weighed: dict[int, float] = {}
    trouble, late = "", False
    try:
        async with asyncio.timeout(patience), aclosing(voice.ask(ask)) as events:
            async for event in events:
                match event:
                    case TokenDrawn():
                        first = first or time.monotonic()
                    case CandidateMade(text=text):
                        made.setdefault(text.strip(), event)
                    case AnswerWeighed(place=place, assent=assent):
                        weighed[place] = assent
                    case _:
                        pass
    except (EngineStopped, ModelRefused, NoVoice, UsageError) as error:
        trouble = error.message
    except TimeoutError:
        trouble, late = "the model took too long", True
    return Drawn(made, first_token=first, weighed=weighed, trouble=trouble, late=late)


def _margin(facts: VoiceFacts) -> float:
    """Return by how much the wording of a model that was not taught must beat the bank's."""
    return _MARGIN_LARGE if Feature.FREE_WORDING in features_of(facts.passed) else _MARGIN_SMALL


def _faults(text: str, ground: Ground, facts: VoiceFacts) -> tuple[Fault, ...]:
    trusted = Feature.FREE_WORDING in features_of(facts.passed)
    return tuple(faults_of(text, ground) or oddities_of(text, ground, trusted=trusted))


def _opens_as_before(text: str, asked: tuple[str, ...]) -> bool:
    """Say whether one of the last questions began with the same words."""
    opening = words_of(text)[:_OPENING_WORDS]
    return any(words_of(before)[:_OPENING_WORDS] == opening for before in asked[-_LATELY:])
