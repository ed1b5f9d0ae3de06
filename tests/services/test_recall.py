"""Recall: by words, by meaning and by the calendar; exact quotations; and an honest "nothing found"."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from assistant.bootstrap.models import embedding_file
from assistant.core.entry import Entry, Writing
from assistant.core.recollection import Recalled
from assistant.engine.embedder import LlamaEmbedder
from assistant.engine.process import EngineProcess, python_module
from assistant.errors import EngineStopped, ModelRefused
from assistant.memory.exact_index import ExactIndex
from assistant.ports import Embedder, Neighbour, WordHit
from assistant.reading.passages import split_passages
from assistant.services import weighing
from assistant.services.recall import Recall
from assistant.services.remember import Remember
from assistant.testing import HashEmbedder
from assistant.vault import SqlVault, create

if TYPE_CHECKING:
    from assistant.ports import Vectors

pytestmark = pytest.mark.asyncio(loop_scope="module")

TODAY = datetime(2025, 8, 20, 21, 0, tzinfo=UTC)
DIARY = {
    "2024-03-05": "Ploughed the lower field before the rain. The tractor coughed all the way home and died.",
    "2025-01-03": "Signed the papers for the allotment. Forty square metres of couch grass and one proud shed.",
    "2025-02-11": "My sister rang at midnight, in tears about the divorce. I made tea and mostly listened.",
    "2025-03-02": "The dentist pulled a wisdom tooth. I dribbled soup down my shirt and felt about six years old.",
    "2025-03-16": "Took the night train to Vienna and could not sleep for the snoring. The coffee was worth it.",
    "2025-03-28": "Argued with Pavel over the budget again. He wants certainty and I want to be left alone.",
    "2025-04-19": "Easter Saturday. Painted eggs with the little ones until every tablecloth was blue.",
    "2025-05-07": "A blackbird has nested in the allotment shed, on top of the watering can, so nobody waters.",
    "2025-07-12": "Swam across the lake and back for the first time since the operation. My shoulder held.",
    "2025-08-18": "Nothing to say. Rain.",
}


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def embedder() -> AsyncIterator[LlamaEmbedder]:
    """The real embedding model, one process for all tests here."""
    process = EngineProcess(lambda: python_module("assistant.engine.embedder_child"))
    embedder = LlamaEmbedder(process, embedding_file())
    yield embedder
    await embedder.close()


class Evening:
    """A diary that can be asked."""

    def __init__(self, vault: SqlVault, embedder: Embedder) -> None:
        self.vault = vault
        self.index = ExactIndex(vault.passages, embedder.name)
        self.remember = Remember(vault, embedder, self.index, split_passages)
        self.recall = Recall(vault, embedder, self.index, lambda: TODAY)

    def wrote(self, day: str, text: str, title: str | None = None) -> Entry:
        """Save an entry."""
        moment = datetime.fromisoformat(day).replace(hour=20, tzinfo=UTC)
        return self.vault.entries.add(Writing(moment, text, title=title))

    async def days(self, query: str, count: int = 3) -> list[str]:
        """Return the days of what a search brings back."""
        return days_of(await self.recall.search(query, count))


def days_of(recalled: Recalled) -> list[str]:
    """Return the days of the entries that were found, best first."""
    return [one.quotation.written_at.date().isoformat() for one in recalled.recollections]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def diary(tmp_path_factory: pytest.TempPathFactory, embedder: LlamaEmbedder) -> AsyncIterator[Evening]:
    """The diary above, remembered; tests may add entries of late June."""
    with create(tmp_path_factory.mktemp("diary") / "vault").vault as vault:
        evening = Evening(vault, embedder)
        for day, text in DIARY.items():
            evening.wrote(day, text)
        await evening.remember.run()
        yield evening


@pytest_asyncio.fixture(loop_scope="module")
async def empty(vault_folder: Path) -> AsyncIterator[Evening]:
    """An empty vault with a fake embedder."""
    with create(vault_folder).vault as vault:
        yield Evening(vault, HashEmbedder())


@pytest.mark.parametrize(
    ("query", "day"),
    [
        ("allotment papers", "2025-01-03"),
        ("snoring on the train", "2025-03-16"),
        ("When did a bird move into the garden hut?", "2025-05-07"),
        ("who phoned me because her marriage was ending", "2025-02-11"),
        ("the time I had my mouth operated on", "2025-03-02"),
        ("arguing about money at work", "2025-03-28"),
        ("tractors", "2024-03-05"),
    ],
)
async def test_the_right_entry_comes_first(diary: Evening, query: str, day: str) -> None:
    """Asked by its rare words, in other forms of them, or in other words altogether."""
    assert (await diary.days(query))[0] == day


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("What was I doing in March?", ["2025-03-02", "2025-03-16", "2025-03-28"]),
        ("What was going on in March 2024?", ["2024-03-05"]),
        ("What did I write over the Easter weekend?", ["2025-04-19"]),
        ("what happened on 12 July", ["2025-07-12"]),
        ("what was on my mind last winter", ["2025-01-03", "2025-02-11"]),
    ],
)
async def test_days_alone_are_answered_by_the_calendar(diary: Evening, query: str, days: list[str]) -> None:
    """In the order of time, each by the line that stands for it."""
    recalled = await diary.recall.search(query, 5)
    assert recalled.found
    assert days_of(recalled) == days


async def test_days_and_a_topic_are_weighed_together(diary: Evening) -> None:
    """The dentist of March and not the shoulder of July."""
    assert (await diary.days("what hurt in March?"))[0] == "2025-03-02"


async def test_a_thing_told_some_days_later_is_found_by_its_own_day(empty: Evening) -> None:
    """People write of Saturday on Tuesday: where nothing was written on the day, the days after it count."""
    for day in ("2025-03-02", "2025-05-07", "2025-06-20"):
        empty.wrote(day, "The accordion came back from the shop, and I played until supper.")
    assert (await empty.days("what did I play on 4 May 2025"))[0] == "2025-05-07"


async def test_the_days_named_are_searched_through_however_often_a_thing_was_told(empty: Evening) -> None:
    """A hundred entries of other years hold the same words; the one of the year that is asked about comes first."""
    with empty.vault.together():
        for number in range(100):
            empty.wrote(f"20{10 + number % 10}-0{1 + number // 12}-11", f"Rehearsal with the quartet, number {number}.")
            empty.wrote(f"2024-0{1 + number // 12}-1{number % 10}", f"Rain, soup, and a long letter, number {number}.")
        empty.wrote(
            "2024-12-20", "In the end there was a rehearsal with the quartet after all, and it went on until late."
        )
    assert (await empty.days("the quartet's rehearsal in 2024"))[0] == "2024-12-20"


async def test_days_on_which_nothing_was_written_are_said_to_hold_nothing(diary: Evening) -> None:
    """What lies nearest is offered, with no claim that it answers."""
    recalled = await diary.recall.search("What did I do on 1 June 2025?", 5)
    assert not recalled.found
    assert "2025-05-07" in days_of(recalled)
    assert "2025-07-12" in days_of(recalled)


async def test_a_leap_day_without_an_entry_holds_nothing(empty: Evening) -> None:
    """Its year before has no such day; what lies nearest is offered all the same."""
    for day in ("2024-01-30", "2024-03-05"):
        empty.wrote(day, "Ploughed the lower field before the rain.")
    recalled = await empty.recall.search("What did I do on 29 February 2024?", 5)
    assert not recalled.found
    assert days_of(recalled) == ["2024-01-30", "2024-03-05"]


@pytest.mark.parametrize(
    "query", ["When did I have the piano tuned?", "What did the beekeeper charge me?", "which tattoo did I choose"]
)
async def test_what_was_never_written_is_not_found(diary: Evening, query: str) -> None:
    """Nothing stored bears on it, and that is what is said."""
    assert not (await diary.recall.search(query)).found


async def test_every_line_is_an_exact_quotation(diary: Evening) -> None:
    """A hit's words stand in its entry, at its span, to the character; scores fall."""
    recalled = await diary.recall.search("the allotment and the family", 10)
    assert len(recalled.recollections) > 3
    for one in recalled.recollections:
        assert one.quotation.span.of(diary.vault.entries.get(one.quotation.entry).text) == one.quotation.text
    scores = [one.score for one in recalled.recollections]
    assert scores == sorted(scores, reverse=True)
    assert all(0.0 <= score <= 1.0 for score in scores)


