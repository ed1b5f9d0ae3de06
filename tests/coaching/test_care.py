"""In a crisis there is no coaching: a person is asked plainly, pointed to people, and not left until they choose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from assistant.coaching.care import MOST_WORDS, Asks, CareWords, care_reply
from assistant.coaching.care_answers import Answer, hear_answer
from assistant.coaching.session_state import SessionState
from assistant.core.dialogue import Move, Reply, VoiceName
from assistant.core.reading import Distress
from assistant.errors import Unreadable
from assistant.reading.distress import read_distress
from assistant.services.care_words import care_of, load_care_words, load_lines
from assistant.shipped import shipped

PROMPTS = shipped("prompts")
LINES = load_lines(PROMPTS)
WORDS = load_care_words(PROMPTS, "IE")


class Talk:
    """One session, as the conversation keeps it."""

    def __init__(self, words: CareWords = WORDS) -> None:
        self.words, self.state = words, SessionState()

    def say(self, text: str, distress: Distress = Distress.NONE) -> Reply | None:
        """Say something; None where the coach would answer."""
        reply = care_reply(text, distress, self.state, self.words)
        asked = (*self.state.asked, reply.question) if reply and reply.question else self.state.asked
        self.state = self.state.after(turns=self.state.turns + 1, in_care=reply is not None, asked=asked)
        return reply

    def situation(self, text: str, distress: Distress = Distress.NONE) -> str | None:
        """Say something and return what it was taken for."""
        reply = self.say(text, distress)
        return next(s for s in self.words.situations if reply in self.words.replies(s)) if reply else None


def _everything() -> Iterator[tuple[str, str, Reply]]:
    for country in LINES:
        words = load_care_words(PROMPTS, country)
        for situation in words.situations:
            for reply in words.replies(situation):
                yield country, situation, reply


def test_every_reply_is_short_asks_one_question_and_points_to_people() -> None:
    """In every country each reply keeps its length, asks once, names a line or an emergency number, quotes nothing."""
    for country, situation, reply in _everything():
        line = LINES[country]
        assert len(reply.text.split()) <= MOST_WORDS, (country, situation)
        assert reply.text.count("?") == 1
        assert reply.question is not None
        assert reply.question in reply.text
        assert line.say in reply.text or line.emergency in reply.text
        assert not re.search(r"[“”\"«»{}]", reply.text)
        assert (reply.move, reply.voice) == (Move.CARE, VoiceName.BANK)


def test_the_first_words_say_that_it_is_a_program_and_ask_plainly() -> None:
    """Whatever opens care names itself a program; thoughts of dying are asked about by their name."""
    for situation in ("thoughts", "farewell", "method", "self_harm", "acted"):
        for reply in WORDS.replies(situation):
            assert "I'm a program" in reply.text or "I'm only a program" in reply.text
            if situation != "acted":
                assert re.search(r"killing yourself|kill yourself|ending your life", reply.question or "")
            assert LINES["IE"].say in reply.text
            assert LINES["IE"].emergency in reply.text


def test_no_reply_claims_to_be_human_advises_on_the_matter_or_promises() -> None:
    """Care never says that it feels, that things will be fine, or that it will call somebody."""
    claims = re.compile(
        r"\bI feel\b|\bI know how you feel|\byou should\b|will be (?:fine|okay|all right)|I(?:'ll| will) call\b", re.I
    )
    for _, situation, reply in _everything():
        assert not claims.search(reply.text), situation


def test_what_stands_behind_a_goodbye_points_to_people_and_asks_nothing() -> None:
    """In every country the parting words are short, name the line and the emergency number, and want no answer."""
    for country, line in LINES.items():
        parting = load_care_words(PROMPTS, country).parting
        assert line.say in parting
        assert line.emergency in parting
        assert len(parting.split()) <= MOST_WORDS // 2
        assert not re.search(r"[?“”\"«»{}]", parting)


def test_there_is_a_line_for_many_countries_and_a_pointer_for_the_rest() -> None:
    """Thirty countries at least are known; an unknown one is pointed to findahelpline.com."""
    assert len(LINES) - 1 >= 30
    assert "findahelpline.com" in (load_care_words(PROMPTS, "XX").replies("thoughts")[0].text)
    assert "findahelpline.com" in (load_care_words(PROMPTS).replies("thoughts")[0].text)
    assert "116 123" in load_care_words(PROMPTS, "GB").replies("thoughts")[0].text


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("I want to die.", "thoughts"),
        ("I took all my pills an hour ago.", "acted"),
        ("How many paracetamol would kill me?", "method"),
        ("I cut my arms again last night.", "self_harm"),
        ("This is goodbye. Tell my children I loved them.", "farewell"),
    ],
)
def test_what_opens_care_fits_what_was_said(text: str, situation: str) -> None:
    """An act, a question for a method, a farewell and self-harm are each met in their own words."""
    assert Talk().situation(text, Distress.CRISIS) == situation


def test_without_distress_the_coach_answers() -> None:
    """An ordinary message outside care is none of care's business."""
    assert Talk().say("Made pancakes.") is None


