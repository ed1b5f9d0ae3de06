"""What a message tells: whose act it was, what was not done, what ended; and that a charged phrase comes first."""

from __future__ import annotations

import pytest

from assistant.coaching.handle_slots import shared_slots
from assistant.coaching.handles import find_handles
from assistant.coaching.happenings import happened
from assistant.coaching.session_state import SessionState
from assistant.coaching.tellings import tellings
from assistant.coaching.tokens import clauses, sentences, words_of
from assistant.reading.read import read_text
from tests.coaching.coach_room import turn


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Painted the shed before lunch.", "Painted the shed before lunch", "own_act"),
        ("I painted the shed before lunch.", "I painted the shed before lunch", "own_act"),
        (
            "My uncle painted the shed for us.",
            "My uncle painted the shed for us",
            "their_act",
        ),
        ("She didn't wave from the train.", "She didn't wave from the train", "not_done"),
        ("Our old cat died on Sunday.", "Our old cat died on Sunday", "news"),
        ("We buried Nan today.", "We buried Nan today", "news"),
        ("Gran's funeral was today.", "Gran's funeral was today", "news"),
        ("The kitchen is too quiet.", "The kitchen is too quiet", "event"),
        ("Nineteen summers. I still count them.", "I still count them", "event"),
    ],
)
def test_a_telling_is_heard_as_what_it_tells(text: str, quote: str, kind: str) -> None:
    """Own act, another's act, an omission, an ending and a state are five things."""
    assert (kind, quote) in [(one.kind, one.span.of(text)) for one in tellings(text)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Can't afford the workshop past June. Did the sums three ways.", "Can't afford the workshop past June"),
        ("cant switch off. alarms in the mill hum", "cant switch off"),
        ("The bill is on the side. Haven't opened it.", "Haven't opened it"),
        ("after the match. dont want to write it", "dont want to write it"),
        ("Don't feel like myself this month.", "Don't feel like myself this month"),
        ("He is coming on Sunday. Can't face him.", "Can't face him"),
    ],
)
def test_what_is_not_done_is_the_writers_where_nobody_else_is_spoken_of(text: str, quote: str) -> None:
    """A diary leaves the "I" out: that is what the message turns on, and not what was done beside it."""
    assert find_handles(text)[0].quote == quote


@pytest.mark.parametrize(
    "text",
    [
        "My sister came. Can't stay past the weekend.",
        "The plumber came. Couldn't find the leak.",
        "He rang twice. Can't make it on Sunday.",
        "Don't ask. Long day at the depot.",
        "Can't complain. The hens lay well.",
        "Isn't it odd how the mill hums.",
    ],
)
def test_nor_is_anothers_refusal_or_a_way_of_speaking_quoted(text: str) -> None:
    """Whose it is stands elsewhere, or it is nobody's."""
    assert not [one for one in find_handles(text) if one.quote.split()[0] in {"Don't", "Can't", "Couldn't", "Isn't"}]


@pytest.mark.parametrize(
    "text",
    [
        "She does this every single Christmas.",
        "I said yes. I always say yes.",
        "What's the point of asking when he'll only sulk.",
        "I think I'm a bad uncle.",
    ],
)
def test_a_charged_phrase_comes_before_the_plain_telling_of_it(text: str) -> None:
    """The *always* and the *every single* are what a coach hears; that something happened is not."""
    first = find_handles(text)[0]
    assert first.kind not in {"event", "own_act", "their_act", "not_done", "news", "fragment"}


def test_a_message_full_of_matter_always_holds_something() -> None:
    """A long plain clause is quoted whole before an earlier line is gone back to."""
    text = "Nan keeps asking me the same three things every visit."
    assert find_handles(text)


