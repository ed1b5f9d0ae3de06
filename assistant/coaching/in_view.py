"""Leave of a message's phrases those that a turn of its kind is about."""

from __future__ import annotations

import re
from typing import Final

from assistant.coaching.answers import whole_answer
from assistant.coaching.handle import Handle
from assistant.coaching.plan import Occasion
from assistant.coaching.story_words import WROTE_UNAWARES
from assistant.coaching.tellings import FRAGMENT
from assistant.coaching.tokens import sentences, words_of
from assistant.core.span import Span

_SAID_OF_SEEING = re.compile(
    r"\b(?:never|hadn['’]?t|haven['’]?t|didn['’]?t) (?:\w+ )?(?:put|thought|seen|noticed|said|looked|realised)\b",
    re.IGNORECASE,
)
"""What somebody says about having seen something is not what they have seen."""
_UNAWARES = re.compile(WROTE_UNAWARES, re.IGNORECASE)
_FOUND_IT = re.compile(
    r"\bi(?:['’]ve| have)? (?:only )?just (?:opened|checked|looked|got|rang|read|asked|found it|went)\b(?!.*\bthat\b)",
    re.IGNORECASE,
)
"""How the news was come upon is not the news."""
_SHORT_INSIGHT = 9
_SHOWN_IN_PLACE = frozenset(
    {Occasion.INSIGHT, Occasion.NEW_EVIDENCE, Occasion.DECISION, Occasion.MAYBE, Occasion.GOOD_NEWS, Occasion.OBJECTION}
)
"""Kinds of turn that are about the very sentence that shows them, or what comes right after it."""
_NO_NEWS = frozenset({FRAGMENT, "word", "fine", "hedge"})
"""On these good news is not asked about while more is told: "a good day"."""
_SOON_AFTER = 80
"""Code points after "hang on" within which the news itself begins."""
_STEPS = {Occasion.DECISION: frozenset({"intend"}), Occasion.MAYBE: frozenset({"could", "intend", "should"})}
"""On which phrases a step or a possibility is asked about, where the message has one."""
_ABOUT_THE_TALK = frozenset(
    {
        Occasion.GOODBYE,
        Occasion.ADVICE,
        Occasion.VERDICT,
        Occasion.OPINION,
        Occasion.TOO_MANY_QUESTIONS,
        Occasion.BAD_QUESTION,
        Occasion.DECLINED,
        Occasion.LEAVE_IT,
        Occasion.PAST_ENTRY,
        Occasion.INVENT,
        Occasion.CLAIMED,
        Occasion.CHALLENGE,
    }
)
"""Kinds of turn whose showing words speak to the coach: a question stands on what is said beside them."""

_TO_BE_SAID: Final = re.compile(
    r"\b(?:(?:said|says|saying|asked|asks|answered|replied|wrote|writes|shouted|whispered|announced)"
    r"(?: to (?:me|us|him|her|them|everyone))?"
    r"|(?:told|tells|asked) (?:me|us|him|her|them|everyone)|(?:to|and) (?:say|write|tell|ask|answer))$",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(r"\s*(?:[,:]\s*)?[\w\"“‘']")
"""After these words, in the same sentence, comes what was said."""


def said_whole(handles: list[Handle], text: str) -> list[Handle]:
    """Leave out what ends on a verb of saying before what was said, where there is anything else."""
    whole = [one for one in handles if not (_TO_BE_SAID.search(one.quote) and _GOES_ON.match(text, one.span.end))]
    return whole or handles


def in_view(handles: list[Handle], occasion: Occasion, text: str, shown_by: str) -> list[Handle]:
    """Leave what the kind of turn is about: the words that showed it, or else the words beside them."""
    if occasion is Occasion.INSIGHT:
        handles = [one for one in handles if not _SAID_OF_SEEING.search(one.quote)]
    if occasion in _STEPS and (steps := [one for one in handles if one.kind in _STEPS[occasion]]):
        return steps
    showing = shown_by.split("…")[0]  # what is quoted within it was left out where it was heard
    start = text.replace("’", "'").find(showing) if showing else -1
    if start < 0:
        return handles
    shown = Span(start, start + len(shown_by))
    if occasion is Occasion.INSIGHT and _UNAWARES.search(shown_by):
        before = whole_answer(text[: shown.start])
        return [one for one in handles if one.span.end <= shown.start] or ([before] if before else [])
    if occasion is Occasion.INSIGHT and len(words_of(text)) <= _SHORT_INSIGHT:
        # "I'd never put those two together": what they see stands in what they said before, unless they go on to say it
        return [handle for handle in handles if handle.span.start >= shown.end]
    if occasion is Occasion.PAST_ENTRY:  # what is looked for stands in the sentence that asks for it
        asking = next((one for one in sentences(text) if one.overlaps(shown)), shown)
        sought = [one for one in handles if one.span.overlaps(asking) and one.span.start >= shown.end]
        if sought:
            return sought
    if occasion in _ABOUT_THE_TALK:
        return [handle for handle in handles if not handle.span.overlaps(shown)]
    if occasion is Occasion.NEW_EVIDENCE:
        after = [handle for handle in handles if handle.span.start >= shown.end and not _FOUND_IT.search(handle.quote)]
        soon = [handle for handle in after if handle.span.start <= shown.end + _SOON_AFTER]
        return soon or after or handles
    if occasion in _SHOWN_IN_PLACE:
        return _in_place(handles, occasion, text, shown)
    return handles


def _in_place(handles: list[Handle], occasion: Occasion, text: str, shown: Span) -> list[Handle]:
    """Leave what stands in the sentence that shows a turn of this kind, or right after it; of good news no more."""
    sentence = next((one for one in sentences(text) if one.overlaps(shown)), shown)
    there = Span(sentence.start, max(sentence.end, shown.end + _SOON_AFTER))
    said = [one for one in handles if one.span.overlaps(sentence)]
    if occasion is Occasion.DECISION and said:
        return said
    if occasion is Occasion.GOOD_NEWS and (news := [one for one in said if one.kind not in _NO_NEWS]):
        return news
    near = [handle for handle in handles if handle.span.overlaps(there)]
    return near if occasion is Occasion.GOOD_NEWS else near or handles
