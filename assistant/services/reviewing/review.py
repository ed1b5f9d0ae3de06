"""Make the review of a period, and keep it: one that nothing has changed under is not made twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from assistant.core.entry import content_hash
from assistant.core.ids import EntryId, RecordId
from assistant.core.period import Period
from assistant.core.review import Asked, Review, Section, Topic
from assistant.errors import UsageError
from assistant.ports import ChatModel, Clock, Vault
from assistant.reading.distress import RULES_DIGEST
from assistant.services.hearing import Hearing
from assistant.services.kept_vectors import KeptVectors
from assistant.services.reviewing.alone import each_alone
from assistant.services.reviewing.areas import areas, quoted_of_areas, vision
from assistant.services.reviewing.beliefs import beliefs
from assistant.services.reviewing.course import drift, loops
from assistant.services.reviewing.figures import figures
from assistant.services.reviewing.gather import gather
from assistant.services.reviewing.gathered import Gathered, looked_back
from assistant.services.reviewing.joining import join
from assistant.services.reviewing.page import room_left, settled, sparing
from assistant.services.reviewing.questions import MOST, questions
from assistant.services.reviewing.said import commitments, feedback, strengths
from assistant.services.reviewing.shown import Shown
from assistant.services.reviewing.sources import sources
from assistant.services.reviewing.words import ReviewWords
from assistant.services.reviewing.written import THIN_ENTRIES, earlier, unwritten, written
from assistant.services.told import Progress, Telling
from assistant.services.withheld import Withheld

if TYPE_CHECKING:
    from pydantic import TypeAdapter

KIND: Final = "review"
VERSION: Final = 47
"""Raise it when a review of the same vault would read differently."""

Say = Callable[[Gathered, ReviewWords], Section | None]

_SECTIONS: Final[Sequence[tuple[Topic, Say]]] = (
    (Topic.WRITTEN, written),
    (Topic.VISION, vision),
    (Topic.AREAS, areas),
    (Topic.BELIEFS, beliefs),
    (Topic.DRIFT, drift),
    (Topic.COMMITMENTS, commitments),
    (Topic.LOOPS, loops),
    (Topic.FEEDBACK, feedback),
    (Topic.STRENGTHS, strengths),
    (Topic.UNWRITTEN, unwritten),
    (Topic.EARLIER, earlier),
)
"""In the order in which they are read; one that has nothing to say is left out."""

_SAID_OF_LITTLE: Final = frozenset(
    {Topic.WRITTEN, Topic.VISION, Topic.AREAS, Topic.COMMITMENTS, Topic.FEEDBACK, Topic.STRENGTHS, Topic.EARLIER}
)
"""What a period with next to no entries still says: facts that stand in records or in single lines."""


class Reviewing:
    """The reviews of one vault."""

    def __init__(
        self,
        vault: Vault,
        hearing: Hearing,
        vectors: KeptVectors,
        words: ReviewWords,
        clock: Clock,
        voice: ChatModel | None = None,
    ) -> None:
        """Prepare; nothing is read yet. A voice may join sentences, where it has passed its examination in that."""
        self._voice = voice
        self._vault, self._hearing, self._vectors = vault, hearing, vectors
        self._words, self._clock = words, clock

    async def review(self, period: Period, progress: Progress | None = None) -> Review:
        """Return the review of a period. Raises UsageError for days that lie ahead, EngineStopped, ModelRefused."""
        today = self._clock().date()
        if period.first > today:
            raise UsageError(f"{period.name} has not begun", "A review looks back; name days that are past.")
        until = min(period.last, today)
        key = self.key(period, until, progress)
        kept = self._vault.derived.derived(KIND, [key])
        if key in kept and (review := _unpacked(kept[key])) is not None:
            return review
        made = await join(await self._make(period, until, progress), self._voice, self._words.words.joining["system"])
        self._vault.derived.derive(KIND, key, _packed(made))
        return made

    def key(self, period: Period, until: date, progress: Progress | None = None) -> str:
        """Return the hash of everything that a review rests on."""
        since = looked_back(period)
        told = hashlib.sha256()
        about = [VERSION, self._hearing.version, self._vectors.name, self._words.digest, RULES_DIGEST]
        told.update(json.dumps([*about, period.name, until.isoformat()]).encode())
        for entry in self._vault.entries.between(since, until):
            told.update(f"{entry.id} {entry.written_at.isoformat()} {content_hash(entry.text)}\n".encode())
            told.update(f"{entry.title}\n".encode("utf8", "surrogatepass"))
        for entry_id in sorted(self._withheld(since, until, progress)):  # by a crisis that may lie outside these days
            told.update(f"{entry_id}\n".encode())
        for version in self._vault.records.everything():
            told.update(f"{version!r}\n".encode("utf8", "surrogatepass"))
        for refused in self._vault.records.refusals():
            told.update(f"{refused!r}\n".encode("utf8", "surrogatepass"))
        return told.hexdigest()

    async def _make(self, period: Period, until: date, progress: Progress | None) -> Review:
        since = looked_back(period)
        telling = Telling(
            self._vault, self._hearing, self._vectors, lambda _entries, told: self._withheld(since, until, told)
        )
        told = await telling.all(progress, since, until)
        gathered = await gather(self._vault, telling, told, period, since, until, self._hearing.heads)
        thin = len(gathered.entries) < THIN_ENTRIES
        gathered, said = self._said(gathered, thin)
        sections = tuple(each_alone(one, told.entries) for one in said)
        asked = _with_answers(gathered, questions(gathered, self._words, room_left(sections)))
        made = Review(period, until, thin, sections, asked, figures(gathered))
        shown = Shown(self._vault, told)
        entries = {one: entry for one in made.entries() if (entry := shown.entry(one)) is not None}
        return replace(made, sources=sources(made.quotations(), made.marks(), entries))

    def _said(self, gathered: Gathered, thin: bool) -> tuple[Gathered, tuple[Section, ...]]:
        """Return what is said, each line once, with what is known of the lines that are shown of each area.

        Where an area is comes last, since any line of it will do.
        """
        saying = {topic: say for topic, say in _SECTIONS if not thin or topic in _SAID_OF_LITTLE}
        said: dict[Topic, Section | None] = {}
        said |= {topic: say(gathered, self._words) for topic, say in saying.items() if topic is not Topic.AREAS}
        others = [one for one in said.values() if one is not None]
        had = settled(others, self._words)
        gathered = replace(gathered, quoted=quoted_of_areas(gathered, others, had))
        said[Topic.AREAS] = areas(gathered, self._words, had)
        return gathered, sparing([one for topic in saying if (one := said[topic]) is not None], self._words)

    def _withheld(self, since: date, until: date, progress: Progress | None = None) -> frozenset[EntryId]:
        return Withheld(self._vault).among(list(self._vault.entries.between(since, until)), progress)


def _with_answers(gathered: Gathered, asked: Sequence[Asked]) -> tuple[Asked, ...]:
    """Return what was answered before, and of the questions chosen now as many as are left to ask."""
    kept = next((one.answers for one in gathered.closed if one.period == gathered.period.name), ())
    answered = [Asked(one.question, "answered", one.about, one.quotation) for one in kept]
    said = {one.question for one in kept}
    return (*answered, *[one for one in asked if one.text not in said][: max(0, MOST - len(answered))])


def closed_id(period: Period) -> RecordId:
    """Return under which id the answers to a review are kept."""
    return RecordId(f"review-{period.name}")


# ------------------------------------------------------------------------------------------- kept


def _adapter() -> TypeAdapter[Review]:
    from pydantic import TypeAdapter

    return TypeAdapter(Review)


def _packed(review: Review) -> bytes:
    return json.dumps(_adapter().dump_python(review, mode="json")).encode("ascii")


def _unpacked(value: bytes) -> Review | None:
    """Return what `_packed` wrote; None for what another version wrote."""
    from pydantic import ValidationError

    try:
        return _adapter().validate_python(json.loads(value))
    except (ValidationError, ValueError):
        return None
