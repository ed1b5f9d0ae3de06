"""The page that a practice leaves for others: what the person chose to show, word for word, and nothing else."""

from __future__ import annotations

from assistant.coaching.practice import STATE_NAME, Practice, PracticeState
from assistant.ports import SessionStore

SESSIONS_LOOKED_AT = 50
"""How far back the last run is looked for."""


def page_of(sessions: SessionStore, practice: Practice) -> str:
    """Return what was answered to the steps of the page in the newest run that has any; empty where there is none."""
    for session in sessions.sessions(SESSIONS_LOOKED_AT):
        kept = sessions.state(session.id, STATE_NAME)
        try:
            state = PracticeState.from_json(kept) if kept else None
        except (ValueError, TypeError):
            continue
        if state is not None and state.practice == practice.name:
            chosen = [answer.text for answer in state.answers if answer.step in practice.page]
            if chosen:
                return "\n\n".join(chosen)
    return ""
