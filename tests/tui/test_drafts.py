"""What is typed and not kept is never lost: not to a vault that takes no words, the lock, the end, or leaving early."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import pytest
from sqlcipher3 import dbapi2
from textual.widgets import Input, TextArea

from assistant.core.ids import Area, SessionId
from assistant.core.records import Purpose
from assistant.errors import DiskFull
from assistant.services.compass import Compass, VisionLine
from assistant.services.desk import Desk, Led
from assistant.tui import words
from assistant.tui.app import LodestarApp
from assistant.tui.area_screen import AreaScreen
from assistant.tui.composer import Composer
from assistant.tui.entry_screen import EntryScreen
from assistant.tui.led_talk import LedTalk
from assistant.tui.purpose_screen import PurposeScreen
from assistant.tui.today import TodayScreen
from assistant.tui.turns import Notice, PersonTurn
from assistant.tui.words_screen import WordsScreen
from assistant.vault import open_vault
from tests.tui.test_places import settle
from tests.tui.test_today import SAID, composer, say, shown

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from assistant.vault import SqlVault
    from tests.tui.conftest import Evening


def held_elsewhere(vault: SqlVault) -> dbapi2.Connection:
    """Return another connection that is in the middle of a write; the vault itself waits only a moment for it."""
    vault.database.rows("PRAGMA busy_timeout = 20")
    elsewhere = dbapi2.connect(str(vault.layout.database), isolation_level=None)
    elsewhere.execute("BEGIN IMMEDIATE")
    return elsewhere


async def unlocked(evening: Evening, pilot: Pilot[None], times: int = 1) -> None:
    """Give the passphrase."""
    await settle(evening, pilot, "passphrase opens it")
    await pilot.press(*"open sesame", "enter")
    await evening.happened(LodestarApp.DeskOpened, times)


async def test_words_that_another_program_keeps_from_being_saved_come_back(evening: Evening) -> None:
    """While something else writes, the words are in the composer again, in no turn, and their draft stays."""
    async with evening.on_screen() as pilot:
        composer(pilot).insert(SAID)
        await evening.until(lambda: evening.vault.drafts.draft(TodayScreen.DRAFT) == SAID)
        elsewhere = held_elsewhere(evening.vault)
        await pilot.press("enter")
        await evening.until(lambda: bool(pilot.app.screen.query(Notice)))
        assert words.NOT_SAVED in shown(pilot)
        assert composer(pilot).text == SAID
        assert not pilot.app.screen.query(PersonTurn)
        elsewhere.close()
        assert evening.vault.drafts.draft(TodayScreen.DRAFT) == SAID
        await pilot.press("enter")
        await evening.happened(TodayScreen.ReplyShown)
        assert [entry.text for entry in evening.vault.entries.latest(5)] == [SAID]


async def test_saved_words_are_not_given_back_when_the_answer_finds_no_room(evening: Evening) -> None:
    """What fails after the words are on disk says so, and leaves nothing to be sent a second time."""
    evening.converse.error = DiskFull("There is no room to save.", "Free some space.")
    async with evening.on_screen() as pilot:
        await say(pilot, SAID)
        await evening.until(lambda: bool(pilot.app.screen.query(Notice)))
        assert words.NO_REPLY in shown(pilot)
        assert composer(pilot).text == ""
        assert evening.vault.entries.count() == 1


async def test_what_was_typed_just_before_the_end_is_a_draft(evening: Evening) -> None:
    """Ctrl+Q within the pause between words loses none of them."""
    async with evening.on_screen() as pilot:
        composer(pilot).insert("I was about to")
        await pilot.press("ctrl+q")
    with open_vault(evening.folder) as again:
        assert again.drafts.draft(TodayScreen.DRAFT) == "I was about to"


async def test_a_change_outlives_the_lock_until_it_is_saved(encrypted_evening: Evening) -> None:
    """Words half changed stand in the field again after the passphrase; saved, they are no draft any more."""
    evening = encrypted_evening
    entry = evening.wrote("Swam two lengths.")
    async with evening.on_screen() as pilot:
        await unlocked(evening, pilot)
        await pilot.app.push_screen(EntryScreen(entry.id))
        await pilot.press("e")
        pilot.app.screen.query_one(TextArea).insert("At dawn. ")
        await pilot.press("ctrl+l")
        await unlocked(evening, pilot, 2)
        await pilot.app.push_screen(EntryScreen(entry.id))
        await pilot.press("e")
        assert pilot.app.screen.query_one(TextArea).text == "At dawn. Swam two lengths."
        await evening.told(pilot, words.DRAFT_BACK)
        await pilot.press("ctrl+s")
        await evening.happened(EntryScreen.EntryChanged)
        assert evening.vault.entries.get(entry.id).text == "At dawn. Swam two lengths."
        assert evening.vault.drafts.draft(str(entry.id)) == ""


async def test_a_vision_outlives_the_end_and_is_let_go_by_escape(evening: Evening) -> None:
    """What was typed into the fields of an area is there the next time; Esc takes the fields back to what stands."""
    Compass(evening.vault.records).state(None, [VisionLine(Area("health"), "I swim.")], evening.clock())
    async with evening.on_screen() as pilot:
        await pilot.app.push_screen(AreaScreen(Area("health")))
        pilot.app.screen.query_one("#vision", TextArea).load_text("I swim at dawn.")
        await pilot.press("ctrl+q")
    evening.vault = open_vault(evening.folder)
    evening.messages.clear()
    async with evening.on_screen() as pilot:
        for expected in ("I swim at dawn.", "I swim."):
            await pilot.app.push_screen(AreaScreen(Area("health")))
            assert pilot.app.screen.query_one("#vision", TextArea).text == expected
            await pilot.press("escape")
            await evening.until(lambda: isinstance(pilot.app.screen, TodayScreen))


@pytest.mark.parametrize(("key", "draft"), [("ctrl+q", "other words"), ("ctrl+s", "other words"), ("escape", "")])
async def test_other_words_are_a_draft_until_something_was_done_with_them(
    evening: Evening, key: str, draft: str
) -> None:
    """They outlive the end, and their handing over, which may yet fail; leaving them drops them."""
    async with evening.on_screen() as pilot:
        await pilot.app.push_screen(WordsScreen("How would you say it?", "these words", "reword:one"))
        pilot.app.screen.query_one(TextArea).load_text("other words")
        await pilot.press(key)
        await evening.until(lambda: not pilot.app.is_running or isinstance(pilot.app.screen, TodayScreen))
    with open_vault(evening.folder) as again:
        assert again.drafts.draft("reword:one") == draft


async def test_a_talk_that_is_left_before_it_began_keeps_what_was_typed(evening: Evening) -> None:
    """Ctrl+W before the first question neither wipes the draft from before nor what was typed since."""
    evening.vault.drafts.keep_draft("talk", "half a line")
    gate = asyncio.Event()

    async def lead(desk: Desk, _session: SessionId) -> Led:
        await gate.wait()
        return Led(desk.converse, "What is it about?")

    async with evening.on_screen() as pilot:
        talk = LedTalk("A talk.", lead, "talk")
        await pilot.app.push_screen(talk)
        await evening.until(lambda: talk.query_one(Composer).text == "half a line")
        talk.query_one(Composer).insert(" more")
        await pilot.press("ctrl+w")
        await evening.until(lambda: pilot.app.screen is not talk)
        gate.set()
        await settle(evening, pilot, "[Today]")
        await evening.until(lambda: not talk.is_running)
        assert evening.vault.drafts.draft("talk") == "half a line more"


@pytest.mark.parametrize(("done", "draft"), [(True, ""), (False, "I swim at dawn.")])
async def test_an_area_that_waits_to_be_saved_is_a_draft_until_it_is(evening: Evening, done: bool, draft: str) -> None:
    """Esc after Ctrl+S lets go of nothing: what the end cuts off before its turn is there the next time."""
    gate = asyncio.Event()
    async with evening.on_screen() as pilot:
        app = cast(LodestarApp, pilot.app)
        app.in_turn(gate.wait)
        await app.push_screen(AreaScreen(Area("health")))
        app.screen.query_one("#vision", TextArea).load_text("I swim at dawn.")
        await pilot.press("ctrl+s", "escape")
        await evening.until(lambda: isinstance(app.screen, TodayScreen))
        assert not Compass(evening.vault.records).vision().visions
        if done:
            gate.set()
            await evening.told(pilot, words.AREA_KEPT)
    with open_vault(evening.folder) as again:
        assert bool(Compass(again.records).vision().visions) is done
        assert again.drafts.draft("area:health:vision") == draft


@pytest.mark.parametrize("done", [True, False])
async def test_a_purpose_that_waits_to_be_kept_is_a_draft_until_it_is(evening: Evening, done: bool) -> None:
    """Esc after Enter lets go of nothing; Esc from the line that came back does."""
    gate = asyncio.Event()
    async with evening.on_screen() as pilot:
        app = cast(LodestarApp, pilot.app)
        app.in_turn(gate.wait)
        await app.push_screen(PurposeScreen())
        app.screen.query_one(Input).value = "Able."
        await pilot.press("enter", "escape")
        await evening.until(lambda: isinstance(app.screen, TodayScreen))
        if done:
            gate.set()
            await evening.until(lambda: bool(evening.vault.records.current(Purpose)))
    evening.vault = open_vault(evening.folder)
    evening.messages.clear()
    assert evening.vault.drafts.draft("purpose") == ("" if done else "Able.")
    async with evening.on_screen() as pilot:
        await pilot.app.push_screen(PurposeScreen())
        assert pilot.app.screen.query_one(Input).value == "Able."
        await pilot.press("escape")
        await evening.until(lambda: isinstance(pilot.app.screen, TodayScreen))
        assert evening.vault.drafts.draft("purpose") == ""


@pytest.mark.parametrize("text", ["one\u2028two", "one\x0ctwo", "one\x85two", "one\r\ntwo\nthree"])
async def test_a_field_that_breaks_lines_its_own_way_makes_no_draft_of_that(evening: Evening, text: str) -> None:
    """An entry that was opened for change and not touched has no draft, however its lines end."""
    entry = evening.wrote(text)
    async with evening.on_screen() as pilot:
        await pilot.app.push_screen(EntryScreen(entry.id))
        await pilot.press("e", "ctrl+q")
    with open_vault(evening.folder) as again:
        assert again.drafts.draft(str(entry.id)) == ""


async def test_a_draft_that_was_kept_meanwhile_is_none(evening: Evening) -> None:
    """A new wording that was done while the lock cut off the rest is what stands, and nothing comes back."""
    evening.vault.drafts.keep_draft("reword:one", "other words ")
    async with evening.on_screen() as pilot:
        await pilot.app.push_screen(WordsScreen("How would you say it?", "other words", "reword:one"))
        assert pilot.app.screen.query_one(TextArea).text == "other words"
        assert evening.vault.drafts.draft("reword:one") == ""
        assert not pilot.app._notifications
