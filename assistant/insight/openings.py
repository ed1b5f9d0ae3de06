"""Find lines to begin a belief from: what a person states once, as a rule of theirs, in words that never come back.

A belief that is said in other words each time is found by no likeness. But its plainest lines state something, and
sound like lines that show a belief. Each is one line and nothing more: a question whether it is one of theirs, from
which confirming can set out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from assistant.insight.said import Said
from assistant.insight.suggesting import can_state

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

OPENING_LEAST: Final = 0.5
"""Chance of an assumption times the chance of showing some belief, from which a line is asked about. On the development
journals 22 of the 24 lines that come first are evidence of a planted belief, as are 15 of 18 in the journals that were
only measured on; the others stand lower."""

OPENINGS_MOST: Final = 3
"""Lines at a time: each is a question."""

NEAR_MOST: Final = 0.5
"""Cosine from which two lines are so near that one question will do."""


def openings(lines: Sequence[Said], chances: Floats, meaning: Floats, taken: Collection[int] = ()) -> list[int]:
    """Return the rows of the lines to begin from, the plainest first, each of another entry.

    `chances` holds for each line how likely it shows some belief, `meaning` a unit row, `taken` the rows that are
    evidence of a belief already or that the person said no to.
    """
    worth = {
        row: line.confidence * float(chances[row])
        for row, line in enumerate(lines)
        if can_state(line) and row not in taken
    }
    found: list[int] = []
    for row in sorted(worth, key=lambda one: (-worth[one], one)):
        if worth[row] < OPENING_LEAST or len(found) >= OPENINGS_MOST:
            break
        if all(_apart(lines, meaning, row, other) for other in (*found, *taken)):
            found.append(row)
    return found


def _apart(lines: Sequence[Said], meaning: Floats, row: int, other: int) -> bool:
    """Say whether two lines are of two entries and far enough from each other to be asked about both."""
    same = lines[row].quotation.entry == lines[other].quotation.entry
    return not same and float(meaning[row] @ meaning[other]) < NEAR_MOST
