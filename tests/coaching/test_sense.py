"""What a small model says without sense: its own half-read clauses, refused; sound ones, let through."""

from __future__ import annotations

import pytest

from assistant.coaching.critic import Ground
from assistant.coaching.oddities import oddities_of
from assistant.coaching.sense import senseless, worn_out

PLUMBER = "The plumber came late, kicked the door, said nothing. I signed it."


def rules(text: str, *said: str) -> set[str]:
    """Return the names of what is senseless in a wording, the last of what was said being the message."""
    ground = Ground(said[-1], earlier=said[:-1])
    return {fault.rule for fault in (*senseless(text, ground), *worn_out(text, ground))}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("What did you see when you kicked the door?", PLUMBER),
        ("What did it change that he signed it?", PLUMBER),
        ("What did you hope for when you hugged her?", "She cried and she hugged me."),
        ("What did you want when you slammed the gate?", "he came out, slammed the gate"),
        ("What might she have meant when she drove home?", "I drove home. My sister stayed."),
    ],
)
def test_who_did_it_is_not_turned_round(text: str, message: str) -> None:
    """What only another did the writer did not do, nor another what only the writer did."""
    assert "wrong_doer" in rules(text, message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("What did you see when you signed it?", PLUMBER),
        ("What did you want when you sat in the van?", "Bins, bank, sat in the van."),
        ("What did you notice when you stood up?", "surf: stood up. two seconds!"),
        ("What did you hear when she cried?", "I want my mother to cry again."),
        ("What would it take, if you slammed the gate?", "he slammed the gate"),
        ("What did you think when your mother turned off the tap?", "I laughed and my mother turned off the tap."),
        ("What did you want when you put it back?", "I took the slip, looked at it and put it back."),
        ("What was it like when you left it there?", "I glued it, said nothing, left it there."),
        ("What did you like about it, that you were the one who spoke?", "I was the one who spoke."),
    ],
)
def test_who_did_it_may_be_told_in_many_ways(text: str, message: str) -> None:
    """A verb without its subject, after a list, an object, "to" or "the one who" is nobody's for certain."""
    assert rules(text, message) == set()


def test_who_did_it_is_read_from_the_whole_talk() -> None:
    """What the person did in an earlier message is theirs."""
    assert "wrong_doer" in rules("What was it like when you danced?", "He danced.")
    assert rules("What was it like when you danced?", "I danced.", "He danced.") == set()


@pytest.mark.parametrize(
    ("text", "message", "rule"),
    [
        ("What did you think when he apologised for the tiles?", "He looked at the tiles.", "nobody_did_it"),
        ("What did you hear when she said maybe?", "She only nodded, maybe.", "nobody_did_it"),
        (
            "What did you see when your aunt carried the wet hens past the chapel?",
            "My aunt carried the wet coats. The hens slept. We walked past the chapel.",
            "two_sentences",
        ),
        ("What did your hand do?", "He held out his hand.", "whose"),
        ("What happens in you when you have not rung him?", "I have not rung him.", "no_moment"),
        ("What was in his drawer?", "I emptied my drawer.", "whose"),
        ("What would the kettle say about tonight?", "The kettle is broken.", "thing_speaks"),
        ("What does your letter need?", "I tore my letter up.", "thing_speaks"),
        ("What would have to be true for the soup?", "I burnt the soup.", "worn_out"),
        ("What makes it the last soup?", "The last soup was burnt.", "worn_out"),
        ("What would make soup easy, if not salt?", "Soup with salt.", "worn_out"),
    ],
)
def test_each_kind_of_nonsense_has_its_name(text: str, message: str, rule: str) -> None:
    """And is refused beside the other oddities."""
    assert rule in rules(text, message)
    assert rule in {fault.rule for fault in oddities_of(text, Ground(message))}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("What did you hear when she said maybe?", 'It was "maybe" and she left.'),
        ("What would change if he apologised?", "He looked at the tiles."),
        ("What did your hand want?", "He took my hand in his hand."),
        ("What did your aunt say about the hens?", "My aunt came. The hens slept."),
        ("What would the landlady say about the heating?", "The landlady rang about the heating."),
        ("What did Oksana need from you?", "I saw Oksana."),
        ("What did the new teacher see in you?", "There is a new one at school, she watched me."),
        ("What did you mean by more than enough?", "It was more than enough."),
    ],
)
def test_what_makes_sense_is_let_through(text: str, message: str) -> None:
    """Speech in quotation marks, what is supposed, people of every name, and worn words that are theirs."""
    assert rules(text, message) == set()


@pytest.mark.parametrize(
    ("asked", "text", "same"),
    [
        (("What does it give you to sing?",), "What would it give you if you sang?", True),
        (("What did you see in the choir?",), "What might you see in the hall?", True),
        (("What does it give you to sing?",), "What would you tell the choir?", False),
        (("What does it give you to sing?", "Who sings?", "Who hears?", "Who knows?"), "What did it give you?", False),
    ],
)
def test_three_questions_are_not_asked_the_same_way(asked: tuple[str, ...], text: str, same: bool) -> None:
    """The same opening in another tense is the same opening; three questions later it may come again."""
    found = {fault.rule for fault in oddities_of(text, Ground("I sing in the choir in the hall.", asked=asked))}
    assert ("asked_the_same_way" in found) is same
