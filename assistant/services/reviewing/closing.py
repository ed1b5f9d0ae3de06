"""Talk over the questions that a review ends with; each answer is kept as it is given, and stands in the review."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant.coaching.practice_talk import is_skip, leaves
from assistant.coaching.session_state import SessionState
from assistant.core.dialogue import Move, QuestionType, Reply, VoiceName
from assistant.core.entry import Entry, Quotation
from assistant.core.ids import EntryId, RecordId, SessionId
from assistant.core.period import Period
from assistant.core.reading import DialogueAct, Reading
from assistant.core.records import ClosedReview, ReviewAnswer
from assistant.core.review import Asked, Review
from assistant.core.span import Span
from assistant.errors import NotFound
from assistant.ports import Clock, Vault
from assistant.services.converse import Answer
from assistant.services.reviewing.review import closed_id
from assistant.services.reviewing.words import ReviewWords

STATE_NAME: Final = "closing"
"""Under this name the session store keeps how far the conversation has come."""

_ASIDE: Final = frozenset({DialogueAct.OFF_TOPIC, DialogueAct.REDIRECT, DialogueAct.OTHER_LANGUAGE})
"""What the coach answers as it does everywhere; the question waits for the next message."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """The questions of one conversation, and which of them is asked just now."""

    asked: tuple[Asked, ...]
    at: int = 0
    answered: int = 0

    @property
    def now(self) -> Asked | None:
        return self.asked[self.at] if self.at < len(self.asked) else None


class Closing:
    """The closing conversation of one review. Fills the role `Guide` of the conversation."""

    def __init__(self, vault: Vault, review: Review, words: ReviewWords, clock: Clock) -> None:
        """Prepare; nothing is asked yet."""
        self._vault, self._words, self._clock = vault, words, clock
        self._period: Period = review.period
        self._open: Sequence[Asked] = [one for one in review.questions if one.answer is None]

    def opening(self, session: SessionId) -> str:
        """Return what stands on the screen before anything is said: the question that waits."""
        waiting = self._waiting(session)
        if waiting.now is None:
            return self._say("nothing")
        self._keep(session, waiting)
        name = "opening" if len(waiting.asked) - waiting.at > 1 else "opening_one"
        return self._say(name, question=waiting.now.text)

    async def take(
        self, session: SessionId, entry: Entry, reading: Reading, acts: frozenset[DialogueAct], state: SessionState
    ) -> Answer | None:
        """Take a message as the answer to the question that waits; None where none does, or it is an aside."""
        waiting = self._waiting(session)
        now = waiting.now
        if now is None or acts & _ASIDE:
            return None
        if leaves(entry.text, acts):
            return Answer(_closing(self._say("left")), state.after(turns=state.turns + 1))
        if state.in_care:  # it answers care, or leaves it
            again = Reply(now.text, Move.REFLECT, VoiceName.BANK, now.text, QuestionType.META)
            return Answer(again, state.after(turns=state.turns + 1))
        passed = is_skip(entry.text)
        if not passed:
            self._answer(now, entry)
        after = _Waiting(waiting.asked, waiting.at + 1, waiting.answered + (not passed))
        self._keep(session, after)
        reply = self._next(after, passed)
        asked = (*state.asked, reply.question) if reply.question else state.asked
        return Answer(reply, state.after(turns=state.turns + 1, asked=asked))

    def _next(self, waiting: _Waiting, passed: bool) -> Reply:
        if waiting.now is None:
            return _closing(self._say("done" if waiting.answered else "done_empty"))
        question = waiting.now.text
        text = self._say("passed" if passed else "next", question=question)
        return Reply(text, Move.REFLECT, VoiceName.BANK, question, QuestionType.META)

    def _answer(self, asked: Asked, entry: Entry) -> None:
        """Keep the answer at once: a conversation that is broken off loses nothing."""
        said = Quotation.cut(entry, Span(0, len(entry.text)))
        day = self._clock()
        before = next((one for one in self._vault.records.current(ClosedReview) if one.id == self._id), None)
        kept = tuple(one for one in before.answers if one.question != asked.text) if before else ()
        answers = (*kept, ReviewAnswer(asked.text, said, asked.about))
        period = self._period
        record = ClosedReview(self._id, period.name, period.first, period.last, day.date(), answers)
        self._vault.records.put(record, day)

    @property
    def _id(self) -> RecordId:
        return closed_id(self._period)

    def _say(self, name: str, question: str = "") -> str:
        stretch = self._words.stretch(self._period.stretch)
        return self._words.words.closing[name].replace("{stretch}", stretch).replace("{question}", question)

    # ------------------------------------------------------------------------------------------- how far it has come

    def _waiting(self, session: SessionId) -> _Waiting:
        kept = self._vault.sessions.state(session, STATE_NAME)
        try:
            return self._read(json.loads(kept)) if kept else _Waiting(tuple(self._open))
        except (ValueError, KeyError, TypeError, NotFound):
            return _Waiting(tuple(self._open))

    def _read(self, kept: dict[str, list[list[str | int | None]] | int | str]) -> _Waiting:
        if kept["period"] != self._period.name or not isinstance(kept["asked"], list):
            raise ValueError("the state of another review")
        asked = tuple(Asked(str(text), "", self._cut(*about)) for text, *about in kept["asked"])
        return _Waiting(asked, int(str(kept["at"])), int(str(kept["answered"])))

    def _cut(self, *about: str | int | None) -> Quotation | None:
        if not about:
            return None
        entry, start, end = about
        return Quotation.cut(self._vault.entries.get(EntryId(str(entry))), Span(int(str(start)), int(str(end))))

    def _keep(self, session: SessionId, waiting: _Waiting) -> None:
        asked = [[one.text, *_place(one.about)] for one in waiting.asked]
        state = {"period": self._period.name, "asked": asked, "at": waiting.at, "answered": waiting.answered}
        self._vault.sessions.remember_state(session, STATE_NAME, json.dumps(state))


def _place(about: Quotation | None) -> list[str | int]:
    return [about.entry, about.span.start, about.span.end] if about else []


def _closing(text: str) -> Reply:
    return Reply(text, Move.CLOSE, VoiceName.BANK)
