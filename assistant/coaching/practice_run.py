"""Go through a practice: what a message completes, which step comes next, what is offered as a record.

Pure. The person is never stuck: a step that stays incomplete after two more tries is taken as it was answered, any step
can be skipped, and the whole can be left and taken up again where it was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from assistant.coaching.critic import content_stems
from assistant.coaching.lowering import is_lowered
from assistant.coaching.practice import (
    Complete,
    Practice,
    PracticeState,
    RecordForm,
    Stage,
    Step,
    StepAnswer,
    StepQuestion,
)
from assistant.coaching.practice_offer import own_wording
from assistant.coaching.practice_talk import (
    is_all,
    is_command,
    is_keep,
    is_leave,
    is_no_day,
    is_no_number,
    is_refusal,
    is_skip,
    is_unknown,
)
from assistant.coaching.tokens import words_of
from assistant.core.ids import EntryId

TRIES_MOST: Final = 2
"""How often a step is asked again before its answer is taken as it is."""

REPEATS_MOST: Final = 4
"""How often "what would it bring you?" is asked: the exercise says until it repeats, and patience ends before that."""

SAME: Final = 0.6
"""Share of an answer's content words that an earlier answer held, from which on it says the same again."""

SEVERAL_MOST: Final = 12

AREA_LONGEST: Final = 6
"""Words of an area's name; more are a story about it."""

_NUMBER: Final = re.compile(r"(?<![\d.,])(10|\d)(?:\s*(?:/|out of|of)\s*10)?(?![\d.,]*\d)")


@dataclass(frozen=True, slots=True)
class Heard:
    """What the reading heard in a message that may complete a step."""

    day: bool = False
    """It names a day."""
    link: bool = False
    """It states a cause and its effect."""
    goodbye: bool = False
    """It only takes leave."""
    known: Mapping[str, str] = field(default_factory=dict)
    """What is known beside it, by slot: steps that are asked only where something is known look here."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the person said to a record that was offered."""

    form: RecordForm
    answer: int
    """Number of the answer that the record stands on."""
    keep: bool
    words: str = ""
    """Their own wording instead, where they gave one."""
    unclear: bool = False
    """It was no answer, twice: nothing is kept, and nothing is held to be refused."""


@dataclass(frozen=True, slots=True)
class Turned:
    """What a message did: the new state, and what has to be done about records."""

    state: PracticeState
    verdict: Verdict | None = None
    left: bool = False
    done: bool = False


def start(practice: Practice) -> PracticeState:
    """Return the state of a run before its first question."""
    return PracticeState(practice.name)


def take_up(practice: Practice, state: PracticeState) -> PracticeState:
    """Return the state of a run that was left, as it goes on."""
    done = state.stage is Stage.DONE
    return state.after(left=False, tries=0, asked=()) if fits(practice, state) and not done else start(practice)


def fits(practice: Practice, state: PracticeState) -> bool:
    """Say whether the state is one of this practice as it is written today: an own file may have changed since."""
    names = {step.name for step in practice.steps}
    within = 0 <= state.step < len(practice.steps) and all(answer.step in names for answer in state.answers)
    offers = all(int(offer.partition(":")[2]) < len(state.answers) for offer in state.offers)
    return state.practice == practice.name and within and offers


def turn(practice: Practice, state: PracticeState, text: str, entry: EntryId, heard: Heard) -> Turned:
    """Take a message; one that takes leave is no answer, and the step waits."""
    if state.stage is Stage.NEW:
        return Turned(state.after(stage=Stage.ASKING))
    if is_leave(text) or heard.goodbye:
        return Turned(state.after(left=True), left=True)
    match state.stage:
        case Stage.OFFERED:
            return _judged(practice, state, text)
        case Stage.AGAIN:
            return _again(practice, state, text, entry, heard)
        case _:
            return _answered(practice, state, text, entry, heard)


def step_of(practice: Practice, state: PracticeState) -> Step | None:
    """Return the step that is being asked, where one is."""
    return practice.steps[state.step] if state.stage is Stage.ASKING and state.step < len(practice.steps) else None


def questions_of(practice: Practice, state: PracticeState) -> tuple[StepQuestion, ...]:
    """Return how the next thing can be asked: the step anew, once more, or for one more of several."""
    step = step_of(practice, state)
    if step is None:
        return ()
    return step.more if (goes_on(practice, state) or state.tries) and step.more else step.asks


def goes_on(practice: Practice, state: PracticeState) -> bool:
    """Say whether the step is one of several answers and has some already."""
    step = step_of(practice, state)
    several = (Complete.SEVERAL, Complete.REPEATS, Complete.LINK)
    return step is not None and step.complete in several and bool(state.given(step.name))


