"""A model file that may be opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model on this machine whose bytes are known, as `verify` returns it."""

    path: Path
    name: str
    sha256: str
    context_tokens: int
    """Longest context the model was trained on."""
    chat_format: str = ""
    """Name of its chat format; empty for an embedding model."""
    adapter: Path | None = None
    """An adapter made for it."""
    adapter_sha256: str = ""
