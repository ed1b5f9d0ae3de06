"""A message in the middle of a talk: a complaint is a prefix, a short message an answer, a step a step."""

from __future__ import annotations

import pytest

from assistant.coaching.complaints import Complaint, hear_complaint
from assistant.coaching.plan import Occasion, Plan
from assistant.coaching.planner import plan_turn
from assistant.coaching.session_state import SessionState
from assistant.core.reading import Distress, Reading
from assistant.reading.acts import hear_acts
from assistant.reading.read import read_text
from tests.coaching.coach_room import talk, turn

ASKED = "“The choir stopped asking me”: what did that do to the long evenings?"
MIDWAY = SessionState(
    turns=3, thread="The choir stopped asking me", quotes=("The choir stopped asking me",), asked=(ASKED,)
)
BEFORE = ("The choir stopped asking me in May. I never told Wanda that I minded.",)


def _plan(text: str, state: SessionState = MIDWAY) -> Plan:
    return plan_turn(text, Reading(), hear_acts(text), state, BEFORE)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("I don't follow that, sorry. What I mean is that I sold it too soon.", Complaint.UNCLEAR),
        ("what do u mean long. they were just evenings and i sat in the shed", Complaint.UNCLEAR),
        ("Which evenings? It is the mornings that drag, since Bram moved.", Complaint.UNCLEAR),
        ("eh? the shed is full of his tools and I can't throw one away", Complaint.UNCLEAR),
        ("I am not sure what you mean by that. My brother keeps the keys.", Complaint.UNCLEAR),
        ("That question beats me. What I know is that nobody rings.", Complaint.UNCLEAR),
        ("wdym do? i just watched telly and ate toast", Complaint.UNCLEAR),
        ("That is a rather unkind question. I only wanted to sing.", Complaint.POOR),
        ("You've asked me that already. Bram wants the shed emptied by May.", Complaint.TOLD_ALREADY),
        ("I literally just said that. Bram wants the shed emptied by May.", Complaint.TOLD_ALREADY),
        ("You've cut my sentence in two. I can't part with the tools he made.", Complaint.MISREAD),
        ("u keep getting it wrong. bram should ring me not me him", Complaint.MISREAD),
        ("Not what I wrote. I like the evenings, I dread the mornings.", Complaint.MISREAD),
        ("That's not what I wrote. I like the evenings, I dread the mornings.", Complaint.MISREAD),
        ("not the evenings, the mornings. I wake at four and lie there", Complaint.MISREAD),
    ],
)
def test_a_complaint_is_owned_and_the_rest_is_asked_on(text: str, complaint: Complaint) -> None:
    """What speaks to the coach is owned in a few words; the question stands on what else was said."""
    heard = hear_complaint(text, ASKED)
    assert heard is not None
    assert heard.complaint is complaint
    plan, reply, _state = turn(text, MIDWAY, BEFORE)
    assert plan.led == f"led_{complaint}"
    assert plan.occasion not in (Occasion.BAD_QUESTION, Occasion.OBJECTION)
    assert plan.target is not None
    assert plan.target.quote not in text.replace("?", ".").split(". ")[0]
    assert "rather" not in (reply.question or "")


@pytest.mark.parametrize(
    "text",
    [
        "He left at six without a word. I don't understand.",
        "Bram asked me what do you mean and I had no answer for him.",
        "She told me it was a stupid question in front of them all.",
        "I don't get why Bram keeps the shed, he never goes in there.",
        "They charged us twice. Makes no sense.",
        "You know how it is, you keep at it and nobody sees.",
        "I already told him that I'd sold the tools.",
        "Long? Four hours, with the radio on.",
        "Two of us asked about it again and got nothing.",
    ],
)
def test_what_is_about_the_story_is_no_complaint(text: str) -> None:
    """A sentence like it about somebody else, or at the end of a story, is part of what is told."""
    assert hear_complaint(text, ASKED) is None


def test_a_question_is_handed_back_once_in_a_sitting() -> None:
    """Asked once what they would rather be asked; after that it is the coach that finds another question."""
    complaints = ["That's a stupid question.", "Stupid question.", "That is a bad question.", "What a daft question."]
    for seed in "abc":
        replies, _state = talk(["The choir stopped asking me in May and I minded.", *complaints], seed)
        assert sum("rather" in reply.text for reply in replies) <= 1