def each_of(practice: Practice, state: PracticeState) -> str:
    """Return which of several the step is asked about just now; empty where it is asked once."""
    step = step_of(practice, state)
    return _each(step, state) if step else ""


# ------------------------------------------------------------------------------------------- one answer


def _answered(practice: Practice, state: PracticeState, text: str, entry: EntryId, heard: Heard) -> Turned:
    step = practice.steps[state.step]
    ends = step.complete in (Complete.SEVERAL, Complete.LINK) and is_all(text)
    if ends and state.given(step.name):
        return _onward(practice, state, heard.known)
    if ends or is_skip(text) or (step.complete is Complete.RATING and is_no_number(text)):
        return _onward(practice, state.after(skipped=(*state.skipped, step.name)), heard.known)
    if step.name in _MAKES_A_RECORD and is_unknown(text):
        return _unknown(practice, state, step, heard)
    enough = is_enough(step, text, heard)
    if not enough and state.tries and is_command(text):  # "no" to being asked again: what was said first stands
        return _onward(practice, state, heard.known)
    if not enough and state.tries < TRIES_MOST:
        kept = state if step.complete is Complete.LINK else _with(state, step, text, entry)
        return Turned(kept.after(tries=state.tries + 1))
    after = _with(state, step, text, entry).after(tries=0)
    return Turned(after) if _asks_again(step, after, text) else _onward(practice, after, heard.known)


def _unknown(practice: Practice, state: PracticeState, step: Step, heard: Heard) -> Turned:
    """Ask once more where they do not know; after that what was said first stands, else the step is passed over."""
    if not state.tries:
        return Turned(state.after(tries=1))
    passed = state if state.given(step.name) else state.after(skipped=(*state.skipped, step.name))
    return _onward(practice, passed, heard.known)


def is_enough(step: Step, text: str, heard: Heard) -> bool:
    """Say whether an answer completes what the step draws out."""
    match step.complete:
        case Complete.RATING:
            return rating_in(text) is not None
        case Complete.DUE:
            return heard.day or is_no_day(text)
        case Complete.AREA:
            return 0 < len(words_of(text)) <= AREA_LONGEST and not is_command(text)
        case Complete.LINK:
            return heard.link
        case _:
            return len(words_of(text)) >= step.least_words


