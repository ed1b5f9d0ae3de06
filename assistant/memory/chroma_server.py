"""Keep vectors on a Chroma server that the person named, for a household or a team: ids and vectors, never a word.

Each vault has a tenant of its own under a random name. A generation is a collection whose metadata says what it
holds, as `manifest.json` does on disk; the server's own files are the server's business.
"""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from assistant.errors import IndexBroken
from assistant.memory.chroma_index import fixed_settings, nearest_rows
from assistant.memory.generations import Generations, Manifest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.ports import Vectors

_DATABASE: Final = "lodestar"
_MANIFEST: Final = "manifest"
_BATCH_MOST: Final = 1_000
"""Rows in one request: 1.5 MB of vectors."""

_MANIFESTS: Final = TypeAdapter(Manifest)


class ChromaServer:
    """The collections of one vault's tenant, at most one of them in use. Answers as `ChromaIndex` does."""

    def __init__(self, url: str, tenant: str, folder: Path) -> None:
        """Name the server and the vault's tenant; `folder` holds the lock of the process that owns it."""
        self._url, self._tenant = urlsplit(url), tenant
        self._lock = Generations(folder)
        self._client: Any = None
        self._rows: Any = None
        self._manifest: Manifest | None = None

    def open(self, embedder: str, dimensions: int) -> tuple[str, Manifest | None]:
        """Open the newest whole generation: `ready` with its manifest, `absent`, or `busy`. Raises IndexBroken."""
        if not self._lock.take():
            return "busy", None
        with _translated():
            self._connect()
            for collection in self._client.list_collections():
                manifest = _read(collection.metadata)
                if manifest is None or not manifest.settled or manifest.embedder != embedder:
                    continue
                if manifest.dimensions == dimensions and collection.count() == manifest.rows:
                    self._rows = self._client.get_collection(collection.name, embedding_function=None)
                    self._manifest = manifest
                    return "ready", manifest
        return "absent", None

    def begin(self, embedder: str, dimensions: int, rows: int) -> bool:
        """Begin a new generation; False where another process owns the vault's tenant. Raises IndexBroken."""
        if not self._lock.take():
            return False
        with _translated():
            self._connect()
            self._delete_others("")
            self._manifest = Manifest("", embedder, dimensions, "server", 0, 0, settled=False)
            self._rows = self._client.create_collection(
                f"passages-{secrets.token_hex(8)}",
                embedding_function=None,
                configuration={"hnsw": {"space": "cosine"}},
                metadata=_written(self._manifest),
            )
        return True

    def add(self, passages: NDArray[np.int64], vectors: Vectors) -> None:
        """Add or replace rows. Raises IndexBroken."""
        self._unsettle()
        with _translated():
            for start in range(0, len(passages), _BATCH_MOST):
                some = slice(start, start + _BATCH_MOST)
                ids = [str(passage) for passage in passages[some].tolist()]
                self._rows.upsert(ids=ids, embeddings=vectors[some])

    def remove(self, passages: NDArray[np.int64]) -> None:
        """Take rows out. Raises IndexBroken."""
        self._unsettle()
        with _translated():
            for start in range(0, len(passages), _BATCH_MOST):
                self._rows.delete(ids=[str(passage) for passage in passages[start : start + _BATCH_MOST].tolist()])

    def settle(self, fingerprint: str, rows: int) -> Manifest:
        """Note that the generation is whole, delete the others and return what it holds. Raises IndexBroken."""
        held = self._opened()
        with _translated():
            if self._rows.count() != rows:
                raise IndexBroken("The index holds another number of passages than it should.")
            settled = Manifest(fingerprint, held.embedder, held.dimensions, held.version, rows, rows, settled=True)
            self._note(settled)
            self._delete_others(self._rows.name)
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
        found: list[int] = []
        with _translated():
            while page := self._rows.get(include=[], limit=_BATCH_MOST, offset=len(found))["ids"]:
                found += map(int, page)
        return np.array(found, np.int64)

    def discard(self) -> None:
        """Delete every generation, where no other process owns them. Raises IndexBroken."""
        if self._lock.take():
            with _translated():
                self._connect()
                self._delete_others("")
            self._rows, self._manifest = None, None

    def close(self) -> None:
        """Let go of the connection and of the lock."""
        client, self._client, self._rows, self._manifest = self._client, None, None, None
        if client is not None:
            client.close()
        self._lock.release()

    def _opened(self) -> Manifest:
        if self._rows is None or self._manifest is None:
            raise IndexBroken("The index is not open.")
        return self._manifest

    def _unsettle(self) -> None:
        held = self._opened()
        if held.settled:
            with _translated():
                self._note(Manifest(**{**asdict(held), "settled": False}))

    def _note(self, manifest: Manifest) -> None:
        self._rows.modify(metadata=_written(manifest))
        self._manifest = manifest

    def _delete_others(self, kept: str) -> None:
        for collection in self._client.list_collections():
            if collection.name != kept:
                self._client.delete_collection(collection.name)

    def _connect(self) -> None:
        """Connect, making the tenant and its database the first time."""
        if self._client is not None:
            return
        with contextlib.chdir(self._lock.folder):  # on import Chroma reads ./.env
            chromadb, fixed = fixed_settings()
        secure = self._url.scheme == "https"
        place = {
            "chroma_api_impl": "chromadb.api.fastapi.FastAPI",
            "chroma_server_host": self._url.hostname,
            "chroma_server_http_port": self._url.port or (443 if secure else 80),
            "chroma_server_ssl_enabled": secure,
        }
        admin = chromadb.AdminClient(fixed(**place))
        makings: tuple[Callable[[], object], ...] = (
            lambda: admin.create_tenant(self._tenant),
            lambda: admin.create_database(_DATABASE, self._tenant),
        )
        for make in makings:
            with contextlib.suppress(chromadb.errors.ChromaError):  # there already; anything else the client will say
                make()
        self._client = chromadb.HttpClient(
            host=place["chroma_server_host"],
            port=place["chroma_server_http_port"],
            ssl=secure,
            settings=fixed(),
            tenant=self._tenant,
            database=_DATABASE,
        )


def _written(manifest: Manifest) -> dict[str, str]:
    return {_MANIFEST: json.dumps(asdict(manifest))}


def _read(metadata: object) -> Manifest | None:
    """Return what a collection says it holds; None for one that is not ours or not whole."""
    said = metadata.get(_MANIFEST) if isinstance(metadata, dict) else None
    try:
        return _MANIFESTS.validate_json(said) if isinstance(said, str) else None
    except ValidationError:
        return None


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    """Turn what Chroma's client raises into IndexBroken: a server that is gone is no more than a slow search."""
    import httpx
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, httpx.HTTPError, OSError, ValueError, KeyError, RuntimeError) as error:
        raise IndexBroken("The Chroma server cannot be read or written.", type(error).__name__) from error
