"""How a practice goes on from one answer to the next."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.coaching.practice import (
    Complete,
    Discipline,
    Practice,
    PracticeState,
    RecordForm,
    Stage,
    Step,
    StepQuestion,
)
from assistant.coaching.practice_run import (
    REPEATS_MOST,
    TRIES_MOST,
    Heard,
    Turned,
    each_of,
    offered,
    questions_of,
    rating_in,
    start,
    take_up,
    turn,
)
from assistant.coaching.practice_talk import is_all, is_keep, is_leave, is_no_day, is_refusal, is_skip
from assistant.core.dialogue import QuestionType
from assistant.core.ids import EntryId

ASK = (StepQuestion(QuestionType.CLARIFICATION, "What is it?"),)
MORE = (StepQuestion(QuestionType.EVIDENCE, "What else?"),)


def step(name: str, complete: Complete = Complete.WORDS, *, least: int = 1, each: str = "") -> Step:
    """Make a step."""
    return Step(name, name.title(), "something", complete, ASK, MORE, least, each)


def practice(*steps: Step, records: tuple[RecordForm, ...] = (RecordForm.WORKSHEET,), again: str = "") -> Practice:
    """Make a practice of these steps."""
    return Practice("made", "Made", Discipline.MENTAL_MODELS, "To test.", "Here.", steps, records, "It is done.", again)


def say(made: Practice, state: PracticeState, *texts: str, heard: Heard | None = None) -> Turned:
    """Say one text after the other."""
    turned = Turned(state)
    for number, text in enumerate(texts):
        turned = turn(made, turned.state, text, EntryId(f"{len(state.answers) + number:016x}"), heard or Heard())
    return turned


def begun(made: Practice) -> PracticeState:
    """Return the state in which the first step is asked."""
    return say(made, start(made), "I want to look at something").state


def test_the_first_message_opens_and_is_no_answer() -> None:
    """What brings somebody to a practice is not taken for the answer to a question not yet asked."""
    state = begun(practice(step("one")))
    assert (state.stage, state.answers) == (Stage.ASKING, ())


def test_answers_lead_through_the_steps_to_an_offer() -> None:
    """Each answer is kept word for word under its step; after the last the record is offered."""
    made = practice(step("one"), step("two"))
    state = say(made, begun(made), "first words", "second words").state
    assert [(answer.step, answer.text) for answer in state.answers] == [("one", "first words"), ("two", "second words")]
    assert offered(state) == (RecordForm.WORKSHEET, 0)


def test_an_answer_too_short_is_asked_again_and_then_taken() -> None:
    """Nobody is stuck: after two more tries the step is taken as it was answered."""
    made = practice(step("one", least=4), step("two"))
    state = begun(made)
    for _ in range(TRIES_MOST):
        state = say(made, state, "hm").state
        assert (state.step, questions_of(made, state)) == (0, MORE)
    state = say(made, state, "still hm").state
    assert (state.step, [answer.text for answer in state.answers]) == (1, ["still hm"])


def test_a_second_try_takes_the_place_of_the_first() -> None:
    """What was too little stays in the journal, not in the record."""
    made = practice(step("one", least=3), step("two"))
    state = say(made, begun(made), "good", "it was a good day").state
    assert [answer.text for answer in state.answers] == ["it was a good day"]


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("7", 7),
        ("a 3, maybe", 3),
        ("10 out of 10", 10),
        ("4/10", 4),
        ("between 4 and 6", None),
        ("11", None),
        ("6.5", None),
        ("none", None),
    ],
)
def test_a_rating_is_one_whole_number_from_0_to_10(text: str, rating: int | None) -> None:
    """Two numbers, a fraction or a larger one are no rating."""
    assert rating_in(text) == rating


def test_several_answers_are_gathered_until_that_is_all() -> None:
    """Each answer of a list is kept; the words that end the list are not one of them."""
    made = practice(step("one", Complete.SEVERAL), step("two"))
    state = say(made, begun(made), "the choir", "the garden", "that's all").state
    assert ([answer.text for answer in state.given("one")], state.step) == (["the choir", "the garden"], 1)


def test_an_empty_list_is_no_answer() -> None:
    """Ending a list before anything is on it passes the step over."""
    made = practice(step("one", Complete.SEVERAL), step("two"))
    state = say(made, begun(made), "nothing else").state
    assert (state.answers, state.skipped, state.step) == ((), ("one",), 1)


def test_what_would_it_bring_is_asked_until_an_answer_comes_back() -> None:
    """The step ends when an answer says again what one before it said, and after a few times at the latest."""
    made = practice(step("one", Complete.REPEATS), step("two"))
    state = say(made, begun(made), "quiet evenings at home", "time for the children").state
    assert state.step == 0
    assert say(made, state, "quiet evenings at home again").state.step == 1
    endless = [f"reason {letter * 5}" for letter in "bcdfghjk"]
    state = say(made, begun(made), *endless[:REPEATS_MOST]).state
    assert (len(state.given("one")), state.step) == (REPEATS_MOST, 1)


def test_a_step_is_asked_for_each_of_several() -> None:
    """Everyone at the table is asked, in their order; without anyone the step falls away."""
    made = practice(step("names", Complete.SEVERAL), step("view", each="names"), step("end"))
    state = say(made, begun(made), "Ines", "Tom", "that's everyone").state
    assert each_of(made, state) == "Ines"
    state = say(made, state, "I see it so").state
    assert each_of(made, state) == "Tom"
    state = say(made, state, "I don't").state
    assert [(answer.of, answer.text) for answer in state.given("view")] == [("Ines", "I see it so"), ("Tom", "I don't")]
    assert state.step == 2
    assert say(made, begun(made), "skip").state.step == 2


def test_a_link_is_asked_for_until_one_is_heard() -> None:
    """A sentence without cause and effect is no link; the reading decides."""
    made = practice(step("link", Complete.LINK), step("two"), records=(RecordForm.LOOP,))
    state = say(made, begun(made), "my work").state
    assert state.given("link") == ()
    state = say(made, state, "the later I work the worse I sleep", heard=Heard(link=True)).state
    assert len(state.given("link")) == 1


def test_leaving_keeps_the_place() -> None:
    """A practice that is left goes on where it was, with everything said so far."""
    made = practice(step("one"), step("two"))
    left = say(made, begun(made), "first words", "later")
    assert left.left
    again = take_up(made, PracticeState.from_json(left.state.to_json()))
    assert (again.step, again.left, [answer.text for answer in again.answers]) == (1, False, ["first words"])


def test_a_changed_practice_begins_anew() -> None:
    """A run whose file has fewer steps by now is not taken up in the middle of nowhere."""
    longer = practice(step("one"), step("two"), step("three"))
    state = say(longer, begun(longer), "a", "b").state
    shorter = practice(step("one"))
    assert take_up(shorter, state) == start(shorter)


@pytest.mark.parametrize("broken", ["[]", "{}", '{"practice": 3}', "null", '"x"'])
def test_a_broken_state_is_refused(broken: str) -> None:
    """What is no state of a practice raises, so that the practice begins anew."""
    with pytest.raises(ValueError, match="practice"):
        PracticeState.from_json(broken)


@pytest.mark.parametrize(
    ("text", "keep", "words"),
    [
        ("keep it", True, ""),
        ("Yes.", True, ""),
        ("no", False, ""),
        ("don’t keep it", False, ""),
        ("I swim twice a week.", True, "I swim twice a week."),
    ],
)
def test_an_offer_is_accepted_refused_or_reworded(text: str, keep: bool, words: str) -> None:
    """A yes keeps it, a no refuses it, anything else is their own wording of it."""
    made = practice(step("purpose"), records=(RecordForm.PURPOSE,))
    turned = say(made, begun(made), "to teach", text)
    assert turned.verdict is not None
    assert (turned.verdict.keep, turned.verdict.words) == (keep, words)
    assert turned.done


def test_rounds_begin_with_what_was_named() -> None:
    """Where a practice has rounds, naming the next one answers its first step; "enough" ends it."""
    made = practice(step("area"), step("vision"), records=(RecordForm.VISION,), again="Which next?")
    state = say(made, begun(made), "health", "I swim", "keep it").state
    assert state.stage is Stage.AGAIN
    fresh = say(made, state, "home").state
    assert (fresh.round, fresh.step, [answer.text for answer in fresh.given("area")]) == (1, 1, ["home"])
    assert say(made, state, "that's enough").done


@pytest.mark.parametrize(
    ("hears", "yes", "no"),
    [
        (is_skip, ["skip", "Skip this one.", "I'd rather not say", "next"], ["I skip breakfast", "next week I will"]),
        (is_leave, ["later", "enough for tonight", "let's stop here"], ["later I called her", "stop the world"]),
        (is_all, ["that's all", "no one else", "Nothing more."], ["that's all I wanted from him", "nothing works"]),
        (is_keep, ["yes", "keep it as it is", "nothing"], ["yes but shorter", "nothing in it is mine"]),
        (is_refusal, ["no", "don't keep it", "not mine"], ["no shouting at dinner", "not mine to carry any more"]),
        (is_no_day, ["no date", "none", "whenever"], ["no later than Friday"]),
    ],
)
def test_only_a_short_whole_answer_is_a_command(hears: Callable[[str], bool], yes: list[str], no: list[str]) -> None:
    """A sentence that has the word in it is an answer, and is kept."""
    assert [text for text in yes if not hears(text)] == []
    assert [text for text in no if hears(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Yes, like that.", "Yes, that's good.", "Sounds good.", "That’s perfect.", "Keep it, thanks.", "as is",
        "Fine by me",
        "Okay then", "Yes please", "I love it",
    ],
)  # fmt: skip
def test_a_yes_in_many_words_keeps_what_is_offered(text: str) -> None:
    """However it is said, it stands as it was."""
    made = practice(step("purpose"), records=(RecordForm.PURPOSE,))
    verdict = say(made, begun(made), "to feed a street", text).verdict
    assert verdict is not None
    assert (verdict.keep, verdict.words) == (True, "")


@pytest.mark.parametrize(
    "text",
    [
        "No, that's not it.", "I don't like it.", "Not like that.", "In other words of mine.", "Never mind.",
        "Wait.", "Thanks.",
        "It's too long.", "shorter please", "Perfect, except for the end.", "Let's go on.", "Hmm",
    ],
)  # fmt: skip
def test_what_is_said_of_a_line_is_never_the_line(text: str) -> None:
    """It is asked about once more, and then nothing is kept and nothing refused."""
    made = practice(step("purpose"), records=(RecordForm.PURPOSE,))
    asked = say(made, begun(made), "to feed a street", text)
    assert (asked.verdict, asked.state.unclear) == (None, True)
    verdict = say(made, asked.state, text).verdict
    assert verdict is not None
    assert (verdict.keep, verdict.words, verdict.unclear) == (False, "", True)


def test_please_dont_refuses() -> None:
    """A polite no is a no."""
    made = practice(step("purpose"), records=(RecordForm.PURPOSE,))
    verdict = say(made, begun(made), "to feed a street", "Please don't.").verdict
    assert verdict is not None
    assert (verdict.keep, verdict.unclear) == (False, False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No, I cook for them twice a week", "I cook for them twice a week"),
        ("It is quiet in the house after seven.", "It is quiet in the house after seven."),
        ("Streets, fed.", "Streets, fed."),
        ("Make it: bread for all", "bread for all"),
        ("“Patience”", "Patience"),
    ],
)
def test_a_line_of_their_own_is_kept_at_once(text: str, words: str) -> None:
    """It is quoted, led to, a sentence, or shares a word with what was offered."""
    made = practice(step("purpose"), records=(RecordForm.PURPOSE,))
    verdict = say(made, begun(made), "to feed a street", text).verdict
    assert verdict is not None
    assert (verdict.keep, verdict.words) == (True, words)


@pytest.mark.parametrize(
    "text",
    [
        "I need to leave work at five.",
        "I'm too tired to cook on weekdays.",
        "Only cook at weekends.",
        "Don't say yes at once.",
    ],
)
def test_a_line_that_begins_as_talk_of_it_can_still_be_said(text: str) -> None:
    """At once, or when it is said again as the whole line that was asked for."""
    made = practice(step("purpose"), records=(RecordForm.PURPOSE,))
    first = say(made, begun(made), "to feed a street", text)
    verdict = first.verdict or say(made, first.state, text).verdict
    assert verdict is not None
    assert (verdict.keep, verdict.words) == (True, text)


@pytest.mark.parametrize("text", ["Patience.", "Everyone at one table, nobody rushing."])
def test_what_may_be_a_line_is_asked_for_once_more(text: str) -> None:
    """Asked for the whole line, whoever says it again has said what it is."""
    made = practice(step("purpose"), records=(RecordForm.PURPOSE,))
    asked = say(made, begun(made), "to feed a street", text)
    assert asked.verdict is None
    verdict = say(made, asked.state, text).verdict
    assert verdict is not None
    assert (verdict.keep, verdict.words) == (True, text)


def test_a_loop_is_never_reworded() -> None:
    """What is said to it is a yes, a no, or asked about."""
    made = practice(step("link", Complete.LINK), records=(RecordForm.LOOP,))
    heard = Heard(link=True)
    state = say(made, begun(made), "the later I work the worse I sleep", "that's all", heard=heard).state
    assert say(made, state, "The worse I sleep the later I work.").verdict is None


def test_not_to_know_is_no_experiment() -> None:
    """It is asked for once more and then passed over; in a step that makes no record it is an answer."""
    made = practice(step("belief", least=3), step("since"), records=(RecordForm.BELIEF,))
    state = say(made, begun(made), "I don't know").state
    assert (state.step, state.answers) == (0, ())
    state = say(made, state, "I don’t know yet").state
    assert (state.step, state.answers, state.skipped) == (1, (), ("belief",))
    assert say(made, state, "I don't know").state.given("since")
