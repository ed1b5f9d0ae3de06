"""The places of insight and the practices: real insight over a real vault and the real embedding model."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from textual.widgets import OptionList, TextArea

from assistant.bootstrap.insights import Insights
from assistant.bootstrap.models import embedding_file
from assistant.coaching.practice import STATE_NAME, PracticeState
from assistant.core.entry import Entry, EntryKind, Quotation, Writing
from assistant.core.ids import Area, RecordId, SessionId
from assistant.core.reading import AssumptionKind, Sign
from assistant.core.records import Belief, BeliefStatus, BeliefTest, Commitment, Loop, LoopLink, LoopType, Outcome
from assistant.core.span import Span
from assistant.engine.embedder import LlamaEmbedder
from assistant.engine.process import EngineProcess, python_module
from assistant.insight.drift import DriftKind
from assistant.reading.acts import hear_acts
from assistant.services.coach_words import load_coach_words
from assistant.services.compass import Compass, VisionLine
from assistant.services.converse import Converse, Exchange
from assistant.services.desk import Desk, Led
from assistant.services.drifting import HeldDrift
from assistant.services.hearing import Hearing
from assistant.services.practice_words import Practices, load_practices, load_sayings
from assistant.services.practise import Practise
from assistant.services.remember import Progress
from assistant.shipped import shipped
from assistant.tui import words
from assistant.tui.compass_screen import CompassScreen
from assistant.tui.composer import Composer
from assistant.tui.findings_screen import FindingsScreen
from assistant.tui.led_talk import LedTalk, practice_talk
from assistant.tui.loops_screen import drawn
from assistant.tui.today import TodayScreen
from assistant.tui.turns import PersonTurn
from tests.tui.test_places import painted, settle

if TYPE_CHECKING:
    from tests.tui.conftest import Evening

PROMPTS = shipped("prompts")


class Practising:
    """The practices of the evening's vault, as bootstrap joins them."""

    def __init__(self, evening: Evening) -> None:
        self._evening = evening

    def all(self) -> Practices:
        """Return every practice."""
        return load_practices(PROMPTS)

    async def lead(self, name: str, session: SessionId) -> Led:
        """Begin a practice."""
        vault, clock = self._evening.vault, self._evening.clock
        practise = Practise(vault, self.all().all[name], load_sayings(PROMPTS), clock)
        words_, hearing = load_coach_words(PROMPTS), Hearing(None)
        led = Converse(vault, words_, read=hearing.hear, hear=hear_acts, clock=clock, guide=practise)
        return Led(led, practise.opening(session))

    def write_page(self, page: str, place: Path) -> None:
        """Write a page for others."""
        place.write_text(page, encoding="utf8")


@pytest.fixture
async def insightful(evening: Evening) -> AsyncIterator[Evening]:
    """An evening whose desk has insight and practices."""
    process = EngineProcess(lambda: python_module("assistant.engine.embedder_child"))
    evening.insight = Insights(evening.vault, LlamaEmbedder(process, embedding_file()))
    evening.practising = Practising(evening)
    yield evening
    await process.close()


def quoted(evening: Evening, text: str, days_ago: int) -> Quotation:
    """Write a line and quote it."""
    return Quotation.cut(evening.wrote(text, days_ago), Span(0, len(text)))


async def test_a_belief_stands_with_its_lines(insightful: Evening) -> None:
    """What the person owns is shown in their words, with what speaks for and against it and the test of it."""
    said = quoted(insightful, "It's all on me again.", 9)
    against = quoted(insightful, "Mark did the rota, and it was fine.", 2)
    test = BeliefTest("let Mark do the rota once", due=None)
    belief = Belief(
        RecordId("belief-1"), "It's all on me.", AssumptionKind.GENERALIZATION, BeliefStatus.TESTING,
        (said,), (against,), (test,),
    )  # fmt: skip
    insightful.vault.records.put(belief, insightful.clock())
    async with insightful.on_screen((120, 40)) as pilot:
        await pilot.press("ctrl+g")
        await insightful.happened(FindingsScreen.FindingsShown)
        await settle(
            insightful, pilot, "It's all on me.", "being tested", "“It's all on me again.”", words.COUNTER_EVIDENCE
        )
        assert "Mark did the rota" in painted(pilot)
        assert "let Mark do the rota once" in painted(pilot)


