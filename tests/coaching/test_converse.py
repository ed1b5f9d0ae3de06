"""The whole conversation over a real vault: words first, checks always, and nothing lost when a model fails."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.coaching import voicing
from assistant.coaching.critic import Ground, faults_of
from assistant.coaching.session_state import STATE_NAME, SessionState
from assistant.core.capability import Capability
from assistant.core.dialogue import Move, QuestionType, Reply, VoiceName
from assistant.core.entry import Entry, EntryKind, Quotation, Writing
from assistant.core.ids import SessionId
from assistant.core.reading import DialogueAct, Distress, Reading
from assistant.core.span import Span
from assistant.errors import EngineStopped, ModelRefused
from assistant.ports import Ask, CandidateMade, VoiceEvent, VoiceFacts
from assistant.services.care_words import care_of, care_with, load_care_words
from assistant.services.coach_memory import Remembered
from assistant.services.converse import Answer
from assistant.services.why import why_of
from assistant.shipped import shipped
from assistant.testing import ScriptedVoice
from assistant.vault import SqlVault, create, open_vault
from tests.coaching.coach_room import SESSION, Clock, conversation, say

PROMPTS = shipped("prompts")
HOSTILE = (
    "You should quit. It's clearly his fault.",
    "Have you considered a meeting? What about an email? Why not call?",
    "That's amazing, you're so brave! What a wonderful step?",
    "As a human I feel your pain. What would you like?",
    "What did you mean when you wrote “I will never forgive my manager”?",
    "How do you cope with the fact that you're a failure at the rota?",
    "What is \x1b[2J\x1b]52;c;cm90YQ==\x07 the rota to you?",
    "Your manager is a narcissist. What will you do about the rota?",
    "What \u202eator eht\u202c is?",
    "Try breathing. What do you think about your rota?",
    "Don't you think the rota is unfair?",
    "[@click=app.quit]What about the rota[/]?",
    "",
    "?",
)
EVENING = (
    "My manager never listens, so there's no point bringing up the rota.",
    "She answered emails while I talked about it in March.",
    "I always catch her in the corridor, so it's never a real talk.",
    "If I booked a meeting she'd think I want a medal.",
    "Just tell me what to do.",
    "I did say no when she asked me in June.",
    "I'll put twenty minutes in her calendar on Tuesday.",
    "Good night.",
)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[SqlVault]:
    """An empty vault."""
    with create(tmp_path / "vault").vault as made:
        yield made


async def test_a_hostile_voice_never_reaches_the_screen(vault: SqlVault) -> None:
    """Advice, praise, verdicts, three questions, invented quotations and escape codes are all turned away."""
    voice = ScriptedVoice(HOSTILE * 12)
    exchanges = await say(conversation(vault, voice), EVENING)
    said = "\n".join(EVENING)
    for exchange in exchanges:
        reply = exchange.reply
        assert reply.voice is VoiceName.BANK
        assert reply.text not in HOSTILE
        if reply.move not in (Move.CLOSE, Move.ASIDE):
            assert faults_of(reply.text, Ground(said, about_their_words=False, said_back=(said,))) == []
    assert voice.asks, "the voice was asked"
    rules = {fault.rule for exchange in exchanges for rejected in exchange.rejected for fault in rejected.faults}
    assert {"advice", "more_than_one_question", "praise", "invented_quotation", "worry_as_fact"} <= rules


async def test_a_good_wording_of_a_model_is_used(vault: SqlVault) -> None:
    """A model that asks better than the bank is heard, and the reply says who worded it."""
    good = "What would be the point of bringing up the rota, when your manager listens?"
    exchange = (await say(conversation(vault, LargeVoice([good])), EVENING[:1]))[0]
    assert exchange.reply.text == good
    assert exchange.reply.voice is VoiceName.MODEL
    assert exchange.reply.question == good


class BrokenVoice(ScriptedVoice):
    """A voice whose model cannot be opened."""

    async def facts(self) -> VoiceFacts:
        """Refuse."""
        raise ModelRefused("The file was altered.")


@pytest.mark.parametrize("kind", ["stops", "refused"])
async def test_a_model_that_fails_costs_nothing(vault: SqlVault, kind: str) -> None:
    """The words are kept and the bank asks, whatever becomes of the model."""
    voice = BrokenVoice() if kind == "refused" else ScriptedVoice(["What is the rota?"])
    voice.stop_next(99)
    exchanges = await say(conversation(vault, voice), EVENING[:3])
    assert [exchange.reply.voice for exchange in exchanges] == [VoiceName.BANK] * 3
    assert vault.entries.count() == 3
    assert any(reason.name == "voice" for reason in exchanges[0].reasons)


async def test_the_words_are_on_disk_before_anything_can_fail(vault: SqlVault) -> None:
    """Even when reading the text itself fails, what was said is kept."""
    converse = conversation(vault)

    async def failing(text: str) -> None:
        raise EngineStopped("The memory process died.")

    converse._read = failing  # type: ignore[assignment]
    with pytest.raises(EngineStopped):
        await converse.reply(SESSION, "My manager never listens.")
    kept = vault.entries.latest(1)[0]
    assert kept.text == "My manager never listens."
    assert kept.kind is EntryKind.MESSAGE


async def test_a_session_goes_on_after_a_restart(tmp_path: Path) -> None:
    """What was asked, and what is still open, is known to another process the next minute."""
    folder = tmp_path / "vault"
    with create(folder).vault as vault:
        before = await say(conversation(vault), EVENING[:4])
    with open_vault(folder) as vault:
        state = SessionState.from_json(vault.sessions.state(SESSION, STATE_NAME))
        after = await say(conversation(vault), EVENING[5:])
    assert state.turns == 4
    assert state.asked == tuple(exchange.reply.question for exchange in before)
    assert not {exchange.reply.text for exchange in after} & {exchange.reply.text for exchange in before}
    assert after[-1].reply.move is Move.CLOSE


async def test_why_a_question_was_asked_is_kept(tmp_path: Path) -> None:
    """The phrase, the kind of turn and what was turned away can be told after a restart; a broken note is none."""
    with create(tmp_path / "vault").vault as vault:
        exchange = (await say(conversation(vault, ScriptedVoice(HOSTILE)), EVENING[:1]))[0]
    with open_vault(tmp_path / "vault") as vault:
        why = why_of(vault.sessions, SESSION)
        assert why is not None
        assert why.reasons == exchange.reasons
        assert {rejected.text for rejected in why.rejected} <= {rejected.text for rejected in exchange.rejected}
        assert why.rejected
        for broken in ("{", "[]", '{"reasons": [1]}'):
            vault.sessions.remember_state(SESSION, "why", broken)
            assert why_of(vault.sessions, SESSION) is None
        assert why_of(vault.sessions, SessionId("nobody")) is None


async def test_an_unreadable_state_begins_anew(vault: SqlVault) -> None:
    """A state of another version or in pieces costs the thread, never the conversation."""
    converse = conversation(vault)
    await converse.reply(SESSION, EVENING[0])
    for broken in ("{", "[]", '{"types": ["nonsense", 3], "turns": "many", "asked": [1], "future": true}'):
        vault.sessions.remember_state(SESSION, STATE_NAME, broken)
        assert (await converse.reply(SESSION, EVENING[1])).reply.text


async def test_the_last_step_is_asked_about_in_the_next_session(vault: SqlVault) -> None:
    """A session that ended with a step is followed up when the person comes again."""
    converse = conversation(vault)
    await say(converse, EVENING)
    exchange = await converse.reply(SessionId("next"), "Quiet day, the rain never stopped.")
    assert "I'll put twenty minutes in her calendar" in exchange.reply.text
    third = await converse.reply(SessionId("third"), "Another quiet day at work, more rain.")
    assert "twenty minutes" not in third.reply.text


async def test_the_same_session_begins_anew_the_next_evening(vault: SqlVault) -> None:
    """A session left overnight after a goodbye asks again, and about the step first."""
    clock = Clock()
    converse = conversation(vault, clock=clock)
    await say(converse, EVENING)
    clock.now += timedelta(hours=22)
    exchange = await converse.reply(SESSION, "Quiet day, the rain never stopped.")
    assert exchange.reply.question is not None
    assert "I'll put twenty minutes in her calendar" in exchange.reply.text


async def test_a_step_taken_on_the_way_to_a_crisis_is_not_asked_about(vault: SqlVault) -> None:
    """Whoever came to a crisis is not met the next evening with what they had meant to do before it."""
    care = care_of(PROMPTS)
    converse = conversation(vault)
    converse._care = care
    await say(converse, [*EVENING[:-1], "I want to kill myself.", "Let's go on with something else."])
    later = await converse.reply(SessionId("another evening"), "Quiet day, the rain never stopped.")
    assert "twenty minutes" not in later.reply.text
    assert SessionState.from_json(vault.sessions.state(SESSION, STATE_NAME)).step is None


async def test_care_comes_before_coaching(vault: SqlVault) -> None:
    """Where care answers, no model and no question of the coach does, and the session knows it is in care."""
    voice = ScriptedVoice(["What is the rota?"])
    converse = conversation(vault, voice)
    cared = Reply("Are you safe tonight?", Move.CARE, VoiceName.BANK, "Are you safe tonight?")
    seen: list[bool] = []

    def care(text: str, distress: Distress, state: SessionState) -> Reply | None:
        seen.append(state.in_care)
        return cared if len(seen) < 3 else None

    converse._care = care
    exchanges = await say(converse, ["I don't want to be here.", "I don't know.", "Let's talk about the rota at work."])
    assert [exchange.reply.move for exchange in exchanges[:2]] == [Move.CARE, Move.CARE]
    assert seen == [False, True, True]
    assert exchanges[2].reply.move is not Move.CARE
    assert all("rota" in ask.turns[-1].text for ask in voice.asks)


CLAIMS = (
    "My boss moved the deadline again and everyone just nods.",
    "I should be able to cope like the others do.",
    "If I say no they'll think I'm weak.",
    "Or there's no point in any of it.",
    "I'll drive out to the coast on Sunday.",
    "Challenge me on that, please. I always give in.",
)


@pytest.mark.parametrize(
    "leaving",
    ["No. I meant the job.", "Let's go on with something else.", "haha no, I'm talking about chess", "Go on."],
)
async def test_after_a_sign_of_danger_nothing_is_challenged(vault: SqlVault, leaving: str) -> None:
    """Also where it was denied the bank asks plainly to the end of the sitting, and quotes nothing said in care."""
    voice = LargeVoice(["What would be the point of the deadline, when your boss listens?"])
    converse = conversation(vault, voice)
    converse._care = care_of(PROMPTS)
    exchanges = await say(converse, ["I don't want to live like this, I want to die.", leaving, *CLAIMS])
    assert exchanges[0].reply.move is Move.CARE
    assert not voice.asks
    for exchange in exchanges[1:]:
        reply = exchange.reply
        assert reply.move is Move.CLARIFY
        assert reply.question_type in (None, QuestionType.CLARIFICATION)
        assert not re.search(r"\b(?:die|live|what if|suppose|first minute|cost)\b", reply.text, re.IGNORECASE)
    assert len({exchange.reply.text for exchange in exchanges}) == len(exchanges)


async def test_nobody_is_met_with_the_past_after_a_sign_of_danger(vault: SqlVault) -> None:
    """No old line is held beside what they say, unless they ask for it."""
    old = vault.entries.add(Writing(datetime(2025, 1, 1, 12, tzinfo=UTC), "I always give in about the rota at work."))
    converse = conversation(vault, memories=OneMemory(Quotation.cut(old, Span(0, len(old.text)))))
    converse._care = care_of(PROMPTS)
    exchanges = await say(converse, ["I want to die.", "No, I meant the job.", *CLAIMS])
    assert all(exchange.reply.memory is None for exchange in exchanges)


async def test_another_sitting_is_coached_as_ever(vault: SqlVault) -> None:
    """The next evening the questions are of every type again."""
    clock = Clock()
    converse = conversation(vault, clock=clock)
    converse._care = care_of(PROMPTS)
    await say(converse, ["I want to die.", "No, I meant the job.", *CLAIMS[:2]])
    clock.now += timedelta(hours=22)
    exchanges = await say(converse, EVENING[:4])
    assert len({exchange.reply.question_type for exchange in exchanges}) > 1


@pytest.mark.parametrize(("hours", "gently"), [(0.1, True), (22, False)])
async def test_a_new_page_of_the_same_sitting_is_as_gentle(vault: SqlVault, hours: float, gently: bool) -> None:
    """Who closes the talk after a sign of danger and opens another minutes later is not challenged there either."""
    clock = Clock()
    converse = conversation(vault, clock=clock)
    converse._care = care_of(PROMPTS)
    await say(converse, ["I want to die.", "No, I meant the job."])
    clock.now += timedelta(hours=hours)
    another = SessionId("another")
    exchanges = [await converse.reply(another, text) for text in EVENING[:4]]
    assert SessionState.from_json(vault.sessions.state(another, STATE_NAME)).gently is gently
    assert (len({exchange.reply.question_type for exchange in exchanges}) == 1) is gently


async def test_a_concern_alone_leaves_the_questions_as_they_are(vault: SqlVault) -> None:
    """One slower answer, and the conversation goes on with every type of question."""
    converse = conversation(vault)
    converse._care = care_of(PROMPTS)
    exchanges = await say(converse, ["I feel numb all the time.", *EVENING[:4]])
    assert exchanges[0].reply.move is Move.CARE
    assert not SessionState.from_json(vault.sessions.state(SESSION, STATE_NAME)).gently
    assert len({exchange.reply.question_type for exchange in exchanges[1:]}) > 1


@pytest.mark.parametrize(
    ("messages", "gently"),
    [
        (["I feel numb all the time.", "I feel completely hopeless."], True),
        (["I feel completely hopeless.", "yes", "Go on."], True),
        (["I feel completely hopeless.", "Mum rang.", "I feel numb all the time."], False),
    ],
)
async def test_care_that_lasts_is_a_sign_of_danger(vault: SqlVault, messages: list[str], gently: bool) -> None:
    """Despair twice running, or a yes to the direct question, is gone on from gently; two low moments apart are not."""
    converse = conversation(vault)
    converse._care = care_of(PROMPTS)
    await say(converse, messages)
    assert SessionState.from_json(vault.sessions.state(SESSION, STATE_NAME)).gently is gently


def test_who_comes_back_in_care_comes_back_to_gentle_questions() -> None:
    """A sign of danger outlasts the night only where care does."""
    assert SessionState(in_care=True, gently=True).anew().gently
    assert not SessionState(gently=True).anew().gently


@pytest.mark.parametrize(("first", "said"), [("I want to die.", 1), ("My boss moved the deadline again.", 0)])
async def test_who_leaves_after_a_sign_of_danger_is_told_once_more_whom_to_reach(
    vault: SqlVault, first: str, said: int
) -> None:
    """The goodbye names the line, once, and nobody else's goodbye does."""
    converse = conversation(vault)
    words = load_care_words(PROMPTS, "IE")
    converse._care, converse._parting = care_with(words), lambda: words.parting
    exchanges = await say(converse, [first, "No, I meant the job.", CLAIMS[0], "Good night.", "Thanks, bye."])
    goodbyes = [exchange.reply for exchange in exchanges if exchange.reply.move is Move.CLOSE]
    assert len(goodbyes) == 2
    assert sum(words.line.say in reply.text for reply in goodbyes) == said
    assert (words.line.say in goodbyes[0].text) == bool(said)


