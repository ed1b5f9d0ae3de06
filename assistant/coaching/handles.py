"""Find the words in a message that a question can stand on: the *always*, the *have to*, the *obviously*, the *just*.

A handle is an exact stretch of the message with its kind and with slots: parts of it that are ready to be said back.
The patterns below are ours; the kinds follow what coaches listen for (Burns, Feeling Good, 1980, chapter 3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from assistant.coaching.addressed import ADDRESSED, about_the_question, nobody_claims, pointed_at, said_in_passing
from assistant.coaching.handle import BARE, MERELY_TOLD, Handle
from assistant.coaching.handle_patterns import Pattern
from assistant.coaching.handle_slots import following_slots, shared_slots, slot_of
from assistant.coaching.handle_weights import named_in, weighed
from assistant.coaching.lexicon import BASES, DANGLING, FUNCTION_WORDS, is_verb
from assistant.coaching.manners import beyond_manner
from assistant.coaching.matter import matter_of
from assistant.coaching.patterns_events import PATTERNS_EVENTS
from assistant.coaching.patterns_mind import PATTERNS_MIND
from assistant.coaching.patterns_self import PATTERNS_SELF
from assistant.coaching.patterns_world import PATTERNS_WORLD
from assistant.coaching.phrases import SOFT_OPENINGS, cut_quote, quotable
from assistant.coaching.role_words import tells_a_role
from assistant.coaching.tellings import about_the_telling, is_clause, tellings
from assistant.coaching.tokens import clauses, sentences, tokens, words_of
from assistant.coaching.unclaimed import claims_nothing
from assistant.core.reading import Assumption, Feeling
from assistant.core.span import Span

PATTERNS = (*PATTERNS_SELF, *PATTERNS_MIND, *PATTERNS_WORLD, *PATTERNS_EVENTS)
_NO_STATE = frozenset("hate hated love loved like liked want miss missed dread sorry".split())
"""What one does with a thing or says out of manners, not how one is: other patterns hear these with their object."""
_SURE_ENOUGH = 0.75
"""A reading less sure than this adds weight to a phrase that words already show, but makes none by itself."""
_BELIEF_LEAST, _BELIEF_MORE = 0.4, 0.2
"""What the reading alone took for an assumption, with no word that shows which kind: asked about in general terms."""
_DARK = re.compile(r"\b(?:want|wanted|wish|wished|could have|ready)\b.*\b(?:to die|dead|died)\b", re.IGNORECASE)
"""However lightly it was meant, no question stands on it."""
_AS_A_CHILD = re.compile(r"\bwhen (?:i|he|she|we|they) (?:was|were) (?:\w+ )?small\b", re.IGNORECASE)
"""How young one was is no feeling."""
_JUDGES = re.compile(
    r"\b(?:always|never|all|only|nobody|everyone|should|must|ha[sd] to|have to|can't|cant|cannot|will|too|enough|"
    r"worth|better|worse|needs?|deserves?|right|wrong|fair|thinks?|wants?|hates?|cares?|meant)\b|"
    r"\b(?:is|are|was|were|isn't|aren't|isnt|arent)\s+(?:(?:a|an|the|not|so|just|no|like|really|all|my|his|her|probably)\b"
    r"|\w+(?:able|ible|ful|less|ish|ous|ive|est|ting|ring)\b)|"
    r"(?:'s|'re|'m|\bim)\s+(?:a|an|the|not|always|never|too|so|just|only|no|like|really|all|my|his|her|probably)\b|'ll\b",
    re.IGNORECASE,
)
"""Where the reading alone hears an assumption, only a judgement may be weighed for and against: a fact may not."""
_LONG_ENOUGH = 5
_SHORT_KINDS = frozenset(
    "fine hedge denied only said_other said_me rule contrast exception unsaid absolute_me absolute_other did_me "
    "never_did never_other identity no_point should had_to small_word comparison standard".split()
)
"""Kinds whose charged word is itself what the phrase holds, however light the words around it."""
_LIGHT = FUNCTION_WORDS | set(
    "say said says know think thought mean meant hear heard see get got go goes went make made right wrong true thats "
    "i'd that's it's i'm i've he's she's they're im ive hes shes one want wanted put hope there's "
    "here's what's want suppose guess feel felt".split()
)
"""A quotation of these alone holds nothing to ask about."""
_ASKED_OF_ONESELF = frozenset(
    {"everyone", "nobody", "puzzle", "absolute_me", "rule", "said_other", "said_me", "no_point", "choice", "prediction"}
)
LOOKED_THROUGH: Final = 1_200
"""Code points of a message that are looked through for phrases: an evening's message has 100 to 600."""
_SPEECH_NEXT = re.compile(r"[\s,:]*(?<!\w)[\"“‘']\w")
_PLANS = re.compile(r"^(?:i'll|i will|i shall|im gonna|i'm going to)\b", re.IGNORECASE)
_SAYING = frozenset("say says said saying goes asks asked shouts shouted".split())
_PART = re.compile(r"the (?:part|bit|fact|thing|point|moment|time|way)\b", re.IGNORECASE)
"""Names a part of something in answer to a question, and claims nothing."""
_THE_POINT, _LAUGHED_OFF = 1.2, 1.0
"""Beside the pull of a phrase's place, at most 1: what is named as the matter wins, what is laughed off hardly ever."""
_FEW_WORDS = 3
_WHOLE_CLAUSE = 12
_WEIGHTY, _SHORT_QUOTE = 0.8, 7
_TOLD_SHORT = frozenset({"told", "small_word", "did_me"})
_NO_CHARGE = MERELY_TOLD | {"belief", "span", "counting", "told", "every", "because"}
"""Kinds beside which a plain telling of the same words keeps its place."""
_WEAK_BESIDE = MERELY_TOLD | frozenset(
    {"told", "again", "counting", "span", "because", "hedge", "fine", "every", "rule", "belief"}
)
"""Kinds too slight to be set beside another phrase."""


