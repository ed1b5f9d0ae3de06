"""Run a child process and speak with it: ask, stream, cancel, end, start again."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import sys
from collections.abc import AsyncGenerator, Callable, Coroutine, Mapping, Sequence
from typing import Final

from assistant import errors
from assistant.engine.running import RunningChild, stopped
from assistant.engine.wire import Frame
from assistant.errors import EngineStopped, LodestarError, UsageError
from assistant.ports import Answer

ArgvFactory = Callable[[], Sequence[str]]
"""Give the command that starts the child, the interpreter first. It never holds a word of the person's."""

CANCEL_SECONDS: Final = 0.3
"""How long a child may take to stop after a cancel before it is killed; reloading the starter takes 0.25 s."""

HELLO_SECONDS: Final = 60.0
"""How long a child may take to say hello: a cold disk and a slow machine, many times over."""

_ENVIRONMENT_KEPT: Final = frozenset(
    {"PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR"}
    | {"USERPROFILE", "LOCALAPPDATA", "APPDATA", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "VIRTUAL_ENV"}
    | {"CUDA_VISIBLE_DEVICES", "HIP_VISIBLE_DEVICES", "GGML_VK_VISIBLE_DEVICES"}
)
"""What a child needs of the environment; anything else could steer a library or carry a secret."""

_SPINS: Final = "5000"
"""How often a thread of llama.cpp's (by GNU OpenMP) looks whether the others are done before it sleeps, some 50
microseconds. Left at 300,000 it spins for milliseconds, and holds up the very thread it waits for where another program
has a processor: a question of 18 tokens took 107 to 180 ms beside three busy programs on two cores, and 17 to 35 with
this; on idle ones 3.4 to 3.9 ms either way.

**Source**: GNU Offloading and Multi Processing Runtime Library, GOMP_SPINCOUNT.
"""


def python_module(module: str) -> list[str]:
    """Return the command that runs a module of this program with this interpreter.

    `-E -P` keeps `PYTHONPATH` and the working folder from adding code; the user's site folder stays, since the
    program itself may be installed there (so not `-I`).
    """
    return [sys.executable, "-E", "-P", "-X", "utf8", "-m", module]


def _raised(frame: Frame) -> LodestarError:
    """Turn an error frame into the error it names."""
    name, message = str(frame.values.get("error", "")), str(frame.values.get("message", ""))
    kind = getattr(errors, name, None)
    if not (isinstance(kind, type) and issubclass(kind, LodestarError)):
        kind = EngineStopped
    return kind(message, str(frame.values.get("hint", "")))


