"""Take out what a vault holds, as values that an exporter writes down: everything that cannot be made anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assistant.core.entry import Entry, Writing
from assistant.core.incoming import EarlierText, Kept, RecordVersion, Revised
from assistant.ports import Vault


@dataclass(frozen=True, slots=True)
class TakeOut:
    """What to take: all of it, or the entries of a stretch of days and nothing beside them."""

    since: date | None = None
    until: date | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the whole vault is taken."""
        return self.since is None and self.until is None

    def entries(self, vault: Vault) -> Iterator[Revised]:
        """Yield the entries with what they said before, oldest first."""
        for entry in vault.entries.between(self.since, self.until):
            earlier = (EarlierText(at, text) for at, text in vault.entries.earlier_texts(entry.id))
            yield Revised(writing_of(entry), entry.id, tuple(earlier))

    def everything(self, vault: Vault) -> Iterator[Kept]:
        """Yield entries first, then what speaks of them: records, replies, refusals, what sessions remember."""
        yield from self.entries(vault)
        if not self.is_whole:
            return
        for version in vault.records.everything():
            yield RecordVersion(version.record, version.set_at, version.withdrawn_at)
        yield from vault.sessions.answers()
        yield from vault.records.refusals()
        yield from vault.sessions.states()


def writing_of(entry: Entry) -> Writing:
    """Return the entry as it would be saved anew."""
    return Writing(
        entry.written_at,
        entry.text,
        entry.kind,
        entry.title,
        entry.source,
        entry.source_id,
        entry.session,
        entry.tags,
        entry.attachments,
    )
