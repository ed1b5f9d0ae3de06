"""Make the slots of a handle: parts of the person's words that are ready to be said back, quoted or turned."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.coaching.critic_rules import HARSH
from assistant.coaching.happenings import happened
from assistant.coaching.lexicon import (
    BASES,
    DANGLING,
    DETERMINERS,
    FUNCTION_WORDS,
    GERUNDS,
    KIN,
    NOT_NAMES,
    PREPOSITIONS,
    RELATIONS,
    THIRDS,
    gerund,
)
from assistant.coaching.names import is_name_at_head
from assistant.coaching.nouns import Named, amounts, people, topics
from assistant.coaching.phrases import LONGEST_TURNED, cut_phrase, quotable
from assistant.coaching.tellings import EVENT, TOLD_KINDS
from assistant.coaching.turning import turned
from assistant.core.span import Span

OBJECT_FORM = {"he": "him", "she": "her", "they": "them", "i": "you", "we": "you"}
_THIRD_PERSONS = frozenset("he she they everyone everybody people".split())
"""Whom one could ask; how nobody would tell it is no question."""
_RELATIVE = re.compile(r"\s+(?:who|that|which)\b", re.IGNORECASE)
_LONGEST_WHAT = 7
_CAPITAL = re.compile(r"(?!(?:He|She|They|Everyone|Everybody|People|Nobody|Anyone)\b)[A-Z][a-zà-ÿ]+")
_HEAD = re.compile(r"[.!?:…\n\"“‘(>*]\s*$")
_POLARITY = re.compile(r"\s+(?:any ?more|at all|either|yet|anyway|again)$", re.IGNORECASE)
"""What "not" brought along: "I can't do nights any more" is about doing nights."""
_LOOKS_ON = frozenset("to be so of for with like".split())
"""What somebody does cannot end on these: "I can't bring myself to"."""
_LIGHT_ADVERB = re.compile(r"(?:(?:still|also|just|only|really|then|maybe|probably|always)\s+)+", re.IGNORECASE)
_DUTY = re.compile(r"should|must|(?:have|need|ought|got) to", re.IGNORECASE)
"""Of these a "not" is asked about as well: "Where is it written that you must not complain?"."""
_NOT_TO_DO = re.compile(r"(?:not|never)\b", re.IGNORECASE)
_SOMEBODY_ONLY = re.compile(
    r"(?:not an? |an? )(?:man|woman|person|guy|bloke|fella|girl|boy|type|kind|sort|one)(?: (?:with|on|in) .*)?$"
    r"|not (?!an? |even\b|one of)(?:lazy|stupid|weak|bad|selfish|old|fat|difficult|sensitive|hopeless|useless)\b",
    re.IGNORECASE,
)
"""What anybody is says nothing of whoever says it, and a verdict that they refuse is not their word for themselves."""
_LOOKS_FOR_MORE = DANGLING | PREPOSITIONS | DETERMINERS
_ARTICLE = re.compile(r"(?:an?|one of those)\s", re.IGNORECASE)
_ABLE = re.compile(r"be able to\s+", re.IGNORECASE)
_SUBJECT_FORM = {"him": "he", "her": "she", "them": "they"}
_DEAD = re.compile(r"\b(?:died|dead|death|passed|funeral|buried|ashes|grave|the late)\b", re.IGNORECASE)
_IS_SOMEBODY = re.compile(r"(?:['’]s| is| was) (?:the|an?|my|our|his|her|their|one of|\d+|only|just)\b", re.IGNORECASE)
"""Who is only said to be somebody did nothing that one could ask them about."""
WHERE = re.compile(r"\b(?:in|at|on|onto|into|from|through|across|past|over|under|behind|by|of)\s+$", re.IGNORECASE)
"""Before these a thing is where it happened, not what it is about."""
_SAID_AS_FACT = TOLD_KINDS | frozenset({EVENT, "told", "did_me", "had_to", "exception", "first_time", "unfair"})
"""Kinds that tell what was seen or done: these may be said back as having happened, a belief never."""


def slot_of(name: str, match: re.Match[str], text: str, piece: Span) -> str | None:
    """Make one slot ready to be said back: quoted as it stands, or turned."""
    start, end = match.span(name)
    if start < 0 or start == end:
        return None
    raw = text[start:end]
    if name in {"word", "said", "cond", "cons", "before", "after"}:
        clean = _named_in_full(raw.strip(" ,.'’")) if name == "word" else raw.strip(" ,.'’")
        return clean if quotable(clean) and len(clean.split()) <= 9 else None
    if name == "who":
        return _subject(raw) if not _CAPITAL.fullmatch(raw) or _is_named(raw, start, text) else None
    if name == "do" and (adverb := _LIGHT_ADVERB.match(raw)):
        start, raw = start + adverb.end(), raw[adverb.end() :]
    if name == "do" and _NOT_TO_DO.match(raw) and not _DUTY.fullmatch(match.groupdict().get("word") or ""):
        return None  # "I will not look" is nothing that one sets out to do
    if name == "do" and (able := _ABLE.match(raw)):
        start += able.end()
    longest = _LONGEST_WHAT if name == "what" else LONGEST_TURNED
    cut = cut_phrase(text, start, max(end, piece.end) if name in {"do", "doing", "what"} else end, longest)
    if cut and name == "what" and _RELATIVE.match(text, start + len(cut)):
        return None  # "the sort of woman who": what she is like would be lost
    cut = _POLARITY.sub("", cut).split(" and ")[0] if cut and name in {"do", "doing"} else cut
    if cut and name in {"do", "doing"} and cut.split()[-1].lower() in _LOOKS_ON:
        return None
    said_back = turned(cut) if cut and not HARSH.search(cut) else None
    if said_back and name == "do" and said_back.split()[0].lower() in DETERMINERS:
        return f"go to {said_back}"  # "I'm going to | the grave on Saturday"
    if said_back and name == "doing" and said_back.split()[0].lower() not in GERUNDS:
        return None
    return said_back


def _named_in_full(word: str) -> str:
    """Return what somebody is called without what looks for more, "a coward | with"; nothing where that is all."""
    if _SOMEBODY_ONLY.match(word):
        return ""
    words = word.split()
    while _ARTICLE.match(word) and len(words) > 1 and words[-1].lower() in _LOOKS_FOR_MORE:
        words = words[:-1]
    return " ".join(words)


def _is_named(raw: str, start: int, text: str) -> bool:
    """Say whether a word with a capital is somebody's name where it stands."""
    heads = not text[:start].strip() or bool(_HEAD.search(text[:start]))
    return raw.lower() not in NOT_NAMES and (
        not heads or is_name_at_head(raw, start, text) or raw.lower() in KIN | RELATIONS
    )


