"""Beliefs of one vault: suggested, accepted, reworded, merged, split, rejected, and all of it remembered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.core.entry import Entry, Writing
from assistant.core.ids import RecordId
from assistant.core.reading import AssumptionKind
from assistant.core.records import Belief, BeliefStatus
from assistant.errors import ModelRefused, NotFound, UsageError
from assistant.insight.trend import Trend
from assistant.services.beliefs import Beliefs, HeldBelief, belief_id
from assistant.services.confirm import Confirm
from assistant.services.hearing import Hearing
from assistant.services.kept_vectors import KeptVectors
from assistant.services.told import Telling
from assistant.services.withheld import Withheld
from assistant.testing import HashEmbedder
from assistant.vault import SqlVault, create, forget
from tests.insight.diary import PLAIN

NOW = datetime(2025, 6, 1, 20, 0, tzinfo=UTC)
LATE = (
    "I always leave everything too late.",
    "Nobody leaves everything too late like me, I always do.",
    "I never start in time, I always leave everything too late.",
    "Everything too late again, I always leave it.",
)
ALONE = (
    "Nobody ever helps me carry the boxes.",
    "I carry the boxes because nobody ever helps.",
    "Nobody ever helps, they always let me carry boxes.",
)


@pytest.fixture
def vault(vault_folder: Path) -> Iterator[SqlVault]:
    """An empty vault."""
    with create(vault_folder).vault as made:
        yield made


@pytest.fixture
def embedder() -> HashEmbedder:
    """Vectors that know words alone, and a list of what was embedded."""
    return HashEmbedder(384)


@pytest.fixture
def telling(vault: SqlVault, embedder: HashEmbedder) -> Telling:
    """The journal, read by rules alone."""
    return Telling(vault, Hearing(None), KeptVectors(embedder, vault), Withheld(vault).among)


@pytest.fixture
def beliefs(vault: SqlVault, telling: Telling) -> Beliefs:
    """The beliefs of the vault."""
    return Beliefs(vault, telling)


def write(vault: SqlVault, *texts: str, start: int = 0, apart: int = 9) -> list[Entry]:
    """Write one entry a text, so many days apart, each after a plain sentence."""
    day = datetime(2025, 1, 6, 20, 0, tzinfo=UTC)
    return [
        vault.entries.add(Writing(day + timedelta(days=start + apart * place), f"{PLAIN[place % len(PLAIN)]} {text}"))
        for place, text in enumerate(texts)
    ]


async def the_late_one(beliefs: Beliefs) -> HeldBelief:
    """Return the belief about being late."""
    return next(one for one in await beliefs.all() if "late" in one.belief.statement)


async def test_a_suggestion_names_dates_and_numbers(vault: SqlVault, beliefs: Beliefs) -> None:
    """Every line is an exact quotation; first, last, weeks, trend and the reasons are there."""
    entries = write(vault, *LATE)
    held = await the_late_one(beliefs)
    assert not held.accepted
    assert held.belief.status is BeliefStatus.SUSPECTED
    texts = {entry.id: entry.text for entry in entries}
    assert all(line.span.of(texts[line.entry]) == line.text for line in held.belief.evidence)
    assert (held.first, held.last) == (date(2025, 1, 6), date(2025, 2, 2))
    assert held.weeks == 4
    assert held.trend is Trend.STEADY
    assert held.why is not None
    assert held.why.entries == 4
    assert "too" in held.why.shared


async def test_plain_days_suggest_nothing(vault: SqlVault, beliefs: Beliefs) -> None:
    """Bread, rain and radishes are no beliefs."""
    write(vault, *PLAIN, *PLAIN)
    assert await beliefs.all() == []


async def test_an_accepted_belief_is_kept_and_takes_in_what_comes_later(vault: SqlVault, beliefs: Beliefs) -> None:
    """It stays under its id, is the person's, and a later line joins it without being asked for again."""
    write(vault, *LATE[:3])
    held = await the_late_one(beliefs)
    accepted = await beliefs.accept(held.belief.id, NOW)
    assert (accepted.accepted, accepted.belief.status) == (True, BeliefStatus.OWNED)
    write(vault, LATE[3], start=60)
    (one,) = await beliefs.all()
    assert one.belief.id == held.belief.id
    assert len(one.belief.evidence) == 4


