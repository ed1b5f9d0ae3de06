"""Know which entries are withheld: what was written in a crisis, or in care, is never brought up unasked.

Such an entry is never offered as memory, belief, drift, loop, "on this day" or review text. The vault keeps the words,
and the person may open and search them; nobody else decides to show them. An imported entry is read in silence.

What each text reads as is kept with the vault under the hash of its words, so that a text is read once, and read again
only when it or the rules change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice, pairwise
from typing import Final

from assistant.coaching.care_answers import Answer, hear_answer
from assistant.core.dialogue import Turn
from assistant.core.entry import Entry, content_hash
from assistant.core.ids import EntryId, SessionId
from assistant.errors import DiskFull, NotFound, VaultReadOnly
from assistant.ports import Vault
from assistant.reading.distress import RULES_DIGEST, reads_as_crisis

KIND: Final = f"crisis {RULES_DIGEST}"
"""Under this name the answers are kept; other rules keep theirs under another."""

_YES, _NO = b"\x01", b"\x00"
AT_ONCE: Final = 1000
"""Entries looked up and written together: one transaction for each thousand, and bounded memory at any size."""

Progress = Callable[[int, int], None]
"""Told how many entries of how many were looked at; a total of 0 means unknown."""


class Withheld:
    """The entries of one vault that are never brought up unasked."""

    def __init__(self, vault: Vault) -> None:
        """Read this vault."""
        self._vault = vault

    def entries(self) -> frozenset[EntryId]:
        """Return the withheld entries of the whole vault."""
        return self.among(self._vault.entries.between())

    def among(self, entries: Iterable[Entry], progress: Progress | None = None) -> frozenset[EntryId]:
        """Return which of these entries are withheld: read as crisis, or answered with care in a session that was.

        The crisis of a session may lie outside the days that the entries are of. Progress is told of where something
        is read for the first time: what was read before is only looked up.
        """
        waiting, found, given = iter(entries), set[EntryId](), 0
        total = len(entries) if isinstance(entries, Sequence) else 0
        messages: dict[EntryId, SessionId] = {}
        crises: set[SessionId] = set()
        while batch := list(islice(waiting, AT_ONCE)):
            in_crisis, new = self._in_crisis(batch)
            given += len(batch)
            if progress is not None and new:
                progress(given, total)
            for entry in batch:
                crisis = in_crisis[content_hash(entry.text)]
                if crisis:
                    found.add(entry.id)
                if entry.session is not None:
                    messages[entry.id] = entry.session
                    crises |= {entry.session} if crisis else set()
        every = given == self._vault.entries.count()  # then every crisis of every session was among them
        said = (self._said_in_care(session) for session in (crises if every else {*messages.values()}))
        return frozenset(found.union(messages.keys() & set[EntryId]().union(*said)))

    def withholds(self, entry: Entry) -> bool:
        """Say whether this one entry is withheld; the same answer as `entries` gives, without reading the others."""
        if reads_as_crisis(entry.text):
            return True
        return entry.session is not None and entry.id in self._said_in_care(entry.session)

    def _in_crisis(self, entries: list[Entry]) -> tuple[dict[str, bool], bool]:
        """Return which texts read as crisis, by their hash, and whether any is new; what is new is read and kept."""
        texts = {content_hash(entry.text): entry.text for entry in entries}
        kept = self._vault.derived.derived(KIND, list(texts))
        known = {key: value == _YES for key, value in kept.items()}
        new = {key: reads_as_crisis(text) for key, text in texts.items() if key not in known}
        if new:
            with suppress(VaultReadOnly, DiskFull), self._vault.together():  # not kept: read again next time
                for key, crisis in new.items():
                    self._vault.derived.derive(KIND, key, _YES if crisis else _NO)
        return known | new, bool(new)

    def _said_in_care(self, session: SessionId) -> Iterator[EntryId]:
        """Yield what of a session is withheld for what was said before and after it."""
        try:
            turns = self._vault.sessions.session(session).turns
        except NotFound:
            return
        yield from said_in_care(turns)


def said_in_care(turns: Sequence[Turn]) -> Iterator[EntryId]:
    """Yield what was answered with care in turns that came to a crisis, and the message that left care."""
    cared = [turn for turn in turns if turn.met_with_care]
    if any(reads_as_crisis(turn.said) for turn in cared):
        yield from (turn.entry for turn in cared)
        yield from (turn.entry for before, turn in pairwise(turns) if before.met_with_care and _leaves_care(turn))


def _leaves_care(turn: Turn) -> bool:
    """Say whether a message answers care by leaving it: by going on, or by saying what thing was meant."""
    return hear_answer(turn.said) in (Answer.GO_ON, Answer.EXPLAINED)
