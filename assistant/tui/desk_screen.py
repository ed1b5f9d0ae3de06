"""What every screen shares: the bar, the foot line, and the desk once it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.screen import Screen

from assistant.services.desk import Desk
from assistant.tui.places import PlaceBar
from assistant.tui.status_line import Readiness, StatusLine

if TYPE_CHECKING:
    from assistant.tui.app import LodestarApp


class DeskScreen(Screen[None]):
    """A place of the program. A subclass lays out its `body` and fills it in `show_desk`."""

    PLACE: ClassVar[str] = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - the base declares its type

    def compose(self) -> ComposeResult:
        """Put the body between the bar and the foot line."""
        yield PlaceBar(self.PLACE)
        yield from self.body()
        yield StatusLine()

    def body(self) -> ComposeResult:
        """Lay out what is this screen's own."""
        yield from ()

    async def show_desk(self, desk: Desk) -> None:
        """Fill the screen from the vault: when it opens, and each time the person comes back here."""

    @property
    def lodestar(self) -> LodestarApp:
        """The application, by its own type."""
        return cast("LodestarApp", self.app)

    @property
    def desk(self) -> Desk | None:
        """The desk, once the vault is open."""
        return self.lodestar.desk

    def show_readiness(self, readiness: Readiness) -> None:
        """Show the foot line."""
        for line in self.query(StatusLine):
            line.show_readiness(readiness)

    async def on_screen_resume(self) -> None:
        """Bring the screen up to date."""
        self.show_readiness(self.lodestar.readiness)
        if self.desk is not None:
            await self.show_desk(self.desk)


def app_of(screen: Screen[Any]) -> LodestarApp:
    """Return the application of any screen, by its own type."""
    return cast("LodestarApp", screen.app)
