"""Answer the requests of the vector index inside the memory process.

Numbers of passages travel as int64 blobs, vectors as float32 blobs, row by row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from assistant.ports import Answer, Cancelled, Emit, Handler

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.memory.chroma_index import ChromaIndex
    from assistant.memory.chroma_server import ChromaServer
    from assistant.ports import Vectors

Values = Mapping[str, object]
Blobs = Sequence[bytes]

PREFIX: Final = "index."


class IndexHandlers:
    """Hold one index at a time, of a folder or of a server's tenant; another one closes the one before."""

    def __init__(self) -> None:
        self._index: ChromaIndex | ChromaServer | None = None
        self._place: tuple[str, ...] = ()

    def open(self, values: Values, _blobs: Blobs, _emit: Emit, _cancelled: Cancelled) -> Answer:
        """Open the newest whole generation and say what it holds."""
        state, manifest = self._at(values).open(str(values["embedder"]), cast(int, values["dimensions"]))
        return Answer({"state": state, "manifest": asdict(manifest) if manifest else None})

    def begin(self, values: Values, _blobs: Blobs, _emit: Emit, _cancelled: Cancelled) -> Answer:
        """Begin a new generation."""
        rows, dimensions = cast(int, values["rows"]), cast(int, values["dimensions"])
        return Answer({"begun": self._at(values).begin(str(values["embedder"]), dimensions, rows)})

    def add(self, values: Values, blobs: Blobs, _emit: Emit, _cancelled: Cancelled) -> Answer:
        """Add or replace rows."""
        passages = _passages(blobs[0])
        self._at(values).add(passages, _vectors(blobs[1], len(passages)))
        return Answer({})

    def remove(self, values: Values, blobs: Blobs, _emit: Emit, _cancelled: Cancelled) -> Answer:
        """Take rows out."""
        self._at(values).remove(_passages(blobs[0]))
        return Answer({})

    def settle(self, values: Values, _blobs: Blobs, _emit: Emit, _cancelled: Cancelled) -> Answer:
        """Note that the generation is whole."""
        manifest = self._at(values).settle(str(values["fingerprint"]), cast(int, values["rows"]))
        return Answer({"manifest": asdict(manifest)})

    def nearest(self, values: Values, blobs: Blobs, _emit: Emit, _cancelled: Cancelled) -> Answer:
        """Find neighbours."""
        passages, cosines = self._at(values).nearest(_vectors(blobs[0], 1), cast(int, values["count"]))
        return Answer({}, (passages.tobytes(), cosines.tobytes()))

    def count(self, values: Values, _blobs: Blobs, _emit: Emit, _cancelled: Cancelled) -> Answer:
        """Count the rows."""
        return Answer({"rows": self._at(values).count()})

    def passages(self, values: Values, _blobs: Blobs, _emit: Emit, _cancelled: Cancelled) -> Answer:
        """List all rows."""
        return Answer({}, (self._at(values).passages().tobytes(),))

    def discard(self, values: Values, _blobs: Blobs, _emit: Emit, _cancelled: Cancelled) -> Answer:
        """Delete every generation."""
        self._at(values).discard()
        return Answer({})

    def close(self, _values: Values, _blobs: Blobs, _emit: Emit, _cancelled: Cancelled) -> Answer:
        """Let go of the files, so that another process may own them."""
        if self._index is not None:
            self._index.close()
        self._index, self._place = None, ()
        return Answer({})

    def _at(self, values: Values) -> ChromaIndex | ChromaServer:
        place = tuple(str(values.get(name) or "") for name in ("folder", "url", "tenant"))
        if self._index is None or place != self._place:
            if self._index is not None:
                self._index.close()
            self._index, self._place = _index_at(*place), place
        return self._index


def _index_at(folder: str, url: str, tenant: str) -> ChromaIndex | ChromaServer:
    from assistant.memory.chroma_index import ChromaIndex
    from assistant.memory.chroma_server import ChromaServer

    return ChromaServer(url, tenant, Path(folder)) if url else ChromaIndex(Path(folder))


def index_handlers() -> dict[str, Handler]:
    """Return the handlers of the index, by name, for the process that hosts them."""
    index = IndexHandlers()
    answering = (
        index.open, index.begin, index.add, index.remove, index.settle, index.nearest, index.count, index.passages,
        index.discard, index.close,
    )  # fmt: skip
    return {PREFIX + handler.__name__: handler for handler in answering}


def _passages(blob: bytes) -> NDArray[np.int64]:
    import numpy as np

    return np.frombuffer(blob, np.int64)


def _vectors(blob: bytes, rows: int) -> Vectors:
    import numpy as np

    return np.frombuffer(blob, np.float32).reshape(rows, -1)