def find_handles(
    text: str,
    assumptions: tuple[Assumption, ...] = (),
    feelings: tuple[Feeling, ...] = (),
    *,
    answering: bool = False,
) -> list[Handle]:
    """Return what a question about this message, which may answer one, can stand on, weightiest first.

    Of a page only the last part is looked through: what comes last is nearest to the point, and the time grows with the
    square of the length (0.1 s at 500 code points, 42 s at 8,000).
    """
    start = _last_part(text)
    if start:
        heard = tuple(replace(one, span=_moved(one.span, start)) for one in assumptions if one.span.start >= start)
        felt = tuple(replace(one, span=_moved(one.span, start)) for one in feelings if one.span.start >= start)
        return [replace(one, span=one.span.shifted(start)) for one in _handles_of(text[start:], heard, felt, answering)]
    return _handles_of(text, assumptions, feelings, answering)


def _moved(span: Span, start: int) -> Span:
    """Return a span as it counts from `start` on."""
    return Span(span.start - start, span.end - start)


def _last_part(text: str) -> int:
    """Return where the last part of a long text begins, at a sentence where there is one; 0 for a short text."""
    if len(text) <= LOOKED_THROUGH:
        return 0
    after = len(text) - LOOKED_THROUGH
    cut = re.compile(r"[.!?…]\s+|\n").search(text, after, after + LOOKED_THROUGH // 2)
    return cut.end() if cut else after


def _handles_of(
    text: str, assumptions: tuple[Assumption, ...], feelings: tuple[Feeling, ...], answering: bool
) -> list[Handle]:
    plain = text.replace("’", "'").replace("‘", "'")
    told = (Handle(one.kind, one.span, one.span.of(text), one.weight) for one in tellings(text))
    heard = [*_patterned(text, plain), *_assumed(text, assumptions), *_felt(text, feelings), *told]
    made = _charged_first([meant for one in heard if (meant := beyond_manner(one, text)) is not None])
    whole = [handle for handle in made if not _breaks_off_before_speech(handle, text)]
    found = [handle for handle in whole if handle.kind in _SHORT_KINDS or _holds_something(words_of(handle.quote))]
    matter, named = matter_of(text), named_in(text)
    charged = [weighed(handle, text, assumptions, matter, named, answering) for handle in found]
    filled = _with_slots(charged, text)
    filled = _as_pointed_at([one for one in filled if not nobody_claims(one.kind, one.span, text)], text)
    ordered = _without_doubles(sorted(filled, key=lambda handle: (-handle.standing, handle.span)))
    return [
        _beside(handle, ordered)
        for handle in ordered
        if not _DARK.search(handle.quote)
        and not (handle.kind == "feeling" and _AS_A_CHILD.search(handle.quote))
        and (handle.kind in _ASKED_OF_ONESELF or not ADDRESSED.search(handle.quote))
        and not about_the_question(handle.quote)
    ]


def _as_pointed_at(handles: list[Handle], text: str) -> list[Handle]:
    """Put first what the message says it is about, and last what it laughs off."""
    matter, passing = pointed_at(text), said_in_passing(text)
    return [
        replace(
            one,
            pull=one.pull
            + _THE_POINT * any(span.overlaps(one.span) for span in matter)
            - _LAUGHED_OFF * any(span.overlaps(one.span) for span in passing),
        )
        for one in handles
    ]


def _breaks_off_before_speech(handle: Handle, text: str) -> bool:
    """Say whether a quotation stops where somebody is quoted in turn: "he called my process" of "…process 'legacy'"."""
    hangs = bool(set(words_of(handle.quote)[-1:]) & (DANGLING | _SAYING))
    told = handle.kind in MERELY_TOLD or handle.kind in _TOLD_SHORT
    return (hangs or told) and bool(_SPEECH_NEXT.match(text, handle.span.end))


def _charged_first(handles: list[Handle]) -> list[Handle]:
    """Drop a plain telling of words that a charged phrase already stands on: the charge is what a coach hears."""
    charged = [one.span for one in handles if one.kind not in _NO_CHARGE]
    return [
        one for one in handles if one.kind not in MERELY_TOLD or not any(span.overlaps(one.span) for span in charged)
    ]


def _with_slots(handles: list[Handle], text: str) -> list[Handle]:
    filled = list[Handle]()
    for handle in handles:
        shared = shared_slots(text, _around(handle.span, text))
        before, after = text[: handle.span.start], text[handle.span.end :]
        more = following_slots(handle.kind, handle.quote, handle.slots, before)
        if "happened" in more and len(words_of(after)) < _FEW_WORDS:
            more["ended"] = more["happened"]
        filled.append(replace(handle, slots={**shared, **more, **handle.slots}))
    return filled


def _around(span: Span, text: str) -> Span:
    """Return the clauses that a phrase stands in."""
    pieces = [one for sentence in sentences(text) for one in clauses(text, sentence) if one.overlaps(span)]
    return Span(min(one.start for one in pieces), max(one.end for one in pieces)) if pieces else span


def _holds_something(words: list[str]) -> bool:
    return len(words) >= _LONG_ENOUGH or bool(set(words) - _LIGHT)


def bare_handle(text: str, *, alone: bool = True) -> Handle:
    """Return what is left to hold where a message has no phrase: what it names, and the one word that it may be."""
    words = [word for word in tokens(text) if word.lower not in FUNCTION_WORDS and "'" not in word.lower]
    if (
        alone
        and len(words) == 1
        and len(tokens(text)) <= _FEW_WORDS
        and not is_verb(words[0].lower)
        and quotable(words[0].text)
    ):
        return Handle("word", words[0].span, words[0].text, 0.5, shared_slots(text))
    return Handle(BARE, Span(0, 0), "", 0.3, shared_slots(text))


def _beside(handle: Handle, ordered: list[Handle]) -> Handle:
    """Give the handle a second phrase of the message to be set beside it."""
    other = next(
        (
            one.quote
            for one in ordered
            if one.weight >= _WEIGHTY
            and one.kind not in _WEAK_BESIDE
            and not one.span.overlaps(handle.span)
            and len(one.quote.split()) <= _SHORT_QUOTE
        ),
        None,
    )
    return replace(handle, slots={**handle.slots, "also": other}) if other else handle


def _patterned(text: str, plain: str) -> Iterator[Handle]:
    for sentence in sentences(text):
        pieces = clauses(text, sentence)
        for pattern in PATTERNS:
            for piece in [sentence] if pattern.whole_sentence else pieces:
                for match in pattern.regex.finditer(plain, piece.start, piece.end):
                    handle = _handle(pattern, match, text, piece)
                    if handle is not None:
                        yield handle


def _handle(pattern: Pattern, match: re.Match[str], text: str, piece: Span) -> Handle | None:
    groups = match.groupdict()
    anchor = next(
        (Span(*match.span(name)) for name in ("word", "at") if groups.get(name)), Span(match.start(), match.end())
    )
    if groups.get("at"):
        piece = next((clause for clause in clauses(text, piece) if clause.overlaps(anchor)), piece)
    if claims_nothing(pattern.kind, match, text):
        return None
    if groups.get("said"):
        span: Span | None = Span(*match.span("said"))
    elif pattern.whole_match:
        span = _stripped(text, Span(match.start(), match.end()), pattern.longest)
    else:
        span = cut_quote(text, piece, anchor, pattern.longest)
    if span is None or not quotable(span.of(text)):
        return None
    named = [name for name in groups if name != "at"]
    slots = {name: value for name in named if (value := slot_of(name, match, text, piece)) is not None}
    if any(name not in slots for name in pattern.needs):
        return None
    if pattern.kind == "still" and slots["do"].split()[0].lower() not in BASES:
        return None  # "I still woke up": told, not kept up
    if groups.get("who") and not groups.get("said") and span.start > match.start("who"):
        return None  # a verb quoted without the one who does it
    return Handle(pattern.kind, span, span.of(text), pattern.weight, slots)


def _stripped(text: str, span: Span, longest: int) -> Span | None:
    inside = tokens(text, span)
    return Span(inside[0].span.start, inside[-1].span.end) if inside and len(inside) <= longest else None


def _assumed(text: str, assumptions: tuple[Assumption, ...]) -> Iterator[Handle]:
    """Make handles of what the reading took for assumptions."""
    for assumption in assumptions:
        if assumption.confidence < _SURE_ENOUGH:
            continue
        for whole in clauses(text, assumption.span)[:2]:
            opening = tokens(text, whole)
            soft = len(opening) > _FEW_WORDS and (opening[0].lower, opening[1].lower) in SOFT_OPENINGS
            piece = Span(opening[2].span.start, whole.end) if soft else whole
            span = (
                cut_quote(text, piece, piece)
                if len(tokens(text, piece)) <= 9
                else cut_quote(text, piece, Span(piece.start, piece.start + 1))
                or cut_quote(text, piece, piece, _WHOLE_CLAUSE)
            )
            quote = span.of(text) if span is not None else ""
            if about_the_telling(quote) or _PART.match(quote) or tells_a_role(quote):
                continue
            if span is not None and is_clause(tokens(text, span)) and _JUDGES.search(_beyond_a_plan(quote)):
                yield Handle("belief", span, quote, _BELIEF_LEAST + _BELIEF_MORE * assumption.confidence)


def _beyond_a_plan(quote: str) -> str:
    """Return what is said without the "I'll" that opens it: "I'll bring a loaf" is a plan, and no judgement."""
    return _PLANS.sub("", quote.replace("’", "'"))


def _felt(text: str, feelings: tuple[Feeling, ...]) -> Iterator[Handle]:
    for feeling in feelings:
        if feeling.word in _NO_STATE:
            continue
        for sentence in sentences(text):
            if not sentence.overlaps(feeling.span):
                continue
            for piece in clauses(text, sentence):
                if piece.overlaps(feeling.span):
                    span = cut_quote(text, piece, feeling.span)
                    if span is not None:
                        yield Handle(
                            "feeling",
                            span,
                            span.of(text),
                            0.7 + 0.2 * feeling.strength,
                            {"feeling": feeling.word, "word": feeling.span.of(text)},
                        )


def _without_doubles(found: list[Handle]) -> list[Handle]:
    seen: set[tuple[str, str]] = set()
    kept = []
    for handle in found:
        key = (handle.kind, handle.quote.lower())
        if key not in seen:
            seen.add(key)
            kept.append(handle)
    return kept
