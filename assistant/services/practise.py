"""Lead a session through a practice: each step is asked and checked, and records are offered at the end.

Only what the person accepts, or words anew, becomes a record; a refusal is remembered and not offered again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from assistant.coaching.critic import MOST_WORDS, Ground
from assistant.coaching.plan import MOVE_OF, Reason
from assistant.coaching.practice import STATE_NAME, Practice, PracticeState, RecordForm, Stage
from assistant.coaching.practice_run import (
    Heard,
    Turned,
    Verdict,
    fits,
    offered,
    pass_over,
    start,
    step_of,
    take_up,
    turn,
)
from assistant.coaching.practice_talk import asks_back, is_aside, leaves, says_goodbye
from assistant.coaching.practice_wording import shortened, word_step
from assistant.coaching.session_state import SessionState
from assistant.coaching.voicing import Rejected
from assistant.core.dialogue import Move, QuestionType, Reply, VoiceName
from assistant.core.entry import Entry
from assistant.core.ids import Area, SessionId
from assistant.core.reading import DialogueAct, Reading
from assistant.core.records import Record
from assistant.core.span import Span
from assistant.errors import NotFound
from assistant.ports import Clock, Vault
from assistant.reading.due import find_due
from assistant.services.converse import Answer
from assistant.services.known import known_about
from assistant.services.practice_loop import links_said, quoted_in, shape_offered
from assistant.services.practice_records import Filled, area_named, make_record
from assistant.services.practice_words import Sayings

SESSIONS_LOOKED_AT: Final = 50
"""How far back an unfinished run of a practice is looked for."""

LONGEST_SHOWN: Final = 30
"""Words of a record that an offer shows whole; the reply stays under sixty."""

TELLING_WORDS: Final = 4
"""Words from which on an answer says by itself what a page is about; "home" does not."""

MESSAGE_STEP: Final = "message"
"""What is answered to a step of this name is sent to somebody: it is shown whole when the practice is left."""

MESSAGE_LONGEST: Final = 80
"""A closing reply may have a hundred and ten words."""

_NO_LINE: Final = frozenset("“”\n\r\t")
"""What does not stand within quotation marks on one line."""

_WAITING: Final = frozenset({Stage.OFFERED, Stage.AGAIN})
"""Stages in which a message says yes or no to something that must have been shown."""

_UNCLEAR: Final = {RecordForm.WORKSHEET: "unclear_page", RecordForm.LOOP: "unclear_loop"}
"""What is asked where a verdict was none, for what is kept whole or not at all."""


class Practise:
    """One practice. Fills the role `Guide` of the conversation."""

    def __init__(self, vault: Vault, practice: Practice, sayings: Sayings, clock: Clock) -> None:
        """Prepare; nothing is asked yet."""
        self.practice = practice
        self._vault, self._sayings, self._clock = vault, sayings, clock

    def opening(self, session: SessionId) -> str:
        """Begin, or take up what was left, before anything is said; return the question that stands on the screen."""
        state, resumed = self._state(session)
        if state.stage is Stage.NEW:
            state = state.after(stage=Stage.ASKING)
        self._keep(session, state)
        asked = self._standing(state)
        step = step_of(self.practice, state)
        return f"{self._resumed(step.title)} {asked}" if resumed and step else asked

    def _standing(self, state: PracticeState) -> str:
        """Return what waits for an answer just now."""
        if state.stage is Stage.OFFERED:
            return self._offer(state).text
        if state.stage is Stage.AGAIN:
            return self._again(state)
        last = next((answer.text for answer in reversed(state.answers) if answer.round == state.round), "")
        ground = Ground(last, about_their_words=False)
        wording, _refused = word_step(self.practice, state, self._known(state), ground, Reading())
        return wording.text if wording else self._sayings.say["nothing_more"]

    async def take(
        self, session: SessionId, entry: Entry, reading: Reading, acts: frozenset[DialogueAct], state: SessionState
    ) -> Answer | None:
        """Answer a message within the practice; None where it is over, or the message is an aside."""
        run, resumed = self._state(session)
        before = step_of(self.practice, run)
        if run.stage is Stage.DONE or (run.stage is not Stage.OFFERED and is_aside(before, entry.text, acts)):
            return None
        if state.in_care and not leaves(entry.text, acts):  # it answers care, or leaves it
            opening = self._resumed(before.title) if resumed and before is not None else ""
            return self._once_more(session, run, state, opening)
        if (before is not None or run.stage is Stage.AGAIN) and asks_back(before, entry.text):
            meant = self._sayings.say["meant"].format(draws_out=before.draws_out) if before is not None else ""
            return self._once_more(session, run, state, meant)
        heard = _heard(entry.text, reading, acts, self._known(run))
        turned = turn(self.practice, run, entry.text, entry.id, heard)
        if resumed and run.stage in _WAITING and not turned.left:
            turned = Turned(run)  # what waits for a yes or a no was not shown since: it is shown before it is judged
        said, reasons, rejected = self._said(turned, session, entry, reading, state)
        if resumed and before is not None and not turned.left:
            said = replace(said, text=f"{self._resumed(before.title)} {said.text}")
        after = state.after(
            turns=state.turns + 1,
            asked=(*state.asked, said.question) if said.question else state.asked,
            types=(*state.types, said.question_type) if said.question_type else state.types,
        )
        return Answer(said, after, tuple(reasons), tuple(rejected))

    def _once_more(self, session: SessionId, run: PracticeState, state: SessionState, opening: str) -> Answer:
        """Put what waits once more; what was said is taken for no answer to it."""
        if run.stage is Stage.NEW:
            run = run.after(stage=Stage.ASKING)
        if run.stage is Stage.OFFERED:
            reply = self._offer(run)
        else:
            asked = run.asked[-1] if run.stage is Stage.ASKING and run.asked else self._standing(run)
            reply = _asking(asked, QuestionType.META)
        self._keep(session, run)
        after = state.after(turns=state.turns + 1, asked=(*state.asked, reply.question or reply.text))
        if len(opening.split()) + len(reply.text.split()) <= MOST_WORDS:
            reply = replace(reply, text=f"{opening} {reply.text}".strip())
        return Answer(reply, after, (Reason("practice", self.practice.title),))

    # ---- one turn

    def _said(
        self, turned: Turned, session: SessionId, entry: Entry, reading: Reading, state: SessionState
    ) -> tuple[Reply, list[Reason], list[Rejected]]:
        opening, kept = self._settled(turned.verdict, turned.state) if turned.verdict else ("", False)
        run, refused = self._without_refused(turned.state), list[Rejected]()
        if kept:
            run = run.after(kept=run.kept + 1)
        reasons = [Reason("practice", self.practice.title)]
        if turned.left:
            opening, reply = "", self._leaving(run)
        elif run.stage is Stage.OFFERED:
            reply = self._offer(run)
        elif run.stage is Stage.AGAIN:
            reply = _asking(self._again(run), QuestionType.META)
        elif run.stage is Stage.DONE:
            reworded = turned.verdict is not None and bool(turned.verdict.words)
            opening, reply = "" if kept and not reworded else opening, self._closing(run)
        else:
            reply, run, refused = self._question(run, session, entry, reading, state)
            step = step_of(self.practice, run)
            reasons.append(Reason("step", f"{step.title}: {step.draws_out}" if step else ""))
        self._keep(session, run)
        if len(opening.split()) + len(reply.text.split()) > MOST_WORDS:
            opening = self._sayings.say["kept"] if kept else opening
        return replace(reply, text=f"{opening} {reply.text}".strip()), reasons, refused

    def _question(
        self, run: PracticeState, session: SessionId, entry: Entry, reading: Reading, state: SessionState
    ) -> tuple[Reply, PracticeState, list[Rejected]]:
        """Ask for the step; where every way to ask was used up, go on to the next."""
        ground = Ground(entry.text, self._earlier(session, entry), state.asked)
        refused: list[Rejected] = []
        while run.stage is Stage.ASKING:
            wording, faulty = word_step(
                self.practice, run, self._known(run), ground, reading, self._sayings.more_questions
            )
            refused += [Rejected(one.text, VoiceName.BANK, one.faults) for one in faulty]
            if wording is not None:
                asked = run.after(asked=(*run.asked, wording.text))
                return _asking(wording.text, wording.question_type), asked, refused
            run = turn(self.practice, run, "skip", entry.id, Heard()).state
        if run.stage is Stage.OFFERED:
            return self._offer(run), run, refused
        return Reply(self._sayings.say["nothing_more"], Move.CLOSE, VoiceName.BANK), run, refused

    def _leaving(self, run: PracticeState) -> Reply:
        step = step_of(self.practice, run)
        text = self._sayings.say["left"].format(title=step.title if step else self.practice.title)
        message = next((answer.text for answer in reversed(run.given(MESSAGE_STEP))), "")
        if message and len(message.split()) <= MESSAGE_LONGEST:
            text = f"{text} {self._sayings.say['message'].format(message=message)}"
        return Reply(text, Move.CLOSE, VoiceName.BANK)

    def _closing(self, run: PracticeState) -> Reply:
        text = self.practice.closes if run.kept else self._sayings.say["nothing_kept"]
        return Reply(text, Move.CLOSE, VoiceName.BANK)

    def _again(self, run: PracticeState) -> str:
        """Ask for another round; it names the area that was looked at, where there was one."""
        template = self.practice.again or self._sayings.say["again"]
        area = self._known(run).get("area", "")
        return template.replace("{area}", area) if area or "{area}" not in template else self._sayings.say["again"]

    def _resumed(self, title: str) -> str:
        return self._sayings.say["resumed"].format(title=title)

    # ---- offers

    def _offer(self, run: PracticeState) -> Reply:
        waiting = offered(run)
        assert waiting is not None, "only a run that offers something comes here"
        form, number = waiting
        if run.unclear:
            text = self._sayings.say[_UNCLEAR.get(form, "unclear")]
        else:
            says = self._longest(run) if form is RecordForm.WORKSHEET else run.answers[number].text
            area = self._known(run).get("area", "")
            text = self._sayings.offer[form].format(says=self._shown(says), area=area)
        move = Move.COMMIT if form is RecordForm.COMMITMENT else MOVE_OF[QuestionType.META]
        return Reply(text, move, VoiceName.BANK, text, QuestionType.META)

    def _shown(self, says: str) -> str:
        """Return what an offer shows of a record: all of it on one line, or a piece of it, exact to the character."""
        plain = says.strip().rstrip(" .")
        whole = plain and len(plain.split()) <= LONGEST_SHOWN and not set(plain) & _NO_LINE and plain.isprintable()
        return plain if whole else shortened(says) or self.practice.title

    def _longest(self, run: PracticeState) -> str:
        """Return the answer of this round by which a page is known again: the first that tells something."""
        texts = [answer.text for answer in run.answers if answer.round == run.round]
        return next((text for text in texts if len(text.split()) >= TELLING_WORDS), texts[0])

    def _settled(self, verdict: Verdict, run: PracticeState) -> tuple[str, bool]:
        """Keep or refuse what was offered; return what is said of it, and whether it was kept."""
        if verdict.unclear:
            return self._sayings.say["nothing_kept"], False
        if not verdict.keep:
            said = run.answers[verdict.answer].text
            self._vault.records.refuse(verdict.form.value, _fingerprint(said), self._clock())
            return self._sayings.say["not_kept"], False
        try:
            self._vault.records.put(self._record(verdict, run), self._clock())
        except ValueError as error:
            return self._sayings.say["could_not"].format(reason=str(error)), False
        own = shortened(verdict.words) if verdict.words else ""
        return (self._sayings.say["kept_as"].format(says=own) if own else self._sayings.say["kept"]), True

    def _record(self, verdict: Verdict, run: PracticeState) -> Record:
        filled = Filled(self.practice, run, verdict, self._clock(), self._vault.entries.get, self._vault.records)
        return make_record(filled)

    def _without_refused(self, run: PracticeState) -> PracticeState:
        """Pass over offers that the person refused in those words before."""
        while (waiting := offered(run)) is not None:
            form, number = waiting
            if _fingerprint(run.answers[number].text) not in self._vault.records.refused(form.value):
                return run
            run = pass_over(self.practice, run).state
        return run

    # ---- what it rests on

    def _known(self, run: PracticeState) -> dict[str, str]:
        """Return what a question may be filled with: from the records, and from this round's own answers."""
        answers = {answer.step: answer.text for answer in run.answers if answer.round == run.round}
        area = _area_in(answers.get("area", ""))
        said = {step: text for step, text in answers.items() if step != "area"}
        known = said | known_about(self._vault.records, area)
        if area is not None:
            known["area"] = area.replace("_", "-" if area == "self_image" else " ")
        own = {"what": "step", "belief": "belief", "shared": "shared"}
        known |= {slot: answers[step] for step, slot in own.items() if step in answers}
        first = next((answer.text for answer in run.answers if answer.round == run.round), "")
        return known | ({"first": first} if first else {}) | self._shape(run)

    def _shape(self, run: PracticeState) -> dict[str, str]:
        """Return the known shape that the links of this round make, with a quotation for each; else nothing."""
        links = links_said(run.given("link"), lambda answer: quoted_in(answer, self._vault.entries.get(answer.entry)))
        return shape_offered(links, self._sayings.story)

    def _state(self, session: SessionId) -> tuple[PracticeState, bool]:
        """Return how far the practice has come, and whether it is taken up from where it was left."""
        own = self._read(session)
        if own is not None and not fits(self.practice, own):
            return start(self.practice), False
        if own is not None:
            return (take_up(self.practice, own), True) if own.left else (own, False)
        for earlier in self._vault.sessions.sessions(SESSIONS_LOOKED_AT):
            found = self._read(earlier.id)
            if found is not None:
                unfinished = (
                    found.stage not in (Stage.DONE, Stage.NEW) and bool(found.answers) and fits(self.practice, found)
                )
                return (take_up(self.practice, found), True) if unfinished else (start(self.practice), False)
        return start(self.practice), False

    def _read(self, session: SessionId) -> PracticeState | None:
        kept = self._vault.sessions.state(session, STATE_NAME)
        try:
            found = PracticeState.from_json(kept) if kept else None
        except (ValueError, TypeError):
            return None
        if found is None or found.practice != self.practice.name or not self._holds(found):
            return None
        return found

    def _holds(self, run: PracticeState) -> bool:
        """Say whether every answer's entry is still here: once one is forgotten, the practice begins anew."""
        answered = {answer.entry for answer in run.answers}
        return len(self._vault.entries.get_many(list(answered))) == len(answered)

    def _keep(self, session: SessionId, run: PracticeState) -> None:
        self._vault.sessions.remember_state(session, STATE_NAME, run.to_json())

    def _earlier(self, session: SessionId, entry: Entry) -> tuple[str, ...]:
        try:
            turns = self._vault.sessions.session(session).turns
        except NotFound:
            return ()
        return tuple(one.said for one in turns if one.entry != entry.id)


def _asking(text: str, question_type: QuestionType) -> Reply:
    return Reply(text, MOVE_OF[question_type], VoiceName.BANK, text, question_type)


def _heard(text: str, reading: Reading, acts: frozenset[DialogueAct], known: Mapping[str, str]) -> Heard:
    day = find_due(text, Span(0, len(text))) is not None
    return Heard(day=day, link=bool(reading.links), goodbye=says_goodbye(text, acts), known=known)


def _area_in(said: str) -> Area | None:
    """Return the area that an answer names; None where no word in it names one."""
    try:
        return area_named(said)
    except ValueError:
        return None


def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.casefold().strip(" .!").encode("utf8", "surrogatepass")).hexdigest()[:16]
