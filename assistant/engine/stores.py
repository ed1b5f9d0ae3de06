"""Look into the folders where other programs keep models, without opening any.

What is found is only a name and a path. A link that leads out of its store, a manifest that is no manifest and a file
that is one part of several are named with the reason, so that a person sees why something is not offered.

**Source**: Ollama's `server/internal/manifest/manifest.go`; LM Studio, "Import Models"; Hugging Face, "Understand
caching"; llama.cpp, `common/arg.cpp` (`LLAMA_CACHE`).
"""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Final

DEPTH_MOST: Final = 6
"""Folders below a store that are looked into: the hub's cache needs four."""

ENTRIES_MOST: Final = 20_000
"""Entries of a store that are looked at: a whole home folder named by mistake must not take minutes."""

MANIFEST_BYTES_MOST: Final = 1 << 20
"""An Ollama manifest takes about 1 kB."""

_DIGEST: Final = re.compile(r"sha256[:-]([0-9a-f]{64})")
_PART: Final = re.compile(r"-\d{5}-of-\d{5}\.gguf$", re.IGNORECASE)
_HUB_FOLDER: Final = re.compile(r"models--(.+?)--(.+)")
_MODEL_LAYER: Final = "application/vnd.ollama.image.model"


class Origin(StrEnum):
    """Which program keeps a model there."""

    SHIPPED = "Lodestar"
    FETCHED = "fetched"
    OLLAMA = "Ollama"
    LM_STUDIO = "LM Studio"
    HUB = "Hugging Face cache"
    LLAMA_CPP = "llama.cpp"
    FOLDER = "your folder"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be a model; `problem` says why it is not looked into."""

    name: str
    path: Path
    origin: Origin
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders that are looked into."""

    folders: Sequence[tuple[Origin, Path]]

    @classmethod
    def usual(cls, fetched: Path, named: Sequence[Path] = (), environment: Mapping[str, str] = os.environ) -> Places:
        """Return where the programs of this system keep their models, and the folders that the person named."""
        home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
        found = [(Origin.FETCHED, fetched), *((Origin.FOLDER, folder.expanduser()) for folder in named)]
        found += [(Origin.OLLAMA, folder) for folder in _ollama(home, environment)]
        found += [
            (Origin.LM_STUDIO, home / ".lmstudio" / "models"),
            (Origin.LM_STUDIO, home / ".cache/lm-studio/models"),
        ]
        found += [(Origin.HUB, _hub(home, environment)), (Origin.LLAMA_CPP, _llama_cpp(home, environment))]
        return cls(list(dict.fromkeys(found)))


def _ollama(home: Path, environment: Mapping[str, str]) -> list[Path]:
    named = environment.get("OLLAMA_MODELS")
    system = [Path("/usr/share/ollama/.ollama/models"), Path("/var/lib/ollama/.ollama/models")]
    return [Path(named)] if named else [home / ".ollama" / "models", *(system if sys.platform == "linux" else [])]


def _hub(home: Path, environment: Mapping[str, str]) -> Path:
    if cache := environment.get("HF_HUB_CACHE"):
        return Path(cache)
    if folder := environment.get("HF_HOME"):
        return Path(folder) / "hub"
    return Path(environment.get("XDG_CACHE_HOME") or home / ".cache") / "huggingface" / "hub"


def _llama_cpp(home: Path, environment: Mapping[str, str]) -> Path:
    if cache := environment.get("LLAMA_CACHE"):
        return Path(cache)
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "llama.cpp"
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "llama.cpp"
    return Path(environment.get("XDG_CACHE_HOME") or home / ".cache") / "llama.cpp"


def look_into(places: Places) -> Iterator[Candidate]:
    """Yield every candidate of every store, each file once, whatever leads to it."""
    seen: set[tuple[int, int]] = set()
    for origin, folder in places.folders:
        found = _ollama_models(folder) if origin is Origin.OLLAMA else _files(folder, origin)
        for candidate in found:
            identity = _identity(candidate.path)
            if identity not in seen:
                seen.update({identity} if identity else ())
                yield candidate


def _files(folder: Path, origin: Origin) -> Iterator[Candidate]:
    """Yield the GGUF files below a folder."""
    root = folder.resolve()
    for path in islice(_walk(folder, DEPTH_MOST), ENTRIES_MOST):
        if path.suffix.lower() == ".gguf" and not path.name.lower().startswith("mmproj"):
            yield _checked(Candidate(_name(path, folder, origin), path, origin), root)


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    """Yield files, in order of name; links to folders are not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if not entry.is_dir(follow_symlinks=False):
            yield Path(entry.path)
        elif depth > 0:
            yield from _walk(Path(entry.path), depth - 1)


def _name(path: Path, folder: Path, origin: Origin) -> str:
    """Name a file as its store does: `publisher/model`, `owner/repository`, else the file's own name."""
    parts = path.relative_to(folder).parts
    if origin is Origin.HUB and (hub := _HUB_FOLDER.fullmatch(parts[0])):
        return f"{hub[1]}/{hub[2]}/{path.stem}"
    return "/".join((*parts[:-1], path.stem)) if origin is Origin.LM_STUDIO else path.stem


def _checked(candidate: Candidate, root: Path) -> Candidate:
    """Note what keeps a file from being looked into."""
    path = candidate.path
    try:
        real = path.resolve(strict=True)
        kind = real.stat().st_mode
    except (OSError, RuntimeError):
        return _refused(candidate, "leads nowhere")
    if not real.is_relative_to(root):
        return _refused(candidate, "is a link that leads out of its folder")
    if not stat.S_ISREG(kind):
        return _refused(candidate, "is not a plain file")
    if _PART.search(path.name):
        return _refused(candidate, "is one of several parts; Lodestar opens whole files")
    return candidate


def _refused(candidate: Candidate, problem: str) -> Candidate:
    return Candidate(candidate.name, candidate.path, candidate.origin, problem)


def _ollama_models(folder: Path) -> Iterator[Candidate]:
    """Yield the models that Ollama's manifests name; a manifest's path is host, owner, model, tag."""
    manifests, blobs = folder / "manifests", folder / "blobs"
    for path in islice(_walk(manifests, DEPTH_MOST), ENTRIES_MOST):
        parts = path.relative_to(manifests).parts
        if len(parts) < 3:
            continue
        owner = [part for part in parts[:-2] if part not in ("registry.ollama.ai", "library")]
        name = "/".join((*owner, f"{parts[-2]}:{parts[-1]}"))
        digest = _model_digest(path, manifests)
        if digest is None:
            yield Candidate(name, path, Origin.OLLAMA, "has a manifest that cannot be read")
        else:
            blob = Candidate(name, blobs / f"sha256-{digest}", Origin.OLLAMA)
            yield _checked(blob, blobs.resolve())


def _model_digest(manifest: Path, root: Path) -> str | None:
    """Return the hash of the weights that a manifest names, None where it is no whole manifest."""
    try:
        if not manifest.resolve().is_relative_to(root.resolve()) or manifest.stat().st_size > MANIFEST_BYTES_MOST:
            return None
        layers = json.loads(manifest.read_bytes())["layers"]
        (digest,) = (layer["digest"] for layer in layers if layer["mediaType"] == _MODEL_LAYER)
        named = _DIGEST.fullmatch(digest)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return named[1] if named else None


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