class EngineProcess:
    """A child process that is started when first asked, again after it died, and ended when idle."""

    def __init__(
        self, argv: ArgvFactory, *, idle_seconds: float = 0.0, cancel_seconds: float | None = CANCEL_SECONDS
    ) -> None:
        """Prepare; nothing starts yet.

        `idle_seconds` ends an idle child after that long, 0 never. `cancel_seconds` is how long a cancelled
        request may still run before the child is killed; None never kills (a child that keeps files).
        """
        self._argv = argv
        self._idle_seconds = idle_seconds
        self._cancel_seconds = cancel_seconds
        self._running: RunningChild | None = None
        self._numbers = itertools.count(1)
        self._starting = asyncio.Lock()
        self._idle: asyncio.TimerHandle | None = None
        self._ending: set[asyncio.Task[None]] = set()
        self.starts = 0
        """How often a child was started: more than once says that one died or was unloaded."""

    @property
    def pid(self) -> int | None:
        """Process id of the live child, None where there is none."""
        return self._running.process.pid if self._running and not self._running.dead else None

    async def hello(self) -> Mapping[str, object]:
        """Return what the child said of itself when it started, starting it if need be. Raises EngineStopped."""
        child = await self._child()
        self._rest(child)
        return await child.hello

    async def request(self, name: str, values: Mapping[str, object], blobs: Sequence[bytes] = ()) -> Answer:
        """Return the answer. Raises EngineStopped when the child dies first, and what the handler raised."""
        async with contextlib.aclosing(self.stream(name, values, blobs)) as answers:
            *_pieces, final = [answer async for answer in answers]
        return final

    async def stream(
        self, name: str, values: Mapping[str, object], blobs: Sequence[bytes] = ()
    ) -> AsyncGenerator[Answer, None]:
        """Yield the pieces as they are emitted and the final answer last; closing the iterator cancels.

        Raises EngineStopped when the child dies first, UsageError for a request too long to send, and what the handler
        raised.
        """
        child = await self._child()
        number = next(self._numbers)
        frames: asyncio.Queue[Frame | None] = asyncio.Queue()
        child.open[number] = frames
        answered = False
        try:
            try:
                await child.send(Frame("request", number, name, values, tuple(blobs)))
            except UsageError:
                answered = True  # it was never sent: there is nothing to cancel
                raise
            while not answered:
                frame = None if child.dead and frames.empty() else await frames.get()
                if frame is None:
                    answered = True
                    raise stopped()
                answered = frame.kind != "piece"
                if frame.kind == "error":
                    raise _raised(frame)
                yield Answer(frame.values, frame.blobs)
        finally:
            if answered or child.dead:
                self._done(child, number)
            else:
                self._later(self._cancel(child, number, frames))

    async def close(self) -> None:
        """End the child and what it does; a later request starts it again. Takes a quarter of a second at most."""
        child, self._running = self._running, None
        self._stop_timer()
        if child is not None and child.loop is asyncio.get_running_loop():
            if child.open:
                child.kill()
            await child.end()
        await self._settled()

    async def _child(self) -> RunningChild:
        """Return the live child, starting one if need be; first wait for what is being ended or cancelled."""
        self._stop_timer()
        await self._settled()
        async with self._starting:
            child = self._running
            if child is not None and child.loop is not asyncio.get_running_loop():
                child.kill()
            if child is None or child.dead:
                if child is not None and child.loop is asyncio.get_running_loop():
                    await child.end()
                self._running = child = await self._start()
            try:
                async with asyncio.timeout(HELLO_SECONDS):  # wait_for of Python 3.11 can swallow a cancellation
                    await asyncio.shield(child.hello)
            except TimeoutError:
                child.kill()
                raise stopped() from None
            return child

    async def _start(self) -> RunningChild:
        environment = {name: value for name, value in os.environ.items() if name.upper() in _ENVIRONMENT_KEPT}
        environment["GOMP_SPINCOUNT"] = _SPINS
        pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        try:
            process = await asyncio.create_subprocess_exec(
                *self._argv(), stdin=pipe, stdout=pipe, stderr=nowhere, env=environment
            )
        except OSError as error:
            raise EngineStopped("The model process cannot be started.", str(error.strerror or "")) from None
        self.starts += 1
        return RunningChild(process, asyncio.get_running_loop())

    async def _cancel(self, child: RunningChild, number: int, frames: asyncio.Queue[Frame | None]) -> None:
        """Ask the child to stop; kill it when it does not."""
        try:
            async with asyncio.timeout(self._cancel_seconds):
                await self._until_stopped(child, number, frames)
        except (TimeoutError, EngineStopped):
            child.kill()
        self._done(child, number)

    async def _until_stopped(self, child: RunningChild, number: int, frames: asyncio.Queue[Frame | None]) -> None:
        await child.send(Frame("cancel", number))
        while (frame := await frames.get()) is not None and frame.kind == "piece":
            pass

    def _done(self, child: RunningChild, number: int) -> None:
        child.open.pop(number, None)
        self._rest(child)

    def _rest(self, child: RunningChild) -> None:
        """Begin to count the idle time of a child that has nothing left to do."""
        if self._idle_seconds > 0 and child is self._running and not child.open and not child.dead:
            self._stop_timer()
            self._idle = child.loop.call_later(self._idle_seconds, lambda: self._later(self._unload(child)))

    async def _unload(self, child: RunningChild) -> None:
        """End a child that nobody asked anything for a while."""
        if child is self._running and not child.open:
            self._running = None
            await child.end()

    def _later(self, work: Coroutine[None, None, None]) -> None:
        """Do something beside, and wait for it on close."""
        task = asyncio.get_running_loop().create_task(work)
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    async def _settled(self) -> None:
        """Wait until nothing is being cancelled or unloaded: a request sent to a dying child would be lost."""
        while self._ending:
            await asyncio.wait(set(self._ending))

    def _stop_timer(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