async def test_an_owned_belief_shows_only_lines_that_stand_and_may_be_shown(vault: SqlVault, beliefs: Beliefs) -> None:
    """A line of an entry that came to a crisis, and one that was changed since, are not quoted; the belief stays."""
    first, second, third = write(vault, *LATE[:3])
    await beliefs.accept((await the_late_one(beliefs)).belief.id, NOW)
    vault.entries.amend(first.id, f"{first.text} I want to kill myself.", NOW)
    vault.entries.amend(second.id, "Made jam.", NOW)
    (one,) = await beliefs.all()
    assert one.accepted
    assert {line.entry for line in one.belief.evidence} == {third.id}
    assert one.weeks == 1


async def test_an_earlier_line_moves_no_id_out_of_reach(vault: SqlVault, beliefs: Beliefs) -> None:
    """An import of older entries gives a suggestion another first line; its old id still finds it."""
    write(vault, *LATE[1:], start=30)
    old = (await the_late_one(beliefs)).belief.id
    write(vault, LATE[0])
    assert (await the_late_one(beliefs)).belief.id != old
    assert (await beliefs.accept(old, NOW)).accepted


async def test_rewording_keeps_the_persons_words(vault: SqlVault, beliefs: Beliefs) -> None:
    """The new words are the statement; the lines stay as they are. No words are refused."""
    write(vault, *LATE)
    held = await the_late_one(beliefs)
    with pytest.raises(UsageError):
        await beliefs.reword(held.belief.id, "  ", NOW)
    reworded = await beliefs.reword(held.belief.id, "I put off what I care about.", NOW)
    assert reworded.belief.statement == "I put off what I care about."
    assert reworded.belief.evidence == held.belief.evidence
    assert [one.statement for one in vault.records.current(Belief)] == ["I put off what I care about."]


async def test_rejecting_is_remembered_line_by_line(vault: SqlVault, beliefs: Beliefs) -> None:
    """It is not offered again, not even when another line says the same."""
    write(vault, *LATE)
    await beliefs.reject((await the_late_one(beliefs)).belief.id, NOW)
    assert await beliefs.all() == []
    write(vault, "I always leave everything much too late.", start=80)
    assert await beliefs.all() == []


async def test_rejecting_one_that_was_accepted_withdraws_it(vault: SqlVault, beliefs: Beliefs) -> None:
    """A change of mind leaves nothing listed, and its history stays."""
    write(vault, *LATE)
    held = await beliefs.accept((await the_late_one(beliefs)).belief.id, NOW)
    rejected = await beliefs.reject(held.belief.id, NOW)
    assert rejected.belief.status is BeliefStatus.REJECTED
    assert await beliefs.all() == []
    assert len(vault.records.history(held.belief.id)) == 2


async def test_merging_makes_one_of_two(vault: SqlVault, beliefs: Beliefs) -> None:
    """The first keeps its name and has the lines of both; the second is gone; merging one with itself is refused."""
    write(vault, *LATE)
    write(vault, *ALONE, start=4)
    first, second = await beliefs.all()
    with pytest.raises(UsageError):
        await beliefs.merge(first.belief.id, first.belief.id, NOW)
    merged = await beliefs.merge(first.belief.id, second.belief.id, NOW)
    assert len(merged.belief.evidence) == len(first.belief.evidence) + len(second.belief.evidence)
    assert [one.belief.id for one in await beliefs.all()] == [first.belief.id]


async def test_splitting_parts_the_lines_for_good(vault: SqlVault, beliefs: Beliefs) -> None:
    """Each part keeps its own lines, though they are alike."""
    entries = write(vault, *LATE)
    held = await beliefs.accept((await the_late_one(beliefs)).belief.id, NOW)
    with pytest.raises(UsageError):
        await beliefs.split(held.belief.id, [entry.id for entry in entries], NOW)
    rest, parted = await beliefs.split(held.belief.id, [entries[3].id], NOW)
    assert rest.belief.id != parted.belief.id
    held_now = {one.belief.id: {line.entry for line in one.belief.evidence} for one in await beliefs.all()}
    assert held_now[parted.belief.id] == {entries[3].id}
    assert entries[3].id not in held_now[rest.belief.id]


