"""Lines of the person's own to begin a belief from: each a question, said once, until they state it as theirs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from assistant.core.entry import Quotation
from assistant.core.ids import RecordId
from assistant.services.desk import Desk
from assistant.tui import words, words_models
from assistant.tui.dates import long_day, short_day
from assistant.tui.findings_screen import Finding, FindingsScreen
from assistant.tui.more_lines_screen import MoreLinesScreen
from assistant.tui.terminal_safety import INDENT, shown
from assistant.tui.words_screen import WordsScreen


class OpeningsScreen(FindingsScreen):
    """A few lines that sound like a rule of the person's and that no belief holds yet."""

    PLACE = "models"
    INTRO = words_models.OPENINGS_INTRO
    NOTHING = words_models.OPENINGS_NOTHING
    KEYS = words_models.OPENINGS_KEYS

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "reject", "Not mine", id="openings.reject"),
        Binding("escape", "dismiss(None)", "Back", id="openings.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, Quotation] = {}

    async def find(self, desk: Desk) -> Sequence[Finding]:
        """Return the lines, the plainest first."""
        if desk.insight is None:
            return []
        confirm = desk.insight.confirm
        self._lines = {str(name): line for name, line in await desk.apart(confirm.openings)}
        return [_finding(name, line) for name, line in self._lines.items()]

    @on(OptionList.OptionSelected)
    def _chosen(self, selected: OptionList.OptionSelected) -> None:
        """Ask how the person would say it; only what they then keep becomes theirs."""
        line = self._lines.get(selected.option_id or "")
        if line is not None:
            name = RecordId(str(selected.option_id))
            asking = WordsScreen(words_models.OPENING_STATE, line.text, f"begin:{name}")
            self.app.push_screen(asking, lambda said: self._state(name, said))

    def _state(self, name: RecordId, said: str | None) -> None:
        if said:
            self.lodestar.in_turn(partial(self._keep, name, " ".join(said.split())))

    async def _keep(self, name: RecordId, said: str) -> None:
        """Keep the belief in the words that were given; ask, in this place, whether other lines show it too."""
        desk = self.desk
        if desk is None or desk.insight is None:
            return
        beliefs = desk.insight.beliefs
        done = await self.decided(
            lambda: beliefs.reword(name, said, desk.clock()),
            words.MODEL_ACCEPTED, words_models.DEED_BEGIN, f"begin:{name}",
        )  # fmt: skip
        if done and self.is_attached:
            await self.app.push_screen(MoreLinesScreen(name, said), mode=self.PLACE)

    def action_reject(self) -> None:
        """Say that it is none of theirs; it is not asked about again."""
        one, desk = self.chosen, self.desk
        if one is not None and desk is not None and desk.insight is not None:
            beliefs = desk.insight.beliefs
            self.judge(
                lambda: beliefs.reject(RecordId(one.id), desk.clock()),
                words.MODEL_REJECTED, words_models.DEED_OPENING_REJECT,
            )  # fmt: skip


def _finding(name: str, line: Quotation) -> Finding:
    said = Content.assemble(shown(f"“{line.text}”"), f"\n{INDENT}{short_day(line.written_at.date())}\n")
    day = words_models.OPENING_ON.format(day=long_day(line.written_at.date()))
    beside = Content.assemble(
        f"{day}\n\n", Content.styled(shown(f"“{line.text}”").plain, "bold"), f"\n\n{words_models.OPENING_ASK}"
    )
    return Finding(name, said, beside, (line.entry,))