def test_a_session_stays_in_care_until_the_person_goes_on() -> None:
    """Neither weather nor silence leads back to coaching; choosing to go on does."""
    talk = Talk()
    talk.say("I want to kill myself.", Distress.CRISIS)
    assert talk.situation("It's raining here.") == "with_you"
    assert talk.situation("...") == "with_you"
    assert talk.say("ok, let's go on") is None
    assert talk.say("The rota again.") is None


def test_somebody_may_go_on_in_passing() -> None:
    """Asking to carry on with something else is choosing to, in whatever small words."""
    talk = Talk()
    talk.say("I want to kill myself.", Distress.CRISIS)
    assert talk.say("can we just carry on talking about my aunt") is None


@pytest.mark.parametrize(
    "text",
    [
        "No… Go on. The understudy has my part.",
        "No. Nothing of the kind. Go on. I've decided to sell the boat.",
        "Anyway. Carry on, please.",
    ],
)
def test_the_leave_word_is_heard_as_a_sentence_of_its_own(text: str) -> None:
    """Wherever it stands in the message, "Go on." is what care promised to hear."""
    talk = Talk()
    talk.say("I want to die.", Distress.CRISIS)
    assert talk.say(text, read_distress(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Yes. Go on.",
        "Sometimes. Go on.",
        "I don't know. Go on.",
        "I can't. Go on.",
        "The pills are here. Go on.",
        "No… but I can't see why I'd stay. Go on.",
    ],
)
def test_the_leave_word_beside_a_sign_of_danger_does_not_end_care(text: str) -> None:
    """A yes to the direct question, a doubt or a means in the same message outweighs it."""
    talk = Talk()
    talk.say("I want to die.", Distress.CRISIS)
    assert talk.say(text, read_distress(text)) is not None


def test_despair_beside_the_leave_word_is_met_first() -> None:
    """Who goes on and is hopeless in one breath hears words for that, not a coaching question."""
    talk = Talk()
    talk.say("I want to die.", Distress.CRISIS)
    assert talk.situation("Let's go on. I feel completely hopeless.", Distress.CONCERN) == "concern_hopeless"


@pytest.mark.parametrize(
    "text", ["Good grief, no.", "Oh god no", "Heavens, no!", "What? No.", "Ha, no, never", "Not me.", "Nope."]
)
def test_a_no_after_an_exclamation_is_a_no(text: str) -> None:
    """A denial need not be the first word."""
    talk = Talk()
    talk.say("I want to die.", Distress.CRISIS)
    assert talk.situation(text) == "no"


@pytest.mark.parametrize("text", ["No point.", "Honestly, no point", "no reason really", "No more."])
def test_having_no_point_is_not_a_no(text: str) -> None:
    """The word alone denies nothing."""
    talk = Talk()
    talk.say("I want to die.", Distress.CRISIS)
    assert talk.situation(text) != "no"


@pytest.mark.parametrize(
    "text",
    [
        "Good heavens, no. I'm on about tomatoes. It's the plant that'd be dead, not me.",
        "No, I meant the engine.",
        "Not me! We were talking about the panto horse.",
        "It was the play I meant. Nobody died but the ghost.",
        "haha no, I'm talking about chess",
    ],
)
def test_saying_what_thing_was_meant_ends_care(text: str) -> None:
    """Nobody is asked again whose words were about a thing."""
    talk = Talk()
    talk.say("I want to die.", Distress.CRISIS)
    assert talk.say(text, read_distress(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "No. I'm talking about my pills.",
        "No, I mean the end.",
        "no I mean it",
        "Yes, I'm on about ending it",
        "No, I'm talking about myself.",
        "No, I meant the roses, but I'd rather be dead too.",
        "No. I was talking about everything.",
        "No, I meant the job, but some days I do think about it.",
    ],
)
def test_what_explains_nothing_away_stays_in_care(text: str) -> None:
    """A means, an end, oneself or a wish for death in the same message is no explanation."""
    talk = Talk()
    talk.say("I want to die.", Distress.CRISIS)
    assert talk.say(text, read_distress(text)) is not None


