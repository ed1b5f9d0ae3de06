"""The question bank: what ships in it, and that nothing in it may be refused."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import replace

import pytest

from assistant.coaching.bank import Bank, BankQuestion, fill, question_in, shape_of
from assistant.coaching.critic import Ground, faults_of
from assistant.coaching.plan import Occasion
from assistant.coaching.session_state import SessionState
from assistant.core.dialogue import QuestionType
from assistant.errors import Unreadable
from assistant.services.coach_words import load_coach_words
from assistant.shipped import shipped
from tests.coaching.coach_room import MESSAGES, coach_words, turn

SLOTS = (
    {
        "quote": "I have to clear up after them",
        "word": "have to",
        "said": "no rush",
        "cond": "if I slow down",
        "cons": "they'll see I'm slow",
        "before": "it was fine",
        "after": "I lay awake",
        "also": "I clapped too",
        "who": "your sister",
        "whom": "your sister",
        "person": "Marta",
        "topic": "the kitchen",
        "number": "nine days",
        "do": "clear up",
        "doing": "clearing up",
        "undo": "didn't clear up",
        "what": "it's easier that way",
        "happened": "you cleared up",
        "ended": "you cleared up",
        "place": "the kitchen",
        "feeling": "angry",
        "thread": "left to me again",
        "earlier": "left to me again",
        "step": "I'll ring Marta on Friday",
        "denial": "I don't mind the kitchen",
        "one": "clear up tonight",
        "other": "leave it for them",
    },
    {
        "quote": "he forgot the rent",
        "word": "forgot",
        "said": "you two",
        "cond": "whenever he's tired",
        "cons": "I end up paying",
        "before": "I like him",
        "after": "I can't rely on him",
        "also": "I said nothing",
        "who": "your brother",
        "whom": "your brother",
        "person": "your brother",
        "topic": "the rent",
        "number": "two times",
        "do": "ask him",
        "doing": "asking him",
        "undo": "didn't ask him",
        "what": "you were away",
        "happened": "he forgot the rent",
        "ended": "he forgot the rent",
        "place": "the office",
        "feeling": "tired",
        "thread": "the van",
        "earlier": "the van",
        "step": "I'll write it down",
        "denial": "it's only money",
        "one": "ask him now",
        "other": "wait for the letter",
    },
)
QUESTIONS = coach_words().bank.questions


def test_the_bank_is_large_and_even() -> None:
    """At least 300 questions, each of the six types well provided, no text and no id twice."""
    types = Counter(question.question_type for question in QUESTIONS)
    assert len(QUESTIONS) >= 300
    assert all(types[question_type] >= 25 for question_type in QuestionType)
    assert len({question.id for question in QUESTIONS}) == len(QUESTIONS)
    repeated = [
        text for text, times in Counter((q.template, q.handles, q.occasions) for q in QUESTIONS).items() if times > 1
    ]
    assert not repeated


def test_every_occasion_that_asks_has_its_questions() -> None:
    """No kind of turn falls back on another's words, except those that only an aside answers."""
    asked = {occasion for question in QUESTIONS for occasion in question.occasions}
    answered = {Occasion.GOODBYE, Occasion.OFF_TOPIC, Occasion.REDIRECT, Occasion.OTHER_LANGUAGE, Occasion.LEAVE_IT}
    assert set(Occasion) - asked <= answered


@pytest.mark.parametrize("slots", SLOTS)
def test_the_critic_lets_every_question_through(slots: dict[str, str]) -> None:
    """Filled with somebody's words, each question of the bank could be shown."""
    said = " ".join(slots.values())
    for question in QUESTIONS:
        text = fill(question.template, slots)
        ground = Ground(said, said_back=tuple(slots.values()), about_their_words=bool(question.needs))
        assert faults_of(text, ground) == [], f"{question.id}: {text}"


def test_no_question_is_a_form_to_be_filled() -> None:
    """A person should not hear a slot: few questions end on a quotation, and a plain form is always at hand."""
    shapes = Counter(shape_of(q.template) for q in QUESTIONS if Occasion.ORDINARY in q.occasions)
    assert shapes["trails"] < 0.2 * shapes.total()
    assert shapes["plain"] + shapes["within"] > 0.3 * shapes.total()


def test_what_is_asked_of_people_is_varied_and_passes() -> None:
    """Of replies to a hundred people most are built differently, and each one passes the critic."""
    forms = []
    for number, message in enumerate(MESSAGES):
        plan, reply, _state = turn(message, SessionState(), seed=str(number))
        if plan.occasion not in (Occasion.OFF_TOPIC, Occasion.REDIRECT, Occasion.OTHER_LANGUAGE):
            assert reply.question is not None
            forms.append(re.sub(r"“[^”]*”", "_", reply.text))
    assert len(set(forms)) >= 0.5 * len(forms)