@pytest.mark.parametrize("text", ["Which evenings?", "What?", "I do not understand.", "what do you mean?"])
def test_what_was_not_understood_is_put_in_another_way(text: str) -> None:
    """A question that was not understood is not handed back: it is asked again, on what was said."""
    for seed in "abcd":
        plan, reply, _state = turn(text, MIDWAY, BEFORE, seed)
        assert plan.occasion is Occasion.BAD_QUESTION
        assert "“" in reply.text
        assert "rather" not in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "You've asked me that. I'll ring Wanda tomorrow when she's in.",
        "What do you mean? Tomorrow at ten I ring Wanda.",
        "No, that's not it. I shall ask Wanda straight out.",
    ],
)
def test_a_step_wins_over_a_complaint(text: str) -> None:
    """Somebody who has decided something is asked about that."""
    assert _plan(text).occasion is Occasion.DECISION


@pytest.mark.parametrize(
    "text",
    [
        "Tomorrow at nine I open the shed",
        "I shall take a day off for it",
        "think I'll ring Wanda and say it",
        "I'll write it by hand, on paper.",
        "ok. next week i tell bram about the tools",
    ],
)
def test_a_step_in_plain_words_is_heard(text: str) -> None:
    """With or without a day, in the present tense or without its subject."""
    assert _plan(text).occasion is Occasion.DECISION


@pytest.mark.parametrize(
    "text",
    [
        "If he shouts again, I'll ring the police on him.",
        "I said I'll ring her and then I didn't.",
        "Tomorrow they open the shed without me.",
        "I'll call it a draw, as he would say.",
        "I shall never sing there again.",
        "Every Monday I open the shed and there he is.",
    ],
)
def test_a_threat_a_habit_and_a_report_are_no_steps(text: str) -> None:
    """What somebody would do, does every week or said they would do is not a step."""
    assert _plan(text).occasion is not Occasion.DECISION


@pytest.mark.parametrize(
    "text",
    [
        "Tomorrow I have a break at noon, I telephone her from the yard.",
        "Tomorrow after the walk I ring Bram.",
        "So I ask him on Friday.",
    ],
)
def test_a_plain_present_with_its_day_is_a_step(text: str) -> None:
    """In a second language what lies ahead is told in the present."""
    assert _plan(text).occasion is Occasion.DECISION


@pytest.mark.parametrize("text", ["I ring her every Friday on my break.", "I ask him on Friday when he is in."])
def test_a_plain_present_of_a_habit_is_none(text: str) -> None:
    """What is done as a rule is no step."""
    assert _plan(text).occasion is not Occasion.DECISION


@pytest.mark.parametrize(
    ("text", "complains"),
    [
        ("I just want to feel like a person again, with Bram.", False),
        ("Can't you talk to me like a person?", True),
        ("Just answer me like a normal person.", True),
    ],
)
def test_like_a_person_is_a_complaint_of_how_we_talk(text: str, complains: bool) -> None:
    """And a wish where it is about how they feel."""
    assert (_plan(text).occasion is Occasion.TOO_MANY_QUESTIONS) is complains


@pytest.mark.parametrize(
    "text",
    ["It lets me off. I had not meant to write that.", "It lets me off. There. I didn't intend to say that."],
)
def test_more_than_was_meant_is_an_insight(text: str) -> None:
    """The question stands on what they wrote, and not on their having written it."""
    plan = _plan(text)
    assert plan.occasion is Occasion.INSIGHT
    assert plan.target is not None
    assert plan.target.quote == "It lets me off"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ask me what I'm going to do about it. He is seventy and the shed leaks.", "what I'm going to do about it"),
        ("The question is why I kept it. It took four seconds.", "why I kept it"),
        ("The real question is whether I want to sing.", "whether I want to sing"),
    ],
)
def test_the_question_that_they_name_is_asked_about(text: str, named: str) -> None:
    """Whatever else they say."""
    plan = _plan(text)
    assert plan.target is not None
    assert plan.target.quote == named


@pytest.mark.parametrize("text", ["She asked me what I wanted for the shed.", "He'll ask me why I never sing."])
def test_a_question_in_the_story_is_not_theirs(text: str) -> None:
    """Somebody else's question is told."""
    target = _plan(text).target
    assert target is None or target.kind != "puzzle"


