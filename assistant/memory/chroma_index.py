"""Keep vectors in Chroma, on disk, inside the memory process: ids and vectors, never a word.

What was measured on Chroma 1.5.9, and what is done about it:

- Killed while it writes its graph to disk, 13 of 20 stores were unreadable for good; with a `sync_threshold` beyond
  reach it writes the log only, and 0 of 40 kills lost a row. So a generation in use never writes its graph.
- The log alone is replayed at each opening: 42 s at 100,000 rows, against 0.3 s from a written graph. So a new
  generation writes its graph once, with its last row, before it is settled and used; until then nothing reads it.
- Settings come from the environment and from `./.env` unless that is forbidden; a stray file turned the client into
  one for the network.
- Without `embedding_function=None` on every call it downloads a model.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from assistant.errors import IndexBroken
from assistant.memory.generations import Generations, Manifest, read_manifest, write_manifest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.ports import Vectors

NEVER: Final = 1_000_000
"""The `sync_threshold` of a generation in use: more rows than a life's passages, so the graph is never written."""

SEALED_FROM: Final = 1_000
"""A smaller generation is not sealed: its log is replayed in 0.2 s."""

_COLLECTION: Final = "passages"
_BATCH: Final = 100


class ChromaIndex:
    """One folder of generations, at most one of them open."""

    def __init__(self, folder: Path) -> None:
        """Look at a folder; nothing is opened yet."""
        self._generations = Generations(folder)
        self._path: Path | None = None
        self._client: Any = None
        self._rows: Any = None
        self._sealing = 0

    def open(self, embedder: str, dimensions: int) -> tuple[str, Manifest | None]:
        """Open the newest whole generation. Returns `ready` with its manifest, `absent`, or `busy`: another owns it.

        Raises IndexBroken where Chroma cannot read it, or holds another number of rows than the manifest says.
        """
        if not self._generations.take():
            return "busy", None
        self._close_files()
        newest = self._generations.newest()
        if newest is None:
            return "absent", None
        path, manifest = newest
        if (manifest.embedder, manifest.dimensions, manifest.version) != (embedder, dimensions, _version()):
            return "absent", None
        with _translated():
            self._open_files(path)
            if self._rows.count() != manifest.rows:
                raise IndexBroken("The index holds another number of passages than it should.")
        return "ready", manifest

    def begin(self, embedder: str, dimensions: int, rows: int) -> bool:
        """Begin a new generation of so many rows; False where another process owns the folder."""
        if not self._generations.take():
            return False
        self._close_files()
        self._generations.keep_only(None)
        path = self._generations.make()
        write_manifest(path, Manifest("", embedder, dimensions, _version(), 0, 0, settled=False))
        self._sealing = rows if rows >= SEALED_FROM else 0
        with _translated():
            self._open_files(path)
            shape = {"hnsw:space": "cosine", "hnsw:batch_size": _BATCH, "hnsw:sync_threshold": self._sealing or NEVER}
            self._rows = self._client.create_collection(_COLLECTION, embedding_function=None, metadata=shape)
        return True

    def add(self, passages: NDArray[np.int64], vectors: Vectors) -> None:
        """Add or replace rows. Raises IndexBroken."""
        self._unsettle()
        with _translated():
            most = self._client.get_max_batch_size()
            for start in range(0, len(passages), most):
                some = slice(start, start + most)
                ids = [str(passage) for passage in passages[some].tolist()]
                self._rows.upsert(ids=ids, embeddings=vectors[some])

    def remove(self, passages: NDArray[np.int64]) -> None:
        """Take rows out. Raises IndexBroken."""
        self._unsettle()
        with _translated():
            most = self._client.get_max_batch_size()
            for start in range(0, len(passages), most):
                self._rows.delete(ids=[str(passage) for passage in passages[start : start + most].tolist()])

    def settle(self, fingerprint: str, rows: int) -> Manifest:
        """Note that the open generation is whole, delete the others and return what it holds. Raises IndexBroken."""
        path, manifest = self._opened()
        sealed = manifest.sealed
        with _translated():
            if self._sealing:
                self._rows.modify(configuration={"hnsw": {"sync_threshold": NEVER}})
                self._open_files(path)  # only a new client minds the new threshold
                sealed, self._sealing = rows, 0
            if self._rows.count() != rows:
                raise IndexBroken("The index holds another number of passages than it should.")
        settled = Manifest(
            fingerprint, manifest.embedder, manifest.dimensions, manifest.version, rows, sealed, settled=True
        )
        write_manifest(path, settled)
        self._generations.keep_only(path)
        return settled

    def nearest(self, vector: Vectors, count: int) -> tuple[NDArray[np.int64], Vectors]:
        """Return up to `count` passages and their cosines, nearest first. Raises IndexBroken."""
        self._opened()
        with _translated():
            return nearest_rows(self._rows, vector, count)

    def count(self) -> int:
        """Return how many rows there are. Raises IndexBroken."""
        self._opened()
        with _translated():
            return int(self._rows.count())

    def passages(self) -> NDArray[np.int64]:
        """Return the ids of all rows. Raises IndexBroken."""
        import numpy as np

        self._opened()
        with _translated():
            return np.array([int(identity) for identity in self._rows.get(include=[])["ids"]], np.int64)

    def discard(self) -> None:
        """Delete every generation, where no other process owns them."""
        self._close_files()
        if self._generations.take():
            self._generations.keep_only(None)

    def close(self) -> None:
        """Let go of the files and of the folder."""
        self._close_files()
        self._generations.release()

    def _opened(self) -> tuple[Path, Manifest]:
        """Return the open generation. Raises IndexBroken where it is gone: a forgetting deletes the whole folder."""
        manifest = read_manifest(self._path) if self._path else None
        if self._path is None or manifest is None:
            self._close_files()
            raise IndexBroken("The index is not open.")
        return self._path, manifest

    def _unsettle(self) -> None:
        path, manifest = self._opened()
        if manifest.settled:
            fields = (manifest.embedder, manifest.dimensions, manifest.version, manifest.rows, manifest.sealed)
            write_manifest(path, Manifest(manifest.fingerprint, *fields, settled=False))

    def _open_files(self, path: Path) -> None:
        self._close_files()
        self._client = _client(path)
        self._path = path
        names = {collection.name for collection in self._client.list_collections()}
        if _COLLECTION in names:
            self._rows = self._client.get_collection(_COLLECTION, embedding_function=None)

    def _close_files(self) -> None:
        client, self._client, self._rows, self._path = self._client, None, None, None
        if client is not None:
            client.close()


