"""Serve requests inside a child process, one at a time, over its standard input and output.

Native code writes to file descriptors 1 and 2 when it likes, and llama-cpp-python redirects them while it loads. So
the pipes are moved elsewhere first, and 0, 1 and 2 lead to nowhere. A reader thread watches the pipe meanwhile: it
marks what is cancelled, and ends the process the moment the parent is gone.
"""

from __future__ import annotations

import ctypes
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Mapping
from typing import Final, NoReturn

from assistant.engine.wire import PROTOCOL_VERSION, Frame, FrameError, FrameReader, encode
from assistant.errors import LodestarError
from assistant.ports import Handler

_READ_BYTES: Final = 1 << 16
_PR_SET_PDEATHSIG: Final = 1


def serve(handlers: Mapping[str, Handler], facts: Mapping[str, object] | None = None) -> NoReturn:
    """Answer requests with `handlers`, by name, until the parent closes the pipe; never returns.

    `facts` travel in the hello. Call `cut_off_network` before this: it needs a process with one thread.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program in the terminal, which ends this one
    _die_with_parent()
    pipes = _Pipes()
    threading.Thread(target=pipes.read_for_ever, name="pipe", daemon=True).start()
    pipes.send(Frame("hello", values={"version": PROTOCOL_VERSION, "pid": os.getpid(), **(facts or {})}))
    while True:
        request = pipes.waiting.get()
        pipes.send(_answer(handlers, request, pipes))


def _answer(handlers: Mapping[str, Handler], request: Frame, pipes: _Pipes) -> Frame:
    """Run the handler of one request and return the frame that ends it."""

    def emit(values: Mapping[str, object]) -> None:
        pipes.send(Frame("piece", request.number, values=values))

    def cancelled() -> bool:
        return request.number in pipes.cancelled

    handler = handlers.get(request.name)
    try:
        if cancelled():
            return _error(request, "Cancelled", "The request was cancelled.")
        if handler is None:
            return _error(request, "EngineStopped", "The model process does not know this request.")
        answer = handler(request.values, request.blobs, emit, cancelled)
        return Frame("finished", request.number, values=answer.values, blobs=answer.blobs)
    except LodestarError as error:
        return _error(request, type(error).__name__, error.message, error.hint)
    except Exception as error:  # noqa: BLE001 -- the worker boundary: the child stays up, the parent is told
        return _error(request, "EngineStopped", "The model process failed.", _where(error))
    finally:
        pipes.cancelled.discard(request.number)


def _error(request: Frame, name: str, message: str, hint: str = "") -> Frame:
    return Frame("error", request.number, values={"error": name, "message": message, "hint": hint})


def _where(error: Exception) -> str:
    """Name the kind of error and its line; its message may hold words and is left out."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {os.path.basename(frame.filename)}, line {frame.lineno}"


class _Pipes:
    """The two ends towards the parent, out of the reach of native code."""

    def __init__(self) -> None:
        self.waiting: queue.SimpleQueue[Frame] = queue.SimpleQueue()
        self.cancelled: set[int] = set()
        self._in = os.dup(0)
        self._out = os.dup(1)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(nowhere, descriptor)

    def send(self, frame: Frame) -> None:
        """Write a frame whole; end the process where the parent no longer reads."""
        try:
            left = memoryview(encode(frame))
            while left:
                left = left[os.write(self._out, left) :]
        except OSError:
            os._exit(0)

    def read_for_ever(self) -> None:
        """Take in frames until the parent goes; then end the process, native code or not."""
        reader = FrameReader()
        try:
            while piece := os.read(self._in, _READ_BYTES):
                for frame in reader.feed(piece):
                    self._take(frame)
        except (OSError, FrameError):
            pass
        os._exit(0)

    def _take(self, frame: Frame) -> None:
        if frame.kind == "cancel":
            self.cancelled.add(frame.number)
        elif frame.kind == "request":
            self.waiting.put(frame)


def _die_with_parent() -> None:
    """Have the kernel end this process when its parent dies (Linux); elsewhere the pipe's end does it."""
    if sys.platform != "linux":
        return
    parent = os.getppid()
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(0)
