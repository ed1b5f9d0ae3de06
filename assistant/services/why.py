"""Keep why the last question of a session was asked, so that it can be told after a restart too."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.coaching.critic import Fault
from assistant.coaching.plan import Reason
from assistant.coaching.voicing import Rejected
from assistant.core.dialogue import VoiceName
from assistant.core.ids import SessionId
from assistant.ports import SessionStore

STATE_NAME: Final = "why"
"""Under this name the session store keeps it; forgetting an entry sweeps it as it sweeps every state."""

MOST_KEPT: Final = 6
"""Wordings that were not shown, kept with the reasons: the nearest ones tell enough."""


@dataclass(frozen=True, slots=True)
class Why:
    """The reasons for one reply, and what was not said instead."""

    reasons: tuple[Reason, ...]
    rejected: tuple[Rejected, ...]


def keep_why(
    sessions: SessionStore, session: SessionId, reasons: Sequence[Reason], rejected: Sequence[Rejected]
) -> None:
    """Keep the reasons for the last reply of a session."""
    kept = {
        "reasons": [[reason.name, reason.detail] for reason in reasons],
        "rejected": [
            [one.text, one.voice.value, [[fault.rule, fault.detail] for fault in one.faults]]
            for one in rejected[-MOST_KEPT:]
        ],
    }
    sessions.remember_state(session, STATE_NAME, json.dumps(kept, ensure_ascii=False))


def why_of(sessions: SessionStore, session: SessionId) -> Why | None:
    """Return the reasons for the last reply of a session; None where none are kept or can be read."""
    try:
        kept = json.loads(sessions.state(session, STATE_NAME) or "null")
        reasons = tuple(Reason(str(name), str(detail)) for name, detail in kept["reasons"])
        rejected = tuple(
            Rejected(str(text), VoiceName(voice), tuple(Fault(str(rule), str(detail)) for rule, detail in faults))
            for text, voice, faults in kept["rejected"]
        )
    except (TypeError, KeyError, ValueError):
        return None
    return Why(reasons, rejected)
