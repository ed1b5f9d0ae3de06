"""The whole screen, as bootstrap joins it, with the real models in their processes."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.message import Message
from textual.pilot import Pilot

from assistant import vault
from assistant.bootstrap.screen import ScreenDesk
from assistant.tui.app import LodestarApp
from assistant.tui.composer import Composer
from assistant.tui.today import TodayScreen
from assistant.tui.turns import CoachTurn, Thinking

PATIENCE_SECONDS = 90.0
"""Only a hung test waits this long."""

SAID = "I stayed at the bakery until nine again. If I go home first, nobody will do the ovens."

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="children are found in /proc")


class Evening:
    """One evening at the real screen."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.messages: list[Message] = []

    @asynccontextmanager
    async def on_screen(self) -> AsyncIterator[Pilot[None]]:
        """Run the application until everything is awake."""
        app = LodestarApp(ScreenDesk(self.folder).open)
        app.animation_level = "none"
        async with app.run_test(message_hook=self.messages.append, notifications=True) as pilot:
            await self.happened(LodestarApp.VoiceSettled)
            await self.happened(LodestarApp.Remembered)
            yield pilot

    async def happened(self, kind: type[Message]) -> None:
        """Wait for a message."""
        await self.until(lambda: any(isinstance(message, kind) for message in self.messages))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not holds():
                await asyncio.sleep(0.005)


@pytest.fixture
def evening(vault_folder: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Evening:
    """An evening on a vault that is not made yet."""
    for name, value in environment.items():
        if name.startswith("LODESTAR_"):
            monkeypatch.setenv(name, value)
    return Evening(vault_folder)


def children(module: str = "assistant.") -> list[int]:
    """Return the processes that run one of our modules as children of this one."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            command = (folder / "cmdline").read_bytes().split(b"\0")
        except (OSError, IndexError, ValueError):
            continue
        if parent == os.getpid() and any(word.startswith(module.encode()) for word in command):
            found.append(int(folder.name))
    return found


def saved(folder: Path) -> list[str]:
    """Return every text in the vault."""
    with vault.open_vault(folder) as opened:
        return [entry.text for entry in opened.entries.between()]


async def say(pilot: Pilot[None], text: str) -> None:
    """Type words and send them."""
    pilot.app.screen.query_one(Composer).insert(text)
    await pilot.press("enter")


async def test_a_voice_killed_in_mid_reply_leaves_the_screen_alive(evening: Evening) -> None:
    """The reply comes from the bank or from a new voice; the next words are taken and answered."""
    async with evening.on_screen() as pilot:
        await say(pilot, SAID)
        await evening.until(lambda: bool(pilot.app.screen.query(Thinking)))
        for child in children("assistant.engine.voice_child"):
            os.kill(child, signal.SIGKILL)
        await evening.happened(TodayScreen.ReplyShown)
        await say(pilot, "Because the last time I left early the dough was ruined.")
        await evening.until(lambda: len(pilot.app.screen.query(CoachTurn)) == 2)
    assert len(saved(evening.folder)) == 2


async def test_leaving_in_mid_reply_keeps_the_words_and_no_process(
    evening: Evening, figure: Callable[[str, object], None]
) -> None:
    """Quit while the coach thinks: no child stays behind, and what was said is in the vault."""
    async with evening.on_screen() as pilot:
        await say(pilot, SAID)
        await evening.until(lambda: bool(pilot.app.screen.query(Thinking)))
        assert children()
        began = time.monotonic()
        await pilot.press("ctrl+q")
    figure("quit during a reply", f"{time.monotonic() - began:.2f} s")
    assert children() == []
    assert saved(evening.folder) == [SAID]
