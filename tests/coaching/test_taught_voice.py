"""A small model that was taught to ask: what it is shown, what is refused of it, and which of its wordings is heard."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import replace

import pytest

from assistant.coaching import voicing
from assistant.coaching.composer import word_turn
from assistant.coaching.critic import Ground
from assistant.coaching.oddities import oddities_of
from assistant.coaching.planner import plan_turn
from assistant.coaching.prompt import CANDIDATES_TAUGHT, TAUGHT_GRAMMAR
from assistant.coaching.session_state import SessionState
from assistant.core.dialogue import VoiceName
from assistant.ports import AnswerWeighed, Ask, CandidateMade, VoiceEvent, VoiceFacts
from assistant.reading.acts import hear_acts
from assistant.reading.read import read_text
from assistant.testing import ScriptedVoice
from tests.coaching.coach_room import coach_words

MESSAGE = "Swapped shifts again for Carol. That makes five Sundays. Apparently I'm the flexible one."


class TaughtVoice(ScriptedVoice):
    """A model with an adapter that says the same wordings, each as likely as told, and keeps what it was asked."""

    def __init__(self, wordings: Sequence[tuple[str, float]], thinks: Mapping[str, float] | None = None) -> None:
        super().__init__([])
        self._wordings, self._thinks, self.asks = wordings, thinks or {}, list[Ask]()

    async def facts(self) -> VoiceFacts:
        """Say that it is small and taught."""
        return VoiceFacts("starter", "0" * 64, 4096, 135_000_000, adapted=True)

    async def ask(self, ask: Ask) -> AsyncGenerator[VoiceEvent, None]:
        """Say everything."""
        self.asks.append(ask)
        for number, (text, likelihood) in enumerate(self._wordings):
            yield CandidateMade(number, text, likelihood)
        for place, text in enumerate(ask.weighed):
            yield AnswerWeighed(place, self._thinks.get(text, -1.0))


async def worded(
    voice: TaughtVoice, state: SessionState | None = None, margin: float | None = -9.0
) -> tuple[str, VoiceName]:
    """Return what is heard of a turn on the message, and whose it is."""
    state = state or SessionState()
    plan = plan_turn(MESSAGE, read_text(MESSAGE), hear_acts(MESSAGE), state)
    ground = Ground(MESSAGE, (), state.asked)
    composed = await word_turn(plan, ground, state, coach_words(), "seed", voice=voice, margin=margin)
    return composed.wording.text, composed.voice


class LateVoice(TaughtVoice):
    """A taught model that says nothing within the time it is given, until it is `awake`."""

    awake = False

    async def ask(self, ask: Ask) -> AsyncGenerator[VoiceEvent, None]:
        """Say everything, or wait for longer than anybody would."""
        self.asks.append(ask)
        if not self.awake:
            await asyncio.Event().wait()
        async for event in super().ask(ask):
            yield event


async def test_a_model_that_came_too_late_is_asked_again_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """After two turns it is left alone for three, in which nobody waits for it; then it has another chance."""
    monkeypatch.setattr(voicing, "PATIENCE_SMALL_SECONDS", 0.02)
    voice = LateVoice([("What is it like to be the flexible one?", -0.4)])
    plan = plan_turn(MESSAGE, read_text(MESSAGE), hear_acts(MESSAGE), SessionState())
    state, asked = SessionState(), list[int]()
    for turn in range(8):
        voice.awake = turn == 7
        before = len(voice.asks)
        composed = await word_turn(plan, Ground(MESSAGE), state, coach_words(), "seed", voice=voice, margin=-9.0)
        asked.append(len(voice.asks) > before)
        state = state.after(missed=composed.missed)
        assert (composed.voice is VoiceName.MODEL) == (turn == 7 and asked[-1])
    assert asked == [True, True, False, False, False, True, False, False]


async def test_it_is_asked_in_the_form_it_was_taught() -> None:
    """No examples, eight wordings, and the question that the message answers, once there is one."""
    voice = TaughtVoice([("What is it like to be the flexible one?", -0.5)])
    await worded(voice)
    await worded(voice, SessionState(turns=1, asked=("What did you swap?",)))
    first, later = voice.asks[0], voice.asks[-1]
    assert (first.candidates, first.grammar, len(first.turns)) == (CANDIDATES_TAUGHT, TAUGHT_GRAMMAR, 2)
    assert MESSAGE in first.turns[1].text
    assert "What did you swap?" not in first.turns[1].text
    assert "What did you swap?" in later.turns[1].text


async def test_a_question_of_another_evening_is_not_taken_for_the_one_answered() -> None:
    """What was asked last week is kept so as not to be asked again; tonight's first words answer nothing."""
    voice = TaughtVoice([("What is it like to be the flexible one?", -0.5)])
    await worded(voice, SessionState(turns=0, asked=("What did you swap?",)))
    assert "What did you swap?" not in voice.asks[0].turns[1].text


