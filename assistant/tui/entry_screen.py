"""Read one entry; change it with its history kept; forget it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.core.entry import Entry
from assistant.core.ids import EntryId
from assistant.errors import LodestarError
from assistant.services.desk import Desk
from assistant.tui import words
from assistant.tui.confirm import ConfirmScreen
from assistant.tui.dates import clock_time, long_day, short_day
from assistant.tui.desk_screen import app_of
from assistant.tui.drafted import Drafted
from assistant.tui.personal import PersonalStatic

READ_KEYS = "E edit   H history   F forget   Esc back"
EDIT_KEYS = "Ctrl+S saves   Esc leaves it as it was"


class EntryScreen(ModalScreen[bool]):
    """One entry, whole. Returns whether it was changed or forgotten."""

    DEFAULT_CSS = """
    EntryScreen { align: center middle; background: $background; }
    EntryScreen #frame { width: 100%; max-width: 100; height: 100%; padding: 1 2 0 2; }
    EntryScreen .date { color: $accent; }
    EntryScreen .title { text-style: bold; }
    EntryScreen .source { color: $muted; }
    EntryScreen #reading { height: 1fr; margin: 1 0; }
    EntryScreen #text { color: $own; }
    EntryScreen #editor { height: 1fr; margin: 1 0; border: round $border; background: $surface; display: none; }
    EntryScreen .keys { color: $muted; height: 1; }
    EntryScreen.-editing #reading { display: none; }
    EntryScreen.-editing #editor { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="entry.back"),
        Binding("e", "edit", "Edit", id="entry.edit"),
        Binding("h", "history", "What it said before", id="entry.history"),
        Binding("f", "forget", "Forget", id="entry.forget"),
        Binding("ctrl+s", "save", "Save", id="entry.save", priority=True),
        Binding("ctrl+z", "undo", "Undo what you did last", id="entry.undo"),
    ]

    class EntryChanged(Message):
        """The entry says something else now."""

    def __init__(self, entry: EntryId) -> None:
        super().__init__()
        self._entry_id = entry
        self._changed = self._gone = False
        self._history = False

    def compose(self) -> ComposeResult:
        """Lay out date, title, words, and the field to change them in."""
        with Vertical(id="frame"):
            yield Static(classes="date", markup=False)
            yield PersonalStatic(classes="title")
            yield PersonalStatic(classes="source")
            with VerticalScroll(id="reading"):
                yield PersonalStatic(id="text")
            yield Drafted(id="editor", soft_wrap=True, highlight_cursor_line=False)
            yield Static(READ_KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show the entry."""
        self._show()
        self.query_one("#reading").focus()

    def on_screen_resume(self) -> None:
        """Show what it says by now; an entry that was forgotten meanwhile is left."""
        if not self.is_active:
            return
        if self._gone or (self._editing and self._forgotten()):
            self._leave_forgotten()
        elif not self._editing:
            self._show()

    def _forgotten(self) -> bool:
        """Tell whether no such entry is left; one that cannot be read just now is not taken for forgotten."""
        desk = self._desk()
        try:
            return desk is not None and not desk.vault.entries.get_many([self._entry_id])
        except LodestarError as error:
            app_of(self).tell(error)
            return False

    def _leave_forgotten(self) -> None:
        """Go back where it stands in front, else when the person comes back to it; no change to it is a draft."""
        self._gone = True
        self.query_one(Drafted).let_go()
        if self.is_active:
            self.dismiss(True)

    def _desk(self) -> Desk | None:
        return app_of(self).desk

    def _entry(self) -> Entry | None:
        desk = self._desk()
        try:
            return desk.vault.entries.get(self._entry_id) if desk else None
        except LodestarError as error:
            app_of(self).tell(error)
            return None

    def _show(self) -> None:
        entry, desk = self._entry(), self._desk()
        if entry is None or desk is None:
            if self.is_active:
                self.dismiss(self._changed)
            return
        day = long_day(entry.written_at.date())
        self.query_one(".date", Static).update(f"{day}, {clock_time(entry.written_at)}")
        self._show_line(".title", entry.title or "")
        self._show_line(".source", _origin(entry))
        earlier = desk.vault.entries.earlier_texts(self._entry_id) if self._history else []
        before = [f"\n\nUntil {short_day(at.date())}, {clock_time(at)}, it said:\n\n{text}" for at, text in earlier]
        nothing = "\n\nIt has never said anything else." if self._history and not earlier else ""
        self.query_one("#text", PersonalStatic).show(entry.text + "".join(reversed(before)) + nothing)

    def _show_line(self, place: str, text: str) -> None:
        line = self.query_one(place, PersonalStatic)
        line.show(text)
        line.display = bool(text)

    @property
    def _editing(self) -> bool:
        return self.has_class("-editing")

    def _edit(self, editing: bool) -> None:
        self.set_class(editing, "-editing")
        self.query_one(".keys", Static).update(EDIT_KEYS if editing else READ_KEYS)
        self.query_one("#editor" if editing else "#reading").focus()

    def action_edit(self) -> None:
        """Open the words for change, as they were left where they were not saved."""
        entry = self._entry()
        if entry is not None:
            if self.query_one(Drafted).open_with(str(entry.id), entry.text):
                app_of(self).say(words.DRAFT_BACK)
            self._edit(True)

    def action_save(self) -> None:
        """Keep the changed words; the vault keeps what was there."""
        desk, text = self._desk(), self.query_one(Drafted).text
        if not self._editing or desk is None or not text.strip():
            return
        try:
            with app_of(self).undoable_edit(self._entry_id):
                desk.vault.entries.amend(self._entry_id, text, desk.clock())
        except LodestarError as error:
            app_of(self).tell(error)
            return
        self._changed = True
        self.query_one(Drafted).let_go()
        self._edit(False)
        self._show()
        app_of(self).say(f"{words.ENTRY_SAVED} {words.UNDO_HINT}")
        app_of(self).remember_soon()
        self.post_message(self.EntryChanged())

    def action_undo(self) -> None:
        """Take back what was done last, and show how the entry reads then."""
        app_of(self).in_turn(self._undo)

    async def _undo(self) -> None:
        await app_of(self).undo_last()
        if self.is_attached:
            self._changed = True
            self._show()

    def action_back(self) -> None:
        """Leave the field as it was; or leave the entry."""
        if self._editing:
            self.query_one(Drafted).let_go()
            self._edit(False)
        else:
            self.dismiss(self._changed)

    def action_history(self) -> None:
        """Show or hide what the entry said before."""
        self._history = not self._history
        self._show()

    def action_forget(self) -> None:
        """Ask, then forget the entry."""
        desk = self._desk()
        if desk is not None and desk.forget is not None:
            self.app.push_screen(ConfirmScreen(words.ENTRY_FORGET, "forget it"), self._forget)

    async def _forget(self, yes: bool | None) -> None:
        desk = self._desk()
        if not yes or desk is None or desk.forget is None:
            return
        app_of(self).say(words.ENTRY_FORGETTING)
        try:
            erased = await desk.forget(self._entry_id)
        except LodestarError as error:
            app_of(self).tell(error)
            return
        app_of(self).say(words.entry_forgotten(erased))
        app_of(self).remember_soon()
        if self.is_attached:
            self._leave_forgotten()


def _origin(entry: Entry) -> str:
    """Say where the words came from, where that was not here."""
    parts = [f"from {entry.source}" if entry.source else "", " ".join(f"#{tag}" for tag in entry.tags)]
    parts += [f"with {attachment.name}" for attachment in entry.attachments]
    return "   ".join(part for part in parts if part)
