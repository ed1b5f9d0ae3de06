"""What the person keeps, on the screen: the history of each record, everything they own, the page for others."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList, TextArea

from assistant.coaching.practice import STATE_NAME, PracticeState, StepAnswer
from assistant.core.entry import EntryKind, Writing
from assistant.core.ids import Area, RecordId, SessionId
from assistant.core.records import Feedback, Strength
from assistant.services.compass import Compass, VisionLine
from assistant.tui import words_kept
from assistant.tui.compass_screen import CompassScreen
from assistant.tui.findings_screen import FindingsScreen
from assistant.tui.page_screen import PageScreen
from tests.tui.test_insight_places import Practising
from tests.tui.test_places import settle

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.tui.conftest import Evening

HOME = Area("home")


def keep(evening: Evening) -> None:
    """Keep a vision that was changed, a word from somebody else, and a strength that was taken back."""
    compass, records = Compass(evening.vault.records), evening.vault.records
    for month, statement in ((3, "I cook three evenings a week."), (9, "I cook once a week.")):
        compass.state(None, [VisionLine(HOME, statement, date(2024, month, 1), ("supper at eight",))], evening.clock())
    records.put(Feedback(RecordId("f"), HOME, "Ruth", "You are always late.", date(2024, 5, 1)), evening.clock())
    records.put(Strength(RecordId("s"), "I finish things."), evening.clock())
    records.withdraw(RecordId("s"), evening.clock())


async def on_practice(evening: Evening, pilot: Pilot[None], name: str) -> None:
    """Go to the practices and choose one."""
    await pilot.press("f10")
    await evening.happened(FindingsScreen.FindingsShown)
    listed = pilot.app.screen.query_one("#list", OptionList)
    listed.highlighted = listed.get_option_index(name)
    await pilot.pause()


async def test_the_compass_shows_how_an_area_came_to_stand_so(evening: Evening) -> None:
    """H tells both versions of the vision and what others said, each with its words."""
    keep(evening)
    async with evening.on_screen((120, 40)) as pilot:
        await pilot.press("f5")
        await evening.happened(CompassScreen.AreasShown)
        listed = pilot.app.screen.query_one("#areas", OptionList)
        listed.highlighted = listed.get_option_index("home")
        await pilot.press("h")
        await settle(evening, pilot, "I cook three evenings a week.", "I cook once a week.", "You are always late.")
        await pilot.press("escape", "home", "h")
        await settle(evening, pilot, words_kept.NO_AREA_HISTORY)


async def test_everything_that_is_kept_is_listed_with_its_history(evening: Evening) -> None:
    """H on the practices lists every record, one that was taken back too; Esc goes back."""
    keep(evening)
    evening.practising = Practising(evening)
    async with evening.on_screen((120, 40)) as pilot:
        await on_practice(evening, pilot, "iceberg")
        await pilot.press("h")
        await settle(evening, pilot, words_kept.RECORDS_INTRO[:40], "Vision,", "2 versions", "Feedback", "taken back")
        await settle(evening, pilot, "I cook three evenings a week.", "signs of progress: supper at eight")
        await pilot.press("h")
        await settle(evening, pilot, words_kept.HISTORY_KEYS)
        await pilot.press("escape", "escape")
        await settle(evening, pilot, "P the page for others")


@pytest.mark.parametrize(
    ("name", "said"), [("iceberg", words_kept.NO_PAGE), ("shared-vision", words_kept.NOTHING_CHOSEN)]
)
async def test_without_a_page_it_says_so(evening: Evening, name: str, said: str) -> None:
    """A practice that makes none, and one in which nothing was chosen yet."""
    evening.practising = Practising(evening)
    async with evening.on_screen((120, 40)) as pilot:
        await on_practice(evening, pilot, name)
        await pilot.press("p")
        await settle(evening, pilot, said[:25])


async def test_the_page_holds_what_was_chosen_and_is_written_where_the_person_says(
    evening: Evening, tmp_path: Path
) -> None:
    """P shows it, W asks for a place, and nothing else that was said is on it."""
    evening.practising = Practising(evening)
    session = SessionId("shared")
    entry = evening.vault.entries.add(Writing(evening.clock(), "x", EntryKind.MESSAGE, session=session))
    told = (("group", "the family"), ("apart", "They want the sea."), ("share", "I want Sundays in one room."))
    state = PracticeState("shared-vision", answers=tuple(StepAnswer(step, text, entry.id) for step, text in told))
    evening.vault.sessions.remember_state(session, STATE_NAME, state.to_json())
    place = tmp_path / "page.md"
    async with evening.on_screen((120, 40)) as pilot:
        await on_practice(evening, pilot, "shared-vision")
        await pilot.press("p")
        await settle(evening, pilot, "I want Sundays in one room.", words_kept.PAGE_KEYS)
        await pilot.press("w")
        await settle(evening, pilot, words_kept.PAGE_WHERE)
        pilot.app.screen.query_one(TextArea).text = str(place)
        await pilot.press("ctrl+s")
        await evening.happened(PageScreen.PageWritten)
        assert place.read_text(encoding="utf8").strip() == "I want Sundays in one room."
