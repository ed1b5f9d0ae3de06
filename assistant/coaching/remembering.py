"""Word the offer of a past line: dated, shown beside the question, offered for confirmation and not pressed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from assistant.coaching.asides import Asides
from assistant.coaching.bank import Wording, slots_of
from assistant.coaching.critic import Ground, faults_of
from assistant.coaching.plan import Plan
from assistant.coaching.session_state import SessionState

_MAY_BE_CLOSED = frozenset({"closed_question"})
"""Confirming a memory is the turn's one question, and may be answered with yes or no."""
_ASKING = re.compile(
    r"\b(?:what did i (?:write|say|note|put)|quote (?:me|back|my)|look (?:it|that) up|(?:find|"
    r"show|read) me|when did i (?:last )?"
    r"(?:write|say|mention|decide)|it's in there|somebody said it|maybe i wrote it|something like|anyway|well)\b",
    re.IGNORECASE,
)


def worded_memory(
    asides: Asides, plan: Plan, ground: Ground, state: SessionState, seed: str, when: str, asked_for: bool
) -> Wording | None:
    """Return the words that offer a past line of that day; None where none of them may be said now."""
    if plan.target is None:
        return None
    slots = {**slots_of(plan.target, state), "date": when}
    situation = "memory_asked_for" if asked_for else "memory"
    for wording in asides.wordings((situation,), slots, state, seed, plan):
        about_theirs = ground.about_their_words and not asked_for
        faults = faults_of(wording.text, replace(ground, about_their_words=about_theirs))
        if all(fault.rule in _MAY_BE_CLOSED for fault in faults):
            return wording
    return None


def memory_query(text: str) -> str:
    """Return what somebody asks to be found, without the asking."""
    rest = " ".join(_ASKING.sub(" ", text.replace("’", "'")).split()).strip(" ,.?!")
    return rest or text


def date_in_words(day: date, today: date) -> str:
    """Say a day as a person would: "12 March", with the year when it is another one."""
    words = f"{day.day} {day:%B}"
    return words if day.year == today.year else f"{words} {day.year}"