async def test_the_line_that_answers_is_the_one_shown(diary: Evening) -> None:
    """Not the entry's first line, but the one that holds the answer."""
    long = (
        "Breakfast with Tom, who talked about his new bicycle for the whole of an hour. "
        "In the afternoon the surveyor came and said the chimney leans by eleven centimetres. "
        "Then we watched half a film about otters and fell asleep on the sofa, both of us."
    )
    diary.wrote("2025-06-20", long)
    await diary.remember.run()
    best = (await diary.recall.search("what did the surveyor say about the chimney", 1)).recollections[0]
    assert best.quotation.text == long.split(". ")[1] + "."


async def test_since_and_until_narrow_what_is_found(diary: Evening) -> None:
    """Both ends are included, for words and for the calendar."""
    found = await diary.recall.search("rain and the lake", 10, since=date(2025, 7, 12), until=date(2025, 8, 18))
    assert set(days_of(found)) <= {"2025-07-12", "2025-08-18"}
    found = await diary.recall.search("What was I doing in March?", 10, since=date(2025, 3, 16))
    assert days_of(found) == ["2025-03-16", "2025-03-28"]


async def test_one_entry_is_one_hit_and_no_more_than_asked(diary: Evening) -> None:
    """An entry of many passages comes once."""
    diary.wrote(
        "2025-06-21", "The kiln is hot. " + "We fired the kiln again today and the glaze ran blue and thick. " * 12
    )
    await diary.remember.run()
    recalled = await diary.recall.search("kiln glaze", 4)
    entries = [one.quotation.entry for one in recalled.recollections]
    assert len(entries) == len(set(entries)) <= 4


