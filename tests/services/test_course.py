"""Drift, commitments and loops of one vault, against the vision that was in force, with what the person said no to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.core.entry import Writing
from assistant.core.ids import Area, RecordId
from assistant.core.reading import Sign
from assistant.core.records import Commitment, Loop, LoopType, Outcome
from assistant.errors import NotFound, UsageError
from assistant.insight.drift import DriftKind
from assistant.services.commitments import Commitments
from assistant.services.compass import Compass, VisionLine
from assistant.services.drift_words import question_of
from assistant.services.drifting import Drifting
from assistant.services.hearing import Hearing
from assistant.services.kept_vectors import KeptVectors
from assistant.services.loops import Loops
from assistant.services.told import Telling
from assistant.services.undo import Undo
from assistant.services.withheld import Withheld
from assistant.testing import HashEmbedder
from assistant.vault import SqlVault, create
from tests.insight.diary import PLAIN

START = datetime(2025, 1, 6, 20, 0, tzinfo=UTC)
NOW = datetime(2025, 8, 1, 20, 0, tzinfo=UTC)
ASOF = date(2025, 6, 30)
ROWING = VisionLine(
    Area("rowing"), "I row on the canal before work.", date(2025, 1, 1),
    ("rowed to the second lock",), ("oars still in the boathouse",),
)  # fmt: skip


@pytest.fixture
def vault(vault_folder: Path) -> Iterator[SqlVault]:
    """An empty vault."""
    with create(vault_folder).vault as made:
        yield made


@pytest.fixture
def telling(vault: SqlVault) -> Telling:
    """The journal, read by rules alone, with vectors that know words alone."""
    return Telling(vault, Hearing(None), KeptVectors(HashEmbedder(384), vault))


@pytest.fixture
def commitments(vault: SqlVault, telling: Telling) -> Commitments:
    """The commitments of the vault."""
    return Commitments(vault, telling)


@pytest.fixture
def drifting(vault: SqlVault, telling: Telling, commitments: Commitments) -> Drifting:
    """The drifts of the vault."""
    return Drifting(vault, telling, commitments)


def write(vault: SqlVault, *days: tuple[int, str]) -> None:
    """Write entries so many days after the start."""
    for day, text in days:
        vault.entries.add(Writing(START + timedelta(days=day), text))


def half_a_year(vault: SqlVault, *, drift: bool) -> None:
    """Write a plain entry a week, rowing in all but ten of them, where `drift` is so."""
    for week in range(24):
        idle = drift and 8 <= week < 18
        rowing = "The oars are still in the boathouse." if idle else "Rowed to the second lock."
        write(vault, (7 * week, f"{PLAIN[week % len(PLAIN)]} {rowing}"))


# ------------------------------------------------------------------------------------------- drift


async def test_a_drift_is_dated_quoted_and_asked_about(vault: SqlVault, drifting: Drifting) -> None:
    """From, to, the lines for it, how much was written, and a question without a verdict."""
    Compass(vault.records).state(None, [ROWING], NOW)
    half_a_year(vault, drift=True)
    (found,) = await drifting.all(ASOF)
    assert (found.area, found.kind) == (Area("rowing"), DriftKind.NEGLECT)
    assert found.first == (START + timedelta(weeks=8)).date()
    assert found.last is not None
    assert found.last < (START + timedelta(weeks=18)).date()
    assert {line.text for line in found.evidence} == {"The oars are still in the boathouse."}
    assert found.weeks_written == 10
    assert found.vision == ROWING.statement
    assert question_of(found).endswith("?")


async def test_a_vision_that_is_kept_has_no_drift(vault: SqlVault, drifting: Drifting) -> None:
    """Nothing worth saying is said."""
    Compass(vault.records).state(None, [ROWING], NOW)
    half_a_year(vault, drift=False)
    assert await drifting.all(ASOF) == []


async def test_without_a_vision_nothing_drifts(vault: SqlVault, drifting: Drifting) -> None:
    """There is nothing to leave."""
    half_a_year(vault, drift=True)
    assert await drifting.all(ASOF) == []


async def test_lines_from_before_the_vision_do_not_count(vault: SqlVault, drifting: Drifting) -> None:
    """A vision of June judges no winter."""
    june = VisionLine(ROWING.area, ROWING.statement, date(2025, 6, 1), ROWING.signs_of_progress, ROWING.signs_of_drift)
    Compass(vault.records).state(None, [june], NOW)
    half_a_year(vault, drift=True)
    assert await drifting.all(ASOF) == []


async def test_each_line_is_held_against_the_version_in_force(vault: SqlVault, drifting: Drifting) -> None:
    """What was set aside in June was still wanted in spring."""
    compass = Compass(vault.records)
    compass.state(None, [ROWING], NOW)
    other = VisionLine(ROWING.area, "I sing in the hall on Fridays.", date(2025, 6, 20), ("sang in the hall",), ())
    compass.state(None, [other], NOW)
    half_a_year(vault, drift=True)
    (found,) = await drifting.all(ASOF)
    assert found.vision == ROWING.statement


async def test_a_vision_that_was_undone_was_never_in_force(vault: SqlVault, drifting: Drifting) -> None:
    """What was said in its place for a minute changes nothing of what the days are held against."""
    compass, undo = Compass(vault.records), Undo(vault, lambda: NOW)
    compass.state(None, [ROWING], NOW)
    half_a_year(vault, drift=True)
    before = await drifting.all(ASOF)
    with undo.step("the vision"):
        compass.state(None, [VisionLine(ROWING.area, "I sing in the hall on Fridays.", date(2025, 4, 1))], NOW)
    assert await drifting.all(ASOF) != before
    undo.undo()
    assert await drifting.all(ASOF) == before


async def test_a_promise_slips_once_though_the_vision_changed_meanwhile(
    vault: SqlVault, telling: Telling, drifting: Drifting
) -> None:
    """Promised under one version and seen to have slipped under the next, it is one slip."""
    rowing = "I will row on the canal before work by the 25th of April."
    write(vault, (98, rowing), (109, "Did not row on the canal before work by the 25th of April."), (170, PLAIN[0]))
    compass = Compass(vault.records)
    compass.state(None, [ROWING], NOW)
    compass.state(None, [replace(ROWING, set_on=date(2025, 4, 20), signs_of_drift=("slept late",))], NOW)
    heard = await drifting.heard(await telling.all(), ASOF)
    assert [day for day, _row in heard[ROWING.area].slips] == [date(2025, 4, 25)]


async def test_not_so_is_remembered(vault: SqlVault, drifting: Drifting) -> None:
    """A finding that the person turned down is not told again; an unknown one is not found."""
    Compass(vault.records).state(None, [ROWING], NOW)
    half_a_year(vault, drift=True)
    (found,) = await drifting.all(ASOF)
    with pytest.raises(NotFound):
        await drifting.not_so("drift-0", ASOF, NOW)
    await drifting.not_so(found.id, ASOF, NOW)
    assert await drifting.all(ASOF) == []


async def test_what_ended_long_ago_is_not_listed(vault: SqlVault, drifting: Drifting) -> None:
    """A drift that ended more than half a year before the day is history."""
    Compass(vault.records).state(None, [ROWING], NOW)
    half_a_year(vault, drift=True)
    assert await drifting.all(date(2026, 2, 28)) == []


async def test_what_others_do_or_say_is_no_drift_of_ones_own(vault: SqlVault, drifting: Drifting) -> None:
    """Gil's oars are Gil's, in however many weeks he tells of them."""
    Compass(vault.records).state(None, [ROWING], NOW)
    for week in range(24):
        told = "Gil says his oars are still in the boathouse." if 8 <= week < 18 else "Rowed to the second lock."
        write(vault, (7 * week, f"{PLAIN[week % len(PLAIN)]} {told}"))
    assert await drifting.all(ASOF) == []


# ------------------------------------------------------------------------------------------- commitments


async def test_a_promise_and_its_outcome_are_found(vault: SqlVault, commitments: Commitments) -> None:
    """What, by when, kept, and the entry that shows it."""
    write(
        vault, (0, f"{PLAIN[0]} I'll oil the garden hinge by Sunday."), (6, "Oiled the garden hinge."), (30, PLAIN[1])
    )
    (held,) = await commitments.all()
    assert held.commitment.outcome is Outcome.KEPT
    assert held.commitment.due == date(2025, 1, 12)
    assert held.shown is not None
    assert held.shown.text == "Oiled the garden hinge."
    assert held.commitment.outcome_entry == held.shown.entry
    assert held.commitment.quotation is not None
    assert held.commitment.quotation.text in f"{PLAIN[0]} I'll oil the garden hinge by Sunday."


async def test_what_another_did_keeps_no_promise(vault: SqlVault, commitments: Commitments) -> None:
    """Gil's hinge is not this one."""
    write(vault, (0, "I'll oil the garden hinge by Sunday."), (6, "Gil said he oiled his garden hinge."))
    (held,) = await commitments.all()
    assert held.commitment.outcome is Outcome.OPEN


