"""Join the parts that take words out, keep them in step elsewhere, and forget them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import LodestarError, NotFound, UsageError

if TYPE_CHECKING:
    from assistant.bootstrap.assembly import Assembly
    from assistant.core.entry import Entry
    from assistant.core.ids import EntryId, RecordId
    from assistant.core.incoming import Incoming
    from assistant.exchange.mirror import Mirrored
    from assistant.exchange.options import Options
    from assistant.ports import LinkedFolder
    from assistant.services.link import Links
    from assistant.vault import Dependants, Forgotten, NameForgotten


def links(parts: Assembly, options: Options | None = None) -> Links:
    """Return the linked folders of a vault."""
    from assistant.exchange.linked import read_new
    from assistant.exchange.options import Options
    from assistant.services.link import Links

    chosen = options or Options()

    def read(place: LinkedFolder, is_new: Callable[[str, str], bool]) -> Iterable[Incoming]:
        return read_new(Path(place.folder), place.format, is_new, chosen)

    return Links(parts.vault, parts.now, read)


def mirror(parts: Assembly, *, begin: bool = False) -> Mirrored | None:
    """Bring the vault's mirror in line, where the person keeps one; `begin` makes it where there is none yet.

    Raises UsageError for another vault's mirror too, DiskFull, VaultReadOnly.
    """
    from assistant.exchange.mirror import update
    from assistant.services.take_out import TakeOut

    folder = parts.settings.mirror
    if folder is None:
        return None
    if parts.vault.encrypted:
        raise UsageError(
            "this vault is encrypted, and a mirror lies in clear", "Turn it off with `lodestar mirror --off`."
        )
    return update(folder, TakeOut().everything(parts.vault), parts.vault.layout.folder, begin=begin)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be forgotten: entries by id, conversations, a stretch of days, whole records by id."""

    entries: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    records: tuple[str, ...] = ()


def chosen_entries(parts: Assembly, chosen: Chosen) -> list[Entry]:
    """Return the entries that were chosen, each once. Raises NotFound."""
    from assistant.core.ids import EntryId, SessionId

    vault = parts.vault
    found = {identity: vault.entries.get(EntryId(identity)) for identity in chosen.entries}
    for session in chosen.sessions:
        for turn in vault.sessions.session(SessionId(session)).turns:
            found[turn.entry] = vault.entries.get(turn.entry)
    if chosen.since or chosen.until:
        found |= {entry.id: entry for entry in vault.entries.between(chosen.since, chosen.until)}
    if not found and not chosen.records:
        raise NotFound("there is nothing of that to forget", "`lodestar search` lists the ids of what it finds.")
    return list(found.values())


def would_forget(parts: Assembly, entries: Sequence[Entry], records: Sequence[RecordId] = ()) -> Dependants:
    """Return what depends on entries and records, and change nothing. Raises NotFound."""
    from assistant import vault

    return vault.depend_on(parts.vault, [entry.id for entry in entries], records)


def forget(
    parts: Assembly, entries: Sequence[EntryId], records: Sequence[RecordId] = ()
) -> tuple[Forgotten, Mirrored | None]:
    """Forget entries and records for good, here and in the mirror. Raises NotFound, VaultInUse, DiskFull."""
    from assistant import vault

    marks = [mark for entry in entries for mark in _line_marks(parts.vault.entries.get(entry))]
    done = vault.forget(parts.vault, entries, records=records, marks=marks)
    return done, _mirror_afterwards(parts)


def forget_name(parts: Assembly, name: str) -> tuple[NameForgotten, Mirrored | None]:
    """Blot a name out for good, here and in the mirror. Raises UsageError, VaultInUse, DiskFull."""
    from assistant import vault

    done = vault.forget_name(parts.vault, name)
    return done, _mirror_afterwards(parts)


def is_another_s_mirror(parts: Assembly, folder: Path) -> bool:
    """Say whether a mirror is another vault's: it never held the words of this one.

    One that names a place where no vault lies any more may be of this very vault, from before it was moved.
    """
    from assistant import vault
    from assistant.exchange.mirror import owner_of

    owner = owner_of(folder)
    return owner not in (None, parts.vault.layout.folder.resolve()) and vault.exists(owner)


def _mirror_afterwards(parts: Assembly) -> Mirrored | None:
    """Bring the mirror in line; what keeps it from being so is told, since the vault itself is done."""
    from assistant.exchange.mirror import Mirrored

    folder = parts.settings.mirror
    if folder is None or is_another_s_mirror(parts, folder):
        return None
    try:
        return mirror(parts)
    except LodestarError as error:
        return Mirrored(folder, 0, 0, trouble=error.message)


def _line_marks(entry: Entry) -> list[str]:
    """Return the marks under which the person's answers about the lines of an entry are remembered."""
    from assistant.core.entry import Quotation
    from assistant.insight.said import Said
    from assistant.reading.sentences import split_sentences

    return [Said(Quotation.cut(entry, span)).mark for span in split_sentences(entry.text)]
