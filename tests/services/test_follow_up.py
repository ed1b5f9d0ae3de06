"""Asking about a commitment once its day has passed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from assistant.core.dialogue import Move
from assistant.core.entry import Quotation, Writing
from assistant.core.ids import RecordId, SessionId
from assistant.core.records import Commitment, Outcome
from assistant.core.span import Span
from assistant.reading.acts import hear_acts
from assistant.services.care_words import care_of
from assistant.services.coach_words import load_coach_words
from assistant.services.converse import Converse
from assistant.services.follow_up import ASKED_MOST, FollowUp, outcome_heard
from assistant.services.hearing import Hearing
from assistant.services.practice_words import load_sayings
from assistant.shipped import shipped
from assistant.vault import SqlVault, open_in

PROMPTS = shipped("prompts")
WORDS = load_coach_words(PROMPTS)
CARE = care_of(PROMPTS)
EVENING = datetime(2026, 3, 9, 21, 0, tzinfo=UTC)
PROMISE = Commitment(RecordId("commitment-1"), "walk to the quay before work", date(2026, 3, 2), date(2026, 3, 6))


class Evenings:
    """A vault with one commitment, and conversations on evenings after its day."""

    def __init__(self, folder: Path) -> None:
        self.vault: SqlVault = open_in(folder)
        self.now = EVENING
        self.vault.records.put(PROMISE, self.now - timedelta(days=7))
        follow_up = FollowUp(self.vault, load_sayings(PROMPTS), self.clock)
        self.converse = Converse(
            self.vault, WORDS, read=Hearing(None).hear, hear=hear_acts, clock=self.clock, care=CARE, guide=follow_up
        )

    def clock(self) -> datetime:
        """Tell the time, a minute later each time."""
        self.now += timedelta(minutes=1)
        return self.now

    async def says(self, session: str, text: str) -> str:
        """Say something and return the reply."""
        self.move = (reply := (await self.converse.reply(SessionId(session), text)).reply).move
        return reply.text

    @property
    def commitment(self) -> Commitment:
        """The commitment as it stands."""
        return self.vault.records.current(Commitment)[0]


@pytest.fixture
def evenings(vault_folder: Path) -> Iterator[Evenings]:
    """Evenings after the day of a commitment."""
    made = Evenings(vault_folder)
    yield made
    made.vault.close()


async def test_what_was_due_is_asked_about_first(evenings: Evenings) -> None:
    """The first turn after its day asks, in the words of the commitment and with its day."""
    asked = await evenings.says("a", "The rain held off today and the shop was quiet.")
    assert "“walk to the quay before work”" in asked
    assert "6 March" in asked
    assert evenings.move is Move.COMMIT


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("Kept, four mornings out of five.", Outcome.KEPT),
        ("I didn't, it never happened.", Outcome.SLIPPED),
        ("I changed it to the evening.", Outcome.CHANGED),
    ],
)
async def test_the_answer_is_kept_and_the_conversation_goes_on(evenings: Evenings, told: str, outcome: Outcome) -> None:
    """What the person says stands with the commitment and its entry, and is answered like any message."""
    await evenings.says("a", "The rain held off today and the shop was quiet.")
    answer = await evenings.says("a", told)
    assert evenings.commitment.outcome is outcome
    assert evenings.commitment.outcome_entry is not None
    assert evenings.vault.entries.get(evenings.commitment.outcome_entry).text == told
    assert answer.count("?") == 1
    assert "“walk to the quay before work”" not in answer


async def test_an_answer_that_says_nothing_leaves_it_open(evenings: Evenings) -> None:
    """No outcome is put into anybody's mouth."""
    await evenings.says("a", "The rain held off today and the shop was quiet.")
    await evenings.says("a", "Hm, the quay.")
    assert evenings.commitment.outcome is Outcome.OPEN


