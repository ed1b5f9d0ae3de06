"""What was forgotten in one place stands in no other, on whatever page it was shown before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList, Static, TextArea

from assistant.core.entry import Entry
from assistant.tui.entry_screen import EntryScreen
from assistant.tui.journal import JournalScreen
from assistant.tui.search_screen import SearchScreen
from assistant.tui.today import TodayScreen
from assistant.vault import forget, open_vault
from tests.tui.test_places import painted, settle
from tests.tui.test_today import composer, say

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.tui.conftest import Evening

CANARY = "The zyzzyva hums in the shed."


async def gone(evening: Evening, pilot: Pilot[None], entry: Entry, key: str) -> None:
    """Forget an entry elsewhere, come back with a key, and wait until nothing of it is painted."""
    await pilot.press("f1")
    await settle(evening, pilot, "[Help]")
    forget(evening.vault, [entry.id])
    await pilot.press(key)
    await evening.until(lambda: pilot.app.current_mode != "help")
    await evening.until(lambda: "zyzzyva" not in painted(pilot), "the page without it")


async def test_a_search_lets_go_of_a_forgotten_line(evening: Evening) -> None:
    """The lines that were found are looked for again; the other one stays."""
    entry = evening.wrote(CANARY)
    evening.wrote("The shed wants paint.", days_ago=1)
    async with evening.on_screen((120, 40)) as pilot:
        await pilot.press("f6", *"shed", "enter")
        await evening.happened(SearchScreen.HitsShown)
        await settle(evening, pilot, CANARY)
        await gone(evening, pilot, entry, "f6")
        await evening.happened(SearchScreen.HitsShown, 2)
        await settle(evening, pilot, "The shed wants paint.")


async def test_the_journal_shows_no_forgotten_entry_beside_its_list(evening: Evening) -> None:
    """Neither the last entry of a month, nor one in whose place of the list a day's heading comes to stand."""
    entry = evening.wrote(CANARY)
    async with evening.on_screen((120, 40)) as pilot:
        await pilot.press("f4")
        await evening.happened(JournalScreen.MonthShown)
        await settle(evening, pilot, CANARY)
        await gone(evening, pilot, entry, "f4")
        entry = evening.wrote(CANARY)
        evening.wrote("Bread again.")
        evening.wrote("Rain.", days_ago=1)
        await pilot.press("f3", "f4")
        await evening.happened(JournalScreen.MonthShown, 3)
        listed = pilot.app.screen.query_one("#list", OptionList)
        listed.highlighted = listed.get_option_index(str(entry.id))
        await evening.until(lambda: CANARY in str(pilot.app.screen.query_one("#beside .text", Static).render()))
        await gone(evening, pilot, entry, "f4")
        await settle(evening, pilot, "Bread again.", "Rain.")


async def test_the_page_for_today_lets_go_of_what_was_said_and_remembered(evening: Evening) -> None:
    """The turn, its answer and the line beside it go; so does the line of another year above them."""
    evening.wrote(CANARY, days_ago=366)
    before = evening.wrote("The zyzzyva was louder then.", days_ago=8)
    evening.remembered(before, "The zyzzyva was louder then.")
    async with evening.on_screen((120, 40)) as pilot:
        await settle(evening, pilot, CANARY)
        await say(pilot, "It hums again.")
        await evening.happened(TodayScreen.ReplyShown)
        await settle(evening, pilot, "louder then", evening.converse.answer.text[:30])
        assert isinstance(pilot.app.screen, TodayScreen)
        today = pilot.app.screen
        [said] = [one for one in evening.vault.entries.latest(9) if one.text == "It hums again."]
        years_ago = next(one for one in evening.vault.entries.between() if one.text == CANARY)
        forget(evening.vault, [before.id, said.id])
        await gone(evening, pilot, years_ago, "f3")
        assert "It hums again." not in painted(pilot)
        assert evening.converse.answer.text[:30] not in painted(pilot)
        assert today.exchange is None


async def test_a_field_lets_go_of_a_change_to_a_forgotten_entry(evening: Evening) -> None:
    """Its page goes when the person comes back to it, and no draft holds the words again."""
    entry = evening.wrote(CANARY)
    async with evening.on_screen((120, 40)) as pilot:
        await pilot.app.push_screen(EntryScreen(entry.id))
        await pilot.press("e")
        pilot.app.screen.query_one(TextArea).insert("Again: ")
        await gone(evening, pilot, entry, "f3")
        await evening.until(lambda: isinstance(pilot.app.screen, TodayScreen))
        assert not any("no entry" in one.message for one in pilot.app._notifications)
    with open_vault(evening.folder) as again:
        assert again.drafts.draft(str(entry.id)) == ""


async def test_the_composer_lets_go_of_forgotten_words_that_it_gave_back(evening: Evening) -> None:
    """The words of a stopped reply go with their entry; what was typed to go on from them stays, and is the draft."""
    evening.converse.gate.clear()
    async with evening.on_screen((120, 40)) as pilot:
        await say(pilot, CANARY)
        await evening.until(lambda: evening.vault.entries.count() == 1)
        await pilot.press("escape")
        await evening.happened(TodayScreen.ReplyStopped)
        composer(pilot).insert("\nIt is late.")
        await evening.until(lambda: "late" in evening.vault.drafts.draft(TodayScreen.DRAFT))
        await gone(evening, pilot, evening.vault.entries.latest(1)[0], "f3")
        assert composer(pilot).text == "It is late."
        assert evening.vault.drafts.draft(TodayScreen.DRAFT) == "It is late."
