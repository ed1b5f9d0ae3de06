"""A field whose words outlive the lock and the program: what is typed and not yet kept stands there another time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from textual.timer import Timer

from assistant.errors import LodestarError
from assistant.tui.personal import PersonalTextArea

if TYPE_CHECKING:
    from assistant.tui.app import LodestarApp

DRAFT_SECONDS: Final = 0.4
"""How long after the last key a draft is kept: a pause between words, so that a crash costs at most one."""


class Drafted(PersonalTextArea):
    """A field that keeps a draft at each pause, and when it goes: by leaving, by the lock, by quitting.

    It keeps none before `take_up`, so that nothing is written over a draft that was not read yet.
    """

    _draft_place = ""
    _stands = ""
    _kept = ""
    _pause: Timer | None = None

    def take_up(self, place: str) -> str:
        """Return the draft of a place, and keep what is typed from now on as that; an empty place keeps none."""
        self._draft_place, self._stands = place, ""
        self._kept = read_draft(self._lodestar, place) if place else ""
        self.on_text_area_changed()
        return self._kept

    def open_with(self, place: str, stands: str) -> bool:
        """Show the draft of a place, else what stands there; return whether there was a draft.

        What stands there is no draft: neither as this field breaks its lines, nor as a draft that was kept meanwhile.
        """
        draft = self.take_up(place)
        self.load_text(stands)
        self._stands = self.text
        if draft.strip() == self.text.strip():
            self.keep_draft()
            return False
        if draft:
            self.load_text(draft)
        return bool(draft)

    def keep_draft(self) -> None:
        """Write down what stands here now, where that is new."""
        self._end_pause()
        draft = "" if self.text == self._stands else self.text
        if self._draft_place and draft != self._kept and write_draft(self._lodestar, self._draft_place, draft):
            self._kept = draft

    def settle(self, kept: str) -> None:
        """Take words of this field as kept elsewhere: they are no draft any more, what was typed since is."""
        self._stands = kept
        self.keep_draft()

    def let_go(self) -> None:
        """Drop the draft, and keep none until the next `take_up`."""
        self.settle(self.text)
        self._draft_place = ""

    def hand_over(self) -> None:
        """Keep the draft for whoever does something with the words; they drop it with `write_draft` once it is done."""
        self.keep_draft()
        self._draft_place = ""

    def on_text_area_changed(self) -> None:
        """Wait for a pause, then keep the draft."""
        self._end_pause()
        self._pause = self.set_timer(DRAFT_SECONDS, self.keep_draft)

    def on_unmount(self) -> None:
        """Keep what was typed since the last pause: the vault is closed only after the screens are."""
        self.keep_draft()

    def _end_pause(self) -> None:
        if self._pause is not None:
            self._pause.stop()
            self._pause = None

    @property
    def _lodestar(self) -> LodestarApp:
        return cast("LodestarApp", self.app)


def read_draft(app: LodestarApp, place: str) -> str:
    """Return the draft of a place, empty where there is none, or where it cannot be read; why is said."""
    if app.desk is None:
        return ""
    try:
        return app.desk.vault.drafts.draft(place)
    except LodestarError as error:
        app.tell(error)
        return ""


def write_draft(app: LodestarApp, place: str, text: str = "") -> bool:
    """Keep the draft of a place, where the vault is open; an empty text drops it. Return whether that was done."""
    if app.desk is None:
        return False
    try:
        app.desk.vault.drafts.keep_draft(place, text)
    except LodestarError as error:
        app.tell(error)
        return False
    return True
