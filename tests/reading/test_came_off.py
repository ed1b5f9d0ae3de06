"""What a person did, held out in, or was praised for is heard only in plain forms, and only of themselves."""

from __future__ import annotations

import pytest

from assistant.reading.came_off import came_off, was_praised


@pytest.mark.parametrize(
    "sentence",
    [
        "Rang the landlord at last, and he laughed.",
        "I finally told Odile about the flat, straight out.",
        "Sang the low part on my own for the first time.",
        "I finished the quilt, all forty squares.",
        "i managed to keep my mouth shut for an hour",
        "I said no, and the roof stayed on.",
        "But I won’t give up on the orchard.",
        "Home by six and rather pleased with myself.",
        "We did a good day's work on the sluice.",
        "The oral went better than I feared.",
    ],
)
def test_a_deed_of_ones_own_is_heard(sentence: str) -> None:
    """Said with "I", or begun with its verb as people write in the evening."""
    assert came_off(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The rain stopped at last.",
        "Odile finally rang.",
        "I wish I had finished the quilt.",
        "I nearly managed to keep quiet.",
        "I managed to break the good jug.",
        "I never rang the landlord at last week's price.",
        "I should have said no.",
        "Bus, work, soup, bed.",
        "Said good night on the stairs.",
        "I made it my business to ask.",
    ],
)
def test_what_happened_by_itself_or_not_at_all_is_not_heard(sentence: str) -> None:
    """Weather, other people's deeds, wishes and mishaps are nobody's strength."""
    assert not came_off(sentence)


@pytest.mark.parametrize(
    ("sentence", "praised"),
    [
        ("Milo says I have a gift for the hard ones.", True),
        ("The foreman told me I was the best hand on the slip.", True),
        ("Odile said it was the clearest talk of the week.", True),
        ("They thanked me for the ladder.", True),
        ("Milo says I was late again.", False),
        ("Milo says the soup was good.", False),
        ("Odile said I was no good at it.", False),
    ],
)
def test_praise_is_heard_where_it_is_of_the_writer(sentence: str, praised: bool) -> None:
    """What somebody found good must be what the writer did."""
    assert was_praised(sentence) is praised
