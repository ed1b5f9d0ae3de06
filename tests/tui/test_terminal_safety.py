"""Nothing that a text holds may command the terminal, on any screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from assistant.core.display import without_controls
from assistant.core.entry import Attachment, Quotation, Writing
from assistant.core.ids import Area
from assistant.core.span import Span
from assistant.errors import LodestarError
from assistant.services.compass import Compass, VisionLine
from assistant.tui.app import LodestarApp
from assistant.tui.composer import Composer
from assistant.tui.search_screen import SearchScreen
from assistant.tui.terminal_safety import SafeLines, Veil, shown
from assistant.tui.today import TodayScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.tui.conftest import Evening

PAYLOADS = (
    "\x1b]52;c;ZXZpbA==\x07 clipboard",
    "\x1b[2J\x1b[31mred\x1b[0m",
    "\x9b31m c1 \x9d52;c;ZXZpbA==\x9c",
    "\u202eesrever\u202c \u2066isolate\u2069",
    "[/x] [bold]loud[/bold] [@click=app.quit]leave[/] [link=file:///etc]there[/link]",
    "\x07\x08\x00\x7f bell and nul",
    "a\tb\r\nc\u2028d",
)
EVIL = " ".join(PAYLOADS)
BLACK = Color(0, 0, 0)


def lines(pilot: Pilot[None]) -> list[Segment]:
    """Return every segment on its way to the terminal."""
    return [segment for strip in pilot.app.screen._compositor.render_strips() for segment in strip]


def assert_safe(pilot: Pilot[None], where: str) -> None:
    """Assert that no segment would be obeyed by a terminal."""
    for segment in lines(pilot):
        assert without_controls(segment.text).replace("\t", "").replace("\n", "") == segment.text, where
        assert not segment.control, where
        if segment.style is not None:
            assert segment.style.link is None, where
            assert "app.quit" not in str(segment.style.meta.get("@click", "")), where


def fill(evening: Evening) -> None:
    """Put the payloads wherever words can stand."""
    evening.vault.entries.add(
        Writing(
            evening.clock(), f"payload {EVIL}", title=EVIL, source=EVIL, source_id="1", tags=(EVIL,),
            attachments=(Attachment(EVIL),),
        )
    )  # fmt: skip
    compass = Compass(evening.vault.records)
    compass.state(EVIL, [VisionLine(Area(EVIL), EVIL, None, (EVIL,), (EVIL,))], evening.clock())
    compass.observe("health", 4, EVIL, evening.clock(), told_by=EVIL)
    [entry] = evening.vault.entries.latest(1)
    line = Quotation.cut(entry, Span(0, len(entry.text)))
    evening.converse.answer = replace(evening.converse.answer, text=EVIL, memory=line)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_every_screen_is_safe(evening: Evening, size: tuple[int, int]) -> None:
    """Payloads in entry, title, tag, file name, vision, reply, memory, query and error reach no terminal."""
    fill(evening)
    async with evening.on_screen(size) as pilot:
        pilot.app.screen.query_one(Composer).insert(EVIL)
        await pilot.pause()
        assert_safe(pilot, "composer")
        await pilot.press("enter")
        await evening.happened(TodayScreen.ReplyShown)
        await pilot.pause()
        assert_safe(pilot, "conversation")
        for key in ("f2", "escape", "f8", "h", "e", "escape", "escape"):
            await pilot.press(key)
            await pilot.pause()
            assert_safe(pilot, f"today {key}")
        for key in ("f4", "enter", "escape", "f5", "enter", "escape", "p", "escape", "f9", "f1"):
            await pilot.press(key)
            await pilot.pause()
            assert_safe(pilot, key)
        await pilot.press("f6", *"payload", "enter")
        await evening.happened(SearchScreen.HitsShown)
        await pilot.pause()
        assert_safe(pilot, "search")
        app = pilot.app
        assert isinstance(app, LodestarApp)
        app.say(EVIL)
        app.tell(LodestarError(EVIL, EVIL))
        await pilot.pause()
        assert_safe(pilot, "messages")


async def test_an_error_reply_is_safe(evening: Evening) -> None:
    """An error whose message holds payloads is shown without them."""
    evening.converse.error = LodestarError(EVIL, EVIL)
    async with evening.on_screen() as pilot:
        pilot.app.screen.query_one(Composer).insert("Hello.")
        await pilot.press("enter")
        await evening.until(lambda: bool(pilot.app.screen.query("Notice")))
        await pilot.pause()
        assert_safe(pilot, "error")


async def test_a_vault_that_cannot_open_is_told_safely(evening: Evening) -> None:
    """A vault that cannot be opened ends the program after its message and hint were shown, with its exit code."""
    evening.opening_error = LodestarError(EVIL, "Look at the disk.")
    async with evening.on_screen() as pilot:
        await evening.until(lambda: type(pilot.app.screen).__name__ == "TroubleScreen")
        await pilot.pause()
        assert_safe(pilot, "trouble")
        await pilot.press("enter")
    assert pilot.app.return_code == 1


async def test_the_check_would_notice(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the filter and the gate in front of it, the same look at the screen finds the payload."""
    monkeypatch.setattr("assistant.tui.terminal_safety._safe", lambda text: text)
    async with evening.on_screen() as pilot:
        pilot.app.screen.query_one(Composer).insert("\u202e\x9b31m")
        await pilot.pause()
        with pytest.raises(AssertionError):
            assert_safe(pilot, "composer")


