"""One area: state its vision, and say what is true now."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from assistant.core.ids import Area
from assistant.core.records import Vision
from assistant.errors import LodestarError
from assistant.services.compass import VisionLine
from assistant.services.desk import Desk
from assistant.tui import words
from assistant.tui.dates import short_day
from assistant.tui.desk_screen import app_of
from assistant.tui.drafted import Drafted, write_draft
from assistant.tui.personal import PersonalStatic

RATING_MOST: Final = 10


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
        Binding("escape", "leave", "Back", id="area.back"),
        Binding("ctrl+s", "save", "Save", id="area.save", priority=True),
    ]

    class AreaSaved(Message):
        """What the person stated about the area is kept."""

    def __init__(self, area: Area) -> None:
        super().__init__()
        self._area = area
        self._waiting = 0
        self._left = False

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
                yield Drafted(id=name, tab_behavior="focus", highlight_cursor_line=False)
            yield Static("Today, from 0 to 10", classes="heading", markup=False)
            yield Input(id="rating", type="integer", max_length=2)
            yield Static("What you see that says so", classes="heading", markup=False)
            yield Drafted(id="reality", tab_behavior="focus", highlight_cursor_line=False)
            yield PersonalStatic(id="before")

    def on_mount(self) -> None:
        """Fill the fields from the vault, with what was typed here and not kept."""
        desk = app_of(self).desk
        if desk is None:
            return
        stands = {"vision": "", "progress": "", "drift": "", "reality": ""}
        if (vision := self._vision(desk)) is not None:
            stands["vision"] = vision.statement
            stands["progress"], stands["drift"] = map("\n".join, (vision.signs_of_progress, vision.signs_of_drift))
        drafts = [self._field(name).open_with(self._place(name), text) for name, text in stands.items()]
        if any(drafts):
            app_of(self).say(words.DRAFT_BACK)
        self._show_before(desk)
        self._field("vision").focus(scroll_visible=False)

    def _vision(self, desk: Desk) -> Vision | None:
        return next((vision for vision in desk.compass.vision().visions if vision.area == self._area), None)

    def _field(self, name: str) -> Drafted:
        return self.query_one(f"#{name}", Drafted)

    def _place(self, name: str) -> str:
        """Return where the draft of a field is kept."""
        return f"area:{self._area}:{name}"

    def _show_before(self, desk: Desk) -> None:
        seen = [reality for reality in desk.compass.reality() if reality.area == self._area]
        lines = [
            f"{short_day(reality.observed_on)}   {reality.rating} of 10   {reality.text}"
            + (f" ({reality.told_by})" if reality.told_by else "")
            for reality in seen
        ]
        self.query_one("#before", PersonalStatic).show("\n".join(lines))

    def action_leave(self) -> None:
        """Go back; what was not saved is let go, and what waits to be saved stays a draft until it is."""
        self._left = True
        for field in self.query(Drafted):
            if self._waiting:
                field.hand_over()
            else:
                field.let_go()
        self.dismiss(None)

    def action_save(self) -> None:
        """Keep what was stated, as new versions of what was there; or say why nothing can be kept."""
        desk = app_of(self).desk
        if desk is None:
            return
        refused = self._refused(desk)
        if refused:
            app_of(self).say(refused)
        else:
            typed = {str(field.id): field.text for field in self.query(Drafted)}
            self._waiting += 1
            app_of(self).in_turn(partial(self._keep, desk, self._stated(), self._rated(), typed))

    def _refused(self, desk: Desk) -> str:
        """Return why the fields cannot be kept, empty where they can: nothing that is typed is passed over."""
        rating, seen = self._rating(), self._text("reality")
        if (rating or seen) and not (rating.isdecimal() and int(rating) <= RATING_MOST):
            return words.RATING_WRONG
        if rating and not seen:
            return words.REALITY_NEEDS_WORDS
        if self._text("vision"):
            return ""
        if any(self._signs()):
            return words.SIGNS_ALONE
        if self._vision(desk) is not None:
            return words.VISION_EMPTIED
        return "" if rating else words.AREA_NOTHING

    async def _keep(
        self, desk: Desk, stated: VisionLine | None, rated: tuple[int, str] | None, typed: Mapping[str, str]
    ) -> None:
        self._waiting -= 1
        now = desk.clock()
        try:
            with app_of(self).undoable(words.DEED_AREA):
                if stated is not None:
                    desk.compass.state(None, [stated], now)
                if rated is not None:
                    desk.compass.observe(self._area, *rated, now)
        except LodestarError as error:
            app_of(self).tell(error)
            return
        app_of(self).say(words.AREA_KEPT)
        if not self._left and self.is_attached:
            self._kept(desk, typed)
        elif self._left and not self._waiting:
            for name in typed:
                write_draft(app_of(self), self._place(name))

    def _kept(self, desk: Desk, typed: Mapping[str, str]) -> None:
        """Take what was typed as what stands now; the fields for today are free for the next time."""
        for field in self.query(Drafted):
            field.settle(typed[str(field.id)])
        self.query_one("#rating", Input).clear()
        self._field("reality").open_with(self._place("reality"), "")
        self.post_message(self.AreaSaved())
        self._show_before(desk)

    def _text(self, name: str) -> str:
        return self._field(name).text.strip()

    def _rating(self) -> str:
        return self.query_one("#rating", Input).value.strip()

    def _rated(self) -> tuple[int, str] | None:
        rating = self._rating()
        return (int(rating), self._text("reality")) if rating else None

    def _stated(self) -> VisionLine | None:
        statement = self._text("vision")
        return VisionLine(self._area, statement, None, *self._signs()) if statement else None

    def _signs(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        def lines(name: str) -> tuple[str, ...]:
            return tuple(line.strip() for line in self._field(name).text.splitlines() if line.strip())

        return lines("progress"), lines("drift")
