"""Bring writings in from another program: each once, what changed since last time as a change, nothing lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, assert_never

from assistant.core.entry import Entry, Writing, content_hash
from assistant.core.ids import EntryId
from assistant.core.incoming import Answered, Failure, Incoming, RecordVersion, Remark, Revised
from assistant.errors import NotFound
from assistant.ports import Vault
from assistant.services.bring_back import BringBack

Progress = Callable[[int, int], None]
"""Called with how many entries were seen and how many there are; 0 means unknown."""

LISTED: Final = 10_000
"""The most failures that are kept by name; a broken table of a million lines must not fill the memory."""

PROGRESS_EVERY: Final = 64

SHARED_WORDS: Final = 0.5
"""An entry of the same name whose earlier words are at least this far still there was edited; else it is another
entry (two folders may both hold a `2024-05-01.md`), and replacing one by the other would hide words."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a source."""

    imported: int = 0
    unchanged: int = 0
    changed: int = 0
    failed: tuple[Failure, ...] = ()
    remarks: tuple[Remark, ...] = ()
    failed_beyond: int = 0
    """Failures after the first LISTED."""


@dataclass(slots=True)
class _Tally:
    imported: int = 0
    unchanged: int = 0
    changed: int = 0
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
        return Imported(
            self.imported, self.unchanged, self.changed, tuple(self.failed), tuple(self.remarks), self.failed_beyond
        )


class BringIn:
    """The use case; it may be killed at any moment and run again."""

    def __init__(self, vault: Vault, now: Callable[[], datetime]) -> None:
        self._vault = vault
        self._now = now

    def run(self, items: Iterable[Incoming], progress: Progress = lambda _done, _total: None) -> Imported:
        """Save everything that `items` yields, in batches, each on disk before the next is read.

        Raises DiskFull, VaultReadOnly, VaultDamaged; what was saved by then stays and is not saved again.
        """
        tally = _Tally()
        back = BringBack(self._vault)
        pending: deque[tuple[Writing, Revised | None]] = deque()
        for seen, (entry, is_new) in enumerate(self._vault.entries.add_many(self._told_apart(items, tally, back, pending)), 1):
            writing, revised = pending.popleft()
            self._count(tally, entry, is_new, writing, revised)
            if revised:
                back.learn(revised, entry, is_new)
            if seen % PROGRESS_EVERY == 0:
                progress(seen, 0)
        back.finish()
        done = tally.total()
        progress(done.imported + done.unchanged + done.changed, done.imported + done.unchanged + done.changed)
        return done

    def _told_apart(
        self,
        items: Iterable[Incoming],
        tally: _Tally,
        back: BringBack,
        pending: deque[tuple[Writing, Revised | None]],
    ) -> Iterator[Writing]:
        """Yield what is to be saved as an entry; put everything else where it is counted."""
        names: dict[bytes, bytes] = {}
        for item in items:
            match item:
                case Failure():
                    tally.fail(item)
                case Remark():
                    tally.remark(item)
                case RecordVersion() | Answered():
                    back.keep(item)
                case Revised():
                    known = self._known_here(item)
                    if known:
                        tally.unchanged += 1
                        back.learn(item, known, False)
                        continue
                    pending.append((item.writing, item))
                    yield back.first_text(item)
                case Writing():
                    named = _named_once(item, names)
                    if named is None:
                        tally.unchanged += 1
                        continue
                    pending.append((named, None))
                    yield named
                case _:
                    assert_never(item)

    def _known_here(self, item: Revised) -> Entry | None:
        """Return the entry of this very vault that `item` was exported from, if its words are still among ours."""
        try:
            entry = self._vault.entries.get(item.entry)
        except NotFound:
            return None
        same_moment = entry.written_at == item.writing.written_at
        return entry if same_moment and self._has_said(entry, item.writing.text) else None

    def _has_said(self, entry: Entry, text: str) -> bool:
        if entry.text == text:
            return True
        return any(earlier == text for _, earlier in self._vault.entries.earlier_texts(entry.id))

    def _count(self, tally: _Tally, entry: Entry, is_new: bool, writing: Writing, revised: Revised | None) -> None:
        """Count one saved writing; where its name was there with other words, keep both."""
        if is_new:
            tally.imported += 1
        elif revised or self._has_said(entry, writing.text):
            tally.unchanged += 1
        elif _is_edited(entry.text, writing.text):
            self._vault.entries.amend(entry.id, writing.text, self._now())
            tally.changed += 1
        else:
            (_, other_is_new), = self._vault.entries.add_many([_renamed(writing)])
            tally.imported += other_is_new
            tally.unchanged += not other_is_new


def _named_once(writing: Writing, names: dict[bytes, bytes]) -> Writing | None:
    """Return the writing under a name that no other one of this run has; None where it is there word for word."""
    if writing.source_id is None:
        return writing
    name = bytes.fromhex(content_hash(writing.source_id))[:12]
    said = bytes.fromhex(content_hash(f"{writing.written_at.isoformat()} {writing.text}"))[:12]
    if name not in names:
        names[name] = said
        return writing
    return None if names[name] == said else _renamed(writing)


def _renamed(writing: Writing) -> Writing:
    """Return the writing under its name and the hash of its words: a second one of that name keeps its own."""
    return replace(writing, source_id=f"{writing.source_id}#{content_hash(writing.text)[:8]}")


def _is_edited(before: str, after: str) -> bool:
    """Tell whether `after` is `before` with changes, by how many of its words are still there."""
    old = set(before.lower().split())
    return not old or len(old & set(after.lower().split())) >= SHARED_WORDS * len(old)


