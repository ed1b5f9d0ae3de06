"""What a turn does: the rules of variety, the arc, the kinds of turn."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.coaching.arc import allowed_types
from assistant.coaching.plan import Occasion
from assistant.coaching.planner import plan_turn
from assistant.coaching.session_state import SessionState
from assistant.core.dialogue import Move, QuestionType
from assistant.core.reading import DialogueAct, Distress, Reading
from assistant.reading.acts import hear_acts
from tests.coaching.coach_room import MESSAGES, talk, turn

ORDINARY = tuple(message for message in MESSAGES if 8 < len(message.split()) < 60 and "?" not in message)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(ORDINARY), min_size=8, max_size=10, unique=True))
def test_types_vary_within_a_session(messages: list[str]) -> None:
    """Never one type three times running, at least four types in eight turns, no question twice."""
    replies, state = talk(messages)
    types = [reply.question_type for reply in replies if reply.question_type]
    assert all(len(set(types[place : place + 3])) > 1 for place in range(len(types) - 2))
    assert len(set(types[:8])) >= 4
    assert len(set(state.asked)) == len(state.asked)


def test_the_last_questions_that_can_bring_a_fourth_type_bring_it() -> None:
    """However the messages lean: of three types in seven questions, and of two in six, none may come again."""
    clarify, assume, evidence = QuestionType.CLARIFICATION, QuestionType.ASSUMPTIONS, QuestionType.EVIDENCE
    for used in ((clarify, assume, evidence) * 2 + (assume,), (clarify, assume) * 3):
        assert allowed_types(SessionState(types=used)) == frozenset(QuestionType) - set(used)
        assert set(used) & allowed_types(SessionState(types=used[:-1]))
    assert evidence in allowed_types(SessionState(types=(clarify, assume, evidence) * 3))


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Just tell me what to do about the flat.", Occasion.ADVICE),
        ("Was I wrong to leave early? I'd like to know.", Occasion.VERDICT),
        ("What would you do in my place?", Occasion.OPINION),
        ("That's a stupid question.", Occasion.BAD_QUESTION),
        ("You've got that backwards, I was the one who asked.", Occasion.BAD_QUESTION),
        ("What? I only mean the bus is late.", Occasion.BAD_QUESTION),
        ("I don't like these questions tonight.", Occasion.TOO_MANY_QUESTIONS),
        ("Just tell me what you would do.", Occasion.OPINION),
        ("nothing else really. bed", Occasion.GOODBYE),
        ("she's outside now. gotta go", Occasion.GOODBYE),
        ("Stop asking me questions.", Occasion.TOO_MANY_QUESTIONS),
        ("You said I should sell the car.", Occasion.CLAIMED),
        ("What did I write about the car in March?", Occasion.PAST_ENTRY),
        ("Just make it up, make it sound like me.", Occasion.INVENT),
        ("Are you a real person?", Occasion.ABOUT_PROGRAM),
        ("Good night, off to bed.", Occasion.GOODBYE),
        ("You can leave it there.", Occasion.LEAVE_IT),
        ("I'll ring Ana tomorrow before lunch.", Occasion.DECISION),
        ("Quiet day.", Occasion.THIN),
        ("We got the grant and we laughed all evening, best day in a long time.", Occasion.GOOD_NEWS),
    ],
)
def test_the_kind_of_turn_is_heard(text: str, occasion: Occasion) -> None:
    """A request, a complaint, a step and a goodbye are each answered as what they are."""
    assert plan_turn(text, Reading(), hear_acts(text), SessionState()).occasion is occasion


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Turns out she had been ill the whole time.", Occasion.NEW_EVIDENCE),
        ("No, that's not it.", Occasion.OBJECTION),
        ("You weren't there. Are you saying I made it up?", Occasion.OBJECTION),
        ("I'm not answering that.", Occasion.DECLINED),
        ("I might go to the drop-in on Thursday, who knows.", Occasion.MAYBE),
        ("Huh. I'd never put those two together.", Occasion.INSIGHT),
    ],
)
def test_some_kinds_come_only_after_a_beginning(text: str, occasion: Occasion) -> None:
    """What answers something said before is heard as such in mid-session and not in a first message."""
    midway = SessionState(turns=3, thread="the rota", quotes=("the rota",), asked=("What is it about the rota?",))
    assert plan_turn(text, Reading(), hear_acts(text), midway).occasion is occasion
    assert plan_turn(text, Reading(), hear_acts(text), SessionState()).occasion is not occasion


def test_good_news_beside_what_weighs_is_not_asked_of_it() -> None:
    """What went well has no phrase to stand on, so what else was said is asked about as it is."""
    night = "I just want her to be proud. Bed at nine, good night's sleep at last."
    for text in (night, "He slams every door. Good day."):
        plan = plan_turn(text, Reading(), hear_acts(text), SessionState(turns=2, asked=("What then?",)))
        assert plan.occasion is Occasion.ORDINARY
        assert plan.options[0].handle.quote.strip(".") in text.split(". ")[0]


def test_strong_feeling_comes_first_and_once() -> None:
    """After strong feeling the turn stays with it; the next one need not."""
    text = "I've been so angry since the meeting, and I clapped too."
    plan, reply, state = turn(text, SessionState())
    assert plan.occasion is Occasion.FEELING
    assert "angry" in reply.text
    again = plan_turn("I'm so angry about the slide he showed.", Reading(), frozenset({DialogueAct.FEELING}), state)
    assert again.occasion is not Occasion.FEELING


def test_concern_is_slow_and_unchallenging() -> None:
    """Concern has words of its own, with no challenge in them."""
    plan = plan_turn(
        "I can't see how this gets better.", Reading(distress=Distress.CONCERN), frozenset(), SessionState()
    )
    assert plan.occasion is Occasion.CONCERN


def test_an_objection_keeps_the_line_it_objects_to() -> None:
    """A mere objection does not make a quotation of theirs go away."""
    _plan, _reply, state = turn("She never listens to me, not once in ten years.", SessionState())
    replies = {
        turn("No, that's not it.", state, ("She never listens to me, not once in ten years.",), str(n))[1].text
        for n in range(6)
    }
    assert all("She never listens to me" in reply for reply in replies)


def test_new_evidence_drops_the_old_premise() -> None:
    """After new evidence nothing of what they believed before is asked about."""
    before = "Jo is avoiding me. She doesn't want to run with me any more."
    _plan, _reply, state = turn(before, SessionState())
    text = "Turns out she broke her ankle three weeks ago."
    for number in range(6):
        _plan, reply, _state = turn(text, state, (before,), str(number))
        assert "avoiding" not in reply.text
        assert "run with me" not in reply.text


def test_a_rest_asks_nothing_and_never_twice_running() -> None:
    """Asked to leave it there, the turn leaves it; asked again at once, it asks one easy thing."""
    replies, _state = talk(
        ["I let everything go, that's my job in this family.", "You can leave it there.", "Leave it there, I said."]
    )
    assert replies[1].question is None
    assert replies[1].move is Move.REFLECT
    assert replies[2].question is not None


def test_two_sentences_of_theirs_are_set_side_by_side_once() -> None:
    """What they denied early meets what they say later: once, late, and in their own words."""
    messages = [
        "They announced the new leads. I never wanted it, which is fine.",
        "More hours, and everybody hates you.",
        "Dee started after me, I trained her on the scanner.",
        "My dad asked if there was news and I said no.",
        "I suppose I filled in the form in March.",
        "I suppose I kept the form on the fridge.",
    ]
    found = [
        text
        for number in range(4)
        for text in (reply.text for reply in talk(messages, str(number))[0])
        if "never wanted it" in text
    ]
    replies, state = talk(messages)
    assert state.occasions.count(Occasion.SIDE_BY_SIDE) == 1
    assert found
    assert all("“" in reply.text for reply in replies if "never wanted it" in reply.text)


def test_a_decision_is_a_commitment_and_is_kept_as_the_step() -> None:
    """Their step is kept in their words, and given back at the goodbye."""
    replies, state = talk(
        ["The rota is killing me every single week.", "I'll ring Ana tomorrow before lunch.", "Good night."]
    )
    assert replies[1].move is Move.COMMIT
    assert state.step == "I'll ring Ana tomorrow before lunch"
    assert replies[2].move is Move.CLOSE
    assert replies[2].question is None
    assert "I'll ring Ana tomorrow before lunch" in replies[2].text


def test_the_last_step_is_asked_about_first() -> None:
    """A session that begins after one that ended with a step begins with that step, once."""
    state = SessionState(last_step="I'll ring Ana tomorrow")
    plan, reply, state = turn("Quiet day, swept the yard.", state)
    assert plan.occasion is Occasion.LAST_STEP
    assert "“I'll ring Ana tomorrow”" in reply.text
    plan, _reply, _state = turn("She wasn't in, so I swept the yard.", state)
    assert plan.occasion is not Occasion.LAST_STEP


def test_after_a_sign_of_danger_the_last_step_is_not_asked_about() -> None:
    """It may be the plan, and it can wait for another sitting."""
    text = "Quiet day."
    state = SessionState(last_step="I'll ring Ana tomorrow", gently=True)
    assert plan_turn(text, Reading(), hear_acts(text), state).occasion is Occasion.GENTLY


def test_strong_feeling_makes_the_last_step_wait() -> None:
    """Somebody in tears is not asked about a phone call."""
    text = "I'm so ashamed of what I said to him at the table."
    plan = plan_turn(text, Reading(), hear_acts(text), SessionState(last_step="I'll ring Ana tomorrow"))
    assert plan.occasion is not Occasion.LAST_STEP


def test_a_plan_gives_its_reasons() -> None:
    """Every ordinary plan can say what it heard and which phrase it stands on."""
    plan = plan_turn(
        "I should have rung Ana by now, everyone thinks I don't care.", Reading(), frozenset(), SessionState()
    )
    named = {reason.name: reason.detail for reason in plan.reasons}
    assert named["occasion"] == "ordinary"
    assert named["phrase"]
    assert {"heard_as", "weight", "types_so_far"} <= named.keys()


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_no_message_makes_planning_fail(text: str) -> None:
    """Whatever is typed gets a turn, and a checked one."""
    _plan, reply, _state = turn(text, SessionState())
    assert reply.text.strip()
    assert reply.text.count("?") <= 1


def test_every_type_can_be_asked_of_an_ordinary_message() -> None:
    """Variety never runs dry: each type of question has words for an ordinary message."""
    message = "My sister wants to sell the house and I said whatever you think."
    for question_type in QuestionType:
        others = tuple(t for t in QuestionType if t is not question_type)
        state = SessionState(turns=5, types=(*others, *others)[-2:], asked=("What now?",))
        plan = plan_turn(message, Reading(), frozenset(), state)
        assert any(option.question_type is question_type for option in plan.options)


def test_a_goodbye_holds() -> None:
    """After a goodbye an afterthought is noted, and nothing is asked again."""
    replies, _state = talk(
        [
            "The landlord was so friendly that I offered him tea.",
            "Night, thanks.",
            "He's coming on the 9th with a builder.",
        ]
    )
    assert [reply.move for reply in replies[1:]] == [Move.CLOSE, Move.CLOSE]
    assert all(reply.question is None for reply in replies[1:])


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Just tell me whether to sell the boat or not.", Occasion.ADVICE),
        ("bored of this now", Occasion.LEAVE_IT),
        ("cant be bothered writing tonight", Occasion.LEAVE_IT),
        ("Don't you dare tell me to see it from his side.", Occasion.TOO_MANY_QUESTIONS),
        ("Are you actually listening or is this a script?", Occasion.ABOUT_PROGRAM),
        ("My nephew rang, he got into the choir school.", Occasion.GOOD_NEWS),
        ("He's here! Born at 5:40 this morning. I can't stop looking.", Occasion.GOOD_NEWS),
        ("We got the contract! I nearly cried in the van.", Occasion.GOOD_NEWS),
        ("The biopsy came back clear. I haven't told anyone yet.", Occasion.GOOD_NEWS),
    ],
)
def test_what_people_really_type_is_heard(text: str, occasion: Occasion) -> None:
    """In small letters and without apostrophes too; news not told to anyone yet is still good news."""
    assert plan_turn(text, Reading(), hear_acts(text), SessionState()).occasion is occasion


def test_a_decision_and_a_goodbye_keep_the_step_that_has_its_day() -> None:
    """What is asked about next time is the step they stated, the one with its day first, even on the way out."""
    for text in (
        "I'll ring the council on Monday about the drain, and I'll keep calm.",
        "It's late. I'll ring the council on Monday about the drain. Good night.",
    ):
        _plan, _reply, state = turn(text, SessionState(turns=4, thread="the drain"), earlier=("the drain",))
        assert (state.step or "").startswith("I'll ring the council on Monday")


def test_a_short_evening_leaves_room_for_the_last_step() -> None:
    """A first message that only tells of the day is asked about the step; one with a charge is not."""
    left = SessionState(last_step="I'll ring Vera on Sunday")
    assert turn("Back again. Fog all day, so no boats out.", left)[0].occasion is Occasion.LAST_STEP
    assert turn("My brother says I never lift a finger at home.", left)[0].occasion is not Occasion.LAST_STEP


@pytest.mark.parametrize("text", ["No, I haven't told him that.", "Last spring, no, he packed the tent by himself."])
def test_a_no_that_answers_is_no_objection(text: str) -> None:
    """The question asked for a yes or no of its own; nothing was amiss with it."""
    midway = SessionState(turns=3, thread="the tent", quotes=("the tent",), asked=("What is it about the tent?",))
    assert plan_turn(text, Reading(), hear_acts(text), midway).occasion is Occasion.ORDINARY


def test_the_other_side_is_not_asked_about_once_it_was_refused() -> None:
    """After "don't tell me to see it from his side" no question of that session asks how others see it."""
    _replies, state = talk(["My brother sold the boat without asking.", "Don't tell me to see it from his side."])
    for message in ORDINARY[:6]:
        _plan, reply, state = turn(message, state)
        assert reply.question_type is not QuestionType.VIEWPOINTS


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Quiet day.", True),
        ("Tidied the loft with Ana and found the old tent, which made her laugh a lot.", False),
        ("I rang the surgery about Ana's knee and they had nothing until the end of June.", True),
    ],
)
def test_the_last_step_waits_for_a_first_message_with_room(text: str, asked: bool) -> None:
    """The step that was left opens an evening that says little or is about the same thing, and takes over no other."""
    state = SessionState(last_step="I'll ring the surgery on Monday")
    occasion = plan_turn(text, Reading(), hear_acts(text), state).occasion
    assert (occasion is Occasion.LAST_STEP) is asked
    assert plan_turn(text, Reading(), hear_acts(text), state.after(turns=1)).occasion is not Occasion.LAST_STEP


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Not lifting it on my own. He showed me the knots when I was seven.", "on my own"),
        ("I never learned to steer. The boat had been his for years, and his brother painted it.", "never learned"),
        ("I gave the tools away. His sister had the choir in those days.", "I gave the tools away"),
    ],
)
def test_an_answer_is_asked_about_where_the_writer_is(text: str, quoted: str) -> None:
    """What they say of themselves goes before an aside about somebody else, though it comes first."""
    plan = plan_turn(text, Reading(), frozenset(), SessionState(turns=3, asked=("What do you want of it?",)))
    assert plan.target is not None
    assert quoted in plan.target.quote