async def test_a_record_whose_entry_came_to_a_crisis_is_not_listed(vault: SqlVault, telling: Telling) -> None:
    """What was accepted on a good day is not brought up once its entry is withheld: promises and loops alike."""
    write(vault, (0, "I'll oil the garden hinge by Sunday."), *CHAIN)
    commitments, loops = Commitments(vault, telling), Loops(vault, telling)
    (promise,) = await commitments.all()
    (chain,) = await loops.all()
    await commitments.accept(promise.commitment.id, NOW)
    await loops.accept(chain.loop.id, NOW)
    for entry in list(vault.entries.between()):
        vault.entries.amend(entry.id, f"{entry.text} I want to kill myself.", NOW)
    withheld = Telling(vault, Hearing(None), telling.vectors, Withheld(vault).among)
    assert await Commitments(vault, withheld).all() == []
    assert await Loops(vault, withheld).all() == []


async def test_what_is_no_commitment_is_not_listed_again(vault: SqlVault, commitments: Commitments) -> None:
    """A rejection is remembered by the line."""
    write(vault, (0, "I'll oil the garden hinge by Sunday."))
    (held,) = await commitments.all()
    await commitments.reject(held.commitment.id, NOW)
    assert await commitments.all() == []
    with pytest.raises(NotFound):
        await commitments.reject(held.commitment.id, NOW)


