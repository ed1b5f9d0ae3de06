"""The index on disk: kept in line with the vault, and never trusted where there is any doubt."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.core.ids import PassageId
from assistant.engine.process import EngineProcess
from assistant.memory.generations import Generations, read_manifest
from assistant.memory.index_requests import ROWS_A_REQUEST
from assistant.memory.kept_index import KeptIndex
from assistant.ports import Neighbour
from assistant.vault import SqlVault

if TYPE_CHECKING:
    from assistant.ports import Vectors

pytestmark = pytest.mark.asyncio(loop_scope="module")

Units = Callable[..., "Vectors"]
Fill = Callable[[SqlVault, "Vectors"], list[PassageId]]
Make = Callable[[], KeptIndex]


def generations_of(vault: SqlVault) -> list[Path]:
    """Return the folders of the generations."""
    return [path for path in vault.layout.index.iterdir() if path.is_dir()]


async def finds_all(index: KeptIndex, passages: list[PassageId], vectors: Vectors) -> bool:
    """Say whether every passage is nearest to its own vector."""
    found = [await index.nearest(vector, 1) for vector in vectors]
    return [one[0].passage for one in found] == passages


async def test_a_settled_index_answers_at_the_next_start(vault: SqlVault, kept: Make, units: Units, fill: Fill) -> None:
    """Nothing is built twice: the generation on disk is the same one."""
    passages = fill(vault, vectors := units(30, 1))
    first = kept()
    await first.settle()
    assert first.serving
    before = generations_of(vault)
    await first.close()
    second = kept()
    assert await finds_all(second, passages, vectors)
    assert second.serving
    assert generations_of(vault) == before


async def test_what_another_process_wrote_is_caught_up(vault: SqlVault, kept: Make, units: Units, fill: Fill) -> None:
    """Passages that came and went while the index was closed are brought in line, without a new generation."""
    gone = fill(vault, units(5, 1))
    index = kept()
    await index.settle()
    before = generations_of(vault)
    await index.close()
    late = fill(vault, vectors := units(5, 2))
    entry = vault.passages.entries_of([gone[0]], 1)[0]
    vault.passages.put_passages(entry, [])
    index = kept()
    assert await finds_all(index, late, vectors), "the vault's own vectors answer until it is settled"
    assert not index.serving
    await index.settle()
    assert index.serving
    assert await finds_all(index, late, vectors)
    assert await index.count() == 9
    assert generations_of(vault) == before


async def test_a_dead_memory_process_costs_no_answer(
    vault: SqlVault, kept: Make, units: Units, fill: Fill, memory_process: EngineProcess
) -> None:
    """Killed in between, the vault's vectors answer, and settling brings the index back."""
    passages = fill(vault, vectors := units(8, 1))
    index = kept()
    await index.settle()
    assert memory_process.pid is not None
    os.kill(memory_process.pid, 9)
    assert await finds_all(index, passages, vectors)
    await index.settle()
    assert index.serving
    assert await finds_all(index, passages, vectors)


@pytest.mark.parametrize(
    "harm", ["no manifest", "cut manifest", "other version", "other count", "no database", "zeros"]
)
async def test_a_doubtful_generation_is_built_anew(
    vault: SqlVault, kept: Make, units: Units, fill: Fill, harm: str
) -> None:
    """Whatever is wrong with it, the answers are right, and a new generation stands in its place."""
    passages = fill(vault, vectors := units(12, 1))
    index = kept()
    await index.settle()
    await index.close()
    (path,) = generations_of(vault)
    damage(path, harm)
    index = kept()
    assert await finds_all(index, passages, vectors)
    await index.settle()
    assert index.serving
    assert await finds_all(index, passages, vectors)
    (anew,) = generations_of(vault)
    assert anew != path


def damage(path: Path, harm: str) -> None:
    """Do harm to a generation."""
    manifest, database = path / "manifest.json", path / "chroma.sqlite3"
    match harm:
        case "no manifest":
            manifest.unlink()
        case "cut manifest":
            manifest.write_bytes(manifest.read_bytes()[:20])
        case "other version" | "other count":
            said = json.loads(manifest.read_bytes())
            said |= {"version": "0.4.0"} if harm == "other version" else {"rows": 11}
            manifest.write_text(json.dumps(said))
        case "no database":
            database.unlink()
        case _:
            database.write_bytes(bytes(database.stat().st_size))


async def test_an_index_that_another_process_owns_is_left_alone(
    vault: SqlVault, kept: Make, units: Units, fill: Fill
) -> None:
    """The vault's vectors answer instead, and the owner's files are not touched."""
    passages = fill(vault, vectors := units(6, 1))
    owner = Generations(vault.layout.index)
    assert owner.take()
    index = kept()
    await index.settle()
    assert not index.serving
    assert await finds_all(index, passages, vectors)
    assert generations_of(vault) == []
    owner.release()


