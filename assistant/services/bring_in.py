"""Bring writings in from another program: each once, what changed since last time as a change, nothing lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, assert_never

from assistant.core.entry import Entry, Writing
from assistant.core.incoming import Answered, Failure, Incoming, RecordVersion, Refused, Remark, Remembered, Revised
from assistant.errors import NotFound
from assistant.ports import Clock, Vault
from assistant.services.bring_back import BringBack

Progress = Callable[[int, int], None]
"""Called with how many entries were seen and how many there are; 0 means unknown."""

LISTED: Final = 10_000
"""The most failures that are kept by name; a broken table of a million lines must not fill the memory."""

PROGRESS_EVERY: Final = 64


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a source."""

    imported: int = 0
    """Entries that are new, or that their source has changed since last time."""
    unchanged: int = 0
    failed: tuple[Failure, ...] = ()
    remarks: tuple[Remark, ...] = ()
    failed_beyond: int = 0
    """Failures after the first LISTED."""


@dataclass(slots=True)
class _Tally:
    imported: int = 0
    unchanged: int = 0
    failed: list[Failure] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    failed_beyond: int = 0

    def fail(self, failure: Failure) -> None:
        if len(self.failed) < LISTED:
            self.failed.append(failure)
        else:
            self.failed_beyond += 1

    def remark(self, remark: Remark) -> None:
        if len(self.remarks) < LISTED:
            self.remarks.append(remark)

    def total(self) -> Imported:
        return Imported(self.imported, self.unchanged, tuple(self.failed), tuple(self.remarks), self.failed_beyond)


class BringIn:
    """The use case; it may be killed at any moment and run again."""

    def __init__(self, vault: Vault, now: Clock) -> None:
        """Bring in to this vault."""
        self._vault = vault
        self._now = now

    def run(self, items: Iterable[Incoming], progress: Progress = lambda _done, _total: None) -> Imported:
        """Save everything that `items` yields, in batches, each on disk before the next is read.

        Raises DiskFull, VaultReadOnly, VaultDamaged; what was saved by then stays and is not saved again.
        """
        tally = _Tally()
        back = BringBack(self._vault)
        pending: deque[Revised | None] = deque()
        writings = self._told_apart(items, tally, back, pending)
        for seen, (entry, is_new) in enumerate(self._vault.entries.add_many(writings), 1):
            revised = pending.popleft()
            tally.imported += is_new
            tally.unchanged += not is_new
            if revised:
                back.learn(revised, entry, is_new)
            if seen % PROGRESS_EVERY == 0:
                progress(seen, 0)
        back.finish()
        done = tally.total()
        progress(done.imported + done.unchanged, done.imported + done.unchanged)
        return done

    def _told_apart(
        self, items: Iterable[Incoming], tally: _Tally, back: BringBack, pending: deque[Revised | None]
    ) -> Iterator[Writing]:
        """Yield what is to be saved as an entry; put everything else where it is counted."""
        for item in items:
            match item:
                case Failure():
                    tally.fail(item)
                case Remark():
                    tally.remark(item)
                case RecordVersion() | Answered() | Refused() | Remembered():
                    back.keep(item)
                case Revised():
                    known = self._own(item)
                    if known:
                        back.learn(item, known, False)
                        self._take_back(known, item, tally)
                        continue
                    pending.append(item)
                    yield back.first_text(item)
                case Writing():
                    pending.append(None)
                    yield item
                case _:
                    assert_never(item)

    def _own(self, item: Revised) -> Entry | None:
        """Return the entry of this very vault that `item` was exported from."""
        try:
            return self._vault.entries.get(item.entry)
        except NotFound:
            return None

    def _take_back(self, entry: Entry, item: Revised, tally: _Tally) -> None:
        """Take over what was changed in an export since; words that the entry has said before change nothing."""
        text, present = item.writing.text, self._vault.entries.get(entry.id).text
        if text != present and all(text != earlier for _, earlier in self._vault.entries.earlier_texts(entry.id)):
            present = self._vault.entries.amend(entry.id, text, self._now()).text
        tally.imported += present != entry.text
        tally.unchanged += present == entry.text
