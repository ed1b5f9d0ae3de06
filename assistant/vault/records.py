"""Keep what the person owns, with every version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final, TypeVar

from assistant.core.ids import RecordId
from assistant.core.incoming import Refused
from assistant.core.record_words import quoted_entries
from assistant.core.records import Record
from assistant.errors import NotFound
from assistant.ports import Version
from assistant.vault.connection import Database, Row, exact
from assistant.vault.moments import moment_of, offset_seconds, utc_micros
from assistant.vault.record_json import KINDS, kind_name, packed, unpacked

R = TypeVar("R", bound=Record)
_VERSION: Final = "kind, body, version, set_at, utc_offset, withdrawn_at"
_PAGE: Final = 256


class SqlRecords:
    """The records of one database. Fills the role `RecordStore`."""

    def __init__(self, database: Database) -> None:
        """Read and write that database."""
        self._database = database

    def put(self, record: Record, at: datetime) -> Version:
        """Keep a record as the newest version of its id."""
        with self._database.writing():
            identity = exact(record.id)
            newest = self._database.value("SELECT max(version) FROM records WHERE id = CAST(? AS TEXT)", (identity,))
            version = int(newest or 0) + 1
            number = self._database.insert(
                "INSERT INTO records(id, kind, version, set_at, utc_offset, body)"
                " VALUES (CAST(? AS TEXT), ?, ?, ?, ?, ?)",
                (identity, kind_name(type(record)), version, utc_micros(at), offset_seconds(at), packed(record)),
            )
            self._database.run_many(
                "INSERT INTO quotes(record, entry) VALUES (?, ?)",
                [(number, entry) for entry in set(quoted_entries(record))],
            )
        return Version(record, version, at)

    def current(self, kind: type[R]) -> list[R]:
        """Return the newest version of every record of that kind that was not withdrawn, oldest id first."""
        rows = self._database.rows(
            "SELECT body FROM records AS newest WHERE kind = ? AND withdrawn_at IS NULL"
            " AND version = (SELECT max(version) FROM records WHERE id = newest.id)"
            " ORDER BY (SELECT min(number) FROM records WHERE id = newest.id)",
            (kind_name(kind),),
        )
        return [unpacked(kind, body) for (body,) in rows]

    def history(self, record: RecordId) -> list[Version]:
        """Return every version, oldest first. Raises NotFound."""
        query = f"SELECT {_VERSION} FROM records WHERE id = CAST(? AS TEXT) ORDER BY version"
        rows = self._database.rows(query, (exact(record),))
        if not rows:
            raise _not_found(record)
        return [_version(row) for row in rows]

    def everything(self) -> Iterator[Version]:
        """Yield every version of every record, in the order in which they were put."""
        after = 0
        query = f"SELECT number, {_VERSION} FROM records WHERE number > ? ORDER BY number LIMIT ?"
        while rows := self._database.rows(query, (after, _PAGE)):
            yield from (_version(row[1:]) for row in rows)
            after = rows[-1][0]

    def withdraw(self, record: RecordId, at: datetime) -> None:
        """Take a record out of what is current; its history stays. Raises NotFound."""
        changed = self._database.run(
            "UPDATE records SET withdrawn_at = ifnull(withdrawn_at, ?) WHERE id = CAST(? AS TEXT)"
            " AND version = (SELECT max(version) FROM records AS of_it WHERE of_it.id = records.id)",
            (utc_micros(at), exact(record)),
        )
        if not changed:
            raise _not_found(record)

    def refuse(self, kind: str, fingerprint: str, at: datetime) -> None:
        """Remember that the person said no to a proposal."""
        self._database.run(
            "INSERT OR IGNORE INTO refusals VALUES (?, CAST(? AS TEXT), ?, ?)",
            (kind, exact(fingerprint), utc_micros(at), offset_seconds(at)),
        )

    def allow(self, kind: str, fingerprint: str) -> None:
        """Forget that the person said no to a proposal."""
        self._database.run(
            "DELETE FROM refusals WHERE kind = ? AND fingerprint = CAST(? AS TEXT)", (kind, exact(fingerprint))
        )

    def refused(self, kind: str) -> frozenset[str]:
        """Return the fingerprints of the proposals of that kind that the person said no to."""
        rows = self._database.rows("SELECT fingerprint FROM refusals WHERE kind = ?", (kind,))
        return frozenset(fingerprint for (fingerprint,) in rows)

    def refusals(self) -> list[Refused]:
        """Return every refusal, oldest first."""
        rows = self._database.rows(
            "SELECT kind, fingerprint, refused_at, utc_offset FROM refusals ORDER BY refused_at, kind, fingerprint"
        )
        return [Refused(kind, mark, moment_of(micros, offset)) for kind, mark, micros, offset in rows]


def _version(row: Row) -> Version:
    kind, body, version, micros, offset, withdrawn = row
    gone = None if withdrawn is None else moment_of(withdrawn, 0)
    return Version(unpacked(KINDS[kind], body), version, moment_of(micros, offset), gone)


def _not_found(record: RecordId) -> NotFound:
    return NotFound(f"There is no record {record!a}.")