async def test_an_index_deleted_by_forgetting_is_no_trouble(
    vault: SqlVault, kept: Make, units: Units, fill: Fill
) -> None:
    """The folder goes while the index is open; the next question is answered all the same."""
    import shutil

    passages = fill(vault, vectors := units(6, 1))
    index = kept()
    await index.settle()
    shutil.rmtree(vault.layout.index)
    assert await finds_all(index, passages, vectors)
    await index.settle()
    assert await finds_all(index, passages, vectors)


async def test_no_word_is_in_the_index(vault: SqlVault, kept: Make, units: Units, fill: Fill) -> None:
    """Ids and vectors only: neither documents nor metadata hold anything of the person's."""
    fill(vault, units(20, 1))
    index = kept()
    await index.settle()
    await index.close()
    (path,) = generations_of(vault)
    held = b"".join(file.read_bytes() for file in path.rglob("*") if file.is_file())
    assert b"number" not in held.replace(b"n_results", b"")
    database = sqlite3.connect(path / "chroma.sqlite3")
    try:
        assert database.execute("SELECT count(*) FROM embedding_fulltext_search").fetchone() == (0,)
        assert database.execute("SELECT count(*) FROM embedding_metadata").fetchone() == (0,)
    finally:
        database.close()


async def test_a_stray_env_file_turns_nothing_around(
    vault: SqlVault,
    kept: Make,
    units: Units,
    fill: Fill,
    memory_process: EngineProcess,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A `.env` in the working folder and variables of Chroma's make no client for the network."""
    settings = {
        "CHROMA_API_IMPL": "chromadb.api.fastapi.FastAPI",
        "CHROMA_SERVER_HOST": "192.0.2.1",
        "CHROMA_SERVER_HTTP_PORT": "9",
        "ANONYMIZED_TELEMETRY": "True",
        "IS_PERSISTENT": "False",
        "PERSIST_DIRECTORY": str(tmp_path / "elsewhere"),
    }
    lines = "".join(f"{name}={value}\n{name.lower()}={value}\n" for name, value in settings.items())
    (tmp_path / ".env").write_text(lines)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    await memory_process.close()  # the next one starts here, with these
    passages = fill(vault, vectors := units(5, 1))
    index = kept()
    await index.settle()
    assert index.serving
    assert await finds_all(index, passages, vectors)
    assert not (tmp_path / "elsewhere").exists()
    (path,) = generations_of(vault)
    manifest = read_manifest(path)
    assert manifest is not None
    assert manifest.rows == 5


async def test_what_comes_while_the_index_is_asked_is_found(
    vault: SqlVault, kept: Make, units: Units, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A row that is written to the index in the middle of a question is in its answer all the same."""
    fill(vault, units(8, 1))
    index = kept()
    await index.settle()
    (late,) = fill(vault, vectors := units(1, 2))
    await index.add([late], vectors)
    ask = index._requests.nearest

    async def settled_first(vector: Vectors, count: int) -> list[Neighbour]:
        found = await ask(vector, count)
        await index.settle()
        return found

    monkeypatch.setattr(index._requests, "nearest", settled_first)
    assert [found.passage for found in await index.nearest(vectors[0], 1)] == [late]


async def test_what_changes_while_the_index_is_written_is_not_mixed_up(
    vault: SqlVault, kept: Make, units: Units, fill: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every passage keeps its own vector, and one that came in the middle is found, before and after the next time."""
    fill(vault, units(8, 1))
    index = kept()
    await index.settle()
    passages = fill(vault, vectors := units(ROWS_A_REQUEST + 40, 2))
    await index.add(passages, vectors)
    write, gone = index._requests.add, passages[ROWS_A_REQUEST + 3]
    late: list[PassageId] = []

    async def changed_meanwhile(some: list[PassageId], rows: Vectors) -> None:
        if not late:
            late.extend(fill(vault, units(1, 3)))
            await index.add(late, units(1, 3))
            await index.remove([gone])
            entry = vault.passages.entries_of([gone], 1)[0]
            vault.passages.put_passages(entry, [])
        await write(some, rows)

    monkeypatch.setattr(index._requests, "add", changed_meanwhile)
    await index.settle()
    asked = [place for place in range(ROWS_A_REQUEST - 3, len(passages)) if passages[place] != gone]
    for _ in range(2):
        assert await finds_all(index, late, units(1, 3))
        assert await finds_all(index, [passages[place] for place in asked], vectors[asked])
        await index.settle()
    assert await index._requests.count() == await index.count()
