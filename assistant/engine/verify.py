"""Let a model file be opened only when its bytes are known, or the person said yes to them once."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Container
from pathlib import Path
from typing import Final

from assistant.engine.catalogue import Catalogue, CatalogueModel
from assistant.engine.chat_format import format_of
from assistant.engine.gguf_header import read_header
from assistant.engine.model_file import ModelFile
from assistant.errors import ModelRefused

_CHUNK_BYTES: Final = 1 << 20
_HASHES_KEPT: Final = 256
"""Files whose hash is remembered; the oldest go first."""


class HashMemory:
    """Remember a file's hash for as long as the file is the same, so that 98 MB are not read at each start.

    "The same" is path, size, inode and both times. The change time cannot be set back by a program that only owns
    the file, so an altered file does not pass for the one that was hashed.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Keep the memory in a JSON file, or only in this process."""
        self._file = file
        self._held = self._load()

    def sha256(self, path: Path) -> str:
        """Return the SHA-256 of a file. Raises OSError."""
        stat = path.stat()
        parts = (path.resolve(), stat.st_size, stat.st_ino, stat.st_mtime_ns, stat.st_ctime_ns)
        key = " ".join(str(part) for part in parts)
        if key not in self._held:
            self._held[key] = _sha256(path)
            self._save()
        return self._held[key]

    def _load(self) -> dict[str, str]:
        if self._file is None:
            return {}
        try:
            held = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(held, dict):
            return {}
        return {str(key): value for key, value in held.items() if isinstance(value, str)}

    def _save(self) -> None:
        """Write beside and rename. A disk that does not take it costs the next start half a second, no more."""
        while len(self._held) > _HASHES_KEPT:
            del self._held[next(iter(self._held))]
        if self._file is None:
            return
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor, beside = tempfile.mkstemp(dir=self._file.parent, suffix=".part")
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(self._held, file)
            os.replace(beside, self._file)
        except OSError:
            return


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def verify(
    path: Path,
    catalogue: Catalogue,
    *,
    hashes: HashMemory | None = None,
    allowed: Container[str] = (),
    folder: Path | None = None,
) -> ModelFile:
    """Return the model at `path` if its bytes are in the catalogue or `allowed`. Raises ModelRefused.

    `allowed` holds the hashes that the person said yes to. `folder` is where adapters named in the catalogue lie.
    """
    path = _found(path)
    hashes = hashes or HashMemory()
    sha256 = _hash_of(path, hashes)
    known = catalogue.of_hash(sha256)
    if known is not None:
        return _known_file(path, known, folder, hashes)
    header = read_header(path)
    if sha256 not in allowed:
        raise _unknown(path, catalogue)
    return ModelFile(
        path=path,
        name=header.name,
        sha256=sha256,
        context_tokens=header.context_tokens or _CONTEXT_TOKENS_UNSAID,
        chat_format=format_of(header.chat_template).name if header.chat_template else "",
    )


_CONTEXT_TOKENS_UNSAID: Final = 2048
"""Context of a model that does not say: every instruct model since 2023 has at least that."""


def _found(path: Path) -> Path:
    if not path.is_file():
        raise ModelRefused(f"There is no model file {path}.", "See what is there: lodestar llm list")
    return path.resolve()


def _hash_of(path: Path, hashes: HashMemory) -> str:
    try:
        return hashes.sha256(path)
    except OSError as error:
        raise ModelRefused(f"The model file {path.name} cannot be read: {error.strerror}.") from None


def _unknown(path: Path, catalogue: Catalogue) -> ModelRefused:
    """Say why: a file that bears a known name was altered, any other is a stranger."""
    if any(model.file == path.name and model.sha256 for model in catalogue.model):
        return ModelRefused(
            f"The model file {path.name} was altered: its contents are not the published ones.",
            "Install it again. Do not use it as it is.",
        )
    return ModelRefused(
        f"The model file {path.name} is not one that Lodestar knows.",
        f"If you trust where it came from, say so once: lodestar llm use {path} --yes",
    )


def _known_file(path: Path, known: CatalogueModel, folder: Path | None, hashes: HashMemory) -> ModelFile:
    adapter = folder / known.adapter if folder is not None and known.adapter else None
    if adapter is not None and (not adapter.is_file() or _hash_of(adapter, hashes) != known.adapter_sha256):
        raise ModelRefused(f"The adapter {known.adapter} is missing or was altered.", "Install Lodestar again.")
    return ModelFile(
        path=path,
        name=known.name,
        sha256=known.sha256,
        context_tokens=known.context_tokens,
        chat_format=known.chat_format,
        adapter=adapter,
        adapter_sha256=known.adapter_sha256,
    )
