"""Find what a message tells, clause by clause, and what kind of telling each is: there is always something to hold.

Somebody's own act, another's act, something not done and a loss or good news are asked about in different ways; what
fits all four fits nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.coaching.happenings import UNFINISHED, happened
from assistant.coaching.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MAY_END_A_CLAUSE,
    PASTS,
    PREPOSITIONS,
    is_verb,
)
from assistant.coaching.nouns import people
from assistant.coaching.phrases import PARTICLES, SOFT_OPENINGS, cut_quote
from assistant.coaching.tokens import Token, clauses, sentences, tokens, words_of
from assistant.core.span import Span

EVENT = "event"
FRAGMENT = "fragment"
"""Words without a verb: they name something and tell nothing."""
TOLD_KINDS = frozenset({"own_act", "outburst", "their_act", "not_done", "left_undone", "news"})
"""Kinds of telling; a clause that is none of them is a plain event."""
_SHORT_MESSAGE, _ALL_THERE_IS = 8, 0.5
"""In a message of so few words what it tells is all there is to ask about."""
_WEIGHT, _EACH_WORD = 0.32, 0.02
_OF_KIND = {"news": 0.2, "not_done": 0.16, "left_undone": 0.16, "their_act": 0.1, "outburst": 0.16, "own_act": 0.06}
"""What ends or begins, and what failed to come, is nearer to the point than what was merely done."""
_NAMED_ONLY, _BESIDE_A_TELLING = 0.1, 0.3
_ASIDES, _ASIDE = frozenset({"it", "it's", "its", "there", "there's", "this"}), 0.2
"""A clause about the weather, the hour or where somebody was is seldom the point."""
_WAS = frozenset({"was", "were"})
_TWO_WORDS = 0.15
"""Two words such as "he moved" hold little to ask about."""
_LAST_TOLD = 0.12
"""The last thing told is what the rest led up to."""
_FEW = 3
_WHOLE_CLAUSE = 12
"""A clause of so many words that nowhere breaks off is quoted whole before nothing is."""
_NOT_AN_EVENT = (PREPOSITIONS | CONJUNCTIONS | {"which", "was", "is", "are", "tell"}) - {"at", "no"}
"""A clause that opens with one of these hangs on another one."""
_ANOTHERS_NEGATIVE = frozenset("hasn't isn't doesn't doesnt".split())
_NEGATIVE = (
    frozenset("haven't havent won't wont can't cant cannot couldn't couldnt don't dont".split()) | _ANOTHERS_NEGATIVE
)
"""Without its subject in front it is the writer's, where it can be and the talk is not of somebody else."""
_NOT_OF_THEM = re.compile(
    r"(?:don['’]?t (?!(?:(?:even|really|actually|much|quite) )*(?:want|feel|like|trust|love|miss|have|need|see"
    r"|understand|remember|sleep|eat|talk|speak|deserve|belong|fit|get (?:it|why|how|enough|to|on)|go out|do well"
    r"|know (?:what|how|why|who|where|my|if)|recogni[sz]e)\b)"
    r"|(?:can['’]?t|cannot) (?:(?:really|exactly) )?(?:complain|say|be|believe (?:it|that)\W*$|wait|grumble)\b"
    r"|won['’]?t (?:lie|bore)\b"
    r"|haven['’]?t (?:a clue|the foggiest))",
    re.IGNORECASE,
)
"""What is only a way of speaking, or bids somebody do something: "Don't ask"."""
_NOT_DONE = re.compile(
    r"\b(?:(?:didn|hasn|haven|hadn|wouldn|doesn|won|couldn)['’]?t|did not|has not|have not|had not|would not|will not|"
    r"never|not even|not once|without \w+ing)\b",
    re.IGNORECASE,
)
_NEWS = re.compile(
    r"\b(?:died|passed(?: away)?|diagnosed|all.clear|came back clear|got into|got in|exchanged|engaged|proposed|"
    r"pregnant|was born|were born|promoted|promotion|made redundant|redundancy|sacked|let go|"
    r"lost (?:a|the|my|our|her|his)|accepted|rejected|turned down|"
    r"dropped from|graduated|divorced|retired|retiring|sold the|bought the|won the|"
    r"moving out|moved out|ta(?:ken|ke) .{1,30} away|"
    r"(?:has|have|['’]ve|['’]s) (?:just |now |all )?(?:decided|gone|left|taken|"
    r"put me|put us|cut|closed|"
    r"moved|broken|ended|announced|cancelled|offered|agreed|refused)|"
    r"leaving me|left me|first day|last day|getting married|"
    r"having a baby|is dying|is leaving|is moving|expecting a|"
    r"handed (?:in )?my notice|my notice in|buried (?!in\b|under\b|alive\b)|funeral|miscarriage|miscarried)\b",
    re.IGNORECASE,
)
_ANSWERS = frozenset({"when", "if", "because", "until"})
"""A clause that hangs on the question before it: "When he looks at me"."""
_SUBJECT_WORDS = frozenset("i he she they we it my his her our the nobody everyone somebody people im".split())
_PART = re.compile(
    r"the (?:part|bit|fact|moment|way|day|time) (?:where|when|that)\s+(?=(?:i|he|she|they|we|it|my)\b)", re.IGNORECASE
)
_SAYING_NEXT = re.compile(r"[\s,:]*(?<!\w)[\"“‘']\w|\s*:")
_SAYS_NOTHING = re.compile(
    r"^(?:that['’]?s (?:all|it|the thing|that|why)|"
    r"that is (?:all|it|the thing)|i (?:do not|don['’]?t) know|idk|dunno|long one|"
    r"you know|ok(?:ay)? fine|good day|not much|i mean|i suppose|i guess|never mind|"
    r"no (?:problem|worries|idea|probs))\b|"
    r"^(?:good (?:morning|evening|afternoon|night)|thank you|thanks|hello|hiya?)\W*$",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"^(?:that|this|it|which)(?:['’]?s| is| was)\b.{0,20}\b(?:thing|way|question) to (?:write|say|put|ask|admit)\b|"
    r"^(?:(?:a|the|such a) )?(?:daft|silly|stupid|odd|funny|strange|mad|awful|horrible) (?:thing|question"
    r"|way) to (?:say|ask|write|put)\b|"
    r"^(?:that|which)(?:['’]?s| is| was) (?:the |a )?(?:worst|best|fair|true|funny|strange|odd|weird|silly|daft)\b",
    re.IGNORECASE,
)
"""What somebody says of what they have just said: the thing itself stands beside it."""
_DATED_BY = re.compile(
    r"\b(?:since|before|after|until|at|like)\b[^.!?]{0,24}\b(?:funeral|first day|last day|died)\b", re.IGNORECASE
)
"""An old loss that only dates something else is no news."""
_LONG_SO = re.compile(
    r"\b(?:have|has|['’]ve|['’]s|been)\b.*\b(?:for|since)\b.{1,24}\b(?:months|years|\d{4})\b|"
    r"\b(?:years|months) ago\b|\bin (?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""What has been so for months is a state and no news."""
_OF_THE_WRITER = re.compile(
    r"^(?:(?:and|but|so|still|just)\s+)*(?:i|we|i['’]?ve|ive|(?:haven|didn|won)['’]?t|never|not)\b",
    re.IGNORECASE,
)
_SAYS_I = re.compile(r"\b(?:i|we|i['’]?ve|ive|i['’]?d|im|i['’]m)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:he|she|they|hes|shes|theyre|my \w+|our \w+|mum|mom|mam|mama|dad|papa|nan|gran(?:dad|ny|dma|dpa)?|the (?:baby"
    r"|dog|cat"
    r"|kids?|boys?|girls?|lads?|lass|children|twins|(?:\w+ )?(?:man|woman|lady)|neighbou?rs?|plumber|doctor|nurse"
    r"|boss|manager"
    r"|teacher))\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\b(?:him|her|them)\b", re.IGNORECASE)
"""After a sentence about somebody, whoever cannot face them is the writer."""
_OF_YOU = re.compile(r"^you\b", re.IGNORECASE)
_OWN = re.compile(
    r"^you (?!were\b|had\b|are\b|got (?:a|an|the|no|two|three|my)\b|said\b|thought\b|always\b|never\b)", re.IGNORECASE
)
_OUTBURST = re.compile(
    r"^you (?:\w+ )?(?:lost it|cried|snapped|shouted|yelled|panicked|froze|broke (?:down|into)|burst|slammed|screamed|"
    r"stormed|sobbed|wept)\b",
    re.IGNORECASE,
)
"""What nobody sets out to do: to ask what was hoped for by it would be a taunt."""
_BEFALLEN = re.compile(
    r"^you (?:woke|slept|fell|felt|forgot|missed|lost(?! it)|failed|overslept|noticed|found|heard|saw)\b"
    r"|^you (?:took|mistook|thought|believed|understood|expected|knew) (?:it|that|this|him|her|them)\b"
    r"(?! (?:to|away|home|out|in|up|down|off|back|on|over|with"
    r"|for (?:an?|the|my|his|her|their|our|granted|two|three)\b))"
)
"""What happens to somebody: nobody hopes for anything by it. "You lost it" stays an outburst of its own."""
_BLAMED = re.compile(
    r"\b(?:how (?:did|could) (?:\w+ )?\w+ (?:miss|not|let|fail|overlook|forget)\b|why (?:did(?:n['’]?t| not)"
    r"|has(?:n['’]t)|have(?:n['’]t))"
    r" (?:you|i|we|nobody|anyone|no one)\b|(?<!nobody )(?<!no one )(?:blame[ds]?|blaming) (?:me|us)\b|(?:told"
    r"|telling) me off|had a go at me"
    r"|(?:says|said) it(?:['’]s| is| was) my fault|my fault for\b|i (?:got|was) (?:blamed|told off|written up"
    r"|reprimanded|accused))",
    re.IGNORECASE,
)
"""Who is blamed for what they did is not asked what they hoped for by it, nor what it gave them."""
_OF_THINGS = re.compile(
    r"^\w+ (?:closed|opened|shut|broke|crashed|burst|flooded|froze|failed|arrived|started|ended|finished|sold|ran)\b",
    re.IGNORECASE,
)
"""A capital that opens a sentence before one of these may be a gym or a laptop."""
_SOMEBODY = re.compile(r"^(?:s?he|they|everyone|everybody|nobody|somebody|someone|people)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Telling:
    """One clause that tells something."""

    kind: str
    span: Span
    weight: float


def tellings(text: str) -> Iterator[Telling]:
    """Yield the clauses that tell something; fragments only where nothing is told."""
    short = len(words_of(text)) <= _SHORT_MESSAGE
    blamed = bool(_BLAMED.search(text))
    told, fragments = list[Telling](), list[Telling]()
    for sentence in sentences(text):
        for piece in clauses(text, sentence):
            piece = _answer(text, piece)
            words = tokens(text, piece)
            if len(words) >= _FEW and words[0].lower in _ANSWERS and (whole := _quoted(text, piece, words)) is not None:
                fragments.append(Telling(FRAGMENT, whole, _WEIGHT))
            if (
                len(words) < 2
                or words[0].lower in _NOT_AN_EVENT
                or _anothers_negative(words, text)
                or _turned_over(words)
                or _somebody_elses(words, text)
            ):
                continue
            span = _quoted(text, piece, words)
            kept = tokens(text, span) if span is not None else []
            if span is None or len(kept) < 2 or _breaks_off(kept[-1], piece, text) or about_the_telling(span.of(text)):
                continue
            weight = _WEIGHT + _EACH_WORD * min(len(words), 6)
            weight -= _TWO_WORDS * (len(kept) == 2 and kept[0].lower in _SUBJECT_WORDS)
            if any(_verbal(word.lower) for word in kept) or happened(span.of(text)) is not None:
                kind = _kind(span.of(text), text[: span.start], piece.of(text))
                kind = EVENT if kind == "own_act" and blamed else kind
                aside = kept[0].lower in _ASIDES or kept[1].lower in _WAS
                weight += _OF_KIND.get(kind, 0.0) - _ASIDE * aside + _ALL_THERE_IS * short
                told.append(Telling(kind, span, weight))
            else:
                fragments.append(Telling(FRAGMENT, span, weight - _NAMED_ONLY * bool(not short)))
    if told:
        fragments = [replace(one, weight=one.weight - _BESIDE_A_TELLING) for one in fragments]
        told[-1] = replace(told[-1], weight=told[-1].weight + _LAST_TOLD)
    yield from [*told, *fragments]


def about_another(before: str) -> bool:
    """Say whether the sentence so far, or the one before, is somebody else's: so is a verb without its subject."""
    last = re.search(r"[^.!?\n]*[.!?\n]?\s*$", before)
    sentence = last.group().strip() if last else ""
    named = any(one.span.start == 0 and not one.said_back.endswith("s") for one in people(sentence))
    return (named or bool(_OTHERS.match(sentence))) and not _SAYS_I.search(sentence)


def is_anothers(before: str, without_subject: str) -> bool:
    """Say whether words without their subject are somebody else's: not those in which that somebody is the object."""
    return about_another(before) and not _OF_THEM.search(without_subject)


def about_the_telling(quote: str) -> bool:
    """Say whether the words only say something about what was said."""
    return bool(_SAYS_NOTHING.search(quote) or _COMMENT.search(quote))


def _answer(text: str, piece: Span) -> Span:
    """Leave out the words by which an answer hangs on its question: "That I'm not safe", "The part where he left"."""
    words = tokens(text, piece)
    part = _PART.match(text, piece.start)
    if part and part.end() < piece.end:
        return Span(part.end(), piece.end)
    opens = len(words) > _FEW and words[0].lower == "that" and words[1].lower.split("'")[0] in _SUBJECT_WORDS
    return Span(words[1].span.start, piece.end) if opens else piece


def _quoted(text: str, piece: Span, words: list[Token]) -> Span | None:
    """Return the clause cut to be quoted, after a soft opening such as "I suppose"."""
    soft = len(words) > _FEW and (words[0].lower, words[1].lower) in SOFT_OPENINGS
    anchor = words[2 if soft else 0].span
    cut = cut_quote(text, piece, anchor)
    if cut is not None and any(_verbal(word.lower) for word in tokens(text, cut)):
        return cut
    return cut_quote(text, piece, anchor, _WHOLE_CLAUSE) or cut


def _breaks_off(last: Token, piece: Span, text: str) -> bool:
    """Say whether a quotation stops in the middle; a clause's own end may be light: "pick up", "I forgot to"."""
    if is_verb(last.lower) and any(
        one.lower in DETERMINERS for one in tokens(text, Span(last.span.end, piece.end))[:1]
    ):
        return True  # "he's sent | a ?"
    if last.span.end < piece.end or _SAYING_NEXT.match(text, piece.end):
        return last.lower in UNFINISHED
    return last.lower in UNFINISHED - PARTICLES - MAY_END_A_CLAUSE


def _kind(quote: str, before: str, clause: str) -> str:
    event = happened(quote, before)
    if _NEWS.search(quote) and not _DATED_BY.search(quote) and not _LONG_SO.search(clause):
        return "news"
    if _NOT_DONE.search(quote):
        theirs = about_another(before) and not _SAYS_I.search(quote)
        return "left_undone" if _OF_THE_WRITER.search(quote) and not theirs else "not_done"
    if event is None:
        return EVENT
    if _OF_YOU.match(event):
        if _BEFALLEN.match(event) or not _OWN.match(event):
            return EVENT
        return "outburst" if _OUTBURST.match(event) else "own_act"
    return "their_act" if _SOMEBODY.match(event) or (people(quote) and not _OF_THINGS.search(quote)) else EVENT


def _somebody_elses(words: list[Token], text: str) -> bool:
    """Say whether a verb stands without its subject after a sentence about somebody else."""
    start, end = words[0].span.start, words[-1].span.end
    return words[0].lower in PASTS - {"did", "had"} and happened(text[start:end], text[:start]) is None


def _anothers_negative(words: list[Token], text: str) -> bool:
    """Say whether a negative stands without its subject, and whose it is stands elsewhere, or it is nobody's."""
    start, first = words[0].span.start, words[0].lower.replace("’", "'")
    if first not in _NEGATIVE or words[1].lower in _SUBJECT_WORDS:
        return False
    return (
        first in _ANOTHERS_NEGATIVE
        or bool(_NOT_OF_THEM.match(text, start))
        or is_anothers(text[:start], text[start : words[-1].span.end])
    )


def _turned_over(words: list[Token]) -> bool:
    """Say whether a verb stands before its subject, "didn't I leave my hat": what is left undone there was done."""
    return words[0].lower in AUXILIARIES and words[0].lower.endswith(("n't", "nt")) and words[1].lower in _SUBJECT_WORDS


def is_clause(words: list[Token]) -> bool:
    """Say whether the words tell something by themselves: a verb, and no preposition to begin with."""
    return len(words) > 1 and words[0].lower not in _NOT_AN_EVENT and any(_verbal(word.lower) for word in words)


def _verbal(word: str) -> bool:
    return is_verb(word) or "'" in word or (word.endswith("ed") and len(word) > len("need"))
