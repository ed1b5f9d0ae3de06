"""The reminder in the settings: nothing is written before Enter, and the page names every file."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from textual.widgets import Input

from assistant.errors import LodestarError, UsageError
from assistant.tui.settings_screen import SettingsScreen
from tests.tui.test_places import painted, settle

if TYPE_CHECKING:
    from tests.tui.conftest import Evening


class Kept:
    """A scheduler in memory."""

    places = ("/home/me/units/lodestar-reminder.timer",)

    def __init__(self, at: time | None = None) -> None:
        self.kept = at
        self.refusal: LodestarError | None = None

    async def at(self) -> time | None:
        """Return what is kept."""
        return self.kept

    async def keep(self, named: str) -> time:
        """Keep a time."""
        if self.refusal is not None:
            raise self.refusal
        self.kept = datetime.strptime(named, "%H:%M").replace(tzinfo=UTC).time()
        return self.kept

    async def drop(self) -> bool:
        """Take it away."""
        had, self.kept = self.kept, None
        return had is not None


async def test_a_time_is_kept_by_enter_and_by_nothing_else(evening: Evening) -> None:
    """The file is named before anything is written; leaving the field writes nothing, Enter does and says so."""
    reminding = evening.reminding = Kept()
    async with evening.on_screen((120, 40)) as pilot:
        await pilot.press("f9")
        await settle(evening, pilot, "A reminder", "/home/me/units/lodestar-reminder.timer")
        pilot.app.screen.query_one("#remind", Input).focus()
        await pilot.press(*"21:30", "tab")
        assert reminding.kept is None
        await pilot.press("shift+tab", "enter")
        await evening.happened(SettingsScreen.ChoiceMade)
        await evening.told(pilot, "Each day at 21:30. Written: /home/me/units/lodestar-reminder.timer")
        assert reminding.kept == time(21, 30)


async def test_an_empty_field_takes_it_away(evening: Evening) -> None:
    """The time that is kept stands in the field; emptied and entered, it is gone."""
    reminding = evening.reminding = Kept(time(21, 30))
    async with evening.on_screen((120, 40)) as pilot:
        await pilot.press("f9")
        await settle(evening, pilot, "21:30")
        field = pilot.app.screen.query_one("#remind", Input)
        field.focus()
        field.clear()
        await pilot.press("enter")
        await evening.happened(SettingsScreen.ChoiceMade)
        await evening.told(pilot, "The reminder is gone")
        assert reminding.kept is None


async def test_a_scheduler_that_refuses_is_told_with_what_can_be_done(evening: Evening) -> None:
    """What the system's command said stands on the page, with the hint."""
    reminding = evening.reminding = Kept()
    reminding.refusal = UsageError("systemctl refused: no bus", "This line in crontab does the same.")
    async with evening.on_screen((120, 40)) as pilot:
        await pilot.press("f9")
        await settle(evening, pilot, "A reminder")
        pilot.app.screen.query_one("#remind", Input).focus()
        await pilot.press(*"21:30", "enter")
        await evening.told(pilot, "systemctl refused: no bus", "crontab")


async def test_without_a_scheduler_there_is_no_field(evening: Evening) -> None:
    """Nothing is offered that cannot be done."""
    async with evening.on_screen((120, 40)) as pilot:
        await pilot.press("f9")
        await settle(evening, pilot, "not encrypted")
        await evening.until(lambda: "A reminder" not in painted(pilot))
