"""Keep and show where the person wants to be and where they are: purpose, vision, reality."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from assistant.core.ids import AREAS, Area, RecordId, as_area
from assistant.core.records import Purpose, Reality, SharedVision, Vision
from assistant.ports import RecordStore, Version

S = TypeVar("S", Purpose, Vision)


@dataclass(frozen=True, slots=True)
class VisionLine:
    """What the person states about one area; without a day it counts from now on."""

    area: Area
    statement: str
    set_on: date | None = None
    signs_of_progress: tuple[str, ...] = ()
    signs_of_drift: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatedVision:
    """The purpose and every area's vision as they stand."""

    purpose: Purpose | None
    visions: tuple[Vision, ...]


class Compass:
    """State a vision, observe reality, and look at both."""

    def __init__(self, records: RecordStore) -> None:
        self._records = records

    def state(self, purpose: str | None, lines: Sequence[VisionLine], at: datetime) -> None:
        """Make each line the newest version of its area's vision; what is unchanged gets no new version."""
        standing = self.vision()
        if purpose and (standing.purpose is None or standing.purpose.statement != purpose):
            self._records.put(Purpose(RecordId("purpose"), purpose, at.date()), at)
        versions = {vision.area: vision for vision in standing.visions}
        for line in lines:
            now = versions.get(line.area)
            set_on = line.set_on or (now.set_on if now and now.statement == line.statement else at.date())
            stated = Vision(
                RecordId(f"vision-{line.area}"),
                line.area,
                line.statement,
                set_on,
                line.signs_of_progress,
                line.signs_of_drift,
            )
            if stated != now:
                self._records.put(stated, at)

    def history(self) -> list[Purpose | Vision]:
        """Return every version of the purpose, then of each area's vision, oldest first within each."""
        stated = self.vision()
        standing: list[Purpose | Vision] = [*([stated.purpose] if stated.purpose else []), *stated.visions]
        versions = [version.record for one in standing for version in self._records.history(one.id)]
        return [one for one in versions if isinstance(one, Purpose | Vision)]

    def vision(self) -> StatedVision:
        """Return what is stated now, in the order of the areas, the person's own areas last."""
        purposes = self._records.current(Purpose)
        visions = sorted(self._records.current(Vision), key=lambda vision: area_order(vision.area))
        return StatedVision(purposes[-1] if purposes else None, tuple(visions))

    def vision_history(self, area: Area) -> list[Vision]:
        """Return every version of an area's vision, oldest first. Raises NotFound."""
        versions = self._records.history(RecordId(f"vision-{area}"))
        return [version.record for version in versions if isinstance(version.record, Vision)]

    def state_shared(self, group: str, lines: Sequence[VisionLine], at: datetime) -> None:
        """Keep what a team or a family says it wants, area by area; what is unchanged gets no new version."""
        versions = {one.id: one for one in self._records.current(SharedVision)}
        for line in lines:
            identity = shared_vision_id(group, line.area)
            now = versions.get(identity)
            set_on = line.set_on or (now.set_on if now and now.statement == line.statement else at.date())
            stated = SharedVision(identity, now.group if now else group, line.area, line.statement, set_on)
            if stated != now:
                self._records.put(stated, at)

    def shared(self, group: str | None = None) -> list[SharedVision]:
        """Return what others say they want, one group's where it is named, in the order of the areas."""
        wanted = [
            one
            for one in self._records.current(SharedVision)
            if group is None or one.group.casefold() == group.casefold()
        ]
        return sorted(wanted, key=lambda one: (one.group.casefold(), area_order(one.area)))

    def observe(self, area: str, rating: int, text: str, at: datetime, told_by: str | None = None) -> Reality:
        """Keep what is true now in one area. The same observation of one day is kept once."""
        where = as_area(area)
        told = f"{where}\0{at.date()}\0{told_by}\0{text}".encode("utf8", "surrogatepass")
        identity = RecordId(f"reality-{hashlib.sha256(told).hexdigest()[:16]}")
        observed = Reality(identity, where, rating, text, at.date(), told_by)
        if observed not in self._records.current(Reality):
            self._records.put(observed, at)
        return observed

    def reality(self) -> list[Reality]:
        """Return every observation, newest first; of one day in the order of the areas."""
        observed = self._records.current(Reality)
        return sorted(observed, key=lambda item: (-item.observed_on.toordinal(), area_order(item.area)))


def shared_vision_id(group: str, area: Area) -> RecordId:
    """Return the id under which a group's vision of an area is kept, however its name is written large or small."""
    told = f"{group.strip().casefold()}\0{area}".encode("utf8", "surrogatepass")
    return RecordId(f"shared-vision-{hashlib.sha256(told).hexdigest()[:16]}")


def in_force(history: Iterable[Version], kind: type[S]) -> list[S]:
    """Return what was stated by its days, oldest first, as the newest word of the person has it.

    A version ends those that were set on its day or later: what was undone, or stated anew with an earlier day, was
    never in force. One that was withdrawn takes all before it along.
    """
    kept: list[S] = []
    for version in history:
        one = version.record
        if isinstance(one, kind):
            kept = [had for had in kept if had.set_on < one.set_on]
            if version.withdrawn_at is None:
                kept.append(one)
            else:
                kept.clear()
    return kept


def area_order(area: Area) -> tuple[int, str]:
    """Return where an area stands in lists: the seven in their order, the person's own after them by name."""
    return (AREAS.index(area), "") if area in AREAS else (len(AREAS), area)
