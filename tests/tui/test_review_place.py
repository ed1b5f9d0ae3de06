"""The place of the review: a real review of a real vault, read, written as a page and talked over."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import TextArea

from assistant.bootstrap.models import embedding_file
from assistant.bootstrap.reviews import Form, Reviews
from assistant.core.ids import SessionId
from assistant.core.period import Period
from assistant.core.review import Figures
from assistant.engine.embedder import LlamaEmbedder
from assistant.engine.process import EngineProcess, python_module
from assistant.reading.acts import hear_acts
from assistant.services.coach_words import load_coach_words
from assistant.services.converse import Converse
from assistant.services.desk import Led
from assistant.services.hearing import Hearing
from assistant.services.kept_vectors import KeptVectors
from assistant.services.remember import Progress
from assistant.shipped import shipped
from assistant.tui.composer import Composer
from assistant.tui.led_talk import LedTalk
from assistant.tui.review_screen import ReviewScreen
from assistant.tui.today import TodayScreen
from tests.tui.test_places import painted, settle

if TYPE_CHECKING:
    from tests.tui.conftest import Evening


class Pages:
    """The reviews of the evening's vault, as bootstrap joins them."""

    def __init__(self, evening: Evening, reviews: Reviews) -> None:
        self._evening, self._reviews = evening, reviews

    async def markdown(self, period: Period, progress: Progress | None = None) -> str:
        """Return a review to be read."""
        return await self._reviews.page(period, Form.MARKDOWN, progress)

    async def figures(self, period: Period) -> Figures:
        """Return what it draws."""
        return (await self._reviews.review(period)).figures

    async def write_page(self, period: Period, place: Path) -> None:
        """Write a review as one page."""
        place.write_text(await self._reviews.page(period, Form.HTML), encoding="utf8")

    async def close(self, period: Period, session: SessionId) -> Led:
        """Begin the conversation about its questions."""
        closing = await self._reviews.closing(period)
        converse = Converse(
            self._evening.vault, load_coach_words(shipped("prompts")), read=Hearing(None).hear, hear=hear_acts,
            clock=self._evening.clock, guide=closing,
        )  # fmt: skip
        return Led(converse, closing.opening(session))


@pytest.fixture
async def looking_back(evening: Evening) -> AsyncIterator[Evening]:
    """An evening at the end of a winter in which a few things were written."""
    process = EngineProcess(lambda: python_module("assistant.engine.embedder_child"))
    vectors = KeptVectors(LlamaEmbedder(process, embedding_file()), evening.vault)
    evening.reviews = Pages(evening, Reviews(evening.vault, vectors, evening.clock))
    evening.wrote("Walked to the reservoir before work. Frost on the rails.", days_ago=3)
    evening.wrote("I'll call Mark on Friday.", days_ago=20)
    evening.wrote("The autumn one, and the [link](http://example.org) in it.", days_ago=100)
    yield evening
    await process.close()


async def test_the_quarter_is_read_and_left_for_the_one_before(looking_back: Evening) -> None:
    """The quarter that today is in stands first; the arrows go through quarters, never past today's; S to the month."""
    async with looking_back.on_screen((120, 40)) as pilot:
        await pilot.press("ctrl+r")
        await looking_back.happened(ReviewScreen.ReviewShown)
        await settle(looking_back, pilot, "2025-Q1", "Your quarter", "1 January 2025")
        await pilot.press("left")
        await looking_back.happened(ReviewScreen.ReviewShown, 2)
        await settle(looking_back, pilot, "2024-Q4")
        await pilot.press("right")
        await looking_back.happened(ReviewScreen.ReviewShown, 3)
        await settle(looking_back, pilot, "2025-Q1")
        await pilot.press("right")
        await pilot.press("s")
        await looking_back.happened(ReviewScreen.ReviewShown, 4)
        await settle(looking_back, pilot, "2025-02", "Your month")


async def test_it_is_written_where_the_person_says(looking_back: Evening, tmp_path: Path) -> None:
    """W asks where, and the page is there."""
    place = tmp_path / "winter.html"
    async with looking_back.on_screen((120, 40)) as pilot:
        await pilot.press("ctrl+r")
        await looking_back.happened(ReviewScreen.ReviewShown)
        await pilot.press("w")
        await looking_back.until(lambda: bool(pilot.app.screen.query(TextArea)))
        pilot.app.screen.query_one(TextArea).load_text(str(place))
        await pilot.press("ctrl+s")
        await looking_back.until(place.exists)
        await settle(looking_back, pilot, "Written")
    assert "Frost on the rails" in place.read_text(encoding="utf8")


async def test_its_questions_are_talked_over(looking_back: Evening) -> None:
    """T opens the conversation with the first question; the answer is saved like any words."""
    async with looking_back.on_screen((120, 40)) as pilot:
        await pilot.press("ctrl+r")
        await looking_back.happened(ReviewScreen.ReviewShown)
        await pilot.press("t")
        await settle(looking_back, pilot, "2025-Q1", "Your answers become part of it")
        pilot.app.screen.query_one(Composer).insert("Walking more, before anyone is up.")
        await pilot.press("enter")
        await looking_back.happened(TodayScreen.ReplyShown)
        assert looking_back.vault.entries.latest(1)[0].text == "Walking more, before anyone is up."
        talk = pilot.app.screen
        assert isinstance(talk, LedTalk)
        await looking_back.until(lambda: not talk.busy)
        talk.query_one(Composer).insert("And the canal, wh")
        await pilot.press("escape")
        await settle(looking_back, pilot, "[Review]")
        assert "Lodestar" in painted(pilot)
        assert looking_back.vault.drafts.draft("review:2025-Q1") == "And the canal, wh"
