"""Ctrl+Z on the screen: what the person did last is taken back, and the page says what that was."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.widgets import TextArea

from assistant.core.entry import Quotation
from assistant.core.ids import RecordId
from assistant.core.reading import AssumptionKind
from assistant.core.records import Belief, BeliefStatus, Commitment, Outcome, Purpose
from assistant.core.span import Span
from assistant.tui import words
from assistant.tui.composer import Composer
from assistant.tui.entry_screen import EntryScreen
from assistant.tui.findings_screen import FindingsScreen
from tests.tui.test_insight_places import insightful as insightful
from tests.tui.test_places import settle

if TYPE_CHECKING:
    from tests.tui.conftest import Evening


async def test_a_rejected_model_comes_back(insightful: Evening) -> None:
    """X takes it away and says how to undo it; Ctrl+Z brings it back to the list and says what was undone."""
    entry = insightful.wrote("It's all on me again.", 9)
    said = Quotation.cut(entry, Span(0, len(entry.text)))
    owned = Belief(RecordId("belief-1"), "It's all on me.", AssumptionKind.GENERALIZATION, BeliefStatus.OWNED, (said,))
    insightful.vault.records.put(owned, insightful.clock())
    async with insightful.on_screen((120, 40)) as pilot:
        await pilot.press("ctrl+g")
        await insightful.happened(FindingsScreen.FindingsShown)
        await pilot.press("x")
        await insightful.happened(FindingsScreen.FindingsShown, 2)
        await settle(insightful, pilot, "Nothing has been said often enough")
        await insightful.told(pilot, words.UNDO_HINT)
        await pilot.press("ctrl+z")
        await insightful.happened(FindingsScreen.FindingsShown, 3)
        await settle(insightful, pilot, "It's all on me.")
        await insightful.told(pilot, words.UNDONE.format(deed=words.DEED_MODEL_REJECT))
        assert insightful.vault.records.current(Belief) == [owned]


async def test_a_mark_on_a_commitment_is_taken_back(insightful: Evening) -> None:
    """What was marked as slipped by mistake is open again."""
    made = Commitment(RecordId("commitment-1"), "call Mark", date(2025, 2, 5))
    insightful.vault.records.put(made, insightful.clock())
    async with insightful.on_screen((120, 40)) as pilot:
        await pilot.press("ctrl+t")
        await insightful.happened(FindingsScreen.FindingsShown)
        await pilot.press("s")
        await settle(insightful, pilot, "slipped, said on")
        await insightful.told(pilot, words.UNDO_HINT)
        await pilot.press("ctrl+z")
        await settle(insightful, pilot, "open, said on")
        await insightful.told(pilot, "Undone: “slipped”, for a commitment.")
        assert insightful.vault.records.current(Commitment)[0].outcome is Outcome.OPEN


async def test_an_edited_entry_says_again_what_it_said(evening: Evening) -> None:
    """In the entry Ctrl+Z takes the saved change back; a second time there is nothing to undo."""
    entry = evening.wrote("Walked to the reservoir.")
    async with evening.on_screen((120, 40)) as pilot:
        await pilot.app.push_screen(EntryScreen(entry.id))
        await pilot.press("e")
        pilot.app.screen.query_one(TextArea).load_text("Ran to the reservoir.")
        await pilot.press("ctrl+s")
        await settle(evening, pilot, "Ran to the reservoir.")
        await evening.told(pilot, words.ENTRY_SAVED, words.UNDO_HINT)
        await pilot.press("ctrl+z")
        await settle(evening, pilot, "Walked to the reservoir.")
        await evening.told(pilot, "Undone: the change of the entry")
        assert evening.vault.entries.get(entry.id).text == "Walked to the reservoir."
        await pilot.press("ctrl+z")
        await evening.told(pilot, "There is nothing to undo.")


async def test_a_new_purpose_gives_way_to_the_one_before(evening: Evening) -> None:
    """A line kept by a slip of Enter is taken back, and the compass shows the earlier one."""
    from assistant.services.compass import Compass

    Compass(evening.vault.records).state("Leave people a little more able.", [], evening.clock())
    async with evening.on_screen((120, 40)) as pilot:
        await pilot.press("f5", "p")
        await settle(evening, pilot, "Enter keeps it")
        await pilot.press(*" x", "enter")
        await settle(evening, pilot, "more able. x")
        await pilot.press("ctrl+z")
        await evening.until(lambda: evening.vault.records.current(Purpose)[0].statement.endswith("able."))
        await evening.told(pilot, words.UNDONE.format(deed=words.DEED_PURPOSE))


async def test_in_a_field_ctrl_z_is_the_fields_own(evening: Evening) -> None:
    """What is being typed is undone there; nothing that was kept is touched."""
    async with evening.on_screen() as pilot:
        await pilot.press(*"walked")
        await pilot.press("ctrl+z")
        assert pilot.app.screen.query_one(Composer).text == ""
        await settle(evening, pilot, "Write here")
