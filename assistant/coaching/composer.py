"""Put a plan into words: the bank's, or a model's where those are better; nothing unchecked leaves this room."""

from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import Final

from assistant.coaching.asides import Asides
from assistant.coaching.bank import Bank, Wording, question_in, slots_of
from assistant.coaching.critic import Fault, Ground, faults_of
from assistant.coaching.handles import bare_handle
from assistant.coaching.oddities import oddities_of
from assistant.coaching.plan import MOVE_OF, Occasion, Option, Plan, Reason
from assistant.coaching.prompt import SMALL, PromptForm
from assistant.coaching.session_state import SessionState
from assistant.coaching.tokens import words_of
from assistant.coaching.weighing import Vocabulary, worth
from assistant.core.capability import Feature, features_of
from assistant.core.dialogue import Move, QuestionType, Reply, VoiceName
from assistant.core.entry import Quotation
from assistant.errors import EngineStopped, ModelRefused, NoVoice, UsageError
from assistant.ports import Ask, CandidateMade, ChatModel, TokenDrawn, VoiceFacts

_MOST_TRIED: Final = 60
PATIENCE_SMALL_SECONDS, PATIENCE_SECONDS = 2.5, 60.0
"""A small model and a larger one that have not worded a question by then are not waited for: the bank asks. The starter
takes 0.5 to 1.1 s on two idle cores; what it would say later is not worth an evening's pace."""
_MARGIN_SMALL: Final = 0.2
"""By so much a small model's wording must beat the bank's: the measure cannot see every oddity of its grammar. At 0.08
the starter without an adapter won 7 of 104 turns, and none of the seven was a question a person would want."""
_MARGIN_ADAPTED, _MARGIN_FACTS = 0.0, 0.25
_OF_FACTS: Final = frozenset({QuestionType.CLARIFICATION, QuestionType.EVIDENCE})
"""A small model that was taught this very form is heard where it is as good. Of what happened and was seen it makes a
muddle more often (53 of 145 preferred to the bank's, blind) than of what is assumed (11 of 20) or would follow."""
_OPTIONS_TAUGHT: Final = 2
"""A taught model words the two likeliest moves: the second often stands on the plainer phrase."""
_LIKELIHOOD: Final = 2.0
"""What a nat of mean likelihood is worth beside the measure: a small model is seldom sure of its own nonsense."""
_UNSURE: Final = -0.55
"""Below this mean a taught model is guessing, and is not heard."""
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
"""Turns that a model may word. The others are answers of character, and theirs are written by hand."""


