"""Pictures of the screens, each looked at by a person: a change is seen before it is kept.

A picture is the text of the screen, then how each stretch of a line is drawn. Keep new ones, after a look, with
`LODESTAR_PICTURES=keep pytest tests/tui/test_pictures.py`.
"""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from assistant.core.dialogue import Move
from assistant.core.entry import Quotation
from assistant.core.ids import Area, RecordId
from assistant.core.span import Span
from assistant.services.compass import Compass, VisionLine
from assistant.services.desk import Insight
from assistant.tui.composer import Composer
from assistant.tui.search_screen import SearchScreen
from assistant.tui.today import TodayScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from assistant.services.beliefs import HeldBelief
    from assistant.services.remember import Progress
    from tests.tui.conftest import Evening

KEPT = Path(__file__).parent / "pictures"
KEEP = os.environ.get("LODESTAR_PICTURES") == "keep"
"""Read when the module is imported: the test run clears such variables."""
SMALL, WIDE, HUGE = (80, 24), (120, 40), (200, 60)
LINES = (
    "Walked to the reservoir before work. Frost on the rails.",
    "Dad would have noticed the skirting. He always did, in that voice that was meant to be kind.",
    "Swam, properly, no watch.",
)


def picture(pilot: Pilot[None]) -> str:
    """Return the screen as text, and beneath it the drawing of every line."""
    strips = pilot.app.screen._compositor.render_strips()
    text = "\n".join(f"|{strip.text}|" for strip in strips)
    drawn = "\n".join(" ".join(f"{len(part.text)}:{part.style}" for part in strip.simplify()) for strip in strips)
    return f"{text}\n\n{drawn}\n"


def compare(pilot: Pilot[None], name: str) -> None:
    """Compare the screen with the picture that is kept."""
    file, now = KEPT / f"{name}.txt", picture(pilot)
    if KEEP:
        KEPT.mkdir(exist_ok=True)
        file.write_text(now, encoding="utf8")
    assert now == file.read_text(encoding="utf8"), f"{name} looks different:\n{now.partition(chr(10) * 2)[0]}"


async def painted(evening: Evening, pilot: Pilot[None], *parts: str) -> None:
    """Wait until these words stand on the screen and everything asked for is drawn."""
    await evening.until(lambda: all(part in picture(pilot) for part in parts), str(parts))
    await pilot.pause()


def fill(evening: Evening) -> None:
    """Live a few days."""
    for days_ago, line in zip((1, 6, 8), LINES, strict=True):
        entry = evening.wrote(line, days_ago)
        if "skirting" in line:
            evening.remembered(entry, "Dad would have noticed the skirting.")
    compass = Compass(evening.vault.records)
    stated = VisionLine(Area("health"), "I swim twice a week and sleep before eleven.", date(2025, 1, 1))
    compass.state("Leave people a little more able than I found them.", [stated], evening.clock())
    for weeks_ago, rating, text in ((2, 4, "Cancelled twice."), (1, 6, "Once a week."), (0, 7, "Twice.")):
        compass.observe("health", rating, text, evening.clock() - timedelta(weeks=weeks_ago))


async def ask(evening: Evening, pilot: Pilot[None]) -> None:
    """Say something and wait for the question."""
    pilot.app.screen.query_one(Composer).insert("Stayed till eight again fixing Mark's rota.")
    await pilot.press("enter")
    await evening.happened(TodayScreen.ReplyShown)


async def test_a_first_evening_asks_for_one_sentence(evening: Evening) -> None:
    """The very first page says what happens with the words and asks for nothing else."""
    async with evening.on_screen(SMALL) as pilot:
        await painted(evening, pilot, "Tuesday, 11 February 2025")
        compare(pilot, "first-evening")


@pytest.mark.parametrize("theme", ["lodestar-dark", "lodestar-light", "lodestar-contrast"])
async def test_a_question_stands_beside_a_line_from_before(evening: Evening, theme: str) -> None:
    """In every theme the question is the clearest thing on the page, and the remembered line has its date."""
    fill(evening)
    evening.choices = replace(evening.choices, theme=theme)
    async with evening.on_screen(SMALL) as pilot:
        await ask(evening, pilot)
        await painted(evening, pilot, "Monday morning?", "“Dad would have noticed")
        compare(pilot, f"question-{theme}")


@pytest.mark.parametrize("size", [WIDE, HUGE])
async def test_a_wide_terminal_puts_memory_beside_the_conversation(evening: Evening, size: tuple[int, int]) -> None:
    """With room, the remembered line stands to the right of the question, and lines stay readable."""
    fill(evening)
    async with evening.on_screen(size) as pilot:
        await ask(evening, pilot)
        await painted(evening, pilot, "Monday morning?", "“Dad would have noticed")
        compare(pilot, f"question-{size[0]}")