async def test_what_was_split_off_and_split_again_takes_no_others_name(vault: SqlVault, beliefs: Beliefs) -> None:
    """Three parts have three names, and none of them overwrites another."""
    entries = write(vault, *LATE)
    held = await beliefs.accept((await the_late_one(beliefs)).belief.id, NOW)
    _rest, parted = await beliefs.split(held.belief.id, [entries[0].id, entries[1].id], NOW)
    await beliefs.split(parted.belief.id, [entries[0].id], NOW)
    stands = {one.id: {line.entry for line in one.evidence} for one in vault.records.current(Belief)}
    assert len(stands) == 3
    assert stands[held.belief.id] == {entries[2].id, entries[3].id}


async def test_a_belief_begun_from_one_line_is_that_belief_when_it_is_said_again(
    vault: SqlVault, telling: Telling, beliefs: Beliefs
) -> None:
    """The same words on other days join what the person owns; nothing is offered beside it under its name."""
    write(vault, LATE[0])
    begun = await beliefs.accept(belief_id((await telling.all()).lines[1]), NOW)
    write(vault, *LATE[1:], start=9)
    (one,) = await beliefs.all()
    assert (one.belief.id, one.accepted) == (begun.belief.id, True)
    assert len(one.belief.evidence) == 4


async def test_a_suggestion_has_a_name_of_its_own(vault: SqlVault, telling: Telling, beliefs: Beliefs) -> None:
    """Where its first line names what the person owns for many other reasons, a no to it leaves that alone."""
    write(vault, *LATE)
    plain = write(vault, *(f"The {number}th time." for number in range(1, 12)), start=60)
    told = await telling.all()
    lines = [told.lines[1], *(told.lines[told.rows_by_entry[entry.id][0]] for entry in plain)]
    evidence = tuple(line.quotation for line in lines)
    owned = Belief(belief_id(lines[0]), "Days go by.", AssumptionKind.OTHER, BeliefStatus.OWNED, evidence)
    vault.records.put(owned, NOW)
    mine, offered = await beliefs.all()
    assert (mine.belief.id, mine.accepted, offered.accepted) == (owned.id, True, False)
    assert offered.belief.id != owned.id
    await beliefs.reject(offered.belief.id, NOW)
    assert [one.belief.id for one in await beliefs.all()] == [owned.id]


async def test_a_day_that_its_source_put_right_is_the_day_of_its_lines(vault: SqlVault, beliefs: Beliefs) -> None:
    """A second import with another date moves the evidence of what the person owns there."""
    written = [
        Writing(NOW - timedelta(days=90 - 9 * place), f"{PLAIN[place]} {text}", source="jsonl", source_id=str(place))
        for place, text in enumerate(LATE)
    ]
    list(vault.entries.add_many(written))
    held = await beliefs.accept((await the_late_one(beliefs)).belief.id, NOW)
    assert held.last == (NOW - timedelta(days=63)).date()
    list(vault.entries.add_many([replace(written[0], written_at=NOW - timedelta(days=2))]))
    (one,) = await beliefs.all()
    assert one.last == (NOW - timedelta(days=2)).date()
    assert one.belief.evidence[-1].text == LATE[0]


async def test_an_unknown_belief_is_not_found(beliefs: Beliefs) -> None:
    """A wrong id is named, and nothing is made up for it."""
    with pytest.raises(NotFound, match="belief-0"):
        await beliefs.accept(RecordId("belief-0"), NOW)


async def test_a_crisis_is_no_evidence(vault: SqlVault, beliefs: Beliefs) -> None:
    """Entries that read as crisis are withheld from beliefs altogether."""
    entries = write(vault, *(f"{text} I want to kill myself." for text in LATE))
    assert await beliefs.all() == []
    assert len(entries) == 4


async def test_nothing_is_embedded_twice(vault: SqlVault, beliefs: Beliefs, embedder: HashEmbedder) -> None:
    """A second look embeds nothing; a new entry embeds its own sentences alone."""
    write(vault, *LATE)
    await beliefs.all()
    embedder.embedded.clear()
    await beliefs.all()
    assert embedder.embedded == []
    write(vault, "The kettle sang.", start=70)
    await beliefs.all()
    assert embedder.embedded == ["The kettle sang."]


