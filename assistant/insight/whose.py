"""Tell the person's own words from those of somebody else: quoted, reported, or a saying on the wall.

What another person says or believes is no evidence of a belief of the person's. What the person takes another to think
of them ("she thinks I'm useless") is their own.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.core.span import Span
from assistant.reading.features import plain

_SAYING: Final = (
    "says?|said|saying|reckons?|reckoned|insists?|insisted|claims?|claimed|swears?|swore|announced|declared|argues?|"
    "argued|maintains?|maintained|used to say|always said|always says|told me|told us|tells me|texted|wrote|"
    "warned|joked|answered?|answers|asked|cried|exclaimed|added|muttered|murmured|remarked|explained|replied|shouted|whispered|laughed"
)
_BELIEVING: Final = (
    "thinks?|thought|believes?|believed|is convinced|was convinced|is sure|is certain|worries|is worried|feels|"
    "is afraid|fears|has decided|is of the opinion"
)
_OTHER: Final = r"(?!i )(?!and i )(?!but i )(?!so i )(?!if )(?!when )(?!people )(?!they )(?!everyone )(?!nobody )"
_REPORTED: Final = re.compile(
    rf"^ ?{_OTHER}(?:(?!i |because |,|that |which )\S+ ){{1,6}}?(?:{_SAYING}) (?!nothing|yes|no )"
)
_TAGGED: Final = re.compile(
    rf"[,.\"'] (?:(?!i )(?:(?:and|but|as) )?(?:\S+ ){{1,4}}?(?:{_SAYING})(?: (?:to me|once|again|always|,))?|"
    rf"(?:says|said|reckons|reckoned|insists|as) (?!i )\S+(?: \S+)?(?: says| said)?)[ .!?\"']*$"
)
_BELIEVED: Final = re.compile(rf"^ ?{_OTHER}(?:(?!i |because |,)\S+ ){{1,5}}?(?:{_BELIEVING}) (?P<what>.*)$")
_OF_SELF: Final = re.compile(r" (?:i|me|my|myself|us|we|our) ")
_ON_A_WALL: Final = re.compile(
    r" (?:sign|poster|sticker|mug|card|notice|plaque|t-shirt|banner|headline|horoscope|fortune cookie|saying|proverb|"
    r"motto|slogan|lyrics?) (?:(?!i ).)*?(?: that | saying | says | said | reads | which says | : |\") "
)
_DOUBLE: Final = re.compile(r"[“\"„«]([^”\"“„»«]{2,400})[”\"»“]")
_SINGLE: Final = re.compile(r"(?<![\w’'])[‘']((?:[^‘’'\n]|(?<=\w)[’'](?=\w)){2,400})[’'](?!\w)")
_MESSAGE: Final = (
    r"(?:texts?|messages?|e-?mails?|mails?|letters?|notes?|calls?|repl(?:y|ies)|answers?|(?:post)?cards?|voicemails?|"
    r"posters?|signs?|quotes?|sayings?)"
)
_HEARS: Final = (
    r"(?:(?:over)?hear[ds]?|hearing|reads?|listen(?:s|ed)?"
    r"|(?:am|m|was|were|been|being|got|get)\W+(?:told|asked|warned|promised|sent|given|handed|shown|reminded|informed)"
    r"|(?:got|get|had|have|ve|received?|saw|see|found|find|opened?|kept)\W+(?:\w+\W+)?" + _MESSAGE + r"|"
    r"(?:remember(?:ed)?|recall(?:ed)?|let)\W+(?!i\b)\w+\W+say(?:s|ing)?)\b(?!\W+myself\b)"
)
"""Words behind "I" after which the quotation is what came to the person: "I got a text: …", "I heard Dad say: …"."""
_OWN_LEAD: Final = re.compile(rf"\bI\b(?!(?:\W+\w+){{0,2}}?\W+{_HEARS})(?:\W+\w+){{0,3}}\W+$", re.IGNORECASE)
_MY_LINE_AGAIN: Final = 3
"""Words up to which a quotation is only a word held up ("the 'good' mother"), not somebody's sentence."""


def spoken_by_others(text: str) -> list[Span]:
    """Return the stretches of an entry that stand in quotation marks and were not said by the person."""
    found = [*_DOUBLE.finditer(text), *_SINGLE.finditer(text)]
    return [
        Span(match.start(), match.end())
        for match in found
        if len(match[1].split()) > _MY_LINE_AGAIN
        and not _OWN_LEAD.search(text[max(match.start() - 40, 0) : match.start()])
    ]


def is_own(sentence: str) -> bool:
    """Say whether a sentence speaks for the person: not reported, not tagged, not what somebody else believes."""
    said = plain(sentence)
    if _REPORTED.search(said) or _TAGGED.search(said) or _ON_A_WALL.search(said):
        return False
    believed = _BELIEVED.search(said)
    return not (believed and not _OF_SELF.search(f" {believed['what']} "))


def inside(span: Span, stretches: list[Span]) -> bool:
    """Say whether most of a span lies within one of the stretches."""
    return any(min(span.end, one.end) - max(span.start, one.start) > 0.6 * len(span) for one in stretches)