@pytest.mark.parametrize(
    "text",
    [
        "Maybe I could sing with them on Sunday, just once.",
        "I keep thinking about my row with Bram.",
        "Still up. I keep thinking that Wanda would have just asked for it.",
    ],
)
def test_something_new_after_a_goodbye_goes_on(text: str) -> None:
    """They came back with something of their own."""
    plan = plan_turn(text, Reading(), hear_acts(text), MIDWAY.after(ended=True), BEFORE)
    assert plan.occasion is not Occasion.GOODBYE


@pytest.mark.parametrize(
    "text", ["thanks, night x", "She's asleep again.", "Thank you.", "I think I'll go to bed now then."]
)
def test_a_word_after_a_goodbye_ends_nothing_anew(text: str) -> None:
    """Thanks and a line about somebody else are noted."""
    plan = plan_turn(text, Reading(), hear_acts(text), MIDWAY.after(ended=True), BEFORE)
    assert plan.occasion is Occasion.GOODBYE


@pytest.mark.parametrize(
    "text", ["might text wanda tmrw", "I might ring her, I might not.", "I could ask Bram for the key."]
)
def test_a_possibility_is_heard(text: str) -> None:
    """A might stays one, also without its subject."""
    assert _plan(text).occasion is Occasion.MAYBE


@pytest.mark.parametrize("text", ["I could hear them singing through the wall.", "I was like I could do that, me."])
def test_a_could_of_another_kind_is_no_possibility(text: str) -> None:
    """What somebody could hear or once thought is told, not weighed."""
    assert _plan(text).occasion is not Occasion.MAYBE


@pytest.mark.parametrize(
    "text", ["just my aunt", "Bram will shout.", "not brave enough", "Four tools left.", "Keep one?"]
)
def test_a_short_message_in_the_middle_is_an_answer(text: str) -> None:
    """It is asked about together with what was asked before, and never about the day as a whole."""
    for seed in "abcdef":
        plan, reply, _state = turn(text, MIDWAY, BEFORE, seed)
        assert plan.occasion in (Occasion.ANSWER, Occasion.ORDINARY)
        assert not {"today", "tonight", "tomorrow", "day"} & set(reply.text.lower().replace("?", "").split())
        assert "“" in reply.text or plan.target is not None


@pytest.mark.parametrize(
    "text",
    [
        "Please challenge me on this: I'm the only one who can run it.",
        "What am I assuming here? Wanda will never want me on the walks.",
        "I'd like you to challenge me. I can never go back there.",
        "They would never have me. Would you challenge that, please?",
    ],
)
def test_asked_for_a_challenge_the_claim_is_looked_at(text: str) -> None:
    """What holds the claim up is asked about, and no other's view of it."""
    plan, reply, _state = turn(text, MIDWAY, BEFORE)
    assert plan.occasion is Occasion.CHALLENGE
    assert reply.question_type in ("assumptions", "evidence")


def test_a_challenge_with_nothing_beside_it_looks_at_what_was_said_last() -> None:
    """The nearest message that gave something to stand on is challenged."""
    _asked, reply, _state = turn("Challenge me.", MIDWAY, BEFORE)
    assert "I never told Wanda" in reply.text or "he choir" in reply.text


@pytest.mark.parametrize(
    "text", ["The stairs challenge me every morning.", "She is up for a challenge, my Wanda, and I told her."]
)
def test_a_challenge_in_the_story_is_no_request(text: str) -> None:
    """Only what is put to the coach asks for one."""
    assert _plan(text).occasion is not Occasion.CHALLENGE


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("When I hear him say yes or no, I'll know.", False),
        ("you choose one", False),
        ("whatever you want", False),
        ("Should I sell it, yes or no?", True),
        ("Just say yes or no.", True),
    ],
)
def test_advice_is_heard_where_it_is_asked(text: str, advice: bool) -> None:
    """Somebody's yes or no, and leaving the next question to the coach, ask for none."""
    assert (_plan(text).occasion is Occasion.ADVICE) is advice


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("So I was wrong all evening, she had written in April.", True),
        ("Wanda just rang. She has the flu.", True),
        ("Hang on, I just look in the drawer and here is the letter.", True),
        ("So then again I will wait for the choir.", False),
        ("I hang on for the bus and wait. It never comes.", False),
    ],
)
def test_new_evidence_is_heard_where_it_comes_in(text: str, new: bool) -> None:
    """What has just come to light, and not that somebody waits."""
    assert (_plan(text).occasion is Occasion.NEW_EVIDENCE) is new


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Wanda never sang. Anyway different thing, they want me to lead the walks by Friday.", "walk"),
        ("Bram keeps the keys in a tin. New subject: my knee gave out on the stairs.", "knee"),
        ("He'd laugh at the tin, he laughs at it all. What about Wanda though, my Wanda, I miss her.", None),
        ("I liked the walks. Anyway. The gutter came down and I have no ladder.", "gutter"),
        ("He'd laugh at the tin. Can we go back to the letter, I never opened the letter.", "letter"),
    ],
)
def test_after_a_change_of_subject_the_question_stands_there(text: str, inside: str | None) -> None:
    """The phrase comes from what they turned to."""
    plan = _plan(text)
    assert plan.target is not None
    if inside:
        assert plan.target.span.start >= text.index(inside) - 30


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, I think this is enough for me.",
        "That's enough for tonight, thanks.",
        "Cheers, that's plenty for me.",
    ],
)
def test_thanks_and_enough_is_a_goodbye(text: str) -> None:
    """The talk is closed when they close it."""
    assert _plan(text).occasion is Occasion.GOODBYE