# ------------------------------------------------------------------------------------------- confirming


async def test_a_stated_belief_grows_by_yes_and_remembers_no(vault: SqlVault, telling: Telling) -> None:
    """A yes is evidence of a record at once; a no is not asked about in a later sitting."""
    write(vault, *LATE, *PLAIN)
    beliefs = Beliefs(vault, telling)
    confirm = Confirm(vault, telling, beliefs)
    asked = await confirm.state("I leave everything too late.")
    assert asked.line is not None
    first = asked.line
    asked = await confirm.answer(asked.belief, first.entry, True, NOW)
    assert asked.line is not None
    refused = asked.line
    await confirm.answer(asked.belief, refused.entry, False, NOW)
    (record,) = vault.records.current(Belief)
    assert record.statement == "I leave everything too late."
    assert record.status is BeliefStatus.OWNED
    assert [line.entry for line in record.evidence] == [first.entry]
    again = Confirm(vault, telling, beliefs)
    later = await again.resume(record.id)
    seen = set()
    while later.line is not None:
        seen.add(later.line.entry)
        later = await again.answer(record.id, later.line.entry, False, NOW)
    assert not {first.entry, refused.entry} & seen


async def test_without_the_themes_it_asks_all_the_same(vault: SqlVault, telling: Telling, tmp_path: Path) -> None:
    """A broken installation asks in another order, and about what says it plainly all the same."""
    entries = write(vault, *LATE, *PLAIN)
    confirm = Confirm(vault, telling, Beliefs(vault, telling), models=tmp_path)
    asked = await confirm.state("I leave everything too late.")
    assert asked.line is not None
    assert asked.line.entry in {entry.id for entry in entries[: len(LATE)]}


async def test_a_line_given_to_one_belief_is_not_the_first_asked_for_another(vault: SqlVault, telling: Telling) -> None:
    """What the person said yes to for one belief is asked about after its like for the next."""
    write(vault, *LATE, *PLAIN)
    confirm = Confirm(vault, telling, Beliefs(vault, telling))
    asked = await confirm.state("I leave everything too late.")
    assert asked.line is not None
    taken = asked.line.entry
    await confirm.answer(asked.belief, taken, True, NOW)
    other = await confirm.state("I leave everything too late, always.")
    assert other.line is not None
    assert other.line.entry != taken


@pytest.fixture
def any_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask about whatever states something: vectors that know words alone mean nothing to the head."""
    monkeypatch.setattr("assistant.insight.openings.OPENING_LEAST", 1e-6)


@pytest.mark.usefixtures("any_chance")
async def test_a_line_said_once_is_asked_about_and_a_no_is_remembered(vault: SqlVault, telling: Telling) -> None:
    """It takes the person's yes under its own name, and what is theirs or was refused is not asked about again."""
    write(vault, "People only like you for what you bring.", "I am somebody who never finishes.", *PLAIN)
    beliefs = Beliefs(vault, telling)
    confirm = Confirm(vault, telling, beliefs)
    names = {line.text: name for name, line in await confirm.openings()}
    assert set(names) == {"People only like you for what you bring.", "I am somebody who never finishes."}
    taken = await beliefs.accept(names["I am somebody who never finishes."], NOW)
    assert (taken.belief.status, len(taken.belief.evidence)) == (BeliefStatus.OWNED, 1)
    await beliefs.reject(names["People only like you for what you bring."], NOW)
    assert await confirm.openings() == []
    assert [one.belief.statement for one in await beliefs.all()] == [taken.belief.statement]


@pytest.mark.usefixtures("any_chance")
async def test_confirming_can_set_out_from_such_a_line(vault: SqlVault, telling: Telling) -> None:
    """The line is a yes already, so another is asked about."""
    write(vault, "I am somebody who never finishes.", "Never finishes, that is somebody I am.", *PLAIN)
    confirm = Confirm(vault, telling, Beliefs(vault, telling))
    name, begun = (await confirm.openings())[0]
    asked = await confirm.resume(name)
    assert asked.line is not None
    assert asked.line.entry != begun.entry


