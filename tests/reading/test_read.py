"""A whole text read: what is heard, exact to the character, with heads, by words and by rules alone."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.reading import AssumptionKind, Distress, Reading
from assistant.core.span import Span
from assistant.reading.heads import Heads, open_heads
from assistant.reading.read import read_text
from assistant.reading.sentences import split_sentences
from assistant.shipped import shipped

HEADS = open_heads(shipped("models"))
AWKWARD = (
    "İstanbul’da 🙂🙂 I’m no good at this… e\u0301tude\u202e; the more I\u00a0try, the less I\u2009sleep.\r\n\r\n"
    "“Nobody ever listens to me,” I’ll ring Zoë on Friday—no matter what 👩‍👩‍👧."
)


def spans_of(reading: Reading) -> list[Span]:
    """Return every span of a reading."""
    return [found.span for group in (reading.assumptions, reading.promises, reading.links) for found in group]


@pytest.mark.parametrize("heads", [HEADS, None], ids=["heads", "rules"])
def test_one_entry_gives_all_that_it_says(heads: Heads | None) -> None:
    """An entry with an assumption, a promise and a link gives each, quoted as it stands."""
    text = (
        "Up at six, porridge. Nobody ever asks me how I am. The more I worry, the less I sleep. "
        "I'm going to ring the clinic on Friday."
    )
    reading = read_text(text, heads=heads, written_on=date(2025, 6, 4))
    assert "Nobody ever asks me how I am." in [found.span.of(text) for found in reading.assumptions]
    assert [found.due for found in reading.promises] == [date(2025, 6, 6)]
    assert [(found.cause, found.effect) for found in reading.links] == [("The more I worry", "the less I sleep")]
    assert reading.distress is Distress.NONE


def test_an_assumption_is_trimmed_to_the_clause_that_carries_it() -> None:
    """What stands beside an assumption in its sentence is not quoted with it."""
    text = "The bus was late again; I'll always be the one who gets left behind."
    (heard,) = read_text(text, heads=HEADS).assumptions
    assert heard.span.of(text) == "I'll always be the one who gets left behind."


def test_an_assumption_is_heard_in_a_sentence_about_other_things() -> None:
    """One clause among plain ones is heard and quoted alone."""
    text = "It was raining so we stayed in, and I thought, as usual, that I'm no good at being on holiday."
    (heard,) = read_text(text, heads=HEADS).assumptions
    assert heard.span.of(text).endswith("I'm no good at being on holiday.")
    assert "raining" not in heard.span.of(text)


def test_what_others_say_of_the_writer_is_not_their_assumption() -> None:
    """Quoted words that speak to the writer are left alone, what the writer makes of them is heard."""
    text = "Mum rang: \"you never call\". She's right, I'm selfish."
    assert [found.span.of(text) for found in read_text(text, heads=HEADS).assumptions] == ["She's right, I'm selfish."]


def test_a_condition_is_never_cut_from_what_follows_it() -> None:
    """ " "If …, everyone will see" keeps its if."""
    text = "If I slow down, everyone will see that I'm a fraud."
    (heard,) = read_text(text, heads=HEADS).assumptions
    assert heard.span.of(text) == text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I should be over him by now.", AssumptionKind.SHOULD),
        ("Nobody ever thanks me for anything.", AssumptionKind.GENERALIZATION),
        ("Either I do it perfectly or there's no point in doing it at all.", AssumptionKind.ALL_OR_NOTHING),
        ("She thinks I'm an idiot, I can see it in her eyes.", AssumptionKind.MIND_READING),
        ("I'll end up alone, I know I will.", AssumptionKind.PREDICTION),
        ("I'm just not the kind of person who finishes things.", AssumptionKind.IDENTITY),
        ("They split up because of me.", AssumptionKind.CAUSAL),
    ],
)
def test_each_kind_is_heard_by_words_alone(text: str, kind: AssumptionKind) -> None:
    """The plainest form of every kind is heard as that kind, without any vector."""
    (heard,) = read_text(text, heads=HEADS).assumptions
    assert heard.kind is kind
    assert 0.5 <= heard.confidence <= 1.0