def _subject(raw: str) -> str | None:
    """Return the subject as it is said back; None for the writer, for *it* and for what is no person or thing."""
    raw = _SUBJECT_FORM.get(raw.lower(), raw)
    said_back, first = turned(raw), raw.split()[0].lower()
    if said_back is None or (len(raw.split()) == 1 and first in FUNCTION_WORDS - _THIRD_PERSONS):
        return None
    if raw[0].isupper() and raw.lower() in RELATIONS - KIN:
        return f"your {raw.lower()}"
    words = raw.lower().split()
    if len(words) > 1 and words[-1] in FUNCTION_WORDS:
        return None
    if len(words) > 2 and words[-2] in RELATIONS | KIN and words[-1] in BASES | THIRDS:
        return None  # "this is what | my sister say | always": the verb is no part of her name
    is_name = raw[0].isupper() and first not in DETERMINERS | _THIRD_PERSONS
    return said_back if is_name else said_back[0].lower() + said_back[1:]


def following_slots(kind: str, quote: str, given: Mapping[str, str], before: str) -> dict[str, str]:
    """Make the slots that follow from others: the object form of a subject, the -ing and the undone form of a verb."""
    slots: dict[str, str] = {}
    who, do = given.get("who"), given.get("do", "")
    if who:
        slots["whom"] = OBJECT_FORM.get(who, who)
    verb, _, rest = do.partition(" ")
    if verb.lower() in BASES:
        slots["doing"] = f"{gerund(verb.lower())} {rest}".strip()
        if verb != "be":  # "the last time you weren't grateful" would be a taunt
            slots["undo"] = f"didn't {do}"
    event = happened(quote, before) if kind in _SAID_AS_FACT else None
    if event is not None and not (kind == "told" and event.startswith("you ")):  # what was told is another's act
        slots["happened"] = event.replace(" still ", " ", 1)
    return slots


def shared_slots(text: str, within: Span | None = None) -> dict[str, str]:
    """Make the slots of whom and what is named, in the whole message or in one clause of it.

    What another clause names has nothing to do with the phrase: a question that joins the two is a riddle.
    """
    here = within or Span(0, len(text))
    named, numbers = _first(people(text), here), _first(amounts(text), here)
    things = [one for one in topics(text) if one.span.overlaps(here)]
    slots = {}
    if named and not _DEAD.search(here.of(text)) and not _IS_SOMEBODY.match(text, named.span.end, here.end):
        slots["person"] = named.said_back
    places = [one for one in things if WHERE.search(text[: one.span.start])]
    if places:
        slots["place"] = places[0].said_back
    things = [one for one in things if one not in places]
    if things:
        slots["topic"] = things[0].said_back
    if numbers:
        slots["number"] = numbers.span.of(text)
    return slots


def _first(named: list[Named], here: Span) -> Named | None:
    return next((one for one in named if one.span.overlaps(here)), None)
