"""What speaks for standing on one phrase of a message rather than another: its words, and where the message turns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.coaching.handle import MERELY_TOLD, Handle
from assistant.coaching.matter import names_the_matter
from assistant.coaching.nouns import people, topics
from assistant.coaching.tokens import words_of
from assistant.core.reading import Assumption

_LATER, _DENIES, _OF_THEMSELVES, _NAMES_THE_MATTER = 1.0, 0.4, 0.2, 0.8
"""What draws a coach's finger beside what the words are: how near to its end a message says it, that it says what is
not so, that it is about the writer; and that it names what the message is about. Readers marked where 1,762 messages
turn (`models/training/voice/turns.py`) and chose what 560 are about (`matter.py` beside it): of the first phrases 0.41
are the marked one and 0.82 hold a chosen word; by their charge alone it was 0.35 and 0.77, with half of the first three
and none of the fourth 0.42 and 0.75."""
_READ_AS_ASSUMPTION = 0.35
"""A handle inside what the reading took for an assumption outweighs any other of its kind."""
_DENYING = frozenset("not never no nothing nobody none without cannot dont didnt cant wont isnt".split())
_OWN = frozenset("i i'm im i've i'd i'll my me mine myself".split())
_TOPIC_WORD = 0.04
_MOST_TOPICS = 6
_NAMES_SOMETHING = 0.18
"""A phrase with somebody or something in it says by itself what the question is about."""


def weighed(handle: Handle, text: str, assumptions: tuple[Assumption, ...], matter: Mapping[str, float]) -> Handle:
    """Return the handle with all that speaks for standing on it."""
    read = handle.kind not in MERELY_TOLD and any(assumption.span.overlaps(handle.span) for assumption in assumptions)
    everywhere, words = words_of(text), set(words_of(handle.quote))
    again = sum(everywhere.count(word) > 1 and len(word) > 3 for word in words)
    named = any(one.span.overlaps(handle.span) for one in (*people(text), *topics(text)[:_MOST_TOPICS]))
    weight = handle.weight + _NAMES_SOMETHING * named + _READ_AS_ASSUMPTION * read + _TOPIC_WORD * min(3, again)
    return replace(handle, weight=round(weight, 4), pull=_pull(handle, words, text, matter))


def _pull(handle: Handle, words: set[str], text: str, matter: Mapping[str, float]) -> float:
    denies = bool(words & _DENYING) or any(word.endswith("n't") for word in words)
    end = handle.span.end / max(1, len(text.rstrip()))
    pull = _LATER * (end - 0.5) + _DENIES * denies + _OF_THEMSELVES * bool(words & _OWN)
    return round(pull + _NAMES_THE_MATTER * names_the_matter(handle.quote, matter), 4)