@pytest.mark.parametrize(
    "text",
    [
        "I always take the 8.10 to Crewe.",
        "Should I call her back or wait until Sunday?",
        "Grandpa said that a man who rests is a thief.",
        "The bakery opens at six.",
        "Everyone had soup and we went to bed.",
        "I must have left my umbrella on the tram.",
        "We painted the shed green and it rained.",
        "Felt a bit flat after lunch.",
        "He told me that he was disappointed about the roof.",
    ],
)
@pytest.mark.parametrize("heads", [HEADS, None], ids=["heads", "rules"])
def test_strong_words_in_plain_reports_are_no_assumption(text: str, heads: Heads | None) -> None:
    """Always, must, everyone and should in a report, a question or somebody else's mouth are left alone."""
    assert read_text(text, heads=heads).assumptions == ()


@pytest.mark.parametrize("heads", [HEADS, None], ids=["heads", "rules"])
@pytest.mark.parametrize("text", ["", " \n\t\r\n ", "\u200b", "…", "🙂", "?!", "12:30"])
def test_a_text_without_words_says_nothing(text: str, heads: Heads | None) -> None:
    """Blank, invisible and wordless texts give an empty reading."""
    reading = read_text(text, heads=heads)
    assert spans_of(reading) == []
    assert reading.areas == ()


@pytest.mark.parametrize("heads", [HEADS, None], ids=["heads", "rules"])
def test_awkward_characters_do_not_move_a_span(heads: Heads | None) -> None:
    """Emoji, combining and bidirectional characters, odd spaces and curly quotes stay where they are."""
    reading = read_text(AWKWARD, heads=heads)
    assert any("Nobody ever listens to me" in found.span.of(AWKWARD) for found in reading.assumptions)
    for span in spans_of(reading):
        assert span.of(AWKWARD).strip() == span.of(AWKWARD) != ""


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=30),
            st.sampled_from(
                ["I'll ring her on Friday", "nobody ever helps", "because I'm lazy", "the more I eat,",
                 "the less I sleep", ".", "\n", " — ", "before Christmas", "should",
                 "always", "I'm going to", "if", "“", "’"]
            ),
        ),
        max_size=12,
    ).map(" ".join)
)  # fmt: skip
def test_every_span_lies_within_the_text_and_covers_words(text: str) -> None:
    """Whatever the text, every span is a stretch of it, with words in it, and a second reading says the same."""
    for heads in (HEADS, None):
        reading = read_text(text, heads=heads, written_on=date(2025, 2, 28))
        for span in spans_of(reading):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip()
        for promise in reading.promises:
            assert promise.what
            assert promise.due_words is None or promise.due_words in text
        for link in reading.links:
            assert link.cause in text
            assert link.effect in text
        assert reading == read_text(text, heads=heads, written_on=date(2025, 2, 28))


def test_a_huge_text_is_read_in_its_stride() -> None:
    """A whole book in one entry, and one sentence of a hundred thousand words, are read to their ends."""
    sentence = "Nobody ever asks me how I am. "
    many = read_text(sentence * 2000, heads=HEADS)
    assert len(many.assumptions) == 2000
    read_text("and I walked on " * 25_000, heads=HEADS)


def test_vectors_must_be_those_of_the_sentences() -> None:
    """Vectors of another split are refused, never laid against the wrong sentence."""
    with pytest.raises(ValueError, match="1 vectors for 2 sentences"):
        read_text("One. Two.", np.zeros((1, 384), np.float32), heads=HEADS)


def test_vectors_weigh_in() -> None:
    """The same words with another meaning vector get another confidence: the head looks at both."""
    text = "It is what it is with us."
    assert len(split_sentences(text)) == 1
    rows = np.eye(384, dtype=np.float32)
    head = HEADS.best("assumption", with_vector=True)
    chances = {round(head.chances(["it"], 1.0, rows[place])[0], 6) for place in range(40)}
    assert len(chances) > 10
