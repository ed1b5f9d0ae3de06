"""Ask about a commitment once its day has passed: kept, slipped or changed, without judgement.

What the code hears in the answer is kept with the commitment, and the conversation goes on from the person's own words:
what slipped is material.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Final

from assistant.coaching.plan import Reason
from assistant.coaching.practice_wording import shortened
from assistant.coaching.remembering import date_in_words
from assistant.coaching.session_state import SessionState
from assistant.core.dialogue import Move, QuestionType, Reply, VoiceName
from assistant.core.entry import Entry
from assistant.core.ids import RecordId, SessionId
from assistant.core.reading import DialogueAct, Distress, Reading
from assistant.core.records import Commitment, Outcome
from assistant.errors import NotFound
from assistant.insight.outcomes import told_outcome
from assistant.insight.wording import terms_said
from assistant.ports import Clock, Vault
from assistant.reading.sentences import split_sentences
from assistant.services.converse import Answer
from assistant.services.practice_words import Sayings
from assistant.services.withheld import Withheld

STATE_NAME: Final = "follow_up"
"""Under this name a session keeps which commitment it asked about."""

ASKED_MOST: Final = 2
"""Sessions in which one commitment is asked about; after that its silence is left alone."""

SESSIONS_LOOKED_AT: Final = 20

_CHANGED: Final = re.compile(
    r"\b(?:instead|changed (?:it|that|my mind|the plan)|moved (?:it|that)|something else|no longer (?:want|need)"
    r"|dropped (?:it|that)|another (?:way|day)|turned into|let (?:it|that) go)\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"\W*(?:(?:i|it|we|that|this|well|yes|no|sadly|happily)\b[\W_]*){0,2}(?:(?:was|is|has|have|'s|’s)\s+)?"
    r"(kept|slipped|changed)\b(?!\s+(?:on|\w+ing)\b)",
    re.IGNORECASE,
)
"""One of the three words that the question named, before anything else: what comes after it is the story."""
_PUT_OFF: Final = re.compile(
    r"\bkept (?:on )?(?:putting (?:it|that) off|meaning to|forgetting|postponing|finding (?:reasons|excuses))\b",
    re.IGNORECASE,
)
_OF_IT: Final = re.compile(
    r"^\W*(?:done|finished|managed|forgot|missed|skipped|never|not\b|nothing|haven['’]?t|didn['’]?t|did\b)"
    r"|\b(?:i|we)\s+(?:did|didn['’]?t|did not|have|haven['’]?t|have not|never)(?=\s*(?:[,.!;:]|$))"
    r"|\b(?:did|do|done|made|make|managed|finished|got|get|sent|skipped|missed|forgot|put off|broke)\s+"
    r"(?:it|that|so|to it|round to|around to|every|all|most|some|none)\b"
    r"|\b(?:it|that)\s+(?:(?:just|never|only|finally|actually)\s+)?"
    r"(?:happened|went|got|didn['’]?t|did not|came|worked)\b",
    re.IGNORECASE,
)
"""How an answer that does not name what was promised speaks of it all the same."""
_SHARED_LEAST: Final = 2
"""Telling words of a promise that a sentence about it holds, where it has so many: one ("work") may be of the day."""
_QUIET: Final = frozenset(
    {DialogueAct.OFF_TOPIC, DialogueAct.REDIRECT, DialogueAct.OTHER_LANGUAGE, DialogueAct.GOODBYE, DialogueAct.FEELING}
)
"""Messages onto which nobody is asked about something else."""


class FollowUp:
    """Lead the first turn of a session where something was due. Fills the role `Guide` of the conversation."""

    def __init__(self, vault: Vault, sayings: Sayings, clock: Clock) -> None:
        """Prepare; nothing is asked yet."""
        self._vault, self._sayings, self._clock = vault, sayings, clock

    async def take(
        self, session: SessionId, entry: Entry, reading: Reading, acts: frozenset[DialogueAct], state: SessionState
    ) -> Answer | None:
        """Ask about what was due, once; the answer to it is kept and goes to the coach like any message."""
        asked = self._asked(session)
        if asked is not None:
            self._hear(session, asked, entry, answers_care=state.in_care)
            return None
        if state.turns or state.in_care or state.gently or acts & _QUIET or reading.distress is not Distress.NONE:
            return None
        due = self._due()
        return self._ask(session, due, state) if due else None

    # ---- asking

    def _due(self) -> Commitment | None:
        """Return the open commitment whose day passed last and that was not asked about often enough."""
        today = self._clock().date()
        past = [
            one
            for one in self._vault.records.current(Commitment)
            if one.outcome is Outcome.OPEN and one.due is not None and one.due < today and shortened(one.what)
        ]
        if not past:
            return None
        asked = [self._asked(one.id) for one in self._vault.sessions.sessions(SESSIONS_LOOKED_AT)]
        open_to = [one for one in past if asked.count(one.id) < ASKED_MOST and not self._is_withheld(one)]
        return max(open_to, key=lambda one: (one.due, one.id), default=None)

    def _is_withheld(self, promised: Commitment) -> bool:
        """Say whether a promise stands in an entry that is never brought up unasked."""
        if promised.quotation is None:
            return False
        try:
            return Withheld(self._vault).withholds(self._vault.entries.get(promised.quotation.entry))
        except NotFound:
            return False

    def _ask(self, session: SessionId, due: Commitment, state: SessionState) -> Answer:
        assert due.due is not None
        when = date_in_words(due.due, self._clock().date())
        text = self._sayings.say["follow_up"].format(what=shortened(due.what), when=when)
        self._vault.sessions.remember_state(session, STATE_NAME, json.dumps({"commitment": due.id, "heard": False}))
        reply = Reply(text, Move.COMMIT, VoiceName.BANK, text, QuestionType.EVIDENCE)
        after = state.after(
            turns=state.turns + 1, asked=(*state.asked, text), types=(*state.types, QuestionType.EVIDENCE)
        )
        return Answer(reply, after, (Reason("commitment", f"its day was {when}"),))

    def _asked(self, session: SessionId) -> RecordId | None:
        """Return which commitment a session asked about and has heard nothing of yet."""
        kept = self._vault.sessions.state(session, STATE_NAME)
        try:
            found = json.loads(kept) if kept else {}
        except ValueError:
            return None
        named = found.get("commitment") if isinstance(found, dict) else None
        return RecordId(named) if isinstance(named, str) else None

    # ---- hearing

    def _hear(self, session: SessionId, identity: RecordId, entry: Entry, *, answers_care: bool) -> None:
        """Keep the outcome that the message tells, beside the commitment and with its entry; care comes between."""
        kept = self._vault.sessions.state(session, STATE_NAME)
        if kept and json.loads(kept).get("heard"):
            return
        self._vault.sessions.remember_state(session, STATE_NAME, json.dumps({"commitment": identity, "heard": True}))
        if answers_care:
            return
        commitment = next((one for one in self._vault.records.current(Commitment) if one.id == identity), None)
        if commitment is None or commitment.outcome is not Outcome.OPEN:
            return
        outcome = outcome_heard(entry.text, commitment.what)
        if outcome is None:
            return
        told = replace(commitment, outcome=outcome, outcome_entry=entry.id)
        self._vault.records.put(told, self._clock())


def outcome_heard(text: str, what: str = "") -> Outcome | None:
    """Return what an answer to "what came of it?" says of what was promised; None where it says nothing plain.

    Somebody may write of their day instead: "I'm tired" keeps no promise.
    """
    if _PUT_OFF.search(text):
        return Outcome.SLIPPED
    named = _NAMED.match(text)
    if named is not None:
        return Outcome(named.group(1).lower())
    if _CHANGED.search(text):
        return Outcome.CHANGED
    plain = text.strip().lower().rstrip(".!")
    if plain in ("yes", "yep", "yeah", "kept", "i did", "done"):
        return Outcome.KEPT
    if plain in ("no", "nope", "not yet", "slipped", "i didn't", "i didn’t"):
        return Outcome.SLIPPED
    promised = terms_said(what)
    for place, span in enumerate(split_sentences(text)):
        sentence = span.of(text)
        shared = terms_said(sentence) & promised
        about = bool(shared) and len(shared) >= min(_SHARED_LEAST, len(promised))
        if about or (place == 0 and _OF_IT.search(sentence)):
            return told_outcome(sentence)
    return None
