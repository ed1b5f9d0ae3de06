"""Remembering: everything gets a vector once, and what was done is kept whatever happens next."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.core.entry import Writing
from assistant.core.span import Span
from assistant.errors import EngineStopped
from assistant.memory.exact_index import ExactIndex
from assistant.reading.passages import split_passages
from assistant.services.remember import PASSAGES_A_STEP, Remember
from assistant.testing import HashEmbedder
from assistant.vault import SqlVault, create, open_vault

if TYPE_CHECKING:
    from assistant.ports import Vectors

NOON = datetime(2026, 3, 14, 12, 0, tzinfo=UTC)
LINE = "The kettle was on when I came in, and number {} stood at the window without turning round to look at me."


@pytest.fixture
def vault(vault_folder: Path) -> Iterator[SqlVault]:
    """An empty vault."""
    made = create(vault_folder).vault
    yield made
    made.close()


def write(vault: SqlVault, count: int, first: int = 0) -> None:
    """Save so many entries of one passage each."""
    with vault.together():
        for number in range(first, first + count):
            vault.entries.add(Writing(NOON + timedelta(minutes=number), LINE.format(number)))


def remember(vault: SqlVault, embedder: HashEmbedder) -> Remember:
    """Join the parts."""
    return Remember(vault, embedder, ExactIndex(vault.passages, embedder.name), split_passages)


async def test_everything_written_gets_a_vector_once(vault: SqlVault) -> None:
    """A second run with nothing new embeds nothing, and so does one in another process of the program."""
    write(vault, 30)
    embedder = HashEmbedder()
    assert await remember(vault, embedder).run() == 30
    assert await remember(vault, embedder).run() == 0
    assert sorted(embedder.embedded) == sorted(LINE.format(number) for number in range(30))


async def test_only_what_is_new_is_embedded(vault: SqlVault) -> None:
    """An entry added later and an amended sentence are all that is embedded the next time."""
    write(vault, 3)
    entry = vault.entries.add(Writing(NOON, LINE.format("seven") + " " + LINE.format("eight")))
    embedder = HashEmbedder()
    await remember(vault, embedder).run()
    embedder.embedded.clear()
    vault.entries.amend(entry.id, LINE.format("seven") + " " + LINE.format("nine"), NOON)
    write(vault, 1, first=3)
    await remember(vault, embedder).run()
    assert sorted(embedder.embedded) == sorted([LINE.format("nine"), LINE.format(3)])


async def test_words_that_came_before_are_not_embedded_again(vault: SqlVault) -> None:
    """The same passage in another entry takes the vector that is there."""
    write(vault, 1)
    embedder = HashEmbedder()
    await remember(vault, embedder).run()
    vault.entries.add(Writing(NOON + timedelta(days=3), LINE.format(0)))
    assert await remember(vault, embedder).run() == 0
    assert len(embedder.embedded) == 1


async def test_passages_of_an_amended_text_leave_the_index(vault: SqlVault) -> None:
    """What the text no longer says is no longer found."""
    entry = vault.entries.add(Writing(NOON, LINE.format("one")))
    embedder = HashEmbedder()
    index = ExactIndex(vault.passages, embedder.name)
    service = Remember(vault, embedder, index, split_passages)
    await service.run()
    vault.entries.amend(entry.id, LINE.format("two"), NOON)
    await service.run()
    (row,) = await embedder.embed([LINE.format("one")])
    found = await index.nearest(row, 5)
    assert [vault.passages.entries_of([one.passage], 1)[0] for one in found] == [entry.id]
    assert found[0].cosine < 0.999


async def test_progress_is_told_and_ends_at_the_whole(vault: SqlVault) -> None:
    """The person sees how many are done, of how many."""
    write(vault, PASSAGES_A_STEP + 5)
    told: list[tuple[int, int]] = []
    await remember(vault, HashEmbedder()).run(lambda done, total: told.append((done, total)))
    assert told == [(PASSAGES_A_STEP, PASSAGES_A_STEP + 5), (PASSAGES_A_STEP + 5, PASSAGES_A_STEP + 5)]


class StoppingEmbedder(HashEmbedder):
    """Stop after some texts, as a dying model process does."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.after = after

    async def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed until there were too many."""
        if len(self.embedded) >= self.after:
            raise EngineStopped("The model process stopped.")
        return await super().embed(texts)


async def test_a_model_that_dies_costs_only_the_step_it_was_in(vault: SqlVault) -> None:
    """What was embedded before stays; the next run goes on from there."""
    write(vault, 3 * PASSAGES_A_STEP)
    embedder = StoppingEmbedder(after=2 * PASSAGES_A_STEP)
    with pytest.raises(EngineStopped):
        await remember(vault, embedder).run()
    assert vault.passages.unembedded_count(embedder.name) == PASSAGES_A_STEP
    embedder.after = sys.maxsize
    assert await remember(vault, embedder).run() == PASSAGES_A_STEP
    assert len(set(embedder.embedded)) == len(embedder.embedded) == 3 * PASSAGES_A_STEP


async def test_two_runs_at_once_share_the_work(vault: SqlVault) -> None:
    """The second waits for the first and finds nothing left to do."""
    write(vault, 20)
    embedder = HashEmbedder()
    service = remember(vault, embedder)
    assert sorted(await asyncio.gather(service.run(), service.run())) == [0, 20]
    assert len(embedder.embedded) == 20


async def test_a_blank_entry_needs_nothing(vault: SqlVault) -> None:
    """Spaces and line ends are no passage."""
    vault.entries.add(Writing(NOON, " \n\t\n"))
    assert await remember(vault, HashEmbedder()).run() == 0


RUN = """
    import asyncio, os, sys
    from pathlib import Path
    from assistant.memory.exact_index import ExactIndex
    from assistant.reading.passages import split_passages
    from assistant.services.remember import Remember
    from assistant.testing import HashEmbedder
    from assistant.vault import open_vault

    class Telling(HashEmbedder):
        async def embed(self, texts):
            os.write(1, b"x" * len(texts) + b"\\n")
            sys.stdin.readline()
            return await super().embed(texts)

    vault = open_vault(Path(sys.argv[1]))
    embedder = Telling()
    asyncio.run(Remember(vault, embedder, ExactIndex(vault.passages, embedder.name), split_passages).run())
