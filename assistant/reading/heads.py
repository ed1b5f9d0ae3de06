"""Weigh words, marks and meaning of a sentence: small logistic heads, fitted by `models/training/reading/train.py`.

A head is a table of weights that can be read. Its file is opened only when its SHA-256 is the one that ships beside it.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.errors import ModelRefused

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FILE: Final = "reading-heads.npz"
SUM_FILE: Final = "reading-heads.sha256"
_HINT: Final = "Install Lodestar again; until then it reads by rules alone."


@dataclass(frozen=True, slots=True)
class Head:
    """One question asked of a sentence, with the weight of every word, mark and dimension of meaning."""

    classes: tuple[str, ...]
    """One class for a yes-or-no question (the yes), else all of them."""
    places: dict[str, int]
    """Where each word and mark stands in `weights`; a mark is written `#name`."""
    weights: Floats
    """`(words and marks, classes)` float32."""
    vector_weights: Floats
    """`(dimensions, classes)` float32; no rows where the head does not look at meaning."""
    bias: Floats
    """`(classes,)` float32."""

    @property
    def needs_vector(self) -> bool:
        """Say whether it looks at meaning."""
        return bool(len(self.vector_weights))

    def chances(self, features: Sequence[str], loudness: float, vector: Floats | None = None) -> list[float]:
        """Return the chance of each class: a single one for a yes-or-no question, else a share of 1.

        `loudness` is what each word and mark counts for, see `features.loudness`.
        """
        import numpy as np

        known = [self.places[feature] for feature in features if feature in self.places]
        sums = self.bias.astype(np.float64) + self.weights[known].sum(0, dtype=np.float64) * loudness
        if self.needs_vector and vector is not None:
            sums = sums + np.asarray(vector, np.float64) @ self.vector_weights.astype(np.float64)
        if len(self.classes) == 1:
            return [float(1.0 / (1.0 + np.exp(-np.clip(sums[0], -60.0, 60.0))))]
        odds = np.exp(sums - sums.max())
        return [float(chance) for chance in odds / odds.sum()]


@dataclass(frozen=True, slots=True)
class Heads:
    """Every head of one file."""

    sha256: str
    named: dict[str, Head]
    thresholds: dict[str, float]

    def best(self, name: str, *, with_vector: bool) -> Head:
        """Return the head of that name that looks at meaning, or the one that reads words alone."""
        return self.named[name if with_vector else f"{name}_by_words"]

    def threshold(self, name: str, *, with_vector: bool) -> float:
        """Return the chance from which that head says yes."""
        return self.thresholds[name if with_vector else f"{name}_by_words"]


def shipped_content(folder: Path, file: str, sum_file: str, purpose: str, hint: str) -> bytes:
    """Return the bytes of a file that ships with the models. Raises ModelRefused where it is missing or altered."""
    try:
        content = (folder / file).read_bytes()
        expected = (folder / sum_file).read_text(encoding="utf8").split()[0]
    except (OSError, UnicodeDecodeError, IndexError):
        raise ModelRefused(f"The file {file} {purpose} is missing.", hint) from None
    if hashlib.sha256(content).hexdigest() != expected:
        raise ModelRefused(f"The file {file} {purpose} is not the one that ships with Lodestar.", hint)
    return content


def open_heads(folder: Path) -> Heads:
    """Open the heads in the folder of models. Raises ModelRefused where the file is missing, altered or no heads."""
    content = shipped_content(folder, FILE, SUM_FILE, "that helps to read", _HINT)
    try:
        return _parsed(content, hashlib.sha256(content).hexdigest())
    except (KeyError, ValueError, OSError, EOFError, zipfile.BadZipFile):
        raise ModelRefused(f"The file {FILE} that helps to read cannot be read.", _HINT) from None


def _parsed(content: bytes, sha256: str) -> Heads:
    import numpy as np

    named: dict[str, Head] = {}
    thresholds: dict[str, float] = {}
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        for name in arrays["heads"].tolist():
            words = arrays[f"{name}.words"].tolist()
            named[name] = Head(
                tuple(arrays[f"{name}.classes"].tolist()),
                {word: place for place, word in enumerate(words)},
                arrays[f"{name}.weights"].astype(np.float32),
                arrays[f"{name}.vector_weights"].astype(np.float32),
                arrays[f"{name}.bias"],
            )
            thresholds[name] = float(arrays[f"{name}.threshold"])
    return Heads(sha256, named, thresholds)
