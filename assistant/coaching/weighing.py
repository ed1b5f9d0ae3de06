"""Weigh wordings of one planned move against each other, whoever worded them: the bank's and a model's by one measure.

It asks what a listener would notice: does the question stand on the phrase that was planned, is it of the type that
was planned, could it be asked of anyone, does it bring in things the person never named, does it only say their words
back. The same measure on another person's message must come out lower.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from assistant.coaching.critic import Ground, content_stems
from assistant.coaching.plan import Option
from assistant.coaching.tokens import words_of
from assistant.core.dialogue import QuestionType

_ON_THE_PHRASE: Final = 0.4
_THEIRS: Final = 0.25
_OF_THE_TYPE: Final = 0.15
_WELL_SIZED: Final = 0.1
_NATURAL: Final = 0.05
"""Their words woven in read better than their words quoted, where both say the same."""
_FOREIGN: Final = 0.25
"""For each thing that neither they nor a coach's vocabulary named: a small model's inventions."""
_ECHO: Final = 0.35
_GENERIC: Final = 0.3
_LONGEST_COPY: Final = 5
"""Words in a row that are theirs and not quoted; more is a parrot."""
_SHORTEST, _LONGEST = 5, 20

_TYPE_CUES: Final = {
    QuestionType.CLARIFICATION: r"\bwhat (?:exactly|happened|was|is it|does .* mean|kind|did)\b|\bwhich\b|\bhow did\b",
    QuestionType.ASSUMPTIONS: r"\b(?:assum|tak\w+ (?:it|for|as)|have to be|had to be|makes? (?:you|it)|sure|rule|"
    r"whose|mean|expect)",
    QuestionType.EVIDENCE: r"\b(?:when (?:did|was)|see|saw|seen|hear|heard|know|last time|happened|tells?|notic|show)",
    QuestionType.VIEWPOINTS: r"\b(?:who|someone|somebody|others?|friend|would .* say|see it|look to|else)",
    QuestionType.IMPLICATIONS: r"\b(?:if|would (?:happen|you|it)|follow|cost|change|then|next|lead|lose|gain|do with)",
    QuestionType.META: r"\b(?:question|ask)",
}
_GENERIC_FORM: Final = re.compile(
    r"^(?:what (?:do you think|are your thoughts|is the (?:most important|main|biggest)|can you|"
    r"do you want to (?:do|achieve)|"
    r"is your (?:goal|plan)|would you like to (?:do|achieve))|how (?:do|can|could|"
    r"are) you (?:plan|feel|handle|deal|cope|manage|improve|going)|"
    r"what (?:steps|strategies|advice|could|can|should)|how (?:can|could|should|might))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The content words that a coach uses with anyone: those of the whole question bank."""

    stems: frozenset[str]

    @classmethod
    def of(cls, templates: Iterable[str]) -> Vocabulary:
        """Gather it from templates; slots hold none of our words."""
        return cls(frozenset(stem for one in templates for stem in content_stems(re.sub(r"\{\w+\}", " ", one))))


def worth(text: str, option: Option, ground: Ground, vocabulary: Vocabulary) -> float:
    """Return how good a wording is, about 0 to 0.9; comparable between wordings of one turn and across messages."""
    stems = content_stems(text)
    said = content_stems("\n".join([*ground.earlier, ground.message]))
    phrase = content_stems(option.handle.quote) or content_stems(ground.message)
    telling = said - vocabulary.stems
    on_phrase = len(stems & phrase) / max(1, min(2, len(phrase)))
    theirs = len(stems & telling) / max(1, min(2, len(telling)))
    foreign = stems - said - vocabulary.stems
    score = _ON_THE_PHRASE * min(1.0, on_phrase) + _THEIRS * min(1.0, theirs)
    score += _OF_THE_TYPE * bool(re.search(_TYPE_CUES[option.question_type], text, re.IGNORECASE))
    score += _WELL_SIZED * (_SHORTEST <= len(words_of(text)) <= _LONGEST)
    score += _NATURAL * ("“" not in text)
    score -= _FOREIGN * len(foreign) + _GENERIC * bool(_GENERIC_FORM.search(text))
    score -= _ECHO * (_copied(text, ground.message) > _LONGEST_COPY)
    return round(score, 4)


def _copied(text: str, message: str) -> int:
    """Return the longest run of their words in a row that the text repeats without quoting them."""
    ours = words_of(re.sub(r"“[^”]*”", " / ", text))
    theirs = " ".join(["", *words_of(message), ""])
    longest = 0
    for start in range(len(ours)):
        end = start + longest + 1
        while end <= len(ours) and f" {' '.join(ours[start:end])} " in theirs:
            longest, end = end - start, end + 1
    return longest
