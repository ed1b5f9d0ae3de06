"""Beginning a mental model from a line of one's own, and asking what else shows it: real insight, real vault."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList, TextArea

from assistant.core.entry import Quotation
from assistant.core.records import Belief, BeliefStatus
from assistant.errors import EngineStopped
from assistant.insight.openings import OPENINGS_MOST
from assistant.services.confirm import Confirm
from assistant.tui import words_models
from assistant.tui.entry_screen import EntryScreen
from assistant.tui.findings_screen import FindingsScreen
from assistant.tui.models_screen import ModelsScreen
from assistant.tui.more_lines_screen import MoreLinesScreen
from assistant.tui.openings_screen import OpeningsScreen
from tests.tui.test_insight_places import insightful as insightful
from tests.tui.test_places import painted, settle

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from assistant.services.confirm import Asked
    from tests.tui.conftest import Evening

RULE = "People only like you for what you bring."
OTHER_RULE = "If I stop being useful they will stop calling."
DAYS = (
    f"Stacked the wood before the frost. {RULE}",
    "Bread again, and the radishes are up.",
    "I brought two cakes so nobody would mind that I came along.",
    "The tap drips. Rang the plumber, who laughed.",
    OTHER_RULE,
)
OWN_WORDS = "I act as if people only liked me for what I bring."
SMALL, WIDE = (80, 24), (120, 40)


def live(evening: Evening) -> None:
    """Write a few days, in which no belief is said often enough to be suggested."""
    for place, text in enumerate(DAYS):
        evening.wrote(text, days_ago=30 - 5 * place)


async def at_the_openings(evening: Evening, pilot: Pilot[None]) -> None:
    """Go to the mental models and from there to the lines."""
    await pilot.press("ctrl+g")
    await evening.happened(FindingsScreen.FindingsShown)
    await settle(evening, pilot, "B begin from a line")
    await pilot.press("b")
    await evening.happened(FindingsScreen.FindingsShown, 2)
    await settle(evening, pilot, RULE, words_models.OPENINGS_KEYS)


async def begun(evening: Evening, pilot: Pilot[None]) -> MoreLinesScreen:
    """State a belief from the first line, and stand before the first line that may show it too."""
    await at_the_openings(evening, pilot)
    choose(pilot, RULE)
    await pilot.press("enter")
    await settle(evening, pilot, words_models.OPENING_STATE[:40])
    pilot.app.screen.query_one(TextArea).load_text(OWN_WORDS)
    await pilot.press("ctrl+s")
    await evening.happened(MoreLinesScreen.LineAsked)
    await settle(evening, pilot, words_models.LINES_ASK)
    assert isinstance(pilot.app.screen, MoreLinesScreen)
    return pilot.app.screen


def choose(pilot: Pilot[None], line: str) -> None:
    """Stand on a line of the list."""
    listed = pilot.app.screen.query_one("#list", OptionList)
    prompts = [str(listed.get_option_at_index(place).prompt) for place in range(listed.option_count)]
    listed.highlighted = next(place for place, prompt in enumerate(prompts) if line in prompt)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_belief_begins_from_a_line_of_ones_own(insightful: Evening, size: tuple[int, int]) -> None:
    """An empty place names the key; the lines are exact and dated, and the field holds the chosen one to be changed."""
    live(insightful)
    async with insightful.on_screen(size) as pilot:
        await at_the_openings(insightful, pilot)
        assert 0 < pilot.app.screen.query_one("#list", OptionList).option_count <= OPENINGS_MOST
        choose(pilot, RULE)
        await settle(insightful, pilot, "12 January 2025", "Is this something you go by?")
        await pilot.press("enter")
        await settle(insightful, pilot, words_models.OPENING_STATE[:40])
        assert pilot.app.screen.query_one(TextArea).text == RULE
        await pilot.press("escape")
        await settle(insightful, pilot, words_models.OPENINGS_KEYS)
        assert insightful.vault.records.current(Belief) == []
        await pilot.press("escape")
        await settle(insightful, pilot, "B begin from a line", "B shows")


async def test_what_is_stated_is_kept_with_its_line_and_others_are_asked_about(insightful: Evening) -> None:
    """It becomes theirs in their words; a yes adds a line, a no adds none, and all of it stands in the list."""
    live(insightful)
    async with insightful.on_screen(WIDE) as pilot:
        screen = await begun(insightful, pilot)
        (belief,) = insightful.vault.records.current(Belief)
        assert (belief.statement, belief.status) == (OWN_WORDS, BeliefStatus.OWNED)
        assert [line.text for line in belief.evidence] == [RULE]
        await settle(insightful, pilot, OWN_WORDS, "2025")
        assert RULE not in painted(pilot)
        await pilot.press("y")
        await insightful.happened(MoreLinesScreen.LineAsked, 2)
        await settle(insightful, pilot, "1 yes, 0 no")
        await pilot.press("n")
        await insightful.happened(MoreLinesScreen.LineAsked, 3)
        await settle(insightful, pilot, "1 yes, 1 no")
        (belief,) = insightful.vault.records.current(Belief)
        assert len(belief.evidence) == 2
        await pilot.press("escape", "escape")
        await insightful.until(lambda: screen not in pilot.app.screen_stack)
        await settle(insightful, pilot, "● yours, in 2 entries", OWN_WORDS[:30])


async def test_the_last_answer_is_taken_back(insightful: Evening) -> None:
    """Ctrl+Z takes a yes back and asks about that line again; with no answer left it leaves the belief alone."""
    live(insightful)
    async with insightful.on_screen(WIDE) as pilot:
        await begun(insightful, pilot)
        asked = painted(pilot)
        await pilot.press("y")
        await insightful.happened(MoreLinesScreen.LineAsked, 2)
        await pilot.press("ctrl+z")
        await insightful.happened(MoreLinesScreen.LineAsked, 3)
        await insightful.until(lambda: pilot.app.screen.query_one(".text").region.height > 0)
        (belief,) = insightful.vault.records.current(Belief)
        assert [line.text for line in belief.evidence] == [RULE]
        line = next(part for part in asked.splitlines() if "“" in part).strip()
        await settle(insightful, pilot, line, words_models.LINES_ASK)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert [one.statement for one in insightful.vault.records.current(Belief)] == [OWN_WORDS]


async def test_a_search_that_is_through_says_so(insightful: Evening) -> None:
    """When no line is left to ask about, the page says that, and keys that answer do nothing."""
    live(insightful)
    async with insightful.on_screen(WIDE) as pilot:
        await begun(insightful, pilot)
        for times in range(2, len(DAYS) + 2):
            if words_models.LINES_DONE in painted(pilot):
                break
            await pilot.press("n")
            await insightful.happened(MoreLinesScreen.LineAsked, times)
            await pilot.pause()
        await settle(insightful, pilot, words_models.LINES_DONE)
        await pilot.press("y", "e")
        await settle(insightful, pilot, words_models.LINES_DONE)
        (belief,) = insightful.vault.records.current(Belief)
        assert len(belief.evidence) == 1


async def test_a_line_that_is_not_mine_is_not_asked_about_again(insightful: Evening) -> None:
    """X takes a line away for good, and Ctrl+Z brings it back."""
    live(insightful)
    async with insightful.on_screen(WIDE) as pilot:
        await at_the_openings(insightful, pilot)
        choose(pilot, RULE)
        await pilot.press("x")
        await insightful.happened(FindingsScreen.FindingsShown, 3)
        await insightful.until(lambda: RULE not in painted(pilot))
        assert insightful.vault.records.current(Belief) == []
        await pilot.press("ctrl+z")
        await settle(insightful, pilot, RULE, words_models.DEED_OPENING_REJECT)


async def test_what_is_theirs_already_can_be_asked_about_any_time(insightful: Evening) -> None:
    """L on a belief of theirs asks about lines; on the entry of the line one key reads on."""
    live(insightful)
    async with insightful.on_screen(WIDE) as pilot:
        await begun(insightful, pilot)
        await pilot.press("escape", "escape")
        await settle(insightful, pilot, "● yours, in 1 entry")
        assert isinstance(pilot.app.screen, ModelsScreen)
        await pilot.press("l")
        await insightful.happened(MoreLinesScreen.LineAsked, 2)
        await settle(insightful, pilot, words_models.LINES_ASK, words_models.LINES_KEYS[:12])
        await pilot.press("e")
        await settle(insightful, pilot, "E edit")
        await pilot.press("escape")
        await settle(insightful, pilot, words_models.LINES_ASK)


async def test_the_palette_leads_there_from_anywhere(insightful: Evening) -> None:
    """The command begins a mental model from the page for today."""
    live(insightful)
    async with insightful.on_screen(WIDE) as pilot:
        commands = {one.title: one.callback for one in pilot.app.get_system_commands(pilot.app.screen)}
        commands[words_models.BEGIN]()
        await settle(insightful, pilot, RULE, words_models.OPENINGS_KEYS)
        assert isinstance(pilot.app.screen, OpeningsScreen)
        assert pilot.app.current_mode == "models"


async def test_where_no_line_stands_out_it_says_so(insightful: Evening) -> None:
    """An empty vault has no line to begin from, and Enter and X do nothing."""
    async with insightful.on_screen(SMALL) as pilot:
        await pilot.press("ctrl+g")
        await insightful.happened(FindingsScreen.FindingsShown)
        await pilot.press("b")
        await insightful.happened(FindingsScreen.FindingsShown, 2)
        await settle(insightful, pilot, words_models.OPENINGS_NOTHING[:36])
        await pilot.press("enter", "x")
        await settle(insightful, pilot, words_models.OPENINGS_NOTHING[:36])


async def test_a_suggestion_is_first_said_to_be_ones_own(insightful: Evening) -> None:
    """A yes to a line is no yes to a belief: L on a suggestion asks for that first, and keeps nothing."""
    for days_ago in (40, 30, 20, 10):
        insightful.wrote("Baked. I always leave everything too late.", days_ago)
    async with insightful.on_screen(WIDE) as pilot:
        await pilot.press("ctrl+g")
        await insightful.happened(FindingsScreen.FindingsShown)
        await settle(insightful, pilot, "○ suggested")
        await pilot.press("l")
        await insightful.told(pilot, words_models.LINES_NOT_YET)
        assert isinstance(pilot.app.screen, ModelsScreen)
        assert insightful.vault.records.current(Belief) == []


async def test_what_cannot_be_asked_is_told(insightful: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the embedder stops between the yes and the first line, the belief stands and the page says what happened."""

    async def stopped(*_asked: object) -> None:
        raise EngineStopped("The memory stopped.", "It is started again by itself.")

    monkeypatch.setattr(Confirm, "resume", stopped)
    live(insightful)
    async with insightful.on_screen(WIDE) as pilot:
        await at_the_openings(insightful, pilot)
        choose(pilot, RULE)
        await pilot.press("enter")
        await settle(insightful, pilot, words_models.OPENING_STATE[:40])
        await pilot.press("ctrl+s")
        await insightful.told(pilot, "The memory stopped.")
        await insightful.until(lambda: isinstance(pilot.app.screen, OpeningsScreen))
        assert [one.statement for one in insightful.vault.records.current(Belief)] == [RULE]