async def test_an_accepted_commitment_is_a_record_in_the_persons_words(
    vault: SqlVault, commitments: Commitments
) -> None:
    """Its outcome is still looked for; empty words are refused."""
    write(vault, (0, "I'll oil the garden hinge by Sunday."))
    (held,) = await commitments.all()
    with pytest.raises(UsageError):
        await commitments.reword(held.commitment.id, " ", NOW)
    await commitments.reword(held.commitment.id, "oil the garden hinge, both pins", NOW)
    assert [one.what for one in vault.records.current(Commitment)] == ["oil the garden hinge, both pins"]
    write(vault, (7, "Oiled the garden hinge, both pins."))
    (one,) = await commitments.all()
    assert one.accepted
    assert one.commitment.outcome is Outcome.KEPT


async def test_what_the_person_said_of_a_commitment_stands(vault: SqlVault, commitments: Commitments) -> None:
    """A record that says it changed is not found kept."""
    record = Commitment(RecordId("c1"), "oil the garden hinge", date(2025, 1, 6), outcome=Outcome.CHANGED)
    vault.records.put(record, NOW)
    write(vault, (3, "Oiled the garden hinge."))
    (held,) = await commitments.all()
    assert held.commitment == record


async def test_an_outcome_that_was_only_read_is_no_word_of_the_persons(
    vault: SqlVault, commitments: Commitments
) -> None:
    """Kept in view, it is listed with the line as before, and the record says nothing that the person did not."""
    write(vault, (0, "I'll oil the garden hinge by Sunday."), (6, "Oiled the garden hinge."), (30, PLAIN[1]))
    (found,) = await commitments.all()
    accepted = await commitments.accept(found.commitment.id, NOW)
    assert (accepted.commitment, accepted.shown) == (found.commitment, found.shown)
    assert await commitments.all() == [accepted]
    (record,) = vault.records.current(Commitment)
    assert (record.outcome, record.outcome_entry) == (Outcome.OPEN, None)


