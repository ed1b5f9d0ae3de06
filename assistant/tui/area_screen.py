"""One area: state its vision, and say what is true now."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from assistant.core.ids import Area
from assistant.core.records import Vision
from assistant.errors import LodestarError
from assistant.services.compass import VisionLine
from assistant.services.desk import Desk
from assistant.tui import words
from assistant.tui.dates import short_day
from assistant.tui.desk_screen import app_of
from assistant.tui.personal import PersonalStatic, PersonalTextArea


class AreaScreen(ModalScreen[None]):
    """Fields for the vision and its signs, a field for today, and what was observed before."""

    DEFAULT_CSS = """
    AreaScreen { align: center middle; background: $background; }
    AreaScreen #page { width: 100%; max-width: 100; height: 100%; padding: 1 2; }
    AreaScreen .name { color: $accent; text-style: bold; }
    AreaScreen .heading { color: $muted; margin: 1 0 0 0; }
    AreaScreen TextArea { height: 4; border: round $border-blurred; background: $surface; }
    AreaScreen TextArea:focus { border: round $border; }
    AreaScreen Input { width: 12; border: round $border-blurred; background: $surface; }
    AreaScreen Input:focus { border: round $border; }
    AreaScreen #before { color: $own; margin: 1 0; }
    AreaScreen .keys { color: $muted; }
    """
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back", id="area.back"),
        Binding("ctrl+s", "save", "Save", id="area.save", priority=True),
    ]

    class AreaSaved(Message):
        """What the person stated about the area is kept."""

    def __init__(self, area: Area) -> None:
        super().__init__()
        self._area = area

    def compose(self) -> ComposeResult:
        """Lay out the fields."""
        with VerticalScroll(id="page", can_focus=False):
            yield PersonalStatic(words.area_name(self._area), classes="name")
            yield Static("Ctrl+S saves   Tab goes on   Esc back", classes="keys", markup=False)
            for name, heading in (
                ("vision", "Vision: how it looks when it is as you want it, in the present tense"),
                ("progress", "Signs of progress, one a line"),
                ("drift", "Signs of drift, one a line"),
            ):
                yield Static(heading, classes="heading", markup=False)
                yield PersonalTextArea(id=name, tab_behavior="focus", highlight_cursor_line=False)
            yield Static("Today, from 0 to 10", classes="heading", markup=False)
            yield Input(id="rating", type="integer", max_length=2)
            yield Static("What you see that says so", classes="heading", markup=False)
            yield PersonalTextArea(id="reality", tab_behavior="focus", highlight_cursor_line=False)
            yield PersonalStatic(id="before")

    def on_mount(self) -> None:
        """Fill the fields from the vault."""
        desk = app_of(self).desk
        if desk is None:
            return
        vision = self._vision(desk)
        if vision is not None:
            self._field("vision").load_text(vision.statement)
            self._field("progress").load_text("\n".join(vision.signs_of_progress))
            self._field("drift").load_text("\n".join(vision.signs_of_drift))
        self._show_before(desk)
        self._field("vision").focus(scroll_visible=False)

    def _vision(self, desk: Desk) -> Vision | None:
        return next((vision for vision in desk.compass.vision().visions if vision.area == self._area), None)

    def _field(self, name: str) -> TextArea:
        return self.query_one(f"#{name}", TextArea)

    def _show_before(self, desk: Desk) -> None:
        seen = [reality for reality in desk.compass.reality() if reality.area == self._area]
        lines = [
            f"{short_day(reality.observed_on)}   {reality.rating} of 10   {reality.text}"
            + (f" ({reality.told_by})" if reality.told_by else "")
            for reality in seen
        ]
        self.query_one("#before", PersonalStatic).show("\n".join(lines))

    def action_save(self) -> None:
        """Keep what was stated, as new versions of what was there."""
        desk = app_of(self).desk
        if desk is None:
            return
        try:
            with app_of(self).undoable(words.DEED_AREA):
                kept = self._save(desk)
        except LodestarError as error:
            app_of(self).tell(error)
            return
        if kept:
            app_of(self).say(words.AREA_KEPT)
            self.post_message(self.AreaSaved())
            self._show_before(desk)

    def _save(self, desk: Desk) -> bool:
        now = desk.clock()
        rating = self.query_one("#rating", Input).value.strip()
        seen = self._field("reality").text.strip()
        if (rating or seen) and not (rating.isdecimal() and int(rating) <= 10):
            app_of(self).say(words.RATING_WRONG)
            return False
        if rating and not seen:
            app_of(self).say(words.REALITY_NEEDS_WORDS)
            return False
        statement = self._field("vision").text.strip()
        if statement:
            desk.compass.state(None, [VisionLine(self._area, statement, None, *self._signs())], now)
        if rating:
            desk.compass.observe(self._area, int(rating), seen, now)
            self.query_one("#rating", Input).clear()
            self._field("reality").load_text("")
        return True

    def _signs(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        def lines(name: str) -> tuple[str, ...]:
            return tuple(line.strip() for line in self._field(name).text.splitlines() if line.strip())

        return lines("progress"), lines("drift")
