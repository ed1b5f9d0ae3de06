"""Let a model server that the person named word what the coach has planned.

Nothing else is contacted: no proxy, no redirect, no host but the one named. Thoughts are taken out of what it says.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import ssl
import time
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from assistant.engine.dialects import Dialect, dialect_of, parameters_of, reply_of, request
from assistant.engine.thoughts import Thoughts, without_thoughts
from assistant.errors import EngineStopped, ModelRefused
from assistant.ports import Ask, AskFinished, CandidateMade, TokenDrawn, VoiceEvent, VoiceFacts

if TYPE_CHECKING:
    import httpx

CONNECT_SECONDS: Final = 5.0
"""A server that does not even take the connection is not there."""

SILENCE_SECONDS: Final = 120.0
"""A large model on a busy server may take a minute before its first word."""

REPLY_BYTES_MOST: Final = 4 << 20
"""More than any reply, its thoughts included; a server that sends more is left."""

CONTEXT_TOKENS: Final = 4096
"""What a server that does not say is taken to hold."""


CHARACTERS_A_TOKEN: Final = 4
"""By which a prompt is counted that the server does not count itself."""


@dataclass(slots=True)
class _Drawn:
    """What came of one candidate."""

    text: str = ""
    pieces: int = 0
    prompt_tokens: int = 0
    thoughts: Thoughts = field(default_factory=Thoughts)
    whole: bool = False


class ServedVoice:
    """A language model behind an address. Fills the role `ChatModel`."""

    def __init__(self, url: str, model: str, *, key: str = "") -> None:
        """Prepare; nothing is contacted yet. `url` goes up to and with `/v1`."""
        self._url = url.rstrip("/")
        self._model = model
        self._key = key
        self._client: httpx.AsyncClient | None = None
        self._dialect: Dialect | None = None
        self._context_tokens = CONTEXT_TOKENS
        self._parameters = 0

    def __repr__(self) -> str:
        return f"ServedVoice({self._host})"

    @property
    def _host(self) -> str:
        return urlsplit(self._url).netloc

    async def facts(self) -> VoiceFacts:
        """Describe the model. Raises EngineStopped where the server is not there, ModelRefused where it refuses."""
        dialect = await self._kind()
        identity = hashlib.sha256(f"{self._url} {self._model}".encode()).hexdigest()
        name = f"{self._model} ({dialect.name}, {self._host})"
        keeps = bool(dialect.grammar)
        return VoiceFacts(name, identity, self._context_tokens, self._parameters, adapted=False, keeps_grammar=keeps)

    async def ask(self, ask: Ask) -> AsyncGenerator[VoiceEvent, None]:
        """Stream the wording of `ask`; closing the iterator cancels. Raises EngineStopped, ModelRefused."""
        dialect, started = await self._kind(), time.perf_counter()
        drawn = [_Drawn() for _ in range(ask.candidates)]
        first = 0.0
        async with contextlib.aclosing(self._all(dialect, ask, drawn)) as pieces:
            async for number, piece in pieces:
                first = first or time.perf_counter()
                yield TokenDrawn(number, piece)
        for number, one in enumerate(drawn):
            said = without_thoughts(one.text + one.thoughts.rest())
            if one.whole and (text := reply_of(dialect, ask, said)) is not None:
                yield CandidateMade(number, text)
        ended = time.perf_counter()
        words = sum(len(turn.text) for turn in ask.turns)
        prompt = max(one.prompt_tokens for one in drawn) or max(1, words // CHARACTERS_A_TOKEN)
        yield AskFinished(
            prompt, prompt, sum(one.pieces for one in drawn), (first or ended) - started, ended - (first or ended)
        )

    async def close(self) -> None:
        """Let the connections go; a later ask opens them again."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def _kind(self) -> Dialect:
        """Return what kind of server it is, asking it the first time."""
        if self._dialect is None:
            said = await self._models()
            model = next((one for one in said if one.get("id") == self._model), None)
            if model is None:
                names = ", ".join(str(one.get("id")) for one in said[:8]) or "none"
                raise ModelRefused(f"The server at {self._host} has no model {self._model}.", f"It has: {names}.")
            length = model.get("max_model_len")
            self._context_tokens = length if isinstance(length, int) and length > 0 else CONTEXT_TOKENS
            self._parameters = parameters_of(model)
            self._dialect = dialect_of(model)
        return self._dialect

    async def _models(self) -> list[dict[str, object]]:
        with self._translated():
            answer = await self._opened().get(f"{self._url}/models")
            self._check(answer.status_code)
            try:
                said = answer.json()["data"]
                return [one for one in said if isinstance(one, dict)]
            except (ValueError, KeyError, TypeError, RecursionError):
                raise ModelRefused(f"The server at {self._host} does not speak OpenAI's protocol.") from None

    async def _all(self, dialect: Dialect, ask: Ask, drawn: list[_Drawn]) -> AsyncGenerator[tuple[int, str], None]:
        """Draw all candidates, abreast where the server can; yield what is said aloud as it comes."""
        queue: asyncio.Queue[tuple[int, str] | None] = asyncio.Queue()
        gate = asyncio.Semaphore(len(drawn) if dialect.abreast else 1)

        async def one(number: int) -> None:
            async with gate:
                async for piece in self._stream(request(dialect, self._model, ask, number), drawn[number]):
                    queue.put_nowait((number, piece))

        tasks = [asyncio.create_task(one(number)) for number in range(len(drawn))]
        ending = asyncio.gather(*tasks)
        ending.add_done_callback(lambda _done: queue.put_nowait(None))
        try:
            while (piece := await queue.get()) is not None:
                yield piece
            await ending
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, ending, return_exceptions=True)

    async def _stream(self, body: dict[str, object], drawn: _Drawn) -> AsyncIterator[str]:
        with self._translated():
            async with self._opened().stream("POST", f"{self._url}/chat/completions", json=body) as answer:
                self._check(answer.status_code)
                taken = 0
                async for line in answer.aiter_lines():
                    taken += len(line)
                    if taken > REPLY_BYTES_MOST:
                        raise EngineStopped(f"The server at {self._host} sends without end.", "Its reply was dropped.")
                    piece = drawn.thoughts.aloud(_content(line, drawn))
                    if piece := piece if drawn.text else piece.lstrip():
                        drawn.text += piece
                        yield piece
        if not drawn.whole:
            raise EngineStopped(f"The server at {self._host} broke off.", "Nothing of what you wrote is lost.")

    def _opened(self) -> httpx.AsyncClient:
        import httpx

        if self._client is None:
            headers = {"User-Agent": "lodestar"} | ({"Authorization": f"Bearer {self._key}"} if self._key else {})
            self._client = httpx.AsyncClient(
                headers=headers,
                timeout=httpx.Timeout(SILENCE_SECONDS, connect=CONNECT_SECONDS),
                verify=ssl.create_default_context(),
                trust_env=False,
                follow_redirects=False,
            )
        return self._client

    def _check(self, status: int) -> None:
        if status in (401, 403):
            raise ModelRefused(f"The server at {self._host} refuses the key.", "lodestar llm connect … --key-file FILE")
        if 300 <= status < 400:
            raise ModelRefused(f"The server at {self._host} leads elsewhere; nothing was sent there.")
        if status == 404:
            raise ModelRefused(f"The server at {self._host} has nothing there.", "Its address ends with /v1.")
        if status >= 400:
            raise EngineStopped(f"The server at {self._host} answered with error {status}.", "Try again in a moment.")

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        import httpx

        try:
            yield
        except httpx.ConnectError:
            raise EngineStopped(
                f"There is no server at {self._host}.", "Start it, or: lodestar llm use starter"
            ) from None
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise EngineStopped(
                f"The server at {self._host} broke off ({type(error).__name__}).", "Nothing of what you wrote is lost."
            ) from None


def _content(line: str, drawn: _Drawn) -> str:
    """Return the words in one line of a stream, and note whether it ends well; nonsense is no words."""
    said = line.removeprefix("data:").strip() if line.startswith("data:") else ""
    if not said or said == "[DONE]":
        return ""
    try:
        event = json.loads(said)
        if usage := event.get("usage"):
            drawn.prompt_tokens = int(usage.get("prompt_tokens") or 0)
        if not event.get("choices"):
            return ""
        choice = event["choices"][0]
        drawn.whole = drawn.whole or choice.get("finish_reason") is not None
        content = choice.get("delta", {}).get("content")
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError):
        return ""
    drawn.pieces += content is not None
    return content if isinstance(content, str) else ""