def test_a_call_for_tomorrow_is_not_a_call_made() -> None:
    """Only who is called now has been called."""
    assert hear_answer("I'm ringing my sister") is Answer.REACHED
    assert hear_answer("I'll ring my sister in the morning") is not Answer.REACHED


@pytest.mark.parametrize("text", ["I can't go on", "i cant go on like this anymore", "how can anyone go on living"])
def test_not_being_able_to_go_on_is_no_choice_to_go_on(text: str) -> None:
    """The words alone do not end care."""
    talk = Talk()
    talk.say("I want to die.", Distress.CRISIS)
    assert talk.say(text, Distress.CONCERN) is not None


def test_a_crisis_is_answered_with_care_even_when_they_go_on() -> None:
    """Choosing to go on and saying so again in the same breath stays in care."""
    talk = Talk()
    talk.say("I want to die.", Distress.CRISIS)
    assert talk.say("let's go on, I'll be dead tomorrow anyway", Distress.CRISIS) is not None


@pytest.mark.parametrize(
    ("said", "situation"),
    [
        ("yes", "yes"),
        ("kind of", "yes"),
        ("no", "no"),
        ("I don't know", "unsure"),
        ("there's nobody", "no_one"),
        ("I have no one to call", "no_one"),
        ("you're just a stupid bot", "anger"),
        ("fuck off", "anger"),
        ("I'm fine now", "fine"),
        ("forget it, I was being dramatic", "fine"),
        ("are you going to call the police?", "secret"),
        ("I rang them and nobody picked up", "failed"),
        ("I can't talk on the phone", "cannot_call"),
        ("I can't call anyone.", "cannot_call"),
        ("I'm calling my sister", "reached"),
        ("good night", "goodbye"),
    ],
)
def test_what_is_said_after_the_direct_question(said: str, situation: str) -> None:
    """Each kind of answer to the direct question is met for itself."""
    talk = Talk()
    talk.say("I want to die.", Distress.CRISIS)
    assert talk.situation(said) == situation


def test_a_bare_yes_means_what_was_asked() -> None:
    """Yes to danger is danger, yes to safety is safety, and no to safety is danger."""
    talk = Talk()
    talk.say("I want to die.", Distress.CRISIS)
    assert talk.situation("yes") == "yes"
    assert talk.situation("my sister") == "who"
    assert talk.situation("yes") == "safe"
    other = Talk()
    other.say("I want to die.", Distress.CRISIS)
    other.say("I'm fine now")
    assert other.situation("no") == "unsafe"


def test_no_reply_is_said_twice_running() -> None:
    """Someone who stays in crisis for many turns hears other words each time, and never another question unasked."""
    talk = Talk()
    said = [talk.say("I want to die.", Distress.CRISIS) for _ in range(9)]
    texts = [reply.text for reply in said if reply]
    assert len(texts) == 9
    assert all(first != second for first, second in pairwise(texts))


CONCERNS = [
    ("My husband hit me again.", "concern_hurt"),
    ("My friend told me she's suicidal.", "concern_other"),
    ("I made myself sick after dinner again.", "concern_eating"),
    ("I feel completely hopeless.", "concern_hopeless"),
    ("I feel numb all the time.", "concern_low"),
    ("My boyfriend pushed me into the door last night.", "concern_hurt"),
    ("He checks my phone every evening.", "concern_hurt"),
    ("I threw up on purpose after dinner again.", "concern_eating"),
    ("I tried to kill myself when I was sixteen.", "concern_past"),
    ("I had a panic attack in the shop.", "concern_panic"),
    ("I drink every night to sleep.", "concern_drink"),
]


@pytest.mark.parametrize(("text", "situation"), CONCERNS)
def test_concern_is_met_slowly(text: str, situation: str) -> None:
    """What calls for gentleness gets its own words and no challenge."""
    assert Talk().situation(text, Distress.CONCERN) == situation


