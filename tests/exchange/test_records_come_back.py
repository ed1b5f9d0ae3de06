"""Every kind of record: written, changed, its history shown, taken out as Markdown, and read back the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from assistant.core.entry import Entry, Quotation, Writing
from assistant.core.ids import Area, RecordId
from assistant.core.reading import AssumptionKind, Sign
from assistant.core.records import (
    RECORD_KINDS,
    Belief,
    BeliefStatus,
    BeliefTest,
    ClosedReview,
    Commitment,
    ConversationPlan,
    Feedback,
    Loop,
    LoopLink,
    Outcome,
    Purpose,
    Reality,
    Record,
    ReviewAnswer,
    SharedVision,
    Strength,
    Vision,
    Weakness,
    Worksheet,
    WorksheetLine,
)
from assistant.core.span import Span
from assistant.exchange.exports import export_named
from assistant.services.bring_in import BringIn
from assistant.services.kept_records import KeptRecord, changes_of, history_of, kept_records
from assistant.services.take_out import TakeOut
from assistant.vault import SqlVault, create
from tests.exchange.reading_files import items
from tests.exchange.test_round_trips import through

SAID_ON = datetime(2026, 3, 4, 21, 0, tzinfo=UTC)
LATER = SAID_ON + timedelta(days=40)
DAY, ID, HOME = SAID_ON.date(), RecordId("this-one"), Area("home")
SAID = "The later I stay, the worse I sleep."
AGAIN = "The worse I sleep, the later I stay."


def versions(entry: Entry, other: Entry) -> dict[type[Record], tuple[Record, Record]]:
    """Return each kind of record as it was first and after a change."""
    here = Quotation.cut(entry, Span(0, len(entry.text)))
    there = Quotation.cut(other, Span(0, len(other.text)))
    commitment = Commitment(ID, "Leave at seven on Fridays", DAY, date(2026, 3, 6), "The lamp is on", area=HOME)
    belief = Belief(ID, "Nobody else does the ovens", AssumptionKind.GENERALIZATION, BeliefStatus.OWNED, (here,))
    test = BeliefTest("Hand over the keys once", "It will burn", date(2026, 3, 10))
    plan = ConversationPlan(ID, "Ruth", "Sundays in one room", "I miss you", "What do you miss?", "Her week", DAY)
    link = LoopLink("later I stay", "worse I sleep", Sign.SAME, here)
    back = LoopLink("worse I sleep", "later I stay", Sign.SAME, there)
    page = Worksheet(ID, "iceberg", "Iceberg", DAY, (WorksheetLine("event", "What happened", SAID, here),))
    review = ClosedReview(
        ID, "2026-Q1", date(2026, 1, 1), date(2026, 3, 31), DAY, (ReviewAnswer("What held?", here, there),)
    )
    made: tuple[tuple[Record, Record], ...] = (
        (Purpose(ID, "To feed a street", DAY), Purpose(ID, "I feed my street", LATER.date())),
        (
            Vision(ID, HOME, "I cook three evenings a week", DAY, ("supper at eight",), ("crumbs",)),
            Vision(ID, HOME, "I cook once a week", LATER.date(), ("supper at nine",), ("crumbs", "toast")),
        ),
        (Reality(ID, HOME, 3, "Cold supper", DAY), Reality(ID, HOME, 6, "Warm supper", LATER.date(), "Ruth")),
        (
            belief,
            replace(
                belief, statement="Few do the ovens as I do", status=BeliefStatus.TESTING, counter_evidence=(there,),
                tests=(test, replace(test, result="Nothing burned", result_on=date(2026, 3, 11))),
            ),
        ),
        (commitment, replace(commitment, outcome=Outcome.SLIPPED, outcome_entry=other.id, quotation=here)),
        (Feedback(ID, HOME, "Ruth", "You are late", DAY), Feedback(ID, HOME, "Ruth", "You are early", DAY, 7)),
        (Strength(ID, "I finish things"), Strength(ID, "I finish what I begin", (here,))),
        (Weakness(ID, "I say yes too soon"), Weakness(ID, "I say yes before I think", (here, there))),
        (
            SharedVision(ID, "the family", HOME, "One table on Sundays", DAY),
            SharedVision(ID, "the family", HOME, "One table on most Sundays", LATER.date()),
        ),
        (page, replace(page, lines=(*page.lines, WorksheetLine("pattern", "Pattern", "Every month.")))),
        (plan, replace(plan, wanted="Sundays in two rooms", due=date(2026, 3, 8))),
        (review, replace(review, answers=(*review.answers, ReviewAnswer("What next?", there)))),
        (Loop(ID, (link, back)), Loop(ID, (link, replace(back, sign=Sign.OPPOSITE)), confirmed=True)),
    )  # fmt: skip
    return {type(first): (first, second) for first, second in made}


def leaves(value: object) -> Iterator[str]:
    """Yield every text of the person's within a record, but its name and the names of steps."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, Quotation):
        yield value.text
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name not in ("id", "step", "practice", "outcome_entry"):
                yield from leaves(getattr(value, field.name))