async def test_the_persons_own_outcome_has_no_line_of_the_codes(vault: SqlVault, commitments: Commitments) -> None:
    """Who says that it slipped is not told by the line that was taken for its keeping."""
    write(vault, (0, "I'll oil the garden hinge by Sunday."), (6, "Oiled the garden hinge."), (30, PLAIN[1]))
    (found,) = await commitments.all()
    settled = await commitments.settle(found.commitment.id, Outcome.SLIPPED, NOW)
    assert await commitments.all() == [settled]
    (record,) = vault.records.current(Commitment)
    assert (record.outcome, record.outcome_entry, settled.shown) == (Outcome.SLIPPED, None, None)
    assert (await commitments.accept(record.id, NOW)).commitment == record


async def test_a_kept_commitment_is_quoted_as_its_entry_reads_now(vault: SqlVault, commitments: Commitments) -> None:
    """Moved by an edit it is found again; taken out it is listed without a quotation, and can be rejected."""
    write(vault, (0, "I'll oil the garden hinge by Sunday."))
    (found,) = await commitments.all()
    await commitments.accept(found.commitment.id, NOW)
    (entry,) = vault.entries.between()
    vault.entries.amend(entry.id, f"{PLAIN[0]} {entry.text}", NOW)
    (moved,) = await commitments.all()
    assert moved.commitment.quotation is not None
    assert moved.commitment.quotation.span.of(f"{PLAIN[0]} {entry.text}") == moved.commitment.quotation.text
    vault.entries.amend(entry.id, PLAIN[0], NOW)
    (gone,) = await commitments.all()
    assert (gone.accepted, gone.commitment.quotation) == (True, None)
    await commitments.reword(gone.commitment.id, "oil the hinge", NOW)
    (record,) = vault.records.current(Commitment)
    assert record.quotation is not None  # forgetting the entry still finds what came of it
    assert (await commitments.reject(record.id, NOW)).commitment.quotation is None
    assert await commitments.all() == []


# ------------------------------------------------------------------------------------------- loops

CHAIN = (
    (0, "Because I stay up late marking, I am tired in the morning."),
    (9, "Because I am tired in the morning, I stay up late marking."),
)


async def test_links_of_several_entries_close_into_a_loop(vault: SqlVault, telling: Telling) -> None:
    """Each link with its own quotation; the type follows from the signs."""
    write(vault, *CHAIN)
    (held,) = await Loops(vault, telling).all()
    assert len({link.quotation.entry for link in held.loop.links}) == 2
    assert held.loop.type is LoopType.REINFORCING
    assert not held.loop.confirmed
    assert all(link.sign is Sign.SAME for link in held.loop.links)


async def test_a_loop_is_confirmed_named_or_turned_down(vault: SqlVault, telling: Telling) -> None:
    """Confirmed and named it is a record; turned down it is not offered again."""
    write(vault, *CHAIN)
    loops = Loops(vault, telling)
    (held,) = await loops.all()
    with pytest.raises(UsageError):
        await loops.reword(held.loop.id, ["late nights"], NOW)
    named = await loops.reword(held.loop.id, ["late nights", "tired mornings"], NOW)
    assert [link.cause for link in named.loop.links] == ["late nights", "tired mornings"]
    assert [link.effect for link in named.loop.links] == ["tired mornings", "late nights"]
    assert [one.loop.confirmed for one in await loops.all()] == [True]
    await loops.reject(held.loop.id, NOW)
    assert await loops.all() == []
    assert vault.records.current(Loop) == []


async def test_a_confirmed_loop_is_quoted_as_its_entries_read_now(vault: SqlVault, telling: Telling) -> None:
    """A link that its entry no longer says is not quoted; the loop stays, to be rejected."""
    write(vault, *CHAIN)
    loops = Loops(vault, telling)
    (found,) = await loops.all()
    await loops.accept(found.loop.id, NOW)
    first, second = vault.entries.between()
    vault.entries.amend(first.id, f"{PLAIN[0]} {first.text}", NOW)
    vault.entries.amend(second.id, PLAIN[1], NOW)
    (held,) = await loops.all()
    (said,) = held.said(held.loop.links)
    assert said.span.of(vault.entries.get(first.id).text) == said.text
    assert {link.quotation.entry for link in held.loop.links if link.quotation in held.gone} == {second.id}
    await loops.reject(held.loop.id, NOW)
    assert await loops.all() == []
