"""Gather what the heads reach on writers held out, and write it into their card, `models/reading-heads.md`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

CARD = Path(__file__).resolve().parents[3] / "models" / "reading-heads.md"
TEMPLATE = Path(__file__).parent / "card.md"
HEADS = ("assumption", "promise", "link")
LEAST_LINES = 12
"""Lines of a writer below which a figure of their own says nothing."""


def scores(right: np.ndarray, said: np.ndarray) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    both = float((right & said).sum())
    precision, recall = both / max(said.sum(), 1), both / max(right.sum(), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


class Card:
    """The figures of one training run."""

    def __init__(self) -> None:
        """Begin with none."""
        self._rows: list[str] = []
        self._by_writer: dict[str, dict[str, tuple[int, float]]] = defaultdict(dict)

    def choice(self, name: str, right: float, lines: int) -> None:
        """Note how often a head of several classes is right."""
        self._say(f"| `{name}` | {lines} | | right {right:.3f} | | | |")

    def yes_or_no(
        self, name: str, threshold: float, right: np.ndarray, said: np.ndarray, writers: Sequence[str]
    ) -> None:
        """Note precision, recall and false alarms of a yes-or-no head, in all and for each writer."""
        precision, recall, f1 = scores(right, said)
        alarms = float((said & ~right).sum() / max((~right).sum(), 1))
        self._say(
            f"| `{name}` | {right.sum()} + {(~right).sum()} | {threshold:.2f} "
            f"| {precision:.3f} | {recall:.3f} | {f1:.3f} | {alarms:.3f} |"
        )
        if name in HEADS:
            names = np.array(writers)
            for writer in sorted(set(writers)):
                own = names == writer
                if right[own].sum() >= 3 and own.sum() >= LEAST_LINES:
                    self._by_writer[writer][name] = (int(own.sum()), scores(right[own], said[own])[2])

    def write(self, sha256: str) -> None:
        """Write the card."""
        writers = [self._row_of(writer) for writer in sorted(self._by_writer)]
        told = TEMPLATE.read_text(encoding="utf8")
        told = (
            told.replace("{sha256}", sha256)
            .replace("{figures}", "\n".join(self._rows))
            .replace("{writers}", "\n".join(writers))
        )
        CARD.write_text(told, encoding="utf8")

    def _row_of(self, writer: str) -> str:
        found = self._by_writer[writer]
        cells = (f"{found[name][1]:.2f} ({found[name][0]})" if name in found else "" for name in HEADS)
        return f"| {writer} | {' | '.join(cells)} |"

    def _say(self, row: str) -> None:
        print(row, flush=True)
        self._rows.append(row)
