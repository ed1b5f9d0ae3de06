"""One live child process and the requests it has not answered yet."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Mapping
from typing import Final

from assistant.engine.wire import PROTOCOL_VERSION, Frame, FrameError, FrameReader, encode
from assistant.errors import EngineStopped, UsageError

CLOSE_SECONDS: Final = 0.2
"""How long a child may take to end by itself once its pipe is closed."""

_READ_BYTES: Final = 1 << 16


class RunningChild:
    """One live child and the requests it has not answered yet."""

    def __init__(self, process: asyncio.subprocess.Process, loop: asyncio.AbstractEventLoop) -> None:
        self.process = process
        self.loop = loop
        self.hello: asyncio.Future[Mapping[str, object]] = loop.create_future()
        self.hello.add_done_callback(asyncio.Future.exception)  # nobody may be waiting for it
        self.open: dict[int, asyncio.Queue[Frame | None]] = {}
        self.dead = False
        self.reading = loop.create_task(self._read())

    async def _read(self) -> None:
        """Hand each frame to who waits for it, until the child ends or talks nonsense."""
        reader = FrameReader()
        assert self.process.stdout is not None
        try:
            while piece := await self.process.stdout.read(_READ_BYTES):
                for frame in reader.feed(piece):
                    self._take(frame)
        except FrameError:
            self.kill()
        except OSError:
            pass
        finally:
            self._lost()

    def _take(self, frame: Frame) -> None:
        if frame.kind == "hello" and not self.hello.done():
            if frame.values.get("version") != PROTOCOL_VERSION:
                raise FrameError("another protocol version")
            self.hello.set_result(frame.values)
        elif (waiting := self.open.get(frame.number)) is not None:
            waiting.put_nowait(frame)

    async def send(self, frame: Frame) -> None:
        """Write a frame. Raises EngineStopped when the child is gone, UsageError when the frame is too long."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(encode(frame))
            await self.process.stdin.drain()
        except FrameError:
            raise UsageError("That is too much for one request.") from None
        except (OSError, RuntimeError):
            self.kill()
            raise stopped() from None

    def _lost(self) -> None:
        """Tell everyone who waits that no answer will come."""
        self.dead = True
        if not self.hello.done():
            self.hello.set_exception(stopped())
        for waiting in self.open.values():
            waiting.put_nowait(None)

    def kill(self) -> None:
        """End the child now and tell everyone who waits."""
        self._lost()
        if self.process.returncode is None:
            _kill(self.process)

    async def end(self) -> None:
        """Close the pipe, wait a moment, then kill; return once the child is gone."""
        self._lost()
        if self.process.stdin is not None:
            self.process.stdin.close()
        try:
            await asyncio.wait_for(self.process.wait(), CLOSE_SECONDS)
        except TimeoutError:
            self.kill()
            await self.process.wait()
        await self.reading
        _let_go(self.process)


def _kill(process: asyncio.subprocess.Process) -> None:
    """Kill without `Process.kill`, which may reap the child before asyncio does and so lose its exit."""
    with contextlib.suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.kill(process.pid, signal.SIGKILL)


def _let_go(process: asyncio.subprocess.Process) -> None:
    """Close the pipes' transport, which asyncio otherwise leaves to the garbage collector."""
    transport = getattr(process, "_transport", None)
    if transport is not None:
        transport.close()


def stopped() -> EngineStopped:
    """Say that the child is gone."""
    return EngineStopped("The model process stopped.", "It starts again with the next request.")