def test_after_a_concern_the_person_is_let_go_unless_there_is_danger() -> None:
    """An ordinary next message goes to the coach; a yes to the direct question does not."""
    talk = Talk()
    talk.say("I feel completely hopeless.", Distress.CONCERN)
    assert talk.say("Mum rang, we talked about the boiler.") is None
    other = Talk()
    other.say("I feel completely hopeless.", Distress.CONCERN)
    assert other.situation("yes") == "yes"


def test_care_survives_a_restart_of_the_program() -> None:
    """The state written down and read back answers as before."""
    talk = Talk()
    talk.say("I want to die.", Distress.CRISIS)
    talk.state = SessionState.from_json(talk.state.to_json())
    assert talk.situation("yes") == "yes"


def test_a_session_whose_last_question_is_unknown_is_still_in_care() -> None:
    """Without the last question a short answer is taken for the graver of its meanings."""
    state = SessionState(in_care=True)
    reply = care_reply("yes", Distress.NONE, state, WORDS)
    assert reply in WORDS.replies("yes")


def test_every_answer_has_words() -> None:
    """Whatever is heard in care, there is something to say to it."""
    for answer in Answer:
        for asked in Asks:
            state = SessionState(in_care=True, asked=(_question_for(asked),))
            said = next((text for text in SAID if hear_answer(text) is answer), None)
            assert said is not None, answer
            reply = care_reply(said, Distress.NONE, state, WORDS)
            assert (reply is None) == (answer in (Answer.GO_ON, Answer.EXPLAINED)), (answer, asked)
    assert {"yes", "no", "safe", "unsafe", "who", "with_you", "still"} <= WORDS.situations
    assert {Asks.DANGER, Asks.SAFE, Asks.WHO} <= {text.asks for s in WORDS.situations for text in WORDS.texts(s)}


SAID = (
    "go on", "No, I meant the engine.", "who can see this?", "fuck off", "I'm not safe.", "nobody picked up",
    "I can't call anyone", "there's nobody", "I'm calling my sister", "good night", "Probably not.", "I don't know",
    "I'm safe", "I'm fine", "I won't do anything", "I'm not okay", "no", "sometimes", "yes", "It's raining.",
)  # fmt: skip
"""One message for each kind of answer."""


def _question_for(asked: Asks) -> str:
    """Return a question of care, outside of concern, that asks for that."""
    fit = (
        reply.question
        for situation in sorted(WORDS.situations)
        if not situation.startswith("concern")
        for reply, text in zip(WORDS.replies(situation), WORDS.texts(situation), strict=True)
        if text.asks is asked
    )
    return next(fit, None) or "?"


TO_SAFETY = {
    "unsafe": [
        "No", "no.", "Nope", "Not really.", "Probably not.", "I guess not", "Maybe not", "Of course not.",
        "I'm afraid not",
        "I am not safe.", "I’m not safe", "im not safe", "I'm not safe here", "No, I am not safe", "I don't feel safe",
        "I dont feel safe", "I do not feel safe.", "I don’t think so", "I do not think so.", "I dont think so",
        "I don't think I am", "I am not.", "I'm not.", "im not", "I can't", "I cannot.", "cant", "I do not.",
        "It is not.",
        "It isn't", "isn't", "They are not.", "They aren’t", "not tonight", "Not everything.", "not at all", "Never",
        "I doubt it", "Unlikely.", "Hardly.", "I'm not okay.", "I’m not okay", "im not ok", "It's no good.",
        "I can't keep myself safe", "I'm not sure I'm safe", "No, but thanks", "Yes, I'm not okay.", "I am not okay",
    ],
    "unsure": [
        "I don't know", "I do not know.", "dunno", "I'm not sure", "im not sure", "I am not sure.", "Not sure", "maybe",
        "I hope so", "I think so", "I guess so", "Yes, but I'm scared", "Kind of", "Mostly.", "I think I'm safe",
        "I'll try", "sometimes", "Yes, I am not.", "Yes, for now",
    ],
    "safe": [
        "Yes", "yes.", "Yeah", "I am.", "I'm safe", "I am safe.", "im safe", "Yes, I'm safe here.",
        "They are.", "I can.",
    ],
    "with_you": ["It is in my drawer.", "They are in the bathroom.", "I have a lot of them.", "It's raining."],
}  # fmt: skip
"""What may be answered to "are you safe?", and what it is taken for."""
TO_DANGER = {
    "yes": [
        "Yes", "yeah.", "I am.", "I do.", "I have.", "It has.", "It has, a few times.", "Kind of", "sometimes",
        "Every night",
        "I think so", "Probably", "Yes, but I won't do it", "Constantly.", "I am thinking about it", "a bit", "true",
    ],
    "unsure": ["I don't know", "I'm not sure", "im not sure", "I do not know", "I’m not sure.", "Maybe", "yes and no"],
    "hardly": [
        "Probably not.", "I don't think so", "I do not think so.", "Not really", "Not tonight.", "No, not tonight",
        "Not yet",
        "I guess not", "no, but sometimes I could", "I doubt it", "Not right now", "not any more",
    ],
    "with_you": [
        "I'm not okay.", "im not ok", "It's no good.", "I don't want to be here", "Nothing matters",
        "I don't see the point",
        "I don't have any reason to live", "Sometimes I don't want to be here", "I am tired.", "No point.",
    ],
    "unsafe": ["I am not safe.", "I’m not safe with myself"],
    "fine": ["I don't want to die and I'm safe.", "I won't do anything and I am safe."],
}  # fmt: skip
"""What may be answered to "are you thinking of killing yourself?", and what it is taken for."""
DENIALS = [
    "No", "No.", "nope", "I am not.", "I'm not", "im not", "I have not.", "I havent", "I do not.", "It has not.",
    "It hasn’t",
    "Of course not.", "No, nothing like that.", "Not at all", "never", "I'm not going to do anything",
    "I would never do that",
]  # fmt: skip