async def test_nothing_of_a_crisis_is_come_back_to_on_another_evening(vault: SqlVault) -> None:
    """A short message in the same session next day is not asked about with what was said in danger, or to deny it."""
    clock = Clock()
    converse = conversation(vault, clock=clock)
    converse._care = care_of(PROMPTS)
    await say(converse, ["The ferry left without us.", "I can't see a way out, I want to die.", "No, I meant the job."])
    clock.now += timedelta(hours=22)
    for exchange in await say(converse, ["ok", "hm", "ok"]):
        assert not re.search(r"die|way out|the job", exchange.reply.text)


async def test_danger_told_after_a_goodbye_takes_the_goodbye_back(vault: SqlVault) -> None:
    """Who says it on the way out is not sent off with their denial, and is told whom to reach when they do leave."""
    converse = conversation(vault)
    words = load_care_words(PROMPTS, "IE")
    converse._care, converse._parting = care_with(words), lambda: words.parting
    exchanges = await say(converse, [CLAIMS[0], "Good night.", "I want to die.", "No, I meant the job.", "Bye."])
    replies = [exchange.reply for exchange in exchanges]
    assert [reply.move is Move.CLOSE for reply in replies] == [False, True, False, False, True]
    assert [words.line.say in reply.text for reply in replies[3:]] == [False, True]


