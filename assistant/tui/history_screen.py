"""How a record came to stand as it does: every version with its day, and what was new in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from assistant.services.kept_records import KeptRecord, changes_of
from assistant.tui import words_kept
from assistant.tui.dates import short_day
from assistant.tui.hanging import Hanging
from assistant.tui.personal import PersonalStatic
from assistant.tui.terminal_safety import INDENT, shown


class HistoryScreen(ModalScreen[None]):
    """The versions of one record, or of all that bear on one thing, oldest first."""

    DEFAULT_CSS = """
    HistoryScreen { align: center middle; background: $background; }
    HistoryScreen #frame { width: 100%; max-width: 100; height: 100%; padding: 1 2 0 2; }
    HistoryScreen #versions { height: 1fr; margin: 1 0; }
    HistoryScreen .keys { color: $muted; height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back", id="history.back")]

    def __init__(self, kept: Sequence[KeptRecord]) -> None:
        super().__init__()
        self._kept = kept

    def compose(self) -> ComposeResult:
        """Lay out the versions and the key."""
        with Vertical(id="frame"):
            with VerticalScroll(id="versions"):
                yield PersonalStatic(classes="text")
            yield Static(words_kept.HISTORY_KEYS, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show the versions."""
        told = [part for one in self._kept for part in (history_told(one), Content("\n"))]
        self.query_one(".text", PersonalStatic).update(Hanging.of(Content.assemble(*told)))
        self.query_one("#versions").focus()


def history_told(kept: KeptRecord) -> Content:
    """Tell a record's history: its kind, then each version's day and words with what was new beside them."""
    parts = [Content.styled(f"{words_kept.record_kind(kept.kind)}\n", "$accent")]
    for change in changes_of(kept.versions):
        day = short_day(change.version.set_at.date())
        parts += [Content(f"{INDENT}{day}\n{INDENT}{INDENT}"), Content.styled(shown(change.wording).plain, "bold")]
        parts += [Content("\n")]
        for name, said in change.news:
            parts += [Content.styled(shown(f"{INDENT}{INDENT}{name}: ").plain, "$muted"), shown(said), Content("\n")]
    if (gone := kept.newest.withdrawn_at) is not None:
        parts.append(Content(f"{INDENT}{short_day(gone.date())}\n{INDENT}{INDENT}{words_kept.TAKEN_BACK}\n"))
    return Content.assemble(*parts)
