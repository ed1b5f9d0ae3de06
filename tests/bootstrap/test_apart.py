"""What is computed apart: off the screen's loop, over its own connection, with the models where they are."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.bootstrap.apart import Apart, EmbedderAtHome, VoiceAtHome
from assistant.core.entry import Writing
from assistant.errors import NotFound
from assistant.ports import Ask, AskFinished, PromptTurn
from assistant.testing import HashEmbedder, ScriptedVoice
from assistant.vault import SqlVault, create
from assistant.vault.keys import Cost

if TYPE_CHECKING:
    from assistant.ports import Vectors

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


@pytest.fixture
async def apart() -> AsyncIterator[Apart]:
    """A thread that ends with the test."""
    made = Apart()
    yield made
    await made.close()


async def test_what_takes_long_leaves_the_loop_free(apart: Apart) -> None:
    """The deed blocks its own thread until the screen's loop has gone on: in one thread that would never end."""
    went_on = threading.Event()

    async def blocking() -> str:
        assert went_on.wait(timeout=20)
        return threading.current_thread().name

    working = asyncio.ensure_future(apart(blocking))
    await asyncio.sleep(0)
    went_on.set()
    assert await working == "apart"


async def test_an_error_comes_back_as_it_was_raised(apart: Apart) -> None:
    """A screen tells it as it would have told its own."""

    async def failing() -> None:
        raise NotFound("There is no belief.", "See the list.")

    with pytest.raises(NotFound, match="There is no belief"):
        await apart(failing)


async def test_leaving_a_place_cancels_what_it_asked_for(apart: Apart) -> None:
    """What nobody waits for any longer ends at its next wait."""
    began, ended = threading.Event(), threading.Event()

    async def waiting() -> None:
        began.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    working = asyncio.ensure_future(apart(waiting))
    assert await asyncio.to_thread(began.wait, 20)
    working.cancel()
    assert await asyncio.to_thread(ended.wait, 20)


async def test_it_falls_quiet_before_the_vault_is_held_alone(apart: Apart) -> None:
    """After `quiet` nothing is under way, and it works again afterwards."""
    began = threading.Event()

    async def waiting() -> None:
        began.set()
        await asyncio.Event().wait()

    working = asyncio.ensure_future(apart(waiting))
    assert await asyncio.to_thread(began.wait, 20)
    await apart.quiet()
    with pytest.raises(asyncio.CancelledError):
        await working

    async def more() -> int:
        return 7

    assert await apart(more) == 7


async def test_what_stands_beside_is_let_go_at_the_end() -> None:
    """Used or never used, its connection is closed once."""
    ends: list[str] = []
    unused = Apart(lambda: ends.append("unused"))
    await unused.close()
    used = Apart(lambda: ends.append("used"))
    await used(lambda: asyncio.sleep(0))
    await used.close()
    assert ends == ["unused", "used"]


class LoopBound(HashEmbedder):
    """An embedder that can be asked in one loop only, as one whose pipes hang on it."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.get_running_loop()

    async def embed(self, texts: Sequence[str]) -> Vectors:
        """Refuse any other loop."""
        assert asyncio.get_running_loop() is self.loop
        return await super().embed(texts)


async def test_the_embedder_is_asked_in_its_own_loop(apart: Apart) -> None:
    """The thread gets the same rows as the screen would."""
    embedder = LoopBound()
    at_home = EmbedderAtHome(embedder)
    rows = await apart(lambda: at_home.embed(["frost on the rails"]))
    assert (rows == await embedder.embed(["frost on the rails"])).all()
    within = await apart(lambda: at_home.embed_within("frost on the rails", ()))
    assert within.shape == (2, at_home.dimensions)
    assert at_home.name == embedder.name


async def test_the_voice_is_asked_in_its_own_loop(apart: Apart) -> None:
    """Its events come whole, in their order."""
    voice = ScriptedVoice()
    voice.enqueue("And then?")
    named = VoiceAtHome.of(lambda: voice)

    async def asked() -> list[object]:
        at_home = named()
        assert at_home is not None
        await at_home.facts()
        return [event async for event in at_home.ask(Ask((PromptTurn("user", "…"),)))]

    assert isinstance((await apart(asked))[-1], AskFinished)
    assert VoiceAtHome.of(lambda: None)() is None


@pytest.mark.parametrize("passphrase", [None, "open sesame"])
async def test_two_connections_see_what_the_other_has_saved(
    vault_folder: Path, passphrase: str | None, apart: Apart
) -> None:
    """An entry saved on the screen is read apart, what is kept apart is read on the screen, and neither waits."""
    vault = create(vault_folder, passphrase=passphrase, cost=Cost(1, 8 * 1024 * 1024)).vault
    beside = vault.beside()
    entry = vault.entries.add(Writing(NOON, "Frost on the rails."))

    async def read_and_keep(there: SqlVault) -> str:
        there.derived.derive("kind", "key", b"value")
        return there.entries.get(entry.id).text

    assert await apart(lambda: read_and_keep(beside)) == "Frost on the rails."
    assert vault.derived.derived("kind", ["key"]) == {"key": b"value"}
    assert beside.encrypted == vault.encrypted
    beside.close()
    with vault.alone():  # the lock was the first one's, and still is
        pass
    vault.close()
