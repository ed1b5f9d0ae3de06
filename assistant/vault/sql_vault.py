"""One open vault: the stores on one database, and the lock that says it is open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from assistant.ports import DerivedStore, DraftStore, EntryStore, LinkStore, PassageStore, RecordStore, SessionStore
from assistant.vault.connection import Database
from assistant.vault.derived import SqlDerived
from assistant.vault.drafts import SqlDrafts
from assistant.vault.entries import SqlEntries
from assistant.vault.layout import Layout
from assistant.vault.links import SqlLinks
from assistant.vault.lock import VaultLock
from assistant.vault.passages import SqlPassages
from assistant.vault.records import SqlRecords
from assistant.vault.sessions import SqlSessions


class SqlVault:
    """One person's store. Fills the role `Vault`; close it, or use it as a context manager."""

    def __init__(
        self, layout: Layout, database: Database, lock: VaultLock, *, encrypted: bool, keeps_lock: bool = True
    ) -> None:
        """Stand on an open database and a lock that is held; `keeps_lock` lets go of the lock at the end."""
        self.layout = layout
        self.database = database
        self._lock, self._keeps_lock = lock, keeps_lock
        self._encrypted = encrypted
        self._open = True
        self.entries: EntryStore = SqlEntries(database)
        self.passages: PassageStore = SqlPassages(database)
        self.records: RecordStore = SqlRecords(database)
        self.sessions: SessionStore = SqlSessions(database)
        self.drafts: DraftStore = SqlDrafts(database)
        self.derived: DerivedStore = SqlDerived(database)
        self.links: LinkStore = SqlLinks(database)

    @property
    def encrypted(self) -> bool:
        """Whether the vault's file is encrypted; then nothing derived is written outside it."""
        return self._encrypted

    def together(self) -> AbstractContextManager[None]:
        """Make all writes within one transaction: on disk together, or not at all. Nothing may be awaited within."""
        return self.database.writing()

    @contextmanager
    def alone(self, wait_seconds: float | None = None) -> Iterator[None]:
        """Hold the vault exclusively, once others have left. Raises VaultInUse."""
        self._lock.take_alone(wait_seconds)
        try:
            yield
        finally:
            self._lock.share()

    def beside(self) -> SqlVault:
        """Return the same vault on a connection of its own, for a thread that reads long: nobody waits for its turn.

        Close it before this one, whose lock it stands on.
        """
        return SqlVault(self.layout, self.database.beside(), self._lock, encrypted=self._encrypted, keeps_lock=False)

    def close(self) -> None:
        """Write everything out and let go."""
        if self._open:
            self._open = False
            self.database.close()
            if self._keeps_lock:
                self._lock.close()

    def __enter__(self) -> SqlVault:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"SqlVault({self.layout.folder})"
