"""The review of a quarter, a month or a year, to read, to write as a page, and to talk over."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Markdown, Static

from assistant.core.display import without_controls
from assistant.core.ids import SessionId
from assistant.core.period import Period, Stretch, period_named
from assistant.errors import LodestarError
from assistant.services.desk import Desk, Led
from assistant.tui import words
from assistant.tui.desk_screen import DeskScreen
from assistant.tui.personal import PersonalStatic
from assistant.tui.words_screen import WordsScreen

if TYPE_CHECKING:
    from assistant.core.review import Figures

FIGURES: Final = "-figures"
"""The class that the screen bears while it shows figures in place of words."""
_PAGE_EDGES: Final = 3
"""Cells to the left and right of a figure."""
_STRETCHES: Final = (Stretch.QUARTER, Stretch.MONTH, Stretch.YEAR)


class ReviewScreen(DeskScreen):
    """One period at a time. A veiled review is hidden whole: its page is drawn by widgets that are not ours."""

    PLACE = "review"

    DEFAULT_CSS = """
    ReviewScreen #period { color: $accent; margin: 1 0 0 0; padding: 0 2; height: 1; }
    ReviewScreen #page { height: 1fr; padding: 0 1; }
    ReviewScreen Markdown { max-width: 100; background: $background; }
    ReviewScreen #figures { display: none; padding: 1 1 0 1; }
    ReviewScreen.-figures #figures { display: block; }
    ReviewScreen.-figures Markdown { display: none; }
    ReviewScreen #hint { color: $muted; height: 1; padding: 0 2; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "earlier", "Earlier", id="review.earlier", priority=True),
        Binding("right", "later", "Later", id="review.later", priority=True),
        Binding("s", "stretch", "Quarter, month or year", id="review.stretch"),
        Binding("g", "figures", "Figures, or words", id="review.figures"),
        Binding("w", "write", "Write it as a page", id="review.write"),
        Binding("t", "talk", "Talk it over", id="review.talk"),
    ]

    class ReviewShown(Message):
        """A review stands on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._period: Period | None = None
        self._figures: Figures | None = None

    def body(self) -> ComposeResult:
        """Lay out period, page and keys."""
        yield Static("", id="period", markup=False)
        with VerticalScroll(id="page"):
            yield Markdown(open_links=False)
            yield PersonalStatic(id="figures")
        yield Static(words.REVIEW_KEYS, id="hint", markup=False)

    async def show_desk(self, desk: Desk) -> None:
        """Show the review that stood here, or this quarter's."""
        if self._period is None:
            self._period = _period_of(desk, Stretch.QUARTER)
        self._make(desk)

    @work(exclusive=True, group="review")
    async def _make(self, desk: Desk) -> None:
        if desk.reviews is None or self._period is None:
            return
        period, line, loop = self._period, self.query_one("#period", Static), asyncio.get_running_loop()
        line.update(f"{period.name}   {words.FINDING}")

        def progress(done: int, total: int) -> None:
            so_far = words.FINDING_SO_FAR.format(done=done, total=total)
            loop.call_soon_threadsafe(line.update, f"{period.name}   {so_far}")

        try:
            page = await desk.reviews.markdown(period, progress)
            self._figures = await desk.reviews.figures(period) if self.has_class(FIGURES) else None
        except LodestarError as error:
            line.update(f"{period.name}   {without_controls(error.message)}")
            return
        line.update(period.name)
        await self.query_one(Markdown).update(without_controls(page))
        self._draw()
        self.query_one("#page").scroll_home(animate=False)
        self.query_one("#page").focus()
        self.post_message(self.ReviewShown())

    def _draw(self) -> None:
        """Draw the figures for the room there is."""
        if self._figures is not None:
            from assistant.tui.plots import drawn

            room = self.query_one("#page").size.width - _PAGE_EDGES
            self.query_one("#figures", PersonalStatic).update(drawn(self._figures, room))

    def on_resize(self) -> None:
        """Draw the figures anew."""
        self._draw()

    def action_figures(self) -> None:
        """Change between the words and the figures."""
        self.toggle_class(FIGURES)
        hint = words.FIGURES_KEYS if self.has_class(FIGURES) else words.REVIEW_KEYS
        self.query_one("#hint", Static).update(hint)
        if self.desk is not None:
            self._make(self.desk)

    def _go(self, period: Period) -> None:
        self._period = period
        if self.desk is not None:
            self._make(self.desk)

    def action_earlier(self) -> None:
        """Go to the period before."""
        if self._period is not None:
            self._go(self._period.before())

    def action_later(self) -> None:
        """Go to the period after, up to the one that today is in."""
        if self._period is None or self.desk is None:
            return
        following = _period_of(self.desk, self._period.stretch)
        while following.first > self._period.last and following.before().first > self._period.first:
            following = following.before()
        if following.first > self._period.first:
            self._go(following)

    def action_stretch(self) -> None:
        """Go from the quarter to the month to the year."""
        if self._period is not None and self.desk is not None:
            following = _STRETCHES[(_STRETCHES.index(self._period.stretch) + 1) % len(_STRETCHES)]
            self._go(_period_of(self.desk, following))

    def action_write(self) -> None:
        """Ask where, then write the review as one page for a browser or a printer."""
        if self._period is not None:
            place = Path.home() / f"lodestar-{self._period.name}.html"
            self.app.push_screen(WordsScreen(words.REVIEW_WHERE, str(place)), self._write)

    def _write(self, place: str | None) -> None:
        if place and self.desk is not None and self._period is not None:
            self._written(self.desk, self._period, Path(place))

    @work(exclusive=True, group="review-page")
    async def _written(self, desk: Desk, period: Period, place: Path) -> None:
        if desk.reviews is None:
            return
        self.lodestar.say(words.REVIEW_WRITING)
        try:
            await desk.reviews.write_page(period, place)
        except LodestarError as error:
            self.lodestar.tell(error)
            return
        self.lodestar.say(words.REVIEW_WRITTEN.format(place=place))

    def action_talk(self) -> None:
        """Talk over the questions that the review ends with."""
        from assistant.tui.led_talk import LedTalk

        period, desk = self._period, self.desk
        if period is None or desk is None or desk.reviews is None:
            return
        reviews = desk.reviews

        async def lead(_desk: Desk, session: SessionId) -> Led:
            return await reviews.close(period, session)

        self.app.push_screen(LedTalk(words.REVIEW_TALK.format(period=period.name), lead, f"review:{period.name}"))


def _period_of(desk: Desk, stretch: Stretch) -> Period:
    """Return the quarter, month or year that today is in."""
    today = desk.clock().date()
    match stretch:
        case Stretch.MONTH:
            return period_named(f"{today:%Y-%m}")
        case Stretch.YEAR:
            return period_named(f"{today.year:04}")
        case _:
            return period_named(f"{today.year:04}-Q{(today.month + 2) // 3}")
