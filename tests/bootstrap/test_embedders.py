"""Another embedding model is worked in behind the one that answers; the index may lie on a household's server."""

from __future__ import annotations

import hashlib
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.bootstrap.assembly import Assembly
from assistant.bootstrap.embedders import TENANT_FILE
from assistant.bootstrap.models import EMBEDDING, choose_embedder, embedding_file, models_folder
from assistant.core.entry import Writing
from assistant.engine.pins import write_pin
from assistant.errors import ModelRefused
from assistant.settings import MemorySettings, Settings, load_settings
from assistant.vault import create

OTHER = "bge-small-en-v1.5"
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
LINES = ("Two herons by the canal.", "The ovens were cold by nine.", "I swam further than I meant to.")


@pytest.fixture
def other_model() -> Path:
    """Another embedding model, fetched and pinned: the shipped weights under another name, so other bytes."""
    path = models_folder() / OTHER / "bge-small-en-v1.5-q8_0.gguf"
    path.parent.mkdir(parents=True)
    whole = embedding_file().path.read_bytes()
    path.write_bytes(whole.replace(b"all-MiniLM-L6-v2", b"all-MiniLM-L6-vX", 1))
    write_pin(models_folder(), OTHER, hashlib.sha256(path.read_bytes()).hexdigest())
    return path


@pytest.fixture
def filled(vault_folder: Path) -> Path:
    """A vault with three entries."""
    with create(vault_folder).vault as vault:
        for number, line in enumerate(LINES):
            vault.entries.add(Writing(NOON + timedelta(days=number), line))
    return vault_folder


async def found(parts: Assembly) -> str:
    """Ask for the herons."""
    recalled = await parts.recall.search("birds by the water")
    return recalled.recollections[0].quotation.text


async def test_the_old_model_answers_until_the_new_one_is_through(filled: Path, other_model: Path) -> None:
    """The chosen model embeds behind; from the next start on it searches, and what is written goes to both."""
    async with Assembly(Settings(), filled) as parts:
        await parts.remember.run()
        assert await found(parts) == LINES[0]
    choose_embedder(OTHER)
    settings = load_settings()
    async with Assembly(settings, filled) as parts:
        assert parts.search_embedder is parts.embedder
        assert await found(parts) == LINES[0]
        await parts.remember.run()
        assert await found(parts) == LINES[0]
    async with Assembly(settings, filled) as parts:
        assert parts.search_embedder is parts.chosen_embedder
        assert await found(parts) == LINES[0]
        parts.vault.entries.add(Writing(NOON + timedelta(days=9), "A kingfisher, gone before I could point."))
        await parts.remember.run()
        for embedder in (parts.embedder, parts.search_embedder):
            assert parts.vault.passages.unembedded_count(embedder.name) == 0
            assert parts.vault.passages.embedded_count(embedder.name) == len(LINES) + 1


async def test_a_chosen_model_that_is_gone_costs_nothing(filled: Path, other_model: Path) -> None:
    """Without its file the shipped model searches as before."""
    choose_embedder(OTHER)
    shutil.rmtree(other_model.parent)
    async with Assembly(load_settings(), filled) as parts:
        await parts.remember.run()
        assert parts.search_embedder.name.startswith(EMBEDDING)
        assert await found(parts) == LINES[0]


def test_a_model_that_is_not_here_cannot_be_chosen() -> None:
    """The person is told what to fetch, or what there is; the choice stays as it was."""
    with pytest.raises(ModelRefused) as caught:
        choose_embedder(OTHER)
    assert f"lodestar llm get {OTHER}" in caught.value.hint
    with pytest.raises(ModelRefused, match="knows no embedding model"):
        choose_embedder("qwen3-4b")
    assert load_settings().memory.embedder == EMBEDDING


async def test_an_altered_model_is_refused(filled: Path, other_model: Path) -> None:
    """A pinned model with other bytes does not embed."""
    other_model.write_bytes(other_model.read_bytes() + b"\0")
    with pytest.raises(ModelRefused):
        choose_embedder(OTHER)


async def test_a_server_on_another_machine_needs_a_yes(filled: Path) -> None:
    """An address in the settings alone sends nothing anywhere: the index stays here."""
    settings = Settings(memory=MemorySettings(chroma_url="http://192.0.2.1:8000"))
    async with Assembly(settings, filled) as parts:
        await parts.remember.run()
        assert await found(parts) == LINES[0]
    assert not (filled / TENANT_FILE).exists()


async def test_a_tenant_is_named_once_and_says_nothing(filled: Path) -> None:
    """A server that is down costs only speed; the tenant's name is random, kept, and only the owner's to read."""
    settings = Settings(memory=MemorySettings(chroma_url="http://127.0.0.1:9"))
    names = []
    for _ in range(2):
        async with Assembly(settings, filled) as parts:
            await parts.remember.run()
            assert await found(parts) == LINES[0]
        names.append((filled / TENANT_FILE).read_text())
    assert names[0] == names[1]
    assert names[0].startswith("lodestar-")
    assert (filled / TENANT_FILE).stat().st_mode & 0o077 == 0