async def test_a_belief_is_reworded_and_rejected(insightful: Evening) -> None:
    """R keeps other words as a new version, X takes it away; both are in its history."""
    said = quoted(insightful, "It's all on me again.", 9)
    belief = Belief(RecordId("belief-1"), "It's all on me.", AssumptionKind.GENERALIZATION, BeliefStatus.OWNED, (said,))
    insightful.vault.records.put(belief, insightful.clock())
    async with insightful.on_screen((120, 40)) as pilot:
        await pilot.press("ctrl+g")
        await insightful.happened(FindingsScreen.FindingsShown)
        await pilot.press("r")
        await settle(insightful, pilot, words.MODEL_REWORD)
        pilot.app.screen.query_one(TextArea).load_text("I act as if it were all on me.")
        await pilot.press("ctrl+s")
        await insightful.happened(FindingsScreen.FindingsShown, 2)
        await settle(insightful, pilot, "I act as if it were all on me.")
        await pilot.press("x")
        await insightful.happened(FindingsScreen.FindingsShown, 3)
        await settle(insightful, pilot, "Nothing has been said often enough")
        versions = [version.record for version in insightful.vault.records.history(RecordId("belief-1"))]
        assert [one.statement for one in versions if isinstance(one, Belief)][:2] == [
            "It's all on me.",
            "I act as if it were all on me.",
        ]


async def test_a_commitment_is_marked_by_the_person(insightful: Evening) -> None:
    """S keeps that what was found on a page slipped; the list shows it without a colour."""
    promise = quoted(insightful, "I'll call Mark on Friday.", 6)
    async with insightful.on_screen((120, 40)) as pilot:
        await pilot.press("ctrl+t")
        await insightful.happened(FindingsScreen.FindingsShown)
        await settle(insightful, pilot, "call Mark", "open")
        await pilot.press("s")
        kept = insightful.vault.records
        await insightful.until(lambda: [one.outcome for one in kept.current(Commitment)] == [Outcome.SLIPPED])
        assert kept.current(Commitment)[0].quotation == promise
        await settle(insightful, pilot, "● slipped")


async def test_a_loop_is_drawn_with_its_signs(insightful: Evening) -> None:
    """Each link stands with its sign, the last leads back to the first, and E reads where it was said."""
    late = quoted(insightful, "The later I stay the worse I sleep.", 5)
    slow = quoted(insightful, "The worse I sleep the later I stay.", 4)
    links = (
        LoopLink("staying late", "bad sleep", Sign.SAME, late),
        LoopLink("bad sleep", "staying late", Sign.SAME, slow),
    )
    insightful.vault.records.put(Loop(RecordId("loop-1"), links, confirmed=True), insightful.clock())
    async with insightful.on_screen((120, 40)) as pilot:
        await pilot.press("f12")
        await insightful.happened(FindingsScreen.FindingsShown)
        await settle(insightful, pilot, "staying late", "bad sleep", "↺", words.LOOP_MEANS[LoopType.REINFORCING])
        await pilot.press("e")
        await settle(insightful, pilot, "The later I stay the worse I sleep.", "E edit")


def test_an_empty_loop_draws_nothing() -> None:
    """A loop without links, which a broken import could leave, is no error."""
    assert "↺" in drawn(Loop(RecordId("loop-0"), ())).plain


async def test_nothing_found_says_what_it_takes(insightful: Evening) -> None:
    """An empty place tells when something will stand there."""
    async with insightful.on_screen() as pilot:
        await pilot.press("ctrl+g")
        await insightful.happened(FindingsScreen.FindingsShown)
        await settle(insightful, pilot, "Nothing has been said")


