"""The review says only what the vault holds, says it dated, and is not made twice."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.coaching.critic import Ground, faults_of
from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.entry import EntryKind, Quotation, Writing
from assistant.core.ids import EntryId, SessionId
from assistant.core.period import period_between, period_named
from assistant.core.records import Belief, Outcome
from assistant.core.review import Dated, Fact, Review, Stated, Topic
from assistant.core.span import Span
from assistant.errors import UsageError
from assistant.insight.drift import DriftKind
from assistant.report.plain import plain
from assistant.services import reviewing
from assistant.services.reviewing.gathered import LOOKED_BACK_WEEKS, looked_back
from assistant.services.reviewing.words import ReviewWords
from assistant.services.withheld import Withheld
from tests.services.reviewing.review_room import CRISIS, QUARTER, WORDS, Ines, entry_ids, every_day, find

pytestmark = pytest.mark.asyncio(loop_scope="package")

SAYS_NOTHING_OF_THE_PAST = ("wrote_little", "loop_yours", "loop_offered", "more_commitments", "test", "test_expected")
"""Sentences that tell what they are about without a day: what they lead to carries it."""


def _pattern(words: ReviewWords, name: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{\w+\\}", ".*", re.escape(words.words.say[name])), re.DOTALL)


async def test_every_quotation_and_every_day_stands_in_the_vault(ines: Ines, review: Review) -> None:
    """Each quotation is the slice of its entry, each day that leads to an entry is that entry's day: 0 wrong."""
    quotations = [*review.quotations(), *(piece for source in review.sources for piece in source.pieces)]
    assert len(quotations) > 20
    for one in quotations:
        entry = ines.vault.entries.get(one.entry)
        assert one.span.of(entry.text) == one.text
        assert one.written_at == entry.written_at
    dated = [part for part in review.parts() if isinstance(part, Dated) and part.entry is not None]
    assert dated
    for part in dated:
        assert part.entry is not None
        assert ines.vault.entries.get(part.entry).written_at.date() == part.day


async def test_every_word_from_a_record_stands_in_one_of_its_versions(ines: Ines, review: Review) -> None:
    """A vision, an observation or a test is said in the words that the record has, or had."""
    stated = [part for part in review.parts() if isinstance(part, Stated)]
    assert len(stated) > 6
    for part in stated:
        versions = [version.record for version in ines.vault.records.history(part.record)]
        assert any(part.text in text for record in versions for text in _texts(record)), part.record