def rating_in(text: str) -> int | None:
    """Return the one whole number from 0 to 10 that a text names; None for none or for several."""
    found = {int(match.group(1)) for match in _NUMBER.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _asks_again(step: Step, state: PracticeState, text: str) -> bool:
    """Say whether the same step is asked once more."""
    given = state.given(step.name)
    match step.complete:
        case Complete.SEVERAL | Complete.LINK:
            return len(given) < SEVERAL_MOST
        case Complete.REPEATS:
            earlier = " ".join(answer.text for answer in given[:-1])
            return len(given) < REPEATS_MOST and not _says_again(text, earlier)
        case _:
            return False


def _says_again(text: str, earlier: str) -> bool:
    stems = content_stems(text)
    return bool(stems) and len(stems & content_stems(earlier)) >= SAME * len(stems)


def _with(state: PracticeState, step: Step, text: str, entry: EntryId) -> PracticeState:
    """Add an answer; one that was asked for again takes the place of the one before it."""
    answer = StepAnswer(step.name, text.strip(), entry, state.round, _each(step, state))
    before = (
        state.answers[:-1] if state.tries and state.answers and state.answers[-1].step == step.name else state.answers
    )
    return state.after(answers=(*before, answer))


def _each(step: Step, state: PracticeState) -> str:
    of = [answer.text for answer in state.given(step.each)] if step.each else []
    return of[state.place] if state.place < len(of) else ""


# ------------------------------------------------------------------------------------------- onward


def _onward(practice: Practice, state: PracticeState, known: Mapping[str, str]) -> Turned:
    """Go to the next of several, the next step, or what is offered at the end."""
    step = practice.steps[state.step]
    if step.each and state.place + 1 < len(state.given(step.each)):
        return Turned(state.after(place=state.place + 1, tries=0, asked=()))
    following = state.step + 1
    while following < len(practice.steps) and not _has_place(practice, practice.steps[following], state, known):
        following += 1
    if following < len(practice.steps):
        return Turned(state.after(step=following, place=0, tries=0, asked=()))
    return _offer(practice, state.after(place=0, tries=0, asked=(), offers=_offers(practice, state)))


def _has_place(practice: Practice, step: Step, state: PracticeState, known: Mapping[str, str]) -> bool:
    """Say whether a step is asked: one for each of several needs several, one about a lowered goal needs that."""
    if (step.each and not state.given(step.each)) or (step.needs and step.needs not in known):
        return False
    if not step.lowered:
        return True
    if any(one.lowered and (state.given(one.name) or one.name in state.skipped) for one in practice.steps):
        return False
    first, second = (_said(name, state, known) for name in step.lowered)
    return bool(first and second) and is_lowered(first, second)


def _said(name: str, state: PracticeState, known: Mapping[str, str]) -> str:
    """Return the last answer to a step in this round, else what is known under the name."""
    given = state.given(name)
    return given[-1].text if given else known.get(name, "")


def _offers(practice: Practice, state: PracticeState) -> tuple[str, ...]:
    """Return what can be made of this round, each as `form:number of its answer`."""
    found = []
    for form in practice.records:
        at = next(
            (n for n, answer in enumerate(state.answers) if answer.round == state.round and stands_on(form, answer)),
            None,
        )
        if at is not None:
            found.append(f"{form}:{at}")
    return tuple(found)


STANDS_ON: Final[dict[RecordForm, str]] = {
    RecordForm.PURPOSE: "purpose",
    RecordForm.VISION: "vision",
    RecordForm.REALITY: "reality",
    RecordForm.STRENGTH: "strength",
    RecordForm.WEAKNESS: "weakness",
    RecordForm.FEEDBACK: "feedback",
    RecordForm.COMMITMENT: "what",
    RecordForm.BELIEF: "belief",
    RecordForm.SHARED_VISION: "shared",
    RecordForm.CONVERSATION_PLAN: "wanted",
    RecordForm.LOOP: "link",
}
"""The step whose answer a record says; without it there is no record. A worksheet stands on any answer."""


_MAKES_A_RECORD: Final = frozenset(STANDS_ON.values())
"""Steps whose answer a record says: "I don't know" is no step, no belief and no experiment."""
_AS_IT_IS: Final = frozenset({RecordForm.WORKSHEET, RecordForm.LOOP})
"""Forms that are kept whole or not at all: nothing said to them is another wording."""


def stands_on(form: RecordForm, answer: StepAnswer) -> bool:
    """Say whether a record of that form can stand on the answer."""
    return form is RecordForm.WORKSHEET or answer.step == STANDS_ON[form]


def _offer(practice: Practice, state: PracticeState) -> Turned:
    """Go to the next record that is offered, else to another round, else to the end."""
    if state.offers:
        return Turned(state.after(stage=Stage.OFFERED, unclear=False))
    if practice.again and state.given(practice.steps[0].name):
        return Turned(state.after(stage=Stage.AGAIN))
    return Turned(state.after(stage=Stage.DONE), done=True)


def offered(state: PracticeState) -> tuple[RecordForm, int] | None:
    """Return what is offered just now: the form, and the number of the answer that it stands on."""
    if state.stage is not Stage.OFFERED or not state.offers:
        return None
    form, _, number = state.offers[0].partition(":")
    return RecordForm(form), int(number)


def _judged(practice: Practice, state: PracticeState, text: str) -> Turned:
    waiting = offered(state)
    after = pass_over(practice, state)
    if waiting is None:
        return after
    form, number = waiting
    said = state.answers[number].text
    words = "" if form in _AS_IT_IS else own_wording(text, said, asked_for=state.unclear)
    if is_refusal(text) or is_skip(text):
        verdict = Verdict(form, number, keep=False)
    elif is_keep(text):
        verdict = Verdict(form, number, keep=True)
    elif words:
        verdict = Verdict(form, number, keep=True, words=words)
    elif not state.unclear:
        return Turned(state.after(unclear=True))
    else:
        verdict = Verdict(form, number, keep=False, unclear=True)
    return Turned(after.state, verdict, done=after.done)


def pass_over(practice: Practice, state: PracticeState) -> Turned:
    """Go on from the record that is offered to what comes after it."""
    return _offer(practice, state.after(offers=state.offers[1:]))


def _again(practice: Practice, state: PracticeState, text: str, entry: EntryId, heard: Heard) -> Turned:
    """Begin another round with what they named, or end."""
    if is_all(text) or is_refusal(text) or is_skip(text):
        return Turned(state.after(stage=Stage.DONE), done=True)
    fresh = state.after(stage=Stage.ASKING, step=0, place=0, tries=0, asked=(), round=state.round + 1)
    return _answered(practice, fresh, text, entry, heard)
