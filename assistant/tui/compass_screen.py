"""Where the person wants to be, and where they are, area by area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.core.ids import AREAS, Area
from assistant.core.records import Reality, Vision
from assistant.services.compass import area_order
from assistant.services.desk import Desk
from assistant.tui import words
from assistant.tui.area_screen import AreaScreen
from assistant.tui.dates import short_day
from assistant.tui.desk_screen import DeskScreen
from assistant.tui.personal import PersonalOptions, PersonalStatic
from assistant.tui.purpose_screen import PurposeScreen
from assistant.tui.terminal_safety import INDENT, shown

BARS: Final = "▁▂▃▄▅▆▇█"
SHOWN_RATINGS: Final = 13
"""As many ratings as a quarter has weeks."""


class CompassScreen(DeskScreen):
    """The purpose, then every area with its vision, its last rating and how the rating has gone."""

    PLACE = "compass"

    DEFAULT_CSS = """
    CompassScreen #intro { color: $muted; margin: 1 0 0 0; padding: 0 2; height: 1; }
    CompassScreen #purpose { text-style: bold; margin: 1 0 0 0; padding: 0 2; height: auto; max-width: 110; }
    CompassScreen #areas { height: 1fr; margin: 1 0; padding: 0 1 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("p", "purpose", "Write your purpose", id="compass.purpose")]

    class AreasShown(Message):
        """The areas stand on the screen as the vault has them."""

    def body(self) -> ComposeResult:
        """Lay out purpose and areas."""
        yield Static(words.COMPASS_INTRO, id="intro", markup=False)
        yield PersonalStatic(id="purpose")
        yield PersonalOptions(id="areas", markup=False)

    async def show_desk(self, desk: Desk) -> None:
        """Read vision and reality anew."""
        stated, observed = desk.compass.vision(), desk.compass.reality()
        purpose = stated.purpose.statement if stated.purpose else words.NO_PURPOSE
        self.query_one("#purpose", PersonalStatic).show(purpose)
        visions = {vision.area: vision for vision in stated.visions}
        areas = sorted({*AREAS, *visions, *(reality.area for reality in observed)}, key=area_order)
        listed = self.query_one("#areas", OptionList)
        chosen = listed.highlighted or 0
        listed.set_options(
            Option(area_lines(area, visions.get(area), [seen for seen in observed if seen.area == area]), id=str(area))
            for area in areas
        )
        listed.highlighted = min(chosen, len(areas) - 1)
        listed.focus()
        self.post_message(self.AreasShown())

    def action_purpose(self) -> None:
        """Write or change the purpose."""
        if self.desk is not None:
            self.app.push_screen(PurposeScreen())

    @on(OptionList.OptionSelected)
    def _open(self, selected: OptionList.OptionSelected) -> None:
        if selected.option_id is not None:
            self.app.push_screen(AreaScreen(Area(selected.option_id)))


def area_lines(area: Area, vision: Vision | None, observed: Sequence[Reality]) -> Content:
    """Return an area's lines: name and rating, then the vision. `observed` is newest first."""
    own = [seen for seen in observed if seen.told_by is None]
    name = Content.styled(f"{shown(words.area_name(area)).plain:<16}", "bold")
    if own:
        latest = own[0]
        course = sparkline([seen.rating for seen in reversed(own[:SHOWN_RATINGS])])
        rated = f"{dots(latest.rating)} {latest.rating:>2} of 10, {short_day(latest.observed_on)}   {course}"
    else:
        rated = words.NO_REALITY
    stated = shown(vision.statement) if vision else Content.styled(words.NO_VISION, "$muted")
    return Content.assemble(name, rated, f"\n{INDENT}", stated, "\n")


def dots(rating: int) -> str:
    """Return a rating as ten marks that differ in shape, not in colour."""
    return "●" * rating + "○" * (10 - rating)


def sparkline(ratings: Sequence[int]) -> str:
    """Return ratings as bars, oldest first; one alone says nothing."""
    return "".join(BARS[round(rating * (len(BARS) - 1) / 10)] for rating in ratings) if len(ratings) > 1 else ""
