"""Every practice on the real screen: chosen, answered step by step, its records accepted, left half way and ended."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from textual.widgets import OptionList

from assistant.coaching.practice import STATE_NAME, Practice, PracticeState, RecordForm, Stage
from assistant.core.dialogue import Move, VoiceName
from assistant.core.records import RECORD_KINDS
from assistant.services.kept_records import kept_records
from assistant.services.practice_words import load_practices
from assistant.shipped import shipped
from assistant.tui import words, words_kept
from assistant.tui.composer import Composer
from assistant.tui.findings_screen import FindingsScreen
from assistant.tui.led_talk import LedTalk
from assistant.tui.today import TodayScreen
from assistant.tui.turns import CoachTurn, PersonTurn
from assistant.vault import open_vault
from tests.services.test_practise import Answers
from tests.tui.test_insight_places import Practising
from tests.tui.test_places import painted, settle

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tests.tui.conftest import Evening

PROMPTS: Final = shipped("prompts")
FILES: Final = sorted(path.stem for path in (Path(PROMPTS) / "practices").glob("*.md") if path.stem != "README")
SAMPLE: Final = sorted(random.Random(5).sample(FILES, 5))
SIZE: Final = (120, 40)
MOST_TURNS: Final = 60
"""No practice that is answered fittingly is longer."""


class Talk:
    """One practice on its page, and somebody who answers it."""

    def __init__(self, evening: Evening, pilot: Pilot[None], name: str, answers: Answers) -> None:
        self._evening, self._pilot, self._answers = evening, pilot, answers
        self.practice: Practice = load_practices(PROMPTS).all[name]

    async def begin(self) -> None:
        """Go to the practices, choose this one and wait for its first question."""
        before = self._shown(FindingsScreen.FindingsShown)
        await self._pilot.press("f10")
        await self._evening.happened(FindingsScreen.FindingsShown, before + 1)
        listed = self._pilot.app.screen.query_one("#list", OptionList)
        listed.highlighted = listed.get_option_index(self.practice.name)
        await self.reads(self.practice.purpose, "#beside")
        await self._pilot.press("enter")
        await self._evening.until(lambda: isinstance(self._pilot.app.screen, LedTalk))
        await self.reads(f"{self.practice.title}: {self.practice.purpose} {words.PRACTICE_SKIP} {words.LED_LEAVE}")
        await self.reads(self.coach.reply.text)

    @property
    def screen(self) -> LedTalk:
        """The page it is gone through on."""
        screen = self._pilot.app.screen
        assert isinstance(screen, LedTalk)
        return screen

    @property
    def coach(self) -> CoachTurn:
        """What the coach said last."""
        return self.screen.query(CoachTurn).last()

    @property
    def state(self) -> PracticeState:
        """How far it has come."""
        return PracticeState.from_json(self._evening.vault.sessions.state(self.screen._session, STATE_NAME) or "")

    async def says(self, text: str) -> None:
        """Write into the field, send it, and read the answer on the screen."""
        before = self._shown(TodayScreen.ReplyShown)
        self.screen.query_one(Composer).insert(text)
        await self._pilot.press("enter")
        await self._evening.happened(TodayScreen.ReplyShown, before + 1)
        await self.reads(text)
        await self.reads(self.coach.reply.text)

    async def answers(self) -> None:
        """Say what fits what is asked just now."""
        await self.says(self._answers.fitting(self.practice, self.state))

    async def to_the_end(self) -> None:
        """Answer everything, and accept whatever is offered."""
        for _ in range(MOST_TURNS):
            if self.state.stage is Stage.DONE:
                return
            await self.answers()
        raise AssertionError(f"{self.practice.name} did not end in\n{painted(self._pilot)}")

    async def reads(self, text: str, part: str = "") -> None:
        """Wait until this is painted, however its lines are broken: anywhere, or in one part of the screen."""
        await self._evening.until(lambda: _letters(text) in _letters(self._painted(part)), text)

    def _painted(self, part: str) -> str:
        if not part:
            return painted(self._pilot)
        place = self._pilot.app.screen.query_one(part).region
        lines = painted(self._pilot).splitlines()[place.y : place.bottom]
        return "\n".join(line[place.x : place.right] for line in lines)

    def _shown(self, kind: type[FindingsScreen.FindingsShown | TodayScreen.ReplyShown]) -> int:
        return sum(isinstance(message, kind) for message in self._evening.messages)


def _letters(text: str) -> str:
    """Return what is read aloud of a text, without its line breaks and the lines drawn beside it."""
    return "".join(sign for sign in text if sign.isalnum())


def _kind(form: RecordForm) -> str:
    return form.value.replace("_", "")


async def prove_end(evening: Evening, pilot: Pilot[None], talk: Talk) -> None:
    """Find the practice closed, its records in the vault in the person's words, and all of them on the screen."""
    practice, replies = talk.practice, [turn.reply for turn in talk.screen.query(CoachTurn)]
    assert (replies[-1].move, replies[-1].text) == (Move.CLOSE, practice.closes)
    assert {reply.voice for reply in replies} == {VoiceName.BANK}
    said = "\n".join(turn.said for turn in talk.screen.query(PersonTurn))
    for form in practice.records:
        (kept,) = evening.vault.records.current(RECORD_KINDS[_kind(form)])
        told = [getattr(kept, name) for name in ("statement", "text", "what", "wanted") if hasattr(kept, name)]
        assert [line for line in told if line not in said] == []
    shown = kept_records(evening.vault.records)
    assert sorted(one.kind for one in shown) == sorted(_kind(form) for form in practice.records)
    await pilot.press("ctrl+w")
    await settle(evening, pilot, words.PRACTICES_KEYS)
    await pilot.press("h")
    await settle(evening, pilot, words_kept.RECORDS_KEYS)
    for one in shown:
        await talk.reads(f"{one.wording} {words_kept.record_kind(one.kind)}", "#list")