def test_each_record_is_written_changed_told_and_brought_back(tmp_path: Path) -> None:
    """Both versions stand in the history and on the exported page, every word of the newest there, and both return."""
    with create(tmp_path / "old").vault as old:
        entry, other = (old.entries.add(Writing(SAID_ON, text)) for text in (SAID, AGAIN))
        made = versions(entry, other)
        assert made.keys() == set(RECORD_KINDS.values())
        for pair in made.values():
            for record, at in zip(pair, (SAID_ON, LATER), strict=True):
                old.records.put(replace(record, id=named(record)), at)
        for first, second in made.values():
            (kept,) = history_of(old.records, str(named(first)))
            assert [replace(version.record, id=ID) for version in kept.versions] == [first, second]
            was, now = changes_of(kept.versions)
            assert (now.wording != was.wording) or now.news, kept.kind
        with through(old, "markdown", tmp_path) as new:
            for kept in kept_records(old.records):
                page = (tmp_path / "out markdown" / "records" / f"{kept.kind}.md").read_text(encoding="utf8")
                lost = [text for text in leaves(kept.newest.record) if text not in page]
                assert (lost, [f"{at:%Y-%m-%d}" in page for at in (SAID_ON, LATER)]) == ([], [True, True]), kept.kind
            came, went = ({one.kind: heard(vault, one) for one in kept_records(vault.records)} for vault in (new, old))
            assert came == went


def named(record: Record) -> RecordId:
    """Return the id of the one record of a kind."""
    return RecordId(f"one-{type(record).__name__.lower()}")


def heard(vault: SqlVault, kept: KeptRecord) -> list[str]:
    """Return all that the versions of a record say and when, entries by their words: a new vault names them anew."""
    said = [f"{version.set_at} {version.record!r} {list(leaves(version.record))}" for version in kept.versions]
    for entry in vault.entries.between():
        said = [text.replace(entry.id, entry.text) for text in said]
    return said


def test_a_change_is_told_by_what_is_new(tmp_path: Path) -> None:
    """Of a version only what the one before did not say is told beside its wording."""
    with create(tmp_path / "vault").vault as vault:
        vault.records.put(Commitment(ID, "Leave at seven", DAY, date(2026, 3, 6)), SAID_ON)
        vault.records.put(Commitment(ID, "Leave at seven", DAY, date(2026, 3, 6), outcome=Outcome.KEPT), LATER)
        (kept,) = kept_records(vault.records)
        assert [change.news for change in changes_of(kept.versions)][1] == (("outcome", "kept"),)


def test_a_clock_put_back_revives_no_older_wording(tmp_path: Path) -> None:
    """Versions come back in the order in which they were put, whatever their clocks say; newer ones there stay."""
    with create(tmp_path / "old").vault as old:
        for statement, at in (("I run", LATER), ("I walk", SAID_ON), ("I swim", SAID_ON + timedelta(days=1))):
            old.records.put(Strength(ID, statement), at)
        with through(old, "jsonl", tmp_path) as new:
            assert [one.record for one in new.records.history(ID)] == [one.record for one in old.records.history(ID)]
            old.records.put(Strength(ID, "I rest"), SAID_ON)
            new.records.put(Strength(ID, "I sit"), LATER)
            export_named("jsonl").write(TakeOut().everything(old), tmp_path / "again.jsonl")
            BringIn(new, lambda: LATER).run(items("jsonl", tmp_path / "again.jsonl"))
            assert new.records.current(Strength) == [Strength(ID, "I sit")]


def test_a_record_that_was_taken_back_keeps_its_history(tmp_path: Path) -> None:
    """What is no longer current can still be looked up, and says that it was taken back."""
    with create(tmp_path / "vault").vault as vault:
        vault.records.put(Strength(ID, "I finish things"), SAID_ON)
        vault.records.withdraw(ID, LATER)
        assert vault.records.current(Strength) == []
        assert [(one.taken_back, one.wording) for one in history_of(vault.records, "strength")] == [
            (True, "I finish things")
        ]