def asked_line(screen: MoreLinesScreen) -> Quotation:
    """Return the line that is asked about."""
    assert screen._asked is not None
    assert screen._asked.line is not None
    return screen._asked.line


async def test_a_yes_keeps_no_line_that_was_forgotten_meanwhile(insightful: Evening) -> None:
    """E, F forgets the entry; the line leaves the screen, and Y answers for the next one alone."""
    live(insightful)
    async with insightful.on_screen(WIDE) as pilot:
        screen = await begun(insightful, pilot)
        gone = asked_line(screen)
        await pilot.press("e")
        await settle(insightful, pilot, "F forget")
        await pilot.press("f")
        await settle(insightful, pilot, "forget it")
        await pilot.press("y")
        await insightful.happened(MoreLinesScreen.LineAsked, 2)
        await insightful.until(lambda: pilot.app.screen is screen)
        assert gone.text not in painted(pilot)
        await pilot.press("y")
        await insightful.happened(MoreLinesScreen.LineAsked, 3)
        (belief,) = insightful.vault.records.current(Belief)
        assert all(line.entry != gone.entry for line in belief.evidence)


async def test_an_edit_after_a_yes_is_not_taken_back_as_the_yes(insightful: Evening) -> None:
    """After Y, E, an edit and Esc, Ctrl+Z here leaves the edit and the yes as they are."""
    live(insightful)
    async with insightful.on_screen(WIDE) as pilot:
        screen = await begun(insightful, pilot)
        await pilot.press("y")
        await insightful.happened(MoreLinesScreen.LineAsked, 2)
        await pilot.press("e")
        await insightful.until(lambda: isinstance(pilot.app.screen, EntryScreen))
        await pilot.press("e")
        pilot.app.screen.query_one(TextArea).load_text("It rained.")
        await pilot.press("ctrl+s", "escape")
        await insightful.happened(MoreLinesScreen.LineAsked, 3)
        await insightful.until(lambda: pilot.app.screen is screen)
        await pilot.press("ctrl+z")
        await insightful.told(pilot, words_models.LINES_NOT_HERE)
        assert "It rained." in [entry.text for entry in insightful.vault.entries.between()]
        (belief,) = insightful.vault.records.current(Belief)
        assert len(belief.evidence) == 2