_MOST_MISSED: Final = 2
"""After so many turns running in which the model came too late it is not asked again in this sitting."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A wording that was not shown, and what was wrong with it."""

    text: str
    voice: VoiceName
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """The wording of a turn with all that speaks for it."""

    wording: Wording
    voice: VoiceName
    reasons: tuple[Reason, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    first_token: float | None = None
    """When a model drew its first word, on the monotonic clock."""
    missed: int = 0
    """Turns running in which the model came too late."""


@dataclass(frozen=True, slots=True)
class Words:
    """All that the coach can say by itself."""

    bank: Bank
    asides: Asides
    prompt: PromptForm | None = None
    """What a language model is told before every turn."""

    def vocabulary(self) -> Vocabulary:
        """Return the words that the coach uses with anyone."""
        return self.bank.vocabulary


@dataclass(frozen=True, slots=True)
class _Drawn:
    wordings: dict[str, float] = field(default_factory=dict)
    """Each with how likely the model found it."""
    options: dict[str, Option] = field(default_factory=dict)
    """What each stands on."""
    first_token: float | None = None
    trouble: str = ""
    late: bool = False
    """The model was asked and not waited for to the end."""


async def word_turn(
    plan: Plan,
    ground: Ground,
    state: SessionState,
    words: Words,
    seed: str,
    situations: tuple[str, ...] = (),
    lately: frozenset[str] = frozenset(),
    voice: ChatModel | None = None,
    margin: float | None = None,
) -> Composed:
    """Return the best wording of the plan that the critic lets through. Never fails for want of a model.

    By `margin` a model's wording must beat the bank's; usually that depends on the model.
    """
    best, rejected = word_from_bank(plan, ground, state, words, seed, situations, lately)
    composed = Composed(best, VoiceName.BANK, (), tuple(rejected), missed=state.missed)
    if state.missed >= _MOST_MISSED and voice is not None:
        return replace(composed, reasons=(Reason("voice", "the model came too late twice running"),))
    if voice is None or words.prompt is None or plan.occasion not in MODEL_WORDS or not plan.options:
        return composed
    answered = state.asked[-1] if state.asked and state.turns and not state.rested else ""
    drawn, facts = await _drawn(voice, words.prompt, ground.message, plan, seed, answered)
    if facts is None or not drawn.wordings:
        missed = state.missed + 1 if drawn.late else state.missed
        return replace(composed, reasons=(Reason("voice", drawn.trouble or "nothing drawn"),), missed=missed)
    composed = replace(composed, missed=0)
    return _better(composed, drawn, facts, plan, ground, words, margin)


async def word_in_their_language(ground: Ground, words: Words, seed: str, voice: ChatModel) -> Wording | None:
    """Return a model's question in the message's own language; None where no examination found that it can."""
    if words.prompt is None:
        return None
    facts = await _facts(voice)
    if facts is None or Feature.OTHER_LANGUAGES not in features_of(facts.passed):
        return None
    drawn = await _ask(voice, words.prompt.ask_in_their_language(ground.message, seed), PATIENCE_SECONDS)
    for text in drawn.wordings:
        kept = [fault for fault in faults_of(text, ground) if fault.rule in _ANY_LANGUAGE]
        if not kept:
            return Wording(text, None, None, "model/other_language", 0.0)
    return None


_ANY_LANGUAGE: Final = frozenset(
    "control_characters markup too_long more_than_one_question asks_nothing goes_on_after_the_question quotation_marks "
    "invented_quotation asked_before".split()
)
"""Rules that hold in any language; those of manner know English only."""


def word_from_bank(
    plan: Plan,
    ground: Ground,
    state: SessionState,
    words: Words,
    seed: str,
    situations: tuple[str, ...] = (),
    lately: frozenset[str] = frozenset(),
) -> tuple[Wording, list[Rejected]]:
    """Return the bank's best wording that the critic lets through, with those that it did not."""
    rejected: list[Rejected] = []
    for wording in _in_order(plan, state, words, seed, situations, lately)[:_MOST_TRIED]:
        faults = _faults(wording, plan, ground)
        if not faults:
            return wording, rejected
        rejected.append(Rejected(wording.text, VoiceName.BANK, tuple(faults)))
    return _last_resort(plan, ground, state, words, seed), rejected


def reply_of(wording: Wording, plan: Plan, voice: VoiceName, memory: Quotation | None = None) -> Reply:
    """Make the reply that a wording stands for."""
    asks = question_in(wording.text)
    move = plan.move
    if plan.occasion is Occasion.DECISION and asks:
        move = Move.COMMIT
    elif wording.question_type is not None:
        move = MOVE_OF[wording.question_type]
    elif asks and move is Move.REFLECT:
        move = Move.CLARIFY
    return Reply(wording.text, move, voice, asks, wording.question_type, memory)


# ------------------------------------------------------------------------------------------- the model's wordings


async def _drawn(
    voice: ChatModel, form: PromptForm, message: str, plan: Plan, seed: str, answered: str
) -> tuple[_Drawn, VoiceFacts | None]:
    facts = await _facts(voice)
    if facts is None:
        return _Drawn(trouble="the model did not start"), None
    patience = PATIENCE_SMALL_SECONDS if facts.parameters < SMALL else PATIENCE_SECONDS
    drawn = _Drawn()
    for place, option in enumerate(plan.options[: _OPTIONS_TAUGHT if facts.adapted else 1]):
        if facts.adapted and option.question_type is QuestionType.META:
            continue  # it was never taught to ask about a question
        some = await _ask(voice, form.ask(message, plan, facts, f"{seed}\n{place}", answered, place), patience)
        fresh = {text: option for text in some.wordings if text not in drawn.options}
        drawn = replace(
            some,
            wordings={**some.wordings, **drawn.wordings},
            options={**drawn.options, **fresh},
            first_token=drawn.first_token or some.first_token,
        )
        if some.late or some.trouble:
            break
    return drawn, facts


async def _facts(voice: ChatModel) -> VoiceFacts | None:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await voice.facts()
    except (EngineStopped, ModelRefused, NoVoice, TimeoutError):
        return None


async def _ask(voice: ChatModel, ask: Ask, patience: float) -> _Drawn:
    """Return whatever was worded before the model ended, stopped or was no longer waited for."""
    wordings: dict[str, float] = {}
    first: float | None = None
    trouble, late = "", False
    try:
        async with asyncio.timeout(patience), aclosing(voice.ask(ask)) as events:
            async for event in events:
                match event:
                    case TokenDrawn():
                        first = first or time.monotonic()
                    case CandidateMade(text=text, likelihood=likelihood):
                        wordings.setdefault(text.strip(), likelihood)
                    case _:
                        pass
    except (EngineStopped, ModelRefused, NoVoice, UsageError) as error:
        trouble = error.message
    except TimeoutError:
        trouble, late = "the model took too long", True
    return _Drawn(wordings, first_token=first, trouble=trouble, late=late)


def _better(
    composed: Composed,
    drawn: _Drawn,
    facts: VoiceFacts,
    plan: Plan,
    ground: Ground,
    words: Words,
    margin: float | None = None,
) -> Composed:
    """Take the best of the model's wordings where the critic passes it and it beats the bank's."""
    rejected = list(composed.rejected)
    vocabulary = words.vocabulary()
    to_beat = worth(composed.wording.text, plan.options[0], ground, vocabulary)
    trusted = Feature.FREE_WORDING in features_of(facts.passed)
    heard: list[tuple[float, Wording]] = []
    for text, likelihood in drawn.wordings.items():
        option = drawn.options[text]
        value = worth(text, option, ground, vocabulary)
        faults = _faults_of_model(text, likelihood, ground, facts)
        if not faults and value < to_beat + (margin if margin is not None else _margin(facts, option)):
            faults = (Fault("bank_is_better", f"{value:.2f} to {to_beat:.2f}"),)
        if faults:
            rejected.append(Rejected(text, VoiceName.MODEL, faults))
            continue
        rank = value if trusted else min(value, _ENOUGH_WORTH) + _LIKELIHOOD * likelihood
        rank -= _SAME_OPENING * _opens_as_before(text, ground.asked)
        heard.append((rank, Wording(text, option.question_type, option.handle, f"model/{facts.name}", value)))
    found = replace(composed, rejected=tuple(rejected), first_token=drawn.first_token)
    if not heard:
        return found
    return replace(found, wording=max(heard, key=lambda one: one[0])[1], voice=VoiceName.MODEL)


def _margin(facts: VoiceFacts, option: Option) -> float:
    """Return by how much a wording must beat the bank's."""
    if Feature.FREE_WORDING in features_of(facts.passed):
        return _MARGIN_LARGE
    if not facts.adapted:
        return _MARGIN_SMALL
    return _MARGIN_FACTS if option.question_type in _OF_FACTS else _MARGIN_ADAPTED


def _faults_of_model(text: str, likelihood: float, ground: Ground, facts: VoiceFacts) -> tuple[Fault, ...]:
    trusted = Feature.FREE_WORDING in features_of(facts.passed)
    faults = faults_of(text, ground) or oddities_of(text, ground, trusted=trusted)
    if not faults and facts.adapted and likelihood < _UNSURE:
        faults = [Fault("unsure", f"{likelihood:.2f}")]
    return tuple(faults)


def _opens_as_before(text: str, asked: tuple[str, ...]) -> bool:
    """Say whether one of the last questions began with the same words."""
    opening = words_of(text)[:_OPENING_WORDS]
    return any(words_of(before)[:_OPENING_WORDS] == opening for before in asked[-_LATELY:])


# ------------------------------------------------------------------------------------------- the bank's wordings


def _in_order(
    plan: Plan, state: SessionState, words: Words, seed: str, situations: tuple[str, ...], lately: frozenset[str]
) -> list[Wording]:
    aside = words.asides.wordings(situations, _slots(plan, state), state, seed, plan) if situations else []
    if plan.move in (Move.CLOSE, Move.ASIDE):
        return aside
    asked = words.bank.wordings(plan, state, seed, lately)
    if plan.occasion is not Occasion.ORDINARY:
        asked += words.bank.wordings(replace(plan, occasion=Occasion.ORDINARY), state, seed, lately)
    return aside + asked


def _last_resort(plan: Plan, ground: Ground, state: SessionState, words: Words, seed: str) -> Wording:
    """Return a question for when all else failed, one not asked before where there is one."""
    found = words.asides.wordings(("last_resort",), _slots(plan, state), state, seed, plan)
    fresh = [wording for wording in found if wording.text not in ground.asked]
    return (fresh or found)[0]


def _slots(plan: Plan, state: SessionState) -> dict[str, str]:
    return slots_of(plan.target or bare_handle(""), state)


def _faults(wording: Wording, plan: Plan, ground: Ground) -> list[Fault]:
    faults = faults_of(wording.text, replace(ground, said_back=wording.said_back))
    if plan.move in (Move.CLOSE, Move.ASIDE):
        return [fault for fault in faults if fault.rule in _OUTSIDE_RULES]
    if plan.occasion is Occasion.ABOUT_PROGRAM:
        return [fault for fault in faults if fault.rule != "not_about_their_words"]
    if plan.may_rest and question_in(wording.text) is None:
        return [fault for fault in faults if fault.rule not in ("asks_nothing", "not_about_their_words")]
    return faults


_OUTSIDE_RULES: Final = frozenset({"invented_quotation", "control_characters", "claims_to_be_human"})
"""What holds even for a goodbye and an aside."""
