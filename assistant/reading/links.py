"""Hear what a person says brings about what: cause, effect, and whether the one feeds or starves the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.core.reading import Link, Sign
from assistant.core.span import Span
from assistant.reading.clauses import trimmed
from assistant.reading.features import marks_of
from assistant.reading.link_marks import MARKS, SIGN_MARKS
from assistant.reading.weighing import Sentence, choose, confidence, weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.reading.heads import Heads

_BECAUSE: Final = r"(?:because(?:\s+of)?|'?\bcos\b|\bcoz\b|['’]cause\b|\bbc\b|due\s+to|on\s+account\s+of|thanks\s+to|by\s+reason\s+of)"
_WHEN: Final = r"(?:when(?:ever)?|every\s+time|each\s+time|any\s+time|if|after|once|as\s+soon\s+as|soon\s+as|on\s+days\s+when|the\s+days|since|as\s+long\s+as|the\s+(?:moment|minute|second))"
_VERBS: Final = """
    make leave get give keep bring take set turn put send cost buy cause trigger feed fuel drain ruin spoil help ease cut reduce
    lower raise soften quiet quieten calm disperse occasion restore sort lift wreck kill steal slow sharpen build undo stop settle
    shrink wake pull push teach shorten sweeten breed drive carry melt rob cure stiffen tighten cheer reset lighten open sink
    poison feed break mend heal wear tire exhaust clear empty fill warm cool sour darken brighten double halve multiply loosen
    weaken strengthen protect save hide unlock block delay remind scare frighten shame humble free trap throw knock hold eat
    thicken scatter fix colour color straighten wipe let infect sting lessen roughen drop prolong floor teach grow drag
    produce create invite start end deepen dull numb blunt blind crush sap ground steady centre center bother upset anger
    """.split()
_IRREGULAR: Final = """
    made left got gave kept brought took costs bought fed cut stole slew woke taught bred drove broke wore swole swelled sank
    threw held ate undid undoes began led
    """.split()


def _forms_of(verb: str) -> tuple[str, ...]:
    """Return a verb as it stands after "he" and in the past; the irregular pasts are listed apart."""
    third = (
        verb[:-1] + "ies" if verb.endswith("ry") else verb + ("es" if verb.endswith(("sh", "ch", "x", "ss")) else "s")
    )
    past = verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if verb.endswith("ry") else verb + "ed"
    return verb, third, past


_BRINGS: Final = (
    r"(?:used\s+to\s+|can\s+|will\s+|has\s+(?:quite\s+)?|have\s+(?:quite\s+)?)?(?:"
    + "|".join(
        sorted(
            {form for verb in _VERBS for form in _forms_of(verb)} | set(_IRREGULAR), key=lambda form: (-len(form), form)
        )
    )
    + r"|stolen|given|taken|won|wins|beats|driven|broken|worn|leads?\s+to|means(?:\s+that)?|results?\s+in|(?:always\s+)?ends?\s+in|does\s+(?:something|wonders|nothing)|has\s+done|is\s+(?:how|why|what)"
    r"|ha[sd]\s+(?=me\b|us\b|him\b|her\b|them\b))(?:\s+(?:on|down|away|off|out|up|to|into|for))?"
)
_COMPARED: Final = """
    more less fewer better worse further farther longer shorter later sooner faster slower quicker quieter louder calmer
    harder softer easier closer nearer colder cooler warmer hotter bigger larger greater smaller higher lower deeper
    thicker thinner wider narrower darker lighter brighter clearer duller sharper stronger weaker tougher rougher smoother
    tighter looser stiffer fuller emptier freer older younger newer richer poorer fatter fitter sicker tireder madder sadder
    gladder meaner kinder nicer ruder crueller gentler milder braver bolder prouder humbler smarter wiser dumber stranger
    safer tenser steeper rarer simpler plainer cleaner fresher sweeter bitterer stricter wilder slimmer
    """.split()
_IN_IER: Final = r"(?!(?:barr|bann|cash|carr|cour|cav|front|glac|hos|prem|ratt|sold|suppl|terr|tra)ier)\w{2,}ier"
"""What ends so compares, but for a few nouns: "grumpier", not "soldier"."""
_MORE: Final = rf"(?:{'|'.join(_COMPARED)}|{_IN_IER})\b"
"""What is said to be more or less. A word in -er alone may be anything: "whenever", "dinner", "my mother"."""
_RATHER: Final = r"(?:always\s+|only\s+|just\s+|usually\s+|really\s+|never\s+|quite\s+|still\s+)?"
_OBJECT: Final = r"(?:it|(?:my|the)(?:\s+\w+){1,2})\s+(?:i|we|he|she|they)(?:['’]\w+)?\s"
"""What somebody follows at once ends the cause: "whenever I call my mother I feel guilty"."""
_FORMS: Final = tuple(
    re.compile(pattern, re.IGNORECASE | re.DOTALL)
    for pattern in (
        rf"^(?:.*?[,:]\s+)?(?P<cause>(?:the\s+)?{_MORE}\s+.+?)\s*,\s*(?:and\s+)?(?P<effect>(?:the\s+)?(?:\w+\s+)?{_MORE}\b.*)$",
        rf"^(?:.*?[,:]\s+)?(?P<cause>(?:the\s+)?{_MORE}\s+.+?)\s+(?P<effect>the\s+{_MORE}\b.*)$",
        rf"^(?P<cause>{_MORE}\s+\S+.*?)\s+(?P<effect>{_MORE}\b.*)$",
        rf"^{_BECAUSE}\s+(?P<cause>.+?)\s*,\s*(?P<effect>.+)$",
        rf"^{_BECAUSE}\s+(?P<cause>\S+\s+\S+.*?)\s+(?P<effect>(?:i|we|my)(?:['’]\w+)?\s.+)$",
        rf"^(?P<effect>.+?),?\s+(?:only\s+|mostly\s+|mainly\s+|just\s+|all\s+)?{_BECAUSE}\s+(?P<cause>.+)$",
        rf"^(?P<cause>(?:i notice (?:that )?)?{_WHEN}\s+.+?)\s*,\s*(?:then\s+)?(?P<effect>.+)$",
        rf"^(?P<cause>{_WHEN}\s+(?:i|we|he|she|they|it|my|people|nobody|there)\b.+?)\s+(?P<effect>(?!{_OBJECT})(?:i|my|we|he|she|they|it|the|everything|nobody)(?:['’]\w+)?\s.+)$",
        r"^(?P<cause>.+?)\s*(?:->|→|=>|=)\s*(?P<effect>.+)$",
        rf"^(?P<cause>[^,;]+?)\s+{_RATHER}(?:ends?\s+in|leads?\s+to|means(?:\s+that)?|results?\s+in)\s+(?P<effect>.+)$",
        r"^(?P<effect>.+?),?\s+(?:whenever|when|every\s+time|each\s+time|any\s+time|if|as\s+soon\s+as|once)\s+(?P<cause>.+)$",
        r"^(?P<cause>.+?),?\s+(?:and\s+)?(?:so|that['’]?s\s+why)\s+(?P<effect>(?:i|we|my|he|she|they|it|the)\b.+)$",
        rf"^(?P<cause>.+?),?\s+(?:which|that)\s+{_RATHER}{_BRINGS}\s+(?P<effect>.+)$",
        rf"^(?P<cause>.+?)\s+{_RATHER}{_BRINGS}\s+(?P<effect>.+)$",
        rf"^(?P<effect>.+?),?\s+(?P<cause>{_WHEN}\s+.+)$",
        r"^(?P<cause>.+?),?\s+(?:and\s+)?(?:so|that['’]?s\s+why|which\s+is\s+why|and\s+then|then)\s+(?P<effect>.+)$",
        r"^(?P<cause>(?:no|not|one|two|three|four|five|six|another|a|an|any|half)\s+.+?)(?:,|\s+and)\s+(?P<effect>.+)$",
        r"^(?P<cause>[^:]{3,40}):\s+(?P<effect>.+)$",
        r"^(?P<cause>.+?),\s+(?:and\s+)?(?P<effect>.+)$",
    )
)
"""Tried in turn; the first that fits names cause and effect."""

_LEAD: Final = re.compile(
    r"(?:[-*•>]\s+|(?:and|but|so|well|oh|honestly|also)\b,?\s+)*(?:(?:what\s+)?i(?:['’]ve)?\s+(?:notice|noticed|see|find|think|know)(?:\s+is)?\s+(?:well\s+)?(?:that\s+)?)?",
    re.IGNORECASE,
)
"""What stands before a link and is no part of it."""

_EDGE: Final = ' \t\r\n,;:.!?–—-"“”…'
LEAST_PART: Final = 12
"""Code points of one link in a chain: a shorter piece is only a beginning."""

_CHAIN: Final = re.compile(
    rf"\s*[;.]\s+|,?\s+and\s+(?:then\s+)?(?=(?:when(?:ever)?|every\s+time|if|because|the\s+{_MORE})\s|\w+ing\b[^,;]*?\s(?:makes?|leaves?|keeps?|means)\s)",
    re.IGNORECASE,
)
_POINTING: Final = frozenset("it this that these those which he she they we i you there so and but what".split())


def hear_links(text: str, sentences: Sequence[Sentence], heads: Heads | None = None) -> tuple[Link, ...]:
    """Return the causes and effects that a text states, in order; a sentence may hold a chain of them."""
    heard: list[Link] = []
    for sentence in sentences:
        weighed = weigh("link", sentence, MARKS, heads)
        if weighed.heard:
            sure = confidence(weighed)
            chain = [_link(text, Sentence.of(text, part), heads, sure) for part in _parts(text, sentence.span)]
            whole = chain[0] if len(chain) == 1 else None
            heard += [link for link in chain if link] if all(chain) else [
                link for link in [whole or _link(text, sentence, heads, sure)] if link
            ]  # fmt: skip
    return tuple(heard)


def _parts(text: str, sentence: Span) -> list[Span]:
    """Cut a sentence where one link ends and the next begins: "…, and when I eat rubbish …"."""
    parts, start = [], sentence.start
    for found in _CHAIN.finditer(text, sentence.start, sentence.end):
        if found.start() - start >= LEAST_PART:
            parts.append(Span(start, found.start()))
            start = found.end()
    return [*parts, Span(start, sentence.end)]


def _link(text: str, sentence: Sentence, heads: Heads | None, sure: float) -> Link | None:
    span = trimmed(text, sentence.span)
    if lead := _LEAD.match(text, span.start, span.end):
        span = Span(lead.end(), span.end)
    words = span.of(text)
    for form in _FORMS:
        if match := form.match(words):
            cause, effect = match["cause"].strip(_EDGE), match["effect"].strip(_EDGE)
            if _says_something(cause) and _says_something(effect):
                return Link(span, cause, effect, _sign(sentence, heads), sure)
    return None


def _says_something(words: str) -> bool:
    """Say whether a cause or an effect can be told by itself: "it" and "this" only point at what stands elsewhere."""
    return len(words) > 1 and words.lower() not in _POINTING


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
