"""Find the nearest passages with an index on disk that is kept in line with the vault.

The vault is the truth; the index is disposable. Changes wait in memory, where they are searched too, until `settle`
writes them in one go. Whenever there is any doubt (no generation, an unsettled one, another owner, a dead process, a
broken file) the vault's own vectors are searched one by one instead, and `settle` builds a new generation.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from assistant.core.ids import PassageId
from assistant.errors import EngineStopped, IndexBroken
from assistant.memory.exact_index import ExactIndex
from assistant.memory.generations import Manifest
from assistant.memory.index_requests import IndexRequests
from assistant.memory.rows import Rows
from assistant.ports import Neighbour, PassageStore

if TYPE_CHECKING:
    from assistant.ports import Vectors

UNSEALED_MOST: Final = 5_000
"""Rows that may wait in the log, which is replayed at each opening (2 s); more, and a new generation is built."""

STRIKES_MOST: Final = 2
"""Failures in a row after which the index is left alone for as long as the program runs."""


class KeptIndex:
    """An index in the memory process, behind the vault. Fills the role `VectorIndex`."""

    def __init__(self, requests: IndexRequests, passages: PassageStore, embedder: str) -> None:
        """Prepare; nothing is opened yet. Vectors must be in the store before they are added here."""
        self._requests = requests
        self._store = passages
        self._embedder = embedder
        self._exact = ExactIndex(passages, embedder)
        self._waiting = Rows()
        self._removed: set[PassageId] = set()
        self._changes = 0
        self._manifest: Manifest | None = None
        self._serving = False
        self._looked = False
        self._state = "absent"
        self._strikes = 0
        self._changing = asyncio.Lock()

    @property
    def serving(self) -> bool:
        """Whether the index on disk answers; otherwise every vector is compared."""
        return self._serving

    async def state(self) -> str:
        """Open the index if need be and say how it is: `ready`, `behind`, `absent`, `busy` or `broken`."""
        await self._look()
        return "ready" if self._serving else self._state

    async def add(self, passages: Sequence[PassageId], vectors: Vectors) -> None:
        """Add or replace rows."""
        self._changes += 1
        self._removed.difference_update(passages)
        self._waiting.add(passages, vectors)
        await self._exact.add(passages, vectors)

    async def remove(self, passages: Sequence[PassageId]) -> None:
        """Take rows out; ids that are not there are passed over."""
        self._changes += 1
        self._removed.update(passages)
        self._waiting.remove(passages)
        await self._exact.remove(passages)

    async def nearest(self, vector: Vectors, count: int) -> list[Neighbour]:
        """Return up to `count` neighbours of one `(dimensions,)` unit vector, nearest first."""
        await self._look()
        if not self._serving or count <= 0:
            return await self._exact.nearest(vector, count)
        hidden = self._removed.union(self._waiting.ids)
        recent = self._waiting.nearest(vector, count)  # before anything is awaited: settling takes away what waits
        try:
            found = await self._requests.nearest(vector, count + len(hidden))
        except (EngineStopped, IndexBroken):
            self._fail()
            return await self._exact.nearest(vector, count)
        kept = [neighbour for neighbour in found if neighbour.passage not in hidden]
        kept += recent
        return sorted(kept, key=lambda neighbour: (-neighbour.cosine, neighbour.passage))[:count]

    async def count(self) -> int:
        """Return how many rows there are."""
        return self._store.embedded_count(self._embedder)

    async def settle(self) -> None:
        """Bring the index in line with the vault: write what waits, or build a new generation."""
        await self._look()
        async with self._changing:
            if self._manifest is None and not self._store.embedded_count(self._embedder):
                return
            changes, fingerprint = await self._marked()
            while self._strikes < STRIKES_MOST and not self._in_line(fingerprint):
                try:
                    await self._bring_in_line(fingerprint)
                except (EngineStopped, IndexBroken):
                    self._fail()
            if self._serving:
                if changes == self._changes:  # what came or went meanwhile waits for the next time
                    self._waiting, self._removed = Rows(), set()
                await self._exact.close()
            else:
                await self._exact.settle()

    async def rebuild(self) -> None:
        """Build a new generation from the vault and delete the others."""
        async with self._changing:
            self._looked, self._serving, self._manifest = True, False, None
            self._waiting, self._removed = Rows(), set()
            await self._exact.rebuild()
            try:
                await self._requests.discard()
            except (EngineStopped, IndexBroken):
                self._fail()
        await self.settle()

    async def close(self) -> None:
        """Let go of the index; the memory process itself goes on."""
        if self._looked:
            with contextlib.suppress(EngineStopped, IndexBroken):  # its process is gone, and its files with it
                await self._requests.close()
        self._serving, self._looked, self._manifest = False, False, None
        await self._exact.close()

    async def _look(self) -> None:
        """Open the index, the first time; it serves where it is in line with the vault."""
        async with self._changing:
            if self._looked:
                return
            self._looked = True
            try:
                state, self._manifest = await self._requests.open()
            except (EngineStopped, IndexBroken):
                self._state = "broken"
                self._fail()
                return
            self._state = "behind" if state == "ready" else state
            if state == "busy":
                self._strikes = STRIKES_MOST
            self._serving = self._manifest is not None and self._in_line((await self._marked())[1])

    async def _marked(self) -> tuple[int, str]:
        """Return which rows the vault has, as a fingerprint, and after how many changes.

        It reads every mark, 0.1 s at a hundred thousand passages, in a thread: the screen types on meanwhile.
        """
        while True:
            changes, fingerprint = self._changes, await asyncio.to_thread(self._store.fingerprint, self._embedder)
            if changes == self._changes:
                return changes, fingerprint

    async def _bring_in_line(self, fingerprint: str) -> None:
        manifest = self._manifest
        wanted = self._store.embedded_count(self._embedder)
        if manifest is None or wanted - manifest.sealed > UNSEALED_MOST:
            await self._build(fingerprint)
            return
        if not self._serving or not await self._write_waiting(manifest, wanted):
            await self._catch_up()
        self._manifest = await self._requests.settle(fingerprint, wanted)
        self._serving, self._strikes = True, 0

    async def _build(self, fingerprint: str) -> None:
        """Build a new generation; meanwhile the old one answers no more."""
        self._serving, self._manifest = False, None
        passages, vectors = self._store.vectors(self._embedder)
        await self._requests.begin(len(passages))
        await self._requests.add(passages, vectors)
        self._manifest = await self._requests.settle(fingerprint, len(passages))
        self._serving, self._strikes = True, 0

    async def _write_waiting(self, manifest: Manifest, wanted: int) -> bool:
        """Write what waits, as it is now; say whether that is all that changed."""
        removed, waiting, vectors = sorted(self._removed), self._waiting.ids, self._waiting.vectors.copy()
        await self._requests.remove(removed)
        await self._requests.add(waiting, vectors)
        return await self._requests.count() == wanted

    async def _catch_up(self) -> None:
        """Compare passage by passage: another process has changed the vault, or this one was ended too early."""
        there = set(await self._requests.passages())
        passages, vectors = self._store.vectors(self._embedder)
        new = [place for place, passage in enumerate(passages) if passage not in there]
        await self._requests.remove(sorted(there.difference(passages)))
        await self._requests.add([passages[place] for place in new], vectors[new])

    def _in_line(self, fingerprint: str) -> bool:
        return self._manifest is not None and self._manifest.fingerprint == fingerprint

    def _fail(self) -> None:
        """Trust the index no longer; `settle` may build another."""
        self._manifest, self._serving = None, False
        self._strikes += 1
