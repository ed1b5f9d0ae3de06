"""Bring everything that can still be read out of a damaged vault into a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.core.entry import content_hash
from assistant.core.record_words import quoted_entries
from assistant.errors import UsageError
from assistant.vault.connection import Database, Row, exact
from assistant.vault.failures import no_vault, translated
from assistant.vault.files import write_whole
from assistant.vault.genuine import (
    is_draft,
    is_earlier_text,
    is_entry,
    is_forgotten,
    is_link,
    is_record,
    is_refusal,
    is_reply,
    is_state,
)
from assistant.vault.keys import KeyFile, read_key_file
from assistant.vault.layout import Layout
from assistant.vault.lock import VaultLock
from assistant.vault.opening import abandon_place, clear_place, take_place
from assistant.vault.page_scan import Genuine, ScratchCopy
from assistant.vault.presence import is_encrypted
from assistant.vault.record_json import KINDS, unpacked
from assistant.vault.schema import migrate

_ENTRY: Final = (
    *("sequence", "id", "moment", "utc_offset", "day", "kind", "title", "source", "source_id", "session"),
    *("tags", "attachments", "text", "hash", "source_mark"),
)
_FREE: Final = frozenset({"title", "source", "source_id", "session", "text", "place", "state", "folder"})
"""Columns with words in them, which may hold what only bytes can carry."""
_TABLES: Final[tuple[tuple[str, tuple[str, ...], Genuine], ...]] = (
    ("earlier_texts", ("entry", "replaced_at", "utc_offset", "text"), is_earlier_text),
    ("records", ("id", "kind", "version", "set_at", "utc_offset", "body", "withdrawn_at"), is_record),
    ("replies", ("entry", "session", "answered_at", "utc_offset", "quoted", "body"), is_reply),
    ("session_states", ("session", "name", "state"), is_state),
    ("drafts", ("place", "text"), is_draft),
    ("refusals", ("kind", "fingerprint", "refused_at", "utc_offset"), is_refusal),
    ("links", ("folder", "format", "linked_at"), is_link),
    ("forgotten", ("origin",), is_forgotten),
)
"""What is carried over beside the entries: whatever cannot be made anew from them."""
_TEXT_AT: Final = _ENTRY.index("text")
_HASH_AT: Final = _ENTRY.index("hash")


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came over into the new vault."""

    entries: int
    altered: int
    """Entries whose words no longer match their hash; they came over as they are now."""
    lost: int | None
    """Entries that an index still lists and no page holds; None where the index is damaged too."""
    records: int
    replies: int


def salvage(folder: Path, into: Path, *, passphrase: Callable[[], str] | None = None) -> Salvaged:
    """Copy what can be read into a new vault at `into`, whole or not at all; the damaged one is not touched.

    An encrypted vault stays so, under the same passphrase and recovery code. Passages, vectors and computed values are
    left behind: they are made anew. Raises NoVault, UsageError, WrongPassphrase, HeaderDamaged, DiskFull.
    """
    old, new = Layout(folder), Layout(into)
    if not old.exists():
        raise no_vault(folder)
    if new.exists():
        raise UsageError(f"There is a vault at {into} already.", "Name a folder that holds none.")
    key = _unwrapped(read_key_file(old.key), passphrase) if is_encrypted(folder) else None
    with translated(into):
        into.mkdir(parents=True, exist_ok=True, mode=0o700)
        into.chmod(0o700)
        clear_place(new)
        lock = VaultLock(old.lock)
        try:
            if key is not None:
                write_whole(new.new_key, old.key.read_bytes())
            copy = ScratchCopy(old.database, old.beside(old.database)[0], into / "salvage.db", key)
            try:
                saved = _carry_all(copy, new, key)
            finally:
                copy.close()
            take_place(new)
        except BaseException:
            abandon_place(new)
            raise
        finally:
            lock.close()
    return saved


def _unwrapped(file: KeyFile, passphrase: Callable[[], str] | None) -> bytes:
    if passphrase is None:
        raise UsageError("This vault is encrypted.", "Give its passphrase.")
    return file.unwrap(passphrase())


def _carry_all(copy: ScratchCopy, new: Layout, key: bytes | None) -> Salvaged:
    database = Database(new.new_database, key)
    try:
        migrate(database)
        altered = _carry_entries(copy, database)
        for table, columns, genuine in _TABLES:
            _carry(copy, database, table, columns, genuine)
        _quote_again(database)
        entries, records, replies = (
            int(database.value(f"SELECT count(*) FROM {table}")) for table in ("entries", "records", "replies")
        )
        listed = copy.counted("entries", "entries_by_moment")
        database.checkpoint()
        return Salvaged(entries, altered, None if listed is None else max(listed - entries, 0), records, replies)
    finally:
        database.close()


def _carry_entries(copy: ScratchCopy, database: Database) -> int:
    marks = ", ".join("CAST(? AS TEXT)" if name in _FREE else "?" for name in _ENTRY)
    insert = f"INSERT OR IGNORE INTO entries({', '.join(_ENTRY)}) VALUES ({marks})"
    altered = 0
    with database.writing():
        for row in copy.rows("entries", _ENTRY, is_entry):
            values = list(row)
            true_hash = bytes.fromhex(content_hash(row[_TEXT_AT]))
            wrong = true_hash != row[_HASH_AT]
            values[_HASH_AT] = true_hash
            altered += wrong * database.run(insert, _bound(_ENTRY, values))
    return altered


def _bound(columns: tuple[str, ...], row: Row | list[object]) -> list[object]:
    named = zip(columns, row, strict=True)
    return [exact(str(value)) if name in _FREE and value is not None else value for name, value in named]


def _carry(copy: ScratchCopy, database: Database, table: str, columns: tuple[str, ...], genuine: Genuine) -> None:
    marks = ", ".join("CAST(? AS TEXT)" if name in _FREE else "?" for name in columns)
    where = " WHERE EXISTS (SELECT 1 FROM entries WHERE sequence = ?)" if columns[0] == "entry" else ""
    insert = f"INSERT OR IGNORE INTO {table}({', '.join(columns)}) SELECT {marks}{where}"
    seen: set[Row] = set()
    with database.writing():
        for row in copy.rows(table, columns, genuine):
            if row not in seen:
                seen.add(row)
                database.run(insert, [*_bound(columns, row), *row[:1]] if where else _bound(columns, row))


def _quote_again(database: Database) -> None:
    for number, kind, body in database.rows("SELECT number, kind, body FROM records"):
        quoted = {(number, entry) for entry in quoted_entries(unpacked(KINDS[kind], body))}
        database.run_many("INSERT OR IGNORE INTO quotes(record, entry) VALUES (?, ?)", quoted)
