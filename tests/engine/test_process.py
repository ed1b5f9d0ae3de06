"""A child process is asked, cancelled, ended and started again; the parent survives whatever the child does."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from assistant.engine.process import EngineProcess, python_module
from assistant.errors import EngineStopped, ModelRefused, UsageError

_ECHO = Path(__file__).parent / "echo_child.py"
_POLLS = 500
_POLL_SECONDS = 0.02


def _argv() -> list[str]:
    return [sys.executable, "-E", "-P", str(_ECHO)]


@pytest.fixture
async def echo() -> AsyncIterator[EngineProcess]:
    """A child with the handlers of `echo_child`."""
    process = EngineProcess(_argv)
    yield process
    await process.close()


def _alive(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return status.rsplit(")", 1)[1].split()[0] != "Z"


async def _until_gone(pid: int) -> None:
    for _ in range(_POLLS):
        if not _alive(pid):
            return
        await asyncio.sleep(_POLL_SECONDS)
    pytest.fail("the child is still there")


async def test_an_answer_has_the_values_and_blobs_of_the_request(echo: EngineProcess) -> None:
    """Words and raw bytes arrive unchanged, whatever they hold."""
    values = {"text": "no\x00w\u2028[/x]\x1b]52;\ud83c", "number": 1.5}
    answer = await echo.request("echo", values, [b"\x00\xff" * 100_000, b""])
    assert (answer.values, answer.blobs) == (values, (b"\x00\xff" * 100_000, b""))


async def test_many_requests_may_be_under_way(echo: EngineProcess) -> None:
    """Each request gets its own answer."""
    answers = await asyncio.gather(*(echo.request("echo", {"number": number}) for number in range(50)))
    assert [answer.values["number"] for answer in answers] == list(range(50))
    assert echo.starts == 1


async def test_a_stream_gives_the_pieces_in_order_and_the_answer_last(echo: EngineProcess) -> None:
    """Pieces come while the handler runs."""
    answers = [answer.values async for answer in echo.stream("count", {"to": 5})]
    assert answers == [*({"number": number} for number in range(1, 6)), {"counted": 5}]


async def test_closing_a_stream_cancels_what_it_asked_for(echo: EngineProcess) -> None:
    """A handler that looks up stops, and the same child answers the next request."""
    async with contextlib.aclosing(echo.stream("count", {"to": -1})) as answers:
        await anext(answers)
    assert (await echo.request("echo", {"next": 1})).values == {"next": 1}
    assert echo.starts == 1


async def test_cancelling_the_task_that_waits_cancels_the_request(echo: EngineProcess) -> None:
    """A task that is cancelled while it waits leaves a child that answers."""
    task = asyncio.create_task(echo.request("count", {"to": -1}))
    await echo.hello()
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (await echo.request("echo", {"next": 1})).values == {"next": 1}


async def test_a_child_that_does_not_stop_is_killed(echo: EngineProcess) -> None:
    """A handler that never looks up costs its process, and the next request has a new one."""
    async with contextlib.aclosing(echo.stream("deaf", {})) as answers:
        await anext(answers)
        first = echo.pid
    assert (await echo.request("echo", {"next": 1})).values == {"next": 1}
    assert echo.starts == 2
    assert first is not None
    assert not _alive(first)


async def test_a_killed_child_fails_the_request_in_flight_and_comes_back(echo: EngineProcess) -> None:
    """kill -9 in mid-answer raises EngineStopped; the next request starts a new child."""
    stream = echo.stream("count", {"to": -1})
    await anext(stream)
    assert echo.pid is not None
    os.kill(echo.pid, signal.SIGKILL)
    with pytest.raises(EngineStopped):
        async for _ in stream:
            pass
    assert (await echo.request("echo", {"next": 1})).values == {"next": 1}


async def test_an_abort_in_native_code_is_the_same(echo: EngineProcess) -> None:
    """A child that aborts raises EngineStopped, for everyone who waits."""
    results = await asyncio.gather(echo.request("die", {}), echo.request("echo", {}), return_exceptions=True)
    assert all(isinstance(result, EngineStopped) for result in results)


async def test_what_native_code_prints_does_not_reach_the_protocol(echo: EngineProcess) -> None:
    """Writes to descriptors 1 and 2 go nowhere."""
    assert (await echo.request("noisy", {})).values == {"written": True}
    assert (await echo.request("echo", {"next": 1})).values == {"next": 1}


async def test_an_error_of_ours_arrives_as_itself(echo: EngineProcess) -> None:
    """A refusal keeps its kind, message and hint."""
    with pytest.raises(ModelRefused) as caught:
        await echo.request("refuse", {})
    assert (caught.value.message, caught.value.hint) == ("No.", "Try another.")


async def test_a_mistake_tells_its_place_and_no_words(echo: EngineProcess) -> None:
    """An unexpected error names its line, keeps the words to itself, and the child stays up."""
    with pytest.raises(EngineStopped) as caught:
        await echo.request("stumble", {"word": "canary"})
    assert "canary" not in caught.value.message + caught.value.hint
    assert "KeyError in echo_child.py" in caught.value.hint
    await echo.request("echo", {})
    assert echo.starts == 1


async def test_an_unknown_request_is_refused(echo: EngineProcess) -> None:
    """A name without a handler is an error, not silence."""
    with pytest.raises(EngineStopped):
        await echo.request("sing", {})


async def test_too_much_for_a_frame_is_refused_before_it_is_sent(
    echo: EngineProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A request that could not be read back is a UsageError, and the child stays up."""
    await echo.request("echo", {})
    monkeypatch.setattr("assistant.engine.wire.HEADER_BYTES_MOST", 100)
    with pytest.raises(UsageError):
        await echo.request("echo", {"text": "x" * 200})
    assert (await echo.request("echo", {"next": 1})).values == {"next": 1}
    assert echo.starts == 1


