"""Know which entries are withheld: what was written in a crisis, or in care, is never brought up unasked.

Such an entry is never offered as memory, belief, drift, loop, "on this day" or review text. The vault keeps the words,
and the person may open and search them; nobody else decides to show them. An imported entry is read in silence.

What each text reads as is kept with the vault under the hash of its words, so that a text is read once, and read again
only when it or the rules change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Final

from assistant.core.dialogue import Move
from assistant.core.entry import Entry, content_hash
from assistant.core.ids import EntryId, SessionId
from assistant.core.reading import Distress
from assistant.errors import DiskFull, NotFound, VaultReadOnly
from assistant.ports import Vault
from assistant.reading.distress import RULES_DIGEST, read_distress

KIND: Final = f"distress {RULES_DIGEST}"
"""Under this name the levels are kept; other rules keep theirs under another."""

AT_ONCE: Final = 1000
"""Entries looked up and written together: one transaction for each thousand, and bounded memory at any size."""


class Withheld:
    """The entries of one vault that are never brought up unasked."""

    def __init__(self, vault: Vault) -> None:
        """Read this vault."""
        self._vault = vault

    def entries(self) -> frozenset[EntryId]:
        """Return the withheld entries of the whole vault."""
        return self.among(self._vault.entries.between())

    def among(self, entries: Iterable[Entry]) -> frozenset[EntryId]:
        """Return which of these entries are withheld: read as crisis, or answered with care in the same session."""
        waiting, found = iter(entries), set[EntryId]()
        sessions: set[SessionId] = set()
        while batch := list(islice(waiting, AT_ONCE)):
            levels = self._levels(batch)
            for entry in batch:
                if levels[content_hash(entry.text)] is Distress.CRISIS:
                    found.add(entry.id)
                    if entry.session is not None:
                        sessions.add(entry.session)
        return frozenset(found.union(*(self._said_in_care(session) for session in sessions)))

    def withholds(self, entry: Entry) -> bool:
        """Say whether this one entry is withheld; the same answer as `entries` gives, without reading the others."""
        if read_distress(entry.text) is Distress.CRISIS:
            return True
        return entry.session is not None and entry.id in self._said_in_care(entry.session)

    def _levels(self, entries: list[Entry]) -> dict[str, Distress]:
        """Return the level of each text by its hash, reading and keeping those that are new."""
        texts = {content_hash(entry.text): entry.text for entry in entries}
        kept = self._vault.derived.derived(KIND, list(texts))
        levels = {key: Distress(value[0]) for key, value in kept.items() if value}
        new = {key: read_distress(text) for key, text in texts.items() if key not in levels}
        if new:
            with suppress(VaultReadOnly, DiskFull), self._vault.together():  # not kept: read again next time
                for key, level in new.items():
                    self._vault.derived.derive(KIND, key, bytes([level]))
        return levels | new

    def _said_in_care(self, session: SessionId) -> Iterator[EntryId]:
        """Yield what was answered with care in a session that came to a crisis."""
        try:
            turns = self._vault.sessions.session(session).turns
        except NotFound:
            return
        cared = [turn for turn in turns if turn.reply is not None and turn.reply.move is Move.CARE]
        if any(read_distress(turn.said) is Distress.CRISIS for turn in cared):
            yield from (turn.entry for turn in cared)
