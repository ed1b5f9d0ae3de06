"""How fast the program is there: its help, and its first picture."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

from assistant.bootstrap.bench.timing import side_by_side
from assistant.core.figure import Figure

RUNS: Final = 9

_EMPTY_APP: Final = """
from textual.app import App
class Empty(App):
    def on_ready(self): self.exit()
Empty().run(headless=True)
"""

_OUR_APP: Final = """
from assistant.tui.app import LodestarApp
async def never(passphrase):
    import asyncio
    await asyncio.Event().wait()
class Timed(LodestarApp):
    def on_ready(self): self.exit()
Timed(never).run(headless=True)
"""


async def start() -> AsyncIterator[Figure]:
    """Time `lodestar --help` beside importing typer, and the first paint beside an empty Textual app."""
    python = sys.executable
    script = Path(python).with_name("lodestar")
    command = [str(script)] if script.exists() else [python, "-m", "assistant"]
    ours, raw = await side_by_side([*command, "--help"], [python, "-c", "import typer"], RUNS)
    yield Figure("start: --help, against importing typer", ours, "s", raw)
    ours, raw = await side_by_side([python, "-c", _OUR_APP], [python, "-c", _EMPTY_APP], RUNS)
    yield Figure("start: first paint, against an empty Textual app", ours, "s", raw)