async def test_too_much_for_a_frame_holds_up_no_child_that_is_never_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child that keeps files is not waited for over a request that was never sent to it."""
    patient = EngineProcess(_argv, cancel_seconds=None)
    await patient.request("echo", {})
    monkeypatch.setattr("assistant.engine.wire.HEADER_BYTES_MOST", 100)
    with pytest.raises(UsageError):
        await patient.request("echo", {"text": "x" * 200})
    assert not patient._ending
    await patient.close()


async def test_an_idle_child_is_ended_and_comes_back() -> None:
    """After the idle time the process is gone; the next request starts it again."""
    process = EngineProcess(_argv, idle_seconds=0.01)
    await process.request("echo", {})
    for _ in range(_POLLS):
        if process.pid is None:
            break
        await asyncio.sleep(_POLL_SECONDS)
    assert process.pid is None
    assert (await process.request("echo", {"next": 1})).values == {"next": 1}
    assert process.starts == 2
    await process.close()


async def test_a_child_at_work_is_not_idle() -> None:
    """A request that runs longer than the idle time is answered."""
    process = EngineProcess(_argv, idle_seconds=0.01)
    answer = await process.request("count", {"to": 100})
    assert answer.values == {"counted": 100}
    assert process.starts == 1
    await process.close()


async def test_close_ends_a_child_in_mid_work(echo: EngineProcess) -> None:
    """Closing does not wait for a handler that never returns; who waited is told."""
    stream = echo.stream("deaf", {})
    await anext(stream)
    pid = echo.pid
    assert pid is not None
    await echo.close()
    assert not _alive(pid)
    with pytest.raises(EngineStopped):
        await anext(stream)


async def test_close_before_any_request_does_nothing() -> None:
    """Closing what never started is fine, twice too."""
    process = EngineProcess(_argv)
    await process.close()
    await process.close()
    assert process.starts == 0


@pytest.mark.parametrize(
    "code",
    [
        "print('hello')",
        "import sys; sys.exit(3)",
        "import sys; sys.stdout.buffer.write(b'\\xff' * 100); sys.stdout.flush(); sys.stdin.read()",
        'import struct, sys; t=b\'{"k":"hello","n":0,"a":"","v":{"version":99},"b":[]}\';'
        "sys.stdout.buffer.write(struct.pack('>I',len(t))+t); sys.stdout.flush(); sys.stdin.read()",
    ],
)
async def test_a_child_that_does_not_speak_the_protocol_is_ended(code: str) -> None:
    """Nonsense, another version, or an early end: EngineStopped, and no process is left."""
    process = EngineProcess(lambda: [sys.executable, "-c", code])
    with pytest.raises(EngineStopped):
        await process.request("echo", {})
    await process.close()


async def test_a_program_that_is_not_there_is_said() -> None:
    """A command that cannot be started raises EngineStopped."""
    with pytest.raises(EngineStopped):
        await EngineProcess(lambda: ["/nowhere/python"]).request("echo", {})


async def test_the_child_gets_neither_secrets_nor_words(echo: EngineProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only named variables reach the child, and its command line holds no request."""
    monkeypatch.setenv("LODESTAR_PASSPHRASE_FILE", "/secret")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("LLAMA_ARG_MODEL", "/elsewhere")
    answer = await echo.request("environment", {"text": "canary"})
    assert not {"LODESTAR_PASSPHRASE_FILE", "PYTHONPATH", "LLAMA_ARG_MODEL"} & set(answer.values["names"])  # type: ignore[call-overload]
    assert "GOMP_SPINCOUNT" in answer.values["names"]  # type: ignore[operator]
    assert "canary" not in str(answer.values["argv"])
    assert "/elsewhere" not in answer.values["path"]  # type: ignore[operator]


def test_a_module_is_run_without_the_working_folder_on_its_path() -> None:
    """A file `assistant.py` in the working folder cannot take the program's place."""
    assert {"-E", "-P"} <= set(python_module("assistant.engine.voice_child"))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_the_child_ends_when_its_parent_is_killed() -> None:
    """kill -9 of the program leaves no child behind, even one deep in native code."""
    code = (
        "import asyncio, sys\n"
        "from assistant.engine.process import EngineProcess\n"
        "async def main():\n"
        f"    process = EngineProcess(lambda: {_argv()!r})\n"
        "    stream = process.stream('deaf', {})\n"
        "    await anext(stream)\n"
        "    print(process.pid, flush=True)\n"
        "    await asyncio.sleep(600)\n"
        "asyncio.run(main())\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert _alive(child)
        parent.kill()
    await _until_gone(child)