def test_one_person_is_asked_something_else_every_evening() -> None:
    """The same message on seven evenings is met by seven questions: what was asked lately does not come again soon."""
    plan, _reply, state = turn("My brother sold the boat without telling me.", SessionState())
    lately: list[str] = []
    for evening in range(7):
        first = coach_words().bank.wordings(plan, state, str(evening), frozenset(lately))[0]
        assert first.source_id not in lately
        lately.append(first.source_id)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Fair. What's the question you'd rather I asked?", "What's the question you'd rather I asked?"),
        ("“Is it? No.” What did you answer?", "What did you answer?"),
        ("It stays as you put it.", None),
        ("What did “no. never?” mean?", "What did “no. never?” mean?"),
    ],
)
def test_the_question_within_a_text_is_found(text: str, question: str | None) -> None:
    """To the character, and never inside a quotation."""
    assert question_in(text) == question


def test_their_words_stay_as_they_wrote_them() -> None:
    """Our sentences begin with a capital, their quotations do not change."""
    assert fill("{who} said it. “{quote}”: what then?", {"who": "your aunt", "quote": "not. now"}) == (
        "Your aunt said it. “not. now”: what then?"
    )


def test_a_file_with_an_unknown_key_is_refused_by_name(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A typing error in a question file is an error with the file's name, not a question that never comes."""
    folder = tmp_path_factory.mktemp("prompts")
    (folder / "questions").mkdir()
    (folder / "worth").mkdir()
    (folder / "worth" / "questions.toml").write_text('version = 1\nsource = "me"\n[worth]\n')
    (folder / "questions" / "mine.toml").write_text('version = 1\nsource = "me"\n[[group]]\nclarifcation = ["What?"]\n')
    with pytest.raises(Unreadable, match=r"mine\.toml"):
        load_coach_words(folder)


def test_a_question_is_chosen_by_what_it_needs() -> None:
    """A question whose slot the message does not fill is never asked."""
    bank = Bank([BankQuestion.written("one", "What would {person} say?", QuestionType.VIEWPOINTS, ["any"])])
    plan, _reply, state = turn("I swept the yard and thought about nothing.", SessionState())
    assert bank.wordings(plan, state, "") == []


@pytest.mark.parametrize(
    ("who", "asked"), [("they", False), ("your aunts", False), ("your boss", True), ("she", True), ("Agnes", True)]
)
def test_many_do_not_says(who: str, asked: bool) -> None:
    """What "says" something is one person."""
    bank = Bank([BankQuestion.written("one", "What do you hear, when {who} says {what}?", None, ["any"])])
    plan, _reply, state = turn("My brother sold the boat without telling me.", SessionState())
    option = plan.options[0]
    slots = {**option.handle.slots, "who": who, "what": "you should rest"}
    plan = replace(plan, options=(replace(option, handle=replace(option.handle, slots=slots)),))
    assert bool(bank.wordings(plan, state, "")) is asked


def test_the_same_words_count_as_asked_under_another_name() -> None:
    """One wording written for two kinds of phrase is not asked twice in a sitting."""
    plan, _reply, state = turn("My brother sold the boat without telling me.", SessionState())
    said = "“{quote}”: what does that mean to you?"
    bank = Bank([BankQuestion.written(name, said, None, ["any"]) for name in ("one", "two")])
    assert bank.wordings(plan, state, "")
    assert bank.wordings(plan, state.after(question_ids=("one",)), "") == []


def test_what_readers_let_stand_goes_first() -> None:
    """Of two questions that fit alike the one is asked that readers let stand more often."""
    dull, clear = "“{quote}”: who else is in that picture?", "“{quote}”: what does that mean to you?"
    plan, _reply, state = turn("My brother sold the boat without telling me.", SessionState())
    for worth in (0.5, -0.5):
        questions = [
            BankQuestion.written("dull", dull, None, ["any"], worth=-worth),
            BankQuestion.written("clear", clear, None, ["any"], worth=worth),
        ]
        first = Bank(questions).wordings(plan, state, "")[0]
        assert first.source_id == ("clear" if worth > 0 else "dull")


def test_what_readers_thought_is_told_of_questions_that_there_are() -> None:
    """The table of worth names questions as they stand in the bank, most of them, and none that is gone."""
    bank = coach_words().bank
    table = tomllib.loads((shipped("prompts") / "worth" / "questions.toml").read_text("utf-8"))["worth"]
    templates = {question.template for question in bank.questions}
    assert not table.keys() - templates
    assert len(table.keys() & templates) > 0.9 * len(templates)
