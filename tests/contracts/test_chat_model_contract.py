"""What every language model promises: the scripted fake, the real starter in its process, and a real server."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from assistant.bootstrap.models import catalogue
from assistant.core.capability import Grades
from assistant.engine.finding import find_starter
from assistant.engine.served_voice import ServedVoice
from assistant.engine.verify import verify
from assistant.engine.voice import LlamaVoice
from assistant.ports import Ask, AskFinished, CandidateMade, ChatModel, PromptTurn, TokenDrawn, VoiceEvent
from assistant.services.graded import GradedVoice
from assistant.testing import ScriptedVoice

pytestmark = pytest.mark.asyncio(loop_scope="module")

TURNS = (
    PromptTurn("system", "You ask one short question about what the person wrote."),
    PromptTurn("user", "I stayed at the bakery until nine again."),
)
GRAMMAR = 'root ::= "What made" [a-z ]{3,40} "?"'


@pytest_asyncio.fixture(loop_scope="module", scope="module", params=["scripted", "graded", "real", "served"])
async def voice(request: pytest.FixtureRequest) -> AsyncIterator[ChatModel]:
    """Each model in turn."""
    if request.param == "scripted":
        yield ScriptedVoice(["What made you stay?", "What made it yours to do?"])
        return
    if request.param == "graded":
        yield GradedVoice(ScriptedVoice(["What made you stay?", "What made it yours to do?"]), lambda _facts: Grades())
        return
    starter = find_starter()
    assert starter is not None, "the starter is not installed: make test installs it"
    if request.param == "served":
        with serving(starter) as address:
            served = ServedVoice(address, "starter")
            yield served
            await served.close()
        return
    real = LlamaVoice(verify(starter, catalogue()), context_tokens=1024)
    yield real
    await real.close()


@contextlib.contextmanager
def serving(model: Path) -> Iterator[str]:
    """Run llama-cpp-python's own server with a model; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "llama_cpp.server", "--model", str(model), "--model_alias", "starter"]
    command += ["--host", "127.0.0.1", "--port", str(port), "--n_ctx", "1024", "--n_threads", "1"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(900):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/v1/models", timeout=5).close()
                break
            except (urllib.error.URLError, OSError):
                assert server.poll() is None, "the server ended"
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.kill()
        server.wait()


async def said(voice: ChatModel, **wanted: object) -> list[VoiceEvent]:
    """Return everything that an ask yields."""
    ask = Ask(TURNS, grammar=GRAMMAR, max_tokens=24, **wanted)  # type: ignore[arg-type]
    return [event async for event in voice.ask(ask)]


async def test_candidates_are_what_their_pieces_spell(voice: ChatModel) -> None:
    """Pieces come first, each candidate whole after its own, and what it cost comes last, once."""
    events = await said(voice, candidates=2)
    for made in (event for event in events if isinstance(event, CandidateMade)):
        before = events[: events.index(made)]
        pieces = [one.piece for one in before if isinstance(one, TokenDrawn) and one.candidate == made.candidate]
        assert "".join(pieces) == made.text != ""
        assert made.candidate in (0, 1)
    assert [isinstance(event, AskFinished) for event in events] == [False] * (len(events) - 1) + [True]
    cost = events[-1]
    assert isinstance(cost, AskFinished)
    assert cost.drawn_tokens > 0
    assert 0 < cost.evaluated_tokens <= cost.prompt_tokens


async def test_an_opening_is_part_of_every_candidate(voice: ChatModel) -> None:
    """The words it begins with are given."""
    events = await said(voice, opening="What made")
    texts = [event.text for event in events if isinstance(event, CandidateMade)]
    assert all(text.startswith("What made") for text in texts)


async def test_it_says_what_it_is(voice: ChatModel) -> None:
    """A name, a hash of 64 digits, room for a prompt."""
    facts = await voice.facts()
    assert facts.name
    assert len(bytes.fromhex(facts.sha256)) == 32
    assert facts.context_tokens >= 512


async def test_leaving_in_the_middle_cancels(voice: ChatModel) -> None:
    """The stream is closed after its first event, and the next ask is answered whole."""
    async with contextlib.aclosing(voice.ask(Ask(TURNS, max_tokens=200))) as events:
        await anext(events)
    assert isinstance((await said(voice))[-1], AskFinished)


async def test_it_can_be_closed_and_asked_again(voice: ChatModel) -> None:
    """Closing ends what runs; the next ask starts it again."""
    await voice.close()
    assert isinstance((await said(voice))[-1], AskFinished)
