"""Ask the memory process for what its index can do, in types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from assistant.core.ids import PassageId
from assistant.errors import IndexBroken
from assistant.memory.generations import Manifest
from assistant.memory.handlers import PREFIX
from assistant.ports import Answer, ChildProcess, Neighbour

if TYPE_CHECKING:
    from assistant.ports import Vectors

ROWS_A_REQUEST: Final = 500
"""Rows sent at a time, a quarter of a second of work: a question asked meanwhile waits no longer."""


class IndexRequests:
    """The index of one folder for one embedder. Every method raises EngineStopped and IndexBroken."""

    def __init__(
        self, process: ChildProcess, folder: Path, embedder: str, dimensions: int, *, url: str = "", tenant: str = ""
    ) -> None:
        """Name what is asked about; nothing is asked yet.

        With a `url` the index is that of a tenant on a Chroma server, and `folder` holds only the lock on it.
        """
        self._process = process
        self._place = {"folder": str(folder), "embedder": embedder, "dimensions": dimensions}
        self._place |= {"url": url, "tenant": tenant}
        self._dimensions = dimensions

    async def open(self) -> tuple[str, Manifest | None]:
        """Open the newest whole generation: `ready` with its manifest, `absent` or `busy`."""
        answer = await self._ask("open")
        manifest = answer.values["manifest"]
        found = Manifest(**cast(Mapping[str, str], manifest)) if manifest else None  # type: ignore[arg-type]
        return str(answer.values["state"]), found

    async def begin(self, rows: int) -> None:
        """Begin a new generation of so many rows."""
        if not (await self._ask("begin", {"rows": rows})).values["begun"]:
            raise IndexBroken("Another process owns the index.")

    async def add(self, passages: Sequence[PassageId], vectors: Vectors) -> None:
        """Add or replace rows."""
        import numpy as np

        for start in range(0, len(passages), ROWS_A_REQUEST):
            some = slice(start, start + ROWS_A_REQUEST)
            numbers = np.array(passages[some], np.int64).tobytes()
            await self._ask("add", blobs=(numbers, vectors[some].astype(np.float32).tobytes()))

    async def remove(self, passages: Sequence[PassageId]) -> None:
        """Take rows out."""
        import numpy as np

        if passages:
            await self._ask("remove", blobs=(np.array(passages, np.int64).tobytes(),))

    async def settle(self, fingerprint: str, rows: int) -> Manifest:
        """Note that the open generation is whole."""
        answer = await self._ask("settle", {"fingerprint": fingerprint, "rows": rows})
        return Manifest(**cast(Mapping[str, str], answer.values["manifest"]))  # type: ignore[arg-type]

    async def nearest(self, vector: Vectors, count: int) -> list[Neighbour]:
        """Find neighbours, nearest first."""
        import numpy as np

        answer = await self._ask("nearest", {"count": count}, (vector.astype(np.float32).tobytes(),))
        passages = np.frombuffer(answer.blobs[0], np.int64).tolist()
        cosines = np.frombuffer(answer.blobs[1], np.float32).tolist()
        return [Neighbour(PassageId(passage), cosine) for passage, cosine in zip(passages, cosines, strict=True)]

    async def count(self) -> int:
        """Count the rows."""
        return cast(int, (await self._ask("count")).values["rows"])

    async def passages(self) -> list[PassageId]:
        """List all rows."""
        import numpy as np

        answer = await self._ask("passages")
        return [PassageId(number) for number in np.frombuffer(answer.blobs[0], np.int64).tolist()]

    async def discard(self) -> None:
        """Delete every generation."""
        await self._ask("discard")

    async def close(self) -> None:
        """Let go of the files."""
        await self._ask("close")

    async def _ask(self, name: str, values: Mapping[str, object] | None = None, blobs: Sequence[bytes] = ()) -> Answer:
        return await self._process.request(PREFIX + name, {**self._place, **(values or {})}, blobs)