def _asking(asked: Asks) -> Iterator[SessionState]:
    """Yield a session in care for each question, outside of concern, that asks for that."""
    for situation in sorted(WORDS.situations):
        for reply, text in zip(WORDS.replies(situation), WORDS.texts(situation), strict=True):
            if text.asks is asked and not situation.startswith("concern"):
                yield SessionState(in_care=True, asked=(reply.question or "",))


def _taken_for(text: str, state: SessionState) -> str | None:
    """Return what a message is taken for in that state; None where the coach goes on."""
    reply = care_reply(text, Distress.NONE, state, WORDS)
    return next(s for s in WORDS.situations if reply in WORDS.replies(s)) if reply else None


@pytest.mark.parametrize("meant", TO_SAFETY)
def test_an_answer_to_whether_they_are_safe_is_never_rounded_up(meant: str) -> None:
    """In every wording of the question a "not" is no yes, and a yes with a doubt in it is a doubt."""
    for state in _asking(Asks.SAFE):
        assert {text: _taken_for(text, state) for text in TO_SAFETY[meant]} == dict.fromkeys(TO_SAFETY[meant], meant)


@pytest.mark.parametrize("meant", [*TO_DANGER, "no"])
def test_an_answer_to_the_direct_question_is_never_rounded_down(meant: str) -> None:
    """Only a plain denial is one: neither a doubt, nor a no for tonight, nor a sentence that begins with a "not"."""
    answers = TO_DANGER.get(meant, DENIALS)
    for state in _asking(Asks.DANGER):
        assert {text: _taken_for(text, state) for text in answers} == dict.fromkeys(answers, meant)


@pytest.mark.parametrize(
    ("concern", "answer", "meant"),
    [
        ("My husband hit me again.", "Probably not.", "unsafe_there"),
        ("My husband hit me again.", "I am not.", "unsafe_there"),
        ("My husband hit me again.", "I'm not okay", "unsafe_there"),
        ("My husband hit me again.", "He's downstairs.", "unsafe_there"),
        ("My husband hit me again.", "I don't know.", "unsure"),
        ("My husband hit me again.", "I guess so", "unsure"),
        ("My husband hit me again.", "Yes, I'm at my sister's.", None),
        ("I feel completely hopeless.", "I'm not sure.", "unsure"),
        ("I feel completely hopeless.", "Probably not.", "hardly"),
        ("I feel completely hopeless.", "Not yet", "hardly"),
        ("I feel completely hopeless.", "sometimes", "yes"),
        ("I feel completely hopeless.", "I'm not okay.", "with_you"),
        ("I feel completely hopeless.", "I'm not safe.", "unsafe"),
        ("I feel completely hopeless.", "No, nothing like that.", None),
        ("I feel completely hopeless.", "It has not.", None),
    ],
)
def test_a_doubt_after_a_concern_stays_in_care(concern: str, answer: str, meant: str | None) -> None:
    """Only a plain answer that shows no danger leads on to the coach."""
    talk = Talk()
    talk.say(concern, Distress.CONCERN)
    assert talk.situation(answer) == meant


