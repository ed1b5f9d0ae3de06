"""The point that is named, a "you" of anybody, an ending with a step, a question sent back, and good news."""

from __future__ import annotations

import pytest

from assistant.coaching.complaints import hear_complaint
from assistant.coaching.handles import find_handles
from assistant.coaching.occasions import hear_occasion
from assistant.coaching.plan import Occasion
from assistant.coaching.session_state import SessionState
from assistant.reading.acts import hear_acts
from assistant.services.coach_words import load_coach_words
from assistant.shipped import shipped
from tests.coaching.coach_room import turn

MIDWAY = SessionState(turns=3, thread="The ferry left", quotes=("The ferry left",), asked=("What did you see?",))
BEFORE = ("The ferry left without us. I never told Odile that I had the wrong day.",)


def _occasion(text: str, state: SessionState = MIDWAY) -> Occasion:
    return hear_occasion(text, hear_acts(text), state)[0]


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("It was only a remark. What I miss is hearing the boats come in before breakfast.", "hearing the boats"),
        ("It's not the money I mind. It's that I believed him.", "I believed him"),
        ("The fine is nothing. What gets me is that they laughed.", "they laughed"),
        ("I always lose things. The thing is, nobody asked me about the key.", "nobody asked me about the key"),
        ("We're both tired. What matters is she came back.", "she came back"),
    ],
)
def test_the_point_that_is_named_outranks_the_rest(text: str, point: str) -> None:
    """What is set aside before it is not asked about."""
    target = turn(text, MIDWAY, BEFORE)[0].target
    assert target is not None
    assert target.quote.startswith(point)


def test_a_that_which_points_is_no_frame() -> None:
    """In "it's that time of year" nothing is announced."""
    target = turn("I always miss the choir. It's that time of year again.", MIDWAY, BEFORE)[0].target
    assert target is not None
    assert target.quote == "I always miss the choir"


def test_a_bare_number_is_not_asked_about() -> None:
    """An age beside something told says nothing by itself."""
    target = turn("My cousin runs the boat like a bank. He is 61, I am 38.", MIDWAY, BEFORE)[0].target
    assert target is not None
    assert target.quote == "My cousin runs the boat like a bank"


def test_a_harder_question_is_looked_for_under_a_question() -> None:
    """Nobody who has told or decided something hears that there is a worse thing beneath it."""
    asked = [one for one in load_coach_words(shipped("prompts")).bank.questions if "harder question" in one.template]
    assert asked
    assert all(one.handles == {"puzzle"} for one in asked)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("In that kitchen you said grace before you touched a spoon.", False),
        ("You do what you can and you said thank you for it.", False),
        ("I never said you said it.", False),
        ("Last time you told me to sell the boat.", True),
        ("You said I should ring Odile.", True),
        ("You said earlier that it would pass.", True),
        ("You suggested a walk.", True),
    ],
)
def test_a_claim_points_to_this_talk(text: str, claims: bool) -> None:
    """What one said in a house, a school or a village is said of anybody."""
    assert (_occasion(text) is Occasion.CLAIMED) is claims


