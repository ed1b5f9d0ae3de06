"""Tell what a message says to the coach about its question from what it goes on to say about itself.

A complaint is a prefix: it is owned in a few words, and the question after it stands on the rest. What stands in
quotation marks was said by somebody else; a "that makes no sense" that ends a story is about the story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from assistant.coaching.lexicon import FUNCTION_WORDS
from assistant.coaching.tokens import sentences, words_of
from assistant.core.span import Span


class Complaint(StrEnum):
    """What was amiss with the question; it decides in which words that is owned."""

    POOR = "poor"
    UNCLEAR = "unclear"
    TOLD_ALREADY = "told_already"
    MISREAD = "misread"


@dataclass(frozen=True, slots=True)
class Complained:
    """A complaint, with the message as it reads without it."""

    complaint: Complaint | None
    """None for an answer that only begins like one: "not really"."""
    rest: str
    """The message with blanks for what speaks to the coach, so that every place in it stays the same."""

    @property
    def left(self) -> int:
        """How many words it says beside the complaint."""
        return len(words_of(self.rest))


_MOST_ECHOED: Final = 8
"""Words of a sentence that only says ours back: a longer one tells something."""
_SHORT_ANSWER: Final = 3
"""So few words after "which part?" answer it."""

_MOST_DENIED: Final = 4
"""Words of "not him, me": so short it corrects us, whatever our question named."""

_MOST_HELD_UP: Final = 3
_NOT_SO: Final = re.compile(
    r"^\W*(?:but |well,? )?(?:(?:i|we|he|she|they|it) (?:haven'?t|have not|hasn'?t|has not|didn'?t|didnt|did not|never"
    r"|isn'?t|wasn'?t|don'?t|dont|won'?t|wouldn'?t)\b|(?:i'm|im|he's|she's|it's|that's|they're|not) not\b|not yet\b)",
    re.IGNORECASE,
)
"""What follows a word of ours that is held up to be denied."""

_YOU = r"(?:you|u|ya)"
_SORRY = r"(?:(?:sorry|um+|er+m?|hm+|but|and|wait|no|oh|ok|okay|well|please|hey|i'm afraid)[\s,.!…-]+)*"
_NOT = r"(?:don'?t|dont|do not|didn'?t|didnt|did not|can'?t|cannot)"
_ASKING = r"(?:mean|meant|ask|asked|asking|want|wanted|getting at|on about|saying)"


def _any(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


_FIRST_ONLY = _any(
    rf"^\W*{_SORRY}i (?:really |still |just )?{_NOT} (?:quite |really |even )?(?:understand|follow|get)"
    r"(?: (?:that|it|this|you|well|it well))?(?:[ ,]+(?:sorry|at all|well|really|i'm afraid))*\W*$",
    r"^\W*(?:that |this |it )?(?:makes|made|doesn'?t make|doesnt make) (?:no|any|zero) sense\W*$",
    r"^\W*(?:hello|hellooo*)[?!]+\W*$",
)
"""At the head of a message these answer the question; later in it they are about the story."""
_UNCLEAR = _any(
    rf"^\W*{_SORRY}(?:what|wot|huh|eh|pardon|sorry|come again|{_YOU} what|how so|wdym|wym)\W*[?!]\W*$",
    rf"^\W*{_SORRY}what(?:'s| is| does)? ?(?:do|did|dya|d'?{_YOU}|that|this|it)? ?{_YOU}? ?(?:even )?mean\b(?! (?:to"
    rf"|for|about|by him)\b)",
    rf"^\W*{_SORRY}(?:wdym|wym)\b",
    rf"^\W*{_SORRY}what (?:do|did|are|d'?) ?{_YOU} (?:think|expect|reckon|on about|asking"
    rf"|want from me)\b(?! (?:about|i should|of))",
    rf"\bi (?:really |still |just |honestly )?{_NOT} (?:quite |really |even )?(?:understand|follow|get|know)"
    rf" (?:what|why|which \w+) (?:{_YOU}(?:'re| are|'ve| have)?|that|this|the question) (?:\w+ )?{_ASKING}\b",
    rf"\bi (?:really |still |just )?{_NOT} (?:quite |really |even )?(?:understand|follow|get|know what to do with)"
    r" (?:that|this|the|your|these) (?:last )?(?:question|one|word)s?\b",
    rf"\bnot (?:\w+ )?(?:certain|sure|clear) (?:what|which|why) (?:{_YOU}(?:'re| are)?|that|this) (?:\w+ )?{_ASKING}\b",
    rf"\bno (?:idea|clue) what (?:{_YOU}(?:'re| are)?|that|this) (?:\w+ )?(?:{_ASKING}|means)\b",
    r"\b(?:that|your|this) (?:last )?question (?:defeats|confuses|loses|puzzles|baffles|beats) me\b",
    r"\b(?:that|your|this) (?:last )?question (?:makes no|doesn'?t make|doesnt make)\b",
    rf"\b{_YOU}(?:'ve| have|ve)? lost me\b",
    r"^\W*what (?:kind|sort) of (?:a )?question\b",
    r"\bidk what (?:the next|that|your|this) question\b",
)
_UNKIND = (
    r"(?:stupid|dumb|silly|daft|bad|pointless|useless|weird|boring|wrong|ridiculous|leading|odd|strange|cruel|unfair"
    r"|harsh|loaded|patronising|patronizing|annoying|rubbish|crap|shit|lazy|clumsy|nonsense|terrible|generic|unkind)"
)
_POOR = _any(
    rf"\b(?:that(?:'s|s| is| was|'s got to be| has to be)|this is|what|such|your|it'?s) (?:an? |the )?"
    rf"(?:(?:really|rather|pretty|very|so|such|quite|bit of|little|most) )*(?:an? )?{_UNKIND} (?:old )?question\b",
    rf"^\W*{_SORRY}{_UNKIND} (?:question|thing to ask)\b",
    rf"\b{_UNKIND} (?:thing to (?:ask|say to me)|way (?:to|of) (?:put|putting|ask|asking) (?:it|that))\b",
    r"\bthat(?:'s| is|s) not (?:a|the) (?:real |right )?question\b",
    r"\b(?:should|would) (?:rather )?(?:like|prefer|have liked) a better question\b",
    r"\bask (?:me )?(?:something|a(?:nother)?(?: better| different)? question)(?: else| better)?\b(?= *[.!,]|$)",
)
_TOLD_ALREADY = _any(
    rf"\b{_YOU}(?:'ve|ve| have)? (?:already |just |literally |only )*ask(?:ed)? (?:me )?(?:that|this|the same)\b",
    rf"\b{_YOU}(?:'ve|ve| have)? (?:already |just |literally |only )*ask(?:ed)? (?:me )?about [^.!?]{{1,40}}"
    r"\b(?:again|already|before|twice|(?:two|three|four|five|\d) times)\b",
    rf"\b{_YOU} keep (?:asking|going|coming|saying|repeating|on)\b",
    r"\bsame question\b",
    r"\bi(?:'ve|ve| have)? (?:literally |already |only |just |have )+(?:said|wrote|written|told|answered)"
    r"(?: (?:you|u))?(?: (?:that|this|it|so))*(?: already| twice)?(?=\W*$|[.!,;])",
    r"\bi(?:'ve|ve| have)? (?:said|told you|wrote|answered) (?:it|that|this) (?:already|before|twice)\b",
    r"\bi (?:literally |already |only |just )+told (?:you|u)\b(?! (?:about|off)\b)",
    r"\bi(?:'ve|ve| have)? just (?:said|told you) (?:i|i'm|that i)\b",
)
_MISREAD = _any(
    rf"\b{_YOU}(?:'ve|ve| have)? (?:\w+ )?(?:got|get|getting|read|put|putting|cut|took|taken|taking|twist|twisted"
    rf"|twisting"
    r"|misread|changed|turned|turning|use|used|using|quote|quoted|misquoted)\b[^.?!]{0,30}\b(?:wrong|wrongly|backwards?"
    r"|in half|in two|out of context|the wrong way|my words)\b",
    rf"\b{_YOU}(?:'ve|ve| have)? (?:misread|misquoted|misunderst\w+|cut (?:me|it|my \w+) (?:off|short))\b",
    rf"\b{_YOU}(?:'ve|ve| have)? (?:done|did|do) (?:it|that) again\b",
    rf"\b{_YOU}(?:'re|re| are|'ve|ve| have| keep)? ?(?:turn|twist|turning|twisting|turned|twisted)"
    r" (?:it|that|this|everything)(?: (?:round|around))?(?=\W*$|[.!,;])",
    r"\b(?:that(?:'s|s| is)|is|was|it'?s) ?(?:n't|not) what i (?:wrote|said|meant|mean|asked|was (?:saying|asking))\b",
    r"^\W*not what i (?:wrote|said|meant|mean|asked)(?=\W*$|[.!,;])",
    r"\band not what i (?:wrote|said|meant|asked)\b",
    r"\bi (?:haven'?t|have not|didn'?t|didnt|did not|never) (?:actually )?(?:said|say|write|wrote|written|mean|meant)"
    r" (?:(?:that|this)(?=\W*$|[.!,;])|[\"“'‘]|anything like|any such)(?!\w)",
    r"\bi (?:haven'?t|have not|didn'?t|didnt|did not|never) (?:actually )?ask(?:ed)? (?:you )?(?:for|about|to)?"
    r" ?(?:(?:any|your) )?(?:advice|that|this|your opinion)\b",
    rf"\bnot (?:\w+ )?(?:sure|certain|convinced) (?:that )?{_YOU}(?:'ve|'re|re)? (?:have |are |were )?"
    r"(?:really |even )?(?:hear|heard|hearing|listen\w*|read|reading|understood|following)\b(?! (?:about|from|of|the))",
    r"^\W*(?:(?:it|that|this)(?:'s|s| is) |is )?(?:just |only )*(?:how|the way) (?:i|we|people|everyone)"
    r"(?: (?:all|just))? (?:talk|speak|write|type|put things|say (?:it|things)|text)"
    r"(?: (?:here|round here|anyway))?\W*$",
    r"^\W*(?:it|that|this)(?:'s|s| is) just (?:a|an) (?:expression|phrase|saying|figure of speech"
    r"|way of (?:speaking|talking|putting it))\W*$",
    r"^\W*(?:nothing|no|none|nobody|not now|not any ?more)\b[,.\s]*(?:(?:because|since|but) )?(?:that|it|this) was"
    r" (?:\w+ )?(?:\w+ )?(?:years?|months?|decades?|ages) ago\W*$",
    rf"\b{_YOU} (?:did not|didn'?t|didnt|haven'?t|have not|never) (?:answer(?:ed)?|listen(?:ed)?|hear(?:d)?)\b",
    rf"\b{_YOU}(?:'re| are|r) (?:not listening|missing (?:the point|it)|twisting|putting words)\b",
    rf"\bwhy (?:do {_YOU} |are {_YOU} )?(?:always |keep |still )*ask(?:ing)? (?:me )?(?:always )?about\b",
)
_OPENERS = _any(
    r"^\W*(?:no[,.! ]+)?let me (?:start (?:over|again)|try (?:that )?again|put it another way|rephrase)\b\W*",
    r"^\W*(?:(?:what|no)[,.! ]+)*(?:no[,.! ]+|well,? )?i(?:'m| was| am|'ve been)? (?:just )?(?:talking|speaking"
    r"|writing|asking)"
    r" about\b\W*",
    r"^\W*(?:what|huh|eh)[,.! ]+no\b\W*",
)
"""What is said again after these is the matter."""
_COMPLAINTS: Final = (
    (Complaint.TOLD_ALREADY, _TOLD_ALREADY),
    (Complaint.MISREAD, _MISREAD),
    (Complaint.POOR, _POOR),
    (Complaint.UNCLEAR, _UNCLEAR),
)
_SET_ASIDE = _any(
    r"^\W*(?:no,? )?(?:please )?forget (?:about )?(?:the|that|my|his|her|him|them)\b[^.!?,;]{0,40}",
    r"^\W*(?:the|that|my|his|her|it|this)\b[^.!?,;]{0,30}?\b(?:is|are|was)(?:n't| not) (?:really )?(?:the point"
    r"|important"
    r"|what matters|the issue|my question)\b",
    r"^\W*(?:that'?s |it'?s )?not the (?:point|issue|question)\b(?! (?:of|is)\b)",
)
"""What they say does not matter: no complaint of itself, and nothing to ask about where they go on."""
_SPEECH = re.compile(r"\"[^\"\n]{2,200}\"|“[^”\n]{2,200}”|(?<!\w)['‘][^'’\n]{2,200}['’](?!\w)")
_QUESTION_WORDS = frozenset("what which who whom whose when where why how".split())
_NOT_OURS = re.compile(
    r"^\W*(?:(?:what|no|hey|oh)\W+)*not ((?:the |my |your |his |her )?[\w'-]+)\b[\s,.;!]+", re.IGNORECASE
)
_OTHER_PERSON = {"me": "you", "him": "he him his", "her": "she her", "them": "they them their", "us": "you"}


def hear_complaint(text: str, asked: str) -> Complained | None:
    """Return what the message says to the coach about its last question; None where it says nothing about it."""
    plain = _SPEECH.sub(lambda match: '"' + "…" * (len(match.group()) - 1), text.replace("’", "'"))
    found, kind, told = list[Span](), None, False
    for place, sentence in enumerate(sentences(text)):
        said = plain[sentence.start : sentence.end]
        heard = next((one for one, pattern in _COMPLAINTS if pattern.search(said)), None)
        if heard is None and not told and _FIRST_ONLY.search(said):
            heard = Complaint.UNCLEAR
        after = plain[sentence.end :]
        if heard is None and place == 0 and _asks_ours_back(said, asked, after):
            heard = Complaint.UNCLEAR
        if heard is None and place == 0 and _takes_ours_up(said, asked, after):
            heard = Complaint.MISREAD
        opener = _OPENERS.match(said) if heard is None else None
        if heard is not None:
            found.append(sentence)
            kind = kind or heard
        elif opener:
            found.append(Span(sentence.start, sentence.start + opener.end()))
            kind = kind or Complaint.MISREAD
        elif aside := _set_aside_in(sentence, plain):
            found.append(aside)
        elif place == 0 and (denied := _denied(said, asked)):
            found.append(Span(sentence.start, sentence.start + denied))
            kind = Complaint.MISREAD
        else:
            told = told or not _echoes(said, asked)
    return Complained(kind, without(text, found)) if kind else None


def set_aside(text: str) -> str:
    """Return the message with blanks for what it says does not matter, where it goes on to what does."""
    plain = text.replace("’", "'")
    return without(text, [aside for one in sentences(text) if (aside := _set_aside_in(one, plain))])


def _set_aside_in(sentence: Span, plain: str) -> Span | None:
    """Return where a sentence sets something aside, if enough is said after it."""
    aside = _SET_ASIDE.match(sentence.of(plain))
    if aside is None or len(words_of(plain[sentence.start + aside.end() :])) <= _SHORT_ANSWER:
        return None
    return Span(sentence.start, sentence.start + aside.end())


def without(text: str, spans: list[Span]) -> str:
    """Return the text with blanks in place of some of it."""
    for span in spans:
        text = text[: span.start] + " " * len(span) + text[span.end :]
    return text


def _echoes(said: str, asked: str) -> bool:
    """Say whether a short question is made of the words of ours alone."""
    words = words_of(said)
    if not asked or not 0 < len(words) <= _MOST_ECHOED or not re.search(r"\?\W*$", said):
        return False
    ours = {word[:4] for word in words_of(asked)}
    weighty = [word for word in words if word not in FUNCTION_WORDS and word not in _QUESTION_WORDS]
    return bool(weighty) and all(word[:4] in ours for word in weighty)


def _asks_ours_back(said: str, asked: str, after: str) -> bool:
    """Say whether the question was said back because it was not understood: "Which days?", and no answer after it."""
    if not _echoes(said, asked):
        return False
    rest = len(words_of(after))
    return rest == 0 or (bool(set(words_of(said)) & _QUESTION_WORDS) and rest > _SHORT_ANSWER)


def _takes_ours_up(said: str, asked: str, after: str) -> bool:
    """Say whether a word of ours is held up and denied: "Did? I haven't yet"."""
    words = words_of(said)
    held_up = 0 < len(words) <= _MOST_HELD_UP and re.search(r"\?\W*$", said) and set(words) <= set(words_of(asked))
    return bool(held_up and _NOT_SO.match(after))


def _denied(said: str, asked: str) -> int:
    """Return how far the sentence denies a word of our question: "not me, him"; 0 where it does not."""
    match = _NOT_OURS.match(said)
    if not match or not asked:
        return 0
    last = words_of(match.group(1))[-1]
    ours = set(words_of(asked)) - (FUNCTION_WORDS if last not in _OTHER_PERSON else frozenset())
    if last in _OTHER_PERSON and len(words_of(said)) <= _MOST_DENIED:
        return match.end()
    return match.end() if set(_OTHER_PERSON.get(last, last).split()) & ours else 0
