"""Where the person wants to be, and where they are, area by area."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from assistant.core.ids import AREAS, Area
from assistant.core.records import Feedback, Reality
from assistant.errors import LodestarError
from assistant.insight.standing import Standing, standing_of
from assistant.services.compass import area_order
from assistant.services.desk import Desk
from assistant.tui import words, words_kept
from assistant.tui.area_screen import AreaScreen
from assistant.tui.dates import short_day
from assistant.tui.desk_screen import DeskScreen
from assistant.tui.hanging import Hanging
from assistant.tui.personal import PersonalOptions, PersonalStatic
from assistant.tui.purpose_screen import PurposeScreen
from assistant.tui.terminal_safety import INDENT, shown

if TYPE_CHECKING:
    from assistant.services.drifting import HeldDrift

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
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "purpose", "Write your purpose", id="compass.purpose"),
        Binding("d", "days", "What the days say", id="compass.days"),
        Binding("h", "history", "How it came to stand so", id="compass.history"),
    ]

    class AreasShown(Message):
        """The areas stand on the screen as the vault has them."""

    class DaysLookedAt(Message):
        """What the days say of each area stands on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._drifts: dict[str, HeldDrift] = {}

    def body(self) -> ComposeResult:
        """Lay out purpose and areas."""
        yield Static(words.COMPASS_INTRO, id="intro", markup=False)
        yield PersonalStatic(id="purpose")
        yield PersonalOptions(id="areas", markup=False)

    async def show_desk(self, desk: Desk) -> None:
        """Read vision and reality anew, and then what the days say."""
        self._show(desk)
        self._look(desk)

    def _show(self, desk: Desk) -> None:
        stated, observed = desk.compass.vision(), desk.compass.reality()
        purpose = stated.purpose.statement if stated.purpose else words.NO_PURPOSE
        self.query_one("#purpose", PersonalStatic).show(purpose)
        visions = {vision.area: vision for vision in stated.visions}
        feedback = desk.vault.records.current(Feedback)
        areas = sorted({*AREAS, *visions, *(reality.area for reality in observed)}, key=area_order)
        listed = self.query_one("#areas", OptionList)
        chosen = listed.highlighted or 0
        listed.set_options(
            Option(
                area_lines(
                    standing_of(area, visions.get(area), observed, feedback),
                    [seen for seen in observed if seen.area == area],
                    self._drifts.get(area),
                ),
                id=str(area),
            )
            for area in areas
        )
        listed.highlighted = min(chosen, len(areas) - 1)
        listed.focus()
        self.post_message(self.AreasShown())

    @work(exclusive=True, group="days")
    async def _look(self, desk: Desk) -> None:
        """Look for drift without anyone waiting; what cannot be looked at is simply not there yet."""
        if desk.insight is None:
            return
        insight, today, loop = desk.insight, desk.clock().date(), asyncio.get_running_loop()

        def progress(done: int, total: int) -> None:
            so_far = words.FINDING_SO_FAR.format(done=done, total=total)
            loop.call_soon_threadsafe(self._tell_intro, so_far if done < total else words.PUTTING_TOGETHER)

        try:
            found = await desk.apart(lambda: insight.drifting.all(today, progress))
        except LodestarError:
            return
        finally:
            self._tell_intro(words.COMPASS_INTRO)
        self._drifts = {str(held.area): held for held in reversed(found)}
        self._show(desk)
        self.post_message(self.DaysLookedAt())

    def _tell_intro(self, line: str) -> None:
        if self.is_attached:
            self.query_one("#intro", Static).update(line)

    def action_days(self) -> None:
        """Show the lines behind what the days say of the chosen area."""
        option = self.query_one("#areas", OptionList).highlighted_option
        held = self._drifts.get(option.id or "") if option is not None else None
        if held is None:
            self.lodestar.say(words.NO_DAYS)
        else:
            from assistant.tui.days_screen import DaysScreen

            self.app.push_screen(DaysScreen(held))

    def action_history(self) -> None:
        """Show every version of what is kept about the chosen area."""
        from assistant.services.kept_records import records_about
        from assistant.tui.history_screen import HistoryScreen

        option = self.query_one("#areas", OptionList).highlighted_option
        if option is None or option.id is None or self.desk is None:
            return
        kept = records_about(self.desk.vault.records, Area(option.id))
        if kept:
            self.app.push_screen(HistoryScreen(kept))
        else:
            self.lodestar.say(words_kept.NO_AREA_HISTORY)

    def action_purpose(self) -> None:
        """Write or change the purpose."""
        if self.desk is not None:
            self.app.push_screen(PurposeScreen())

    @on(OptionList.OptionSelected)
    def _open(self, selected: OptionList.OptionSelected) -> None:
        if selected.option_id is not None:
            self.app.push_screen(AreaScreen(Area(selected.option_id)))


def area_lines(standing: Standing, observed: Sequence[Reality], drift: HeldDrift | None = None) -> Content:
    """Return an area's lines: name and rating, the vision with its distance, then what the days say.

    `observed` is of this area, newest first.
    """
    own = [seen for seen in observed if seen.told_by is None]
    name = Content.styled(f"{shown(words.area_name(standing.area)).plain:<16}", "bold")
    rated = words.NO_REALITY
    if own:
        latest = own[0]
        course = sparkline([seen.rating for seen in reversed(own[:SHOWN_RATINGS])])
        rated = f"{dots(latest.rating)} {latest.rating:>2} of 10, {short_day(latest.observed_on)}   {course}"
    lines: list[Content | str] = [name, rated]
    wanted = shown(standing.wanted) if standing.wanted else Content.styled(words.NO_VISION, "$muted")
    lines += [f"\n{INDENT}", wanted]
    if stands := _standing(standing):
        lines += [f"\n{INDENT}", Content.styled(stands, "$muted")]
    if drift is not None:
        said = words.DRIFTING.format(first=short_day(drift.first), kind=words.DRIFT_KINDS[drift.kind])
        lines += [f"\n{INDENT}", Content.styled(said, "$accent")]
    return Hanging.of(Content.assemble(*lines, "\n"))


def _standing(standing: Standing) -> str:
    """Return distance, course and what others see, where there is any of it."""
    parts = [
        words.GAP.format(gap=standing.gap) if standing.gap else "",
        words.COURSES[standing.course],
        words.HEARD.format(heard=standing.heard) if standing.heard else "",
    ]
    return "   ".join(part for part in parts if part)


def dots(rating: int) -> str:
    """Return a rating as ten marks that differ in shape, not in colour."""
    return "●" * rating + "○" * (10 - rating)


def sparkline(ratings: Sequence[int]) -> str:
    """Return ratings as bars, oldest first; one alone says nothing."""
    return "".join(BARS[round(rating * (len(BARS) - 1) / 10)] for rating in ratings) if len(ratings) > 1 else ""
