"""Read standard input, whatever bytes it holds: not every program and terminal writes UTF-8."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import BinaryIO

from assistant.cli.output import note
from assistant.errors import Unreadable


def piped_words() -> str:
    """Return all of it, decoded as a file is that comes in. Raises Unreadable where it is no text."""
    from assistant.exchange.decoding import decoded

    try:
        found = decoded(sys.stdin.buffer.read())
    except ValueError as error:
        raise Unreadable(f"standard input: {error}", "Save it as UTF-8 and try again.") from error
    if found.guessed:
        note(f"It is not UTF-8 and was read as {found.guessed}.")
    return found.text


def input_lines() -> Iterator[str]:
    """Yield the lines that hold anything, as they come."""
    for raw in iter(sys.stdin.buffer.readline, b""):
        line = _legible(raw).strip("\ufeff\r\n")
        if line.strip():
            yield line


async def typed_lines() -> AsyncIterator[str]:
    """Yield the lines that hold anything while other work goes on; Ctrl+C does not wait for one to be ended.

    One line is read when one is asked for, in a thread that the end of the program does not wait for either. It reads
    beneath `sys.stdin`: a thread that waits within that at the end makes the interpreter abort.
    """
    loop = asyncio.get_running_loop()
    asked, read = threading.Semaphore(0), asyncio.Queue[bytes]()
    stream = open(sys.stdin.fileno(), "rb", closefd=False)  # noqa: SIM115  it ends with its thread

    def give() -> None:
        raw = b" "
        with suppress(RuntimeError):  # the loop is closed, and nobody asks any more
            while raw and asked.acquire():
                raw = _line_of(stream)
                loop.call_soon_threadsafe(read.put_nowait, raw)

    threading.Thread(target=give, name="standard input", daemon=True).start()
    asked.release()
    while raw := await read.get():
        if line := _legible(raw).strip():
            yield line
        asked.release()


def _line_of(stream: BinaryIO) -> bytes:
    """Return the next line; nothing at the end, which a terminal that was closed is too."""
    try:
        return stream.readline()
    except OSError:
        return b""


def _legible(raw: bytes) -> str:
    """Return a line as text; of what is no text in any encoding, what can be read."""
    from assistant.exchange.decoding import decoded

    try:
        return decoded(raw).text
    except ValueError:
        return raw.decode("utf8", "replace")
