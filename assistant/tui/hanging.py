"""Text whose indented lines keep their indent where they are broken: a quotation stays beneath its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions

NARROWEST = 12
"""Cells that an indent must leave for words; with fewer a line is broken as any other."""


class Hanging(Content):
    """Content that is broken with its indent, at whatever width it is drawn."""

    _drawn: tuple[int, Content] | None = None

    @classmethod
    def of(cls, content: Content) -> Hanging:
        """Return the same text, to be broken so."""
        return cls(content.plain, spans=list(content.spans))

    def _at(self, width: int) -> Content:
        """Return the text as it is broken at a width; the last one asked for is kept."""
        if self._drawn is None or self._drawn[0] != width:
            lines = [part for line in self.split("\n", allow_blank=True) for part in _broken(line, width)]
            self._drawn = (width, Content("\n").join(lines))
        return self._drawn[1]

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many lines it takes."""
        return self._at(width).get_height(rules, width)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw it."""
        return self._at(width).render_strips(width, height, style, options)


def _broken(line: Content, width: int) -> list[Content]:
    """Break one line, each part as far in as its beginning."""
    indent = len(line.plain) - len(line.plain.lstrip(" "))
    if not indent or line.cell_length <= width or width - indent < NARROWEST:
        return [line]
    return [part.rstrip().pad_left(indent) for part in line[indent:].wrap(width - indent)]