async def test_what_they_will_do_is_not_said_back_as_they_leave_after_a_sign_of_danger(vault: SqlVault) -> None:
    """It may be the plan: the goodbye holds none of it, and no other evening begins with it."""
    converse = conversation(vault)
    converse._care = care_of(PROMPTS)
    exchanges = await say(converse, ["I want to die.", "Go on.", "I'll drive out to the coast on Sunday. Good night."])
    assert exchanges[-1].reply.move is Move.CLOSE
    assert "coast" not in exchanges[-1].reply.text
    assert SessionState.from_json(vault.sessions.state(SESSION, STATE_NAME)).step is None


class ClosingGuide:
    """A practice that is at its end, whatever is said."""

    async def take(
        self, session: SessionId, entry: Entry, reading: Reading, acts: frozenset[DialogueAct], state: SessionState
    ) -> Answer:
        """Close it."""
        return Answer(Reply("That is kept.", Move.CLOSE, VoiceName.BANK), state)


async def test_the_end_of_a_practice_is_no_goodbye(vault: SqlVault) -> None:
    """The line is named behind a good night, in a practice too, and not behind each practice that ends."""
    converse = conversation(vault)
    words = load_care_words(PROMPTS, "IE")
    converse._care, converse._parting = care_with(words), lambda: words.parting
    await say(converse, ["I want to die."])
    converse._guide = ClosingGuide()
    exchanges = await say(converse, ["Go on.", "A walk by the canal.", "Good night.", "Bye."])
    assert [words.line.say in exchange.reply.text for exchange in exchanges] == [False, False, True, False]


