"""Say which short answers fit a turn that stands outside a reflection, the finest first."""

from __future__ import annotations

from assistant.coaching.plan import Occasion, Plan
from assistant.coaching.session_state import SessionState


def situations_of(plan: Plan, state: SessionState, language: str = "en") -> tuple[str, ...]:
    """Return the situations of an aside that fit the plan, the finest first; none where a question is asked."""
    match plan.occasion:
        case Occasion.OFF_TOPIC | Occasion.REDIRECT:
            midway = (f"{plan.occasion.value}_midway",) if state.thread else ()
            return (*midway, plan.occasion.value)
        case Occasion.OTHER_LANGUAGE:
            again = state.occasions[-1:] == (Occasion.OTHER_LANGUAGE,)
            return (*((f"{language}_again",) if again else ()), language, "other_language")
        case Occasion.GOODBYE:
            return ("goodbye_again",) if state.ended else (*(("goodbye_step",) if state.step else ()), "goodbye")
        case Occasion.LEAVE_IT | Occasion.TOO_MANY_QUESTIONS if plan.may_rest:
            return (plan.occasion.value, f"{plan.occasion.value}_first", f"{plan.occasion.value}_plain")
        case _:
            return ()
