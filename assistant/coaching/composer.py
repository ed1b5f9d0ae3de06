"""Put a plan into words: the bank's, or a language model's where those are better; nothing unchecked leaves this room."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.coaching.asides import Asides
from assistant.coaching.bank import Bank, Wording, question_in
from assistant.coaching.critic import Fault, Ground, faults_of
from assistant.coaching.plan import MOVE_OF, Occasion, Plan, Reason
from assistant.coaching.session_state import SessionState
from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.entry import Quotation

_MOST_TRIED = 40


@dataclass(frozen=True, slots=True)
class Rejected:
    """A wording that was not shown, and what was wrong with it."""

    text: str
    voice: VoiceName
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """The reply of a turn with all that speaks for it."""

    reply: Reply
    wording: Wording
    reasons: tuple[Reason, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """All that the coach can say by itself."""

    bank: Bank
    asides: Asides
    prompt: str = ""
    """What a language model is told before every turn: the part that never changes."""


def word_from_bank(plan: Plan, ground: Ground, state: SessionState, words: Words, seed: str, situations: tuple[str, ...] = ()) -> tuple[Wording, list[Rejected]]:
    """Return the best wording that the critic lets through, with those that it did not."""
    rejected: list[Rejected] = []
    for wording in _in_order(plan, state, words, seed, situations)[:_MOST_TRIED]:
        faults = _faults(wording, plan, ground)
        if not faults:
            return wording, rejected
        rejected.append(Rejected(wording.text, VoiceName.BANK, tuple(faults)))
    return words.asides.wordings(("last_resort",), _slots(plan, state), state, seed, plan)[0], rejected


def reply_of(wording: Wording, plan: Plan, voice: VoiceName, memory: Quotation | None = None) -> Reply:
    """Make the reply that a wording stands for."""
    asks = question_in(wording.text)
    move = plan.move
    if wording.question_type is not None:
        move = MOVE_OF[wording.question_type]
    elif asks and move is Move.REFLECT:
        move = Move.CLARIFY
    return Reply(wording.text, move, voice, asks, wording.question_type, memory)


def _in_order(plan: Plan, state: SessionState, words: Words, seed: str, situations: tuple[str, ...]) -> list[Wording]:
    aside = words.asides.wordings(situations, _slots(plan, state), state, seed, plan) if situations else []
    asked = words.bank.wordings(plan, state, seed) if plan.move not in (Move.CLOSE, Move.ASIDE) else []
    if plan.occasion is not Occasion.ORDINARY and not asked and not aside:
        asked = words.bank.wordings(replace(plan, occasion=Occasion.ORDINARY), state, seed)
    return aside + asked


def _slots(plan: Plan, state: SessionState) -> dict[str, str]:
    target = plan.target
    slots = {"quote": target.quote, **target.slots} if target else {}
    slots |= {"thread": state.thread} if state.thread else {}
    slots |= {"step": state.step} if state.step else {}
    return slots


def _faults(wording: Wording, plan: Plan, ground: Ground) -> list[Fault]:
    faults = faults_of(wording.text, ground)
    if plan.move in (Move.CLOSE, Move.ASIDE):
        return [fault for fault in faults if fault.rule in {"invented_quotation", "control_characters", "claims_to_be_human"}]
    if plan.may_rest and question_in(wording.text) is None:
        return [fault for fault in faults if fault.rule != "asks_nothing"]
    return faults