@pytest.mark.parametrize(
    "query", ["", "   \n", "?!…", "the of and", "\x00", "\udc80", "[@click=app.quit]x[/x]", "'\"*()^:"]
)
async def test_any_query_is_survived(diary: Evening, query: str) -> None:
    """Blank, punctuation, stop words alone, broken characters and what looks like syntax."""
    recalled = await diary.recall.search(query)
    assert recalled.query == query


async def test_a_pasted_page_is_searched_in_time(diary: Evening) -> None:
    """A query of twenty thousand words is answered by its rarest."""
    page = "yesterday the committee spoke of many unrelated matters at great length " * 2_000
    assert (await diary.days(page + "Vienna snoring", 1)) != []


async def test_an_empty_vault_finds_nothing(empty: Evening) -> None:
    """Neither words nor the calendar."""
    for query in ("anything", "What was I doing in March?"):
        recalled = await empty.recall.search(query)
        assert not recalled.found
        assert recalled.recollections == ()


async def test_what_was_just_written_is_found_by_its_words(empty: Evening) -> None:
    """Before it was embedded, and by the calendar too."""
    empty.wrote("2025-08-19", "The accordion arrived, wrapped in a blanket.")
    assert await empty.days("accordion") == ["2025-08-19"]
    assert await empty.days("what did I write yesterday") == ["2025-08-19"]


async def test_an_amended_entry_is_found_by_what_it_says_now(empty: Evening) -> None:
    """The words that were counted before are counted anew."""
    entry = empty.wrote("2025-08-19", "The accordion arrived.")
    assert await empty.days("accordion") == ["2025-08-19"]
    empty.vault.entries.amend(entry.id, "The trombone arrived.", TODAY)
    assert await empty.days("trombone") == ["2025-08-19"]
    assert not (await empty.recall.search("accordion")).found


async def test_a_title_counts_as_words(empty: Evening) -> None:
    """An entry whose title says it is found by it; the quotation comes from its text."""
    empty.wrote("2025-08-19", "We set out at six and were back by dark.", title="Ridgeway walk")
    recalled = await empty.recall.search("Ridgeway")
    assert [one.title for one in recalled.recollections] in (["Ridgeway walk"], [])


async def test_words_are_looked_up_while_the_index_is_searched(empty: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index that answers only once the words were looked up is not waited for in vain."""
    empty.wrote("2025-08-19", "The accordion arrived.")
    looked_up, search_words = asyncio.Event(), empty.vault.entries.search_words
    loop, nearest = asyncio.get_running_loop(), empty.index.nearest

    def looking_up(terms: Sequence[str], count: int) -> list[WordHit]:
        loop.call_soon_threadsafe(looked_up.set)
        return search_words(terms, count)

    async def waiting(vector: Vectors, count: int) -> list[Neighbour]:
        await asyncio.wait_for(looked_up.wait(), 20)
        return await nearest(vector, count)

    monkeypatch.setattr(empty.vault.entries, "search_words", looking_up)
    monkeypatch.setattr(empty.index, "nearest", waiting)
    assert await empty.days("accordion") == ["2025-08-19"]


async def test_few_queries_are_asked_however_many_entries_are_weighed(
    empty: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None for each entry: reading a hundred one by one took most of a search's time."""
    with empty.vault.together():
        for number in range(60):
            empty.wrote(f"2025-0{1 + number // 28}-{1 + number % 28:02}", f"The accordion again, take {number}.")
    await empty.remember.run()
    database, asked = empty.vault.database, list[str]()
    rows, row = database.rows, database.row

    def counted(ask: Callable[..., Any]) -> Callable[..., Any]:
        def asking(sql: str, *parameters: object) -> Any:
            asked.append(sql)
            return ask(sql, *parameters)

        return asking

    monkeypatch.setattr(database, "rows", counted(rows))
    monkeypatch.setattr(database, "row", counted(row))
    assert (await empty.recall.search("the accordion", 10)).found
    assert len(asked) < 20


async def test_counted_words_of_no_more_than_so_many_entries_are_kept(
    empty: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that runs for weeks does not gather the whole vault in memory."""
    monkeypatch.setattr(weighing, "COUNTED_MOST", 5)
    for number in range(12):
        empty.wrote(f"2025-08-{1 + number:02}", f"The accordion again, take {number}.")
    assert len(await empty.days("accordion", 10)) == 10
    assert len(empty.recall._weighing._counted) == 5


class BrokenEmbedder(HashEmbedder):
    """Fail as a dead or refused model does."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    async def embed(self, texts: Sequence[str]) -> Vectors:
        """Raise."""
        raise self.error


@pytest.mark.parametrize("error", [EngineStopped("gone"), ModelRefused("altered")])
async def test_without_a_model_words_and_calendar_answer(vault_folder: Path, error: Exception) -> None:
    """A model that cannot run costs meaning, nothing else."""
    with create(vault_folder).vault as vault:
        evening = Evening(vault, BrokenEmbedder(error))
        evening.wrote("2025-03-02", "The dentist pulled a wisdom tooth.")
        assert await evening.days("dentists") == ["2025-03-02"]
        assert await evening.days("what was I doing in March") == ["2025-03-02"]