def _texts(value: object) -> set[str]:
    """Return every text within a record."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, tuple):
        return set().union(*map(_texts, value))
    slots = [field.name for field in fields(value)] if hasattr(value, "__dataclass_fields__") else []  # type: ignore[arg-type]
    return set().union(*(_texts(getattr(value, name)) for name in slots))


async def test_every_sentence_about_the_past_carries_a_day(review: Review) -> None:
    """No sentence speaks of what was without saying when."""
    free = [_pattern(WORDS, name) for name in SAYS_NOTHING_OF_THE_PAST]
    for fact in review.facts():
        text = plain(fact.parts, review.period)
        assert list(fact.days()) or any(pattern.fullmatch(text) for pattern in free), text


async def test_the_numbers_are_those_of_the_journal(ines: Ines, review: Review) -> None:
    """Entries, days and weeks are counted, and each counted entry lies in the period."""
    withheld = Withheld(ines.vault).entries()
    inside = [one for one in ines.vault.entries.between(QUARTER.first, QUARTER.last) if one.id not in withheld]
    weeks = {one.written_at.date().isocalendar()[:2] for one in inside}
    (said,) = find(review, lambda text: text.startswith("You wrote 1"))
    assert said.startswith(f"You wrote {len(inside)} entries on {len(inside)} days, in {len(weeks)} of 14 weeks")
    for fact in review.facts():
        counted = [ines.vault.entries.get(entry) for entry in fact.counted]
        assert all(review.period.before().first <= one.written_at.date() <= QUARTER.last for one in counted)


async def test_what_was_written_in_a_crisis_is_never_in_a_review(ines: Ines, review: Review) -> None:
    """Not as a line, not as evidence of a belief that a record keeps, not counted, not beside what is quoted."""
    dark = ines.entry("2025-05-25")
    assert dark.text == CRISIS
    assert dark.id not in entry_ids(review)
    assert not any("Nobody can do anything" in one.text for one in review.quotations())


async def test_the_sections_say_what_the_records_and_the_entries_hold(review: Review) -> None:
    """A changed vision with the words before it, numbers, a belief with what stands against it, what was kept."""
    topics = [section.topic for section in review.sections]
    assert topics == sorted(topics, key=list(Topic).index)
    assert {Topic.WRITTEN, Topic.VISION, Topic.AREAS, Topic.BELIEFS, Topic.COMMITMENTS, Topic.FEEDBACK} <= set(topics)
    assert find(review, lambda text: text.startswith("Health, changed on 30 May: “I swim before work, and I sleep"))
    assert find(review, lambda text: text == "Before that, from 8 January on: “I swim before work, all year.”")
    assert find(review, lambda text: text == "On 20 May you gave it 3 of 10: “My folder gathers dust.”")
    assert find(review, lambda text: text == "On 1 February you gave it 7.")
    assert find(review, lambda text: text == "What came of it, on 31 May: “Nobody said a thing.”")
    assert find(review, lambda text: text == "On 4 June, Henrike gave it 6 of 10 and said: “We kept your chair.”")
    assert find(review, lambda text: text.startswith("Kept. On 6 April you wrote, for 13 April: “I will finish"))
    assert find(review, lambda text: text.startswith("From “After-action review”, on 14 April, under “What to keep”"))


async def test_what_speaks_against_is_marked_and_follows(review: Review) -> None:
    """The line against a belief is told after the lines for it, and marked as standing against."""
    blocks = [block for section in review.sections for block in section.blocks]
    (lazy,) = [
        block for block in blocks if any(isinstance(one, Stated) and "lazy" in one.text for one in block.heading)
    ]
    against = [fact for fact in lazy.facts if fact.against]
    assert [line.text for fact in against for line in fact.lines] == [
        "Sat on the slipway at lunch and nobody said a thing."
    ]
    assert lazy.facts.index(against[0]) > 0


async def test_three_questions_on_three_things_pass_the_critic(review: Review) -> None:
    """Each is open, asks once, quotes only what stands beside it, and is about something else than the others."""
    assert len(review.questions) == 3
    assert len({one.subject for one in review.questions}) == 3
    for one in review.questions:
        cited = tuple(re.findall(r"“([^”]*)”", one.text))
        assert not faults_of(one.text, Ground("", cited=cited, about_their_words=False))


async def test_a_second_review_reads_and_embeds_nothing(
    ines: Ines, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unchanged quarter is taken from what is kept, equal to the first to the last part."""

    async def gone(*_: object) -> None:
        raise AssertionError("it was made again")

    monkeypatch.setattr(ines.reviewing, "_make", gone)
    assert await ines.review() == review


async def test_a_change_makes_another_review(another: Callable[[], Ines]) -> None:
    """A new entry, a changed one and a new record are each seen at once."""
    person = another()
    first = person.wrote("2025-04-02", "Rain on the slipway all day, and nothing to do but listen to it.")
    begun = await person.review()
    assert begun.thin
    person.vault.entries.amend(first.id, "Rain on the slipway, and everything to do, and I listened to it.", person.now)
    amended = await person.review()
    assert any("everything to do" in one.text for one in amended.quotations())
    assert not any("nothing to do" in one.text for one in amended.quotations())


async def test_a_crisis_after_the_quarter_withholds_what_led_to_it_within(another: Callable[[], Ines]) -> None:
    """A low evening of June belongs to what the same conversation came to in July: its review is made anew."""
    person = another()
    cared = Reply("Has it come to thoughts of not wanting to live?", Move.CARE, VoiceName.BANK)
    key = ""
    for day, text in (("2025-06-30", "I feel hopeless about all of it."), ("2025-07-01", "I want to kill myself.")):
        key = person.reviewing.key(QUARTER, QUARTER.last)
        at, session = datetime.fromisoformat(f"{day}T21:00:00+00:00"), SessionId("s")
        entry = person.vault.entries.add(Writing(at, text, EntryKind.MESSAGE, session=session))
        person.vault.sessions.answer(session, entry.id, cared, at)
    assert person.reviewing.key(QUARTER, QUARTER.last) != key


