"""The foot line: whole where there is room, in fewer words where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from assistant.services.desk import VoiceState, VoiceStatus
from assistant.tui.status_line import Readiness
from tests.tui.test_places import painted, settle

if TYPE_CHECKING:
    from tests.tui.conftest import Evening

UNEXAMINED = VoiceStatus(
    VoiceState.READY,
    "SmolLM2-135M-Instruct, on this machine; not examined yet: lodestar llm check",
    "SmolLM2-135M-Instruct, not examined; F9 says more",
)


@pytest.mark.parametrize("width", [80, 120])
async def test_the_foot_line_is_never_cut(evening: Evening, width: int) -> None:
    """At 80 columns the few words stand there, at 120 all of them, and none ends in an ellipsis."""
    evening.voice = UNEXAMINED
    async with evening.on_screen((width, 24)) as pilot:
        said = UNEXAMINED.line if width == 120 else UNEXAMINED.short
        await settle(evening, pilot, said)
        assert "…" not in painted(pilot).splitlines()[-1]
        await pilot.press("f9")
        await settle(evening, pilot, "[Settings]")
        whole = pilot.app.screen.query_one("#voice", Static)
        await evening.until(lambda: UNEXAMINED.line in str(whole.content))  # the settings say the whole at any width


async def test_a_narrower_window_says_less(evening: Evening) -> None:
    """The line follows the window."""
    evening.voice = UNEXAMINED
    async with evening.on_screen((120, 24)) as pilot:
        await settle(evening, pilot, UNEXAMINED.line)
        await pilot.resize_terminal(80, 24)
        await settle(evening, pilot, UNEXAMINED.short)


def test_everything_at_once_fits_eighty_columns() -> None:
    """Voice, memory, encryption and veil together."""
    busy = Readiness(
        VoiceStatus(VoiceState.LOADING, "the voice is loading; the question bank asks meanwhile", "loading"),
        embedded=99_000, to_embed=100_000, encrypted=True, veiled=True,
    )  # fmt: skip
    assert len(busy.line(76)) <= 76
    assert "99 %" in busy.line(76)
    assert "99,000 of 100,000 passages" in busy.line(200)
