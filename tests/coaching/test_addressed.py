"""What a message says to the coach, what it names as its matter, and what nobody claimed."""

from __future__ import annotations

import pytest

from assistant.coaching.handles import find_handles
from assistant.coaching.happenings import happened


@pytest.mark.parametrize(
    "text",
    [
        "I fear that question is beyond me.",
        "You've cut my words short.",
        "That is not what I wrote.",
        "I don't follow that, sorry.",
        "whatever you like",
        "you choose one",
        "I literally just told you.",
    ],
)
def test_what_is_said_of_the_question_is_nothing_to_ask_after(text: str) -> None:
    """It is answered or owned; nobody is asked what follows from it for them."""
    assert not find_handles(text)


@pytest.mark.parametrize(
    "text",
    [
        "The question of the boat is still open.",
        "I just told my aunt about the boat.",
        "I don't understand my aunt's maps.",
        "Her words still ring in the shed.",
        "I had my words ready for the choir.",
        "I just wrote it on the tin and went home.",
        "Nobody has to be nice if i dont get it",
    ],
)
def test_what_only_sounds_like_it_is_kept(text: str) -> None:
    """A question of their own, and what was told to somebody else, is theirs to be asked about."""
    assert find_handles(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It could be the rain. I never told him no. The boat is my question.", "The boat is my question"),
        ("The oars don't matter. The point is nobody else will row it. I always mend them.", "nobody else will row it"),
        ("You ask me that again. I was talking about the empty pew. I never sang alone.", "the empty pew"),
        ("I always lose at cards lol. My aunt gave up the choir on Sunday.", "My aunt gave up the choir on Sunday"),
    ],
)
def test_what_is_named_as_the_matter_comes_first(text: str, first: str) -> None:
    """And what is laughed off comes last."""
    assert find_handles(text)[0].quote == first


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I sat there pretending that it's going to mend itself.", "prediction"),
        ("She acts as if everyone hates the choir.", "everyone"),
        ("I can't stand behind the new rota.", "dislike"),
        ("I would like a boat of my own.", "image"),
        ("We'd like a bigger shed.", "image"),
        ("She ran in like a hare.", "image"),
        ("The paint takes three weeks.", "span"),
        ("I go back in two weeks.", "span"),
        ("I have been retired from the choir for six years.", "news"),
        ("I was like I could sing that.", "could"),
        ("He would like the window seat.", "prediction"),
        ("She asked if he thinks I'm old.", "rule"),
        ("I asked if she says I'm lazy.", "rule"),
        ("I've done every single rehearsal since June.", "absolute"),
    ],
)
def test_a_form_is_not_heard_where_it_is_something_else(text: str, kind: str) -> None:
    """Pretence is no belief, a verb no likeness, what lies ahead no time lived through, an old state no news."""
    assert kind not in [one.kind for one in find_handles(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It's going to mend itself.", "prediction"),
        ("I can't stand the new rota.", "dislike"),
        ("It's like a boat with no oars.", "image"),
        ("I feel like a guest in my own shed.", "image"),
        ("I've been on the boat for three weeks.", "span"),
        ("He has retired from the choir.", "news"),
        ("if they say no im just the spare oar", "rule"),
        ("If he laughs in that voice we're done.", "rule"),
        ("I could sing that on Sunday.", "could"),
        ("He would laugh at the boat.", "prediction"),
        ("She does every single rehearsal.", "absolute"),
    ],
)
def test_a_form_is_still_heard_where_it_is_one(text: str, kind: str) -> None:
    """The same words in their plain use."""
    assert kind in [one.kind for one in find_handles(text)]


@pytest.mark.parametrize("quote", ["Addressed to my aunt", "Painted by the old crew"])
def test_what_was_done_to_a_thing_is_nobody_s_act(quote: str) -> None:
    """A card that is "addressed to my aunt" was not addressed by the writer."""
    assert happened(quote) is None
    assert happened("Addressed the card to my aunt") == "you addressed the card to your aunt"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("My cousin came by the boat. Didn't say sorry.", "not_done"),
        ("He rang from Leith. Didn't want the oars.", "not_done"),
        ("Ruth rang from Leith, didn't wait.", "not_done"),
        ("Sunny day. Didn't row.", "left_undone"),
        ("I rang my cousin. Didn't say sorry.", "unsaid"),
        ("Didn't tell him about the boat.", "unsaid"),
        ("My aunt waved and I didn't say a word.", "unsaid"),
    ],
)
def test_a_silence_is_theirs_of_whom_the_sentence_before_is(text: str, kind: str) -> None:
    """A verb without its subject after a sentence about somebody else is not the writer's."""
    kinds = {one.kind for one in find_handles(text)}
    assert {"unsaid", "left_undone", "not_done"} & kinds == {kind}


def test_what_the_dead_said_is_in_the_past() -> None:
    """Nothing is asked of what "he says" where he has died; the living still say what they said."""
    assert "says_that" in [one.kind for one in find_handles("He always said I was too quick with the oars.")]
    said = find_handles("My teacher died in May. He always said I was too quick with the oars.")
    assert said
    assert "says_that" not in [one.kind for one in said]