def test_enough_in_the_story_is_no_goodbye() -> None:
    """It is said of the talk, not of a wage."""
    assert _plan("He said thank you and that is never enough for me.").occasion is not Occasion.GOODBYE


def test_a_correction_is_taken() -> None:
    """After "no, my sister" the turn is about the sister and does not ask for the old line again."""
    plan, reply, _state = turn("No, my sister. My sister thinks that I am past it.", MIDWAY, BEFORE)
    assert plan.led == "led_misread"
    assert "choir" not in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "The smell of it. No. The mothers at the gate, the way they look at me.",
        "Grateful, I think. No, I must be honest, I wanted her to see it.",
        "Nobody's asked me that. It is like a second coat that I carry.",
        "That he was late. I never wrote that on the form, or they would dock him.",
        "Not to a boy of twenty. To my aunt maybe, she has read everything.",
        "Ten. I just wrote it and felt the hairs stand up on my arm.",
    ],
)
def test_taking_back_a_thought_of_ones_own_is_no_objection(text: str) -> None:
    """A "no" in the middle, or "that" as part of a sentence, says nothing against the question."""
    plan = plan_turn(text, Reading(), hear_acts(text), MIDWAY.after(asked=("Who could you take that to?",)), BEFORE)
    assert not plan.led
    assert plan.occasion not in (Occasion.OBJECTION, Occasion.BAD_QUESTION)


def test_two_ways_are_asked_about_side_by_side() -> None:
    """Asked to choose between two, the coach asks about the two, in their words."""
    for seed in "abc":
        text = "I think the smith is right. Should I sell the forge or let it to Bram?"
        plan, reply, _state = turn(text, MIDWAY, BEFORE, seed)
        assert plan.occasion is Occasion.ADVICE
        assert "“sell the forge”" in reply.text
        assert "“let it to Bram”" in reply.text


@pytest.mark.parametrize(
    ("text", "quoted"), [("just my aunt", "just my aunt"), ("Sign one name?", "Sign one name"), ("Since May.", None)]
)
def test_a_short_answer_is_taken_whole(text: str, quoted: str | None) -> None:
    """It is quoted as it stands; a date gives nothing to go on from, and the talk goes back to what was said before."""
    plan = _plan(text)
    assert plan.target is not None
    assert (plan.target.quote == quoted) if quoted else (plan.target.quote != "Since May")


def test_a_feeling_comes_before_what_was_seen() -> None:
    """A "that's what it is, lonely" is a feeling first."""
    text = "it feels lonely. that's what it is, I am so lonely in that house"
    assert _plan(text).occasion is Occasion.FEELING


@pytest.mark.parametrize(
    "text",
    [
        "nothing matters",
        "nothing matters in my life",
        "I look at my life and nothing matters in it",
        "nothing matters in it any more",
    ],
)
def test_what_is_said_of_a_life_is_heard(text: str) -> None:
    """Without its thing, or of a life, it is concern as before."""
    assert read_text(text).distress is Distress.CONCERN


