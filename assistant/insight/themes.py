"""Know how beliefs that many people hold show in a day, for a belief that is said in other words each time.

Such lines share nothing with the belief's plain sentence that a vector could see; they are nearer to the lines by which
other people show the same belief. The themes hold such lines, written for Lodestar (`models/training/beliefs`). They
only say what to ask about first: whether a line shows a belief is for the person to say.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assistant.errors import ModelRefused
from assistant.reading.heads import shipped_content

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FILE: Final = "belief-themes.npz"
SUM_FILE: Final = "belief-themes.sha256"
_HINT: Final = "Install Lodestar again; until then beliefs are asked about without it."

NAMED_LEAST: Final = 0.4
"""Cosine of a statement and a theme's name from which the theme is thought of: unlike beliefs have 0.1 to 0.35."""

THEMES_MOST: Final = 3
FALLING_OFF: Final = 0.08
"""A theme whose name is so much farther from the statement than the nearest counts e times less."""

NEAREST: Final = 4
"""Lines of a theme that a line is held against: with one it is chance, with all twelve it is the theme's mean."""


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes of one file, as vectors, and the head that hears whether a line shows any belief."""

    names: Floats
    """`(names, dimensions)`, rows of length 1; a theme has several."""
    of_name: NDArray[np.int16]
    """The theme of each name."""
    lines: Floats
    """`(lines, dimensions)`, rows of length 1."""
    of_line: NDArray[np.int16]
    """The theme of each line."""
    weights: Floats
    """`(dimensions,)` of the head."""
    bias: float

    def chances(self, meaning: Floats) -> Floats:
        """Return for each unit row the chance that its line shows some belief, whichever."""
        import numpy as np

        made: Floats = (1.0 / (1.0 + np.exp(-np.clip(meaning @ self.weights + self.bias, -30.0, 30.0)))).astype(
            np.float32
        )
        return made

    def nearest(self, stated: Floats) -> list[tuple[int, float]]:
        """Return the themes that a statement belongs to, the nearest first, each with its share of at most 1."""
        import numpy as np

        cosines = self.names @ stated
        best = np.full(int(self.of_name.max()) + 1, -1.0, np.float32)
        np.maximum.at(best, self.of_name, cosines)
        order = np.argsort(-best, kind="stable")[:THEMES_MOST]
        shares = np.exp((best[order] - best[order[0]]) / FALLING_OFF)
        shares /= shares.sum()
        pairs = zip(order.tolist(), shares.tolist(), strict=True)
        return [(theme, share) for theme, share in pairs if best[theme] >= NAMED_LEAST]

    def likeness(self, stated: Floats, rows: Floats, mean: Floats) -> Floats:
        """Return how near each row is to the lines of the themes that a statement belongs to.

        `rows` are of length 1 with the journal's `mean` taken out; `stated` is as it was embedded.
        """
        import numpy as np

        made: Floats = np.zeros(len(rows), np.float32)
        for theme, share in self.nearest(stated):
            lines = self.lines[self.of_line == theme] - mean
            lines /= np.maximum(np.linalg.norm(lines, axis=1, keepdims=True), 1e-9)
            most = min(NEAREST, len(lines))
            made += share * np.partition(rows @ lines.T, len(lines) - most, axis=1)[:, -most:].mean(axis=1)
        return made


def open_themes(folder: Path) -> Themes:
    """Open the themes in the folder of models. Raises ModelRefused where the file is missing, altered or no themes."""
    import numpy as np

    content = shipped_content(folder, FILE, SUM_FILE, "that helps to ask about beliefs", _HINT)
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            return Themes(
                arrays["names"].astype(np.float32),
                arrays["of_name"],
                arrays["lines"].astype(np.float32),
                arrays["of_line"],
                arrays["weights"].astype(np.float32),
                float(arrays["bias"]),
            )
    except (KeyError, ValueError, TypeError, OSError, EOFError, zipfile.BadZipFile):
        raise ModelRefused(f"The file {FILE} that helps to ask about beliefs cannot be read.", _HINT) from None
