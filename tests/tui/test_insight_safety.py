"""Nothing that insight or a review shows may command the terminal, and all of it can be veiled."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual.app import App
from textual.message import Message
from textual.screen import Screen

from assistant.core.entry import Quotation, Writing
from assistant.core.ids import Area, RecordId, SessionId
from assistant.core.period import Period
from assistant.core.reading import AssumptionKind, Sign
from assistant.core.records import Belief, BeliefStatus, BeliefTest, Commitment, Loop, LoopLink, Outcome
from assistant.core.review import BeliefTrack, Coverage, Figures, PromiseTrack, Rating
from assistant.core.span import Span
from assistant.insight.drift import DriftKind
from assistant.insight.trend import Trend
from assistant.services.beliefs import HeldBelief
from assistant.services.commitments import HeldCommitment
from assistant.services.confirm import Asked
from assistant.services.desk import Led
from assistant.services.drifting import HeldDrift
from assistant.services.loops import HeldLoop
from assistant.services.remember import Progress
from assistant.tui.compass_screen import CompassScreen
from assistant.tui.findings_screen import FindingsScreen
from assistant.tui.models_screen import ModelsScreen
from assistant.tui.more_lines_screen import MoreLinesScreen
from assistant.tui.openings_screen import OpeningsScreen
from assistant.tui.review_screen import ReviewScreen
from assistant.tui.words_screen import WordsScreen
from tests.tui.test_places import painted
from tests.tui.test_terminal_safety import EVIL, assert_safe

if TYPE_CHECKING:
    from tests.tui.conftest import Evening


class EvilInsight:
    """Find one of everything, each full of payloads."""

    def __init__(self, evening: Evening) -> None:
        entry = evening.vault.entries.add(Writing(evening.clock(), f"payload {EVIL}"))
        self._line = Quotation.cut(entry, Span(0, len(entry.text)))

    @property
    def beliefs(self) -> Any:
        """Find a belief."""
        test = BeliefTest(EVIL, EVIL, result=EVIL)
        belief = Belief(
            RecordId("belief-1"), EVIL, AssumptionKind.OTHER, BeliefStatus.OWNED, (self._line,), (self._line,), (test,)
        )
        return Found([HeldBelief(belief, True, Trend.STEADY, (Area(EVIL),), 1, (), None)])

    @property
    def confirm(self) -> Any:
        """Ask about a line, and offer one to begin from."""
        return Asking(self._line)

    @property
    def commitments(self) -> Any:
        """Find a commitment."""
        made = Commitment(RecordId("commitment-1"), EVIL, date(2025, 2, 1), sign=EVIL, quotation=self._line)
        return Found([HeldCommitment(made, True, self._line)])

    @property
    def loops(self) -> Any:
        """Find a loop."""
        links = (LoopLink(EVIL, EVIL, Sign.SAME, self._line),) * 2
        return Found([HeldLoop(Loop(RecordId("loop-1"), links), 0.5)])

    @property
    def drifting(self) -> Any:
        """Find a drift."""
        held = HeldDrift(
            "drift-1", Area("health"), DriftKind.NEGLECT, date(2025, 1, 6), None, 0.7, 0.02, (self._line,),
            (self._line,), 5, 2, EVIL,
        )  # fmt: skip
        return Found([held])


class Found:
    """A service that finds what it was given."""

    def __init__(self, held: list[Any]) -> None:
        self._held = held

    async def all(self, *_asked: object) -> list[Any]:
        """Return it."""
        return list(self._held)


class Asking:
    """Offers one line to begin from, and asks about the same line for ever."""

    def __init__(self, line: Quotation) -> None:
        self._line = line

    async def openings(self) -> list[tuple[RecordId, Quotation]]:
        """Return the line."""
        return [(RecordId("belief-2"), self._line)]

    async def resume(self, identity: RecordId) -> Asked:
        """Ask about it."""
        return Asked(identity, self._line)


class EvilPages:
    """A review that is all payload."""

    async def markdown(self, period: Period, progress: Progress | None = None) -> str:
        """Return a page."""
        return f"# {EVIL}\n\n> {EVIL}\n\n[there](file:///etc) `{EVIL}`\n"

    async def figures(self, period: Period) -> Figures:
        """Return figures whose every word is payload."""
        monday = period.first
        coverage = Coverage((monday,), (Area(EVIL),), ((1,),), (1,))
        promise = PromiseTrack(EVIL, monday, None, Outcome.OPEN, None)
        return Figures(
            (Rating(Area(EVIL), monday, 5, EVIL),), coverage, (BeliefTrack(EVIL, (monday,), ()),), (promise,)
        )

    async def write_page(self, period: Period, place: Path) -> None:
        """Write nothing."""

    async def close(self, period: Period, session: SessionId) -> Led:
        """Lead nowhere."""
        raise NotImplementedError


@pytest.fixture
def evil(evening: Evening) -> Evening:
    """An evening whose insight is hostile."""
    evening.insight = EvilInsight(evening)
    evening.reviews = EvilPages()
    return evening


_AMONG_MODELS: tuple[tuple[str, type[Screen[Any]], type[Message] | None], ...] = (
    ("ctrl+g", ModelsScreen, FindingsScreen.FindingsShown),
    ("b", OpeningsScreen, FindingsScreen.FindingsShown),
    ("enter", WordsScreen, None),
    ("escape", OpeningsScreen, FindingsScreen.FindingsShown),
    ("escape", ModelsScreen, FindingsScreen.FindingsShown),
    ("l", MoreLinesScreen, MoreLinesScreen.LineAsked),
    ("escape", ModelsScreen, FindingsScreen.FindingsShown),
)
"""Each key with the screen that it must bring, and the message that says that it is filled."""


def stands_on(app: App[Any], screen: type[Screen[Any]]) -> bool:
    """Tell whether such a screen is the one in front."""
    return isinstance(app.screen, screen)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_the_places_of_insight_are_safe(evil: Evening, size: tuple[int, int]) -> None:
    """Payloads in findings, their lines and a review reach no terminal, at any size, with anything open."""
    async with evil.on_screen(size) as pilot:
        for number, key in enumerate(("ctrl+g", "ctrl+t", "f12"), 1):
            await pilot.press(key)
            await evil.happened(FindingsScreen.FindingsShown, number)
            await pilot.pause()
            assert_safe(pilot, key)
            for inner in ("r", "escape", "e", "escape"):
                await pilot.press(inner)
                await pilot.pause()
                assert_safe(pilot, f"{key} {inner}")
        for pressed, screen, filled in _AMONG_MODELS:
            before = sum(filled is not None and isinstance(message, filled) for message in evil.messages)
            await pilot.press(pressed)
            if filled is not None:
                await evil.happened(filled, before + 1)
            await evil.until(partial(stands_on, pilot.app, screen), pressed)
            await pilot.pause()
            assert_safe(pilot, f"models {pressed}")
        await pilot.press("f5")
        await evil.happened(CompassScreen.DaysLookedAt)
        await pilot.press("d")
        await pilot.pause()
        assert_safe(pilot, "days")
        await pilot.press("escape", "ctrl+r")
        await evil.happened(ReviewScreen.ReviewShown)
        await pilot.pause()
        assert_safe(pilot, "review")
        await pilot.press("g")
        await evil.happened(ReviewScreen.ReviewShown, 2)
        await pilot.pause()
        assert_safe(pilot, "figures")


async def test_a_line_that_is_asked_about_can_be_veiled(evil: Evening) -> None:
    """Ctrl+O covers the belief and the line."""
    async with evil.on_screen((120, 40)) as pilot:
        await pilot.press("ctrl+g")
        await evil.happened(FindingsScreen.FindingsShown)
        await pilot.press("l")
        await evil.happened(MoreLinesScreen.LineAsked)
        await evil.until(lambda: "clipboard" in painted(pilot))
        await pilot.press("ctrl+o")
        await evil.until(lambda: "clipboard" not in painted(pilot))


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (["ctrl+g"], FindingsScreen.FindingsShown),
        (["ctrl+g", "b"], FindingsScreen.FindingsShown),
        (["ctrl+r"], ReviewScreen.ReviewShown),
        (["ctrl+r", "g"], ReviewScreen.ReviewShown),
    ],
)
async def test_what_is_found_can_be_veiled(evil: Evening, keys: list[str], shown: Any) -> None:
    """Ctrl+O covers the person's words in findings, in a review and in its figures, as it does everywhere."""
    async with evil.on_screen((120, 40)) as pilot:
        for times, key in enumerate(keys, start=1):
            await pilot.press(key)
            await evil.happened(shown, times)
        await pilot.pause()
        assert "clipboard" in painted(pilot)
        await pilot.press("ctrl+o")
        await evil.until(lambda: "clipboard" not in painted(pilot))
