"""Terms and stems: the words that searching counts are those that the vault's full text counts."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.reading.stemming import stem
from assistant.reading.terms import plain_words, terms_of

WORDS = """
    caresses ponies ties cats feed agreed plastered motoring sing conflated troubled sized hopping tanned falling
    hissing fizzed failing filing happy sky relational conditional rational valency hesitancy digitizer conformably
    radically differently vilely analogously vietnamization predication operator feudalism decisiveness hopefulness
    callousness formality sensitivity sensibility triplicate formative formalize electricity electrical hopeful
    goodness revival allowance inference airliner gyroscopic adjustable defensible irritant replacement adjustment
    dependent adoption communism activate angularity homologous effective bowdlerize probate rate cease controlling
    rolling swimming swam running children's baking worried worries anxiously commitment commitments yearly married
    archaeology geologist possibly terribly dying lying news bus this as is a be skies eyes syzygy yes why toy
    eed ies sses yying
    """.split()


def full_text_stem(word: str) -> str:
    """Return the term under which SQLite's porter tokenizer keeps a word."""
    database = sqlite3.connect(":memory:")
    try:
        database.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='porter unicode61 remove_diacritics 2')")
        database.execute("CREATE VIRTUAL TABLE kept USING fts5vocab(words, 'row')")
        database.execute("INSERT INTO words VALUES (?)", (word,))
        return str(database.execute("SELECT term FROM kept").fetchone()[0])
    finally:
        database.close()


@pytest.mark.parametrize("word", [word for word in WORDS if word.isalpha()])
def test_stems_are_those_of_the_full_text_index(word: str) -> None:
    """Our stemmer and SQLite's agree, so that how rare a word is can be asked of the index."""
    assert stem(word) == full_text_stem(word)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=18))
def test_any_word_has_the_stem_of_the_full_text_index(word: str) -> None:
    """They agree on words that no language has, too."""
    assert stem(word) == full_text_stem(word)


def test_stop_words_and_contractions_leave_no_term() -> None:
    """What stands in every text says nothing."""
    assert terms_of("I couldn't have been there, and she'd gone") == []
    assert terms_of("It wasn't Anna's harbour") == ["anna", "harbour"]


def test_accents_and_case_are_folded() -> None:
    """A café is found as cafe."""
    assert plain_words("CAFÉ Straße naïve") == ["cafe", "straße", "naive"]


@given(st.text(max_size=200))
def test_any_text_has_terms(text: str) -> None:
    """No text makes it fail, and every term is in lower case without spaces."""
    assert all(term and not term.isspace() for term in terms_of(text))


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=80))
def test_plain_text_is_cut_as_any_other(text: str) -> None:
    """Texts in ASCII take a quicker way; a letter beyond it changes nothing for the words before."""
    assert [*plain_words(text), "ok"] == plain_words(f"{text} \u014fk")