async def test_entries_long_before_do_not_touch_a_quarter(another: Callable[[], Ines]) -> None:
    """A decade before the period changes neither what it rests on nor what it says."""
    person = another()
    person.wrote("2025-04-02", "Rain on the slipway all day, and nothing to do but listen to it.")
    key = person.reviewing.key(QUARTER, QUARTER.last)
    for day in every_day("2015-03-01", 40):
        person.wrote(day, "Sanded something, sold something, slept.")
    assert person.reviewing.key(QUARTER, QUARTER.last) == key
    assert LOOKED_BACK_WEEKS == 52


@pytest.mark.parametrize("name", ["2025", "2025-Q2", "2025-06"])
async def test_the_whole_time_before_is_known(name: str) -> None:
    """A year is set beside every day of the year before, its first of January too; so are two years beside two."""
    assert looked_back(period_named(name)) <= period_named(name).before().first
    two_years = period_between(date(2024, 1, 1), date(2025, 12, 31))
    assert looked_back(two_years) == two_years.before().first


async def test_a_quotation_whose_words_were_changed_since_is_found_again_or_left_out(
    another: Callable[[], Ines],
) -> None:
    """A record may quote what an entry no longer says; the review does not."""
    person = another()
    person.writes_everything()
    entry = person.entry("2025-05-26")
    person.vault.entries.amend(entry.id, "Henrike brought me her sandwich. And so it goes.", person.now)
    changed = await person.review()
    for one in changed.quotations():
        assert one.span.of(person.vault.entries.get(one.entry).text) == one.text
    assert not any("nobody said a thing" in one.text for one in changed.quotations())


async def test_a_thin_quarter_makes_a_short_review_that_says_so(another: Callable[[], Ines]) -> None:
    """Two entries are quoted, and no trend, belief or drift is read into them."""
    person = another()
    person.wrote("2025-04-02", "Rain on the slipway all day, and nothing to do but listen to it.")
    person.wrote("2025-06-02", "Sold the red dinghy to a woman with a parrot.")
    short = await person.review()
    assert short.thin
    assert [section.topic for section in short.sections] == [Topic.WRITTEN]
    assert find(short, lambda text: text.startswith("You wrote 2 entries on 2 days"))
    assert find(short, lambda text: text.startswith("With so few lines"))
    assert {one.text for one in short.quotations()} >= {"Sold the red dinghy to a woman with a parrot."}


async def test_a_quarter_without_a_word_says_that(another: Callable[[], Ines]) -> None:
    """An empty vault has a review of one sentence and one question."""
    empty = await another().review()
    assert find(empty, lambda _: True) == ["There is no entry from 1 April to 30 June."]
    assert len(empty.questions) == 1


async def test_an_entry_without_words_is_counted_and_not_quoted(another: Callable[[], Ines]) -> None:
    """A photograph without a text is an entry; there is nothing of it to quote."""
    person = another()
    person.vault.entries.add(Writing(datetime(2025, 4, 3, 12, tzinfo=UTC), "", title="a photograph"))
    person.vault.entries.add(Writing(datetime(2025, 4, 4, 12, tzinfo=UTC), " \n — … "))
    assert find(await person.review(), lambda text: text.startswith("You wrote 2 entries"))


async def test_days_that_lie_ahead_are_refused(ines: Ines) -> None:
    """A review looks back."""
    with pytest.raises(UsageError, match="has not begun"):
        await ines.review(period_named("2026-Q1"))


async def test_a_quarter_that_is_not_over_knows_its_last_day(another: Callable[[], Ines]) -> None:
    """Up to today, and no day further."""
    person = another()
    person.now = datetime(2025, 5, 1, 9, 0, tzinfo=UTC)
    person.wrote("2025-04-02", "Rain on the slipway all day, and nothing to do but listen to it.")
    person.wrote("2025-05-20", "This is dated ahead, by a clock that runs fast.")
    running = await person.review()
    assert running.until.isoformat() == "2025-05-01"
    assert not any("dated ahead" in one.text for one in running.quotations())