@pytest.mark.parametrize(
    "told",
    [
        "I'm tired. Mark asked for the rota again and I stayed late.",
        "Work was long and I finished at nine.",
        "I don't want to talk about that, I was worried about Ben.",
        "I didn't sleep, Ben was up twice.",
    ],
)
async def test_a_day_told_instead_of_an_answer_keeps_no_promise(evenings: Evenings, told: str) -> None:
    """Whoever writes of something else has not said that they kept or broke anything."""
    await evenings.says("a", "The rain held off today and the shop was quiet.")
    await evenings.says("a", told)
    assert evenings.commitment.outcome is Outcome.OPEN


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("I did it on Tuesday and on Thursday.", Outcome.KEPT),
        ("It never happened.", Outcome.SLIPPED),
        ("A long week. On Tuesday I walked to the quay with Jo.", Outcome.KEPT),
        ("I haven't. The alarm and I are not friends.", Outcome.SLIPPED),
    ],
)
async def test_an_answer_in_other_words_is_heard(evenings: Evenings, told: str, outcome: Outcome) -> None:
    """It need not say "kept": it speaks of what was promised, or of "it"."""
    await evenings.says("a", "The rain held off today and the shop was quiet.")
    await evenings.says("a", told)
    assert evenings.commitment.outcome is outcome


async def test_it_is_not_asked_about_for_ever(evenings: Evenings) -> None:
    """After a few evenings without an answer its silence is left alone."""
    asked = [
        await evenings.says(f"evening {number}", "Quiet in the shop, and I read.") for number in range(ASKED_MOST + 2)
    ]
    assert sum("walk to the quay" in one for one in asked) == ASKED_MOST


async def test_a_day_still_to_come_is_left_alone(evenings: Evenings) -> None:
    """Nothing is asked before its day is over."""
    evenings.now = datetime(2026, 3, 6, 9, 0, tzinfo=UTC)
    assert "walk to the quay" not in await evenings.says("a", "Quiet in the shop, and I read.")


async def test_a_promise_of_a_dark_hour_is_not_asked_about(evenings: Evenings) -> None:
    """Its entry is withheld, and so is what was promised in it."""
    text = "I'll walk to the quay before work. I want to kill myself."
    entry = evenings.vault.entries.add(Writing(EVENING - timedelta(days=7), text))
    promised = Quotation.cut(entry, Span(0, 34))
    evenings.vault.records.put(replace(PROMISE, quotation=promised), evenings.now - timedelta(days=6))
    assert "walk to the quay" not in await evenings.says("a", "Quiet in the shop, and I read.")


async def test_an_answer_to_care_is_no_answer_about_a_promise(evenings: Evenings) -> None:
    """A no to "has it come to that?" marks nothing as slipped, and neither does the message after it."""
    await evenings.says("a", "The rain held off today and the shop was quiet.")
    await evenings.says("a", "I feel completely hopeless.")
    assert evenings.move is Move.CARE
    await evenings.says("a", "No.")
    await evenings.says("a", "No.")
    assert evenings.commitment.outcome is Outcome.OPEN


async def test_after_a_sign_of_danger_nothing_due_is_asked_about_in_that_sitting(evenings: Evenings) -> None:
    """A new page on the same evening does not open with a promise; another evening may."""
    for text in ("I want to kill myself.", "Let's go on."):
        await evenings.says("a", text)
    assert "walk to the quay" not in await evenings.says("b", "Quiet in the shop, and I read.")
    evenings.now += timedelta(days=1)
    assert "walk to the quay" in await evenings.says("c", "Quiet in the shop, and I read.")


async def test_a_strong_feeling_comes_first(evenings: Evenings) -> None:
    """Somebody who comes in tears is not asked about a walk."""
    asked = await evenings.says("a", "I'm so angry and so sad about my sister that I can't sit still.")
    assert "walk to the quay" not in asked


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("yes", Outcome.KEPT), ("Not yet.", Outcome.SLIPPED), ("I let it go", Outcome.CHANGED), ("who knows", None)],
)
def test_short_answers_are_heard(text: str, outcome: Outcome | None) -> None:
    """One word is enough."""
    assert outcome_heard(text) is outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Kept it, the invite says nine now and Karl did not even blink.", Outcome.KEPT),
        ("Yes, kept. I never thought I would.", Outcome.KEPT),
        ("It slipped. I moved that to nobody and stayed until eight.", Outcome.SLIPPED),
        ("Changed: I did not call, I wrote.", Outcome.CHANGED),
    ],
)
def test_the_word_that_the_question_named_decides(text: str, outcome: Outcome) -> None:
    """What is told after "kept" or "slipped" does not turn it round."""
    assert outcome_heard(text) is outcome


def test_to_have_kept_on_meaning_to_is_not_kept() -> None:
    """ "I kept putting it off" is no commitment kept."""
    assert outcome_heard("I kept putting it off.") is Outcome.SLIPPED
