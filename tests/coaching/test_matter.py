"""What a message is about, word by word."""

from __future__ import annotations

from assistant.coaching.matter import matter_of, names_the_matter

MESSAGE = "Priya moved the pottery class to Thursdays and I went on Thursday as usual. I only said the kiln was cold."


def test_whom_and_what_it_names_weighs_more_than_everyday_words() -> None:
    """A name, a thing and a rare word are what it is about; "said" and "went" stand in every message."""
    matter = matter_of(MESSAGE)
    everyday = max(matter["said"], matter["went"])
    assert min(matter["priya"], matter["potte"], matter["kiln"]) > everyday
    assert all(0.0 < chance < 1.0 for chance in matter.values())


def test_what_is_named_again_weighs_more() -> None:
    """A word that comes back is what a message comes back to."""
    once = matter_of("The gutter leaks over the shed and the ladder is at my cousin's.")
    again = matter_of("The gutter leaks over the shed and the gutter is at my cousin's.")
    assert again["gutte"] > once["gutte"]


def test_a_question_bears_on_it_the_more_it_names() -> None:
    """From nothing, over one thing, to two; words of other matters count for nothing."""
    matter = matter_of(MESSAGE)
    asked = ["What would you like to say?", "What is it about the kiln?", "What did Priya know of the kiln?"]
    said = [names_the_matter(one, matter) for one in asked]
    assert said == sorted(said)
    assert said[1] > 0.3
    assert names_the_matter("What about the ferry?", matter) == 0.0


def test_a_message_without_words_is_about_nothing() -> None:
    """Marks, numbers and function words leave nothing to name."""
    assert matter_of("") == matter_of("… ?!") == matter_of("it is and was") == {}
    assert names_the_matter("What was it?", {}) == 0.0
