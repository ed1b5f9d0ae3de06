"""What is said to the coach of its question, apart from what somebody else said and from the story."""

from __future__ import annotations

import pytest

from assistant.coaching.complaints import Complaint, hear_complaint
from assistant.coaching.handles import find_handles
from assistant.coaching.listening import hear_turn
from assistant.coaching.plan import OPENS_PLAINLY, OPENS_WITH_OURS, Occasion
from assistant.coaching.planner import plan_turn
from assistant.coaching.session_state import SessionState
from assistant.core.dialogue import QuestionType
from assistant.core.reading import Reading
from assistant.reading.acts import hear_acts
from tests.coaching.coach_room import turn

ASKED = "“The ferry left without us”: what was that like for you?"
MIDWAY = SessionState(
    turns=3,
    thread="The ferry left without us",
    quotes=("The ferry left without us",),
    asked=(ASKED,),
    types=(QuestionType.CLARIFICATION,),
)
BEFORE = ("The ferry left without us. I never told Odile that I had the wrong day.",)


@pytest.mark.parametrize(
    "text",
    [
        "My sister said you never answer and I put the phone down.",
        "Pavel told me you keep going until the tide turns.",
        "I told Odile you keep asking and it wears her out.",
        "People say you did it again and they laugh.",
        "The pilot asked me the same question on each crossing.",
        "Whenever you turn it round the handle comes off.",
        "If you get the knot wrong, the whole net goes.",
        "It was a silly question to put to a pilot and I knew it.",
        "What a stupid question he asked at the harbour.",
        "I was given that stupid question from the form again.",
        "At each gate the same question, who are you with.",
        "She has a cruel way of putting it.",
        "I said it before they could laugh.",
    ],
)
def test_what_another_person_said_is_no_complaint(text: str) -> None:
    """Whoever tells that they were blamed is not told that we were wrong."""
    assert hear_complaint(text, ASKED) is None
    heard = hear_turn(text, hear_acts(text), MIDWAY)
    assert heard.seen == text
    assert heard.occasion not in (Occasion.BAD_QUESTION, Occasion.OBJECTION, Occasion.TOO_MANY_QUESTIONS)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("She said no and you keep asking about the ferry.", Complaint.TOLD_ALREADY),
        ("I already told you that.", Complaint.TOLD_ALREADY),
        ("I think you've misread me.", Complaint.MISREAD),
        ("I have to say you keep repeating yourself.", Complaint.TOLD_ALREADY),
        ("That was a stupid question.", Complaint.POOR),
        ("Seems to me that's a funny question to ask me.", Complaint.POOR),
        ("Same question again.", Complaint.TOLD_ALREADY),
        ("Don't put words in my mouth.", Complaint.MISREAD),
        ("It was a joke, you took that up wrong.", Complaint.MISREAD),
        ("That's a bit the wrong question, really.", Complaint.POOR),
        ("you keep twisting this into questions", Complaint.MISREAD),
    ],
)
def test_what_the_writer_says_to_us_is_one(text: str, complaint: Complaint) -> None:
    """Also beside what another said, and in the past of a moment ago."""
    heard = hear_complaint(text, ASKED)
    assert heard is not None
    assert heard.complaint is complaint


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("You keep asking about the ferry and I haven't slept since Monday.", "I haven't slept since Monday"),
        ("I sat on the quay all night and you keep asking about the ferry.", "I sat on the quay all night"),
        ("You've got that wrong, Odile was the one who cried.", "Odile was the one who cried"),
        ("You've asked me that already, with the ferry.", ""),
    ],
)
def test_the_clause_is_set_aside_and_not_the_sentence(text: str, left: str) -> None:
    """What the same sentence tells beside it is asked about."""
    heard = hear_complaint(text, ASKED)
    assert heard is not None
    assert heard.rest.strip(" .,") == left
    assert all(one.span.of(text) == one.quote for one in find_handles(heard.rest))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("What's it like? It's a timetable.", Complaint.UNCLEAR),
        ("What was that like?", Complaint.UNCLEAR),
        ("Like? There was no like, I stood there.", Complaint.MISREAD),
        ("Left? It hasn't left yet.", Complaint.MISREAD),
    ],
)
def test_our_own_word_said_back_is_a_complaint(text: str, complaint: Complaint) -> None:
    """The question asked for what nobody can say of a timetable, or took up what was not so."""
    heard = hear_complaint(text, ASKED)
    assert heard is not None
    assert heard.complaint is complaint


