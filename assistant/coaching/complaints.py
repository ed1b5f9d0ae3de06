"""Tell what a message says to the coach about its question from what it goes on to say about itself.

A complaint is a prefix: it is owned in a few words, and the question after it stands on the rest. What stands in
quotation marks was said by somebody else; a "that makes no sense" that ends a story is about the story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from assistant.coaching import complaint_words as words
from assistant.coaching.lexicon import FUNCTION_WORDS
from assistant.coaching.occasion_words import SPEECH
from assistant.coaching.tokens import clauses, sentences, words_of
from assistant.core.span import Span
from assistant.reading.reported import only_supposed, said_by_another


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


_LONGEST: Final = 400
"""Code points of a sentence: a longer one tells a story, whatever it says in passing, and is not searched."""
_MOST_ECHOED: Final = 8
"""Words of a sentence that only says ours back: a longer one tells something."""
_SHORT_ANSWER: Final = 3
"""So few words after "which part?" answer it."""

_MOST_DENIED: Final = 4
"""Words of "not him, me": so short it corrects us, whatever our question named."""

_MOST_HELD_UP: Final = 3
_STEM: Final = 5
_SAID_OF_ANYTHING: Final = frozenset(
    word[:5] for word in "is was has had that to of in for about else much like".split()
)
_WORD_AND_WHAT: Final = 2
_JOINS: Final = frozenset("and but so or then".split())
_TURNED: Final = {"me": "you", "i": "you", "my": "your", "mine": "yours", "myself": "yourself"}
_NOT_THE_POINT: Final = re.compile(
    r"^\W*(?:(?:no|nah|nope|well|but)\b[\s,.!]+)*(?P<held>[^.!?,;]{1,40}?)(?:(?:'s| is| was|'re| are| were) not"
    r"|(?: is| was| are| were)n'?t)"
    r" (?:really |even )?(?:the|my) (?:problem|point|issue|trouble|question|thing|matter|worry)\b[^.!?]*[.!?]*",
    re.IGNORECASE,
)
_NOTHING_OF_IT: Final = re.compile(
    r"^\W*(?:nothing|very little|not much) (?P<held>[a-z]+)\b[^.!?]{0,40}[.!?]*", re.IGNORECASE
)
_LEAST_OF_A_FRAME: Final = 3
_NOT_SO: Final = re.compile(
    r"^\W*(?:but |well,? )?(?:(?:i|we|he|she|they|it) (?:haven'?t|have not|hasn'?t|has not|didn'?t|didnt|did not|never"
    r"|isn'?t|wasn'?t|don'?t|dont|won'?t|wouldn'?t)\b|(?:i'm|im|he's|she's|it's|that's|they're|not) not\b|not yet\b"
    r"|(?:nothing|very little|not much|nowt|no one|nobody)\b(?=\W*$|[.!,]| (?:at all|whatever|really)\b)"
    r"|(?:there|it)(?:'s| is| was| were|s) (?:no|nothing|none)\b|there (?:isn't|wasn't|weren't|aren't)\b)",
    re.IGNORECASE,
)
"""What follows a word of ours that is held up to be denied."""
_SAYS_WHAT_IT_IS: Final = re.compile(
    r"^\W*(?:(?:it|that|this|he|she)(?:'s| is| was)|they(?:'re| are| were)|its|thats) (?:just |only )?(?:an?|the|my"
    r"|his|her|their|our)\b[^.!?,;]{1,40}[.!]?(?=\s|$)",
    re.IGNORECASE,
)
"""What follows a question of ours that is held up because nothing can be said to it: "it's a bill"."""
_ONLY_NO: Final = re.compile(r"^(?:\W*(?:no|nope|nah)\b)+\W*$", re.IGNORECASE)
_POINTING: Final = frozenset("it that this he she they him her them i me my you your is was 's".split())
_TOLD_BESIDE: Final = 4
"""A clause of so many words beside a complaint, with its own subject, tells something."""
_TELLS: Final = re.compile(
    r"(?:(?i:i|i['’]?m|i['’]?ve|i['’]?d|i['’]?ll|he|she|they|we|(?:he|she|there)['’]?s|(?:they|we)['’](?:re|ve|d|ll)"
    r"|my|his|her|their|our|nobody|no one|everyone|everybody|somebody|someone|there)|[A-Z]\w+)\b"
)
_COMPLAINTS: Final = (
    (Complaint.TOLD_ALREADY, words.TOLD_ALREADY),
    (Complaint.MISREAD, words.MISREAD),
    (Complaint.POOR, words.POOR),
    (Complaint.UNCLEAR, words.UNCLEAR),
)
_QUESTION_WORDS = frozenset("what which who whom whose when where why how".split())
_NOT_OURS = re.compile(
    r"^\W*(?:(?:what|no|hey|oh)\W+)*not ((?:the |my |your |his |her )?[\w'-]+)\b[\s,.;!]+", re.IGNORECASE
)
_OTHER_PERSON = {"me": "you", "him": "he him his", "her": "she her", "them": "they them their", "us": "you"}


def hear_complaint(text: str, asked: str) -> Complained | None:
    """Return what the message says to the coach about its last question; None where it says nothing about it."""
    plain = SPEECH.sub(lambda match: '"' + "…" * (len(match.group()) - 1), text.replace("’", "'"))
    kind: Complaint | None = None
    found, told = list[Span](), False
    for place, sentence in enumerate(sentences(text)):
        if len(sentence) > _LONGEST:
            told = True
            continue
        said, after = plain[sentence.start : sentence.end], plain[sentence.end :]
        heard: Complaint | None = None
        if (complained := complaint_in(said)) is not None:
            heard, at = complained
            found.append(_blanked(text, sentence, Span(sentence.start + at.start, sentence.start + at.end)))
        elif heard := _heard_at_the_head(said, asked, after, place, told):
            found.append(sentence)
        elif opener := words.OPENERS.match(said):
            heard = Complaint.MISREAD
            found.append(Span(sentence.start, sentence.start + opener.end()))
        elif aside := _set_aside_in(sentence, plain):
            found.append(aside)
        elif not told and (denied := _denied(said, asked)):
            heard = Complaint.MISREAD
            found.append(Span(sentence.start, sentence.start + denied))
        else:
            told = told or not (_echoes(said, asked) or _ONLY_NO.match(said))
        kind = kind or heard
    return Complained(kind, without(text, found)) if kind else None


def complaint_in(said: str) -> tuple[Complaint, Span] | None:
    """Return what one sentence complains of, and its words; None where they are another's, or of anybody."""
    for complaint, pattern in _COMPLAINTS:
        for match in pattern.finditer(said):
            if not said_by_another(said, match.start()) and not only_supposed(said, match.start()):
                return complaint, Span(*match.span())
    return None