async def prove(evening: Evening, name: str) -> None:
    """Go through one practice from the list of practices to the list of records."""
    evening.practising = Practising(evening)
    async with evening.on_screen(SIZE) as pilot:
        talk = Talk(evening, pilot, name, Answers())
        await talk.begin()
        await talk.to_the_end()
        await prove_end(evening, pilot, talk)


def test_every_practice_is_here() -> None:
    """The proof leaves no shipped practice out: each file in the folder is one that can be chosen."""
    assert sorted(load_practices(PROMPTS).all) == FILES


@pytest.mark.prove
@pytest.mark.parametrize("name", FILES)
async def test_every_practice_is_ended_on_screen(evening: Evening, name: str) -> None:
    """The whole proof: chosen, answered, accepted; kept in the vault, and found again on the screen."""
    await prove(evening, name)


@pytest.mark.parametrize("name", SAMPLE)
async def test_a_practice_is_ended_on_screen(evening: Evening, name: str) -> None:
    """A seeded sample of the whole proof."""
    await prove(evening, name)


async def test_a_practice_left_half_way_goes_on_in_another_evening(evening: Evening) -> None:
    """The program is closed in between: step, answers and half a typed line are all still there."""
    evening.practising = Practising(evening)
    answers, half = Answers(), "The people I"
    async with evening.on_screen(SIZE) as pilot:
        talk = Talk(evening, pilot, "iceberg", answers)
        await talk.begin()
        for _ in talk.practice.steps[::2]:
            await talk.answers()
        talk.screen.query_one(Composer).insert(half)
        left = talk.state
        await pilot.press("escape")
        await settle(evening, pilot, words.PRACTICES_KEYS)
    evening.vault = open_vault(evening.folder)
    evening.messages.clear()
    async with evening.on_screen(SIZE) as pilot:
        again = Talk(evening, pilot, "iceberg", answers)
        await again.begin()
        waiting = again.practice.steps[left.step]
        assert (left.step, again.state.answers) == (again.state.step, left.answers)
        assert waiting.title in again.coach.reply.text
        field = again.screen.query_one(Composer)
        assert field.text == half
        field.load_text("")
        await again.to_the_end()
        assert again.state.answers[: len(left.answers)] == left.answers
