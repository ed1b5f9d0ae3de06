"""A half year of Ines, who mends boats and sings in a choir: her entries, her records, and her review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from assistant.core.entry import Entry, Quotation, Writing
from assistant.core.ids import Area, EntryId, RecordId
from assistant.core.period import Period, period_named
from assistant.core.reading import AssumptionKind
from assistant.core.records import (
    Belief,
    BeliefStatus,
    BeliefTest,
    Commitment,
    Feedback,
    Outcome,
    Record,
    Strength,
    Worksheet,
    WorksheetLine,
)
from assistant.core.review import Review
from assistant.core.span import Span
from assistant.ports import Embedder
from assistant.services.compass import Compass, VisionLine
from assistant.services.hearing import Hearing
from assistant.services.kept_vectors import KeptVectors
from assistant.services.reviewing.review import Reviewing
from assistant.services.reviewing.words import ReviewWords, load_review_words
from assistant.shipped import shipped
from assistant.vault import SqlVault, open_in

QUARTER = period_named("2025-Q2")
AFTER = datetime(2025, 7, 2, 20, 0, tzinfo=UTC)
WORDS = load_review_words(shipped("prompts"))

TESTED_AND_OWNED = (BeliefStatus.TESTING, BeliefStatus.OWNED)

CRISIS = "I want to kill myself tonight and I have the pills here. Nobody can do anything about it."
HOSTILE = (
    "<script>alert(1)</script> [x](javascript:alert(1)) **bold** `tick` | a & b &amp; \x1b]52;c;aGk=\x07 \u202eevil"
)

DIARY: dict[str, str] = {
    "2025-01-08": "Wrote on the back of a tide table what I want. Swim before work, mend the boat, sing on Tuesdays.",
    "2025-01-14": "Sang with the choir, altos in tune for once. Nobody helps unless I ask twice.",
    "2025-01-21": "Choir again, and soup after. Swam before work, eight minutes, blue hands.",
    "2025-02-04": "Choir. Rafael drove me home and we talked about his mother.",
    "2025-02-11": "If I sit down for a minute, they will think I am lazy. Sanded the rudder instead of supper.",
    "2025-02-25": "Swam before work. Sang on Tuesday as I said I would.",
    "2025-03-04": "Sanded the keel of my own boat until dark. Rafael laughed at my face.",
    "2025-03-18": "Everyone else at the yard got a rise. I always have to do it twice to be thought half as good.",
    "2025-04-01": "Choir, the new Fauré. Swam before work, the water is kinder now.",
    "2025-04-06": "I will finish the rudder by Sunday the 13th of April. Told Rafael so he can hold me to it.",
    "2025-04-09": "If I sit down they will think I am lazy. Ate standing up at the bench again.",
    "2025-04-13": "The rudder is finished, hung it tonight and it swings like a door.",
    "2025-04-20": "Skipped choir for the ferry job. I always have to do it twice to be thought half as good.",
    "2025-04-27": "Skipped choir again, the foreman wanted the hull by Monday. No swim this week either.",
    "2025-05-04": "No choir. I keep saying next Tuesday. If I sit down, they will think I am lazy.",
    "2025-05-11": "Missed choir, worked on the ferry until ten. Nobody helps unless I ask twice.",
    "2025-05-18": "No choir. Rafael ate alone. I slept in the yard with my boots on.",
    "2025-05-25": CRISIS,
    "2025-05-26": "Sat on the slipway at lunch and nobody said a thing. Henrike brought me her sandwich.",
    "2025-06-03": "Choir at last. My voice was rust for the first page. Henrike had kept my folder.",
    "2025-06-12": HOSTILE,
    "2025-06-19": "Swam before work, properly, no watch. The more I work late, the worse I sleep.",
    "2025-06-27": "I will ask Henrike to hold the long plank by the end of July.",
}  # fmt: skip


class Ines:
    """One vault, one clock, and what reviews it."""

    def __init__(self, folder: Path, embedder: Embedder, *, words: ReviewWords = WORDS) -> None:
        self.vault: SqlVault = open_in(folder)
        self.now = AFTER
        self.vectors = KeptVectors(embedder, self.vault)
        self.reviewing = Reviewing(self.vault, Hearing(self.vectors), self.vectors, words, self.clock)

    def clock(self) -> datetime:
        """Tell the time."""
        return self.now

    def wrote(self, day: str, text: str) -> Entry:
        """Add an entry of an evening."""
        return self.vault.entries.add(Writing(datetime.fromisoformat(f"{day}T21:00:00+00:00"), text))

    def writes_everything(self) -> None:
        """Add the whole half year and what she keeps as records."""
        for day, text in DIARY.items():
            self.wrote(day, text)
        self._wants()
        self._keeps()

    async def review(self, period: Period = QUARTER) -> Review:
        """Return the review of a period."""
        return await self.reviewing.review(period)

    def entry(self, day: str) -> Entry:
        """Return the entry of a day."""
        (found,) = [one for one in self.vault.entries.between() if one.written_at.date().isoformat() == day]
        return found

    def line(self, day: str, words: str) -> Quotation:
        """Quote words of the entry of a day."""
        entry = self.entry(day)
        start = entry.text.index(words)
        return Quotation.cut(entry, Span(start, start + len(words)))

    # ------------------------------------------------------------------------------------------- records

    def _wants(self) -> None:
        compass = Compass(self.vault.records)
        at = datetime(2025, 1, 8, 22, tzinfo=UTC)
        sings = VisionLine(
            Area("recreation"), "I sing with the choir every Tuesday.", date(2025, 1, 8),
            ("went to choir", "sang on Tuesday"), ("skipped choir", "missed choir for the ferry", "no choir"),
        )  # fmt: skip
        swims = VisionLine(
            Area("health"), "I swim before work, all year.", date(2025, 1, 8), ("swam before work",), ("no swim",)
        )
        compass.state("Mend what can be mended.", [sings, swims], at)
        later = datetime(2025, 5, 30, 20, tzinfo=UTC)
        compass.state(
            None, [VisionLine(Area("health"), "I swim before work, and I sleep at home.", later.date())], later
        )
        compass.observe("recreation", 7, "Tuesdays are mine.", datetime(2025, 2, 1, tzinfo=UTC))
        compass.observe("recreation", 3, "My folder gathers dust.", datetime(2025, 5, 20, tzinfo=UTC))
        compass.observe("health", 5, "Cold water, hot soup.", datetime(2025, 6, 20, tzinfo=UTC))

    def _keeps(self) -> None:
        lazy = "if I sit down they will think I am lazy"
        said = [self.line("2025-04-09", "If I sit down they will think I am lazy.")]
        against = self.line("2025-05-26", "Sat on the slipway at lunch and nobody said a thing.")
        test = BeliefTest(
            "sit at lunch for a week", "they will talk", date(2025, 5, 30), "Nobody said a thing.", date(2025, 5, 31)
        )
        kept = datetime(2025, 6, 1, tzinfo=UTC)
        promise = self.line("2025-04-06", "I will finish the rudder by Sunday the 13th of April.")
        shows = self.line("2025-04-13", "The rudder is finished, hung it tonight and it swings like a door.")
        dark = self.line("2025-05-25", "Nobody can do anything about it.")
        told = WorksheetLine("keep", "What to keep", "Say the day out loud.")
        reading, other, testing, owned = AssumptionKind.MIND_READING, AssumptionKind.OTHER, *TESTED_AND_OWNED
        records: Sequence[Record] = (
            Belief(RecordId("belief-lazy"), lazy, reading, testing, tuple(said), (against,), (test,)),
            Belief(RecordId("belief-dark"), "there is only one way out", other, owned, (dark,)),
            Commitment(
                RecordId("commitment-rudder"), "finish the rudder", date(2025, 4, 6), date(2025, 4, 13),
                outcome=Outcome.KEPT, quotation=promise,
            ),
            Feedback(RecordId("feedback-1"), Area("recreation"), "Henrike", "We kept your chair.", date(2025, 6, 4), 6),
            Strength(RecordId("strength-1"), "I finish what I name a day for.", (shows,)),
            Worksheet(RecordId("sheet-1"), "after-action-review", "After-action review", date(2025, 4, 14), (told,)),
        )  # fmt: skip
        for record in records:
            self.vault.records.put(record, kept)


def every_day(first: str, count: int) -> list[str]:
    """Return so many days from the first on, as they are written."""
    start = date.fromisoformat(first)
    return [(start + timedelta(days=number)).isoformat() for number in range(count)]


def find(review: Review, says: Callable[[str], bool]) -> list[str]:
    """Return the sentences of a review that something holds for."""
    from assistant.report.plain import plain

    return [text for fact in review.facts() if says(text := plain(fact.parts, review.period))]


def entry_ids(review: Review) -> set[EntryId]:
    """Return every entry that a review names in any way."""
    counted = {entry for fact in review.facts() for entry in fact.counted}
    return counted | set(review.entries()) | {source.entry for source in review.sources}
