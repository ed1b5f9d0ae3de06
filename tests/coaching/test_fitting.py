"""A question that does not fit: turned round, told to another, of one who was not told, of what is not yet so."""

from __future__ import annotations

import pytest

from assistant.coaching.critic import Ground
from assistant.coaching.fitting import misfits


@pytest.mark.parametrize(
    ("text", "message", "rule"),
    [
        ("What does it mean that you don't want him to sing?", "I want him to sing with us.", "turned_round"),
        ("How did it look when you did not ring her?", "I ring her and she laughs.", "turned_round"),
        ("What was it like when Bram told you it leaks?", "Bram told the choir that it leaks.", "told_another"),
        ("What might your wife have thought when you sold it?", "I sold it and didn't tell my wife.", "not_told"),
        ("What might she have felt when you sold it?", "I sold it. I never told her.", "not_told"),
        ("What might Wanda have made of the boat?", "I sold the boat. Wanda doesn't know.", "not_told"),
        ("“maybe I ring my aunt”: who, if anyone, knows that?", "But maybe I ring my aunt.", "not_yet_so"),
        ("“I'll sell it”: who else knows that?", "I'll sell it then.", "not_yet_so"),
        ("What have you seen in yourself that says you have sold the boat?", "Sold the boat.", "no_claim"),
        (
            "“my niece left her drawing here”: what is that like to live with?",
            "My niece left her drawing here.",
            "no_burden",
        ),
        ("Who do you want near you with this, “we won the regatta”?", "We won the regatta. I'm sad.", "no_burden"),
        ("“nobody needs me there”: what is that like to live with?", "In the shed nobody needs me there.", "no_burden"),
        (
            "“nobody needs me there”: what does thinking that do to you?",
            "In the shed nobody needs me there.",
            "no_burden",
        ),
        ("“I stay first”: what does that mean to you?", "It means I stay first in the list.", "says_its_meaning"),
    ],
)
def test_what_does_not_fit_is_told(text: str, message: str, rule: str) -> None:
    """Each by its rule."""
    assert rule in [fault.rule for fault in misfits(text, Ground(message))]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("What does it mean that you don't want to sing?", "I don't want to sing with them."),
        ("What would happen if you did not ring her?", "I ring her every Sunday."),
        ("What was it like when Bram told you it leaks?", "Bram told me that it leaks."),
        ("What tells you that it leaks?", "Bram told the choir that it leaks."),
        ("What might your wife have thought when you sold it?", "I sold it and told my wife."),
        ("What would Wanda think, if she knew?", "I sold the boat. Wanda doesn't know."),
        ("“nobody writes to me”: what is that like to live with?", "Nobody writes to me."),
        ("“I stay first”: what does that mean to you?", "I stay first in the list."),
        ("“I never liked the boat”: who, if anyone, knows that?", "I never liked the boat."),
        ("What have you seen that says they will never ask?", "They will never ask."),
    ],
)
def test_what_fits_is_left(text: str, message: str) -> None:
    """A not that they said, a supposition, what they were told, and a claim."""
    assert not list(misfits(text, Ground(message)))