class OneMemory:
    """Offer one line, once asked."""

    def __init__(self, quotation: Quotation, asked_for_only: bool = False) -> None:
        """Offer this line."""
        self.quotation, self.asked_for_only = quotation, asked_for_only

    async def bearing_on(self, entry: object, session: object, state: object) -> Remembered | None:
        """Offer it to an ordinary message."""
        return None if self.asked_for_only else Remembered(self.quotation, 0.9)

    async def asked_for(self, entry: object, query: str, session: object, state: object) -> Remembered | None:
        """Offer it to whoever asks."""
        return Remembered(self.quotation, 0.9)


def _line(vault: SqlVault) -> Quotation:
    entry = vault.entries.add(Writing(datetime(2025, 3, 12, 20, tzinfo=UTC), "Left to me again. The dog was sick."))
    return Quotation.cut(entry, Span(0, 17))


async def test_a_memory_is_offered_for_confirmation(vault: SqlVault) -> None:
    """Dated, shown beside the question and not in it, with tonight's own words, as the turn's one question."""
    line = _line(vault)
    exchange = await conversation(vault, memories=OneMemory(line)).reply(
        SESSION, "It's always me who clears the kitchen."
    )
    reply = exchange.reply
    assert reply.move is Move.REMEMBER
    assert reply.memory == line
    assert "12 March" in reply.text
    assert line.text not in reply.text
    assert re.search(r"“[^”]*(?:clears|kitchen)[^”]*”", reply.text)
    assert reply.text.count("?") == 1
    assert any(reason.name == "memory" for reason in exchange.reasons)