"""


def test_killed_in_the_middle_it_goes_on_where_it_was(vault_folder: Path) -> None:
    """kill -9 in every second step: what was kept is never done again, and in the end nothing is missing."""
    steps = 6
    with create(vault_folder).vault as vault:
        write(vault, steps * PASSAGES_A_STEP)
    embedded = kills = 0
    left = steps * PASSAGES_A_STEP
    while left:
        with subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(RUN), str(vault_folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            lines = [process.stdout.readline()]
            assert lines[0], "it failed before its first step"
            process.stdin.write(b"go on\n")
            process.stdin.flush()
            lines.append(process.stdout.readline())
            if lines[1]:
                process.send_signal(signal.SIGKILL)
                kills += 1
        assert process.returncode == (-signal.SIGKILL if lines[1] else 0)
        embedded += sum(len(line.strip()) for line in lines)
        with open_vault(vault_folder) as vault:
            before, left = left, vault.passages.unembedded_count(HashEmbedder().name)
        assert left == before - PASSAGES_A_STEP, "the first step is kept, the one that was killed is not"
    assert kills == steps - 1
    assert embedded == (steps + kills) * PASSAGES_A_STEP, "a kill costs the step it hit, and no other"


async def test_linked_folders_are_read_first(vault: SqlVault) -> None:
    """What came in since last time is remembered in the same run."""

    def first() -> None:
        vault.entries.add(Writing(NOON, LINE))

    embedder = HashEmbedder()
    index = ExactIndex(vault.passages, embedder.name)
    assert await Remember(vault, embedder, index, split_passages, first).run() > 0


async def test_an_entry_that_is_changed_while_others_are_cut_is_cut_as_it_is_now(vault: SqlVault) -> None:
    """The spans of a text never lie in another text, whichever program changed it meanwhile."""
    write(vault, 2)
    first, second = vault.entries.between()
    long = " ".join(LINE.format(number) for number in range(9))

    def split(text: str) -> Sequence[Span]:
        if text == first.text:
            vault.entries.amend(second.id, long, NOON)
        return split_passages(text)

    embedder = HashEmbedder()
    await Remember(vault, embedder, ExactIndex(vault.passages, embedder.name), split).run()
    assert [passage.span for passage in vault.passages.passages_of(second.id)] == split_passages(long)


async def test_a_passage_keeps_the_vector_of_its_words_when_its_entry_changes_meanwhile(vault: SqlVault) -> None:
    """What was not embedded yet when its text was changed waits until it lies where its words are."""
    one = LINE.format("seven")
    two = "Later we walked by the river until the rain had stopped, and nobody spoke of what the letter said or meant."
    entry = vault.entries.add(Writing(NOON, f"{one} {two}"))
    write(vault, PASSAGES_A_STEP, first=1)

    class Changing(HashEmbedder):
        async def embed(self, texts: Sequence[str]) -> Vectors:
            if not self.embedded:
                vault.entries.amend(entry.id, f"Before the kettle, before any of it. {one} {two}", NOON)
            return await super().embed(texts)

    embedder = Changing()
    await remember(vault, embedder).run()
    await remember(vault, embedder).run()
    text = vault.entries.get(entry.id).text
    passages, vectors = vault.passages.vectors_of(embedder.name, [entry.id])
    fresh = await HashEmbedder().embed([passage.span.of(text) for passage in passages])
    assert len(passages) == len(split_passages(text))
    assert vectors.tolist() == fresh.tolist()
