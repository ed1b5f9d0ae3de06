"""Write down the hash of a model that the catalogue does not know, the first time its bytes are here."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from assistant.engine.catalogue import Catalogue

PINS_FILE: Final = "pins.json"
_SHA256: Final = re.compile(r"[0-9a-f]{64}")


def read_pins(folder: Path) -> dict[str, str]:
    """Return model names with the hash that was written down for each; nothing where the file is missing or broken."""
    try:
        held = json.loads((folder / PINS_FILE).read_text(encoding="utf8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(held, dict):
        return {}
    return {name: value for name, value in held.items() if isinstance(value, str) and _SHA256.fullmatch(value)}


def write_pin(folder: Path, name: str, sha256: str) -> None:
    """Write a model's hash down, beside what is there, in one atomic step. Raises OSError."""
    pins = read_pins(folder) | {name: sha256}
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, beside = tempfile.mkstemp(dir=folder, suffix=".part")
    with os.fdopen(descriptor, "w", encoding="utf8") as file:
        json.dump(pins, file, indent=1, sort_keys=True)
    os.replace(beside, folder / PINS_FILE)


def with_pins(catalogue: Catalogue, pins: Mapping[str, str]) -> Catalogue:
    """Return the catalogue with the hashes that were written down; a hash that it knows itself stands."""
    models = tuple(
        model if model.sha256 or model.name not in pins else model.model_copy(update={"sha256": pins[model.name]})
        for model in catalogue.model
    )
    return Catalogue(model=models)
