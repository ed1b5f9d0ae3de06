"""A child process with handlers made for the tests of the protocol."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence

from assistant.engine.child import serve
from assistant.errors import ModelRefused
from assistant.ports import Answer, Cancelled, Emit


def echo(values: Mapping[str, object], blobs: Sequence[bytes], _emit: Emit, _cancelled: Cancelled) -> Answer:
    """Give everything back."""
    return Answer(values, tuple(blobs))


def count(values: Mapping[str, object], _blobs: Sequence[bytes], emit: Emit, cancelled: Cancelled) -> Answer:
    """Count up until told to stop."""
    number = 0
    while number != values["to"] and not cancelled():
        number += 1
        emit({"number": number})
        time.sleep(0.001)
    return Answer({"counted": number})


def deaf(_values: Mapping[str, object], _blobs: Sequence[bytes], emit: Emit, _cancelled: Cancelled) -> Answer:
    """Begin, and never look up again."""
    emit({"begun": True})
    time.sleep(600)
    return Answer({})


def noisy(_values: Mapping[str, object], _blobs: Sequence[bytes], _emit: Emit, _cancelled: Cancelled) -> Answer:
    """Write where native code writes."""
    os.write(1, b"\x00\x00\x00\x04junk")
    os.write(2, b"junk")
    print("junk", flush=True)  # noqa: T201
    return Answer({"written": True})


def refuse(_values: Mapping[str, object], _blobs: Sequence[bytes], _emit: Emit, _cancelled: Cancelled) -> Answer:
    """Fail on purpose."""
    raise ModelRefused("No.", "Try another.")


def stumble(values: Mapping[str, object], _blobs: Sequence[bytes], _emit: Emit, _cancelled: Cancelled) -> Answer:
    """Fail by mistake, with a word of the person's in the error."""
    raise KeyError(values["word"])


def die(_values: Mapping[str, object], _blobs: Sequence[bytes], emit: Emit, _cancelled: Cancelled) -> Answer:
    """End as native code does when an assertion fails."""
    emit({"begun": True})
    os.abort()


def environment(_values: Mapping[str, object], _blobs: Sequence[bytes], _emit: Emit, _cancelled: Cancelled) -> Answer:
    """Tell what this process was started with."""
    return Answer({"names": sorted(os.environ), "argv": sys.orig_argv, "path": sys.path})


if __name__ == "__main__":
    handlers = (echo, count, deaf, noisy, refuse, stumble, die, environment)
    serve({handler.__name__: handler for handler in handlers}, {"fact": 1})
