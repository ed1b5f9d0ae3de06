"""Indented lines keep their indent where they are broken."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.tui.hanging import Hanging

LINES = Content.assemble(
    "30 July 2025\n", "    ", Content.styled("“asking people for stuff makes you a burden”", "bold"), "\n\nafter it"
)


class Page(App[None]):
    """The same text in a page and in a list."""

    def compose(self) -> ComposeResult:
        """Lay both out."""
        yield Static(Hanging.of(LINES))
        yield OptionList(Option(Hanging.of(LINES)))


@pytest.mark.parametrize("kind", [Static, OptionList])
async def test_a_broken_quotation_stays_beneath_its_day(kind: type[Static] | type[OptionList]) -> None:
    """Every part of the line begins where the line began, in as many lines as it takes, and nothing is lost."""
    app = Page()
    async with app.run_test(size=(30, 24)):
        widget = app.query_one(kind)
        inside = widget.content_region.size if kind is Static else widget.scrollable_content_region.size
        painted = [widget.render_line(row).text.rstrip() for row in range(widget.size.height)]
        lines = [line.strip(" │┃▊▎▔▁") and line for line in painted]
        quoted = [line for line in lines if "“" in line or "burden" in line or "stuff" in line or "asking" in line]
        assert len(quoted) > 1
        starts = {len(line) - len(line.lstrip(" │▊▎")) for line in quoted}
        assert len(starts) == 1, painted
        assert inside.width <= 30
        words = " ".join(" ".join(painted).split())
        for word in LINES.plain.split():
            assert word in words


def test_the_text_is_the_same() -> None:
    """What is read, searched and copied has no break of ours; its styles are kept."""
    hung = Hanging.of(LINES)
    assert hung.plain == LINES.plain
    assert hung.spans == LINES.spans


@pytest.mark.parametrize("width", [1, 5, 8, 12, 200])
def test_it_is_as_high_as_what_it_draws(width: int) -> None:
    """At every width; where the indent leaves no room the line is broken as any other."""
    hung = Hanging.of(LINES)
    assert hung.get_height({}, width) == hung._at(width).get_height({}, width)
    assert hung.get_height({}, 200) == 4
