"""The development journals, whole, with the real embedder: what is planted is found, and little else is said."""

from __future__ import annotations

import importlib.util
import random
import sys
from collections import defaultdict
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import pytest_asyncio

from assistant.bootstrap.insights import Insights
from assistant.bootstrap.models import embedding_file
from assistant.core.entry import Writing
from assistant.core.ids import Area
from assistant.engine.embedder import LlamaEmbedder
from assistant.engine.process import EngineProcess, python_module
from assistant.services.compass import Compass, VisionLine
from assistant.vault import SqlVault, create

TRAINING = Path(__file__).parents[2] / "models/training"
pytestmark = pytest.mark.prove


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = made  # a dataclass looks its module up there
    spec.loader.exec_module(made)
    return made


@pytest_asyncio.fixture
async def embedder() -> AsyncIterator[LlamaEmbedder]:
    """The embedding model that ships, in its own process."""
    process = EngineProcess(lambda: python_module("assistant.engine.embedder_child"))
    made = LlamaEmbedder(process, embedding_file())
    yield made
    await made.close()


def _filled(vault: SqlVault, entries: list[dict[str, str]]) -> None:
    for entry in entries:
        moment = datetime.fromisoformat(entry["date"]).replace(tzinfo=UTC)
        vault.entries.add(Writing(moment, entry["text"], source="jsonl", source_id=entry["id"]))


def _visions(key: dict[str, Any]) -> list[VisionLine]:
    return [
        VisionLine(
            Area(one["area"]), one["statement"], date.fromisoformat(one["set_on"]),
            tuple(one["signs_of_progress"]), tuple(one["signs_of_drift"]),
        )
        for one in key["vision"]
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "beliefs", "drifts"), [("hanne", 4, 3), ("dez", 3, 2)])
async def test_what_is_planted_is_found(
    name: str, beliefs: int, drifts: int, vault_folder: Path, embedder: LlamaEmbedder
) -> None:
    """Beliefs with three of their lines, drifts with one, every commitment but one, and no false alarm of drift."""
    entries, key = _module(TRAINING / "journal/keyed.py").read_journal(name)
    with create(vault_folder).vault as vault:
        _filled(vault, entries)
        Compass(vault.records).state(None, _visions(key), datetime(2026, 6, 1, tzinfo=UTC))
        insight = Insights(vault, embedder)
        held = [{line.source_id for line in one.belief.evidence} for one in await insight.beliefs.all()]
        planted = [{one["id"] for one in model["evidence"]} for model in key["mental_models"]]
        assert sum(any(len(found & want) >= 3 for found in held) for want in planted) >= beliefs
        assert len(held) <= beliefs + 2
        drift = await insight.drifting.all(date.fromisoformat(entries[-1]["date"][:10]))
        lines = [(one.area, {line.source_id for line in one.evidence}) for one in drift]
        wanted = [(one["area"], {line["id"] for line in one["evidence"]}) for one in key["drift"]]
        assert sum(any(area == one and ids & own for one, own in lines) for area, ids in wanted) >= drifts
        assert {area for area, _ids in lines} <= {area for area, _ids in wanted}
        found = {
            one.commitment.quotation.source_id for one in await insight.commitments.all() if one.commitment.quotation
        }
        assert len(found & {one["id"] for one in key["commitments"]}) >= len(key["commitments"]) - 1
        assert len(found - {one["id"] for one in key["commitments"]}) <= 1


async def test_lines_of_strangers_hold_no_belief(vault_folder: Path, embedder: LlamaEmbedder) -> None:
    """The control: eighty entries, each sentence by another writer, give one suggestion at most."""
    by_writer: dict[str, list[str]] = defaultdict(list)
    for line in _module(TRAINING / "reading/written.py").read_lines():
        if line.mark in "sgampico-+~":
            by_writer[line.writer].append(line.text)
    drawn = random.Random(1)
    for said in by_writer.values():
        drawn.shuffle(said)
    with create(vault_folder).vault as vault:
        for day in range(80):
            writers = drawn.sample(sorted(writer for writer, said in by_writer.items() if said), 6)
            text = " ".join(by_writer[writer].pop() for writer in writers)
            vault.entries.add(Writing(datetime(2025, 1, 1, tzinfo=UTC) + timedelta(days=day), text))
        assert len(await Insights(vault, embedder).beliefs.all()) <= 1
