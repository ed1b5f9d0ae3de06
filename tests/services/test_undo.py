"""What the person did last is taken back from the vault's own history; what was forgotten stays away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.core.entry import Entry, Quotation, Writing
from assistant.core.ids import RecordId
from assistant.core.reading import AssumptionKind
from assistant.core.records import Belief, BeliefStatus, Commitment, Outcome
from assistant.core.span import Span
from assistant.errors import EngineStopped, NotFound, UsageError
from assistant.services.undo import STEPS_MOST, Undo
from assistant.vault import SqlVault, create, forget

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)


@pytest.fixture
def vault(vault_folder: Path) -> Iterator[SqlVault]:
    """An empty vault."""
    made = create(vault_folder).vault
    yield made
    made.close()


@pytest.fixture
def undo(vault: SqlVault) -> Undo:
    """What undoes, with a clock that goes on."""
    minutes = iter(range(1, 1000))
    return Undo(vault, lambda: NOON + timedelta(minutes=next(minutes)))


def said(vault: SqlVault, text: str = "It's all on me again.") -> Entry:
    """Save a text."""
    return vault.entries.add(Writing(NOON, text))


def belief(*lines: Entry, name: str = "belief-1", statement: str = "It's all on me.") -> Belief:
    """Return a belief of the person's that these lines say."""
    evidence = tuple(Quotation.cut(entry, Span(0, len(entry.text))) for entry in lines)
    return Belief(RecordId(name), statement, AssumptionKind.GENERALIZATION, BeliefStatus.OWNED, evidence)


def test_a_rejected_belief_comes_back_with_its_lines(vault: SqlVault, undo: Undo) -> None:
    """The record stands as it stood, its lines may be offered again, and the history holds both."""
    owned = belief(said(vault))
    vault.records.put(owned, NOON)
    with undo.step("not so"):
        vault.records.refuse("belief", "mark", NOON)
        vault.records.put(replace(owned, status=BeliefStatus.REJECTED), NOON)
    assert undo.undo() == "not so"
    assert vault.records.current(Belief) == [owned]
    assert vault.records.refused("belief") == frozenset()
    assert [version.number for version in vault.records.history(owned.id)] == [1, 2, 3]


def test_an_accepted_suggestion_is_a_suggestion_again(vault: SqlVault, undo: Undo) -> None:
    """A record that did not stand before is taken out of what is current; accepting it once more works."""
    owned = belief(said(vault))
    with undo.step("mine"):
        vault.records.put(owned, NOON)
    undo.undo()
    assert vault.records.current(Belief) == []
    vault.records.put(owned, NOON)
    assert vault.records.current(Belief) == [owned]


def test_two_that_were_made_one_are_two_again(vault: SqlVault, undo: Undo) -> None:
    """A withdrawn record stands again, and the one that took its lines has its own only."""
    one, two = belief(said(vault)), belief(said(vault, "Nobody else does it."), name="belief-2")
    for record in (one, two):
        vault.records.put(record, NOON)
    with undo.step("merge"):
        vault.records.put(replace(one, evidence=one.evidence + two.evidence), NOON)
        vault.records.withdraw(two.id, NOON)
    undo.undo()
    assert vault.records.current(Belief) == [one, two]


def test_steps_are_taken_back_one_after_the_other(vault: SqlVault, undo: Undo) -> None:
    """The newest first, through several changes of one record, to the first; then there is nothing to undo."""
    made = Commitment(RecordId("commitment-1"), "call Mark", date(2026, 3, 14))
    for outcome in (Outcome.OPEN, Outcome.SLIPPED, Outcome.KEPT):
        with undo.step(outcome.value):
            vault.records.put(replace(made, outcome=outcome), NOON)
    for before, stands in (("kept", [Outcome.SLIPPED]), ("slipped", [Outcome.OPEN]), ("open", [])):
        assert undo.undo() == before
        assert [one.outcome for one in vault.records.current(Commitment)] == stands
    with pytest.raises(UsageError, match="nothing to undo"):
        undo.undo()


def test_what_was_forgotten_does_not_come_back(vault: SqlVault, undo: Undo) -> None:
    """A record that went with its entry is not put back, and no byte of it is written again."""
    entry = said(vault, "The zugunruhe is back.")
    owned = belief(entry, statement="The zugunruhe is back.")
    vault.records.put(owned, NOON)
    with undo.step("not so"):
        vault.records.put(replace(owned, status=BeliefStatus.REJECTED), NOON)
    forget(vault, [entry.id])
    with pytest.raises(NotFound, match="forgotten"):
        undo.undo()
    assert vault.records.current(Belief) == []
    assert b"zugunruhe" not in vault.layout.database.read_bytes()
    with pytest.raises(UsageError, match="nothing to undo"):
        undo.undo()