def _heard_at_the_head(said: str, asked: str, after: str, place: int, told: bool) -> Complaint | None:
    """Return what a sentence complains of that would tell something if it stood later in the message."""
    if not told and words.FIRST_ONLY.search(said):
        return Complaint.UNCLEAR
    if place == 0 and _asks_ours_back(said, asked, after):
        return Complaint.UNCLEAR
    return Complaint.MISREAD if place == 0 and _takes_ours_up(said, asked, after) else None


def _blanked(text: str, sentence: Span, complaining: Span) -> Span:
    """Return which part of a sentence speaks to the coach: not the clauses in which it goes on to tell something."""
    before, after = sentence.start, sentence.end
    for clause in clauses(text, sentence):
        said = clause.of(text)
        if not _TELLS.match(said) or len(words_of(said)) < _TOLD_BESIDE or complaint_in(said.replace("’", "'")):
            continue
        if clause.end <= complaining.start:
            before = clause.end
        elif clause.start >= complaining.end:
            after = clause.start
            break
    return Span(before, after)


def set_aside(text: str) -> str:
    """Return the message with blanks for what it says does not matter, where it goes on to what does."""
    plain = text.replace("’", "'")
    return without(text, [aside for one in sentences(text) if (aside := _set_aside_in(one, plain))])


def _set_aside_in(sentence: Span, plain: str) -> Span | None:
    """Return where a sentence sets something aside, if enough is said after it."""
    aside = words.SET_ASIDE.match(sentence.of(plain))
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
    rest = len(words_of(after))
    asks = bool(set(words_of(said)) & _QUESTION_WORDS)
    if _asks_after_a_word(said, asked):
        return True
    if _echoes(said, asked) and (rest == 0 or (asks and rest > _SHORT_ANSWER)):
        return True
    return _says_our_frame_back(said, asked) and (rest == 0 or bool(_SAYS_WHAT_IT_IS.match(after)))


def _asks_after_a_word(said: str, asked: str) -> bool:
    """Say whether one word of ours is asked after that says nothing without the rest: "Under what?"."""
    held = words_of(said)
    return (
        len(held) == _WORD_AND_WHAT
        and bool(re.search(r"\?\W*$", said))
        and held[1] in _QUESTION_WORDS
        and held[0] not in _QUESTION_WORDS | _JOINS
        and held[0] in words_of(asked)
    )


def _says_our_frame_back(said: str, asked: str) -> bool:
    """Say whether it is our question without what the question was about: "What's it like?"."""
    words_said = words_of(said.replace("'s", " is"))
    if len(words_said) < _LEAST_OF_A_FRAME or words_said[0] not in _QUESTION_WORDS or not re.search(r"\?\W*$", said):
        return False
    ours = set(words_of(asked.replace("’", "'").replace("'s", " is")))
    return ours >= set(words_said) - _POINTING and bool(set(words_said[1:]) - _POINTING)


def _takes_ours_up(said: str, asked: str, after: str) -> bool:
    """Say whether a word of ours is held up and denied: "Did? I haven't yet"."""
    words = words_of(said)
    ours = set(words_of(asked))
    theirs = {word if word in ours else _TURNED.get(word, word) for word in words}
    held_up = 0 < len(words) <= _MOST_HELD_UP and re.search(r"\?\W*$", said) and theirs <= ours
    return bool(held_up and _NOT_SO.match(after))


def _dismissed(said: str, asked: str) -> int:
    """Return how far the sentence says that what we asked after is not the matter, or that nothing comes of it."""
    ours = {word[:_STEM] for word in words_of(asked)}
    if match := _NOT_THE_POINT.match(said):
        held = [word for word in words_of(match["held"]) if word not in FUNCTION_WORDS]
        return match.end() if held and all(word[:_STEM] in ours for word in held) else 0
    nothing = _NOTHING_OF_IT.match(said)
    return nothing.end() if nothing and nothing["held"].lower()[:_STEM] in ours - _SAID_OF_ANYTHING else 0


def _denied(said: str, asked: str) -> int:
    """Return how far the sentence denies a word of our question: "not me, him"; 0 where it does not."""
    if asked and (dismissed := _dismissed(said, asked)):
        return dismissed
    match = _NOT_OURS.match(said)
    if not match or not asked:
        return 0
    last = words_of(match.group(1))[-1]
    ours = set(words_of(asked)) - (FUNCTION_WORDS if last not in _OTHER_PERSON else frozenset())
    if last in _OTHER_PERSON and len(words_of(said)) <= _MOST_DENIED:
        return match.end()
    return match.end() if set(_OTHER_PERSON.get(last, last).split()) & ours else 0
