"""Everything the person owns, kind by kind, each record with its history beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from assistant.core.record_words import quoted_entries
from assistant.services.desk import Desk
from assistant.services.kept_records import KeptRecord, kept_records
from assistant.tui import words_kept
from assistant.tui.dates import short_day
from assistant.tui.findings_screen import Finding, FindingsScreen
from assistant.tui.history_screen import history_told
from assistant.tui.terminal_safety import INDENT, shown


class RecordsScreen(FindingsScreen):
    """Visions, beliefs, commitments, pages of practices and all the rest, as they stand and as they stood."""

    PLACE = "practices"
    INTRO = words_kept.RECORDS_INTRO
    NOTHING = words_kept.RECORDS_NOTHING
    KEYS = words_kept.RECORDS_KEYS

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back", id="records.back")]

    async def find(self, desk: Desk) -> Sequence[Finding]:
        """Return every record."""
        return [_finding(one) for one in kept_records(desk.vault.records)]


def _finding(one: KeptRecord) -> Finding:
    versions = f", {words_kept.VERSIONS.format(count=len(one.versions))}" if len(one.versions) > 1 else ""
    gone = f", {words_kept.TAKEN_BACK}" if one.taken_back else ""
    said = f"{words_kept.record_kind(one.kind)}, {short_day(one.newest.set_at.date())}{versions}{gone}"
    line = Content.assemble(shown(one.wording), f"\n{INDENT}{said}\n")
    return Finding(str(one.id), line, history_told(one), tuple(quoted_entries(one.newest.record)))
