"""One measure for all wordings, whoever worded them."""

from __future__ import annotations

import pytest

from assistant.coaching.challenging import challenge_each
from assistant.coaching.critic import Ground
from assistant.coaching.plan import Option
from assistant.coaching.planner import plan_turn
from assistant.coaching.session_state import SessionState
from assistant.coaching.weighing import worth
from assistant.core.reading import Assumption, AssumptionKind, Reading
from assistant.core.span import Span
from assistant.reading.acts import hear_acts
from assistant.reading.read import read_text
from tests.coaching.coach_room import MESSAGES, coach_words, turn

MESSAGE = "My landlord is putting the rent up, and people like me don't argue with landlords."
PLAN = plan_turn(MESSAGE, Reading(), frozenset(), SessionState())


def weigh(text: str, message: str = MESSAGE, option: Option | None = None) -> float:
    """Weigh a wording for a message."""
    return worth(text, option or PLAN.options[0], Ground(message), coach_words().bank.vocabulary)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("What would your landlord say about the rent?", "What do you think about that?"),
        ("Who are the people like you, that don't argue?", "What is the most important thing for you?"),
        ("What happened the last time you did argue with landlords?", "What colour is the aeroplane in the rent?"),
        ("Who taught you not to argue with landlords?", "Who said people like me don't argue with landlords, we just?"),
        ("When did the rent last go up?", "How can you plan to improve?"),
    ],
)
def test_the_question_that_fits_weighs_more(better: str, worse: str) -> None:
    """On their phrase, of the type, nothing invented, no parrot, nothing that could be asked of anyone."""
    assert weigh(better) > weigh(worse)


def test_a_question_weighs_less_for_another_persons_message() -> None:
    """What was worded for one person weighs more there than with somebody else's message."""
    own, others, pairs = 0.0, 0.0, 0
    for place, message in enumerate(MESSAGES[:54]):
        plan, reply, _state = turn(message, SessionState())
        if not plan.options or reply.question is None:
            continue
        other = MESSAGES[(place + 7) % 54]
        other_plan = plan_turn(other, read_text(other), hear_acts(other), SessionState())
        if not other_plan.options:
            continue
        own += weigh(reply.text, message, plan.options[0])
        others += weigh(reply.text, other, other_plan.options[0])
        pairs += 1
    assert pairs > 40
    assert own / pairs > others / pairs + 0.2


def test_each_assumption_is_challenged_with_its_own_question() -> None:
    """Every span gets one question, in the order of the text, none of them twice."""
    text = "I should have called by now. Everyone thinks I don't care. If I ring tonight she'll only hear guilt."
    spans = [(0, 28), (29, 58), (59, 100)]
    assumptions = tuple(Assumption(Span(*span), AssumptionKind.OTHER, 0.9) for span in reversed(spans))
    challenged = challenge_each(text, assumptions, coach_words())
    assert [(one.assumption.span.start, one.assumption.span.end) for one in challenged] == spans
    assert len({one.question for one in challenged}) == 3
    assert all(one.question.endswith("?") for one in challenged)


@pytest.mark.parametrize("text", ["", "Soup.", "…", "[/x] ``` {{user}}"])
def test_a_text_without_assumptions_is_not_challenged(text: str) -> None:
    """Nothing heard, nothing asked."""
    assert challenge_each(text, (), coach_words()) == []


def test_what_is_written_in_a_crisis_is_not_challenged() -> None:
    """Nobody who wants to die is asked what speaks against it."""
    text = "Everyone would be better off. I want to kill myself."
    assumption = Assumption(Span(0, 29), AssumptionKind.GENERALIZATION, 0.9)
    assert challenge_each(text, (assumption,), coach_words()) == []
