"""Join the parts on one vault, each when it is first asked for."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from assistant.bootstrap.when import as_day, as_moment, now
from assistant.errors import UsageError
from assistant.settings import Settings, from_home, load_settings

if TYPE_CHECKING:
    from assistant.bootstrap.insights import Insights
    from assistant.bootstrap.reviews import Reviews
    from assistant.bootstrap.voices import Voices
    from assistant.coaching.care import CareWords
    from assistant.coaching.challenging import Challenged
    from assistant.core.entry import Entry
    from assistant.core.ids import EntryId, SessionId
    from assistant.core.reading import Reading
    from assistant.engine.process import EngineProcess
    from assistant.exchange.mirror import Mirrored
    from assistant.ports import Embedder, VectorIndex
    from assistant.services.compass import Compass
    from assistant.services.converse import Converse, Guide
    from assistant.services.follow_up import FollowUp
    from assistant.services.hearing import Hearing
    from assistant.services.practice_words import Practices
    from assistant.services.practise import Practise
    from assistant.services.recall import Recall
    from assistant.services.remember import Remember
    from assistant.services.remember_beside import RememberBeside
    from assistant.vault import Forgotten, SqlVault


def vault_folder(named: Path | None, settings: Settings | None = None) -> Path:
    """Return the vault's folder: the one named, else what the settings or the system say. Raises UsageError."""
    return from_home(named or (settings or load_settings()).vault_folder).absolute()