@pytest.mark.parametrize(
    "text", ["What was it like? Cold, and nobody spoke.", "What now? I sit here.", "Left? Yes, at noon."]
)
def test_our_own_word_with_its_answer_is_none(text: str) -> None:
    """They take the question up."""
    assert hear_complaint(text, ASKED) is None


@pytest.mark.parametrize(
    "text",
    ["Eh?", "What do you mean?", "That's a stupid question.", "Eh? The pilot waved and I did not wave back.", "No."],
)
@pytest.mark.parametrize("kind", [QuestionType.CLARIFICATION, QuestionType.EVIDENCE, QuestionType.VIEWPOINTS])
def test_what_missed_is_not_asked_again_as_another_of_its_kind(text: str, kind: QuestionType) -> None:
    """Who did not understand what it was like for them is not asked what it was like."""
    for seed in "abc":
        _plan, reply, _state = turn(text, MIDWAY.after(types=(kind,)), BEFORE, seed)
        assert reply.question_type is not kind


@pytest.mark.parametrize("said", ["Eh?", "I don't understand the question", "Pardon?"])
def test_what_missed_is_not_asked_again_to_the_same_end(said: str) -> None:
    """The two questions do not come down to the same words, though one is of another type."""
    for seed in "abcdefgh":
        _plan, reply, _state = turn(said, MIDWAY.after(types=(QuestionType.IMPLICATIONS,)), BEFORE, seed)
        assert reply.question is not None
        assert not reply.question.endswith("for you?")


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("You've asked me that already. I'll ring Odile tomorrow at nine.", Occasion.DECISION),
        ("You've asked me that already. Wanda just rang. The ferry runs again.", Occasion.NEW_EVIDENCE),
        ("You've asked me that already. Anyway we got the boat, best day in a long time!", Occasion.GOOD_NEWS),
    ],
)
def test_a_complaint_beside_a_step_or_news_is_owned(text: str, occasion: Occasion) -> None:
    """And the question is about the step or the news."""
    plan, reply, _state = turn(text, MIDWAY, BEFORE)
    assert plan.occasion is occasion
    assert plan.led == "led_told_already"
    assert "asked" not in reply.text


def test_a_step_after_a_complaint_is_what_is_asked_about() -> None:
    """And not the sentence before it."""
    plan, _reply, _state = turn("You got that wrong. The nets are rotten. tomorrow i text the pilot", MIDWAY, BEFORE)
    assert plan.occasion is Occasion.DECISION
    assert plan.target is not None
    assert "text the pilot" in plan.target.quote


def test_a_turn_opens_plainly_or_with_a_line_of_ours() -> None:
    """Never both, or a complaint would be owned twice."""
    assert not OPENS_PLAINLY & OPENS_WITH_OURS


def test_what_would_be_feared_of_a_question_can_be_asked_about() -> None:
    """A question of theirs is no question of ours."""
    text = "If I ask a stupid question on deck they will see that I am new."
    plan = plan_turn(text, Reading(), hear_acts(text), SessionState())
    assert plan.occasion is Occasion.ORDINARY
    assert plan.target is not None
    assert plan.target.quote


@pytest.mark.parametrize("filling", [" " * 20_000, "\n" * 20_000, "\n \n" * 7_000, ". " * 10_000, "ok, " * 5_000])
@pytest.mark.parametrize("said", ["You keep asking.{}My brother rang.", "He said{}you never listen.", "What{}?"])
def test_a_page_of_nothing_is_heard_to_its_end(said: str, filling: str) -> None:
    """However long the blanks and the marks, within steps that grow with them and no faster."""
    text = said.format(filling)
    heard = hear_complaint(text, ASKED)
    assert heard is None or len(heard.rest) == len(text)
    assert len(hear_turn(text, frozenset(), MIDWAY).seen) == len(text)