def test_what_another_clause_names_is_not_joined_to_a_phrase() -> None:
    """A person or a thing is asked about only where it stands in the clause that is asked about."""
    text = "My aunt rang about the boat, and I sat on the stairs and counted to ten."
    pieces = [one for sentence in sentences(text) for one in clauses(text, sentence)]
    assert shared_slots(text, pieces[0])["person"] == "your aunt"
    assert shared_slots(text, pieces[0])["topic"] == "the boat"
    assert "person" not in shared_slots(text, pieces[-1])
    assert "topic" not in shared_slots(text, pieces[-1])
    assert shared_slots(text, pieces[-1])["place"] == "the stairs"


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("I put the lamp on and then just sat there.", "small_word", "just sat there"),
        ("the captain didnt even look at me", "small_word", "the captain didnt even look at me"),
        ("He was kind about it, which is worse.", "comparison", "which is worse"),
        ("I said I'd never be that uncle.", "standard", "I said I'd never be that uncle"),
        ("My brother won't speak to me.", "refusal", "My brother won't speak to me"),
        ("if i ask again then im just a pest", "rule", "if i ask again then im just a pest"),
        ("The one who has to be nagged to get it done.", "role", "The one who has to be nagged to get it done"),
        ("I've never actually told him.", "never_did", "I've never actually told him"),
        ("She'd say I make a fuss of nothing.", "voiced", "She'd say I make a fuss of nothing"),
        ("My uncle never once said thank you.", "never_other", "My uncle never once said thank you"),
        ("I never had a room of my own.", "never_had", "I never had a room of my own"),
        ("I'd never say that to a junior.", "vow", "I'd never say that to a junior"),
        ("If I ask them I'm the awkward one.", "rule", "If I ask them I'm the awkward one"),
        ("I didn't open the letter.", "left_undone", "I didn't open the letter"),
        ("That I'm not up to the job, I suppose.", "event", "I'm not up to the job"),
        ('He came round and said "is this it".', "said_other", "is this it"),
        ("I'm no use to anyone like this.", "identity", "I'm no use to anyone like this"),
    ],
)
def test_the_charged_word_is_heard(text: str, kind: str, quote: str) -> None:
    """However it is spelled, and however small it is."""
    assert (kind, quote) in [(one.kind, one.quote) for one in find_handles(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I lost my job and the flat with it.", "duty"),
        ("I drove home on my own, singing.", "duty"),
        ("Of course I looked at it.", "obvious"),
        ("He'll be in bed by now.", "prediction"),
        ("She did the sums in her head.", "mindread"),
        ("It's like I'm a coat on a hook.", "identity"),
        ("Sorry, that's a lot.", "feeling"),
        ("I drew the blind so they wouldn't see me.", "refusal"),
        ("The kettle is on and the cat is asleep.", "belief"),
        ("She acts like nothing happened.", "exception"),
        ("I still left the light on last night.", "still"),
        ("He pays me at the end of the month.", "code"),
        ("The landlord won't answer the phone.", "prediction"),
        ("My heart says stay and my head says go.", "body"),
        ("She asked if I was in a mood.", "feeling"),
        ("Nobody worked the Sunday, for once.", "nobody"),
    ],
)
def test_a_plain_fact_is_not_heard_as_a_charge(text: str, kind: str) -> None:
    """A question about a duty, a forecast or a feeling that nobody has is worse than none."""
    assert kind not in [one.kind for one in find_handles(text)]


def test_a_question_on_a_long_message_says_what_it_is_about() -> None:
    """Where a long first message holds several matters, a phrase that names one goes before one that names none."""
    text = (
        "My aunt came by with the boat papers again and my aunt wants them signed before June. "
        "I made tea and we sat about for an hour. It rained some more, and then it was time to go."
    )
    _plan, reply, _state = turn(text, SessionState())
    assert {"aunt", "boat", "papers"} & set(words_of(reply.text))


@pytest.mark.parametrize("text", ['She calls it "a family shed".', 'He named my plan "quaint".'])
def test_no_phrase_stops_where_somebody_is_quoted(text: str) -> None:
    """ "He named my plan" says nothing without the word he gave it."""
    assert not [one.quote for one in find_handles(text) if one.quote in ("She calls it", "He named my plan")]


def test_what_the_other_side_may_deny_is_never_said_back_as_having_happened() -> None:
    """An accusation stays in quotation marks; the writer's own act may be said back."""
    assert happened("my tenant ruined the worktop") is None
    assert happened("my sister forgot the keys") is None
    assert happened("I ruined the worktop") == "you ruined the worktop"
    assert happened("Finally booked the hall") == "you finally booked the hall"


@pytest.mark.parametrize(
    "text", ["I shouldn't complain about it.", "I should not complain about it.", "I mustn't complain about it."]
)
def test_what_should_not_be_done_is_not_turned_round(text: str) -> None:
    """No question may ask what is crowded out by complaining, or of the last time that they did not."""
    (held,) = [one for one in find_handles(text) if one.kind == "should"]
    assert not {"doing", "undo"} & held.slots.keys()
    assert held.slots.get("do", "not").startswith("not")


@pytest.mark.parametrize(
    "text", ["My dad died on Tuesday morning.", "We buried Nan today.", "Gran's funeral was today."]
)
@pytest.mark.parametrize("seed", ["a", "b", "c", "d"])
def test_a_death_is_asked_about_as_nothing_else_is(text: str, seed: str) -> None:
    """What is asked of any event would be cold here: what it makes them want, what is worth writing down in it."""
    state, replies = SessionState(), []
    for said in (text, text, text):
        _plan, reply, state = turn(said, state, seed=seed)
        replies.append(reply)
    assert all("/news/" in one for one in state.question_ids)
    assert len({reply.text for reply in replies}) == 3


def test_where_a_message_turns_goes_before_what_it_opened_with() -> None:
    """What is said last, of the writer, and is not so, outweighs a heavier phrase on the way there."""
    text = "Everyone at work thinks the move is a joke. I didn't tell them I asked for it."
    handles = find_handles(text, read_text(text).assumptions)
    assert [one.kind for one in handles[:2]] == ["unsaid", "everyone"]
    assert handles[0].weight < handles[1].weight
