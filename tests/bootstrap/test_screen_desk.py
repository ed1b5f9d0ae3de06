"""What stands behind the screen, joined for real: insight and a review apart, and forgetting meanwhile."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.bootstrap.screen import ScreenDesk, leaves_of
from assistant.core.entry import Writing
from assistant.core.period import period_named
from assistant.errors import NotFound
from assistant.services.desk import Leaves
from assistant.settings import MemorySettings, ServerSettings, Settings, VoiceSettings
from assistant.vault import create, open_vault
from assistant.vault.keys import Cost


def test_what_leaves_is_named_by_its_host() -> None:
    """A server on this machine is none; another one is named, for words and for vectors each."""
    here = ServerSettings(url="http://127.0.0.1:8080/v1", model="m")
    there = ServerSettings(url="https://models.example.org/v1", model="m", agreed=True)
    vectors = MemorySettings(chroma_url="http://household.example.org:8000", chroma_agreed=True)
    assert leaves_of(Settings()) == leaves_of(Settings(voice=VoiceSettings(server=here))) == Leaves()
    assert leaves_of(Settings(voice=VoiceSettings(server=there))) == Leaves(words="models.example.org")
    assert leaves_of(Settings(memory=vectors)) == Leaves(vectors="household.example.org")


LINES = (
    "It is always me who stays late.",
    "Mark left at five, and it is always me who stays late.",
    "I will call Mark on Friday.",
    "It is always me who stays late, whatever the rota says.",
    "The zugunruhe is back.",
)


@pytest.mark.parametrize("passphrase", [None, "open sesame"])
async def test_insight_and_review_are_made_apart_and_nothing_outlives_forgetting(
    vault_folder: Path, passphrase: str | None
) -> None:
    """Both are computed off the screen's thread, plain or encrypted; an entry is forgotten without a trace."""
    made = create(vault_folder, passphrase=passphrase, cost=Cost(1, 8 * 1024 * 1024)).vault
    for day, line in enumerate(LINES, start=1):
        last = made.entries.add(Writing(datetime(2025, 7, 3 * day, 21, tzinfo=UTC), line))
    made.close()
    desk = await ScreenDesk(vault_folder).open(passphrase)
    assert desk.insight is not None
    assert desk.reviews is not None
    assert desk.forget is not None
    insight, threads = desk.insight, set[str]()
    found = await desk.apart(lambda: insight.commitments.all(lambda *_: threads.add(threading.current_thread().name)))
    assert len(found) == 1
    assert threads == {"apart"}
    page = await desk.reviews.markdown(period_named("2025-Q3"))
    assert "5 entries" in page
    working = asyncio.ensure_future(desk.apart(lambda: insight.beliefs.all()))
    await asyncio.sleep(0)
    await desk.forget(last.id)
    await asyncio.gather(working, return_exceptions=True)
    assert "4 entries" in await desk.reviews.markdown(period_named("2025-Q3"))
    figures = await desk.reviews.figures(period_named("2025-Q3"))
    assert sum(figures.coverage.written) == 4
    await desk.close()
    with open_vault(vault_folder, passphrase=lambda: str(passphrase)) as again:
        assert again.entries.count() == 4
        with pytest.raises(NotFound):
            again.entries.get(last.id)
    for file in vault_folder.rglob("*"):
        assert not file.is_file() or b"zugunruhe" not in file.read_bytes()
