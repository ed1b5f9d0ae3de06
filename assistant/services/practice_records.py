"""Make the record that a practice ends in: every word of it is the person's, each answer quoted from its entry."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from assistant.coaching.practice import Practice, PracticeState, RecordForm, StepAnswer
from assistant.coaching.practice_run import Verdict, rating_in
from assistant.coaching.practice_talk import is_refusal
from assistant.core.entry import Entry, Quotation
from assistant.core.ids import AREAS, Area, EntryId, RecordId, as_area
from assistant.core.reading import AssumptionKind
from assistant.core.records import (
    Belief,
    BeliefStatus,
    BeliefTest,
    Commitment,
    ConversationPlan,
    Feedback,
    Loop,
    Purpose,
    Reality,
    Record,
    SharedVision,
    Strength,
    Vision,
    Weakness,
    Worksheet,
    WorksheetLine,
)
from assistant.core.span import Span
from assistant.ports import RecordStore
from assistant.reading.due import due_day, find_due
from assistant.reading.read import read_text
from assistant.services.compass import shared_vision_id
from assistant.services.practice_loop import drawn_loop, links_said, quoted_in

GetEntry = Callable[[EntryId], Entry]


@dataclass(frozen=True, slots=True)
class Filled:
    """One round of a practice: what was answered, and what the person said to the offer."""

    practice: Practice
    state: PracticeState
    verdict: Verdict
    at: datetime
    entry: GetEntry
    records: RecordStore

    @property
    def says(self) -> str:
        """What the record says: the person's later wording, else the answer it stands on."""
        return self.verdict.words or self.state.answers[self.verdict.answer].text

    @property
    def round(self) -> int:
        """The round that the offer belongs to."""
        return self.state.answers[self.verdict.answer].round

    def answers(self, step: str) -> list[StepAnswer]:
        """Return what was answered to a step, in order."""
        return [answer for answer in self.state.answers if answer.step == step and answer.round == self.round]

    def text(self, step: str) -> str:
        """Return the last answer to a step, empty where it was skipped."""
        return next((answer.text for answer in reversed(self.answers(step))), "")

    def texts(self, step: str) -> tuple[str, ...]:
        """Return every answer to a step."""
        return tuple(answer.text for answer in self.answers(step))

    def quotation(self, answer: StepAnswer) -> Quotation:
        """Quote an answer from its entry, exact to the character."""
        return quoted_in(answer, self.entry(answer.entry))

    def quotations(self, step: str) -> tuple[Quotation, ...]:
        """Quote every answer to a step."""
        return tuple(self.quotation(answer) for answer in self.answers(step))

    @property
    def standing_on(self) -> Quotation:
        """Quote the answer that the record stands on."""
        return self.quotation(self.state.answers[self.verdict.answer])

    @property
    def day(self) -> date:
        """The day it is made on."""
        return self.at.date()

    def due(self) -> date | None:
        """Return the day that the step `due` names."""
        said = self.text("due")
        within = find_due(said, Span(0, len(said))) if said else None
        return due_day(within.of(said), self.day) if within else None

    def area(self) -> Area:
        """Return the area that the step `area` names. Raises ValueError for a name that holds no word."""
        return area_named(self.text("area"))


def area_named(said: str) -> Area:
    """Return the area a person means by "my health", "self-image" or a name of their own. Raises ValueError."""
    plain = said.lower().replace("’", "'").replace("-", " ").strip(" .!,")
    for area in AREAS:
        if area.replace("_", " ") in plain:
            return area
    words = [word for word in plain.split() if word not in ("my", "the", "our", "area", "of", "a")]
    named = " ".join(words) or plain
    return as_area(MEANT.get(named, named))


MEANT: Final[dict[str, str]] = {
    "work": "career", "job": "career", "profession": "career", "family": "relationships", "friends": "relationships",
    "marriage": "relationships", "love": "relationships", "body": "health", "fitness": "health", "house": "home",
    "flat": "home", "hobbies": "recreation", "leisure": "recreation", "free time": "recreation", "myself": "self image",
    "self": "self image", "neighbourhood": "community", "neighborhood": "community", "village": "community",
}  # fmt: skip
"""What people call the seven areas; under their own name they would be held against nothing that is written."""


def make_record(filled: Filled) -> Record:
    """Make the record of the form that was offered and accepted. Raises ValueError where an answer does not fit."""
    return _MAKERS[filled.verdict.form](filled)


def _identity(filled: Filled, *parts: str) -> RecordId:
    told = "\0".join(parts).encode("utf8", "surrogatepass")
    return RecordId(f"{filled.verdict.form.value.replace('_', '-')}-{hashlib.sha256(told).hexdigest()[:16]}")


def _run(filled: Filled) -> tuple[str, ...]:
    first = next(answer for answer in filled.state.answers if answer.round == filled.round)
    return filled.practice.name, first.entry, str(filled.round)