@pytest.mark.parametrize(
    ("asked", "text", "heard"),
    [
        (
            "Suppose Wanda minded: what would the morning after be like?",
            "No, she never said that. I just think it.",
            True,
        ),
        ("How do you know that they mind?", "No, they didn't say so. It's in the way that they look.", True),
        ("What would Bram say?", "no. nobody has asked him, least of all me", True),
        ("What was it like when Wanda minded?", "No, she never said that. I just think it.", False),
        ("Suppose Wanda minded: what would it mean?", "No, that's not what I meant.", False),
    ],
)
def test_a_no_about_somebody_else_answers_a_question_that_took_nothing_for_true(
    asked: str, text: str, heard: bool
) -> None:
    """What another did not say is told, and nothing of ours was misread; unless the question had it so."""
    plan = _plan(text, MIDWAY.after(asked=(asked,)))
    misread = plan.led == "led_misread" or plan.occasion is Occasion.OBJECTION
    assert misread is not heard


@pytest.mark.parametrize(("text", "quoted"), [("No, my aunt.", "my aunt"), ("No. The red tin.", "The red tin")])
def test_a_correction_in_a_few_words_is_what_is_asked_about(text: str, quoted: str) -> None:
    """It is taken as it stands, and the question goes on from it."""
    for seed in "abc":
        plan, reply, _state = turn(text, MIDWAY, BEFORE, seed)
        assert plan.occasion is Occasion.OBJECTION
        assert f"“{quoted}”, then" in reply.text


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Follows that I don't want to sing there.", "I don't want to sing there"),
        ("That I'm no good at the knots.", "I'm no good at the knots"),
    ],
)
def test_words_of_ours_at_the_head_of_an_answer_are_not_quoted(text: str, quoted: str) -> None:
    """What they say comes after them."""
    target = _plan(text).target
    assert target is not None
    assert target.quote == quoted


def test_the_news_is_what_was_found() -> None:
    """And not how it was come upon."""
    plan = _plan("Hang on. I've just opened the tin on the shelf. Bram kept every letter.")
    assert plan.occasion is Occasion.NEW_EVIDENCE
    assert plan.target is not None
    assert plan.target.quote == "Bram kept every letter"


def test_what_was_never_said_to_somebody_is_no_insight() -> None:
    """It is a silence."""
    assert _plan("I can't sing like he did. I've never said that to him.").occasion is not Occasion.INSIGHT


def test_maybe_with_a_plain_act_is_a_possibility() -> None:
    """The question stands on the act that they weigh."""
    plan = _plan("That is terrible to say. But maybe I ring Wanda, and I ask how she is. I never ask.")
    assert plan.occasion is Occasion.MAYBE
    assert plan.target is not None
    assert "maybe I ring Wanda" in plan.target.quote


def test_what_is_thought_can_be_challenged() -> None:
    """Whatever its words, before a claim of another evening."""
    plan = _plan("Would you challenge that? I think they want the key back.")
    assert plan.occasion is Occasion.CHALLENGE
    assert plan.target is not None
    assert plan.target.quote == "they want the key back"


@pytest.mark.parametrize(
    "text", ["You twist it. Bram should ring me.", "Bram should ring me. You're turning everything round."]
)
def test_a_twisted_question_is_owned(text: str) -> None:
    """As a misreading."""
    heard = hear_complaint(text, ASKED)
    assert heard is not None
    assert heard.complaint is Complaint.MISREAD


def test_you_turn_it_in_the_story_is_no_complaint() -> None:
    """A key is turned too."""
    assert hear_complaint("The key sticks unless you turn it slowly to the left.", ASKED) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I'm not sure you heard me. I miss the choir.", "I miss the choir"),
        ("not certain that you read that. he sold the piano", "he sold the piano"),
        ("its just how i type. bram wants the keys back", "bram wants the keys back"),
        ("It's just a saying. I dread Mondays.", "I dread Mondays"),
        ("Stopped? They haven't stopped yet. Wanda is the one who goes quiet.", "They haven't stopped yet"),
        ("Nothing, that was six years ago. Wanda rang me on Sunday.", "Wanda rang me on Sunday"),
    ],
)
def test_a_question_that_missed_is_owned(text: str, left: str) -> None:
    """That it was not heard, that it took a manner of speaking or an old story up, or what has not come about."""
    heard = hear_complaint(text, ASKED)
    assert heard is not None
    assert heard.complaint is Complaint.MISREAD
    assert left in heard.rest


