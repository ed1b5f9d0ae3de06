"""Causes and effects: what brings about what, and whether it feeds or starves it."""

from __future__ import annotations

import pytest

from assistant.core.reading import Sign
from assistant.reading.heads import Heads, open_heads
from assistant.reading.read import read_text
from assistant.shipped import shipped

HEADS = open_heads(shipped("models"))


@pytest.mark.parametrize(
    ("text", "cause", "effect", "sign"),
    [
        ("The more I worry, the less I sleep.", "The more I worry", "the less I sleep", Sign.OPPOSITE),
        ("The more he shouts, the more I hide.", "The more he shouts", "the more I hide", Sign.SAME),
        ("I snap at the kids because I've slept badly.", "I've slept badly", "I snap at the kids", Sign.SAME),
        (
            "Whenever I skip lunch, I get a headache by three.",
            "Whenever I skip lunch",
            "I get a headache by three",
            Sign.SAME,
        ),
        ("Whenever I skip dinner, I get a headache by three.",
         "Whenever I skip dinner", "I get a headache by three", Sign.SAME),
        ("Whenever I call my mother I feel guilty.", "Whenever I call my mother", "I feel guilty", Sign.SAME),
        ("Whenever my manager emails after six I can't sleep.",
         "Whenever my manager emails after six", "I can't sleep", Sign.SAME),
        ("The grumpier he is, the more I hide in the shed.",
         "The grumpier he is", "the more I hide in the shed", Sign.SAME),
        ("When I stay up my back hurts.", "When I stay up", "my back hurts", Sign.SAME),
        ("He shouts at me, so I keep my mouth shut.", "He shouts at me", "I keep my mouth shut", Sign.SAME),
        ("I can't say no so my evenings make me tired.", "I can't say no", "my evenings make me tired", Sign.SAME),
        ("Walking home makes me kinder.", "Walking home", "me kinder", Sign.SAME),
        ("Because I never say no, my evenings fill up.", "I never say no", "my evenings fill up", Sign.SAME),
    ],
)  # fmt: skip
def test_cause_and_effect_are_named_in_the_persons_words(text: str, cause: str, effect: str, sign: Sign) -> None:
    """Each form of speech gives its cause and its effect, whichever comes first, and the sign."""
    (link,) = read_text(text, heads=HEADS).links
    assert (link.cause, link.effect, link.sign) == (cause, effect, sign)
    assert link.span.of(text).startswith(text[:5])


def test_a_chain_of_causes_is_told_link_by_link() -> None:
    """A sentence in which an effect becomes the next cause gives both links."""
    text = "When I don't sleep I eat rubbish, and when I eat rubbish I don't run."
    links = read_text(text, heads=HEADS).links
    assert [(found.cause, found.effect) for found in links] == [
        ("When I don't sleep", "I eat rubbish"),
        ("when I eat rubbish", "I don't run"),
    ]


@pytest.mark.parametrize("heads", [HEADS, None], ids=["heads", "rules"])
@pytest.mark.parametrize(
    "text",
    [
        "We had dinner and then watched the news.",
        "I've lived in Hull since 1998.",
        "The kettle is on the stove.",
        "She made a cake for the fair.",
    ],
)
def test_what_only_follows_in_time_is_no_cause(text: str, heads: Heads | None) -> None:
    """A list of what happened, a since of time and a making of cakes are no links."""
    assert read_text(text, heads=heads).links == ()
