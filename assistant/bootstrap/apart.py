"""Work that takes long beside a screen: in a thread of its own, on its own connection to the same vault.

The screen's loop only waits for it, so that a key is painted while a lifetime of pages is put together. The models stay
where they are: what the thread asks of them is asked in the screen's loop, which holds their pipes.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from assistant.core.span import Span
    from assistant.ports import Ask, ChatModel, Embedder, Vectors, VoiceEvent, VoiceFacts

T = TypeVar("T")

SWITCH_SECONDS: Final = 0.001
"""How long the thread may compute before the screen gets its turn. Python's 5 ms, met at each of the few turns that a
key takes to be painted, add up to more than the eye forgives; docs/figures.md has the measurement."""

LEAVING_SECONDS: Final = 0.3
"""How long quitting waits for the thread; one that is still computing ends with the program."""


class Apart:
    """One thread with a loop, begun when it is first needed. Fills the role `Apart` of the desk."""

    def __init__(self, at_end: Callable[[], None] = lambda: None) -> None:
        """Prepare; `at_end` is called in the thread when it ends, whatever was under way."""
        self._at_end = at_end
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended = threading.Event()
        self._working: set[asyncio.Task[Any]] = set()

    async def __call__(self, deed: Callable[[], Awaitable[T]]) -> T:
        """Return what the deed returns, done in the thread; cancelled here, it is cancelled there at its next wait."""
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            sys.setswitchinterval(SWITCH_SECONDS)
            threading.Thread(target=self._live, args=(self._loop,), name="apart", daemon=True).start()
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(self._do(deed), self._loop))

    async def _do(self, deed: Callable[[], Awaitable[T]]) -> T:
        task = asyncio.current_task()
        assert task is not None
        self._working.add(task)
        try:
            return await deed()
        finally:
            self._working.discard(task)

    def _live(self, loop: asyncio.AbstractEventLoop) -> None:
        asyncio.set_event_loop(loop)
        try:
            loop.run_forever()
        finally:
            loop.close()
            self._at_end()
            self._ended.set()

    async def quiet(self) -> None:
        """Have everything under way end, and return when nothing is: before the vault must be held alone."""
        if self._loop is not None:
            await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(self._settle(), self._loop))

    async def _settle(self) -> None:
        for task in self._working:
            task.cancel()
        await asyncio.gather(*self._working, return_exceptions=True)

    async def close(self) -> None:
        """End the thread; one that is in the middle of a long step is not waited for."""
        loop, self._loop = self._loop, None
        if loop is None:
            self._at_end()
            return
        asyncio.run_coroutine_threadsafe(self._settle(), loop).add_done_callback(
            lambda _done: loop.call_soon_threadsafe(loop.stop)
        )
        await asyncio.to_thread(self._ended.wait, LEAVING_SECONDS)


class _Home:
    """The loop that holds the pipes of the models."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()

    async def ask(self, asked: Coroutine[Any, Any, T]) -> T:
        """Return what a coroutine of that loop returns, from any other loop."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(asked, self._loop))


class EmbedderAtHome:
    """The embedder of the screen's loop, asked from the thread. Fills the role `Embedder`."""

    def __init__(self, embedder: Embedder) -> None:
        """Prepare, within the loop that holds the embedder."""
        self._embedder, self._home = embedder, _Home()

    @property
    def name(self) -> str:
        """Identity of the embedder."""
        return self._embedder.name

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._embedder.dimensions

    async def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one unit row a text. Raises EngineStopped, ModelRefused."""
        return await self._home.ask(self._embedder.embed(texts))

    async def embed_within(self, text: str, words: Sequence[Span]) -> Vectors:
        """Return the rows of a text and of some of its words. Raises EngineStopped, ModelRefused."""
        return await self._home.ask(self._embedder.embed_within(text, words))

    async def close(self) -> None:
        """Leave the embedder as it is: it is the screen's."""


class VoiceAtHome:
    """The language model of the screen's loop, asked from the thread: its answer comes whole. Fills `ChatModel`."""

    def __init__(self, voice: ChatModel, home: _Home) -> None:
        """Ask this voice in that loop."""
        self._voice, self._home = voice, home

    @classmethod
    def of(cls, named: Callable[[], ChatModel | None]) -> Callable[[], ChatModel | None]:
        """Return what names the same voice for the thread; called within the loop that holds it."""
        home = _Home()

        def found() -> ChatModel | None:
            voice = named()
            return None if voice is None else cls(voice, home)

        return found

    async def facts(self) -> VoiceFacts:
        """Describe the model. Raises ModelRefused, EngineStopped, NoVoice."""
        return await self._home.ask(self._voice.facts())

    async def ask(self, ask: Ask) -> AsyncGenerator[VoiceEvent, None]:
        """Yield the events of an ask, once it is done. Raises EngineStopped, ModelRefused."""

        async def whole() -> list[VoiceEvent]:
            return [event async for event in self._voice.ask(ask)]

        for event in await self._home.ask(whole()):
            yield event

    async def close(self) -> None:
        """Leave the voice as it is: it is the screen's."""