def test_a_denial_is_not_followed_by_another() -> None:
    """Who was told that we never said it is heard in what they say next."""
    again = SessionState(turns=3, asked=("Where does it come from?",), occasions=("claimed",))
    assert _occasion("You told me to sell the boat.") is Occasion.CLAIMED
    assert _occasion("You told me to sell the boat.", again) is not Occasion.CLAIMED


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("If he's in. Right, calling now.", True),
        ("Ok, texting her now", True),
        ("Right, ringing her up now is what my mother would do.", False),
        ("They are ringing now.", False),
    ],
)
def test_who_sets_about_it_takes_leave(text: str, ends: bool) -> None:
    """The question after it would find nobody."""
    assert (_occasion(text) is Occasion.GOODBYE) is ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Right bed", True),
        ("Bed for me I think, early shift.", True),
        ("It was nothing. Anyway, bed.", True),
        ("ok sleep now", True),
        ("Well, I'm for my bed.", True),
        ("Time I was in bed.", True),
        ("I'd better get to bed, up at five.", True),
        ("One more net to mend and then bed.", True),
        ("Heading up to bed now. Thanks for this.", True),
        ("I went to bed at nine.", False),
        ("I can't get out of bed.", False),
        ("I'm off to bed at nine every night and he comes in at two.", False),
        ("I said I was off to bed and Odile laughed.", False),
        ("The pilot said right, bed.", False),
        ("Bath, story, then bed.", False),
        ("Nets mended. Rain. Soup. Bed.", False),
        ("She never once told me good night.", False),
        ("Sleep.", False),
        ("Right, bed, up at five 😴", True),
        ("Well, have a good night!", True),
        ("Thanks for listening and good night", True),
        ("We had a good night at the quay.", False),
        ("Right, off now.", True),
        ("The light is off now.", False),
    ],
)
def test_who_goes_to_bed_takes_leave(text: str, ends: bool) -> None:
    """A bed that is told of, another's or of every night, ends nothing."""
    assert (_occasion(text) is Occasion.GOODBYE) is ends


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("If Odile asks about the boat again I'll say no in front of them.", True),
        ("Next time he forgets the key, I'll ask him to walk home for it.", True),
        ("I believe I shall ring the pilot on Monday.", True),
        ("If he lies once more I'll leave him.", False),
        ("If she asks I'll say nothing, like I always do.", False),
        ("If I move I'll lose the garden.", False),
    ],
)
def test_what_will_be_said_when_it_comes_is_a_step(text: str, step: bool) -> None:
    """It has its sign in it; a parting or a habit under an "if" is none."""
    assert (_occasion(text) is Occasion.DECISION) is step


