"""The places: one key each, filled from the vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Checkbox, Input, OptionList, RadioButton, TextArea

from assistant.core.ids import Area, RecordId
from assistant.core.records import Purpose
from assistant.services.compass import Compass, VisionLine
from assistant.tui import words
from assistant.tui.app import LodestarApp
from assistant.tui.area_screen import AreaScreen
from assistant.tui.compass_screen import CompassScreen, dots, sparkline
from assistant.tui.confirm import ConfirmScreen
from assistant.tui.entry_screen import EntryScreen
from assistant.tui.journal import JournalScreen
from assistant.tui.passphrase import PassphraseScreen
from assistant.tui.places import PlaceBar
from assistant.tui.purpose_screen import PurposeScreen
from assistant.tui.search_screen import SearchScreen
from assistant.tui.settings_screen import SettingsScreen
from assistant.tui.today import TodayScreen
from tests.tui.conftest import EVENING

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.tui.conftest import Evening


def painted(pilot: Pilot[None]) -> str:
    """Return the picture of the screen as text."""
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())


async def settle(evening: Evening, pilot: Pilot[None], *parts: str) -> None:
    """Wait until all these words are painted."""
    await evening.until(lambda: all(part in painted(pilot) for part in parts), f"{parts} in\n{painted(pilot)}")


@pytest.mark.parametrize(
    ("key", "place"),
    [("f3", "today"), ("f4", "journal"), ("f5", "compass"), ("f6", "search"), ("f9", "settings"), ("f1", "help")],
)
@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_one_key_goes_to_each_place(evening: Evening, key: str, place: str, size: tuple[int, int]) -> None:
    """From the page for today every place is one key away, on an empty vault and at every size."""
    async with evening.on_screen(size) as pilot:
        await pilot.press(key)
        await evening.until(lambda: pilot.app.current_mode == place)
        await settle(evening, pilot, f"[{place.capitalize()}]")


async def test_a_click_goes_to_a_place(evening: Evening) -> None:
    """The bar at the top takes clicks."""
    async with evening.on_screen() as pilot:
        await pilot.click(PlaceBar, offset=(24, 0))
        await evening.until(lambda: pilot.app.current_mode == "journal")


async def test_the_journal_shows_a_month_by_day(evening: Evening) -> None:
    """The newest month is listed newest day first; the arrows go to the next month that holds an entry."""
    evening.wrote("Swam, properly, no watch.", days_ago=1)
    evening.wrote("Dad would have noticed the skirting.", days_ago=8)
    evening.wrote("The autumn one.", days_ago=100)
    async with evening.on_screen((120, 40)) as pilot:
        await pilot.press("f4")
        await settle(evening, pilot, "February 2025   2 entries", "Monday 10", "Monday 3", "Swam, properly")
        assert painted(pilot).index("Swam") < painted(pilot).index("skirting")
        await pilot.press("left")
        await settle(evening, pilot, "November 2024   1 entry", "The autumn one.")
        await pilot.press("left")
        await pilot.press("right")
        await settle(evening, pilot, "February 2025   2 entries")


async def test_an_empty_journal_says_where_to_begin(evening: Evening) -> None:
    """With nothing written the journal names the key that leads to the page for today."""
    async with evening.on_screen() as pilot:
        await pilot.press("f4", "left", "right")
        await settle(evening, pilot, words.JOURNAL_EMPTY)


async def test_an_entry_is_changed_and_its_history_kept(evening: Evening) -> None:
    """E opens the words, Ctrl+S keeps the new ones, H shows the old."""
    entry = evening.wrote("Swam two lengths.")
    async with evening.on_screen() as pilot:
        await pilot.press("f4")
        await evening.happened(JournalScreen.MonthShown)
        await pilot.press("enter")
        await settle(evening, pilot, "Swam two lengths.", "E edit")
        await pilot.press("e")
        pilot.app.screen.query_one("#editor", TextArea).load_text("Swam twenty lengths.")
        await pilot.press("ctrl+s")
        await evening.happened(EntryScreen.EntryChanged)
        assert evening.vault.entries.get(entry.id).text == "Swam twenty lengths."
        await pilot.press("h")
        await settle(evening, pilot, "Swam twenty lengths.", "Swam two lengths.", "it said")
        await pilot.press("escape")
        await settle(evening, pilot, "Swam twenty lengths.", "[Journal]")


async def test_leaving_the_editor_changes_nothing(evening: Evening) -> None:
    """Esc in the field leaves the entry as it was."""
    entry = evening.wrote("Swam two lengths.")
    async with evening.on_screen() as pilot:
        pilot.app.push_screen(EntryScreen(entry.id))
        await settle(evening, pilot, "E edit")
        await pilot.press("e", "x", "escape")
        await settle(evening, pilot, "E edit")
        assert evening.vault.entries.get(entry.id).text == "Swam two lengths."
        assert evening.vault.entries.earlier_texts(entry.id) == []


async def test_forgetting_asks_first(evening: Evening) -> None:
    """F asks; N leaves the entry; Y forgets it."""
    entry = evening.wrote("A canary.")
    async with evening.on_screen() as pilot:
        pilot.app.push_screen(EntryScreen(entry.id))
        await settle(evening, pilot, "F forget")
        for answer, left in (("n", 1), ("y", 0)):
            await pilot.press("f")
            await evening.until(lambda: isinstance(pilot.app.screen, ConfirmScreen))
            await pilot.press(answer)
            await evening.until(lambda: not isinstance(pilot.app.screen, ConfirmScreen))
            await evening.until(lambda left=left: evening.vault.entries.count() == left)  # type: ignore[misc]


async def test_what_forgetting_leaves_is_told(evening: Evening) -> None:
    """“Forgotten.” is not all that is said where a record says the same and the mirror could not follow."""
    entry = evening.wrote("The zyzzyva hums.")
    evening.vault.records.put(Purpose(RecordId("purpose"), "To hear the zyzzyva", EVENING.date()), EVENING)
    evening.mirror_trouble = ("/notes", "the disk is away")
    async with evening.on_screen() as pilot:
        pilot.app.push_screen(EntryScreen(entry.id))
        await settle(evening, pilot, "F forget")
        await pilot.press("f")
        await evening.until(lambda: isinstance(pilot.app.screen, ConfirmScreen))
        await pilot.press("y")
        await evening.told(pilot, "Forgotten.", "1 record", "purpose", "/notes", "the disk is away")


async def test_search_shows_dated_lines_and_opens_one(evening: Evening) -> None:
    """A query brings lines with their days; Enter opens the entry."""
    evening.wrote("Dad would have noticed the skirting.", days_ago=8)
    async with evening.on_screen() as pilot:
        await pilot.press("f6", *"skirting", "enter")
        await evening.happened(SearchScreen.HitsShown)
        await settle(evening, pilot, "3 February 2025", "“Dad would have noticed the skirting.”")
        await pilot.press("enter")
        await evening.until(lambda: isinstance(pilot.app.screen, EntryScreen))


async def test_search_says_when_nothing_bears_on_it(evening: Evening) -> None:
    """Nothing found is said plainly."""
    async with evening.on_screen() as pilot:
        await pilot.press("f6", *"walrus", "enter")
        await evening.happened(SearchScreen.HitsShown)
        await settle(evening, pilot, words.NOTHING_FOUND)


async def test_the_compass_keeps_vision_and_reality(evening: Evening) -> None:
    """Enter opens an area; Ctrl+S keeps its vision, signs and rating, and the list shows them."""
    async with evening.on_screen((100, 50)) as pilot:
        await pilot.press("f5")
        await evening.happened(CompassScreen.AreasShown)
        await pilot.press("enter")
        await evening.until(lambda: isinstance(pilot.app.screen, AreaScreen))
        screen = pilot.app.screen
        screen.query_one("#vision", TextArea).load_text("I swim twice a week.")
        screen.query_one("#progress", TextArea).load_text("wet towel\n\nearly night")
        screen.query_one("#rating", Input).value = "6"
        screen.query_one("#reality", TextArea).load_text("Once this week.")
        await pilot.press("ctrl+s")
        await evening.happened(AreaScreen.AreaSaved)
        await pilot.press("escape")
        await settle(evening, pilot, "I swim twice a week.", "●●●●●●○○○○  6 of 10")
        [vision] = Compass(evening.vault.records).vision().visions
        assert (vision.area, vision.signs_of_progress) == ("health", ("wet towel", "early night"))


@pytest.mark.parametrize(("rating", "seen"), [("11", "Much."), ("6", ""), ("", "Words without a number.")])
async def test_the_compass_refuses_half_a_rating(evening: Evening, rating: str, seen: str) -> None:
    """A rating above ten, one without words, and words without a rating are refused, and nothing is kept."""
    async with evening.on_screen() as pilot:
        pilot.app.push_screen(AreaScreen(Area("health")))
        await evening.until(lambda: isinstance(pilot.app.screen, AreaScreen))
        await pilot.pause()
        pilot.app.screen.query_one("#rating", Input).value = rating
        pilot.app.screen.query_one("#reality", TextArea).load_text(seen)
        await pilot.press("ctrl+s")
        assert Compass(evening.vault.records).reality() == []


@pytest.mark.parametrize(
    ("stands", "vision", "signs", "said"),
    [
        (False, "", "wet towel", words.SIGNS_ALONE),
        (True, "", "", words.VISION_EMPTIED),
        (False, "", "", words.AREA_NOTHING),
    ],
)
async def test_what_the_compass_does_not_keep_is_said(
    evening: Evening, stands: bool, vision: str, signs: str, said: str
) -> None:
    """Signs without a vision, an emptied vision, nothing at all: never “Kept.” for what is not."""
    compass = Compass(evening.vault.records)
    if stands:
        compass.state(None, [VisionLine(Area("health"), "I swim.")], evening.clock())
    async with evening.on_screen() as pilot:
        await pilot.app.push_screen(AreaScreen(Area("health")))
        pilot.app.screen.query_one("#vision", TextArea).load_text(vision)
        pilot.app.screen.query_one("#progress", TextArea).load_text(signs)
        await pilot.press("ctrl+s")
        await evening.told(pilot, said)
        assert pilot.app.screen.query_one("#progress", TextArea).text == signs
        assert [one.statement for one in compass.vision().visions] == ["I swim."] * stands
        assert not any(words.AREA_KEPT in one.message for one in pilot.app._notifications)


async def test_the_purpose_is_written_in_one_line(evening: Evening) -> None:
    """P opens the line, Enter keeps it, and the compass shows it."""
    async with evening.on_screen() as pilot:
        await pilot.press("f5")
        await evening.happened(CompassScreen.AreasShown)
        await pilot.press("p")
        await evening.until(lambda: isinstance(pilot.app.screen, PurposeScreen))
        pilot.app.screen.query_one(Input).value = "Leave people more able."
        await pilot.press("enter")
        await settle(evening, pilot, "Leave people more able.", "[Compass]")


async def test_a_vision_of_an_own_area_is_listed(evening: Evening) -> None:
    """An area that the person added stands after the seven."""
    Compass(evening.vault.records).state(None, [VisionLine(Area("the_boat"), "She floats.")], evening.clock())
    async with evening.on_screen((100, 50)) as pilot:
        await pilot.press("f5")
        await settle(evening, pilot, "The boat", "She floats.")
        assert pilot.app.screen.query_one("#areas", OptionList).option_count == 8


async def test_choices_hold_and_are_kept(evening: Evening) -> None:
    """A theme and a checkbox take effect at once and are handed to be kept; nonsense minutes are refused."""
    async with evening.on_screen() as pilot:
        await pilot.press("f9")
        await settle(evening, pilot, "Colours")
        list(pilot.app.screen.query(RadioButton))[1].value = True
        await evening.until(lambda: pilot.app.theme == "lodestar-light")
        pilot.app.screen.query_one("#reveal", Checkbox).value = False
        await evening.happened(SettingsScreen.ChoiceMade, 2)
        assert evening.kept[-1].theme == "lodestar-light"
        assert not evening.kept[-1].reveal_gradually
        minutes = pilot.app.screen.query_one("#minutes", Input)
        minutes.value = "7"
        minutes.focus()
        await pilot.press("enter")
        await evening.happened(SettingsScreen.ChoiceMade, 3)
        assert evening.kept[-1].idle_lock_minutes == 7
        minutes.value = ""
        await pilot.press("enter")
        await settle(evening, pilot, "Minutes are a whole")
        assert len(evening.kept) == 3


async def test_opening_settings_chooses_nothing(evening: Evening) -> None:
    """Looking at the settings changes none of them."""
    async with evening.on_screen() as pilot:
        await pilot.press("f9")
        await settle(evening, pilot, "Colours")
        await pilot.press("f3", "f9")
        await pilot.pause()
        assert evening.kept == []


async def test_an_encrypted_vault_asks_until_the_passphrase_is_right(encrypted_evening: Evening) -> None:
    """A wrong passphrase is said to be wrong and asked for again; the right one opens the page."""
    evening = encrypted_evening
    async with evening.on_screen() as pilot:
        await settle(evening, pilot, words.PASSPHRASE)
        await pilot.press(*"no", "enter")
        await settle(evening, pilot, "does not open this vault")
        assert "no" not in pilot.app.screen.query_one(Input).value
        await pilot.press(*"open sesame", "enter")
        await evening.happened(LodestarApp.DeskOpened)
        assert isinstance(pilot.app.screen, TodayScreen)


async def test_leaving_the_passphrase_leaves_the_program(encrypted_evening: Evening) -> None:
    """Esc at the passphrase ends the program without opening anything."""
    async with encrypted_evening.on_screen() as pilot:
        await settle(encrypted_evening, pilot, words.PASSPHRASE)
        await pilot.press("escape")
        await encrypted_evening.until(lambda: not pilot.app.is_running)
    assert encrypted_evening.closed == 0


async def test_locking_takes_every_word_off_the_screens(encrypted_evening: Evening) -> None:
    """Ctrl+L closes the vault and empties every place; the passphrase opens it again where the draft is kept."""
    evening = encrypted_evening
    evening.wrote("A canary in the journal.")
    async with evening.on_screen((120, 40)) as pilot:
        await settle(evening, pilot, words.PASSPHRASE)
        await pilot.press(*"open sesame", "enter")
        await evening.happened(LodestarApp.DeskOpened)
        await pilot.press("f4")
        await settle(evening, pilot, "A canary in the journal.")
        await pilot.press("ctrl+l")
        await evening.happened(LodestarApp.Locked)
        await evening.until(lambda: isinstance(pilot.app.screen, PassphraseScreen))
        assert evening.closed == 1
        stacks = pilot.app._screen_stacks.values()
        assert not any(screen.query("OptionList") for stack in stacks for screen in stack)
        await settle(evening, pilot, words.LOCKED_ASKED)
        await pilot.press(*"open sesame", "enter")
        await evening.happened(LodestarApp.DeskOpened, 2)
        await pilot.press("f4")
        await settle(evening, pilot, "A canary in the journal.")


async def test_idleness_locks(encrypted_evening: Evening) -> None:
    """After the chosen minutes without a key the vault locks itself and says why."""
    evening = encrypted_evening
    async with evening.on_screen() as pilot:
        await settle(evening, pilot, words.PASSPHRASE)
        await pilot.press(*"open sesame", "enter")
        await evening.happened(LodestarApp.DeskOpened)
        app = pilot.app
        assert isinstance(app, LodestarApp)
        await app._lock_when_idle()
        assert evening.closed == 0
        app._last_key -= 15 * 60 + 1
        await app._lock_when_idle()
        await settle(evening, pilot, "no key was pressed")
        assert evening.closed == 1


def test_ratings_differ_in_shape() -> None:
    """A rating is ten marks, a course is bars; one rating alone has no course."""
    assert dots(3) == "●●●○○○○○○○"
    assert sparkline([0, 5, 10]) == "▁▅█"
    assert sparkline([4]) == ""
