"""Causes and effects that come back to where they began, drawn as text with their signs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from assistant.core.ids import RecordId
from assistant.core.records import Loop
from assistant.services.desk import Desk
from assistant.services.loops import HeldLoop
from assistant.tui import words, words_kept
from assistant.tui.findings_screen import Finding, FindingsScreen, quoted
from assistant.tui.terminal_safety import INDENT, shown


class LoopsScreen(FindingsScreen):
    """Each loop with the sentences that say its links."""

    PLACE = "loops"
    INTRO = words.LOOPS_INTRO
    NOTHING = words.LOOPS_NOTHING
    KEYS = words.LOOPS_KEYS

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "It goes like that", id="loops.accept"),
        Binding("x", "reject", "Not so", id="loops.reject"),
    ]

    async def find(self, desk: Desk) -> Sequence[Finding]:
        """Return the loops, confirmed ones first."""
        if desk.insight is None:
            return []
        insight, progress = desk.insight, self.progress()
        return [_finding(one) for one in await desk.apart(lambda: insight.loops.all(progress))]

    def action_accept(self) -> None:
        """Say that it goes round like that."""
        self._decide(accept=True)

    def action_reject(self) -> None:
        """Say that it does not; it is not offered again."""
        self._decide(accept=False)

    def _decide(self, *, accept: bool) -> None:
        one, desk = self.chosen, self.desk
        if one is not None and desk is not None and desk.insight is not None:
            loops, name = desk.insight.loops, RecordId(one.id)
            deed = loops.accept if accept else loops.reject
            said = words.LOOP_ACCEPTED if accept else words.LOOP_REJECTED
            undone = words.DEED_LOOP_ACCEPT if accept else words.DEED_LOOP_REJECT
            self.judge(lambda: deed(name, desk.clock()), said, undone)


def _finding(one: HeldLoop) -> Finding:
    loop = one.loop
    said = f"{'●' if loop.confirmed else '○'} {words.LOOP_TYPES[loop.type]}, {len(loop.links)} links"
    line = Content.assemble(shown(loop.links[0].cause if loop.links else ""), f"\n{INDENT}{said}\n")
    parts = [Content(f"{said[2:]}\n"), Content(f"{words.LOOP_MEANS[loop.type]}\n\n"), drawn(loop)]
    parts += quoted(one.said(loop.links), words.LINKS_SAID)
    parts += quoted(one.said(loop.beside), words_kept.BESIDE)
    if loop.archetype:
        parts += [Content.styled(f"\n{words_kept.SHAPE}\n", "$accent"), shown(f"{INDENT}{loop.archetype}\n")]
    return Finding(str(loop.id), line, Content.assemble(*parts), tuple(link.quotation.entry for link in loop.links))


def drawn(loop: Loop) -> Content:
    """Draw a loop downwards: each cause, the sign of its arrow, and at the end back to the first."""
    parts: list[Content | str] = []
    for link in loop.links:
        parts += [f"{INDENT}", shown(link.cause), f"\n{INDENT}{INDENT}│ {link.sign.value}\n{INDENT}{INDENT}▼\n"]
    first = loop.links[0].cause if loop.links else ""
    return Content.assemble(*parts, f"{INDENT}↺ ", shown(first), "\n")
