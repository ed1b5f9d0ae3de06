"""An evening at the screen: a real vault, and fakes where a model would be."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from textual.message import Message
from textual.pilot import Pilot

from assistant.coaching.plan import Reason
from assistant.core.dialogue import Move, QuestionType, Reply, VoiceName
from assistant.core.entry import Entry, EntryKind, Quotation, Writing
from assistant.core.ids import EntryId, SessionId
from assistant.core.reading import Distress
from assistant.core.recollection import Recalled, Recollection
from assistant.core.span import Span
from assistant.errors import LodestarError, WrongPassphrase
from assistant.memory.exact_index import ExactIndex
from assistant.services.compass import Compass
from assistant.services.converse import Exchange, Seconds
from assistant.services.desk import (
    Choices,
    Desk,
    Erased,
    Insight,
    Practising,
    Reminding,
    ReviewPages,
    VoiceState,
    VoiceStatus,
)
from assistant.services.opening import opening_of
from assistant.services.remember import Remember
from assistant.services.withheld import Withheld
from assistant.testing import HashEmbedder
from assistant.tui.app import LodestarApp
from assistant.vault import SqlVault, create, open_vault
from assistant.vault.keys import Cost

EVENING = datetime(2025, 2, 11, 21, 4, tzinfo=UTC)
QUESTION = "What would “wrong” have looked like on Monday morning?"
PATIENCE_SECONDS = 20.0
"""Only a hung test waits this long."""


class ScriptedConverse:
    """Save as the real one does, then answer what the test scripted, once the test lets it."""

    def __init__(self, evening: Evening) -> None:
        self._evening = evening
        self.gate = asyncio.Event()
        self.gate.set()
        self.error: Exception | None = None
        self.error_before_saving: LodestarError | None = None
        self.answer = Reply(QUESTION, Move.EVIDENCE, VoiceName.BANK, QUESTION, QuestionType.EVIDENCE)

    async def reply(self, session: SessionId, text: str, saved: Callable[[Entry], None] | None = None) -> Exchange:
        """Save the words, wait for the gate, answer."""
        if self.error_before_saving is not None:
            raise self.error_before_saving
        vault = self._evening.vault
        entry = vault.entries.add(Writing(self._evening.clock(), text, EntryKind.MESSAGE, session=session))
        if saved is not None:
            saved(entry)
        await self.gate.wait()
        if self.error is not None:
            raise self.error
        vault.sessions.answer(session, entry.id, self.answer, self._evening.clock())
        reasons = (Reason("phrase", "only have got it wrong"), Reason("memory", "0.81"))
        return Exchange(entry, self.answer, Distress.NONE, reasons, (), Seconds(0.4, 0.9))


class WordRecall:
    """Find entries by their words."""

    def __init__(self, vault: SqlVault) -> None:
        self._vault = vault

    async def search(
        self, query: str, count: int = 10, since: date | None = None, until: date | None = None
    ) -> Recalled:
        """Return the entries that share a word with the query."""
        hits = self._vault.entries.search_words(query.split(), count)
        entries = [self._vault.entries.get(hit.entry) for hit in hits]
        lines = tuple(
            Recollection(Quotation.cut(entry, Span(0, len(entry.text))), 0.5, entry.title) for entry in entries
        )
        return Recalled(query, lines, bool(lines))


class Evening:
    """One evening at the screen."""

    def __init__(self, folder: Path, passphrase: str | None = None) -> None:
        self.folder, self._passphrase = folder, passphrase
        self.vault = create(folder, passphrase=passphrase, cost=Cost(1, 8 * 1024 * 1024)).vault
        self._now = EVENING
        self.converse = ScriptedConverse(self)
        self.choices = Choices()
        self.kept: list[Choices] = []
        self.closed = 0
        self.messages: list[Message] = []
        self.opening_error: LodestarError | None = None
        self.insight: Insight | None = None
        self.practising: Practising | None = None
        self.reviews: ReviewPages | None = None
        self.reminding: Reminding | None = None
        self.mirror_trouble = ("", "")
        self.linked_trouble: list[str] = []
        self.voice = VoiceStatus(VoiceState.READY, "SmolLM2-135M, on this machine")

    def clock(self) -> datetime:
        """Tell the time, a minute later each time."""
        self._now += timedelta(minutes=1)
        return self._now

    def wrote(self, text: str, days_ago: int = 0, title: str | None = None) -> Entry:
        """Put an entry into the vault."""
        return self.vault.entries.add(Writing(EVENING - timedelta(days=days_ago), text, title=title))

    async def open(self, passphrase: str | None) -> Desk:
        """Open the vault as bootstrap does."""
        if self.opening_error is not None:
            raise self.opening_error
        if self._passphrase is not None:
            if passphrase != self._passphrase:
                raise WrongPassphrase("The passphrase does not open this vault.")
            if self.closed:
                self.vault = open_vault(self.folder, passphrase=lambda: str(passphrase))
        vault, embedder = self.vault, HashEmbedder()
        remember = Remember(
            vault,
            embedder,
            ExactIndex(vault.passages, embedder.name),
            lambda text: [Span(0, len(text))] if text else [],
        )
        return Desk(
            vault, self.converse, WordRecall(vault), remember, Compass(vault.records), self.clock, self._voice,
            self._close, self.choices, self.kept.append, self._forget, self.insight, self.practising,
            self.reviews, lambda today: opening_of(vault, today, Withheld(vault).withholds), str(self.folder.name),
            reminding=self.reminding,
            linked_trouble=lambda: self.linked_trouble,
        )  # fmt: skip

    def app(self) -> LodestarApp:
        """Make the application, unstarted."""
        app = LodestarApp(self.open, choices=self.choices)
        app.animation_level = "none"
        return app

    @asynccontextmanager
    async def on_screen(self, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
        """Run the application until the vault is open and the page filled."""
        app = self.app()
        async with app.run_test(size=size, message_hook=self._hear, notifications=True) as pilot:
            if self._passphrase is None and self.opening_error is None:
                await self.happened(LodestarApp.DeskOpened)
                await self.happened(LodestarApp.Remembered)
            yield pilot

    def _hear(self, message: Message) -> None:
        """Keep each message once, though it is told again at every step of its way up."""
        if not any(message is heard for heard in self.messages[-20:]):
            self.messages.append(message)

    async def happened(self, kind: type[Message], times: int = 1) -> None:
        """Wait for a message."""
        await self.until(lambda: sum(isinstance(message, kind) for message in self.messages) >= times, kind.__name__)

    async def until(self, holds: Callable[[], bool], what: str = "it") -> None:
        """Wait until something holds."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not holds():
                await asyncio.sleep(0.005)

    async def told(self, pilot: Pilot[None], *parts: str) -> None:
        """Wait until one message to the person holds all these words."""

        def holds() -> bool:
            said = [one.message for one in pilot.app._notifications]
            return any(all(part in message for part in parts) for message in said)

        await self.until(holds, str(parts))

    def remembered(self, entry: Entry, words: str) -> None:
        """Let the next reply bring back a line."""
        start = entry.text.index(words)
        line = Quotation.cut(entry, Span(start, start + len(words)))
        self.converse.answer = replace(self.converse.answer, memory=line)

    async def _voice(self) -> VoiceStatus:
        return self.voice

    async def _close(self) -> None:
        self.closed += 1
        self.vault.close()

    async def _forget(self, entry: EntryId) -> Erased:
        from assistant.vault import forget

        done = forget(self.vault, [entry])
        return Erased(done.traces_left, done.with_it.records_saying, *self.mirror_trouble)


@pytest.fixture
def evening(vault_folder: Path) -> Iterator[Evening]:
    """An evening on an empty vault without a passphrase."""
    made = Evening(vault_folder)
    yield made
    made.vault.close()


@pytest.fixture
def encrypted_evening(vault_folder: Path) -> Iterator[Evening]:
    """An evening on an encrypted vault; its passphrase is `open sesame`."""
    made = Evening(vault_folder, "open sesame")
    yield made
    made.vault.close()