@pytest.mark.parametrize("name", ["2025", "2025-05", "2025-04-10..2025-05-20"])
async def test_months_years_and_other_days_are_reviewed_alike(ines: Ines, name: str) -> None:
    """Every quotation of any period stands in the vault and lies at most a year before it."""
    ends = name.split("..")
    period = (
        period_between(*(datetime.fromisoformat(one).date() for one in ends)) if len(ends) == 2 else period_named(name)
    )
    made = await ines.review(period)
    for one in made.quotations():
        assert one.span.of(ines.vault.entries.get(one.entry).text) == one.text
        assert one.written_at.date() <= made.until


async def test_a_rejected_belief_is_not_in_a_review(another: Callable[[], Ines]) -> None:
    """What the person said is not so does not come back in a summary."""
    person = another()
    person.writes_everything()
    (lazy,) = [one for one in person.vault.records.current(Belief) if one.id == "belief-lazy"]
    person.vault.records.withdraw(lazy.id, person.now)
    made = await person.review()
    assert not any(isinstance(one, Stated) and one.record == lazy.id for one in made.parts())


async def test_each_question_of_the_bank_passes_the_critic() -> None:
    """Filled with a plain line of somebody's, every wording may be shown."""
    quote = "I will do it tomorrow"
    slots = {
        "quote": quote, "statement": quote, "area": "home", "mentioned": "2", "written": "13", "entries": "20 entries",
        "stretch": "quarter", "word": "Milo", "days": "9 days", "before": "none",
    }  # fmt: skip
    said = [one.say.format(**slots) for one in WORDS.questions]
    ground = Ground("", cited=(quote, "Milo"), about_their_words=False)
    assert [(text, faults) for text in said if (faults := faults_of(text, ground))] == []


async def test_there_is_a_sentence_for_everything_that_may_be_found() -> None:
    """Every kind of drift and every outcome has one, and no sentence is left that nothing says."""
    ends = ("", "_by")
    reads = [f"{outcome}_reads{end}" for outcome in Outcome if outcome is not Outcome.OPEN for end in ends]
    made_up = {
        *(f"drift_{kind}{end}" for kind in DriftKind for end in ("", "_once", "_day")),
        *(f"{outcome}{end}" for outcome in Outcome for end in ends),
        *(f"{name}{end}" for name in ("untold", "became", "perhaps") for end in ends),
        *(f"{name}_once" for name in ("loop_feeds", "loop_steadies")),
        *reads,
    }
    assert made_up <= set(WORDS.words.say)
    code = "\n".join(path.read_text("utf8") for path in Path(reviewing.__file__).parent.glob("*.py"))
    assert [name for name in WORDS.words.say if name not in made_up and f'"{name}"' not in code] == []
    kinds = {one.kind for one in WORDS.questions} - {f"drift_{kind}" for kind in DriftKind}
    assert [kind for kind in kinds if f'"{kind}"' not in code] == []
    assert {f"drift_{kind}" for kind in DriftKind} <= {one.kind for one in WORDS.questions}


async def test_no_sentence_leads_to_lines_that_are_not_there(review: Review) -> None:
    """Whatever ends with a colon has its lines below it."""
    for fact in review.facts():
        text = plain(fact.parts, review.period)
        assert fact.lines or not text.endswith(":"), text


async def test_no_sentence_of_the_review_praises_pities_or_advises() -> None:
    """The critic's rules of manner hold for every sentence that code may say."""
    manner = {"praise", "advice", "veiled_advice", "verdict", "lecture", "takes_a_side", "stock_opener", "leading"}
    for name, text in WORDS.words.say.items():
        filled = re.sub(r"\{\w+\}", "three", text)
        found = {fault.rule for fault in faults_of(filled, Ground("", must_ask=False, about_their_words=False))}
        assert not found & manner, (name, found)


async def test_a_fact_is_made_of_its_parts() -> None:
    """A sentence keeps its days and quotations as values, in the order in which they are read."""
    line = Quotation(EntryId("0" * 16), datetime(2025, 4, 2, tzinfo=UTC), Span(0, 3), "Hm.")
    fact = WORDS.fact("kept", day=Dated(line.written_at.date(), line.entry), quote=line)
    assert isinstance(fact, Fact)
    assert [type(part) for part in fact.parts] == [str, Dated, str, Quotation]
    assert list(fact.days()) == [line.written_at.date(), line.written_at.date()]