async def test_three_moves_are_worded_and_the_best_is_heard() -> None:
    """The second and third option of the plan are worded too, each on its own phrase or of its own type."""
    voice = TaughtVoice([("What is it like to be the flexible one?", -0.5)])
    text, name = await worded(voice)
    assert (text, name) == ("What is it like to be the flexible one?", VoiceName.MODEL)
    assert len({ask.turns[1].text for ask in voice.asks}) == 3


async def test_of_two_as_good_the_surer_is_heard() -> None:
    """A small model is seldom sure of its own nonsense."""
    pair = [("What is it like to be the flexible one?", -0.54), ("What would the flexible one like from Carol?", -0.3)]
    assert (await worded(TaughtVoice(pair)))[0] == pair[1][0]


async def test_a_wording_it_is_not_sure_of_is_not_heard() -> None:
    """Where every wording is a guess, the bank asks."""
    unsure, sure = (TaughtVoice([("What is it like to be the flexible one?", likely)]) for likely in (-1.2, -0.4))
    assert (await worded(unsure, margin=None))[1] is VoiceName.BANK
    assert (await worded(sure, margin=None))[1] is VoiceName.MODEL


async def test_the_first_question_of_a_sitting_names_what_it_is_about() -> None:
    """Of two nearly as sure, the one that names what the message turns on; later there is something to hang on."""
    pair = [("What is it like to be asked again?", -0.5), ("What do five Sundays cost Carol?", -0.6)]
    assert (await worded(TaughtVoice(pair)))[0] == pair[1][0]
    later = Ground(MESSAGE, ("Work, mostly.",))
    plan = plan_turn(MESSAGE, read_text(MESSAGE), hear_acts(MESSAGE), SessionState(turns=1))
    assert [voicing._hangs(pair[0][0], plan, ground) > 0 for ground in (Ground(MESSAGE), later)] == [True, False]


async def test_of_the_banks_wordings_the_one_it_would_leave_standing_is_heard() -> None:
    """Where nothing of its own is good enough, the taught model's judgement chooses among the bank's."""
    silent = TaughtVoice([("What is it?", -3.0)])
    first, name = await worded(silent)
    choices = silent.asks[0].weighed
    assert len(choices) > 2
    assert (first in choices, name) == (True, VoiceName.BANK)
    assert not silent.asks[-1].weighed
    other, name = await worded(TaughtVoice([("What is it?", -3.0)], {choices[2]: 2.0}))
    assert (other, name) == (choices[2], VoiceName.BANK)


async def test_the_same_opening_is_not_heard_twice_running() -> None:
    """Two questions as good: the one that does not begin as the last one did."""
    pair = [
        ("What is it like to have swapped shifts for Carol?", -0.5),
        ("What would you like from Carol, shifts or no shifts?", -0.5),
    ]
    lately = SessionState(turns=1, asked=("What is it with Carol and Sundays?",))
    other = SessionState(turns=1, asked=("What would the Sundays do?",))
    assert (await worded(TaughtVoice(pair), lately))[0] == pair[1][0]
    assert (await worded(TaughtVoice(pair), other))[0] == pair[0][0]