@pytest.mark.parametrize(
    ("text", "asked", "rest"),
    [
        ("Beneath what? I only want my tea.", "“I want my tea”: what lies beneath that?", "I only want my tea."),
        ("Teach me? Nothing. I fish.", "What did it teach you, that you stayed?", "Nothing. I fish."),
        (
            "No no. Proud is not the problem. Ravi won't sit with me.",
            "What does “proud” tell you?",
            "No no. Ravi won't sit with me.",
        ),
        ("Nothing comes from it. I mend nets.", "“I am forty”: what comes of that?", "I mend nets."),
        ("You do pick the strangest words. I miss the choir.", "What is “rather”?", "I miss the choir."),
        ("You went to the part I said was over. I miss the choir.", "What is “rather”?", "I miss the choir."),
    ],
)
def test_our_own_word_sent_back_refuses_the_question(text: str, asked: str, rest: str) -> None:
    """It is owned, and what is said beside it is asked about."""
    complained = hear_complaint(text, asked)
    assert complained is not None
    assert " ".join(complained.rest.split()) == rest


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The rent is not the problem. Ravi is.", "What did you see?"),
        ("Nothing grows there now.", "What did you see?"),
        ("Silly thing to ask by letter.", "What did you see?"),
        ("Odile? She was at the quay.", "What would you tell Odile?"),
        ("He picked the oddest words.", "What is “rather”?"),
    ],
)
def test_what_is_told_of_the_story_refuses_nothing(text: str, asked: str) -> None:
    """Words that were never ours, and a question that the writer put to somebody else."""
    assert hear_complaint(text, asked) is None


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("They made me head nurse today!", True),
        ("Boss make me shift leader, in front of all.", True),
        ("I've been picked for the relay.", True),
        ("Got a 94 in anatomy, best in my year.", True),
        ("I got promoted and told nobody.", True),
        ("They made me the tea, at least.", False),
        ("I was picked last again.", False),
        ("He never made me partner.", False),
    ],
)
def test_being_chosen_and_a_good_mark_are_good_news(text: str, good: bool) -> None:
    """A rank, a mark or a place among others is news of its own."""
    assert (_occasion(text) is Occasion.GOOD_NEWS) is good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("I filled in the form twice and both times I made it nicer.", False),
        ("We made it to the island.", True),
        ("I'd be so happy if she wrote back.", False),
        ("It would be nice to have a good day for once.", False),
        ("I'm supposed to be really happy for him.", False),
        ("What if everything went well and I still felt flat?", False),
        ("Nobody said it went well.", False),
        ("It was not a good day.", False),
        ("I never thought I'd be so proud of him.", True),
        ("I wasn't afraid of the harbour for the first time.", True),
        ("He was so proud of his new boat.", False),
        ("He was so proud of me.", True),
        ("She got in to Bergen and I didn't.", False),
        ("Ravi got in with his boots on and said hello to the dog.", False),
        ("I got in to the pilots' school.", True),
        ("It worked for him, not me.", False),
        ("It went well until I read the minutes.", False),
        ("They said it was good news but I can't see it.", False),
        ("My hip hurts on the stairs, but I won't use a stick yet.", False),
        ("Won't be going back.", False),
        ("I did it once, the miller's boy.", False),
        ("I did it also to my mother.", False),
        ("I did it on a Sunday and nobody saw.", False),
        ("I did it! The whole mile.", True),
        ("He texted his gran like I got into the conservatory.", False),
        ("A wren got into the shed and couldn't find the way out.", False),
        ("Ravi got into the conservatory.", True),
        ("We won’t be asked again.", False),
        ("I managed to upset her again.", False),
        ("I managed to say no to the pilot.", True),
        ("I did it because nobody else would.", False),
        ("I got the blame.", False),
        ("We got the keys!", True),
        ("I passed the pilot on the quay.", False),
        ("I passed the B2! 71 percent.", True),
        ("If I stay I won't sleep.", False),
        ("When I passed the exam I thought it would begin.", False),
        ("I won the cup in 1987.", False),
        ("I've never been so proud.", True),
        ("I can hardly believe it, I got the job!", True),
        ("I didn't think it went well.", False),
        ("I didn't think it would go well and it went well.", True),
        ("I said no and it worked.", True),
        ("I applied months ago and today I got the job!", True),
    ],
)
def test_what_is_wished_denied_or_anothers_is_no_good_news(text: str, good: bool) -> None:
    """The words alone make none."""
    assert (_occasion(text) is Occasion.GOOD_NEWS) is good


def test_the_news_itself_is_asked_about() -> None:
    """And not what was eaten on the day."""
    target = turn("Today boss made me shift leader!! In front of all. I ate two plates.", MIDWAY, BEFORE)[0].target
    assert target is not None
    assert "shift leader" in target.quote


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I moored the boat at six on Friday. The pilot asked how did you miss the buoy.", "event"),
        ("I moored the boat at six on Friday. The pilot waved.", "own_act"),
        ("They came to the kiosk for years and I took it for affection.", "event"),
    ],
)
def test_what_somebody_is_blamed_for_gave_them_nothing(text: str, kind: str) -> None:
    """What was hoped for by it is asked only of an act that was chosen, and not of one held against them."""
    acts = [one for one in find_handles(text) if one.quote.startswith("I ")]
    assert [one.kind for one in acts] == [kind]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ravi is the apprentice on the quay.", None),
        ("Ravi is leaving the quay.", "Ravi"),
        ("I told Ravi about the wrong day.", "Ravi"),
    ],
)
def test_who_only_is_somebody_is_asked_nothing(text: str, person: str | None) -> None:
    """A bystander has nothing that the writer could want them to know."""
    assert {one.slots.get("person") for one in find_handles(text)} == {person}


def test_after_a_complaint_the_message_itself_is_asked_about() -> None:
    """And nothing of two turns ago."""
    plan = turn("That's not what I said. Only the oars.", MIDWAY, BEFORE)[0]
    assert plan.led or plan.occasion is Occasion.OBJECTION
    assert plan.target is not None
    assert "oars" in plan.target.quote