async def test_who_leaves_during_an_answer_can_undo_it(insightful: Evening) -> None:
    """Y and at once Esc: the answer is kept, the page leaves, and Ctrl+Z among the models takes it back."""
    live(insightful)
    gate = asyncio.Event()
    gate.set()

    async def slowly(deed: Callable[[], Awaitable[Asked]]) -> Asked:
        done = await deed()
        await gate.wait()
        return done

    async with insightful.on_screen(WIDE) as pilot:
        screen = await begun(insightful, pilot)
        pilot.app.desk = replace(pilot.app.desk, apart=slowly)  # type: ignore[attr-defined]
        gate.clear()
        await pilot.press("y", "escape")
        gate.set()
        await insightful.until(lambda: screen not in pilot.app.screen_stack)
        assert pilot.app.to_undo == words_models.DEED_LINE_YES  # type: ignore[attr-defined]


async def test_the_palette_says_where_something_is_open(evening: Evening) -> None:
    """With an entry open among the models the command closes nothing, and says what to do."""
    entry = evening.wrote("Walked to the reservoir.")
    async with evening.on_screen(WIDE) as pilot:
        await pilot.press("ctrl+g")
        await pilot.app.push_screen(EntryScreen(entry.id))
        commands = {one.title: one.callback for one in pilot.app.get_system_commands(pilot.app.screen)}
        commands[words_models.BEGIN]()
        await evening.told(pilot, words_models.BEGIN_OPEN)
        assert isinstance(pilot.app.screen, EntryScreen)


async def test_a_line_forgotten_in_another_place_leaves_the_page(insightful: Evening) -> None:
    """Who goes to the journal, forgets the entry there and comes back finds another line asked about."""
    live(insightful)
    async with insightful.on_screen(WIDE) as pilot:
        screen = await begun(insightful, pilot)
        gone = asked_line(screen)
        await pilot.press("f1")
        await insightful.until(lambda: pilot.app.screen is not screen)
        await insightful._forget(gone.entry)
        await pilot.press("ctrl+g")
        await insightful.happened(MoreLinesScreen.LineAsked, 2)
        assert pilot.app.screen is screen
        assert gone.text not in painted(pilot)
