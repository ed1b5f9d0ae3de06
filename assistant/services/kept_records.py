"""Look at everything the person owns, each record with every version it had."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.core.ids import Area, RecordId
from assistant.core.record_words import details_of, wording_of
from assistant.core.records import RECORD_KINDS
from assistant.errors import NotFound
from assistant.ports import RecordStore, Version


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """One record with its versions, oldest first; at least one."""

    versions: tuple[Version, ...]

    @property
    def id(self) -> RecordId:
        """Its name, the same in every version."""
        return self.newest.record.id

    @property
    def newest(self) -> Version:
        """The version that stands, or stood last."""
        return self.versions[-1]

    @property
    def kind(self) -> str:
        """What it is, by the name that exports give it."""
        return type(self.newest.record).__name__.lower()

    @property
    def wording(self) -> str:
        """What it says now."""
        return wording_of(self.newest.record)

    @property
    def taken_back(self) -> bool:
        """Whether it was taken out of what is current."""
        return self.newest.withdrawn_at is not None


@dataclass(frozen=True, slots=True)
class Change:
    """What one version says: its wording, and of the rest what the version before did not say."""

    version: Version
    wording: str
    news: tuple[tuple[str, str], ...]


def kept_records(records: RecordStore) -> list[KeptRecord]:
    """Return every record, those taken back too: kind by kind, within each the one that changed last first."""
    by_id: defaultdict[RecordId, list[Version]] = defaultdict(list)
    for version in records.everything():
        by_id[version.record.id].append(version)
    found = [KeptRecord(tuple(versions)) for versions in by_id.values()]
    order = list(RECORD_KINDS)
    return sorted(found, key=lambda one: (order.index(one.kind), -one.newest.set_at.timestamp()))


def records_about(records: RecordStore, area: Area) -> list[KeptRecord]:
    """Return every record about an area, kind by kind."""
    return [one for one in kept_records(records) if getattr(one.newest.record, "area", None) == area]


def history_of(records: RecordStore, named: str) -> list[KeptRecord]:
    """Return the record of that name, or every record of that kind. Raises NotFound."""
    kind = named.lower().replace(" ", "").replace("_", "").replace("-", "")
    if kind in RECORD_KINDS:
        return [one for one in kept_records(records) if one.kind == kind]
    try:
        return [KeptRecord(tuple(records.history(RecordId(named))))]
    except NotFound as error:
        raise NotFound(error.message, f"lodestar history names them; kinds: {', '.join(RECORD_KINDS)}.") from error


def changes_of(versions: Sequence[Version]) -> list[Change]:
    """Return what each version of a record brought, oldest first."""
    changes, before = [], frozenset[tuple[str, str]]()
    for version in versions:
        told = list(details_of(version.record))
        changes.append(Change(version, wording_of(version.record), tuple(part for part in told if part not in before)))
        before = frozenset(told)
    return changes
