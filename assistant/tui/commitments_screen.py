"""What the person said they would do, and what came of it: kept, slipped or changed, without a mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from assistant.core.records import Outcome
from assistant.services.commitments import HeldCommitment
from assistant.services.desk import Desk
from assistant.tui import words
from assistant.tui.dates import short_day
from assistant.tui.findings_screen import Finding, FindingsScreen, quoted
from assistant.tui.terminal_safety import INDENT, shown
from assistant.tui.words_screen import WordsScreen


class CommitmentsScreen(FindingsScreen):
    """Open ones first, then the others, newest first."""

    PLACE = "commitments"
    INTRO = words.COMMITMENTS_INTRO
    NOTHING = words.COMMITMENTS_NOTHING
    KEYS = words.COMMITMENTS_KEYS

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "Keep it in view", id="commitments.accept"),
        Binding("k", "outcome('kept')", "Kept", id="commitments.kept"),
        Binding("s", "outcome('slipped')", "Slipped", id="commitments.slipped"),
        Binding("c", "outcome('changed')", "Changed", id="commitments.changed"),
        Binding("r", "reword", "Say it in other words", id="commitments.reword"),
        Binding("x", "reject", "No commitment", id="commitments.reject"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._held: dict[str, HeldCommitment] = {}

    async def find(self, desk: Desk) -> Sequence[Finding]:
        """Return the commitments."""
        if desk.insight is None:
            return []
        insight, progress = desk.insight, self.progress()
        held = await desk.apart(lambda: insight.commitments.all(progress))
        held.sort(key=lambda one: (one.commitment.outcome is not Outcome.OPEN, -one.commitment.made_on.toordinal()))
        self._held = {str(one.commitment.id): one for one in held}
        return [_finding(one) for one in held]

    @property
    def _one(self) -> HeldCommitment | None:
        return self._held.get(self.chosen.id) if self.chosen else None

    def action_accept(self) -> None:
        """Keep a found one as a record, to be asked about once its day has passed."""
        one, desk = self._one, self.desk
        if one is not None and desk is not None and desk.insight is not None:
            commitments = desk.insight.commitments
            self.judge(
                lambda: commitments.accept(one.commitment.id, desk.clock()),
                words.COMMITMENT_ACCEPTED, words.DEED_COMMITMENT_ACCEPT,
            )  # fmt: skip

    def action_outcome(self, name: str) -> None:
        """Keep what came of it."""
        one, desk = self._one, self.desk
        if one is not None and desk is not None and desk.insight is not None:
            commitments, outcome = desk.insight.commitments, Outcome(name)
            told = words.OUTCOMES[outcome]
            said, deed = (line.format(outcome=told) for line in (words.OUTCOME_KEPT, words.DEED_COMMITMENT_MARK))
            self.judge(lambda: commitments.settle(one.commitment.id, outcome, desk.clock()), said, deed)

    def action_reword(self) -> None:
        """Say it in other words."""
        one = self._one
        if one is not None:
            asking = WordsScreen(words.COMMITMENT_REWORD, one.commitment.what, f"reword:{one.commitment.id}")
            self.app.push_screen(asking, self._reword)

    def _reword(self, said: str | None) -> None:
        one, desk = self._one, self.desk
        if said and one is not None and desk is not None and desk.insight is not None:
            commitments = desk.insight.commitments
            self.judge(
                lambda: commitments.reword(one.commitment.id, said, desk.clock()),
                words.COMMITMENT_ACCEPTED, words.DEED_COMMITMENT_REWORD, f"reword:{one.commitment.id}",
            )  # fmt: skip

    def action_reject(self) -> None:
        """Say that it is no commitment; it is not listed again."""
        one, desk = self._one, self.desk
        if one is not None and desk is not None and desk.insight is not None:
            commitments = desk.insight.commitments
            self.judge(
                lambda: commitments.reject(one.commitment.id, desk.clock()),
                words.COMMITMENT_REJECTED, words.DEED_COMMITMENT_REJECT,
            )  # fmt: skip


def _finding(one: HeldCommitment) -> Finding:
    made = one.commitment
    due = f", by {short_day(made.due)}" if made.due else ""
    said = f"{'●' if one.accepted else '○'} {words.OUTCOMES[made.outcome]}, said on {short_day(made.made_on)}{due}"
    line = Content.assemble(shown(made.what), f"\n{INDENT}{said}\n")
    parts = [Content.styled(shown(made.what).plain, "bold"), Content(f"\n{said[2:]}\n")]
    if made.sign:
        parts += [Content.styled(f"\n{words.SIGN}\n", "$accent"), shown(f"{INDENT}{made.sign}\n")]
    parts += quoted([made.quotation] if made.quotation else [], words.PROMISED)
    parts += quoted([one.shown] if one.shown else [], words.SHOWN_BY)
    entries = tuple(line.entry for line in (one.shown, made.quotation) if line is not None)
    return Finding(str(made.id), line, Content.assemble(*parts), entries)