class Assembly:
    """The parts on one vault.

    A context manager: `with` where only words are read or written, `async with` where a model or the index may start.
    Any part may raise what opening the vault raises: NoVault, VaultInUse, WrongPassphrase, VaultDamaged.
    """

    def __init__(
        self,
        settings: Settings,
        folder: Path | None,
        *,
        make: bool = False,
        passphrase: Callable[[], str] | None = None,
    ) -> None:
        """Prepare; nothing is opened yet. `make` makes the vault where there is none."""
        self.settings = settings
        self.folder = folder
        self._make = make
        self._passphrase = passphrase
        self._linked_trouble: list[str] = []
        self._care: tuple[str | None, CareWords] | None = None

    @classmethod
    def of(cls, named: Path | None, *, make: bool = False) -> Self:
        """Prepare the parts for a vault. `make` makes it where the default place holds none yet.

        A vault that was named on the command line is never made by accident.
        """
        from assistant.bootstrap.secrets import passphrase

        settings = load_settings()
        return cls(settings, vault_folder(named, settings), make=make and named is None, passphrase=passphrase)

    @classmethod
    def without_vault(cls) -> Self:
        """Prepare the parts that need no vault."""
        return cls(load_settings(), None)

    # ------------------------------------------------------------------------------------------- what is kept

    @cached_property
    def vault(self) -> SqlVault:
        """The vault, open."""
        from assistant import vault

        if self.folder is None:
            raise UsageError("this command was given no vault")
        if self._make and not vault.exists(self.folder):
            return vault.create(self.folder).vault
        return vault.open_vault(self.folder, passphrase=self._passphrase)

    @cached_property
    def compass(self) -> Compass:
        """Vision and reality."""
        from assistant.services.compass import Compass

        return Compass(self.vault.records)

    # ------------------------------------------------------------------------------------------- memory

    @cached_property
    def memory_process(self) -> EngineProcess:
        """The process of the embedding model and the vector index; never killed in the middle of its files."""
        from assistant.engine.process import EngineProcess, python_module

        return EngineProcess(lambda: python_module("assistant.bootstrap.memory_child"), cancel_seconds=None)

    @cached_property
    def embedder(self) -> Embedder:
        """The embedding model; one that cannot be opened raises ModelRefused when it is first asked."""
        from assistant.bootstrap.embedders import open_embedder
        from assistant.bootstrap.models import EMBEDDING

        return open_embedder(self.memory_process, EMBEDDING, self.settings.voice.threads)

    @cached_property
    def chosen_embedder(self) -> Embedder | None:
        """The embedding model that the person chose for search in place of the shipped one."""
        from assistant.bootstrap.embedders import chosen_embedder

        return chosen_embedder(self.memory_process, self.settings)

    @cached_property
    def search_embedder(self) -> Embedder:
        """The embedding model that search uses: a newly chosen one only once it has been through the vault."""
        from assistant.bootstrap.embedders import search_embedder

        return search_embedder(self.vault, self.embedder, self.chosen_embedder)

    @cached_property
    def index(self) -> VectorIndex:
        """The vector index: on disk or a server for a plain vault, in memory for an encrypted one."""
        from assistant.bootstrap.embedders import open_index

        return open_index(self.vault, self.settings, self.memory_process, self.search_embedder)

    def read_linked(self) -> None:
        """Read what is new in the linked folders. Raises DiskFull, VaultReadOnly.

        What could not be read, and was not told before, is told by `linked_trouble`.
        """
        from assistant.bootstrap.keeping import links

        if self.vault.links.linked():
            read = links(self).read_all()
            self._linked_trouble += [one.trouble for one in read if one.trouble]

    def linked_trouble(self) -> list[str]:
        """Return what could not be read of the linked folders since it was asked last, a line for each folder."""
        told, self._linked_trouble = self._linked_trouble, []
        return told

    @cached_property
    def remember(self) -> Remember | RememberBeside:
        """Embedding of what is new, in linked folders too."""
        from assistant.memory.exact_index import ExactIndex
        from assistant.reading.passages import split_passages
        from assistant.services.remember import Remember
        from assistant.services.remember_beside import RememberBeside

        first = self.read_linked if self.vault.links.linked() else None
        main = Remember(self.vault, self.search_embedder, self.index, split_passages, first)
        other = self.embedder if self.search_embedder is self.chosen_embedder else self.chosen_embedder
        if other is None:
            return main
        return RememberBeside(main, Remember(self.vault, other, ExactIndex(), split_passages))

    @cached_property
    def recall(self) -> Recall:
        """Search of the past."""
        from assistant.services.recall import Recall

        return Recall(self.vault, self.search_embedder, self.index, now)

    @cached_property
    def insight(self) -> Insights:
        """Beliefs, drift, commitments and loops."""
        from assistant.bootstrap.insights import Insights

        return Insights(self.vault, self.embedder)

    @cached_property
    def reviews(self) -> Reviews:
        """The reviews of quarters, months and years."""
        from assistant.bootstrap.reviews import Reviews

        return Reviews(self.vault, self.insight.vectors, now, lambda: self.voices.named(None))

    # ------------------------------------------------------------------------------------------- conversation

    @cached_property
    def voices(self) -> Voices:
        """The language models that may word a reply."""
        from assistant.bootstrap.voices import Voices

        return Voices(self.settings)

    @cached_property
    def hearing(self) -> Hearing:
        """What reads a text."""
        from assistant.services.hearing import Hearing

        return Hearing(self.embedder)

    async def hear(self, text: str) -> Reading:
        """Read one text, as written today."""
        return await self.hearing.hear(text, now().date())

    @cached_property
    def practices(self) -> Practices:
        """The practices that ship, and the person's own from the vault's folder where there is a vault."""
        from assistant.services.practice_words import OWN_FOLDER, load_practices
        from assistant.shipped import shipped

        return load_practices(shipped("prompts"), self.folder / OWN_FOLDER if self.folder else None)

    def practise(self, name: str) -> Practise:
        """Return the practice of that name, ready to lead a session. Raises NotFound."""
        from assistant.errors import NotFound
        from assistant.services.practice_words import load_sayings
        from assistant.services.practise import Practise
        from assistant.shipped import shipped

        found = self.practices.all.get(name)
        if found is None:
            raise NotFound(f"There is no practice “{name}”.", "lodestar practice --list names them.")
        return Practise(self.vault, found, load_sayings(shipped("prompts")), now)

    async def converse(
        self, voice: str | None = None, practice: str | None = None, guide: Guide | None = None
    ) -> Converse:
        """Return the conversation, worded by the voice of that name, led by a guide or a practice where one is named.

        Raises NoVoice where a model was demanded, NotFound.
        """
        from assistant.reading.acts import hear_acts
        from assistant.reading.acts_language import language_of
        from assistant.services.care_words import care_by
        from assistant.services.coach_memory import CoachMemory
        from assistant.services.coach_words import load_coach_words
        from assistant.services.converse import Converse
        from assistant.shipped import shipped

        self.care_words()  # what cannot be read is told before anything is said
        return Converse(
            self.vault,
            load_coach_words(shipped("prompts")),
            read=self.hear,
            hear=hear_acts,
            clock=now,
            care=care_by(self.care_words),
            parting=lambda: self.care_words().parting,
            voice=self.voices.named(voice),
            memories=CoachMemory(self.vault, self.recall, self.withholds),
            language_of=language_of,
            guide=guide or (self.practise(practice) if practice else self._follow_up()),
        )

    def care_words(self) -> CareWords:
        """Return what is said in care, with the line of the country that is set by now."""
        from assistant.services.care_words import load_care_words
        from assistant.shipped import shipped

        country = self.settings.care.country
        if self._care is None or self._care[0] != country:
            self._care = country, load_care_words(shipped("prompts"), country)
        return self._care[1]

    def _follow_up(self) -> FollowUp:
        """Return what asks about commitments whose day has passed."""
        from assistant.services.follow_up import FollowUp
        from assistant.services.practice_words import load_sayings
        from assistant.shipped import shipped

        return FollowUp(self.vault, load_sayings(shipped("prompts")), now)

    def withholds(self, entry: Entry) -> bool:
        """Say whether an entry is never brought up unasked."""
        from assistant.services.withheld import Withheld

        return Withheld(self.vault).withholds(entry)

    async def challenge(self, what: str, *, entry: bool) -> tuple[list[tuple[str, Challenged]], str | None]:
        """Return the assumptions of an entry, or of a text itself, each with its question. Raises NotFound.

        Beside them stand the words of care where it is read as crisis: then it is not challenged.
        """
        from assistant.coaching.challenging import challenge_each
        from assistant.coaching.session_state import SessionState
        from assistant.core.ids import EntryId
        from assistant.core.reading import Distress
        from assistant.services.care_words import care_of
        from assistant.services.coach_words import load_coach_words
        from assistant.shipped import shipped

        text = self.vault.entries.get(EntryId(what)).text if entry else what
        reading = await self.hear(text)
        found = challenge_each(text, reading.assumptions, load_coach_words(shipped("prompts")))
        care = None
        if reading.distress is Distress.CRISIS:
            care = care_of(shipped("prompts"), self.settings.care.country)(text, reading.distress, SessionState())
        return [(text, one) for one in found], care.text if care else None

    def new_session(self) -> SessionId:
        """Return a name that no session has."""
        from assistant.core.ids import SessionId

        return SessionId(secrets.token_hex(8))

    # ------------------------------------------------------------------------------------------- upkeep

    def forget(self, entries: Sequence[EntryId]) -> tuple[Forgotten, Mirrored | None]:
        """Forget entries for good, with everything derived, here and in the mirror.

        Raises NotFound, VaultInUse, DiskFull.
        """
        from assistant.bootstrap.keeping import forget

        return forget(self, entries)

    # ------------------------------------------------------------------------------------------- time

    def now(self) -> datetime:
        """Return the time now with this machine's offset."""
        return now()

    def moment(self, written: str | None) -> datetime:
        """Return the moment that an ISO 8601 text names, now where there is none. Raises UsageError."""
        return as_moment(written)

    def day(self, written: str | None) -> date | None:
        """Return the day that an ISO 8601 text names. Raises UsageError."""
        return as_day(written)

    # ------------------------------------------------------------------------------------------- end

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close_vault()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """End the child processes and let the vault go."""
        made = self.__dict__
        try:
            if "voices" in made:
                await self.voices.close()
            if "index" in made:
                await self.index.close()
            if "memory_process" in made:
                await self.memory_process.close()
        finally:
            self._close_vault()

    def _close_vault(self) -> None:
        if "vault" in self.__dict__:
            self.vault.close()