async def test_no_memory_on_a_feeling_or_a_goodbye(vault: SqlVault) -> None:
    """A past line never comes onto strong feeling, a request or a goodbye."""
    converse = conversation(vault, memories=OneMemory(_line(vault)))
    messages = ["I'm so angry about the kitchen tonight.", "Just tell me what to do about it.", "Good night."]
    assert [exchange.reply.memory for exchange in await say(converse, messages)] == [None] * 3


async def test_a_line_that_is_asked_for_is_shown_word_for_word(vault: SqlVault) -> None:
    """Asked what they wrote, the coach shows the line itself; where there is none it says so and invents nothing."""
    line = _line(vault)
    found = await conversation(vault, memories=OneMemory(line, asked_for_only=True)).reply(
        SESSION, "What did I write about being left with it again?"
    )
    assert found.reply.memory == line
    missing = await conversation(vault).reply(SessionId("other"), "What did I write about the garden in May?")
    assert missing.reply.memory is None
    assert re.search(r"no such line|Nothing like that", missing.reply.text)


async def test_another_language_is_told_honestly(vault: SqlVault) -> None:
    """A small model's coach says in their language that it cannot ask well in it, and keeps the words."""
    exchanges = await say(
        conversation(vault, ScriptedVoice(["What is it?"])),
        [
            "Ich weiß nicht, warum ich die Folien heute schon wieder umgebaut habe.",
            "Es ist halt so, und ich bin müde davon.",
        ],
    )
    assert all(exchange.reply.move is Move.ASIDE for exchange in exchanges)
    assert "Deutsch" in exchanges[0].reply.text
    assert exchanges[0].reply.text != exchanges[1].reply.text


