"""Remember what was written: cut entries into passages and give each a vector, newest first."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Final

from assistant.core.ids import EntryId
from assistant.core.span import Span
from assistant.ports import Embedder, Vault, VectorIndex

Progress = Callable[[int, int], None]
"""Told how many passages are done, and of how many."""

Split = Callable[[str], Sequence[Span]]
"""Cut a text into passages."""

ENTRIES_A_STEP: Final = 50
"""Entries cut at a time before others get a turn: about 20 ms."""

PASSAGES_A_STEP: Final = 128
"""Passages embedded between two commits: a kill costs at most 1.2 s of work, a commit (5 ms) 0.4 % of the rate."""


class Remember:
    """Make everything that recall needs. What is done is kept at once, so that it can be ended at any moment."""

    def __init__(
        self,
        vault: Vault,
        embedder: Embedder,
        index: VectorIndex,
        split: Split,
        first: Callable[[], object] | None = None,
    ) -> None:
        """Prepare; nothing runs yet. `first` runs before anything is cut, in a thread: it reads linked folders."""
        self._vault = vault
        self._embedder = embedder
        self._index = index
        self._split = split
        self._first = first
        self._running = asyncio.Lock()

    async def run(self, progress: Progress | None = None) -> int:
        """Embed whatever has no vector yet and settle the index; return how many passages that were.

        Raises EngineStopped, ModelRefused; what was done until then stays. A second call waits for the first.
        """
        async with self._running:
            if self._first is not None:
                await asyncio.to_thread(self._first)
            await self._cut()
            done = await self._embed(progress)
            await self._index.settle()
            return done

    async def _cut(self) -> None:
        while entries := self._vault.passages.unsplit(ENTRIES_A_STEP):
            for entry in entries:
                await self._cut_one(entry.id)
            await asyncio.sleep(0)

    async def _cut_one(self, identity: EntryId) -> None:
        """Cut one entry as it stands now; passages that an amended text no longer has leave the index."""
        store = self._vault.passages
        with self._vault.together():
            before = {passage.id for passage in store.passages_of(identity)}
            kept = {
                passage.id
                for entry in self._vault.entries.get_many([identity])  # none: it was forgotten meanwhile
                for passage in store.put_passages(identity, self._split(entry.text))
            }
        if gone := sorted(before - kept):
            await self._index.remove(gone)

    async def _embed(self, progress: Progress | None) -> int:
        store, name = self._vault.passages, self._embedder.name
        done, total = 0, store.unembedded_count(name)
        while waiting := store.unembedded(name, PASSAGES_A_STEP):
            passages = [passage.id for passage, _words in waiting]
            vectors = await self._embedder.embed([words for _passage, words in waiting])
            store.put_vectors(name, passages, vectors)
            await self._index.add(passages, vectors)
            done += len(passages)
            total = max(total, done)
            if progress is not None:
                progress(done, total)
        return done