def nearest_rows(rows: Any, vector: Vectors, count: int) -> tuple[NDArray[np.int64], Vectors]:
    """Ask a Chroma collection for up to `count` passages and their cosines, nearest first."""
    import numpy as np

    found = rows.query(query_embeddings=vector.reshape(1, -1), n_results=count, include=["distances"])
    ids = np.array([int(identity) for identity in found["ids"][0]], np.int64)
    return ids, 1.0 - np.array(found["distances"][0], np.float32)


def _client(path: Path) -> Any:
    """Open Chroma on a folder."""
    with contextlib.chdir(path):  # on import Chroma reads ./.env
        chromadb, fixed = fixed_settings()
    return chromadb.PersistentClient(path=str(path), settings=fixed(is_persistent=True, persist_directory=str(path)))


def fixed_settings() -> tuple[Any, Callable[..., Any]]:
    """Return Chroma and a maker of settings that neither the environment nor a stray `.env` can change."""
    import chromadb
    from chromadb.config import Settings

    class Fixed(Settings):
        @classmethod
        def settings_customise_sources(cls, *sources: Any, **named: Any) -> Any:
            return (named["init_settings"],)

    made: Any = Fixed
    return chromadb, lambda **chosen: made(_env_file=None, anonymized_telemetry=False, **chosen)


def _version() -> str:
    from importlib.metadata import version

    return version("chromadb")


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    """Turn what Chroma raises into IndexBroken."""
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, OSError, ValueError, RuntimeError) as error:
        raise IndexBroken("The vector index cannot be read or written.", type(error).__name__) from error
