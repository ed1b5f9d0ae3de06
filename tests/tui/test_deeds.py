"""Deeds are done one after another and whole, wherever the person goes meanwhile, and nothing stands in their way."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar, cast

from textual.widgets import TextArea

from assistant.core.ids import RecordId
from assistant.core.records import Belief, Commitment, Outcome, Purpose
from assistant.services.compass import Compass
from assistant.tui.app import LodestarApp
from assistant.tui.compass_screen import CompassScreen
from assistant.tui.days_screen import DaysScreen
from assistant.tui.findings_screen import FindingsScreen
from assistant.tui.more_lines_screen import MoreLinesScreen
from assistant.tui.today import TodayScreen
from tests.tui.test_insight_places import drifting
from tests.tui.test_insight_places import insightful as insightful
from tests.tui.test_openings_place import RULE, WIDE, at_the_openings, choose, live
from tests.tui.test_places import settle

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.tui.conftest import Evening

T = TypeVar("T")


def gated(pilot: Pilot[None]) -> asyncio.Event:
    """Have every deed wait, once it is done, until the event is set."""
    gate, app = asyncio.Event(), cast(LodestarApp, pilot.app)
    assert app.desk is not None

    async def slowly(deed: Callable[[], Awaitable[T]]) -> T:
        done = await deed()
        await gate.wait()
        return done

    app.desk = replace(app.desk, apart=slowly)
    return gate


async def test_each_decision_is_done_and_undone_by_itself(insightful: Evening) -> None:
    """Two marks and Ctrl+Z, faster than the first is done: both are kept in turn, and the second one is taken back."""
    made = Commitment(RecordId("commitment-1"), "call Mark", date(2025, 2, 5))
    insightful.vault.records.put(made, insightful.clock())
    async with insightful.on_screen(WIDE) as pilot:
        await pilot.press("ctrl+t")
        await insightful.happened(FindingsScreen.FindingsShown)
        gate = gated(pilot)
        await pilot.press("s", "k", "ctrl+z")
        gate.set()
        await insightful.told(pilot, "Undone: “kept”, for a commitment.")
        versions = [one.record for one in insightful.vault.records.history(made.id)]
        assert [one.outcome for one in versions if isinstance(one, Commitment)] == [
            *(Outcome.OPEN, Outcome.SLIPPED, Outcome.KEPT, Outcome.SLIPPED)
        ]


async def test_what_is_written_during_a_deed_is_undone_by_itself(evening: Evening) -> None:
    """A purpose that is kept while a finding is refused is a step of its own."""
    drifting(evening)
    async with evening.on_screen(WIDE) as pilot:
        await pilot.press("f5")
        await evening.happened(CompassScreen.DaysLookedAt)
        gate = gated(pilot)
        await pilot.press("d")
        await evening.until(lambda: isinstance(pilot.app.screen, DaysScreen))
        await pilot.press("x", "escape", "p")
        await settle(evening, pilot, "Enter keeps it")
        await pilot.press(*"Able", "enter")
        assert Compass(evening.vault.records).vision().purpose is None
        gate.set()
        await evening.until(lambda: bool(evening.vault.records.current(Purpose)))
        await pilot.press("ctrl+z")
        await evening.until(lambda: not evening.vault.records.current(Purpose))


async def test_a_finding_that_is_refused_takes_no_other_place_along(evening: Evening) -> None:
    """Whoever goes elsewhere before it is done stays there, and finds the page of the finding gone afterwards."""
    found = drifting(evening)
    async with evening.on_screen(WIDE) as pilot:
        await pilot.press("f5")
        await evening.happened(CompassScreen.DaysLookedAt)
        await pilot.press("d")
        await evening.until(lambda: isinstance(pilot.app.screen, DaysScreen))
        gate = gated(pilot)
        await pilot.press("x", "f3")
        await evening.until(lambda: isinstance(pilot.app.screen, TodayScreen))
        gate.set()
        await evening.happened(DaysScreen.SaidNotSo)
        await pilot.pause()
        assert isinstance(pilot.app.screen, TodayScreen)
        assert found.refused == ["drift-1"]
        await pilot.press("f5")
        await evening.until(lambda: isinstance(pilot.app.screen, CompassScreen))


async def test_a_belief_that_is_stated_opens_its_lines_in_its_own_place(insightful: Evening) -> None:
    """The page for today is not taken over; the question stands among the mental models when they come back."""
    live(insightful)
    async with insightful.on_screen(WIDE) as pilot:
        await at_the_openings(insightful, pilot)
        choose(pilot, RULE)
        await pilot.press("enter")
        await insightful.until(lambda: bool(pilot.app.screen.query(TextArea)))
        gate = gated(pilot)
        await pilot.press("ctrl+s", "f3")
        await insightful.until(lambda: isinstance(pilot.app.screen, TodayScreen))
        gate.set()
        await insightful.happened(MoreLinesScreen.LineAsked)
        assert isinstance(pilot.app.screen, TodayScreen)
        assert [one.statement for one in insightful.vault.records.current(Belief)] == [RULE]
        await pilot.press("ctrl+g")
        await insightful.until(lambda: isinstance(pilot.app.screen, MoreLinesScreen))