@pytest.mark.parametrize(
    "text",
    [
        "I'm not sure you hear about that anywhere else, do you. I miss it.",
        "It's just how I talk to my mother that bothers me.",
        "Stopped? Yes. In May.",
        "She moved out and that was ten years ago and I still lay two plates.",
        "Mrs Bello said she'd buy one. That was two years ago.",
        "We married, that was forty years ago, in the rain.",
    ],
)
def test_an_answer_with_such_words_is_no_complaint(text: str) -> None:
    """They go on with the story."""
    assert hear_complaint(text, ASKED) is None


@pytest.mark.parametrize(
    "text",
    [
        "It was the only song I could stand. So I'm cancelling the lessons. Not with a row.",
        "She won't ask twice. so im ringing her at six",
        "I've turned it over for days. So now I'm telling Wanda about the shed.",
    ],
)
def test_what_somebody_is_doing_about_it_last_is_a_step(text: str) -> None:
    """And a question stands on it."""
    plan = _plan(text)
    assert plan.occasion is Occasion.DECISION
    assert plan.target is not None
    assert "'m " in plan.target.quote.replace("im ", "'m ")


@pytest.mark.parametrize(
    "text",
    [
        "It rained all day. So I'm sitting here with the soup.",
        "So I'm telling you again that the shed was locked when Bram came by with the two dogs.",
        "So I'm ringing her every night now, and she never picks up. The dog sleeps through all of it by the door.",
        "She told me to be tougher. So now I'm walking round trying to be tougher.",
        "It was the only song in the whole evening that I could bear.",
        "The noise was more than I could stand by then.",
    ],
)
def test_a_state_a_habit_and_what_could_be_borne_are_no_steps(text: str) -> None:
    """Nor possibilities."""
    assert _plan(text).occasion not in (Occasion.DECISION, Occasion.MAYBE)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("I'd lose the part where I'm the easy one. I was so proud of that.", False),
        ("I was so happy in that flat, back then.", False),
        ("I was so proud of her when she sang the last verse by heart.", True),
        ("I'm so proud of what we built this week in the shed.", True),
        ("I was ashamed for a second and after that I was so happy I bought him a pen.", True),
        ("Wanda passed her driving test and I was so happy, I cried, but only a bit, for the first time.", True),
    ],
)
def test_a_joy_that_is_looked_back_on_is_no_good_news(text: str, good: bool) -> None:
    """One of today is."""
    assert (_plan(text).occasion is Occasion.GOOD_NEWS) is good


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("To be honest it was a dull party. The cake was dry and Wanda left at eight.", None),
        ("The ferry took the wrong turn and I had to laugh. Funny no?", None),
        ("He took the key without a word. Be honest, was that rude?", Occasion.VERDICT),
        ("I left him the smaller half, so I was wrong, no?", Occasion.VERDICT),
        ("Good evening. The piano tuner has been and the lid is shut again.", None),
        ("Fourteen jars on a good day, and the wasps take their share.", None),
        ("I saw the letter only when I got in and put the light on.", None),
        ("We had a good evening on the jetty and Bram sang.", Occasion.GOOD_NEWS),
        ("I got in! The conservatory wrote this morning.", Occasion.GOOD_NEWS),
        ("Hang on, the baby's crying again. So the lease is what I wanted to write of.", None),
        ("And if it turns out a wasp, I have rung the council for a wasp.", None),
        ("Hang on, he never had the key. Bram had it in his coat.", Occasion.NEW_EVIDENCE),
        ("Ah that's a magazine question. My knee is what keeps me up.", None),
        ("Oh I don't think it's the money. Bram wants the boat and I want the shed.", None),
        ("Oh. So it was never the boat I minded.", Occasion.INSIGHT),
        ("I cannot hear a wrong note and leave it be, my ear is built so.", None),
        ("I don't want to talk about ferries, I was telling of Bram and the lid.", None),
        ("The lid is shut and I am tired. Leave it there.", Occasion.LEAVE_IT),
        ("I don't want to talk about it.", Occasion.DECLINED),
    ],
)
def test_a_turn_is_not_heard_in_a_turn_of_phrase(text: str, heard: Occasion | None) -> None:
    """Who says "to be honest" asks for no ruling, "good evening" is no news, and "hang on" may be said to a child."""
    occasion = _plan(text).occasion
    assert occasion is heard if heard else occasion in {Occasion.ORDINARY, Occasion.ANSWER}
