"""A page over another that goes by itself once something is done, wherever the person is by then."""

from __future__ import annotations

from textual.screen import ModalScreen


class LeavingScreen(ModalScreen[None]):
    """It goes at once where it stands in front, else when the person comes back to it: never anything in its stead."""

    _to_leave = False

    def leave(self) -> None:
        """Go, now or then."""
        if self.is_active:
            self.dismiss(None)
        else:
            self._to_leave = True

    def on_screen_resume(self) -> None:
        """Go, where it was to go meanwhile."""
        if self._to_leave and self.is_active:
            self.dismiss(None)