async def test_without_the_themes_that_is_said(vault: SqlVault, telling: Telling, tmp_path: Path) -> None:
    """What cannot be weighed is not asked about, and no one is told that nothing stands out."""
    write(vault, "I am somebody who never finishes.", *PLAIN)
    with pytest.raises(ModelRefused):
        await Confirm(vault, telling, Beliefs(vault, telling), models=tmp_path).openings()


async def test_an_answer_must_be_to_what_was_asked(vault: SqlVault, telling: Telling) -> None:
    """Another entry, another belief or empty words are refused, and nothing is kept."""
    entries = write(vault, *LATE)
    confirm = Confirm(vault, telling, Beliefs(vault, telling))
    with pytest.raises(UsageError):
        await confirm.state("   ")
    with pytest.raises(NotFound):
        await confirm.answer(RecordId("belief-0"), entries[0].id, True, NOW)
    asked = await confirm.state("I leave everything too late.")
    assert asked.line is not None
    other = next(entry.id for entry in entries if entry.id != asked.line.entry)
    with pytest.raises(UsageError):
        await confirm.answer(asked.belief, other, True, NOW)
    assert vault.records.current(Belief) == []


async def test_stating_the_same_belief_again_goes_on_with_it(vault: SqlVault, telling: Telling) -> None:
    """The same words name the same belief, whatever their capitals."""
    write(vault, *LATE)
    confirm = Confirm(vault, telling, Beliefs(vault, telling))
    asked = await confirm.state("I leave everything too late.")
    assert asked.line is not None
    await confirm.answer(asked.belief, asked.line.entry, True, NOW)
    assert (await confirm.state("i LEAVE everything  too late.")).belief == asked.belief


async def test_a_line_that_was_forgotten_comes_back_by_no_answer(vault: SqlVault, telling: Telling) -> None:
    """Neither a yes nor a no keeps anything of an entry that was forgotten while it was asked about."""
    write(vault, *LATE, *PLAIN)
    for yes in (True, False):
        confirm = Confirm(vault, telling, Beliefs(vault, telling))
        asked = await confirm.state("I leave everything too late.")
        assert asked.line is not None
        forget(vault, [asked.line.entry])
        with pytest.raises(NotFound):
            await confirm.answer(asked.belief, asked.line.entry, yes, NOW)
        assert vault.records.current(Belief) == []
        assert vault.records.refusals() == []


async def test_a_yes_before_brings_no_forgotten_line_back(vault: SqlVault, telling: Telling) -> None:
    """What was said yes to and then forgotten does not return with the next yes."""
    write(vault, *LATE, *PLAIN)
    confirm = Confirm(vault, telling, Beliefs(vault, telling))
    first = await confirm.state("I leave everything too late.")
    assert first.line is not None
    second = await confirm.answer(first.belief, first.line.entry, True, NOW)
    assert second.line is not None
    forget(vault, [first.line.entry])
    with pytest.raises(NotFound):
        await confirm.answer(first.belief, second.line.entry, True, NOW)
    for version in vault.records.everything():
        assert isinstance(version.record, Belief)
        assert first.line not in version.record.evidence


async def test_a_line_that_reads_otherwise_now_is_no_evidence(vault: SqlVault, telling: Telling) -> None:
    """After an edit the span holds other words; the yes was to the words before."""
    write(vault, *LATE, *PLAIN)
    confirm = Confirm(vault, telling, Beliefs(vault, telling))
    asked = await confirm.state("I leave everything too late.")
    assert asked.line is not None
    vault.entries.amend(asked.line.entry, f"Well. {asked.line.text}", NOW)
    with pytest.raises(NotFound):
        await confirm.answer(asked.belief, asked.line.entry, True, NOW)
    again = await confirm.state("I leave everything too late.")
    assert again.line is not None
    assert again.line.text in vault.entries.get(again.line.entry).text


async def test_the_next_line_is_asked_about_as_it_reads_now(vault: SqlVault, telling: Telling) -> None:
    """Of entries that were forgotten in the meantime no line is shown."""
    write(vault, *LATE, *PLAIN)
    confirm = Confirm(vault, telling, Beliefs(vault, telling))
    asked = await confirm.state("I leave everything too late.")
    assert asked.line is not None
    entry = asked.line.entry
    forget(vault, [one.id for one in vault.entries.between() if one.id != entry])
    assert (await confirm.answer(asked.belief, entry, False, NOW)).line is None
