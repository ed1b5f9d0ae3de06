"""Hear what a person says brings about what: cause, effect, and whether the one feeds or starves the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.core.reading import Link, Sign
from assistant.core.span import Span
from assistant.reading.clauses import trimmed, without_lead
from assistant.reading.features import marks_of
from assistant.reading.link_marks import MARKS, SIGN_MARKS
from assistant.reading.weighing import Sentence, choose, confidence, weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.reading.heads import Heads

_BECAUSE: Final = r"(?:because(?:\s+of)?|'?\bcos\b|\bcoz\b|['’]cause\b|\bbc\b|due\s+to|on\s+account\s+of|thanks\s+to|by\s+reason\s+of)"
_WHEN: Final = r"(?:when(?:ever)?|every\s+time|each\s+time|any\s+time|if|after|once|as\s+soon\s+as|soon\s+as|on\s+days\s+when|the\s+days|since|as\s+long\s+as|the\s+(?:moment|minute|second))"
_BRINGS: Final = (
    r"(?:makes?|made|leaves?|left|gets?|gives?|keeps?|kept|brings?(?:\s+(?:on|down))?|takes?(?:\s+away)?|sets|turns|puts|sends|costs?|buys|causes?|"
    r"leads?\s+to|means(?:\s+that)?|results?\s+in|triggers?|feeds?|fuels?|drains?|ruins?|spoils?|helps?|eases?|cuts?|has\s+reduced|reduces?|"
    r"lowers?|raises?|softens?|quiets?|calms?|disperses?|occasions?|restores?|sorts|lifts?|wrecks?|kills?|steals?|slows?(?:\s+down)?|sharpens?|"
    r"builds?|eats?\s+into|undoes|stops?|settles?|shrinks?|wakes?)"
)
_MORE: Final = r"(?:more|less|fewer|longer|later|earlier|faster|slower|quieter|louder|harder|easier|better|worse|further|closer|busier|colder|bigger|smaller|shorter|tireder|\w{3,}er)"
_FORMS: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"^(?P<cause>(?:the\s+)?{_MORE}\s+.+?)\s*,\s*(?P<effect>(?:the\s+)?(?:\w+\s+)?{_MORE}\b.*)$",
        rf"^(?P<cause>(?:the\s+)?{_MORE}\s+.+?)\s+(?P<effect>the\s+{_MORE}\b.*)$",
        rf"^{_BECAUSE}\s+(?P<cause>.+?)\s*,\s*(?P<effect>.+)$",
        rf"^(?P<effect>.+?),?\s+(?:only\s+|mostly\s+|mainly\s+|just\s+|all\s+)?{_BECAUSE}\s+(?P<cause>.+)$",
        rf"^(?P<cause>(?:i notice (?:that )?)?{_WHEN}\s+.+?)\s*,\s*(?:then\s+)?(?P<effect>.+)$",
        rf"^(?P<cause>{_WHEN}\s+(?:i|we|he|she|they|it|my|people|nobody|there)\b.+?)\s+(?P<effect>(?:i|my|we|he|she|they|it|the|everything|nobody)(?:['’]\w+)?\s.+)$",
        rf"^(?P<effect>.+?),?\s+(?P<cause>{_WHEN}\s+.+)$",
        r"^(?P<cause>.+?)\s*(?:->|→|=>|=)\s*(?P<effect>.+)$",
        rf"^(?P<cause>.+?),?\s+(?:which|that)\s+(?:only\s+|just\s+|always\s+)?{_BRINGS}\s+(?P<effect>.+)$",
        rf"^(?P<cause>.+?)\s+(?:always\s+|only\s+|just\s+|usually\s+|really\s+)?{_BRINGS}\s+(?P<effect>.+)$",
        r"^(?P<cause>.+?),?\s+(?:and\s+)?(?:so|that['’]?s\s+why|which\s+is\s+why|and\s+then|then)\s+(?P<effect>.+)$",
        r"^(?P<cause>.+?),\s+(?:and\s+)?(?P<effect>.+)$",
    )
)
"""Tried in turn; the first that fits names cause and effect."""

_NOTICING: Final = re.compile(r"^(?:i\s+(?:notice|noticed|see|find|think|know)\s+(?:that\s+)?)", re.IGNORECASE)
_EDGE: Final = ' \t\r\n,;:.!?–—-"“”…'
_LESS: Final = ("less", "cuts", "lowers")


def hear_links(text: str, sentences: Sequence[Sentence], heads: Heads | None = None) -> tuple[Link, ...]:
    """Return the causes and effects that a text states, in order."""
    heard = []
    for sentence in sentences:
        weighed = weigh("link", sentence, MARKS, heads)
        if weighed.heard and (link := _link(text, sentence, heads, confidence(weighed))):
            heard.append(link)
    return tuple(heard)


def _link(text: str, sentence: Sentence, heads: Heads | None, sure: float) -> Link | None:
    span = without_lead(text, trimmed(text, sentence.span))
    words = span.of(text)
    if noticing := _NOTICING.match(words):
        span = Span(span.start + noticing.end(), span.end)
        words = span.of(text)
    for form in _FORMS:
        if match := form.match(words):
            cause, effect = match["cause"].strip(_EDGE), match["effect"].strip(_EDGE)
            if len(cause) > 1 and len(effect) > 1:
                return Link(span, cause, effect, _sign(sentence, heads), sure)
    return None


def _sign(sentence: Sentence, heads: Heads | None) -> Sign:
    marks = marks_of(sentence.words, SIGN_MARKS)
    if heads is not None:
        words = Sentence(sentence.span, sentence.words)
        return (
            Sign.OPPOSITE
            if choose("sign", words, marks, heads)["-"] >= heads.threshold("sign", with_vector=False)
            else Sign.SAME
        )
    return Sign.OPPOSITE if {"more less", "less more", "cuts"} & set(marks) else Sign.SAME