async def test_without_colour_everything_is_still_told(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR the page for today needs no colour to be understood."""
    monkeypatch.setenv("NO_COLOR", "1")
    fill(evening)
    async with evening.on_screen(SMALL) as pilot:
        await ask(evening, pilot)
        await painted(evening, pilot, "[Today]", "from the question bank")
        compare(pilot, "question-no-colour")


async def test_why_a_question_was_asked(evening: Evening) -> None:
    """Plain words first, the figures behind them beneath."""
    fill(evening)
    async with evening.on_screen(SMALL) as pilot:
        await ask(evening, pilot)
        await painted(evening, pilot, "Monday morning?")
        await pilot.press("f2")
        await painted(evening, pilot, "It asks what shows it.", "The figures behind it")
        compare(pilot, "why")


async def test_a_first_question_leads_on_to_the_compass(evening: Evening) -> None:
    """After the very first question one calm line says where the other half of the evening is."""
    async with evening.on_screen(SMALL) as pilot:
        await ask(evening, pilot)
        await painted(evening, pilot, "Monday morning?", "F5 is your")
        compare(pilot, "first-question")


async def test_care_is_calm(evening: Evening) -> None:
    """A turn of care says whose words they are, is whole at once, and shouts with nothing."""
    text = "That sounds heavy to carry.\nA person can help more than a program: findahelpline.com lists who to call."
    evening.converse.answer = replace(evening.converse.answer, move=Move.CARE, text=text)
    async with evening.on_screen(SMALL) as pilot:
        await ask(evening, pilot)
        await painted(evening, pilot, "findahelpline.com")
        compare(pilot, "care")


async def test_a_stopped_reply(evening: Evening) -> None:
    """After Esc the words are back, and the page says that they are saved."""
    evening.converse.gate.clear()
    async with evening.on_screen(SMALL) as pilot:
        pilot.app.screen.query_one(Composer).insert("Stayed till eight again.")
        await pilot.press("enter")
        await painted(evening, pilot, "thinking")
        compare(pilot, "thinking")
        await pilot.press("escape")
        await evening.happened(TodayScreen.ReplyStopped)
        await painted(evening, pilot, "Stopped.")
        compare(pilot, "stopped")


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_the_journal(evening: Evening, size: tuple[int, int]) -> None:
    """A month, by day; with room, the chosen entry beside it."""
    fill(evening)
    async with evening.on_screen(size) as pilot:
        await pilot.press("f4")
        await painted(evening, pilot, "3 entries", "Swam")
        compare(pilot, f"journal-{size[0]}")


async def test_the_compass(evening: Evening) -> None:
    """Purpose, then each area with vision, rating and course."""
    fill(evening)
    async with evening.on_screen(WIDE) as pilot:
        await pilot.press("f5")
        await painted(evening, pilot, "7 of 10", "Community")
        compare(pilot, "compass")
        await pilot.press("enter")
        await painted(evening, pilot, "Ctrl+S saves", "Cancelled twice.")
        compare(pilot, "area")


class OneLine:
    """Insight that knows no belief and one line to begin one from."""

    def __init__(self, line: Quotation) -> None:
        self._line = line

    @property
    def beliefs(self) -> OneLine:
        """Itself."""
        return self

    @property
    def confirm(self) -> OneLine:
        """Itself."""
        return self

    async def all(self, _progress: Progress) -> list[HeldBelief]:
        """Know none."""
        return []

    async def openings(self) -> list[tuple[RecordId, Quotation]]:
        """Return the line."""
        return [(RecordId("belief-1"), self._line)]


async def test_lines_to_begin_a_model_from(evening: Evening) -> None:
    """The chosen line stands beneath its day with one question; the place before it names the key."""
    entry = evening.wrote(LINES[1], 6)
    evening.insight = cast(Insight, OneLine(Quotation.cut(entry, Span(0, entry.text.index(".") + 1))))
    async with evening.on_screen(SMALL) as pilot:
        await pilot.press("ctrl+g")
        await painted(evening, pilot, "B shows lines")
        compare(pilot, "models")
        await pilot.press("b")
        await painted(evening, pilot, "Is this something")
        compare(pilot, "openings")


async def test_search(evening: Evening) -> None:
    """Lines that bear on the question, each under its date."""
    fill(evening)
    async with evening.on_screen(SMALL) as pilot:
        await pilot.press("f6", *"skirting", "enter")
        await evening.happened(SearchScreen.HitsShown)
        await painted(evening, pilot, "5 February 2025")
        compare(pilot, "search")


async def test_settings_and_help(evening: Evening) -> None:
    """What can be chosen, and what each key does."""
    async with evening.on_screen(WIDE) as pilot:
        await pilot.press("f9")
        await painted(evening, pilot, "Colours", "not encrypted", "●")
        compare(pilot, "settings")
        await pilot.press("f1")
        await painted(evening, pilot, "Getting about")
        compare(pilot, "help")
