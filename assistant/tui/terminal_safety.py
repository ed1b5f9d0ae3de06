"""Keep what is shown from commanding the terminal: the last gate before a line is painted."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter

from assistant.core.display import without_controls

_TAB: Final = "    "
_VEIL: Final = "░"
INDENT: Final = "  "


def shown(text: str) -> Content:
    """Return text as it may be put on the screen: no control characters, and never read as markup."""
    return Content(without_controls(text).replace("\t", _TAB))


@lru_cache(maxsize=4096)
def _safe(text: str) -> str:
    """Take out controls, line ends and tabs, and keep the number of cells."""
    kept = without_controls(text).replace("\n", "").replace("\t", "")
    return kept + " " * max(0, cell_len(text) - cell_len(kept))


class SafeLines(LineFilter):
    """Remove control and bidi characters, and links, from every painted line.

    **Source**: Textual passes ESC, OSC 52 and C1 from content through to the terminal (measured on 8.2).
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the line without anything that a terminal would obey."""
        return [
            Segment(_safe(text), style.update_link(None) if style is not None and style.link else style)
            for text, style, control in segments
            if not control
        ]


class Veil(LineFilter):
    """Hide words from someone who looks on, and leave their shape."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the line with each letter and digit covered."""
        return [Segment(_veiled(text), style, control) for text, style, control in segments]


@lru_cache(maxsize=4096)
def _veiled(text: str) -> str:
    return "".join(_VEIL * max(1, cell_len(letter)) if letter.isalnum() else letter for letter in text)