@pytest.mark.parametrize(
    "text",
    [
        "He told me I was useless.", "My dad called me a failure.", "I've never told anyone.", "They answered me once.",
        "He called.", "I told him to leave me alone.",
    ],
)  # fmt: skip
def test_a_call_is_heard_only_where_they_made_one(text: str) -> None:
    """What others called them, or told them, is no call."""
    assert hear_answer(text) not in (Answer.REACHED, Answer.FAILED)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("my sister", "who"),
        ("My neighbour downstairs", "who"),
        ("Maybe my mum", "who"),
        ("Anna.", "who"),
        ("I could ring Tom", "who"),
        ("What's the point?", "with_you"),
        ("My husband is the reason.", "with_you"),
        ("The pain.", "with_you"),
        ("Sleep.", "with_you"),
        ("My dad is dead", "with_you"),
        ("Alone.", "no_one"),
        ("I've never told anyone.", "no_one"),
    ],
)
def test_only_somebody_to_turn_to_is_heard_as_one(text: str, meant: str) -> None:
    """A thing, a word with a capital, and whoever is the trouble are nobody to ring."""
    for state in _asking(Asks.WHO):
        assert _taken_for(text, state) == meant


@pytest.mark.parametrize(
    "text",
    [
        "I just want things to go back to normal.", "I can't go back to normal after this.",
        "Keep going, they all say.",
        "I want to go back to normal", "Will it ever go back to normal?", "People always change the subject.",
        "Can we talk about it?", "Go on, the pills are here.",
    ],
)  # fmt: skip
def test_a_wish_for_how_it_was_is_no_request_to_go_on(text: str) -> None:
    """Care ends where it is asked of the program, not where its words come up."""
    talk = Talk()
    talk.say("I want to die.", Distress.CRISIS)
    assert talk.say(text, read_distress(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Back to normal, please.", "Can we go back to normal?", "Let's get back to the journal.",
        "I'm safe, let's go on",
        "I'd like to talk about something else.", "Could we go back to the questions?", "ok, back to writing",
    ],
)  # fmt: skip
def test_a_request_to_go_on_is_heard_in_many_words(text: str) -> None:
    """Nobody has to find the very word."""
    talk = Talk()
    talk.say("I want to die.", Distress.CRISIS)
    assert talk.say(text) is None


@pytest.mark.parametrize("situation", sorted(s for s in WORDS.situations if s.startswith("concern")))
def test_a_concern_is_not_met_twice_running_with_the_same_words(situation: str) -> None:
    """Every kind of it has three texts, and the one that was said longest ago comes next."""
    text = next(text for text, kind in CONCERNS if kind == situation)
    talk = Talk()
    said = []
    for _ in range(7):
        reply = talk.say(text, Distress.CONCERN)
        assert reply is not None
        said.append(reply.text)
        talk.say("It's raining. Made pancakes.")
    assert len(WORDS.replies(situation)) == 3
    assert all(first != second for first, second in pairwise(said))
    assert len(set(said)) >= 3


@pytest.mark.parametrize("text", ["", "   ", "👍", "\u202eyes", "ok " * 5000])
def test_odd_answers_are_heard_as_something(text: str) -> None:
    """No answer makes the hearing fail."""
    assert hear_answer(text) in Answer


def test_a_broken_file_of_care_names_itself(tmp_path: Path) -> None:
    """A care text without its question type is refused by file, line and reason."""
    folder = tmp_path / "care"
    folder.mkdir()
    (folder / "lines.toml").write_text('version = 1\nsource = "x"\ndefault = "a"\ndefault_emergency = "b"\nline = []\n')
    (folder / "replies.toml").write_text('version = 1\nsource = "x"\n[[reply]]\nsituation = "thoughts"\ntext = "?"\n')
    with pytest.raises(Unreadable, match=r"replies\.toml.*asks"):
        load_care_words(tmp_path)


def test_the_conversation_gets_one_callable() -> None:
    """What is handed to the conversation answers with the country's line."""
    care = care_of(PROMPTS, "NZ")
    reply = care("I want to die.", Distress.CRISIS, SessionState())
    assert reply is not None
    assert "1737" in reply.text
