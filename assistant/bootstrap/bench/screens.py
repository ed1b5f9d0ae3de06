"""How fast the screen answers in a large vault: a key until it is painted, a place until it stands there.

Measured from outside, through a pseudo-terminal, as a person has it: from the key going in until the bytes that paint
it come out. The same is done to an empty Textual application, at 120 by 40.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Self

from assistant.bootstrap.bench.memory import fill
from assistant.core.figure import Figure
from assistant.errors import EngineStopped, UsageError

PASSAGES: Final = 100_000
ROWS, COLUMNS = 40, 120
KEYS: Final = 40
SWITCHES: Final = 10
PAUSE_SECONDS: Final = 0.12
"""Between two keys: a fast typist's, so that each is painted on its own."""
SETTLE_SECONDS: Final = 1.5
PATIENCE_SECONDS: Final = 120.0

F3, F4, F5 = b"\x1bOR", b"\x1bOS", b"\x1b[15~"
MODELS: Final = b"\x07"
LETTER: Final = "é"
"""A letter that no control sequence holds."""

EMPTY: Final = """
from textual.app import App
from textual.screen import Screen
from textual.widgets import Static, TextArea
class Place(Screen):
    def __init__(self, name):
        super().__init__()
        self.place = name
    def compose(self):
        yield Static(f"[{self.place}]", markup=False)
        yield TextArea()
        for _ in range(20):
            yield Static("a line of words that stands there " * 3)
class Empty(App):
    MODES = {"today": lambda: Place("Today"), "journal": lambda: Place("Journal"), "compass": lambda: Place("Compass")}
    DEFAULT_MODE = "today"
    BINDINGS = [(key, f"switch_mode('{mode}')", mode)
                for key, mode in (("f3", "today"), ("f4", "journal"), ("f5", "compass"))]
Empty().run()
"""


async def screen() -> AsyncIterator[Figure]:
    """Time keys and places at a hundred thousand passages, and keys while all of them are read for the first time."""
    if sys.platform == "win32":
        raise UsageError("this measurement needs a pseudo-terminal", "It runs on Linux and macOS.")
    with tempfile.TemporaryDirectory(prefix="lodestar-bench-") as folder:
        vault = Path(folder) / "vault"
        await _filled(vault)
        ours = await asyncio.to_thread(_measured, [sys.executable, "-m", "assistant"], {"LODESTAR_VAULT": str(vault)})
        busy = await asyncio.to_thread(_while_reading, {"LODESTAR_VAULT": str(vault)})
    bare = await asyncio.to_thread(_measured, [sys.executable, "-c", EMPTY], {})
    for name, own, raw in zip(
        ("key to paint", "key to paint, slowest of 40", "place to place"), ours, bare, strict=True
    ):
        yield Figure(f"screen: {name}, {PASSAGES:,} passages, against an empty app", own * 1000, "ms", raw * 1000)
    for name, own, raw in zip(("key to paint", "key to paint, slowest of 40"), busy, bare, strict=False):
        yield Figure(f"screen: {name}, while all is read, against an empty app", own * 1000, "ms", raw * 1000)


async def _filled(vault: Path) -> None:
    from assistant.bootstrap.assembly import Assembly
    from assistant.settings import load_settings

    async with Assembly(load_settings(), vault, make=True) as parts:
        fill(parts, PASSAGES)
        await parts.index.settle()


def _measured(command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, float, float]:
    """Return the median and the slowest key, and the median switch, in seconds."""
    with Terminal(command, environment) as terminal:
        terminal.wait_for("[Today]")
        time.sleep(SETTLE_SECONDS)
        keys = terminal.typed()
        places = ((F4, "[Journal]"), (F5, "[Compass]"), (F3, "[Today]"))
        for key, name in places:  # a place is built when one first goes there
            terminal.answered(key, name)
        time.sleep(SETTLE_SECONDS)
        switches = [terminal.answered(key, name) for _ in range(SWITCHES) for key, name in places]
    return statistics.median(keys), max(keys), statistics.median(switches)


def _while_reading(environment: Mapping[str, str]) -> tuple[float, float]:
    """Return the median and the slowest key while the mental models are looked for in everything written."""
    with Terminal([sys.executable, "-m", "assistant"], environment) as terminal:
        terminal.wait_for("[Today]")
        time.sleep(SETTLE_SECONDS)
        terminal.answered(MODELS, "[Models]")
        time.sleep(SETTLE_SECONDS)
        terminal.answered(F3, "[Today]")
        keys = terminal.typed()
    return statistics.median(keys), max(keys)


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._command = command
        self._environment = {**os.environ, **environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._process, self._file = 0, -1

    def __enter__(self) -> Self:
        import fcntl
        import pty
        import struct
        import termios

        self._process, self._file = pty.fork()
        if self._process == 0:
            os.execve(self._command[0], list(self._command), self._environment)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        return self

    def __exit__(self, *_: object) -> None:
        import signal

        os.write(self._file, b"\x11")  # Ctrl+Q
        self._drain(SETTLE_SECONDS)
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._file)

    def wait_for(self, words: str) -> None:
        """Read until these words are painted. Raises EngineStopped where they never are."""
        self._until(words.encode())

    def answered(self, key: bytes, words: str) -> float:
        """Press a key and return the seconds until these words are painted."""
        self._drain(PAUSE_SECONDS)
        started = time.perf_counter()
        os.write(self._file, key)
        self._until(words.encode())
        return time.perf_counter() - started

    def typed(self) -> list[float]:
        """Type letters, one after the other; return how long each took to be painted."""
        return [self.answered(LETTER.encode(), LETTER) for _ in range(KEYS)]

    def _until(self, sought: bytes) -> None:
        seen, until = b"", time.perf_counter() + PATIENCE_SECONDS
        while sought not in seen:
            part = self._read(until - time.perf_counter())
            if not part:
                raise EngineStopped(f"The screen never painted {sought!a}.", "Look at it by hand: lodestar")
            seen = seen[-len(sought) :] + part

    def _drain(self, seconds: float) -> None:
        """Read whatever is still being painted, for that long."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self._read(left)

    def _read(self, seconds: float) -> bytes:
        import select

        ready, _, _ = select.select([self._file], [], [], max(seconds, 0.0))
        try:
            return os.read(self._file, 65536) if ready else b""
        except OSError:  # the program has ended
            return b""
