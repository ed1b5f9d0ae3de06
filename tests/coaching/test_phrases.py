"""Where a quotation begins and ends: never where the sense turns, and never in the middle of a thought."""

from __future__ import annotations

import pytest

from assistant.coaching.handles import find_handles
from assistant.coaching.lexicon import gerund
from assistant.coaching.phrases import cut_phrase, cut_quote
from assistant.coaching.tokens import clauses, sentences
from assistant.core.span import Span


def _cut(text: str, at: str) -> str | None:
    """Return what is quoted around a word of the first clause that has it."""
    start = text.index(at)
    anchor = Span(start, start + len(at))
    piece = next(one for whole in sentences(text) for one in clauses(text, whole) if one.overlaps(anchor))
    span = cut_quote(text, piece, anchor)
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "at", "quote"),
    [
        (
            "My landlord rang the bell and asked me and my aunt if the old cat was mine",
            "asked",
            None,
        ),
        (
            "I told the committee in the village hall that I cannot stand behind the new rota",
            "stand",
            "I cannot stand behind the new rota",
        ),
        (
            "I have no idea at all and nobody ever told me why they moved us",
            "told",
            "nobody ever told me why they moved us",
        ),
        (
            "Last time I showed her one she was lovely about it",
            "time",
            "Last time I showed her one she was lovely about it",
        ),
        ("I don't know why I said that", "why", "I don't know why I said that"),
        (
            "We waited in the cold for the man with the key because nobody rang",
            "waited",
            "We waited in the cold for the man with the key",
        ),
        (
            "He cooked the eel and wrote a card for every one of the neighbours downstairs",
            "cooked",
            "He cooked the eel and wrote a card",
        ),
        (
            "She sells the bread and the eels in the square on the first Sunday of May",
            "sells",
            "She sells the bread and the eels",
        ),
        ("He looks like the man who mends the organ", "looks", "He looks like the man who mends the organ"),
    ],
)
def test_a_quotation_ends_where_a_thought_does(text: str, at: str, quote: str | None) -> None:
    """It is not cut before what completes the verb, before half of a pair, or before what somebody is good about."""
    assert _cut(text, at) == quote


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("no more oboe", "more oboe"),
        ("Not a word from the choir about any of my tins, and that in Lent.", "word from"),
        ("I never said in front of the whole of the allotment committee that she was mean.", "she was mean"),
        ("All evening in the van I kept pretending to the others that he would be back.", "he would be back"),
        ("I have wished every single evening of this whole long wet spring he would sing.", "he would sing"),
    ],
)
def test_no_quotation_leaves_the_no_outside(text: str, never: str) -> None:
    """What was denied, supposed or wished is not what they wrote."""
    assert not [one.quote for one in find_handles(text) if one.quote.startswith(never)]


@pytest.mark.parametrize(
    ("text", "never", "instead"),
    [
        (
            "It felt as though she were still in the hall taking off her boots.",
            "she were still",
            "It felt as though she were still in the hall taking off her boots",
        ),
        (
            "He walked past the kiosk as though I were a post.",
            "He walked past the kiosk$",
            "He walked past the kiosk as though I were a post",
        ),
        ("I went in as though, I don't know, nothing.", "I went in as though$", None),
        ("I came even though it rained.", "I came even$", "I came even though it rained"),
        ("I need an answer that is no lie before he asks again on Sunday.", "he asks again", None),
        ("I'd like to say it once before my old aunt forgets me again.", "forgets me", "I'd like to say it once"),
        ("I keep the light on until she is home.", "she is home", "I keep the light on until she is home"),
        ("The soup stands there until he has rung.", "he has rung", "The soup stands there until he has rung"),
        ("Until she rang I was fine.", "she rang", "Until she rang I was fine"),
        ("Before I got married I could sit in a room for hours.", "Before I got$", "I could sit in a room for hours"),
        ("My wife, God bless her, would say that the children know.", "would say", None),
        ("My fault, should have been watching him.", "My fault, should", "should have been watching him"),
        ("I must say it to Oskar on Sunday.", "it to Oskar", "I must say it to Oskar on Sunday"),
    ],
)
def test_no_quotation_makes_so_what_only_seems_or_is_to_come(text: str, never: str, instead: str | None) -> None:
    """A clause after "as though", "before" or "until" is quoted with it or not at all."""
    quotes = [one.quote for one in find_handles(text)]
    assert not [
        one for one in quotes if one.startswith(never.removesuffix("$")) and (never[-1] != "$" or one == never[:-1])
    ]
    assert instead is None or instead in quotes


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Nah it's just he never rings the bell.", "he never rings the bell"),
        ("The point is I still can't sing.", "I still can't sing"),
        ("thing is theyll move the piano", "theyll move the piano"),
        ("I suppose that Agnes will call them only tins.", "Agnes will call them only tins"),
        ("And just like that she moved to Leith.", "she moved to Leith"),
        ("No more oboe.", "No more oboe"),
        ("Look at him now.", "Look at him now"),
        ("Quarter past, 6:40, and he left at 7:15 with the tuba.", "he left at 7:15 with the tuba"),
    ],
)
def test_what_only_opens_a_clause_is_left_out(text: str, quote: str) -> None:
    """A quotation begins with what is said."""
    assert quote in [one.quote for one in find_handles(text)]


@pytest.mark.parametrize(
    ("text", "said_back"),
    [
        ("stand behind the new rota that they made up for us", "stand behind the new rota"),
        ("ask my aunt if she could mend it for us on Monday", None),
        ("water the beans", "water the beans"),
    ],
)
def test_a_slot_holds_the_whole_act(text: str, said_back: str | None) -> None:
    """Half an act is not what anybody does."""
    assert cut_phrase(text, 0, len(text)) == said_back


@pytest.mark.parametrize(
    ("base", "form"),
    [
        ("open", "opening"),
        ("stop", "stopping"),
        ("quit", "quitting"),
        ("panic", "panicking"),
        ("prefer", "preferring"),
        ("listen", "listening"),
        ("need", "needing"),
        ("show", "showing"),
        ("lie", "lying"),
        ("see", "seeing"),
    ],
)
def test_an_ing_form_is_spelled_as_people_spell_it(base: str, form: str) -> None:
    """Only a verb of one short beat, or one stressed at its end, doubles its last letter."""
    assert gerund(base) == form
