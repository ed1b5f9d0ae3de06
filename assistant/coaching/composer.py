"""Put a plan into words: the bank's, or a model's where those are better; nothing unchecked leaves this room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from assistant.coaching.asides import Asides
from assistant.coaching.bank import Bank, Wording, question_in, slots_of
from assistant.coaching.critic import Fault, Ground, faults_of
from assistant.coaching.fitting import misfits
from assistant.coaching.handles import bare_handle
from assistant.coaching.plan import MOVE_OF, Occasion, Plan, Reason
from assistant.coaching.prompt import PromptForm
from assistant.coaching.session_state import SessionState
from assistant.coaching.voicing import MODEL_WORDS, MOST_WEIGHED, Rejected, best_of, best_weighed, draw
from assistant.coaching.weighing import Vocabulary
from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.entry import Quotation
from assistant.ports import ChatModel

_MOST_TRIED: Final = 60
_LED: Final = "led_"
"""Before the name of an occasion: asides that open a turn with a line of the coach's own; a model may ask after it."""
_MOST_MISSED: Final = 2
_LEFT_ALONE: Final = 3
"""After two turns running in which the model came too late it is left alone for three: a machine that was busy at the
start of an evening need not be so to its end."""


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
    """Turns running in which the model came too late, or was left alone because of it."""


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

    By `margin` a model's wording must beat the bank's, or that of a taught model be sure; usually the model decides it.
    """
    most = MOST_WEIGHED if voice is not None and plan.occasion in MODEL_WORDS else 1
    choices, rejected = choices_from_bank(plan, ground, state, words, seed, situations, lately, most)
    composed = Composed(choices[0], VoiceName.BANK, (), tuple(rejected), missed=state.missed)
    if _MOST_MISSED <= state.missed < _MOST_MISSED + _LEFT_ALONE and voice is not None:
        late = (Reason("voice", "the model came too late twice running"),)
        return replace(composed, reasons=late, missed=state.missed + 1)
    leads = words.asides.wordings((_led_by(plan),), {}, state, seed, plan)
    asks = plan.occasion in MODEL_WORDS or (bool(leads) and plan.occasion is not Occasion.DECISION)
    if voice is None or words.prompt is None or not plan.options or not asks:
        return composed
    answered = state.last_asked if state.turns else ""
    drawn, facts = await draw(voice, words.prompt, ground.message, plan, seed, answered, choices)
    if facts is None or not drawn.made:
        missed = min(state.missed + 1, _MOST_MISSED) if drawn.late else state.missed
        return replace(composed, reasons=(Reason("voice", drawn.trouble or "nothing drawn"),), missed=missed)
    heard, refused = best_of(drawn, choices, facts, plan, ground, words.vocabulary(), margin)
    composed = replace(composed, rejected=(*rejected, *refused), first_token=drawn.first_token, missed=0)
    if heard is None:
        return replace(composed, wording=best_weighed(drawn, choices, plan, ground))
    if leads:
        heard = replace(heard, text=f"{leads[0].text} {heard.text}", source_id=leads[0].source_id)
        if faults := faults_of(heard.text, ground):
            led = Rejected(heard.text, VoiceName.MODEL, tuple(faults))
            return replace(composed, rejected=(*composed.rejected, led))
    return replace(composed, wording=heard, voice=VoiceName.MODEL)


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
    choices, rejected = choices_from_bank(plan, ground, state, words, seed, situations, lately)
    return choices[0], rejected


def choices_from_bank(
    plan: Plan,
    ground: Ground,
    state: SessionState,
    words: Words,
    seed: str,
    situations: tuple[str, ...] = (),
    lately: frozenset[str] = frozenset(),
    most: int = 1,
) -> tuple[list[Wording], list[Rejected]]:
    """Return the bank's best wordings that the critic lets through, at least one, with those that it did not."""
    choices: dict[str, Wording] = {}
    rejected: list[Rejected] = []
    for wording in _in_order(plan, state, words, seed, situations, lately)[:_MOST_TRIED]:
        if len(choices) == most:
            break
        faults = _faults(wording, plan, ground)
        if not faults:
            choices.setdefault(wording.text, wording)
        elif not choices:
            rejected.append(Rejected(wording.text, VoiceName.BANK, tuple(faults)))
    return list(choices.values()) or [_last_resort(plan, ground, state, words, seed)], rejected


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
    lead = words.asides.wordings((plan.led,), {}, state, seed, plan)[:1]
    asked = [replace(one, text=f"{own.text} {one.text}") for own in lead for one in asked] or asked
    return aside + asked


def _led_by(plan: Plan) -> str:
    """Return the situation whose asides a question begins with: a poor question owned, or an answer declined."""
    return plan.led or f"{_LED}{plan.occasion}"


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
    return faults or list(misfits(wording.text, ground))


_OUTSIDE_RULES: Final = frozenset({"invented_quotation", "control_characters", "claims_to_be_human"})
"""What holds even for a goodbye and an aside."""