@pytest.mark.parametrize(
    ("text", "message", "rule"),
    [
        ("What did you say when you said you would swap?", MESSAGE, "answers_itself"),
        ("What made you sign yourself up?", "I haven't even signed myself up for the rota.", "not_done"),
        ("What went on in you when you told him?", "I never told him. I went home.", "not_done"),
        ("What did you see when you saw the shifts?", MESSAGE, "answers_itself"),
        ("What do the five five Sundays ask?", MESSAGE, "word_twice"),
        ("What did he make of five Sundays?", "Five sundays gone. Again.", "who_is_that"),
        ("What makes you hopeless with money?", "I'm hopeless with money.", "worry_as_fact"),
        ("Who decided that Carol swaps?", MESSAGE, "spoiled_opening"),
        ("What made you such a fraud?", "I was just a fraud in there.", "worry_as_fact"),
        ("What does five Sundays mean?", MESSAGE, "fits_any_message"),
        ("When did you last drop the pie?", "Dropped the pie on the step.", "happened_once"),
        ("What did you do when you swapped the shifts?", MESSAGE, "circles"),
        ("What did you see when nobody swapped the shifts?", MESSAGE, "nothing_to_see"),
        ("What did you notice when you thought of Carol?", MESSAGE, "nothing_to_see"),
    ],
)
async def test_what_a_small_model_gets_wrong_is_refused(text: str, message: str, rule: str) -> None:
    """Each oddity has its name, and none of them is heard."""
    assert rule in {fault.rule for fault in oddities_of(text, Ground(message))}
    if message == MESSAGE:
        assert (await worded(TaughtVoice([(text, -0.1)])))[1] is VoiceName.BANK


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("What did she say about the five Sundays?", "Told Carol about five Sundays."),
        ("What would change that you are hopeless with money?", "I'm hopeless with money."),
        ("What did you hear when Carol asked?", MESSAGE),
        ("When were you last away on a Sunday?", "I can't get away on a Sunday."),
        ("What did you want to say when Carol said no?", "Carol said no."),
        ("What did it mean to you, that you waited two hours?", "We waited two hours for the bus."),
        ("What does fine mean to you, when you say it first?", "I say fine first and think later."),
        ("What do you notice when she asks if you would swap?", "She asks would I swap."),
    ],
)
def test_a_sound_question_is_not_odd(text: str, message: str) -> None:
    """A person who was named may be a she, and a label may be asked about."""
    assert oddities_of(text, Ground(message)) == []


@pytest.mark.parametrize(
    ("message", "situation"),
    [
        ("Just tell me what to do. Carol wants a sixth Sunday.", "led_advice"),
        ("You agree with me that Carol takes advantage, yes? Five Sundays.", "led_verdict"),
    ],
)
@pytest.mark.parametrize("turns", [0, 3, 7])
async def test_after_a_line_of_the_coachs_own_the_model_asks(message: str, situation: str, turns: int) -> None:
    """Asked for advice or a ruling the coach answers for itself, never twice alike; the question may be the model's."""
    state = SessionState(turns=turns, asked=("How was the week?",) * bool(turns))
    plan = plan_turn(message, read_text(message), hear_acts(message), state)
    ground, words = Ground(message, (), state.asked), coach_words()
    leads = {one.text: one.source_id for one in words.asides.wordings((situation,), {}, state, "seed", plan)}
    question = "What would a sixth Sunday for Carol cost you?"
    heard = await word_turn(plan, ground, state, words, "seed", voice=TaughtVoice([(question, -0.2)]))
    lead = heard.wording.text.removesuffix(question).strip()
    assert heard.voice is VoiceName.MODEL
    assert heard.wording.source_id == leads[lead]
    later = replace(state, question_ids=(leads[lead],))
    again = await word_turn(plan, ground, later, words, "seed", voice=TaughtVoice([(question, -0.2)]))
    assert again.wording.text.removesuffix(question).strip() in leads.keys() - {lead}


async def test_a_question_it_is_not_sure_of_follows_no_line_of_the_coachs_own() -> None:
    """Then the whole reply is the bank's."""
    message = "Just tell me what to do. Carol wants a sixth Sunday."
    plan = plan_turn(message, read_text(message), hear_acts(message), SessionState())
    alone = await word_turn(plan, Ground(message), SessionState(), coach_words(), "seed")
    voice = TaughtVoice([("What would a sixth Sunday for Carol cost you?", -4.0)])
    poor = await word_turn(plan, Ground(message), SessionState(), coach_words(), "seed", voice=voice)
    assert (poor.wording.text, poor.voice) == (alone.wording.text, VoiceName.BANK)
