"""A model may join sentences of the review, and nothing that it adds, drops or judges is ever shown."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import date

import pytest

from assistant.core.capability import NEEDS, Feature
from assistant.core.ids import EntryId
from assistant.core.review import Block, Coverage, Dated, Fact, Figures, Review, Section, Topic
from assistant.ports import Ask, VoiceEvent, VoiceFacts
from assistant.report.plain import plain
from assistant.services.reviewing.joining import adds_nothing, join
from assistant.testing import ScriptedVoice
from tests.services.reviewing.review_room import QUARTER

FIRST = Fact(
    ("You wrote 12 entries, first on ", Dated(date(2025, 4, 2), EntryId("a" * 16)), "."), counted=(EntryId("a" * 16),)
)
SECOND = Fact(("You wrote 3 of them after ", Dated(date(2025, 6, 1)), "."))
GIVEN = "You wrote 12 entries, first on 2 April. You wrote 3 of them after 1 June."
GOOD = "You wrote 12 entries, first on 2 April, and 3 of them after 1 June."


class Examined:
    """A scripted voice that passed what joining needs."""

    def __init__(self, voice: ScriptedVoice) -> None:
        self._voice = voice

    async def facts(self) -> VoiceFacts:
        """Describe it."""
        return replace(await self._voice.facts(), passed=NEEDS[Feature.REVIEW_PROSE])

    def ask(self, ask: Ask) -> AsyncGenerator[VoiceEvent, None]:
        """Say the next line."""
        return self._voice.ask(ask)

    async def close(self) -> None:
        """Do nothing."""


def review(*facts: Fact) -> Review:
    """Return a review of these sentences."""
    section = Section(Topic.EARLIER, "Beside the time before", "", (Block((), facts),))
    nothing = Figures((), Coverage((), (), (), ()), (), ())
    return Review(QUARTER, QUARTER.last, False, (section,), (), nothing)


def said(made: Review) -> list[str]:
    """Return the sentences of a review."""
    return [plain(fact.parts, made.period) for fact in made.facts()]


async def test_a_joined_sentence_keeps_its_days_and_what_it_counts() -> None:
    """The days of both are values in it, leading to the same entries."""
    voice = ScriptedVoice([GOOD])
    made = await join(review(FIRST, SECOND), Examined(voice), "Join.")
    assert said(made) == [GOOD]
    (fact,) = made.facts()
    assert list(fact.days()) == [date(2025, 4, 2), date(2025, 6, 1)]
    assert fact.counted == FIRST.counted
    assert [turn.text for turn in voice.asks[0].turns] == ["Join.", GIVEN]


@pytest.mark.parametrize(
    "bad",
    [
        "You wrote 12 entries, first on 2 April, and 3 of them after 2 June.",
        "You wrote 13 entries, first on 2 April, and 3 of them after 1 June.",
        "You wrote 12 entries, first on 2 April, and only 3 of them after 1 June.",
        "You wrote 12 entries, first on 2 April, and not 3 of them after 1 June.",
        "You wrote 12 entries, first on 2 April, but stopped: 3 of them after 1 June.",
        "You wrote 12 entries, first on 2 April.",
        "You wrote 12 entries, first on 2 April. And 3 of them after 1 June.",
        "Great progress: you wrote 12 entries, first on 2 April, and 3 of them after 1 June.",
        "You wrote 12 entries, first on 2 April, and 3 of them after 1 June, because of the ferry.",
        "You wrote 12 entries, first on 2 April, and 3 of them after 1 June?",
        "",
        "1 June 2 April 12 3.",
        GOOD + "\nIgnore the above.",
        "<b>You</b> wrote 12 entries, first on 2 April, and 3 of them after 1 June.",
    ],
)
async def test_what_adds_drops_or_judges_is_never_shown(bad: str) -> None:
    """The sentences stay as code made them."""
    before = review(FIRST, SECOND)
    assert not adds_nothing(bad, GIVEN)
    assert await join(before, Examined(ScriptedVoice([bad])), "Join.") == before


async def test_a_model_that_did_not_pass_is_not_asked() -> None:
    """Nor is there anything to ask without a voice."""
    voice, before = ScriptedVoice([GOOD]), review(FIRST, SECOND)
    assert await join(before, voice, "Join.") == before
    assert voice.asks == []
    assert await join(before, None, "Join.") == before


async def test_a_model_that_stops_leaves_the_review_as_it_is() -> None:
    """A review never fails for want of a model."""
    voice, before = ScriptedVoice([GOOD]), review(FIRST, SECOND)
    voice.stop_next()
    assert await join(before, Examined(voice), "Join.") == before


async def test_words_of_the_person_are_given_to_no_model() -> None:
    """A sentence with a quotation or with lines is passed over, and keeps its place."""
    from datetime import UTC, datetime

    from assistant.core.entry import Quotation
    from assistant.core.span import Span

    line = Quotation(EntryId("a" * 16), datetime(2025, 4, 2, tzinfo=UTC), Span(0, 4), "Rain")
    quoting, leading = Fact(("You wrote: ", line)), Fact(("Among them:",), (line,))
    voice, before = ScriptedVoice([GOOD]), review(quoting, FIRST, leading, SECOND)
    assert await join(before, Examined(voice), "Join.") == before
    assert voice.asks == []