async def test_a_crash_shows_no_word(evening: Evening, capsys: pytest.CaptureFixture[str]) -> None:
    """An unforeseen error ends the program with the place where it failed: no local, no value, no message."""
    secret = "words of an entry"

    def fail() -> None:
        held = secret
        raise RuntimeError(held)

    async def crash() -> None:
        async with evening.on_screen() as pilot:
            pilot.app.call_later(fail)
            await evening.until(lambda: pilot.app._exception is not None)

    with pytest.raises(RuntimeError):
        await crash()
    printed = capsys.readouterr()
    assert "RuntimeError" in printed.err
    assert secret not in printed.err + printed.out


async def test_the_palette_takes_no_picture(evening: Evening) -> None:
    """A picture of the screen would lie about in clear, so no command makes one."""
    async with evening.on_screen() as pilot:
        titles = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert {"Today", "Journal", "Compass", "Search", "Settings", "Help", "Quit"} <= titles
        assert "Screenshot" not in titles


async def test_the_veil_covers_words_and_leaves_the_program(evening: Evening) -> None:
    """One key covers every word of the person's on the screen; keys and places stay readable; again uncovers."""
    evening.wrote("Skirting boards.", days_ago=1)
    async with evening.on_screen((120, 40)) as pilot:
        await pilot.press("f4")
        await pilot.pause()
        text = "".join(segment.text for segment in lines(pilot))
        assert "Skirting" in text
        await pilot.press("ctrl+o")
        await pilot.pause()
        text = "".join(segment.text for segment in lines(pilot))
        assert "Skirting" not in text
        assert "F5 Compass" in text
        assert "Veiled" in text
        await pilot.press("f3", "f4", "ctrl+o")
        await pilot.pause()
        assert "Skirting" in "".join(segment.text for segment in lines(pilot))


@given(st.text(st.characters(codec=None, categories=None)))
def test_the_filter_keeps_cells_and_drops_commands(text: str) -> None:
    """For any text, what is painted holds no control and takes as many cells as before."""
    [kept] = SafeLines().apply([Segment(text, Style(link="file:///etc"))], BLACK)
    assert without_controls(kept.text) == kept.text
    assert cell_len(kept.text) >= cell_len(text.replace("\n", "").replace("\t", ""))
    assert kept.style is not None
    assert kept.style.link is None


@given(st.text())
def test_the_veil_keeps_the_shape(text: str) -> None:
    """Veiled text holds no letter and no digit, and is no narrower than before."""
    [kept] = Veil().apply([Segment(text)], BLACK)
    assert not any(letter.isalnum() for letter in kept.text)
    assert cell_len(kept.text) >= cell_len(text)


def test_shown_text_is_never_markup() -> None:
    """Brackets stay brackets."""
    assert shown("[bold]a[/bold] [/x]\x1b[0m").plain == "[bold]a[/bold] [/x][0m"
