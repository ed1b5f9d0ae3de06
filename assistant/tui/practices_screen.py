"""The practices of the five disciplines, to read about and to begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from assistant.coaching.practice import Discipline, Practice
from assistant.services.desk import Desk
from assistant.tui import words, words_kept
from assistant.tui.findings_screen import Finding, FindingsScreen
from assistant.tui.led_talk import practice_talk
from assistant.tui.terminal_safety import INDENT, shown


class PracticesScreen(FindingsScreen):
    """Every practice by its discipline; Enter begins it, or goes on where it was left."""

    PLACE = "practices"
    INTRO = words.PRACTICES_INTRO
    KEYS = words.PRACTICES_KEYS

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", id="practices.begin"),
        Binding("p", "page", "The page for others", id="practices.page"),
        Binding("h", "history", "Everything you keep", id="practices.history"),
    ]

    async def find(self, desk: Desk) -> Sequence[Finding]:
        """Return the practices in the order of the disciplines."""
        if desk.practising is None:
            return []
        found = desk.practising.all()
        for refused in found.refused:
            self.lodestar.tell(refused)
        order = list(Discipline)
        ordered = sorted(found.all.values(), key=lambda one: (order.index(one.discipline), one.title))
        return [_finding(one) for one in ordered]

    def action_begin(self) -> None:
        """Begin the chosen practice."""
        talk = practice_talk(self.desk, self.chosen.id) if self.chosen is not None and self.desk is not None else None
        if talk is not None:
            self.app.push_screen(talk)

    def action_page(self) -> None:
        """Show what was chosen for the others the last time."""
        from assistant.services.practice_page import page_of
        from assistant.tui.page_screen import PageScreen

        desk = self.desk
        if self.chosen is None or desk is None or desk.practising is None:
            return
        practice = desk.practising.all().all[self.chosen.id]
        page = page_of(desk.vault.sessions, practice)
        if page:
            self.app.push_screen(PageScreen(practice, page))
        else:
            self.lodestar.say(words_kept.NOTHING_CHOSEN if practice.page else words_kept.NO_PAGE)

    def action_history(self) -> None:
        """Show everything that is kept, the pages of practices too."""
        from assistant.tui.records_screen import RecordsScreen

        self.app.push_screen(RecordsScreen())

    @on(OptionList.OptionSelected)
    def _selected(self, selected: OptionList.OptionSelected) -> None:
        selected.stop()
        self.action_begin()


def _unwrapped(text: str) -> str:
    """Join the lines of each paragraph: the screen breaks them where it is wide."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _finding(one: Practice) -> Finding:
    own = f", {words.OWN_PRACTICE}" if one.own else ""
    line = Content.assemble(shown(one.title), f"\n{INDENT}{one.discipline.value}{own}\n")
    steps = "\n".join(f"{INDENT}{step.title}: {step.draws_out}" for step in one.steps)
    beside = Content.assemble(
        Content.styled(shown(one.title).plain, "bold"), "\n", shown(one.purpose), "\n\n",
        shown(_unwrapped(one.about)), "\n",
        Content.styled(f"\n{words.STEPS}\n", "$accent"), shown(steps), "\n",
        Content.styled("\n" + shown(one.source).plain, "$muted"),
    )  # fmt: skip
    return Finding(one.name, line, beside)
