"""The questions of a review are talked over; each answer is kept at once and stands in the review."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
import pytest_asyncio

from assistant.core.dialogue import Move
from assistant.core.ids import SessionId
from assistant.core.period import period_named
from assistant.core.records import ClosedReview
from assistant.reading.acts import hear_acts
from assistant.report.plain import plain
from assistant.services.care_words import care_of
from assistant.services.coach_words import load_coach_words
from assistant.services.converse import Converse, Exchange
from assistant.services.hearing import Hearing
from assistant.services.reviewing.closing import Closing
from assistant.shipped import shipped
from assistant.vault import forget
from tests.services.reviewing.review_room import QUARTER, WORDS, Ines

pytestmark = pytest.mark.asyncio(loop_scope="package")

SESSION = SessionId("closing")
ANSWERS = (
    "The ferry paid and the choir did not.",
    "My father, at the bench.",
    "Henrike, on Monday, before the plank is cut.",
)
COACH = load_coach_words(shipped("prompts"))
CARE = care_of(shipped("prompts"))


@dataclass
class Talk:
    """One closing conversation over one vault."""

    person: Ines
    closing: Closing

    @classmethod
    async def about(cls, person: Ines) -> Talk:
        """Begin to talk over her second quarter."""
        return cls(person, Closing(person.vault, await person.review(), WORDS, person.clock))

    async def says(self, text: str, session: SessionId = SESSION) -> Exchange:
        """Say something."""
        read = Hearing(None).hear
        converse = Converse(
            self.person.vault, COACH, read=read, hear=hear_acts, clock=self.person.clock, care=CARE, guide=self.closing
        )
        return await converse.reply(session, text)

    def kept(self) -> list[tuple[str, str]]:
        """Return the questions and answers that are kept."""
        return [
            (one.question, one.quotation.text)
            for record in self.person.vault.records.current(ClosedReview)
            for one in record.answers
        ]


@pytest_asyncio.fixture(loop_scope="package")
async def talk(another: Callable[[], Ines]) -> Talk:
    """A quarter with three open questions."""
    person = another()
    person.writes_everything()
    return await Talk.about(person)


async def test_a_good_night_is_no_answer(talk: Talk) -> None:
    """Whoever leaves in the middle is not quoted with it; the question waits."""
    asked = talk.closing.opening(SESSION)
    assert (await talk.says("Good night.")).reply.move is Move.CLOSE
    assert talk.kept() == []
    assert talk.closing.opening(SESSION) == asked


async def test_whoever_comes_out_of_care_is_asked_the_same_question_again(talk: Talk) -> None:
    """Neither the dark line nor the choice to go on is an answer; the next one is, and care is over."""
    asked = [one.text for one in (await talk.person.review()).questions]
    talk.closing.opening(SESSION)
    moves = [(await talk.says(text)).reply for text in ("I want to kill myself.", "Let's go on.", ANSWERS[0])]
    assert moves[0].move is Move.CARE
    assert moves[1].question == asked[0]
    assert moves[2].question == asked[1]
    assert talk.kept() == [(asked[0], ANSWERS[0])]


async def test_what_answers_a_concern_is_no_answer_to_the_review(talk: Talk) -> None:
    """Neither the heavy line nor the reply to care is kept; the question is asked again, and a goodbye still leaves."""
    asked = [one.text for one in (await talk.person.review()).questions]
    talk.closing.opening(SESSION)
    assert (await talk.says("I feel completely hopeless.")).reply.move is Move.CARE
    assert (await talk.says("No, nothing like that.")).reply.question == asked[0]
    assert talk.kept() == []
    await talk.says("I feel completely hopeless.")
    assert (await talk.says("Good night.")).reply.move is Move.CLOSE
    assert talk.kept() == []


async def test_each_answer_is_kept_and_stands_in_the_review(talk: Talk) -> None:
    """Three questions, three answers in her own words, and the same questions with them in the review."""
    asked = [one.text for one in (await talk.person.review()).questions]
    assert asked[0] in talk.closing.opening(SESSION)
    for number, answer in enumerate(ANSWERS):
        reply = (await talk.says(answer)).reply
        assert talk.kept()[-1] == (asked[number], answer)
        assert reply.question == (asked[number + 1] if number < 2 else None)
    closed = await talk.person.review()
    assert [(one.text, one.answer.text if one.answer else None) for one in closed.questions] == list(
        zip(asked, ANSWERS, strict=True)
    )
    for one in closed.questions:
        assert one.answer is not None
        assert talk.person.vault.entries.get(one.answer.entry).text == one.answer.text


async def test_the_next_quarter_gives_the_answers_back(talk: Talk) -> None:
    """What was asked and answered at the end of one quarter is read at the end of the next, with its day."""
    talk.closing.opening(SESSION)
    await talk.says(ANSWERS[0])
    talk.person.wrote("2025-07-05", "Nine altos and one of them was me, in tune for most of it.")
    following = await talk.person.review(period_named("2025-Q3"))
    said = [plain(fact.parts, following.period) for fact in following.facts()]
    (given,) = [text for text in said if text.startswith("At the end of 2025-Q2 you were asked")]
    assert given.endswith(f"and answered, on 2 July: “{ANSWERS[0]}”")


async def test_a_question_may_be_passed_over(talk: Talk) -> None:
    """Nothing is kept for it, and the others go on."""
    talk.closing.opening(SESSION)
    assert (await talk.says("skip")).reply.text.startswith("Passed over.")
    await talk.says(ANSWERS[1])
    assert [answer for _question, answer in talk.kept()] == [ANSWERS[1]]


async def test_all_passed_over_says_that_nothing_was_added(talk: Talk) -> None:
    """No record is made of three silences."""
    talk.closing.opening(SESSION)
    for _ in range(3):
        last = (await talk.says("pass")).reply
    assert last.move is Move.CLOSE
    assert talk.kept() == []


async def test_leaving_keeps_what_was_said_and_another_evening_goes_on(talk: Talk) -> None:
    """Broken off after one answer, the rest is asked in another session, even after the program was ended."""
    asked = [one.text for one in (await talk.person.review()).questions]
    talk.closing.opening(SESSION)
    await talk.says(ANSWERS[0])
    assert "kept" in (await talk.says("let's stop here")).reply.text
    again = await Talk.about(talk.person)
    assert asked[1] in again.closing.opening(SessionId("tomorrow"))
    await again.says(ANSWERS[1], SessionId("tomorrow"))
    assert [answer for _question, answer in again.kept()] == [ANSWERS[0], ANSWERS[1]]


async def test_the_same_session_goes_on_where_it_was(talk: Talk) -> None:
    """Ended in the middle of the second question, it asks the second question."""
    asked = [one.text for one in (await talk.person.review()).questions]
    talk.closing.opening(SESSION)
    await talk.says(ANSWERS[0])
    again = await Talk.about(talk.person)
    assert asked[1] in again.closing.opening(SESSION)


async def test_an_answer_that_is_forgotten_leaves_the_review(talk: Talk) -> None:
    """Its words are in no record, and the question is open again."""
    talk.closing.opening(SESSION)
    await talk.says(ANSWERS[0])
    (answer,) = [one for one in talk.person.vault.entries.between() if one.text == ANSWERS[0]]
    assert forget(talk.person.vault, [answer.id]).traces_left == 0
    assert talk.kept() == []
    assert not any(one.answer for one in (await talk.person.review()).questions)


async def test_after_the_last_question_the_conversation_is_free(talk: Talk) -> None:
    """The coach answers what is said after the closing, and nothing more is kept."""
    talk.closing.opening(SESSION)
    for answer in ANSWERS:
        await talk.says(answer)
    await talk.says("The tide table is still on the wall.")
    assert len(talk.kept()) == 3


async def test_a_broken_state_begins_again(talk: Talk) -> None:
    """A state that cannot be read asks the first question, and loses nothing."""
    asked = [one.text for one in (await talk.person.review()).questions]
    for broken in ("{", "[]", '{"period": "2025-Q2"}', '{"period": "2019-Q1", "asked": [], "at": 0, "answered": 0}'):
        talk.person.vault.sessions.remember_state(SESSION, "closing", broken)
        assert asked[0] in talk.closing.opening(SESSION)


async def test_a_review_with_nothing_to_ask_says_so(talk: Talk) -> None:
    """Once all is answered there is nothing to talk over."""
    talk.closing.opening(SESSION)
    for answer in ANSWERS:
        await talk.says(answer)
    closed = await Talk.about(talk.person)
    assert closed.closing.opening(SessionId("later")) == WORDS.words.closing["nothing"]
    assert (await talk.person.review()).period == QUARTER
