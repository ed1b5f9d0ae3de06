"""Hearing: texts read with vectors, kept with the vault, and read still when a model or the heads are away."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from assistant.bootstrap.models import embedding_file
from assistant.core.entry import Entry, Writing
from assistant.engine.embedder import LlamaEmbedder
from assistant.engine.process import EngineProcess, python_module
from assistant.errors import EngineStopped
from assistant.reading.heads import FILE, SUM_FILE
from assistant.reading.passages import split_passages
from assistant.services.hearing import Hearing
from assistant.services.reading_json import reading_from_json, reading_to_json
from assistant.shipped import shipped
from assistant.testing import HashEmbedder
from assistant.vault import SqlVault, create

if TYPE_CHECKING:
    from assistant.ports import Vectors

TEXT = "Nobody ever asks me how I am. I'll ring Zoë on Friday."


class AwayEmbedder(HashEmbedder):
    """An embedder whose process has died."""

    async def embed(self, texts: Sequence[str]) -> Vectors:
        """Raise EngineStopped, as a dying model process does."""
        raise EngineStopped("The model process stopped.")


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[SqlVault]:
    """An empty vault."""
    opened = create(tmp_path / "vault").vault
    yield opened
    opened.close()


def wrote(vault: SqlVault, text: str, day: int = 4) -> Entry:
    """Save an entry of June 2025."""
    return vault.entries.add(Writing(datetime(2025, 6, day, 20, tzinfo=UTC), text))


async def test_an_entry_is_read_once_and_then_remembered(vault: SqlVault) -> None:
    """A second look at the same entries embeds nothing and says the same."""
    embedder = HashEmbedder(384)
    entries = [wrote(vault, TEXT), wrote(vault, "Rain all day.", day=5)]
    first = await Hearing(embedder).of_entries(vault, entries)
    embedded = len(embedder.embedded)
    assert embedded == 3
    assert await Hearing(embedder).of_entries(vault, entries) == first
    assert len(embedder.embedded) == embedded


async def test_a_changed_entry_is_read_anew(vault: SqlVault) -> None:
    """The key is the text: an amended entry has another reading."""
    hearing, entry = Hearing(None), wrote(vault, TEXT)
    before = await hearing.of_entries(vault, [entry])
    amended = vault.entries.amend(entry.id, "Rain all day.", datetime(2025, 6, 6, tzinfo=UTC))
    after = await hearing.of_entries(vault, [amended])
    assert before[entry.id].promises
    assert not after[entry.id].promises


async def test_due_days_are_counted_from_the_entry(vault: SqlVault) -> None:
    """ "Friday" in an entry of Wednesday, 4 June, is 6 June."""
    entry = wrote(vault, TEXT)
    (promise,) = (await Hearing(None).of_entries(vault, [entry]))[entry.id].promises
    assert promise.due == date(2025, 6, 6)


async def test_vectors_of_passages_are_not_made_twice(vault: SqlVault) -> None:
    """A passage that is one sentence lends its vector; only other sentences are embedded."""
    embedder = HashEmbedder(384)
    long = "The whole afternoon went by while we were waiting for the ferry that never came to the island."
    entry = wrote(vault, f"{long} Rain. Wind.")
    passages = vault.passages.put_passages(entry.id, split_passages(entry.text))
    rows = await embedder.embed([passage.span.of(entry.text) for passage in passages])
    vault.passages.put_vectors(embedder.name, [passage.id for passage in passages], rows)
    embedder.embedded.clear()
    await Hearing(embedder).of_entries(vault, [entry])
    assert embedder.embedded == ["Rain.", "Wind."]


async def test_while_the_embedder_is_away_words_decide_and_nothing_is_kept(vault: SqlVault) -> None:
    """A dead model process stops nobody from reading; what was read without it is read anew later."""
    entry = wrote(vault, TEXT)
    reading = (await Hearing(AwayEmbedder(384)).of_entries(vault, [entry]))[entry.id]
    assert reading.assumptions
    assert reading.promises
    back = HashEmbedder(384)
    await Hearing(back).of_entries(vault, [entry])
    assert len(back.embedded) == 2


@pytest.mark.parametrize("what", ["missing", "altered"])
async def test_without_its_heads_it_reads_by_rules_and_says_why(tmp_path: Path, what: str) -> None:
    """A missing or altered file is named for the doctor, and the plainest sentences are heard all the same."""
    if what == "altered":
        for name in (FILE, SUM_FILE):
            shutil.copy(shipped("models") / name, tmp_path)
        with (tmp_path / FILE).open("ab") as file:
            file.write(b"x")
    hearing = Hearing(HashEmbedder(384), models=tmp_path)
    reading = await hearing.hear(TEXT, date(2025, 6, 4))
    assert hearing.trouble is not None
    assert FILE in hearing.trouble.message
    assert reading.assumptions
    assert reading.promises[0].due == date(2025, 6, 6)


async def test_other_heads_mean_another_reading(vault: SqlVault, tmp_path: Path) -> None:
    """What was kept by rules alone is not taken for what the heads say."""
    assert Hearing(None).version != Hearing(None, models=tmp_path).version


def test_a_reading_is_kept_whole() -> None:
    """A reading comes out of its JSON as it went in; what an older program kept is read anew."""
    from assistant.reading.read import read_text

    reading = read_text(f"{TEXT} The more I worry, the less I sleep.", written_on=date(2025, 6, 4))
    assert reading.links
    assert reading_from_json(reading_to_json(reading)) == reading
    assert reading_from_json(b'{"assumptions": 3}') is None
    assert reading_from_json(b"\x00") is None


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def embedder() -> AsyncIterator[LlamaEmbedder]:
    """The real embedding model."""
    process = EngineProcess(lambda: python_module("assistant.engine.embedder_child"))
    embedder = LlamaEmbedder(process, embedding_file())
    yield embedder
    await embedder.close()


@pytest.mark.asyncio(loop_scope="module")
async def test_meaning_is_heard_where_no_mark_is(embedder: LlamaEmbedder) -> None:
    """With the real model, an assumption without a single telltale word is heard, and a plain day is not."""
    hearing = Hearing(embedder)
    heard = await hearing.hear("I'm a disappointment to them all.")
    assert [found.kind.value for found in heard.assumptions] == ["identity"]
    assert (await hearing.hear("We walked to the harbour and had fish.")).assumptions == ()
    assert (await hearing.hear("")).assumptions == ()