class SlowVoice(ScriptedVoice):
    """A model that never comes to a word."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    async def ask(self, ask: Ask) -> AsyncGenerator[VoiceEvent, None]:
        """Let whoever listens wait."""
        self.asked += 1
        await asyncio.sleep(60)
        yield CandidateMade(0, "")


async def test_a_model_that_comes_too_late_twice_is_left_alone(
    vault: SqlVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a machine too busy for the model an evening does not wait at every turn."""
    monkeypatch.setattr(voicing, "PATIENCE_SMALL_SECONDS", 0.01)
    monkeypatch.setattr(voicing, "PATIENCE_SECONDS", 0.01)
    voice = SlowVoice()
    exchanges = await say(conversation(vault, voice=voice), EVENING[:4])
    assert voice.asked == 2
    assert all(exchange.reply.question for exchange in exchanges)


class LargeVoice(ScriptedVoice):
    """A large model, examined or not."""

    passed = frozenset(Capability)

    async def facts(self) -> VoiceFacts:
        """Say that it is large, and what it passed."""
        return VoiceFacts("large", "0" * 64, 8192, 8_000_000_000, adapted=False, passed=self.passed)


async def test_a_capable_model_asks_in_their_language(vault: SqlVault) -> None:
    """An examined model's question in the same language is used; an unexamined one's or an English answer is not."""
    message = "Ich weiß nicht, warum ich die Folien heute schon wieder umgebaut habe."
    good = "Was hat dich heute dazu gebracht, die Folien noch einmal zu öffnen?"
    exchange = await conversation(vault, LargeVoice([good])).reply(SESSION, message)
    assert exchange.reply.text == good
    unexamined = LargeVoice([good])
    unexamined.passed = frozenset()
    assert "Deutsch" in (await conversation(vault, unexamined).reply(SessionId("c"), message)).reply.text
    english = await conversation(vault, LargeVoice(["What made you open it?"])).reply(SessionId("b"), message)
    assert "Deutsch" in english.reply.text


async def test_a_hundred_turns_go_on_without_a_repeat(vault: SqlVault) -> None:
    """However long a session, no question comes twice and every reply is checked."""
    clock = Clock()
    converse = conversation(vault, clock=clock)
    texts = [f"{message} That was number {number}." for number, message in enumerate(EVENING[:3] * 8)]
    questions = [exchange.reply.question for exchange in await say(converse, texts) if exchange.reply.question]
    assert len(set(questions)) == len(questions)


def test_an_ask_has_its_unchanging_part_first() -> None:
    """The shipped turns come first and are marked, so that their evaluation may be kept from day to day."""
    from assistant.coaching.planner import plan_turn
    from assistant.core.reading import Reading
    from tests.coaching.coach_room import coach_words

    form = coach_words().prompt
    assert form is not None
    facts = VoiceFacts("starter", "0" * 64, 4096, 135_000_000, adapted=False)
    asks: list[Ask] = []
    for message in EVENING[:2]:
        asks.append(form.ask(message, plan_turn(message, Reading(), frozenset(), SessionState()), facts, "seed"))
    shared = asks[0].shared_turns
    assert asks[0].turns[:shared] == asks[1].turns[:shared]
    assert not any(word in turn.text for turn in asks[0].turns[:shared] for word in ("manager", "rota."))
    assert EVENING[0] in asks[0].turns[shared].text