async def test_a_practice_is_gone_through_on_its_own_page(insightful: Evening) -> None:
    """The first question stands there; an answer leads to the next; Ctrl+W leaves it where it was."""
    async with insightful.on_screen((120, 40)) as pilot:
        await pilot.press("f10")
        await insightful.happened(FindingsScreen.FindingsShown)
        listed = pilot.app.screen.query_one("#list", OptionList)
        listed.highlighted = listed.get_option_index("iceberg")
        await settle(insightful, pilot, "from an event to the pattern")
        await pilot.press("enter")
        await settle(insightful, pilot, "What happened, that one time, and on which day?", "Esc leaves")
        talk = pilot.app.screen
        assert isinstance(talk, LedTalk)
        talk.query_one(Composer).insert("On Monday I stayed until nine.")
        await pilot.press("enter")
        await insightful.happened(TodayScreen.ReplyShown)
        await settle(insightful, pilot, "On Monday I stayed until nine.", "happen before")
        await pilot.press("ctrl+w")
        await settle(insightful, pilot, words.PRACTICES_KEYS)
        (session,) = insightful.vault.sessions.sessions(1)
        state = PracticeState.from_json(insightful.vault.sessions.state(session.id, STATE_NAME) or "")
        assert [answer.step for answer in state.answers] == ["event"]
        assert session.practice == "iceberg"
        assert not pilot.app.screen_stack[0].query(PersonTurn)


async def test_escape_leaves_a_practice_with_what_is_typed_kept(insightful: Evening) -> None:
    """What stands half written on the page is there again when the practice is taken up."""
    async with insightful.on_screen((120, 40)) as pilot:
        await pilot.press("f10")
        await insightful.happened(FindingsScreen.FindingsShown)
        listed = pilot.app.screen.query_one("#list", OptionList)
        listed.highlighted = listed.get_option_index("iceberg")
        await pilot.press("enter")
        await settle(insightful, pilot, "What happened, that one time, and on which day?")
        talk = pilot.app.screen
        assert isinstance(talk, LedTalk)
        await insightful.until(lambda: not talk.busy)
        talk.query_one(Composer).insert("On Monday I stayed un")
        await pilot.press("escape")
        await settle(insightful, pilot, words.PRACTICES_KEYS)
        assert insightful.vault.entries.count() == 0 or "stayed un" not in insightful.vault.entries.latest(1)[0].text
        await pilot.press("enter")
        await settle(insightful, pilot, "On Monday I stayed un")


class Unanswering:
    """A coach that thinks for ever. Fills the role `Conversation`."""

    async def reply(self, session: SessionId, text: str, saved: Callable[[Entry], None] | None = None) -> Exchange:
        """Wait until the person has enough of it."""
        await asyncio.Event().wait()
        raise AssertionError("nobody ends the wait")


async def test_escape_stops_a_reply_before_it_leaves(insightful: Evening) -> None:
    """While an answer is made, Esc is for that, and gives the words back; once more leaves."""

    async def lead(_desk: Desk, _session: SessionId) -> Led:
        return Led(Unanswering(), "What is it about?")

    async with insightful.on_screen((120, 40)) as pilot:
        talk = LedTalk("A talk.", lead, "talk")
        await pilot.app.push_screen(talk)
        await settle(insightful, pilot, "What is it about?")
        talk.query_one(Composer).insert("The bridge at Oakham.")
        await pilot.press("enter")
        await insightful.until(lambda: talk.busy)
        await pilot.press("escape")
        await insightful.until(lambda: talk.query_one(Composer).text == "The bridge at Oakham.")
        assert pilot.app.screen is talk
        await insightful.until(lambda: not talk.busy)
        await pilot.press("escape")
        await insightful.until(lambda: pilot.app.screen is not talk)
        assert insightful.vault.drafts.draft("talk") == "The bridge at Oakham."