def test_more_is_asked_about_than_that_the_day_was_good() -> None:
    """Of "a good day" there is nothing to ask while something is told."""
    target = turn("Quite a good day. We had our tea on the boat roof.", MIDWAY, BEFORE)[0].target
    assert target is not None
    assert target.quote == "We had our tea on the boat roof"


@pytest.mark.parametrize(
    "text",
    [
        "The harbour master asked do you like it here and I said I love it.",
        "Gran said who are you waving at. It was the ferry.",
        "The girl at the till said what do you do with these and I told her, chutney.",
        "He read me the whole timetable twice over supper.",
        "I get them to read me the label, since my eyes.",
        "I think it was what I said about her kerning that did it.",
        "My neighbour put his bin on my side of the hedge again.",
        "I will be honest, the boat scares me.",
        "I was content, and broke and bored with it.",
        "He lent me the thirty days, I don't forget this.",
        "They'd be ashamed of me, that's all.",
        "Wim walks the beds with me till he's no more questions.",
        "I'd like to be, how do you say, answerable.",
        "He call me boss now, in front of the boys.",
        "The miller's children have too many questions about heaven.",
        "Nobody would admit he was right about the weir.",
        "Mum used to be on my side at table.",
        "Let's not pretend we could be honest in that house.",
    ],
)
def test_what_is_told_of_others_asks_nothing_of_the_program(text: str) -> None:
    """What somebody asked somebody, and a turn of phrase, is asked about as any message is."""
    assert _occasion(text) in {Occasion.ORDINARY, Occasion.FEELING, Occasion.ANSWER}


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("Show me what I wrote about the ferry.", Occasion.PAST_ENTRY),
        ("Do you remember what I said about the ferry?", Occasion.PAST_ENTRY),
        ("Do you like it here?", Occasion.ABOUT_PROGRAM),
        ("Be on my side for once.", Occasion.VERDICT),
        ("Tell me it's right to leave.", Occasion.VERDICT),
        ("I'm bored of this.", Occasion.LEAVE_IT),
        ("Forget it.", Occasion.LEAVE_IT),
        ("That's all for tonight.", Occasion.GOODBYE),
        ("No more questions, please.", Occasion.TOO_MANY_QUESTIONS),
        ("These are too many questions.", Occasion.TOO_MANY_QUESTIONS),
        ("She told me to leave by May, what should I do?", Occasion.ADVICE),
        ("Wim says I'm lazy, am I wrong?", Occasion.VERDICT),
        ("The vet says put the goat down, what would you do?", Occasion.OPINION),
        ("So that's all.", Occasion.LEAVE_IT),
        ("Just forget it.", Occasion.LEAVE_IT),
        ("I'll have a word with Rita on Monday.", Occasion.DECISION),
        ("On Tuesday I'm going back to the class.", Occasion.DECISION),
        ("I did it too!! Same certificate as hers.", Occasion.GOOD_NEWS),
    ],
)
def test_what_is_asked_of_the_program_still_is(text: str, occasion: Occasion) -> None:
    """The same words, said to it."""
    assert _occasion(text) is occasion


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("The only thing I'll remember of this Tuesday is the tortoise.", False),
        ("He did do the bins, I'll give him that, he did them Thursday.", False),
        ("I'm not going. I'll have a cold by Friday.", False),
        ("Tonight I counted the years after which I will be unable to lift her.", False),
        ("I have decided that I stop on Friday.", True),
        ("On Friday I'll ring Wanda.", True),
        ("Tonight I'm not going to answer him.", True),
    ],
)
def test_what_will_merely_be_so_is_no_step(text: str, step: bool) -> None:
    """An excuse, a memory and a thing granted have a day and are not done."""
    assert (_occasion(text) is Occasion.DECISION) is step
