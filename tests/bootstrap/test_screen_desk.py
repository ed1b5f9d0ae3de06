"""What stands behind the screen, joined for real: insight and a review apart, and forgetting meanwhile."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.bootstrap.screen import ScreenDesk, leaves_of, open_screen
from assistant.bootstrap.web import serve
from assistant.core.entry import Writing
from assistant.core.ids import SessionId
from assistant.core.period import period_named
from assistant.errors import EngineStopped, NotFound, NoVault, UsageError
from assistant.services.care_words import load_lines
from assistant.services.desk import Leaves
from assistant.settings import MemorySettings, ServerSettings, Settings, VoiceSettings, load_settings, save_settings
from assistant.shipped import shipped
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


def test_a_vault_that_was_named_is_not_made_by_accident(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither by the screen nor by the screen in a browser."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(NoVault):
        open_screen(tmp_path / "typo")
    with pytest.raises(NoVault):
        serve(tmp_path / "typo", 0, lambda _: pytest.fail("nothing is served"))
    assert not (tmp_path / "typo").exists()


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


async def test_a_country_that_is_chosen_holds_for_the_next_words(
    vault_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line of care is of the country that was just chosen, in a talk that was begun before."""
    monkeypatch.setenv("LODESTAR_CONFIG", str(tmp_path / "settings.toml"))
    create(vault_folder).vault.close()
    desk = await ScreenDesk(vault_folder).open(None)
    assert desk.keep_choices is not None
    line = load_lines(shipped("prompts"))["IE"].say
    before = await desk.converse.reply(SessionId("one"), "I want to kill myself.")
    desk.keep_choices(replace(desk.choices, care_country="IE"))
    after = await desk.converse.reply(SessionId("two"), "I want to kill myself.")
    await desk.close()
    assert (line in before.reply.text, line in after.reply.text) == (False, True)
    assert load_settings().care.country == "IE"


async def test_a_page_in_the_home_of_nobody_is_refused(vault_folder: Path) -> None:
    """A place such as `~reviews/q3.html` is told to be none, and ends nothing."""
    create(vault_folder).vault.close()
    desk = await ScreenDesk(vault_folder).open(None)
    assert desk.practising is not None
    assert desk.reviews is not None
    with pytest.raises(UsageError):
        desk.practising.write_page("A page.", Path("~nobody-is-called-so/page.md"))
    with pytest.raises(UsageError):
        await desk.reviews.write_page(period_named("2025-Q3"), Path("~nobody-is-called-so/q3.html"))
    await desk.close()


async def test_what_stops_after_the_erasing_is_told_and_erases_all_the_same(
    vault_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mirror that cannot follow and a memory that cannot be made anew: the entry is gone, and both are known."""
    with create(vault_folder).vault as made:
        entry = made.entries.add(Writing(datetime(2025, 7, 3, 21, tzinfo=UTC), "The zugunruhe is back."))
    (tmp_path / "mirror").mkdir()
    (tmp_path / "mirror" / "mirror.json").write_text("spoiled")
    monkeypatch.setenv("LODESTAR_CONFIG", str(tmp_path / "settings.toml"))
    save_settings(Settings(mirror=tmp_path / "mirror"))

    async def stopped(*_: object) -> int:
        raise EngineStopped("the model process ended")

    desk = await ScreenDesk(vault_folder).open(None)
    monkeypatch.setattr("assistant.services.remember.Remember.run", stopped)
    assert desk.forget is not None
    erased = await desk.forget(entry.id)
    assert (erased.traces_left, erased.mirror) == (0, str(tmp_path / "mirror"))
    assert "no list of a mirror" in erased.mirror_trouble
    assert desk.vault.entries.count() == 0
    await desk.close()
