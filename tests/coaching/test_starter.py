"""The coach with the real starter in its own process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.bootstrap.voices import Voices
from assistant.coaching.critic import Ground, faults_of
from assistant.coaching.planner import plan_turn
from assistant.coaching.session_state import SessionState
from assistant.core.reading import Reading
from assistant.ports import AskFinished, CandidateMade
from assistant.settings import load_settings
from assistant.vault import SqlVault, create
from tests.coaching.coach_room import MESSAGES, coach_words, conversation, say

TEXT = "My manager never listens, so there's no point bringing up the rota."


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[SqlVault]:
    """An empty vault."""
    with create(tmp_path / "vault").vault as made:
        yield made


async def test_an_evening_with_the_starter(vault: SqlVault) -> None:
    """The real model is asked in the planned form, keeps to its grammar, and nothing unchecked is shown."""
    voices = Voices(load_settings())
    voice, form = voices.named("model"), coach_words().prompt
    assert voice is not None
    assert form is not None
    try:
        facts = await voice.facts()
        ask = form.ask(max(MESSAGES, key=len), plan_turn(TEXT, Reading(), frozenset(), SessionState()), facts, "seed")
        events = [event async for event in voice.ask(ask)]
        texts = [event.text for event in events if isinstance(event, CandidateMade)]
        finished = events[-1]
        assert isinstance(finished, AskFinished)
        assert finished.prompt_tokens < 400
        assert all(text.endswith("?") and "“" not in text and '"' not in text for text in texts)
        exchanges = await say(conversation(vault, voice), [TEXT, "She answered emails while I talked about it."])
    finally:
        await voices.close()
    for exchange in exchanges:
        ground = Ground(exchange.entry.text + TEXT, said_back=(exchange.reply.text,), about_their_words=False)
        assert faults_of(exchange.reply.text, ground) == []
