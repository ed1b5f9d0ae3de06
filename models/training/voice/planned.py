"""Plan a turn on a written message as the coach would, and say which model it would have word and judge it."""

from __future__ import annotations

import sys

from starter import ROOT
from written import Message

sys.path.insert(0, str(ROOT))

from assistant.coaching.plan import Plan
from assistant.coaching.planner import plan_turn
from assistant.coaching.session_state import SessionState
from assistant.ports import VoiceFacts
from assistant.reading.acts import hear_acts
from assistant.reading.read import read_text

CONTEXT_TOKENS = 2048
PARAMETERS = 134_515_008


def planned(message: Message) -> tuple[Plan, SessionState]:
    """Return the plan of a turn and the session that it stands in: one question old where the message answers one."""
    asked = (message.answers,) if message.answers else ()
    state = SessionState(turns=len(asked), asked=asked)
    return plan_turn(message.text, read_text(message.text), hear_acts(message.text), state), state


def starter_facts(*, adapted: bool) -> VoiceFacts:
    """Return what the coach is told of the starter, with its adapter or without."""
    return VoiceFacts("starter", "", CONTEXT_TOKENS, PARAMETERS, adapted)