async def test_today_goes_on_with_the_free_conversation(insightful: Evening) -> None:
    """A practice gone through in between is no part of it: its answers go to the practice alone."""
    free, led = SessionId("free"), SessionId("led")
    told = insightful.vault.entries.add(Writing(insightful.clock(), "It rained.", EntryKind.MESSAGE, session=free))
    insightful.vault.sessions.answer(free, told.id, insightful.converse.answer, insightful.clock())
    insightful.vault.entries.add(Writing(insightful.clock(), "On Monday.", EntryKind.MESSAGE, session=led))
    insightful.vault.sessions.remember_state(led, STATE_NAME, PracticeState("iceberg").to_json())
    async with insightful.on_screen((80, 24)) as pilot:
        await settle(insightful, pilot, "It rained.")
        assert "On Monday." not in painted(pilot)


class OneDrift:
    """Insight that has found one drift, and hears when it is not so."""

    def __init__(self, held: HeldDrift) -> None:
        self._held, self.refused = held, list[str]()

    @property
    def drifting(self) -> OneDrift:
        """Itself."""
        return self

    async def all(self, asof: date, progress: Progress | None = None) -> list[HeldDrift]:
        """Return the drift, unless it is not so."""
        return [] if self.refused else [self._held]

    async def not_so(self, identity: str, asof: date, at: datetime) -> HeldDrift:
        """Take it away."""
        self.refused.append(identity)
        return self._held


def drifting(evening: Evening) -> OneDrift:
    """Give the evening a vision and a drift from it."""
    stated = VisionLine(Area("health"), "I swim twice a week.", date(2024, 11, 1))
    Compass(evening.vault.records).state(None, [stated], evening.clock())
    lines = (quoted(evening, "Cancelled the swim for the rota.", 30),)
    against = (quoted(evening, "Swam, properly, no watch.", 12),)
    held = HeldDrift(
        "drift-1", Area("health"), DriftKind.CONTRADICTION, date(2025, 1, 6), None, 0.7, 0.02, lines, against, 5, 2,
        stated.statement,
    )  # fmt: skip
    found = OneDrift(held)
    evening.insight = cast(Insights, found)
    return found


async def test_the_compass_says_what_the_days_show(evening: Evening) -> None:
    """Beneath an area stands since when; D shows the lines, what stands against them, and a question."""
    drifting(evening)
    async with evening.on_screen((120, 40)) as pilot:
        await pilot.press("f5")
        await evening.happened(CompassScreen.DaysLookedAt)
        await settle(evening, pilot, "Since 6 January", words.DRIFT_KINDS[DriftKind.CONTRADICTION])
        await pilot.press("d")
        await settle(
            evening, pilot, "“Cancelled the swim for the rota.”", "“Swam, properly, no watch.”", "2 of 5 weeks"
        )
        await pilot.press("t")
        await settle(evening, pilot, "[Today]", "What went on?")


async def test_what_is_not_so_goes(evening: Evening) -> None:
    """X remembers that a finding is not so, and the compass shows it no more."""
    found = drifting(evening)
    async with evening.on_screen((120, 40)) as pilot:
        await pilot.press("f5")
        await evening.happened(CompassScreen.DaysLookedAt)
        await pilot.press("d")
        await settle(evening, pilot, words.DAYS_KEYS)
        await pilot.press("x")
        await evening.happened(CompassScreen.DaysLookedAt, 2)
        await evening.until(lambda: "Since 6 January" not in painted(pilot))
        assert found.refused == ["drift-1"]
        await pilot.press("d")
        await settle(evening, pilot, words.NO_DAYS)


async def test_what_is_typed_in_a_practice_outlives_leaving_it(insightful: Evening) -> None:
    """Words not yet said are there again when the practice is taken up, and nowhere else."""
    async with insightful.on_screen((80, 24)) as pilot:
        for _ in range(2):
            talk = practice_talk(pilot.app.screen.desk, "iceberg")  # type: ignore[attr-defined]
            assert talk is not None
            pilot.app.push_screen(talk)
            await settle(insightful, pilot, "What happened, that one time")
            composer = talk.query_one(Composer)
            if not composer.text:
                await pilot.press(*"half a line")
                await pilot.press("ctrl+w")
                await insightful.until(lambda talk=talk: pilot.app.screen is not talk)  # type: ignore[misc]
        assert composer.text == "half a line"
        assert insightful.vault.drafts.draft("today") == ""
