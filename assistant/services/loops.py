"""The loops of one vault: links that the person stated, closed into chains, and those that they confirmed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from assistant.core.entry import Entry, Quotation
from assistant.core.ids import RecordId
from assistant.core.reading import Link
from assistant.core.records import Loop, LoopLink
from assistant.errors import NotFound, UsageError
from assistant.insight.closing import Closed, Stated, close_loops
from assistant.ports import Vault
from assistant.services.reviewing.shown import Shown
from assistant.services.told import Progress, Telling, Told

REFUSED: Final = "loop"
"""Under this kind the names of loops are remembered that the person said no to."""

PREFIX: Final = "loop-"

SURE_LEAST: Final = 0.5
"""How sure the reading must be of a link before it may close a loop."""


@dataclass(frozen=True, slots=True)
class HeldLoop:
    """A loop, and how well its links join."""

    loop: Loop
    joints: float | None
    """The weakest joint, in [0, 1]; None for one that the person confirmed."""
    gone: frozenset[Quotation] = frozenset()
    """Quotations of a confirmed loop that their entries no longer hold: they are not shown, and it can be rejected."""

    def said(self, links: Iterable[LoopLink]) -> list[Quotation]:
        """Return the quotations of some of its links that may be shown."""
        return [link.quotation for link in links if link.quotation not in self.gone]


class Loops:
    """List, accept and reject loops."""

    def __init__(self, vault: Vault, telling: Telling) -> None:
        """Prepare; nothing is read yet."""
        self._vault = vault
        self._telling = telling

    async def all(self, progress: Progress | None = None) -> list[HeldLoop]:
        """Return what the person confirmed, then what is suggested, the strongest first. Raises EngineStopped."""
        told = await self._telling.all(progress)
        shown = Shown(self._vault, told)
        listed = [held for held in await self.of(told) if shown.may_list(link.quotation for link in held.loop.links)]
        return [_as_it_reads(shown, held) for held in listed]

    async def of(self, told: Told) -> list[HeldLoop]:
        """Return the same from a journal that is put together already."""
        confirmed = self._vault.records.current(Loop)
        had = {_said(loop) for loop in confirmed}
        refused = self._vault.records.refused(REFUSED)
        found = [one for one in await self._found(told) if _said(one.loop) not in had]
        left = [one for one in found if str(one.loop.id).removeprefix(PREFIX) not in refused]
        return [HeldLoop(loop, None) for loop in confirmed] + left

    async def accept(self, identity: RecordId, at: datetime) -> HeldLoop:
        """Say that it goes round like that. Raises NotFound."""
        held = await self._find(identity)
        return self._kept(held, replace(held.loop, confirmed=True), at)

    async def reword(self, identity: RecordId, words: Sequence[str], at: datetime) -> HeldLoop:
        """Name what goes round, a name for each cause in turn; the quotations stay. Raises NotFound, UsageError."""
        held = await self._find(identity)
        loop = held.loop
        named = [word.strip() for word in words]
        if len(named) != len(loop.links) or not all(named):
            raise UsageError(f"this loop has {len(loop.links)} causes to name", "Name each, in order.")
        pairs = zip(loop.links, named, (*named[1:], named[0]), strict=True)
        links = tuple(replace(link, cause=cause, effect=effect) for link, cause, effect in pairs)
        return self._kept(held, replace(loop, links=links, confirmed=True), at)

    async def reject(self, identity: RecordId, at: datetime) -> HeldLoop:
        """Say that it does not go round like that; it is not offered again. Raises NotFound."""
        held = await self._find(identity)
        with self._vault.together():
            self._vault.records.refuse(REFUSED, str(identity).removeprefix(PREFIX), at)
            if held.loop.confirmed:
                self._vault.records.withdraw(identity, at)
        return held

    def _kept(self, held: HeldLoop, loop: Loop, at: datetime) -> HeldLoop:
        self._vault.records.put(loop, at)
        return replace(held, loop=loop, joints=None)

    async def _find(self, identity: RecordId) -> HeldLoop:
        for held in await self.all():
            if held.loop.id == identity:
                return held
        raise NotFound(f"There is no loop {identity!a}.", "See: lodestar loops")

    async def _found(self, told: Told) -> list[HeldLoop]:
        every = [(told.entries[entry], link) for entry, reading in told.readings.items() for link in reading.links]
        own = [(entry, link) for entry, link in every if link.confidence >= SURE_LEAST and _is_own(told, entry, link)]
        if not own:
            return []
        own.sort(key=lambda one: (one[0].written_at, one[1].span))
        stated = [Stated(one.id, one.written_at.date(), link.cause, link.effect, link.confidence) for one, link in own]
        causes = await self._telling.vectors.embed([one.cause for one in stated])
        effects = await self._telling.vectors.embed([one.effect for one in stated])
        return [_held(own, closed) for closed in close_loops(stated, causes, effects, told.rarity)]


def _as_it_reads(shown: Shown, held: HeldLoop) -> HeldLoop:
    """Return a loop with its links quoted as their entries read now, and which of them they no longer hold."""
    links, beside = _anew(shown, held.loop.links), _anew(shown, held.loop.beside)
    gone = {link.quotation for link in (*links, *beside) if shown.line(link.quotation) is None}
    return replace(held, loop=replace(held.loop, links=links, beside=beside), gone=frozenset(gone))


def _anew(shown: Shown, links: Iterable[LoopLink]) -> tuple[LoopLink, ...]:
    return tuple(replace(link, quotation=shown.line(link.quotation) or link.quotation) for link in links)


def _is_own(told: Told, entry: Entry, link: Link) -> bool:
    rows = told.rows_by_entry.get(entry.id, ())
    return any(told.lines[row].own and told.lines[row].quotation.span.overlaps(link.span) for row in rows)


def _held(own: Sequence[tuple[Entry, Link]], closed: Closed) -> HeldLoop:
    links = []
    for place in closed.links:
        entry, link = own[place]
        links.append(LoopLink(link.cause, link.effect, link.sign, Quotation.cut(entry, link.span)))
    made = Loop(RecordId("loop"), tuple(links))
    return HeldLoop(replace(made, id=RecordId(f"{PREFIX}{_said(made)}")), closed.joints)


def _said(loop: Loop) -> str:
    """Identify a loop by the lines that say it, wherever it is begun."""
    lines = sorted(f"{link.quotation.entry}\0{link.quotation.text}" for link in loop.links)
    return hashlib.sha256("\0".join(lines).encode("utf8", "surrogatepass")).hexdigest()[:16]