def test_a_belief_comes_back_without_the_line_that_was_forgotten(vault: SqlVault, undo: Undo) -> None:
    """One of two lines was erased out of every version: what is put back is what the history still holds."""
    kept, gone = said(vault), said(vault, "Only I know the zugunruhe.")
    owned = belief(kept, gone)
    vault.records.put(owned, NOON)
    with undo.step("not so"):
        vault.records.put(replace(owned, status=BeliefStatus.REJECTED), NOON)
    forget(vault, [gone.id])
    undo.undo()
    assert vault.records.current(Belief) == [belief(kept)]


def test_a_change_made_elsewhere_since_is_left_alone(vault: SqlVault, undo: Undo) -> None:
    """Nothing is undone over the head of a newer version, and the step is spent."""
    owned = belief(said(vault))
    with undo.step("mine"):
        vault.records.put(owned, NOON)
    newer = replace(owned, statement="I act as if it were all on me.")
    vault.records.put(newer, NOON)
    with pytest.raises(UsageError, match="another way"):
        undo.undo()
    assert vault.records.current(Belief) == [newer]


def test_an_undoing_that_fails_undoes_nothing(vault: SqlVault, undo: Undo) -> None:
    """Of two records one was changed since: the other stays too, and no refusal is taken back."""
    one, two = belief(said(vault)), belief(said(vault), name="belief-2", statement="Nobody helps.")
    with undo.step("both"):
        vault.records.put(one, NOON)
        vault.records.put(two, NOON)
        vault.records.refuse("belief", "mark", NOON)
    vault.records.put(replace(two, statement="Few help."), NOON)
    with pytest.raises(UsageError):
        undo.undo()
    assert len(vault.records.current(Belief)) == 2
    assert vault.records.refused("belief") == {"mark"}


def test_an_edit_is_taken_back_and_kept_in_the_history(vault: SqlVault, undo: Undo) -> None:
    """The entry says what it said; what it said in between is kept as every earlier text is."""
    entry = said(vault, "Walked.")
    with undo.editing("edit", entry.id):
        vault.entries.amend(entry.id, "Ran.", NOON)
    undo.undo()
    assert vault.entries.get(entry.id).text == "Walked."
    assert [text for _at, text in vault.entries.earlier_texts(entry.id)] == ["Walked.", "Ran."]


def test_an_edit_of_a_forgotten_entry_stays_forgotten(vault: SqlVault, undo: Undo) -> None:
    """There is no entry to change, and none is made."""
    entry = said(vault, "Walked.")
    with undo.editing("edit", entry.id):
        vault.entries.amend(entry.id, "Ran.", NOON)
    forget(vault, [entry.id])
    with pytest.raises(NotFound, match="forgotten"):
        undo.undo()
    assert vault.entries.count() == 0


def test_a_newer_edit_is_left_alone(vault: SqlVault, undo: Undo) -> None:
    """What was edited once more, from elsewhere, is not written over."""
    entry = said(vault, "Walked.")
    with undo.editing("edit", entry.id):
        vault.entries.amend(entry.id, "Ran.", NOON)
    vault.entries.amend(entry.id, "Swam.", NOON)
    with pytest.raises(UsageError, match="another way"):
        undo.undo()
    assert vault.entries.get(entry.id).text == "Swam."


def test_what_fails_or_changes_nothing_is_no_step(vault: SqlVault, undo: Undo) -> None:
    """A deed that was refused leaves nothing to undo."""
    entry = said(vault)
    with undo.step("nothing"):
        pass
    with undo.editing("same", entry.id):
        vault.entries.amend(entry.id, entry.text, NOON)
    with pytest.raises(UsageError, match="no such"), undo.step("failing"):
        raise UsageError("no such belief")
    with pytest.raises(UsageError, match="nothing to undo"):
        undo.undo()


def test_only_so_many_steps_are_kept(vault: SqlVault, undo: Undo) -> None:
    """The oldest is let go."""
    for number in range(STEPS_MOST + 1):
        with undo.step(str(number)):
            vault.records.refuse("belief", str(number), NOON)
    names = [undo.undo() for _ in range(STEPS_MOST)]
    assert names[-1] == "1"
    assert vault.records.refused("belief") == {"0"}


def test_what_was_kept_before_a_deed_failed_can_be_undone(vault: SqlVault, undo: Undo) -> None:
    """A yes that is on disk when the next question cannot be asked is taken back as any other."""

    def kept_and_stopped() -> None:
        vault.records.put(belief(said(vault)), NOON)
        raise EngineStopped("The memory stopped.", "It is started again by itself.")

    with pytest.raises(EngineStopped), undo.step("yes"):
        kept_and_stopped()
    assert undo.newest == "yes"
    undo.undo()
    assert vault.records.current(Belief) == []
    assert undo.newest is None
