"""The mental models: beliefs that keep returning, each with its lines, for the person to accept, reword or reject."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from assistant.core.display import counted
from assistant.core.ids import RecordId
from assistant.core.records import BeliefTest
from assistant.services.beliefs import HeldBelief
from assistant.services.desk import Desk
from assistant.tui import words, words_models
from assistant.tui.dates import short_day
from assistant.tui.findings_screen import Finding, FindingsScreen, quoted
from assistant.tui.terminal_safety import INDENT, shown
from assistant.tui.words_screen import WordsScreen


class ModelsScreen(FindingsScreen):
    """What keeps being said, in the person's words."""

    PLACE = "models"
    INTRO = words.MODELS_INTRO
    NOTHING = words.MODELS_NOTHING
    KEYS = words.MODELS_KEYS

    DEFAULT_CSS = """
    ModelsScreen #hint { height: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "It is mine", id="models.accept"),
        Binding("r", "reword", "Say it in other words", id="models.reword"),
        Binding("m", "merge", "Make two one", id="models.merge"),
        Binding("x", "reject", "Not so", id="models.reject"),
        Binding("t", "test", "Test it", id="models.test"),
        Binding("l", "lines", "Does another line show it?", id="models.lines"),
        Binding("b", "begin", "Begin from a line of yours", id="models.begin"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._held: dict[str, HeldBelief] = {}
        self._marked: RecordId | None = None

    async def find(self, desk: Desk) -> Sequence[Finding]:
        """Return the beliefs, the person's own first."""
        if desk.insight is None:
            return []
        insight, progress = desk.insight, self.progress()
        held = await desk.apart(lambda: insight.beliefs.all(progress))
        self._held = {str(one.belief.id): one for one in held}
        return [_finding(one) for one in held]

    @property
    def _one(self) -> HeldBelief | None:
        return self._held.get(self.chosen.id) if self.chosen else None

    def action_accept(self) -> None:
        """Make a suggestion the person's own."""
        one, desk = self._one, self.desk
        if one is not None and desk is not None and desk.insight is not None:
            beliefs = desk.insight.beliefs
            self.judge(
                lambda: beliefs.accept(one.belief.id, desk.clock()), words.MODEL_ACCEPTED, words.DEED_MODEL_ACCEPT
            )

    def action_reword(self) -> None:
        """Say it in other words."""
        one = self._one
        if one is not None:
            asking = WordsScreen(words.MODEL_REWORD, one.belief.statement, f"reword:{one.belief.id}")
            self.app.push_screen(asking, self._reword)

    def _reword(self, said: str | None) -> None:
        one, desk = self._one, self.desk
        if said and one is not None and desk is not None and desk.insight is not None:
            beliefs = desk.insight.beliefs
            self.judge(
                lambda: beliefs.reword(one.belief.id, said, desk.clock()),
                words.MODEL_ACCEPTED, words.DEED_MODEL_REWORD, f"reword:{one.belief.id}",
            )  # fmt: skip

    def action_merge(self) -> None:
        """Mark one belief, then make it and another one."""
        one, desk = self._one, self.desk
        if one is None or desk is None or desk.insight is None:
            return
        first, beliefs = self._marked, desk.insight.beliefs
        if first is None or first == one.belief.id or str(first) not in self._held:
            self._marked = one.belief.id
            self.lodestar.say(words.MODEL_MARKED)
            return
        self._marked = None
        self.judge(
            lambda: beliefs.merge(first, one.belief.id, desk.clock()), words.MODEL_MERGED, words.DEED_MODEL_MERGE
        )

    def action_reject(self) -> None:
        """Say that it is not so; it is not offered again."""
        one, desk = self._one, self.desk
        if one is not None and desk is not None and desk.insight is not None:
            beliefs = desk.insight.beliefs
            self.judge(
                lambda: beliefs.reject(one.belief.id, desk.clock()), words.MODEL_REJECTED, words.DEED_MODEL_REJECT
            )

    def action_test(self) -> None:
        """Go through evidence for and against, and an experiment."""
        from assistant.tui.led_talk import practice_talk

        talk = practice_talk(self.desk, "test-a-belief") if self.desk is not None else None
        if talk is not None:
            self.app.push_screen(talk)

    def action_lines(self) -> None:
        """Ask about one line at a time whether it shows the chosen belief too; the belief must be theirs already."""
        from assistant.tui.more_lines_screen import MoreLinesScreen

        one = self._one
        if one is not None and one.accepted:
            self.app.push_screen(MoreLinesScreen(one.belief.id, one.belief.statement))
        elif one is not None:
            self.lodestar.say(words_models.LINES_NOT_YET)

    def action_begin(self) -> None:
        """Show a few lines of the person's own that a belief may begin from."""
        from assistant.tui.openings_screen import OpeningsScreen

        self.app.push_screen(OpeningsScreen())


def _finding(one: HeldBelief) -> Finding:
    belief = one.belief
    entries = len({line.entry for line in belief.evidence})
    told_in = f"in {counted(entries, 'entry', 'entries')}"
    said = f"{'●' if one.accepted else '○'} {words.STATUSES[belief.status]}, {told_in}, {one.trend.value}"
    line = Content.assemble(shown(belief.statement), f"\n{INDENT}{said}\n")
    return Finding(str(belief.id), line, _beside(one), tuple(line.entry for line in reversed(belief.evidence)))


def _beside(one: HeldBelief) -> Content:
    belief = one.belief
    days = f"{short_day(one.first)} to {short_day(one.last)}, " if one.first and one.last else ""
    about = ", ".join(words.area_name(area) for area in one.areas)
    facts = f"{words.STATUSES[belief.status]}\n{days}in {counted(one.weeks, 'week')}, {one.trend.value}" + (
        f"\n{about}" if about else ""
    )
    parts = [Content.styled(shown(belief.statement).plain, "bold"), Content(f"\n{facts}\n")]
    parts += quoted(belief.evidence, words.EVIDENCE)
    parts += quoted(belief.counter_evidence, words.COUNTER_EVIDENCE)
    parts += [_test(test) for test in belief.tests]
    if one.why is not None:
        why = words.MODEL_WHY.format(
            entries=one.why.entries, likeness=one.why.likeness, confidence=one.why.confidence,
            shared=", ".join(one.why.shared) or "none",
        )  # fmt: skip
        parts += [Content.styled(f"\n{words.WHY_SAID}\n", "$accent"), Content.styled(f"{INDENT}{why}", "$muted")]
    return Content.assemble(*parts)


def _test(test: BeliefTest) -> Content:
    due = f", by {short_day(test.due)}" if test.due else ""
    came = f"\n{INDENT}{INDENT}{test.result}" if test.result else ""
    return Content.assemble(Content.styled(f"\n{words.TEST}\n", "$accent"), shown(f"{INDENT}{test.what}{due}{came}\n"))