def _worksheet(filled: Filled) -> Worksheet:
    titles = {step.name: step.title for step in filled.practice.steps}
    lines = tuple(
        WorksheetLine(
            answer.step, _titled(titles.get(answer.step, answer.step), answer), answer.text, filled.quotation(answer)
        )
        for answer in filled.state.answers
        if answer.round == filled.round
    )
    return Worksheet(_identity(filled, *_run(filled)), filled.practice.name, filled.practice.title, filled.day, lines)


def _titled(title: str, answer: StepAnswer) -> str:
    return f"{title}: {answer.of}" if answer.of else title


def _purpose(filled: Filled) -> Purpose:
    return Purpose(RecordId("purpose"), filled.says, filled.day)


def _vision(filled: Filled) -> Vision:
    area = filled.area()
    before = next((vision for vision in filled.records.current(Vision) if vision.area == area), None)
    progress, drift = filled.texts("signs_of_progress"), filled.texts("signs_of_drift")
    if before is not None:  # signs that were passed over tonight still stand
        progress, drift = progress or before.signs_of_progress, drift or before.signs_of_drift
    return Vision(RecordId(f"vision-{area}"), area, filled.says, filled.day, progress, drift)


def _reality(filled: Filled) -> Reality:
    rating = rating_in(filled.text("rating"))
    if rating is None:
        raise ValueError("an observation needs a number from 0 to 10")
    area = filled.area()
    return Reality(_identity(filled, area, str(filled.day), filled.says), area, rating, filled.says, filled.day)


def _strength(filled: Filled) -> Strength:
    return Strength(_identity(filled, filled.says.casefold()), filled.says, filled.quotations("went_well"))


def _weakness(filled: Filled) -> Weakness:
    return Weakness(_identity(filled, filled.says.casefold()), filled.says, filled.quotations("went_badly"))


def _feedback(filled: Filled) -> Feedback:
    told_by, area = filled.text("told_by"), filled.area()
    identity = _identity(filled, told_by, area, filled.says)
    return Feedback(identity, area, told_by, filled.says, filled.day, rating_in(filled.text("rating")))


def _commitment(filled: Filled) -> Commitment:
    area = filled.area() if filled.text("area") else None
    return Commitment(
        _identity(filled, *_run(filled)), filled.says, filled.day, filled.due(), filled.text("sign") or None,
        quotation=filled.standing_on, area=area,
    )  # fmt: skip


def _belief(filled: Filled) -> Belief:
    """Make the belief a version on, where it is known already: its evidence grows, its tests are added."""
    same = filled.says.casefold().strip(" .!")
    known = next((one for one in filled.records.current(Belief) if one.statement.casefold().strip(" .!") == same), None)
    supporting = filled.quotations("for") or (filled.standing_on,)
    against = filled.quotations("against")
    test = (
        BeliefTest(filled.text("what"), filled.text("expected") or None, filled.due()) if filled.text("what") else None
    )
    status = BeliefStatus.TESTING if test else BeliefStatus.OWNED
    if known is None:
        kind = _kind_of(filled.says)
        tests = (test,) if test else ()
        return Belief(_identity(filled, same), filled.says, kind, status, supporting, against, tests)
    return replace(
        known,
        status=status if test else known.status,
        evidence=_joined(known.evidence, supporting),
        counter_evidence=_joined(known.counter_evidence, against),
        tests=(*known.tests, test) if test else known.tests,
    )


def _joined(before: tuple[Quotation, ...], new: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    there = {(quotation.entry, quotation.span) for quotation in before}
    return (*before, *(quotation for quotation in new if (quotation.entry, quotation.span) not in there))


def _kind_of(statement: str) -> AssumptionKind:
    heard = read_text(statement).assumptions
    return heard[0].kind if heard else AssumptionKind.OTHER


def _shared_vision(filled: Filled) -> SharedVision:
    group, area = filled.text("group"), filled.area()
    return SharedVision(shared_vision_id(group, area), group, area, filled.says, filled.day)


def _conversation_plan(filled: Filled) -> ConversationPlan:
    return ConversationPlan(
        _identity(filled, *_run(filled)), filled.text("with_whom"), filled.says, filled.text("advocacy"),
        filled.text("inquiry"), filled.text("unseen"), filled.day, filled.due(),
    )  # fmt: skip


def _loop(filled: Filled) -> Loop:
    links = links_said(filled.answers("link"), filled.quotation)
    if len(links) < 2:
        raise ValueError("a loop needs two links or more")
    fits = filled.text("archetype")
    return drawn_loop(_identity(filled, *_run(filled)), links, fits=bool(fits) and not is_refusal(fits))


_MAKERS: Final[dict[RecordForm, Callable[[Filled], Record]]] = {
    RecordForm.WORKSHEET: _worksheet,
    RecordForm.PURPOSE: _purpose,
    RecordForm.VISION: _vision,
    RecordForm.REALITY: _reality,
    RecordForm.STRENGTH: _strength,
    RecordForm.WEAKNESS: _weakness,
    RecordForm.FEEDBACK: _feedback,
    RecordForm.COMMITMENT: _commitment,
    RecordForm.BELIEF: _belief,
    RecordForm.SHARED_VISION: _shared_vision,
    RecordForm.CONVERSATION_PLAN: _conversation_plan,
    RecordForm.LOOP: _loop,
}
